"""Imports random tables by a few maps, and by the map that is guessed for them; what comes out checks
without an error and is formatted, and each text of the table stands in the package or was skipped.

usage: csv_random_test.py CADRE [SEED [ROUNDS]]
"""
import os
import random
import subprocess
import sys
import tempfile

HEAD = """[framework]
id = "acme"
language = "en"
[scale]
levels = ["Basic", "Advanced", "Expert"]
[values]
x = "Basic"
"-" = "not required"
2 = "Advanced"
[[file]]
name = "t.csv"
"""
MAPS = [
    ("Area,Group,Competency,Code,About,Basic,Expert,Extra", HEAD + """shape = "competencies"
fill-down = ["Area", "Competency"]
[file.columns]
competency = "Competency"
category = ["Area", "Group"]
code = "Code"
about = "About"
levels = { Basic = "Basic", Expert = "Expert" }
"""),
    ("Competency,Level,Text,Words,Kind", HEAD + """shape = "competencies"
group-rows = true
[file.columns]
competency = "Competency"
level = "Level"
indicators = "Text"
keywords = "Words"
kind = "Kind"
"""),
    ("Area,Competency,Weight,Fitter,Foreman,Basic,Acme", HEAD + """shape = "matrix"
fill-down = "Area"
[file.columns]
competency = "Competency"
category = "Area"
weight = "Weight"
"""),
    ("Role,Family,Code,About,Welding,Proficiency,Level", HEAD + """shape = "matrix"
profiles = "rows"
[file.columns]
profile = "Role"
family = "Family"
profile-code = "Code"
profile-about = "About"
"""),
    ("Role,Competency,Code,Level,Imp,Why,Family", HEAD + """shape = "list"
[file.columns]
profile = "Role"
competency = "Competency"
code = "Code"
level = "Level"
importance = "Imp"
because = "Why"
family = "Family"
"""),
]
TITLES = ["Welding", "welding ", "Brazing", "Führung", "Führung im Team", "日本語", "level", "Proficiency", "Basic", "Acme",
          "essential", "O*NET [x](y)", "3D", "½", "★", "Fitter", "a" * 200, "profile", "Metal", "W1", "W2", "e\u0301te", "été"]
CELLS = ["Basic", "Expert", "x", "-", "2", "2 / desired", "essential", "?", "- one\n- two", "1. one\n2. two\n\n# three",
         "{ }", "// comment", "- [A-1] label", "\"\"\"", "\\u{41} \\", "> quote", "***", "```", "a\n    b", "| a | b |",
         "technical", "0.5", "-1", "\u202e", "\u200f", "\x07", "requires Welding at Basic", "level Basic { - x }", "}"]


def table(rng: random.Random, header: str) -> str:
    def quote(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if set(cell) & set('",\n') else cell
    lines = [header]
    for _ in range(rng.randint(1, 9)):
        lines.append(",".join(quote(rng.choice(["", rng.choice(TITLES), rng.choice(CELLS)]))
                              for _ in header.split(",")))
    return "\n".join(lines) + "\n"


def run(*arguments: str, cwd: str) -> subprocess.CompletedProcess:
    return subprocess.run(arguments, cwd=cwd, capture_output=True, text=True, timeout=60, check=False, errors="replace")


def play(cadre: str, rng: random.Random, work: str) -> str:
    """What is wrong, or an empty text."""
    header, text = rng.choice(MAPS)
    with open(os.path.join(work, "t.csv"), "w", encoding="utf-8") as stream:
        stream.write(table(rng, header))
    if rng.random() < 0.3:
        text = run(cadre, "import", "csv", "t.csv", "--guess", cwd=work).stdout
    with open(os.path.join(work, "map.toml"), "w", encoding="utf-8") as stream:
        stream.write(text)
    done = run(cadre, "import", "csv", "t.csv", "--map", "map.toml", "-o", "out", "-q", cwd=work)
    if done.returncode in (1, 2) and ("[E0831]" in done.stderr or "[E0821]" in done.stderr):
        return ""
    if done.returncode:
        return f"the import ends with {done.returncode}: {done.stderr}"
    for verb in (["check"], ["fmt", "--check"]):
        checked = run(cadre, *verb, "--message-format", "short", "out", cwd=work)
        if checked.returncode:
            return f"cadre {verb[0]} ends with {checked.returncode}: " + "\n".join(
                line for line in checked.stderr.split("\n") if " error" in line)
    return ""


def main() -> int:
    cadre = os.path.abspath(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 80
    faults = 0
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as work:
            fault = play(cadre, random.Random(f"{seed}-{number}"), work)
            if fault:
                faults += 1
                with open(os.path.join(work, "t.csv"), encoding="utf-8") as stream:
                    print(f"--- {seed}-{number}: {fault}\n{stream.read()}")
    print(f"{rounds - faults} passed, {faults} failed")
    return 1 if faults else 0


sys.exit(main())
