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


if __name__ == "__main__":
    main()
