"""Prints the schema as frozen dataclasses, and the tables from which they are read."""
from __future__ import annotations

import keyword

from schema import Alias, Array, Choice, Enumeration, Map, Named, Record, Scalar, Schema, Union, words_of
from text import WIDTH, wrapped

PATH = "python/cadre_framework/records.py"

HEADER = '''"""The records of framework.json, as its schema describes them.

Written by runtime/readers/generate.py from framework.schema.json; do not edit. A member that a document
leaves out is `None`, an empty tuple or mapping, or `False` for a flag.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from . import _reading as _r
'''

SCALARS = {"string": "str", "number": "int | float", "integer": "int", "boolean": "bool", "flag": "bool"}


def identifier(json: str) -> str:
    name = "_".join(words_of(json.lstrip("$")))
    return name + "_" if keyword.iskeyword(name) else name


def type_name(type_) -> str:
    if isinstance(type_, Scalar):
        return SCALARS[type_.kind]
    if isinstance(type_, Union):
        return " | ".join(SCALARS[scalar.kind] for scalar in type_.scalars)
    if isinstance(type_, Array):
        return f"tuple[{type_name(type_.item)}, ...]"
    if isinstance(type_, Map):
        return f"Mapping[str, {type_name(type_.value)}]"
    return type_.name


def reader(type_) -> str:
    if isinstance(type_, Scalar):
        return f"_r.{type_.kind}"
    if isinstance(type_, Union):
        kinds = ", ".join(f'"{scalar.kind}"' for scalar in type_.scalars)
        return f"_r.one_of({kinds})"
    if isinstance(type_, Array):
        return f"_r.array({reader(type_.item)})"
    if isinstance(type_, Map):
        return f"_r.mapping({reader(type_.value)})"
    return f"_read_{'_'.join(words_of(type_.name))}"


def default(member, aliases) -> str:
    type_ = aliases.get(member.type.name, member.type) if isinstance(member.type, Named) else member.type
    if member.required:
        return ""
    if isinstance(type_, Array):
        return " = ()"
    if isinstance(type_, Map):
        return " = field(default_factory=_r.nothing)"
    return " = False" if type_ == Scalar("flag") else " = None"


def annotation(member, aliases) -> str:
    name = type_name(member.type)
    return f"{name} | None" if default(member, aliases) == " = None" else name


def docstring(doc: str, indent: str) -> list[str]:
    doc = doc.replace("\\", "\\\\")
    lines = wrapped(doc, WIDTH - len(indent) - 6)
    if len(lines) <= 1 and not doc.endswith('"'):
        return [f'{indent}"""{doc}"""']
    lines = wrapped(doc, WIDTH - len(indent))
    return [f'{indent}"""{lines[0]}'] + [(indent + line).rstrip() for line in lines[1:]] + [f'{indent}"""']


def comment(doc: str) -> list[str]:
    return [f"# {line}".rstrip() for line in wrapped(doc, WIDTH - 2)]


def filled(head: str, items: list[str], tail: str) -> list[str]:
    """`head item, item, tail` in one line, or an item a line."""
    one = head + ", ".join(items) + tail
    if len(one) <= WIDTH:
        return [one]
    return [head] + [f"    {item}," for item in items] + [tail]


def write_record(record: Record, aliases) -> list[str]:
    lines = ["@dataclass(frozen=True, slots=True, kw_only=True)", f"class {record.name}:"]
    lines += docstring(record.doc, "    ") + [""]
    rows = []
    for member in record.members:
        lines.append(f"    {identifier(member.json)}: {annotation(member, aliases)}{default(member, aliases)}")
        if member.doc:
            lines += docstring(member.doc, "    ")
        need = "True" if member.required else "False"
        rows.append(f'    ("{member.json}", "{identifier(member.json)}", {reader(member.type)}, {need}),')
    name = reader(Named(record.name))
    return lines + ["", "", f"{name} = _r.record({record.name}, ("] + rows + ["))"]


def write_definition(definition, aliases) -> list[str]:
    if isinstance(definition, Record):
        return write_record(definition, aliases)
    name = reader(Named(definition.name))
    if isinstance(definition, Enumeration) and definition.open:
        return comment(definition.full_doc()) + [f"{definition.name} = str", f"{name} = _r.string"]
    lines = comment(definition.doc) if definition.doc else []
    if isinstance(definition, Enumeration):
        lines += filled(f"{definition.name} = Literal[", [f'"{value}"' for value in definition.values], "]")
        return lines + filled(f"{name} = _r.enumeration(", [f'"{value}"' for value in definition.values], ")")
    if isinstance(definition, Choice):
        values = ", ".join(f'"{value}"' for value in definition.values)
        values = f"({values},)" if values else "None"
        lines.append(f"{definition.name} = {definition.first.name} | {definition.second.name}")
        return lines + [f'{name} = _r.choice("{definition.member}", {values}, '
                        f"{reader(definition.first)}, {reader(definition.second)})"]
    lines.append(f"{definition.name} = {type_name(definition.type)}")
    return lines + [f"{name} = {reader(definition.type)}"]


def write_tables(schema: Schema) -> list[str]:
    lines = ["class Tables:",
             '    """The tables of a document by the `id` of their records, in the order of the document."""', ""]
    rows = []
    for table in schema.tables():
        name = identifier(table.json)
        lines.append(f"    {name}: Mapping[str, {table.type.item.name}]")
        lines += docstring(table.doc, "    ")
        rows.append(f'        self.{name} = _r.index("{table.json}", document.{name})')
    return lines + ["", "    def __init__(self, document: Document) -> None:"] + rows


def write(schema: Schema) -> str:
    aliases = {d.name: d.type for d in schema.definitions if isinstance(d, Alias)}
    names = [definition.name for definition in schema.definitions]
    parts = [HEADER.rstrip("\n"),
             "\n".join([f"FORMAT_VERSION = {schema.version}",
                        '"""The version of the format that these records describe."""']),
             "\n".join(["__all__ = ["] + [f'    "{name}",' for name in ["FORMAT_VERSION", "Tables"] + names] + ["]"])]
    parts += ["\n".join(write_definition(definition, aliases)) for definition in schema.definitions]
    parts.append("\n".join(["read_document = _read_document"]))
    parts.append("\n".join(write_tables(schema)))
    return "\n\n\n".join(parts) + "\n"
