"""Makes verbs.tsv, irregular.tsv and work-objects.txt of runtime/lint/en from WordNet 3.0 and the lists
beside this script.

usage: make_english.py [--wordnet FOLDER] [--check]

WordNet comes from Debian's `wordnet-base`. Which verbs: those that its tagged texts hold, those of many
senses, those that are nothing but verbs, and all of action_verbs.txt; without those of rare_verbs.txt. Counts are how often the tagged
texts use the word as a verb, as a noun and as an adjective; the verbs of action_verbs.txt count as a
verb at least once.

irregular.tsv holds every form that the two rules of forms.py would not take back to its base.
work-objects.txt holds the nouns whose most usual sense is of a kind of CONCRETE, with what
work_objects.txt adds and takes away.

--check writes nothing and fails where the files differ from what would be written.
"""
import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from forms import ENDINGS, gerund, past, plural, read_sections, rows, singular_of, third
from lookup import base_of_verb

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[2] / "runtime/lint/en"
WORDNET = Path("/usr/share/wordnet")

PARTS = {"1": "noun", "2": "verb", "3": "adjective", "5": "adjective"}
CLASSES = ["remember", "understand", "apply", "analyse", "evaluate", "create", "-"]
KINDS = ["third", "past", "participle", "gerund", "plural"]
# WordNet's kinds of nouns that one can work on: animal, artifact, body, communication, food, object,
# plant, substance.
CONCRETE = {"05", "06", "08", "10", "13", "17", "20", "27"}
# A noun that the tagged texts hold this often is one of the common vocabulary.
COMMON_NOUN = 3
# What a noun counts that no tagged text holds, where it is one rather than a verb.
RARE_NOUN = 2
# A verb that no tagged text holds is still common if WordNet tells this many senses apart.
MANY_SENSES = 3


# ---- Reading --------------------------------------------------------------------------------------

def read_actions() -> dict[str, str]:
    """The class of each verb of action_verbs.txt."""
    classes = {}
    for name, words in read_sections(HERE / "action_verbs.txt").items():
        assert name in CLASSES, name
        for word in words:
            assert classes.setdefault(word, name) == name, word
    return classes


def read_counts(wordnet: Path) -> dict[str, Counter]:
    counts = {part: Counter() for part in PARTS.values()}
    for line in (wordnet / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        lemma, sense = key.split("%")
        if sense[0] in PARTS:
            counts[PARTS[sense[0]]][lemma] += int(count)
    return counts


def read_index(path: Path) -> list[list[str]]:
    """The columns of each entry; lines that begin with a space are the licence."""
    return [line.split() for line in path.read_text().splitlines() if not line.startswith(" ")]


def read_concrete(wordnet: Path) -> set[str]:
    """Nouns whose first sense, the most usual one, is concrete; `@i` marks names, which are left out."""
    kinds = {offset: kind for offset, kind, *_ in read_index(wordnet / "data.noun")}
    return {lemma for lemma, _, senses, *more in read_index(wordnet / "index.noun")
            if kinds[more[-int(senses)]] in CONCRETE and "@i" not in more}


# ---- Verbs ----------------------------------------------------------------------------------------

# Verbs in -ise that have no spelling in -ize, and the other way round.
ONLY_ISE = set("""advertise advise appraise apprise arise bruise chastise circumcise comprise compromise cruise
demise despise devise disenfranchise disguise enterprise excise exercise expertise franchise guise improvise incise
merchandise mortise noise poise practise praise precise premise promise raise reappraise reprise revise rise
supervise surmise surprise televise upraise uprise""".split())
ONLY_IZE = {"assize", "capsize", "prize", "seize"}


def ize_of(word: str) -> str | None:
    """The American spelling of a verb in -ise or -yse, or the word itself if it is one in -ize or -yze."""
    if word.endswith(("ise", "yse")) and word not in ONLY_ISE:
        return word[:-2] + "ze"
    # `emphasize` and `synthesize` are of this kind; `size` and `downsize` are not.
    size = word.endswith("size") and not word.endswith(("thesize", "phasize", "tasize"))
    return word if word.endswith(("ize", "yze")) and word not in ONLY_IZE and not size else None


def spellings_of(word: str, pairs: list[list[str]]) -> list[str]:
    for pair in pairs:
        if word in pair:
            return pair
        if word.startswith("re") and len(word) > 6 and word[2:] in pair:
            return ["re" + each for each in pair]
    american = ize_of(word)
    return [american[:-2] + "se", american] if american else [word]


def make_verbs(wordnet: Path, counts, actions) -> dict[str, tuple]:
    rare = set(rows(HERE / "rare_verbs.txt"))
    senses = {lemma: int(number) for lemma, _, number, *_ in read_index(wordnet / "index.verb")}
    others = {lemma for part in ("noun", "adj", "adv") for lemma, *_ in read_index(wordnet / f"index.{part}")}
    common = {lemma for lemma, number in senses.items() if lemma.isalpha()
              and (counts["verb"][lemma] or number >= MANY_SENSES or lemma not in others)}
    nouns = {lemma: int(number) for lemma, _, number, *_ in read_index(wordnet / "index.noun")}
    pairs = [line.split() for line in rows(HERE / "spellings.txt")]
    table = {}
    for word in sorted(common - rare | set(actions)):
        group = spellings_of(word, pairs)
        classes = [actions[each] for each in group if actions.get(each, "-") != "-"]
        sums = [sum(counts[part][each] for each in group) for part in ("verb", "noun", "adjective")]
        # A verb of work is a verb, even where the tagged texts, older than its trade, never use it.
        sums[0] = max(sums[0], int(any(each in actions for each in group)))
        # Nor is a noun none because they lack it: `voucher`, `leaflet`.
        if not any(counts[part][each] for part in ("verb", "noun") for each in group):
            is_noun = any(nouns.get(each, 0) >= max(senses.get(each, 0), 1) for each in group)
            sums[1] = max(sums[1], RARE_NOUN if is_noun else 0)
        for each in group:
            table[each] = (classes[0] if classes else "-", *sums)
    return table


# ---- Irregular forms ------------------------------------------------------------------------------

PREFIXES = ["re", "re-", "over", "under", "out", "un", "mis", "fore", "up", "with", "co-", "co", "inter", "pre", "pre-",
            "down", "cross-", "cross", "hand", "micro", "tele", "web", "half-", "team-", "be", "for", "on", "live-"]
# These begin like a prefix and a strong verb, and are neither.
WEAK = {"befit", "behave", "belie", "coset", "forage", "interleave", "prefer", "pretend", "redial", "relay", "reveal",
        "untie", "upset", "welcome"}
THIRDS = {"am": "be", "are": "be", "is": "be", "does": "do", "goes": "go", "has": "have"}


def strong_forms(verbs) -> dict[str, tuple[list[str], list[str]]]:
    """Pasts and participles of the strong verbs, those with a prefix too."""
    table = {}
    for line in rows(HERE / "irregular_verbs.txt"):
        base, pasts, participles = line.split()
        table[base] = (pasts.split("/"), participles.split("/"))
    for base in sorted(verbs):
        for prefix in PREFIXES:
            root = base[len(prefix):]
            if base.startswith(prefix) and root in table and base not in table and base not in WEAK:
                table[base] = tuple([prefix + form for form in forms] for forms in table[root])
    return table


def add_verbs(table, verbs) -> None:
    strong, regular = strong_forms(verbs), defaultdict(lambda: defaultdict(set))
    for base in verbs:
        regular[third(base)][base].add("third")
        for form in gerund(base):
            regular[form][base].add("gerund")
        pasts, participles = strong.get(base, (past(base), past(base)))
        for kind, forms in (("past", pasts), ("participle", participles)):
            for form in forms:
                is_strong = form == base or form not in past(base)
                (table[form, base] if is_strong else regular[form][base]).add(kind)
    for form, base in THIRDS.items():
        table[form, base].add("third")
    for form, bases in regular.items():
        found = base_of_verb(form, verbs, {}, ENDINGS)
        for base, kinds in bases.items():
            if found != base and is_usual(base, found, bases, verbs):
                table[form, base] |= kinds


def is_usual(base, found, bases, verbs) -> bool:
    """Whether a form that the rule takes to `found`, or nowhere, belongs to `base` rather."""
    if found in bases:
        return verbs[base][1] > verbs[found][1]
    return verbs[base][1] == max(verbs[each][1] for each in bases)


def add_nouns(table, counts) -> None:
    for line in rows(HERE / "nouns.txt"):
        form, singular = line.split()
        table[form, singular].add("plural")
    known = {form for form, base in table if "plural" in table[form, base]}
    for noun, count in counts["noun"].items():
        form = plural(noun)
        # WordNet has nouns in -s that are plurals (`arms`); those in -us and -sis never are.
        countable = not noun.endswith(("s", "man")) or noun.endswith(("us", "sis"))
        common = count >= COMMON_NOUN and noun.isalpha() and len(noun) > 3
        if common and countable and form not in known and singular_of(form, {}) != noun:
            table[form, noun].add("plural")


def make_irregular(verbs, counts) -> dict[tuple[str, str], set[str]]:
    table = defaultdict(set)
    add_verbs(table, verbs)
    add_nouns(table, counts)
    return {pair: kinds for pair, kinds in table.items() if kinds}


# ---- Objects of work ------------------------------------------------------------------------------

def make_objects(concrete, counts) -> set[str]:
    own = rows(HERE / "work_objects.txt")
    taken = {line.removeprefix("not ") for line in own if line.startswith("not ")}
    common = {noun for noun in concrete
              if counts["noun"][noun] >= COMMON_NOUN and noun.isalpha() and len(noun) > 2}
    return common - taken | {line for line in own if not line.startswith("not ")}


# ---- Writing --------------------------------------------------------------------------------------

def text_of(head: str, lines) -> str:
    comments = [line if line.startswith("#!") else f"# {line}" for line in head.strip().splitlines()]
    return "".join(f"{line}\n" for line in [*comments, *sorted(lines, key=str.encode)])


def verbs_text(verbs) -> str:
    return text_of("""
base, cognitive class, how often WordNet's tagged texts use the word as a verb, noun, adjective.
Made by scripts/lint_data/en/make_english.py; not to be edited by hand.
Sources: WordNet 3.0 (WORDNET-LICENSE.txt); classes: Anderson & Krathwohl 2001, see action_verbs.txt.
""", ["\t".join(map(str, (base, *columns))) for base, columns in verbs.items()])


def irregular_text(table) -> str:
    return text_of("""
form, base, kinds: forms that the rules of README.md would not take back to their base.
Made by scripts/lint_data/en/make_english.py; not to be edited by hand.
Sources: the tables of irregular verbs and plurals of school grammars; WordNet 3.0 (WORDNET-LICENSE.txt).
""", [f"{form}\t{base}\t{','.join(sorted(kinds, key=KINDS.index))}" for (form, base), kinds in table.items()])


def objects_text(objects) -> str:
    return text_of("""
#! match lemma
Nouns of B10: something that one can work on, or hand over. A technical competency that names none of them
does not say what its work is on.
Made by scripts/lint_data/en/make_english.py; not to be edited by hand. What belongs here stands in
scripts/lint_data/en/work_objects.txt.
Source: WordNet 3.0 (WORDNET-LICENSE.txt); the idea: technical competencies name a unit of work.
""", objects)


def licence_text(wordnet: Path) -> str:
    """The licence as index.verb begins with it, without its line numbers."""
    lines = [line for line in (wordnet / "index.verb").read_text().splitlines() if line.startswith("  ")]
    return "\n".join(line.strip().partition(" ")[2].strip() for line in lines).strip() + "\n"


def make_all(wordnet: Path) -> dict[str, str]:
    counts = read_counts(wordnet)
    verbs = make_verbs(wordnet, counts, read_actions())
    return {"verbs.tsv": verbs_text(verbs), "irregular.tsv": irregular_text(make_irregular(verbs, counts)),
            "work-objects.txt": objects_text(make_objects(read_concrete(wordnet), counts)),
            "WORDNET-LICENSE.txt": licence_text(wordnet)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=WORDNET)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not (options.wordnet / "cntlist.rev").is_file():
        print(f"no WordNet in {options.wordnet}: apt-get install wordnet-base", file=sys.stderr)
        return 2
    made = make_all(options.wordnet)
    stale = [name for name, text in made.items()
             if not (TARGET / name).is_file() or (TARGET / name).read_text(encoding="utf-8") != text]
    for name in stale:
        if options.check:
            print(f"runtime/lint/en/{name}: is not what make_english.py makes", file=sys.stderr)
        else:
            (TARGET / name).write_text(made[name], encoding="utf-8")
            print(f"wrote {name}")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
