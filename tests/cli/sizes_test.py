"""Sources of unusual size and shape: an answer that is short and soon there. Each takes well under a
second; were one quadratic again, the test would run into its time limit. Takes the binary."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

CADRE = str(pathlib.Path(sys.argv.pop(1)).resolve())

HEAD = """framework t.x "T" { version "1.0.0" status draft language en scale S }
scale S "S" { level F "F" level P "P" }
competency X "X" { about "Bakes." }
"""


def manifest():
    """With one rule of the linter, for which texts are split into words; what others say is not asked here."""
    rules = json.loads(subprocess.run([CADRE, "lint", "--list", "--json"], capture_output=True, check=True).stdout)
    off = "".join(f'{rule["name"]} = "off"\n' for rule in rules if rule["name"] != "vague-verb")
    return '[package]\nedition = "2026"\n\n[lint]\n' + off


def circle(count, line):
    return "".join(line % (i, i, (i - 1) % count) for i in range(count))


class Sizes(unittest.TestCase):
    def run_on(self, source, *options, verb="check"):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder)
            (path / "cadre.toml").write_text(manifest())
            (path / "m.cadre").write_text(HEAD + source)
            done = subprocess.run([CADRE, verb, ".", *options], cwd=folder, capture_output=True, timeout=120)
        return done.returncode, (done.stdout + done.stderr).decode()

    def assert_one(self, code, source, most=4000):
        status, out = self.run_on(source)
        self.assertEqual(status, 1, out[:2000])
        self.assertIn(f"error[{code}]", out)
        self.assertTrue(out.rstrip().endswith("1 error"), out[-2000:])
        self.assertLess(len(out), most)
        return out

    def test_circles(self):
        cases = [
            ("E0401", 'profile A%d "P%d" extends A%d { requires X at F }\n'),
            ("E0409", 'competency A%d "C%d" { part of A%d }\n'),
            ("E0713", 'competency A%d "C%d" { replaces A%d }\n'),
        ]
        for code, line in cases:
            with self.subTest(code):
                out = self.assert_one(code, circle(20_000, line))
                self.assertIn("-> … ->", out)
                self.assertEqual(out.count("- on the circle"), 8)
                self.assertIn("and 19991 more on the circle", out)

    def test_many_circles(self):
        source = 'profile A0 "A" { }\n' + "".join(f'profile A{i} "A" extends A{(i + 1) % 5000}, A0 {{ }}\n' for i in range(1, 5000))
        status, out = self.run_on(source.replace('profile A0 "A"', 'profile A0 "A" extends A1'), "--message-format", "short")
        self.assertEqual(status, 1)
        self.assertIn("E0401", out)

    def test_braces(self):
        for source in ("{" * 100_000, "{\n" * 100_000):
            status, out = self.run_on(source)
            self.assertEqual(status, 1)
            self.assertIn("error[E0123]", out)
            self.assertIn("nor are 99995 more", out)
            self.assertEqual(out.count("nor is this one"), 4)
            self.assertRegex(out[-500:], r"\n[23] errors\n$")

    def test_names(self):
        long = "a" * 1_000_000
        marks = "a" + "\u0301\u0323" * 200_000
        dots = "X." * 100_000 + "X"
        for name in (long, marks, dots):
            for source in (f"profile A \"A\" {{ requires {name} at F }}", f"profile A \"A\" extends {name} {{ }}"):
                self.assert_one("E0120", source)

    def test_title_of_combining_marks(self):
        source = f'competency Y "a{chr(0x301) * 200_000}{chr(0x323) * 200_000}" {{ }}\nprofile A "A" {{ requires Nope at F }}'
        self.assert_one("E0201", source)

    def test_lines(self):
        one = 'competency C%d "C" { level F { - [a] Bakes. } }'
        status, out = self.run_on(" ".join(one % i for i in range(30_000)))
        self.assertEqual((status, out), (0, ""))
        status, out = self.run_on("'a " * 300_000)
        self.assertEqual(status, 1)

    def test_many_bases(self):
        bases = "".join(f'abstract profile P{i} "P" {{ requires X at F }}\n' for i in range(30_000))
        status, out = self.run_on(bases + 'profile Z "Z" extends ' + ", ".join(f"P{i}" for i in range(30_000)) + " { }")
        self.assertEqual((status, out), (0, ""))

    def test_bad_escapes(self):
        status, out = self.run_on('competency Y "Y" { about "' + "\\q" * 300_000 + '" }', "--message-format", "short")
        self.assertEqual(status, 1)
        self.assertTrue(out.endswith("1000 errors\n"), out[-200:])

    def test_unknown_packages(self):
        status, out = self.run_on("".join(f"use a.b{i}\n" for i in range(20_000)), "--message-format", "short")
        self.assertEqual(status, 1)


if __name__ == "__main__":
    unittest.main()
