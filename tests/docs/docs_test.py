"""Checks the manual against the compiler and against itself.

usage: docs_test.py CADRE DOCS [--update] [PAGE…]

CADRE is the binary, DOCS the folder docs/; the repository is the folder around it. Of the pages below
DOCS, of README.md and of CONTRIBUTING.md (or of PAGE…):

  ```cadre             is a package: it compiles without an error
  ```cadre fail CODE   is a package: its errors have that code, all of them
  ```cadre part        is a piece of a file: it has no error of syntax
  `// --- name`        in a package begins another file; a folder with a cadre.toml is another package
  ```json built        is part of the framework.json of the package above it (of several, the last)
  `<!-- docs: requirements PROFILE -->`, `<!-- docs: keys -->`
                       before a table: it says what that framework.json says (tables.py)

A page with the line `<!-- docs: run -->` is a walk: its blocks are played in order in one folder.

  ```cadre file=NAME   (or toml, …) writes a file; ```cadre append=NAME adds to one
  ```diff file=NAME    replaces the lines after `-` by those after `+`
  ```console           runs what follows `$ `, and compares what it prints; `…` stands for any lines
  ```json in=NAME      is part of that JSON file: each member that is shown is there

Of all pages of the repository: links to files and headings lead somewhere. Of the language reference:
every code that the compiler gives on sources has its place, and no other code is named; every word of
the language is in the index, whose links lead to pages that have it, in a form and in an example; the
tables of items are those of the compiler; every page but the overview and the index has an example that
compiles, one that fails, and its errors.
Prints each breach as `page:line: what is wrong`; `--update` writes what the commands of a walk print.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from urllib.parse import unquote

from markdown import Block, Page
from reference import check_index, check_items, check_shape
from tables import check_table

SKIPPED = {"build", "dist", "node_modules"}
# The tables whose codes are about the language.
LANGUAGE_TABLES = {"parse.def", "resolve.def", "sema.def"}
# Marks of a page that other checks read.
OTHER_MARKS = {"run", "items once", "items many"}


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def verdict(self, good: bool, page: str, line: int, message: str) -> None:
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{page}:{line}: {message}")


def read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def indent(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.rstrip("\n").split("\n")).rstrip("\n")


# ---- Packages --------------------------------------------------------------------------------------

SPLIT = re.compile(r"^// --- (\S+)\s*$")
FOUND = re.compile(r"\b(error|warning)\[(\w+)\]")


def write_package(folder: str, block: Block) -> list[str]:
    """Writes the files of the block; returns the folders of its packages."""
    files: dict[str, list[str]] = {}
    name = "package.cadre"
    for line in block.lines:
        split = SPLIT.match(line)
        if split:
            name = split.group(1)
        else:
            files.setdefault(name, []).append(line)
    first = files.get("package.cadre", [])
    if len(files) > 1 and all(not line.strip() or line.startswith("//") for line in first):
        files.pop("package.cadre", None)
    for name, lines in files.items():
        write(os.path.join(folder, name), "\n".join(lines) + "\n")
    manifests = [os.path.dirname(name) for name in files if os.path.basename(name) == "cadre.toml"]
    return [os.path.join(folder, name) for name in manifests] or [folder]


def check_package(cadre: str, block: Block) -> tuple[list[str], str, int]:
    """(codes of errors, what was printed, exit code) of checking all packages of the block."""
    codes: list[str] = []
    printed, worst = "", 0
    with tempfile.TemporaryDirectory() as folder:
        for package in write_package(folder, block):
            run = subprocess.run([cadre, "check", ".", "--message-format", "short", "--color", "never"],
                                 cwd=package, capture_output=True, text=True, timeout=60)
            codes += [code for severity, code in FOUND.findall(run.stderr) if severity == "error"]
            printed += run.stderr
            worst = max(worst, run.returncode)
    return codes, printed, worst


def check_block(cadre: str, page: Page, block: Block, report: Report) -> None:
    codes, printed, status = check_package(cadre, block)
    if block.words[1:2] == ["part"]:
        syntax = [code for code in codes if code.startswith("E01")]
        report.verdict(not syntax and status < 2, page.path, block.line,
                       f"this piece does not parse:\n{indent(printed)}")
    elif block.words[1:2] == ["fail"] and len(block.words) == 3:
        wanted = block.words[2]
        report.verdict(set(codes) == {wanted}, page.path, block.line,
                       f"this fails with {wanted} alone, it says; but:\n{indent(printed)}")
    elif len(block.words) == 1:
        report.verdict(status == 0, page.path, block.line, f"this does not compile:\n{indent(printed)}")
    else:
        report.verdict(False, page.path, block.line, f"`{' '.join(block.words)}` means nothing to this test")


def build(cadre: str, block: Block) -> dict:
    """The framework.json of the package; of several, of the last."""
    with tempfile.TemporaryDirectory() as folder:
        package = write_package(folder, block)[-1]
        out = os.path.join(folder, "out of the build")
        subprocess.run([cadre, "build", ".", "-o", out, "--emit", "json", "--quiet"], cwd=package,
                       capture_output=True, timeout=60)
        path = os.path.join(out, "framework.json")
        return json.loads(read(path)) if os.path.exists(path) else {}


def check_built(cadre: str, page: Page, report: Report) -> None:
    """What the page says of the outputs of its packages."""
    package, document = None, None
    for line, thing in sorted([(block.line, block) for block in page.blocks] + page.marks(), key=lambda at: at[0]):
        if isinstance(thing, Block) and thing.words == ["cadre"]:
            package, document = thing, None
        if thing in OTHER_MARKS or isinstance(thing, Block) and thing.words != ["json", "built"]:
            continue
        if document is None:
            document = build(cadre, package) if package else {}
        if isinstance(thing, Block):
            shown = json.loads(thing.text)
            report.verdict(any(holds(value, shown) for value in values(document)), page.path, line,
                           "the package above builds no such thing")
        else:
            check_table(document, page, line, thing, report)


# ---- Walks -----------------------------------------------------------------------------------------

class Walk:
    """Plays the blocks of a page in one folder."""

    def __init__(self, cadre: str, page: Page, folder: str, root: str, report: Report):
        self.page, self.report = page, report
        self.folder = self.here = folder
        self.changed: dict[int, list[str]] = {}
        self.environment = dict(os.environ, PATH=os.path.dirname(os.path.abspath(cadre)) + os.pathsep
                                + os.environ["PATH"], NO_COLOR="1", CADRE_ROOT=root, LC_ALL="C.UTF-8")

    def play(self, block: Block) -> None:
        name = block.option("file")
        if block.language == "console":
            self.console(block)
        elif block.language == "diff" and name:
            self.edit(block, name)
        elif name:
            write(os.path.join(self.here, name), block.text)
        elif block.option("append"):
            path = os.path.join(self.here, block.option("append"))
            write(path, read(path) + "\n" + block.text)
        elif block.option("in"):
            self.compare_json(block, block.option("in"))

    def edit(self, block: Block, name: str) -> None:
        path = os.path.join(self.here, name)
        text = read(path)
        old = "".join(line[1:] + "\n" for line in block.lines if line[:1] in "- ")
        new = "".join(line[1:] + "\n" for line in block.lines if line[:1] in "+ ")
        self.report.verdict(text.count(old) == 1, self.page.path, block.line,
                            f"these lines stand {text.count(old)} times in {name}")
        write(path, text.replace(old, new))

    def compare_json(self, block: Block, name: str) -> None:
        shown = json.loads(block.text)
        whole = json.loads(read(os.path.join(self.here, name)))
        self.report.verdict(any(holds(value, shown) for value in values(whole)), self.page.path,
                            block.line, f"{name} does not hold this")

    def console(self, block: Block) -> None:
        written: list[str] = []
        expected: list[str] = []
        command = None
        for line in block.lines + ["$ "]:
            if not line.startswith("$ "):
                expected.append(line)
                continue
            if command is not None:
                written += ["$ " + command] + self.run(block, command, expected)
            command, expected = line[2:], []
        if written != block.lines:
            self.changed[block.line] = written

    def run(self, block: Block, command: str, expected: list[str]) -> list[str]:
        """Returns the lines that belong below the command."""
        if command.startswith("cd "):
            self.here = os.path.normpath(os.path.join(self.here, command[3:]))
            return expected
        run = subprocess.run(["bash", "-c", command], cwd=self.here, env=self.environment, timeout=300,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        printed = run.stdout.rstrip("\n").split("\n") if run.stdout.strip() else []
        good = matches(expected, printed)
        self.report.verdict(good, self.page.path, block.line,
                            f"`{command}` prints\n{indent(chr(10).join(printed))}\n  and not\n"
                            f"{indent(chr(10).join(expected))}")
        return expected if good else printed


def matches(expected: list[str], printed: list[str]) -> bool:
    """Lines are equal; a line `…` stands for any number of lines."""
    expected = expected[:]
    while expected and not expected[-1].strip():
        expected.pop()
    pattern = "".join("(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + "\n"
                      for line in expected)
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed)) is not None


def values(whole):
    yield whole
    inner = whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else []
    for value in inner:
        yield from values(value)


def holds(value, shown) -> bool:
    if isinstance(shown, dict):
        return isinstance(value, dict) and all(key in value and holds(value[key], shown[key]) for key in shown)
    if isinstance(shown, list):
        return isinstance(value, list) and len(value) == len(shown) and all(map(holds, value, shown))
    return value == shown


def update_page(path: str, page: Page, changed: dict[int, list[str]]) -> None:
    lines = read(path).split("\n")
    for number in sorted(changed, reverse=True):
        length = next(len(block.lines) for block in page.blocks if block.line == number)
        lines[number:number + length] = changed[number]
    write(path, "\n".join(lines))


# ---- Links and codes -------------------------------------------------------------------------------

def check_links(root: str, pages: dict[str, Page], report: Report) -> None:
    anchors = {path: page.anchors() for path, page in pages.items()}
    for path, page in pages.items():
        for line, target in page.links():
            if re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.I):
                continue
            file, _, anchor = unquote(target).partition("#")
            to = os.path.normpath(os.path.join(os.path.dirname(path), file)) if file else path
            there = os.path.exists(os.path.join(root, to)) and not to.startswith("..")
            report.verdict(there, path, line, f"no file `{to}`")
            if there and anchor and to in anchors:
                report.verdict(anchor in anchors[to], path, line, f"`{to}` has no heading `#{anchor}`")


def check_codes(root: str, pages: dict[str, Page], report: Report) -> None:
    known: dict[str, tuple[str, str]] = {}  # By code: its name in the sources, and its table.
    kinds = os.path.join(root, "compiler/diag/kinds")
    for file in sorted(os.listdir(kinds)):
        if file.endswith(".def"):
            for name, code in re.findall(r'^(?:ERROR|WARNING|INFO)\((\w+), "(\w+)"', read(os.path.join(kinds, file)), re.M):
                known[code] = (name, file)
    named: set[str] = set()
    for path, page in pages.items():
        if not path.startswith("docs/language/"):
            continue
        for number, line in page.prose:
            for code in re.findall(r"\b[EWI]0\d{3}\b", line):
                named.add(code)
                report.verdict(code in known, path, number, f"the compiler has no {code}")
    used = names_in_sources(root)
    for code, (name, file) in known.items():
        if file in LANGUAGE_TABLES and name in used:
            report.verdict(code in named, "docs/language", 0, f"no page names {code} ({file})")


def names_in_sources(root: str) -> set[str]:
    names: set[str] = set()
    for folder, _, files in os.walk(os.path.join(root, "compiler")):
        for file in files:
            if file.endswith(".cpp"):
                names.update(re.findall(r"\bdiag::(\w+)", read(os.path.join(folder, file))))
    return names


# ---- All of it -------------------------------------------------------------------------------------

def find_pages(root: str) -> dict[str, Page]:
    pages = {}
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in SKIPPED)
        for file in sorted(files):
            if file.endswith(".md"):
                path = os.path.relpath(os.path.join(folder, file), root)
                pages[path] = Page(path, read(os.path.join(root, path)))
    return pages


def check_page(cadre: str, root: str, page: Page, update: bool, report: Report) -> None:
    check_built(cadre, page, report)
    if "run" not in [mark for _, mark in page.marks()]:
        for block in page.blocks:
            if block.language == "cadre":
                check_block(cadre, page, block, report)
        return
    with tempfile.TemporaryDirectory() as folder:
        walk = Walk(cadre, page, folder, root, report)
        for block in page.blocks:
            if block.language == "cadre" and not (block.option("file") or block.option("append")):
                check_block(cadre, page, block, report)
            else:
                walk.play(block)
    if update and walk.changed:
        update_page(os.path.join(root, page.path), page, walk.changed)


def main() -> int:
    arguments = [word for word in sys.argv[1:] if word != "--update"]
    update = "--update" in sys.argv
    cadre, docs = os.path.abspath(arguments[0]), os.path.abspath(arguments[1])
    root = os.path.dirname(docs)
    only = [os.path.relpath(os.path.abspath(path), root) for path in arguments[2:]]
    report = Report()
    pages = find_pages(root)
    for path, page in pages.items():
        ours = path in ("README.md", "CONTRIBUTING.md") or path.startswith("docs/")
        if path in only if only else ours:
            check_page(cadre, root, page, update, report)
    if not only:
        check_links(root, pages, report)
        check_codes(root, pages, report)
        check_index(root, pages, report)
        check_items(root, pages, report)
        check_shape(pages, report)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
