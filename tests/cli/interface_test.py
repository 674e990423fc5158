#!/usr/bin/python3
"""Checks packages against interfaces, and what `--depfile` says, with the binary, as docs/build-systems.md says.

    interface_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import unittest
from pathlib import Path

from harness import CADRE, ROOT, CadreTest, main, snapshot

OUTPUTS = "json,ndjson,html,sql,sqlite,csv,xlsx,markdown,interface"
MANIFEST = '[package]\nedition = "2026"\n'
CORE = """framework acme.core "Core" {
  version  "1.2.0"
  status   draft
  language en
  translations fr
  scale    S
}
scale S "Steps" cumulative {
  level A "A"
  level B "B"
}
competency Work "Work" {
  about "Gets things done."
  level A { - Sends invoices to customers. }
  level B { - Files the tax return of the company. }
}
competency Rest "Rest"
translation fr {
  competency Work "Travail" {
    level A { - Envoie les factures. }
    level B { - Remet la d\u00e9claration. }
  }
}
"""
SALES = """framework acme.sales "Sales" {
  version  "2.0.0"
  status   draft
  language en
}
use acme.core as core
abstract profile Seller "Seller" {
  requires core.Work at A
}
"""
SHOP = """framework acme.shop "Shop" {
  version  "3.0.0"
  status   draft
  language en
  translations fr
}
use acme.core as core
use acme.sales
profile Clerk "Clerk" extends acme.sales.Seller {
  requires core.Rest at B
}
"""


def dependencies(manifest):
    return tomllib.loads(Path(manifest).read_text(encoding="utf-8")).get("dependencies", {})


def outputs(directory):
    """What was written, without the record."""
    return {name: bytes for name, (bytes, _) in snapshot(directory).items() if name != ".cadre-manifest"}


class InterfaceTest(CadreTest):
    def findings(self, *arguments, **more):
        """What is found in the package itself: labels may lie in a package that it uses."""
        found = []
        for line in self.cadre("check", *arguments, "--message-format", "json", code=None, **more).stderr.splitlines():
            it = json.loads(line)
            it["labels"] = [label["message"] for label in it["labels"]]
            if not it["file"].startswith("..") and not it["file"].endswith(".interface"):
                found.append(it)
        return found

    def three(self):
        """core <- sales <- shop, and shop uses core as well."""
        self.write("core/cadre.toml", MANIFEST)
        self.write("core/core.cadre", CORE)
        self.write("sales/cadre.toml", MANIFEST + '[dependencies]\n"acme.core" = { path = "../core", version = "^1.0" }\n')
        self.write("sales/sales.cadre", SALES)
        self.write("shop/cadre.toml", MANIFEST + '[dependencies]\n"acme.core" = { path = "../core" }\n'
                   '"acme.sales" = { path = "../sales" }\n')
        self.write("shop/shop.cadre", SHOP)

    def interface(self, package, *uses, to=None):
        """Makes the interface of a package, from sources or from the interfaces that it uses; gives its path."""
        to = to or f"out/{package}"
        options = [part for it in uses for part in ("--interface", it)]
        self.cadre("build", package, "-o", to, "--emit", "interface", "-q", *options)
        return f"{to}/framework.interface"

    def text(self, name):
        return (self.dir / name).read_text(encoding="utf-8")

    def refused(self, code, *arguments, verb="check"):
        done = self.cadre(verb, *arguments, code=2)
        self.assertIn(f"[{code}]", done.stderr)
        return done.stderr


class Same(InterfaceTest):
    """With interfaces comes out what comes out with sources."""

    def test_the_hospital(self):
        hospital = self.dir / "hospital"
        shutil.copytree(ROOT / "examples/hospital", hospital, ignore=shutil.ignore_patterns("dist"))
        made = {}
        for name in ("core", "nursing", "pharmacy", "facilities", "careers"):
            asked = dependencies(hospital / name / "cadre.toml")
            self.assertTrue(set(asked) <= set(made), f"{name} is not in order")
            alone = self.dir / "alone" / name
            shutil.copytree(hospital / name, alone)
            given = [part for framework in made for part in ("--interface", made[framework])]
            self.cadre("build", name, "-o", self.dir / "sources" / name, "--emit", OUTPUTS, "-q", cwd=hospital)
            self.cadre("build", name, "-o", self.dir / "interfaces" / name, "--emit", OUTPUTS, "-q", *given,
                       cwd=self.dir / "alone")
            self.assertEqual(outputs(self.dir / "sources" / name), outputs(self.dir / "interfaces" / name), name)
            strict = '\n[lint]\ntier = "strict"\n'
            for package in (hospital / name, alone):
                with open(package / "cadre.toml", "a", encoding="utf-8") as file:
                    file.write(strict)
            found = self.findings(".", cwd=hospital / name)
            self.assertTrue(found, "a comparison of nothing")
            self.assertEqual(found, self.findings(".", *given, cwd=alone), name)
            for package in (hospital / name, alone):
                path = package / "cadre.toml"
                path.write_text(path.read_text(encoding="utf-8").removesuffix(strict), encoding="utf-8")
            written = self.dir / "sources" / name / "framework.interface"
            framework = written.read_text(encoding="utf-8").split()[4]
            made[framework] = written
            shutil.rmtree(alone)

    def test_the_texts_of_the_language(self):
        """An interface read as source says what the package says, and is its own interface."""
        sources = [it for it in sorted(ROOT.glob("tests/golden/**/*.cadre")) if not list(it.parent.glob("cadre.toml"))]
        sources = [it for it in sources if not it.name.startswith("fail_")]
        sources += [it.parent for it in sorted(ROOT.glob("examples/*/cadre.toml")) if not dependencies(it)]
        compared = 0
        for source in sources:
            shutil.rmtree(self.dir / "a", ignore_errors=True)
            shutil.rmtree(self.dir / "b", ignore_errors=True)
            done = self.cadre("build", source, "-o", "a", "--emit", "json,interface", "-q", code=None)
            if done.returncode != 0:
                self.assertEqual(done.returncode, 1, f"{source}\n{done.stderr}")
                continue
            if not (self.dir / "a/framework.interface").exists():
                continue
            self.write("x.cadre", (self.dir / "a/framework.interface").read_bytes())
            self.cadre("build", "x.cadre", "-o", "b", "--emit", "json,interface", "-q")
            self.assertEqual(outputs(self.dir / "a")["framework.json"], outputs(self.dir / "b")["framework.json"], source)
            plain = [[line for line in self.text(f"{it}/framework.interface").split("\n") if not line.startswith("// ")]
                     for it in "ab"]
            self.assertEqual(*plain, source)
            compared += 1
        self.assertGreater(compared, 50)

    def test_made_from_sources_or_interfaces(self):
        self.three()
        core = self.interface("core")
        sales = self.interface("sales")
        self.assertEqual(self.text(sales), self.text(self.interface("sales", core, to="out/again")))
        shop = self.interface("shop")
        self.assertEqual(self.text(shop), self.text(self.interface("shop", sales, core, to="out/again")))
        self.assertEqual(re.findall(r"// uses (\S+)", self.text(shop)), ["acme.core", "acme.sales"])

    def test_a_translation_that_is_left_out_stays_so(self):
        self.three()
        self.cadre("translate", "accept", "--in", "core")
        before = self.text(self.interface("core"))
        self.assertNotIn("// outdated", before)
        self.write("core/core.cadre", CORE.replace("Sends invoices", "Posts bills"))
        core = self.interface("core")
        self.assertIn("// outdated fr ", self.text(core))
        for to, given in (("sources", ()), ("interfaces", ("--interface", core))):
            self.cadre("build", "shop", "-o", to, "--emit", "json,interface", "-q", *given)
        self.assertEqual(outputs(self.dir / "sources"), outputs(self.dir / "interfaces"))
        self.assertNotIn("Envoie", self.text("interfaces/framework.json"))
        self.assertIn("Remet", self.text("interfaces/framework.json"))

    def test_what_is_found_in_a_package_is_told_once_and_there(self):
        self.three()
        self.write("core/core.cadre", CORE.replace('competency Rest "Rest"', 'competency Rest "Rest" { was Pause }\n'
                                                   'profile Idle "Idle" { requires Pause at A }'))
        self.assertIn("core.cadre", self.cadre("check", "core").stderr)
        told = self.cadre("check", "sales").stderr
        self.assertIn("core.cadre", told)
        told = self.cadre("check", "sales", "--interface", self.interface("core")).stderr
        self.assertNotIn("interface:", told)

    def test_places_in_an_interface(self):
        self.three()
        core = self.interface("core")
        self.write("sales/sales.cadre", SALES.replace("core.Work at A", "core.S"))
        told = self.cadre("check", "sales", "--interface", core, code=1).stderr
        self.assertIn("out/core/framework.interface:", told)


class Changes(InterfaceTest):
    """What changes an interface and what does not."""

    def setUp(self):
        super().setUp()
        self.three()
        self.before = self.text(self.interface("core"))

    def after(self, text=None):
        if text is not None:
            self.write("core/core.cadre", text)
        return self.text(self.interface("core"))

    def test_comments_and_layout(self):
        self.assertEqual(self.before, self.after("// A word.\n" + CORE.replace('competency Rest "Rest"', '''
           // Two
              // words.
            competency  Rest    "Rest"   // And more.''').replace("  ", "\t")))

    def test_escapes(self):
        self.assertEqual(self.before, self.after(CORE.replace('"Gets things', r'"\u{47}ets things')))

    def test_files(self):
        at = CORE.index("competency Work")
        self.write("core/people.cadre", CORE[at:])
        self.assertEqual(self.before, self.after(CORE[:at]))
        (self.dir / "core/people.cadre").rename(self.dir / "core/zebra.cadre")
        self.assertEqual(self.before, self.after())

    def test_the_order_of_declarations(self):
        rest = 'competency Rest "Rest"\n'
        self.assertNotEqual(self.before, self.after(CORE.replace(rest, "").replace("competency Work", rest + "competency Work")))

    def test_meaning(self):
        seen = {self.before}
        for old, new in (("Steps", "Stages"), ("1.2.0", "1.2.1"), ("Envoie", "Expedie"), ("Sends", "Posts"),
                         ('"Rest"\n', '"Rest" { allow missing-definition because "Known." }\n'),
                         ('"Rest"\n', '"Rest"\ncompetency Play "Play"\n')):
            after = self.after(CORE.replace(old, new))
            self.assertNotIn(after, seen, new)
            seen.add(after)

    def test_what_others_use(self):
        """A change below reaches the hash above, for an interface stands for what it was checked with."""
        sales = self.text(self.interface("sales"))
        self.after(CORE.replace("Steps", "Stages"))
        changed = self.text(self.interface("sales"))
        self.assertNotEqual(sales, changed)
        plain = [re.sub(r"sha256:\w+", "", it) for it in (sales, changed)]
        self.assertEqual(*plain)

    def test_an_unchanged_interface_is_not_touched(self):
        path = self.dir / "out/core/framework.interface"
        before = path.stat().st_mtime_ns
        self.after("// A word.\n" + CORE)
        self.assertEqual(before, path.stat().st_mtime_ns)


class Faults(InterfaceTest):
    def setUp(self):
        super().setUp()
        self.three()
        self.core = self.interface("core")
        self.sales = self.interface("sales")

    def damaged(self, change):
        return self.write("bad.interface", change(self.text(self.core))).name

    def test_what_is_no_interface(self):
        self.refused("E0970", "sales", "--interface", "core/core.cadre")
        self.refused("E0970", "sales", "--interface", self.write("empty", "").name)
        self.refused("E0970", "sales", "--interface", self.write("bytes", b"\xff\x00\n").name)
        self.refused("E0920", "sales", "--interface", "nowhere")
        self.refused("E0922", "sales", "--interface", "core")
        # What could not be read is the one thing wrong: nobody knows whose interface it is.
        for given in ("nowhere", "core"):
            told = self.cadre("check", "shop", "--interface", given, "--interface", self.sales, code=2).stderr
            self.assertEqual(told.count("error["), 1, told)

    def test_another_format(self):
        self.assertIn("`2`", self.refused("E0971", "sales", "--interface",
                                          self.damaged(lambda it: it.replace("interface 1 ", "interface 2 "))))

    def test_damage(self):
        for change in (lambda it: it.replace("Work", "Wirk"), lambda it: it[:-5], lambda it: it + "\n",
                       lambda it: it.replace("1.2.0 ", "1.3.0 "), lambda it: it.replace("acme.core 1", "acme.cure 1"),
                       lambda it: it.replace("sha256:", "sha256:0"), lambda it: it.split("\n")[0],
                       lambda it: it.split(" sha256")[0] + "\n", lambda it: it.replace("\n", "\r\n"),
                       lambda it: "\ufeff" + it):
            self.refused("E0972", "sales", "--interface", self.damaged(change))
            self.refused("E0972", "sales", "--interface", "bad.interface", "-o", "out/x", verb="build")
        self.assertFalse((self.dir / "out/x").exists())

    def test_two_of_one(self):
        shutil.copy(self.dir / self.core, self.dir / "copy.interface")
        told = self.refused("E0973", "sales", "--interface", self.core, "--interface", "copy.interface")
        self.assertIn("the first one", told)

    def test_a_missing_one(self):
        told = self.refused("E0974", "shop", "--interface", self.sales)
        self.assertIn("`acme.sales` uses `acme.core`", told)

    def test_another_one(self):
        self.write("core/core.cadre", CORE.replace("Steps", "Stages"))
        core = self.interface("core")
        told = self.refused("E0975", "shop", "--interface", self.sales, "--interface", core)
        self.assertIn("make the interface of `acme.sales` again", told)

    def test_its_own(self):
        self.write("core/cadre.toml", MANIFEST + '[dependencies]\n"acme.sales" = { path = "../sales" }\n')
        self.write("core/core.cadre", CORE + "\nuse acme.sales\n")
        shutil.rmtree(self.dir / "sales")
        told = self.cadre("check", "core", "--interface", self.sales, "--interface", self.core, code=2).stderr
        self.assertIn("[E0976]", told)

    def test_versions(self):
        self.write("sales/cadre.toml", MANIFEST + '[dependencies]\n"acme.core" = { path = "../core", version = "^2.0" }\n')
        self.refused("E0909", "sales", "--interface", self.core)

    def test_what_is_not_given_is_read_from_its_path(self):
        self.cadre("check", "shop", "--interface", self.core)
        shutil.rmtree(self.dir / "core")
        self.cadre("check", "shop", "--interface", self.core, "--interface", self.sales)
        self.refused("E0920", "shop")

    def test_the_side_before(self):
        """What `--since` names is of its own time, as far as its dependencies are there."""
        shutil.copytree(self.dir / "sales", self.dir / "then/sales")
        build = ("build", "sales", "-o", "dist", "--emit", "html", "--interface", self.core, "--depfile", "d", "-q", "--since", "then/sales")
        self.assertEqual(self.cadre(*build).stderr.count("error"), 0)
        self.assertIn("  then/sales/sales.cadre", self.text("d"))
        shutil.copytree(self.dir / "core", self.dir / "then/core")
        self.write("then/core/core.cadre", CORE.replace("level B", "level C"))
        self.write("then/sales/sales.cadre", SALES.replace("at A", "at C"))
        self.cadre(*build)
        self.assertIn("  then/core/core.cadre", self.text("d"))
        self.cadre("build", "sales", "-o", "dist", "--interface", self.core, "--since", "nowhere", code=2)

    def test_git(self):
        told = self.cadre("check", "git:HEAD", "--interface", self.core, code=2).stderr
        self.assertIn("`--interface` is about files of the disk", told)

    def test_calls(self):
        self.assertIn("needs the name of a file", self.cadre("check", "sales", "--interface=", code=2).stderr)
        self.assertIn("did you mean `interface`", self.cadre("build", "core", "--emit", "interfaces", code=2).stderr)
        self.write("core/cadre.toml", MANIFEST + '[build]\nemit = ["interface"]\n')
        self.cadre("build", "core", "-o", "set", "-q")
        self.assertEqual(list(outputs(self.dir / "set")), ["framework.interface"])
        self.assertIn("framework.interface", self.cadre("help", "build").stdout)


class Depfiles(InterfaceTest):
    def setUp(self):
        super().setUp()
        self.three()

    def make(self, *arguments, cwd=None):
        """The targets of make that are out of date, with the depfile as its rules."""
        done = subprocess.run(["make", "-f", "Makefile", *arguments], cwd=cwd or self.dir, capture_output=True, text=True,
                              timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def rule(self, name):
        """Targets and what they depend on, of a file in which no name has a space."""
        first, *rest = self.text(name).replace(" \\\n", " ").strip().split("\n")
        target, read = first.split(":", 1)
        self.assertEqual([it + ":" for it in read.split()], rest)
        return target, read.split()

    def test_what_is_read(self):
        core = self.interface("core")
        self.cadre("translate", "accept", "--in", "core")
        self.write("sales/sales.cadre", SALES + 'competency Cold "Cold"\n')
        self.cadre("lint", "sales", "--write-baseline", "-q")
        baseline = [str(it.relative_to(self.dir)) for it in (self.dir / "sales").glob("*baseline.json")]
        self.assertEqual(len(baseline), 1)
        self.cadre("check", "sales", "--depfile", "sales.checked.d", "-q")
        self.assertEqual(self.rule("sales.checked.d"), ("sales.checked", sorted(
            ["sales", "sales/cadre.toml", "sales/sales.cadre", *baseline, "core", "core/cadre.toml", "core/core.cadre",
             "core/translations", "core/translations/fr.lock"])))
        self.cadre("build", "sales", "-o", "dist", "--emit", "json", "--depfile", "d", "--interface", core, "-q")
        self.assertEqual(self.rule("d"), ("dist/.cadre-manifest",
                                          sorted(["sales", "sales/cadre.toml", "sales/sales.cadre", *baseline, core])))
        self.cadre("build", "sales", "-o", "dist", "--depfile", "d", "--depfile-target", "a.b", "-q")
        self.assertEqual(self.rule("d")[0], "a.b")

    def test_what_it_was_compared_with(self):
        """All that `--since` reads; of git, what cannot change."""
        shutil.copytree(self.dir / "sales", self.dir / "then/sales")
        shutil.copytree(self.dir / "core", self.dir / "then/core")
        self.cadre("build", "sales", "-o", "was", "--emit", "json", "-q")
        now = ["sales", "sales/cadre.toml", "sales/sales.cadre", "core", "core/cadre.toml", "core/core.cadre"]
        for since, read in (("then/sales", ["then/" + it for it in now]), ("was/framework.json", ["was/framework.json"]),
                            ("was", ["was/framework.json"])):
            self.cadre("build", "sales", "-o", "dist", "--emit", "json", "--depfile", "d", "-q", "--since", since)
            self.assertEqual(self.rule("d")[1], sorted(now + read))
        self.write("cadre.toml", '[workspace]\nmembers = ["core", "sales"]\n')
        self.cadre("build", ".", "-o", "all", "--emit", "json", "-q")
        self.cadre("build", ".", "-o", "dist", "--emit", "json", "--depfile", "d", "-q", "--since", "all")
        self.assertEqual([it for it in self.rule("d")[1] if it.startswith("all")],
                         ["all", "all/core/framework.json", "all/sales/framework.json"])

    def test_a_revision_that_it_was_compared_with(self):
        env = {**os.environ, **{f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}}
        for command in ("init -q -b main", "add sales core", "commit -qm A"):
            subprocess.run(["git", *command.split()], cwd=self.dir, env=env, check=True)
        build = ("build", "sales", "-o", "dist", "--emit", "json", "--depfile", "d", "-q", "--since")
        whole = subprocess.run(["git", "rev-parse", "HEAD"], cwd=self.dir, capture_output=True, text=True, check=True).stdout.strip()
        for moving in ("git:main", "git:HEAD:sales", f"git:{whole[:12]}", f"git:{whole}^0"):
            told = self.cadre(*build, moving, code=2).stderr
            self.assertIn("may be another commit tomorrow", told)
            self.assertFalse((self.dir / "d").exists() or (self.dir / "dist").exists())
        for fixed in (f"git:{whole}", f"git:{whole}:sales"):
            self.cadre(*build, fixed)
            self.assertEqual(self.rule("d")[1], sorted(["sales", "sales/cadre.toml", "sales/sales.cadre", "core", "core/cadre.toml",
                                                        "core/core.cadre"]))

    def test_a_baseline_that_is_not_there_yet(self):
        """Where it will stand: its directory becomes newer then."""
        (self.dir / "lists").mkdir()
        for named, watched in (("../lists/sales.baseline", ["lists"]), ("../lists/a/b.baseline", ["lists"]), ("own.baseline", [])):
            self.write("sales/cadre.toml", MANIFEST + '[dependencies]\n"acme.core" = { path = "../core" }\n'
                       f'[lint]\nbaseline = "{named}"\n')
            self.cadre("check", "sales", "--depfile", "d", "-q")
            self.assertEqual(self.rule("d")[1], sorted(["sales", "sales/cadre.toml", "sales/sales.cadre", "core", "core/cadre.toml",
                                                        "core/core.cadre", *watched]))

    def test_only_on_success(self):
        self.write("bad/bad.cadre", "framework\n")
        self.cadre("check", "bad", "--depfile", "d", code=1)
        self.cadre("build", "bad", "-o", "dist", "--depfile", "d", code=1)
        self.cadre("check", "core", "--deny", "warnings", "--depfile", "d", code=1)
        self.write("d", "old")
        self.cadre("check", "bad", "--depfile", "d", code=1)
        self.assertEqual(self.text("d"), "old")
        self.cadre("check", "core", "--depfile", "core/core.cadre", code=2)
        self.cadre("check", "core", "--depfile", "no/where/d", code=2)
        self.cadre("build", "core", "-o", "dist", "--depfile", "dist/framework.json", code=2)
        self.cadre("check", "git:HEAD", "--depfile", "d", code=2)
        self.cadre("check", "core", "--fix", "--depfile", "d", code=2)
        self.assertFalse((self.dir / "dist").exists())
        self.assertEqual([it.name for it in self.dir.iterdir() if it.name.startswith(".")], [])

    def test_names(self):
        """Make and Ninja read what was written: names with all that they treat in a way of their own."""
        name = r"a b$c#d\ e\@%~+,!{}[]"
        self.write(f"{name}/cadre.toml", MANIFEST)
        self.write(f"{name}/x y.cadre", CORE)
        self.write("out it", "")
        self.cadre("check", name, "--depfile", "d", "--depfile-target", "out it", "-q")
        self.write("Makefile", "include d\nout\\ it:\n\t@echo made; touch out\\ it\n")
        self.make("out it")
        self.assertNotIn("made", self.make("out it"))
        for touched in (f"{name}/cadre.toml", f"{name}/x y.cadre", name):
            os.utime(self.dir / touched, (4e9, 4e9))
            self.assertIn("made", self.make("out it"), touched)
            os.utime(self.dir / touched, (1e9, 1e9))
            os.utime(self.dir / "out it")
        self.write("build.ninja", "rule x\n  command = echo ran >> log; cp d d2\n  depfile = d2\nbuild out$ it: x\n")
        self.ninja_reads(name)

    def ninja_reads(self, name):
        def ran():
            done = subprocess.run(["ninja", "-d", "explain"], cwd=self.dir, capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            return "no work to do" not in done.stdout, done.stdout + done.stderr
        ran()
        os.utime(self.dir / "out it", (2e9, 2e9))
        ran()
        os.utime(self.dir / "out it", (2e9, 2e9))
        for touched in (f"{name}/cadre.toml", f"{name}/x y.cadre", name):
            os.utime(self.dir / touched, (1e9, 1e9))
        self.assertFalse(ran()[0], ran()[1])
        for touched in (f"{name}/cadre.toml", f"{name}/x y.cadre", name):
            os.utime(self.dir / touched, (3e9, 3e9))
            dirty, why = ran()
            self.assertTrue(dirty, touched + why)
            os.utime(self.dir / touched, (1e9, 1e9))

    def test_names_that_cannot_be_written(self):
        for character in "\n\t\"&'*:;<=>?^|`":
            name = f"a{character}b.cadre"
            self.write(name, CORE)
            told = self.cadre("check", name, "--depfile", "d", code=2).stderr
            self.assertIn("cannot be named in a depfile", told)
            self.cadre("build", name, "-o", "dist", "--depfile", "d", code=2)
            self.assertFalse((self.dir / "d").exists())
            self.assertFalse((self.dir / "dist").exists())

    def test_make_after_files_come_and_go(self):
        self.write("Makefile", f"checked:\n\t@echo made; {CADRE} check core --depfile checked.d -q 2>/dev/null; "
                   "touch checked\n-include checked.d\n")
        self.assertIn("made", self.make("checked"))
        for path in ("core", "core/core.cadre", "core/cadre.toml"):
            os.utime(self.dir / path, (1e9, 1e9))
        self.assertNotIn("made", self.make("checked"))
        self.write("core/new.cadre", 'competency New "New"\n')
        os.utime(self.dir / "core", (4e9, 4e9))
        self.assertIn("made", self.make("checked"))
        (self.dir / "core/new.cadre").unlink()
        self.assertIn("made", self.make("checked"))


if __name__ == "__main__":
    main()
