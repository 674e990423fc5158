"""What a script makes of an empty database is what framework.json says, text by text."""
import filecmp
import os
import sqlite3
import subprocess

import bench
from bench import DATA, SqlTest
from dialects import DIALECTS, EXPECTED, sorted_rows
from expected import differences
from packages import HOSTILE, build_thorny, examples


def thorny(*options):
    return bench.BENCH.built(build_thorny, bench.BENCH.builder, *options)


class Content(SqlTest):
    def check(self, built):
        database = self.create(built)
        self.assertEqual([], differences(built.document, database.rows())[:20])
        before = database.dump()
        for client in database.CLIENTS:
            self.load(database, built, client)
            self.assertSameDump(database, before)
        return database

    def test_examples(self):
        for path in examples():
            with self.subTest(path.name):
                self.check(self.package(path))

    def test_hostile_texts_in_every_place(self):
        database = self.check(thorny())
        texts = {text for rows in database.rows().values() for row in rows for text in row.values()}
        for text in HOSTILE:
            self.assertIn(text.strip(), {each.strip() for each in texts if isinstance(each, str)})

    def test_drafts(self):
        self.check(thorny("--drafts"))

    def test_every_client_makes_the_same(self):
        built = thorny()
        wanted = self.create(built).dump()
        for client in bench.BENCH.dialect(self.language).Database.CLIENTS:
            with self.subTest(client):
                database = self.create()
                self.load(database, built, client)
                self.assertSameDump(database, wanted)

    def test_onet(self):
        if not (DATA / "onet").is_dir():
            self.skipTest("no tables of O*NET")
        self.check(bench.BENCH.built(onet))

    def test_an_attribute_that_any_declaration_can_have(self):
        self.check(self.source('framework x.y "X"\nattribute note "Note" : text\nprofile A "A" { note "b" }\n'))


def onet():
    builder = bench.BENCH.builder
    package = builder.folder / "onet"
    subprocess.run([builder.cadre, "import", "onet", DATA / "onet", "-o", package, "--min-importance", "4"],
                   check=True, capture_output=True)
    return builder.path(package)


class Scripts(SqlTest):
    """What there is to load, whatever the dialect."""

    WITHOUT = tuple(EXPECTED[1:])

    def test_there_is_a_script_for_each_dialect(self):
        for built in (thorny(), self.package(examples()[0])):
            wanted = sorted(f"{name}.sql" for name in EXPECTED)
            self.assertEqual(sorted([*wanted, "person_gap"]), sorted(os.listdir(built.folder / "sql")))
            self.assertEqual(wanted, sorted(os.listdir(built.folder / "sql" / "person_gap")))
            self.assertTrue({*EXPECTED} <= {*DIALECTS})

    def test_the_database_file_holds_what_the_script_makes(self):
        for built in (thorny(), *map(self.package, examples())):
            database = self.create(built)
            file = sqlite3.connect(built.folder / "framework.sqlite")
            self.addCleanup(file.close)
            self.assertEqual([("ok", )], file.execute("PRAGMA integrity_check").fetchall())
            self.assertEqual([], file.execute("PRAGMA foreign_key_check").fetchall())
            schema = file.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
            found = {"schema": sorted(map(str, schema))}
            for table in database.columns():
                found[table] = sorted_rows(file.execute(f'SELECT * FROM "{table}"'))
            self.assertEqual(found, database.dump())

    def test_two_builds_are_the_same_byte_for_byte(self):
        for path in examples():
            first, second = self.package(path), bench.BENCH.builder.path(path)
            for name in ("framework.sqlite", *(f"sql/{dialect}.sql" for dialect in EXPECTED)):
                self.assertTrue(filecmp.cmp(first.folder / name, second.folder / name, shallow=False), name)
