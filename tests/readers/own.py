"""What only the Python reader has: records that hash, copy and pickle; errors for wrong arguments.

usage: own.py COMPETENCY-NUMERIC.json PROFILE-INHERITANCE.json
"""
import copy
import dataclasses
import json
import pickle
import sys

import cadre_framework as cadre

passed = failed = 0


def same(what, found, wanted):
    global passed, failed
    passed += found == wanted
    failed += found != wanted
    if found != wanted:
        print(f"{what}:\n  found  {found!r}\n  wanted {wanted!r}")


def problem_of(doing):
    try:
        doing()
    except Exception as problem:  # whatever it is: its type is part of the answer
        return f"{type(problem).__name__}: {problem}"
    return "no error"


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


numeric, rescue = cadre.load(sys.argv[1]), cadre.load(sys.argv[2])
document = read(sys.argv[1])
document["profiles"][0]["attributes"] = {"pay": 3, "title": "x"}
paid = cadre.from_dict(document).document.profiles[0]

# Records
for one in (paid, *rescue.document.profiles, *rescue.document.competencies, rescue.document, rescue.gap("Rescuer", "DogTeam"),
            rescue.why("Rescuer", "Radio"), rescue.profile("DogTeam")):
    same("a deep copy", copy.deepcopy(one), one)
    same("pickled", pickle.loads(pickle.dumps(one)), one)
    same("one in a set", len({one, copy.deepcopy(one)}), 1)
same("as a dict, in JSON", json.loads(json.dumps(dataclasses.asdict(paid)))["attributes"], {"pay": 3, "title": "x"})
same("a framework, pickled", pickle.loads(pickle.dumps(rescue)).document, rescue.document)
same("a framework, copied", copy.deepcopy(rescue).profile("DogTeam"), rescue.profile("DogTeam"))
for change in (lambda of: of.update(a=1), lambda of: of.pop("pay"), lambda of: of.clear(), lambda of: of.setdefault("a", 1),
               lambda of: of.__setitem__("pay", 4), lambda of: of.__delitem__("pay"), lambda of: of.popitem(),
               lambda of: of.__ior__({"a": 1})):
    same("a change", problem_of(lambda: change(paid.attributes)),
         "TypeError: what was read of a framework cannot be changed; dict(…) makes a copy that can")
same("after all that", dict(paid.attributes), {"pay": 3, "title": "x"})

# Errors
for error in (cadre.DocumentError("odd", "a[1]"), cadre.VersionError("new", "formatVersion"), cadre.LevelError("low"),
              cadre.NotFoundError("profile", "A", "B"), cadre.AmbiguousNameError("profile", "A", ("x", "y")),
              cadre.ArgumentError("not that")):
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        same("an error, copied", (type(other), str(other), vars(other)), (type(error), str(error), vars(error)))
try:
    rescue.profile("DogTeem")
except cadre.NotFoundError as missing:
    same("its members", (missing.sort, missing.wanted, missing.suggestion), ("profile", "DogTeem", "DogTeam"))

# Arguments
profile, competency = rescue.profiles["ridge.rescue.DogTeam"], rescue.find_competency("Radio")
same("records as names", rescue.gap(profile, profile), rescue.gap("DogTeam", "DogTeam"))
same("a record", rescue.profile(profile), rescue.profile("DogTeam"))
same("records of both", rescue.why(profile, competency), rescue.why("DogTeam", "Radio"))
same("held by record", rescue.gap({competency: "Maker"}, profile), rescue.gap({"Radio": "Maker"}, "DogTeam"))
same("a record of another table", problem_of(lambda: rescue.profile(competency)),
     "NotFoundError: there is no profile `ridge.rescue.Radio`; did you mean `ridge.rescue.Rescuer`?")
for start, kind in ((None, "None"), ([("Radio", "Maker")], "a value of type `list`"), (5, "a value of type `int`")):
    same("a start", problem_of(lambda: rescue.gap(start, "DogTeam")),
         "ArgumentError: a gap starts at a profile, or at a mapping from competencies to the levels that are held, "
         f"not at {kind}")
same("a name", problem_of(lambda: rescue.profile(None)),
     "ArgumentError: a profile is named by its id or name, or by its record, not by None")
same("a competency", problem_of(lambda: rescue.why("DogTeam", ["Radio"])),
     "ArgumentError: a competency is named by its id or name, or by its record, not by a value of type `list`")
with open(sys.argv[2], "rb") as file:
    same("a memoryview", cadre.loads(memoryview(file.read())).document, rescue.document)
same("no text", problem_of(lambda: cadre.loads(None)),
     "ArgumentError: a framework is read from a text or from bytes, not from None")
same("nothing", problem_of(lambda: cadre.loads(b"")), "DocumentError: this is not JSON: there is nothing in it")
same("deep", problem_of(lambda: cadre.loads('{"nobody": ' + "[" * 100000 + "]" * 100000 + "}")),
     "DocumentError: this is not JSON: it is nested too deeply")

# Numbers
large = "DocumentError: formatVersion: this number is too large"
for digits in ("1" + "0" * 400, "1" + "0" * 9000, "1e400", "-1e400"):
    text = json.dumps({**read(sys.argv[1]), "formatVersion": 1}).replace('"formatVersion": 1', f'"formatVersion": {digits}')
    same("a version without end", problem_of(lambda: cadre.loads(text)), large)
document["profiles"][0]["attributes"] = {"pay": 10**350}
pay = "DocumentError: profiles[0].attributes.pay: this number is too large"
same("a value of 351 digits", problem_of(lambda: cadre.from_dict(document)), pay)
same("a value of 351 digits", problem_of(lambda: cadre.loads(json.dumps(document))), pay)

# What is shown
for shown in (numeric.profile("WinterGuide"), rescue.gap("Rescuer", "DogTeam"), *rescue.gap("Rescuer", "DogTeam").items,
              rescue.why("DogTrainee", "Radio"), *rescue.why("DogTrainee", "Radio").origins,
              *rescue.profile("DogTeam").requirements, *rescue.profile("DogTeam").requirements[0].steps,
              *rescue.why("DogTeam", "RopeRescue").why_not):
    same(f"{shown!r} is short", (len(repr(shown)) < 200, repr(shown)[0]), (True, "<"))
same("an item", repr(rescue.gap("Rescuer", "DogTeam").items[0]),
     "<GapItem below ridge.rescue.FirstResponse, has: Learner, needs: Maker>")

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
