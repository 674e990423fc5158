"""A script of the changes alone brings a database from one release to exactly what the script of all rows brings it to."""
import random
import re
import shutil
import sys

import bench
from bench import ROOT, SqlTest
from content_cases import thorny
from packages import since, write
from sharing_cases import CORE, CORE_2, user
from upgrade_cases import UPGRADES, edited

sys.path.insert(0, str(ROOT / "tests/diff"))
import diff_test  # noqa: E402

MAJOR = "{}.0.0"
# The packages of examples that are changed at random: which folder is copied, what is built, what is changed.
EXAMPLES = (("marketing", "", ""), ("hospital", "nursing", "nursing"), ("hospital", "pharmacy", "core"), ("hospital", "core", "core"),
            ("trade-standard", "", ""), ("numeric", "", ""), ("engineering-ladder", "", ""))
LINES = re.compile(r"^ +(requires|- |keywords|matches|was|replaces|tasks|knowledge|about|reviewed|in |part of|->)")

# What stays from release to release, and what goes and comes back: with all that can be said of it, and with little.
RETURNS = """framework back "Back" {{ version "{version}" translations fr scale Skill }}
scale Skill "Skill" {{ level Low level High }}
scale Years "Years" numeric 0..9
category Group "Group"
family Area "Area"
credential Licence "Licence"
task Filing "Files letters by date."
attribute note "Note" on profile, competency, credential, resource, path, category, family, scale : text
competency Stays "Stays" {{ scale none }}
competency Keeps "Keeps" {{
  level Low {{ - [K-1] Keeps the door shut. }}
{rest}
"""
RICH = """  level High { - [K-2] Keeps the ledger. }
}
competency Leaves "Leaves" {
  note "n" keywords "away", "gone" in Group part of Stays credential Licence tasks Filing
  matches close esco "http://data.europa.eu/esco/skill/1"
  knowledge { - Roads out of town. }
  level Low {
    - [L-1] Packs a bag.
    develop { - Travel light. }
  }
  level High { - [L-2] Packs a trunk. }
}
abstract profile Base "Base" { requires Stays }
profile Goer "Goer" extends Base {
  family Area note "n" keywords "away" requires Leaves at Low weight 2 credential Licence tasks Filing
  knowledge { - Timetables. }
}
profile Stayer "Stayer" extends Base { drops Stays because "it has its own" requires Keeps at Low }
profile Last "Last" { requires Keeps at High }
every profile in Area except Stayer { requires Keeps at Low }
path Away "Away" { note "n" keywords "road" Goer -> Stayer Stayer -> Last }
resource Guide "Guide" { note "n" keywords "map" type book develops Leaves }
credential Pass "Pass" { note "n" keywords "gate" matches close esco "http://data.europa.eu/esco/skill/2" }
attribute grade "Grade" on profile, competency, task : one of A, B
scale Speed "Speed" { note "n" level Slow { - In good time. } level Fast level Faster }
crosswalk Pace "Pace" from Speed to Skill { Slow -> Low Fast -> Low Faster -> High }
family Roads "Roads" { note "n" keywords "tar" }
translation fr {
  competency Leaves "Part" { level Low { - [L-1] Fait un sac. } }
  competency Keeps "Garde" { level High { - [K-2] Tient le registre. } }
  profile Goer "Voyageur"
}
"""
POOR = """  level High { - [K-2] Keeps the ledger. }
}
competency Leaves "Leaves" { level Low { - [L-1] Packs a bag. } }
profile Goer "Goer" { requires Leaves at Low }
profile Stayer "Stayer" { requires Keeps at Low }
profile Last "Last" { requires Keeps at High }
every profile { requires Keeps at Low }
path Away "Away" { Goer -> Last }
resource Guide "Guide" { type book }
credential Pass "Pass"
attribute grade "Grade" on profile : one of B
scale Speed "Speed" { level Slow level Faster }
crosswalk Pace "Pace" from Speed to Skill { Slow -> Low Faster -> High }
family Roads "Roads"
"""


def changed_at_random(folder, chance: random.Random) -> None:
    """Takes out lines, swaps words and lets declarations change places."""
    files = sorted(folder.rglob("*.cadre"))
    for _ in range(chance.randrange(1, 5)):
        path = chance.choice(files)
        lines = path.read_text(encoding="utf-8").split("\n")
        kind = chance.randrange(4)
        if kind == 0:
            places = [number for number, line in enumerate(lines) if LINES.match(line) and "{" not in line]
            if places:
                del lines[chance.choice(places)]
        elif kind == 1:
            places = [number for number, line in enumerate(lines) if '"' in line and "version" not in line]
            if places:
                place = chance.choice(places)
                lines[place] = re.sub(r'"([A-Za-z ]{3,})', lambda it: f'"Other {it[1].lower()}', lines[place], count=1)
        elif kind == 2:
            places = [number for number, line in enumerate(lines) if re.match(r" +- ", line)]
            if places:
                lines.insert(chance.choice(places), f"    - Keeps the record of case {chance.randrange(10**6)} in order.")
        else:
            blocks = re.split(r"(?m)^(?=\w)", "\n".join(lines))
            if len(blocks) > 4:
                one = chance.randrange(1, len(blocks))
                block = blocks.pop(one)
                blocks.insert(chance.randrange(1, len(blocks) + 1), block if block.endswith("\n") else block + "\n")
            lines = "".join(blocks).split("\n")
        path.write_text("\n".join(lines), encoding="utf-8")


class Changes(SqlTest):
    def changes(self, built) -> str:
        return built.script(f"changes/{self.language}")

    def apply(self, database, script: str, client: str = "") -> None:
        done = database.load(script, client)
        self.assertTrue(done.ok, done.said[:3000])
        self.assertNotIn("ERROR", done.said[:3000])

    def release(self, number: int, edits=(), old=None, dependencies=()):
        text = edited(*edits, version=MAJOR.format(number))
        return self.source(text, dependencies, *(since(old) if old else ()))

    def step(self, whole, parts, built) -> None:
        """One database gets all rows, the other one what has changed; a second time changes nothing."""
        self.load(whole, built)
        self.apply(parts, self.changes(built))
        wanted = whole.dump()
        self.assertSameDump(parts, wanted)
        self.apply(parts, self.changes(built))
        self.assertSameDump(parts, wanted)

    def walk(self, names) -> None:
        """From release to release in one database, which gathers what each leaves behind."""
        old = self.release(1)
        whole, parts = self.create(old), self.create(old)
        for number, name in enumerate(names, 2):
            with self.subTest(name):
                built = self.release(number, UPGRADES[name] if name else (), old)
                self.step(whole, parts, built)
                old = built

    def test_each_upgrade_and_back(self):
        names = list(UPGRADES) if self.language == "sqlite" else random.Random(11).sample(list(UPGRADES), 12)
        self.walk([step for name in names for step in (name, None)])

    def test_from_one_upgrade_to_another(self):
        """So that much comes and goes at once."""
        names = list(UPGRADES)
        random.Random(7).shuffle(names)
        self.walk(names if self.language == "sqlite" else names[:12])

    def test_the_version_alone(self):
        old = self.release(1)
        built = self.release(2, (), old)
        self.step(self.create(old), self.create(old), built)
        self.assertNotIn("cadre_new_competency", self.changes(built))

    def test_a_release_that_keeps_its_version(self):
        old = self.release(1)
        built = self.source(edited(*UPGRADES["texts"], *UPGRADES["a rule goes"], version="1.0.0"), (), *since(old))
        self.step(self.create(old), self.create(old), built)

    def test_what_has_moved(self):
        """Positions follow, of what is retired too, and of what is long gone they stay."""
        def text(version: str, names: str) -> str:
            lines = []
            for name in names.split():
                state = " status retired" if name.endswith("!") else ""
                lines.append(f'competency {name.rstrip("!")} "C" {{ scale none{state} }}')
            return f'framework moved "Moved" {{ version "{version}" }}\n' + "\n".join(lines) + "\n"

        releases = ("A B C D E F G H", "A B X! C E F G H", "Y A B X! C E H F G", "H G F E C B X! A Y", "H G E C X! A Y D Z",
                    "Z D Y A X C E! G H", "B! E! A G H", "A G H Q R S T U V", "U A G H Q R S T V", "V U T S R Q H G A")
        old = self.source(text("1.0.0", releases[0]))
        whole, parts = self.create(old), self.create(old)
        for number, names in enumerate(releases[1:], 2):
            with self.subTest(names):
                built = self.source(text(MAJOR.format(number), names), (), *since(old))
                self.step(whole, parts, built)
                old = built

    def test_what_comes_back_with_less_than_it_went_with(self):
        """What is retired keeps its facts, so those of its return are not all that the database holds."""
        old = self.source(RETURNS.format(version="1.0.0", rest=RICH))
        gone = self.source(RETURNS.format(version="2.0.0", rest="}"), (), *since(old))
        back = self.source(RETURNS.format(version="3.0.0", rest=POOR), (), *since(gone))
        whole, parts = self.create(old), self.create(old)
        for built in (gone, back):
            with self.subTest(built.document["framework"]["version"]):
                self.step(whole, parts, built)

    def test_one_that_comes_first_moves_all_others_at_once(self):
        lines = [f'competency C{number} "C" {{ scale none }}\n' for number in range(300)]
        old = self.source('framework many "Many" { version "1.0.0" }\n' + "".join(lines))
        built = self.source('framework many "Many" { version "1.1.0" }\ncompetency First "F" { scale none }\n' + "".join(lines), (),
                            *since(old))
        self.step(self.create(old), self.create(old), built)
        self.assertNotIn("many.C77", self.changes(built))

    def test_hostile_texts(self):
        old = thorny()
        home = old.package.parent / "next"
        if not home.exists():
            text = (old.package / "all.cadre").read_text(encoding="utf-8").replace("2.1.0-rc.1+build.5", "3.0.0")
            self.assertIn("Says ", text)
            write(home, (old.package / "cadre.toml").read_text(encoding="utf-8"), text.replace("Says ", "States ").replace("DROP TABLE", "DROP the TABLE"))
        built = bench.BENCH.built(bench.BENCH.builder.path, home, *since(old))
        self.step(self.create(old), self.create(old), built)

    def test_the_cases_of_cadre_diff(self):
        if self.language != "sqlite":
            return
        count = 0
        for page in sorted((ROOT / "tests/diff/cases").glob("*.md")):
            for part in re.split(r"(?m)^(?=## )", page.read_text(encoding="utf-8"))[1:]:
                sides = {match[1]: match[2] for match in diff_test.BLOCK.finditer(part)}
                home = bench.BENCH.builder.folder / f"case{count}"
                count += 1
                home.mkdir()
                # What a version must say is no matter here.
                newer = re.sub(r'\bversion +"[^"]*"', 'version "9.0.0"', sides["cadre new"], count=1)
                diff_test.write_package(home / "old", sides["cadre old"], "1.0.0")
                diff_test.write_package(home / "new", newer, "9.0.0")
                with self.subTest(part.splitlines()[0]):
                    old = bench.BENCH.builder.path(home / "old", "--drafts")
                    built = bench.BENCH.builder.path(home / "new", "--drafts", *since(old))
                    if built.document["framework"]["id"] != old.document["framework"]["id"]:
                        continue  # Another framework, which the older side does not have.
                    self.step(self.create(old), self.create(old), built)
        self.assertGreater(count, 30)

    def test_examples_with_changes_at_random(self):
        tries = 8 if self.language == "sqlite" else 1
        built_ones = 0
        for number, (folder, package, changed) in enumerate(EXAMPLES):
            old = self.package(ROOT / "examples" / folder / package)
            whole, parts = self.create(old), self.create(old)
            for seed in range(tries):
                with self.subTest(f"{folder}/{package}", seed=seed):
                    home = bench.BENCH.builder.folder / f"random{number}-{seed}"
                    if not home.exists():
                        shutil.copytree(ROOT / "examples" / folder, home)
                        changed_at_random(home / changed, random.Random(100 * number + seed))
                    try:
                        built = bench.BENCH.built(bench.BENCH.builder.path, home / package, *since(old))
                    except AssertionError:
                        continue  # What was changed no longer checks.
                    built_ones += 1
                    self.step(whole, parts, built)
                    old = built
        self.assertGreater(built_ones, len(EXAMPLES) * tries / 3)

    def test_other_frameworks_in_the_database(self):
        core_1, core_2 = self.source(CORE), None
        core_2 = self.source(CORE_2, (), *since(core_1))
        alpha_1 = self.source(user("alpha"), [("core", CORE)])
        alpha_2 = self.source(user("alpha", version="2.0.0", level="Middle",
                                   more='profile Carer "Carer" { requires core.Care at Top }\n'), [("core", CORE_2)], *since(alpha_1))
        beta = self.source(user("beta"), [("core", CORE)])
        for order in ((core_2, alpha_2), (alpha_2, core_2)):
            with self.subTest(order[0].document["framework"]["id"]):
                whole, parts = self.create(core_1, beta, alpha_1), self.create(core_1, beta, alpha_1)
                for built in order:
                    self.step(whole, parts, built)

    def test_a_framework_that_others_brought(self):
        alpha_1 = self.source(user("alpha"), [("core", CORE)])
        alpha_2 = self.source(user("alpha", version="2.0.0", level="Middle"), [("core", CORE_2)], *since(alpha_1))
        self.step(self.create(alpha_1), self.create(alpha_1), alpha_2)

    def test_every_client(self):
        old = self.release(1)
        built = self.release(2, UPGRADES["a level is inserted"], old)
        whole = self.create(old, built)
        for client in whole.CLIENTS:
            with self.subTest(client):
                database = self.create(old)
                self.apply(database, self.changes(built), client)
                self.assertSameDump(database, whole.dump())

    def test_one_edit_in_a_large_framework_is_a_small_script(self):
        def text(version: str, title: str) -> str:
            competencies = "".join(f'competency C{n} "C{n}" {{ scale none - [I{n}] Does the work of number {n}. }}\n' for n in range(400))
            profiles = "".join(f'profile P{n} "{title if n == 7 else "P"}" {{\n' + "".join(
                f"  requires C{(n + k) % 400}\n" for k in range(40)) + "}\n" for n in range(100))
            return f'framework large "Large" {{ version "{version}" }}\n{competencies}{profiles}'

        old = self.source(text("1.0.0", "P"))
        built = self.source(text("1.0.1", "Another"), (), *since(old))
        self.step(self.create(old), self.create(old), built)
        self.assertLess(len(self.changes(built)), 40000)
        self.assertGreater(len(self.script(built)), 10 * len(self.changes(built)))
