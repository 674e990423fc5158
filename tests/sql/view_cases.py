"""What the views answer is what framework.json says, worked out apart from them."""
import time

import bench
from bench import DATA, ROOT, SqlTest
from content_cases import onet, thorny
from packages import examples
from sharing_cases import user
from upgrade_cases import RELEASE, UPGRADES, edited


FOLDER = ROOT / "runtime" / "sql"

# The table of a downstream system that `person_gap` reads.
ASSESSMENT = """
CREATE TABLE assessment (
  person_id INTEGER NOT NULL, competency_id {id} NOT NULL, level_id {id}, level_value {real},
  PRIMARY KEY (person_id, competency_id),
  FOREIGN KEY (competency_id) REFERENCES competency (id),
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id));
"""


def rounded(rows) -> list:
    return sorted((tuple(round(value, 9) if isinstance(value, float) else value for value in row) for row in rows),
                  key=repr)


def levels(record: dict) -> tuple:
    """A level as the two columns."""
    level = record.get("level")
    return (level, None) if isinstance(level, str) else (None, level)


class Document:
    """A framework.json with what the views are about."""

    def __init__(self, document: dict):
        self.profiles = {each["id"]: each for each in document["profiles"] if each["status"] != "retired"}
        self.competencies = {each["id"]: each for each in document["competencies"]}
        self.ordinals = {(scale["id"], level["id"]): level["ordinal"] for scale in document["scales"]
                         for level in scale["levels"]}
        self.paths = document["paths"]

    def step(self, record: dict):
        """A level as a number that can be compared with others of the same competency."""
        level = record.get("level")
        if isinstance(level, str):
            return self.ordinals[self.competencies[record["competency"]]["scale"], level]
        return level

    def gaps(self, start: str, goal: str):
        had = {each["competency"]: each for each in self.profiles[start]["requirements"]}
        for need in self.profiles[goal]["requirements"]:
            found = had.get(need["competency"])
            has, needs = self.step(found) if found else None, self.step(need)
            difference = "missing" if not found else "met" if needs is None or has == needs else (
                "below" if has < needs else "above")
            distance = needs - has if found and needs is not None else None
            yield (start, goal, need["competency"], *levels(found or {}), *levels(need), distance, difference,
                   need["importance"])

    def all_gaps(self):
        return [gap for start in self.profiles for goal in self.profiles if start != goal
                for gap in self.gaps(start, goal)]


GAP = ("SELECT from_profile_id, to_profile_id, competency_id, has_level_id, has_level_value, needs_level_id,"
       " needs_level_value, distance, difference, importance FROM ")


class Views(SqlTest):
    def builds(self):
        yield self.source(edited(version="1.0.0", text=RELEASE))
        yield thorny()
        for path in examples():
            yield self.package(path)

    def with_people(self, built):
        """A database with a table of people, and the view on it, made twice."""
        database = self.create(built)
        database.script(ASSESSMENT.format(**database.types()))
        for client in database.CLIENTS:
            done = database.load(built.script(f"person_gap/{self.language}"), client)
            self.assertTrue(done.ok and "ERROR" not in done.said, done.said)
        return database

    def each(self):
        for built in self.builds():
            yield self.create(built), Document(built.document)

    def test_every_file_can_be_read(self):
        for path in [*(FOLDER / "views").glob("*.sql"), FOLDER / "person_gap.sql"]:
            self.assertRegex(path.read_text(encoding="utf-8"), r"\A(-- .*\n)+SELECT\n[^;]*\n\Z", path.name)

    def test_a_persons_gap_needs_its_table(self):
        built = self.source(edited(version="1.0.0"))
        database = self.create(built)
        before = database.dump()
        for client in database.CLIENTS:
            self.assertIn("assessment", database.load(built.script(f"person_gap/{self.language}"), client).said)
            self.assertSameDump(database, before)

    def test_a_persons_gap_survives_an_upgrade(self):
        database = self.with_people(self.source(edited(version="1.0.0")))
        database.script("INSERT INTO assessment VALUES (1, 'acme.Media', 'Novice', NULL);")
        ask = "SELECT * FROM person_gap ORDER BY profile_id, competency_id"
        before = database.values(ask)
        for edits in (UPGRADES["a competency offers fewer levels"], ()):
            self.load(database, self.source(edited(*edits)))
        self.assertEqual(before, database.values(ask))

    def test_profile_matrix(self):
        for database, document in self.each():
            wanted = [(profile["id"], each["competency"], profile.get("family"), *levels(each),
                       document.step(each) if isinstance(each.get("level"), str) else None, each["importance"],
                       each.get("weight"), (document.competencies[each["competency"]].get("categories") or [None])[0])
                      for profile in document.profiles.values() for each in profile["requirements"]]
            found = database.query("SELECT profile_id, competency_id, family_id, level_id, level_value, ordinal,"
                                   " importance, weight, category_id FROM profile_matrix").rows
            self.assertEqual(rounded(wanted), rounded(found))

    def test_profile_gap(self):
        for database, document in self.each():
            self.assertEqual(rounded(document.all_gaps()), rounded(database.query(GAP + "profile_gap").rows))

    def test_career_step(self):
        for database, document in self.each():
            wanted = [gap for path in document.paths for chain in path["chains"]
                      for start, goal in zip(chain, chain[1:]) if {start, goal} <= document.profiles.keys()
                      for gap in document.gaps(start, goal) if gap[-2] in ("missing", "below")]
            self.assertEqual(rounded(wanted), rounded(database.query(GAP + "career_step").rows))

    def test_competency_demand(self):
        for database, document in self.each():
            counts = {}
            for profile in document.profiles.values():
                for each in profile["requirements"]:
                    count = counts.setdefault((each["competency"], *levels(each)), [0, 0, 0])
                    count[("essential", "desired", "optional").index(each["importance"])] += 1
            wanted = [(*key, sum(count), *count) for key, count in counts.items()]
            found = database.query("SELECT competency_id, level_id, level_value, profile_count, essential_count,"
                                   " desired_count, optional_count FROM competency_demand").rows
            self.assertEqual(rounded(wanted), rounded(found))

    def test_competency_coverage(self):
        for database, document in self.each():
            required = [(each["competency"], each.get("level")) for profile in document.profiles.values()
                        for each in profile["requirements"]]
            wanted = []
            for key, record in document.competencies.items():
                if record["status"] == "retired":
                    continue
                count = sum(competency == key for competency, _ in required)
                offers = [each for each in record["levels"] if isinstance(each["level"], str)]
                for level in offers:
                    wanted.append((key, level["level"], count, sum(each == (key, level["level"]) for each in required),
                                   len(level["indicators"])))
                if not offers:
                    wanted.append((key, None, count, count, len(record.get("indicators", [])) +
                                   sum(len(level["indicators"]) for level in record["levels"])))
            found = database.query("SELECT competency_id, level_id, profile_count, level_profile_count,"
                                   " indicator_count FROM competency_coverage").rows
            self.assertEqual(rounded(wanted), rounded(found))

    def test_what_is_retired_is_not_in_the_views(self):
        database = self.create(self.source(edited(version="1.0.0")), self.source(edited(*UPGRADES["a profile goes that a path leads to"])))
        for sql in ("SELECT count(*) FROM profile_matrix WHERE profile_id = 'acme.Senior'",
                    "SELECT count(*) FROM profile_gap WHERE 'acme.Senior' IN (from_profile_id, to_profile_id)",
                    "SELECT count(*) FROM career_step",
                    "SELECT count(*) FROM competency_demand WHERE competency_id = 'acme.Media' AND level_id = 'Adept'"):
            self.assertEqual(0, database.value(sql), sql)

    def test_views_survive_an_upgrade(self):
        database = self.create(self.source(edited(version="1.0.0")))
        before = rounded(database.query(GAP + "profile_gap").rows)
        for edits in ((), UPGRADES["a competency goes from numeric to ordinal"], ()):
            self.load(database, self.source(edited(*edits)))
        self.assertEqual(before, rounded(database.query(GAP + "profile_gap").rows))

    def moved(self):
        """A competency of a dependency has moved to another scale, and a framework that uses it has not followed."""
        core = """
framework core "Core" { version "1.0.0" scale Steps }
scale Steps "Steps" { level Low level High }
scale Points "Points" numeric 0..5
competency Integrity "Integrity"
competency Price "Price" { scale Points }
competency Honesty "Honesty" { scale none }
family House "House"
category Shared "Shared"
attribute colour "Colour" on competency : one of Red, Blue
profile Doorkeeper "Doorkeeper" { requires Integrity at Low }
"""
        later = core.replace('"1.0.0"', '"2.0.0"').replace(
            'competency Integrity "Integrity"', 'competency Integrity "Integrity" { scale Stages }').replace(
            "requires Integrity at Low", "requires Integrity at Third") + """
scale Stages "Stages" { level First level Second level Third }
crosswalk Onwards "Onwards" from Steps to Stages { Low -> First High -> Third }
crosswalk Other "Other" from Steps to Stages { Low -> Second High -> Second }
"""
        return self.source(core), self.source(user("alpha", level="High"), [("core", core)]), self.source(later)

    def test_levels_of_a_former_scale_count_by_the_crosswalk(self):
        database = self.create(*self.moved())
        gap = ("SELECT difference, distance FROM profile_gap WHERE competency_id = 'core.Integrity' AND "
               "from_profile_id = '{}' AND to_profile_id = '{}'")
        self.assertEqual([("met", 0)], database.values(gap.format("alpha.Writer", "core.Doorkeeper")))
        self.assertEqual([("not comparable", None)], database.values(gap.format("core.Doorkeeper", "alpha.Writer")))

    def test_person_gap(self):
        database = self.with_people(self.source(edited(version="1.0.0")))
        people = {1: (("Media", "Novice", None), ("Writing", "Master", None), ("Price", None, 4.5), ("Honesty", None, None)),
                  2: (("Price", None, 2.25), ("Media", None, None)), 3: (("Spare", "Novice", None), )}
        for person, rows in people.items():
            for competency, level, number in rows:
                level = f"'{level}'" if level else "NULL"
                database.script(f"INSERT INTO assessment VALUES ({person}, 'acme.{competency}', {level}, "
                                f"{'NULL' if number is None else number})")
        ask = "SELECT competency_id, difference, distance FROM person_gap WHERE profile_id = 'acme.Senior' AND person_id = "
        self.assertEqual(sorted([("acme.Honesty", "met", None), ("acme.Media", "below", 1), ("acme.Price", "met", 0),
                                 ("acme.Writing", "met", 0)]), sorted(database.query(ask + "1").rows))
        self.assertEqual(sorted([("acme.Honesty", "missing", None), ("acme.Media", "not comparable", None),
                                 ("acme.Price", "below", 2.25), ("acme.Writing", "missing", None)]),
                         sorted(database.query(ask + "2").rows))
        self.assertEqual({"missing"}, set(database.values(
            "SELECT difference FROM person_gap WHERE person_id = 3 AND profile_id = 'acme.Senior'")))
        self.assertEqual([3], database.values("SELECT count(DISTINCT profile_id) FROM person_gap WHERE person_id = 3"))
        self.assertEqual([("above", -3.5)], database.values(
            "SELECT difference, distance FROM person_gap WHERE person_id = 1 AND profile_id = 'acme.Clerk'"
            " AND competency_id = 'acme.Price'"))

    def test_a_person_was_assessed_on_a_former_scale(self):
        before, _, after = self.moved()
        database = self.with_people(before)
        database.script("INSERT INTO assessment VALUES (1, 'core.Integrity', 'Low', NULL), (2, 'core.Integrity', 'High', NULL);")
        self.load(database, after)
        self.assertEqual([(1, "Low", "below", 2), (2, "High", "met", 0)], database.values(
            "SELECT person_id, has_level_id, difference, distance FROM person_gap"
            " WHERE profile_id = 'core.Doorkeeper' AND competency_id = 'core.Integrity' ORDER BY person_id"))

    def test_a_person_was_assessed_on_a_range_that_is_gone(self):
        """A number does not say of which scale it is: one that cannot be of the scale of today is not compared."""
        def release(version, scales, *needs):
            return self.source(f'framework far "Far" {{ version "{version}" }}\nscale Old "Old" numeric 0..100\n'
                               'scale New "New" numeric 0..7\nscale Ord "Ord" { level Lo "Lo" level Hi "Hi" }\n'
                               + "".join(f'competency {name} "{name}" {{ {scale} }}\n' for name, scale in zip("ABC", scales))
                               + f'profile Job "Job" {{ requires A at {needs[0]} requires B at {needs[1]} requires C{needs[2]} }}\n')
        database = self.with_people(release("1.0.0", ["scale Old"] * 3, "60", "50", " at 9"))
        database.script("INSERT INTO assessment VALUES (1, 'far.A', NULL, 60), (1, 'far.B', NULL, 60), (1, 'far.C', NULL, 60),"
                        " (2, 'far.A', NULL, 6);")
        self.load(database, release("2.0.0", ["scale New", "scale Ord", "scale none"], "5", "Hi", ""))
        ask = "SELECT competency_id, difference, distance FROM person_gap WHERE person_id = {} ORDER BY competency_id"
        self.assertEqual([("far.A", "not comparable", None), ("far.B", "not comparable", None), ("far.C", "met", None)],
                         database.query(ask.format(1)).rows)
        self.assertEqual(("far.A", "above", -1), database.query(ask.format(2)).rows[0])

    def test_one_gap_of_onet_is_found_by_keys(self):
        """Not by going through all pairs of profiles, which takes minutes."""
        if not (DATA / "onet").is_dir():
            self.skipTest("no tables of O*NET")
        database = self.create(bench.BENCH.built(onet))
        start, goal = database.values("SELECT id FROM profile ORDER BY id LIMIT 2")
        begin = time.monotonic()
        rows = database.query(f"SELECT * FROM profile_gap WHERE from_profile_id = '{start}' AND to_profile_id = '{goal}'").rows
        self.assertLess(time.monotonic() - begin, 2)
        self.assertGreater(len(rows), 5)
