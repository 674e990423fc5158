"""Tries the SQL scripts that a build writes on real databases.

usage: sql_test.py CADRE PARTS [PATTERN]

PARTS are names of files of cases without their ending, joined by commas, or `all`. PATTERN runs the tests alone whose
names hold it, such as `mysql` or `test_wrong`. Each test is written once and runs on each dialect.
Servers are started in temporary folders and end with the program (servers.py).
"""
import importlib
import os
import sys

import bench

PARTS = ("content_cases", "upgrade_cases", "sharing_cases", "refusal_cases", "constraint_cases", "format_cases",
         "view_cases", "changes_cases")


def main() -> int:
    cadre, parts = sys.argv[1:3]
    names = PARTS if parts == "all" else parts.split(",")
    modules = [importlib.import_module(name) for name in names]
    return bench.main(modules, os.path.abspath(cadre), sys.argv[3] if len(sys.argv) > 3 else "")


if __name__ == "__main__":
    sys.exit(main())
