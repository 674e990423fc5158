"""Reads what `--emit csv` writes with Python's own csv module and compares it with the database and
with framework.json of the same build.

usage: csv_test.py CADRE [--onet]

Exits 77 (skipped) with --onet where the tables of O*NET are absent.
"""
import csv
import io
import os
import sqlite3
import sys

from packages import build, check_report, document, files_below, run

LEAD = ("=", "+", "-", "@", "\t", "\r", "\n")


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def records(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def check_form(check, name: str, data: bytes) -> None:
    rows = read(data)
    check(data.endswith(b"\r\n") and not data.startswith(b"\xef\xbb\xbf"), f"{name} ends its last line, has no mark")
    check.equal({len(row) for row in rows}, {len(rows[0])}, f"{name}: cells a line")
    check.equal(len(set(rows[0])), len(rows[0]), f"{name}: distinct columns")
    # As RFC 4180 has it, in one way: written again with the same rules, the same bytes.
    again = io.StringIO(newline="")
    for row in rows:
        again.write(",".join(quoted(cell) for cell in row) + "\r\n")
    check(again.getvalue().encode() == data, f"{name} quotes what needs it, and nothing else")


def quoted(cell: str) -> str:
    needs = any(c in cell for c in ',"\r\n') or (cell and (cell[0] in " \t" or cell[-1] in " \t"))
    return '"' + cell.replace('"', '""') + '"' if needs else cell


def same(cell: str, value) -> bool:
    if value is None:
        return cell == ""
    if isinstance(value, float):
        return cell != "" and float(cell) == value
    return cell == str(value)


def check_tables(check, files: dict[str, bytes], database: sqlite3.Connection) -> None:
    tables = {name for (name,) in database.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")}
    found = {name[:-4] for name in files if name.endswith(".csv") and "/" not in name}
    check(found <= tables and {"framework", "requirement", "translation"} <= found, f"tables {found ^ tables}")
    for table in sorted(found):
        rows = read(files[f"{table}.csv"])
        columns = ", ".join(f'"{column}"' for column in rows[0])
        wanted = database.execute(f'SELECT {columns} FROM "{table}"').fetchall()
        check(not any(value == "" for row in wanted for value in row), f"{table} holds an empty text")
        check.equal(len(rows) - 1, len(wanted), f"rows of {table}")

        def order(row):
            return [str(value if value is not None else "") for value in row]
        strings = sorted(rows[1:])
        values = sorted(wanted, key=lambda row: order(normal(row)))
        for got, row in zip(strings, values):
            check(all(same(cell, value) for cell, value in zip(got, row)), f"{table}: {got} is not {row}")


def normal(row):
    return [int(v) if isinstance(v, float) and v == int(v) else v for v in row]


def unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(LEAD) else cell


def titles(model: dict) -> dict[tuple[str, str], str]:
    return {(scale["id"], level["id"]): level.get("title", level["id"])
            for scale in model["scales"] for level in scale.get("levels", [])}


def check_sheets(check, files: dict[str, bytes], model: dict) -> int:
    competencies = {each["id"]: each for each in model["competencies"]}
    level_titles = titles(model)

    def level_of(competency: str, requirement: dict) -> str:
        if "level" not in requirement:
            return ""
        level = requirement["level"]
        if isinstance(level, str):
            return level_titles[competencies[competency]["scale"], level]
        return str(int(level)) if level == int(level) else repr(level)

    wanted = [(profile["id"], requirement) for profile in model["profiles"] if not profile.get("abstract")
              for requirement in profile["requirements"]]
    rows = records(files["sheets/requirements.csv"])
    check.equal(len(rows), len(wanted), "requirements of the long list")
    for row, (profile, requirement) in zip(rows, wanted):
        competency = requirement["competency"]
        check.equal((row["Profile id"], row["Competency id"]), (profile, competency), "requirement")
        check.equal(unguarded(row["Competency"]), competencies[competency].get("title"), "title of a competency")
        level = row["Level"] if isinstance(requirement.get("level"), float | int) else unguarded(row["Level"])
        check.equal(level, level_of(competency, requirement), "level")
        check.equal(row["Importance"], requirement["importance"], "importance")
        check.equal(unguarded(row["Reason"]), requirement.get("because", ""), "reason")
        check.equal(float(row["Weight"] or 0), float(requirement.get("weight", 0)), "weight")

    cells = {}
    matrix = read(files["sheets/matrix.csv"])
    check.equal([row[1] for row in matrix[1:]], [each["id"] for each in model["profiles"] if not each.get("abstract")],
                "profiles of the matrix")
    for row in matrix[1:]:
        filled = [unguarded_level(cell) for cell in row[2:] if cell]
        cells[row[1]] = sorted(filled)
    for profile in model["profiles"]:
        levels = sorted(level_of(each["competency"], each) or "x" for each in profile["requirements"])
        check.equal(cells[profile["id"]], levels, f"cells of {profile['id']}")

    rows = records(files["sheets/competencies.csv"])
    check.equal([row["Competency id"] for row in rows], [each["id"] for each in model["competencies"]], "competencies")
    for row in rows:
        competency = competencies[row["Competency id"]]
        lines = [line for name, cell in row.items() if name not in FIXED for line in unguarded(cell).split("\n") if line]
        texts = [line for holder in [competency, *competency.get("levels", [])]
                 for indicator in holder.get("indicators", []) for line in indicator["text"].split("\n")]
        check.equal(sorted(lines), sorted(texts), f"indicators of {competency['id']}")
    numbers = {str(each) for each in range(-5, 10)}
    sheets = [files[f"sheets/{name}.csv"] for name in ("requirements", "matrix", "competencies")]
    return sum(cell.startswith("'") and cell[1:].startswith(LEAD)
               for sheet in sheets for row in read(sheet) for cell in row if cell not in numbers)


FIXED = ("Competency", "Competency id", "Code", "Kind", "Category", "About", "Status", "Scale")


def unguarded_level(cell: str) -> str:
    return unguarded(cell)


def test(cadre: str, package: str, out: str, check) -> None:
    build(cadre, package, out, "csv,json,sqlite")
    files = files_below(os.path.join(out, "csv"))
    for name, data in files.items():
        if name.endswith(".csv"):
            check_form(check, name, data)
    check_tables(check, files, sqlite3.connect(os.path.join(out, "framework.sqlite")))
    guarded = check_sheets(check, files, document(out))
    losses = check_report(check, out, "csv", "csv")
    check.equal(losses.get("guarded", {"count": 0})["count"], guarded, "guarded cells")
    check.equal(losses["keys"]["count"],
                sum(len(read(data)) > 1 for name, data in files.items() if name.endswith(".csv") and "/" not in name),
                "tables with rows")


sys.exit(run(test, sys.argv[1:]))
