#!/usr/bin/python3
"""Asks for every field of compiler/query/fields.def, of every row of whole packages.

    every_field_test.py CADRE ROOT

Each question must be answered, and each field must have a value in a row of some package: a field that no package has
is one that no test has asked for.
"""
import json
import subprocess
import sys
from pathlib import Path

from fields import Tables

PACKAGES = ["tests/golden/emit/workshop", "tests/golden/emit/numbers", "tests/query/works", "tests/query/rest", "examples/marketing",
            "examples/hospital", "examples/trade-standard", "examples/engineering-ladder"]
# They are no declarations, and have none of their fields (docs/query.md). Nor have they a key that a column could show.
RECORDS = {"Level", "Indicator", "Requirement", "Origin", "Step"}

SHOWS_NO_KEY = {f"{form}(SourceId::{it})" for form in ("one", "many") for it in RECORDS}

# The rows of `requirement` are those of profiles; a rule leads to its own.
ELSEWHERE = {("requirement", "rule"): ("rule", "requirements.rule")}


class Asking:
    def __init__(self, cadre, root):
        self.cadre, self.root = cadre, root
        self.failures = []

    def rows(self, package, query):
        done = subprocess.run([self.cadre, "query", query, "--json", "--in", self.root / package],
                              capture_output=True, text=True)
        if done.returncode == 0:
            return json.loads(done.stdout)
        self.failures.append(f"{package}: cadre query '{query}' ended with {done.returncode}\n{done.stderr}")
        return []

    def source(self, word, fields):
        found = set()
        for package in PACKAGES:
            for row in self.rows(package, f"all {word} select {', '.join(fields)}"):
                found |= {field for field in fields if row[field] not in (None, [], "")}
        return found


def main():
    root = Path(sys.argv[2])
    tables, asking = Tables(root), Asking(sys.argv[1], root)
    common = [row[1] for row in tables.fields if row[0] == "Declaration"]
    unseen, count = set(common), 0
    for source, word in tables.sources.items():
        own = [row[1] for row in tables.fields if row[0] == source and row[2] not in SHOWS_NO_KEY]
        shared = [] if source in RECORDS else [it for it in common if it not in own]
        found = asking.source(word, own + shared)
        for field in own:
            other, path = ELSEWHERE.get((word, field), (None, None))
            if other and asking.source(other, [path]):
                found.add(field)
        unseen -= found
        asking.failures += [f"no package has {word}.{it}" for it in own if it not in found]
        count += len(own)
    asking.failures += [f"no package has {it} of a declaration" for it in sorted(unseen)]
    print("\n".join(asking.failures))
    print(f"{count + len(common) - len(asking.failures)} passed, {len(asking.failures)} failed")
    return 1 if asking.failures else 0


if __name__ == "__main__":
    sys.exit(main())
