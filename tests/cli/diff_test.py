#!/usr/bin/python3
"""Runs `cadre diff` as users and pipelines do: sides, exit codes, findings and their places.

    diff_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN

What is told of two releases stands on the pages of tests/diff/cases.
"""

import json
import re
import shutil
import subprocess

from harness import CadreTest, main

SOURCE = """framework acme.test "Test" {
  version "1.0.0"
  scale   S
}
scale S "S" {
  level A "A"
  level B "B"
}
competency Work "Work"
competency Rest "Rest"
abstract profile Base "Base" {
  requires Work at A
}
profile One "One" extends Base
profile Two "Two" extends Base {
  about "Does the rest."
}
"""
RAISED = SOURCE.replace("requires Work at A", "requires Work at B")
REWORDED = SOURCE.replace("Does the rest.", "Does what is left.")
ALLOWED = RAISED.replace("  requires", '  allow requirement-raised at "2.0.0" because "Agreed."\n  requires')


def version(source, number):
    return source.replace('"1.0.0"', f'"{number}"', 1)


class Diff(CadreTest):
    def setUp(self):
        super().setUp()
        self.write("old/a.cadre", SOURCE)

    def new(self, source, manifest=None):
        shutil.rmtree(self.dir / "new", ignore_errors=True)
        self.write("new/a.cadre", source)
        if manifest:
            self.write("new/cadre.toml", "[package]\n" + manifest)

    def findings(self, *arguments, code=1):
        done = self.cadre("diff", "old", "new", "--message-format", "json", *arguments, code=code)
        return [(it["code"], it["file"], it["line"]) for it in map(json.loads, done.stderr.splitlines())]


class Words(Diff):
    def test_what_comes_and_goes_with_a_base_says_so(self):
        self.new(SOURCE.replace("One\" extends Base", "One\""))
        self.assertIn("no longer asks for Work (was at A), as it no longer extends Base", " ".join(self.cadre("diff", "old", "new").stdout.split()))
        back = " ".join(self.cadre("diff", "new", "old").stdout.split())
        self.assertIn("now also asks for Work at A, as it now extends Base (breaking)", back)

    def test_the_list_says_when_a_change_is_minor(self):
        listed = self.cadre("diff", "--list").stdout
        for name in ("requirement-added", "requirement-raised", "requirement-replaced", "credential-asked", "credential-replaced"):
            self.assertRegex(listed, f"(?m)^{name} .*; Minor where ")


class Sides(Diff):
    def test_the_current_directory_is_the_newer_side(self):
        self.new(RAISED)
        done = self.cadre("diff", "../old", cwd=self.dir / "new")
        self.assertIn("Work rises from A to B", done.stdout)

    def test_a_release_is_a_side_by_its_file_and_by_its_folder(self):
        self.new(RAISED)
        self.cadre("build", "old", "-o", "out")
        by_source = self.cadre("diff", "old", "new").stdout
        for side in ("out/framework.json", "out"):
            self.assertEqual(self.cadre("diff", side, "new").stdout, by_source)

    def test_a_base_is_called_what_the_side_with_a_source_calls_it(self):
        self.write("old/a.cadre", SOURCE.replace('"Base"', '"Base of all"'))
        self.new(RAISED.replace('"Base"', '"Base of all"'))
        by_source = self.cadre("diff", "old", "new").stdout
        self.assertIn("Base of all", by_source)
        for side in ("old", "new"):
            self.cadre("build", side, "-o", f"{side}.out", "--emit", "json")
        self.assertEqual(self.cadre("diff", "old.out", "new").stdout, by_source)
        self.assertEqual(self.cadre("diff", "old", "new.out").stdout, by_source)

    def test_nothing_is_said_of_a_side_and_itself(self):
        done = self.cadre("diff", "old", "old")
        self.assertEqual((done.stdout, done.stderr), ("", "no changes\n"))
        told = json.loads(self.cadre("diff", "old", "old", "--format", "json").stdout)
        self.assertEqual([told["frameworks"][0][it] for it in ("changes", "edits", "carried")], [[], [], []])

    def test_what_is_no_release_is_refused_with_the_reason(self):
        for text, reason in (
            ("{", "line 1, column 2"),
            ("[1]", "no `framework`"),
            ('{"framework": {"id": "a"}, "formatVersion": 2}', "`formatVersion` is `2`"),
            ('{"framework": {"id": "a"}, "formatVersion": 1}', "no table `kinds`"),
            ("[" * 100_000, "nested"),
        ):
            self.write("bad.json", text)
            done = self.cadre("diff", "bad.json", "old", code=2)
            self.assertIn("`bad.json` is no release", done.stderr)
            self.assertIn(reason, done.stderr)

    def test_a_release_with_something_else_in_a_place_is_refused_with_the_place(self):
        self.cadre("build", "old", "-o", "out", "--emit", "json")
        release = json.loads((self.dir / "out/framework.json").read_text())
        for path, value, words in (
            (("competencies", 0, "title"), 5, "at `/competencies/0/title` stands a number, where a text belongs"),
            (("profiles", 1, "requirements"), "x", "at `/profiles/1/requirements` stands a text, where a list belongs"),
            (("scales", 0, "levels", 1, "ordinal"), "2", "at `/scales/0/levels/1/ordinal` stands a text, where a number belongs"),
            (("profiles", 0, "requirements", 0, "level"), [], "stands a list, where a text or a number belongs"),
            (("competencies", 0, "levels", 0), None, "at `/competencies/0/levels/0` stands null, where an object belongs"),
            (("kinds", 0, "title"), True, "at `/kinds/0/title` stands `true` or `false`, where a text belongs"),
            (("framework", "translations"), {"a/b": 1}, "at `/framework/translations/a~1b` stands a number, where an object"),
        ):
            document = json.loads(json.dumps(release))
            place = document
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = value
            self.write("bad.json", json.dumps(document))
            for sides in (("bad.json", "old"), ("old", "bad.json")):
                self.assertIn(words, self.cadre("diff", *sides, code=2).stderr)
        # What a newer cadre has added passes.
        release["competencies"][0]["since2030"] = [1]
        self.write("newer.json", json.dumps(release))
        self.cadre("diff", "newer.json", "old")

    def test_a_side_that_does_not_check_is_named(self):
        self.new(SOURCE + "profile Three { requires Wrok at A }\n")
        done = self.cadre("diff", "new", "old", code=1)
        self.assertIn("E0201", done.stderr)
        self.assertIn("error[E1003]: `new` has errors", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_calls_that_cannot_be(self):
        for call, words in (
            ((), "needs OLD [NEW]"),
            (("old", "gone"), "there is no `gone`"),
            (("old", "old", "old"), "one argument too many"),
            (("old", "--format", "pdf"), "not a value of `--format`"),
            (("old", "--fail-on", "peple"), "did you mean `people`?"),
        ):
            self.assertIn(words, self.cadre("diff", *call, code=2).stderr)

    def test_members_of_a_workspace_are_compared_with_their_own(self):
        for side, source in (("old", SOURCE), ("new", RAISED)):
            shutil.rmtree(self.dir / side, ignore_errors=True)
            self.write(f"{side}/cadre.toml", '[workspace]\nmembers = ["x", "y"]\n')
            for member in ("x", "y"):
                self.write(f"{side}/{member}/cadre.toml", "[package]\n")
            self.write(f"{side}/x/a.cadre", source.replace("acme.test", "acme.x"))
            self.write(f"{side}/y/a.cadre", source.replace("acme.test", "acme.y" if side == "old" else "acme.z"))
        told = json.loads(self.cadre("diff", "old", "new", "--format", "json").stdout)["frameworks"]
        self.assertEqual([len(it.get("changes", [])) for it in told], [2, 1, 1])
        self.assertEqual([it.get("before", {}).get("id") for it in told], ["acme.x", None, "acme.y"])
        text = self.cadre("diff", "old", "new").stdout
        self.assertIn("The framework is new.", text)
        self.assertIn("The framework is gone.", text)
        self.cadre("diff", "old", "new", "--fail-on", "breaking", code=1)
        for side in ("old", "new"):
            self.cadre("build", side, "-o", f"{side}.out", "--emit", "json")
        self.assertEqual(self.cadre("diff", "old.out", "new.out").stdout, text)


    def test_a_framework_that_is_used_is_told_apart(self):
        manifest = '[package]\n[dependencies]\n"acme.core" = { path = "../core" }\n'
        core = '{}framework acme.core "Core" {{ version "{}" }}\ncompetency Care "Care"\nevery profile {{ requires Care }}\n'
        used = 'framework acme.app "App" { version "1.0.0" }\nuse acme.core as core%s\nprofile A "A" { requires core.Care }\n'
        for side, number, rules in (("one", "1.0.0", ""), ("two", "1.2.0", " with rules")):
            self.write(f"{side}/core/core.cadre", core.format("", number))
            self.write(f"{side}/core/cadre.toml", "[package]\n")
            self.write(f"{side}/app/app.cadre", used % rules)
            self.write(f"{side}/app/cadre.toml", manifest)
        told = json.loads(self.cadre("diff", "one/app", "two/app", "--format", "json").stdout)["frameworks"][0]["changes"]
        said = [it["message"] for it in told if it["change"] == "dependency-changed"]
        self.assertEqual(said, ["Core: is used at version 1.2.0 instead of 1.0.0; its rules now reach the profiles here"])


class Verdicts(Diff):
    def test_fail_on_takes_a_tier_and_those_before_it(self):
        self.new(REWORDED)
        for what, code in (("breaking", 0), ("people", 0), ("data", 0), ("text", 1)):
            self.cadre("diff", "old", "new", "--fail-on", what, code=code)
        self.new(RAISED)
        for what in ("breaking", "people", "data", "text"):
            self.cadre("diff", "old", "new", "--fail-on", what, code=1)
        self.cadre("diff", "old", "new")

    def test_what_fails_is_a_finding_at_the_line_that_changed(self):
        self.new(RAISED)
        self.assertEqual(self.findings("--fail-on", "people"), [("requirement-raised", "new/a.cadre", 12)] * 2)

    def test_the_project_says_what_fails(self):
        self.new(REWORDED, '[diff]\nfail-on = "text"\n')
        self.assertEqual(self.findings(), [("about-changed", "new/a.cadre", 15)])
        self.cadre("diff", "old", "new", "--fail-on", "data")

    def test_a_version_that_is_too_small_is_an_error(self):
        self.new(version(RAISED, "1.1.0"))
        self.assertEqual(self.findings(), [("E1001", "new/a.cadre", 1)])
        self.new(version(RAISED, "2.0.0"))
        self.findings(code=0)
        self.new(version(SOURCE, "0.9.0"))
        self.assertEqual(self.findings(), [("E1002", "new/a.cadre", 1)])

    def test_below_one_the_second_number_announces_a_break(self):
        self.write("old/a.cadre", version(SOURCE, "0.3.0"))
        for number, code in (("0.3.1", 1), ("0.4.0", 0), ("1.0.0", 0), ("0.4.0-beta", 0)):
            self.new(version(RAISED, number))
            self.cadre("diff", "old", "new", code=code)

    def test_what_is_allowed_is_told_and_does_not_fail(self):
        for number, code in (("1.0.0", 0), ("2.0.0", 0), ("2.0.1", 1)):
            self.new(version(ALLOWED, number))
            done = self.cadre("diff", "old", "new", "--fail-on", "people", code=code)
            self.assertIn("Work rises", done.stdout)
        # From that release on it counts no more.
        self.write("old/a.cadre", version(SOURCE, "2.0.0"))
        self.new(version(ALLOWED, "2.0.0"))
        self.cadre("diff", "old", "new", "--fail-on", "people", code=1)

    def test_an_allowance_that_covers_nothing_is_a_warning_at_its_place(self):
        line = '  allow requirement-raised at "2.0.0" because "Agreed."\n'
        misplaced = RAISED.replace('competency Work "Work"', f'competency Work "Work" {{\n{line}}}')
        misnamed = ALLOWED.replace("requirement-raised", "requirement-added")
        for source, place, words in (
            (misplaced, 10, "`profile One` and `profile Two` have such a change"),
            (misnamed, 12, "there is no such change since 1.0.0: remove the line"),
            (ALLOWED.replace("2.0.0", "2.1.0"), 12, "if it is meant for this release, say `at \"2.0.0\"`"),
        ):
            self.new(version(source, "2.0.0"))
            self.assertEqual(self.findings(code=0), [("W1005", "new/a.cadre", place)])
            said = self.cadre("diff", "old", "new").stderr
            self.assertIn("covers nothing in 2.0.0", said)
            self.assertIn(words, said)
            self.assertIn("W1005", self.cadre("build", "new", "--since", "old", "-o", "out").stderr)
        # The change may be still to come: the version has not moved, or is that of a pre-release.
        for source in (misplaced, version(misplaced, "2.0.0-rc.1"), version(SOURCE.replace('requires', line.strip() + " requires"), "1.1.0")):
            self.new(source)
            self.assertNotIn("W1005", self.cadre("diff", "old", "new").stderr)
        self.new(version(ALLOWED, "2.0.0"))
        self.assertEqual(self.findings(code=0), [])

    def test_the_linter_tells_of_allowances_that_do_nothing(self):
        for source, code in (
            (version(ALLOWED, "2.0.1"), "unused-allow"),
            (ALLOWED.replace("requirement-raised", "requirement-rised"), "unknown-rule"),
            (ALLOWED.replace(' at "2.0.0"', ""), "unknown-rule"),
        ):
            self.new(source)
            done = self.cadre("lint", "new", "--message-format", "json", code=None)
            self.assertIn(code, [json.loads(it)["code"] for it in done.stderr.splitlines()], source)
        self.new(ALLOWED)
        done = self.cadre("lint", "new", "--message-format", "json", code=None)
        self.assertNotIn("allow", "".join(json.loads(it)["code"] for it in done.stderr.splitlines()))
        self.new(ALLOWED.replace('at "2.0.0"', 'at "2.0"'))
        self.assertIn("E0701", self.cadre("check", "new", code=1).stderr)

    def test_settings_that_there_are_not(self):
        for line, words in (
            ('fail-on = "all"', "E0918"),
            ('[diff.tier]\nrequirement-rased = "data"', "did you mean `requirement-raised`"),
            ('[diff.tier]\nrequirement-raised = "dta"', "E0918"),
            ('[diff.tier]\nindicator-aded = "data"', "`indicator-aded` is not a key of `[diff.tier]`"),
            ('[diff.version]\nindicator-aded = "minor"', "`indicator-aded` is not a key of `[diff.version]`"),
            ('[diff.version]\nadded = 3', "E0903"),
            ('[diff.versions]\nadded = "major"', "did you mean `version`?"),
        ):
            self.new(SOURCE, "[diff]\n" + line + "\n")
            self.assertIn(words, self.cadre("diff", "old", "new", code=2).stderr)

    def test_a_change_has_a_page(self):
        self.assertIn("tier people", self.cadre("explain", "requirement-raised").stdout.replace("`", ""))
        self.assertIn("resource-removed", self.cadre("explain", "resource-removed").stdout)


class Revisions(Diff):
    def git(self, *arguments):
        env = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z"}
        for who in ("AUTHOR", "COMMITTER"):
            env |= {f"GIT_{who}_NAME": "A", f"GIT_{who}_EMAIL": "a@example.org"}
        subprocess.run(["git", *arguments], cwd=self.dir, check=True, capture_output=True, env={"PATH": "/usr/bin:/bin", **env})

    def setUp(self):
        super().setUp()
        self.git("init", "-q", "-b", "main")
        for source in (SOURCE, REWORDED, REWORDED.replace("requires Work at A", "requires Wrok at A"), RAISED):
            self.write("pkg/a.cadre", source)
            self.git("add", "pkg")
            self.git("commit", "-q", "-m", "Next")

    def test_revisions_and_the_work_tree(self):
        told = self.cadre("diff", "git:HEAD~3", "git:HEAD~2", cwd=self.dir / "pkg").stdout
        self.assertIn("Does what is left.", told)
        self.assertIn("Work rises", self.cadre("diff", "git:HEAD~3:pkg", "pkg").stdout)
        self.assertEqual(self.cadre("diff", "git:HEAD", "pkg").stdout, "")
        shutil.rmtree(self.dir / "pkg")
        self.assertIn("Work rises", self.cadre("diff", "git:HEAD~3:pkg", "git:HEAD:pkg").stdout)

    def test_a_revision_that_does_not_check_is_reported_as_such(self):
        done = self.cadre("diff", "git:HEAD~1:pkg", "pkg", code=1)
        self.assertIn("git:HEAD~1:pkg/a.cadre:12", done.stderr)
        self.assertIn("error[E1003]: `git:HEAD~1:pkg` has errors", done.stderr)

    def test_a_release_out_of_a_revision(self):
        self.cadre("build", "old", "-o", "out", "--emit", "json")
        self.git("add", "-f", "out")
        self.git("commit", "-q", "-m", "Release")
        shutil.rmtree(self.dir / "out")
        self.assertIn("Work rises", self.cadre("diff", "git:HEAD:out", "pkg").stdout)


class Reports(Diff):
    def test_formats_are_written_whole(self):
        self.new(RAISED)
        markdown = self.cadre("diff", "old", "new", "--format", "markdown").stdout
        self.assertIn("- **One** and **Two**: Work rises from A to B **(breaking)**.", markdown)
        html = self.cadre("diff", "old", "new", "--format", "html").stdout
        self.assertTrue(html.startswith("<!doctype html>") and html.rstrip().endswith("</html>"))
        self.assertIn("<strong>Work</strong> rises from", html)

    def test_several_subjects_have_a_verb_in_the_plural(self):
        self.new(RAISED.replace("requires Work at B", "requires Work at A\n  requires Rest at B"))
        markdown = self.cadre("diff", "old", "new", "--format", "markdown").stdout
        self.assertIn("- **One** and **Two**: now also ask for Rest at B **(breaking)**.", markdown)
        html = self.cadre("diff", "old", "new", "--format", "html").stdout
        self.assertIn("One and Two: now also ask for <strong>Rest</strong>", html)
        self.new(RAISED.replace("extends Base\n", "\n", 1).replace("requires Work at B", "requires Work at A\n  requires Rest at B"))
        self.assertIn("**Two**: now also asks for Rest", self.cadre("diff", "old", "new", "--format", "markdown").stdout)

    def test_what_breaks_is_marked_and_lines_are_counted(self):
        self.new(RAISED.replace("Does the rest.", "Does what is left."))
        text = self.cadre("diff", "old", "new").stdout
        self.assertIn("2 changes: 1 people, 1 text.", text)
        self.assertIn("Work rises from A to B (breaking)\n", text)
        self.assertEqual(text.count("(breaking)"), 1)
        self.assertIn('<span class="breaking"> (breaking)</span>', self.cadre("diff", "old", "new", "--format", "html").stdout)
        self.new(ALLOWED)
        self.assertNotIn("(breaking)", self.cadre("diff", "old", "new").stdout)

    def test_titles_are_never_markup(self):
        old = SOURCE.replace('"One"', '"*One* <b>|`@x` #1"')
        self.write("old/a.cadre", old)
        self.new(old.replace("requires Work at A", "requires Work at B"))
        markdown = self.cadre("diff", "old", "new", "--format", "markdown").stdout
        self.assertIn(r"\*One\* \<b>\|\`\@<!-- -->x\` #<!-- -->1", markdown)
        self.assertNotRegex(markdown, r"[@#](?=\w)")
        self.assertIn("&lt;b&gt;", self.cadre("diff", "old", "new", "--format", "html").stdout)

    def test_bytes_are_the_same_with_any_number_of_threads(self):
        self.new(RAISED)
        told = {self.cadre("diff", "old", "new", "--format", "json", "-j", n).stdout for n in (1, 2, 8)}
        self.assertEqual(len(told), 1)

    def test_every_change_that_is_listed_is_known_to_the_manual_and_the_settings(self):
        lines = self.cadre("diff", "--list").stdout.splitlines()
        names = [line.split()[0] for line in lines]
        self.assertEqual(len(set(names)), len(names))
        settings = "".join(f'{name} = "text"\n' for name in names)
        self.new(SOURCE, "[diff.tier]\n" + settings)
        self.cadre("diff", "old", "new")

    def test_what_is_listed_is_as_the_project_sets_it(self):
        settings = '[diff.tier]\nrequirement-raised = "text"\n[diff.version]\nresource-removed = "minor"\ntext = "none"\n'
        self.new(SOURCE, settings)
        plain = [line.split()[:3] for line in self.cadre("diff", "--list").stdout.splitlines()]
        listed = [line.split()[:3] for line in self.cadre("diff", "--list", "new").stdout.splitlines()]
        self.assertIn(["requirement-raised", "text", "none"], listed)
        self.assertIn(["about-changed", "text", "none"], listed)
        self.assertEqual(listed[listed.index(["removed", "data", "major"]) + 1], ["resource-removed", "data", "minor"])
        self.assertEqual(len(listed), len(plain) + 1)
        self.assertEqual([line.split()[:3] for line in self.cadre("diff", "--list", "old").stdout.splitlines()], plain)
        self.assertIn("there is no `gone`", self.cadre("diff", "--list", "gone", code=2).stderr)
        self.assertIn("one argument too many", self.cadre("diff", "--list", "old", "new", code=2).stderr)

    def test_a_page_has_one_main_heading(self):
        for side, source in (("x", SOURCE), ("y", RAISED)):
            for member in "ab":
                self.write(f"{side}/{member}/m.cadre", source.replace("acme.test", f"acme.{member}"))
                self.write(f"{side}/{member}/cadre.toml", "[package]\n")
            self.write(f"{side}/cadre.toml", '[workspace]\nmembers = ["a", "b"]\n')
        for sides in (("x", "y"), ("x/a", "y/a"), ("x", "x")):
            page = self.cadre("diff", *sides, "--format", "html").stdout
            self.assertEqual(page.count("<h1"), 1)
            levels = [int(it) for it in re.findall(r"<h([1-6])", page)]
            self.assertTrue(all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels)


if __name__ == "__main__":
    main()
