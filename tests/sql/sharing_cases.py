"""Several frameworks in one database: they share names and a dependency, come in any order, and each
script writes the rows of its own framework alone."""
import itertools

from bench import SqlTest
from dialects import in_order
from expected import by_framework, differences, ranked

CORE = """
framework core "Core" { version "1.0.0" translations fr scale Steps }
scale Steps "Steps" {
  level Low "Low"
  level High "High"
}
scale Points "Points" numeric 0..5
category Shared "Shared"
attribute colour "Colour" on competency, profile : one of Red, Blue
competency Integrity "Integrity" { in Shared colour Red }
competency Price "Price" { scale Points }
competency Honesty "Honesty" { scale none - Tells the truth. }
every profile { requires Honesty }
family House "House"
profile Doorkeeper "Doorkeeper" { family House requires Integrity at Low }
translation fr { competency Integrity "Intégrité" }
"""
# A level more, a wider range, other texts, a competency that is gone and one that is new.
CORE_2 = (CORE.replace('"1.0.0"', '"2.0.0"').replace('level High "High"', 'level Middle "Middle"\n  level High "High"\n  level Top "Top"')
          .replace("0..5", "0..10").replace('"Price" {', '"Prices" {').replace("Tells the truth", "Says what is so")
          .replace("Red, Blue", "Red, Blue, Green").replace("colour Red", "colour Green")
          .replace("competency Honesty", 'competency Care "Care"\ncompetency Honesty')
          .replace('translation fr { competency Integrity "Intégrité" }', ""))

USER = """
framework NAME "NAME's" { version "VERSION" scale core.Steps }
use core with rules
kind craft "Craft" like technical
category Shared "Own category of the same name"
craft competency Writing "Writing" { in Shared, core.Shared level Low { - [W1] Writes. } }
competency Integrity "Own integrity" { core.colour Blue }
profile Writer "Writer" {
  family core.House
  requires Writing at Low
  requires core.Integrity at LEVEL
  requires core.Price at VALUE
}
profile Doorkeeper "Doorkeeper" extends core.Doorkeeper { requires Integrity at High }
path Way "Way" { core.Doorkeeper -> Doorkeeper }
"""


def user(name: str, version: str = "1.0.0", level: str = "High", value: str = "5", more: str = "") -> str:
    text = USER.replace("NAME", name).replace("VERSION", version).replace("LEVEL", level).replace("VALUE", value)
    return text + more


class Sharing(SqlTest):
    def alpha(self, core=CORE, **options):
        return self.source(user("alpha", **options), [("core", core)])

    def beta(self, core=CORE, **options):
        return self.source(user("beta", **options), [("core", core)])

    def step(self, database, built):
        """Loads a script and sees that it brings its own rows up to date and leaves the others alone."""
        own = built.document["framework"]["id"]
        before = by_framework(ranked(database.rows()))
        self.load(database, built)
        rows = database.rows()
        once = in_order(rows)
        self.assertEqual([], differences(built.document, rows, upgraded=True, own=True)[:10])
        after = by_framework(ranked(rows))
        for framework in before.keys() - {own, None}:
            lost = before[framework] - after[framework]
            self.assertFalse(lost, f"{own} changed rows of {framework}: {list(lost)[:5]}")
            added = after[framework] - before[framework]
            self.assertTrue(framework == "core" or not added, f"{own} added rows of {framework}: {list(added)[:5]}")
        self.load(database, built)
        self.assertEqual(once, in_order(database.rows()))

    def test_any_order_of_three(self):
        builds = [self.source(CORE), self.alpha(), self.beta()]
        dumps = []
        for order in itertools.permutations(builds):
            database = self.create()
            for built in order:
                self.step(database, built)
            dumps.append(database.dump())
        for dump in dumps[1:]:
            self.assertEqual(dumps[0], dump)

    def test_upgrades_in_any_order(self):
        newer = [self.source(CORE_2), self.alpha(CORE_2, version="2.0.0", level="Top", value="4"),
                 self.beta(CORE_2, version="3.0.0", level="Middle")]
        for order in itertools.permutations(newer):
            database = self.create(self.alpha(), self.beta())
            for built in order:
                self.step(database, built)

    def test_built_with_an_older_release_than_the_one_that_is_there(self):
        database = self.create(self.source(CORE_2))
        self.step(database, self.alpha(CORE))
        self.assertEqual("2.0.0", database.value("SELECT version FROM framework WHERE id = 'core'"))
        self.assertEqual("Prices", database.value("SELECT title FROM competency WHERE id = 'core.Price'"))
        self.step(database, self.source(CORE_2))

    def test_built_with_a_newer_release_than_the_one_that_is_there(self):
        database = self.create(self.source(CORE))
        self.step(database, self.alpha(CORE_2, level="Top"))
        self.assertEqual("1.0.0", database.value("SELECT version FROM framework WHERE id = 'core'"))
        self.step(database, self.source(CORE_2))
        self.step(database, self.source(CORE))

    def test_what_the_older_dependency_cannot_hold_is_refused_until_the_newer_one_comes(self):
        database = self.create(self.source(CORE))
        wide = self.alpha(CORE_2, value="9")
        before = database.dump()
        for client in database.CLIENTS:
            done = database.load(self.script(wide), client)
            self.assertIn("level", done.said)
            self.assertSameDump(database, before)
        self.load(database, self.source(CORE_2))
        self.step(database, wide)

    def test_the_dependency_drops_what_another_framework_requires(self):
        database = self.create(self.source(CORE), self.alpha())
        gone = CORE.replace('"1.0.0"', '"2.0.0"').replace('competency Price "Price" { scale Points }\n', "")
        self.step(database, self.source(gone))
        self.assertEqual("2.0.0", database.value("SELECT retired_in FROM competency WHERE id = 'core.Price'"))
        self.assertEqual(5, database.value("SELECT level_value FROM requirement WHERE profile_id = 'alpha.Writer'"
                                           " AND competency_id = 'core.Price'"))
        self.step(database, self.alpha(version="1.1.0"))
        self.step(database, self.source(CORE))

    def test_the_dependency_moves_a_competency_that_another_framework_requires(self):
        database = self.create(self.source(CORE), self.alpha())
        moved = CORE.replace('"1.0.0"', '"2.0.0"').replace('competency Integrity "Integrity" {', 'competency Integrity "Integrity" { scale Other')
        moved = moved.replace('scale Points', 'scale Other "Other" { level A level B }\nscale Points', 1)
        moved = moved.replace("requires Integrity at Low", "requires Integrity at A")
        self.step(database, self.source(moved))
        self.step(database, self.source(CORE))
        self.step(database, self.source(moved))
        self.step(database, self.alpha(moved, version="2.0.0", level="B"))

    def test_a_level_that_the_dependency_drops_is_kept_for_others(self):
        database = self.create(self.source(CORE_2), self.alpha(CORE_2, level="Top"))
        self.step(database, self.source(CORE))
        self.assertEqual("1.0.0", database.value("SELECT retired_in FROM level WHERE id = 'Top'"))
        self.step(database, self.beta(CORE))
        self.step(database, self.alpha(CORE_2, level="Top"))
        self.step(database, self.source(CORE_2))

    def test_a_framework_shrinks_and_its_neighbours_stay(self):
        database = self.create(self.alpha(), self.beta())
        self.step(database, self.source('framework alpha "Empty" { version "9.0.0" }'))
        self.assertEqual([], database.values("SELECT id FROM profile WHERE framework_id = 'alpha' AND retired_in IS NULL"))
        self.assertEqual(["beta.Doorkeeper", "beta.Writer"], database.values(
            "SELECT id FROM profile WHERE framework_id = 'beta' AND retired_in IS NULL ORDER BY id"))

    def test_a_declaration_moves_to_another_framework(self):
        """It keeps its key, and takes its rows and what points at them along."""
        skill = 'competency Rope "Rope" { KEY level Low { - [R1] Ties. } level High { - Splices. } }'
        def release(name, version, *, has):
            key = "" if name == "one" else 'id "one.Rope"'
            profile = 'profile Rigger "Rigger" { ID requires Rope at High }'.replace("ID", 'id "one.Rigger"' if key else "")
            return self.source(f'framework {name} "{name}" {{ version "{version}" }}\n'
                               f'scale Steps "Steps" {{ level Low "Low" level High "High" }}\n'
                               + (skill.replace("KEY", key + " scale Steps") + "\n" + profile if has else ""))
        database = self.create(release("one", "1.0.0", has=True))
        types = database.types()["id"]
        database.script(f"CREATE TABLE employee (id INTEGER NOT NULL PRIMARY KEY, job {types} NOT NULL, FOREIGN KEY (job) REFERENCES"
                        f" profile (id)); INSERT INTO employee VALUES (1, 'one.Rigger');")
        takes = release("two", "1.0.0", has=True)
        before = database.dump()
        self.assertIn("another framework" if self.language != "mysql" else "an id is that of another framework",
                      database.load(self.script(takes)).said)
        self.assertSameDump(database, before)
        self.load(database, release("one", "2.0.0", has=False))
        self.load(database, takes)
        self.assertEqual([("one.Rigger", "two", None)], database.query(
            "SELECT profile.id, framework_id, retired_in FROM employee JOIN profile ON profile.id = employee.job").rows)
        self.assertEqual([("one.Rope", "two.Steps", "two")] , database.query(
            "SELECT id, scale_id, framework_id FROM competency").rows)
        self.assertEqual(["two", "two"], database.values("SELECT framework_id FROM indicator WHERE retired_in IS NULL"))
        done = database.dump()
        for again in (release("one", "2.0.0", has=False), takes):
            self.load(database, again)
            self.assertSameDump(database, done)
        self.assertFalse(database.load(self.script(release("one", "1.0.0", has=True))).ok)

    def test_what_moved_is_still_used_where_it_was(self):
        """As where a competency and its scale are pulled out into a package that others share."""
        scale = 'scale Steps "Steps" { KEY level Low "Low" level High "High" }\n'
        skill = 'competency Rope "Rope" { KEY scale Steps level Low { - [R1] Ties. } level High { - [R2] Splices. } }\n'
        profile = 'profile Rigger "Rigger" { requires NAME at High }\n'
        first = self.source('framework one "One" { version "1.0.0" }\n' + (scale + skill).replace("KEY", "") + profile.replace("NAME", "Rope"))
        text = ('framework two "Two" { version "1.0.0" }\n' + scale.replace("KEY", 'id "one.Steps"')
                + skill.replace("KEY", 'id "one.Rope"').replace("Splices", "Splices well"))
        takes = self.source(text)
        drops = self.source('framework one "One" { version "2.0.0" }\nuse two\n' + profile.replace("NAME", "two.Rope"), [("two", text)])
        fresh = self.create(takes, drops)
        database = self.create(first)
        for built in (drops, takes, drops, takes):
            self.load(database, built)
        self.assertEqual([("one.Rope", "two", None)], database.query("SELECT id, framework_id, retired_in FROM competency").rows)
        self.assertEqual([("Splices well.", "two"), ("Ties.", "two")], database.query(
            "SELECT text, framework_id FROM indicator WHERE retired_in IS NULL ORDER BY text").rows)
        self.assertEqual(in_order(fresh.rows()), in_order(database.rows()))

    def test_frameworks_without_a_dependency(self):
        database = self.create()
        for name in ("one", "two", "One"):
            self.step(database, self.source(CORE.replace("framework core", f"framework {name}")))
        self.assertEqual(["One", "one", "two"], sorted(database.values("SELECT id FROM framework")))
