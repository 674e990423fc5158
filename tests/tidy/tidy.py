"""Checks the laws of the house on the sources: who may include whom, what stays out of the pure
parts, and that every diagnostic is worded, explained and tested.

usage: tidy.py ROOT [--parser CadreParser.cpp]

Prints each breach as `path:line: what is wrong` and closes with `N passed, N failed`, counted in
things checked. Needs nothing beyond Python's own library.
"""
import os
import re
import sys

from sources import Source, find_sources, read

# ---- The dependency law --------------------------------------------------------------------------

# What a folder may include directly; what these may include comes along.
LAW = {
    "support": [],
    "source": ["support"],
    "diag": ["source"],
    "syntax": ["source"],
    "parse": ["syntax", "diag"],
    "format": ["syntax", "diag"],
    "resolve": ["syntax", "diag"],
    "model": ["source"],
    "sema": ["resolve", "model"],
    "prose": ["support"],
    "translation": ["model", "diag"],
    "diff": ["prose", "diag"],
    "lint": ["prose", "diff", "model", "translation", "syntax", "diag"],
    "emit/json": ["model"],
    "emit/html": ["emit/readable", "diff"],
    "emit/relational": ["model"],
    "emit/sql": ["emit/relational"],
    "emit/readable": ["model"],
    "emit/fidelity": ["model"],
    "emit/csv": ["emit/relational", "emit/readable", "emit/fidelity"],
    "emit/xlsx": ["emit/readable", "emit/fidelity"],
    "emit/markdown": ["emit/readable", "emit/fidelity"],
    "emit": ["emit/json", "emit/html", "emit/sql", "emit/csv", "emit/xlsx", "emit/markdown"],
    "import/foreign": ["syntax", "diag"],
    "import/onet": ["import/foreign", "format"],
    "import/sheets": ["import/foreign", "format"],
    "import": ["import/onet", "import/sheets"],
    "ide": ["format", "lint"],
    "query": ["model", "diag"],
    "session": ["parse", "format", "sema", "translation", "lint", "emit"],
    "lsp": ["ide", "session"],
    "git": ["support"],
    "driver": ["lsp", "import", "diff", "git", "query"],
}
# Emitters are siblings, and so are importers; this is all they share beside the folders above that
# none is made of.
SHARED_BY_SIBLINGS = {"emit/": "emit/emitter.h", "import/": "import/importer.h"}


def closure(folder: str) -> set[str]:
    reached = {folder}
    for direct in LAW[folder]:
        reached |= closure(direct)
    return reached


def folder_of(path: str) -> str | None:
    """The folder of the law that a path below compiler/ belongs to: the longest that fits."""
    parts = path.split("/")
    for length in (2, 1):
        folder = "/".join(parts[:length])
        if len(parts) > length and folder in LAW:
            return folder
    return None


def check_includes(source: Source, report) -> None:
    folder = folder_of(source.path)
    if folder is None:
        report(source.name, 1, f"lies in no folder of the dependency law: {source.path}")
        return
    may = closure(folder)
    for number, target in source.includes():
        to = folder_of(target)
        shared = any(folder.startswith(siblings) and target == header
                     for siblings, header in SHARED_BY_SIBLINGS.items())
        if to is None or to in may or shared:
            report.passed()
        else:
            report(source.name, number, f"`{folder}` must not include `{target}`")


# ---- What stays out ------------------------------------------------------------------------------

OUTSIDE_WORLD = re.compile(
    r"std::c(?:out|err|in)\b|\bf?printf\s*\(|\bgetenv\b|std::chrono|\bfopen\b|\b[io]?fstream\b"
    r"|llvm::(?:outs|errs|dbgs)\b|(?<![.>\w])time\s*\(|<iostream>|<chrono>|<filesystem>|\bfs::|std::filesystem")
ANTLR = re.compile(r"antlr4|\bCadre(?:Parser|Lexer)\b")


# What libgit2 calls its own; and the one file that may.
LIBGIT2 = re.compile(r"<git2[./]|\bgit_[a-z]\w*|\bGIT_[A-Z]+_")
LIBGIT2_USER = "git/repository.cpp"


def check_purity(source: Source, report) -> None:
    folder = folder_of(source.path)
    rules = []
    # A repository is a part of the disk.
    if folder not in ("driver", "lsp", "git"):
        rules.append((OUTSIDE_WORLD, "belongs to driver and lsp"))
    if folder != "parse":
        rules.append((ANTLR, "belongs to parse"))
    if source.path != LIBGIT2_USER:
        rules.append((LIBGIT2, f"belongs to {LIBGIT2_USER}"))
    for pattern, reason in rules:
        hits = list(pattern.finditer(source.code))
        for hit in hits:
            report(source.name, source.line_of(hit.start()), f"`{hit.group().strip()}` {reason}")
        if not hits:
            report.passed()


def check_header_comment(source: Source, report) -> None:
    """A header says in its first lines what it takes and gives."""
    if not source.path.endswith(".h"):
        return
    opening = re.match(r"(?://[^\n]*\n)*", source.text).group().count("\n")
    report.verdict(opening >= 2, source.name, 1, "opens with no comment of two lines or more")


MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:work|root|home|Users)/\w")
SKIPPED_FOLDERS = {"build", "tests", "dist"}


def check_machine_paths(root: str, report) -> None:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "node_modules"
                            and not (folder == root and f in SKIPPED_FOLDERS))
        for file in sorted(files):
            if file.startswith("."):
                continue
            path = os.path.join(folder, file)
            hit = MACHINE_PATH.search(read(path))
            line = read(path).count("\n", 0, hit.start()) + 1 if hit else 0
            report.verdict(not hit, os.path.relpath(path, root), line, "names a path of one machine")


# ---- Diagnostics ---------------------------------------------------------------------------------

ROW = re.compile(r'^(ERROR|WARNING|INFO|NOTE)\(\s*(\w+)\s*,\s*((?:"(?:[^"\\]|\\.)*"[\s,]*)+)', re.M)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*,)?')
FORBIDDEN_WORDS = re.compile(r"\b(illegal|invalid|allowed)\b", re.I)
# A message may begin with code, an argument, a number, an acronym (`UTF-8`) or a small letter.
GOOD_START = re.compile(r"[a-z`{\d\"…'\[(]|[A-Z]{2}")


class Row:
    def __init__(self, file: str, line: int, match: re.Match):
        self.file, self.line = file, line
        self.name = match.group(2)
        texts = [""]
        for literal, comma in LITERAL.findall(match.group(3)):
            texts[-1] += literal
            if comma:
                texts.append("")
        texts = [text for text in texts if text]
        self.code = texts[0] if match.group(1) != "NOTE" else None
        self.text = texts[-1]


def read_rows(root: str) -> list[Row]:
    rows = []
    kinds = os.path.join(root, "compiler/diag/kinds")
    for file in sorted(os.listdir(kinds)):
        if not file.endswith(".def") or file == "all.def":
            continue
        text = read(os.path.join(kinds, file))
        for match in ROW.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            rows.append(Row(f"compiler/diag/kinds/{file}", line, match))
    return rows


def check_voice(row: Row, report) -> None:
    text = row.text
    breach = None
    if not GOOD_START.match(text):
        breach = "begins with a capital letter"
    elif text.endswith(".") and not text.endswith(".."):
        breach = "ends with a period"
    elif word := FORBIDDEN_WORDS.search(re.sub(r"`[^`]*`", "", text)):
        breach = f"says `{word.group()}`: say what was found and what is expected"
    report.verdict(not breach, row.file, row.line, f"the message of {row.name} {breach}")


def check_codes(rows: list[Row], report) -> None:
    seen = {}
    for row in rows:
        if row.code is None:
            continue
        known = seen.setdefault(row.code, row)
        report.verdict(known is row, row.file, row.line,
                       f"{row.code} is {known.name}'s already; codes are never shared")


def codes_in_goldens(root: str) -> set[str]:
    codes = set()
    for folder, _, files in os.walk(os.path.join(root, "tests/golden")):
        for file in files:
            if file.endswith(".cadre"):
                codes |= set(re.findall(r"//~[\^v!]* ([\w-]+)", read(os.path.join(folder, file))))
            elif file.endswith(".txt"):
                codes |= set(re.findall(r"^\w+\[([\w-]+)\]:", read(os.path.join(folder, file)), re.M))
    return codes


def codes_with_page(root: str) -> set[str]:
    explain = os.path.join(root, "compiler/diag/explain")
    return {file[:-3] for file in os.listdir(explain)
            if file.endswith(".md") and re.search(r"^```cadre\b", read(os.path.join(explain, file)), re.M)}


def codes_with_example(root: str) -> set[str]:
    explain = os.path.join(root, "compiler/diag/explain")
    return {file[:-3] for file in os.listdir(explain)
            if file.endswith(".md") and "\n```" in read(os.path.join(explain, file))}


def codes_in_programs(root: str, rows: list[Row]) -> set[str]:
    """Codes that a unit test or a test of the command line names."""
    text = ""
    for top in ("tests/unit", "tests/cli"):
        for folder, _, files in os.walk(os.path.join(root, top)):
            text += "".join(read(os.path.join(folder, file)) for file in files if file.endswith((".cpp", ".py")))
    return {row.code for row in rows if row.code and row.code in text}


def read_exemptions(root: str) -> dict[tuple[str, str], int]:
    """Rows `E0302 page` or `E0302 golden`: what a code may lack for now."""
    rows = {}
    for number, line in enumerate(read(os.path.join(root, "tests/tidy/exempt.txt")).split("\n"), 1):
        words = line.split("#")[0].split()
        if words:
            rows[(words[0], words[1] if len(words) > 1 else "")] = number
    return rows


def check_coverage(root: str, rows: list[Row], report) -> None:
    exempt = read_exemptions(root)
    has = {"page": codes_with_page(root), "golden": codes_in_goldens(root)}
    # Foreign files, manifests and calls are no Cadre source: any example, any test that names the row.
    outside = {row.code for row in rows if row.code and re.match(r"compiler/diag/kinds/(import|session|lint|query|diff)\.def", row.file)}
    has["page"] |= outside & codes_with_example(root)
    has["golden"] |= outside & codes_in_programs(root, rows)
    lacks = {"page": "no explain page with a ```cadre block", "golden": "no golden test"}
    needed = set()
    for row in rows:
        if row.code is None:
            continue
        for what, codes in has.items():
            if row.code not in codes:
                needed.add((row.code, what))
                report.verdict((row.code, what) in exempt, row.file, row.line, f"{row.code} has {lacks[what]}")
            else:
                report.passed()
    for entry, line in exempt.items():
        report.verdict(entry in needed, "tests/tidy/exempt.txt", line,
                       f"`{' '.join(entry)}` is not needed: remove the line")
    known = {row.code for row in rows}
    for code in sorted(has["page"]):
        report.verdict(code in known, f"compiler/diag/explain/{code}.md", 1, "explains a code that does not exist")


# ---- Lint rules ----------------------------------------------------------------------------------

RULE = re.compile(r'^RULE\(\s*(\w+)\s*,\s*"([^"]*)"\s*,\s*"([^"]*)"\s*,[^"]*"((?:[^"\\]|\\.)*)"', re.M)
RULE_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
RULE_NUMBER = re.compile(r"[A-F]\d\d|-")


def check_rules(root: str, report) -> None:
    """Each rule is a row, a source and a page of one name, and speaks as diagnostics do."""
    file = "compiler/lint/rules.def"
    text = read(os.path.join(root, file))
    folder = os.path.join(root, "compiler/lint/rules")
    stems = set()
    for match in RULE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        tag, name, number, message = match.groups()
        stem = name.replace("-", "_")
        report.verdict(stem not in stems, file, line, f"`{name}` has a row already")
        stems.add(stem)
        report.verdict(RULE_NAME.fullmatch(name) is not None, file, line, f"`{name}` is no name in small letters")
        report.verdict(tag == "".join(part.capitalize() for part in name.split("-")), file, line,
                       f"the tag of `{name}` is {tag}")
        report.verdict(RULE_NUMBER.fullmatch(number) is not None, file, line, f"`{number}` is no number of a rule")
        for ending in (".cpp", ".md"):
            there = os.path.exists(os.path.join(folder, stem + ending))
            report.verdict(there, file, line, f"there is no compiler/lint/rules/{stem}{ending}")
        check_voice(RuleMessage(file, line, name, message), report)
    for match in ROW.finditer(text):
        check_voice(Row(file, text.count("\n", 0, match.start()) + 1, match), report)
    for entry in sorted(os.listdir(folder)):
        report.verdict(os.path.splitext(entry)[0] in stems, f"compiler/lint/rules/{entry}", 1,
                       "belongs to no row of rules.def")


class RuleMessage:
    """The message of a rule, as check_voice reads rows."""

    def __init__(self, file: str, line: int, name: str, text: str):
        self.file, self.line, self.name, self.text = file, line, name, text


# ---- The generated parser ------------------------------------------------------------------------

def check_parser(path: str, report) -> None:
    """The grammar is LL(1): one token decides, and no prediction is generated."""
    count = read(path).count("adaptivePredict")
    report.verdict(count == 0, os.path.basename(path), 1,
                   f"holds {count} calls of adaptivePredict: a choice of the grammar is not LL(1)")


# ---- Running -------------------------------------------------------------------------------------

class Report:
    """Counts what was checked and prints what is wrong."""

    def __init__(self):
        self.good = 0
        self.bad = 0

    def passed(self) -> None:
        self.good += 1

    def __call__(self, file: str, line: int, message: str) -> None:
        self.bad += 1
        print(f"{file}:{line}: {message}")

    def verdict(self, good: bool, file: str, line: int, message: str) -> None:
        if good:
            self.passed()
        else:
            self(file, line, message)


def main() -> int:
    arguments = sys.argv[1:]
    parser = None
    if "--parser" in arguments:
        at = arguments.index("--parser")
        parser = arguments[at + 1]
        del arguments[at:at + 2]
    if len(arguments) != 1:
        sys.exit(__doc__)
    root = arguments[0]
    report = Report()
    for source in find_sources(os.path.join(root, "compiler")):
        check_includes(source, report)
        check_purity(source, report)
        check_header_comment(source, report)
    check_machine_paths(root, report)
    rows = read_rows(root)
    for row in rows:
        check_voice(row, report)
    check_codes(rows, report)
    check_coverage(root, rows, report)
    check_rules(root, report)
    if parser:
        check_parser(parser, report)
    print(f"{report.good} passed, {report.bad} failed")
    return 1 if report.bad else 0


if __name__ == "__main__":
    sys.exit(main())
