"""Makes runtime/lint/en/verbs.tsv, irregular.tsv and work-objects.txt from WordNet 3.0 and the lists beside this script.

usage: make_english.py [--wordnet FOLDER] [--check]

WordNet comes from Debian's `wordnet-base`. Which verbs: those that its tagged texts hold, those of many
senses, and all of action_verbs.txt; without those of rare_verbs.txt. Counts are how often the tagged
texts use the word as a verb, as a noun and as an adjective; the verbs of action_verbs.txt count as a
verb at least once.

irregular.tsv holds every form that base_of_verb() or singular_of() below would not take back to its
base: who reads the lists needs these two rules and the table, nothing more.

work-objects.txt holds the nouns whose most usual sense is of a kind of CONCRETE, with what work_objects.txt
adds and takes away.

--check writes nothing and fails where the files differ from what would be written.
"""
import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
TARGET = ROOT / "runtime/lint/en"
WORDNET = Path("/usr/share/wordnet")

# WordNet's kinds of nouns that one can work on: animal, artifact, body, communication, food, object,
# plant, substance.
CONCRETE = {"05", "06", "08", "10", "13", "17", "20", "27"}
# A noun that the tagged texts hold this often is one of the common vocabulary.
COMMON_NOUN = 3
PARTS = {"1": "noun", "2": "verb", "3": "adjective", "5": "adjective"}
CLASSES = ["remember", "understand", "apply", "analyse", "evaluate", "create", "-"]
# A verb that no tagged text holds is still common if WordNet tells this many senses apart.
MANY_SENSES = 3

# Verbs in -ize that are not spelled -ise.
ONLY_IZE = {"capsize", "prize", "seize", "size", "assize", "maize"}
# British and American spellings that are not -ise and -ize; both stand in the table.
SPELLINGS = [line.split() for line in """
analyse analyze
apologise apologize
armour armor
behove behoove
cancel cancel
catalogue catalog
catalyse catalyze
centre center
colour color
dialyse dialyze
distil distill
enquire inquire
enrol enroll
favour favor
fulfil fulfill
harbour harbor
honour honor
hydrolyse hydrolyze
instil instill
judge judge
labour labor
licence license
manoeuvre maneuver
mould mold
neighbour neighbor
orient orientate
paralyse paralyze
plough plow
practise practice
programme program
rumour rumor
sulphur sulfur
anaesthetise anesthetize
""".strip().splitlines()]

VOWELS = "aeiou"
# Longer verbs that double their last letter though the rule for one syllable does not reach them:
# stress on the last syllable, or British -l.
DOUBLING = set("""
abet abhor acquit admit allot annul appal backlog backstop beget befit begin bedim bobsled
commit compel concur confer control debar debug defer demur depth-plot deter dispel disbar distil embed emit enrol
entrap equip excel expel extol forbid forget format forbid fulfil hobnob handicap impel incur infer inset
instil input interbed kidnap offset omit outbid outfit outrun outwit overlap overrun patrol permit
prefer preset program propel rebut recap recur refer refit regret rebid remit rerun reset repel retrofit sandbag shortcut
submit sublet transfer transmit transship transfer undercut unplug unwrap unzip upset underpin worship workshop
zigzag unclog unpin unwrap output backpedal
bedevil bevel bejewel cancel carol cavil channel chisel counsel cudgel dial distil duel enamel equal
flannel fuel funnel gambol grovel initial jewel kennel label level libel marshal marvel model panel parcel
pedal pencil peril pistol pommel pummel quarrel ravel refuel relabel remodel retravel revel rival shovel shrivel signal
snivel spiral stencil swivel tinsel total towel trammel travel tunnel unravel victual yodel dishevel
hot-swap hotswap quiz requiz kick-off
cross-plot crosscut unship airdrop bootleg bullshit carpet-bag eavesdrop handset humbug leapfrog nonplus
wiretap wire-tap zap test-run name-drop window-shop
 whip
""".split())
NOT_DOUBLING = set("bus gas fix mix tax wax box axe sax coax".split())
# American and British write the -l of these both ways; both are read.
OPTIONAL = {word for word in DOUBLING if word.endswith("l")} | {"worship", "program", "focus", "bias", "benefit", "combat", "bus", "gas", "format", "kidnap", "handicap", "input"}


# ---- The rules that a reader of the lists applies --------------------------------------------------

def base_of_verb(form: str, verbs, irregular) -> str | None:
    """The base of a verb's form, the rule of README.md; `verbs` and `irregular` are the two tables."""
    if form in irregular:
        return irregular[form]
    if form in verbs:
        return form
    for ending, tries in [("ies", ["y", "ie"]), ("es", ["e", ""]), ("s", [""]), ("ied", ["y", "ie"]),
                          ("ed", ["e", ""]), ("ing", ["e", ""])]:
        if form.endswith(ending):
            for instead in tries:
                base = form[:-len(ending)] + instead
                if base in verbs:
                    return base
    return None


def singular_of(form: str, irregular) -> str:
    """The singular of a noun, the rule of README.md; no table of nouns is needed."""
    if form in irregular:
        return irregular[form]
    if len(form) < 4 or form.endswith(("ss", "us", "is")):
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") else form


# ---- Forms ----------------------------------------------------------------------------------------

def one_syllable(word: str) -> bool:
    groups, before = 0, False
    for letter in word:
        vowel = letter in VOWELS or (letter == "y" and word[0] != "y")
        groups += vowel and not before
        before = vowel
    return groups == 1


def doubles(base: str) -> bool:
    if base in NOT_DOUBLING or len(base) < 3:
        return False
    if base in DOUBLING or any(base == prefix + word for prefix in ("re", "re-", "de", "pre", "un", "mis", "over")
                               for word in DOUBLING if len(word) > 4):
        return True
    last, vowel, first = base[-1], base[-2], base[-3]
    ends = last not in "aeiouwxyh" and vowel in VOWELS and (first not in VOWELS + "y" or base[-3:-1] == "ui" and base[-4:-3] == "q")
    # `backlog`, `outrun`, `unpin`: the last part is a word of one syllable; those are in DOUBLING.
    return ends and one_syllable(base.replace("qu", "q"))


def third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")) or base.endswith("o") and base[-2:-1] not in VOWELS:
        if base.endswith("z") and base[-2:-1] in VOWELS:
            return base + "zes"
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def past(base: str) -> list[str]:
    if base.endswith("e"):
        return [base + "d"]
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return [base[:-1] + "ied"]
    if base.endswith("c") and not base.endswith(("arc", "talc", "sync")):
        return [base + "ked"]
    forms = [base + base[-1] + "ed"] if doubles(base) else [base + "ed"]
    if base in OPTIONAL:
        forms = sorted({base + "ed", base + base[-1] + "ed"})
    return forms


def gerund(base: str) -> list[str]:
    if base.endswith("ie") and base not in {"birdie", "stymie"}:
        return [base[:-2] + "ying"]
    if base in {"be", "singe", "tinge", "dye", "binge", "swinge"}:
        return [base + "ing"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return [base[:-1] + "ing"]
    if base.endswith("c") and not base.endswith(("arc", "talc", "sync")):
        return [base + "king"]
    forms = [base + base[-1] + "ing"] if doubles(base) else [base + "ing"]
    if base in OPTIONAL:
        forms = sorted({base + "ing", base + base[-1] + "ing"})
    return forms


PREFIXES = ["re", "re-", "over", "under", "out", "un", "mis", "fore", "up", "with", "co-", "co", "inter", "pre", "pre-",
            "down", "cross-", "cross", "hand", "micro", "tele", "web", "half-", "team-", "be", "for", "on", "live-", "kick-"]
EXTRA = {"is": ("be", ["third"]), "are": ("be", ["third"]), "am": ("be", ["third"]), "has": ("have", ["third"]),
         "does": ("do", ["third"]), "goes": ("go", ["third"])}


def strong_forms(verbs) -> dict[str, tuple[list[str], list[str]]]:
    table = {}
    for line in rows(HERE / "irregular_verbs.txt"):
        base, pasts, participles = line.split()
        table[base] = (pasts.split("/"), participles.split("/"))
    for base in sorted(verbs):
        for prefix in PREFIXES:
            root = base[len(prefix):]
            if base not in table and base.startswith(prefix) and root in table and base not in WEAK:
                table[base] = tuple([prefix + form for form in forms] for forms in table[root])
    return table


# These begin like a prefix and a strong verb, and are neither.
WEAK = {"behave", "belie", "befit", "pretend", "relay", "forage", "upset", "welcome", "reveal", "untie", "prefer", "coset", "interleave",
        "redial"}


# ---- Reading --------------------------------------------------------------------------------------

def rows(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def read_actions() -> dict[str, str]:
    classes, now = {}, None
    for line in rows(HERE / "action_verbs.txt"):
        if line.startswith("["):
            now = line.strip("[]")
            assert now in CLASSES, now
            continue
        for word in line.split():
            assert classes.setdefault(word, now) == now, word
    return classes


def read_counts(wordnet: Path) -> dict[str, Counter]:
    counts = {part: Counter() for part in PARTS.values()}
    for line in (wordnet / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        lemma, sense = key.split("%")
        if sense[0] in PARTS:
            counts[PARTS[sense[0]]][lemma] += int(count)
    return counts


def read_senses(wordnet: Path) -> dict[str, int]:
    senses = {}
    for line in (wordnet / "index.verb").read_text().splitlines():
        if not line.startswith(" "):
            lemma, _, number = line.split()[:3]
            senses[lemma] = int(number)
    return senses


def spellings_of(word: str) -> list[str]:
    for pair in SPELLINGS:
        if word in pair:
            return pair
    prefix = "re" if word.startswith("re") else ""
    if prefix and any(word[2:] in pair for pair in SPELLINGS if len(word) > 6):
        return [prefix + other for pair in SPELLINGS if word[2:] in pair for other in pair]
    if word.endswith(("ize", "yze")) and word not in ONLY_IZE and not word.endswith("size") or \
            word.endswith(("thesize", "phasize", "tasize")):
        return [word[:-2] + "se", word]
    return [word]


def read_concrete(wordnet: Path) -> set[str]:
    """Nouns whose first sense, the most usual one, is concrete."""
    kinds = {}
    for line in (wordnet / "data.noun").read_text().splitlines():
        if not line.startswith(" "):
            offset, kind, _ = line.split(" ", 2)
            kinds[offset] = kind
    nouns = set()
    for line in (wordnet / "index.noun").read_text().splitlines():
        if not line.startswith(" "):
            columns = line.split()
            senses = int(columns[2])
            # `@i` marks names: the Thames is no river to work on.
            if kinds[columns[-senses]] in CONCRETE and "@i" not in columns:
                nouns.add(columns[0])
    return nouns


# ---- Making ---------------------------------------------------------------------------------------

def choose_verbs(senses, counts, actions) -> set[str]:
    rare = set(rows(HERE / "rare_verbs.txt"))
    chosen = {lemma for lemma, number in senses.items()
              if lemma.isalpha() and (counts["verb"][lemma] or number >= MANY_SENSES)}
    return (chosen - rare) | set(actions) | {"have", "own", "home"}


def make_verbs(senses, counts, actions) -> dict[str, tuple]:
    table = {}
    for word in choose_verbs(senses, counts, actions):
        group = spellings_of(word)
        # -ise is in no pair of its own: WordNet and the list of actions have one spelling each.
        if group == [word] and word.endswith(("ise", "yse")) and word[:-2] + "ze" in senses | dict.fromkeys(actions):
            group = [word, word[:-2] + "ze"]
        elif group == [word] and word in actions and word.endswith("ise") and word not in ONLY_ISE:
            group = [word, word[:-2] + "ze"]
        known = [actions[each] for each in group if actions.get(each, "-") != "-"]
        sums = [sum(counts[part][each] for each in set(group)) for part in ("verb", "noun", "adjective")]
        # A verb of work is a verb, even where the tagged texts, older than its trade, never use it.
        sums[0] = max(sums[0], int(any(each in actions for each in group)))
        for each in group:
            table[each] = (known[0] if known else "-", *sums)
    return table


# Verbs in -ise that have no spelling in -ize.
ONLY_ISE = set("""advertise advise apprise arise chastise circumcise comprise compromise demise despise devise disguise
excise exercise franchise guise improvise incise merchandise premise praise promise raise revise rise supervise surmise
surprise televise reprise enterprise poise noise cruise bruise appraise upraise reraise reappraise
mortise practise precise expertise""".split())


def make_irregular(verbs, counts) -> dict[tuple[str, str], set[str]]:
    table = defaultdict(set)
    strong = strong_forms(verbs)
    regular = defaultdict(lambda: defaultdict(set))
    for base in verbs:
        regular[third(base)][base].add("third")
        for form in gerund(base):
            regular[form][base].add("gerund")
        pasts, participles = strong.get(base, (past(base), past(base)))
        for kind, forms in (("past", pasts), ("participle", participles)):
            for form in forms:
                if base in strong and form not in past(base) or form == base:
                    table[form, base].add(kind)
                else:
                    regular[form][base].add(kind)
    for form, (base, kinds) in EXTRA.items():
        table[form, base].update(kinds)
    # Of two bases of one form the one that is used more goes first; the other is not lost.
    for form, bases in regular.items():
        found = base_of_verb(form, verbs, {})
        for base, kinds in bases.items():
            if found != base and usual(base, found, bases, verbs):
                table[form, base] |= kinds
    for line in rows(HERE / "nouns.txt"):
        form, singular = line.split()
        table[form, singular].add("plural")
    known = {form for form, base in table if "plural" in table[form, base]}
    for noun, count in counts["noun"].items():
        form = plural(noun)
        # WordNet has nouns in -s that are plurals (`arms`); those in -us and -sis never are.
        countable = not noun.endswith("s") or noun.endswith(("us", "sis"))
        common = count >= 3 and noun.isalpha() and len(noun) > 3 and form not in known and not noun.endswith("man")
        if common and countable and singular_of(form, {}) != noun:
            table[form, noun].add("plural")
    return table


def usual(base, found, bases, verbs) -> bool:
    """Whether a form that the rule takes to `found`, or nowhere, belongs to `base` rather."""
    if found in bases:
        return verbs[base][1] > verbs[found][1]
    return verbs[base][1] == max(verbs[other][1] for other in bases)


def plural(noun: str) -> str:
    if noun.endswith(("sis", "xis")):
        return noun[:-2] + "es"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def make_objects(concrete, counts) -> set[str]:
    own = rows(HERE / "work_objects.txt")
    common = {noun for noun in concrete if counts["noun"][noun] >= COMMON_NOUN and noun.isalpha() and len(noun) > 2}
    return (common | {line for line in own if not line.startswith("not ")}) - {line[4:] for line in own if line.startswith("not ")}


KINDS = ["third", "past", "participle", "gerund", "plural"]


def head(lines: str) -> str:
    return "".join(f"# {line}\n" for line in lines.strip().splitlines())


def verbs_text(verbs) -> str:
    text = head("""
base, cognitive class, how often WordNet's tagged texts use the word as a verb, noun, adjective.
Made by scripts/lint_data/en/make_english.py; not to be edited by hand.
Sources: WordNet 3.0 (WORDNET-LICENSE.txt); classes: Anderson & Krathwohl 2001, see action_verbs.txt.
""")
    return text + "".join("\t".join(map(str, (base, *verbs[base]))) + "\n" for base in sorted(verbs, key=str.encode))


def irregular_text(table) -> str:
    text = head("""
form, base, kinds: forms that the rules of README.md would not take back to their base.
Made by scripts/lint_data/en/make_english.py; not to be edited by hand.
Sources: the tables of irregular verbs and plurals of school grammars; WordNet 3.0 (WORDNET-LICENSE.txt).
""")
    return text + "".join(f"{form}\t{base}\t{','.join(sorted(table[form, base], key=KINDS.index))}\n"
                          for form, base in sorted(table, key=lambda pair: f"{pair[0]}\t{pair[1]}".encode()))


def objects_text(objects) -> str:
    text = "#! match lemma\n" + head("""
Nouns of B10: something that one can work on, or hand over. A technical competency that names none of them
does not say what its work is on.
Made by scripts/lint_data/en/make_english.py; not to be edited by hand. What belongs here stands in
scripts/lint_data/en/work_objects.txt.
Source: WordNet 3.0 (WORDNET-LICENSE.txt); the idea: technical competencies name a unit of work.
""")
    return text + "".join(f"{noun}\n" for noun in sorted(objects, key=str.encode))


def licence_text(wordnet: Path) -> str:
    lines = [line for line in (wordnet / "index.verb").read_text().splitlines() if line.startswith("  ")]
    return "\n".join(line.strip().split(" ", 1)[1].strip() if " " in line.strip() else "" for line in lines).strip() + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=WORDNET)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not (options.wordnet / "cntlist.rev").is_file():
        print(f"no WordNet in {options.wordnet}: apt-get install wordnet-base", file=sys.stderr)
        return 2
    senses, counts, actions = read_senses(options.wordnet), read_counts(options.wordnet), read_actions()
    verbs = make_verbs(senses, counts, actions)
    made = {"verbs.tsv": verbs_text(verbs), "irregular.tsv": irregular_text(make_irregular(verbs, counts)),
            "work-objects.txt": objects_text(make_objects(read_concrete(options.wordnet), counts)),
            "WORDNET-LICENSE.txt": licence_text(options.wordnet)}
    stale = [name for name, text in made.items()
             if not (TARGET / name).is_file() or (TARGET / name).read_text(encoding="utf-8") != text]
    if options.check:
        for name in stale:
            print(f"runtime/lint/en/{name}: is not what make_english.py makes", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (TARGET / name).write_text(made[name], encoding="utf-8")
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
