"""Checks that what the records of a document refer to by id is in it."""
from __future__ import annotations

import keyword
import re
from collections.abc import Container, Sequence
from typing import Any

from .errors import DocumentError
from .records import Document, Tables

# Where ids stand, what they name, and the table that has it. The same list, in the same order, is in the
# readers of other languages. Abstract profiles and what was replaced have no record: bases, `profile` of
# origins, `replaces`, and `use` of what is deprecated are not here.
_REFERENCES = (
    ("framework.scale", "scale", "scales"),
    ("kinds[].like", "kind", "kinds"),
    ("categories[].parent", "category", "categories"),
    ("families[].parent", "family", "families"),
    ("resources[].develops[].competency", "competency", "competencies"),
    ("competencies[].kind", "kind", "kinds"),
    ("competencies[].categories[]", "category", "categories"),
    ("competencies[].partOf", "competency", "competencies"),
    ("competencies[].scale", "scale", "scales"),
    ("competencies[].knowledge[].statement", "statement", "statements"),
    ("competencies[].skills[].statement", "statement", "statements"),
    ("competencies[].abilities[].statement", "statement", "statements"),
    ("competencies[].tasks[].statement", "statement", "statements"),
    ("competencies[].credentials[].credential", "credential", "credentials"),
    ("profiles[].family", "family", "families"),
    ("profiles[].tasks[].statement", "statement", "statements"),
    ("profiles[].knowledge[].statement", "statement", "statements"),
    ("profiles[].skills[].statement", "statement", "statements"),
    ("profiles[].abilities[].statement", "statement", "statements"),
    ("profiles[].credentials[].credential", "credential", "credentials"),
    ("profiles[].requirements[].competency", "competency", "competencies"),
    ("profiles[].requirements[].origins[].rule", "rule", "rules"),
    ("profiles[].drops[].competency", "competency", "competencies"),
    ("rules[].in[]", "family", "families"),
    ("rules[].except[]", "profile", "profiles"),
    ("rules[].requirements[].competency", "competency", "competencies"),
    ("paths[].chains[][]", "profile", "profiles"),
    ("paths[].edges[].from", "profile", "profiles"),
    ("paths[].edges[].to", "profile", "profiles"),
    ("crosswalks[].from", "scale", "scales"),
    ("crosswalks[].to", "scale", "scales"),
    *((f"{table}[].framework", "framework", "dependencies")
      for table in ("kinds", "attributes", "scales", "categories", "families", "statements", "credentials", "resources",
                    "competencies", "profiles", "rules", "paths", "crosswalks")),
)


def check_references(document: Document, tables: Tables) -> None:
    """Raises a `DocumentError` at the first id that leads nowhere."""
    for where, sort, table in _REFERENCES:
        found = _dangling(document, _steps(where), getattr(tables, table))
        if found is not None:
            place, id = found
            raise DocumentError(f"the {sort} `{id}` is not in the document", place.removeprefix("."))
    for i, profile in enumerate(document.profiles):
        for j, requirement in enumerate(profile.requirements):
            for k, origin in enumerate(requirement.origins):
                if origin.kind == "rule" and origin.rule is None:
                    raise DocumentError("the member `rule` is missing",
                                        f"profiles[{i}].requirements[{j}].origins[{k}]")


def _steps(where: str) -> tuple[tuple[str, str], ...]:
    """The names of members in JSON and here; for the items of a list both are `[]`."""
    return tuple((name, name if name == "[]" else _field(name)) for name in re.findall(r"\[\]|\w+", where))


def _field(name: str) -> str:
    name = re.sub("[A-Z]", lambda capital: "_" + capital[0].lower(), name)
    return name + "_" if keyword.iskeyword(name) else name


def _dangling(value: Any, steps: Sequence[tuple[str, str]], known: Container[str]) -> tuple[str, str] | None:
    """The place below `value` of the first id that is not known, and the id."""
    if value is None:
        return None
    if not steps:
        return None if value in known else ("", value)
    (name, field), rest = steps[0], steps[1:]
    if name != "[]":
        found = _dangling(getattr(value, field, None), rest, known)
        return found and (f".{name}{found[0]}", found[1])
    for place, one in enumerate(value):
        found = _dangling(one, rest, known)
        if found is not None:
            return f"[{place}]{found[0]}", found[1]
    return None
