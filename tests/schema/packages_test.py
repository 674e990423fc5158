#!/usr/bin/python3
"""Builds packages and checks what comes out with the schemas that come with it.

    packages_test.py CADRE PACKAGE...

The packages are those named, and one that says what is easily lost. Each is built with and without drafts; the document and
the stream are looked at as schema_test.py and lines_test.py do.

Needs the package python3-jsonschema. Exit status 1 when something fails.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from lines_test import Lines, check_stream
from schema_test import SCHEMA_FILE, Schema, Tally, check_document, load

EASILY_LOST = """
framework easily.lost "Easily lost" {
  version "1.0.0"
  language en
  translations fr
  scale S
  note ""
}
use lent.core as core with rules
attribute note "Note" : text
attribute effort "Effort" on task, profile : number -1..1000
scale S "Scale" { level A level B }
task T1 "Do it." { effort 3 }
kind craft "Craft" { status draft }
craft competency C1 "One" { level A { - [L1] Writes. } level B }
family F "Family" { status draft }
every profile { requires C1 at A weight 0.25 because "Always." }
abstract profile Base "Base" { requires C1 at A weight 2 }
profile P1 "Job" extends Base { family F requires C1 at B desired weight 3 because "Now." effort 0 note "a \\u{1F600}" }
translation fr { scale S { level A "Un" } }
"""


CORE = """
framework lent.core "Core" {
  version "2.0.0"
  language de
  translations en
  publisher "Lender"
  license "CC-BY-4.0"
  uri "https://core.example/"
}
competency Ehre "Ehre"
every profile { requires Ehre }
translation en { framework lent.core "The core" competency Ehre "Honour" }
"""
MANIFEST = '[dependencies]\nlent.core = { path = "../core" }\n'


def rows(document, table):
    return {row["name"]: row for row in document[table] if "name" in row}


def lost(document):
    attributes = rows(document, "attributes")
    if len(attributes["note"]["on"]) != 16 or attributes["effort"]["on"] != ["task", "profile"]:
        yield "what an attribute can stand on"
    if document["framework"].get("attributes") != {"note": ""}:
        yield "a text that is empty"
    if [row["translations"]["fr"]["title"] for row in document["scales"][0]["levels"][:1]] != ["Un"]:
        yield "the translated title of a level without one of its own"
    job = rows(document, "profiles")["P1"]
    if job["attributes"] != {"effort": 0, "note": "a \U0001F600"}:
        yield f"values of attributes: {job['attributes']}"
    core = document["dependencies"][0]
    said = [core.get(name) for name in ("languages", "publisher", "license", "uri", "withRules", "translations")]
    if said != [["de", "en"], "Lender", "CC-BY-4.0", "https://core.example/", True, {"en": {"title": "The core"}}]:
        yield f"what is said of another framework: {core}"
    if rows(document, "competencies")["Ehre"]["translations"] != {"en": {"title": "Honour"}}:
        yield "the translations of another framework's record"
    required = {row["competency"]: row["origins"] for row in job["requirements"]}
    weights = [origin.get("weight") for origin in required["easily.lost.C1"]]
    if weights != [0.25, 2, 3]:
        yield f"the weights of origins: {weights}"


def check_package(tally, cadre, package, folder):
    for drafts in ([], ["--drafts"]):
        name = f"{package.name}{' with drafts' if drafts else ''}"
        out = folder / name
        command = [cadre, "build", "-q", package, "-o", out, "--emit", "json,ndjson", *drafts]
        done = subprocess.run(command, capture_output=True)
        if not tally.check(f"{name}: builds", [done.stderr.decode()] if done.returncode else []):
            continue
        tally.check(f"{name}: schema", [] if load(out / "framework.schema.json") == load(SCHEMA_FILE) else ["another one"])
        schema = load(out / "framework.schema.json")
        document = check_document(tally, Schema(schema), name, out / "framework.json")
        check_stream(tally, Lines(load(out / "framework.ndjson.schema.json"), schema), out / "framework.ndjson", [])
        if package.name == "easily-lost" and document:
            tally.check(f"{name}: nothing is lost", lost(document))


def main(arguments):
    tally = Tally()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        package = folder / "easily-lost"
        files = {"easily-lost/main.cadre": EASILY_LOST, "easily-lost/cadre.toml": MANIFEST, "core/core.cadre": CORE}
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        for path in [package, *map(Path, arguments[1:])]:
            check_package(tally, arguments[0], path, folder / "out")
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
