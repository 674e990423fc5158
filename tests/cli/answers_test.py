#!/usr/bin/python3
"""Runs `cadre compare`, `query` and `explain` on small packages, made here, that the transcripts do not have.

    answers_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN
"""

import json

from harness import CadreTest, main

SKILL = 'scale Skill "Skill" cumulative { level Basic "Basic" level Good "Good" level Expert "Expert" }\n'
DRAFTS = ('framework t.x "T" { version "1.0.0" status published scale Skill }\n' + SKILL + """
technical competency Sound "Sound"
technical competency Later "Later" { status draft }
profile P "P" { requires Sound at Basic }
profile Q "Q" { requires Sound at Good requires Later at Good }
""")


class AnswersTest(CadreTest):
    # ---- Drafts ----------------------------------------------------------------------------------

    def test_what_outputs_leave_out_is_told_where_there_are_outputs(self):
        self.write("a.cadre", DRAFTS)
        self.assertIn("I0722", self.cadre("check").stderr)
        for call in (["compare", "P", "Q"], ["compare", "--all"], ["query", "profile"], ["explain", "Q"],
                     ["translate", "status"]):
            self.assertNotIn("I0722", self.cadre(*call).stderr, call)

    # ---- Sides of a comparison -------------------------------------------------------------------

    def test_of_two_that_became_one_the_higher_decides_in_any_order(self):
        old = ['technical competency A "A" { deprecated "1.0.0" use N }', 'technical competency B "B" { deprecated "1.0.0" use N }']
        asked = ["requires A at Basic", "requires B at Expert"]
        for competencies in (old, old[::-1]):
            for requirements in (asked, asked[::-1]):
                self.write("a.cadre", 'framework t.x "T" { scale Skill }\n' + SKILL + "\n".join([
                    *competencies, 'technical competency N "N"', 'profile P "P" {', *requirements, "}",
                    'profile Q "Q" { requires N at Good }', ""]))
                answer = json.loads(self.cadre("compare", "P", "Q", "--format", "json").stdout)
                [row] = answer["competencies"]
                self.assertEqual((row["change"], row["distance"], row["counterpart"]), ("lowered", -1, "t.x.B"))
                self.assertEqual([it["competency"] for it in row["otherCounterparts"]], ["t.x.A"])
                self.assertEqual(answer["direction"], "down")

    def test_what_cannot_be_compared_is_not_called_level(self):
        self.write("a.cadre", 'framework t.x "T" { scale Skill }\n' + SKILL +
                   'scale Years "Years" numeric 0..40\ncompetency A "A" { scale Years }\ncompetency B "B" { replaces A }\n'
                   'profile P "P" { requires A at 3 }\nprofile Q "Q" { requires B at Good }\n')
        self.assertEqual(json.loads(self.cadre("compare", "P", "Q", "--format", "json").stdout)["direction"], "unknown")

    def test_both_at_the_low_end_and_above_it_share_nothing(self):
        self.write("a.cadre", 'framework t.x "T" { language en }\nscale Years "Years" numeric 0..40\ncompetency A "A" { scale Years }\n'
                   'profile P "P" { requires A at 0 }\nprofile Q "Q" { requires A at 10 }\n')
        self.assertIn("0% over 1 competency", self.cadre("compare", "P", "Q").stdout)

    # ---- Workspaces ------------------------------------------------------------------------------

    def workspace(self, **members):
        """Members by name, each with its lines; those named behind `uses` may use the others."""
        self.write("cadre.toml", f'[workspace]\nmembers = {json.dumps(sorted(members))}\n')
        for name, text in members.items():
            uses = [it for it in members if f"use t.{it}" in text]
            more = "[dependencies]\n" + "".join(f't.{it} = {{ path = "../{it}" }}\n'.replace("t.", '"t.').replace(" =", '" =', 1)
                                                for it in uses)
            self.write(f"{name}/cadre.toml", '[package]\nedition = "2026"\n' + (more if uses else ""))
            self.write(f"{name}/a.cadre", f'framework t.{name} "T" {{ scale none }}\n{text}')

    def test_profiles_of_a_workspace_may_be_named_by_any_member(self):
        self.workspace(core='competency X "X"\nprofile Clerk "Clerk" { requires X }\nprofile Lead "Lead" { requires X }\n',
                       shop='use t.core as c\nprofile Seller "Seller" { requires c.X }\nprofile Clerk "Clerk" { requires c.X }\n',
                       other='competency Y "Y"\nprofile Guard "Guard" { requires Y }\n')

        def ids(*names):
            answer = json.loads(self.cadre("compare", *names, "--format", "json").stdout)
            return answer["from"]["id"], answer["to"]["id"]

        # `Lead` is the name that core has for it, and only shop knows both.
        self.assertEqual(ids("Seller", "Lead"), ("t.shop.Seller", "t.core.Lead"))
        self.assertEqual(ids("Seller", "c.Lead"), ("t.shop.Seller", "t.core.Lead"))
        self.assertEqual(ids("t.shop.Clerk", "t.core.Clerk"), ("t.shop.Clerk", "t.core.Clerk"))
        self.assertEqual(ids("Clerk", "Lead"), ("t.core.Clerk", "t.core.Lead"))
        done = self.cadre("compare", "Seller", "Guard", code=2)
        self.assertIn("no package of the workspace knows both `t.shop.Seller` and `t.other.Guard`", done.stderr)
        done = self.cadre("compare", "Seler", "Gard", code=2)
        self.assertIn("did you mean `Seller`?", done.stderr)
        self.assertIn("did you mean `Guard`?", done.stderr)
        self.assertIn("did you mean `Guard`?", self.cadre("explain", "Gard", code=2).stderr)

    def test_nothing_is_expected_of_members_that_were_not_asked(self):
        self.workspace(a='competency X "X"\nprofile P "P" { requires X }\n', b='competency Y "Y"\nprofile P "P" { requires Y }\n')
        query = "profile where not requires(X)"
        self.assertNotIn("E08", self.cadre("query", query).stderr)
        done = self.cadre("query", query, "--expect", "none", code=1)
        self.assertIn("E0850", done.stderr)
        self.assertIn("I0842", done.stderr)
        self.assertIn("E0849", self.cadre("query", query, "--expect", "some", code=1).stderr)
        self.cadre("query", "profile where requires(X)", "--expect", "some")
        self.cadre("query", query, "--expect", "none", "--in", "a")

    # ---- Names and levels ------------------------------------------------------------------------

    def test_ids_of_outputs_are_names(self):
        self.write("a.cadre", """framework t.x "T" { language en }
competency A "A" { id "urn:example:4.2" }
competency B "B" { id "old.x.B-1" }
profile P "P" { id "urn:p:1" requires A }
profile Q "Q" { was R requires A requires B }
""")
        answer = json.loads(self.cadre("compare", "urn:p:1", "t.x.R", "--format", "json").stdout)
        self.assertEqual((answer["from"]["name"], answer["to"]["name"]), ("P", "Q"))
        self.assertIn("It requires", self.cadre("explain", "urn:p:1").stdout)
        for condition in ("requires(old.x.B-1)", "competencies = old.x.B-1", "any requirements (competency.id = \"old.x.B-1\")"):
            self.assertEqual(json.loads(self.cadre("query", f"profile where {condition} select name", "--json").stdout),
                             [{"name": "Q"}], condition)
        done = self.cadre("query", 'profile where requires("urn:example:4.2")', code=2)
        self.assertIn('any requirements (competency.id = "urn:example:4.2")', done.stderr)
        done = self.cadre("query", 'requirement where competency = "urn:example:4.2"', code=2)
        self.assertIn("it is called `A` here", done.stderr)

    def test_markdown_of_a_comparison_calls_nobody(self):
        self.write("a.cadre", """framework t.x "T" { language en }
competency A "Asks @octocat of #12" { - Sees #123 and @name. }
credential K "Card !7 @holder"
profile P "P of #1"
profile Q "Q" { requires A because "See #5." credential K }
""")
        done = self.cadre("compare", "P", "Q", "--format", "markdown")
        for said in ("#<!-- -->1", "@<!-- -->octocat", "#<!-- -->123", "@<!-- -->name", "#<!-- -->5", "@<!-- -->holder"):
            self.assertIn(said, done.stdout)
        self.assertNotRegex(done.stdout, r"[@#][0-9a-z]")

    def test_csv_is_for_programs(self):
        self.write("a.cadre", 'framework t.x "T" { language en }\ncompetency A "=1+1"\n')
        self.assertEqual(self.cadre("query", "competency select title", "--csv").stdout.split(), ["title", "=1+1"])

    def test_a_competency_may_be_called_kind(self):
        self.write("a.cadre", 'framework t.x "T" { scale Skill }\n' + SKILL +
                   'kind craft "Craft" like technical\ncompetency kind "Kind"\ncraft competency A "A"\n'
                   'profile P "P" { requires kind at Good }\nprofile Q "Q" { requires A at Good desired }\n')
        for condition, name in (("requires(kind)", "P"), ("requires(kind at >= Good)", "P"), ("requires(kind essential)", "P"),
                                ("requires(kind craft)", "Q"), ("requires(kind craft at = Good desired)", "Q")):
            self.assertEqual(json.loads(self.cadre("query", f"profile where {condition} select name", "--json").stdout),
                             [{"name": name}], condition)

    def test_a_number_counts_as_the_row_of_a_crosswalk_below_it(self):
        self.write("a.cadre", 'framework t.x "T" { scale Skill }\n' + SKILL + """
scale Points "Points" numeric -10..10
crosswalk W from Points to Skill { 0 -> Basic 5 -> Good 8 -> Expert }
competency New "New"
competency Old "Old" { scale Points }
profile P "P" { requires New at Basic requires Old at -1 }
profile Q "Q" { requires New at Good requires Old at 6 }
""")

        def who(condition, code=0):
            done = self.cadre("query", f"profile where {condition} select name", "--json", code=code)
            return [it["name"] for it in json.loads(done.stdout)], done.stderr

        self.assertEqual(who("requires(New at >= 3)"), (["P", "Q"], ""))
        self.assertEqual(who("requires(New at >= 6.5)"), (["Q"], ""))
        self.assertEqual(who("requires(New at >= 8)"), ([], ""))
        names, told = who("requires(Old at >= Good)")
        self.assertEqual(names, ["Q"])
        self.assertIn("has no row at or below such a level", told)
        self.assertNotIn("would make them comparable", told)
        self.assertIn("E0844", self.cadre("query", "profile where requires(New at >= -3)", code=2).stderr)
        self.assertIn("has no row at or below", self.cadre("query", "requirement where level >= -3").stderr)

    # ---- Terminals -------------------------------------------------------------------------------

    def test_tables_fit_narrow_terminals(self):
        self.write("a.cadre", 'framework t.x "T" { scale Skill }\n' + SKILL +
                   'competency A "Answering enquiries of journalists" \nprofile P "Press officer of the town" { requires A at Basic }\n'
                   'profile Q "Head of the press office" { requires A at Good }\n')
        for width, said in ((60, None), (120, 60), (60, 0), (60, "wide")):
            for call in (["compare", "P", "Q"], ["query", "requirement select profile.title, competency.title, level, importance"]):
                shown = self.on_terminal(width, *call, "--color", "never", said=said).splitlines()
                self.assertLessEqual(max(map(len, shown)), 60, (call, said, shown))
        # Where nothing is shown, nothing is cut.
        self.assertIn("Answering enquiries of journalists", self.cadre("query", "competency select title").stdout)


if __name__ == "__main__":
    main()
