"""The generated types of the readers are what the schema says, and the generator follows a schema that grows.

usage: generator_test.py
"""
import copy
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RUNTIME = os.path.join(HERE, "..", "..", "runtime")
GENERATE = os.path.join(RUNTIME, "readers", "generate.py")
REQUIREMENT = ["$defs", "requirement", "properties"]

# What may come: members of every sort, definitions, records that share members.
GROWTH = [
    (REQUIREMENT + ["until"], {"$ref": "#/$defs/date", "description": "Until when."}),
    (["$defs", "mood"], {"enum": ["glad", "sad"], "description": "A mood."}),
    (REQUIREMENT + ["mood"], {"$ref": "#/$defs/mood"}),
    (REQUIREMENT + ["tone"], {"enum": ["high", "low"], "$comment": "Open: more values may come."}),
    (REQUIREMENT + ["import"], {"type": "array", "items": {"type": "integer"}}),
    (REQUIREMENT + ["weather"], {"anyOf": [{"type": "string"}, {"type": "boolean"}]}),
    (["$defs", "shared"], {"type": "object", "properties": {"sharedMember": {"type": "string"}}}),
    (["$defs", "edge", "allOf"], [{"$ref": "#/$defs/shared"}]),
    (["$defs", "edge", "unevaluatedProperties"], False),
]
FOLLOWED = {
    "python/cadre_framework/records.py": [
        "until: str | None", "mood: Mood | None", "RequirementTone = str\n", "import_: tuple[int, ...]",
        "weather: str | bool | None", "shared_member: str | None",
    ],
    "typescript/src/records.ts": [
        "readonly until?: string", "readonly mood?: Mood", '"high" | "low" | (string & {})',
        "readonly import?: readonly number[]", "readonly weather?: string | boolean", "readonly sharedMember?: string",
    ],
    "cpp/include/cadre_framework/records.h": [
        "std::optional<std::string> until;", "std::optional<Mood> mood;", "using RequirementTone = std::string;",
        "std::vector<std::int64_t> import_;", "std::optional<std::variant<std::string, bool>> weather;",
        "std::optional<std::string> shared_member;",
    ],
}
# What has no translation, and what the error names.
REFUSED = [
    ("a keyword", {"prefixItems": []}, "prefixItems"),
    ("a type", {"type": "null"}, "null"),
    ("an array of anything", {"type": "array"}, "items"),
    ("an object of anything", {"type": "object"}, "properties"),
    ("a reference to nothing", {"$ref": "#/$defs/nowhere"}, "nowhere"),
    ("a type that contains itself", {"$ref": "#/$defs/requirement"}, "contains itself"),
]


def generate(*arguments):
    return subprocess.run([sys.executable, "-B", GENERATE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          text=True, check=False)


def changed(schema, changes):
    schema = copy.deepcopy(schema)
    for (*way, last), value in changes:
        place = schema
        for step in way:
            place = place[step]
        place[last] = value
    return schema


def main():
    passed = failed = 0

    def verdict(good, what):
        nonlocal passed, failed
        passed += good
        failed += not good
        if not good:
            print(what)

    with open(os.path.join(RUNTIME, "json", "framework.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    verdict(generate("--check").returncode == 0,
            "the types of the readers are not those of the schema; run python3 runtime/readers/generate.py")
    with tempfile.TemporaryDirectory() as folder:
        def generate_from(document):
            path = os.path.join(folder, "schema.json")
            with open(path, "w", encoding="utf-8") as out:
                json.dump(document, out)
            return generate("--schema", path, "--output", folder)

        verdict(generate_from(changed(schema, GROWTH)).returncode == 0, "a schema that grows is refused")
        for path, expected in FOLLOWED.items():
            with open(os.path.join(folder, path), encoding="utf-8") as file:
                text = file.read()
            for words in expected:
                verdict(words in text, f"{path} of a schema that grows has no `{words}`")
        verdict(generate("--check", "--output", folder).returncode == 1, "stale files are not found")
        for what, member, named in REFUSED:
            run = generate_from(changed(schema, [(REQUIREMENT + ["odd"], member)]))
            verdict(run.returncode == 2 and named in run.stderr, f"{what} is not refused by its name: {run.stderr}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
