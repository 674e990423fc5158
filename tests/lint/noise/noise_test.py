"""Writes thorny texts and reads them back through the compiler; then converts the test data twice,
builds every package and compares what the compiler read with what the data are known to hold, and the
texts with those that were written.

usage: noise_test.py CADRE

Exits 77 (skipped) where the data are absent, once the thorny texts came back.
"""
import filecmp
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from source import Source

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

THORNS = ["*Leads* the _team_, a**b**c and snake_case_name",
          "Writes `code`, \\*stars\\* and C:\\dir",
          "[A-1] is no label",
          "Reads [the guide](https://guide.example) and [notes]", "Uses <b>tags</b> & 1 < 2, &amp; &#65; &nope;",
          'Says "so" to {name} // and goes on', "- Begins with a dash",
          "1. Begins with a number", "# Begins with a hash"]


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


def build(cadre: str, package: Path, out: Path) -> dict | str:
    """The framework.json of a package, or what was said instead."""
    done = subprocess.run([cadre, "build", "-q", package, "-o", out, "--emit", "json", "--message-format", "short"],
                          capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0 or not (out / "framework.json").exists():
        return done.stdout + done.stderr
    return json.loads((out / "framework.json").read_text(encoding="utf-8"))


def thorns_that_changed(cadre: str) -> list[str]:
    source = Source("thorny")
    source.open('framework thorny "Thorny"')
    source.close()
    for number, text in enumerate(THORNS):
        source.statement("task", f"T{number}", text)
        source.declare("competency", f"C{number}", text)
        source.about(text)
        source.bullet(text, "indicator")
        source.close()
    with tempfile.TemporaryDirectory() as work:
        Path(work, "thorny.cadre").write_text(source.text(), encoding="utf-8")
        framework = build(cadre, Path(work, "thorny.cadre"), Path(work, "built"))
    if isinstance(framework, str):
        return [framework]
    read = [(record["title"], record["about"], record["indicators"][0]["text"], statement["text"])
            for record, statement in zip(framework["competencies"], framework["statements"])]
    return [f"{text} was read as {found}" for text, found in zip(THORNS, read) if set(found) != {text}]


def main() -> int:
    cadre = sys.argv[1]
    changed = thorns_that_changed(cadre)
    if changed:
        print("\n".join(changed))
        return 1
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
            framework = build(cadre, first / name, Path(work, "built", name))
            if isinstance(framework, str):
                failures.append(f"{name} has errors:\n{framework}")
                continue
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
