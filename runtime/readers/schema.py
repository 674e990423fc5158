"""Reads framework.schema.json into a small model of types that back ends print.

Takes the schema as JSON gives it; gives a `Schema`: records, enumerations, choices and aliases, each
with its description, ordered so that what a definition uses comes before it. A construct that it does
not know ends with an error that names its place: nothing is skipped. Constraints on values (patterns,
lengths, conditions between members) are the business of validators and are passed over by name.
"""
from __future__ import annotations

from dataclasses import dataclass, field

# Keywords that say nothing of the shape of the data, or only narrow its values.
NARROWING = {
    "$comment", "$id", "$schema", "default", "deprecated", "description", "examples", "format", "title",
    "contains", "dependentRequired", "exclusiveMaximum", "exclusiveMinimum", "maxContains", "maxItems",
    "maxLength", "maxProperties", "maximum", "minContains", "minItems", "minLength", "minProperties",
    "minimum", "multipleOf", "pattern", "propertyNames", "uniqueItems",
    "dependentSchemas", "not", "unevaluatedProperties",
}
SHAPES = {"$ref", "additionalProperties", "allOf", "anyOf", "const", "else", "enum", "if", "items", "oneOf",
          "properties", "required", "then", "type"}


class NotUnderstood(Exception):
    """The schema holds something that the generator has no translation for."""


# ---- Types -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Scalar:
    """`string`, `number`, `integer`, `boolean`, or `flag`: true, or left out."""

    kind: str


@dataclass(frozen=True)
class Union:
    """One of several scalars, in the order of the schema."""

    scalars: tuple[Scalar, ...]


@dataclass(frozen=True)
class Array:
    item: object


@dataclass(frozen=True)
class Map:
    value: object


@dataclass(frozen=True)
class Named:
    """A definition of the schema, by its name in UpperCamelCase."""

    name: str


# ---- Definitions -----------------------------------------------------------------------------------


@dataclass
class Member:
    json: str
    type: object
    required: bool
    doc: str


@dataclass
class Record:
    name: str
    doc: str
    members: list[Member] = field(default_factory=list)


@dataclass
class Enumeration:
    """Words to choose from. Of an open one, later documents of the same format can have others."""

    name: str
    doc: str
    values: list[str]
    open: bool

    def full_doc(self) -> str:
        if not self.open:
            return self.doc
        known = ", ".join(f"`{value}`" for value in self.values)
        return f"{self.doc} Today {known}; there can be others in later documents of this format.".lstrip()


@dataclass
class Choice:
    """One of two records: the first if `member` is there (and, with `values`, is one of them)."""

    name: str
    doc: str
    member: str
    values: list[str]
    first: Named
    second: Named


@dataclass
class Alias:
    name: str
    doc: str
    type: object


@dataclass
class Schema:
    version: int
    root: Record
    definitions: list[object]

    def tables(self) -> list[Member]:
        """The members of the document that are lists of records with an `id`."""
        by_name = {definition.name: definition for definition in self.definitions}

        def has_id(name: str) -> bool:
            definition = by_name[name]
            if isinstance(definition, Choice):
                return has_id(definition.first.name) and has_id(definition.second.name)
            return isinstance(definition, Record) and any(m.json == "id" for m in definition.members)

        return [member for member in self.root.members
                if isinstance(member.type, Array) and isinstance(member.type.item, Named)
                and has_id(member.type.item.name)]


# What a definition is called where its own name would collide with the readers' main class.
RENAMED = {"framework": "FrameworkInfo"}


def upper(name: str) -> str:
    return name[0].upper() + name[1:]


def words_of(name: str) -> list[str]:
    """The words of a camelCase or hyphenated name, in small letters."""
    words = [""]
    for char in name:
        if char in "-_ ":
            words.append("")
        elif char.isupper():
            words.append(char.lower())
        else:
            words[-1] += char
    return [word for word in words if word]


def singular(name: str) -> str:
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name[:-1] if name.endswith("s") else name + "Item"


# ---- Reading ---------------------------------------------------------------------------------------


class Reader:
    def __init__(self, schema: dict):
        self.schema = schema
        self.defs = schema.get("$defs", {})
        self.finished: dict[str, object] = {}
        self.types: dict[str, object] = {}
        self.open: list[str] = []

    def read(self) -> Schema:
        version = self.schema["properties"]["formatVersion"].get("const")
        if not isinstance(version, int):
            raise NotUnderstood("properties/formatVersion: a `const` with the version is expected")
        self.named_type("document", self.schema, "#")
        root = self.finished["Document"]
        # Definitions that nothing in the document uses are helpers of the schema and have no type.
        return Schema(version, root, list(self.finished.values()))

    def reference(self, ref: str, at: str):
        prefix = "#/$defs/"
        name = ref.removeprefix(prefix)
        if not ref.startswith(prefix) or name not in self.defs:
            raise NotUnderstood(f"{at}: `$ref` {ref!r} leads nowhere")
        if name in self.types:
            return self.types[name]
        if name in self.open:
            raise NotUnderstood(f"{at}: {name} contains itself; the back ends have no types for that")
        self.open.append(name)
        self.types[name] = self.named_type(name, self.defs[name], f"$defs/{name}")
        self.open.pop()
        return self.types[name]

    def doc_of(self, node: dict) -> str:
        """Its own description, else that of what it refers to."""
        while "description" not in node and "$ref" in node:
            node = self.defs[node["$ref"].removeprefix("#/$defs/")]
        return node.get("description", "")

    def check_keywords(self, node: dict, at: str) -> None:
        for keyword in node:
            if keyword not in NARROWING and keyword not in SHAPES and keyword != "$defs":
                raise NotUnderstood(f"{at}: the keyword `{keyword}` has no translation yet")

    def define(self, definition) -> Named:
        known = self.finished.setdefault(definition.name, definition)
        if known is not definition and known != definition:
            raise NotUnderstood(f"two definitions would both be called {definition.name}")
        return Named(definition.name)

    def named_type(self, name: str, node: dict, at: str):
        """The type of a definition; what needs a name of its own is defined under this one."""
        doc = node.get("description", "")
        if "const" not in node and self.is_record(node):
            return self.record(RENAMED.get(name, upper(name)), node, at)
        type_ = self.type_of(name, node, at)
        if isinstance(type_, Union) or (isinstance(type_, Map) and isinstance(type_.value, Union)):
            return self.define(Alias(upper(name), doc, type_))
        return type_

    @staticmethod
    def is_record(node: dict) -> bool:
        parts = node.get("allOf", [])
        joined = "type" not in node and len(parts) > 1 and any("$ref" in part for part in parts)
        return "properties" in node or joined

    def type_of(self, name: str, node: dict, at: str):
        """The type of `node`; `name` is for enumerations and choices that are written in place."""
        self.check_keywords(node, at)
        doc = node.get("description", "")
        if "$ref" in node:
            if SHAPES & node.keys() - {"$ref"}:
                raise NotUnderstood(f"{at}: a `$ref` with more than a description beside it")
            return self.reference(node["$ref"], at)
        if "const" in node:
            return self.constant(node["const"], at)
        if "enum" in node:
            if not all(isinstance(value, str) for value in node["enum"]):
                raise NotUnderstood(f"{at}: an enumeration of other things than strings")
            is_open = node.get("$comment", "").startswith("Open")
            return self.define(Enumeration(upper(name), doc, node["enum"], is_open))
        if "if" in node and "properties" not in node:
            return self.choice(name, node, at)
        for keyword in ("anyOf", "oneOf"):
            if keyword in node and "type" not in node:
                return self.union([self.type_of(name, case, f"{at}/{keyword}/{i}")
                                   for i, case in enumerate(node[keyword])], at)
        if "allOf" in node and len(node["allOf"]) == 1 and "type" not in node and "properties" not in node:
            return self.type_of(name, node["allOf"][0], f"{at}/allOf/0")
        kind = node.get("type")
        if isinstance(kind, list):
            return self.union([self.scalar(one, at) for one in kind], at)
        if kind == "array":
            if "items" not in node:
                raise NotUnderstood(f"{at}: an array without `items`")
            return Array(self.type_of(singular(name), node["items"], f"{at}/items"))
        if kind == "object" and "properties" not in node:
            values = node.get("additionalProperties")
            if not isinstance(values, dict):
                raise NotUnderstood(f"{at}: an object without `properties` or `additionalProperties`")
            return Map(self.type_of(singular(name), values, f"{at}/additionalProperties"))
        if self.is_record(node):
            return self.record(upper(name), node, at)
        return self.scalar(kind, at)

    def scalar(self, kind, at: str) -> Scalar:
        if kind not in ("string", "number", "integer", "boolean"):
            raise NotUnderstood(f"{at}: the type {kind!r} has no translation yet")
        return Scalar(kind)

    def constant(self, value, at: str) -> Scalar:
        if value is True:
            return Scalar("flag")
        if isinstance(value, str):
            return Scalar("string")
        if isinstance(value, int) and not isinstance(value, bool):
            return Scalar("integer")
        raise NotUnderstood(f"{at}: the constant {value!r} has no translation yet")

    def union(self, types: list, at: str):
        unique = list(dict.fromkeys(types))
        if len(unique) == 1:
            return unique[0]
        if not all(isinstance(one, Scalar) for one in unique):
            raise NotUnderstood(f"{at}: one of several types that are not all scalars; say `if`, `then`, `else`")
        return Union(tuple(unique))

    def choice(self, name: str, node: dict, at: str) -> Named:
        """`if` a member is there, or is one of some words, `then` one record, `else` another."""
        condition = node["if"]
        first = self.type_of(name, node["then"], f"{at}/then")
        second = self.type_of(name, node["else"], f"{at}/else")
        if not (isinstance(first, Named) and isinstance(second, Named)):
            raise NotUnderstood(f"{at}: `then` and `else` are not both records")
        if list(condition) == ["required"] and len(condition["required"]) == 1:
            member, values = condition["required"][0], []
        elif list(condition) == ["properties"] and len(condition["properties"]) == 1:
            (member, test), = condition["properties"].items()
            while "$ref" in test:
                test = self.defs[test["$ref"].removeprefix("#/$defs/")]
            values = test.get("enum") or [test["const"]]
        else:
            raise NotUnderstood(f"{at}/if: neither one required member nor one member's words")
        return self.define(Choice(upper(name), node.get("description", ""), member, values, first, second))

    def record(self, name: str, node: dict, at: str) -> Named:
        record = Record(name, node.get("description", ""))
        properties, required = self.properties_of(node, at)
        for json_name, (member, where) in properties.items():
            inline = (name[0].lower() + name[1:] if name != "Document" else "") + upper(json_name)
            type_ = self.type_of(inline, member, where)
            record.members.append(Member(json_name, type_, json_name in required, self.doc_of(member)))
        return self.define(record)

    def properties_of(self, node: dict, at: str) -> tuple[dict, set]:
        """The members of a record with those that `allOf` adds; conditions only narrow them."""
        self.check_keywords(node, at)
        properties: dict = {}
        required: set = set()
        for i, part in enumerate(node.get("allOf", [])):
            if "$ref" in part:
                name = part["$ref"].removeprefix("#/$defs/")
                more, also = self.properties_of(self.defs[name], f"$defs/{name}")
            elif "if" in part or "if" not in part and "properties" not in part:
                continue
            else:
                more, also = self.properties_of(part, f"{at}/allOf/{i}")
            properties.update(more)
            required |= also
        for json_name, member in node.get("properties", {}).items():
            # `"other": true` beside `allOf` says that a member may stand, not what it is.
            if isinstance(member, bool):
                if member and json_name in properties:
                    continue
                raise NotUnderstood(f"{at}/properties/{json_name}: a member without a type")
            properties[json_name] = member, f"{at}/properties/{json_name}"
        return properties, required | set(node.get("required", []))


def read_schema(schema: dict) -> Schema:
    return Reader(schema).read()
