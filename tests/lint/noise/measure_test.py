"""Tests measure.py on a package of three lines, with a linter that says what it is told to.

usage: measure_test.py
"""
import json
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
LINES = ['competency Oven "Oven" {', "  - [O-1] Knows the oven very well.", "  - Cleans the oven {daily\\}.", "}"]
INDEX = {"bakery": [[1, "title", "Oven", "Oven"], [2, "indicator", "Oven.O-1", "Knows the oven very well."],
                    [3, "indicator", "Oven", "Cleans the oven {daily}."]]}


def finding(rule: str, line: int, begin: int, end: int, end_line: int = 0) -> dict:
    return {"severity": "warning", "code": rule, "message": "told so", "file": "framework.cadre", "line": line,
            "column": begin, "endLine": end_line or line, "endColumn": end, "labels": [], "notes": []}


class Measure(unittest.TestCase):
    def setUp(self) -> None:
        work = tempfile.TemporaryDirectory()
        self.addCleanup(work.cleanup)
        self.work = Path(work.name)
        (self.work / "bakery").mkdir()
        (self.work / "bakery" / "framework.cadre").write_text("\n".join(LINES) + "\n", encoding="utf-8")
        (self.work / "index.json").write_text(json.dumps(INDEX), encoding="utf-8")
        self.linter = self.work / "linter"
        self.say([finding("vague-verb", 2, 11, 16), finding("empty-adverb", 2, 26, 30),
                  finding("indicator-count", 1, 1, 2, 4)])

    def say(self, records: list[dict], status: int = 0) -> None:
        lines = "\n".join(map(json.dumps, records))
        self.linter.write_text(f"#!{sys.executable}\nimport sys\nprint({lines!r})\nsys.exit({status})\n",
                               encoding="utf-8")
        self.linter.chmod(self.linter.stat().st_mode | stat.S_IXUSR)

    def run_it(self, *arguments: object, status: int = 0) -> str:
        done = subprocess.run([sys.executable, HERE / "measure.py", *map(str, arguments)],
                              capture_output=True, text=True, encoding="utf-8", check=False)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def judge(self, **verdicts: str) -> tuple[Path, Path]:
        """A sheet of all findings, with verdicts by rule (dashes as `_`)."""
        sheet, judged = self.work / "sheet.tsv", self.work / "judged"
        self.run_it(self.linter, self.work, "--sample", 9, "--sheet", sheet)
        head, *rows = [line.split("\t") for line in sheet.read_text(encoding="utf-8").splitlines()]
        for row in rows:
            row[head.index("verdict")] = verdicts.get(row[0].replace("-", "_"), "")
            row[head.index("why")] = verdicts.get("why", "can be asked after")
        sheet.write_text("\n".join("\t".join(row) for row in [head, *rows]) + "\n", encoding="utf-8")
        return sheet, judged

    def test_table_counts_per_thousand_statements(self) -> None:
        table = self.run_it(self.linter, self.work)
        self.assertIn("| vague-verb | 1 | 500.0 | 1 |", table)
        self.assertIn("| statements | 2 |  | 2 |", table)

    def test_one_rule_alone(self) -> None:
        self.assertNotIn("vague-verb", self.run_it(self.linter, self.work, "--rule", "empty-adverb"))

    def test_sample_marks_the_words(self) -> None:
        shown = self.run_it(self.linter, self.work, "--sample", 1, "--rule", "vague-verb")
        self.assertIn("- [O-1] ⟦Knows⟧ the oven very well.", shown)
        self.assertIn("bakery:2 Oven.O-1", shown)

    def test_share_judged_right(self) -> None:
        sheet, judged = self.judge(vague_verb="y", empty_adverb="n")
        self.run_it("--judge", sheet, "--into", judged)
        table = self.run_it(self.linter, self.work, "--judge", judged)
        self.assertIn("| vague-verb | 1 | 500.0 | 1 | 100 % | 1 |", table)
        self.assertIn("| empty-adverb | 1 | 500.0 | 1 | 0 % | 1 |", table)
        self.assertIn("| indicator-count | 1 | 500.0 | 0 |  | 1 |", table)

    def test_judgements_hold_no_words_of_the_data(self) -> None:
        sheet, judged = self.judge(vague_verb="y", empty_adverb="n", indicator_count="y")
        self.run_it("--judge", sheet, "--into", judged)
        for file in judged.iterdir():
            self.assertNotIn("oven very", file.read_text(encoding="utf-8"))
            self.assertNotIn("Knows", file.read_text(encoding="utf-8"))

    def test_reason_that_quotes_is_refused(self) -> None:
        sheet, judged = self.judge(vague_verb="y", why="it says Knows the oven very well")
        self.assertIn("quotes", self.run_it("--judge", sheet, "--into", judged, status=1))
        self.assertFalse(judged.exists())

    def test_verdict_holds_when_other_words_are_marked_but_not_for_another_text(self) -> None:
        sheet, judged = self.judge(vague_verb="y")
        self.run_it("--judge", sheet, "--into", judged)
        self.say([finding("vague-verb", 2, 11, 30)])
        self.assertIn("| 1 | 100 % |", self.run_it(self.linter, self.work, "--judge", judged))
        self.say([finding("vague-verb", 3, 5, 10)])
        self.assertIn("| 0 |  |", self.run_it(self.linter, self.work, "--judge", judged))

    def test_unjudged_findings_alone_are_sampled(self) -> None:
        sheet, judged = self.judge(vague_verb="y")
        self.run_it("--judge", sheet, "--into", judged)
        shown = self.run_it(self.linter, self.work, "--sample", 9, "--unjudged", judged)
        self.assertNotIn("== vague-verb", shown)
        self.assertIn("== empty-adverb", shown)

    def test_page_keeps_its_words_around_the_table(self) -> None:
        page = self.work / "noise.md"
        page.write_text("# Noise\n\nBefore.\n\n| rule | old |\n|---|---|\n| gone | 1 |\n\nAfter.\n", encoding="utf-8")
        for _ in range(2):
            self.run_it(self.linter, self.work, "--page", page)
            text = page.read_text(encoding="utf-8")
            self.assertTrue(text.startswith("# Noise\n\nBefore.\n\n| rule | findings |"))
            self.assertTrue(text.endswith(" | 2 |\n\nAfter.\n"))
            self.assertNotIn("gone", text)

    def test_errors_end_it(self) -> None:
        self.say([finding("E0302", 1, 1, 2)], status=1)
        self.assertIn("E0302", self.run_it(self.linter, self.work, status=1))
        self.say([], status=2)
        self.assertIn("ended with 2", self.run_it(self.linter, self.work, status=1))


if __name__ == "__main__":
    unittest.main()
