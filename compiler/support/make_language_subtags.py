"""Writes language_subtags.inc from a JSON copy of IANA's Language Subtag Registry.

usage: make_language_subtags.py REGISTRY.json FILE-DATE OUT

The registry is https://www.iana.org/assignments/language-subtag-registry; the npm package
language-subtag-registry holds it as JSON (data/json/registry.json, its date in meta.json).
"""
import json
import sys


def expand(subtag: str) -> list[str]:
    """`qaa..qtz` as its members."""
    if ".." not in subtag:
        return [subtag]
    first, last = subtag.split("..")
    letters = "abcdefghijklmnopqrstuvwxyz"
    prefix = "".join(a for a, b in zip(first, last) if a == b)[: len(first) - 2]
    tails = [a + b for a in letters for b in letters]
    all_of = [prefix + tail for tail in tails]
    return [one for one in all_of if first.lower() <= one.lower() <= last.lower()]


def packed(name: str, subtags: list[str]) -> str:
    """Subtags of one length, sorted, without separators."""
    text = "".join(sorted({one.lower() for one in subtags}))
    lines = [text[at : at + 90] for at in range(0, len(text), 90)]
    return f"constexpr llvm::StringLiteral {name} =\n" + "\n".join(f'    "{line}"' for line in lines) + ";\n"


def words(name: str, values: list[str]) -> str:
    return f"constexpr llvm::StringLiteral {name}[] = {{\n" + "".join(
        f'    "{value}",\n' for value in sorted({value.lower() for value in values})
    ) + "};\n"


def main() -> None:
    registry = json.load(open(sys.argv[1], encoding="utf-8"))

    def of(kind: str, length: int) -> list[str]:
        found = [one for row in registry if row["Type"] == kind for one in expand(row["Subtag"])]
        return [one for one in found if len(one) == length]

    names = {}
    for row in registry:
        if row["Type"] == "language" and len(row["Subtag"]) == 2 and "Deprecated" not in row:
            for name in row["Description"]:
                plain = name.split(" (")[0].split(";")[0].lower()
                if plain.isascii() and plain.isalpha():
                    names.setdefault(plain, row["Subtag"])
    out = [
        f"// IANA Language Subtag Registry, File-Date: {sys.argv[2]}.\n",
        "// Made by make_language_subtags.py; not edited by hand.\n\n",
        packed("languages2", of("language", 2)),
        packed("languages3", of("language", 3)),
        packed("extendedLanguages", of("extlang", 3)),
        packed("scripts", of("script", 4)),
        packed("regions2", of("region", 2)),
        packed("regions3", of("region", 3)),
        words("variants", [row["Subtag"] for row in registry if row["Type"] == "variant"]),
        words("wholeTags", [row["Tag"] for row in registry if row["Type"] == "grandfathered"]),
        "/// English names of languages, and their subtags.\n",
        "constexpr std::pair<llvm::StringLiteral, llvm::StringLiteral> languageNames[] = {\n",
        *(f'    {{"{name}", "{tag}"}},\n' for name, tag in sorted(names.items())),
        "};\n",
    ]
    with open(sys.argv[3], "w", encoding="ascii", newline="\n") as file:
        file.writelines(out)


main()
