#!/usr/bin/env python3
"""An independent count of what `cadre import onet` must make of the O*NET tables.

Reads the tables with csv alone and shares no code with the importer. Without a framework.json it
prints the figures; with one (of `cadre build` on the imported package) it compares every title,
text, anchor, task, level and weight, byte for byte, and ends with 1 where something differs.
Ends with 77 where the tables are absent.

    onet_figures.py [--data DIR] [--min-importance 3.0] [framework.json]
"""

import argparse
import csv
import itertools
import json
import os
import pathlib
import sys
from decimal import Decimal

SKIPPED = 77
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def data_directory(argument):
    if argument:
        return pathlib.Path(argument)
    root = os.environ.get("CADRE_TEST_DATA") or REPOSITORY.parent / "shared" / "data"
    return pathlib.Path(root) / "onet"


def rows(directory, name):
    with open(directory / f"{name}.txt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def is_technical(element):
    return element.startswith("2.C.") or element.startswith("2.B.3.")


def kept_values(directory, table):
    """What each rating says, by occupation, element and scale, without what is left out."""
    kept = {}
    for row in rows(directory, table):
        left_out = (
            row["Recommend Suppress"] == "Y"
            or (row["Scale ID"] == "LV" and row["Not Relevant"] == "Y")
            or row["Data Value"] == "n/a"
        )
        key = row["O*NET-SOC Code"], row["Element ID"], row["Scale ID"]
        kept[key] = None if left_out else row["Data Value"]
    return kept


def expected_framework(directory, threshold):
    content = {row["Element ID"]: row for row in rows(directory, "Content Model Reference")}
    competencies, requirements, rated, without_level = {}, {}, set(), 0
    for table in "Skills", "Knowledge":
        values = kept_values(directory, table)
        for occupation, element, scale in values:
            rated.add(occupation)
            competencies.setdefault(
                element,
                {
                    "title": content[element]["Element Name"],
                    "about": content[element]["Description"],
                    "kind": "technical" if is_technical(element) else "general",
                    "category": element.rsplit(".", 1)[0],
                    "anchors": {},
                },
            )
            importance = values[occupation, element, scale] if scale == "IM" else None
            if importance is None or Decimal(importance) < threshold:
                continue
            level = values.get((occupation, element, "LV"))
            if level is None:
                without_level += 1
                continue
            requirements.setdefault(occupation, []).append(
                (f"onet.{element}", float(level), float(importance))
            )
    for row in rows(directory, "Level Scale Anchors"):
        if row["Scale ID"] == "LV" and row["Element ID"] in competencies:
            anchors = competencies[row["Element ID"]]["anchors"]
            anchors.setdefault(float(row["Anchor Value"]), []).append(row["Anchor Description"])
    profiles = {}
    for row in rows(directory, "Occupation Data"):
        code = row["O*NET-SOC Code"]
        if code in rated:
            profiles[code] = {
                "title": row["Title"],
                "about": row["Description"],
                "family": f"onet.{code[:2]}-0000",
                "tasks": [],
                "requirements": requirements.get(code, []),
            }
    unrated_tasks = 0
    for row in rows(directory, "Task Statements"):
        if row["O*NET-SOC Code"] in profiles:
            task = "T" + row["Task ID"], row["Task"]
            profiles[row["O*NET-SOC Code"]]["tasks"].append(task)
        else:
            unrated_tasks += 1
    categories = {}
    for element in competencies:
        while "." in element:
            child, element = element, element.rsplit(".", 1)[0]
            categories[element] = {
                "title": content[element]["Element Name"],
                "about": content[element]["Description"],
            }
    return {
        "competencies": competencies,
        "profiles": profiles,
        "categories": categories,
        "without level": without_level,
        "unrated occupations": sum(1 for _ in rows(directory, "Occupation Data")) - len(profiles),
        "unrated tasks": unrated_tasks,
    }


def figures(expected):
    profiles = expected["profiles"].values()
    return {
        "competencies": len(expected["competencies"]),
        "level anchors": sum(
            len(texts)
            for competency in expected["competencies"].values()
            for texts in competency["anchors"].values()
        ),
        "categories": len(expected["categories"]),
        "profiles": len(expected["profiles"]),
        "requirements": sum(len(profile["requirements"]) for profile in profiles),
        "tasks": sum(len(profile["tasks"]) for profile in profiles),
        "left out: occupations without ratings": expected["unrated occupations"],
        "left out: tasks of occupations without ratings": expected["unrated tasks"],
        "left out: importances that are reached without a level": expected["without level"],
    }


class Comparison:
    """Counts differences and shows the first of them."""

    SHOWN = 20

    def __init__(self):
        self.compared = 0
        self.differences = 0

    def same(self, where, found, wanted):
        self.compared += 1
        if found == wanted:
            return
        self.differences += 1
        if self.differences <= self.SHOWN:
            if isinstance(found, list) and isinstance(wanted, list):
                where, found, wanted = self.first_difference(where, found, wanted)
            print(f"{where}:\n  found  {found!r}\n  wanted {wanted!r}")

    @staticmethod
    def first_difference(where, found, wanted):
        for index, pair in enumerate(itertools.zip_longest(found, wanted)):
            if pair[0] != pair[1]:
                return f"{where}, number {index + 1}", *pair

    def same_records(self, what, found, wanted):
        self.same(f"the {what}", sorted(found), sorted(f"onet.{code}" for code in wanted))
        for code, record in wanted.items():
            if f"onet.{code}" in found:
                yield f"onet.{code}", found[f"onet.{code}"], record


def compare(framework, expected):
    comparison = Comparison()
    same = comparison.same

    def by_id(table):
        return {record["id"]: record for record in framework[table]}

    same("framework id", framework["framework"]["id"], "onet")
    same("framework title", framework["framework"]["title"], "O*NET")
    for key, found, wanted in comparison.same_records(
        "categories", by_id("categories"), expected["categories"]
    ):
        same(f"{key} title", found["title"], wanted["title"])
        same(f"{key} about", found.get("about", ""), wanted["about"])
        parent = key.rsplit(".", 1)[0]
        same(f"{key} parent", found.get("parent"), parent if parent != "onet" else None)
    for key, found, wanted in comparison.same_records(
        "competencies", by_id("competencies"), expected["competencies"]
    ):
        same(f"{key} title", found["title"], wanted["title"])
        same(f"{key} about", found.get("about", ""), wanted["about"])
        same(f"{key} kind", found["kind"], wanted["kind"])
        same(f"{key} code", found["code"], key.removeprefix("onet."))
        same(f"{key} categories", found["categories"], [f"onet.{wanted['category']}"])
        levels = [
            (level["level"], [indicator["text"] for indicator in level["indicators"]])
            for level in found["levels"]
        ]
        same(f"{key} levels", levels, sorted(wanted["anchors"].items()))
    for key, found, wanted in comparison.same_records(
        "profiles", by_id("profiles"), expected["profiles"]
    ):
        same(f"{key} title", found["title"], wanted["title"])
        same(f"{key} about", found.get("about", ""), wanted["about"])
        same(f"{key} code", found["code"], key.removeprefix("onet."))
        same(f"{key} family", found["family"], wanted["family"])
        tasks = [(task["label"], task["text"]) for task in found.get("tasks", [])]
        same(f"{key} tasks", tasks, wanted["tasks"])
        required = [
            (requirement["competency"], requirement["level"], requirement["weight"])
            for requirement in found["requirements"]
        ]
        same(f"{key} requirements", required, wanted["requirements"])
    return comparison


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", help="the directory of the tables")
    parser.add_argument("--min-importance", type=Decimal, default=Decimal("3.0"))
    parser.add_argument("framework", nargs="?", help="framework.json of the imported package")
    arguments = parser.parse_args()

    directory = data_directory(arguments.data)
    if not directory.is_dir():
        print(f"skipped: no O*NET tables in {directory} (set CADRE_TEST_DATA)")
        return SKIPPED
    expected = expected_framework(directory, arguments.min_importance)
    for what, number in figures(expected).items():
        print(f"{number} {what}")
    if not arguments.framework:
        return 0
    with open(arguments.framework, encoding="utf-8") as file:
        framework = json.load(file)
    comparison = compare(framework, expected)
    print(f"{comparison.compared} comparisons, {comparison.differences} differences")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
