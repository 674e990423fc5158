#!/usr/bin/python3
"""Compares the tables of docs/query.md with compiler/query/fields.def.

    fields.py ROOT [--update]

What stands behind `<!-- words -->` and `<!-- fields -->`, up to the next heading of two signs or the end, is made of
that file; `--update` writes it.
"""
import re
import sys
from pathlib import Path

ROW = re.compile(r'^(SOURCE|WORD|FIELD)\((.*)\)$', re.M)
SIMPLE = {"text": "text", "texts": "list of texts", "prose": "text, translated", "proses": "list of texts, translated",
          "number": "number", "boolean": "boolean", "date": "date", "version": "version", "level": "level",
          "levels": "list of levels"}
# Sets of words, and the enumeration that each is made of.
SETS = {"Status": "Status", "Importance": "Importance", "AttributeType": "AttributeType",
        "StatementSort": "StatementSort", "OriginType": "OriginKind"}


def arguments(text):
    """The arguments of a row, at commas outside of parentheses and quotes."""
    out, depth, quoted = [""], 0, False
    for c in text:
        quoted ^= c == '"'
        depth += (c == "(") - (c == ")") if not quoted else 0
        if c == "," and depth == 0 and not quoted:
            out.append("")
        else:
            out[-1] += c
    return [it.strip().strip('"') for it in out]


class Tables:
    def __init__(self, root):
        rows = [(kind, arguments(rest)) for kind, rest in
                ROW.findall((root / "compiler/query/fields.def").read_text(encoding="utf-8"))]
        self.sources = {row[0]: row[1] for kind, row in rows if kind == "SOURCE"}
        self.columns = {row[0]: row[2] for kind, row in rows if kind == "SOURCE"}
        self.words = [row for kind, row in rows if kind == "WORD"]
        self.fields = [row for kind, row in rows if kind == "FIELD"]
        model = (root / "compiler/model/model.cpp").read_text(encoding="utf-8")
        self.sets = {name: re.findall(rf'case {enum}::\w+: return "([\w-]+)"', model) for name, enum in SETS.items()}
        self.sets["ScaleType"] = ["ordinal", "numeric"]

    def type(self, text):
        if text in SIMPLE:
            return SIMPLE[text]
        form, name = re.fullmatch(r"(\w+)\(\w+::(\w+)\)", text).groups()
        if form == "words":
            return ", ".join(f"`{word}`" for word in self.sets[name])
        return ("list of " if form == "many" else "") + f"`{self.sources[name]}`"

    def word_table(self):
        lines = ["| word | gives | columns without `select` |", "|---|---|---|"]
        for word, source, _, help_ in self.words:
            lines.append(f"| `{word}` | {help_} | {', '.join(f'`{it}`' for it in self.columns[source].split(', '))} |")
        return "\n".join(lines) + "\n"

    def field_tables(self):
        parts = []
        for source in ["Declaration"] + list(self.sources):
            title = "of every declaration" if source == "Declaration" else f"of `{self.sources[source]}`"
            parts.append(f"### Fields {title}\n\n| field | type | what it is |\n|---|---|---|\n" + "".join(
                f"| `{name}` | {self.type(type_)} | {help_} |\n"
                for of, name, type_, _, help_ in self.fields if of == source))
            if source == "Indicator":
                parts[-1] += "\nRows of `develop`, `evidence` and `interview` have the same.\n"
            if source in ("Level", "Indicator", "Requirement", "Origin", "Step"):
                parts[-1] += "\nIt is no declaration, and has none of their fields.\n"
        return "\n".join(parts)


def replaced(text, mark, content):
    begin = text.index(f"<!-- {mark} -->") + len(f"<!-- {mark} -->")
    end = text.find("\n## ", begin)
    return text[:begin] + "\n\n" + content + ("" if end < 0 else text[end:])


def main():
    root = Path(sys.argv[1])
    page = root / "docs/query.md"
    old = page.read_text(encoding="utf-8")
    tables = Tables(root)
    new = replaced(replaced(old, "words", tables.word_table()), "fields", tables.field_tables())
    if "--update" in sys.argv:
        page.write_text(new, encoding="utf-8")
    elif new != old:
        print(f"docs/query.md: the tables are not those of fields.def\nrun: {sys.argv[0]} {sys.argv[1]} --update")
        return print("0 passed, 1 failed") or 1
    print(f"{len(tables.words) + len(tables.fields)} passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
