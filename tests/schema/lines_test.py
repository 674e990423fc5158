#!/usr/bin/python3
"""Checks the schema of a line of framework.ndjson, and streams against the documents beside them.

    lines_test.py LINE_SCHEMA FOLDER...

The schema is sound as that of the document is, and each record is defined with the members that a line begins with.
Of each FOLDER/X.ndjson every line is a line, is valid and has its members in order; and the lines, sorted and among those
of another framework, hold what X.json holds: the document is built again from them, member by member.

Needs the package python3-jsonschema. Exit status 1 when something fails.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from schema_test import MANUAL_FILE, SCHEMA_FILE, Schema, Tally, disorder, load, unsound

ENVELOPE = ["formatVersion", "document", "documentVersion", "record", "position"]


class Lines:
    """The schema of a line, and what follows from that of the document."""

    def __init__(self, root, document):
        self.schema = Schema(root)
        self.words = root["properties"]["record"]["enum"]
        tables = {name: part for name, part in document["properties"].items() if part.get("type") == "array"}
        self.tables = {part["items"]["$ref"].rsplit("/", 1)[1]: name for name, part in tables.items()}
        # A validator for each sort of record is ten times as fast as one that tries all branches.
        self.validators = {word: self.schema.validator.evolve(schema={"$ref": f"#/$defs/{word}"}) for word in self.words}

    def unsound(self):
        root = self.schema.root
        yield from (problem for problem in unsound(self.schema) if problem.split(":")[0] != "#")
        if self.words != ["framework", *self.tables]:
            yield f"#: lines of {self.words}, but the document has {list(self.tables)}"
        branches = [(one["if"]["properties"]["record"]["const"], one["then"]["$ref"]) for one in root["allOf"]]
        if branches != [(word, f"#/$defs/{word}") for word in self.words]:
            yield "#/allOf: not a branch for each sort of record"
        for word in self.words:
            for name in ["builtInKind", "declaredKind"] if word == "kind" else [word]:
                part = root["$defs"][name]
                if list(part["properties"])[: len(ENVELOPE)] != ENVELOPE or part["required"][: len(ENVELOPE)] != ENVELOPE:
                    yield f"#/$defs/{name}: does not begin with {', '.join(ENVELOPE)}"
                if part["properties"]["record"].get("const") != word:
                    yield f"#/$defs/{name}: record is not {word}"

    def faults(self, number, line):
        word = line.get("record")
        if word not in self.validators:
            return [f"line {number}: no sort of record: {word!r}"]
        errors = [f"{error.json_path}: {error.message}" for error in self.validators[word].iter_errors(line)]
        part = self.schema.root["$defs"][word]
        errors += disorder(self.schema, line, part, f"#/$defs/{word}")
        return [f"line {number}: {error}" for error in errors]

    def document(self, lines, key):
        """What framework.json holds of the release `key`, from lines in any order."""
        own = [line for line in lines if (line["document"], line["documentVersion"]) == key]
        own.sort(key=lambda line: line["position"])
        bare = {word: [] for word in self.words}
        for line in own:
            bare[line["record"]].append({name: value for name, value in line.items() if name not in ENVELOPE})
        out = {"$schema": "framework.schema.json", "formatVersion": own[0]["formatVersion"]}
        out["framework"] = bare["framework"][0]
        out.update((name, bare[word]) for word, name in self.tables.items())
        return out


def read(path):
    """The lines of a stream as texts; a ValueError for what a reader of lines would stumble over."""
    data = path.read_bytes()
    if not data.endswith(b"\n"):
        raise ValueError("does not end in a line feed")
    text = data.decode("utf-8")
    lines = text.split("\n")[:-1]
    if lines != text.splitlines():
        raise ValueError("a line holds something that some readers take for its end")
    return lines


def twice(lines):
    seen = set()
    for number, line in enumerate(lines, 1):
        key = (line["document"], line["documentVersion"], line["id"])
        if key in seen:
            yield f"line {number}: {key} for a second time"
        seen.add(key)


def check_stream(tally, schema, path, other):
    name = path.name
    try:
        texts = read(path)
        lines = [json.loads(text) for text in texts]
    except ValueError as error:
        tally.check(f"{name}: lines", [str(error)])
        return
    faults = [fault for number, line in enumerate(lines, 1) for fault in schema.faults(number, line)]
    if not tally.check(f"{name}: valid", faults):
        return
    first = lines[0]["record"]
    tally.check(f"{name}: the first line is the framework", [] if first == "framework" else [f"it is a {first}"])
    tally.check(f"{name}: ids", twice(lines))
    expected = load(path.with_suffix(".json"))
    key = (expected["framework"]["id"], expected["framework"]["version"])
    mixed = texts + [text for text in other if (json.loads(text)["document"], json.loads(text)["documentVersion"]) != key]
    actual = schema.document([json.loads(text) for text in sorted(mixed)], key)
    same = json.dumps(actual) == json.dumps(expected)
    tally.check(f"{name}: holds what the document holds", [] if same else ["the document that is built from its lines differs"])
    # Without its framework, or without any other line, it would be another document.
    for lost in (0, len(texts) // 2, len(texts) - 1):
        rest = [line for index, line in enumerate(lines) if index != lost]
        missed = not any(line["record"] == "framework" for line in rest) or schema.document(rest, key) != expected
        tally.check(f"{name}: line {lost + 1} is missed", [] if missed else ["it can be left out"])


def main(arguments):
    tally = Tally()
    root = load(Path(arguments[0]))
    Draft202012Validator.check_schema(root)
    schema = Lines(root, load(SCHEMA_FILE))
    tally.check("schema of a line: sound", schema.unsound())
    manual = MANUAL_FILE.read_text(encoding="utf-8")
    unnamed = [name for name in ENVELOPE + schema.words if f"`{name}`" not in manual]
    tally.check("manual: names what begins a line", unnamed)
    for folder in map(Path, arguments[1:]):
        streams = sorted(folder.glob("*.ndjson"))
        tally.check(f"{folder}: has streams", [] if streams else ["none"])
        for index, path in enumerate(streams):
            check_stream(tally, schema, path, read(streams[index - 1]))
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
