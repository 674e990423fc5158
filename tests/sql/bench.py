"""What the tests of the scripts share: the servers, the packages, and a class for each test and dialect."""
import itertools
import os
import time
import unittest
from pathlib import Path

from dialects import DIALECTS, EXPECTED, Database, Dialect
from packages import Built, Builder

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("CADRE_TEST_DATA", ROOT.parent / "shared" / "data"))


class Bench:
    """Starts a server when a test first asks for it, and builds each package once."""

    def __init__(self, cadre: str):
        self.builder = Builder(cadre)
        self._dialects = {}
        self._built = {}

    def dialect(self, name: str) -> Dialect:
        if name not in self._dialects:
            self._dialects[name] = DIALECTS[name]()
        return self._dialects[name]

    def built(self, make, *arguments) -> Built:
        key = (make, arguments)
        if key not in self._built:
            self._built[key] = make(*arguments)
        return self._built[key]

    def close(self) -> None:
        for dialect in self._dialects.values():
            dialect.close()
        self.builder.close()


BENCH: Bench = None


class SqlTest(unittest.TestCase):
    """A test that runs on each dialect that there is a script for."""

    dialect: Dialect = None
    language = ""
    maxDiff = 4000

    def source(self, text: str, dependencies=(), *options: str) -> Built:
        return BENCH.built(BENCH.builder.source, text, tuple(dependencies), *options)

    def package(self, path) -> Built:
        return BENCH.built(BENCH.builder.path, path)

    def script(self, built: Built) -> str:
        return built.script(self.language)

    def create(self, *builds: Built) -> Database:
        """A new database with these loaded into it, one after the other."""
        database = BENCH.dialect(self.language).create()
        self.addCleanup(database.drop)
        for built in builds:
            self.load(database, built)
        return database

    def copy(self, database: Database) -> Database:
        other = database.copy()
        self.addCleanup(other.drop)
        return other

    def load(self, database: Database, built: Built, client: str = "") -> None:
        done = database.load(self.script(built), client)
        self.assertTrue(done.ok, done.said[:3000])
        self.assertNotIn("ERROR", done.said[:3000])

    def assertSameDump(self, database: Database, before: dict) -> None:
        after = database.dump()
        for name in sorted({*before, *after}):
            old, new = before.get(name, []), after.get(name, [])
            if old != new:
                self.fail(f"{name} changed: without {[row for row in old if row not in new][:5]!r:.1500} "
                          f"and with {[row for row in new if row not in old][:5]!r:.1500}")


class Timed(unittest.TextTestResult):
    """Keeps the time of each test."""

    def __init__(self, *arguments, **more):
        super().__init__(*arguments, **more)
        self.times = []

    def startTest(self, test):
        self._begin = time.monotonic()
        super().startTest(test)

    def stopTest(self, test):
        super().stopTest(test)
        self.times.append((time.monotonic() - self._begin, test.id()))


def suite(modules, pattern: str) -> unittest.TestSuite:
    """Every test, once for each dialect."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{pattern}*"] if pattern else None
    out = unittest.TestSuite()
    for name, module in itertools.product(EXPECTED, modules):
        for case in vars(module).values():
            if not (isinstance(case, type) and issubclass(case, SqlTest)) or case.__module__ != module.__name__:
                continue
            if name in getattr(case, "WITHOUT", ()):
                continue
            members = {"language": name, "__module__": module.__name__}
            named = type(f"{case.__name__}_{name}", (case, ), members)
            out.addTest(loader.loadTestsFromTestCase(named))
    return out


def main(modules, cadre: str, pattern: str) -> int:
    global BENCH
    BENCH = Bench(cadre)
    try:
        result = unittest.TextTestRunner(verbosity=1, resultclass=Timed).run(suite(modules, pattern))
    finally:
        BENCH.close()
    print("slowest:", ", ".join(f"{test.split('.', 1)[-1]} {seconds:.1f} s" for seconds, test in sorted(result.times)[:-6:-1]))
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    return 1 if failed or not result.testsRun else 0
