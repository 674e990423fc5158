"""A newer release over an older one: rows that others point at stay, everything else becomes the new release."""
import re

import bench
from bench import SqlTest
from dialects import in_order
from expected import differences

RELEASE = """
framework acme "Acme" {
  version "1.0.0"
  language en
  translations fr, de
  scale Steps
}
scale Steps "Steps" cumulative {
  level Novice "Novice" { - Needs help. }
  level Adept "Adept"
  level Master "Master" { about "Knows it all." }
}
scale Grades "Grades" {
  level Adept "Adept"
  level Low "Low"
  level High "High"
}
scale Points "Points" numeric 0..5
scale Marks "Marks" numeric 1..6
kind craft "Craft" like technical
category Talk "Talk" {
  category Press "Press"
}
category Work "Work"
family Office "Office" {
  family Front "Front"
}
family Field "Field"
attribute grade "Grade" on profile : one of P1, P2, P3
attribute hours "Hours" on profile, competency : number 1..48
attribute note "Note" on profile, competency : text
attribute started "Started" on profile : date
attribute remark "Remark" on competency, family : text
knowledge K1 "Knows the press."
task T1 "Calls the press."
credential Paper "Paper" { issuer "Them" }
resource Course "Course" {
  type course
  develops Media to Adept
  develops Price to 2.5
}

craft competency Media "Media" {
  in Talk.Press, Work
  about "Works with *media*."
  keywords "press", "outlets"
  matches close esco "http://esco/1"
  part of Umbrella
  level Novice {
    - [M1] Drafts a text.
    - Keeps a list.
    develop { - Read one. }
  }
  level Adept {
    - [M2] Places a text.
    evidence { - One placed. }
  }
  knowledge K1
  tasks { - Call. }
  tasks T1
  credential Paper
}
competency Umbrella "Umbrella" { scale none }
competency Writing "Writing" { hours 3 note "A" }
competency Price "Price" {
  scale Points
  remark ""
  level 1 { - [P1] Adds. }
  level 4.5 { - [P2] Multiplies. }
}
competency Honesty "Honesty" {
  scale none
  - [H1] Tells the truth.
}
competency Spare "Spare"

every profile { requires Honesty because "House rule." }
every profile in Office { requires Writing at Novice desired }
abstract profile Base "Base" {
  requires Media at Novice
}
profile Junior "Junior" extends Base {
  family Office.Front
  grade P1
  note "Starts"
  requires Writing at Adept desired weight 2
  tasks T1
}
profile Senior "Senior" extends Base {
  family Office
  grade P2
  hours 40
  requires Media at Adept
  requires Price at 4.5 weight 0.5 because "Sells."
  requires Writing at Master
  knowledge K1
  credential Paper desired
}
profile Clerk "Clerk" {
  family Field
  requires Price at 1
}
path Career "Career" { Junior -> Senior }
crosswalk Walk "Walk" from Steps to Grades { Novice -> Adept Adept -> Low Master -> High }
crosswalk Count "Count" from Points to Grades { 0 -> Adept 3 -> Low }

translation fr {
  framework acme "Acmé"
  scale Steps "Marches" { level Novice "Novice (fr)" }
  competency Media "Médias" { about "Travaille." level Novice { - [M1] Rédige. } }
  profile Junior "Jeune"
  knowledge K1 "Connaît la presse."
}
"""


def edited(*edits, version: str = "1.1.0", text: str = RELEASE) -> str:
    """The release with pairs of old and new text exchanged, each old one exactly once."""
    for old, new in (('"1.0.0"', f'"{version}"'), *edits):
        if text.count(old) != 1:
            raise AssertionError(f"{old!r} stands {text.count(old)} times in the release")
        text = text.replace(old, new)
    return text


def without(*beginnings: str) -> tuple:
    """Edits that take out the lines, or blocks, that begin so."""
    edits = []
    for beginning in beginnings:
        start = RELEASE.index("\n" + beginning) + 1
        end = RELEASE.index("\n", start) + 1
        if RELEASE[start:end].rstrip().endswith("{"):
            indent = re.match(" *", beginning)[0]
            end = RELEASE.index("\n" + indent + "}\n", start) + len(indent) + 3
        edits.append((RELEASE[start:end], ""))
    return tuple(edits)


NO_USE_OF_K1 = (("  knowledge K1\n  tasks { - Call. }", "  tasks { - Call. }"),
                ("  requires Writing at Master\n  knowledge K1\n", "  requires Writing at Master\n"))

UPGRADES = {
    "nothing but the version": (),
    "texts": (('"Media" {\n  in', '"Media work" {\n  in'), ("Works with *media*.", "Works with media"), ("[M1] Drafts a text", "[M1] Writes a text"),
              ('"Sells."', '"Sells a *lot*."'), ('- Needs help.', '- Needs no help.')),
    "a text gets no Markdown, another one does": (("Works with *media*.", "Works with media."),
                                                  ("Tells the truth", "Tells the *truth*")),
    "a profile goes": without("profile Clerk"),
    "a profile goes that a path leads to": without("profile Senior", "path Career"),
    "a competency goes": (*without("competency Price", "resource Course", "profile Clerk"),
                          ("  requires Price at 4.5 weight 0.5 because \"Sells.\"\n", "")),
    "an umbrella goes": (*without("competency Umbrella"), ("  part of Umbrella\n", "")),
    "an umbrella becomes the part": (("  part of Umbrella\n", ""), ('"Umbrella" { scale none }', '"Umbrella" { scale none part of Media }')),
    "a category goes": (*without("category Work"), ("in Talk.Press, Work", "in Talk.Press")),
    "a category moves": (("category Talk \"Talk\" {\n  category Press \"Press\"\n}", "category Talk \"Talk\""),
                         ('category Work "Work"', 'category Work "Work" { category Press "Press" { was Talk.Press } }'),
                         ("in Talk.Press, Work", "in Work.Press")),
    "parent and child change places": (
        ('category Talk "Talk" {\n  category Press "Press"\n}',
         'category Press "Press" {\n  was Talk.Press\n  category Talk "Talk" { id "acme.Talk" }\n}'),
        ("in Talk.Press, Work", "in Press")),
    "categories in another order": (("in Talk.Press, Work", "in Work, Talk.Press"), ),
    "a level is inserted": (('  level Master "Master" {', '  level Expert "Expert"\n  level Master "Master" {'),
                            ("Adept -> Low Master -> High", "Adept -> Low Expert -> Low Master -> High")),
    "a level is put first": (('  level Novice "Novice" {', '  level Zero "Zero"\n  level Novice "Novice" {'),
                             ("{ Novice -> Adept", "{ Zero -> Adept Novice -> Adept")),
    "levels change their order": (('  level Novice "Novice" { - Needs help. }\n  level Adept "Adept"',
                                   '  level Adept "Adept"\n  level Novice "Novice" { - Needs help. }'),
                                  ("requires Media at Adept", "requires Media at Novice"),
                                  ("{ Novice -> Adept Adept -> Low", "{ Adept -> Adept Novice -> Low")),
    "a level goes": (('  level Master "Master" { about "Knows it all." }\n', ""),
                     ("requires Writing at Master", "requires Writing at Adept"),
                     (" Master -> High", "")),
    "all levels are others": (('  level Novice "Novice" { - Needs help. }\n  level Adept "Adept"\n',
                               '  level A "A"\n  level B "B"\n'),
                              ("level Novice {\n    - [M1]", "level A {\n    - [M1]"),
                              ("level Adept {\n    - [M2]", "level B {\n    - [M2]"),
                              ("develops Media to Adept", "develops Media to B"),
                              ("requires Writing at Novice", "requires Writing at A"),
                              ("requires Media at Novice", "requires Media at A"),
                              ("requires Writing at Adept", "requires Writing at B"),
                              ("requires Media at Adept", "requires Media at B"),
                              ("{ Novice -> Adept Adept -> Low", "{ A -> Adept B -> Low"),
                              ('level Novice "Novice (fr)"', 'level A "A (fr)"'),
                              ("level Novice { - [M1] Rédige. }", "level A { - [M1] Rédige. }")),
    "a range gets wider": (("numeric 0..5", "numeric -1..10"), ("requires Price at 1", "requires Price at 9.5"),
                           ("level 4.5", "level 7.25"), ("develops Price to 2.5", "develops Price to 10"),
                           ("{ 0 -> Adept", "{ -1 -> Adept")),
    "a range gets narrower": (("numeric 0..5", "numeric 0.5..2"), ("at 4.5 weight", "at 2 weight"),
                              ("level 4.5", "level 1.5"), ("to 2.5", "to 0.5"), ("0 -> Adept 3", "0.5 -> Adept 2")),
    "a range moves away": (("numeric 0..5", "numeric 100..200"), ("at 4.5 weight", "at 120 weight"),
                           ("level 1 {", "level 100 {"), ("level 4.5", "level 150"), ("to 2.5", "to 101"),
                           ("Price at 1\n", "Price at 101\n"), ("0 -> Adept 3", "100 -> Adept 130")),
    "a numeric scale becomes ordinal": (
        ('scale Points "Points" numeric 0..5', 'scale Points "Points" { level P level Q }'),
        ("level 1 {", "level P {"), ("level 4.5", "level Q"), ("to 2.5", "to Q"), ("at 4.5 weight", "at Q weight"),
        ("requires Price at 1", "requires Price at P"), ("0 -> Adept 3 -> Low", "P -> Adept Q -> Low")),
    "an ordinal scale becomes numeric": (
        *without("scale Grades"), ('scale Points "Points"', 'scale Grades "Grades" numeric 1..3\nscale Points "Points"'),
        ("Novice -> Adept Adept -> Low Master -> High", "Novice -> 1 Adept -> 2 Master -> 3"),
        ("0 -> Adept 3 -> Low", "0 -> 1 3 -> 2")),
    "the scale of competencies becomes numeric": (
        *without("scale Steps"), ('scale Points "Points"', 'scale Steps "Steps" numeric 1..3\nscale Points "Points"'),
        ("level Novice {\n    - [M1]", "level 1 {\n    - [M1]"), ("level Adept {\n    - [M2]", "level 2 {\n    - [M2]"),
        ("develops Media to Adept", "develops Media to 2"), ("requires Writing at Novice", "requires Writing at 1"),
        ("requires Media at Novice", "requires Media at 1"), ("requires Writing at Adept", "requires Writing at 2"),
        ("requires Media at Adept", "requires Media at 2"), ("requires Writing at Master", "requires Writing at 3"),
        ("Novice -> Adept Adept -> Low Master -> High", "1 -> Adept 2 -> Low 3 -> High"),
        ('  scale Steps "Marches" { level Novice "Novice (fr)" }\n', ""),
        ("level Novice { - [M1] Rédige. }", "level 1 { - [M1] Rédige. }")),
    "a competency gets another ordinal scale": (
        ('"Writing" { hours 3', '"Writing" { scale Grades hours 3'),
        ("requires Writing at Novice", "requires Writing at Adept"), ("requires Writing at Adept desired weight", "requires Writing at Low desired weight"),
        ("requires Writing at Master", "requires Writing at High")),
    "a competency gets another numeric scale": (("scale Points\n", "scale Marks\n"), ("requires Price at 4.5", "requires Price at 6")),
    "a competency goes from ordinal to numeric": (
        ('"Writing" { hours 3', '"Writing" { scale Marks hours 3'),
        ("requires Writing at Novice", "requires Writing at 1"), ("requires Writing at Adept", "requires Writing at 2"),
        ("requires Writing at Master", "requires Writing at 3.5")),
    "a competency goes from numeric to ordinal": (
        ("scale Points\n", "scale Grades\n"), ("level 1 {", "level Low {"), ("level 4.5", "level High"), ("to 2.5", "to High"),
        ("at 4.5 weight", "at High weight"), ("requires Price at 1", "requires Price at Low")),
    "a competency loses its scale": (
        ('"Writing" { hours 3', '"Writing" { scale none hours 3'), ("requires Writing at Novice", "requires Writing"),
        ("requires Writing at Adept", "requires Writing"), ("requires Writing at Master", "requires Writing")),
    "a competency gets a scale": (
        ("  scale none\n  - [H1] Tells the truth.", "  scale Grades\n  level Low { - [H1] Tells the truth. }"),
        ("requires Honesty because", "requires Honesty at Low because")),
    "a competency offers fewer levels": (
        ("  level Adept {\n    - [M2] Places a text.\n    evidence { - One placed. }\n  }\n", ""),
        ("requires Media at Adept", "requires Media at Novice"), ("Media to Adept", "Media to Novice")),
    "a competency offers more levels": (("level Adept {\n    - [M2]", "level Master { - Does. }\n  level Adept {\n    - [M2]"), ),
    "a rename": (("craft competency Media ", "craft competency MediaWork "), ("  about \"Works", "  was Media\n  about \"Works"),
                 ("Media to Adept", "MediaWork to Adept"), ("requires Media at Novice", "requires MediaWork at Novice"),
                 ("requires Media at Adept", "requires MediaWork at Adept"), ("competency Media \"M", "competency MediaWork \"M")),
    "a replacement": (*without("competency Spare"), ("competency Umbrella", 'competency Other "Other" { replaces Spare }\ncompetency Umbrella')),
    "a replacement of a profile": (("profile Clerk \"Clerk\" {", "profile Cashier \"Cashier\" {\n  replaces Clerk"), ),
    "a deprecation": (('"Spare"', '"Spare" { deprecated "1.1" because "It\'s old." use Writing }'), ),
    "what replaces itself replaced": (*without("competency Spare"), ("competency Umbrella", 'competency Other "Other" { replaces Spare, acme.Older, Writing }\ncompetency Umbrella')),
    "something retires": (('"Spare"', '"Spare" { status retired }'), ),
    "a kind goes": (*without("kind craft"), ("craft competency", "technical competency")),
    "another kind": (("craft competency", "competency"), ("like technical", "like leadership")),
    "an indicator moves to another level": (("    - [M1] Drafts a text.\n", ""), ("- [M2] Places", "- [M1] Drafts a text.\n    - [M2] Places"),
                                            (" level Novice { - [M1] Rédige. }", "")),
    "an indicator moves between numbers": (("{ - [P1] Adds. }", ""), ("- [P2] Multiplies.", "- [P2] Multiplies.\n - [P1] Adds.")),
    "indicators change places": (("    - [M1] Drafts a text.\n    - Keeps a list.\n", "    - Keeps a list.\n    - [M1] Drafts a text.\n"), ),
    "an indicator gets a label": (("- Keeps a list.", "- [M0] Keeps a list."), ),
    "indicators go": (("{ - [P1] Adds. }", ""), ("{ - [P2] Multiplies. }", "")),
    "a statement changes its sort": (("knowledge K1 \"Knows", "skill K1 \"Knows"),
                                     ("  knowledge K1\n  tasks { - Call. }", "  skills K1\n  tasks { - Call. }"),
                                     ("  requires Writing at Master\n  knowledge K1\n", "  requires Writing at Master\n  skills K1\n"),
                                     ("  knowledge K1 \"Connaît", "  skill K1 \"Connaît")),
    "a statement is said in place": (*without("knowledge K1"), ("  knowledge K1\n  tasks { - Call. }", "  knowledge { - Knows. }\n  tasks { - Call. }"),
                                     NO_USE_OF_K1[1], ("  knowledge K1 \"Connaît la presse.\"\n", "")),
    "a text in place is shared": (("tasks { - Call. }", "tasks T2"), ("task T1", "task T2 \"Call.\"\ntask T1")),
    "an attribute gets another type": (('attribute note "Note" on profile, competency : text', 'attribute note "Note" on profile, competency : number'),
                                       ('note "A"', "note 1"), ('note "Starts"', "note 2.5")),
    "an attribute becomes boolean and date": (('competency : text', 'competency : boolean'), ('note "A"', "note true"), ('note "Starts"', "note false"),
                                              ('competency : number 1..48', 'competency : date'), ("hours 3", "hours 2026-01-31"), ("hours 40", "hours 2024-02-29")),
    "an attribute gets other choices": (("one of P1, P2, P3", "one of P4, P3, P1"), ("grade P2", "grade P4")),
    "an attribute gets choices": (("competency : text", "competency : one of Starts, A"), ('note "A"', "note A"), ('note "Starts"', "note Starts")),
    "an attribute gets another range": (("1..48", "50..60"), ("hours 3", "hours 50"), ("hours 40", "hours 60")),
    "an attribute stands on less": (("on profile, competency : number", "on profile : number"), ("{ hours 3 note", "{ note")),
    "an attribute goes": (*without("attribute note"), (' note "A"', ""), ('  note "Starts"\n', "")),
    "translations are added": (('profile Junior "Jeune"', 'profile Junior "Jeune" competency Honesty "Honnêteté" { - [H1] Dit vrai. }'),
                               ("translation fr {", 'translation de { profile Junior "Neuling" competency Media "Medien" }\ntranslation fr {')),
    "translations go": (("about \"Travaille.\" level Novice { - [M1] Rédige. }", ""), ('  profile Junior "Jeune"\n', "")),
    "a language goes": (("translations fr, de", "translations de"), *without("translation fr")),
    "a rule goes": without("every profile in Office"),
    "the first of two rules goes": without("every profile {"),
    "a rule becomes another": (("every profile in Office {", "every profile in Field except Clerk {"), ),
    "a base goes": (*without("abstract profile Base"), ("profile Junior \"Junior\" extends Base", "profile Junior \"Junior\""),
                    ("profile Senior \"Senior\" extends Base", "profile Senior \"Senior\"")),
    "a base is published": (("abstract profile Base", "profile Base"), ),
    "a profile becomes abstract": (("profile Clerk", "abstract profile Clerk"), ),
    "another base": (("profile Senior \"Senior\" extends Base", "profile Senior \"Senior\" extends Junior"), ),
    "a drop": (('  grade P1\n', '  grade P1\n  drops Media because "Not yet."\n'), ),
    "something lower": (('  requires Media at Adept\n', '  requires Media at Adept\n'), ("requires Media at Novice", "requires Media at Adept"),
                        ('  grade P1\n', '  grade P1\n  lowers Media to Novice desired because "Not yet."\n')),
    "requirements change places": (("  requires Media at Adept\n", ""), ("  requires Writing at Master\n", "  requires Writing at Master\n  requires Media at Adept\n")),
    "requirements go": (("  requires Media at Adept\n", ""), ("  requires Writing at Master\n", ""),
                        ("  requires Price at 4.5 weight 0.5 because \"Sells.\"\n", "")),
    "families change": (("family Office.Front", "family Field"), ("family Field\n  requires", "family Office\n  requires")),
    "a path goes": without("path Career"),
    "a path gets longer": (("Junior -> Senior", "Clerk -> Junior -> Senior\n Clerk -> Senior"), ),
    "a crosswalk goes": without("crosswalk Walk"),
    "a crosswalk gets another scale": (("from Points to Grades { 0 -> Adept 3", "from Marks to Grades { 1 -> Adept 3"), ),
    "a resource develops less": (("  develops Media to Adept\n", ""), ),
    "a credential goes": (*without("credential Paper"), ("  tasks T1\n  credential Paper\n", "  tasks T1\n"), ("  credential Paper desired\n", "")),
    "another importance": (("credential Paper desired", "credential Paper"), ("at Adept desired weight 2", "at Adept optional weight 0.25")),
    "no default scale": (("  translations fr, de\n  scale Steps\n", "  translations fr, de\n"), ('"Writing" { hours', '"Writing" { scale Steps hours'),
                         ("  part of Umbrella\n", "  part of Umbrella\n  scale Steps\n")),
    "another default scale": (("  translations fr, de\n  scale Steps\n", "  translations fr, de\n  scale Grades\n"),
                              ('"Writing" { hours', '"Writing" { scale Steps hours'), ("  part of Umbrella\n", "  part of Umbrella\n  scale Steps\n")),
    "everything goes": ((RELEASE[RELEASE.index("scale Steps \"Steps\""):], ""), ("  scale Steps\n}", "}")),
    "keywords and matches": (('keywords "press", "outlets"', 'keywords "outlets", "press", "Press"'),
                             ('matches close esco "http://esco/1"', 'matches exact esco "http://esco/1"\n  matches broad onet "1.A"')),
}

# Tables of a downstream system, with rows that point at every kind of thing that it may point at.
DOWNSTREAM = """
CREATE TABLE staff (person INTEGER NOT NULL PRIMARY KEY, profile_id {id},
  FOREIGN KEY (profile_id) REFERENCES profile (id));
CREATE TABLE held (person INTEGER NOT NULL, competency_id {id} NOT NULL, level_id {id}, level_value {real},
  PRIMARY KEY (person, competency_id), FOREIGN KEY (competency_id) REFERENCES competency (id),
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id));
CREATE TABLE seen (person INTEGER NOT NULL, indicator_id {id} NOT NULL,
  FOREIGN KEY (indicator_id) REFERENCES indicator (id));
CREATE TABLE stage (number INTEGER NOT NULL, scale_id {id} NOT NULL, level_id {id} NOT NULL,
  FOREIGN KEY (scale_id, level_id) REFERENCES level (scale_id, id));
CREATE TABLE planned (person INTEGER NOT NULL, profile_id {id} NOT NULL, competency_id {id} NOT NULL,
  FOREIGN KEY (profile_id, competency_id) REFERENCES requirement (profile_id, competency_id) ON DELETE CASCADE);
CREATE TABLE tagged (number INTEGER NOT NULL, category_id {id}, family_id {id}, statement_id {id}, credential_id {id},
  FOREIGN KEY (category_id) REFERENCES category (id), FOREIGN KEY (family_id) REFERENCES family (id),
  FOREIGN KEY (statement_id) REFERENCES statement (id), FOREIGN KEY (credential_id) REFERENCES credential (id));
INSERT INTO staff SELECT position, id FROM profile;
INSERT INTO held SELECT 1, competency_id, min(level_id), NULL FROM competency_level GROUP BY competency_id;
INSERT INTO held SELECT 2, id, NULL, NULL FROM competency;
INSERT INTO seen SELECT 1, id FROM indicator;
INSERT INTO stage SELECT ordinal, scale_id, id FROM level;
INSERT INTO planned SELECT 1, profile_id, competency_id FROM requirement;
INSERT INTO tagged SELECT position, id, NULL, NULL, NULL FROM category;
INSERT INTO tagged SELECT position, NULL, id, NULL, NULL FROM family;
INSERT INTO tagged SELECT position, NULL, NULL, id, NULL FROM statement;
INSERT INTO tagged SELECT position, NULL, NULL, NULL, id FROM credential;
"""
POINTING = ("staff", "held", "seen", "stage", "tagged")
TABLES = (*POINTING, "planned")


class Upgrade(SqlTest):
    shared = {}

    def downstream(self, database):
        database.script(DOWNSTREAM.format(**database.types()))

    def check(self, rows, built):
        """The database says what the release says; what it has beside is retired."""
        rows = {name: found for name, found in rows.items() if name not in TABLES}
        self.assertEqual([], differences(built.document, rows, upgraded=True)[:12])

    def upgrade(self, edits):
        """Up to the release with these edits, and on to one that says what the first said.

        One database goes through all of it, and gathers what each release leaves behind.
        """
        database = self.prepared()
        before = in_order(database.rows())
        for built in (self.source(edited(*edits)), self.source(edited(version="1.2.0"))):
            self.load(database, built)
            rows = database.rows()
            once = in_order(rows)
            self.check(rows, built)
            self.assertEqual({name: before[name] for name in POINTING}, {name: once[name] for name in POINTING})
            required = {(row["profile_id"], row["competency_id"]) for row in rows["requirement"]}
            self.assertTrue({(row["profile_id"], row["competency_id"]) for row in rows["planned"]} <= required)
        self.load(database, built)
        self.assertEqual(once, in_order(database.rows()))
        Upgrade.shared[self.language] = database

    def prepared(self):
        """The database of the upgrade before, if that went well."""
        database = Upgrade.shared.pop(self.language, None)
        if not database:
            database = bench.BENCH.dialect(self.language).create()
            self.load(database, self.source(edited(version="1.0.0")))
            self.downstream(database)
        database.script("INSERT INTO planned SELECT 1, profile_id, competency_id FROM requirement WHERE NOT EXISTS"
                        " (SELECT 1 FROM planned WHERE planned.profile_id = requirement.profile_id"
                        " AND planned.competency_id = requirement.competency_id);")
        return database

    def test_what_is_gone_is_retired_and_comes_back(self):
        database = self.create(self.source(edited(version="1.0.0")))
        self.downstream(database)
        clerk = "SELECT retired_in, status, title FROM profile WHERE id = 'acme.Clerk'"
        gone = without("profile Clerk")
        for version, edits, wanted in (("1.1.0", gone, ("1.1.0", "retired", "Clerk")),
                                       ("1.2.0", gone, ("1.1.0", "retired", "Clerk")),
                                       ("1.3.0", (), (None, "published", "Clerk"))):
            self.load(database, self.source(edited(*edits, version=version)))
            self.assertEqual([wanted], database.values(clerk))
            self.assertEqual(["acme.Price"], database.values(
                "SELECT competency_id FROM requirement WHERE profile_id = 'acme.Clerk' AND competency_id <> 'acme.Honesty'"))

    def test_a_successor_is_named(self):
        database = self.create(self.source(edited(version="1.0.0")),
                               self.source(edited(*UPGRADES["a replacement of a profile"])))
        clerk = "SELECT replaced_by, retired_in FROM profile WHERE id = 'acme.Clerk'"
        self.assertEqual([("acme.Cashier", "1.1.0")], database.values(clerk))
        later = (*UPGRADES["a replacement of a profile"], ("  replaces Clerk\n", "\n"))
        self.load(database, self.source(edited(*later, version="1.2.0")))
        self.assertEqual([("acme.Cashier", "1.1.0")], database.values(clerk))
        self.load(database, self.source(edited(version="1.3.0")))
        self.assertEqual([(None, None)], database.values(clerk))

    def test_a_competency_goes_to_another_scale_and_back(self):
        database = self.create(self.source(edited(version="1.0.0")))
        self.downstream(database)
        self.load(database, self.source(edited(*UPGRADES["a competency gets another ordinal scale"])))
        offers = "SELECT level_id FROM competency_level WHERE competency_id = 'acme.Writing' AND retired_in IS {} ORDER BY 1"
        # `Adept` is a level of both scales.
        self.assertEqual(["Adept", "High", "Low"], database.values(offers.format("NULL")))
        self.assertEqual(["Master", "Novice"], database.values(offers.format("NOT NULL")))
        self.load(database, self.source(edited(version="1.2.0")))
        self.assertEqual(["Adept", "Master", "Novice"], database.values(offers.format("NULL")))
        self.assertEqual(["High", "Low"], database.values(offers.format("NOT NULL")))

    def test_a_downstream_row_without_cascade_refuses_the_release_as_a_whole(self):
        database = self.create(self.source(edited(version="1.0.0")))
        database.script("CREATE TABLE kept (profile_id {id} NOT NULL, competency_id {id} NOT NULL, FOREIGN KEY "
                        "(profile_id, competency_id) REFERENCES requirement (profile_id, competency_id));"
                        .format(**database.types()) +
                        "INSERT INTO kept SELECT profile_id, competency_id FROM requirement;")
        before = database.dump()
        script = self.script(self.source(edited(*UPGRADES["requirements go"])))
        for client in database.CLIENTS:
            with self.subTest(client):
                self.assertIn("foreign key", database.load(script, client).said.lower())
                self.assertSameDump(database, before)

    def test_changes_of_a_downstream_system_survive(self):
        database = self.create(self.source(edited(version="1.0.0")))
        database.script("CREATE VIEW my_jobs AS SELECT id, title FROM profile;"
                        "CREATE INDEX my_index ON profile (title);")
        self.load(database, self.source(edited(*UPGRADES["texts"])))
        self.assertEqual(3, database.value("SELECT count(*) FROM my_jobs"))


def add(number, name, edits):
    def test(self):
        self.upgrade(edits)

    test.__doc__ = name
    setattr(Upgrade, f"test_{number:02}_" + name.replace(" ", "_"), test)


for number, (name, edits) in enumerate(UPGRADES.items()):
    add(number, name, edits)
