#!/usr/bin/python3
"""Checks the JSON of `cadre compare` against its schema, and against the framework.json of the same package.

    compare_test.py CADRE

Every two profiles of some packages are compared. Each answer is valid, with its members in the order of the schema,
and together they use every member and every listed value. What both sides require, how alike they are, which way the
step goes and which levels lie on it is worked out here once more, from framework.json alone; `--all` ranks the pairs
that the comparisons of two find, in their order.

Needs the package python3-jsonschema. Exit status 1 when something fails.
"""

import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CADRE = os.path.abspath(sys.argv[1])
SCHEMA = json.loads((ROOT / "runtime/compare/compare-v1.schema.json").read_text(encoding="utf-8"))
PACKAGES = [HERE / "works", HERE / "successors", *(ROOT / "examples" / it for it in ("marketing", "numeric", "checklist"))]
# Profiles that framework.json does not hold: abstract ones, drafts, those of another package; and what asks for drafts.
ABSENT = [("works", "Member", "Poet"), ("works", "Senior", "Member"), ("works", "Nobody", "Noone"),
          ("works", "Monk", "Novice"), ("works", "core.PressClerk", "Specialist"),
          ("works", "core.PressClerk", "Lawyer"), ("drafts", "Guide", "Novice"), ("drafts", "Later", "Novice")]


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, good, what):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(what)


def cadre(*arguments):
    done = subprocess.run([CADRE, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


# ---- The schema ------------------------------------------------------------------------------------


def target(schema):
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


def walk(value, schema, place):
    """Each (value, its schema, its place in the schema)."""
    if "$ref" in schema:
        place = schema["$ref"]
    schema = target(schema)
    yield value, schema, place
    if "if" in schema:
        branch = "then" if "packages" in value else "else"
        yield from walk(value, schema[branch], branch)
    for name, member in (value.items() if isinstance(value, dict) else ()):
        if name in schema.get("properties", {}):
            yield from walk(member, schema["properties"][name], f"{place}/{name}")
    for item in value if isinstance(value, list) else ():
        yield from walk(item, schema["items"], f"{place}/items")


def everything():
    """What answers can use: members and listed values."""
    for name, definition in SCHEMA["$defs"].items():
        place = f"#/$defs/{name}"
        yield from ((place, value) for value in definition.get("enum", ()))
        for member, schema in definition.get("properties", {}).items():
            yield place, member
            yield from ((f"{place}/{member}", value) for value in schema.get("enum", ()))


def check_form(document, used, report, what):
    errors = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]
    report.check(not errors, f"{what}: {errors[:3]}")
    for value, schema, place in walk(document, SCHEMA, "#"):
        if "enum" in schema:
            used.add((place, value))
        if isinstance(value, dict) and "properties" in schema:
            order = [it for it in schema["properties"] if it in value]
            report.check(list(value) == order, f"{what}: {place}: {list(value)}, not {order}")
            used.update((place, it) for it in value)


# ---- The content -----------------------------------------------------------------------------------


class Package:
    def __init__(self, folder):
        self.folder = folder
        with tempfile.TemporaryDirectory() as place:
            subprocess.run([CADRE, "build", folder, "-o", f"{place}/out", "--emit", "json", "-q"], check=True,
                           capture_output=True)
            document = json.loads(Path(place, "out/framework.json").read_text(encoding="utf-8"))
        self.scales = {it["id"]: it for it in document["scales"]}
        self.competencies = {it["id"]: it for it in document["competencies"]}
        self.technical = {it["id"] for it in document["competencies"] if self.is_technical(it, document)}
        self.profiles = {it["id"]: it for it in document["profiles"]}

    @staticmethod
    def is_technical(competency, document):
        kind = next(it for it in document["kinds"] if it["id"] == competency["kind"]) if any(
            it["id"] == competency["kind"] for it in document["kinds"]) else {}
        return "technical" in (competency["kind"], kind.get("like"))

    def height(self, competency, level):
        """The place of a level above the beginning of its scale."""
        scale = self.scales.get(self.competencies[competency].get("scale"))
        if scale is None:
            return 1
        if scale["kind"] == "numeric":
            return level - scale["minimum"]
        return next(it["ordinal"] for it in scale["levels"] if it["id"] == level)

    def asked(self, profile):
        return {it["competency"]: it for it in self.profiles[profile]["requirements"]}

    def share(self, a, b, within=None):
        ours = {key: self.height(key, it.get("level")) for key, it in self.asked(a).items()}
        theirs = {key: self.height(key, it.get("level")) for key, it in self.asked(b).items()}
        either = [it for it in {**ours, **theirs} if within is None or it in within]
        if not either:
            return None
        total = 0
        for key in either:
            if key in ours and key in theirs:
                low, high = sorted((ours[key], theirs[key]))
                total += 1 if low == high else low / high
        return total / len(either)


def check_content(package, answer, report, what):
    ours = package.asked(answer["from"]["id"])
    theirs = package.asked(answer["to"]["id"])
    rows = answer["competencies"]
    # One that became several stands beside each of them; one that another one is put into is told beside that.
    seen = {it.get("counterpart", it["competency"]) for it in rows if "from" in it}
    seen.update(other["competency"] for it in rows for other in it.get("otherCounterparts", ()))
    report.check(seen == set(ours), f"{what}: competencies of the first")
    seen = [it["competency"] for it in rows if "to" in it]
    report.check(sorted(seen) == sorted(theirs), f"{what}: competencies of the second")
    for row in rows:
        key = row["competency"]
        mine = ours.get(row.get("counterpart", key))
        other = theirs.get(key)
        for side, asked in (("from", mine), ("to", other)):
            shown = row.get(side)
            report.check((shown is None) == (asked is None) and (shown is None or all(
                shown.get(it) == asked.get(it) for it in ("level", "importance", "weight", "because"))),
                         f"{what}: {key}: {side}")
        if "counterpart" in row:
            continue
        if mine and other:
            rise = package.height(key, other.get("level")) - package.height(key, mine.get("level"))
            expected = "raised" if rise > 0 else "lowered" if rise < 0 else "same"
            report.check(abs(row.get("distance", 0) - rise) < 1e-3, f"{what}: {key}: distance")
        else:
            expected = "new" if other else "gone"
        report.check(row["change"] == expected, f"{what}: {key}: {row['change']}, not {expected}")
    for name, within in (("all", None), ("technical", package.technical)):
        share = package.share(answer["from"]["id"], answer["to"]["id"], within)
        shown = answer["alike"][name].get("share")
        report.check(share == shown or abs(share - shown) < 1e-4, f"{what}: {name}: {shown}, not {share}")
    check_step(package, answer, report, what)


def check_step(package, answer, report, what):
    rows = {it["competency"]: it for it in answer["competencies"]}
    more = [key for key, it in rows.items() if it["change"] in ("new", "raised", "incomparable")]
    report.check([it["competency"] for it in answer["step"]] == more, f"{what}: what the step takes")
    for step in answer["step"]:
        key = step["competency"]
        row = rows[key]
        scale = package.scales.get(package.competencies[key].get("scale"))
        shown = [it["level"] for it in step["levels"] if "level" in it]
        if scale is None or "counterpart" in row:
            continue
        top = package.height(key, row["to"]["level"])
        bottom = package.height(key, row["from"]["level"]) if "from" in row else float("-inf")
        defined = [it["level"] for it in package.competencies[key].get("levels", [])]
        if scale["kind"] == "numeric":
            levels = defined
        else:
            levels = defined or [it["id"] for it in scale["levels"]]
            if not scale.get("cumulative"):
                levels = [row["to"]["level"]]
        expected = [it for it in levels if bottom < package.height(key, it) <= top]
        report.check(shown == expected, f"{what}: {key}: {shown}, not {expected}")


def check_pairs(package, answers, used, report):
    for least in (0.3, 0.8, 1):
        document = json.loads(cadre("compare", "--all", "--in", package.folder, "--format", "json", "--least", least,
                                    "--most", 0))
        what = f"{package.folder.name} --least {least}"
        check_form(document, used, report, what)
        [found] = document["packages"]
        live = [it for it in package.profiles.values() if not it.get("external") and it["requirements"]
                and it.get("status") != "retired"]
        report.check(found["profiles"] == len(live), f"{what}: profiles")
        shown = [((it["first"]["id"], it["second"]["id"]), it["alike"]) for it in found["pairs"]]
        expected = {}
        for a, b in itertools.combinations([it["id"] for it in live], 2):
            alike = answers[a, b]["alike"]
            if alike["lower"] >= least - 1e-4:
                expected[a, b] = alike
        report.check(dict(shown) == expected and found["count"] == len(shown), f"{what}: pairs")
        ranks = [it[1]["lower"] for it in shown]
        report.check(ranks == sorted(ranks, reverse=True), f"{what}: order")
        some = json.loads(cadre("compare", "--all", "--in", package.folder, "--format", "json", "--least", least,
                                "--most", 2, "-j", 1))
        report.check(some["packages"][0]["pairs"] == found["pairs"][:2], f"{what}: --most")


def main():
    Draft202012Validator.check_schema(SCHEMA)
    report = Report()
    used = set()
    for folder in PACKAGES:
        package = Package(folder)
        answers = {}
        for a, b in itertools.product(package.profiles, repeat=2):
            answer = json.loads(cadre("compare", a, b, "--in", folder, "--format", "json"))
            what = f"{folder.name}: {a} {b}"
            check_form(answer, used, report, what)
            check_content(package, answer, report, what)
            answers[a, b] = answer
        for a, b in answers:
            report.check(answers[a, b]["alike"] == answers[b, a]["alike"], f"{folder.name}: {a} {b}: not symmetrical")
        check_pairs(package, answers, used, report)
    for folder, *more in ABSENT:
        document = json.loads(cadre("compare", *more, "--in", HERE / folder, "--format", "json"))
        check_form(document, used, report, str(more))
    for place, name in everything():
        report.check((place, name) in used, f"no answer uses {name} of {place}")
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed or not report.passed else 0


if __name__ == "__main__":
    sys.exit(main())
