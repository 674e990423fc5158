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


if __name__ == "__main__":
    main()
