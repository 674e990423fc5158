#!/usr/bin/python3
"""Builds repositories of packages with CMake, Ninja and Make, as docs/build-systems.md says, and looks at what is
checked again after an edit.

    cmake_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN
"""

import os
import re
import shutil
import subprocess
import sys
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))
from harness import CADRE, CadreTest, main  # noqa: E402

from graph import Graph  # noqa: E402

HOSPITAL = ("core", "nursing", "pharmacy", "facilities", "careers")


class BuildTest(CadreTest):
    def setUp(self):
        super().setUp()
        # As it is installed; the folder has a space, as folders do.
        self.prefix = self.dir / "where it is"
        (self.prefix / "bin").mkdir(parents=True)
        (self.prefix / "bin/cadre").symlink_to(CADRE)
        shutil.copytree(ROOT / "runtime/cmake", self.prefix / "share/cadre/cmake")
        self.source = self.dir / "the source"
        self.build = self.dir / "the build"

    def run_tool(self, *arguments, code=0):
        done = subprocess.run([str(it) for it in arguments], cwd=self.dir, capture_output=True, text=True, timeout=300)
        if code is not None:
            self.assertEqual(done.returncode, code, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def configure(self, generator="Ninja", code=0):
        return self.run_tool("cmake", "-S", self.source, "-B", self.build, "-G", generator,
                             f"-DCMAKE_PREFIX_PATH={self.prefix}", code=code)

    def checked(self, code=0):
        """The packages that a build checks."""
        done = self.run_tool("cmake", "--build", self.build, code=None)
        self.assertEqual(done.returncode == 0, code == 0, done.stdout + done.stderr)
        self.told = done.stdout + done.stderr
        return set(re.findall(r"Checking framework (\S+)", done.stdout))

    def edit(self, name, change):
        path = self.source / name
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


class Packages(BuildTest):
    """After an edit, what changed is checked again, and what that changes."""

    def make(self, *size):
        """A repository that was built once. CADRE_PACKAGES sets how many packages it has."""
        self.graph = Graph(*size)
        self.graph.write(self.source)
        self.configure()
        self.times = []
        self.all = {f"p{it}" for it in self.graph.uses}
        self.expect("first build", self.all)

    def expect(self, what, packages):
        begin = time.monotonic()
        self.assertEqual(self.checked(), packages, what)
        self.times.append(f"{what}: {len(packages)} packages in {time.monotonic() - begin:.1f} s")
        self.assertEqual(self.checked(), set(), f"once more after: {what}")

    def test_300(self):
        self.make(300, 9)
        self.edit("p0/framework.cadre", lambda it: "// A comment.\n" + it)
        self.expect("a comment at the bottom", {"p0"})
        above = {f"p{it}" for it in self.graph.dependents(120)}
        self.assertTrue(0 < len(above) < 100, "neither none nor all use the package in the middle")
        self.edit("p120/competencies.cadre", lambda it: it.replace("Does piece", "Does the piece"))
        self.expect("a definition in the middle", above | {"p120"})
        self.equals_sources(299)
        print("\n".join(self.times))

    def test_each_edit(self):
        packages = int(os.environ.get("CADRE_PACKAGES", "30"))
        self.make(packages, 6)
        last = packages - 1
        self.edit("p0/framework.cadre", lambda it: "// A comment.\n" + it)
        self.expect("a comment at the bottom", {"p0"})
        self.edit("p0/competencies.cadre", lambda it: it.replace("  ", "    "))
        self.expect("layout at the bottom", {"p0"})
        (self.source / "p0/profiles.cadre").rename(self.source / "p0/a.cadre")
        self.expect("a file renamed, declarations in another order", self.all)
        (self.source / "p0/a.cadre").rename(self.source / "p0/profiles.cadre")
        self.expect("and back", self.all)
        (self.source / "p0/profiles.cadre").rename(self.source / "p0/roles.cadre")
        self.expect("a file renamed, declarations in the same order", {"p0"})
        self.edit("p0/framework.cadre", lambda it: it.replace('"Advanced"', '"Advanced work"'))
        self.expect("the title of a level at the bottom", self.all)
        (self.source / "p0/new.cadre").write_text('competency New "New work"\n')
        self.expect("a competency more at the bottom", self.all)
        (self.source / f"p{last}/new").mkdir()
        (self.source / f"p{last}/new/new.cadre").write_text('competency New "New work"\n')
        self.expect("a new folder at the top", {f"p{last}"})
        (self.source / f"p{last}/new/other.cadre").write_text('competency Other "Other work"\n')
        self.expect("a new file at the top", {f"p{last}"})
        (self.source / f"p{last}/new/other.cadre").unlink()
        self.expect("a file less at the top", {f"p{last}"})
        self.fails_and_is_mended()
        self.equals_sources(last)
        print("\n".join(self.times))

    def fails_and_is_mended(self):
        before = (self.source / "p0/framework.cadre").read_text()
        self.edit("p0/framework.cadre", lambda it: it + "competency\n")
        self.assertEqual(self.checked(code=1), {"p0"})
        self.assertEqual(self.checked(code=1), {"p0"}, "a failure is not forgotten")
        (self.source / "p0/framework.cadre").write_text(before)
        self.assertEqual(self.checked(), {"p0"})

    def equals_sources(self, last):
        """Through hundreds of interfaces comes out what comes out of the sources."""
        given = [part for it in range(last) for part in ("--interface", self.build / f"p{it}/framework.interface")]
        for to, interfaces in (("a", []), ("b", given)):
            self.cadre("build", self.source / f"p{last}", "-o", to, "--emit", "json,interface", "-q", *interfaces)
        for name in ("framework.json", "framework.interface"):
            self.assertEqual((self.dir / "a" / name).read_bytes(), (self.dir / "b" / name).read_bytes())
        self.assertEqual((self.dir / "a/framework.interface").read_bytes(),
                         (self.build / f"p{last}/framework.interface").read_bytes())


class Hospital(BuildTest):
    """A workspace, as its users would add it."""

    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "examples/hospital", self.source, ignore=shutil.ignore_patterns("dist"))
        with open(self.source / "CMakeLists.txt", "a", encoding="utf-8") as file:
            file.write("get_target_property(where careers CADRE_OUTPUT_DIRECTORY)\n"
                       "add_custom_target(use ALL COMMAND ${CMAKE_COMMAND} -E copy ${where}/framework.json "
                       "${CMAKE_BINARY_DIR}/used.json VERBATIM)\nadd_dependencies(use careers)\n")

    def test_ninja(self):
        self.builds_all("Ninja")
        self.assertEqual(self.checked(), set())
        self.edit("core/rules.cadre", lambda it: it + "// Reviewed.\n")
        self.assertEqual(self.checked(), {"core"})
        self.edit("nursing/cadre.toml", lambda it: it + "# Reviewed.\n")
        self.assertEqual(self.checked(), {"nursing"})
        (self.source / "core/translations/fr.lock").unlink()
        self.assertEqual(self.checked(), {"core"})
        (self.build / "core/framework.interface").unlink()
        self.assertEqual(self.checked(), set(HOSPITAL))
        self.assertEqual(self.checked(), set())

    def test_the_release_before(self):
        """What is compared with is read, too."""
        (self.source / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.20)\nproject(since LANGUAGES NONE)\nfind_package(Cadre REQUIRED)\n"
            "cadre_add_framework(core core EMIT json html OPTIONS --since ${CMAKE_SOURCE_DIR}/before/framework.json)\n")
        self.cadre("build", self.source / "core", "-o", self.source / "before", "--emit", "json", "-q")
        self.configure()
        self.assertEqual(self.checked(), {"core"})
        self.assertEqual(self.checked(), set())
        self.edit("before/framework.json", lambda it: it.replace("Patient focus", "Focus on patients"))
        self.assertEqual(self.checked(), {"core"})
        self.assertEqual(self.checked(), set())
        self.assertIn("Focus on patients", (self.build / "core/site/changes.html").read_text(encoding="utf-8"))

    def test_make(self):
        self.builds_all("Unix Makefiles")
        self.assertEqual(self.checked(), set())
        for change, wanted in ((lambda it: it + "// Reviewed.\n", {"core"}),
                               (lambda it: re.sub(r'(version +"\d+\.\d+\.)\d+', r"\g<1>77", it), set(HOSPITAL))):
            self.edit("core/framework.cadre", change)
            self.assertEqual(self.checked(), wanted)
            self.assertEqual(self.checked(), set(), "comes to rest")
        self.edit("careers/framework.cadre", lambda it: it + "// Reviewed.\n")
        self.assertEqual(self.checked(), {"careers"})
        self.edit("core/rules.cadre", lambda it: it + "competency\n")
        self.assertEqual(self.checked(code=1), {"core"})
        self.edit("core/rules.cadre", lambda it: it.replace("competency\n", ""))
        self.assertEqual(self.checked(), {"core"})
        self.assertEqual(self.checked(), set())
        self.run_tool("cmake", "--build", self.build, "--target", "clean")
        self.assertFalse((self.build / "core/framework.interface").exists())
        self.assertEqual(self.checked(), set(HOSPITAL))
        self.assertEqual(self.checked(), set())

    def test_make_and_a_source_that_goes(self):
        """What docs/build-systems.md says of names that CMake does not forget: that package alone, up to `--fresh`."""
        self.configure("Unix Makefiles")
        self.checked()
        (self.source / "core/rules.cadre").rename(self.source / "core/renamed.cadre")
        for _ in range(3):
            self.assertEqual(self.checked(), {"core"})
        version = self.run_tool("cmake", "--version").stdout.split()[2].split(".")
        if [int(it) for it in version[:2]] < [3, 24]:
            self.skipTest("this CMake has no --fresh")
        self.run_tool("cmake", "--fresh", "-S", self.source, "-B", self.build, "-G", "Unix Makefiles", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.checked()
        self.assertEqual(self.checked(), set())

    def test_output_that_is_deleted(self):
        """As docs/build-systems.md has it: what tools build by is the interface, and `clean` mends the rest."""
        self.configure()
        self.checked()
        (self.build / "core/framework.json").unlink()
        self.assertEqual(self.checked(), set())
        self.run_tool("cmake", "--build", self.build, "--target", "clean")
        self.checked()
        self.assertTrue((self.build / "core/framework.json").is_file())

    def test_ninja_of_several_configurations(self):
        self.builds_all("Ninja Multi-Config")

    def builds_all(self, generator):
        self.configure(generator)
        self.assertEqual(self.checked(), set(HOSPITAL))
        self.assertTrue((self.build / "used.json").is_file())
        for name in HOSPITAL:
            self.cadre("build", self.source / name, "-o", "other", "--emit", "json,html,interface", "-q")
            written = [it for it in (self.dir / "other").rglob("*") if it.is_file()]
            self.assertGreater(len(written), 10)
            for path in written:
                self.assertEqual(path.read_bytes(), (self.build / name / path.relative_to(self.dir / "other")).read_bytes())
            shutil.rmtree(self.dir / "other")

    def test_mistakes(self):
        (self.source / "x $y").mkdir()
        for call, said in (("no nowhere", "there is no folder"),
                           ('no core DEPENDS later', "later is not a framework that was added before"),
                           ('no core DEPENDS use', "use is not a framework"),
                           ('no core EMITS json', "what is `EMITS;json`"),
                           ('no core DEPENDS', "what is `DEPENDS`"),
                           (r'no core OUTPUT_DIRECTORY "out \$p"', "a path with a dollar sign cannot be watched"),
                           (r'no "x $y"', "a path with a dollar sign cannot be watched")):
            lists = ("cmake_minimum_required(VERSION 3.20)\nproject(no LANGUAGES NONE)\nfind_package(Cadre REQUIRED)\n"
                     f"add_custom_target(use)\ncadre_add_framework({call})\n")
            (self.source / "CMakeLists.txt").write_text(lists)
            told = self.configure(code=1).stderr
            self.assertIn(said, " ".join(told.split()))


if __name__ == "__main__":
    main()
