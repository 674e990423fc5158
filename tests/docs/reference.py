"""Checks that the language reference is complete, against the compiler's own tables."""
import os
import re

FOLDER = "docs/language/"
INDEX = FOLDER + "index.md"
OVERVIEW = FOLDER + "README.md"
# How the tables of items name the blocks of items.def.
OWNERS = {"framework": "Framework", "scale": "Scale", "level of a scale": "ScaleLevel", "kind": "Kind",
          "category": "Category", "attribute": "Attribute", "statements": "Statement",
          "competency": "Competency", "level of a competency": "CompetencyLevel",
          "credential": "Credential", "resource": "Resource", "family": "Family", "profile": "Profile",
          "every profile": "EveryProfile", "path": "Path", "crosswalk": "Crosswalk", "lists": "Bullets"}


def lines_of(root: str, path: str) -> str:
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


# ---- The index -------------------------------------------------------------------------------------

def check_index(root: str, pages: dict, report) -> None:
    """Every keyword has a row, and every row leads to pages that have the word."""
    page = pages.get(INDEX)
    if page is None:
        report.verdict(False, INDEX, 0, "there is no index")
        return
    indexed: set[str] = set()
    for line, text in page.prose:
        cells = re.split(r"(?<!\\)\|", text)[1:-1]
        if len(cells) < 2 or set(text) <= set("|- "):
            continue
        words = re.findall(r"`([^`]+)`", cells[0])
        indexed.update(words)
        targets = [os.path.normpath(FOLDER + target.partition("#")[0])
                   for target in re.findall(r"\]\(([^)]+)\)", text)]
        report.verdict(bool(targets) or not words, INDEX, line, "a row without a link")
        for word in words:
            for target in targets:
                there = target in pages and says(pages[target], word)
                report.verdict(there, INDEX, line, f"`{target}` says nothing of `{word}`")
    reference = [page for path, page in pages.items() if path.startswith(FOLDER) and path != INDEX]
    forms, examples = "", ""
    for page in reference:
        forms += "".join(block.text for block in page.blocks if block.words == ["text"])
        # The items of a table: `about TEXT` in its first cell.
        forms += "".join(text.split("|")[1] + "\n" for _, text in page.prose if text.startswith("|"))
        examples += "".join(block.text for block in page.blocks if block.words == ["cadre"])
    for keyword in re.findall(r'^KEYWORD\(\w+, "([^"]+)"', lines_of(root, "compiler/syntax/tokens.def"), re.M):
        report.verdict(keyword in indexed, INDEX, 0, f"`{keyword}` is missing")
        report.verdict(holds_word(forms, keyword), FOLDER, 0, f"no form shows `{keyword}`")
        report.verdict(holds_word(examples, keyword), FOLDER, 0, f"no example uses `{keyword}`")


def says(page, word: str) -> bool:
    text = "\n".join([line for _, line in page.prose] + [block.text for block in page.blocks])
    return holds_word(text, word) if word[0].isalpha() else word in text


def holds_word(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


# ---- Items -----------------------------------------------------------------------------------------

def check_items(root: str, pages: dict, report) -> None:
    """The tables below `<!-- docs: items once -->` and `… many -->` are items.def."""
    rows, declared = read_items(lines_of(root, "compiler/syntax/items.def"))
    page = pages[OVERVIEW]
    for often in ("once", "many"):
        line = next((line for line, mark in page.marks() if mark == f"items {often}"), None)
        if line is None:
            report.verdict(False, OVERVIEW, 0, f"no table is marked `items {often}`")
            continue
        said = read_table(page.table(line)[1:], declared)
        for word in sorted(said.keys() | rows[often].keys()):
            here, right = said.get(word), rows[often].get(word)
            report.verdict(here == right, OVERVIEW, line,
                           f"`{word}` ({often}) stands in {sorted(right or [])}, not {sorted(here or [])}")


def read_items(text: str) -> tuple[dict[str, dict[str, set[str]]], set[str]]:
    macros = {name: set(re.findall(r"\w+", owners))
              for name, owners in re.findall(r"^#define (\w+) \(([^)]*)\)", text, re.M)}
    rows: dict[str, dict[str, set[str]]] = {"once": {}, "many": {}}
    for word, often, owners in re.findall(r'^ITEM\(\w+, "([^"]+)", (\w+), \w+, ([^)]*)\)', text, re.M):
        all_owners = [macros.get(owner, {owner}) for owner in re.findall(r"\w+", owners)]
        rows[often.lower()][word] = set().union(*all_owners)
    return rows, macros["DECLARED"]


def read_table(rows: list[list[str]], declared: set[str]) -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    for items, blocks in rows:
        owners: set[str] = set()
        for block in split(blocks):
            owners |= declared if block == "all declarations" else {OWNERS.get(block, block)}
        for item in split(items):
            said[item] = said.get(item, set()) | owners
    return said


def split(cell: str) -> list[str]:
    """The parts between commas; what stands in parentheses is for readers."""
    return [part.strip() for part in re.sub(r"\([^)]*\)", "", cell).split(",") if part.strip()]


# ---- Pages -----------------------------------------------------------------------------------------

def check_shape(pages: dict, report) -> None:
    for path, page in pages.items():
        if not path.startswith(FOLDER) or path in (INDEX, OVERVIEW):
            continue
        report.verdict("errors" in page.anchors(), path, 0, "no heading `Errors`")
        blocks = [block.words for block in page.blocks if block.language == "cadre"]
        report.verdict(["cadre"] in blocks, path, 0, "no example that compiles")
        report.verdict(any(words[1:2] == ["fail"] for words in blocks), path, 0, "no example that fails")
