"""When a script must not run, or breaks off, it changes nothing, whatever the client does then."""
import random
import subprocess
import time

import bench
from bench import SqlTest
from content_cases import thorny
from packages import since
from upgrade_cases import DOWNSTREAM, UPGRADES, edited

NOTHING_CHANGED = "cadre: nothing was changed"

# A release in which all sorts of things are otherwise.
CHANGED = edited(*UPGRADES["a range gets wider"], *UPGRADES["a level is inserted"], *UPGRADES["requirements go"][:2],
                 *UPGRADES["translations are added"], *UPGRADES["keywords and matches"], *UPGRADES["the first of two rules goes"],
                 *UPGRADES["an attribute gets other choices"])

FOREIGN = {
    "a table of ours": "CREATE TABLE competency (number INTEGER PRIMARY KEY, name VARCHAR(20)); INSERT INTO competency VALUES (7, 'x')",
    "several tables of ours": "CREATE TABLE profile (number INTEGER); CREATE TABLE scale (weight INTEGER); INSERT INTO scale VALUES (7)",
    "a view": "CREATE VIEW path AS SELECT 1 AS id",
    "another table of the format": "CREATE TABLE cadre_format (name VARCHAR(20))",
    "a view of the format": "CREATE VIEW cadre_format AS SELECT 1 AS version",
    "an empty table that has our columns": "CREATE TABLE keyword (kind VARCHAR(20), id VARCHAR(20), position INTEGER, text VARCHAR(20))",
}


class Refusal(SqlTest):
    def refused(self, database, script: str, message: str = NOTHING_CHANGED) -> None:
        """Every client is told, and nothing is changed."""
        before = database.dump()
        for client in database.CLIENTS:
            with self.subTest(client):
                done = database.load(script, client)
                self.assertIn(message, done.said)
                self.assertSameDump(database, before)

    def first(self):
        return self.source(edited(version="1.0.0"))

    def test_a_newer_format(self):
        database = self.create(self.first())
        for version in (99, 1000000):
            database.script(f"UPDATE cadre_format SET version = {version}")
            self.refused(database, self.script(self.source(CHANGED)))

    def test_an_unknown_format(self):
        database = self.create(self.first())
        database.script("UPDATE cadre_format SET version = 0")
        self.refused(database, self.script(self.source(CHANGED)))
        database.script("UPDATE cadre_format SET version = -1")
        self.refused(database, self.script(self.source(CHANGED)))

    def test_sqlite_where_no_transaction_began(self):
        """As where the database was locked, and a client went on until it was free."""
        if self.language != "sqlite":
            return
        script = self.script(self.source(CHANGED))
        self.assertIn("BEGIN IMMEDIATE;", script)
        self.refused(self.create(self.first()), script.replace("BEGIN IMMEDIATE;", "", 1),
                     "FOREIGN KEY constraint failed")

    def test_a_newer_format_without_our_tables(self):
        database = self.create()
        database.script("CREATE TABLE cadre_format (version INTEGER NOT NULL PRIMARY KEY);"
                        "INSERT INTO cadre_format VALUES (99);")
        self.refused(database, self.script(self.first()))

    def test_foreign_tables_of_the_same_names(self):
        for name, sql in FOREIGN.items():
            with self.subTest(name):
                database = self.create()
                database.script(sql)
                database.script("CREATE TABLE other (a INTEGER); INSERT INTO other VALUES (1);")
                self.refused(database, self.script(self.first()))

    def test_tables_of_other_software_beside_ours_are_left_alone(self):
        database = self.create()
        database.script("CREATE TABLE employee (id INTEGER PRIMARY KEY, title VARCHAR(20)); INSERT INTO employee VALUES (1, 'x');")
        self.load(database, self.first())
        self.assertEqual([(1, "x")], database.values("SELECT id, title FROM employee"))

    def test_an_id_that_belongs_to_another_framework(self):
        other = 'framework other "Other" { version "1.0.0" }\ncompetency Mine "Mine"\n%s\n'
        for thief in ('profile Thief "Thief" { id "acme.Junior" }', 'competency Thief "Thief" { id "acme.Spare" }',
                      'category Thief "Thief" { id "acme.Work" }', 'scale Thief "Thief" { id "acme.Steps" level A }',
                      'scale Thief "Thief" numeric 0..1 { id "acme.Points" }',
                      'task Thief "Thief." { id "acme.T1" }', 'path Thief "Thief" { id "acme.Career" }'):
            with self.subTest(thief):
                database = self.create(self.first())
                self.refused(database, self.script(self.source(other % thief)))

    def test_an_indicator_that_belongs_to_another_framework(self):
        other = ('framework other "Other" { version "1.0.0" }\n'
                 'competency Mine "Mine" { id "acme" - [M1] Does. }\n')
        database = self.create(self.first(), self.source(other))
        self.load(database, self.first())

    def test_what_a_downstream_system_forbids(self):
        database = self.create(self.first())
        title = "title(100)" if self.language == "mysql" else "title"
        database.script(f"CREATE UNIQUE INDEX once ON profile ({title})")
        before = database.dump()
        script = self.script(self.source(edited(('"Clerk"', '"Junior"'), ("[M1] Drafts", "[M1] Writes"))))
        for client in database.CLIENTS:
            with self.subTest(client):
                self.assertRegex(database.load(script, client).said.lower(), "unique|duplicate")
                self.assertSameDump(database, before)


    def test_changes_to_a_release_that_is_not_there(self):
        old = self.first()
        built = self.source(edited(*UPGRADES["a profile goes"], version="2.0.0"), (), *since(old))
        in_mysql = self.language == "mysql"
        absent = "the older release is not here" if in_mysql else "this database does not hold acme 1.0.0: run the script of all rows"
        nothing = "the older release is not here" if in_mysql else "there is no framework in this"
        other_format = "another format: run the whole script" if in_mysql else "this database is of another format: run the script"
        other = self.source('framework other "Other" { version "1.0.0" }\n')
        part = self.source('framework other "Other" { version "1.0.0" }\nuse acme\nprofile Mine "Mine" { requires acme.Honesty }\n',
                           [("acme", edited(version="1.0.0"))])
        older_format, newer_format, foreign = self.create(old), self.create(old), self.create()
        older_format.script("UPDATE cadre_format SET version = 1")
        newer_format.script("UPDATE cadre_format SET version = 3")
        foreign.script("CREATE TABLE framework (id INTEGER NOT NULL PRIMARY KEY)")
        for name, database, message in (
                ("an empty one", self.create(), nothing), ("another framework", self.create(other), absent),
                ("a part of it", self.create(part), absent), ("a newer release", self.create(self.source(edited(version="2.1.0"))), absent),
                ("an older format", older_format, other_format), ("a newer format", newer_format, "a newer "),
                ("tables of others", foreign, nothing)):
            with self.subTest(name):
                self.refused(database, built.script(f"changes/{self.language}"), f"{NOTHING_CHANGED}: {message}")


class Interruption(SqlTest):
    """A script that breaks off."""

    def cuts(self, script: str, count: int) -> list:
        """Places to cut at: ends of statements, and elsewhere; those near the end more often."""
        at_random = random.Random(7)
        ends = [place + 2 for place in range(len(script)) if script.startswith(";\n", place)]
        last = script.rstrip().rfind("COMMIT")
        ends = [place for place in ends if place <= last]
        merge = [place for place in ends if place > len(script) * 0.65]
        chosen = {*at_random.sample(ends, count // 2), *at_random.sample(merge, count // 2), *ends[-4:], *ends[:2]}
        chosen |= {at_random.randrange(len(script)) for _ in range(count // 2)}
        chosen |= {at_random.randrange(last - 3000, last) for _ in range(count // 4)}
        return sorted(place for place in chosen if place <= last)

    def cut_off(self, old, built, script: str, count: int) -> None:
        """Cuts the script off, over and over; whole, it then does what the script of all rows does."""
        database = self.create(old)
        database.script(DOWNSTREAM.format(**database.types()))
        before = database.dump()
        whole = self.copy(database)
        self.load(whole, built)
        whole = whole.dump()
        self.assertNotEqual(before, whole)
        clients = [client for client in database.CLIENTS if client not in database.COMMITTING]
        for place in self.cuts(script, count):
            with self.subTest(place=place, before=script[max(0, place - 120):place]):
                for client in clients:
                    database.load(script[:place], client)
                after, expected = database.dump(), before
                before = after
                self.assertSameDump(database, expected)
        self.assertTrue(database.load(script).ok)
        self.assertSameDump(database, whole)

    def test_cut_off_over_an_older_release(self):
        built = self.source(CHANGED)
        self.cut_off(self.source(edited(version="1.0.0")), built, self.script(built), 16)

    def test_changes_that_are_cut_off(self):
        old = self.source(edited(version="1.0.0"))
        edits = (*UPGRADES["a range gets wider"], *UPGRADES["a level is inserted"], *UPGRADES["translations are added"],
                 *UPGRADES["the first of two rules goes"])
        built = self.source(edited(*edits, version="2.0.0"), (), *since(old))
        self.cut_off(old, built, built.script(f"changes/{self.language}"), 12)

    def test_cut_off_in_a_client_that_commits(self):
        """All or nothing here too: what is whole but for its last word may count as whole."""
        start = self.create(self.source(edited(version="1.0.0")))
        script = self.script(self.source(CHANGED))
        before = start.dump()
        whole = self.copy(start)
        self.load(whole, self.source(CHANGED))
        whole = whole.dump()
        for place in self.cuts(script, 12) if start.COMMITTING else ():
            for client in start.COMMITTING:
                with self.subTest(place=place, client=client, before=script[max(0, place - 120):place]):
                    database = self.copy(start)
                    database.load(script[:place], client)
                    if database.dump() != whole:
                        self.assertSameDump(database, before)

    def test_cut_off_in_an_empty_database(self):
        built = self.source(edited(version="1.0.0"))
        script = self.script(built)
        wanted = self.create(built).dump()
        database = self.create()
        nothing = database.dump()
        for place in self.cuts(script, 8):
            with self.subTest(place=place, before=script[max(0, place - 120):place]):
                database.load(script[:place], database.CLIENTS[-1 if self.language != "postgresql" else 1])
                if self.language == "mysql":
                    # Tables may be there, as MySQL commits each; rows not.
                    rows = {name: found for name, found in database.rows().items() if name != "cadre_format"}
                    self.assertEqual([], [name for name, found in rows.items() if found])
                else:
                    self.assertSameDump(database, nothing)
        self.load(database, built)
        self.assertSameDump(database, wanted)

    def test_statements_that_fail_in_the_middle(self):
        """Each of these makes one statement of the script fail, in clients that go on too."""
        script = self.script(self.source(CHANGED))
        database = self.create(self.source(edited(version="1.0.0")))
        before = database.dump()
        places = [place for place in range(len(script)) if script.startswith("\nINSERT INTO ", place)
                  and "cadre_new_" in script[place:place + 40]]
        self.assertGreater(len(places), 10)
        for place in random.Random(3).sample(places, 6):
            broken = script[:place] + "\nINSERT INTO nowhere VALUES (1);" + script[script.index(";\n", place) + 1:]
            for client in database.CLIENTS:
                with self.subTest(client=client, statement=script[place:place + 80]):
                    said = database.load(broken, client).said
                    self.assertIn("nowhere", said)
                    self.assertSameDump(database, before)

    def test_the_client_is_killed(self):
        built = bench.BENCH.built(many)
        script = self.script(built).encode()
        database = self.create(self.source(edited(version="1.0.0")))
        before = database.dump()
        for share in (0.1, 0.5, 0.9, 0.99, 1):
            with self.subTest(share=share):
                client = subprocess.Popen(database.command(database.CLIENTS[0]), stdin=subprocess.PIPE,
                                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    client.stdin.write(script[:int((len(script) - 20) * share)])
                    client.stdin.flush()
                except BrokenPipeError:
                    self.fail("the client ended by itself")
                time.sleep(0.05)
                client.kill()
                client.wait()
                client.stdin.close()
                time.sleep(0.2)
                self.assertSameDump(database, before)
        self.load(database, built)


def many():
    """A framework that takes a while to load."""
    text = 'framework many "Many" { version "1.0.0" scale Steps }\nscale Steps "Steps" { level A level B }\n'
    text += "".join(f'competency C{i} "Competency {i}" {{ about "{"x" * 300}" level A {{ - Does {i}. }} }}\n' for i in range(1500))
    text += "".join(f'profile P{i} "Profile {i}" {{ requires C{i} at A requires C{i + 1} at A }}\n' for i in range(500))
    return bench.BENCH.builder.source(text)


class Settings(SqlTest):
    """Servers and databases that are set up in unusual ways."""

    def test_each_setting(self):
        built = thorny()
        wanted = {name: rows for name, rows in self.create(built).dump().items() if name != "schema"}
        for name in self.create().settings():
            with self.subTest(name):
                database = self.create()
                odd, usual = database.settings()[name]
                database.script(odd)
                try:
                    loaded = [database.load(self.script(built)) for _ in range(2)]
                finally:
                    database.script(usual)
                for done in loaded:
                    self.assertTrue(done.ok, done.said[:2000])
                found = {name: rows for name, rows in database.dump().items() if name != "schema"}
                self.assertEqual(wanted.keys(), found.keys())
                for name, rows in wanted.items():
                    self.assertEqual(rows, found[name])
