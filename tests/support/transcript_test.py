#!/usr/bin/python3
"""Plays transcripts of calls and compares what they print.

    transcript_test.py CADRE FOLDER [--update]

Each `*.txt` in FOLDER is a transcript: a line `$ ARGUMENTS` is run as `cadre ARGUMENTS` in the folder
`works` below it; what follows up to the next such line is what it prints, errors included, and `[exit N]` where N is not 0.
The escape character is written `␛`. `--update` rewrites what is printed; read the diff.
"""

import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path


def play(cadre, folder, command):
    done = subprocess.run([cadre, *shlex.split(command)], cwd=folder / "works", text=True, timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    status = f"[exit {done.returncode}]\n" if done.returncode else ""
    return done.stdout.replace("\033", "␛") + status


def main():
    cadre = os.path.abspath(sys.argv[1])
    folder = Path(sys.argv[2]).resolve()
    update = "--update" in sys.argv
    passed = failed = 0
    for path in sorted(it for it in folder.glob("*.txt") if it.name != "CMakeLists.txt"):
        old = path.read_text(encoding="utf-8")
        commands = re.findall(r"^\$ (.*)$", old, re.M)
        new = "\n".join(f"$ {command}\n{play(cadre, folder, command)}" for command in commands)
        if update:
            path.write_text(new, encoding="utf-8")
        elif new != old:
            failed += 1
            print("".join(difflib.unified_diff(old.splitlines(True), new.splitlines(True), path.name, "now")))
            print(f"run: {sys.argv[0]} {sys.argv[1]} {sys.argv[2]} --update")
            continue
        passed += len(commands)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
