#!/usr/bin/python3
"""Builds packages that are compared with an older release, as docs/diff.md says.

    since_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN
"""

import json
import os
import subprocess

from harness import CadreTest, main, snapshot

# What reviewers would say is no matter here.
QUIET = '[package]\nedition = "2026"\n\n[lint]\n' + "".join(
    f'{rule} = "off"\n' for rule in ("level-count", "missing-definition", "missing-publication-data", "requirement-count"))
SOURCE = """framework {id} "{title}" {{
  version  "{version}"
  language en
  scale    S
}}

scale S "S" {{
  level A "A"
  level B "B"
}}

competency Work "Work" {{
  level A {{ - [W1] Sends invoices to customers. }}
  level B {{ - [W2] Files the tax return of the company. }}
}}
competency Rest "Rest" {{ scale none }}

{profile}
"""
LOW = 'profile Clerk "Clerk" { requires Work at A }'
HIGH = LOW.replace("at A", "at B")


def source(version, profile=LOW, name="acme", title="Acme"):
    return SOURCE.format(id=name, title=title, version=version, profile=profile)


class Since(CadreTest):
    def setUp(self):
        super().setUp()
        self.package("old", source("1.0.0"))
        self.package("new", source("2.0.0", HIGH))

    def package(self, name, text):
        self.write(f"{name}/cadre.toml", QUIET)
        self.write(f"{name}/all.cadre", text)

    def build(self, *arguments, code=0, package="new", **more):
        return self.cadre("build", package, "-o", "out", *arguments, code=code, **more)

    def files(self):
        out = self.dir / "out"
        return sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file() and path.name[0] != ".")

    def assertWritesNothing(self, *arguments, code, says, **more):
        said = self.build(*arguments, code=code, **more).stderr
        for part in says:
            self.assertIn(part, said)
        self.assertFalse((self.dir / "out").exists() and self.files())

    def test_pages_and_scripts_come_beside_the_others_which_stay(self):
        self.build()
        without = snapshot(self.dir / "out")
        said = self.build("--since", "old", "--emit", "json,html,sql,sqlite").stderr
        self.assertIn("  since    old 1.0.0: 1 change\n", said)
        within = snapshot(self.dir / "out")
        new = {"site/changes.css", "site/changes.html", "sql/changes/mysql.sql", "sql/changes/postgresql.sql", "sql/changes/sqlite.sql"}
        self.assertEqual(new, within.keys() - without.keys())
        changed = {name for name in without if without[name][0] != within[name][0]}
        self.assertTrue(all(name.startswith(("site/", ".cadre")) for name in changed), changed)
        self.build()
        again = snapshot(self.dir / "out")
        self.assertEqual({name: it[0] for name, it in without.items()}, {name: it[0] for name, it in again.items()})

    def test_the_same_bytes_each_time(self):
        self.build("--since", "old")
        first = snapshot(self.dir / "out")
        self.build("--since", "../old", package=".", cwd=self.dir / "new")
        os.rename(self.dir / "new/out", self.dir / "second")
        second = snapshot(self.dir / "second")
        self.assertEqual({name: it[0] for name, it in first.items()}, {name: it[0] for name, it in second.items()})

    def test_a_release_is_a_side_too_but_gives_no_script(self):
        self.cadre("build", "old", "-o", "v1", "--emit", "json")
        for side in ("v1", "v1/framework.json"):
            said = self.build("--since", side).stderr
            self.assertIn(f"warning[W1004]: `{side}` is a document, so SQL gets no script of the changes alone", said)
            self.assertIn("git:v2.0.0", said)
            self.assertIn("site/changes.html", self.files())
            self.assertNotIn("sql/changes/sqlite.sql", self.files())
        self.assertNotIn("W1004", self.build("--since", "v1", "--emit", "html").stderr)
        self.build("--since", "v1", "--deny", "warnings", code=1)

    def test_a_revision(self):
        def git(*words):
            subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=self.dir / "new", check=True,
                           capture_output=True)

        self.package("new", source("1.0.0"))
        git("init", "-q", "-b", "main")
        git("add", "-A")
        git("commit", "-q", "-m", "one")
        git("tag", "v1.0.0")
        self.package("new", source("2.0.0", HIGH))
        self.assertIn("git:v1.0.0 1.0.0: 1 change", self.build("--since", "git:v1.0.0").stderr)
        self.assertIn("sql/changes/sqlite.sql", self.files())
        before = snapshot(self.dir / "out")
        self.build("--since", "git:nowhere", code=2)
        self.assertEqual(before, snapshot(self.dir / "out"))

    def test_a_version_that_says_too_little(self):
        self.package("new", source("1.0.1", HIGH))
        self.assertWritesNothing("--since", "old", code=1, says=["error[E1001]: version 1.0.1 announces a patch change"])

    def test_a_version_that_goes_back(self):
        self.package("new", source("0.9.0"))
        self.assertWritesNothing("--since", "old", code=1, says=["error[E1002]"])

    def test_the_version_before_is_no_error_while_work_goes_on(self):
        self.package("new", source("1.0.0", HIGH))
        self.build("--since", "old")

    def test_what_is_accepted_counts_for_no_version(self):
        profile = HIGH.replace("{ ", '{\n  allow requirement-raised at "1.0.1" because "Agreed."\n  ')
        self.package("new", source("1.0.1", profile))
        self.build("--since", "old")
        self.assertIn("accepted for 1.0.1: Agreed.", (self.dir / "out/site/changes.html").read_text())

    def test_settings_of_the_project(self):
        self.write("new/cadre.toml", QUIET + '\n[diff.tier]\nrequirement-raised = "text"\n[diff.version]\ntext = "patch"\n')
        self.write("new/all.cadre", source("1.0.1", HIGH))
        self.build("--since", "old")
        self.assertIn('id="text"', (self.dir / "out/site/changes.html").read_text())

    def test_a_side_with_errors(self):
        self.package("old", source("1.0.0", 'profile Clerk "Clerk" { requires Nothing at A }'))
        self.assertWritesNothing("--since", "old", code=1, says=["error[E1003]: `old` has errors", "Nothing"])

    def test_both_sides_with_errors_are_told_at_once(self):
        self.package("old", source("1.0.0", 'profile Clerk "Clerk" { requires Nothing at A }'))
        self.package("new", source("2.0.0", 'profile Clerk "Clerk" { requires Nobody at A }'))
        self.assertWritesNothing("--since", "old", code=1, says=["Nothing", "Nobody", "E1003"])

    def test_sides_that_are_none(self):
        self.write("notes.json", "{}")
        for side in ("nowhere", "notes.json", "", "git:HEAD"):
            with self.subTest(side):
                self.assertWritesNothing("--since", side, code=2, says=["error"])

    def test_a_framework_that_is_new(self):
        self.write("w1/cadre.toml", '[workspace]\nmembers = ["a", "b"]\n')
        for name in ("a", "b"):
            self.package(f"w1/{name}", source("1.0.0", name=name))
        said = self.build("--since", "w1").stderr
        self.assertIn("  since    w1 does not have this framework: nothing to compare\n", said)
        self.assertNotIn("site/changes.html", self.files())
        self.assertNotIn("sql/changes/sqlite.sql", self.files())

    def test_members_of_a_workspace(self):
        for folder, version, profile in (("w1", "1.0.0", LOW), ("w2", "2.0.0", HIGH)):
            names = ["a", "b"] if folder == "w1" else ["b", "a", "c"]
            self.write(f"{folder}/cadre.toml", f"[workspace]\nmembers = {json.dumps(names)}\n")
            for name in names:
                self.package(f"{folder}/{name}", source(version, profile, name=name))
        said = self.build("--since", "w1", package="w2").stderr
        self.assertEqual(said.count("w1 1.0.0: 1 change\n"), 2)
        self.assertIn("w1 does not have this framework", said)
        pages = [name for name in self.files() if name.endswith("changes.html")]
        self.assertEqual(pages, ["a/site/changes.html", "b/site/changes.html"])

    def test_nothing_has_changed(self):
        self.build("--emit", "html")
        without = snapshot(self.dir / "out/site")
        self.build("--since", "new", "--emit", "html")
        within = snapshot(self.dir / "out/site")
        self.assertEqual({name: it[0] for name, it in without.items()}, {name: it[0] for name, it in within.items()})

    def test_a_framework_with_another_id(self):
        self.package("new", source("2.0.0", HIGH, name="acme.new"))
        said = self.build("--since", "old").stderr
        self.assertIn("  since    old 1.0.0: ", said)
        self.assertNotIn("W1004", said)
        self.assertIn("acme.new", (self.dir / "out/site/changes.html").read_text())
        self.assertNotIn("sql/changes/sqlite.sql", self.files())
        self.package("new", source("1.1.0", HIGH, name="acme.new"))
        self.build("--since", "old", code=1)

    def test_drafts_count_where_they_are_asked_for(self):
        draft = LOW.replace("{ ", "{ status draft ")
        self.package("new", source("1.1.0", LOW + "\n" + draft.replace("Clerk", "Intern")))
        self.build("--since", "old")
        self.assertNotIn("site/changes.html", self.files())
        self.build("--since", "old", "--drafts")
        self.assertIn("Intern", (self.dir / "out/site/changes.html").read_text())

    def test_other_verbs_do_not_have_it(self):
        self.cadre("check", "new", "--since", "old", code=2)


if __name__ == "__main__":
    main()
