#!/usr/bin/python3
"""Checks that the schema refuses what is wrong: takes valid documents, breaks them everywhere, and wants each fault found.

    faults_test.py DOCUMENT...

Every sort of object in the documents, where it has the most members, gets a member that nobody knows, loses each member
that is required, and has each member replaced by values of every type that it must not have, and by a word that is not
listed. The documents together have every sort of object of the schema.

Needs the package python3-jsonschema. Exit status 1 when something fails.
"""

import copy
import sys
from pathlib import Path

from schema_test import SCHEMA_FILE, Schema, Tally, load

SAMPLES = {
    "null": [None],
    "boolean": [True, False],
    "number": [0.5, -1],
    "string": ["", " \n", "no such word"],
    "array": [[], [None], [{}]],
    "object": [{}, {"x": 1}],
}


def type_of(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return {str: "string", list: "array", dict: "object"}[type(value)]


def types_of(schema, part):
    """The types that the part of the schema admits."""
    part, _ = schema.target(part)
    if "type" in part:
        named = part["type"] if isinstance(part["type"], list) else [part["type"]]
        return {"number" if name == "integer" else name for name in named}
    if "enum" in part or "const" in part:
        return {type_of(value) for value in part.get("enum", [part.get("const")])}
    return types_of(schema, part["then"]) | types_of(schema, part["else"])


def ends(value):
    """The value with the first and the last of each list alone, which is quicker to validate."""
    if isinstance(value, dict):
        return {name: ends(member) for name, member in value.items()}
    if isinstance(value, list):
        return [ends(member) for member in (value if len(value) <= 2 else [value[0], value[-1]])]
    return value


def broken(schema, value, part):
    """Each (what is wrong, the object with that fault)."""
    yield "an unknown member", {**value, "zzz": 1}
    yield "an unknown member that looks known", {**value, "Title": "x"}
    for name in part.get("required", []):
        yield f"no {name}", {member: one for member, one in value.items() if member != name}
    for name, member in part["properties"].items():
        if name not in value:
            continue
        admitted = types_of(schema, member)
        for kind, samples in SAMPLES.items():
            for sample in samples if kind not in admitted else []:
                yield f"{name} is {sample!r}", {**value, name: sample}
        target, _ = schema.target(member)
        if "enum" in target or "const" in target or "pattern" in target:
            yield f"{name} is no such word", {**value, name: "no such word \n"}
        if isinstance(value[name], (str, list, dict)) and {"minLength", "minItems", "minProperties"} & {*target}:
            yield f"{name} is empty", {**value, name: type(value[name])()}


def unknown_members(document, path):
    """The document with an unknown member in the object at the JSON path."""
    out = copy.deepcopy(document)
    place = out
    for step in path.removeprefix("$").replace("[", ".").replace("]", "").split(".")[1:]:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place["zzz"] = 1
    return out


def main(arguments):
    tally = Tally()
    schema = Schema(load(SCHEMA_FILE))
    sizes, faults = {}, 0
    for argument in arguments:
        document = ends(load(Path(argument)))
        tally.check(f"{argument}: valid", schema.errors(document))
        for value, part, place, path in schema.walk(document):
            if not isinstance(value, dict) or "properties" not in part or len(value) <= sizes.get(place, 0):
                continue
            missed = []
            for fault, wrong in broken(schema, value, part):
                faults += 1
                if schema.valid(wrong, part):
                    missed.append(f"{path}: valid with {fault}")
            tally.check(f"faults of {place}", missed)
            # The same, seen from the top, in the first document that has such an object.
            first = place not in sizes
            sizes[place] = len(value)
            if first and "attributes." not in path and "translations." not in path:
                whole = schema.validator.is_valid(unknown_members(document, path))
                tally.check(f"an unknown member in {place}, in the whole document", [path] if whole else [])
    sorts = {place for place, part in schema.places() if "properties" in part}
    tally.check("faults: every sort of object", [f"none is {place}" for place in sorted(sorts - sizes.keys())])
    tally.check("faults: enough of them", [] if faults > 1000 else [f"only {faults}"])
    print(f"{faults} faults; {tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
