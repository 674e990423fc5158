"""Reads what `--emit xlsx` writes with openpyxl and compares it with framework.json of the same build;
builds again at another time, in another time zone, and compares the bytes.

usage: xlsx_test.py CADRE [--onet]

Exits 77 (skipped) where openpyxl is absent, and with --onet where the tables of O*NET are.
"""
import os
import re
import sys
import time
import xml.etree.ElementTree
import zipfile

from packages import SKIPPED, build, check_report, document, files_below, run
from silence import check_silence

try:
    import openpyxl
except ImportError:
    print("skipped: there is no openpyxl")
    sys.exit(SKIPPED)



def rows_of(sheet) -> list[dict]:
    rows = list(sheet.iter_rows())
    names = [cell.value for cell in rows[0]]
    return [dict(zip(names, row)) for row in rows[1:]]


def family_root(model: dict, family: str) -> str:
    parents = {each["id"]: each.get("parent") for each in model["families"]}
    while parents[family]:
        family = parents[family]
    return family


def level_cell(requirement: dict, importance: str, competency: dict, model: dict):
    """The value and the form of number that the cell of a requirement has."""
    suffix = "" if importance == "essential" else f" ({importance})"
    level = requirement.get("level")
    if level is None:
        return "✓" + suffix, None
    if isinstance(level, str):
        scale = next(each for each in model["scales"] if each["id"] == competency["scale"])
        titles = {each["id"]: each.get("title", each["id"]) for each in scale["levels"]}
        return titles[level] + suffix, None
    return level, "General" + (f'"{suffix}"' if suffix else "")


def check_level(check, cell, requirement: dict, importance: str, competency: dict, model: dict, fills: dict) -> None:
    """`importance` is what the cell is to say of it, which in a list is nothing: it has a column there."""
    value, form = level_cell(requirement, importance, competency, model)
    check.equal(cell.value, value, f"level of {competency['id']}")
    check(cell.data_type == ("s" if isinstance(value, str) else "n"), f"{cell.coordinate} is {cell.data_type}")
    if form:
        check.equal(cell.number_format, form, "form of a number")
    check.equal(cell.fill.patternType, "solid", f"fill of {cell.coordinate}")
    check.equal(cell.font.b, importance == "essential", f"bold of {cell.coordinate}")
    colour = cell.fill.fgColor.rgb
    check(fills.setdefault((competency.get("scale"), requirement.get("level")), colour) == colour,
          f"{cell.coordinate} has the colour of its level")


def check_form(check, book) -> None:
    names = book.sheetnames
    check.equal(len({name.casefold() for name in names}), len(names), "names of sheets are distinct")
    for sheet in book:
        check(0 < len(sheet.title) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", sheet.title), f"name {sheet.title}")
        check(sheet.title.casefold() != "history", "no sheet is called History")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                check(cell.data_type in "sn", f"{sheet.title}!{cell.coordinate} is of type {cell.data_type}")
        if sheet.title == "About":
            continue
        check.equal(sheet.freeze_panes, "B2", f"frozen panes of {sheet.title}")
        check.equal(sheet.auto_filter.ref, sheet.dimensions, f"filter of {sheet.title}")
        check(all(cell.font.b and cell.value for cell in sheet[1]), f"head of {sheet.title}")
    for link in book["About"]._hyperlinks:
        place = link.location or ""
        target = place.rsplit("!", 1)[0].removeprefix("'").removesuffix("'").replace("''", "'")
        check(target in names, f"the first sheet leads to {target}")


def matrices(book) -> list:
    lists = {"About", "Profiles", "Competencies", "Requirements"}
    return [sheet for sheet in book if sheet.title not in lists and sheet["A1"].value == "Competency"]


def check_matrices(check, book, model: dict, fills: dict) -> None:
    competencies = {each["id"]: each for each in model["competencies"]}
    groups = {}
    for profile in model["profiles"]:
        root = family_root(model, profile["family"]) if "family" in profile else None
        groups.setdefault(root, []).append(profile)
    order = [each["id"] for each in model["families"]]
    ordered = sorted(groups, key=lambda root: order.index(root) if root else len(order))
    sheets = matrices(book)
    if not check.equal(len(sheets), len(groups), "matrices"):
        return
    notes = 0
    for root, sheet in zip(ordered, sheets):
        head = [cell.value for cell in sheet[1]][3:]
        profiles = groups[root]
        check.equal(len(head), len(profiles), f"profiles of {sheet.title}")
        rows = {}
        for row in list(sheet.iter_rows())[1:]:
            rows[row[0].value] = row
        shared = [competencies[each]["title"].casefold() for each in
                  {each["competency"] for profile in profiles for each in profile["requirements"]}]
        filled = sum(cell.value is not None for row in rows.values() for cell in row[3:])
        check.equal(filled, sum(len(profile["requirements"]) for profile in profiles), f"cells of {sheet.title}")
        for column, profile in enumerate(profiles, 3):
            check(head[column - 3].startswith(profile["title"]), f"column of {profile['id']}")
            for requirement in profile["requirements"]:
                competency = competencies[requirement["competency"]]
                title = competency["title"]
                name = title if shared.count(title.casefold()) == 1 else f"{title} ({competency['id']})"
                if not check(name in rows, f"row of {competency['id']} in {sheet.title}"):
                    continue
                cell = rows[name][column]
                check_level(check, cell, requirement, requirement["importance"], competency, model, fills)
                reason = requirement.get("because")
                check.equal(cell.comment.text if cell.comment else None, reason, f"note of {cell.coordinate}")
                notes += reason is not None
    check.equal(notes, sum("because" in each for profile in model["profiles"] for each in profile["requirements"]), "notes")


def check_lists(check, book, model: dict, fills: dict) -> None:
    competencies = {each["id"]: each for each in model["competencies"]}
    if not model["profiles"]:
        check("Requirements" not in book.sheetnames and "Profiles" not in book.sheetnames, "lists without profiles")
    else:
        wanted = [(profile, each) for profile in model["profiles"] for each in profile["requirements"]]
        rows = rows_of(book["Requirements"])
        check.equal(len(rows), len(wanted), "requirements")
        for row, (profile, requirement) in zip(rows, wanted):
            competency = competencies[requirement["competency"]]
            check.equal(row["Profile id"].value, profile["id"], "profile")
            check.equal(row["Competency id"].value, competency["id"], "competency")
            check.equal(row["Competency"].value, competency["title"], "title")
            check_level(check, row["Level"], requirement, "essential", competency, model, fills)
            check.equal(row["Importance"].value, requirement["importance"], "importance")
            check.equal(row["Weight"].value, requirement.get("weight"), "weight")
            check.equal(row["Reason"].value, requirement.get("because"), "reason")
            check.equal(row["Comes from"].value.count("\n") + 1, len(requirement["origins"]), "origins")
        rows = rows_of(book["Profiles"])
        check.equal([row["Profile id"].value for row in rows], [each["id"] for each in model["profiles"]], "profiles")
        titles = {each["id"]: each["title"] for each in model["attributes"]}
        for row, profile in zip(rows, model["profiles"]):
            check.equal(row["Profile"].value, profile["title"], "title of a profile")
            check.equal(row["About"].value, profile.get("about"), "about")
            check.equal(row["Requirements"].value, len(profile["requirements"]), "number of requirements")
            for attribute, value in profile.get("attributes", {}).items():
                key = next(key for key in titles if key == attribute or key.endswith("." + attribute))
                cell = row.get(f"{titles[key]} ({key})", row.get(titles[key]))
                if check(cell is not None, f"column of {attribute}"):
                    check.equal(cell.value, {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value, attribute)
    if not model["competencies"]:
        return check("Competencies" not in book.sheetnames, "list without competencies")
    rows = rows_of(book["Competencies"])
    check.equal([row["Competency id"].value for row in rows], [each["id"] for each in model["competencies"]], "list")
    for row, competency in zip(rows, model["competencies"]):
        check.equal(row["About"].value, competency.get("about"), "about")
        check.equal(row["Code"].value, competency.get("code"), "code is a text")
        names = list(row)
        cells = [row[name].value or "" for name in names[names.index("Indicators"):]]
        lines = sorted(line for cell in cells for line in cell.split("\n") if line)
        texts = sorted("• " + each["text"] for holder in [competency, *competency.get("levels", [])]
                       for each in holder.get("indicators", []))
        check.equal(lines, texts, f"indicators of {competency['id']}")


def check_about(check, book, model: dict, losses: dict) -> None:
    sheet = book["About"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    check.equal(cells[0][0], model["framework"]["title"], "title of the first sheet")
    check(["Framework id", model["framework"]["id"]] in cells, "id on the first sheet")
    check.equal([row[0] for row in cells if row[0] in book.sheetnames and row[0] != "About"][:len(book.sheetnames) - 1],
                book.sheetnames[1:], "the first sheet lists the others")
    for row in losses.values():
        check([row["count"], f"{row['words']}: {row['reason']}"] in cells, f"{row['what']} on the first sheet")


def check_archive(check, data: str) -> None:
    with zipfile.ZipFile(data) as archive:
        check.equal({entry.date_time for entry in archive.infolist()}, {(1980, 1, 1, 0, 0, 0)}, "times in the archive")
        for name in archive.namelist():
            xml.etree.ElementTree.fromstring(archive.read(name))
        core = archive.read("docProps/core.xml").decode()
        check.equal(re.findall(r">(\d{4}-[^<]*)<", core), ["1980-01-01T00:00:00Z"] * 2, "times of the document")


def everything(book) -> str:
    """All texts of all cells."""
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
                     if cell is not None)


def test(cadre: str, package: str, out: str, check) -> None:
    build(cadre, package, out, "xlsx,json", TZ="Asia/Tokyo")
    path = os.path.join(out, "xlsx", "framework.xlsx")
    check_archive(check, path)
    book = openpyxl.load_workbook(path)
    model = document(out)
    fills = {}
    check_form(check, book)
    check_matrices(check, book, model, fills)
    check_lists(check, book, model, fills)
    losses = check_report(check, out, "xlsx", "xlsx")
    check_about(check, book, model, losses)
    check_silence(check, model, everything(book), losses)
    if "marketing" in out:
        time.sleep(2.1)  # A zip archive counts in steps of two seconds.
    build(cadre, package, out + "-again", "xlsx", TZ="America/Lima")
    check(files_below(os.path.join(out, "xlsx")) == files_below(os.path.join(out + "-again", "xlsx")),
          "a second build writes the same bytes")


sys.exit(run(test, sys.argv[1:]))
