"""Converts the test data twice, builds every package and compares what the compiler read with what the
data are known to hold, and the texts with those that were written.

usage: noise_test.py CADRE

Exits 77 (skipped) where the data are absent.
"""
import filecmp
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("CADRE_TEST_DATA") or HERE.parents[3] / "shared" / "data")

# The figures of the data. Monzo: 900 criteria and, in the ladders without any, 118 sentences.
FIGURES = {
    "ft": {"levels": 8, "competencies": 9, "items": 72, "cells": 72, "profiles": 8},
    "ft-v1": {"levels": 4, "competencies": 4, "items": 101, "indicators": 101, "profiles": 4},
    "ft-operations": {"levels": 3, "categories": 4, "items": 48, "profiles": 3},
    "monzo": {"categories": 11, "families": 11, "paths": 11, "indicators": 900 + 118},
    "enisa": {"profiles": 12, "statements": 273, "references": 350},
    "digcomp": {"categories": 5, "competencies": 21, "levels": 8, "indicators": 362, "statements": 523},
    "esco": {"competencies": 1000, "categories": 640, "profiles": 161},
    "esco-fr": {"competencies": 0, "profiles": 161},
}


def cells_of(framework: dict) -> list[list[dict]]:
    """The indicators of each level of each competency."""
    return [level["indicators"] for competency in framework["competencies"]
            for level in competency.get("levels", []) if level.get("indicators")]


def count(what: str, framework: dict, source: str) -> int:
    if what == "levels":
        return max(len(scale["levels"]) for scale in framework["scales"])
    if what == "cells":
        return len(cells_of(framework))
    if what == "indicators":  # of each ladder: one that stands in several categories counts in each
        return sum(len(level.get("indicators", [])) * max(len(competency.get("categories", [])), 1)
                   for competency in framework["competencies"] for level in competency.get("levels", []))
    if what == "items":  # of the Financial Times, by their identifiers
        labels = [indicator["label"] for cell in cells_of(framework) for indicator in cell]
        labels += re.findall(r"// the same again: (\S+)", source)
        return len({label.rsplit("-", 1)[0] for label in labels})
    if what == "references":
        return sum(len(profile.get(list_, [])) for profile in framework["profiles"]
                   for list_ in ("tasks", "skills", "knowledge", "abilities"))
    return len(framework[what])


def texts_of(framework: dict) -> list[str]:
    about = [record["about"] for list_ in ("categories", "competencies", "profiles")
             for record in framework[list_] if "about" in record]
    about += [framework["framework"]["about"]] if "about" in framework["framework"] else []
    indicators = [indicator["text"] for cell in cells_of(framework) for indicator in cell]
    return sorted(about + indicators + [statement["text"] for statement in framework["statements"]])


def main() -> int:
    cadre = sys.argv[1]
    if not (DATA / "ladders").is_dir():
        print(f"skipped: no data in {DATA} (set CADRE_TEST_DATA)")
        return 77
    failures = []
    with tempfile.TemporaryDirectory() as work:
        first, second = Path(work, "first"), Path(work, "second")
        for out, seed in ((first, "1"), (second, "2")):
            subprocess.run([sys.executable, HERE / "convert.py", out, "--data", DATA], check=True,
                           stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONHASHSEED": seed})
        index = json.loads((first / "index.json").read_text(encoding="utf-8"))
        for name, figures in FIGURES.items():
            if not filecmp.cmp(first / name / "framework.cadre", second / name / "framework.cadre", shallow=False):
                failures.append(f"{name} differs between two runs")
            built = Path(work, "built", name)
            done = subprocess.run([cadre, "build", "-q", first / name, "-o", built, "--emit", "json",
                                   "--message-format", "short"],
                                  capture_output=True, text=True, encoding="utf-8", check=False)
            if done.returncode != 0 or not (built / "framework.json").exists():
                failures.append(f"{name} has errors:\n{done.stdout}{done.stderr}")
                continue
            framework = json.loads((built / "framework.json").read_text(encoding="utf-8"))
            source = (first / name / "framework.cadre").read_text(encoding="utf-8")
            for what, expected in figures.items():
                found = count(what, framework, source)
                if found != expected:
                    failures.append(f"{name} has {found} {what}, not {expected}")
            # Monzo's texts are Markdown; of the others, each comes back as it was.
            written = sorted(text for _, kind, _, text in index[name]
                             if kind in ("indicator", "statement", "task", "description"))
            read = texts_of(framework)
            if name != "monzo" and read != written:
                odd = sorted(set(read) ^ set(written))[:4]
                failures.append(f"{name}: {len(read)} texts were read, {len(written)} written: {odd}")
    print("\n".join(failures) or f"{len(FIGURES)} packages as the data say")
    return 1 if failures else 0


sys.exit(main())
