"""Databases that earlier versions of Cadre made.

formats/N holds what the last compiler of format N made of a package with every construct, script by
script, and the package. When the format goes up, put the scripts of the version before into a folder
of their own, and leave them alone for good.
"""
from bench import ROOT, SqlTest
from dialects import sorted_rows
from expected import differences
from refusal_cases import NOTHING_CHANGED
from upgrade_cases import DOWNSTREAM, TABLES


def sorted_items(row: dict) -> list:
    return sorted(row.items())


FORMATS = ROOT / "tests" / "sql" / "formats"


class Formats(SqlTest):
    def frozen(self):
        """The scripts of earlier formats for this dialect, each with its number and today's build of its source."""
        for folder in sorted(FORMATS.iterdir(), key=lambda folder: int(folder.name)):
            path = folder / f"{self.language}.sql"
            if path.exists():
                with open(path, encoding="utf-8", newline="") as file:
                    yield int(folder.name), file.read(), self.package(folder / "main")

    def test_the_newer_script_takes_an_older_database_over(self):
        for number, script, built in self.frozen():
            with self.subTest(format=number):
                fresh = self.create(built)
                database = self.create()
                self.assertTrue(database.load(script).ok)
                self.assertEqual(number, database.value("SELECT version FROM cadre_format"))
                database.script(DOWNSTREAM.format(**database.types()))
                kept = {name: rows for name, rows in database.dump().items() if name in TABLES}
                self.load(database, built)
                rows = database.rows()
                found = {name: sorted_rows(map(sorted_items, rows[name])) for name in rows}
                self.assertEqual(kept, {name: database.dump()[name] for name in TABLES})
                self.assertEqual([], differences(built.document, {name: rows[name] for name in rows.keys() - {*TABLES}})[:10])
                # The order of columns may differ: new ones come last in older tables.
                for table, wanted in fresh.rows().items():
                    self.assertEqual(sorted_rows(map(sorted_items, wanted)), found[table], table)
                once = database.dump()
                self.load(database, built)
                self.assertSameDump(database, once)

    def test_the_older_script_refuses_the_newer_database(self):
        for number, script, built in self.frozen():
            with self.subTest(format=number):
                database = self.create(built)
                if database.value("SELECT version FROM cadre_format") == number:
                    continue
                before = database.dump()
                for client in database.CLIENTS:
                    self.assertIn(NOTHING_CHANGED, database.load(script, client).said)
                    self.assertSameDump(database, before)
