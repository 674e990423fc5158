#!/usr/bin/python3
"""Runs `cadre lint` as users do, and checks what docs/lint.md promises of all rules together.

    lint_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN

What a single rule finds stands on its page. Here a few rules stand for all; every other is turned off in cadre.toml.
"""

import functools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from harness import CADRE, ROOT, CadreTest, main, snapshot

sys.path.insert(0, str(ROOT / "tests/messages"))
import documents  # noqa: E402

NOBODY = 65534
OURS = ("vague-verb", "unused-allow", "unknown-rule")

SOURCE = """framework acme.test "Test" {
  version  "1.0.0"
  status   draft
  language en
  scale    S
}

scale S "S" cumulative {
  level A "A"
  level B "B"
}

competency Work "Work" {
  level A {
    - Understands invoices.
    - Sends invoices to customers.
  }
  level B { - Knows the rules of tax. }
}
"""
INVOICES, TAX = ("vague-verb", "p/framework.cadre", 15), ("vague-verb", "p/framework.cadre", 18)
ALLOW = '  allow vague-verb because "Wording of the council."\n'


def inside(declaration, line, text=SOURCE):
    """With a line at the head of a block."""
    head = text.index("{\n", text.index(declaration)) + 2
    return text[:head] + line + text[head:]


@functools.cache
def rules():
    done = subprocess.run([CADRE, "lint", "--list", "--json"], capture_output=True, check=True, timeout=120)
    return json.loads(done.stdout)


def settings(*on, more="", **values):
    """A cadre.toml in which only these rules run, as warnings, and others as `values` says."""
    weights = {rule["name"]: "off" for rule in rules()}
    weights |= {name: "warning" for name in on or OURS}
    weights |= {name.replace("_", "-"): weight for name, weight in values.items()}
    lines = [f'{name} = "{weight}"\n' for name, weight in weights.items() if f"[lint.{name}]" not in more]
    return '[package]\nedition = "2026"\n\n[lint]\n' + "".join(lines) + more


class LintTest(CadreTest):
    def package(self, name="p", text=SOURCE, manifest=None):
        self.write(f"{name}/cadre.toml", settings() if manifest is None else manifest)
        return self.write(f"{name}/framework.cadre", text)

    def found(self, *arguments, code=0, verb="lint", cwd=None, env=None):
        """What is found: rule or code, file and line."""
        done = self.cadre(verb, *(arguments or ["p"]), "--message-format", "json", code=code, cwd=cwd, env=env)
        self.last, complaints = documents.json_lines(done.stderr)
        self.assertEqual(complaints, [])
        return [(it["code"], it["file"], it["line"]) for it in self.last]

    def baseline(self, name="p/lint-baseline.json"):
        return json.loads((self.dir / name).read_text())["findings"]

    def replace(self, path, old, new):
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1))


class Runs(LintTest):
    def test_exit_codes(self):
        self.package()
        self.assertEqual(self.found(), [INVOICES, TAX])
        self.assertEqual({it["severity"] for it in self.last}, {"warning"})
        self.found("p", "--deny", "warnings", code=1)
        self.assertEqual(self.cadre("lint", "p", "--deny", "warnings", code=1).stdout, "")
        self.package(manifest=settings("unused-allow", vague_verb="error"))
        self.assertEqual(self.found(code=1), [INVOICES, TAX])
        self.assertEqual({it["severity"] for it in self.last}, {"error"})
        self.package(manifest=settings("unused-allow"))
        self.assertEqual(self.found("p", "--deny", "warnings"), [])
        self.cadre("lint", "nowhere", code=2)
        self.cadre("lint", "p", "--bogus", code=2)

    def test_verbs_that_lint(self):
        self.package()
        for call in (["lint"], ["check"], ["build", "-o", "out"]):
            self.assertEqual(self.found("p", *call[1:], verb=call[0]), [INVOICES, TAX])
            self.found("p", *call[1:], "--deny", "warnings", verb=call[0], code=1)
        # Rules are no matter of these.
        for call in (["fmt", "--check", "p"], ["translate", "status", "--in", "p"], ["explain", "E0302"]):
            self.assertNotIn("vague-verb", self.cadre(*call).stderr)

    def test_lint_shows_rules_and_errors_alone(self):
        text = SOURCE.replace("  language en\n", '  language en\n  license  "mit"\n')
        self.package(text=text)
        self.assertIn("W0721", [it[0] for it in self.found(verb="check")])
        self.assertEqual({it[0] for it in self.found()}, {"vague-verb"})
        self.package(text=text + '\nprofile P "P" { requires Work at C }\n')
        self.assertEqual([it[0] for it in self.found(code=1)], ["vague-verb", "vague-verb", "E0302"])
        # A warning that is not shown denies nothing.
        self.package(text=text.replace("Understands", "Reads").replace("Knows", "States"))
        self.cadre("lint", "p", "--deny", "warnings")
        self.cadre("check", "p", "--deny", "warnings", code=1)

    def test_beside_errors_no_rule_on_the_whole(self):
        self.package(text=inside("competency Work", '  allow passive-voice because "x"\n') + "profile P {}\n",
                     manifest=settings(passive_voice="warning"))
        codes = {it[0] for it in self.found(code=1)}
        self.assertNotIn("unused-allow", codes)
        self.assertIn("vague-verb", codes)

    def test_what_does_not_go_together(self):
        self.package()
        before = snapshot(self.dir)
        for call in (["--list", "--fix"], ["--write-baseline", "--fix"], ["--write-baseline", "--unsafe-fixes"],
                     ["--write-baseline", "--check-baseline"], ["--fix", "--check-baseline"], ["--json"],
                     ["--list", "--write-baseline"], ["--list", "p"]):
            self.cadre("lint", "p", *call, code=2)
        for verb in ("check", "build", "fmt"):
            for option in ("--write-baseline", "--check-baseline", "--unsafe-fixes", "--list"):
                self.assertIn("has no option", self.cadre(verb, "p", option, code=2).stderr)
        self.assertEqual(snapshot(self.dir), before)

    def test_jobs_give_the_same_bytes(self):
        for number in range(12):
            self.write(f"p/c{number}.cadre", f'competency C{number} "C" {{ level A {{ - Understands invoices. }} }}\n')
        self.package(manifest='[package]\nedition = "2026"\n[lint]\ntier = "strict"\n')
        for form in ("human", "json", "sarif"):
            done = [self.cadre("lint", "p", "-j", jobs, "--message-format", form).stderr for jobs in (1, 4, 1)]
            self.assertGreater(done[0].count("vague-verb"), 12)
            self.assertEqual(set(done), {done[0]})

    def test_timings_name_the_rules(self):
        self.package()
        for verb in ("lint", "check"):
            done = self.cadre(verb, "p", "--timings", "-v").stderr
            self.assertRegex(done, r"(?m)^lint +[\d.]+ ms")
            self.assertRegex(done, r"(?m)^  vague-verb +[\d.]+ ms +2 found$")
            self.assertRegex(done, r"(?m)^  \(words and sentences\) +[\d.]+ ms$")
            self.assertNotIn("  passive-voice ", done)
            self.assertNotIn("  vague-verb ", self.cadre(verb, "p", "--timings").stderr)

    def test_a_translation_is_read_in_its_language(self):
        self.package(text=SOURCE.replace("language en\n", "language en\n  translations fr, de\n") + """
translation fr {
  competency Work {
    level A {
      - Comprend les factures.
      - Envoie les factures aux clients.
    }
  }
}
translation de {
  competency Work {
    level A {
      - Understands Rechnungen.
      - Versteht Kunden.
    }
  }
}
""")
        lines = [line for rule, _, line in self.found() if rule == "vague-verb"]
        text = (self.dir / "p/framework.cadre").read_text().splitlines()
        self.assertEqual([text[line - 1].strip(" -{}") for line in lines],
                         ["Understands invoices.", "level B { - Knows the rules of tax.", "Comprend les factures."])

    def test_other_packages_are_silent(self):
        self.package("q", SOURCE.replace("acme.test", "acme.other"))
        self.package(manifest=settings(more='\n[dependencies]\nacme.other = { path = "../q" }\n'),
                     text=SOURCE + "\nuse acme.other as other\n")
        self.assertEqual({it[1] for it in self.found()}, {"p/framework.cadre"})

    def test_today(self):
        """Rules on dates take the day from outside."""
        self.package(text=inside("competency Work", "  reviewed 2025-01-01\n"), manifest=settings("overdue-review"))
        early, late = ({"SOURCE_DATE_EPOCH": str(seconds)} for seconds in (1_750_000_000, 1_900_000_000))
        self.assertEqual(self.found(env=early), [])
        self.assertEqual(self.found(env=late), [("overdue-review", "p/framework.cadre", 14)])
        # A baseline of today holds tomorrow, too.
        self.cadre("lint", "p", "--write-baseline", env=late)
        self.assertEqual(self.found(env={"SOURCE_DATE_EPOCH": "1910000000"}), [])


class Lists(LintTest):
    def test_table(self):
        out = self.cadre("lint", "--list").stdout
        for rule in rules():
            self.assertRegex(out, rf"(?m)^  {rule['name']} +{rule['tier']} +{rule['severity']} .*{re.escape(rule['title'])}$")
        head, *lines = out.splitlines()
        self.assertEqual(head.split(), ["rule", "tier", "severity", "fix", "what", "it", "finds"])
        self.assertEqual(len({line for line in lines if line.startswith("  ")}), len(rules()))
        tiers = {line.index(f" {rule['tier']} ") for rule in rules() for line in lines if line.split()[:1] == [rule["name"]]}
        self.assertEqual(len(tiers), 1, "columns stand below each other")

    def test_json(self):
        names = [rule["name"] for rule in rules()]
        self.assertEqual(len(set(names)), len(names))
        self.assertLessEqual(set(OURS), set(names))
        for rule in rules():
            self.assertEqual(list(rule), ["name", "number", "group", "tier", "severity", "fix", "languages", "title",
                                          "options"], rule["name"])
            self.assertIn(rule["tier"], ("essential", "recommended", "strict"))
            self.assertEqual(rule["severity"], "off" if rule["tier"] == "strict" else "warning", rule["name"])
            self.assertIn(rule["fix"], ("none", "safe", "unsafe"))
            self.assertTrue(rule["title"] and rule["group"], rule["name"])
            self.assertTrue(rule["languages"] is None or "en" in rule["languages"], rule["name"])
            for option in rule["options"]:
                self.assertIn(option["type"], ("number", "list"))
                self.assertTrue(option["help"], rule["name"])
                if option["type"] == "number":
                    self.assertLessEqual(option["low"], option["default"], rule["name"])
                    self.assertLessEqual(option["default"], option["high"], rule["name"])

    def test_as_a_project_sets_them(self):
        self.package(manifest='[package]\nedition = "2026"\n[lint]\ntier = "essential"\nvague-verb = "error"\n'
                              'unknown-rule = "off"\n')
        found = {it["name"]: it["severity"] for it in json.loads(self.cadre("lint", "--list", "--json", "p").stdout)}
        self.assertEqual(found, {it["name"]: "error" if it["name"] == "vague-verb"
                                 else "warning" if it["tier"] == "essential" else "off" for it in rules()})
        self.assertRegex(self.cadre("lint", "p", "--list").stdout, r"(?m)^  vague-verb +recommended +error ")
        self.cadre("lint", "--list", "nowhere", code=2)

    def test_a_workspace_without_members(self):
        self.write("w/cadre.toml", "[workspace]\nmembers = []\n")
        done = self.cadre("lint", "--list", "--json", "w", code=None)
        self.assertIn(done.returncode, (0, 2))
        self.assertIn(self.cadre("lint", "w", code=None).returncode, (0, 2))

    def test_explain(self):
        for rule in rules():
            out = self.cadre("explain", rule["name"]).stdout
            self.assertTrue(out.startswith(f"# {rule['name']}: "), out[:200])
            self.assertRegex(out, "Sources?:")
            self.assertNotIn("//~", out)
        self.assertIn("\n- `max-grade` (12): ", self.cadre("explain", "reading-grade").stdout)
        done = self.cadre("explain", "vage-verb", code=2)
        self.assertIn("there is no rule `vage-verb`", done.stderr)
        self.assertIn("did you mean `vague-verb`?", done.stderr)
        self.assertEqual(done.stdout, "")


    def prose(self, rule):
        """What the page says, without its code."""
        return re.sub(r"^```.*?^```$", "", self.cadre("explain", rule).stdout, flags=re.M | re.S)

    def test_explain_breaks_lines(self):
        for rule in rules():
            prose = self.prose(rule["name"])
            self.assertEqual([line for line in prose.splitlines() if len(line) > 80 and line[0] != "#"], [])
            self.assertNotRegex(re.sub(r"`[^`]*`|O\*NET", "", prose), r"[*\\]")
        # The further lines of an item stand below its first word.
        self.assertRegex(self.prose("empty-adverb"), r"(?m)^- .{60,}\n  \S")

    def test_explain_says_which_example_is_right(self):
        def said(rule):
            return re.sub(r"\033\[[0-9;]*m", "", self.cadre("explain", rule, "--color", "always").stdout)
        instead, limits = said("vague-adjective").split("\nInstead\n")[1].split("\nLimits\n")
        self.assertIn("This is right:\n", instead)
        self.assertNotIn("This is not reported:", instead)
        self.assertIn("This is not reported:\n", limits)
        self.assertIn("This is right:\n", said("E0302"))

    def test_explain_on_a_narrow_terminal(self):
        shown = self.on_terminal(50, "explain", "orphan-competency", "--color", "never")
        why = shown.split("## Why")[1].split("## Example")[0]
        self.assertLessEqual(max(map(len, why.splitlines())), 50)


class Settings(LintTest):
    def faults(self, lint, code=2):
        self.package(manifest='[package]\nedition = "2026"\n' + lint)
        found = self.found(code=code)
        return [(rule, file, line, it["column"], it["endColumn"], it["suggestions"])
                for (rule, file, line), it in zip(found, self.last) if rule.startswith("E")]

    def test_tiers(self):
        for tier, wanted in (("essential", []), ("recommended", ["vague-verb"]), ("strict", ["vague-verb"])):
            self.package(manifest=f'[package]\nedition = "2026"\n[lint]\ntier = "{tier}"\n')
            self.assertEqual([it for it in OURS if it in {rule for rule, _, _ in self.found()}], wanted)
        # A rule that is named runs whatever the tier.
        self.package(manifest='[package]\nedition = "2026"\n[lint]\ntier = "essential"\nvague-verb = "warning"\n')
        self.assertIn(INVOICES, self.found())

    def test_severity_in_a_table(self):
        for weight, code in (("error", 1), ("warning", 0)):
            self.package(manifest=settings(more=f'[lint.vague-verb]\nseverity = "{weight}"\n'))
            self.assertEqual(self.found(code=code), [INVOICES, TAX])
        self.package(manifest=settings(more='[lint.vague-verb]\nseverity = "off"\n'))
        self.assertEqual(self.found(), [])

    def test_options(self):
        text = SOURCE.replace("competency Work", 'kind theory "Theory" like general\n\ntheory competency Work')
        self.package(text=text, manifest=settings(more='[lint.vague-verb]\nseverity = "warning"\nkinds = ["theory"]\n'))
        self.assertEqual(self.found(), [])
        self.package(text=text, manifest=settings(more='[lint.vague-verb]\nseverity = "warning"\nkinds = []\n'))
        self.assertEqual(len(self.found()), 2)

    def test_what_is_not_known(self):
        toml = "p/cadre.toml"
        self.assertEqual(self.faults('[lint]\nvage-verb = "off"\n'), [("E0912", toml, 4, 1, 10, ["vague-verb"])])
        self.assertEqual(self.faults('[lint]\nteir = "strict"\n'), [("E0912", toml, 4, 1, 5, ["tier"])])
        self.assertEqual(self.faults('[lint.vague-verb]\nkind = ["x"]\n'), [("E0913", toml, 4, 1, 5, ["kinds"])])
        self.assertEqual(self.faults('[lint]\ntier = "strct"\n'), [("E0914", toml, 4, 8, 15, ["strict"])])
        self.assertEqual(self.faults('[lint]\nvague-verb = "eror"\n'), [("E0914", toml, 4, 14, 20, ["error"])])
        self.assertEqual(self.faults('[lint]\nvague-verb = "warn"\n'), [("E0914", toml, 4, 14, 20, ["warning"])])
        self.assertEqual(self.faults('[lint]\nvague-verb = true\n')[0][:4], ("E0914", toml, 4, 14))
        self.assertEqual(self.faults('[lint]\nbaseline = 3\n')[0][:4], ("E0915", toml, 4, 12))
        self.assertEqual(self.faults('[lint]\nbaseline = ""\n')[0][:4], ("E0915", toml, 4, 12))
        self.assertEqual(self.faults('[lint.vague-verb]\nkinds = "x"\n')[0][:4], ("E0915", toml, 4, 9))
        for text in ("min = 9", "max = 2", "max = 2\nmin = 3"):
            self.assertEqual(self.faults(f"[lint.indicator-count]\n{text}\n")[0][:2], ("E0915", toml), text)
            self.assertEqual(len(self.faults(f"[lint.indicator-count]\n{text}\n")), 1)
        self.assertEqual(self.faults('[lint.no-rule]\nmax = 3\n')[0][:3], ("E0912", toml, 4))

    def test_bounds(self):
        """Every number, at its ends and beyond them."""
        numbers = [(rule["name"], it) for rule in rules() for it in rule["options"] if it["type"] == "number"]
        # A `min` is no number above `max`.
        one = {name: option for name, option in numbers if option["name"] != "min"}
        good = "".join(f"[lint.{name}]\n{option['name']} = {option['high']}\n" for name, option in one.items())
        self.assertEqual(self.faults(good, code=0), [])
        for name, option in numbers[:3]:
            for value in (option["low"] - 1, option["high"] + 1, '"3"', "2.5", "99999999999999999999"):
                found = self.faults(f"[lint.{name}]\n{option['name']} = {value}\n")
                self.assertTrue(found, (name, value))
                self.assertTrue(all(it[0].startswith("E09") for it in found), found)
            self.assertEqual(self.faults(f"[lint.{name}]\n{option['name']} = {option['low']}\n", code=0), [])

    def test_several_faults_at_once(self):
        self.assertEqual([it[0] for it in self.faults('[lint]\ntier = "x"\nnope = 1\n[lint.vague-verb]\nnope = 2\n')],
                         ["E0914", "E0912", "E0913"])

    def test_members_inherit(self):
        self.write("w/cadre.toml", '[workspace]\nmembers = ["a", "b"]\n' + settings().split("\n\n", 1)[1]
                   .replace('vague-verb = "warning"', 'vague-verb = "error"'))
        self.write("w/a/cadre.toml", '[package]\nedition = "2026"\n')
        self.write("w/a/a.cadre", SOURCE.replace("acme.test", "acme.a"))
        self.write("w/b/cadre.toml", settings())
        self.write("w/b/b.cadre", SOURCE.replace("acme.test", "acme.b"))
        self.found("w", code=1)
        self.assertEqual({(it["file"], it["severity"]) for it in self.last},
                         {("w/a/a.cadre", "error"), ("w/b/b.cadre", "warning")})


class Allows(LintTest):
    def test_what_it_covers(self):
        for declaration in ("competency Work", "framework"):
            self.package(text=inside(declaration, ALLOW))
            self.assertEqual(self.found(), [], declaration)
        more = '\ncompetency More "More" { level A { - Understands tax. } }\n'
        self.package(text=inside("competency Work", ALLOW) + more)
        self.assertEqual(self.found(), [("vague-verb", "p/framework.cadre", 22)])
        self.package(text=inside("framework", ALLOW) + more)
        self.assertEqual(self.found(), [])

    def test_of_another_file(self):
        self.package(text=inside("framework", ALLOW))
        self.write("p/more.cadre", 'competency More "More" { level A { - Understands tax. } }\n')
        self.assertEqual(self.found(), [])

    def test_nested(self):
        """The inner one is needed; the outer one only for what stands outside of it."""
        both = inside("framework", ALLOW, inside("competency Work", ALLOW))
        self.package(text=both + '\ncompetency More "More" { level A { - Understands tax. } }\n')
        self.assertEqual(self.found(), [])
        self.package(text=both)
        self.assertEqual(self.found(), [("unused-allow", "p/framework.cadre", 2)])

    def test_unused(self):
        self.package(text=inside("scale S", ALLOW))
        self.assertEqual(self.found()[0], ("unused-allow", "p/framework.cadre", 9))
        fix, = self.last[0]["fixes"]
        self.assertTrue(fix["safe"])
        # Of a rule that does not run nobody can say.
        self.package(text=inside("scale S", ALLOW), manifest=settings("unused-allow"))
        self.assertEqual(self.found(), [])

    def test_unknown(self):
        self.package(text=inside("scale S", ALLOW.replace("vague-verb", "vage-verb")))
        self.assertEqual(self.found()[0], ("unknown-rule", "p/framework.cadre", 9))
        self.assertEqual(self.last[0]["suggestions"], ["vague-verb"])
        # What is then named is not needed here either.
        self.cadre("lint", "p", "--unsafe-fixes")
        self.assertEqual((self.dir / "p/framework.cadre").read_text(), SOURCE)

    def test_of_allows(self):
        """What is said of an `allow` may be allowed, too."""
        keep = '  allow unused-allow because "The rule comes back in May."\n'
        self.package(text=inside("scale S", keep + ALLOW))
        self.assertEqual([it[0] for it in self.found()], ["vague-verb", "vague-verb"])
        self.package(text=inside("scale S", keep))
        self.assertEqual(self.found()[0], ("unused-allow", "p/framework.cadre", 9))
        self.package(text=inside("scale S", keep.replace("unused-allow", "unknown-rule") + ALLOW.replace("vag", "vog")))
        self.assertEqual([it[0] for it in self.found()], ["vague-verb", "vague-verb"])

    def test_a_reason_is_required(self):
        for line in ("  allow vague-verb\n", '  allow vague-verb because ""\n', "  allow because\n"):
            self.package(text=inside("competency Work", line))
            self.assertTrue([it for it in self.found(code=None) if it[0].startswith("E")], line)


class Baselines(LintTest):
    def test_life(self):
        source = self.package()
        done = self.cadre("lint", "p", "--write-baseline")
        self.assertEqual((done.stdout, done.stderr), ("", "recorded 2 findings in `p/lint-baseline.json`\n"))
        self.assertEqual(self.baseline(), [
            {"rule": "vague-verb", "declaration": "acme.test.Work", "text": "Knows the rules of tax."},
            {"rule": "vague-verb", "declaration": "acme.test.Work", "text": "Understands invoices."}])
        self.assertEqual(source.read_text(), SOURCE)
        for verb, more in (("lint", []), ("check", []), ("build", ["-o", "out"])):
            self.assertEqual(self.found("p", *more, "--deny", "warnings", verb=verb), [])
        self.assertIn("2 findings kept back by the baseline\n", self.cadre("lint", "p").stderr)
        self.assertEqual(self.cadre("check", "p").stderr, "")
        self.assertEqual(self.cadre("lint", "p", "-q").stderr, "")
        self.assertEqual(self.cadre("lint", "p", "--message-format", "json").stderr, "")
        # A new fault alone is reported.
        self.replace(source, "    - Sends", "    - Knows refunds.\n    - Sends")
        self.assertEqual(self.found("p", "--deny", "warnings", code=1), [("vague-verb", "p/framework.cadre", 16)])
        # It is not taken up by itself.
        self.assertEqual(len(self.baseline()), 2)
        self.cadre("lint", "p", "--check-baseline")

    def test_moves_change_nothing(self):
        source = self.package()
        self.cadre("lint", "p", "--write-baseline")
        before = (self.dir / "p/lint-baseline.json").read_bytes()
        self.replace(source, "competency Work", "// moved\n\n\ncompetency Work")
        self.assertEqual(self.found(), [])
        self.replace(source, "- Understands invoices.", "-   Understands\n      invoices.")
        self.assertEqual(self.found(), [])
        head, rest = source.read_text().split("competency Work")
        self.write("p/deep/work.cadre", "competency Work" + rest)
        source.write_text(head)
        self.assertEqual(self.found("p", "--check-baseline"), [])
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual((self.dir / "p/lint-baseline.json").read_bytes(), before)

    def test_a_reworded_statement_is_new(self):
        source = self.package()
        self.cadre("lint", "p", "--write-baseline")
        self.replace(source, "Understands invoices", "Understands all invoices")
        self.assertEqual(self.found(), [INVOICES])

    def test_of_another_declaration(self):
        source = self.package()
        self.cadre("lint", "p", "--write-baseline")
        self.replace(source, "competency Work", "competency Labour")
        self.assertEqual(self.found(), [INVOICES, TAX])

    def test_alike_are_counted(self):
        source = self.package(text=SOURCE.replace("Knows the rules of tax", "Understands invoices"))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual([(it["text"], it["count"]) for it in self.baseline()], [("Understands invoices.", 2)])
        self.replace(source, "scale S \"S\" cumulative {\n", "scale S \"S\" cumulative {\n  level Z \"Z\"\n")
        self.assertEqual(self.found(), [])
        # The last one is the one that is new.
        self.replace(source, "  level B { -", "  level Z { - Understands invoices. }\n  level B { -")
        self.assertEqual([it[0] for it in self.found()], ["vague-verb"])

    def test_it_only_shrinks(self):
        source = self.package()
        self.cadre("lint", "p", "--write-baseline")
        self.replace(source, "Knows the rules", "States the rules")
        self.assertIn("1 finding of the baseline is gone", self.cadre("lint", "p").stderr)
        self.cadre("check", "p", "--deny", "warnings")
        self.assertEqual(self.found("p", "--check-baseline", code=1), [("E0917", "p/lint-baseline.json", 1)])
        self.assertIn("Knows the rules of tax.", self.last[0]["notes"][0])
        self.assertIn("vague-verb", self.last[0]["notes"][0])
        self.assertEqual(len(self.baseline()), 2)
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual([it["text"] for it in self.baseline()], ["Understands invoices."])
        self.assertEqual(self.found("p", "--check-baseline"), [])
        # When the last is mended the file stays, and says so.
        self.replace(source, "Understands invoices", "Reads invoices")
        self.cadre("lint", "p", "--check-baseline", code=1)
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual(self.baseline(), [])
        self.cadre("lint", "p", "--check-baseline")

    def test_many_stale_ones_are_not_all_named(self):
        lines = "".join(f"    - Knows tax {number}.\n" for number in range(20))
        source = self.package(text=SOURCE.replace("    - Understands invoices.\n", lines))
        self.cadre("lint", "p", "--write-baseline")
        source.write_text(SOURCE)
        self.found("p", "--check-baseline", code=1)
        error = next(it for it in self.last if it["code"] == "E0917")
        self.assertIn("20 findings", error["message"])
        self.assertEqual(len(error["notes"]), 9)
        self.assertIn("12 more", error["notes"][-1])

    def test_nothing_to_record(self):
        self.package(text=SOURCE.replace("Understands", "Reads").replace("Knows", "States"))
        before = snapshot(self.dir)
        self.assertIn("nothing to record", self.cadre("lint", "p", "--write-baseline").stderr)
        self.assertEqual(snapshot(self.dir), before)

    def test_written_twice_it_is_not_touched(self):
        self.package()
        self.cadre("lint", "p", "--write-baseline")
        before = snapshot(self.dir)
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual(snapshot(self.dir), before)

    def test_with_errors_nothing_is_recorded(self):
        self.package(text=SOURCE + "profile P {}\n")
        before = snapshot(self.dir)
        self.cadre("lint", "p", "--write-baseline", code=1)
        self.assertEqual(snapshot(self.dir), before)

    def test_with_errors_nothing_is_stale(self):
        """A rule on the whole does not run then; what it had found is not gone."""
        source = self.package(text=inside("scale S", ALLOW))
        self.cadre("lint", "p", "--write-baseline")
        self.assertIn("unused-allow", [it["rule"] for it in self.baseline()])
        source.write_text(source.read_text() + '\nprofile P "P" { requires Work at C }\n')
        self.assertEqual([it[0] for it in self.found("p", "--check-baseline", code=1)], ["E0302"])
        self.assertNotIn("gone", self.cadre("lint", "p", code=1).stderr)

    def test_errors_of_rules_are_recorded(self):
        self.package(manifest=settings("unused-allow", vague_verb="error"))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual(len(self.baseline()), 2)
        self.cadre("check", "p")

    def test_a_name_of_its_own(self):
        self.package(manifest=settings().replace("[lint]\n", '[lint]\nbaseline = "review/x.json"\n'))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual(len(self.baseline("p/review/x.json")), 2)
        self.assertFalse((self.dir / "p/lint-baseline.json").exists())
        self.assertEqual(self.found(), [])
        self.assertEqual(self.found(".", cwd=self.dir / "p"), [])

    def test_a_name_from_the_root(self):
        (self.dir / "elsewhere").mkdir()
        name = self.dir / "elsewhere/x.json"
        self.package(manifest=settings().replace("[lint]\n", f'[lint]\nbaseline = "{name}"\n'))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual(len(self.baseline(name)), 2)
        self.assertEqual(self.found(), [])

    def test_the_names_of_files_change_nothing(self):
        head, competency = SOURCE.split("competency Work")
        head = head.replace("status   draft", "status   draft\n")
        other = "competency Other" + competency.replace("Understands", "Reads")
        self.package(text=head, manifest=settings("duplicate-text"))
        self.write("p/a.cadre", "competency Work" + competency.replace("Understands", "Reads"))
        self.write("p/b.cadre", other)
        self.cadre("lint", "p", "--write-baseline")
        before = (self.dir / "p/lint-baseline.json").read_bytes()
        (self.dir / "p/a.cadre").rename(self.dir / "p/z.cadre")
        self.assertEqual(self.found("p", "--check-baseline"), [])
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual((self.dir / "p/lint-baseline.json").read_bytes(), before)
        # One more of the same is one finding for each text, wherever it stands.
        for name in ("0", "c", "zz"):
            more = self.write(f"p/{name}.cadre", other.replace("Other", "Third"))
            found = self.found()
            self.assertEqual([it[0] for it in found], ["duplicate-text"] * 3, name)
            self.assertTrue(all(name in str(it) for it in self.last), name)
            more.unlink()

    def test_a_rename_changes_nothing(self):
        source = self.package(manifest=settings("missing-definition", "level-count"))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual({(it["declaration"], it["text"]) for it in self.baseline()},
                         {("acme.test.Work", ""), ("acme.test.S", "")})
        self.replace(source, "competency Work \"Work\" {\n", "competency Labour \"Work\" {\n  was Work\n")
        self.replace(source, "scale S \"S\" cumulative {\n", "scale Steps \"S\" cumulative {\n  was S\n")
        self.replace(source, "scale    S", "scale    Steps")
        self.assertEqual(self.found("p", "--check-baseline"), [])

    def test_a_habit_belongs_to_the_framework(self):
        """One finding stands for many: at which of them is chance."""
        names = [f"C{number}" for number in range(12)]
        one = lambda name: f'technical competency {name} "{name}" {{ about "Mends {name}." }}\n'
        head = SOURCE.replace("status   draft", "status   published")
        self.package(text=head, manifest=settings("unvalidated-technical"))
        self.write("p/a.cadre", "".join(one(name) for name in names[:6]))
        self.write("p/b.cadre", "".join(one(name) for name in names[6:]))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual([(it["declaration"], it["text"]) for it in self.baseline()], [("acme.test", "")])
        (self.dir / "p/b.cadre").rename(self.dir / "p/0.cadre")
        self.assertEqual(self.found("p", "--check-baseline"), [])

    def test_a_finding_that_grows_is_new(self):
        profiles = ["Aa", "Cc"]
        text = SOURCE + 'competency More "More"\n'
        body = '{{ family F\n  requires Work at A\n  requires More at A\n}}\n'
        one = "".join(f'profile {it} "{it}" ' + body.format() for it in profiles)
        source = self.package(text=text + 'family F "F"\n' + one, manifest=settings("identical-profiles"))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual(len(self.baseline()), 1)
        self.replace(source, 'profile Cc', 'profile Bb "Bb" ' + body.format() + "profile Cc")
        self.assertEqual([it[0] for it in self.found()], ["identical-profiles"])
        steps = 'profile P "P" { requires Work at B\n requires More at B\n}\nprofile Q "Q" { requires Work at A\n requires More at B\n}\npath T "T" { P -> Q }\n'
        source = self.package(text=text + steps, manifest=settings("career-step-back"))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual(self.found(), [])
        self.replace(source, "requires Work at A\n requires More at B", "requires Work at A\n requires More at A")
        self.assertEqual([it[0] for it in self.found()], ["career-step-back"])

    def test_without_it(self):
        source = self.package(text=inside("scale S", ALLOW))
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual(self.found(), [])
        self.assertEqual(len(self.found("p", "--no-baseline")), 3)
        self.assertIn("3 findings kept back by the baseline are left as they are: `--no-baseline` takes them in",
                      self.cadre("lint", "p", "--fix").stderr)
        self.cadre("lint", "p", "--fix", "--no-baseline")
        self.assertEqual(source.read_text(), SOURCE)
        for other in ("--write-baseline", "--check-baseline", "--list"):
            self.cadre("lint", "p", "--no-baseline", other, code=2)

    def test_check_of_none(self):
        self.package()
        self.assertIn("there is no baseline `p/lint-baseline.json`", self.cadre("lint", "p", "--check-baseline").stderr)
        self.assertNotIn("no baseline", self.cadre("lint", "p", "--check-baseline", "-q").stderr)

    def test_a_name_that_holds_something_else(self):
        for name in ("framework.cadre", "new.cadre", "cadre.toml", "."):
            self.package(manifest=settings().replace("[lint]\n", f'[lint]\nbaseline = "{name}"\n'))
            before = snapshot(self.dir)
            self.cadre("lint", "p", "--write-baseline", code=2)
            self.assertEqual(snapshot(self.dir), before)

    def test_of_a_lone_file(self):
        self.write("lone/a.cadre", SOURCE)
        self.write("lone/b.cadre", SOURCE)
        self.cadre("lint", "lone/a.cadre", "--write-baseline")
        self.assertEqual(sorted(it.name for it in (self.dir / "lone").iterdir()),
                         ["a.cadre", "a.lint-baseline.json", "b.cadre"])
        self.assertEqual(self.found("lone/a.cadre"), [])
        self.assertEqual(self.found("a.cadre", cwd=self.dir / "lone"), [])
        self.assertIn(("vague-verb", "lone/b.cadre", 15), self.found("lone/b.cadre"))

    def test_of_a_workspace(self):
        self.write("w/cadre.toml", '[workspace]\nmembers = ["a", "b", "c"]\n' + settings().split("\n\n", 1)[1])
        for name in "abc":
            self.write(f"w/{name}/cadre.toml", '[package]\nedition = "2026"\n')
            self.write(f"w/{name}/{name}.cadre", SOURCE.replace("acme.test", f"acme.{name}"))
        self.write("w/c/c.cadre", SOURCE.replace("acme.test", "acme.c").replace("Understands", "Reads").replace("Knows", "States"))
        self.cadre("lint", "w", "--write-baseline")
        self.assertEqual(sorted(str(it.relative_to(self.dir)) for it in self.dir.rglob("*.json")),
                         ["w/a/lint-baseline.json", "w/b/lint-baseline.json"])
        self.assertEqual(self.found("w"), [])
        self.replace(self.dir / "w/b/b.cadre", "Sends", "Knows")
        self.assertEqual(self.found("w"), [("vague-verb", "w/b/b.cadre", 16)])

    def test_a_member_by_itself_is_linted_as_its_workspace_says(self):
        self.write("w/cadre.toml", '[workspace]\nmembers = ["a"]\n[lint]\nvague-verb = "off"\n')
        for name in ("a", "other"):
            self.write(f"w/{name}/cadre.toml", "[package]\n")
            self.write(f"w/{name}/{name}.cadre", SOURCE.replace("acme.test", f"acme.{name}"))
        codes = {name: {it[0] for it in self.found(f"w/{name}")} for name in ("a", "other")}
        self.assertNotIn("vague-verb", codes["a"])
        self.assertIn("vague-verb", codes["other"])
        self.assertNotIn("vague-verb", {it[0] for it in self.found(".", cwd=self.dir / "w/a")})

    def test_what_is_no_baseline(self):
        self.package()
        for text in ("", "{", "[]", '{"formatVersion": 1}', '{"formatVersion": 2, "findings": []}', "\xff",
                     '{"formatVersion": 1, "findings": [{}]}', '{"formatVersion": 1, "findings": [3]}',
                     '{"formatVersion": 1, "findings": [{"rule": "x", "declaration": "", "text": "", "count": 0}]}',
                     '{"formatVersion": 1, "findings": [{"rule": "x", "declaration": "", "text": "", "count": "2"}]}'):
            self.write("p/lint-baseline.json", text.encode("latin-1"))
            before = snapshot(self.dir)
            for call in ([], ["--write-baseline"], ["--check-baseline"], ["--fix"]):
                self.assertEqual([it[:2] for it in self.found("p", *call, code=2)], [("E0916", "p/lint-baseline.json")], text)
            for verb in ("check", "build"):
                self.assertEqual(self.found("p", verb=verb, code=2)[0][0], "E0916")
            self.assertEqual(snapshot(self.dir), before)

    def test_a_conflict_is_named_at_its_line(self):
        self.package()
        self.cadre("lint", "p", "--write-baseline")
        path = self.dir / "p/lint-baseline.json"
        path.write_text(path.read_text().replace('  "findings"', '<<<<<<< ours\n  "findings"'))
        self.assertEqual(self.found(code=2), [("E0916", "p/lint-baseline.json", 3)])
        path.unlink()
        self.cadre("lint", "p", "--write-baseline")

    def test_what_cannot_be_written(self):
        if os.geteuid() != 0:
            self.skipTest("needs to become nobody")
        self.dir.chmod(0o755)
        self.package()
        before = snapshot(self.dir)
        self.assertIn("lint-baseline.json", self.cadre("lint", "p", "--write-baseline", code=2, user=NOBODY).stderr)
        self.assertEqual(snapshot(self.dir), before)

    def test_all_or_none(self):
        if os.geteuid() != 0:
            self.skipTest("needs to become nobody")
        self.dir.chmod(0o755)
        self.package("a", SOURCE.replace("acme.test", "acme.a"))
        self.package("b", SOURCE.replace("acme.test", "acme.b"))
        (self.dir / "a").chmod(0o777)
        before = snapshot(self.dir)
        self.cadre("lint", "a", "b", "--write-baseline", code=2, user=NOBODY)
        self.assertEqual(snapshot(self.dir), before)

    def test_a_translation_may_move(self):
        """What is found in a translation belongs to what it translates, wherever the block stands."""
        french = """
translation fr {
  competency Work {
    level A {
      - Comprend les factures.
      - Envoie les factures aux clients.
    }
  }
}
"""
        head = SOURCE.replace("language en\n", "language en\n  translations fr\n")
        source = self.package(text=head + french)
        self.assertEqual(len(self.found()), 3)
        self.cadre("lint", "p", "--write-baseline")
        self.assertEqual({it["declaration"] for it in self.baseline()}, {"acme.test.Work"})
        cut = head.index("scale S \"S\"")
        source.write_text(head[:cut] + french + "\n" + head[cut:])
        self.assertEqual(self.found("p", "--check-baseline"), [])
        source.write_text(head)
        self.write("p/fr.cadre", french)
        self.assertEqual(self.found("p", "--check-baseline"), [])


class Fixes(LintTest):
    def test_safe_ones(self):
        text = inside("scale S", "  // why\n" + ALLOW + "  // stays\n").replace("level A \"A\"", 'level   A   "A"')
        source = self.package(text=text)
        done = self.cadre("lint", "p", "--fix")
        self.assertIn("fixed 1 problem in 1 file\n", done.stderr)
        wanted = inside("scale S", "  // why\n  // stays\n")
        self.assertEqual(source.read_text(), wanted)
        self.cadre("fmt", "--check", "p")
        before = snapshot(self.dir)
        self.assertEqual([it[0] for it in self.found("p", "--fix")], ["vague-verb", "vague-verb"])
        self.assertEqual(snapshot(self.dir), before)

    def test_nothing_to_fix_leaves_the_form(self):
        text = SOURCE.replace('level A "A"', 'level   A   "A"')
        source = self.package(text=text)
        self.cadre("lint", "p", "--fix")
        self.assertEqual(source.read_text(), text)

    def test_unsafe_ones_are_asked_for(self):
        wrong = ALLOW.replace("vague-verb", "vage-verb")
        source = self.package(text=inside("competency Work", wrong))
        done = self.cadre("lint", "p", "--fix")
        self.assertIn("has a fix that may change what is meant", done.stderr)
        self.assertIn("vage-verb", source.read_text())
        self.cadre("lint", "p", "--unsafe-fixes")
        self.assertEqual(source.read_text(), inside("competency Work", ALLOW))
        self.assertEqual(self.found(), [])
        self.package(text=inside("competency Work", wrong))
        self.cadre("lint", "p", "--fix", "--unsafe-fixes")
        self.assertEqual(source.read_text(), inside("competency Work", ALLOW))

    def test_check_keeps_the_form(self):
        text = inside("scale S", ALLOW).replace('level A "A"', 'level   A   "A"')
        source = self.package(text=text)
        self.cadre("check", "p", "--fix")
        self.assertEqual(source.read_text(), text.replace(ALLOW, ""))

    def test_lint_mends_rules_alone(self):
        text = inside("scale S", ALLOW) + '\nprofile P "P" { requires Wrok at A }\n'
        source = self.package(text=text)
        self.cadre("lint", "p", "--fix", code=1)
        self.assertEqual(source.read_text(), text)

    def test_dependencies_are_untouched(self):
        self.package("q", inside("scale S", ALLOW).replace("acme.test", "acme.other"))
        self.package(manifest=settings(more='\n[dependencies]\nacme.other = { path = "../q" }\n'),
                     text=inside("scale S", ALLOW) + "\nuse acme.other as other\n")
        before = snapshot(self.dir / "q")
        self.cadre("lint", "p", "--fix")
        self.assertEqual(snapshot(self.dir / "q"), before)
        self.assertNotIn("allow", (self.dir / "p/framework.cadre").read_text())

    def test_what_the_baseline_holds_is_untouched(self):
        source = self.package(text=inside("scale S", ALLOW))
        self.cadre("lint", "p", "--write-baseline")
        before = snapshot(self.dir)
        self.cadre("lint", "p", "--fix", "--unsafe-fixes")
        self.assertEqual(snapshot(self.dir), before)
        source.write_text(inside("competency Work", "  allow unknown-rule because \"x\"\n", source.read_text()))
        self.cadre("lint", "p", "--fix")
        self.assertEqual(source.read_text(), inside("scale S", ALLOW))

    def test_what_cannot_be_written(self):
        if os.geteuid() != 0:
            self.skipTest("needs to become nobody")
        self.dir.chmod(0o755)
        self.package(text=inside("scale S", ALLOW))
        before = snapshot(self.dir)
        self.cadre("lint", "p", "--fix", code=2, user=NOBODY)
        self.assertEqual(snapshot(self.dir), before)


class Formats(LintTest):
    def test_all(self):
        self.package(text=inside("scale S", ALLOW) + '\ncompetency Two "Two" { level A { - Élaboré: **knows** tax 🙂. } }\n')
        for more in ([], ["--deny", "warnings"], ["--check-baseline"]):
            findings = None
            for name, check in documents.DOCUMENTS.items():
                done = self.cadre("lint", "p", *more, "--message-format", "json", code=None)
                findings, complaints = documents.json_lines(done.stderr)
                self.assertEqual(complaints, [])
                self.assertGreater(len(findings), 2)
                other = self.cadre("lint", "p", *more, "--message-format", name, code=done.returncode)
                self.assertEqual(list(check(other.stderr, findings, done.returncode)), [], name)
        for name in ("human", "short"):
            text = self.cadre("lint", "p", "--message-format", name).stderr
            self.assertEqual(text.count("warning[vague-verb]"), len([it for it in findings if it["code"] == "vague-verb"]))

    def test_sarif_carries_the_page(self):
        self.package()
        run, = documents.load(self.cadre("lint", "p", "--message-format", "sarif").stderr)["runs"]
        rule, = [it for it in run["tool"]["driver"]["rules"] if it["id"] == "vague-verb"]
        page = (ROOT / "compiler/lint/rules/vague_verb.md").read_text()
        self.assertIn("nobody can watch", json.dumps(rule))
        self.assertIn(page.split("\n## Why\n")[1].split(".")[0].split()[3], rule["help"]["markdown"])
        self.assertNotIn("//~", json.dumps(rule))
        self.assertIn("^^^ nobody can see", rule["help"]["text"])
        self.assertEqual({it["level"] for it in run["results"]}, {"warning"})

    def test_the_stale_baseline(self):
        source = self.package()
        self.cadre("lint", "p", "--write-baseline")
        self.replace(source, "Knows", "States")
        findings, _ = documents.json_lines(self.cadre("lint", "p", "--check-baseline", "--message-format", "json", code=1).stderr)
        for name, check in documents.DOCUMENTS.items():
            done = self.cadre("lint", "p", "--check-baseline", "--message-format", name, code=1)
            self.assertEqual(list(check(done.stderr, findings, 1)), [], name)


if __name__ == "__main__":
    main()
