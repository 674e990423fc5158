"""Prints the schema as TypeScript types, and the checks that a parsed document has them."""
from __future__ import annotations

import re

from schema import Alias, Array, Choice, Enumeration, Map, Record, Scalar, Schema, Union, words_of
from text import WIDTH, wrapped

PATH = "typescript/src/records.ts"

HEADER = """// The records of framework.json, as its schema describes them: the document as JSON.parse gives it,
// typed. A member that a document leaves out is undefined.
//
// Written by runtime/readers/generate.py from framework.schema.json; do not edit.

import * as check from "./check.js";
"""

SCALARS = {"string": "string", "number": "number", "integer": "number", "boolean": "boolean", "flag": "true"}


def property_name(json: str) -> str:
    return json if re.fullmatch(r"[A-Za-z_$][\w$]*", json) else f'"{json}"'


def camel(name: str) -> str:
    first, *rest = words_of(name)
    return first + "".join(word.capitalize() for word in rest)


def type_name(type_) -> str:
    if isinstance(type_, Scalar):
        return SCALARS[type_.kind]
    if isinstance(type_, Union):
        return " | ".join(dict.fromkeys(SCALARS[scalar.kind] for scalar in type_.scalars))
    if isinstance(type_, Array):
        item = type_name(type_.item)
        return f"readonly ({item})[]" if " " in item else f"readonly {item}[]"
    if isinstance(type_, Map):
        return f"Readonly<Record<string, {type_name(type_.value)}>>"
    return type_.name


def checker(type_) -> str:
    if isinstance(type_, Scalar):
        return f"check.{type_.kind}"
    if isinstance(type_, Union):
        kinds = ", ".join(f'"{scalar.kind}"' for scalar in type_.scalars)
        return f"check.oneOf({kinds})"
    if isinstance(type_, Array):
        return f"check.array({checker(type_.item)})"
    if isinstance(type_, Map):
        return f"check.mapping({checker(type_.value)})"
    return f"check{type_.name}"


def comment(doc: str, indent: str = "") -> list[str]:
    doc = doc.replace("*/", "* /")
    lines = wrapped(doc, WIDTH - len(indent) - 7)
    if len(lines) == 1:
        return [f"{indent}/** {lines[0]} */"]
    lines = wrapped(doc, WIDTH - len(indent) - 3)
    return [f"{indent}/**"] + [f"{indent} * {line}".rstrip() for line in lines] + [f"{indent} */"]


def words(head: str, items: list[str], glue: str, tail: str) -> list[str]:
    one = head + glue.join(items) + tail
    if len(one) <= WIDTH:
        return [one]
    glue = glue.strip()
    if glue == "|":
        return [head.rstrip()] + [f"  | {item}" for item in items[:-1]] + [f"  | {items[-1]}{tail}"]
    return [head] + [f"  {item}," for item in items] + [tail]


def write_record(record: Record) -> list[str]:
    lines = comment(record.doc) + [f"export interface {record.name} {{"]
    rows = []
    for member in record.members:
        if member.doc:
            lines += comment(member.doc, "  ")
        mark = "" if member.required else "?"
        lines.append(f"  readonly {property_name(member.json)}{mark}: {type_name(member.type)};")
        rows.append(f'  ["{member.json}", {checker(member.type)}, {"true" if member.required else "false"}],')
    return lines + ["}", "", f"const check{record.name} = check.record(["] + rows + ["]);"]


def write_definition(definition) -> list[str]:
    if isinstance(definition, Record):
        return write_record(definition)
    name = definition.name
    if isinstance(definition, Enumeration) and definition.open:
        # `string & {}` keeps editors proposing the known words.
        values = [f'"{value}"' for value in definition.values] + ["(string & {})"]
        return (comment(definition.full_doc()) + words(f"export type {name} = ", values, " | ", ";")
                + [f"const check{name} = check.string;"])
    lines = comment(definition.doc) if definition.doc else []
    if isinstance(definition, Enumeration):
        values = [f'"{value}"' for value in definition.values]
        return (lines + words(f"export type {name} = ", values, " | ", ";")
                + words(f"const check{name} = check.enumeration(", values, ", ", ");"))
    if isinstance(definition, Choice):
        values = ", ".join(f'"{value}"' for value in definition.values)
        values = f"[{values}]" if values else "undefined"
        lines.append(f"export type {name} = {definition.first.name} | {definition.second.name};")
        arguments = [f'"{definition.member}"', values, checker(definition.first), checker(definition.second)]
        return lines + words(f"const check{name} = check.choice(", arguments, ", ", ");")
    lines.append(f"export type {name} = {type_name(definition.type)};")
    return lines + [f"const check{name} = {checker(definition.type)};"]


def write_tables(schema: Schema) -> list[str]:
    lines = ["/** The tables of a document by the `id` of their records, in the order of the document. */",
             "export class Tables {"]
    rows = []
    for table in schema.tables():
        lines += comment(table.doc, "  ")
        lines.append(f"  readonly {table.json}: ReadonlyMap<string, {table.type.item.name}>;")
        rows.append(f'    this.{table.json} = check.index("{table.json}", document.{table.json});')
    return lines + ["", "  constructor(document: Document) {"] + rows + ["  }", "}"]


def write(schema: Schema) -> str:
    parts = [HEADER.rstrip("\n"),
             "/** The version of the format that these types describe. */\n"
             f"export const formatVersion = {schema.version};"]
    parts += ["\n".join(write_definition(definition)) for definition in schema.definitions]
    parts.append("\n".join([
        "/** Gives `value` back as a document; throws a `DocumentError` that names the place of what is wrong. */",
        "export function toDocument(value: unknown): Document {",
        "  check.all(checkDocument, value);",
        "  return value as Document;",
        "}"]))
    parts.append("\n".join(write_tables(schema)))
    return "\n\n".join(parts) + "\n"
