"""Checks the word lists that the linter reads: their form, their order, and that they agree.

usage: word_lists.py RUNTIME_LINT_FOLDER

Prints each breach as `path:line: what is wrong` and closes with `N passed, N failed`, counted in
things checked. Needs nothing beyond Python's own library.
"""
import sys
import unicodedata
from pathlib import Path

MATCHES = ["word", "lemma", "stem", "case"]
CLASSES = ["remember", "understand", "apply", "analyse", "evaluate", "create", "-"]
KINDS = ["third", "thirds", "past", "participle", "gerund", "plural"]
WORD_CLASSES = ["determiner", "pronoun", "preposition", "conjunction", "auxiliary", "be", "have", "modal",
                "negation", "adverb", "particle", "number"]
# Lists of which a word may stand in one alone: two would contradict, or report one fault twice.
APART = [
    ("idioms", "figures-of-speech"),
    ("masculine-coded", "feminine-coded"),
    ("management-titles", "individual-titles"),
    ("product-names", "common-acronyms"),
    ("knowledge-prefixes", "skill-prefixes", "ability-prefixes"),
    ("vague-verbs", "ability-hedges", "autonomy"),
    ("empty-adverbs", "trivialisers", "frequencies", "vague-adjectives", "vague-quantities", "open-ended",
     "proficiency-words", "exceptions"),
    # What is left out of a comparison cannot be what tells two levels apart.
    ("stop-words", "degree-words"),
    ("stop-words", "frequencies"),
    ("stop-words", "negations"),
    ("gendered-words", "ableist-words", "age-culture"),
]
# Lists of words that no advice may advise.
UNADVISABLE = ["vague-verbs", "empty-adverbs", "vague-adjectives", "trivialisers", "open-ended"]
# Pronouns that stand before a verb without which it is another one.
REFLEXIVE = ["s'", "se"]
# Lists for questions that English does not ask: there verbs.tsv counts how often a word is a noun.
NOT_ENGLISH = {"verb-like-nouns.txt"}
NEEDED = ["verbs.tsv", "irregular.tsv", "function-words.tsv", "vague-verbs.txt", "stop-words.txt"]


class Report:
    def __init__(self):
        self.good, self.bad = 0, 0

    def check(self, holds: bool, path: Path, line: int, message: str) -> None:
        self.good += holds
        if not holds:
            self.bad += 1
            print(f"{path}:{line}: {message}")


class Row:
    """A line that says something, with its number."""

    def __init__(self, number: int, text: str):
        self.number, self.text = number, text


def read_rows(path: Path, report: Report) -> tuple[list[str], list[Row]]:
    """The comments of a file and its rows; what holds of every file is checked here."""
    text = path.read_text(encoding="utf-8")
    report.check(text.endswith("\n") and "\r" not in text, path, 1, "does not end its lines with a line feed")
    report.check(unicodedata.normalize("NFC", text) == text, path, 1, "is not in normal form C")
    comments, rows = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            comments.append(line)
            report.check(not rows, path, number, "a comment stands behind the head")
        elif line:
            rows.append(Row(number, line))
    report.check(any("Source" in line for line in comments), path, 1, "names no source at its head")
    report.check(bool(rows), path, 1, "is empty")
    for before, row in zip(rows, rows[1:]):
        report.check(before.text.encode() < row.text.encode(), path, row.number,
                     f"`{row.text}` is not behind `{before.text}` in byte order")
    return comments, rows


# ---- Lists ----------------------------------------------------------------------------------------

def take_apart(text: str) -> tuple[str, list[str]]:
    """An entry and what to write instead; the note is left out."""
    text = text.split(" : ")[0]
    entry, _, instead = text.partition(" ->")
    return entry, [each.strip() for each in instead.split("|") if each.strip()]


def read_list(path: Path, report: Report) -> dict[str, tuple[int, list[str]]]:
    comments, rows = read_rows(path, report)
    matches = [line.split()[2] for line in comments if line.startswith("#! match ") and len(line.split()) == 3]
    heads = [line for line in comments if line.startswith("#!")]
    report.check(len(heads) == len(matches) <= 1 and all(match in MATCHES for match in matches), path, 1,
                 f"`#!` is followed by `match` and one of: {', '.join(MATCHES)}")
    report.check(any("What belongs here" in line for line in comments), path, 1, "does not say what belongs in it")
    entries = {}
    for row in rows:
        entry, instead = take_apart(row.text)
        report.check(row.text == row.text.strip() and "  " not in row.text and "\t" not in row.text, path,
                     row.number, "has spaces to spare")
        report.check("case" in matches or entry == entry.lower(), path, row.number, f"`{entry}` is not in lower case")
        report.check("…" not in entry or all(entry.partition(" … ")[::2]) and entry.count("…") == 1, path, row.number,
                     f"`{entry}` has a gap that does not stand between two words")
        report.check(bool(entry) and entry not in entries, path, row.number, f"`{entry}` stands here twice")
        entries[entry] = (row.number, instead)
    if path.stem == "autonomy":
        for row in rows:
            report.check(row.text.rpartition(" : ")[2] in ("1", "2", "3", "4"), path, row.number,
                         "has no rank from 1 to 4")
    return entries


# ---- Tables ---------------------------------------------------------------------------------------

def read_table(path: Path, columns: int, report: Report) -> list[tuple[int, list[str]]]:
    _, rows = read_rows(path, report)
    cells = [(row.number, row.text.split("\t")) for row in rows]
    for number, row in cells:
        report.check(len(row) == columns and all(row), path, number, f"has not {columns} columns")
        report.check(row[0] == row[0].lower() == row[0].strip(), path, number, f"`{row[0]}` is not in lower case")
    return [(number, row) for number, row in cells if len(row) == columns]


def check_verbs(folder: Path, report: Report) -> set[str]:
    path, verbs = folder / "verbs.tsv", set()
    for number, (base, kind, *counts) in read_table(path, 5, report):
        report.check(base not in verbs, path, number, f"`{base}` stands here twice")
        report.check(kind in CLASSES, path, number, f"`{kind}` is no class")
        report.check(all(count.isdigit() for count in counts), path, number, "a count is no number")
        verbs.add(base)
    return verbs


def check_irregular(folder: Path, verbs: set[str], report: Report) -> None:
    path, pairs = folder / "irregular.tsv", set()
    for number, (form, base, kinds) in read_table(path, 3, report):
        report.check((form, base) not in pairs, path, number, f"`{form}` of `{base}` stands here twice")
        pairs.add((form, base))
        names = kinds.split(",")
        report.check(all(name in KINDS for name in names), path, number, f"`{kinds}` are no kinds")
        report.check(names == sorted(set(names), key=(KINDS + names).index), path, number,
                     f"kinds go in this order: {', '.join(KINDS)}")
        report.check(names == ["plural"] or base in verbs, path, number, f"`{base}` is not in verbs.tsv")


def check_function_words(folder: Path, report: Report) -> None:
    path = folder / "function-words.tsv"
    for number, (word, kind) in read_table(path, 2, report):
        report.check(kind in WORD_CLASSES, path, number, f"`{kind}` is no class of words")
        report.check(" " not in word, path, number, f"`{word}` is not one word")


# ---- Agreement ------------------------------------------------------------------------------------

def check_apart(folder: Path, lists: dict, report: Report) -> None:
    for group in APART:
        for first in group:
            for second in group[group.index(first) + 1:]:
                for entry in sorted(set(lists.get(first, ())) & set(lists.get(second, ()))):
                    report.check(False, folder / f"{second}.txt", lists[second][entry][0],
                                 f"`{entry}` stands in {first}.txt too")
                report.check(True, folder, 1, "")


def check_advice(folder: Path, lists: dict, report: Report) -> None:
    unadvisable = {entry: name for name in UNADVISABLE for entry in lists.get(name, ())}
    for name, entries in lists.items():
        for entry, (number, instead) in entries.items():
            for advice in instead:
                report.check(advice.lower() not in unadvisable and advice != entry, folder / f"{name}.txt", number,
                             f"advises `{advice}`, which {unadvisable.get(advice.lower(), name)}.txt reports")


def check_vague_verbs(folder: Path, lists: dict, verbs: set[str], report: Report) -> None:
    for entry, (number, instead) in lists.get("vague-verbs", {}).items():
        words = [word for word in entry.split() if word not in REFLEXIVE]
        first = words[0] if words else entry
        report.check(first in verbs, folder / "vague-verbs.txt", number, f"`{first}` is not in verbs.tsv")


def check_language(folder: Path, report: Report) -> None:
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    report.check(not missing, folder, 1, f"lacks {', '.join(missing)}")
    if missing:
        return
    verbs = check_verbs(folder, report)
    check_irregular(folder, verbs, report)
    check_function_words(folder, report)
    lists = {path.stem: read_list(path, report) for path in sorted(folder.glob("*.txt"))
             if path.name != "WORDNET-LICENSE.txt"}
    check_apart(folder, lists, report)
    check_advice(folder, lists, report)
    check_vague_verbs(folder, lists, verbs, report)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    root, report = Path(sys.argv[1]), Report()
    languages = sorted(path for path in root.iterdir() if path.is_dir())
    report.check(bool(languages), root, 1, "holds no language")
    for folder in languages:
        check_language(folder, report)
        known = {path.name for path in (root / "en").iterdir()}
        for path in folder.iterdir():
            report.check(path.name in known | NOT_ENGLISH, path, 1, "is a list that English does not have")
    print(f"{report.good} passed, {report.bad} failed")
    return 1 if report.bad else 0


if __name__ == "__main__":
    sys.exit(main())
