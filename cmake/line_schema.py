"""Writes the JSON Schema of a line of framework.ndjson, made of that of framework.json.

usage: line_schema.py FRAMEWORK_SCHEMA OUT

A line holds the members of one record, and before them those of ENVELOPE. A definition that is closed
against unknown members cannot be added to by reference, so the definitions of records are written anew
with these members; all others are the same.
"""
import json
import sys

# What a line says before its record, and how its schema describes that.
ENVELOPE = {
    "formatVersion": None,  # As in the document.
    "document": {"$ref": "#/$defs/id", "description": "The id of the framework that was built. A record with `external` is of another one."},
    "documentVersion": {"$ref": "#/$defs/version", "description": "The version of the framework that was built: with `document` it names the release that the line is part of."},
    "record": None,  # The word for the table.
    "position": {"type": "integer", "minimum": 1, "description": "The record's place in its table of framework.json, counted from 1: what the order of lines says, for a store that keeps no order."},
}

# Records that are defined in two parts.
SPLIT = {"kind": ["builtInKind", "declaredKind"]}

DESCRIPTION = (
    "A line of framework.ndjson, which `cadre build --emit ndjson` writes: a record of a competency framework. "
    "The first line is the framework itself; then come the records of each table of framework.json, in its order "
    "and in that of the tables.\n\n"
    "A line has the members that framework.json gives the record, and before them `formatVersion`, `document`, "
    "`documentVersion`, `record` and `position`. Nothing is said between the lines: in any order, with the lines of other "
    "frameworks and of other releases among them, they hold what the documents hold. `document`, `documentVersion` and "
    "`id` together are unique.\n\n"
    "Text is UTF-8; a line ends in a line feed, and holds none."
)


def records(schema):
    """The words for records, which are the names of their definitions: the framework, then each table's."""
    members = schema["properties"].values()
    parts = [schema["properties"]["framework"]] + [part["items"] for part in members if part.get("type") == "array"]
    return [part["$ref"].removeprefix("#/$defs/") for part in parts]


def as_line(definition, envelope):
    out = {}
    for keyword, value in definition.items():
        if keyword == "properties":
            value = {**envelope, **value}
        elif keyword == "required":
            value = [*envelope, *value]
        out[keyword] = value
    return out


def line_schema(schema):
    names = records(schema)
    definitions = dict(schema["$defs"])
    for name in names:
        envelope = dict(ENVELOPE)
        envelope["formatVersion"] = schema["properties"]["formatVersion"]
        envelope["record"] = {"const": name, "description": "What the line is a record of."}
        for part in SPLIT.get(name, [name]):
            definitions[part] = as_line(definitions[part], envelope)
    return {
        "$schema": schema["$schema"],
        "$id": "framework.ndjson.schema.json",
        "title": "Line of a competency framework",
        "description": DESCRIPTION,
        "type": "object",
        "properties": {
            "record": {
                "enum": names,
                "$comment": "Open: more values may come within a format version.",
                "description": "What the line is a record of: the framework, or one of the table that has this word's plural.",
            }
        },
        "required": ["record"],
        "allOf": [
            {"if": {"properties": {"record": {"const": name}}}, "then": {"$ref": f"#/$defs/{name}"}} for name in names
        ],
        "$defs": definitions,
    }


def laid_out(value, indent=""):
    """JSON with what fits on a line on one, as the schema of the document has it."""
    if not isinstance(value, (dict, list)) or not value:
        return json.dumps(value, ensure_ascii=False)
    inner = indent + "  "
    names = [f"{json.dumps(name)}: " for name in value] if isinstance(value, dict) else [""] * len(value)
    members = list(value.values()) if isinstance(value, dict) else value
    begin, end = ("{", "}") if isinstance(value, dict) else ("[", "]")
    parts = [name + laid_out(member, inner) for name, member in zip(names, members)]
    space = " " if begin == "{" else ""
    line = begin + space + ", ".join(parts) + space + end
    if "\n" not in line and len(indent) + len(line) <= 120:
        return line
    return begin + "\n" + ",\n".join(inner + part for part in parts) + f"\n{indent}" + end


def main():
    source, out = sys.argv[1:3]
    with open(source, encoding="utf-8") as file:
        schema = json.load(file)
    with open(out, "w", encoding="utf-8", newline="\n") as file:
        file.write(laid_out(line_schema(schema)) + "\n")


if __name__ == "__main__":
    main()
