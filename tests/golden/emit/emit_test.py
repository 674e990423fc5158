"""Compares what `cadre build` writes with what was reviewed.

usage: emit_test.py CADRE DIR [--update]

Each folder of DIR is a case: `input.cadre`, and in `expected/` the JSON, the pages of the site, the
rows of the database as text (`rows.txt`), the CSV for people, Markdown, and all reports of what was lost. The database made by the script must hold the same
rows, and a second build the same bytes. --update writes `expected/` anew: read the difference.
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

OUTPUTS = "json,html,sql,sqlite,csv,xlsx,markdown"


def files_below(top: str) -> dict[str, bytes]:
    out = {}
    for folder, _, files in os.walk(top):
        for name in files:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                out[os.path.relpath(path, top)] = file.read()
    return out


def rows_of(database: sqlite3.Connection) -> bytes:
    lines = []
    tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    for (table,) in tables.fetchall():
        cursor = database.execute(f'SELECT * FROM "{table}"')
        columns = [column[0] for column in cursor.description]
        for row in sorted(cursor.fetchall(), key=repr):
            cells = [f"{name}={value!r}" for name, value in zip(columns, row) if value is not None]
            lines.append(f"{table}: " + ", ".join(cells))
    return ("\n".join(lines) + "\n").encode()


def build(cadre: str, source: str, out: str) -> dict[str, bytes]:
    subprocess.run([cadre, "build", "-q", source, "-o", out, "--emit", OUTPUTS], check=True)
    files = files_below(out)
    script = sqlite3.connect(":memory:")
    script.executescript(files["sql/sqlite.sql"].decode())
    database = sqlite3.connect(os.path.join(out, "framework.sqlite"))
    if rows_of(script) != rows_of(database):
        sys.exit(f"{source}: the script and the database differ")
    kept = {name: data for name, data in files.items()
            if name == "framework.json" or name.startswith("site") and name.endswith(".html")
            or name.startswith(("csv/sheets/", "markdown/")) or "/fidelity." in name}
    kept["rows.txt"] = rows_of(database)
    return kept


def main() -> int:
    cadre, top = sys.argv[1:3]
    update = "--update" in sys.argv
    failed = 0
    cases = sorted(name for name in os.listdir(top) if os.path.isdir(os.path.join(top, name)))
    for case in cases:
        source = os.path.join(top, case, "input.cadre")
        expected = os.path.join(top, case, "expected")
        with tempfile.TemporaryDirectory() as work:
            got = build(cadre, source, os.path.join(work, "once"))
            if got != build(cadre, source, os.path.join(work, "twice")):
                sys.exit(f"{case}: a second build differs")
        if update:
            shutil.rmtree(expected, ignore_errors=True)
            for name, data in got.items():
                path = os.path.join(expected, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(data)
            continue
        wanted = files_below(expected)
        different = sorted(name for name in got.keys() | wanted.keys() if got.get(name) != wanted.get(name))
        for name in different:
            print(f"FAIL {case}: {name} is not as expected")
        if different:
            print(f"  look again: {os.path.relpath(__file__)} {cadre} {os.path.relpath(top)} --update; git diff")
        failed += bool(different)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
