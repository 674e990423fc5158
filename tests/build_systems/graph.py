#!/usr/bin/python3
"""Writes a repository of packages that use each other, as deep as it has layers, and the CMakeLists.txt for it.

    graph.py DIRECTORY [PACKAGES [LAYERS]]    300 packages in 9 layers without numbers

Every package uses two of the layer below, and so, directly or not, the one at the bottom, which has the scale.
"""

import sys
from pathlib import Path

LISTS = """cmake_minimum_required(VERSION 3.20)
project(frameworks LANGUAGES NONE)
find_package(Cadre REQUIRED)
"""
BASE = """framework made.p0 "Package 0" {
  version  "1.0.0"
  status   draft
  language en
  scale    Proficiency
}

scale Proficiency "Proficiency" cumulative {
  level Foundation "Foundation"
  level Advanced   "Advanced"
  level Expert     "Expert"
}
"""


def framework(number, uses):
    if number == 0:
        return BASE
    used = "".join(f"use made.p{it} as p{it}\n" for it in uses)
    scale = "" if 0 in uses else "use made.p0 as p0\n"
    return (f'framework made.p{number} "Package {number}" {{\n  version  "1.0.0"\n  status   draft\n  language en\n'
            f'  scale    p0.Proficiency\n}}\n\n{used}{scale}')


def competencies(number):
    out = ""
    for i in range(8):
        out += f'\ncompetency Work{i} "Work {i} of package {number}" {{\n  about "Does piece {i} of the work of {number}."\n'
        for level in ("Foundation", "Advanced", "Expert"):
            out += f"  level {level} {{\n    - Writes report {i} of {number} at the level {level}.\n  }}\n"
        out += "}\n"
    return out


def profiles(number, uses):
    out = ""
    for i in range(3):
        required = "".join(f"  requires p{it}.Work{i + 1} at Advanced\n" for it in uses)
        out += (f'\nprofile Job{i} "Job {i} of package {number}" {{\n  about "Does job {i} of {number}."\n{required}'
                f"  requires Work{i} at Expert\n}}\n")
    return out


class Graph:
    def __init__(self, packages=300, layers=9):
        self.uses = {0: []}
        width = -(-(packages - 1) // (layers - 1))
        for number in range(1, packages):
            layer, column = divmod(number - 1, width)
            first = (layer - 1) * width + 1
            self.uses[number] = [0] if layer == 0 else [first + column, first + (column + 1) % width]

    def dependents(self, number):
        """Those that use the package, directly or not."""
        found = {number}
        for other, uses in self.uses.items():
            if number == 0 or found & set(uses):
                found.add(other)
        return found - {number}

    def listed(self, number):
        """What the manifest of a package lists."""
        return sorted({0, *self.uses[number]}) if number else []

    def write(self, directory):
        lists = LISTS
        for number, uses in self.uses.items():
            package = Path(directory) / f"p{number}"
            package.mkdir(parents=True)
            listed = self.listed(number)
            manifest = '[package]\nedition = "2026"\n'
            if listed:
                manifest += "\n[dependencies]\n" + "".join(f'"made.p{it}" = {{ path = "../p{it}" }}\n' for it in listed)
            (package / "cadre.toml").write_text(manifest)
            (package / "framework.cadre").write_text(framework(number, uses))
            (package / "competencies.cadre").write_text(competencies(number))
            (package / "profiles.cadre").write_text(profiles(number, uses))
            depends = f" DEPENDS {' '.join(f'p{it}' for it in listed)}" if listed else ""
            lists += f"cadre_add_framework(p{number} p{number}{depends})\n"
        (Path(directory) / "CMakeLists.txt").write_text(lists)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    Graph(*map(int, sys.argv[2:])).write(sys.argv[1])


if __name__ == "__main__":
    main()
