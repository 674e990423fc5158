"""What the tests of tables and pages build: the packages, and the program that builds them."""
import json
import os
import subprocess
import sys

import jsonschema

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BESIDE = os.path.join(ROOT, "..", "shared", "data")
ONET = os.path.join(os.environ.get("CADRE_TEST_DATA", BESIDE), "onet")
SKIPPED = 77


def packages() -> dict[str, str]:
    """The small packages by name: examples, goldens, and those made for these tests."""
    found = {}
    for top in ("examples", "examples/hospital", "tests/golden/emit"):
        folder = os.path.join(ROOT, top)
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            # The hospital is a workspace: its members are packages, it is none.
            if os.path.isdir(path) and name not in ("__pycache__", "hospital"):
                source = os.path.join(path, "input.cadre")
                found[f"{top}/{name}"] = source if os.path.exists(source) else path
    own = os.path.join(HERE, "packages")
    for name in sorted(os.listdir(own)):
        found[f"own/{name}"] = os.path.join(own, name)
    return found


def onet(cadre: str, work: str) -> str | None:
    """O*NET as a package in the folder `work`; None where its tables are absent."""
    if not os.path.isdir(ONET):
        return None
    package = os.path.join(work, "onet")
    subprocess.run([cadre, "import", "onet", ONET, "-o", package], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return package


def build(cadre: str, package: str, out: str, emit: str, **environment: str) -> str:
    subprocess.run([cadre, "build", "-q", package, "-o", out, "--emit", emit], check=True,
                   stderr=subprocess.DEVNULL, env={**os.environ, **environment})
    return out


def files_below(top: str) -> dict[str, bytes]:
    out = {}
    for folder, _, names in os.walk(top):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                out[os.path.relpath(path, top)] = file.read()
    return out


def document(out: str) -> dict:
    with open(os.path.join(out, "framework.json"), encoding="utf-8") as file:
        return json.load(file)


class Checks:
    """Counts what was checked, and prints what is wrong."""

    def __init__(self):
        self.good = 0
        self.bad = 0
        self.package = ""

    def __call__(self, good: bool, what: str) -> bool:
        if good:
            self.good += 1
        else:
            self.bad += 1
            if self.bad <= 30:
                print(f"FAIL {self.package}: {what}")
        return good

    def equal(self, got, wanted, what: str) -> bool:
        return self(got == wanted, f"{what}: {got!r} where {wanted!r} is expected")

    def finish(self) -> int:
        print(f"{self.good} passed, {self.bad} failed")
        return 1 if self.bad else 0


def schema() -> jsonschema.Draft202012Validator:
    """Of reports."""
    with open(os.path.join(ROOT, "runtime", "fidelity", "fidelity.schema.json"), encoding="utf-8") as file:
        document = json.load(file)
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


def check_report(check: Checks, out: str, folder: str, output: str) -> dict[str, dict]:
    """The report of what was lost: well formed, about this framework. Gives its rows by name."""
    with open(os.path.join(out, folder, "fidelity.json"), encoding="utf-8") as file:
        report = json.load(file)
    framework = document(out)["framework"]
    for error in schema().iter_errors(report):
        check(False, f"{folder}/fidelity.json: {error.message}")
    check.equal(report["output"], output, "output of the report")
    check.equal(report["framework"], {"id": framework["id"], "version": framework["version"]}, "framework")
    text = files_below(os.path.join(out, folder))["fidelity.md"].decode()
    for row in report["losses"]:
        check(f"- **{row['words']}** ({row['count']}): {row['reason']}." in text, f"{row['what']} in fidelity.md")
    rows = {row["what"]: row for row in report["losses"]}
    check.equal(len(rows), len(report["losses"]), "names of losses are distinct")
    return rows


def run(test, arguments: list[str]) -> int:
    """Runs `test(cadre, name, package, check)` for all packages, or for O*NET with `--onet`."""
    import tempfile
    cadre = arguments[0]
    check = Checks()
    with tempfile.TemporaryDirectory() as work:
        chosen = packages()
        if "--onet" in arguments:
            package = onet(cadre, work)
            if not package:
                print(f"skipped: no O*NET tables in {ONET}")
                return SKIPPED
            chosen = {"onet": package}
        for name, package in chosen.items():
            check.package = name
            test(cadre, package, os.path.join(work, "out", name.replace("/", "-")), check)
    return check.finish()


if __name__ == "__main__":
    sys.exit(__doc__)
