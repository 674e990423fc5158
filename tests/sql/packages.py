"""Sources of frameworks, written and built by the tests."""
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path


EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def examples() -> list[Path]:
    """The example packages, those of workspaces too."""
    return sorted(it.parent for it in EXAMPLES.rglob("cadre.toml") if "[workspace]" not in it.read_text())


@dataclass
class Built:
    """What a build wrote, of which package."""
    folder: Path
    package: Path = None
    scripts: dict = field(default_factory=dict)

    @property
    def document(self) -> dict:
        with open(self.folder / "framework.json", encoding="utf-8") as file:
            return json.load(file)

    def script(self, dialect: str) -> str:
        """The script of a dialect, of its opt-in view (`person_gap/sqlite`), or of the changes alone (`changes/sqlite`)."""
        if dialect not in self.scripts:
            with open(self.folder / "sql" / f"{dialect}.sql", encoding="utf-8", newline="") as file:
                self.scripts[dialect] = file.read()
        return self.scripts[dialect]


class Builder:
    """Builds packages with one binary into folders that go when the program ends."""

    def __init__(self, cadre: str):
        self.cadre = os.path.abspath(cadre)
        self._temporary = tempfile.TemporaryDirectory(prefix="cadre-packages-")
        self.folder = Path(self._temporary.name)
        self._count = 0

    def close(self) -> None:
        self._temporary.cleanup()

    def path(self, package, *options: str) -> Built:
        """Builds the package in a folder."""
        self._count += 1
        out = self.folder / f"dist{self._count}"
        done = subprocess.run([self.cadre, "build", "-q", str(package), "-o", str(out), "--emit",
                               "json,sql,sqlite", "--message-format", "short", *options],
                              capture_output=True, text=True)
        if done.returncode != 0:
            errors = [line for line in done.stderr.split("\n") if "error" in line]
            raise AssertionError("\n".join([str(package), *errors]))
        return Built(out, Path(package))

    def source(self, text: str, dependencies=(), *options: str) -> Built:
        """Builds a package of one file; `dependencies` are pairs of a framework's id and its source."""
        self._count += 1
        home = self.folder / f"source{self._count}"
        manifest = '[package]\nedition = "2026"\n\n[dependencies]\n'
        for number, (name, dependency) in enumerate(dependencies):
            write(home / f"dependency{number}", '[package]\nedition = "2026"\n', dependency)
            manifest += f'"{name}" = {{ path = "../dependency{number}" }}\n'
        write(home / "package", manifest, text)
        return self.path(home / "package", *options)


def since(old: Built) -> tuple:
    """The options of a build that is compared with what `old` was built from."""
    return "--since", str(old.package)


def write(folder: Path, manifest: str, source: str) -> None:
    folder.mkdir(parents=True)
    (folder / "cadre.toml").write_text(manifest, encoding="utf-8")
    (folder / "all.cadre").write_text(source, encoding="utf-8", newline="")


def quoted(text: str) -> str:
    """A text in quotes, as a source has it."""
    for raw, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(raw, escaped)
    return f'"{text}"'


# Texts that end literals, statements or scripts early, start something else, or lose something on
# the way, in one dialect or client or another.
HOSTILE = (
    "It's 'quoted', \"doubly\", `backward` and ''twice''",
    "ends in a backslash \\",
    "C:\\new\\table\\0 \\' \\\" \\n \\. \\q \\! end",
    "'); DROP TABLE competency; --",
    "'; ROLLBACK; COMMIT; BEGIN; '",
    "$$ $body$ $1 $cadre$ ${x} $tag$",
    "{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}",
    "/* open -- dash # hash */ /*! 50000 select */",
    "two\nlines\n\nand 'more'\n.\n\\.\n/\ngo\nGO\n;\nDELIMITER //\n.quit\n.exit\n\\q\n\\! true\nend",
    "delimiter ;; and \\. and \\i file and \\copy",
    "tab\there, trailing spaces   ",
    "   leading spaces",
    "Emoji \U0001F600\U0001F469\u200D\U0001F680 and \U0001D518 beyond the first plane",
    "\u0645\u0647\u0627\u0631\u0629 right to left \u05DE\u05D9\u05D5\u05DE\u05E0\u05D5\u05EA",
    "Gr\u00FC\u00DFe \u00E9 e\u0301 \u0130\u0131 \uFB01 \uFEFFnot a mark \u00A0no-break",
    "NULL",
    "''",
    "0",
    "0x41",
    "1e5",
    "true",
    "2026-02-30",
    "E'\\x41' N'x' U&'\\0041' _utf8'x' b'1'",
    "' || version() || '",
    "' OR 1=1; --",
    "<b>&amp; &#39; <![CDATA[x]]> ]]>",
    "semicolon; and -- a comment; 'end",
    "CREATE TRIGGER x BEGIN END; COMMIT;",
)
LONG = "A long 'text' with \\ and ; in it. " * 3000


class Texts:
    """Gives one hostile text after another; bullets are numbered, so that no two are the same."""

    def __init__(self):
        self._next = 0

    def __call__(self) -> str:
        self._next += 1
        return quoted(HOSTILE[self._next % len(HOSTILE)])

    def bullet(self) -> str:
        """A text that can stand in a line of prose."""
        self._next += 1
        text = HOSTILE[self._next % len(HOSTILE)].replace("\n", " ").replace("\t", " ").replace("\uFEFF", "")
        text = " ".join(text.split()).replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        text = text.replace("//", "/ /")
        return f"Says {self._next}: {text}."


CORE = """
framework thorny.core "Core's \\"texts\\"" {
  version "1.4.0"
  language en
  scale Steps
}
use thorny.base
scale Steps "Steps' own" {
  level One
  level Two "Tw'o"
  level Three
}
scale Dial "Dial" numeric -1..4.12
attribute colour "Colour's" on competency : one of Red, Blue
kind trade "Trade" like technical
category Shared "Shared; 'category'"
family House "House"
knowledge CoreKnowledge "Knowledge that's shared."
credential CoreBadge "Core badge"
competency Integrity "Integrity"
competency Pressure "Pressure" { scale Dial }
competency Manners "Manners" { scale none }
every profile {
  requires Integrity at One because "It's the house's rule."
}
abstract profile Anybody "Anybody" {
  requires Manners
}
profile Doorkeeper "Doorkeeper" {
  requires Manners
}
"""

BASE = """
framework thorny.base "Base" { version "0.1.0" }
competency Deep "Deep" { scale none }
"""


def thorny() -> str:
    """A package with every construct, and a hostile text wherever one can stand."""
    t = Texts()
    anything = ("framework, scale, kind, category, attribute, competency, credential, resource, family, profile, "
                "path, crosswalk, knowledge, skill, ability, task")

    def life(word: str) -> str:
        return f"""
      about {t()}
      code {t()}
      keywords {t()}, {t()}
      matches close scheme {t()}
      matches exact esco "http://data.europa.eu/esco/x?a='1'&b=2"
      since {t()}
      reviewed 2026-03-01
      allow some-rule because {t()}
      note {t()}
      size 0.1
      exact 0.0000001
      flag true
      day 2026-02-28
      link "https://x.example/'q'?a=1&b=%27"
      choice Nein
      """

    def lists() -> str:
        return f"""
      develop {{
        - [d{t._next}] {t.bullet()}
        - {t.bullet()}
      }}
      evidence {{
        - {t.bullet()}
      }}
      interview {{
        - {t.bullet()}
      }}
      """

    return f"""
framework thorny.main {t()} {{
  version "2.1.0-rc.1+build.5"
  status published
  language en
  translations fr, ar
  publisher {t()}
  license "CC-BY-4.0"
  uri "https://thorny.example/it's"
  scale Ladder
  {life("framework").replace("matches", "matches")}
}}
use thorny.core as core with rules

attribute note "Note" on {anything} : text
attribute size "Size's" on {anything} : number
attribute exact "Exact" on {anything} : number 0..4.12 {{ about {t()} }}
attribute flag "Flag" on {anything} : boolean
attribute day "Day" on {anything} : date
attribute link "Link" on {anything} : url
attribute choice {t()} on {anything} : one of Ja, Nein, Ünicode
attribute badge "Badge" on profile : text matching "[A-Z']{{1,4}}\\\\d*"
attribute must "Must" on profile : boolean required

scale Ladder {t()} cumulative {{
  {life("scale")}
  level Bottom {t()} {{
    about {t()}
    - [L1] {t.bullet()}
    - {t.bullet()}
  }}
  level Middle
  level Top {t()} {{
    - {t.bullet()}
  }}
}}
scale Other "Other" {{
  level Low
  level High
}}
scale Gauge {t()} numeric 0..4.12 {{ about {t()} }}
scale Tiny "Tiny" numeric -0.0000001..0.1

kind craft {t()} like technical {{ {life("kind")} }}
category Outer {t()} {{
  {life("category")}
  category Inner {t()} {{ about {t()} }}
}}
family Tree {t()} {{
  {life("family")}
  family Branch {t()}
}}
knowledge K1 {t()} {{ {life("statement")} }}
skill     S1 {t()}
ability   A1 {t()}
task      T1 {t()}
task      T2 {quoted(LONG)}
credential Paper {t()} {{
  {life("credential")}
  issuer {t()}
  renews every 3 years
  url "https://paper.example/"
}}
resource Book {t()} {{
  {life("resource")}
  type book
  url "https://book.example/"
  develops Everything to Middle
  develops Measured to 2.5
  develops Plain
  develops core.Integrity to Two
}}

competency Umbrella {t()} {{ scale none }}
craft competency Everything {t()} {{
  {life("competency")}
  in Outer.Inner, Outer, core.Shared
  part of Umbrella
  was Anything, EveryThing
  replaces LongGone, core.Integrity
  deprecated "2.0" because {t()} use Successor
  level Bottom {t()} {{
    about {t()}
    - [E1] {t.bullet()}
    - {t.bullet()}
    {lists()}
  }}
  level Middle {{
    - {t.bullet()}
  }}
  {lists()}
  knowledge K1
  knowledge {{
    - [kk] {t.bullet()}
  }}
  tasks T1, T2
  skills S1
  abilities A1
  abilities {{
    - {t.bullet()}
  }}
  credential Paper
  credential core.CoreBadge desired
}}
core.trade competency Measured {t()} {{
  scale Gauge
  core.colour Blue
  level 0.1 {t()} {{
    about {t()}
    - {t.bullet()}
    evidence {{ - {t.bullet()} }}
  }}
  level 4.12 {{
    - [M1] {t.bullet()}
  }}
}}
behavioural competency Minute "Minute" {{ scale Tiny }}
competency Plain {t()} {{
  scale none
  about {quoted(LONG + "the end")}
  - {t.bullet()}
  - [P1] {t.bullet()}
  {lists()}
}}
competency Successor "Successor"
competency Gone "Gone" {{ status retired }}
competency Draft "Draft" {{ status draft }}

every profile in Tree.Branch except Exempt {{
  allow some-rule because {t()}
  requires Plain desired weight 4.12 because {t()}
}}
abstract profile Root {t()} {{
  family Tree
  requires Everything at Bottom because {t()}
  requires Measured at 0.1 optional
  requires core.Pressure at -0.5
  tasks T1
  tasks {{ - {t.bullet()} }}
  credential Paper optional
  badge "B'1"
}}
profile Full {t()} extends Root, core.Anybody {{
  {life("profile")}
  must true
  family Tree.Branch
  requires Everything at Middle essential weight 0.1 because {t()}
  lowers core.Pressure to -1 optional because {t()}
  drops Measured because {t()}
  requires Minute at -0.0000001 weight 0.0000001
  tasks {{ - {t.bullet()} }}
  knowledge K1
  skills {{ - {t.bullet()} }}
  credential core.CoreBadge desired
}}
profile Next {t()} extends Full {{
  must false
  replaces OldNext
  requires Everything at Middle
  requires Measured at 4.12
  requires Successor at Top
}}
profile Exempt "Exempt" {{
  must true
  family Tree.Branch
  requires Umbrella
}}
profile Leaving "Leaving" {{
  must true
  deprecated "1.9" because {t()} use Next
  requires Umbrella
}}

path Way {t()} {{
  {life("path")}
  Exempt -> Full -> Next
  Leaving -> Next
}}
crosswalk Over {t()} from Ladder to core.Steps {{
  {life("crosswalk")}
  Bottom -> One
  Middle -> Two
  Top -> Three
}}
crosswalk Measure "Measure" from Gauge to Other {{
  0 -> Low
  2.5 -> High
}}
crosswalk Back "Back" from Other to Gauge {{
  Low -> 0.1
  High -> 4.12
}}

translation fr {{
  framework thorny.main {t()} {{ about {t()} }}
  scale Ladder {t()} {{
    about {t()}
    level Bottom {t()} {{
      about {t()}
      - [L1] {t.bullet()}
    }}
    level Middle {t()}
    level Top {{
      - {t.bullet()}
    }}
  }}
  kind craft {t()}
  category Outer {t()} {{
    about {t()}
    category Inner {t()}
  }}
  family Tree {t()}
  attribute exact {t()} {{ about {t()} }}
  knowledge K1 {t()} {{ about {t()} }}
  credential Paper {t()}
  resource Book {t()}
  competency Everything {t()} {{
    about {t()}
    level Bottom {t()} {{
      about {t()}
      - [E1] {t.bullet()}
      evidence {{ - {t.bullet()} }}
    }}
    interview {{ - {t.bullet()} }}
    knowledge {{ - [kk] {t.bullet()} }}
    abilities {{ - {t.bullet()} }}
  }}
  competency Plain {{
    - [P1] {t.bullet()}
  }}
  profile Full {t()} {{
    about {t()}
    tasks {{ - {t.bullet()} }}
  }}
  path Way {t()}
  crosswalk Over {t()} from Ladder to core.Steps
}}
translation ar {{
  framework thorny.main "\u0645\u0647\u0627\u0631\u0627\u062A '; DROP"
  competency Everything "\u0643\u0644 \u0634\u064A\u0621 \\\\"
}}
"""


def build_thorny(builder: Builder, *options: str) -> Built:
    home = builder.folder / f"thorny{len(os.listdir(builder.folder))}"
    edition = '[package]\nedition = "2026"\n'
    write(home / "base", edition, BASE)
    write(home / "core", edition + '[dependencies]\n"thorny.base" = { path = "../base" }\n', CORE)
    write(home / "main", edition + '[dependencies]\n"thorny.core" = { path = "../core" }\n', thorny())
    return builder.path(home / "main", *options)
