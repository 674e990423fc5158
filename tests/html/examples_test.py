"""Builds the site of every example and checks it.

usage: examples_test.py CADRE EXAMPLES [--browser NODE]

Without --browser every page is read as a file (check_site.py); with it, the site of the marketing
example is looked at in headless Chromium (axe_test.mjs).
"""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def build(cadre: str, package: str, out: str) -> str:
    subprocess.run([cadre, "build", "-q", package, "-o", out, "--emit", "html"], check=True)
    return os.path.join(out, "site")


def main() -> int:
    cadre, examples = sys.argv[1:3]
    browser = sys.argv[4] if len(sys.argv) > 4 and sys.argv[3] == "--browser" else None
    names = ["marketing"] if browser else sorted(os.listdir(examples))
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for name in names:
            site = build(cadre, os.path.join(examples, name), os.path.join(work, name))
            check = ([browser, os.path.join(HERE, "axe_test.mjs"), site] if browser else
                     [sys.executable, os.path.join(HERE, "check_site.py"), site])
            print(f"== {name}", flush=True)
            failed += subprocess.run(check, check=False).returncode != 0
    print(f"{len(names) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
