"""Makes the edits of `cadre diff --format json` on the older framework.json, as docs/diff.md says it."""

import copy
import json

# Where elements of an array are told apart by a member; elsewhere they are told apart by what they are.
KEYS = {
    "requirements": ["competency"],
    "drops": ["competency"],
    "levels": ["id", "level"],
    "credentials": ["id", "credential"],
    "descriptors": ["label", "text"],
    "develop": ["label", "text"],
    "evidence": ["label", "text"],
    "interview": ["label", "text"],
    "knowledge": ["statement", "label", "text"],
    "skills": ["statement", "label", "text"],
    "abilities": ["statement", "label", "text"],
    "tasks": ["statement", "label", "text"],
}
BY_THEMSELVES = {"develops", "pairs", "edges", "matches", "origins", "allow"}


def key(array: str, element: object) -> str:
    if isinstance(element, str):
        return element
    if isinstance(element, dict) and array not in BY_THEMSELVES:
        for member in KEYS.get(array, ["id"]):
            if member in element:
                return number(element[member])
    if isinstance(element, (int, float)):
        return number(element)
    return json.dumps(element, ensure_ascii=False, separators=(",", ":"))


def number(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def make(document: dict, edit: dict) -> None:
    *steps, last = edit["path"]
    holder: object = document
    name = ""
    for step in steps:
        if isinstance(holder, dict):
            isList = edit.get("element") and step == steps[-1]
            holder = holder.setdefault(step, []) if isList else holder[step]
        else:
            holder = next(it for it in holder if key(name, it) == step)
        name = step
    if "order" in edit:
        array = holder[last]
        array.sort(key=lambda it: edit["order"].index(key(last, it)))
    elif not edit.get("element"):
        if "before" in edit:
            assert holder[last] == edit["before"], edit["path"]
        else:
            assert last not in holder, edit["path"]
        if "after" in edit:
            holder[last] = edit["after"]
        else:
            del holder[last]
    elif "before" in edit:
        at = next(i for i, it in enumerate(holder) if key(name, it) == last)
        assert holder[at] == edit["before"], edit["path"]
        holder[at : at + 1] = [edit["after"]] if "after" in edit else []
    else:
        at = 0
        if "behind" in edit:
            at = 1 + next(i for i, it in enumerate(holder) if key(name, it) == edit["behind"])
        holder.insert(at, edit["after"])


def without_empty(value: object) -> object:
    """An array that is not there is an empty one."""
    if isinstance(value, dict):
        inner = {name: without_empty(it) for name, it in value.items()}
        return {name: it for name, it in inner.items() if it != []}
    if isinstance(value, list):
        return [without_empty(it) for it in value]
    return value


def with_id(value: object, old: str, new: str) -> object:
    """With another id of the framework in all keys."""
    if isinstance(value, dict):
        return {name: with_id(it, old, new) for name, it in value.items()}
    if isinstance(value, list):
        return [with_id(it, old, new) for it in value]
    if isinstance(value, str) and (value == old or value.startswith(old + ".")):
        return new + value[len(old) :]
    return value


def applied(document: dict, edits: list[dict], new_id: str | None = None) -> dict:
    """`new_id` is the framework's id in the newer document."""
    result = copy.deepcopy(document)
    old_id = document["framework"]["id"]
    if new_id and new_id != old_id:
        result = with_id(result, old_id, new_id)
    for edit in edits:
        make(result, copy.deepcopy(edit))
    return result
