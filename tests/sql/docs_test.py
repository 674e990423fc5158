"""Runs the queries of docs/sql.md on every database and compares the results with those that the page shows.

usage: docs_test.py [--update] CADRE ROOT

Builds examples/marketing with the program CADRE. A query is a fenced block `sql` that a block `text`
follows directly; values are joined by ` | `, the first line names the columns. A block that nothing
follows is run for what it does, with the types of each database, and `<!-- sql: person_gap -->` runs
the script of that name. With --update the page is rewritten with what SQLite answers.
"""
import os
import re
import sys

from dialects import DIALECTS, EXPECTED
from packages import Builder

BLOCK = re.compile(r"```sql\n(.*?)```\n(?:\n```text\n(.*?)```\n)?|<!-- sql: (\w+) -->\n", re.S)


def shown(value) -> str:
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{float(value):.12g}"
    return str(value)


def answer(database, query: str) -> str:
    found = database.query(query)
    lines = [found.columns, *(map(shown, row) for row in found.rows)]
    return "".join(" | ".join(line).rstrip() + "\n" for line in lines)


def load(database, script: str) -> None:
    done = database.load(script)
    if not done.ok:
        raise AssertionError(done.said)


def with_types(database, statement: str) -> str:
    types = database.types()
    return re.sub(r"\btext\b", lambda _: types["id"], statement.replace("double precision", types["real"]))


class Page:
    """The page, played on one database from top to bottom."""

    def __init__(self, database, name, built):
        self.database, self.name, self.built = database, name, built
        self.failures = []
        self.count = 0

    def play(self, match: re.Match) -> str:
        statement, result, script = match.groups()
        if script:
            load(self.database, self.built.script(f"{script}/{self.name}"))
            return match[0]
        if result is None:
            self.database.script(with_types(self.database, statement))
            return match[0]
        self.count += 1
        found = answer(self.database, statement)
        if found != result:
            self.failures.append(f"{statement}gives\n{found}and not\n{result}")
        return f"```sql\n{statement}```\n\n```text\n{found}```\n"


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if argument != "--update"]
    cadre, root = arguments
    path = os.path.join(root, "docs", "sql.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    builder = Builder(cadre)
    built = builder.path(os.path.join(root, "examples", "marketing"))
    passed = failed = 0
    for name in EXPECTED:
        dialect = DIALECTS[name]()
        try:
            database = dialect.create()
            for _ in range(2):
                load(database, built.script(name))
            page = Page(database, name, built)
            updated = BLOCK.sub(page.play, text)
            if "--update" in sys.argv:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(updated)
                return 0
        finally:
            dialect.close()
        print("\n".join(f"{name}: {failure}" for failure in page.failures), end="")
        passed += page.count - len(page.failures)
        failed += len(page.failures)
    builder.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
