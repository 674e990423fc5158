"""Runs the queries of docs/sql.md and compares the results with those that the page shows.

usage: docs_test.py [--update] CADRE ROOT

Builds examples/marketing with the program CADRE. A query is a fenced block `sql` that a block `text`
follows directly; values are joined by ` | `, the first line names the columns. With --update the
page is rewritten.
"""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

QUERY = re.compile(r"```sql\n(.*?)```\n\n```text\n(.*?)```", re.S)


def run(database: sqlite3.Connection, query: str) -> str:
    cursor = database.execute(query)
    lines = [[column[0] for column in cursor.description]]
    lines += [["" if value is None else str(value) for value in row] for row in cursor]
    return "".join(" | ".join(line).rstrip() + "\n" for line in lines)


def load(cadre: str, root: str, folder: str) -> sqlite3.Connection:
    subprocess.run([cadre, "build", "-q", os.path.join(root, "examples", "marketing"), "-o", folder],
                   check=True)
    with open(os.path.join(folder, "sql", "sqlite.sql"), encoding="utf-8", newline="") as file:
        script = file.read()
    database = sqlite3.connect(":memory:")
    database.executescript(script)
    database.executescript(script)
    return database


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if argument != "--update"]
    cadre, root = arguments
    page = os.path.join(root, "docs", "sql.md")
    with open(page, encoding="utf-8") as file:
        text = file.read()
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        database = load(cadre, root, folder)

        def compare(match: re.Match) -> str:
            result = run(database, match[1])
            if result != match[2]:
                failures.append(f"{match[1]}gives\n{result}and not\n{match[2]}")
            return f"```sql\n{match[1]}```\n\n```text\n{result}```"

        updated, count = QUERY.subn(compare, text)
    if "--update" in sys.argv:
        with open(page, "w", encoding="utf-8") as file:
            file.write(updated)
        return 0
    print("\n".join(failures) + f"{count - len(failures)} passed, {len(failures)} failed")
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main())
