"""Proposes a map for the spreadsheets of each folder below csv/, imports them by it, and compares the
map, what is said and the package with what the folder holds.

usage: csv_test.py CADRE [--update] [FOLDER…]

A folder holds tables (`*.csv`, `*.txt`) and
  proposed.toml   what `--guess` prints
  map.toml        the map to import by, where a person mended the proposal (otherwise: the proposal)
  result.txt      what the import says, and the files of the package
In each folder the package checks without an error and is formatted; the account of every table adds up.
"""
import difflib
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "csv")
ACCOUNT = re.compile(r"^(.+): (\d+) cells, (?:(\d+) in headers, )?(\d+) used$")
PART = re.compile(r"^  (?:left out|not imported): (\d+)")


def run(cadre: str, *arguments: str, cwd: str) -> subprocess.CompletedProcess:
    return subprocess.run([cadre, *arguments], cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


def check_account(lines: list[str]) -> list[str]:
    """The sum of what became of the cells of each table is the number of its cells."""
    wrong = []
    name, missing = None, 0
    for line in [*lines, "end: 0 cells, 0 used"]:
        account = ACCOUNT.match(line)
        part = PART.match(line)
        if part and name:
            missing -= int(part.group(1))
        if account:
            if missing:
                wrong.append(f"the account of {name} is wrong by {missing}")
            name = account.group(1)
            missing = int(account.group(2)) - int(account.group(3) or 0) - int(account.group(4))
    return wrong


def package_text(folder: str) -> str:
    out = ""
    for top, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if file.startswith("."):
                continue
            path = os.path.join(top, file)
            with open(path, encoding="utf-8", newline="") as stream:
                text = stream.read().replace("\ufeff", "<BOM>").replace("\r\n", "<CRLF>\n")
            out += f"=== {os.path.relpath(path, folder)}\n{text}"
    return out


def play(cadre: str, case: str, faults: list[str]) -> dict[str, str]:
    folder = os.path.join(CASES, case)
    tables = sorted(f for f in os.listdir(folder) if f.endswith((".csv", ".txt")) and f != "result.txt")
    proposed = run(cadre, "import", "csv", *tables, "--guess", cwd=folder)
    if proposed.returncode:
        faults.append(f"{case}: --guess ends with {proposed.returncode}: {proposed.stderr}")
    results = {"proposed.toml": proposed.stdout}
    with tempfile.TemporaryDirectory() as work:
        chosen = os.path.join(folder, "map.toml")
        if not os.path.exists(chosen):
            chosen = os.path.join(work, "proposed.toml")
            with open(chosen, "w", encoding="utf-8") as stream:
                stream.write(proposed.stdout)
        out = os.path.join(work, "out")
        done = run(cadre, "import", "csv", *tables, "--map", chosen, "-o", out, cwd=folder)
        said = done.stderr.replace(work, "WORK")
        results["result.txt"] = f"=== exit {done.returncode}\n{said}"
        if done.returncode == 0:
            results["result.txt"] += package_text(out)
            faults += [f"{case}: {it}" for it in check_account(done.stderr.split("\n"))]
            for verb in (["check"], ["fmt", "--check"]):
                checked = run(cadre, *verb, "--message-format", "short", out, cwd=work)
                if checked.returncode:
                    faults.append(f"{case}: cadre {verb[0]} ends with {checked.returncode}:\n"
                                  + "\n".join(line for line in checked.stderr.split("\n") if "error" in line))
    return results


def compare(case: str, name: str, text: str, update: bool, faults: list[str]) -> None:
    path = os.path.join(CASES, case, name)
    old = ""
    if os.path.exists(path):
        with open(path, encoding="utf-8", newline="") as stream:
            old = stream.read()
    if old == text:
        return
    if update:
        with open(path, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
    else:
        diff = difflib.unified_diff(old.split("\n"), text.split("\n"), f"{case}/{name}", "now", lineterm="")
        faults.append("\n".join(diff))


def main() -> int:
    arguments = sys.argv[1:]
    update = "--update" in arguments
    cadre, *cases = [a for a in arguments if a != "--update"]
    cadre = os.path.abspath(cadre)
    faults: list[str] = []
    cases = cases or sorted(os.listdir(CASES))
    for case in cases:
        for name, text in play(cadre, case, faults).items():
            compare(case, name, text, update, faults)
    for fault in faults:
        print(fault)
    if faults:
        print(f"to write what comes out now: {' '.join(sys.argv[:2])} --update")
    print(f"{len(cases)} folders, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
