"""Builds the site of every example and checks it.

usage: examples_test.py CADRE EXAMPLES [--browser]

Without --browser every page is read as a file (check_site.py); with it, the sites of the marketing
example and of the hospital's careers are looked at in headless Chromium (axe_test.mjs); exits 77
(skipped) where Node, Chromium or the packages of package.json are absent.
"""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def build(cadre: str, package: str, out: str) -> str:
    subprocess.run([cadre, "build", "-q", package, "-o", out, "--emit", "html"], check=True)
    return os.path.join(out, "site")


def packages(examples: str) -> list[str]:
    """The folders with a manifest, but for that of a workspace, which stands for its members."""
    found = []
    for folder, _, files in os.walk(examples):
        if "cadre.toml" in files:
            with open(os.path.join(folder, "cadre.toml"), encoding="utf-8") as manifest:
                if "[workspace]" not in manifest.read():
                    found.append(os.path.relpath(folder, examples))
    return sorted(found)


def can_browse() -> bool:
    for name, there in (("node", shutil.which("node")), ("chromium", shutil.which("chromium")),
                        ("axe-core", os.path.isdir(os.path.join(HERE, "node_modules", "axe-core")))):
        if not there:
            print(f"skipped: no {name}")
            return False
    return True


def main() -> int:
    cadre, examples = sys.argv[1:3]
    browser = "--browser" in sys.argv
    if browser and not can_browse():
        return 77
    names = ["marketing", "hospital/careers"] if browser else packages(examples)
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for name in names:
            site = build(cadre, os.path.join(examples, name), os.path.join(work, name))
            check = (["node", os.path.join(HERE, "axe_test.mjs"), site] if browser else
                     [sys.executable, os.path.join(HERE, "check_site.py"), site])
            print(f"== {name}", flush=True)
            failed += subprocess.run(check, check=False).returncode != 0
    print(f"{len(names) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
