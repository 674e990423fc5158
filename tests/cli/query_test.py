#!/usr/bin/python3
"""Runs `cadre query` where a transcript (tests/query) cannot look: on a terminal, in formats for programs, on sizes.

    query_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN
"""

import csv
import io
import json
import os
import time
import unicodedata

from harness import ROOT, CadreTest, main

MARKETING = ROOT / "examples/marketing"
LONG = "Words " * 40
SOURCE = f"""framework t.q "T" {{
  language en
  scale    S
}}
scale S "S" {{
  level A "A"
  level B "B"
}}
competency One "品質管理 {LONG.strip()}" {{
  code  "a,b"
  about "Says \\"it\\"."
}}
profile P "P" {{
  requires One at A
}}
"""


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class QueryTest(CadreTest):
    def test_a_table_fits_the_terminal_and_is_whole_elsewhere(self):
        self.write("p.cadre", SOURCE)
        query = "competency select name, title, code, about"
        shown = self.on_terminal(60, "query", query, "--color", "never").splitlines()
        self.assertEqual(len(shown), 2)
        self.assertLessEqual(max(map(width, shown)), 60)
        self.assertIn("…", shown[1])
        whole = self.cadre("query", query).stdout
        self.assertIn(LONG.strip(), whole)
        self.assertNotIn("…", whole)
        # Less than there is room for is shown all the same.
        self.assertEqual(len(self.on_terminal(5, "query", query, "--color", "never").splitlines()), 2)

    def test_rows_are_data(self):
        self.write("p.cadre", SOURCE)
        query = "competency select name, title, code, about, keywords, profiles, since"
        row = json.loads(self.cadre("query", query, "--json").stdout)[0]
        self.assertEqual(row["about"], 'Says "it".')
        self.assertEqual((row["profiles"], row["keywords"], row["since"]), (["t.q.P"], [], None))
        bytes_ = self.cadre("query", query, "--csv").stdout
        rows = list(csv.DictReader(io.StringIO(bytes_)))
        self.assertEqual(rows[0]["about"], 'Says "it".')
        self.assertEqual(rows[0]["code"], "a,b")

    def test_the_same_each_time_with_any_number_of_threads(self):
        query = "requirement select profile, competency, level sort by level desc, profile.title"
        one = self.cadre("query", query, "--in", MARKETING, "-j", "1").stdout
        self.assertEqual(one, self.cadre("query", query, "--in", MARKETING, "-j", "8").stdout)

    def test_answers_are_those_of_framework_json(self):
        """What a query says of published things, and what the document says that is built of them."""
        for example in ("marketing", "checklist", "numeric"):
            package = ROOT / "examples" / example
            self.cadre("build", package, "-o", "out", "--emit", "json", "-q")
            document = json.loads((self.dir / "out/framework.json").read_text())

            def rows(query):
                return json.loads(self.cadre("query", query, "--in", package, "--json").stdout)

            def own(records):
                return [record for record in records if not record.get("external")]

            def values(records, *members):
                return [[record.get(member) for member in members] for record in records]

            profiles, competencies = own(document["profiles"]), own(document["competencies"])
            self.assertEqual(
                values(rows("requirement select profile, competency, level, importance, weight, because"),
                       "profile", "competency", "level", "importance", "weight", "because"),
                [[profile["id"], *values([one], "competency", "level", "importance", "weight", "because")[0]]
                 for profile in profiles for one in profile["requirements"]])
            self.assertEqual(values(rows("profile select id, name, title, about, family"), "id", "name", "title", "about", "family"),
                             values(profiles, "id", "name", "title", "about", "family"))
            self.assertEqual(values(rows("competency select id, title, code, kind, scale"), "id", "title", "code", "kind", "scale"),
                             values(competencies, "id", "title", "code", "kind", "scale"))
            bullets = [[competency["id"], level, bullet["text"]] for competency in competencies
                       for level, holder in [(None, competency)] + [(it["level"], it) for it in competency.get("levels", [])]
                       for bullet in holder.get("indicators", [])]
            self.assertEqual(values(rows("indicator select competency, level, text"), "competency", "level", "text"), bullets)
            used = {one["competency"] for profile in profiles for one in profile["requirements"]}
            self.assertEqual([row["id"] for row in rows("competency where profiles is missing select id")],
                             [it["id"] for it in competencies if it["id"] not in used])
            for competency in competencies[:5]:
                name = competency["name"]
                self.assertEqual([row["id"] for row in rows(f"profile where requires({name}) select id")],
                                 [it["id"] for it in profiles
                                  if competency["id"] in [one["competency"] for one in it["requirements"]]])

    def test_an_expectation_is_a_finding_and_a_bad_query_is_a_fault(self):
        done = self.cadre("query", "profile", "--in", MARKETING, "--expect", "none", "--message-format", "json", code=1)
        found = json.loads(done.stderr)
        self.assertEqual((found["code"], found["file"], found["line"]), ("E0849", "<query>", 1))
        self.assertIn("Marketing Manager", done.stdout)
        done = self.cadre("query", "profile where grad = P1", "--in", MARKETING, "--message-format", "json", code=2)
        found = json.loads(done.stderr)
        self.assertEqual((found["code"], found["column"], found["suggestions"]), ("E0842", 15, ["grade"]))
        self.assertEqual(done.stdout, "")
        for form in ("sarif", "github", "gitlab", "junit", "short"):
            self.cadre("query", "profile where grad = P1", "--in", MARKETING, "--message-format", form, code=2)
        self.cadre("query", "profile", "--in", MARKETING, "--expect", "none", "--report-file", "report.json",
                   "--message-format", "sarif", code=1)
        self.assertEqual(json.loads((self.dir / "report.json").read_text())["runs"][0]["results"][0]["ruleId"], "E0849")

    def test_a_member_that_lacks_a_name_is_left_out_and_told(self):
        self.write("cadre.toml", '[workspace]\nmembers = ["a", "b"]\n')
        for name, more in (("a", 'competency X "X" { scale none }\nprofile P "P" { requires X }\n'), ("b", 'profile P "P"\n')):
            self.write(f"{name}/cadre.toml", '[package]\nedition = "2026"\n')
            self.write(f"{name}/a.cadre", f'framework t.{name} "T" {{ language en }}\n{more}')
        done = self.cadre("query", "profile where requires(X)", "--json")
        self.assertEqual([row["package"] for row in json.loads(done.stdout)], ["t.a"])
        self.assertIn("I0842", done.stderr)
        self.assertEqual(self.cadre("query", "profile where requires(Y)", code=2).stderr.count("error["), 1)

    def test_words_of_a_shell(self):
        self.cadre("query", os.fsdecode(b"profile where title = \"\xff\""), "--in", MARKETING, code=2)
        self.cadre("query", "profile\n  where grade = P1\n  select title", "--in", MARKETING)
        self.assertIn("2:9", self.cadre("query", "profile\n  where grad = P1", "--in", MARKETING, code=2).stderr)
        self.cadre("query", "(" * 60000, "--in", MARKETING, code=2)
        self.cadre("query", "profile where " + "(" * 60000, "--in", MARKETING, code=2)

    def test_a_hundred_thousand_requirements(self):
        lines = ['framework t.big "Big" { language en scale S }', 'scale S "S" { level A level B level C }']
        lines += [f'competency C{i} "C {i}"' for i in range(100)]
        for i in range(1000):
            lines.append(f'profile P{i} "P {i}" {{')
            lines += [f"requires C{k} at {'ABC'[(i + k) % 3]}" for k in range(100)]
            lines.append("}")
        self.write("p.cadre", "\n".join(lines))
        begin = time.monotonic()
        self.cadre("check", "-q", "--max-diagnostics", "1", code=None)
        checked = time.monotonic()
        done = self.cadre("query", "requirement where level >= B count by competency, level sort by count desc limit 2")
        self.assertEqual(len(done.stdout.splitlines()), 3)
        self.cadre("query", "profile where requires(C7 at >= C) and any requirements (level = A) count")
        self.cadre("query", "competency where no requirements (profile.name = \"P7\") count")
        # Three queries, each with a check of its own: seconds, were one of them quadratic.
        self.assertLess(time.monotonic() - checked, 3 * (checked - begin) + 3)


if __name__ == "__main__":
    main()
