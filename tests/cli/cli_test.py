#!/usr/bin/python3
"""Runs the binary as users do, and checks what docs/cli.md promises.

    cli_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN

Needs a C compiler (`cc`) for the tests that stop the binary in the middle; without one they are skipped.
"""

import json
import os
import shutil
import signal
import subprocess
import zipfile
from pathlib import Path

from harness import CADRE, ROOT, CadreTest, main, snapshot


FRAMEWORK = """framework acme.test "Test" {
  version "1.0.0"
  status published
  language en
  publisher "Test"
  license "CC0-1.0"
  about "A framework for tests."
  scale S
}
scale S "S" { level A "A" level B "B" level C "C" }
competency X "X" { about "Does what a test asks." level A { - [X-1] Does it. } }
profile P "P" { requires X at A }
"""

RATING = ["O*NET-SOC Code", "Element ID", "Scale ID", "Data Value", "Recommend Suppress", "Not Relevant"]
ONET = {
    "Scales Reference.txt": [["Scale ID", "Scale Name", "Minimum", "Maximum"], ["IM", "Importance", "1", "5"],
                             ["LV", "Level", "0", "7"]],
    "Content Model Reference.txt": [["Element ID", "Element Name", "Description"], ["2", "Needs", "What work needs"],
                                    ["2.A", "Basics", "The basics"], ["2.A.1", "Counting", "To count"]],
    "Level Scale Anchors.txt": [["Element ID", "Scale ID", "Anchor Value", "Anchor Description"],
                                ["2.A.1", "LV", "2", "Count to ten"]],
    "Occupation Data.txt": [["O*NET-SOC Code", "Title", "Description"], ["11-1011.00", "Counters", "They count."]],
    "Skills.txt": [RATING, ["11-1011.00", "2.A.1", "IM", "4", "N", ""], ["11-1011.00", "2.A.1", "LV", "4.12", "N", "N"]],
    "Knowledge.txt": [RATING],
    "Task Statements.txt": [["O*NET-SOC Code", "Task ID", "Task"], ["11-1011.00", "7", "Count things."]],
}

# Stops the process at the CADRE_STOP_AT-th call that changes the disk: by SIGKILL, by a fault of its own
# (CADRE_STOP_HOW=segv), or by answering ENOSPC once (full). Leaves the file CADRE_STOP_MARK when it did.
SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static int step(void) {
  static int count = 0;
  const char* at = getenv("CADRE_STOP_AT");
  if (!at || count++ != atoi(at)) return 0;
  close(open(getenv("CADRE_STOP_MARK"), O_CREAT | O_WRONLY, 0600));
  const char* how = getenv("CADRE_STOP_HOW");
  if (how && !strcmp(how, "segv")) raise(SIGSEGV);
  if (how && !strcmp(how, "full")) return errno = ENOSPC;
  kill(getpid(), SIGKILL);
  return 0;
}
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
int rename(const char* a, const char* b) { return step() ? -1 : REAL(rename)(a, b); }
int unlink(const char* a) { return step() ? -1 : REAL(unlink)(a); }
int mkdir(const char* a, mode_t m) { return step() ? -1 : REAL(mkdir)(a, m); }
ssize_t write(int fd, const void* b, size_t n) {
  if (fd > 2 && step()) return -1;
  return REAL(write)(fd, b, n);
}
int fsync(int fd) { return step() ? -1 : REAL(fsync)(fd); }
"""


def contents(directory):
    return {name: data for name, (data, _) in snapshot(directory).items() if not name.startswith(".cadre")}


class CliTest(CadreTest):
    def write(self, name, text=FRAMEWORK):
        return super().write(name, text)

    def package(self, name="p", text=FRAMEWORK, manifest='[package]\nedition = "2026"\n'):
        self.write(f"{name}/cadre.toml", manifest)
        self.write(f"{name}/framework.cadre", text)
        return self.dir / name

    def shim(self):
        compiler = shutil.which("cc") or shutil.which("clang-19") or shutil.which("gcc")
        if not compiler:
            self.skipTest("no C compiler")
        source = self.write("shim.c", SHIM)
        library = self.dir / "shim.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-w", "-o", library, source, "-ldl"], check=True)
        return library


class Calls(CliTest):
    def test_version(self):
        self.assertEqual(self.cadre("--version").stdout, "cadre 0.1.0\n")

    def test_nothing_is_a_wrong_call(self):
        done = self.cadre(code=2)
        self.assertEqual(done.stdout, "")
        self.assertIn("Usage: cadre", done.stderr)

    def test_help(self):
        for arguments in (["help"], ["--help"], ["-h"], ["help", "build"], ["build", "--help"]):
            done = self.cadre(*arguments)
            self.assertIn("Usage: cadre", done.stdout)
            self.assertEqual(done.stderr, "")
        self.assertIn("sqlite", self.cadre("help", "build").stdout)
        self.assertIn("onet", self.cadre("help", "import").stdout)

    def test_did_you_mean(self):
        for arguments, meant in {
            ("chekc",): "check", ("help", "biuld"): "build", ("build", "--emti", "json"): "--emit",
            ("build", "--emit", "josn"): "json", ("check", "--colour", "never"): "--color",
            ("check", "--color", "alwys"): "always", ("check", "--message-format", "humn"): "human",
            ("check", "--deny", "warning"): "warnings", ("explain", "E093"): "E09",
            ("import", "onte", "x", "-o", "y"): "onet",
            ("import", "onet", "x", "-o", "y", "--min-importence", "3"): "--min-importance",
        }.items():
            done = self.cadre(*arguments, code=2)
            self.assertRegex(done.stderr, "did you mean.*`" + meant, arguments)

    def test_faults_of_the_call(self):
        for arguments in (["check", "-j", "0"], ["check", "--max-diagnostics", "many"], ["build", "a", "b"], ["new"],
                          ["build", "-o"], ["explain"], ["import", "onet", "x"], ["check", "--emit", "json"],
                          ["check", "--message-format", "xml"], ["build", "--emit", ""]):
            self.assertIn("error: ", self.cadre(*arguments, code=2).stderr, arguments)

    def test_explain(self):
        self.assertTrue(self.cadre("explain", "E0932").stdout.startswith("# E0932: "))
        self.assertEqual(self.cadre("explain", "e0932").stdout, self.cadre("explain", "E0932").stdout)
        self.assertIn("\033[0;1m", self.cadre("explain", "E0932", "--color", "always").stdout)
        self.cadre("explain", "E9999", code=2)

    def test_full_standard_output(self):
        with open("/dev/full", "w") as full:
            for arguments in (["help"], ["explain", "E0302"], ["--version"]):
                done = subprocess.run([CADRE, *arguments], stdout=full, stderr=subprocess.PIPE, text=True)
                self.assertEqual(done.returncode, 2)
                self.assertIn("error: cannot write to standard output: no space", done.stderr)
                done = subprocess.run([CADRE, *arguments, "--message-format", "gitlab"], stdout=full,
                                      stderr=subprocess.PIPE, text=True)
                self.assertEqual(done.returncode, 2)
                self.assertIn("standard output", json.loads(done.stderr)[0]["description"])

    def test_timings_do_not_spoil_findings(self):
        self.package()
        self.assertIn("parse", self.cadre("check", "p", "--timings").stderr)
        self.assertEqual(self.cadre("check", "p", "--timings", "--message-format", "json").stderr, "")
        self.assertEqual(self.cadre("check", "p", "--timings", "--message-format", "gitlab").stderr, "[]\n")
        done = self.cadre("check", "p", "--timings", "--message-format", "gitlab", "--report-file", "r")
        self.assertIn("parse", done.stderr)
        self.assertEqual((self.dir / "r").read_text(), "[]\n")

    def test_source_date(self):
        self.package()
        self.cadre("build", "p", env={"SOURCE_DATE_EPOCH": "yesterday"}, code=2)
        self.cadre("build", "p", env={"SOURCE_DATE_EPOCH": "1700000000"})


class Checks(CliTest):
    def test_clean(self):
        self.package()
        done = self.cadre("check", "p")
        self.assertEqual((done.stdout, done.stderr), ("", ""))
        self.cadre("check", cwd=self.dir / "p")
        self.cadre("check", "p/framework.cadre")

    def test_findings(self):
        self.write("bad.cadre", FRAMEWORK.replace("at A }", "at Z }"))
        done = self.cadre("check", "bad.cadre", code=1)
        self.assertRegex(done.stderr, r"error\[E\d+\]")
        self.assertIn("1 error", done.stderr)

    def test_json_lines(self):
        bad = self.write("bad.cadre", FRAMEWORK.replace("at A }", "at Z }"))
        done = self.cadre("check", bad, "--message-format", "json", code=1)
        rows = [json.loads(line) for line in done.stderr.splitlines()]
        self.assertEqual(len(rows), 1)
        self.assertEqual(rows[0]["severity"], "error")
        self.assertEqual(rows[0]["file"], str(bad))
        self.assertEqual(rows[0]["line"], 12)

    def test_short(self):
        self.write("bad.cadre", FRAMEWORK.replace("at A }", "at Z }"))
        done = self.cadre("check", "bad.cadre", "--message-format=short", code=1)
        self.assertRegex(done.stderr, r"(?m)^bad\.cadre:12:\d+: error\[E\d+\]: ")

    def test_max_diagnostics_counts_what_it_hides(self):
        self.write("bad.cadre", FRAMEWORK.replace("requires X at A", "requires X1 at A requires Y1 at B"))
        done = self.cadre("check", "bad.cadre", "--max-diagnostics", "1", code=1)
        self.assertIn("not shown", done.stderr)

    def test_color(self):
        self.write("bad.cadre", FRAMEWORK.replace("at A }", "at Z }"))
        self.assertNotIn("\033", self.cadre("check", "bad.cadre", code=1).stderr)
        self.assertIn("\033", self.cadre("check", "bad.cadre", "--color", "always", code=1).stderr)

    def test_denied_warnings(self):
        self.write("w.cadre", FRAMEWORK.replace("requires X", "requires Old").replace('"X" {', '"X" { was Old'))
        done = self.cadre("check", "w.cadre")
        self.assertIn("warning", done.stderr)
        self.cadre("check", "w.cadre", "--deny", "warnings", code=1)
        self.cadre("build", "w.cadre", "--deny", "warnings", "-o", "out", code=1)
        self.assertFalse((self.dir / "out").exists())
        self.cadre("build", "w.cadre", "-o", "out")

    def test_several_paths(self):
        self.package("a")
        self.package("b", FRAMEWORK.replace("at A }", "at Z }"))
        self.cadre("check", "a", "a/framework.cadre")
        self.cadre("check", "a", "b", code=1)
        self.cadre("check", "a", "nothing", code=2)

    def test_invalid_utf8(self):
        self.write("bad.cadre", FRAMEWORK.encode() + b'// \xff\n')
        done = self.cadre("check", "bad.cadre", "--message-format", "json", code=1)
        self.assertEqual(json.loads(done.stderr.splitlines()[0])["line"], 13)

    def test_unreadable(self):
        self.package()
        self.cadre("check", "nothing", code=2)
        self.write("p/notes.txt", "x")
        self.cadre("check", "p/notes.txt", code=2)
        (self.dir / "p/dangling.cadre").symlink_to("/nowhere")
        self.assertIn("dangling.cadre", self.cadre("check", "p", code=2).stderr)
        (self.dir / "p/dangling.cadre").unlink()
        os.mkfifo(self.dir / "p/pipe.cadre")
        self.assertIn("pipe.cadre", self.cadre("check", "p", code=2).stderr)
        (self.dir / "p/pipe.cadre").unlink()
        (self.dir / "empty").mkdir()
        self.cadre("check", "empty", code=2)

    def test_without_rights(self):
        self.package()
        self.write("p/sub/x.cadre", "// nothing\n")
        binary = shutil.copy(CADRE, self.dir / "cadre")
        os.chmod(binary, 0o755)
        os.chmod(self.dir, 0o755)
        user = {"user": 65534, "group": 65534} if os.getuid() == 0 else {}

        def check():
            return subprocess.run([binary, "check", "p"], cwd=self.dir, capture_output=True, text=True, **user)
        self.assertEqual(check().returncode, 0)
        os.chmod(self.dir / "p/sub", 0)
        done = check()
        os.chmod(self.dir / "p/sub", 0o755)
        self.assertEqual(done.returncode, 2)
        self.assertIn("p/sub", done.stderr)
        os.chmod(self.dir / "p/framework.cadre", 0)
        done = check()
        self.assertEqual(done.returncode, 2)
        self.assertIn("framework.cadre", done.stderr)

    def test_huge_file(self):
        with open(self.write("huge.cadre"), "r+b") as file:
            file.truncate(2 ** 31)
        self.assertIn("2 GiB", self.cadre("check", "huge.cadre", code=2).stderr)


BROKEN = FRAMEWORK.replace('"P"', '“P”').replace("at A }", "at A; }")


class Fixes(CliTest):
    def test_safe_fixes_are_made(self):
        file = self.package(text="\ufeff// Kept, “as it is”.\r\n" + BROKEN) / "framework.cadre"
        done = self.cadre("check", "p", "--fix")
        self.assertEqual((done.stdout, done.stderr), ("", "fixed 2 problems in 1 file\n"))
        self.assertEqual(file.read_bytes().decode(), "\ufeff// Kept, “as it is”.\r\n" + FRAMEWORK.replace("at A }", "at A }"))
        before = snapshot(self.dir)
        self.assertEqual(self.cadre("check", "p", "--fix").stderr, "")
        self.assertEqual(snapshot(self.dir), before)

    def test_without_fix_nothing_is_written(self):
        self.package(text=BROKEN)
        before = snapshot(self.dir)
        self.cadre("check", "p", code=1)
        self.assertEqual(snapshot(self.dir), before)
        self.cadre("build", "p", "--fix", code=2)

    def test_what_is_left_decides(self):
        self.package(text=BROKEN.replace("requires X", "requires Xx"))
        done = self.cadre("check", "p", "--fix", "--message-format", "short", code=1)
        self.assertEqual(done.stderr, "p/framework.cadre:12:26: error[E0201]: `Xx` is not declared\n1 error\n"
                         "fixed 2 problems in 1 file\n"
                         "1 problem left has a fix that may change what is meant: it is yours to make\n")
        self.assertEqual(self.cadre("check", "p", "--fix", "-q", "--message-format", "short", code=1).stderr,
                         "p/framework.cadre:12:26: error[E0201]: `Xx` is not declared\n1 error\n")

    def test_json_says_nothing_but_findings(self):
        self.package(text=BROKEN)
        self.assertEqual(self.cadre("check", "p", "--fix", "--message-format", "json").stderr, "")
        self.cadre("check", "p")

    def test_files_that_did_not_change_are_not_touched(self):
        package = self.package()
        self.write("p/more.cadre", "family Y “Y”\n")
        before = snapshot(package)
        done = self.cadre("check", "p", "--fix", "-v")
        self.assertEqual(done.stderr, "fixed 1 problem in 1 file\n  p/more.cadre\n")
        after = snapshot(package)
        self.assertEqual(after.pop("more.cadre")[0], b'family Y "Y"\n')
        before.pop("more.cadre")
        self.assertEqual(after, before)

    def test_dependencies_are_left_alone(self):
        self.package("core", 'framework acme.core "Core"\nfamily B “B”\n')
        self.package("main", 'framework acme.main "Main"\nuse acme.core\nfamily C “C”\n',
                     '[package]\n[dependencies]\nacme.core = { path = "../core" }\n')
        core = snapshot(self.dir / "core")
        done = self.cadre("check", "main", "--fix", "--message-format", "short", code=1)
        self.assertEqual(done.stderr.splitlines()[2:], [
            "fixed 1 problem in 1 file", "1 problem left has a fix in a file that this call does not change"])
        self.assertEqual(snapshot(self.dir / "core"), core)
        self.cadre("check", "main", "core", "--fix")
        self.cadre("check", "main")

    def test_a_workspace_is_fixed_whole(self):
        self.write("cadre.toml", '[workspace]\nmembers = ["core", "main"]\n')
        self.package("core", 'framework acme.core "Core"\nfamily B “B”\n')
        self.package("main", 'framework acme.main "Main"\nuse acme.core\nfamily C “C”\n',
                     '[package]\n[dependencies]\nacme.core = { path = "../core" }\n')
        self.assertEqual(self.cadre("check", "--fix").stderr, "fixed 2 problems in 2 files\n")
        self.cadre("check")

    def test_links_and_permissions_stay(self):
        package = self.package()
        real = self.write("elsewhere/real.cadre", "family Y “Y”\n")
        real.chmod(0o640)
        (package / "link.cadre").symlink_to(real)
        self.cadre("check", "p", "--fix")
        self.assertTrue((package / "link.cadre").is_symlink())
        self.assertEqual(real.read_text(), 'family Y "Y"\n')
        self.assertEqual(real.stat().st_mode & 0o777, 0o640)
        self.assertEqual(sorted(os.listdir(real.parent)), ["real.cadre"])

    def test_a_file_that_two_names_read_is_left_alone(self):
        package = self.package(text='framework acme.test "Test" {}\n')
        self.write("p/a.cadre", "family Y “Y”\n")
        (package / "b.cadre").symlink_to("a.cadre")
        before = snapshot(package)
        done = self.cadre("check", "p", "--fix", code=1)
        self.assertIn("in a file that this call does not change", done.stderr)
        self.assertEqual(snapshot(package), before)

    def test_a_fault_of_the_manifest_changes_nothing(self):
        package = self.package(text=BROKEN, manifest="[package]\nedtion = \"2026\"\n")
        before = snapshot(package)
        self.cadre("check", "p", "--fix", code=2)
        self.assertEqual(snapshot(package), before)

    def test_wherever_writing_is_cut_off_files_are_whole(self):
        library = self.shim()
        old = {"a.cadre": 'framework acme.test “Test” {}\n', "b.cadre": "family Y “Y”\n"}
        new = {name: text.replace("“", '"').replace("”", '"') for name, text in old.items()}
        for how, code in (("full", 2), ("kill", -signal.SIGKILL)):
            for step in range(100):
                package = self.dir / f"{how}{step}"
                for name, text in old.items():
                    self.write(f"{package.name}/{name}", text)
                mark = self.dir / f"mark-{how}{step}"
                done = self.cadre("check", package, "--fix", code=None, env={
                    "LD_PRELOAD": str(library), "CADRE_STOP_AT": str(step), "CADRE_STOP_HOW": how,
                    "CADRE_STOP_MARK": str(mark)})
                for name in old:
                    self.assertIn((package / name).read_text(), (old[name], new[name]))
                if not mark.exists():
                    self.assertEqual(done.returncode, 0)
                    break
                self.assertEqual(done.returncode, code, done.stderr)
                if how == "full":
                    self.assertIn("error[E0930]: cannot write", done.stderr)
                    self.assertEqual(sorted(os.listdir(package)), sorted(old))
                # What is left behind is in nobody's way.
                self.cadre("check", package, "--fix")
                self.assertEqual({name: (package / name).read_text() for name in old}, new)
            else:
                self.fail("it never ends")


class Explains(CliTest):
    def test_codes(self):
        plain = self.cadre("explain", "e0302").stdout
        page = (ROOT / "compiler/diag/explain/E0302.md").read_text()
        self.assertEqual(plain.split(), page.split())
        self.assertEqual([line for line in plain.splitlines() if len(line) > 80], [])
        self.assertEqual(plain[plain.index("```"):], page[page.index("```"):], "code stands as it is written")
        self.assertIn("\033", self.cadre("explain", "E0302", "--color", "always").stdout)
        self.assertIn("did you mean `E0302`", self.cadre("explain", "E03O2", code=2).stderr)

    def test_profiles(self):
        self.package()
        self.assertIn("Its own line requires it at `A`", self.cadre("explain", "P.X", "--in", "p").stdout)
        self.assertEqual(self.cadre("explain", "P.X", cwd=self.dir / "p").stdout,
                         self.cadre("explain", "acme.test.P.acme.test.X", cwd=self.dir / "p").stdout)
        self.assertIn("did you mean `P`", self.cadre("explain", "p", "--in", "p", code=2).stderr)

    def test_nothing_here(self):
        done = self.cadre("explain", "nonsense", code=2)
        self.assertIn("`nonsense` is not a code, and no profile can be sought here", done.stderr)

    def test_errors_are_reported_and_nothing_is_answered(self):
        self.package(text=FRAMEWORK + "family Y “Y”\n")
        done = self.cadre("explain", "P.X", "--in", "p", code=1)
        self.assertEqual(done.stdout, "")
        self.assertIn("error[E0114]", done.stderr)

    def test_warnings_do_not_hinder(self):
        self.package(text=FRAMEWORK.replace("requires X", "requires Old").replace('"X" {', '"X" { was Old'))
        done = self.cadre("explain", "P.Old", "--in", "p")
        self.assertIn("requires `X`", done.stdout)
        self.assertIn("warning[W0210]", done.stderr)
        self.assertEqual(self.cadre("explain", "P.X", "--in", "p", "--deny", "warnings", code=1).stdout, "")

    def test_workspaces(self):
        self.write("cadre.toml", '[workspace]\nmembers = ["a", "b", "c"]\n')
        self.package("a")
        self.package("b", FRAMEWORK.replace("acme.test", "acme.other"))
        self.package("c", 'framework acme.third "Third"\nuse acme.test\nprofile Q "Q" extends acme.test.P {}\n',
                     '[package]\n[dependencies]\nacme.test = { path = "../a" }\n')
        self.assertIn("requires `acme.test.X`", self.cadre("explain", "Q.acme.test.X").stdout)
        done = self.cadre("explain", "P.X", code=2)
        self.assertIn("several packages have a profile `P`", done.stderr)
        self.assertIn("write `acme.test.P.X` or `acme.other.P.X`", done.stderr)
        self.assertIn("requires `X`", self.cadre("explain", "acme.test.P.X").stdout)
        self.assertIn("a/framework.cadre", self.cadre("explain", "acme.test.P.X").stdout)


class Manifests(CliTest):
    def test_faults_are_shown_at_their_place(self):
        for manifest, message in {
            "[packge]\n": "did you mean `package`",
            "[package]\nedition = \"1999\"\n": "edition",
            "[package]\nedition = \n": "TOML",
            "[build]\nemit = [\"jsn\"]\n": "did you mean `json`",
            "[dependencies]\na.b = { path = \"../nowhere\" }\n": "nowhere",
            "[package]\nname = \"\xff\"\n".encode("latin-1").decode("latin-1"): "",
        }.items():
            self.package(manifest=manifest)
            if message:
                done = self.cadre("check", "p", code=2)
                self.assertIn("p/cadre.toml:", done.stderr)
                self.assertIn(message, done.stderr)
        self.write("p/cadre.toml", b'[package]\nname = "\xff"\n')
        self.cadre("check", "p", code=2)

    def test_build_settings(self):
        self.package(manifest='[build]\nemit = ["json"]\noutput = "public"\n')
        self.cadre("build", "p")
        self.assertEqual(set(contents(self.dir / "p/public")), {"framework.json", "framework.schema.json"})
        self.cadre("build", "p", "--emit", "sql", "-o", "other")
        self.assertIn("sql/sqlite.sql", contents(self.dir / "other"))
        self.assertNotIn("framework.json", contents(self.dir / "other"))

    def dependency(self, version, asked):
        self.package("core", FRAMEWORK.replace("acme.test", "acme.core").replace("1.0.0", version))
        self.package("p", FRAMEWORK + "use acme.core\n",
                     manifest=f'[dependencies]\nacme.core = {{ path = "../core", version = "{asked}" }}\n')

    def test_versions(self):
        self.dependency("2.3.0", "^2.0")
        self.cadre("check", "p")
        self.dependency("3.0.0", "^2.0")
        done = self.cadre("check", "p", code=2)
        self.assertIn("error[E0909]: `acme.core` is at version 3.0.0", done.stderr)
        self.assertIn("p/cadre.toml:2:", done.stderr)
        self.dependency("2.3.0", "~2.2")
        self.cadre("build", "p", code=2)
        self.assertFalse((self.dir / "dist").exists())

    def test_another_framework(self):
        self.package("core", FRAMEWORK)
        self.package("p", FRAMEWORK.replace("acme.test", "acme.p"),
                     manifest='[dependencies]\nacme.core = { path = "../core" }\n')
        self.assertIn("error[E0910]: the package in `core` is `acme.test`", self.cadre("check", "p", code=2).stderr)

    def test_workspace(self):
        self.write("w/cadre.toml", '[workspace]\nmembers = ["a", "b"]\n')
        self.package("w/a", FRAMEWORK.replace("acme.test", "acme.a"))
        self.package("w/b", FRAMEWORK.replace("acme.test", "acme.b"))
        self.cadre("check", "w")
        self.cadre("build", "w", "-o", "out")
        for name in "ab":
            document = json.loads((self.dir / f"out/{name}/framework.json").read_text())
            self.assertEqual(document["framework"]["id"], f"acme.{name}")
        self.package("w/b", FRAMEWORK.replace("at A }", "at Z }"))
        before = snapshot(self.dir / "out")
        self.cadre("build", "w", "-o", "out", code=1)
        self.assertEqual(snapshot(self.dir / "out"), before)


class Builds(CliTest):
    def test_default_output(self):
        self.package()
        self.cadre("build", "p")
        self.assertTrue((self.dir / "dist/framework.json").exists())
        self.cadre("build", cwd=self.dir / "p")
        self.assertTrue((self.dir / "p/dist/framework.json").exists())
        (self.dir / "p/sub").mkdir()
        self.cadre("build", cwd=self.dir / "p/sub")
        self.assertFalse((self.dir / "p/sub/dist").exists())

    def test_nothing_changes_twice(self):
        self.package()
        first = self.cadre("build", "p", "-o", "out")
        self.assertIn("acme.test 1.0.0 in out", first.stderr)
        before = snapshot(self.dir / "out")
        second = self.cadre("build", "p", "-o", "out")
        self.assertIn("nothing changed", second.stderr)
        self.assertEqual(snapshot(self.dir / "out"), before)
        self.assertEqual(self.cadre("build", "p", "-o", "out", "-q").stderr, "")

    def test_unchanged_files_keep_their_time(self):
        self.package()
        self.cadre("build", "p", "-o", "out")
        before = snapshot(self.dir / "out")
        self.package(text=FRAMEWORK.replace('"Test"', '"Another title"'))
        self.cadre("build", "p", "-o", "out")
        after = snapshot(self.dir / "out")
        self.assertNotEqual(before["framework.json"], after["framework.json"])
        self.assertEqual(before["framework.schema.json"], after["framework.schema.json"])

    def test_removes_its_own_files_alone(self):
        self.package()
        self.cadre("build", "p", "-o", "out")
        self.write("out/mine.txt", "mine")
        self.write("out/sql/mine.txt", "mine")
        self.cadre("build", "p", "-o", "out", "--emit", "json")
        self.assertEqual(set(contents(self.dir / "out")),
                         {"framework.json", "framework.schema.json", "mine.txt", "sql/mine.txt"})

    def test_findings_change_nothing(self):
        self.package()
        self.cadre("build", "p", "-o", "out")
        before = snapshot(self.dir)
        self.package(text=FRAMEWORK.replace("at A }", "at Z }"))
        self.cadre("build", "p", "-o", "out", code=1)
        self.cadre("build", "p", "-o", "fresh/deep", code=1)
        self.assertEqual(snapshot(self.dir / "out"), {k[4:]: v for k, v in before.items() if k.startswith("out/")})
        self.assertFalse((self.dir / "fresh").exists())
        self.assertEqual([p.name for p in self.dir.iterdir() if p.name.startswith(".")], [])

    def test_in_the_way(self):
        self.package()
        self.write("out/framework.json", "mine")
        done = self.cadre("build", "p", "-o", "out", code=2)
        self.assertIn("out/framework.json", done.stderr)
        self.assertEqual(contents(self.dir / "out"), {"framework.json": b"mine"})

    def test_output_that_is_a_file(self):
        self.package()
        self.write("out", "mine")
        self.cadre("build", "p", "-o", "out", code=2)
        self.cadre("build", "p", "-o", "out/inner", code=2)

    def test_output_that_is_a_link(self):
        self.package()
        (self.dir / "real").mkdir()
        (self.dir / "out").symlink_to("real")
        self.cadre("build", "p", "-o", "out")
        self.assertTrue((self.dir / "out").is_symlink())
        self.assertIn("framework.json", contents(self.dir / "real"))

    def test_output_inside_the_package(self):
        self.package()
        self.cadre("build", ".", "-o", ".", cwd=self.dir / "p")
        self.cadre("build", ".", "-o", ".", cwd=self.dir / "p")
        self.assertTrue((self.dir / "p/framework.json").exists())
        self.assertTrue((self.dir / "p/framework.cadre").exists())

    def test_read_only_output(self):
        self.package()
        binary = shutil.copy(CADRE, self.dir / "cadre")
        os.chmod(binary, 0o755)
        os.chmod(self.dir, 0o755)
        (self.dir / "out").mkdir(mode=0o555)
        user = {"user": 65534, "group": 65534} if os.getuid() == 0 else {}
        done = subprocess.run([binary, "build", "p", "-o", "out"], cwd=self.dir, capture_output=True, text=True, **user)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("permission denied", done.stderr)
        self.assertEqual(list((self.dir / "out").iterdir()), [])

    def test_full_disk(self):
        self.package()
        mount = self.dir / "small"
        mount.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(mount)]
        if subprocess.run(command, capture_output=True).returncode:
            self.skipTest("may not mount")
        try:
            for name in ("small", "small/out"):
                self.cadre("build", "p", "-o", name, "--emit", "json")
                try:
                    with open(mount / "filler", "wb", buffering=0) as filler:
                        while filler.write(b"x" * 4096):
                            pass
                except OSError:
                    pass
                self.package(text=FRAMEWORK.replace("Does what a test asks.", "long " * 20000))
                before = snapshot(self.dir / name)
                done = self.cadre("build", "p", "-o", name, "--emit", "json", code=2)
                self.assertIn("no space left", done.stderr)
                self.assertEqual(snapshot(self.dir / name), before)
                (mount / "filler").unlink()
                self.package()
                self.cadre("build", "p", "-o", name, "--emit", "json")
        finally:
            subprocess.run(["umount", str(mount)], check=False)

    def test_same_bytes_everywhere(self):
        self.package("a/p")
        self.package("b/elsewhere/p")
        shutil.copytree(ROOT / "examples/marketing", self.dir / "a/m")
        shutil.copytree(ROOT / "examples/marketing", self.dir / "b/elsewhere/m")
        for name in "pm":
            self.cadre("build", f"a/{name}", "-o", f"a/{name}-out", "-j", "1", env={"TZ": "UTC", "LC_ALL": "C"})
            self.cadre("build", "-o", f"../{name}-out", "-j", "7", cwd=self.dir / f"b/elsewhere/{name}",
                       env={"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "HOME": "/", "USER": "someone"})
            first = contents(self.dir / f"a/{name}-out")
            self.assertEqual(first, contents(self.dir / f"b/elsewhere/{name}-out"))
            self.assertGreater(len(first), 3)


class Cuts(CliTest):
    """Builds that end in the middle."""

    def builds(self):
        """Two states of a package, and what a build makes of each."""
        states = []
        for text in (FRAMEWORK, FRAMEWORK.replace('"P"', '"P two"').replace("profile P", "profile Q")):
            self.package(text=text)
            self.cadre("build", "p", "-o", f"want{len(states)}")
            states.append(contents(self.dir / f"want{len(states)}"))
        return states

    def stop(self, library, at, how, output, *more):
        self.mark().unlink(missing_ok=True)
        return subprocess.run([CADRE, "build", "p", "-o", output, *more], cwd=self.dir, capture_output=True, text=True,
                              env={**os.environ, "LD_PRELOAD": str(library), "CADRE_STOP_AT": str(at),
                                   "CADRE_STOP_HOW": how, "CADRE_STOP_MARK": str(self.mark())})

    def mark(self):
        return self.dir / "stopped"

    def test_kill_at_every_step(self):
        library = self.shim()
        old, new = self.builds()
        reported = set()
        for at in range(10000):
            shutil.rmtree(self.dir / "out", ignore_errors=True)
            self.package()
            self.cadre("build", "p", "-o", "out")
            self.package(text=FRAMEWORK.replace('"P"', '"P two"').replace("profile P", "profile Q"))
            done = self.stop(library, at, "kill", "out")
            if done.returncode == 0:
                break
            self.assertEqual(done.returncode, -signal.SIGKILL, done.stderr)
            for name, data in contents(self.dir / "out").items():
                self.assertIn(data, (old.get(name), new.get(name)), f"step {at}: {name} is a fragment")
            after = self.cadre("build", "p", "-o", "out")
            reported |= {code for code in ("I0940", "I0941", "I0942") if code in after.stderr}
            self.assertEqual(contents(self.dir / "out"), new, f"step {at}")
            self.assertEqual([p.name for p in self.dir.iterdir() if p.name.startswith(".")], [])
        self.assertGreater(at, 10)
        # Some builds are completed, and some undone or discarded.
        self.assertIn("I0940", reported)
        self.assertIn("I0942", reported)

    def test_a_full_disk_at_every_step(self):
        library = self.shim()
        old, new = self.builds()
        for at in range(10000):
            shutil.rmtree(self.dir / "out", ignore_errors=True)
            self.package()
            self.cadre("build", "p", "-o", "out")
            before = snapshot(self.dir / "out")
            self.package(text=FRAMEWORK.replace('"P"', '"P two"').replace("profile P", "profile Q"))
            done = self.stop(library, at, "full", "out")
            if done.returncode == 2:
                self.assertEqual(snapshot(self.dir / "out"), before, f"step {at}")
            else:
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(contents(self.dir / "out"), new)
            if not self.mark().exists():
                break
        self.assertGreater(at, 10)

    def test_a_full_disk_and_a_report(self):
        library = self.shim()
        old, new = self.builds()
        report = self.dir / "report"
        for at in range(10000):
            shutil.rmtree(self.dir / "out", ignore_errors=True)
            shutil.rmtree(self.dir / ".out.cadre-staging", ignore_errors=True)
            report.write_text("old")
            done = self.stop(library, at, "full", "out", "--report-file", "report", "--message-format", "short", "-q")
            self.assertEqual(list(self.dir.glob(".*.cadre-report")), [], f"step {at}")
            if done.returncode == 2:
                self.assertFalse((self.dir / "out").exists(), f"step {at}")
                self.assertIn("no space left on device", report.read_text() + done.stderr)
            else:
                self.assertEqual((done.returncode, done.stderr, report.read_text()), (0, "", ""))
                self.assertEqual(contents(self.dir / "out"), new)
            if not self.mark().exists():
                break
        self.assertGreater(at, 10)

    def test_a_fault_of_cadre(self):
        library = self.shim()
        self.package()
        done = self.stop(library, 3, "segv", "out")
        self.assertEqual(done.returncode, 3)
        self.assertIn("report it", done.stderr)
        self.assertFalse((self.dir / "out/framework.json").exists())
        self.cadre("build", "p", "-o", "out")

    def test_what_an_output_cannot_hold(self):
        # SQL texts hold every character but U+0000, which no source can write.
        done = self.cadre("explain", "E0936")
        self.assertIn("could not be made", done.stdout)

    def test_two_at_once(self):
        import fcntl
        self.package()
        self.cadre("build", "p", "-o", "out")
        held = os.open(self.dir / "out", os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
        done = self.cadre("build", "p", "-o", "out", code=2)
        self.assertIn("another cadre", done.stderr)
        os.close(held)
        self.cadre("build", "p", "-o", "out")


class Starts(CliTest):
    def test_new(self):
        self.cadre("new", "bakery")
        self.cadre("check", "bakery", "--deny", "warnings")
        self.cadre("build", cwd=self.dir / "bakery")
        self.assertIn("framework.json", contents(self.dir / "bakery/dist"))
        before = snapshot(self.dir / "bakery")
        self.cadre("new", "bakery", code=2)
        self.assertEqual(snapshot(self.dir / "bakery"), before)

    def test_examples(self):
        # Reviews age: the examples are looked at as on the day when they were written.
        day = {"SOURCE_DATE_EPOCH": "1795000000"}
        built = []
        for example in sorted((ROOT / "examples").iterdir()):
            if (example / "cadre.toml").exists():
                with self.subTest(example.name):
                    self.cadre("fmt", "--check", example)
                    self.cadre("check", "--deny", "warnings", example, env=day)
                    self.cadre("build", example, "-o", self.dir / example.name, env=day,
                               *["--emit", "json,ndjson,html,sql,sqlite,csv,xlsx,markdown"])
                    built += (self.dir / example.name).rglob("framework.json")
        self.assertEqual(len(built), 11)

    def test_example_of_a_release(self):
        # What the hospital's page says of a repository: translations are complete, and a stale one stops the build.
        shutil.copytree(ROOT / "examples/hospital", self.dir / "trust")
        self.cadre("translate", "status", "--check", "--in", "trust")
        page = self.dir / "trust/core/conduct.cadre"
        page.write_text(page.read_text(encoding="utf-8").replace("Knocks before entering", "Waits before entering"),
                        encoding="utf-8")
        done = self.cadre("check", "trust", code=1)
        self.assertIn("error[stale-translation]", done.stderr)
        self.cadre("translate", "accept", "--in", "trust")
        self.cadre("check", "trust")

    def test_import_faults(self):
        self.cadre("import", "onet", "nothing", "-o", "out", code=2)
        (self.dir / "db").mkdir()
        self.cadre("import", "onet", "db", "-o", "out", code=2)
        self.assertFalse((self.dir / "out").exists())

    def test_import(self):
        for name, rows in ONET.items():
            self.write(f"db/{name}", "".join("\t".join(row) + "\n" for row in rows))
        done = self.cadre("import", "onet", "db", "-o", "out", "--min-importance", "3.0")
        self.assertIn("wrote out", done.stderr)
        self.cadre("check", "out")
        self.cadre("build", "out", "-o", "dist")
        self.cadre("import", "onet", *sorted((self.dir / "db").iterdir()), "-o", "out")
        self.cadre("import", "onet", "db", "-o", "other", "--min-importance", "many", code=2)
        self.write("db/Skills.txt", "Element ID\n")
        self.cadre("import", "onet", "db", "-o", "other", code=1)
        self.assertFalse((self.dir / "other").exists())
        with open(next((self.dir / "out").rglob("*.cadre")), "a", encoding="utf-8") as file:
            file.write("// edited\n")
        self.write("db/Skills.txt", "".join("\t".join(row) + "\n" for row in ONET["Skills.txt"]))
        self.cadre("import", "onet", "db", "-o", "out", code=2)

    MATRIX = "Competency,Fitter,Foreman\nWelding,1,3\nBrazing,2,?\n"
    MAP = """[framework]
id = "acme"
[scale]
range = [1, 3]
[[file]]
name    = "matrix.csv"
shape   = "matrix"
columns = { competency = "Competency" }
"""

    def test_import_csv(self):
        self.write("tables/matrix.csv", self.MATRIX)
        self.write("map.toml", self.MAP)
        done = self.cadre("import", "csv", "tables/matrix.csv", "--map", "map.toml", "-o", "out")
        self.assertIn("warning[W0818]", done.stderr)
        self.assertIn("matrix.csv: 9 cells, 3 in headers, 5 used\n  not imported: 1, which is no level", done.stderr)
        self.assertEqual(done.stdout, "")
        self.cadre("check", "out")
        self.cadre("fmt", "--check", "out")
        kept = (self.dir / "out/not-imported.csv").read_text(encoding="utf-8-sig")
        self.assertIn("matrix.csv,3,Foreman,", kept)
        before = snapshot(self.dir / "out")
        self.cadre("import", "csv", "tables/matrix.csv", "--map=map.toml", "-o", "out")
        self.assertEqual(before, snapshot(self.dir / "out"))
        self.cadre("import", "csv", "tables/matrix.csv", "--map", "map.toml", "-o", "no", "--deny", "warnings", code=1)
        self.assertFalse((self.dir / "no").exists())

    def test_import_csv_finding_as_json(self):
        self.write("matrix.csv", self.MATRIX)
        self.write("map.toml", self.MAP)
        done = self.cadre("import", "csv", "matrix.csv", "--map", "map.toml", "-o", "out", "--message-format", "json")
        found = [json.loads(line) for line in done.stderr.splitlines()]
        self.assertEqual([(it["code"], it["file"], it["line"], it["column"]) for it in found],
                         [("W0818", "matrix.csv", 3, 11)])

    def test_import_csv_guess(self):
        self.write("matrix.csv", self.MATRIX.replace(",?", ",-"))
        before = snapshot(self.dir)
        done = self.cadre("import", "csv", "--guess", "matrix.csv")
        self.assertEqual(before, snapshot(self.dir))
        self.assertIn('shape     = "matrix"', done.stdout)
        self.write("proposed.toml", done.stdout.encode("utf-16"))  # As a shell of Windows writes it.
        self.cadre("import", "csv", "matrix.csv", "--map", "proposed.toml", "-o", "mapped")
        self.cadre("import", "csv", "matrix.csv", "--guess", "-o", "guessed")
        for name in ("competencies.cadre", "profiles.cadre", "framework.cadre"):
            self.assertEqual((self.dir / "mapped" / name).read_bytes(), (self.dir / "guessed" / name).read_bytes())
        self.assertEqual((self.dir / "guessed/import-map.toml").read_text(), done.stdout)
        self.write("odd.csv", "What,1,2\nfoo,x,\nbar,,x\n")
        self.cadre("import", "csv", "odd.csv", "--guess")
        self.assertIn("E0830", self.cadre("import", "csv", "odd.csv", "--guess", "-o", "odd", code=1).stderr)
        self.assertFalse((self.dir / "odd").exists())

    def test_import_csv_faults(self):
        self.write("matrix.csv", self.MATRIX)
        self.write("map.toml", self.MAP.replace("Competency", "Competncy"))
        done = self.cadre("import", "csv", "matrix.csv", "--map", "map.toml", "-o", "out", code=2)
        self.assertIn("map.toml:8:26", done.stderr)
        self.assertIn("did you mean `Competency`?", done.stderr)
        (self.dir / "folder").mkdir()
        for wrong, said in {
            ("matrix.csv", "-o", "out"): "E0829",
            ("matrix.csv",): "needs a directory to write to",
            ("matrix.csv", "--map", "nothing.toml", "-o", "out"): "there is no `nothing.toml`",
            ("matrix.csv", "--map", "folder", "-o", "out"): "not a regular file",
            ("matrix.csv", "--map"): "needs a value",
            ("matrix.csv", "--guess=yes"): "takes no value",
            ("matrix.csv", "--gess"): "did you mean `--guess`?",
            ("folder", "--guess"): "not a regular file",
            ("nothing.csv", "--guess"): "there is no `nothing.csv`",
        }.items():
            self.assertIn(said, self.cadre("import", "csv", *wrong, code=2).stderr)
        self.assertFalse((self.dir / "out").exists())
        self.assertIn("there is no option `--guess` of `cadre import onet`",
                      self.cadre("import", "onet", "x", "--guess", "-o", "out", code=2).stderr)
        self.assertIn("--guess", self.cadre("help", "import").stdout)


class DraftsTest(CadreTest):
    """No output says what is left out, and with --drafts each does."""

    TEXT = FRAMEWORK + """
competency W "W" { about "Does what the plan asks." }
family Fam "Hushed family" { status draft }
every profile in Fam { requires W at C weight 7 because "Hushed plan." }
profile Z "Z" { family Fam requires W at A }
"""
    OUTPUTS = "json,ndjson,html,sql,sqlite,csv,xlsx,markdown"

    def texts(self, *options):
        self.write("main.cadre", self.TEXT)
        self.cadre("build", "main.cadre", "-o", "out", "--emit", self.OUTPUTS, *options)
        found = {}
        for path in (self.dir / "out").rglob("*"):
            if not path.is_file():
                continue
            data = path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as book:
                    data = b"\n".join(book.read(name) for name in book.namelist())
            found[str(path.relative_to(self.dir / "out"))] = data
        return found

    def test_a_rule_for_a_draft_family_is_nowhere(self):
        for name, data in self.texts().items():
            self.assertNotIn(b"Hushed", data, name)
        profiles = json.loads((self.dir / "out/framework.json").read_text())["profiles"]
        own = [{"kind": "own", "level": "A", "importance": "essential"}]
        self.assertEqual(profiles[1]["requirements"],
                         [{"competency": "acme.test.W", "level": "A", "importance": "essential", "origins": own}])

    def test_with_drafts_it_is_in_every_output(self):
        telling = [name for name, data in self.texts("--drafts").items() if b"Hushed plan." in data]
        for output in ("framework.json", "framework.ndjson", "framework.sqlite", "site/", "sql/", "csv/", "xlsx/",
                       "markdown/"):
            self.assertTrue(any(name.startswith(output) for name in telling), f"{output}: {telling}")


if __name__ == "__main__":
    main()
