#!/usr/bin/python3
"""Checks runtime/json/framework.schema.json, its examples, and any documents named as arguments.

    schema_test.py [--complete] [DOCUMENT|FOLDER...]

The schema is sound: it is a valid schema, every object in it forbids unknown members, and every member, type and
table is described. The examples are sound and complete: each one is valid and consistent, and together they use every
member and every listed value of the schema. Each document under invalid/ has exactly one fault. The manual, docs/json.md,
names every member.

With --complete the documents too, together, use every member and every listed value, and optional members in (nearly) all
combinations of two: so a writer leaves nothing out, and nothing that it may leave out is missed.

What the schema's description promises but a schema cannot say is checked of the examples and of the arguments alike:
members stand in the order of the schema, ids are unique, what a record refers to is there, levels are on their scale.

Needs the package python3-jsonschema. Exit status 1 when something fails.
"""

import json
import re
import sys
import uuid
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

HERE = Path(__file__).resolve().parent
JSON_DIR = HERE.parent.parent / "runtime" / "json"
SCHEMA_FILE = JSON_DIR / "framework.schema.json"
EXAMPLES_DIR = JSON_DIR / "examples"
INVALID_DIR = HERE / "invalid"
MANUAL_FILE = HERE.parent.parent / "docs" / "json.md"


class Repeated(ValueError):
    """The same member twice in one object, which a parser would otherwise hide."""


def load(path):
    def pairs(items):
        members = dict(items)
        if len(members) != len(items):
            names = [name for name, _ in items]
            raise Repeated("member twice: " + ", ".join(sorted({n for n in names if names.count(n) > 1})))
        return members

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=pairs)


class Schema:
    """The schema, with what it takes to walk a document along it."""

    def __init__(self, root):
        self.root = root
        self.validator = Draft202012Validator(root, format_checker=FormatChecker())

    def target(self, schema):
        """What `$ref` stands for, with its place in the schema."""
        place = None
        while "$ref" in schema:
            place = schema["$ref"]
            schema = self.root["$defs"][place.removeprefix("#/$defs/")]
        return schema, place

    def valid(self, instance, schema):
        return self.validator.evolve(schema=schema).is_valid(instance)

    def errors(self, document):
        found = sorted(self.validator.iter_errors(document), key=lambda e: (e.json_path, e.message))
        return [f"{error.json_path}: {error.message}" for error in found]

    def places(self):
        """Every subschema that describes something, with its place."""

        def below(schema, place):
            yield place, schema
            for name, member in schema.get("properties", {}).items():
                yield from below(member, f"{place}/properties/{name}")
            for name, definition in schema.get("$defs", {}).items():
                yield from below(definition, f"{place}/$defs/{name}")
            for keyword in ("items", "additionalProperties"):
                if isinstance(schema.get(keyword), dict):
                    yield from below(schema[keyword], f"{place}/{keyword}")

        yield from below(self.root, "#")

    def walk(self, instance, schema=None, place="#", path="$"):
        """Each (value, its schema, the schema's place, its JSON path), along the branches that apply."""
        schema = self.root if schema is None else schema
        schema, reference = self.target(schema)
        place = reference or place
        yield instance, schema, place, path
        if "if" in schema and "properties" not in schema:
            branch = "then" if self.valid(instance, schema["if"]) else "else"
            if branch in schema:
                yield from self.walk(instance, schema[branch], f"{place}/{branch}", path)
        if isinstance(instance, dict):
            declared = schema.get("properties", {})
            others = schema.get("additionalProperties")
            for name, value in instance.items():
                if name in declared:
                    yield from self.walk(value, declared[name], f"{place}/properties/{name}", f"{path}.{name}")
                elif isinstance(others, dict):
                    yield from self.walk(value, others, f"{place}/additionalProperties", f"{path}.{name}")
        elif isinstance(instance, list) and "items" in schema:
            for index, value in enumerate(instance):
                yield from self.walk(value, schema["items"], f"{place}/items", f"{path}[{index}]")


# The schema itself


def unsound(schema):
    """What is wrong with the schema's own form."""
    for keyword in ("$schema", "$id", "title"):
        if keyword not in schema.root:
            yield f"#: no {keyword}"
    for place, part in schema.places():
        # A definition, or an object, says what it is; a member may leave that to the definition it refers to.
        definition = place.startswith("#/$defs/") and place.count("/") == 2
        described = "description" in part
        if not definition and "$ref" in part:
            described |= "description" in schema.root["$defs"].get(part["$ref"].removeprefix("#/$defs/"), {})
        if not described and (definition or part.get("type") == "object" or place.rsplit("/", 2)[-2] == "properties"):
            yield f"{place}: no description"
        if "properties" in part or part.get("type") == "object":
            if part.get("type") != "object":
                yield f"{place}: has properties, but does not say that it is an object"
            others = part.get("additionalProperties")
            if others is not False and not (isinstance(others, dict) and "propertyNames" in part):
                yield f"{place}: unknown members are not forbidden"
            for name in part.get("required", []):
                if name not in part.get("properties", {}):
                    yield f"{place}: requires {name}, which it does not describe"
        if "$ref" in part and part["$ref"].removeprefix("#/$defs/") not in schema.root["$defs"]:
            yield f"{place}: {part['$ref']} does not exist"


def unused_definitions(schema):
    text = json.dumps(schema.root)
    return [name for name in schema.root["$defs"] if f'"#/$defs/{name}"' not in text]


def uneven(schema):
    """Records of declarations that treat what they share differently."""
    records = {name: part for name, part in schema.root["$defs"].items() if "uuid" in part.get("properties", {})}
    del records["dependency"]  # What is said of another framework is no declaration of this one.
    common = [
        "id", "name", "title", "about", "aboutMarkdown", "code", "keywords",
        "attributes", "matches", "status", "since", "deprecated", "replaces", "was", "reviewed", "allow",
        "translations", "external", "framework", "iri", "uuid",
    ]  # fmt: skip
    # The framework has neither a name in a package nor another framework as its home; its address is its `uri`.
    lacks = {"framework": {"name", "was", "external", "framework", "iri"}, "statement": {"title"}}
    for name, part in records.items():
        shared = [member for member in part["properties"] if member in common]
        expected = [member for member in common if member not in lacks.get(name, set())]
        if shared != expected:
            yield f"#/$defs/{name}: the members that all declarations share are {shared}, not {expected}"
        for member in {"id", "name", "title", "status", "uuid"} - lacks.get(name, set()):
            if member not in part["required"]:
                yield f"#/$defs/{name}: {member} is not required"


# Documents


def disorder(schema, document, part=None, place="#"):
    for value, part, _, path in schema.walk(document, part, place):
        if isinstance(value, dict) and "properties" in part:
            known = [name for name in part["properties"] if name in value]
            actual = [name for name in value if name in part["properties"]]
            if known != actual:
                yield f"{path}: members stand in the order {', '.join(actual)}; the schema has {', '.join(known)}"


def inconsistent(document):
    """What contradicts the promises of the schema's description."""
    tables = {name: rows for name, rows in document.items() if isinstance(rows, list)}
    by_id = {name: {row["id"]: row for row in rows} for name, rows in tables.items()}
    home = document["framework"]["id"]

    seen = {}
    for name, rows in tables.items():
        for index, row in enumerate(rows):
            where = f"$.{name}[{index}]"
            if row["id"] in seen:
                yield f"{where}.id: {row['id']} is also the id of {seen[row['id']]}"
            seen.setdefault(row["id"], where)

    homes = [home] + [row["id"] for row in tables["dependencies"]]
    for name, rows in tables.items():
        places = [homes.index(row["framework"]) if row.get("framework") in homes else 0 for row in rows]
        if places != sorted(places):
            yield f"$.{name}: the framework's own records do not come first, then those of each dependency in turn"

    def refer(table, where, identifier):
        if identifier not in by_id[table]:
            yield f"{where}: {table} has no record {identifier}"

    def on_scale(where, level, scale):
        if scale is None:
            if level is not None:
                yield f"{where}: a level, where there is no scale"
        elif scale not in by_id["scales"]:
            return
        elif by_id["scales"][scale]["kind"] == "numeric":
            record = by_id["scales"][scale]
            if isinstance(level, str) or level is not None and not record["minimum"] <= level <= record["maximum"]:
                yield f"{where}: {level!r} is not a number of the scale {scale}"
        elif level is not None and level not in [entry["id"] for entry in by_id["scales"][scale]["levels"]]:
            yield f"{where}: the scale {scale} has no level {level!r}"

    def offered(where, entry, needed):
        identifier, level = entry["competency"], entry.get("level")
        yield from refer("competencies", f"{where}.competency", identifier)
        competency = by_id["competencies"].get(identifier)
        if competency is None:
            return
        scale = competency.get("scale")
        yield from on_scale(f"{where}.level", level, scale)
        if scale is not None and level is None and needed:
            yield f"{where}: no level, though {identifier} has a scale"
        if isinstance(level, str) and level not in [one["level"] for one in competency["levels"]]:
            yield f"{where}.level: {identifier} does not offer {level!r}"

    def statements(where, row):
        for member, sort in (("knowledge", "knowledge"), ("skills", "skill"), ("abilities", "ability"), ("tasks", "task")):
            for index, entry in enumerate(row.get(member, [])):
                if "statement" in entry:
                    yield from refer("statements", f"{where}.{member}[{index}]", entry["statement"])
                    if by_id["statements"].get(entry["statement"], {}).get("sort", sort) != sort:
                        yield f"{where}.{member}[{index}]: {entry['statement']} is not of the sort {sort}"
        for index, entry in enumerate(row.get("credentials", [])):
            yield from refer("credentials", f"{where}.credentials[{index}]", entry["credential"])

    languages = {row["id"]: row["languages"] for row in [document["framework"], *tables["dependencies"]]}

    def translated(where, value, framework):
        if isinstance(value, dict):
            for language in value.get("translations", {}):
                if language not in languages[framework][1:]:
                    yield f"{where}.translations: {framework} does not announce {language!r}"
            for name, member in value.items():
                yield from translated(f"{where}.{name}", member, framework)
        elif isinstance(value, list):
            for index, member in enumerate(value):
                yield from translated(f"{where}[{index}]", member, framework)

    def markdown(where, value):
        if isinstance(value, dict):
            for name, member in value.items():
                if name.endswith("Markdown") and member == value.get(name.removesuffix("Markdown")):
                    yield f"{where}.{name}: says the same as the plain text"
                yield from markdown(f"{where}.{name}", member)
        elif isinstance(value, list):
            for index, member in enumerate(value):
                yield from markdown(f"{where}[{index}]", member)

    yield from markdown("$", document)
    yield from translated("$.framework", document["framework"], home)
    for row in [document["framework"], *tables["dependencies"]]:
        if row["languages"][0] != row["language"]:
            yield f"languages of {row['id']}: do not begin with the framework's language"
    if "scale" in document["framework"]:
        yield from refer("scales", "$.framework.scale", document["framework"]["scale"])
    if [kind["id"] for kind in document["kinds"][:4]] != ["technical", "behavioural", "leadership", "general"]:
        yield "$.kinds: does not begin with the built-in kinds"
    identifiers = {identifier for rows in by_id.values() for identifier in rows} | {home}

    for name, rows in tables.items():
        for index, row in enumerate(rows):
            where = f"$.{name}[{index}]"
            if row.get("external"):
                yield from refer("dependencies", f"{where}.framework", row["framework"])
            yield from translated(where, row, row.get("framework", row["id"] if name == "dependencies" else home))
            if "use" in row.get("deprecated", {}) and row["deprecated"]["use"] not in identifiers:
                yield f"{where}.deprecated.use: no record {row['deprecated']['use']}"
            if name in ("categories", "families") and "parent" in row:
                yield from refer(name, f"{where}.parent", row["parent"])
            if name == "kinds" and "like" in row:
                yield from refer("kinds", f"{where}.like", row["like"])
            if name == "scales":
                for position, level in enumerate(row["levels"]):
                    if level["ordinal"] != position + 1:
                        yield f"{where}.levels[{position}].ordinal: not {position + 1}"
                if len({level["id"] for level in row["levels"]}) != len(row["levels"]):
                    yield f"{where}.levels: a level twice"
            if name == "resources":
                for position, entry in enumerate(row.get("develops", [])):
                    yield from offered(f"{where}.develops[{position}]", entry, False)
            if name == "competencies":
                yield from refer("kinds", f"{where}.kind", row["kind"])
                for identifier in row.get("categories", []):
                    yield from refer("categories", f"{where}.categories", identifier)
                if "partOf" in row:
                    yield from refer("competencies", f"{where}.partOf", row["partOf"])
                if "scale" in row:
                    yield from refer("scales", f"{where}.scale", row["scale"])
                    for position, level in enumerate(row["levels"]):
                        yield from on_scale(f"{where}.levels[{position}]", level["level"], row["scale"])
                bullets = [bullet for level in row["levels"] for bullet in level["indicators"]] + row.get("indicators", [])
                if len({bullet["id"] for bullet in bullets}) != len(bullets):
                    yield f"{where}: two indicators with one id"
                for bullet in bullets:
                    if not bullet["id"].startswith(row["id"] + "#"):
                        yield f"{where}: the id of the indicator {bullet['id']} does not begin with that of its competency"
                    elif "label" in bullet and bullet["id"] != f"{row['id']}#{bullet['label']}":
                        yield f"{where}: the id of the indicator {bullet['id']} does not end in its label"
                yield from statements(where, row)
            if name == "profiles":
                if "family" in row:
                    yield from refer("families", f"{where}.family", row["family"])
                for position, entry in enumerate(row["requirements"]):
                    yield from offered(f"{where}.requirements[{position}]", entry, True)
                    for number, origin in enumerate(entry["origins"]):
                        if "rule" in origin:
                            yield from refer("rules", f"{where}.requirements[{position}].origins[{number}]", origin["rule"])
                if len({entry["competency"] for entry in row["requirements"]}) != len(row["requirements"]):
                    yield f"{where}.requirements: a competency twice"
                for position, entry in enumerate(row.get("drops", [])):
                    yield from refer("competencies", f"{where}.drops[{position}]", entry["competency"])
                yield from statements(where, row)
            if name == "rules":
                for position, entry in enumerate(row["requirements"]):
                    yield from offered(f"{where}.requirements[{position}]", entry, True)
                for identifier in row.get("in", []):
                    yield from refer("families", f"{where}.in", identifier)
                for identifier in row.get("except", []):
                    yield from refer("profiles", f"{where}.except", identifier)
            if name == "paths":
                steps = [(a, b) for chain in row["chains"] for a, b in zip(chain, chain[1:])]
                edges = [(edge["from"], edge["to"]) for edge in row["edges"]]
                if edges != list(dict.fromkeys(steps)):
                    yield f"{where}.edges: not the steps of the chains, each once, in order"
                for identifier in {end for edge in edges for end in edge}:
                    yield from refer("profiles", where, identifier)
            if name == "crosswalks":
                for position, pair in enumerate(row["pairs"]):
                    for end in ("from", "to"):
                        yield from refer("scales", f"{where}.{end}", row[end])
                        yield from on_scale(f"{where}.pairs[{position}].{end}", pair[end], row[end])


WORDS = {"kinds": "kind", "attributes": "attribute", "scales": "scale", "categories": "category", "families": "family",
         "credentials": "credential", "resources": "resource", "competencies": "competency", "profiles": "profile",
         "paths": "path", "crosswalks": "crosswalk"}  # fmt: skip


def wrong_uuids(document):
    records = [("framework", "$.framework", document["framework"])]
    for name, rows in document.items():
        if name in WORDS or name == "statements":
            for index, row in enumerate(rows):
                records.append((row.get("sort", WORDS.get(name)), f"$.{name}[{index}]", row))
    for word, where, record in records:
        if "uuid" in record:
            expected = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{word}:{record['id']}"))
            if record["uuid"] != expected:
                yield f"{where}.uuid: {word}:{record['id']} gives {expected}"


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, problems):
        problems = list(problems)
        if problems:
            self.failed += 1
            print(f"FAIL {name}")
            for problem in problems:
                print(f"  {problem}")
        else:
            self.passed += 1
        return not problems


def check_document(tally, schema, name, path):
    """Whether the document is valid; its consistency is then looked at too."""
    try:
        document = load(path)
    except (OSError, ValueError) as error:
        tally.check(f"{name}: reads", [str(error)])
        return None
    if not tally.check(f"{name}: valid", schema.errors(document)):
        return None
    tally.check(f"{name}: members in order", disorder(schema, document))
    tally.check(f"{name}: consistent", inconsistent(document))
    tally.check(f"{name}: UUIDs", wrong_uuids(document))
    return document


def check_complete(tally, schema, name, documents):
    """Whether the documents together use every member and every listed value of the schema."""
    used, values = set(), set()
    for document in documents:
        for value, part, place, _ in schema.walk(document) if document else []:
            if isinstance(value, dict):
                used.update((place, member) for member in value if member in part.get("properties", {}))
            if "enum" in part:
                values.add((place, value))
    for place, part in schema.places():
        if "properties" in part:
            missing = [f"{place}: none has {member}" for member in part["properties"] if (place, member) not in used]
            tally.check(f"{name}: members of {place}", missing)
        if "enum" in part:
            missing = [f"{place}: none has {value!r}" for value in part["enum"] if (place, value) not in values]
            tally.check(f"{name}: values of {place}", missing)


# What is optional only because documents of an earlier cadre lack it.
ALWAYS_WRITTEN = {("#/$defs/dependency", name) for name in ("languages", "status", "uuid")}


def check_variety(tally, schema, documents):
    """Whether optional members come in all combinations of two: both, one of them, none."""
    seen = {}
    for document in documents:
        for value, part, place, _ in schema.walk(document) if document else []:
            if isinstance(value, dict) and "properties" in part:
                bound = part.get("dependentRequired", {})
                optional = [name for name in part["properties"] if name not in part.get("required", [])]
                optional = [name for name in optional if (place, name) not in ALWAYS_WRITTEN]
                for index, one in enumerate(optional):
                    for other in optional[index + 1 :]:
                        if one not in bound.get(other, []) and other not in bound.get(one, []):
                            seen.setdefault((place, one, other), set()).add((one in value, other in value))
    missing = [f"{' '.join(where)}: {len(found)} of 4 combinations" for where, found in seen.items() if len(found) < 4]
    # A few are rare, and a few impossible: a numeric competency has no indicators of its own.
    tally.check("documents: optional members in all combinations", missing if len(missing) > len(seen) / 50 else [])


def not_json(text):
    try:
        json.loads(text)
    except ValueError as error:
        yield str(error)


def check_manual(tally, schema):
    """Whether the manual names every member, and its pieces of JSON are JSON."""
    text = MANUAL_FILE.read_text(encoding="utf-8")
    members = {name for _, part in schema.places() for name in part.get("properties", {})}
    tally.check("manual: names every member", [f"no `{name}`" for name in sorted(members) if f"`{name}`" not in text])
    for number, block in enumerate(re.findall(r"^```json\n(.*?)^```$", text, re.DOTALL | re.MULTILINE), 1):
        tally.check(f"manual: JSON {number}", not_json(block))


def main(arguments):
    tally = Tally()
    root = load(SCHEMA_FILE)
    try:
        Draft202012Validator.check_schema(root)
        tally.check("schema: valid", [])
    except Exception as error:
        tally.check("schema: valid", [getattr(error, "message", str(error))])
        print(f"{tally.passed} passed, {tally.failed} failed")
        return 1
    schema = Schema(root)
    tally.check("schema: sound", unsound(schema))
    tally.check("schema: every definition is used", unused_definitions(schema))
    tally.check("schema: declarations share their members", uneven(schema))

    examples = sorted(EXAMPLES_DIR.glob("*.json"))
    tally.check("examples: there are some", [] if examples else [f"none in {EXAMPLES_DIR.name}"])
    documents = [check_document(tally, schema, f"example {path.name}", path) for path in examples]
    listed = (EXAMPLES_DIR / "README.md").read_text(encoding="utf-8") if (EXAMPLES_DIR / "README.md").exists() else ""
    tally.check("examples: README lists each", [p.name for p in examples if f"]({p.name})" not in listed])
    check_complete(tally, schema, "examples", documents)

    check_manual(tally, schema)

    invalid = sorted(INVALID_DIR.glob("*.json"))
    tally.check("invalid: at least 15", [] if len(invalid) >= 15 else [f"only {len(invalid)}"])
    for path in invalid:
        errors = schema.errors(load(path))
        if not errors:
            tally.check(f"invalid {path.name}", ["is valid"])
        else:
            tally.check(f"invalid {path.name}: one fault", errors if len(errors) > 1 else [])

    paths = [Path(path) for path in arguments if path != "--complete"]
    paths = [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    tally.check("documents: there are some", ["none"] if arguments and not paths else [])
    documents = [check_document(tally, schema, str(path), path) for path in paths]
    if "--complete" in arguments:
        check_complete(tally, schema, "documents", documents)
        check_variety(tally, schema, documents)

    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
