"""Imports tables of real frameworks by the maps of maps/, and compares figures with the tables.

usage: csv_real_test.py CADRE

Exits 77 (skipped) where the tables are absent.
"""
import csv
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BESIDE = os.path.join(HERE, "..", "..", "..", "shared", "data")
DATA = os.environ.get("CADRE_TEST_DATA", BESIDE)


def rows(*path: str) -> list[dict]:
    with open(os.path.join(DATA, *path), encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def build(cadre: str, map_name: str, tables: list[str], work: str) -> dict:
    package, out = os.path.join(work, map_name), os.path.join(work, map_name + "-out")
    subprocess.run([cadre, "import", "csv", *tables, "--map", os.path.join(HERE, "maps", map_name + ".toml"), "-o",
                    package], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([cadre, "fmt", "--check", "-q", package], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([cadre, "build", "-q", package, "-o", out, "--emit", "json"], check=True, stderr=subprocess.DEVNULL)
    with open(os.path.join(out, "framework.json"), encoding="utf-8") as stream:
        framework = json.load(stream)
    kept = os.path.join(package, "not-imported.csv")
    framework["kept"] = []
    if os.path.exists(kept):
        with open(kept, encoding="utf-8-sig", newline="") as stream:
            framework["kept"] = list(csv.DictReader(stream))
    return framework


def check_esco(cadre: str, work: str, wrong: list[str]) -> None:
    names = ["skills_en.csv", "occupations_en.csv", "occupationSkillRelations_en.csv"]
    framework = build(cadre, "esco", [os.path.join(DATA, "esco", "en", name) for name in names], work)
    skills, relations = rows("esco", "en", names[0]), rows("esco", "en", names[2])
    by_code = {it["code"]: it for it in framework["competencies"]}
    for skill in skills:
        found = by_code.get(skill["conceptUri"])
        if not found or found["title"] != " ".join(skill["preferredLabel"].split()):
            wrong.append(f"esco: {skill['conceptUri']} is not what the table says")
    codes = {it["id"]: it["code"] for it in framework["competencies"]}
    required = {(p.get("code"), codes[r["competency"]]): r["importance"]
                for p in framework["profiles"] for r in p.get("requirements", [])}
    told = {(r["occupationUri"], r["skillUri"]): r["relationType"] for r in reversed(relations) if r["occupationUri"]}
    if required != told:
        wrong.append(f"esco: {len(required)} requirements, and the table has {len(told)}; "
                     f"{list(set(required.items()) ^ set(told.items()))[:3]}")


def check_case(cadre: str, work: str, wrong: list[str]) -> None:
    table = rows("case", "ccsso_ela_item.csv")
    framework = build(cadre, "case", [os.path.join(DATA, "case", "ccsso_ela_item.csv")], work)
    titles = {it["code"]: it["title"] for it in framework["competencies"]}
    kept = {(it["row"], it["column"]): it["cell"] for it in framework["kept"]}
    for number, row in enumerate(table, 2):
        title = " ".join(row["fullStatement"].split())
        if titles.get(row["identifier"]) != title and (str(number), "identifier") not in kept and \
                (str(number), "fullStatement") not in kept:
            wrong.append(f"case: row {number} is neither imported nor kept")


def check_digcomp(cadre: str, work: str, wrong: list[str]) -> None:
    path = ("digcomp", "locale", "outcomes", "nl.csv")
    framework = build(cadre, "digcomp", [os.path.join(DATA, *path)], work)
    found = {it["code"]: (it["title"], it["about"]) for it in framework["competencies"]}
    for row in rows(*path):
        if found.get(row["location"]) != (" ".join(row["target"].split()), " ".join(row["source"].split())):
            wrong.append(f"digcomp: {row['location']} is not what the table says")


def main() -> int:
    cadre = os.path.abspath(sys.argv[1])
    checks = {"esco": check_esco, "case": check_case, "digcomp": check_digcomp}
    there = [name for name in checks if os.path.isdir(os.path.join(DATA, name))]
    if not there:
        print(f"skipped: no tables in {DATA}")
        return 77
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as work:
        for name in there:
            checks[name](cadre, work, wrong)
    for line in wrong[:20]:
        print(line)
    print(f"{len(there)} frameworks, {len(wrong)} faults")
    return 1 if wrong else 0


sys.exit(main())
