#!/usr/bin/python3
"""Runs `cadre fmt` as users do, and checks what docs/fmt.md promises.

    fmt_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN
"""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from harness import CADRE, ROOT, main

NOBODY = 65534

UGLY = """framework   acme.test "Test" { version "1.0.0"
    language en // of all texts
 scale S }
scale S "S" { level Basic "B"
level Better "C" }
competency PressWork "Press work" { level Basic { - Does it. } level Better {
- Does it well
   and teaches it. } }
"""
NICE = """framework acme.test "Test" {
  version  "1.0.0"
  language en  // of all texts
  scale    S
}
scale S "S" {
  level Basic  "B"
  level Better "C"
}
competency PressWork "Press work" {
  level Basic  { - Does it. }
  level Better {
    - Does it well
      and teaches it.
  }
}
"""
LABELLED = NICE.replace("- Does it. ", "- [PW-Ba1] Does it. ").replace("- Does it well", "- [PW-Be1] Does it well")
BROKEN = 'profile P "P" { requires }\n'


class FmtTest(unittest.TestCase):
    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="cadre-fmt-"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)

    def fmt(self, *arguments, code=0, cwd=None, input=None, user=None):
        done = subprocess.run([CADRE, "fmt", *map(str, arguments)], cwd=cwd or self.dir, capture_output=True,
                              input=input.encode() if input is not None else None, timeout=120, user=user)
        done.out = done.stdout.decode(errors="replace")
        done.err = done.stderr.decode(errors="replace")
        self.assertEqual(done.returncode, code, f"cadre fmt {arguments}\n{done.out}\n{done.err}")
        return done

    def write(self, name, text=UGLY):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def package(self, **files):
        self.write("p/cadre.toml", '[package]\nedition = "2026"\n')
        return [self.write(f"p/{name}.cadre", text) for name, text in files.items()]

    def assertText(self, path, text):
        self.assertEqual(Path(path).read_text(), text)


class InPlace(FmtTest):
    def test_a_package(self):
        one, two, nice = self.package(one=UGLY, two='family  F "F"\n', nice=NICE)
        before = nice.stat().st_mtime_ns
        done = self.fmt("p")
        self.assertText(one, NICE)
        self.assertText(two, 'family F "F"\n')
        self.assertEqual(nice.stat().st_mtime_ns, before)
        self.assertEqual((done.out, done.err), ("", "formatted 2 of 3 files\n"))
        self.assertEqual(sorted(p.name for p in (self.dir / "p").iterdir()),
                         ["cadre.toml", "nice.cadre", "one.cadre", "two.cadre"])
        again = self.fmt("p")
        self.assertEqual((again.out, again.err), ("", ""))

    def test_here_without_a_path(self):
        one, = self.package(one=UGLY)
        self.assertEqual(self.fmt("-q", cwd=one.parent).err, "")
        self.assertText(one, NICE)

    def test_verbose_names_the_files(self):
        self.package(one=UGLY)
        self.assertEqual(self.fmt("-v", "p").err, "formatted 1 of 1 file\n  p/one.cadre\n")

    def test_a_file_or_folder_stands_for_itself(self):
        one, two = self.package(one=UGLY, two=UGLY)
        three = self.write("p/below/three.cadre")
        four = self.write("p/below/deeper/four.cadre")
        self.fmt("p/one.cadre")
        self.assertText(one, NICE)
        self.assertText(two, UGLY)
        self.fmt("p/below")
        self.assertText(three, NICE)
        self.assertText(four, NICE)
        self.assertText(two, UGLY)
        self.fmt("p/cadre.toml")
        self.assertText(two, NICE)

    def test_a_file_of_no_package(self):
        one = self.write("one.cadre")
        two = self.write("two.cadre")
        self.fmt("one.cadre")
        self.assertText(one, NICE)
        self.assertText(two, UGLY)

    def test_a_workspace_formats_its_members_and_no_dependency(self):
        self.write("w/cadre.toml", '[workspace]\nmembers = ["a"]\n')
        self.write("w/a/cadre.toml", '[package]\n[dependencies]\nacme.b = { path = "../../b" }\n')
        a = self.write("w/a/a.cadre")
        self.write("b/cadre.toml", "[package]\n")
        b = self.write("b/b.cadre")
        self.fmt("w")
        self.assertText(a, NICE)
        self.assertText(b, UGLY)

    def test_dependencies_that_are_not_there_do_not_matter(self):
        one, = self.package(one=UGLY)
        self.write("p/cadre.toml", '[package]\n[dependencies]\nacme.b = { path = "../nowhere" }\n')
        self.fmt("p")
        self.assertText(one, NICE)

    def test_what_does_not_check_is_formatted(self):
        one = self.write("one.cadre", 'profile   P "P" { requires Nothing }\n')
        self.fmt(one)
        self.assertText(one, 'profile P "P" { requires Nothing }\n')

    def test_line_ends_and_a_byte_order_mark(self):
        one = self.write("one.cadre", b"\xef\xbb\xbf" + NICE.replace("\n", "\r\n").encode())
        self.fmt(one)
        self.assertEqual(one.read_bytes(), NICE.encode())
        bom = self.write("bom.cadre", b"\xef\xbb\xbf" + NICE.encode())
        self.fmt("--check", bom, code=1)
        self.fmt(bom)
        self.assertEqual(bom.read_bytes(), NICE.encode())

    def test_empty_files(self):
        one = self.write("one.cadre", "\n\n")
        self.fmt(one)
        self.assertText(one, "")
        self.fmt("--check", one)


class Refused(FmtTest):
    def test_a_syntax_error_leaves_its_file_alone_and_formats_the_others(self):
        one, two = self.package(one=UGLY, two=BROKEN)
        done = self.fmt("p", code=1)
        self.assertIn("two.cadre:1:", done.err)
        self.assertIn("formatted 1 of 2 files", done.err)
        self.assertText(one, NICE)
        self.assertText(two, BROKEN)

    def test_standard_input_with_a_syntax_error_prints_nothing(self):
        done = self.fmt("-", input=BROKEN, code=1)
        self.assertEqual(done.out, "")
        self.assertIn("<stdin>:1:", done.err)

    def test_paths_that_are_not_there(self):
        self.assertIn("E0920", self.fmt("nowhere", code=2).err)
        self.write("notes.txt", "x")
        self.assertIn("E0925", self.fmt("notes.txt", code=2).err)
        self.package(one=UGLY)
        (self.dir / "p/empty").mkdir()
        self.assertIn("E0924", self.fmt("p/empty", code=2).err)

    def test_wrong_calls(self):
        self.assertIn("stands alone", self.fmt("-", "x", code=2).err)
        self.assertIn("--label", self.fmt("-", "--label", code=2).err)
        self.assertIn("did you mean `--label`", self.fmt("--labels", code=2).err)
        self.assertIn("has no option `--check`", subprocess.run([CADRE, "build", "--check"], capture_output=True,
                                                               text=True).stderr)

    def test_a_file_that_may_not_be_written(self):
        one, two = self.package(one=UGLY, two=UGLY)
        two.chmod(0o444)
        user = None
        if os.geteuid() == 0:
            user = NOBODY
            self.dir.chmod(0o755)
            for path in (one, two, self.dir / "p", self.dir / "p/cadre.toml"):
                os.chown(path, NOBODY, NOBODY)
        done = self.fmt("p", code=2, user=user)
        self.assertIn("cannot write `p/two.cadre`: permission denied", done.err)
        self.assertText(one, UGLY)
        self.assertText(two, UGLY)
        self.assertEqual(len(list((self.dir / "p").iterdir())), 3)
        self.assertIn("-1,8", self.fmt("--diff", "p", user=user).out)


class Files(FmtTest):
    def test_permissions_stay(self):
        one = self.write("one.cadre")
        one.chmod(0o640)
        self.fmt(one)
        self.assertText(one, NICE)
        self.assertEqual(one.stat().st_mode & 0o7777, 0o640)

    def test_a_link_stays_a_link(self):
        real = self.write("elsewhere/real.cadre")
        self.package(one=NICE)
        link = self.dir / "p/link.cadre"
        link.symlink_to("../elsewhere/real.cadre")
        self.fmt("p")
        self.assertTrue(link.is_symlink())
        self.assertText(real, NICE)
        real.write_text(UGLY)
        self.fmt("p/link.cadre")
        self.assertTrue(link.is_symlink())
        self.assertText(real, NICE)


class Check(FmtTest):
    def test_each_file_is_a_finding(self):
        one, two, nice = self.package(one=UGLY, two=NICE.replace("  scale    S", "  scale S"), nice=NICE)
        done = self.fmt("--check", "--message-format", "json", "p", code=1)
        found = [json.loads(line) for line in done.err.splitlines()]
        self.assertEqual([(f["code"], f["file"], f["line"]) for f in found],
                         [("E0950", "p/one.cadre", 1), ("E0950", "p/two.cadre", 4)])
        self.assertEqual(found[0]["help"], "run `cadre fmt p/one.cadre`")
        self.assertEqual(done.out, "")
        self.assertText(one, UGLY)
        self.assertIn("p/two.cadre:4:1: error[E0950]", self.fmt("--check", "--message-format", "short", "p", code=1).err)

    def test_nothing_to_say(self):
        self.package(nice=NICE)
        done = self.fmt("--check", "p")
        self.assertEqual((done.out, done.err), ("", ""))

    def test_the_last_line_without_its_end(self):
        self.write("one.cadre", NICE[:-1])
        self.assertIn("one.cadre:16:1", self.fmt("--check", "one.cadre", "--message-format", "short", code=1).err)

    def test_standard_input(self):
        self.fmt("--check", "-", input=NICE)
        done = self.fmt("--check", "-", input=UGLY, code=1)
        self.assertEqual(done.out, "")
        self.assertIn("<stdin>:1:", done.err)

    def test_labels(self):
        self.write("one.cadre", NICE)
        self.fmt("--check", "one.cadre")
        self.assertIn("run `cadre fmt --label one.cadre`", self.fmt("--check", "--label", "one.cadre", code=1).err)


class Diff(FmtTest):
    def test_a_diff_is_one_that_patch_takes(self):
        one = self.write("one.cadre")
        done = self.fmt("--diff", "one.cadre")
        self.assertEqual(done.err, "")
        self.assertTrue(done.out.startswith("--- one.cadre\n+++ one.cadre\n@@ -1,8 +1,16 @@\n"))
        self.assertText(one, UGLY)
        if not shutil.which("patch"):
            self.skipTest("no patch")
        subprocess.run(["patch", "-s", "-p0"], input=done.stdout, cwd=self.dir, check=True)
        self.assertText(one, NICE)

    def test_with_check_it_is_a_finding_too(self):
        self.write("one.cadre")
        done = self.fmt("--diff", "--check", "one.cadre", code=1)
        self.assertIn("+++ one.cadre", done.out)
        self.assertIn("E0950", done.err)

    def test_standard_input(self):
        self.assertIn("--- <stdin>\n", self.fmt("--diff", "-", input=UGLY).out)
        self.assertEqual(self.fmt("--diff", "-", input=NICE).out, "")

    def test_a_byte_order_mark_shows(self):
        self.write("one.cadre", b"\xef\xbb\xbf" + NICE.encode())
        self.assertIn("-\ufeffframework", self.fmt("--diff", "one.cadre").out)


class StandardInput(FmtTest):
    def test_goes_to_standard_output(self):
        for text in (UGLY, NICE):
            done = self.fmt("-", input=text)
            self.assertEqual((done.out, done.err), (NICE, ""))
        self.assertEqual(self.fmt("-", input="").out, "")


class Labels(FmtTest):
    def test_labels_and_translations(self):
        source, french = self.package(
            a=UGLY.replace("language en", "language en translations fr"),
            fr='translation fr { competency PressWork "Presse" { level Basic { - Le fait. } } }\n')
        done = self.fmt("--label", "p/a.cadre")
        self.assertEqual(done.err, "labelled 3 bullets\nformatted 2 of 2 files\n")
        self.assertIn("level Basic  { - [PW-Ba1] Does it. }", source.read_text())
        self.assertIn("    - [PW-Be1] Does it well\n      and teaches it.\n", source.read_text())
        self.assertText(french, 'translation fr { competency PressWork "Presse" '
                                '{ level Basic { - [PW-Ba1] Le fait. } } }\n')
        subprocess.run([CADRE, "check", self.dir / "p"], check=True)
        again = self.fmt("--label", "p")
        self.assertEqual((again.out, again.err), ("", ""))

    def test_levels_of_another_package(self):
        self.write("core/cadre.toml", "[package]\n")
        core = self.write("core/core.cadre", 'framework acme.core "C" { version "1.0.0" language en }\n'
                                             'scale S "S" { level Able "A" level About "B" }\n'
                                             'competency X "X" { scale S level Able { - Core. } }\n')
        self.write("p/cadre.toml", '[package]\n[dependencies]\nacme.core = { path = "../core" }\n')
        own = self.write("p/p.cadre", 'framework acme.p "P" { version "1.0.0" language en }\nuse acme.core\n'
                                      'competency Y "Y" { scale acme.core.S level Able { - Own. } }\n')
        self.fmt("--label", "p")
        self.assertIn("[Y-Abl1] Own.", own.read_text())
        self.assertNotIn("[", core.read_text())

    def test_errors_forbid_it(self):
        one = self.write("one.cadre", UGLY + 'competency PressWork "Twice" { level Basic { - Again. } }\n')
        before = one.read_text()
        self.assertIn("E02", self.fmt("--label", "one.cadre", code=1).err)
        self.assertText(one, before)


class Shipped(FmtTest):
    """What comes with cadre is written as `cadre fmt` writes it."""

    def test_examples(self):
        for example in sorted((ROOT / "examples").iterdir()):
            if (example / "cadre.toml").exists():
                self.fmt("--check", example)

    def test_a_new_package(self):
        subprocess.run([CADRE, "new", "n"], cwd=self.dir, check=True, capture_output=True)
        self.fmt("--check", "n")

    def test_an_import(self):
        import cli_test
        tables = self.dir / "tables"
        tables.mkdir()
        for name, rows in cli_test.ONET.items():
            (tables / name).write_text("".join("\t".join(row) + "\r\n" for row in rows))
        subprocess.run([CADRE, "import", "onet", tables, "-o", "out"], cwd=self.dir, check=True, capture_output=True)
        self.fmt("--check", "out")


if __name__ == "__main__":
    main()
