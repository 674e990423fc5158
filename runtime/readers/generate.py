#!/usr/bin/env python3
"""Writes the types of the readers from runtime/json/framework.schema.json.

usage: generate.py [--check] [--schema FILE] [--output DIR]

One back end a language prints what `schema.py` read. `--check` writes nothing and ends with 1 where a
file that stands there is not what would be written. `--output` is the folder that holds `python`,
`typescript` and `cpp`: `runtime` if it is not given.
"""
from __future__ import annotations

import argparse
import json
import pathlib
import sys

import cpp
import python
import typescript
from schema import NotUnderstood, read_schema

RUNTIME = pathlib.Path(__file__).resolve().parents[1]
BACK_ENDS = (python, typescript, cpp)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only look whether the files are up to date")
    parser.add_argument("--schema", type=pathlib.Path, default=RUNTIME / "json" / "framework.schema.json")
    parser.add_argument("--output", type=pathlib.Path, default=RUNTIME)
    arguments = parser.parse_args()

    try:
        schema = read_schema(json.loads(arguments.schema.read_text(encoding="utf-8")))
    except NotUnderstood as problem:
        print(f"{arguments.schema}: {problem}", file=sys.stderr)
        return 2
    stale = 0
    for back_end in BACK_ENDS:
        path = arguments.output / back_end.PATH
        text = back_end.write(schema)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if arguments.check:
            stale += 1
            print(f"{path} is not what the schema says; run python3 runtime/readers/generate.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
