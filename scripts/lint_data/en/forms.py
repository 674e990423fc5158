"""The forms of English verbs and nouns, and the two rules that take a form back to its base.

lookup.py and singular_of() are what a reader of runtime/lint/en applies; README.md there says them in
words. The other functions give all forms of a base, so that make_english.py can tell which of them the
two rules miss. Spelling alone decides; what it cannot decide stands in the lists beside this file.
"""
from pathlib import Path

HERE = Path(__file__).resolve().parent
VOWELS = "aeiou"

# What a reader tries, in this order; the first base that verbs.tsv has is the base.
ENDINGS = [("ies", ["y", "ie"]), ("es", ["e", ""]), ("s", [""]), ("ied", ["y", "ie"]),
           ("ed", ["e", ""]), ("ing", ["e", ""])]


# ---- The rules that a reader of the lists applies -------------------------------------------------

def singular_of(form: str, irregular) -> str:
    """The singular of a noun; `irregular` has the rows of irregular.tsv that are `plural`."""
    if form in irregular:
        return irregular[form]
    if len(form) < 4 or form.endswith(("ss", "us", "is")):
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") else form


# ---- Forms of a base ------------------------------------------------------------------------------

def rows(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def read_sections(path: Path) -> dict[str, list[str]]:
    """The words of a file below `[name]` lines, by name."""
    sections, now = {}, None
    for line in rows(path):
        if line.startswith("["):
            now = sections.setdefault(line.strip("[]"), [])
        else:
            now += line.split()
    return sections


DOUBLING = {name: set(words) for name, words in read_sections(HERE / "doubling.txt").items()}
# In front of a verb that doubles, these change nothing.
PREFIXES_OF_DOUBLING = ["re", "re-", "de", "pre", "un", "mis", "over"]
# Before -ing these keep their -e, not to be taken for another verb.
KEEP_E = {"be", "binge", "singe", "swinge", "tinge"}
# In -ie, but not as `die` with `dying`.
KEEP_IE = {"birdie", "stymie"}


def ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in VOWELS


def takes_k(base: str) -> bool:
    return base.endswith("c") and not base.endswith(("arc", "talc", "sync"))


def one_syllable(word: str) -> bool:
    groups, before = 0, False
    for letter in word.replace("qu", "q"):
        vowel = letter in VOWELS or (letter == "y" and word[0] != "y")
        groups += vowel and not before
        before = vowel
    return groups == 1


def doubles(base: str) -> bool:
    if base in DOUBLING["never"] or len(base) < 3:
        return False
    listed = DOUBLING["always"] | DOUBLING["either"]
    if base in listed or any(base == prefix + word for prefix in PREFIXES_OF_DOUBLING
                             for word in listed if len(word) > 4):
        return True
    before, vowel, last = base[-3:]
    single = before not in VOWELS + "y" or base[-4:-1] == "qui"
    return last not in "aeiouwxyh" and vowel in VOWELS and single and one_syllable(base)


def with_ending(base: str, ending: str) -> list[str]:
    """A base that ends in a consonant or keeps its vowel, before -ed or -ing."""
    if takes_k(base):
        return [base + "k" + ending]
    if base in DOUBLING["either"]:
        return [base + ending, base + base[-1] + ending]
    return [base + base[-1] + ending if doubles(base) else base + ending]


def third(base: str) -> str:
    if base.endswith("z") and base[-2:-1] in VOWELS:
        return base + "zes"
    if base.endswith(("s", "x", "z", "ch", "sh")) or base.endswith("o") and base[-2:-1] not in VOWELS:
        return base + "es"
    return base[:-1] + "ies" if ends_in_consonant_y(base) else base + "s"


def past(base: str) -> list[str]:
    if base.endswith("e"):
        return [base + "d"]
    if ends_in_consonant_y(base):
        return [base[:-1] + "ied"]
    return with_ending(base, "ed")


def gerund(base: str) -> list[str]:
    if base.endswith("ie") and base not in KEEP_IE:
        return [base[:-2] + "ying"]
    if base in KEEP_E:
        return [base + "ing"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return [base[:-1] + "ing"]
    return with_ending(base, "ing")


def plural(noun: str) -> str:
    if noun.endswith(("sis", "xis")):
        return noun[:-2] + "es"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if ends_in_consonant_y(noun) else noun + "s"
