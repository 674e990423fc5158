"""Makes runtime/lint/fr/verbs.tsv and irregular.tsv from the lists beside this script.

usage: make_french.py [--check]

irregular.tsv holds every form of the third persons and the participles that lookup.py would not
take back to its infinitive: who reads the lists needs that rule and the table, nothing more.

--check writes nothing and fails where the files differ from what would be written.
"""
import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from lookup import base_of_verb

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[2] / "runtime/lint/fr"
KINDS = ["third", "thirds", "past", "participle", "gerund", "plural"]

# What a reader tries, in this order; the first infinitive that verbs.tsv has is the base.
ENDINGS = [
    ("issent", ["ir"]), ("issant", ["ir"]), ("ent", ["er", "re"]), ("ant", ["er", "re"]),
    ("ées", ["er"]), ("ée", ["er"]), ("és", ["er"]), ("é", ["er"]),
    ("ies", ["ir"]), ("ie", ["ir"]), ("is", ["ir"]), ("it", ["ir"]), ("i", ["ir"]),
    ("ues", ["re"]), ("ue", ["re"]), ("us", ["re"]), ("u", ["re"]),
    ("ez", ["er"]), ("ons", ["er"]), ("es", ["er"]), ("e", ["er"]), ("", ["re"]),
]


# ---- The rules that a reader of the lists applies --------------------------------------------------

def singular_of(form: str, irregular) -> str:
    """The singular of a noun, the rule of README.md; no table of nouns is needed."""
    if form in irregular:
        return irregular[form]
    if len(form) < 4:
        return form
    for ending, instead in (("eaux", "eau"), ("aux", "al"), ("s", ""), ("x", "")):
        if form.endswith(ending):
            return form[:-len(ending)] + instead
    return form


# ---- Forms ----------------------------------------------------------------------------------------

def agree(participle: str) -> list[str]:
    """A past participle in both genders and numbers; the accent of `dû` is its masculine's alone."""
    stem = participle.replace("û", "u")
    masculine = participle if participle.endswith("s") else stem + "s"
    return [participle, masculine, stem + "e", stem + "es"] if participle != "été" else [participle]


def forms_of(base: str, irregular) -> dict[str, list[str]]:
    """Third persons, past participles, present participle."""
    endings = [key for key in irregular if key == base or key.startswith("-") and base.endswith(key[1:])]
    if endings:
        key = max(endings, key=lambda each: (not each.startswith("-"), len(each)))
        before = base[:-len(key[1:])] if key.startswith("-") else ""
        one, many, past, present = [before + form if form != "-" else "" for form in irregular[key]]
        return {"third": [one], "thirds": [many], "participle": agree(past), "gerund": [present]}
    if base.endswith("er"):
        return first_group(base)
    if base.endswith("ir"):
        stem = base[:-2]
        return {"third": [stem + "it"], "thirds": [stem + "issent"], "participle": agree(stem + "i"), "gerund": [stem + "issant"]}
    assert base.endswith("re"), base
    stem = base[:-2]
    one = stem if stem.endswith("d") else stem + "t"
    return {"third": [one], "thirds": [stem + "ent"], "participle": agree(stem + "u"), "gerund": [stem + "ant"]}


# Verbs in -eler and -eter that write `è` and not two consonants.
GRAVE = {"acheter", "déceler", "geler", "modeler", "peler", "racheter"}
# Borrowed verbs that never change their stem.
LOANS = {"briefer", "débriefer"}


def first_group(base: str) -> dict[str, list[str]]:
    stem = base[:-2]
    softened = {"g": "ge", "c": "ç"}.get(stem[-1], stem[-1])
    present = stem[:-1] + softened + "ant"
    silent = [stem]
    if stem.endswith(("oy", "uy")):
        silent = [stem[:-1] + "i"]
    elif stem.endswith("ay"):
        silent = [stem[:-1] + "i", stem]
    elif base not in GRAVE and stem.endswith(("el", "et")):
        silent = [stem + stem[-1]]
    elif base not in LOANS:
        silent = [grave(stem)]
    return {"third": [each + "e" for each in silent], "thirds": [each + "ent" for each in silent], "participle": agree(stem + "é"), "gerund": [present]}


def grave(stem: str) -> str:
    """The stem before a silent ending: `gér` gives `gèr`, `men` gives `mèn`, `port` stays."""
    for at in range(len(stem) - 1, 0, -1):
        letter = stem[at]
        if letter in "aàâeéèêiîïoôuûùyœ":
            after = stem[at + 1:]
            short = len(after) == 1 or after in ("gn", "gl", "gr", "br", "cr", "tr", "vr", "bl", "ch", "qu", "gu")
            if letter == "é" and short or letter == "e" and len(after) == 1 and after != "x":
                return stem[:at] + "è" + after
            if letter == "u" and at and stem[at - 1] in "qg" and at >= 2 and not after:
                if stem[at - 2] == "é":
                    return stem[:at - 2] + "è" + stem[at - 1:]
            return stem
    return stem


# ---- Reading and writing --------------------------------------------------------------------------

def rows(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def read_verbs() -> dict[str, str]:
    classes, now = {}, None
    for line in rows(HERE / "action_verbs.txt"):
        if line.startswith("["):
            now = line.strip("[]")
            continue
        for word in line.split():
            assert classes.setdefault(word, now) == now, word
    return classes


def make_irregular(verbs) -> dict[tuple[str, str], set[str]]:
    irregular = {base: forms for base, *forms in (line.split() for line in rows(HERE / "irregular_verbs.txt"))}
    table, found = defaultdict(set), defaultdict(lambda: defaultdict(set))
    for base in verbs:
        for kind, forms in forms_of(base, irregular).items():
            for form in filter(None, forms):
                found[form][base].add(kind)
    for form, bases in found.items():
        first = base_of_verb(form, verbs, {}, ENDINGS)
        for base, kinds in bases.items():
            if first != base:
                table[form, base] |= kinds
    for line in rows(HERE / "nouns.txt"):
        form, singular = line.split()
        assert singular_of(form, {}) != singular, form
        table[form, singular].add("plural")
    return table


def head(lines: str) -> str:
    return "".join(f"# {line}\n" for line in lines.strip().splitlines())


def verbs_text(verbs) -> str:
    text = head("""
base, cognitive class, how often the word is a verb, a noun, an adjective (0 0 0: nobody counted).
Made by scripts/lint_data/fr/make_french.py; not to be edited by hand.
Source of the classes: Anderson & Krathwohl 2001, see action_verbs.txt.
""")
    return text + "".join(f"{base}\t{verbs[base]}\t0\t0\t0\n" for base in sorted(verbs, key=str.encode))


def irregular_text(table) -> str:
    text = head("""
form, base, kinds: forms that the rules of README.md would not take back to their base.
Made by scripts/lint_data/fr/make_french.py; not to be edited by hand.
Source: the tables of irregular verbs and plurals of school grammars.
""")
    order = sorted(table, key=lambda pair: f"{pair[0]}\t{pair[1]}".encode())
    return text + "".join(f"{form}\t{base}\t{','.join(sorted(table[form, base], key=KINDS.index))}\n"
                          for form, base in order)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    verbs = read_verbs()
    made = {"verbs.tsv": verbs_text(verbs), "irregular.tsv": irregular_text(make_irregular(verbs))}
    stale = [name for name, text in made.items()
             if not (TARGET / name).is_file() or (TARGET / name).read_text(encoding="utf-8") != text]
    if options.check:
        for name in stale:
            print(f"runtime/lint/fr/{name}: is not what make_french.py makes", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (TARGET / name).write_text(made[name], encoding="utf-8")
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
