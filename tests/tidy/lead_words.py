"""Derives from the grammar which words a kind or an attribute cannot be called, and asks the compiler
whether it refuses these and no others.

usage: lead_words.py GRAMMAR_FOLDER CADRE

A kind and the value of an attribute begin their item with a name of the author's. That name cannot be
a word that begins a declaration or an item itself, nor one that can follow a complete item without
punctuation: there the parser would take it for that word. The first are FIRST sets, the second the
words that begin what is optional at the end of an item.

Prints each difference and closes with `N passed, N failed`, counted in words.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# The one alternative that begins with a name of the author's.
LED_BY_NAME = "ledByName"
# A head is complete for its author before its block is written.
BLOCK = "block"


# ---- Reading the grammar -------------------------------------------------------------------------

# An expression is ("token", NAME), ("rule", name), ("seq", [..]), ("alt", [..]), ("opt", e),
# ("many", e) for `*` and ("some", e) for `+`.

def without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.S)


def read_keywords(path: Path) -> dict[str, str]:
    """Token names and spellings of the words, not of the marks."""
    found = re.findall(r"^([A-Z_]+)\s*:\s*'([a-z]+)'\s*;", without_comments(path.read_text()), flags=re.M)
    return dict(found)


def read_rules(path: Path) -> dict[str, tuple]:
    text = without_comments(path.read_text())
    rules = {}
    for name, body in re.findall(r"^([a-z]\w*)\s*:(.*?);\s*$", text, flags=re.M | re.S):
        words = re.findall(r"\w+|[()|*+?]", body)
        rules[name], rest = read_alternatives(words)
        if rest:
            raise ValueError(f"cannot read rule {name} from {rest[0]}")
    return rules


def read_alternatives(words: list[str]) -> tuple[tuple, list[str]]:
    choices = []
    while True:
        sequence, words = read_sequence(words)
        choices.append(sequence)
        if not words or words[0] != "|":
            break
        words = words[1:]
    return (choices[0] if len(choices) == 1 else ("alt", choices)), words


def read_sequence(words: list[str]) -> tuple[tuple, list[str]]:
    parts = []
    while words and words[0] not in "|)":
        if words[0] == "(":
            part, words = read_alternatives(words[1:])
            words = words[1:]
        else:
            part = ("token" if words[0].isupper() else "rule", words[0])
            words = words[1:]
        if words and words[0] in "*+?":
            part = ({"?": "opt", "*": "many", "+": "some"}[words[0]], part)
            words = words[1:]
        parts.append(part)
    return ("seq", parts), words


# ---- Sets ----------------------------------------------------------------------------------------

class Sets:
    def __init__(self, rules: dict[str, tuple]):
        self.rules = rules
        self.empty = self.fixpoint(self.can_be_empty, False)
        self.first = self.fixpoint(self.first_of, frozenset())
        self.more = self.fixpoint(self.more_of, frozenset())

    def fixpoint(self, step, start) -> dict:
        values = {name: start for name in self.rules}
        while True:
            after = {name: step(body, values) for name, body in self.rules.items()}
            if after == values:
                return values
            values = after

    def can_be_empty(self, expression, known) -> bool:
        sort, what = expression
        if sort == "seq":
            return all(self.can_be_empty(part, known) for part in what)
        if sort == "alt":
            return any(self.can_be_empty(part, known) for part in what)
        if sort == "rule":
            return known[what]
        if sort == "some":
            return self.can_be_empty(what, known)
        return sort in ("opt", "many")

    def first_of(self, expression, known) -> frozenset:
        sort, what = expression
        if sort == "token":
            return frozenset([what])
        if sort == "rule":
            return known[what]
        if sort == "alt":
            return frozenset().union(*(self.first_of(part, known) for part in what))
        if sort != "seq":
            return self.first_of(what, known)
        out = frozenset()
        for part in what:
            out |= self.first_of(part, known)
            if not self.can_be_empty(part, self.empty):
                break
        return out

    def more_of(self, expression, known) -> frozenset:
        """What can go on with an expression where it might as well end."""
        sort, what = expression
        if sort == "token":
            return frozenset()
        if sort == "rule":
            return known[what]
        if sort == "alt":
            return frozenset().union(*(self.more_of(part, known) for part in what))
        if sort == "opt":
            return self.first_of(what, self.first) | self.more_of(what, known)
        if sort in ("many", "some"):
            return self.first_of(what, self.first) | self.more_of(what, known)
        out = frozenset()
        for part in reversed(what):
            out |= self.more_of(part, known)
            if not self.can_be_empty(part, self.empty) and part != ("rule", BLOCK):
                break
        return out


def words_taken(rules: dict[str, tuple]) -> frozenset:
    """The tokens that cannot be the name which leads an item."""
    sets = Sets(rules)
    taken = frozenset()
    for outer in ("declaration", "item"):
        for alternative in rules[outer][1]:
            name = alternative[1][0][1]
            if name != LED_BY_NAME:
                taken |= sets.first[name]
            # An item that ends in a name may be followed by a comma or a dot, never by a name.
            taken |= sets.more[name]
    return taken


# ---- The compiler --------------------------------------------------------------------------------

def refused(cadre: str, spellings: list[str], form: str) -> set[str]:
    """The words that the compiler refuses where `form` declares them."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "words.cadre"
        lines = [form.format(word) for word in spellings]
        source.write_text("\n".join(['framework test.words "Words"', *lines]) + "\n")
        run = subprocess.run([cadre, "check", str(source), "--message-format", "short", "--max-diagnostics", "0"],
                             capture_output=True, text=True, check=False)
    out = set()
    for line in (run.stdout + run.stderr).splitlines():
        found = re.search(r":(\d+):\d+: error\[(E\d+)\]", line)
        if not found:
            continue
        if found[2] != "E0211":
            raise ValueError(f"only E0211 is expected: {line}")
        out.add(spellings[int(found[1]) - 2])
    return out


def main() -> int:
    folder, cadre = Path(sys.argv[1]), sys.argv[2]
    keywords = read_keywords(folder / "CadreLexer.g4")
    rules = read_rules(folder / "CadreParser.g4")
    taken = {keywords[token] for token in words_taken(rules) if token in keywords}
    lead = {keywords[token] for token in Sets(rules).first["leadName"] if token in keywords}
    spellings = list(keywords.values())
    failures = []
    for word in spellings:
        if (word in taken) == (word in lead):
            where = "can lead an item, and leadName lacks it" if word not in taken else "is taken, and leadName has it"
            failures.append(f"grammar/CadreParser.g4: `{word}` {where}")
    for form in ('kind {} "K"', 'attribute {} "A" on profile : text'):
        found = refused(cadre, spellings, form)
        for word in spellings:
            if (word in found) != (word in taken):
                verb = "does not refuse" if word in taken else "refuses"
                failures.append(f"compiler/resolve/collector.cpp: {verb} `{form.format(word)}`")
    for failure in failures:
        print(failure)
    total = 3 * len(spellings)
    print(f"{total - len(failures)} passed, {len(failures)} failed")
    return 1 if failures or len(taken) < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
