"""Checks what `cadre diff` tells of two releases.

usage: diff_test.py CADRE cases [--update] [PAGE…]
       diff_test.py CADRE random SEED COUNT

`cases` plays the pages in cases/. Under each heading of a page stand

  ```cadre old         the older package; without a `framework` it gets the one below
  ```cadre new         the newer one
  ```toml              the cadre.toml of the newer one, where it matters
  ```changes           a line for each change: tier, step, name, what it says, cause and acceptance

and the test compares the last with what is told. `--update` writes it. Of each case it also checks that the
JSON is valid by its schema, that its edits lead from the older framework.json to the newer one, each of them
told once, that the two documents give the same changes, and that either side compared with itself gives nothing.

`random` changes framework.json files of runtime/json/examples at random and checks the same.
"""

import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jsonschema

from apply_edits import applied, without_empty

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
SCHEMA = json.loads((ROOT / "runtime/diff/diff-v1.schema.json").read_text())
TABLES = (
    "kinds attributes scales categories families statements credentials resources competencies profiles rules paths crosswalks"
).split()
FRAMEWORK = 'framework town.works "Town works" {\n  version "%s"\n  scale Skill\n}\nscale Skill "Skill" {\n  level Low "Low"\n  level Mid "Mid"\n  level High "High"\n}\n'


class Failure(Exception):
    pass


def run(cadre: str, *arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run([cadre, *map(str, arguments)], capture_output=True, text=True, timeout=60)


def compare(cadre: str, old: object, new: object) -> dict:
    """What is told, checked by itself."""
    result = run(cadre, "diff", old, new, "--format", "json", "--drafts")
    if result.returncode not in (0, 1) or not result.stdout:
        raise Failure(f"ended with {result.returncode}: {result.stderr}")
    told = json.loads(result.stdout)
    jsonschema.validate(told, SCHEMA)
    [framework] = told["frameworks"]
    claims = sorted(framework["carried"] + [edit for change in framework["changes"] for edit in change["edits"]])
    if claims != list(range(len(framework["edits"]))):
        raise Failure(f"edits are told never or twice: {claims} of {len(framework['edits'])}")
    return framework


def check_edits(framework: dict, old: dict, new: dict) -> None:
    if without_empty(applied(old, framework["edits"], new["framework"]["id"])) != without_empty(new):
        raise Failure("the edits do not lead to the newer document")


# ---- Pages of cases -------------------------------------------------------------------------------


def line_of(change: dict) -> str:
    kind = "base profile " if change["subject"].get("abstract") else ""
    line = f"{change['tier']:<6} {change['step']:<5} {change['change']}: {kind}{change['message']}"
    cause = change.get("cause", {"kind": "own"})
    if cause["kind"] != "own":
        line += f" [{cause['kind']} {cause['title']}]"
    if "accepted" in change:
        line += f" [accepted for {change['accepted']['version']}: {change['accepted']['because']}]"
    return line


def lines_of(framework: dict) -> list[str]:
    lines = [line_of(change) for change in framework["changes"]]
    verdict = framework["verdict"]
    return lines + [f"verdict: {verdict['needed']}, {verdict['standing']}"]


def write_package(folder: pathlib.Path, source: str, version: str, manifest: str = "") -> None:
    folder.mkdir()
    has_own = re.search(r"^framework ", source, re.M)
    (folder / "works.cadre").write_text(source if has_own else FRAMEWORK % version + source)
    if manifest:
        (folder / "cadre.toml").write_text("[package]\n" + manifest)


def play(cadre: str, blocks: dict[str, str], folder: pathlib.Path) -> list[str]:
    write_package(folder / "old", blocks["cadre old"], "1.0.0")
    write_package(folder / "new", blocks["cadre new"], "1.0.0", blocks.get("toml", ""))
    documents = {}
    for side in ("old", "new"):
        built = run(cadre, "build", folder / side, "-o", folder / f"{side}.out", "--emit", "json", "--drafts")
        if built.returncode != 0:
            raise Failure(f"the {side} side does not build: {built.stderr}")
        documents[side] = json.loads((folder / f"{side}.out/framework.json").read_text())
        itself = run(cadre, "diff", folder / side, folder / side, "--drafts")
        if (itself.returncode, itself.stdout) != (0, ""):
            raise Failure(f"the {side} side differs from itself: {itself.stdout}")
    framework = compare(cadre, folder / "old", folder / "new")
    check_edits(framework, documents["old"], documents["new"])
    released = compare(cadre, folder / "old.out/framework.json", folder / "new.out")
    # Abstract profiles are in no document.
    published = [it for it in framework["changes"] if not it["subject"].get("abstract")]
    if [it["change"] for it in released["changes"]] != [it["change"] for it in published]:
        raise Failure("the documents give other changes than the sources")
    return lines_of(framework)


BLOCK = re.compile(r"^```([a-z ]+)\n(.*?)^```$", re.M | re.S)


def check_page(cadre: str, page: pathlib.Path, update: bool) -> int:
    failed = 0
    parts = re.split(r"(?m)^(?=## )", page.read_text())
    for at, part in enumerate(parts[1:], 1):
        title = part.splitlines()[0][3:]
        blocks = {match[1]: match[2] for match in BLOCK.finditer(part)}
        try:
            with tempfile.TemporaryDirectory() as folder:
                lines = play(cadre, blocks, pathlib.Path(folder))
            told = "".join(line + "\n" for line in lines)
        except (Failure, AssertionError, LookupError, StopIteration, jsonschema.ValidationError) as failure:
            failed += 1
            print(f"{page.name}: {title}: {failure}")
            continue
        if update:
            parts[at] = BLOCK.sub(lambda it: f"```changes\n{told}```" if it[1] == "changes" else it[0], part)
        elif told != blocks["changes"]:
            failed += 1
            print(f"{page.name}: {title}: told\n{told}instead of\n{blocks['changes']}")
    if update:
        page.write_text("".join(parts))
    return failed


def check_cases(cadre: str, arguments: list[str]) -> int:
    update = "--update" in arguments
    names = [it for it in arguments if it != "--update"]
    pages = [HERE / "cases" / it for it in names] or sorted((HERE / "cases").glob("*.md"))
    failed = sum(check_page(cadre, page, update) for page in pages)
    print(f"{len(pages)} pages, {failed} failures")
    return 1 if failed else 0


# ---- Documents changed at random ------------------------------------------------------------------

WORDS = "plan write check draft press team 3 7 goal report within hours market weekly".split()


def words(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(2, 7)))


def places(value: object, path: tuple = ()):
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, it in inner:
        yield from places(it, path + (step,))


def names(path: tuple) -> list[str]:
    """A path without the numbers of elements: what stands there has the same form."""
    return [step for step in path if isinstance(step, str)]


def at(value, path: tuple):
    for step in path:
        value = value[step]
    return value


def change_element(chance: random.Random, document: dict, path: tuple, holder: list, value: object) -> None:
    fate = chance.random()
    if fate < 0.3:
        del holder[path[-1]]
    elif fate < 0.5:
        chance.shuffle(holder)
    elif isinstance(value, str):
        holder[path[-1]] = words(chance)
    elif isinstance(value, dict) and fate < 0.8:
        other = copy.deepcopy(value)
        for member in ("id", "label", "level", "competency", "text", "statement", "credential", "rule"):
            if isinstance(other.get(member), str):
                other[member] += words(chance)
        holder.insert(chance.randrange(len(holder) + 1), other)
    else:
        here = names(path[:-1])
        alike = [p for p, it in places(document) if isinstance(it, list) and names(p) == here and p != path[:-1]]
        if alike:
            at(document, chance.choice(alike)).append(holder.pop(path[-1]))


def change_member(chance: random.Random, path: tuple, holder: dict, value: object) -> None:
    if path[-1] == "id":
        return
    if chance.random() < 0.25:
        del holder[path[-1]]
    elif isinstance(value, bool):
        holder[path[-1]] = not value
    elif isinstance(value, str):
        holder[path[-1]] = f"{value} {words(chance)}" if chance.random() < 0.5 else words(chance)
    elif isinstance(value, (int, float)):
        holder[path[-1]] = chance.randint(0, 9)


def changed(chance: random.Random, document: dict) -> dict:
    document = copy.deepcopy(document)
    for _ in range(chance.choice([1, 1, 2, 3, 8, 20])):
        inner = [(p, it) for p, it in places(document) if len(p) > 1 and p[0] not in ("$schema", "formatVersion")]
        path, value = chance.choice(inner)
        holder = at(document, path[:-1])
        if isinstance(holder, list):
            change_element(chance, document, path, holder, value)
        else:
            change_member(chance, path, holder, value)
    for table in TABLES:
        seen = set()
        document[table] = [it for it in document[table] if isinstance(it, dict) and "id" in it and not (it["id"] in seen or seen.add(it["id"]))]
    return document


def check_random(cadre: str, seed: int, count: int) -> int:
    chance = random.Random(seed)
    documents = [json.loads(it.read_text()) for it in sorted((ROOT / "runtime/json/examples").glob("*.json"))]
    failed = refused = 0
    with tempfile.TemporaryDirectory() as name:
        old_path, new_path = (pathlib.Path(name) / it for it in ("old.json", "new.json"))
        for number in range(count):
            old = chance.choice(documents)
            new = changed(chance, old)
            old_path.write_text(json.dumps(old, ensure_ascii=False))
            new_path.write_text(json.dumps(new, ensure_ascii=False))
            if run(cadre, "diff", old_path, new_path).returncode == 2:
                refused += 1  # Something with a key came to be there twice.
                continue
            try:
                check_edits(compare(cadre, old_path, new_path), old, new)
            except (Failure, AssertionError, StopIteration, ValueError, jsonschema.ValidationError) as failure:
                failed += 1
                print(f"seed {seed}, number {number}: {failure!r}")
    if refused > count // 4:
        failed += 1
        print(f"{refused} of {count} were refused")
    print(f"{count} pairs of documents, {refused} refused, {failed} failures")
    return 1 if failed else 0


def main(cadre: str, what: str, *arguments: str) -> int:
    if what == "random":
        return check_random(cadre, int(arguments[0]), int(arguments[1]))
    return check_cases(cadre, list(arguments))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
