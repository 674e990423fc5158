#!/usr/bin/python3
"""Runs `cadre translate` as users do, and checks what docs/translate.md promises.

    translate_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN
"""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from harness import CADRE, main

NOBODY = 65534

SOURCE = """framework acme.test "Test" {
  version      "1.0.0"
  language     en
  translations fr, de
}
competency Work "Work" {
  scale none
  about "Works."
  - Opens the shop.
  - Closes the shop.
}
"""
FRENCH = """translation fr {
  framework acme.test "Essai"
  competency Work "Travail" {
    about "Travaille."
    - Ouvre la boutique.
    - Ferme la boutique.
  }
}
"""
HEAD = """# cadre translation lock 1
# What the translations into `{0}` were made from: a hash of each source text, and its key.
# Written by `cadre translate accept {0}`. After a merge keep the lines of both sides.
"""


class TranslateTest(unittest.TestCase):
    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="cadre-translate-"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)

    def cadre(self, *arguments, code=0, cwd=None, user=None):
        done = subprocess.run([CADRE, *map(str, arguments)], cwd=cwd or self.dir / "p", capture_output=True,
                              timeout=120, user=user)
        done.out = done.stdout.decode()
        done.err = done.stderr.decode()
        self.assertEqual(done.returncode, code, f"cadre {arguments}\n{done.out}\n{done.err}")
        return done

    def translate(self, *arguments, **options):
        return self.cadre("translate", *arguments, **options)

    def write(self, name, text):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def package(self, source=SOURCE, french=FRENCH, folder="p"):
        self.write(f"{folder}/cadre.toml", '[package]\nedition = "2026"\n')
        return self.write(f"{folder}/a.cadre", source), self.write(f"{folder}/translations/fr.cadre", french)

    def replace(self, path, old, new):
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new))

    def states(self, language="fr", **options):
        """Of the texts that are not current, by their keys."""
        document = json.loads(self.translate("status", language, "--json", **options).out)
        return {text["key"]: text["state"] for package in document["packages"] for text in package["texts"]}

    def built(self):
        self.cadre("build", "--emit", "json", "-o", self.dir / "out", "-q")
        return json.loads((self.dir / "out/framework.json").read_text())


class RoundTrip(TranslateTest):
    def test_a_text(self):
        source, french = self.package()
        self.assertEqual(set(self.states().values()), {"unrecorded"})
        self.translate("accept", "fr")
        self.assertEqual(self.states(), {})
        self.replace(source, "Works.", "Works hard.")
        self.assertEqual(self.states(), {"acme.test.Work about": "stale"})
        self.replace(french, "Travaille.", "Travaille dur.")
        self.assertEqual(self.states(), {"acme.test.Work about": "stale"})
        done = self.translate("accept", "fr")
        self.assertEqual(done.err, "recorded `fr`: 0 new, 1 changed, 0 dropped (5 texts in translations/fr.lock)\n")
        self.assertEqual(self.states(), {})

    def test_a_bullet_by_position(self):
        source, french = self.package()
        self.translate("accept", "fr")
        text = lambda: [i.get("translations", {}).get("fr", {}).get("text")
                        for i in self.built()["competencies"][0]["indicators"]]
        self.assertEqual(text(), ["Ouvre la boutique.", "Ferme la boutique."])
        self.replace(source, "Opens the shop", "Opens the till")
        self.assertEqual(self.states(), {"acme.test.Work bullet 1": "stale"})
        self.assertEqual(text(), [None, "Ferme la boutique."])
        self.replace(french, "Ouvre la boutique", "Ouvre la caisse")
        self.assertEqual(text(), ["Ouvre la caisse.", "Ferme la boutique."])
        self.translate("accept", "fr")
        self.assertEqual(self.states(), {})
        self.assertEqual(text(), ["Ouvre la caisse.", "Ferme la boutique."])

    def test_accepted_as_it_is(self):
        source, _ = self.package()
        self.translate("accept", "fr")
        self.replace(source, "Opens the shop", "Opens our shop")
        self.translate("accept")
        self.assertEqual(self.states(), {})

    def test_labels_keep_what_was_recorded(self):
        source, _ = self.package()
        self.translate("accept", "fr")
        self.cadre("fmt", "--label")
        self.assertIn("[W-1]", source.read_text())
        self.assertEqual(self.states(), {})
        self.assertEqual(self.translate("accept", "fr").err,
                         "recorded `fr`: 2 new, 0 changed, 2 dropped (5 texts in translations/fr.lock)\n")

    def test_no_labels_for_what_is_stale(self):
        source, _ = self.package()
        self.translate("accept", "fr")
        self.replace(source, "Opens the shop", "Opens the till")
        before = source.read_text()
        self.assertIn("E0966", self.cadre("fmt", "--label", code=1).err)
        self.assertEqual(source.read_text(), before)


class Accept(TranslateTest):
    def test_the_lock(self):
        self.package()
        done = self.translate("accept")
        lock = self.dir / "p/translations/fr.lock"
        self.assertEqual(done.out, "")
        self.assertEqual(done.err, "recorded `fr`: 5 new, 0 changed, 0 dropped (5 texts in translations/fr.lock)\n"
                                   "nothing is translated into `de` yet\n")
        self.assertFalse((self.dir / "p/translations/de.lock").exists())
        text = lock.read_text()
        self.assertTrue(text.startswith(HEAD.format("fr")))
        keys = [line.split(" ", 1)[1] for line in text[len(HEAD.format("fr")):].splitlines()]
        self.assertEqual(keys[:3], ["acme.test title", "acme.test.Work about", "acme.test.Work title"])
        self.assertTrue(all(key.startswith("acme.test.Work ~") for key in keys[3:]))
        before = lock.stat().st_mtime_ns
        self.assertEqual(self.translate("accept", "fr").err, "`translations/fr.lock` is as it was: 5 texts recorded\n")
        self.assertEqual(lock.stat().st_mtime_ns, before)
        self.assertEqual(self.translate("accept", "-q").err, "")

    def test_what_is_gone_is_dropped(self):
        _, french = self.package()
        self.translate("accept", "fr")
        self.replace(french, '    about "Travaille."\n', "")
        self.assertIn("0 new, 0 changed, 1 dropped (4 texts", self.translate("accept", "fr").err)
        french.unlink()
        self.translate("accept", "fr")
        self.assertEqual((self.dir / "p/translations/fr.lock").read_text(), HEAD.format("fr"))

    def test_one_language_leaves_the_others_alone(self):
        source, _ = self.package()
        self.write("p/de.cadre", 'translation de { competency Work "Arbeit" }\n')
        self.translate("accept")
        self.replace(source, '"Work"', '"Our work"')
        self.translate("accept", "de")
        self.assertEqual(self.states(), {"acme.test.Work title": "stale"})
        self.assertEqual(self.states("de").get("acme.test.Work title"), None)

    def test_lines_end_as_git_likes(self):
        self.package()
        self.translate("accept", "fr")
        lock = self.dir / "p/translations/fr.lock"
        lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
        before = lock.read_bytes()
        self.translate("accept", "fr")
        self.assertEqual(lock.read_bytes(), before)
        self.assertEqual(self.states(), {})

    def test_nothing_with_errors(self):
        source, _ = self.package()
        self.replace(source, "scale none", "scale None")
        done = self.translate("accept", code=1)
        self.assertIn("E0", done.err)
        self.assertFalse((self.dir / "p/translations/fr.lock").exists())

    def test_a_language_that_is_not_listed(self):
        self.package()
        done = self.translate("accept", "fra", code=2)
        self.assertIn("no translation into `fra` is listed", done.err)
        self.assertIn("did you mean `fr`", done.err)
        self.assertIn("listed are `fr`, `de`", done.err)
        self.translate("status", "en", code=2)

    def test_a_call_that_is_none(self):
        self.package()
        self.assertIn("did you mean `accept`", self.translate("acept", code=2).err)
        self.assertIn("`--json`", self.translate("accept", "--json", code=2).err)
        self.assertIn("`--check`", self.translate("accept", "--check", code=2).err)
        self.translate(code=2)

    def test_a_folder_is_made(self):
        source, french = self.package()
        self.write("p/fr.cadre", french.read_text())
        shutil.rmtree(self.dir / "p/translations")
        self.translate("accept", "fr")
        self.assertEqual(os.listdir(self.dir / "p/translations"), ["fr.lock"])

    @unittest.skipIf(os.getuid() != 0, "only root can become somebody else")
    def test_a_folder_that_cannot_be_written(self):
        self.package()
        self.dir.chmod(0o755)
        self.assertIn("cannot write `translations/fr.lock`", self.translate("accept", code=2, user=NOBODY).err)

    def test_a_link_stays(self):
        self.package()
        self.translate("accept", "fr")
        lock = self.dir / "p/translations/fr.lock"
        lock.rename(self.dir / "real.lock")
        lock.symlink_to(self.dir / "real.lock")
        (self.dir / "real.lock").write_text(HEAD.format("fr"))
        self.translate("accept", "fr")
        self.assertTrue(lock.is_symlink())
        self.assertEqual(len((self.dir / "real.lock").read_text().splitlines()), 8)

    def test_a_file_that_stands_alone(self):
        self.write("p/a.cadre", SOURCE + FRENCH)
        self.write("p/b.cadre", SOURCE.replace("acme.test", "acme.other").replace("fr, de", "fr") +
                   FRENCH.replace("acme.test", "acme.other"))
        self.translate("accept", "--in", "a.cadre")
        self.translate("accept", "--in", "b.cadre")
        lock = (self.dir / "p/translations/fr.lock").read_text()
        self.assertEqual(lock.count(" acme.test"), 5)
        self.assertEqual(lock.count(" acme.other"), 5)
        document = json.loads(self.translate("status", "fr", "--json", "--in", "a.cadre").out)
        self.assertEqual(document["packages"][0]["texts"], [])

    def test_members_have_their_own(self):
        self.write("p/cadre.toml", '[workspace]\nmembers = ["one", "two"]\n')
        self.package(folder="p/one")
        self.package(folder="p/two", source=SOURCE.replace("acme.test", "acme.two").replace("fr, de", "fr"),
                     french=FRENCH.replace("acme.test", "acme.two"))
        done = self.translate("accept")
        self.assertEqual(done.err, "recorded `fr`: 5 new, 0 changed, 0 dropped (5 texts in one/translations/fr.lock)\n"
                                   "nothing is translated into `de` yet\n"
                                   "recorded `fr`: 5 new, 0 changed, 0 dropped (5 texts in two/translations/fr.lock)\n")
        self.assertIn("acme.two title", (self.dir / "p/two/translations/fr.lock").read_text())
        document = json.loads(self.translate("status", "--json").out)
        self.assertEqual([(p["framework"], p["directory"]) for p in document["packages"]],
                         [("acme.test", "one"), ("acme.two", "two")])
        # A language that one of them lists will do.
        self.assertEqual(self.translate("status", "de", "-q").out.splitlines()[-1],
                         "de                 0 of 5        5        0           0")
        self.translate("accept", "de")
        self.translate("accept", "it", code=2)


class Status(TranslateTest):
    def test_for_a_person(self):
        source, french = self.package()
        self.translate("accept")
        self.replace(source, "Works.", "Works hard.")
        self.replace(source, "Opens the shop", "Opens the till")
        self.replace(french, '  framework acme.test "Essai"\n', "")
        done = self.translate("status", "fr")
        self.assertEqual(done.err, "")
        self.assertEqual(done.out, """\
language       translated  missing    stale  unrecorded
fr                 4 of 5        1        2           0

fr
  a.cadre:1:21: missing: acme.test title
    Test
  translations/fr.cadre:3:11: stale: acme.test.Work about
    a.cadre:8:9: now: Works hard.
  translations/fr.cadre:4:7: stale: acme.test.Work bullet 1
    a.cadre:9:5: now: Opens the till.
    left out of all outputs: it may belong to another bullet
""")
        short = self.translate("status", "-q").out
        self.assertEqual(short.splitlines()[1:], ["fr                 4 of 5        1        2           0",
                                                  "de                 0 of 5        5        0           0"])
        few = self.translate("status", "fr", "--max-diagnostics", "1").out
        self.assertIn("  … and 2 more\n", few)
        self.assertNotIn("stale:", few)

    def test_unrecorded(self):
        self.package()
        done = self.translate("status", "fr")
        self.assertIn("5 translations of `fr` are unrecorded: `cadre translate accept fr` records what they were made "
                      "from\n", done.out)
        self.assertNotIn("fr.cadre", done.out)
        self.assertIn("translations/fr.cadre:2:23: unrecorded: acme.test title", self.translate("status", "-v").out)

    def test_for_programs(self):
        source, _ = self.package()
        self.translate("accept")
        self.replace(source, "Opens the shop", "Opens the till")
        document = json.loads(self.translate("status", "fr", "--json").out)
        self.assertEqual(document, {"formatVersion": 1, "packages": [{
            "framework": "acme.test", "directory": ".",
            "languages": [{"language": "fr", "total": 5, "translated": 5, "missing": 0, "stale": 1, "unrecorded": 0}],
            "texts": [{
                "language": "fr", "state": "stale", "key": "acme.test.Work bullet 1", "text": "Opens the till.",
                "source": {"file": "a.cadre", "line": 9, "column": 5, "endLine": 9, "endColumn": 20},
                "translation": {"file": "translations/fr.cadre", "line": 5, "column": 7, "endLine": 5, "endColumn": 25},
                "leftOut": True}]}]})

    def test_check(self):
        source, _ = self.package()
        self.translate("status", "--check", code=1)
        self.translate("status", "fr", "--check")
        self.translate("accept")
        self.replace(source, "Works.", "Works hard.")
        self.translate("status", "fr")
        self.translate("status", "fr", "--check", "--json", code=1)

    def test_no_languages(self):
        self.package(SOURCE.replace("  translations fr, de\n", ""), "")
        self.assertEqual(self.translate("status").out, "`acme.test` lists no languages under `translations`\n")
        self.assertEqual(self.translate("accept").err, "`acme.test` lists no languages under `translations`\n")
        self.translate("status", "fr", code=2)

    def test_errors_come_first(self):
        source, _ = self.package()
        self.replace(source, "scale none", "scale None")
        done = self.translate("status", code=1)
        self.assertEqual(done.out, "")
        self.translate("status", "--in", "nowhere", code=2)


class Locks(TranslateTest):
    def findings(self, text, name="fr.lock", code=1):
        self.package()
        self.write(f"p/translations/{name}", text)
        done = self.cadre("check", "--message-format", "json", code=code)
        return [(f["code"], f["file"], f["line"], f["column"]) for f in map(json.loads, done.err.splitlines())
                if f["severity"] == "error"]

    def test_places(self):
        fr = "translations/fr.lock"
        head = HEAD.format("fr")
        self.assertEqual(self.findings(""), [("E0960", fr, 1, 1)])
        self.assertEqual(self.findings("# cadre translation lock 7\n"), [("E0961", fr, 1, 1)])
        self.assertEqual(self.findings(head + "abc x title\n"), [("E0962", fr, 4, 1)])
        line = "0" * 16 + " acme.test title\n"
        self.assertEqual(self.findings(head + line + line), [("E0963", fr, 5, 18)])
        self.assertEqual(self.findings(head + "<<<<<<< HEAD\n"), [("E0964", fr, 4, 1)])
        os.unlink(self.dir / "p" / fr)
        self.assertEqual(self.findings(head, "it.lock"), [("E0965", "translations/it.lock", 1, 1)])

    def test_no_accept_over_a_broken_one(self):
        self.findings("mine\n")
        self.translate("accept", code=1)
        self.assertEqual((self.dir / "p/translations/fr.lock").read_text(), "mine\n")

    def test_what_cannot_be_read(self):
        self.package()
        (self.dir / "p/translations/fr.lock").symlink_to("nowhere")
        self.assertIn("cannot read `translations/fr.lock`", self.cadre("check", code=2).err)

    def test_of_another_package(self):
        """Those of a dependency count for what it declares."""
        source, _ = self.package()
        self.translate("accept")
        self.replace(source, "Opens the shop", "Opens the till")
        self.write("q/cadre.toml", '[dependencies]\nacme.test = { path = "../p" }\n')
        self.write("q/q.cadre", 'framework acme.q "Q" { language en translations fr }\nuse acme.test\n'
                                'profile P "P" { requires acme.test.Work }\n')
        self.cadre("build", "--emit", "json", "-o", self.dir / "out", "-q", cwd=self.dir / "q")
        built = (self.dir / "out/framework.json").read_text()
        self.assertIn("Ferme la boutique", built)
        self.assertNotIn("Ouvre la boutique", built)
        self.assertEqual(self.states(cwd=self.dir / "q"), {"acme.q title": "missing", "acme.q.P title": "missing"})


if __name__ == "__main__":
    main()
