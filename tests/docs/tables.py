"""Compares a table of a page with a framework.json: requirements in effect, and keys."""
import json

# What a table of keys calls a member of a record.
KEYS = {"key": "id", "UUID": "uuid", "address": "iri"}
# Where the records of a declaring word are.
TABLES = {"kind": "kinds", "attribute": "attributes", "scale": "scales", "category": "categories",
          "family": "families", "knowledge": "statements", "skill": "statements", "ability": "statements",
          "task": "statements", "credential": "credentials", "resource": "resources",
          "competency": "competencies", "profile": "profiles", "path": "paths", "crosswalk": "crosswalks"}


def check_table(document: dict, page, line: int, mark: str, report) -> None:
    words = mark.split()
    if words[0] == "requirements" and len(words) == 2:
        wanted = requirements(document, words[1])
    elif words == ["keys"]:
        wanted = keys(document, page.table(line))
    else:
        report.verdict(False, page.path, line, f"`docs: {mark}` means nothing to this test")
        return
    if not document or wanted is None:
        report.verdict(False, page.path, line, f"the package above builds nothing for `{mark}`")
        return
    rows = page.table(line)[1:]
    for row, right in zip(rows + [None] * len(wanted), wanted):
        report.verdict(row == right, page.path, line,
                       f"a row is\n    {json.dumps(row, ensure_ascii=False)}\n  and should be\n"
                       f"    {json.dumps(right, ensure_ascii=False)}")
    report.verdict(len(rows) == len(wanted), page.path, line,
                   f"{len(rows)} rows, and {len(wanted)} are right")


# ---- Requirements ----------------------------------------------------------------------------------

def requirements(document: dict, profile: str) -> list[list[str]] | None:
    """competency, level, importance, weight, because, origins: as the document has them, in order."""
    names = {row["id"]: row["name"] for row in document.get("competencies", [])}
    for row in document.get("profiles", []):
        if row["name"] == profile:
            return [[names[one["competency"]], str(one.get("level", "")), one["importance"],
                     str(one.get("weight", "")), one.get("because", ""),
                     ", ".join(map(origin, one["origins"]))] for one in row["requirements"]]
    return None


def origin(one: dict) -> str:
    if one["kind"] == "rule":
        return "rule " + one["rule"].rpartition("-")[2]
    if one["kind"] == "own":
        return "own line"
    profile = one.get("profile", "").rpartition(".")[2]
    return profile if one["kind"] == "base" else f"lowers in {profile}" if profile else "lowers"


# ---- Keys ------------------------------------------------------------------------------------------

def keys(document: dict, table: list[list[str]]) -> list[list[str]] | None:
    """The rows for what the first cells name: `competency Writing`, `framework`, `- [W-1] …`."""
    wanted = []
    for row in table[1:]:
        record = find(document, row[0])
        if record is None:
            wanted.append([row[0], "is not built"])
        else:
            wanted.append([row[0]] + [record.get(KEYS[column], "") for column in table[0][1:]])
    return wanted or None


def find(document: dict, what: str) -> dict | None:
    word, _, name = what.partition(" ")
    if word == "framework":
        return document.get("framework")
    if word == "-":
        return next((one for one in bullets(document) if shown(one) == name), None)
    return next((row for row in document.get(TABLES.get(word, ""), [])
                 if row.get("name") == name and row.get("sort", word) == word), None)


def shown(bullet: dict) -> str:
    return (f"[{bullet['label']}] " if "label" in bullet else "") + bullet["text"]


def bullets(document: dict):
    for row in document.get("competencies", []):
        yield from row.get("indicators", [])
        for level in row["levels"]:
            yield from level["indicators"]
