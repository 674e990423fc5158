#!/usr/bin/python3
"""Completes calls in real shells, and reads the manual pages, against what `cadre help` says.

    completion_test.py CADRE PAGES [PATTERN]    PAGES: the folder that cadre_pages wrote

Shells that are not installed are skipped, and so is what takes `man` and `groff`.
"""

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import time
import unittest
from pathlib import Path

PAGES = Path(sys.argv.pop(2)).resolve() if len(sys.argv) > 2 else None

from harness import CADRE, CadreTest, main  # noqa: E402  (reads the arguments that are left)

OPTION = re.compile(r"^ +(?:-(\w), |    )?--([\w-]+)", re.M)


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


class Help:
    """The verbs and options that `cadre help` lists."""

    def __init__(self):
        overview = self.run("help")
        self.verbs = re.findall(r"^  (\w+) ", overview.split("Verbs:")[1].split("\n\n")[0], re.M)
        self.options = {}
        for verb in self.verbs:
            text = self.run("help", verb)
            # The settings of outputs and the formats stand further right, or have no dashes.
            self.options[verb] = {f"--{long}" for _, long in OPTION.findall(text)}

    @staticmethod
    def run(*arguments):
        return subprocess.run([CADRE, *arguments], capture_output=True, text=True, check=True).stdout


class ShellTest(CadreTest):
    @classmethod
    def setUpClass(cls):
        cls.help = Help()

    def setUp(self):
        super().setUp()
        for shell in ("bash", "zsh", "fish"):
            self.write(f"cadre.{shell}", self.cadre("completion", shell).stdout)
        # They ask `cadre` for names.
        self.path = os.pathsep.join([str(Path(CADRE).resolve().parent), os.environ["PATH"]])
        self.write("jobs/jobs.cadre", """framework t.jobs "Jobs" { language en }
competency Press "Press"
attribute grade "Grade" on profile : one of G1, G2
profile Clerk "Clerk" { requires Press }
profile Clerical "Clerical" { requires Press }
profile Lead "Lead" { requires Press }
""")
        (self.dir / "works").mkdir()
        self.write("works/a b.cadre", "")

    def bash(self, *words):
        """What bash offers for the last of the words."""
        array = " ".join(shlex.quote(it) for it in ("cadre", *words))
        script = (f"source cadre.bash; COMP_WORDS=({array}); COMP_CWORD={len(words)}; _cadre; "
                  'for it in "${COMPREPLY[@]}"; do echo "$it"; done')
        done = subprocess.run(["bash", "--norc", "-u", "-c", script], cwd=self.dir, capture_output=True, text=True,
                              env={**os.environ, "PATH": self.path})
        self.assertEqual(done.stderr, "")
        return done.stdout.splitlines()

    def fish(self, line):
        done = subprocess.run(["fish", "--no-config", "-c", f"source cadre.fish; complete -C {shlex.quote(line)}"],
                              cwd=self.dir, capture_output=True, text=True,
                              env={**os.environ, "HOME": str(self.dir), "PATH": self.path})
        self.assertEqual(done.stderr, "")
        return [it.split("\t")[0] for it in done.stdout.splitlines()]

    def typed(self, command, setup, line):
        """What stands in the line when somebody types `line` and a tab."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.dir)
            os.execvpe(command[0], command, {"PATH": self.path, "HOME": str(self.dir), "TERM": "dumb",
                                             "PS1": "READY> ", "LC_ALL": "C.UTF-8"})
        try:
            seen = self.read_until(terminal, "READY> ")
            os.write(terminal, f"{setup}; PS1=NOW\"> \"\n".encode())
            seen = self.read_until(terminal, "NOW> ")
            os.write(terminal, (line + "\t").encode())
            seen = self.read_until(terminal, None)
            return seen
        finally:
            os.close(terminal)
            os.kill(child, 9)
            os.waitpid(child, 0)

    def read_until(self, terminal, text):
        """Up to `text`; without one, until nothing comes for a second."""
        seen = ""
        end = time.time() + 30
        while time.time() < end:
            if not select.select([terminal], [], [], 1)[0]:
                if text is None and seen:
                    return seen
                continue
            try:
                seen += os.read(terminal, 4096).decode(errors="replace")
            except OSError:
                break
            if text is not None and text in seen:
                return seen
        self.fail(f"waited in vain for {text!r}: {seen!r}")

    # ---- bash ------------------------------------------------------------------------------------

    def test_bash_offers_the_verbs(self):
        self.assertEqual(self.bash(""), self.help.verbs)
        self.assertEqual(self.bash("comp"), ["compare", "completion"])
        self.assertEqual(self.bash("-q", "--color", "never", "comp"), ["compare", "completion"])

    def test_bash_offers_the_options_that_help_lists(self):
        for verb in self.help.verbs:
            offered = {it for it in self.bash(verb, "-") if it.startswith("--")}
            self.assertEqual(offered, self.help.options[verb], verb)
        self.assertIn("--version", self.bash("--"))
        self.assertNotIn("--emit", self.bash("--"))

    def test_bash_offers_values(self):
        self.assertEqual(self.bash("compare", "A", "B", "--format", ""), ["text", "markdown", "json"])
        self.assertEqual(self.bash("compare", "--format", "=", "m"), ["markdown"])
        self.assertEqual(self.bash("compare", "--format", "="), ["text", "markdown", "json"])
        self.assertEqual(self.bash("check", "--message-format", "sa"), ["sarif"])
        self.assertEqual(self.bash("check", "--color", "a"), ["auto", "always"])
        self.assertEqual(self.bash("check", "--deny", ""), ["warnings"])
        self.assertEqual(self.bash("query", "profile", "--expect", ""), ["none", "some"])
        self.assertEqual(self.bash("check", "--max-diagnostics", ""), [])
        self.assertEqual(self.bash("build", "--emit", "h"), ["html"])
        self.assertEqual(self.bash("build", "--emit", "json,h"), ["json,html"])

    def test_bash_offers_operands(self):
        self.assertEqual(self.bash("explain", "vague-v"), ["vague-verb"])
        self.assertEqual(self.bash("explain", "E030")[:2], ["E0301", "E0302"])
        self.assertEqual(self.bash("translate", ""), ["status", "accept"])
        self.assertEqual(self.bash("translate", "status", ""), [])
        self.assertEqual(self.bash("import", "o"), ["onet"])
        self.assertEqual(self.bash("help", "lin"), ["lint"])
        self.assertEqual(self.bash("completion", ""), ["bash", "zsh", "fish"])
        self.assertEqual(self.bash("completion", "bash", ""), [])
        self.assertEqual(self.bash("nonsense", ""), [])

    def test_bash_offers_profiles(self):
        self.assertEqual(self.bash("compare", "--in", "jobs", ""), ["Clerk", "Clerical", "Lead"])
        self.assertEqual(self.bash("compare", "--in", "=", "jobs", "Lead", "Cl"), ["Clerk", "Clerical"])
        self.assertEqual(self.bash("explain", "--in", "jobs", "Le"), ["Lead"])
        self.assertEqual(self.bash("compare", "--in", "nowhere", "Cl"), [])

    def test_bash_goes_on_with_a_query(self):
        self.assertEqual(self.bash("query", "--in", "jobs", "'profile where gra"), ["profile where grade", "profile where grade "])
        self.assertEqual(self.bash("query", "--in", "jobs", "'profile where requires(Pr")[0], "profile where requires(Press")
        self.assertEqual(self.bash("query", "--in", "jobs", "'profile where grade = "), ["profile where grade = G1", "profile where grade = G2"])
        self.assertIn("'profile", self.bash("query", "--in", "jobs", "pro"))
        self.assertIn("profile", self.bash("query", "--in", "jobs", '"pro'))
        self.assertEqual(self.bash("query", "--in", "jobs", "profile", ""), [])

    def test_bash_types_a_query(self):
        seen = self.typed(["bash", "--norc", "--noprofile", "-i"], "source ./cadre.bash; cd jobs", "cadre query 'profile where gra")
        self.assertIn("de", seen.replace("cadre query 'profile where gra", "", 1))
        self.assertNotIn("grade'", seen)
        seen = self.typed(["bash", "--norc", "--noprofile", "-i"], "source ./cadre.bash; cd jobs", "cadre query prof")
        self.assertIn("'profile", seen)

    def test_bash_offers_paths(self):
        self.assertEqual(self.bash("check", "wo"), ["works"])
        self.assertEqual(self.bash("check", "one", "works/"), ["works/a b.cadre"])
        self.assertEqual(self.bash("compare", "A", "B", "--in", "wo"), ["works"])
        self.assertIn("interface", self.bash("build", "--emit", "inter"))
        self.assertEqual(self.bash("build", "-o", ""), ["jobs", "works"])

    def test_bash_types_it(self):
        seen = self.typed(["bash", "--norc", "--noprofile", "-i"], "source ./cadre.bash", "cadre compar")
        self.assertIn("cadre compare ", seen)

    # ---- fish ------------------------------------------------------------------------------------

    @needs("fish")
    def test_fish_offers_verbs_options_and_values(self):
        self.assertEqual(set(self.fish("cadre ")), set(self.help.verbs))
        for verb in self.help.verbs:
            offered = {it for it in self.fish(f"cadre {verb} --") if it.startswith("--")}
            self.assertEqual(offered, self.help.options[verb], verb)
        self.assertEqual(set(self.fish("cadre compare A B --format ")), {"text", "markdown", "json"})
        self.assertEqual(self.fish("cadre check --message-format sa"), ["sarif"])
        self.assertEqual(self.fish("cadre explain vague-v"), ["vague-verb"])
        self.assertIn("json,html", self.fish("cadre build --emit json,h"))
        self.assertEqual(self.fish("cadre check wo"), ["works/"])
        self.assertEqual(set(self.fish("cadre query profile --expect ")), {"none", "some"})
        self.assertEqual(set(self.fish("cadre compare --in jobs Cl")), {"Clerk", "Clerical"})
        self.assertEqual(set(self.fish("cadre explain --in=jobs Cl")), {"Clerk", "Clerical"})
        self.assertEqual(set(self.fish("cadre query --in jobs 'profile where gra")), {"profile where grade"})

    # ---- zsh -------------------------------------------------------------------------------------

    @needs("zsh")
    def test_zsh_completes_what_is_typed(self):
        setup = ("autoload -Uz compinit; compinit -u -D; source ./cadre.zsh; "
                 "zstyle ':completion:*' verbose no; unsetopt beep prompt_cr prompt_sp")
        for line, expected in (("cadre compar", "cadre compare "),
                               ("cadre compare --form", "cadre compare --format="),
                               ("cadre compare A --mos", "cadre compare A --most="),
                               ("cadre compare A B --al", "cadre compare A B --all "),
                               ("cadre compare --format=mark", "cadre compare --format=markdown "),
                               ("cadre compare --format js", "cadre compare --format json "),
                               ("cadre build --emit json,ht", "cadre build --emit json,html"),
                               ("cadre explain vague-v", "cadre explain vague-verb "),
                               ("cadre import one", "cadre import onet "),
                               ("cadre check wor", "cadre check works/"),
                               ("cadre query profile --expect so", "cadre query profile --expect some "),
                               ("cadre compare --in jobs Lea", "cadre compare --in jobs Lead "),
                               ("cadre compare --in jobs -", "cadre compare --in jobs --"),
                               ("cadre compare --in=jobs Clerk Lea", "cadre compare --in=jobs Clerk Lead "),
                               ("cadre explain --in jobs Lea", "cadre explain --in jobs Lead "),
                               ("cadre query --in jobs 'profile where gra", "cadre query --in jobs 'profile where grade"),
                               ("cadre completion fi", "cadre completion fish ")):
            seen = self.typed(["zsh", "-f", "-i"], setup, line)
            self.assertIn(expected.replace(line, ""), seen.replace(line, "", 1), f"{line}: {seen!r}")

    @needs("zsh")
    def test_zsh_reads_it(self):
        subprocess.run(["zsh", "-f", "-n", "cadre.zsh"], cwd=self.dir, check=True)
        for verb in self.help.verbs:
            for option in self.help.options[verb]:
                self.assertIn(f"{option}", (self.dir / "cadre.zsh").read_text(encoding="utf-8"))

    # ---- The call --------------------------------------------------------------------------------

    def test_other_shells_are_not_known(self):
        done = self.cadre("completion", "fihs", code=2)
        self.assertIn("did you mean `fish`?", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_what_is_installed_is_what_is_printed(self):
        for shell, file in (("bash", "bash/cadre"), ("zsh", "zsh/_cadre"), ("fish", "fish/cadre.fish")):
            installed = (PAGES / "completions" / file).read_text(encoding="utf-8")
            self.assertEqual(installed, (self.dir / f"cadre.{shell}").read_text(encoding="utf-8"))

    # ---- The manual ------------------------------------------------------------------------------

    def test_there_is_a_page_for_each_verb(self):
        pages = sorted(it.name for it in (PAGES / "man").iterdir())
        self.assertEqual(pages, sorted(["cadre.1", *(f"cadre-{verb}.1" for verb in self.help.verbs)]))

    @needs("man")
    @needs("groff")
    def test_pages_have_no_warnings_and_say_what_help_says(self):
        for page in sorted((PAGES / "man").iterdir()):
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", page], capture_output=True, text=True,
                                  env={**os.environ, "MANWIDTH": "200", "LC_ALL": "C.UTF-8", "MANPAGER": "cat",
                                       "MANROFFSEQ": ""})
            self.assertEqual((done.returncode, done.stderr), (0, ""), page.name)
            text = re.sub(".\b", "", done.stdout)
            verb = page.stem.removeprefix("cadre-")
            for option in self.help.options.get(verb, ["--help"]):
                self.assertIn(option, text, page.name)
            self.assertIn("EXIT STATUS", text)
            lint = subprocess.run(["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", page], capture_output=True,
                                  text=True)
            self.assertEqual(lint.stderr, "", page.name)


if __name__ == "__main__":
    main()
