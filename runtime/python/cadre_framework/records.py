"""The records of framework.json, as its schema describes them.

Written by runtime/readers/generate.py from framework.schema.json; do not edit. A member that a document
leaves out is `None`, an empty tuple or mapping, or `False` for a flag.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from . import _reading as _r


FORMAT_VERSION = 1
"""The version of the format that these records describe."""


__all__ = [
    "FORMAT_VERSION",
    "Tables",
    "AttributeValues",
    "MatchRelation",
    "Match",
    "Status",
    "Deprecated",
    "Allowance",
    "TranslatedDeclaration",
    "FrameworkInfo",
    "TranslatedTitle",
    "Dependency",
    "BuiltInKindWord",
    "BuiltInKind",
    "DeclaredKind",
    "Kind",
    "DeclarationWord",
    "AttributeType",
    "Attribute",
    "ScaleKind",
    "TranslatedText",
    "Bullet",
    "ScaleLevel",
    "Scale",
    "Category",
    "Family",
    "StatementSort",
    "TranslatedStatement",
    "Statement",
    "Credential",
    "Level",
    "DevelopedCompetency",
    "Resource",
    "Indicator",
    "CompetencyLevel",
    "StatementReference",
    "StatementEntry",
    "Importance",
    "CompetencyCredential",
    "Competency",
    "ProfileCredential",
    "OriginKind",
    "Origin",
    "Requirement",
    "DroppedCompetency",
    "Profile",
    "RuleRequirement",
    "Rule",
    "Edge",
    "Path",
    "LevelPair",
    "Crosswalk",
    "Document",
]


# The values of the framework's own attributes, by the attribute's name (by its id for one of
# another framework). What each value is says the record in the table `attributes`. A text can be
# empty. For a profile inherited values are included.
AttributeValues = Mapping[str, str | int | float | bool]
_read_attribute_values = _r.mapping(_r.one_of("string", "number", "boolean"))


# How the other relates to this one: the same, nearly the same, broader than this one, narrower than
# this one, or otherwise related.
MatchRelation = Literal["exact", "close", "broad", "narrow", "related"]
_read_match_relation = _r.enumeration("exact", "close", "broad", "narrow", "related")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Something in another framework or classification that corresponds to the declaration."""

    relation: MatchRelation
    """How the other relates to this one: the same, nearly the same, broader than this one, narrower
    than this one, or otherwise related.
    """
    scheme: str
    """The other framework or classification, by the name that the source gives it, such as `esco`.
    """
    target: str
    """The other's code or IRI in that scheme."""


_read_match = _r.record(Match, (
    ("relation", "relation", _read_match_relation, True),
    ("scheme", "scheme", _r.string, True),
    ("target", "target", _r.string, True),
))


# Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
# status unless the declaration says its own.
Status = Literal["draft", "published", "retired"]
_read_status = _r.enumeration("draft", "published", "retired")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecated:
    """Present when it should no longer be used."""

    since: str | None = None
    """The version of the framework from which on this holds."""
    because: str | None = None
    """The reason, in plain words."""
    because_markdown: str | None = None
    """`because` as Markdown, where the source uses markup."""
    use: str | None = None
    """The id of what to use instead."""


_read_deprecated = _r.record(Deprecated, (
    ("since", "since", _r.string, False),
    ("because", "because", _r.string, False),
    ("becauseMarkdown", "because_markdown", _r.string, False),
    ("use", "use", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """A lint rule that the declaration may break, and why."""

    rule: str
    """The name of the lint rule."""
    because: str
    """The reason, in plain words."""
    because_markdown: str | None = None
    """`because` as Markdown, where the source uses markup."""


_read_allowance = _r.record(Allowance, (
    ("rule", "rule", _r.string, True),
    ("because", "because", _r.string, True),
    ("becauseMarkdown", "because_markdown", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedDeclaration:
    """The texts of a record in one other language."""

    title: str | None = None
    """The title in that language."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""


_read_translated_declaration = _r.record(TranslatedDeclaration, (
    ("title", "title", _r.string, False),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkInfo:
    """The framework itself: who publishes what, and in which languages."""

    id: str
    """The framework's identifier, such as `acme.marketing`. The ids of its declarations begin with it
    unless they were given one of their own.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    version: str
    """The version of the framework, after the rules of Semantic Versioning."""
    language: str
    """The language of the texts of this framework."""
    languages: tuple[str, ...]
    """The languages of this document: `language` first, then those that the framework announces
    translations into. A translation may still be incomplete.
    """
    publisher: str | None = None
    """Who publishes the framework."""
    license: str | None = None
    """The terms of use: as a rule an SPDX licence expression."""
    uri: str | None = None
    """The absolute address under which the framework and its declarations are published. Their `iri`
    members begin with it.
    """
    scale: str | None = None
    """The id of the scale that a competency of this framework uses when it names none."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_framework_info = _r.record(FrameworkInfo, (
    ("id", "id", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("version", "version", _r.string, True),
    ("language", "language", _r.string, True),
    ("languages", "languages", _r.array(_r.string), True),
    ("publisher", "publisher", _r.string, False),
    ("license", "license", _r.string, False),
    ("uri", "uri", _r.string, False),
    ("scale", "scale", _r.string, False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedTitle:
    """The title in one other language."""

    title: str
    """The title in that language."""


_read_translated_title = _r.record(TranslatedTitle, (
    ("title", "title", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """Another framework that this one refers to."""

    id: str
    """The other framework's identifier: what the member `framework` of an external record names."""
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    version: str
    """The version of the framework, after the rules of Semantic Versioning."""
    language: str
    """The language of the texts in the records of that framework."""
    languages: tuple[str, ...] = ()
    """The languages of those records: `language` first, then those that the other framework announces
    translations into.
    """
    publisher: str | None = None
    """Who publishes the other framework."""
    license: str | None = None
    """The terms under which the records of that framework can be used: as a rule an SPDX licence
    expression.
    """
    uri: str | None = None
    """The absolute address under which the other framework is published."""
    with_rules: bool = False
    """Set when the rules of the other framework reach the profiles of this one."""
    status: Status | None = None
    """Where the other framework is in its life."""
    translations: Mapping[str, TranslatedTitle] = field(default_factory=_r.nothing)
    """The title in other languages, by language tag."""
    uuid: str | None = None
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_dependency = _r.record(Dependency, (
    ("id", "id", _r.string, True),
    ("title", "title", _r.string, True),
    ("version", "version", _r.string, True),
    ("language", "language", _r.string, True),
    ("languages", "languages", _r.array(_r.string), False),
    ("publisher", "publisher", _r.string, False),
    ("license", "license", _r.string, False),
    ("uri", "uri", _r.string, False),
    ("withRules", "with_rules", _r.flag, False),
    ("status", "status", _read_status, False),
    ("translations", "translations", _r.mapping(_read_translated_title), False),
    ("uuid", "uuid", _r.string, False),
))


# A kind of competency that every framework has.
BuiltInKindWord = Literal["technical", "behavioural", "leadership", "general"]
_read_built_in_kind_word = _r.enumeration("technical", "behavioural", "leadership", "general")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltInKind:
    """One of the four kinds that every framework has."""

    id: BuiltInKindWord
    """The bare word for the kind."""
    title: str
    """The kind's name for people to read, in English."""


_read_built_in_kind = _r.record(BuiltInKind, (
    ("id", "id", _read_built_in_kind_word, True),
    ("title", "title", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredKind:
    """A kind of competency that the framework declares."""

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    like: str | None = None
    """The kind that this one is a variety of: a reader that does not know the new kind may treat its
    competencies as of this one. Without it: as `general`.
    """
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_declared_kind = _r.record(DeclaredKind, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("like", "like", _r.string, False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


# A kind of competency, built in or declared by the framework.
Kind = BuiltInKind | DeclaredKind
_read_kind = _r.choice("id", ("technical", "behavioural", "leadership", "general",), _read_built_in_kind, _read_declared_kind)


# The word that begins a declaration in the source. Today `framework`, `kind`, `attribute`, `scale`,
# `category`, `family`, `knowledge`, `skill`, `ability`, `task`, `credential`, `resource`,
# `competency`, `profile`, `path`, `crosswalk`; there can be others in later documents of this
# format.
DeclarationWord = str
_read_declaration_word = _r.string


# What its values are. In `attributes` of a record a number is a JSON number, a boolean a JSON
# boolean, all else a string: a date as `2026-03-01`, one of several `values` as that value. Today
# `text`, `number`, `boolean`, `date`, `url`, `one-of`; there can be others in later documents of
# this format.
AttributeType = str
_read_attribute_type = _r.string


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A further item that declarations of some sorts can, or must, carry."""

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    on: tuple[DeclarationWord, ...]
    """The sorts of declaration that the attribute can stand on; all of them where the source names
    none.
    """
    type: AttributeType
    """What its values are. In `attributes` of a record a number is a JSON number, a boolean a JSON
    boolean, all else a string: a date as `2026-03-01`, one of several `values` as that value.
    """
    pattern: str | None = None
    """For `text`: the regular expression that the whole value matches."""
    minimum: int | float | None = None
    """For `number`: the least value."""
    maximum: int | float | None = None
    """For `number`: the greatest value."""
    values: tuple[str, ...] = ()
    """For `one-of`: the values to choose from."""
    required: bool = False
    """Set when every declaration of the sorts in `on` carries the attribute."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_attribute = _r.record(Attribute, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("on", "on", _r.array(_read_declaration_word), True),
    ("type", "type", _read_attribute_type, True),
    ("pattern", "pattern", _r.string, False),
    ("minimum", "minimum", _r.number, False),
    ("maximum", "maximum", _r.number, False),
    ("values", "values", _r.array(_r.string), False),
    ("required", "required", _r.flag, False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


# Whether a level is one of `levels` (ordinal) or a number from `minimum` to `maximum` (numeric).
ScaleKind = Literal["ordinal", "numeric"]
_read_scale_kind = _r.enumeration("ordinal", "numeric")


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedText:
    """The text in one other language."""

    text: str
    """The text, in plain words."""
    text_markdown: str | None = None
    """`text` as Markdown, where the source uses markup."""


_read_translated_text = _r.record(TranslatedText, (
    ("text", "text", _r.string, True),
    ("textMarkdown", "text_markdown", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """A short text in a list."""

    label: str | None = None
    """The short mark that the source gives to the text, so that it can be referred to. It is unique
    within the declaration.
    """
    text: str
    """The text, in plain words."""
    text_markdown: str | None = None
    """`text` as Markdown, where the source uses markup."""
    translations: Mapping[str, TranslatedText] = field(default_factory=_r.nothing)
    """The text in other languages, by language tag."""


_read_bullet = _r.record(Bullet, (
    ("label", "label", _r.string, False),
    ("text", "text", _r.string, True),
    ("textMarkdown", "text_markdown", _r.string, False),
    ("translations", "translations", _r.mapping(_read_translated_text), False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLevel:
    """One level of an ordinal scale."""

    id: str
    """The level's identifier. It is unique within its scale only, so a level is known by the scale's
    id and this one.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    ordinal: int
    """The level's place on the scale, counted from 1 for the lowest."""
    descriptors: tuple[Bullet, ...] = ()
    """What the level means in general, whatever the competency."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """


_read_scale_level = _r.record(ScaleLevel, (
    ("id", "id", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("ordinal", "ordinal", _r.integer, True),
    ("descriptors", "descriptors", _r.array(_read_bullet), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A proficiency scale: either ordinal, with named levels in order, or numeric, with a range of
    numbers.
    """

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    kind: ScaleKind
    """Whether a level is one of `levels` (ordinal) or a number from `minimum` to `maximum` (numeric).
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    cumulative: bool = False
    """Set when a level includes the ones below it: who is at the third level also does what the first
    two say.
    """
    levels: tuple[ScaleLevel, ...]
    """The levels of an ordinal scale, lowest first. Empty for a numeric one."""
    minimum: int | float | None = None
    """The lowest level of a numeric scale. It counts as part of the range."""
    maximum: int | float | None = None
    """The highest level of a numeric scale. It counts as part of the range, which also contains
    fractions.
    """
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_scale = _r.record(Scale, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("kind", "kind", _read_scale_kind, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("cumulative", "cumulative", _r.flag, False),
    ("levels", "levels", _r.array(_read_scale_level), True),
    ("minimum", "minimum", _r.number, False),
    ("maximum", "maximum", _r.number, False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category of competencies."""

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    parent: str | None = None
    """The id of the category that this one is part of. Without it the category is at the top."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_category = _r.record(Category, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("parent", "parent", _r.string, False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A job family."""

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    parent: str | None = None
    """The id of the family that this one is part of. Without it the family is at the top."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_family = _r.record(Family, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("parent", "parent", _r.string, False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


# What the statement is about: something to know, a trained skill, a lasting ability, or a unit of
# work.
StatementSort = Literal["knowledge", "skill", "ability", "task"]
_read_statement_sort = _r.enumeration("knowledge", "skill", "ability", "task")


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedStatement:
    """The texts of a shared statement in one other language."""

    text: str | None = None
    """The text, in plain words."""
    text_markdown: str | None = None
    """`text` as Markdown, where the source uses markup."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""


_read_translated_statement = _r.record(TranslatedStatement, (
    ("text", "text", _r.string, False),
    ("textMarkdown", "text_markdown", _r.string, False),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of what someone knows, can do or does, that several competencies and profiles share.
    It has a text in place of a title.
    """

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    sort: StatementSort
    """What the statement is about: something to know, a trained skill, a lasting ability, or a unit of
    work.
    """
    text: str
    """The text, in plain words."""
    text_markdown: str | None = None
    """`text` as Markdown, where the source uses markup."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedStatement] = field(default_factory=_r.nothing)
    """The texts of a shared statement in other languages, by language tag."""
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_statement = _r.record(Statement, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("sort", "sort", _read_statement_sort, True),
    ("text", "text", _r.string, True),
    ("textMarkdown", "text_markdown", _r.string, False),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_statement), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A certificate, licence or other proof that a third party gives."""

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    issuer: str | None = None
    """Who gives the credential."""
    renews_every_months: int | None = None
    """After how many months the credential has to be renewed. Without it, nothing is said about
    renewal.
    """
    url: str | None = None
    """A page about the credential."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_credential = _r.record(Credential, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("issuer", "issuer", _r.string, False),
    ("renewsEveryMonths", "renews_every_months", _r.integer, False),
    ("url", "url", _r.string, False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


# A level of the scale concerned: on an ordinal scale the `id` of one of its levels, on a numeric
# scale the number.
Level = str | int | float
_read_level = _r.one_of("string", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopedCompetency:
    """A competency that a resource develops, and how far."""

    competency: str
    """The competency's id."""
    level: Level | None = None
    """The level that the resource leads to. Absent where the source gives none, or the competency has
    no scale.
    """


_read_developed_competency = _r.record(DevelopedCompetency, (
    ("competency", "competency", _r.string, True),
    ("level", "level", _read_level, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A course, a book or another means to develop competencies."""

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    type: str | None = None
    """What it is, in the framework's own word: `course`, `book`, `video`, …"""
    url: str | None = None
    """Where to find it."""
    develops: tuple[DevelopedCompetency, ...] = ()
    """The competencies that it develops."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_resource = _r.record(Resource, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("type", "type", _r.string, False),
    ("url", "url", _r.string, False),
    ("develops", "develops", _r.array(_read_developed_competency), False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing that can be observed."""

    id: str
    """The competency's id, `#` and the indicator's label. An indicator without a label has an id made
    from its text instead, which changes whenever the text does.
    """
    label: str | None = None
    """The short mark that the source gives to the text, so that it can be referred to. It is unique
    within the declaration.
    """
    text: str
    """The text, in plain words."""
    text_markdown: str | None = None
    """`text` as Markdown, where the source uses markup."""
    translations: Mapping[str, TranslatedText] = field(default_factory=_r.nothing)
    """The text in other languages, by language tag."""


_read_indicator = _r.record(Indicator, (
    ("id", "id", _r.string, True),
    ("label", "label", _r.string, False),
    ("text", "text", _r.string, True),
    ("textMarkdown", "text_markdown", _r.string, False),
    ("translations", "translations", _r.mapping(_read_translated_text), False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyLevel:
    """What a competency looks like at one level of its scale."""

    level: Level
    """A level of the scale concerned: on an ordinal scale the `id` of one of its levels, on a numeric
    scale the number.
    """
    title: str | None = None
    """The level's name in this competency, where it has one of its own. Otherwise see the scale."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    indicators: tuple[Indicator, ...]
    """How one sees that somebody is at this level. On a cumulative scale those of the levels below
    apply too; they are not repeated here.
    """
    develop: tuple[Bullet, ...] = ()
    """Suggestions how to reach this level."""
    evidence: tuple[Bullet, ...] = ()
    """What can serve as proof of this level."""
    interview: tuple[Bullet, ...] = ()
    """Questions to ask in an interview about this level."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """


_read_competency_level = _r.record(CompetencyLevel, (
    ("level", "level", _read_level, True),
    ("title", "title", _r.string, False),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("indicators", "indicators", _r.array(_read_indicator), True),
    ("develop", "develop", _r.array(_read_bullet), False),
    ("evidence", "evidence", _r.array(_read_bullet), False),
    ("interview", "interview", _r.array(_read_bullet), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReference:
    """A shared statement. A statement that is written in place has a `text` of its own instead."""

    statement: str
    """The id of a record in `statements`."""


_read_statement_reference = _r.record(StatementReference, (
    ("statement", "statement", _r.string, True),
))


StatementEntry = StatementReference | Bullet
_read_statement_entry = _r.choice("statement", None, _read_statement_reference, _read_bullet)


# How much it matters, from strongest to weakest: `essential`, `desired`, `optional`.
Importance = Literal["essential", "desired", "optional"]
_read_importance = _r.enumeration("essential", "desired", "optional")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyCredential:
    """A credential that attests a competency."""

    credential: str
    """The credential's id."""
    importance: Importance | None = None
    """How much the credential counts for the competency, where the source says so."""


_read_competency_credential = _r.record(CompetencyCredential, (
    ("credential", "credential", _r.string, True),
    ("importance", "importance", _read_importance, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """A competency. On a scale it has `levels` with indicators; without a scale one simply has it or
    not, and `indicators` stand directly here.
    """

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    kind: str
    """The kind of competency: the id of a record in `kinds`, which for the built-in ones is the bare
    word.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    categories: tuple[str, ...] = ()
    """The ids of the categories that the competency is in."""
    part_of: str | None = None
    """The id of the umbrella competency that this one is part of."""
    scale: str | None = None
    """The id of the competency's scale, named by itself or the framework's default. Absent when it has
    none.
    """
    levels: tuple[CompetencyLevel, ...]
    """On an ordinal scale: the levels that the competency can be had and required at. They are all
    those of the scale when the source describes none. On a numeric scale: the numbers that the
    source describes; every other number of the range can be had too. Without a scale: empty.
    """
    indicators: tuple[Indicator, ...] = ()
    """How one sees that somebody has the competency. Here only when it has no scale; otherwise the
    indicators stand in `levels`.
    """
    develop: tuple[Bullet, ...] = ()
    """Suggestions how to develop the competency, at any level."""
    evidence: tuple[Bullet, ...] = ()
    """What can serve as proof of the competency, at any level."""
    interview: tuple[Bullet, ...] = ()
    """Questions to ask in an interview about the competency, at any level."""
    knowledge: tuple[StatementEntry, ...] = ()
    """The knowledge that the competency combines."""
    skills: tuple[StatementEntry, ...] = ()
    """The skills that the competency combines."""
    abilities: tuple[StatementEntry, ...] = ()
    """The abilities that the competency combines."""
    tasks: tuple[StatementEntry, ...] = ()
    """The units of work that the competency is applied to."""
    credentials: tuple[CompetencyCredential, ...] = ()
    """The credentials that attest the competency."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_competency = _r.record(Competency, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("kind", "kind", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("categories", "categories", _r.array(_r.string), False),
    ("partOf", "part_of", _r.string, False),
    ("scale", "scale", _r.string, False),
    ("levels", "levels", _r.array(_read_competency_level), True),
    ("indicators", "indicators", _r.array(_read_indicator), False),
    ("develop", "develop", _r.array(_read_bullet), False),
    ("evidence", "evidence", _r.array(_read_bullet), False),
    ("interview", "interview", _r.array(_read_bullet), False),
    ("knowledge", "knowledge", _r.array(_read_statement_entry), False),
    ("skills", "skills", _r.array(_read_statement_entry), False),
    ("abilities", "abilities", _r.array(_read_statement_entry), False),
    ("tasks", "tasks", _r.array(_read_statement_entry), False),
    ("credentials", "credentials", _r.array(_read_competency_credential), False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCredential:
    """A credential that a job asks for."""

    credential: str
    """The credential's id."""
    importance: Importance
    """How much it matters, from strongest to weakest: `essential`, `desired`, `optional`."""


_read_profile_credential = _r.record(ProfileCredential, (
    ("credential", "credential", _r.string, True),
    ("importance", "importance", _read_importance, True),
))


# `own`: a line of the profile itself. `base`: a line of a profile that it extends, directly or not.
# `rule`: a rule for every profile. `lowers`: a line that lowers what was inherited.
OriginKind = Literal["own", "base", "rule", "lowers"]
_read_origin_kind = _r.enumeration("own", "base", "rule", "lowers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One of the places that a requirement comes from, and what was said there."""

    kind: OriginKind
    """`own`: a line of the profile itself. `base`: a line of a profile that it extends, directly or
    not. `rule`: a rule for every profile. `lowers`: a line that lowers what was inherited.
    """
    profile: str | None = None
    """The id of the profile that has the line: always there for `base`; for `lowers` only when the
    line is inherited. One of an abstract profile has no record in this document.
    """
    rule: str | None = None
    """For `rule`: the id of a record in `rules`."""
    level: Level | None = None
    """The level that is asked for there."""
    importance: Importance | None = None
    """The importance that is given there. Absent for a `lowers` that lowers the level alone."""
    weight: int | float | None = None
    """The weight that is given there."""
    because: str | None = None
    """The reason that is given there."""
    because_markdown: str | None = None
    """`because` as Markdown, where the source uses markup."""


_read_origin = _r.record(Origin, (
    ("kind", "kind", _read_origin_kind, True),
    ("profile", "profile", _r.string, False),
    ("rule", "rule", _r.string, False),
    ("level", "level", _read_level, False),
    ("importance", "importance", _read_importance, False),
    ("weight", "weight", _r.number, False),
    ("because", "because", _r.string, False),
    ("becauseMarkdown", "because_markdown", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A competency that a profile requires in the end, after everything it inherits. Of several
    origins the highest level and the strongest importance win.
    """

    competency: str
    """The competency's id."""
    level: Level | None = None
    """The level that is required at least. Absent when the competency has no scale."""
    importance: Importance
    """How much it matters, from strongest to weakest: `essential`, `desired`, `optional`."""
    weight: int | float | None = None
    """How much the requirement counts beside the others. It is found as the reason is, on its own.
    """
    because: str | None = None
    """Why the profile requires it: the reason of its own line, else that of the origin which decided
    the level (of several the first in order that has this level), else the first in order that is
    given. A base counts with the reason that it has in effect itself.
    """
    because_markdown: str | None = None
    """`because` as Markdown, where the source uses markup."""
    origins: tuple[Origin, ...]
    """Where the requirement comes from, in order: the rules first, then what the profile extends, then
    its own lines.
    """


_read_requirement = _r.record(Requirement, (
    ("competency", "competency", _r.string, True),
    ("level", "level", _read_level, False),
    ("importance", "importance", _read_importance, True),
    ("weight", "weight", _r.number, False),
    ("because", "because", _r.string, False),
    ("becauseMarkdown", "because_markdown", _r.string, False),
    ("origins", "origins", _r.array(_read_origin), True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedCompetency:
    """A competency that a profile would inherit but does not require."""

    competency: str
    """The competency's id."""
    because: str
    """The reason, in plain words."""
    because_markdown: str | None = None
    """`because` as Markdown, where the source uses markup."""


_read_dropped_competency = _r.record(DroppedCompetency, (
    ("competency", "competency", _r.string, True),
    ("because", "because", _r.string, True),
    ("becauseMarkdown", "because_markdown", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A job profile, with all that it inherits: what it extends and the rules that apply to it are
    worked in.
    """

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    family: str | None = None
    """The id of the job family, the profile's own or inherited."""
    extends: tuple[str, ...] = ()
    """The ids of the profiles that this one directly extends. One of an abstract profile has no record
    in this document.
    """
    tasks: tuple[StatementEntry, ...] = ()
    """What somebody in this job does; inherited tasks come first."""
    knowledge: tuple[StatementEntry, ...] = ()
    """What somebody in this job knows, beside the competencies; inherited entries come first."""
    skills: tuple[StatementEntry, ...] = ()
    """The skills of the job, beside the competencies; inherited entries come first."""
    abilities: tuple[StatementEntry, ...] = ()
    """The abilities of the job, beside the competencies; inherited entries come first."""
    credentials: tuple[ProfileCredential, ...] = ()
    """The credentials that the job asks for, inherited ones first."""
    requirements: tuple[Requirement, ...]
    """The competencies that the job requires in the end, each once."""
    drops: tuple[DroppedCompetency, ...] = ()
    """The competencies that the profile would inherit but says it does not require."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_profile = _r.record(Profile, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("family", "family", _r.string, False),
    ("extends", "extends", _r.array(_r.string), False),
    ("tasks", "tasks", _r.array(_read_statement_entry), False),
    ("knowledge", "knowledge", _r.array(_read_statement_entry), False),
    ("skills", "skills", _r.array(_read_statement_entry), False),
    ("abilities", "abilities", _r.array(_read_statement_entry), False),
    ("credentials", "credentials", _r.array(_read_profile_credential), False),
    ("requirements", "requirements", _r.array(_read_requirement), True),
    ("drops", "drops", _r.array(_read_dropped_competency), False),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRequirement:
    """A competency that a rule requires."""

    competency: str
    """The competency's id."""
    level: Level | None = None
    """The level that is required at least. Absent when the competency has no scale."""
    importance: Importance
    """How much it matters, from strongest to weakest: `essential`, `desired`, `optional`."""
    weight: int | float | None = None
    """How much the requirement counts beside the others, as the source says. Without it, nothing is
    said.
    """
    because: str | None = None
    """The reason, in plain words."""
    because_markdown: str | None = None
    """`because` as Markdown, where the source uses markup."""


_read_rule_requirement = _r.record(RuleRequirement, (
    ("competency", "competency", _r.string, True),
    ("level", "level", _read_level, False),
    ("importance", "importance", _read_importance, True),
    ("weight", "weight", _r.number, False),
    ("because", "because", _r.string, False),
    ("becauseMarkdown", "because_markdown", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is required of every profile, or of every profile of some families."""

    id: str
    """The id of the rule's framework, `.every-profile-` and the rule's number there, counted from 1 in
    the order of declaration.
    """
    in_: tuple[str, ...] = ()
    """The ids of the families that the rule is for, those inside them included. Without it the rule is
    for all profiles.
    """
    except_: tuple[str, ...] = ()
    """The ids of the profiles that the rule leaves out."""
    requirements: tuple[RuleRequirement, ...]
    """The competencies that the rule requires."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""


_read_rule = _r.record(Rule, (
    ("id", "id", _r.string, True),
    ("in", "in_", _r.array(_r.string), False),
    ("except", "except_", _r.array(_r.string), False),
    ("requirements", "requirements", _r.array(_read_rule_requirement), True),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A step of a career path."""

    from_: str
    """The id of the profile that the step starts at."""
    to: str
    """The id of the profile that the step leads to."""


_read_edge = _r.record(Edge, (
    ("from", "from_", _r.string, True),
    ("to", "to", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A career path: which profile can lead to which."""

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    chains: tuple[tuple[str, ...], ...]
    """The lines of the path as they were written: each a row of profile ids, from the first job to the
    last.
    """
    edges: tuple[Edge, ...]
    """The steps of all chains, each once."""
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_path = _r.record(Path, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("chains", "chains", _r.array(_r.array(_r.string)), True),
    ("edges", "edges", _r.array(_read_edge), True),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPair:
    """A level of one scale and the level of another that it stands for."""

    from_: Level
    """A level of the scale `from`."""
    to: Level
    """The level of the scale `to`."""


_read_level_pair = _r.record(LevelPair, (
    ("from", "from_", _read_level, True),
    ("to", "to", _read_level, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """Which levels of one scale stand for which of another."""

    id: str
    """The key of the record, unique in this document and the same in every version of the framework:
    the framework's id and the declaration's (first) name, or what the source gives as `id`. Compare
    it as a whole; do not take it apart.
    """
    name: str
    """What the source calls it today, qualified within its package: `Communications.Media` is Media
    inside Communications. It can change; `id` does not.
    """
    title: str
    """The name for people to read. Where the source gives none, it is the last part of the name."""
    about: str | None = None
    """What it is, in plain words."""
    about_markdown: str | None = None
    """`about` as Markdown, where the source uses markup."""
    code: str | None = None
    """The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
    """
    keywords: tuple[str, ...] = ()
    """Words to find it by."""
    from_: str
    """The id of the scale to translate from."""
    to: str
    """The id of the scale to translate into."""
    pairs: tuple[LevelPair, ...]
    """The levels that stand for each other, lowest first. Every level of an ordinal `from` is there,
    and none leads lower than the one before it.
    """
    attributes: AttributeValues = field(default_factory=_r.nothing)
    """The values of the framework's own attributes, by the attribute's name (by its id for one of
    another framework). What each value is says the record in the table `attributes`. A text can be
    empty. For a profile inherited values are included.
    """
    matches: tuple[Match, ...] = ()
    """What corresponds to it in other frameworks and classifications."""
    status: Status
    """Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
    status unless the declaration says its own.
    """
    since: str | None = None
    """The version of the framework that it first appeared in."""
    deprecated: Deprecated | None = None
    """Present when it should no longer be used."""
    replaces: tuple[str, ...] = ()
    """The ids of other declarations that this one takes over from. They may be gone from the source,
    and then have no record.
    """
    was: tuple[str, ...] = ()
    """The names that the declaration had before, newest first. Its id is made from the oldest."""
    reviewed: str | None = None
    """The day on which it was last reviewed."""
    allow: tuple[Allowance, ...] = ()
    """The lint rules that the author lets this declaration break."""
    translations: Mapping[str, TranslatedDeclaration] = field(default_factory=_r.nothing)
    """The title and the description in other languages, by language tag. A language is here only if
    something of the record is translated into it.
    """
    external: bool = False
    """Set when the record belongs to another framework, which `framework` names."""
    framework: str | None = None
    """For an external record: the id of its framework, a record in `dependencies`."""
    iri: str | None = None
    """The address of the declaration on the web: the `uri` of its framework, the word that declares it
    and the id without the framework's, separated by slashes. Absent when its framework has no
    `uri`.
    """
    uuid: str
    """The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
    word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
    The word for a competency of any kind is `competency`; for a statement it is its sort.
    """


_read_crosswalk = _r.record(Crosswalk, (
    ("id", "id", _r.string, True),
    ("name", "name", _r.string, True),
    ("title", "title", _r.string, True),
    ("about", "about", _r.string, False),
    ("aboutMarkdown", "about_markdown", _r.string, False),
    ("code", "code", _r.string, False),
    ("keywords", "keywords", _r.array(_r.string), False),
    ("from", "from_", _r.string, True),
    ("to", "to", _r.string, True),
    ("pairs", "pairs", _r.array(_read_level_pair), True),
    ("attributes", "attributes", _read_attribute_values, False),
    ("matches", "matches", _r.array(_read_match), False),
    ("status", "status", _read_status, True),
    ("since", "since", _r.string, False),
    ("deprecated", "deprecated", _read_deprecated, False),
    ("replaces", "replaces", _r.array(_r.string), False),
    ("was", "was", _r.array(_r.string), False),
    ("reviewed", "reviewed", _r.string, False),
    ("allow", "allow", _r.array(_read_allowance), False),
    ("translations", "translations", _r.mapping(_read_translated_declaration), False),
    ("external", "external", _r.flag, False),
    ("framework", "framework", _r.string, False),
    ("iri", "iri", _r.string, False),
    ("uuid", "uuid", _r.string, True),
))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The document framework.json that `cadre build` writes: one competency framework with everything
    it declares and everything of other frameworks that it refers to.

    How to read it:
    - Order: members stand in the order in which this schema lists them. Levels come in the order of
      their scale, lowest first; all else in the order of declaration. In each table the framework's
      own records come first, then the external ones in the order of `dependencies`. What a profile
      requires comes in the order in which it is met: by rules, by what the profile extends, by its
      own lines.
    - Nothing is null. A member without a value is left out. A flag is `true` or left out.
    - The main tables (the arrays at the top) are always there, even when empty. Inside a record an
      empty array is left out, except `levels`, `requirements`, `origins`, the `indicators` of a
      level, and the `chains` and `edges` of a path: those are always there.
    - `id` is what to store: it stays the same when a declaration moves to another file, gets
      another title or is renamed. `name` is what the source calls it today. Records refer to each
      other by `id`.
    - Every `id` that a record refers to has a record of its own in this document, with two
      exceptions: abstract profiles are not published, so `extends` and the `profile` of an origin
      may name one that has no record; and what `replaces` names may be long gone.
    - A record with `external` belongs to another framework, the one that its member `framework`
      names, and is repeated here so that this document can be read alone.
    - Texts are plain words. Where the source uses markup, a second member whose name ends in
      `Markdown` holds the text as Markdown; it is left out when it would say the same as the plain
      text. Paragraphs of a plain text are separated by an empty line.
    - Texts are in the language of their framework; those of other languages stand in `translations`
      of the same record.
    """

    schema: str
    """The schema of this document, a file that stands beside it."""
    format_version: int
    """The version of this format. It goes up only when a reader of the version before could misread
    the document.
    """
    framework: FrameworkInfo
    """The framework itself: who publishes what, and in which languages."""
    dependencies: tuple[Dependency, ...]
    """The other frameworks whose declarations this document repeats."""
    kinds: tuple[Kind, ...]
    """The kinds of competency: the four built-in ones, the framework's own, those of other frameworks.
    """
    attributes: tuple[Attribute, ...]
    """The attributes that the framework adds to its declarations, such as a pay grade on profiles.
    Their values stand in `attributes` of each record.
    """
    scales: tuple[Scale, ...]
    """The proficiency scales."""
    categories: tuple[Category, ...]
    """The categories that competencies are sorted into: a flat list of a tree, each naming its
    `parent`.
    """
    families: tuple[Family, ...]
    """The job families that profiles belong to: a flat list of a tree, each naming its `parent`."""
    statements: tuple[Statement, ...]
    """Statements of knowledge, skill, ability or task that several competencies and profiles share.
    """
    credentials: tuple[Credential, ...]
    """Certificates, licences and other credentials."""
    resources: tuple[Resource, ...]
    """Courses, books and other means to develop a competency."""
    competencies: tuple[Competency, ...]
    """The competencies."""
    profiles: tuple[Profile, ...]
    """The job profiles, each with all that it requires in the end. Abstract profiles, which only pass
    on what they say, are not here.
    """
    rules: tuple[Rule, ...]
    """The rules that require something of every profile, or of every profile of some families. What
    they require is already part of the profiles' own `requirements`.
    """
    paths: tuple[Path, ...]
    """The career paths."""
    crosswalks: tuple[Crosswalk, ...]
    """The translations of the levels of one scale into those of another."""


_read_document = _r.record(Document, (
    ("$schema", "schema", _r.string, True),
    ("formatVersion", "format_version", _r.integer, True),
    ("framework", "framework", _read_framework_info, True),
    ("dependencies", "dependencies", _r.array(_read_dependency), True),
    ("kinds", "kinds", _r.array(_read_kind), True),
    ("attributes", "attributes", _r.array(_read_attribute), True),
    ("scales", "scales", _r.array(_read_scale), True),
    ("categories", "categories", _r.array(_read_category), True),
    ("families", "families", _r.array(_read_family), True),
    ("statements", "statements", _r.array(_read_statement), True),
    ("credentials", "credentials", _r.array(_read_credential), True),
    ("resources", "resources", _r.array(_read_resource), True),
    ("competencies", "competencies", _r.array(_read_competency), True),
    ("profiles", "profiles", _r.array(_read_profile), True),
    ("rules", "rules", _r.array(_read_rule), True),
    ("paths", "paths", _r.array(_read_path), True),
    ("crosswalks", "crosswalks", _r.array(_read_crosswalk), True),
))


read_document = _read_document


class Tables:
    """The tables of a document by the `id` of their records, in the order of the document."""

    dependencies: Mapping[str, Dependency]
    """The other frameworks whose declarations this document repeats."""
    kinds: Mapping[str, Kind]
    """The kinds of competency: the four built-in ones, the framework's own, those of other frameworks.
    """
    attributes: Mapping[str, Attribute]
    """The attributes that the framework adds to its declarations, such as a pay grade on profiles.
    Their values stand in `attributes` of each record.
    """
    scales: Mapping[str, Scale]
    """The proficiency scales."""
    categories: Mapping[str, Category]
    """The categories that competencies are sorted into: a flat list of a tree, each naming its
    `parent`.
    """
    families: Mapping[str, Family]
    """The job families that profiles belong to: a flat list of a tree, each naming its `parent`."""
    statements: Mapping[str, Statement]
    """Statements of knowledge, skill, ability or task that several competencies and profiles share.
    """
    credentials: Mapping[str, Credential]
    """Certificates, licences and other credentials."""
    resources: Mapping[str, Resource]
    """Courses, books and other means to develop a competency."""
    competencies: Mapping[str, Competency]
    """The competencies."""
    profiles: Mapping[str, Profile]
    """The job profiles, each with all that it requires in the end. Abstract profiles, which only pass
    on what they say, are not here.
    """
    rules: Mapping[str, Rule]
    """The rules that require something of every profile, or of every profile of some families. What
    they require is already part of the profiles' own `requirements`.
    """
    paths: Mapping[str, Path]
    """The career paths."""
    crosswalks: Mapping[str, Crosswalk]
    """The translations of the levels of one scale into those of another."""

    def __init__(self, document: Document) -> None:
        self.dependencies = _r.index("dependencies", document.dependencies)
        self.kinds = _r.index("kinds", document.kinds)
        self.attributes = _r.index("attributes", document.attributes)
        self.scales = _r.index("scales", document.scales)
        self.categories = _r.index("categories", document.categories)
        self.families = _r.index("families", document.families)
        self.statements = _r.index("statements", document.statements)
        self.credentials = _r.index("credentials", document.credentials)
        self.resources = _r.index("resources", document.resources)
        self.competencies = _r.index("competencies", document.competencies)
        self.profiles = _r.index("profiles", document.profiles)
        self.rules = _r.index("rules", document.rules)
        self.paths = _r.index("paths", document.paths)
        self.crosswalks = _r.index("crosswalks", document.crosswalks)
