"""Imports O*NET, builds it twice and compares the result with figures computed from the tables.

usage: onet_test.py CADRE THRESHOLD

Exits 77 (skipped) where the tables are absent.
"""
import filecmp
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BESIDE = os.path.join(HERE, "..", "..", "..", "shared", "data")
TABLES = os.path.join(os.environ.get("CADRE_TEST_DATA", BESIDE), "onet")


def main() -> int:
    cadre, threshold = sys.argv[1:3]
    if not os.path.isdir(TABLES):
        print(f"skipped: no O*NET tables in {TABLES}")
        return 77
    with tempfile.TemporaryDirectory() as work:
        package, first, second = (os.path.join(work, name) for name in ("onet", "first", "second"))
        subprocess.run([cadre, "import", "onet", TABLES, "-o", package, "--min-importance", threshold],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        subprocess.run([cadre, "check", "-q", package], check=True, stderr=subprocess.DEVNULL)
        emit = ["--emit", "json,sql,sqlite"]
        subprocess.run([cadre, "build", "-q", package, "-o", first, "-j", "1", *emit], check=True,
                       env={**os.environ, "TZ": "Asia/Tokyo"})
        subprocess.run([cadre, "build", "-q", package, "-o", second, "-j", "2", *emit], check=True,
                       env={**os.environ, "TZ": "America/Lima"})
        for name in ("framework.json", "framework.sqlite", "sql/sqlite.sql"):
            if not filecmp.cmp(os.path.join(first, name), os.path.join(second, name), shallow=False):
                print(f"{name} differs between two builds")
                return 1
        figures = os.path.join(HERE, "onet_figures.py")
        return subprocess.run([sys.executable, figures, "--min-importance", threshold,
                               os.path.join(first, "framework.json")], check=False).returncode


sys.exit(main())
