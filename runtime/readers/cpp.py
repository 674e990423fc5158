"""Prints the schema as C++ structs, and the functions that read them."""
from __future__ import annotations

from schema import Alias, Array, Choice, Enumeration, Map, Named, Record, Scalar, Schema, Union, words_of
from text import wrapped

PATH = "cpp/include/cadre_framework/records.h"
WIDTH = 100

HEADER = """// The records of framework.json, as its schema describes them. A member that a document leaves out is
// an empty optional, an empty vector or map, or false for a flag.
//
// Written by runtime/readers/generate.py from framework.schema.json; do not edit.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cadre_framework/reading.h"

namespace cadre_framework {
"""

SCALARS = {"string": "std::string", "number": "double", "integer": "std::int64_t", "boolean": "bool", "flag": "bool"}
KEYWORDS = set("""alignas alignof and and_eq asm auto bitand bitor bool break case catch char class co_await
    co_return co_yield compl concept const consteval constexpr constinit const_cast continue decltype default
    delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int
    long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
    reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template
    this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t
    while xor xor_eq import module""".split())


def identifier(json: str) -> str:
    name = "_".join(words_of(json.lstrip("$")))
    return name + "_" if name in KEYWORDS else name


def type_name(type_) -> str:
    if isinstance(type_, Scalar):
        return SCALARS[type_.kind]
    if isinstance(type_, Union):
        return f"std::variant<{', '.join(dict.fromkeys(SCALARS[scalar.kind] for scalar in type_.scalars))}>"
    if isinstance(type_, Array):
        return f"std::vector<{type_name(type_.item)}>"
    if isinstance(type_, Map):
        return f"std::map<std::string, {type_name(type_.value)}>"
    return type_.name


def member_type(member):
    """An `id` is a string whatever the schema knows of its words, so that every id is one."""
    return Scalar("string") if member.json == "id" else member.type


def field(member, aliases, enumerations) -> str:
    type_ = member_type(member)
    name = type_name(type_)
    shape = aliases.get(type_.name, type_) if isinstance(type_, Named) else type_
    if not member.required and not isinstance(shape, (Array, Map)) and shape != Scalar("flag"):
        return f"std::optional<{name}> {identifier(member.json)};"
    zero = "{}" if isinstance(shape, Scalar) and shape.kind != "string" or name in enumerations else ""
    return f"{name} {identifier(member.json)}{zero};"


def comment(doc: str, indent: str = "") -> list[str]:
    return [f"{indent}/// {line}".rstrip() for line in wrapped(doc, WIDTH - len(indent) - 4)]


def in_detail(lines: list[str]) -> list[str]:
    return ["namespace detail {"] + lines + ["}  // namespace detail"]


def write_record(record: Record, aliases, enumerations) -> list[str]:
    lines = comment(record.doc) + [f"struct {record.name} {{"]
    reads = []
    for member in record.members:
        if member.doc:
            lines += comment(member.doc, "  ")
        lines.append("  " + field(member, aliases, enumerations))
        need = "required" if member.required else "optional"
        reads.append(f'    object.{need}("{member.json}", record.{identifier(member.json)});')
    return lines + ["};", ""] + in_detail(
        ["template <>", f"struct Read<{record.name}> {{", f"  static {record.name} from(const Json& value) {{",
         "    const Object object(value);", f"    {record.name} record;", *reads, "    return record;", "  }", "};"])


def write_enumeration(definition: Enumeration) -> list[str]:
    name, count = definition.name, len(definition.values)
    lines = comment(definition.doc) if definition.doc else []
    lines += [f"enum class {name} {{"] + [f"  {identifier(value)}," for value in definition.values] + ["};", ""]
    lines += [f"/// The word for it in a document.", f"inline std::string_view to_string({name} value) {{",
              "  switch (value) {"]
    lines += [f'    case {name}::{identifier(value)}: return "{value}";' for value in definition.values]
    lines += ["  }", "  return {};", "}", ""]
    rows = [f'        {{"{value}", {name}::{identifier(value)}}},' for value in definition.values]
    return lines + in_detail(
        ["template <>", f"struct Read<{name}> {{", f"  static {name} from(const Json& value) {{",
         f"    return word<{name}, {count}>(value, {{{{"] + rows + ["    }});", "  }", "};"])


def write_choice(definition: Choice, with_id: bool) -> list[str]:
    name, first, second = definition.name, definition.first.name, definition.second.name
    lines = comment(definition.doc) if definition.doc else []
    lines += [f"using {name} = std::variant<{first}, {second}>;", ""]
    if with_id:
        lines += [f"inline const std::string& id_of(const {name}& record) {{",
                  "  return std::visit([](const auto& one) -> const std::string& { return one.id; }, record);",
                  "}", ""]
    values = ", ".join(f'"{value}"' for value in definition.values)
    return lines + in_detail(
        ["template <>", f"struct Read<{name}> {{", f"  static {name} from(const Json& value) {{",
         f'    if (Object(value).has("{definition.member}", {{{values}}})) return Read<{first}>::from(value);',
         f"    return Read<{second}>::from(value);", "  }", "};"])


def write_definition(definition, aliases, enumerations, tables) -> list[str]:
    if isinstance(definition, Record):
        return write_record(definition, aliases, enumerations)
    if isinstance(definition, Enumeration) and definition.open:
        return comment(definition.full_doc()) + [f"using {definition.name} = std::string;"]
    if isinstance(definition, Enumeration):
        return write_enumeration(definition)
    if isinstance(definition, Choice):
        return write_choice(definition, definition.name in tables)
    return (comment(definition.doc) if definition.doc else []) + [
        f"using {definition.name} = {type_name(definition.type)};"]


def write_tables(schema: Schema) -> list[str]:
    lines = ["/// The tables of a document by the `id` of their records, in the order of the document, which",
             "/// must outlive them.", "class Tables {", " public:", "  explicit Tables(const Document& document)"]
    starts = [f'{identifier(table.json)}("{table.json}", document.{identifier(table.json)})'
              for table in schema.tables()]
    lines += ["      : " + starts[0] + ","] + [f"        {start}," for start in starts[1:-1]]
    lines += [f"        {starts[-1]} {{}}", ""]
    for table in schema.tables():
        lines += comment(table.doc, "  ") + [f"  Index<{table.type.item.name}> {identifier(table.json)};"]
    return lines + ["};"]


def write(schema: Schema) -> str:
    aliases = {d.name: d.type for d in schema.definitions if isinstance(d, Alias)}
    enumerations = {d.name for d in schema.definitions if isinstance(d, Enumeration) and not d.open}
    tables = {table.type.item.name for table in schema.tables()}
    parts = [HEADER.rstrip("\n"),
             "/// The version of the format that these records describe.\n"
             f"inline constexpr std::int64_t format_version = {schema.version};"]
    parts += ["\n".join(write_definition(definition, aliases, enumerations, tables))
              for definition in schema.definitions]
    parts += ["\n".join(write_tables(schema)), "}  // namespace cadre_framework"]
    return "\n\n".join(parts) + "\n"
