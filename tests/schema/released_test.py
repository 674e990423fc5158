#!/usr/bin/python3
"""Compares the schema of framework.json with the released one of the same format version, tests/schema/released/N.json.

    released_test.py [--freeze]

docs/json.md promises two things. A document that a released cadre wrote is valid now: no member is gone, no type, pattern
or list of values is narrower, nothing else is required. And a program that was written for the released schema can read
what is written now: what was required still is, no type is wider, no closed list has a new value. So nothing changes but
descriptions, new optional members, new definitions, and new values of lists that say they are open.

Without a copy for the version there is nothing to compare with, and that is a failure. --freeze takes today's schema as
the released one, unless it breaks a promise: for a release, and with the first release of a new version.

The comparison is tested itself, on schemas that are broken on purpose. Exit status 1 when something fails.
"""

import copy
import json
import sys
from pathlib import Path

from schema_test import EXAMPLES_DIR, SCHEMA_FILE, Schema, Tally, load

RELEASED_DIR = Path(__file__).resolve().parent / "released"
ANNOTATIONS = {"description", "title", "$comment", "$id", "examples", "deprecated"}
# Keywords that hold schemas by name, and those that hold one.
MAPS = {"properties", "$defs"}
SCHEMAS = {"items", "additionalProperties", "propertyNames", "if", "then", "else"}


def is_open(part):
    return part.get("$comment", "").startswith("Open")


def changes(old, new, place="#"):
    """What breaks a promise, between a schema and a later one of the same version."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        if old != new:
            yield f"{place}: was {json.dumps(old)}, is {json.dumps(new)}"
        return
    for keyword in dict.fromkeys([*old, *new]):
        if keyword in ANNOTATIONS:
            continue
        before, after = old.get(keyword), new.get(keyword)
        if keyword in MAPS:
            yield from changes_of_map(before or {}, after or {}, f"{place}/{keyword}")
        elif keyword == "required":
            yield from (f"{place}: {name} is no longer always there" for name in sorted({*(before or [])} - {*(after or [])}))
            yield from (f"{place}: {name} is newly required" for name in sorted({*(after or [])} - {*(before or [])}))
        elif keyword == "enum" and before and after:
            yield from (f"{place}: the value {one!r} is gone" for one in before if one not in after)
            if not is_open(old):
                yield from (f"{place}: the value {one!r} is new, and the list is closed" for one in after if one not in before)
        elif keyword == "dependentRequired":
            for name in {*(before or {}), *(after or {})}:
                is_new = name not in old.get("properties", {})
                if not is_new and (before or {}).get(name) != (after or {}).get(name):
                    yield f"{place}: what {name} brings along has changed"
        elif before is None or after is None:
            yield f"{place}: `{keyword}` is {'new' if before is None else 'gone'}"
        elif keyword in SCHEMAS:
            yield from changes(before, after, f"{place}/{keyword}")
        elif keyword == "allOf" and len(before) == len(after):
            for index, (one, other) in enumerate(zip(before, after)):
                yield from changes(one, other, f"{place}/allOf/{index}")
        elif before != after:
            yield f"{place}: `{keyword}` was {json.dumps(before)}, is {json.dumps(after)}"


def changes_of_map(before, after, place):
    for name, part in before.items():
        if name in after:
            yield from changes(part, after[name], f"{place}/{name}")
        else:
            yield f"{place}: {name} is gone"


def known_part(schema, instance, part):
    """The instance as somebody sees it who ignores members that the schema does not have."""
    part, _ = schema.target(part)
    if "if" in part and "properties" not in part:
        return known_part(schema, instance, part["then" if schema.valid(instance, part["if"]) else "else"])
    if isinstance(instance, dict) and "properties" in part:
        properties = part["properties"]
        return {name: known_part(schema, value, properties[name]) for name, value in instance.items() if name in properties}
    if isinstance(instance, dict) and isinstance(part.get("additionalProperties"), dict):
        return {name: known_part(schema, value, part["additionalProperties"]) for name, value in instance.items()}
    if isinstance(instance, list) and "items" in part:
        return [known_part(schema, value, part["items"]) for value in instance]
    return instance


# The comparison itself: what it must find, and what it must let pass.


def drop(part, keyword, name):
    part[keyword] = [one for one in part[keyword] if one != name]


BREAKING = {
    "a member is gone": lambda defs: defs["competency"]["properties"].pop("about"),
    "a definition is gone": lambda defs: defs.pop("edge"),
    "a type is narrower": lambda defs: defs["level"].update(type="string"),
    "a type is wider": lambda defs: defs["weight"].update(type=["number", "string"]),
    "a type inside of a list changes": lambda defs: defs["path"]["properties"]["chains"]["items"].update(type="object"),
    "a member refers to something else": lambda defs: defs["profile"]["properties"]["family"].update({"$ref": "#/$defs/code"}),
    "a member is newly required": lambda defs: defs["profile"]["required"].append("family"),
    "a new member is required": lambda defs: (defs["edge"]["properties"].update(years={}), defs["edge"]["required"].append("years")),
    "a member need not be there any more": lambda defs: drop(defs["profile"], "required", "requirements"),
    "a value is gone": lambda defs: drop(defs["importance"], "enum", "optional"),
    "a value is gone from an open list": lambda defs: drop(defs["declarationWord"], "enum", "path"),
    "a closed list has a new value": lambda defs: defs["importance"]["enum"].append("urgent"),
    "a pattern is stricter": lambda defs: defs["language"].update(pattern="^[a-z]{2}$"),
    "a text may be empty": lambda defs: defs["plain"].pop("minLength"),
    "a list may not be longer": lambda defs: defs["references"].update(maxItems=3),
    "a member brings another along": lambda defs: defs["scale"]["dependentRequired"].update(code=["about"]),
    "a condition is new": lambda defs: defs["rule"].update({"if": {"required": ["in"]}, "then": {"required": ["except"]}}),
    "unknown members are let in": lambda defs: defs["rule"].update(additionalProperties=True),
}
HARMLESS = {
    "a member is deprecated": lambda defs: defs["competency"]["properties"]["code"].update(deprecated=True),
    "a description": lambda defs: defs["edge"].update(description="Other words."),
    "a new member": lambda defs: defs["edge"]["properties"].update(years={"type": "number", "description": "x"}),
    "a new member that brings another along": lambda defs: (
        defs["edge"]["properties"].update(note={"type": "string"}, noteMarkdown={"type": "string"}),
        defs["edge"].update(dependentRequired={"noteMarkdown": ["note"]}),
    ),
    "a new definition": lambda defs: defs.update(policy={"type": "object"}),
    "a new value in an open list": lambda defs: defs["declarationWord"]["enum"].append("policy"),
}


def check_comparison(tally, released):
    for name, change in {**BREAKING, **HARMLESS}.items():
        changed = copy.deepcopy(released)
        change(changed["$defs"])
        found = list(changes(released, changed))
        if name in BREAKING:
            tally.check(f"comparison: {name}", [] if found else ["not found"])
        else:
            tally.check(f"comparison: {name}", found)


def main(arguments):
    tally = Tally()
    schema = load(SCHEMA_FILE)
    copy_file = RELEASED_DIR / f"{schema['properties']['formatVersion']['const']}.json"
    released = load(copy_file) if copy_file.exists() else None
    broken = list(changes(released, schema)) if released else []
    if "--freeze" in arguments and not broken:
        copy_file.write_bytes(SCHEMA_FILE.read_bytes())
        released = schema
    if released is None:
        tally.check("released: there is a copy of this version", [f"no {copy_file.name}: see --freeze"])
    elif not tally.check("released: compatible", broken):
        print("These changes need a new formatVersion: docs/json.md, Compatibility.")
    else:
        check_comparison(tally, released)
        old = Schema(released)
        for path in sorted(EXAMPLES_DIR.glob("*.json")):
            tally.check(f"released: can read {path.name}", old.errors(known_part(old, load(path), released)))
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
