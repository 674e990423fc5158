#!/usr/bin/python3
"""Checks what cadre writes in every message format: by schemas and parsers, and against each other.

    messages_test.py CADRE [--sarif-schema] [PATTERN]

Runs cadre on every golden test, on every example of the explain pages, and on calls that go wrong in other ways.
With --sarif-schema it checks SARIF by its published schema, and that alone; npm installs it (scripts/test). Exit status
77 says that it is not there.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import documents

CADRE = None
ROOT = Path(__file__).resolve().parents[2]
FORMATS = ["human", "short", "json", *documents.DOCUMENTS]

CLEAN = """framework acme.test "Test" {
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
FAILING = CLEAN.replace("requires X at A", "requires X at Bb")


def run(*arguments, cwd, **more):
    """(exit code, what stands on standard error, as text that must be UTF-8)."""
    done = subprocess.run([CADRE, *arguments], cwd=cwd, capture_output=True, timeout=120, **more)
    return done.returncode, done.stderr.decode("utf-8")


def complaints(arguments, cwd, **more):
    """What is wrong with the formats of one call."""
    code, text = run(*arguments, "--message-format", "json", cwd=cwd, **more)
    findings, found = documents.json_lines(text)
    for name, check in documents.DOCUMENTS.items():
        other, text = run(*arguments, "--message-format", name, cwd=cwd, **more)
        if other != code:
            found.append(f"{name} ends with {other}, json with {code}")
        found += [f"{name}: {it}" for it in check(text, findings, code)]
        if str(cwd) in text:
            found.append(f"{name} names this machine's paths")
    return found


# ---- The corpus ------------------------------------------------------------------------------------


def parts_of(lines, own):
    """File name → lines, split as golden tests are."""
    files, name = {own: []}, own
    for line in lines:
        match = re.fullmatch(rb"// --- (\S+)\s*", line)
        if match:
            name = match[1].decode()
            files[name] = []
        else:
            files[name].append(line)
    return {name: part for name, part in files.items() if part}


def corpus():
    """(name, files) of every golden test and of every example that fails."""
    for path in sorted((ROOT / "tests/golden").rglob("*.cadre")):
        if "emit" not in path.parts:
            yield str(path.relative_to(ROOT)), parts_of(path.read_bytes().split(b"\n"), path.name)
    for path in sorted((ROOT / "compiler/diag/explain").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for nth, block in enumerate(re.findall(r"^```cadre fail\n(.*?)^```", text, re.S | re.M)):
            yield f"{path.name}#{nth}", parts_of(block.encode().split(b"\n"), "package.cadre")


def on_disk(files, folder):
    for name, lines in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\n".join(lines))


def check_case(case):
    name, files = case
    with tempfile.TemporaryDirectory() as folder:
        on_disk(files, folder)
        try:
            found = complaints(["check", "."], folder)
        except Exception as error:  # The case must be named.
            found = [repr(error)]
        return name, found


# ---- Tests -----------------------------------------------------------------------------------------


class MessageTest(unittest.TestCase):
    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="cadre-messages-"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)

    def write(self, name, text):
        path = Path(os.fsdecode(os.path.join(os.fsencode(self.dir), os.fsencode(name))))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def sound(self, *arguments, **more):
        self.assertEqual(complaints(arguments, self.dir, **more), [], arguments)


class Formats(MessageTest):
    def test_corpus(self):
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(check_case, corpus()))
        self.assertGreater(len(results), 300)
        self.assertEqual([it for it in results if it[1]], [])

    def test_nothing_found(self):
        self.write("p/a.cadre", CLEAN)
        for arguments in (["check", "p"], ["build", "p"], ["explain", "E0302"], ["help", "check"], ["--version"],
                          ["new", "n{}"]):
            for number, name in enumerate(documents.DOCUMENTS):
                call = [it.format(number) for it in arguments]
                code, text = run(*call, "--message-format", name, cwd=self.dir)
                self.assertEqual((code, list(documents.DOCUMENTS[name](text, [], code))), (0, []), call)
            self.assertEqual(run(*[it.format("j") for it in arguments], "--message-format", "json", cwd=self.dir), (0, ""))

    def test_faults(self):
        self.write("p/a.cadre", FAILING)
        self.write("m/cadre.toml", '[package]\nedition = "2026"\n[lnt]\n[build]\nemit = ["jsn"]\n')
        self.write("m/a.cadre", FAILING)
        self.write("toml/cadre.toml", "[package\n")
        self.write("toml/a.cadre", CLEAN)
        self.write("twice/cadre.toml", '[dependencies]\nacme.test = { path = "../p", version = "^9.0" }\n')
        self.write("twice/a.cadre", CLEAN.replace("acme.test", "acme.other").replace("at A", "at C"))
        self.write("blocked/acme", "")
        for arguments in ([], ["chek"], ["check", "--bogus", "p"], ["check", "nowhere"], ["check", "m"], ["check", "toml"],
                          ["check", "twice"], ["build", "p", "-o", "blocked/acme"], ["build", "p"], ["explain", "E9999"],
                          ["import", "csv", "x"], ["import", "onet", "p", "-o", "out"], ["help", "chek"], ["new", "p"],
                          ["check", "p", "nowhere"], ["check", "p", "--max-diagnostics", "x"]):
            with self.subTest(arguments):
                self.sound(*arguments)

    def test_warnings(self):
        text = CLEAN.replace("language en", "").replace("}\nscale", "}\ncompetency Unused \"U\" { }\nscale")
        self.write("a.cadre", text)
        self.sound("check", "a.cadre")
        self.sound("check", "a.cadre", "--deny", "warnings")

    def test_hostile_names(self):
        for name in (b"a b.cadre", b"it's \"quoted\".cadre", b"<a>&amp;.cadre", b"two\nlines\r.cadre", b"caf\xc3\xa9.cadre",
                     b"\xff\xfe.cadre", b"100%25::error file=x,line=1::y.cadre", b"a:b,c;d.cadre", b"]]>.cadre",
                     b"\x1b[31m\x07\x7f.cadre", b"\xe2\x80\xae.cadre", b"\xef\xbf\xbe.cadre", b"back\\slash.cadre"):
            folder = Path(tempfile.mkdtemp(dir=self.dir))
            with open(os.path.join(os.fsencode(folder), name), "wb") as file:
                file.write(FAILING.encode())
            with self.subTest(name):
                self.assertEqual(complaints(["check", "."], folder), [])
                self.assertEqual(complaints(["check", os.fsdecode(name)], folder), [])
                self.assertEqual(complaints(["check", os.fsdecode(name) + "x"], folder), [])

    def test_hostile_texts(self):
        for number, bad in enumerate((b"\x00", b"\x1b]0;x\x07", b"\xff\xc0\xaf", b"\xed\xa0\x80", "\u202e\u2066".encode(),
                                      "\ufffe\U0001ffff".encode(), b"]]>", b"</failure>", b"%0A::error::x", b"\r\x85\xe2\x80\xa8")):
            self.write(f"t{number}.cadre", FAILING.encode().replace(b"Bb", b'Bb' + bad) + b'\nnote "' + bad + b'"')
            with self.subTest(bad):
                self.sound("check", f"t{number}.cadre")

    def test_limit(self):
        self.write("a.cadre", CLEAN.replace("requires X at A", "requires X at Bb requires Y at A requires Z at A"))
        self.write("b.cadre", "profile Q \"Q\" { requires Q at A }\n")
        code, text = run("check", ".", "--message-format", "json", cwd=self.dir)
        self.assertEqual(code, 1)
        found = len(text.splitlines())
        call = ["check", ".", "--max-diagnostics", "2", "--message-format"]
        log = documents.load(run(*call, "sarif", cwd=self.dir)[1])
        self.assertEqual(len(log["runs"][0]["results"]), 2)
        note, = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
        self.assertIn(f"{found - 2} more found", note["message"]["text"])
        self.assertIn(f"::notice title=cadre::{found - 2} more found", run(*call, "github", cwd=self.dir)[1])
        self.assertEqual(len(documents.load(run(*call, "gitlab", cwd=self.dir)[1])), 2)
        root = documents.xml.fromstring(run(*call, "junit", cwd=self.dir)[1])
        self.assertEqual([it.attrib["name"] for it in root if it.attrib["failures"] == "0"], [])
        self.assertEqual(root.attrib["failures"], "3")

    def test_fingerprints_stay(self):
        def marks(text, name="a.cadre"):
            self.write(name, text)
            log = documents.load(run("check", name, "--message-format", "sarif", cwd=self.dir)[1])
            issues = documents.load(run("check", name, "--message-format", "gitlab", cwd=self.dir)[1])
            found = [it["partialFingerprints"]["cadreFinding/v1"] for it in log["runs"][0]["results"]]
            self.assertEqual(found, [it["fingerprint"] for it in issues])
            return found

        two = CLEAN.replace("profile", 'profile Q "Q" { requires X at Bb }\nprofile').replace("at A }", "at Cc }")
        before = marks(two)
        self.assertEqual(len(before), 2)
        self.assertEqual(marks("// moved\n\n" + two.replace("  requires", "    requires")), before)
        self.assertEqual(marks(two.replace("profile Q", "  profile Q")), before)
        self.assertEqual(marks(two.replace("at Bb", "at A")), before[1:])
        self.assertNotEqual(marks(two.replace("Cc", "Ccc"))[1], before[1])
        self.assertNotEqual(marks(two, "b.cadre"), before)
        twin = 'profile {0} "T" {{\n  requires X at A\n  requires X at A\n}}\n'
        alike = marks(CLEAN + twin.format("T") + twin.format("U"))
        self.assertEqual(len(set(alike)), 2)
        self.assertEqual(marks(CLEAN + twin.format("T")), alike[:1])

    def test_paths_are_relative(self):
        self.write("p/a.cadre", FAILING)
        self.write("q/b/c", "")
        wanted = None
        for arguments, cwd in ((["check", "p"], "."), (["check", "./p/"], "."), (["check", "q/../p"], "."),
                               (["check", str(self.dir / "p")], ".")):
            code, text = run(*arguments, "--message-format", "sarif", cwd=self.dir / cwd)
            wanted = wanted or text
            self.assertEqual(text, wanted, arguments)
        _, text = run("check", str(self.dir / "p"), "--message-format", "gitlab", cwd=self.dir / "q/b")
        self.assertEqual(documents.load(text)[0]["location"]["path"], "../../p/a.cadre")

    def test_help_names_every_format(self):
        text = subprocess.run([CADRE, "help"], capture_output=True, text=True).stdout
        table = re.findall(r"^  (\w+) +\S", text.split("Formats for --message-format:\n")[1], re.M)
        self.assertEqual(table[: len(FORMATS)], FORMATS)
        self.assertIn("findings as " + ", ".join(FORMATS), text)
        manual = (ROOT / "docs/message-formats.md").read_text(encoding="utf-8")
        self.assertEqual(re.findall(r"^## `(\w+)`$", manual, re.M), FORMATS)
        code, text = run("check", "--message-format", "sarf", cwd=self.dir)
        self.assertEqual(code, 2)
        self.assertIn("did you mean `sarif`?", text)

    def test_manual_names_every_member(self):
        manual = (ROOT / "docs/message-formats.md").read_text(encoding="utf-8")
        for member in documents.DIAGNOSTIC_SCHEMA["properties"]:
            self.assertIn(f"`{member}`", manual)
        listed = re.findall(r"\w+", " ".join(re.findall(r"`\[\{(.*?)\}\]`", manual)))
        for part in documents.DIAGNOSTIC_SCHEMA["$defs"].values():
            self.assertLessEqual(set(part.get("properties", {})), set(listed))

    def test_the_schema_refuses(self):
        """The schema says no to what is wrong, not only yes to all."""
        code, text = run("check", self.write("a.cadre", FAILING).name, "--message-format", "json", cwd=self.dir)
        good = documents.load(text)
        self.assertTrue(documents.diagnostics.is_valid(good))
        for change in ({"severity": "fatal"}, {"extra": 1}, {"line": 0}, {"line": "3"}, {"file": ""}, {"message": ""},
                       {"notes": "none"}, {"suggestions": [""]}, {"fixes": [{"safe": True, "title": "x", "edits": []}]},
                       {"labels": [good["labels"][0] | {"colour": "red"}]}):
            self.assertFalse(documents.diagnostics.is_valid(good | change), change)
        for member in good:
            self.assertFalse(documents.diagnostics.is_valid({k: v for k, v in good.items() if k != member}), member)


class ReportFiles(MessageTest):
    def files(self):
        return sorted(str(it.relative_to(self.dir)) for it in self.dir.rglob("*"))

    def test_every_format(self):
        self.write("a.cadre", FAILING)
        for name in FORMATS:
            code, text = run("check", "a.cadre", "--message-format", name, cwd=self.dir)
            done = run("check", "a.cadre", "--message-format", name, "--report-file", "report", cwd=self.dir)
            self.assertEqual(done, (code, ""), name)
            self.assertEqual((self.dir / "report").read_text(), text, name)
        self.assertEqual(self.files(), ["a.cadre", "report"])

    def test_nothing_found_and_faults(self):
        self.write("a.cadre", CLEAN)
        for name, check in documents.DOCUMENTS.items():
            for arguments, wanted in ((["check", "a.cadre"], 0), (["check", "b"], 2), (["chek"], 2), (["check", "--bad"], 2),
                                      ([], 2), (["build", "a.cadre", "-o", f"d-{name}"], 0)):
                (self.dir / "r").unlink(missing_ok=True)
                code, text = run(*arguments, "--message-format", "json", "-q", cwd=self.dir)
                done = run(*arguments, "--message-format", name, "--report-file", "r", "-q", cwd=self.dir)
                self.assertEqual((code, done), (wanted, (wanted, "")), arguments)
                report = (self.dir / "r").read_text()
                self.assertEqual(list(check(report, documents.json_lines(text)[0], code)), [], arguments)

    def test_people_are_told_the_rest(self):
        self.write("a.cadre", CLEAN)
        code, text = run("build", "a.cadre", "--message-format", "sarif", "--report-file", "r.sarif", cwd=self.dir)
        self.assertEqual(code, 0)
        self.assertIn("acme.test 1.0.0 in dist", text)

    def test_what_cannot_be_written(self):
        self.write("a.cadre", FAILING)
        self.write("sub/cadre.toml", "")
        (self.dir / "locked").mkdir(mode=0o500)
        before = self.files()
        wrong = [("nowhere/r", "E0930"), ("sub", "E0922"), ("a.cadre", "source"), ("b.cadre", "source"),
                 ("sub/cadre.toml", "source"), ("a.cadre/r", "E0930"), ("/dev/null", "E0922"), ("", "needs the name")]
        if os.geteuid() != 0:
            wrong.append(("locked/r", "E0930"))
        for name, wanted in wrong:
            for form in ("human", "json", "sarif"):
                code, text = run("check", "a.cadre", "--message-format", form, "--report-file", name, cwd=self.dir)
                self.assertEqual(code, 2, name)
                self.assertIn(wanted, text)
        self.assertEqual(self.files(), before)
        self.assertEqual((self.dir / "a.cadre").read_text(), FAILING)

    def test_a_link_stays(self):
        self.write("a.cadre", FAILING)
        target = self.write("real/report", "old")
        (self.dir / "link").symlink_to("real/report")
        (self.dir / "sly").symlink_to("a.cadre")
        self.assertEqual(run("check", "a.cadre", "--report-file", "link", "--message-format", "short", cwd=self.dir)[0], 1)
        self.assertTrue((self.dir / "link").is_symlink())
        self.assertIn("E0302", target.read_text())
        self.assertEqual(run("check", "a.cadre", "--report-file", "sly", cwd=self.dir)[0], 2)
        self.assertEqual((self.dir / "a.cadre").read_text(), FAILING)

    def test_what_is_imported(self):
        table = self.write("Scales Reference.txt", "x\n")
        code, text = run("import", "onet", "Scales Reference.txt", "-o", "out", "--report-file", "Scales Reference.txt",
                         cwd=self.dir)
        self.assertEqual(code, 2)
        self.assertIn("which is read", text)
        self.assertEqual(table.read_text(), "x\n")

    def test_the_output_is_kept_apart(self):
        self.write("a.cadre", CLEAN)
        for name in ("out/framework.json", "out/.cadre-manifest", "out"):
            (self.dir / "out").mkdir(exist_ok=True)
            if name == "out":
                (self.dir / "out").rmdir()
            code, text = run("build", "a.cadre", "-o", "out", "--emit", "json", "--report-file", name, cwd=self.dir)
            self.assertEqual(code, 2, text)
            self.assertIn("belongs to the output", text)
            self.assertEqual([it for it in self.files() if it not in ("a.cadre", "out")], [])
        (self.dir / "out").mkdir()
        for _ in range(2):
            self.assertEqual(run("build", "a.cadre", "-o", "out", "--emit", "json", "--report-file", "out/report.xml",
                                 "--message-format", "junit", "-q", cwd=self.dir), (0, ""))
        self.assertIn("out/report.xml", self.files())


# ---- The published schema of SARIF -----------------------------------------------------------------


class SarifSchema(MessageTest):
    def test_schema(self):
        validator = documents.sarif_schema()
        self.write("p/a.cadre", FAILING)
        texts = [run(*arguments, "--message-format", "sarif", cwd=self.dir)[1]
                 for arguments in ([], ["check", "p"], ["check", "nowhere"], ["explain", "E0302"],
                                   ["check", "p", "--max-diagnostics", "1"])]

        def sarif_of(case):
            with tempfile.TemporaryDirectory() as folder:
                on_disk(case[1], folder)
                return run("check", ".", "--message-format", "sarif", cwd=folder)[1]

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            texts += pool.map(sarif_of, list(corpus())[::3])
        for text in texts:
            self.assertEqual(documents.violations(validator, documents.load(text)), [])
        broken = documents.load(texts[1])
        broken["runs"][0]["results"][0]["level"] = "fatal"
        self.assertNotEqual(documents.violations(validator, broken), [])


def main():
    global CADRE
    arguments = sys.argv[1:]
    if not arguments:
        sys.exit(__doc__)
    CADRE = str(Path(arguments.pop(0)).resolve())
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    classes = [Formats, ReportFiles]
    if arguments[:1] == ["--sarif-schema"]:
        arguments.pop(0)
        classes = [SarifSchema]
        if documents.sarif_schema() is None:
            print("skipped: npm has not installed the schema of SARIF (npm ci in tests/messages)")
            sys.exit(77)
    loader = unittest.TestLoader()
    if arguments:
        loader.testNamePatterns = [f"*{arguments[0]}*"]
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(it) for it in classes)
    result = unittest.TextTestRunner().run(suite)
    sys.exit(not result.wasSuccessful())


if __name__ == "__main__":
    main()
