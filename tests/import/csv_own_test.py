"""Imports what `--emit csv` writes into csv/sheets by the map that is guessed for it, and compares what both
packages publish: what a spreadsheet can hold comes back as it was. Also: what ends an import, and how.

usage: csv_own_test.py CADRE
"""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHEETS = ["competencies.csv", "matrix.csv", "requirements.csv"]

PLAIN = """framework acme.plain "Plain" {
  version  "1.0.0"
  language en
  scale    Skill
}
scale Skill "Skill" {
  level Basic  "Basic"
  level Expert "Expert"
}
category Talking "Talking" {
  category Media "Media"
}
category Writing "Writing"
competency Words "Words" {
  in Talking.Media, Writing
  level Basic  { - Writes a letter. }
  level Expert { - Writes a book. }
}
competency Wording "Words" {
  in Writing
  level Basic { - Picks words. }
}
competency Sums "-2+3 Sums" { level Basic { - =1+1 is two. } }
family Office "Office" {
  family Front "Front"
}
profile Boss "-2+3 Boss" {
  family Office
  requires Words at Expert desired weight 30 because "@law says so"
  requires Sums  at Basic
}
profile Clerk "Clerk" {
  family Office.Front
  requires Words   at Basic
  requires Wording at Basic optional
}
"""

# No scale: a competency is had or not.
BARE = """framework acme.bare "Bare" {
  version  "1.0.0"
  language en
}
competency Feeding "Feeding" {
  - Feeds lions.
  - Feeds bears.
}
competency Cleaning "Cleaning"
profile Keeper "Keeper" {
  requires Feeding  desired because "lions are hungry"
  requires Cleaning weight 3
}
"""

# Levels in an order that their words do not have, and one that no list of words has.
ODD = """framework acme.odd "Odd" {
  version  "1.0.0"
  language en
  scale    Odd
}
scale Odd "Odd" {
  level Expert "Expert"
  level Walrus "Walrus, really"
  level Basic  "Basic"
}
competency Diving "Diving" {
  level Expert { - Sinks. }
  level Walrus { - Floats. }
}
competency Fishing "Fishing" { level Basic { - Waits. } }
profile Seal "Seal" {
  requires Diving  at Walrus
  requires Fishing at Basic desired
}
profile Pup "Pup" { requires Diving at Expert }
"""

NUMBERS = """framework acme.numbers "Numbers" {
  version  "1.0.0"
  language en
  scale    Rating
}
scale Rating "Rating" numeric 0..5
competency Swimming "Swimming" {
  level 1   { - Floats. }
  level 3.5 { - Dives. }
}
competency Saving "Saving"
profile Guard "Guard" {
  requires Swimming at 4.5
  requires Saving   at 0 desired
}
profile Boss "Boss" { requires Saving at 2 }
"""

SEVERAL = """framework acme.several "Several" {
  version  "1.0.0"
  language en
}
scale One "One" { level Low "Low" level High "High" }
scale Two "Two" { level Few "Few" level Many "Many" }
competency Talking "Talking" {
  scale One
  level Low { - Nods. }
}
competency Counting "Counting" {
  scale Two
  level Many { - Counts sheep. }
}
profile Clerk "Clerk" {
  requires Talking  at Low
  requires Counting at Many
}
"""


def run(cadre: str, *arguments: str, cwd: str) -> None:
    done = subprocess.run([cadre, *arguments], cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode:
        sys.exit(f"cadre {' '.join(arguments)} ends with {done.returncode}:\n{done.stderr}")


def published(cadre: str, package: str, out: str, work: str) -> dict:
    run(cadre, "build", "-q", package, "-o", out, "--emit", "csv,json", cwd=work)
    with open(os.path.join(work, out, "framework.json"), encoding="utf-8") as stream:
        return json.load(stream)


def trails(framework: dict, table: str) -> dict[str, str]:
    """The titles from the widest group to each one."""
    groups = {it["id"]: it for it in framework.get(table, [])}
    def trail(key: str) -> str:
        parent = groups[key].get("parent")
        return (trail(parent) + " / " if parent else "") + groups[key]["title"]
    return {key: trail(key) for key in groups}


def indicators(holder: dict) -> list[str]:
    return [it["text"] for it in holder.get("indicators", [])]


def contents(framework: dict) -> dict:
    """What spreadsheets hold of it, by titles; of things of one title, all of them."""
    categories, families = trails(framework, "categories"), trails(framework, "families")
    titles = {it["id"]: it["title"] for it in framework["competencies"]}
    levels = {level["id"]: level["title"] for scale in framework["scales"] for level in scale.get("levels", [])}
    listed = sorted(
        [it["title"], sorted(categories[c] for c in it.get("categories", [])), indicators(it),
         [[levels.get(level["level"], level["level"]), indicators(level)] for level in it.get("levels", [])]]
        for it in framework["competencies"])
    competencies: dict = {}
    for title, *rest in listed:
        competencies.setdefault(title, []).append(rest)
    profiles = {}
    for it in framework["profiles"]:
        profiles[it["title"]] = [families.get(it.get("family"), ""), sorted(
            [titles[r["competency"]], levels.get(r.get("level"), r.get("level")), r["importance"], r.get("weight"),
             r.get("because")] for r in it.get("requirements", []))]
    return {"competencies": competencies, "profiles": profiles}


def compare(name: str, one: object, other: object, wrong: list[str]) -> None:
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            compare(f"{name}/{key}", one.get(key), other.get(key), wrong)
    else:
        wrong.append(f"{name}:\n  was {json.dumps(one, ensure_ascii=False)}\n  is  {json.dumps(other, ensure_ascii=False)}")


def play(cadre: str, name: str, package: str, work: str) -> list[str]:
    wrong: list[str] = []
    first = published(cadre, package, f"{name}-first", work)
    sheets = [os.path.join(f"{name}-first", "csv", "sheets", it) for it in SHEETS]
    run(cadre, "import", "csv", *sheets, "--guess", "-o", f"{name}-back", cwd=work)
    second = published(cadre, f"{name}-back", f"{name}-second", work)
    compare(name, contents(first), contents(second), wrong)
    return wrong + check_edited(cadre, name, sheets, work)


def check_edited(cadre: str, name: str, sheets: list[str], work: str) -> list[str]:
    """A package that was edited is not imported into again, and the reason is said."""
    with open(os.path.join(work, f"{name}-back", "profiles.cadre"), "a", encoding="utf-8") as stream:
        stream.write("// mine\n")
    done = subprocess.run([cadre, "import", "csv", *sheets, "--guess", "-o", f"{name}-back"], cwd=work,
                          capture_output=True, text=True, timeout=60, check=False)
    said = "`profiles.cadre` was edited since the import" in done.stderr
    return [] if done.returncode == 2 and said else [f"{name}: an edited package: {done.returncode}, {done.stderr}"]


def asks(cadre: str, sheets: list[str], work: str, what: str) -> tuple[str, list[str]]:
    """The map that is guessed, and what is wrong where it does not ask for that, or is used unasked."""
    guessed = subprocess.run([cadre, "import", "csv", *sheets, "--guess"], cwd=work, capture_output=True, text=True,
                             timeout=60, check=True).stdout
    used = subprocess.run([cadre, "import", "csv", *sheets, "--guess", "-o", "unasked"], cwd=work, capture_output=True,
                          text=True, timeout=60, check=False)
    wrong = [] if f"# CHECK: {what}" in guessed.replace("`competencies.csv`: ", "") else [f"no `{what}` in:\n{guessed}"]
    return guessed, wrong + ([] if used.returncode == 1 and "[E0830]" in used.stderr else [used.stderr])


def check_numbers(cadre: str, package: str, work: str) -> list[str]:
    """A numeric scale comes back once its range is said; several scales are doubted."""
    first = published(cadre, package, "numbers-first", work)
    sheets = [os.path.join("numbers-first", "csv", "sheets", it) for it in SHEETS]
    guessed, wrong = asks(cadre, sheets, work, "where the scale begins and ends")
    with open(os.path.join(work, "numbers.toml"), "w", encoding="utf-8") as stream:
        stream.write(guessed.replace("range = [0, 4.5]", "range = [0, 5]"))
    run(cadre, "import", "csv", *sheets, "--map", "numbers.toml", "-o", "numbers-back", cwd=work)
    second = published(cadre, "numbers-back", "numbers-second", work)
    compare("numbers", contents(first), contents(second), wrong)
    ranges = [[it["minimum"], it["maximum"]] for it in (first["scales"] + second["scales"])]
    return wrong + ([] if ranges[0] == ranges[1] else [f"numbers: {ranges}"])


def check_several(cadre: str, package: str, work: str) -> list[str]:
    published(cadre, package, "several-first", work)
    sheets = [os.path.join("several-first", "csv", "sheets", it) for it in SHEETS]
    return asks(cadre, sheets, work, "that the scales `One`, `Two` become one")[1]


def check_exit(cadre: str, work: str) -> list[str]:
    """What is wrong with a table ends with 1, also where no line of it can be shown."""
    wrong = []
    for code, content in {"E0835": b"\xef\xbb\xbf", "E0836": b"\x89PNG\r\n", "E0833": b"PK\x03\x04"}.items():
        with open(os.path.join(work, "odd.csv"), "wb") as stream:
            stream.write(content)
        done = subprocess.run([cadre, "import", "csv", "odd.csv", "--guess"], cwd=work, capture_output=True, text=True,
                              timeout=60, check=False)
        if done.returncode != 1 or done.stdout or f"[{code}]" not in done.stderr:
            wrong.append(f"{code}: ends with {done.returncode}: {done.stdout}{done.stderr}")
    return wrong


def main() -> int:
    cadre = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as work:
        packages = {}
        sources = {"plain": PLAIN, "bare": BARE, "odd": ODD, "numbers": NUMBERS, "several": SEVERAL}
        for name, source in sources.items():
            packages[name] = os.path.join(work, name)
            os.mkdir(packages[name])
            with open(os.path.join(packages[name], f"{name}.cadre"), "w", encoding="utf-8") as stream:
                stream.write(source)
        examples = os.path.join(HERE, "..", "..", "examples")
        wrong = play(cadre, "marketing", os.path.join(examples, "marketing"), work)
        for name in ["plain", "bare", "odd"]:
            wrong += play(cadre, name, packages[name], work)
        wrong += check_numbers(cadre, packages["numbers"], work)
        wrong += check_several(cadre, packages["several"], work)
        wrong += check_exit(cadre, work)
    for it in wrong:
        print(it)
    print(f"{len(wrong)} differences")
    return 1 if wrong else 0


sys.exit(main())
