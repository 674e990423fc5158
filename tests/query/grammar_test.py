#!/usr/bin/python3
"""Makes queries by the grammar of docs/query.md, and asks them: none may be a fault of syntax.

    grammar_test.py CADRE ROOT

The dice are the same each time. (What the grammar does not give is tried by tests/unit/query/soup_test.cpp.)
"""
import json
import random
import re
import subprocess
import sys
from pathlib import Path

TOKEN = re.compile(r'\s*("[^"]*"|[A-Za-z]+|[=;|()\[\]{}])')
LEAVES = {
    "SOURCE": ["profile", "requirement", "competency", "indicator", "task", "level"],
    "WORD": ["title", "family", "requirements", "level", "grade", "Joining", "not", "any", "count", "where", "requires", "品質"],
    "TEXT": ['"press*"', '"a \\"b\\""', '""'],
    "NUMBER": ["3", "-2.5", "0"],
    "WHOLE": ["0", "3"],
    "DATE": ["2026-03-01"],
}
MOST = 250


class Grammar:
    """Rules by name; a rule is ("or", …), ("and", …), ("maybe", it), ("many", it), a "literal" or a name."""

    def __init__(self, text):
        self.tokens = TOKEN.findall(text)
        self.rules = {}
        while self.tokens:
            name, equals = self.tokens.pop(0), self.tokens.pop(0)
            assert equals == "=", (name, equals)
            self.rules[name] = self.alternatives()
            assert self.tokens.pop(0) == ";", name

    def alternatives(self):
        out = [self.sequence()]
        while self.tokens[0] == "|":
            self.tokens.pop(0)
            out.append(self.sequence())
        return ("or", *out)

    def sequence(self):
        out = []
        while self.tokens[0] not in ("|", ")", "]", "}", ";"):
            token = self.tokens.pop(0)
            closing = {"(": ")", "[": "]", "{": "}"}.get(token)
            if closing:
                inner = self.alternatives()
                assert self.tokens.pop(0) == closing
                token = {"(": inner, "[": ("maybe", inner), "{": ("many", inner)}[token]
            out.append(token)
        return ("and", *out)

    def make(self, rule, dice, depth=0):
        """A list of words that the rule gives."""
        if isinstance(rule, str):
            if rule.startswith('"'):
                return [rule.strip('"')]
            return [dice.choice(LEAVES[rule])] if rule in LEAVES else self.make(self.rules[rule], dice, depth + 1)
        form, *parts = rule
        if form == "or":
            # Deep down the last alternative, which is the one without nesting.
            return self.make(parts[-1] if depth > 40 else dice.choice(parts), dice, depth)
        if form == "and":
            return [word for part in parts for word in self.make(part, dice, depth)]
        most = (1 if form == "maybe" else 2) if depth < 40 else 0
        return [word for _ in range(dice.randint(0, most)) for word in self.make(parts[0], dice, depth)]


def codes(cadre, works, query):
    done = subprocess.run([cadre, "query", query, "--in", works, "--message-format", "json"], capture_output=True,
                          text=True, timeout=60)
    assert done.returncode in (0, 2), (query, done)
    return [json.loads(line)["code"] for line in done.stderr.splitlines() if line.startswith("{")]


def main():
    cadre, root = sys.argv[1], Path(sys.argv[2])
    page = (root / "docs/query.md").read_text(encoding="utf-8")
    grammar = Grammar(page.split("## The grammar")[1].split("```text\n")[1].split("```")[0])
    dice, passed, failed = random.Random(17), 0, 0
    while passed + failed < MOST:
        words = grammar.make("query", dice)
        query = " ".join(words)
        if len(words) > 60:
            continue
        found = codes(cadre, root / "tests/query/works", query)
        if "E0840" in found or "E0841" in found:
            failed += 1
            print(f"refused: {query}")
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
