// The records of framework.json, as its schema describes them: the document as JSON.parse gives it,
// typed. A member that a document leaves out is undefined.
//
// Written by runtime/readers/generate.py from framework.schema.json; do not edit.

import * as check from "./check.js";

/** The version of the format that these types describe. */
export const formatVersion = 1;

/**
 * The values of the framework's own attributes, by the attribute's name (by its id for one of
 * another framework). What each value is says the record in the table `attributes`. A text can be
 * empty. For a profile inherited values are included.
 */
export type AttributeValues = Readonly<Record<string, string | number | boolean>>;
const checkAttributeValues = check.mapping(check.oneOf("string", "number", "boolean"));

/**
 * How the other relates to this one: the same, nearly the same, broader than this one, narrower
 * than this one, or otherwise related.
 */
export type MatchRelation = "exact" | "close" | "broad" | "narrow" | "related";
const checkMatchRelation = check.enumeration("exact", "close", "broad", "narrow", "related");

/** Something in another framework or classification that corresponds to the declaration. */
export interface Match {
  /**
   * How the other relates to this one: the same, nearly the same, broader than this one, narrower
   * than this one, or otherwise related.
   */
  readonly relation: MatchRelation;
  /**
   * The other framework or classification, by the name that the source gives it, such as `esco`.
   */
  readonly scheme: string;
  /** The other's code or IRI in that scheme. */
  readonly target: string;
}

const checkMatch = check.record([
  ["relation", checkMatchRelation, true],
  ["scheme", check.string, true],
  ["target", check.string, true],
]);

/**
 * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
 * status unless the declaration says its own.
 */
export type Status = "draft" | "published" | "retired";
const checkStatus = check.enumeration("draft", "published", "retired");

/** Present when it should no longer be used. */
export interface Deprecated {
  /** The version of the framework from which on this holds. */
  readonly since?: string;
  /** The reason, in plain words. */
  readonly because?: string;
  /** `because` as Markdown, where the source uses markup. */
  readonly becauseMarkdown?: string;
  /** The id of what to use instead. */
  readonly use?: string;
}

const checkDeprecated = check.record([
  ["since", check.string, false],
  ["because", check.string, false],
  ["becauseMarkdown", check.string, false],
  ["use", check.string, false],
]);

/** A lint rule that the declaration may break, and why. */
export interface Allowance {
  /** The name of the lint rule. */
  readonly rule: string;
  /** The reason, in plain words. */
  readonly because: string;
  /** `because` as Markdown, where the source uses markup. */
  readonly becauseMarkdown?: string;
}

const checkAllowance = check.record([
  ["rule", check.string, true],
  ["because", check.string, true],
  ["becauseMarkdown", check.string, false],
]);

/** The texts of a record in one other language. */
export interface TranslatedDeclaration {
  /** The title in that language. */
  readonly title?: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
}

const checkTranslatedDeclaration = check.record([
  ["title", check.string, false],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
]);

/** The framework itself: who publishes what, and in which languages. */
export interface FrameworkInfo {
  /**
   * The framework's identifier, such as `acme.marketing`. The ids of its declarations begin with it
   * unless they were given one of their own.
   */
  readonly id: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /** The version of the framework, after the rules of Semantic Versioning. */
  readonly version: string;
  /** The language of the texts of this framework. */
  readonly language: string;
  /**
   * The languages of this document: `language` first, then those that the framework announces
   * translations into. A translation may still be incomplete.
   */
  readonly languages: readonly string[];
  /** Who publishes the framework. */
  readonly publisher?: string;
  /** The terms of use: as a rule an SPDX licence expression. */
  readonly license?: string;
  /**
   * The absolute address under which the framework and its declarations are published. Their `iri`
   * members begin with it.
   */
  readonly uri?: string;
  /** The id of the scale that a competency of this framework uses when it names none. */
  readonly scale?: string;
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkFrameworkInfo = check.record([
  ["id", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["version", check.string, true],
  ["language", check.string, true],
  ["languages", check.array(check.string), true],
  ["publisher", check.string, false],
  ["license", check.string, false],
  ["uri", check.string, false],
  ["scale", check.string, false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["uuid", check.string, true],
]);

/** The title in one other language. */
export interface TranslatedTitle {
  /** The title in that language. */
  readonly title: string;
}

const checkTranslatedTitle = check.record([
  ["title", check.string, true],
]);

/** Another framework that this one refers to. */
export interface Dependency {
  /** The other framework's identifier: what the member `framework` of an external record names. */
  readonly id: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** The version of the framework, after the rules of Semantic Versioning. */
  readonly version: string;
  /** The language of the texts in the records of that framework. */
  readonly language: string;
  /**
   * The languages of those records: `language` first, then those that the other framework announces
   * translations into.
   */
  readonly languages?: readonly string[];
  /** Who publishes the other framework. */
  readonly publisher?: string;
  /**
   * The terms under which the records of that framework can be used: as a rule an SPDX licence
   * expression.
   */
  readonly license?: string;
  /** The absolute address under which the other framework is published. */
  readonly uri?: string;
  /** Set when the rules of the other framework reach the profiles of this one. */
  readonly withRules?: true;
  /** Where the other framework is in its life. */
  readonly status?: Status;
  /** The title in other languages, by language tag. */
  readonly translations?: Readonly<Record<string, TranslatedTitle>>;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid?: string;
}

const checkDependency = check.record([
  ["id", check.string, true],
  ["title", check.string, true],
  ["version", check.string, true],
  ["language", check.string, true],
  ["languages", check.array(check.string), false],
  ["publisher", check.string, false],
  ["license", check.string, false],
  ["uri", check.string, false],
  ["withRules", check.flag, false],
  ["status", checkStatus, false],
  ["translations", check.mapping(checkTranslatedTitle), false],
  ["uuid", check.string, false],
]);

/** A kind of competency that every framework has. */
export type BuiltInKindWord = "technical" | "behavioural" | "leadership" | "general";
const checkBuiltInKindWord = check.enumeration("technical", "behavioural", "leadership", "general");

/** One of the four kinds that every framework has. */
export interface BuiltInKind {
  /** The bare word for the kind. */
  readonly id: BuiltInKindWord;
  /** The kind's name for people to read, in English. */
  readonly title: string;
}

const checkBuiltInKind = check.record([
  ["id", checkBuiltInKindWord, true],
  ["title", check.string, true],
]);

/** A kind of competency that the framework declares. */
export interface DeclaredKind {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /**
   * The kind that this one is a variety of: a reader that does not know the new kind may treat its
   * competencies as of this one. Without it: as `general`.
   */
  readonly like?: string;
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkDeclaredKind = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["like", check.string, false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/** A kind of competency, built in or declared by the framework. */
export type Kind = BuiltInKind | DeclaredKind;
const checkKind = check.choice(
  "id",
  ["technical", "behavioural", "leadership", "general"],
  checkBuiltInKind,
  checkDeclaredKind,
);

/**
 * The word that begins a declaration in the source. Today `framework`, `kind`, `attribute`,
 * `scale`, `category`, `family`, `knowledge`, `skill`, `ability`, `task`, `credential`, `resource`,
 * `competency`, `profile`, `path`, `crosswalk`; there can be others in later documents of this
 * format.
 */
export type DeclarationWord =
  | "framework"
  | "kind"
  | "attribute"
  | "scale"
  | "category"
  | "family"
  | "knowledge"
  | "skill"
  | "ability"
  | "task"
  | "credential"
  | "resource"
  | "competency"
  | "profile"
  | "path"
  | "crosswalk"
  | (string & {});
const checkDeclarationWord = check.string;

/**
 * What its values are. In `attributes` of a record a number is a JSON number, a boolean a JSON
 * boolean, all else a string: a date as `2026-03-01`, one of several `values` as that value. Today
 * `text`, `number`, `boolean`, `date`, `url`, `one-of`; there can be others in later documents of
 * this format.
 */
export type AttributeType =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "url"
  | "one-of"
  | (string & {});
const checkAttributeType = check.string;

/** A further item that declarations of some sorts can, or must, carry. */
export interface Attribute {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /**
   * The sorts of declaration that the attribute can stand on; all of them where the source names
   * none.
   */
  readonly on: readonly DeclarationWord[];
  /**
   * What its values are. In `attributes` of a record a number is a JSON number, a boolean a JSON
   * boolean, all else a string: a date as `2026-03-01`, one of several `values` as that value.
   */
  readonly type: AttributeType;
  /** For `text`: the regular expression that the whole value matches. */
  readonly pattern?: string;
  /** For `number`: the least value. */
  readonly minimum?: number;
  /** For `number`: the greatest value. */
  readonly maximum?: number;
  /** For `one-of`: the values to choose from. */
  readonly values?: readonly string[];
  /** Set when every declaration of the sorts in `on` carries the attribute. */
  readonly required?: true;
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkAttribute = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["on", check.array(checkDeclarationWord), true],
  ["type", checkAttributeType, true],
  ["pattern", check.string, false],
  ["minimum", check.number, false],
  ["maximum", check.number, false],
  ["values", check.array(check.string), false],
  ["required", check.flag, false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/**
 * Whether a level is one of `levels` (ordinal) or a number from `minimum` to `maximum` (numeric).
 */
export type ScaleKind = "ordinal" | "numeric";
const checkScaleKind = check.enumeration("ordinal", "numeric");

/** The text in one other language. */
export interface TranslatedText {
  /** The text, in plain words. */
  readonly text: string;
  /** `text` as Markdown, where the source uses markup. */
  readonly textMarkdown?: string;
}

const checkTranslatedText = check.record([
  ["text", check.string, true],
  ["textMarkdown", check.string, false],
]);

/** A short text in a list. */
export interface Bullet {
  /**
   * The short mark that the source gives to the text, so that it can be referred to. It is unique
   * within the declaration.
   */
  readonly label?: string;
  /** The text, in plain words. */
  readonly text: string;
  /** `text` as Markdown, where the source uses markup. */
  readonly textMarkdown?: string;
  /** The text in other languages, by language tag. */
  readonly translations?: Readonly<Record<string, TranslatedText>>;
}

const checkBullet = check.record([
  ["label", check.string, false],
  ["text", check.string, true],
  ["textMarkdown", check.string, false],
  ["translations", check.mapping(checkTranslatedText), false],
]);

/** One level of an ordinal scale. */
export interface ScaleLevel {
  /**
   * The level's identifier. It is unique within its scale only, so a level is known by the scale's
   * id and this one.
   */
  readonly id: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /** The level's place on the scale, counted from 1 for the lowest. */
  readonly ordinal: number;
  /** What the level means in general, whatever the competency. */
  readonly descriptors?: readonly Bullet[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
}

const checkScaleLevel = check.record([
  ["id", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["ordinal", check.integer, true],
  ["descriptors", check.array(checkBullet), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
]);

/**
 * A proficiency scale: either ordinal, with named levels in order, or numeric, with a range of
 * numbers.
 */
export interface Scale {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /**
   * Whether a level is one of `levels` (ordinal) or a number from `minimum` to `maximum` (numeric).
   */
  readonly kind: ScaleKind;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /**
   * Set when a level includes the ones below it: who is at the third level also does what the first
   * two say.
   */
  readonly cumulative?: true;
  /** The levels of an ordinal scale, lowest first. Empty for a numeric one. */
  readonly levels: readonly ScaleLevel[];
  /** The lowest level of a numeric scale. It counts as part of the range. */
  readonly minimum?: number;
  /**
   * The highest level of a numeric scale. It counts as part of the range, which also contains
   * fractions.
   */
  readonly maximum?: number;
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkScale = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["kind", checkScaleKind, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["cumulative", check.flag, false],
  ["levels", check.array(checkScaleLevel), true],
  ["minimum", check.number, false],
  ["maximum", check.number, false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/** A category of competencies. */
export interface Category {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /** The id of the category that this one is part of. Without it the category is at the top. */
  readonly parent?: string;
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkCategory = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["parent", check.string, false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/** A job family. */
export interface Family {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /** The id of the family that this one is part of. Without it the family is at the top. */
  readonly parent?: string;
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkFamily = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["parent", check.string, false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/**
 * What the statement is about: something to know, a trained skill, a lasting ability, or a unit of
 * work.
 */
export type StatementSort = "knowledge" | "skill" | "ability" | "task";
const checkStatementSort = check.enumeration("knowledge", "skill", "ability", "task");

/** The texts of a shared statement in one other language. */
export interface TranslatedStatement {
  /** The text, in plain words. */
  readonly text?: string;
  /** `text` as Markdown, where the source uses markup. */
  readonly textMarkdown?: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
}

const checkTranslatedStatement = check.record([
  ["text", check.string, false],
  ["textMarkdown", check.string, false],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
]);

/**
 * A statement of what someone knows, can do or does, that several competencies and profiles share.
 * It has a text in place of a title.
 */
export interface Statement {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /**
   * What the statement is about: something to know, a trained skill, a lasting ability, or a unit
   * of work.
   */
  readonly sort: StatementSort;
  /** The text, in plain words. */
  readonly text: string;
  /** `text` as Markdown, where the source uses markup. */
  readonly textMarkdown?: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /** The texts of a shared statement in other languages, by language tag. */
  readonly translations?: Readonly<Record<string, TranslatedStatement>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkStatement = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["sort", checkStatementSort, true],
  ["text", check.string, true],
  ["textMarkdown", check.string, false],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedStatement), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/** A certificate, licence or other proof that a third party gives. */
export interface Credential {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /** Who gives the credential. */
  readonly issuer?: string;
  /**
   * After how many months the credential has to be renewed. Without it, nothing is said about
   * renewal.
   */
  readonly renewsEveryMonths?: number;
  /** A page about the credential. */
  readonly url?: string;
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkCredential = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["issuer", check.string, false],
  ["renewsEveryMonths", check.integer, false],
  ["url", check.string, false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/**
 * A level of the scale concerned: on an ordinal scale the `id` of one of its levels, on a numeric
 * scale the number.
 */
export type Level = string | number;
const checkLevel = check.oneOf("string", "number");

/** A competency that a resource develops, and how far. */
export interface DevelopedCompetency {
  /** The competency's id. */
  readonly competency: string;
  /**
   * The level that the resource leads to. Absent where the source gives none, or the competency has
   * no scale.
   */
  readonly level?: Level;
}

const checkDevelopedCompetency = check.record([
  ["competency", check.string, true],
  ["level", checkLevel, false],
]);

/** A course, a book or another means to develop competencies. */
export interface Resource {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /** What it is, in the framework's own word: `course`, `book`, `video`, … */
  readonly type?: string;
  /** Where to find it. */
  readonly url?: string;
  /** The competencies that it develops. */
  readonly develops?: readonly DevelopedCompetency[];
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkResource = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["type", check.string, false],
  ["url", check.string, false],
  ["develops", check.array(checkDevelopedCompetency), false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/** One thing that can be observed. */
export interface Indicator {
  /**
   * The competency's id, `#` and the indicator's label. An indicator without a label has an id made
   * from its text instead, which changes whenever the text does.
   */
  readonly id: string;
  /**
   * The short mark that the source gives to the text, so that it can be referred to. It is unique
   * within the declaration.
   */
  readonly label?: string;
  /** The text, in plain words. */
  readonly text: string;
  /** `text` as Markdown, where the source uses markup. */
  readonly textMarkdown?: string;
  /** The text in other languages, by language tag. */
  readonly translations?: Readonly<Record<string, TranslatedText>>;
}

const checkIndicator = check.record([
  ["id", check.string, true],
  ["label", check.string, false],
  ["text", check.string, true],
  ["textMarkdown", check.string, false],
  ["translations", check.mapping(checkTranslatedText), false],
]);

/** What a competency looks like at one level of its scale. */
export interface CompetencyLevel {
  /**
   * A level of the scale concerned: on an ordinal scale the `id` of one of its levels, on a numeric
   * scale the number.
   */
  readonly level: Level;
  /** The level's name in this competency, where it has one of its own. Otherwise see the scale. */
  readonly title?: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * How one sees that somebody is at this level. On a cumulative scale those of the levels below
   * apply too; they are not repeated here.
   */
  readonly indicators: readonly Indicator[];
  /** Suggestions how to reach this level. */
  readonly develop?: readonly Bullet[];
  /** What can serve as proof of this level. */
  readonly evidence?: readonly Bullet[];
  /** Questions to ask in an interview about this level. */
  readonly interview?: readonly Bullet[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
}

const checkCompetencyLevel = check.record([
  ["level", checkLevel, true],
  ["title", check.string, false],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["indicators", check.array(checkIndicator), true],
  ["develop", check.array(checkBullet), false],
  ["evidence", check.array(checkBullet), false],
  ["interview", check.array(checkBullet), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
]);

/** A shared statement. A statement that is written in place has a `text` of its own instead. */
export interface StatementReference {
  /** The id of a record in `statements`. */
  readonly statement: string;
}

const checkStatementReference = check.record([
  ["statement", check.string, true],
]);

export type StatementEntry = StatementReference | Bullet;
const checkStatementEntry = check.choice(
  "statement",
  undefined,
  checkStatementReference,
  checkBullet,
);

/** How much it matters, from strongest to weakest: `essential`, `desired`, `optional`. */
export type Importance = "essential" | "desired" | "optional";
const checkImportance = check.enumeration("essential", "desired", "optional");

/** A credential that attests a competency. */
export interface CompetencyCredential {
  /** The credential's id. */
  readonly credential: string;
  /** How much the credential counts for the competency, where the source says so. */
  readonly importance?: Importance;
}

const checkCompetencyCredential = check.record([
  ["credential", check.string, true],
  ["importance", checkImportance, false],
]);

/**
 * A competency. On a scale it has `levels` with indicators; without a scale one simply has it or
 * not, and `indicators` stand directly here.
 */
export interface Competency {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /**
   * The kind of competency: the id of a record in `kinds`, which for the built-in ones is the bare
   * word.
   */
  readonly kind: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /** The ids of the categories that the competency is in. */
  readonly categories?: readonly string[];
  /** The id of the umbrella competency that this one is part of. */
  readonly partOf?: string;
  /**
   * The id of the competency's scale, named by itself or the framework's default. Absent when it
   * has none.
   */
  readonly scale?: string;
  /**
   * On an ordinal scale: the levels that the competency can be had and required at. They are all
   * those of the scale when the source describes none. On a numeric scale: the numbers that the
   * source describes; every other number of the range can be had too. Without a scale: empty.
   */
  readonly levels: readonly CompetencyLevel[];
  /**
   * How one sees that somebody has the competency. Here only when it has no scale; otherwise the
   * indicators stand in `levels`.
   */
  readonly indicators?: readonly Indicator[];
  /** Suggestions how to develop the competency, at any level. */
  readonly develop?: readonly Bullet[];
  /** What can serve as proof of the competency, at any level. */
  readonly evidence?: readonly Bullet[];
  /** Questions to ask in an interview about the competency, at any level. */
  readonly interview?: readonly Bullet[];
  /** The knowledge that the competency combines. */
  readonly knowledge?: readonly StatementEntry[];
  /** The skills that the competency combines. */
  readonly skills?: readonly StatementEntry[];
  /** The abilities that the competency combines. */
  readonly abilities?: readonly StatementEntry[];
  /** The units of work that the competency is applied to. */
  readonly tasks?: readonly StatementEntry[];
  /** The credentials that attest the competency. */
  readonly credentials?: readonly CompetencyCredential[];
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkCompetency = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["kind", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["categories", check.array(check.string), false],
  ["partOf", check.string, false],
  ["scale", check.string, false],
  ["levels", check.array(checkCompetencyLevel), true],
  ["indicators", check.array(checkIndicator), false],
  ["develop", check.array(checkBullet), false],
  ["evidence", check.array(checkBullet), false],
  ["interview", check.array(checkBullet), false],
  ["knowledge", check.array(checkStatementEntry), false],
  ["skills", check.array(checkStatementEntry), false],
  ["abilities", check.array(checkStatementEntry), false],
  ["tasks", check.array(checkStatementEntry), false],
  ["credentials", check.array(checkCompetencyCredential), false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/** A credential that a job asks for. */
export interface ProfileCredential {
  /** The credential's id. */
  readonly credential: string;
  /** How much it matters, from strongest to weakest: `essential`, `desired`, `optional`. */
  readonly importance: Importance;
}

const checkProfileCredential = check.record([
  ["credential", check.string, true],
  ["importance", checkImportance, true],
]);

/**
 * `own`: a line of the profile itself. `base`: a line of a profile that it extends, directly or
 * not. `rule`: a rule for every profile. `lowers`: a line that lowers what was inherited.
 */
export type OriginKind = "own" | "base" | "rule" | "lowers";
const checkOriginKind = check.enumeration("own", "base", "rule", "lowers");

/** One of the places that a requirement comes from, and what was said there. */
export interface Origin {
  /**
   * `own`: a line of the profile itself. `base`: a line of a profile that it extends, directly or
   * not. `rule`: a rule for every profile. `lowers`: a line that lowers what was inherited.
   */
  readonly kind: OriginKind;
  /**
   * The id of the profile that has the line: always there for `base`; for `lowers` only when the
   * line is inherited. One of an abstract profile has no record in this document.
   */
  readonly profile?: string;
  /** For `rule`: the id of a record in `rules`. */
  readonly rule?: string;
  /** The level that is asked for there. */
  readonly level?: Level;
  /** The importance that is given there. Absent for a `lowers` that lowers the level alone. */
  readonly importance?: Importance;
  /** The weight that is given there. */
  readonly weight?: number;
  /** The reason that is given there. */
  readonly because?: string;
  /** `because` as Markdown, where the source uses markup. */
  readonly becauseMarkdown?: string;
}

const checkOrigin = check.record([
  ["kind", checkOriginKind, true],
  ["profile", check.string, false],
  ["rule", check.string, false],
  ["level", checkLevel, false],
  ["importance", checkImportance, false],
  ["weight", check.number, false],
  ["because", check.string, false],
  ["becauseMarkdown", check.string, false],
]);

/**
 * A competency that a profile requires in the end, after everything it inherits. Of several origins
 * the highest level and the strongest importance win.
 */
export interface Requirement {
  /** The competency's id. */
  readonly competency: string;
  /** The level that is required at least. Absent when the competency has no scale. */
  readonly level?: Level;
  /** How much it matters, from strongest to weakest: `essential`, `desired`, `optional`. */
  readonly importance: Importance;
  /**
   * How much the requirement counts beside the others. It is found as the reason is, on its own.
   */
  readonly weight?: number;
  /**
   * Why the profile requires it: the reason of its own line, else that of the origin which decided
   * the level (of several the first in order that has this level), else the first in order that is
   * given. A base counts with the reason that it has in effect itself.
   */
  readonly because?: string;
  /** `because` as Markdown, where the source uses markup. */
  readonly becauseMarkdown?: string;
  /**
   * Where the requirement comes from, in order: the rules first, then what the profile extends,
   * then its own lines.
   */
  readonly origins: readonly Origin[];
}

const checkRequirement = check.record([
  ["competency", check.string, true],
  ["level", checkLevel, false],
  ["importance", checkImportance, true],
  ["weight", check.number, false],
  ["because", check.string, false],
  ["becauseMarkdown", check.string, false],
  ["origins", check.array(checkOrigin), true],
]);

/** A competency that a profile would inherit but does not require. */
export interface DroppedCompetency {
  /** The competency's id. */
  readonly competency: string;
  /** The reason, in plain words. */
  readonly because: string;
  /** `because` as Markdown, where the source uses markup. */
  readonly becauseMarkdown?: string;
}

const checkDroppedCompetency = check.record([
  ["competency", check.string, true],
  ["because", check.string, true],
  ["becauseMarkdown", check.string, false],
]);

/**
 * A job profile, with all that it inherits: what it extends and the rules that apply to it are
 * worked in.
 */
export interface Profile {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /** The id of the job family, the profile's own or inherited. */
  readonly family?: string;
  /**
   * The ids of the profiles that this one directly extends. One of an abstract profile has no
   * record in this document.
   */
  readonly extends?: readonly string[];
  /** What somebody in this job does; inherited tasks come first. */
  readonly tasks?: readonly StatementEntry[];
  /** What somebody in this job knows, beside the competencies; inherited entries come first. */
  readonly knowledge?: readonly StatementEntry[];
  /** The skills of the job, beside the competencies; inherited entries come first. */
  readonly skills?: readonly StatementEntry[];
  /** The abilities of the job, beside the competencies; inherited entries come first. */
  readonly abilities?: readonly StatementEntry[];
  /** The credentials that the job asks for, inherited ones first. */
  readonly credentials?: readonly ProfileCredential[];
  /** The competencies that the job requires in the end, each once. */
  readonly requirements: readonly Requirement[];
  /** The competencies that the profile would inherit but says it does not require. */
  readonly drops?: readonly DroppedCompetency[];
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkProfile = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["family", check.string, false],
  ["extends", check.array(check.string), false],
  ["tasks", check.array(checkStatementEntry), false],
  ["knowledge", check.array(checkStatementEntry), false],
  ["skills", check.array(checkStatementEntry), false],
  ["abilities", check.array(checkStatementEntry), false],
  ["credentials", check.array(checkProfileCredential), false],
  ["requirements", check.array(checkRequirement), true],
  ["drops", check.array(checkDroppedCompetency), false],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/** A competency that a rule requires. */
export interface RuleRequirement {
  /** The competency's id. */
  readonly competency: string;
  /** The level that is required at least. Absent when the competency has no scale. */
  readonly level?: Level;
  /** How much it matters, from strongest to weakest: `essential`, `desired`, `optional`. */
  readonly importance: Importance;
  /**
   * How much the requirement counts beside the others, as the source says. Without it, nothing is
   * said.
   */
  readonly weight?: number;
  /** The reason, in plain words. */
  readonly because?: string;
  /** `because` as Markdown, where the source uses markup. */
  readonly becauseMarkdown?: string;
}

const checkRuleRequirement = check.record([
  ["competency", check.string, true],
  ["level", checkLevel, false],
  ["importance", checkImportance, true],
  ["weight", check.number, false],
  ["because", check.string, false],
  ["becauseMarkdown", check.string, false],
]);

/** What is required of every profile, or of every profile of some families. */
export interface Rule {
  /**
   * The id of the rule's framework, `.every-profile-` and the rule's number there, counted from 1
   * in the order of declaration.
   */
  readonly id: string;
  /**
   * The ids of the families that the rule is for, those inside them included. Without it the rule
   * is for all profiles.
   */
  readonly in?: readonly string[];
  /** The ids of the profiles that the rule leaves out. */
  readonly except?: readonly string[];
  /** The competencies that the rule requires. */
  readonly requirements: readonly RuleRequirement[];
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
}

const checkRule = check.record([
  ["id", check.string, true],
  ["in", check.array(check.string), false],
  ["except", check.array(check.string), false],
  ["requirements", check.array(checkRuleRequirement), true],
  ["allow", check.array(checkAllowance), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
]);

/** A step of a career path. */
export interface Edge {
  /** The id of the profile that the step starts at. */
  readonly from: string;
  /** The id of the profile that the step leads to. */
  readonly to: string;
}

const checkEdge = check.record([
  ["from", check.string, true],
  ["to", check.string, true],
]);

/** A career path: which profile can lead to which. */
export interface Path {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /**
   * The lines of the path as they were written: each a row of profile ids, from the first job to
   * the last.
   */
  readonly chains: readonly (readonly string[])[];
  /** The steps of all chains, each once. */
  readonly edges: readonly Edge[];
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkPath = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["chains", check.array(check.array(check.string)), true],
  ["edges", check.array(checkEdge), true],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/** A level of one scale and the level of another that it stands for. */
export interface LevelPair {
  /** A level of the scale `from`. */
  readonly from: Level;
  /** The level of the scale `to`. */
  readonly to: Level;
}

const checkLevelPair = check.record([
  ["from", checkLevel, true],
  ["to", checkLevel, true],
]);

/** Which levels of one scale stand for which of another. */
export interface Crosswalk {
  /**
   * The key of the record, unique in this document and the same in every version of the framework:
   * the framework's id and the declaration's (first) name, or what the source gives as `id`.
   * Compare it as a whole; do not take it apart.
   */
  readonly id: string;
  /**
   * What the source calls it today, qualified within its package: `Communications.Media` is Media
   * inside Communications. It can change; `id` does not.
   */
  readonly name: string;
  /** The name for people to read. Where the source gives none, it is the last part of the name. */
  readonly title: string;
  /** What it is, in plain words. */
  readonly about?: string;
  /** `about` as Markdown, where the source uses markup. */
  readonly aboutMarkdown?: string;
  /**
   * The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
   */
  readonly code?: string;
  /** Words to find it by. */
  readonly keywords?: readonly string[];
  /** The id of the scale to translate from. */
  readonly from: string;
  /** The id of the scale to translate into. */
  readonly to: string;
  /**
   * The levels that stand for each other, lowest first. Every level of an ordinal `from` is there,
   * and none leads lower than the one before it.
   */
  readonly pairs: readonly LevelPair[];
  /**
   * The values of the framework's own attributes, by the attribute's name (by its id for one of
   * another framework). What each value is says the record in the table `attributes`. A text can be
   * empty. For a profile inherited values are included.
   */
  readonly attributes?: AttributeValues;
  /** What corresponds to it in other frameworks and classifications. */
  readonly matches?: readonly Match[];
  /**
   * Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
   * status unless the declaration says its own.
   */
  readonly status: Status;
  /** The version of the framework that it first appeared in. */
  readonly since?: string;
  /** Present when it should no longer be used. */
  readonly deprecated?: Deprecated;
  /**
   * The ids of other declarations that this one takes over from. They may be gone from the source,
   * and then have no record.
   */
  readonly replaces?: readonly string[];
  /** The names that the declaration had before, newest first. Its id is made from the oldest. */
  readonly was?: readonly string[];
  /** The day on which it was last reviewed. */
  readonly reviewed?: string;
  /** The lint rules that the author lets this declaration break. */
  readonly allow?: readonly Allowance[];
  /**
   * The title and the description in other languages, by language tag. A language is here only if
   * something of the record is translated into it.
   */
  readonly translations?: Readonly<Record<string, TranslatedDeclaration>>;
  /** Set when the record belongs to another framework, which `framework` names. */
  readonly external?: true;
  /** For an external record: the id of its framework, a record in `dependencies`. */
  readonly framework?: string;
  /**
   * The address of the declaration on the web: the `uri` of its framework, the word that declares
   * it and the id without the framework's, separated by slashes. Absent when its framework has no
   * `uri`.
   */
  readonly iri?: string;
  /**
   * The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
   * word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
   * The word for a competency of any kind is `competency`; for a statement it is its sort.
   */
  readonly uuid: string;
}

const checkCrosswalk = check.record([
  ["id", check.string, true],
  ["name", check.string, true],
  ["title", check.string, true],
  ["about", check.string, false],
  ["aboutMarkdown", check.string, false],
  ["code", check.string, false],
  ["keywords", check.array(check.string), false],
  ["from", check.string, true],
  ["to", check.string, true],
  ["pairs", check.array(checkLevelPair), true],
  ["attributes", checkAttributeValues, false],
  ["matches", check.array(checkMatch), false],
  ["status", checkStatus, true],
  ["since", check.string, false],
  ["deprecated", checkDeprecated, false],
  ["replaces", check.array(check.string), false],
  ["was", check.array(check.string), false],
  ["reviewed", check.string, false],
  ["allow", check.array(checkAllowance), false],
  ["translations", check.mapping(checkTranslatedDeclaration), false],
  ["external", check.flag, false],
  ["framework", check.string, false],
  ["iri", check.string, false],
  ["uuid", check.string, true],
]);

/**
 * The document framework.json that `cadre build` writes: one competency framework with everything
 * it declares and everything of other frameworks that it refers to.
 *
 * How to read it:
 * - Order: members stand in the order in which this schema lists them. Levels come in the order of
 *   their scale, lowest first; all else in the order of declaration. In each table the framework's
 *   own records come first, then the external ones in the order of `dependencies`. What a profile
 *   requires comes in the order in which it is met: by rules, by what the profile extends, by its
 *   own lines.
 * - Nothing is null. A member without a value is left out. A flag is `true` or left out.
 * - The main tables (the arrays at the top) are always there, even when empty. Inside a record an
 *   empty array is left out, except `levels`, `requirements`, `origins`, the `indicators` of a
 *   level, and the `chains` and `edges` of a path: those are always there.
 * - `id` is what to store: it stays the same when a declaration moves to another file, gets another
 *   title or is renamed. `name` is what the source calls it today. Records refer to each other by
 *   `id`.
 * - Every `id` that a record refers to has a record of its own in this document, with two
 *   exceptions: abstract profiles are not published, so `extends` and the `profile` of an origin
 *   may name one that has no record; and what `replaces` names may be long gone.
 * - A record with `external` belongs to another framework, the one that its member `framework`
 *   names, and is repeated here so that this document can be read alone.
 * - Texts are plain words. Where the source uses markup, a second member whose name ends in
 *   `Markdown` holds the text as Markdown; it is left out when it would say the same as the plain
 *   text. Paragraphs of a plain text are separated by an empty line.
 * - Texts are in the language of their framework; those of other languages stand in `translations`
 *   of the same record.
 */
export interface Document {
  /** The schema of this document, a file that stands beside it. */
  readonly $schema: string;
  /**
   * The version of this format. It goes up only when a reader of the version before could misread
   * the document.
   */
  readonly formatVersion: number;
  /** The framework itself: who publishes what, and in which languages. */
  readonly framework: FrameworkInfo;
  /** The other frameworks whose declarations this document repeats. */
  readonly dependencies: readonly Dependency[];
  /**
   * The kinds of competency: the four built-in ones, the framework's own, those of other
   * frameworks.
   */
  readonly kinds: readonly Kind[];
  /**
   * The attributes that the framework adds to its declarations, such as a pay grade on profiles.
   * Their values stand in `attributes` of each record.
   */
  readonly attributes: readonly Attribute[];
  /** The proficiency scales. */
  readonly scales: readonly Scale[];
  /**
   * The categories that competencies are sorted into: a flat list of a tree, each naming its
   * `parent`.
   */
  readonly categories: readonly Category[];
  /** The job families that profiles belong to: a flat list of a tree, each naming its `parent`. */
  readonly families: readonly Family[];
  /**
   * Statements of knowledge, skill, ability or task that several competencies and profiles share.
   */
  readonly statements: readonly Statement[];
  /** Certificates, licences and other credentials. */
  readonly credentials: readonly Credential[];
  /** Courses, books and other means to develop a competency. */
  readonly resources: readonly Resource[];
  /** The competencies. */
  readonly competencies: readonly Competency[];
  /**
   * The job profiles, each with all that it requires in the end. Abstract profiles, which only pass
   * on what they say, are not here.
   */
  readonly profiles: readonly Profile[];
  /**
   * The rules that require something of every profile, or of every profile of some families. What
   * they require is already part of the profiles' own `requirements`.
   */
  readonly rules: readonly Rule[];
  /** The career paths. */
  readonly paths: readonly Path[];
  /** The translations of the levels of one scale into those of another. */
  readonly crosswalks: readonly Crosswalk[];
}

const checkDocument = check.record([
  ["$schema", check.string, true],
  ["formatVersion", check.integer, true],
  ["framework", checkFrameworkInfo, true],
  ["dependencies", check.array(checkDependency), true],
  ["kinds", check.array(checkKind), true],
  ["attributes", check.array(checkAttribute), true],
  ["scales", check.array(checkScale), true],
  ["categories", check.array(checkCategory), true],
  ["families", check.array(checkFamily), true],
  ["statements", check.array(checkStatement), true],
  ["credentials", check.array(checkCredential), true],
  ["resources", check.array(checkResource), true],
  ["competencies", check.array(checkCompetency), true],
  ["profiles", check.array(checkProfile), true],
  ["rules", check.array(checkRule), true],
  ["paths", check.array(checkPath), true],
  ["crosswalks", check.array(checkCrosswalk), true],
]);

/** Gives `value` back as a document; throws a `DocumentError` that names the place of what is wrong. */
export function toDocument(value: unknown): Document {
  check.all(checkDocument, value);
  return value as Document;
}

/** The tables of a document by the `id` of their records, in the order of the document. */
export class Tables {
  /** The other frameworks whose declarations this document repeats. */
  readonly dependencies: ReadonlyMap<string, Dependency>;
  /**
   * The kinds of competency: the four built-in ones, the framework's own, those of other
   * frameworks.
   */
  readonly kinds: ReadonlyMap<string, Kind>;
  /**
   * The attributes that the framework adds to its declarations, such as a pay grade on profiles.
   * Their values stand in `attributes` of each record.
   */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** The proficiency scales. */
  readonly scales: ReadonlyMap<string, Scale>;
  /**
   * The categories that competencies are sorted into: a flat list of a tree, each naming its
   * `parent`.
   */
  readonly categories: ReadonlyMap<string, Category>;
  /** The job families that profiles belong to: a flat list of a tree, each naming its `parent`. */
  readonly families: ReadonlyMap<string, Family>;
  /**
   * Statements of knowledge, skill, ability or task that several competencies and profiles share.
   */
  readonly statements: ReadonlyMap<string, Statement>;
  /** Certificates, licences and other credentials. */
  readonly credentials: ReadonlyMap<string, Credential>;
  /** Courses, books and other means to develop a competency. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** The competencies. */
  readonly competencies: ReadonlyMap<string, Competency>;
  /**
   * The job profiles, each with all that it requires in the end. Abstract profiles, which only pass
   * on what they say, are not here.
   */
  readonly profiles: ReadonlyMap<string, Profile>;
  /**
   * The rules that require something of every profile, or of every profile of some families. What
   * they require is already part of the profiles' own `requirements`.
   */
  readonly rules: ReadonlyMap<string, Rule>;
  /** The career paths. */
  readonly paths: ReadonlyMap<string, Path>;
  /** The translations of the levels of one scale into those of another. */
  readonly crosswalks: ReadonlyMap<string, Crosswalk>;

  constructor(document: Document) {
    this.dependencies = check.index("dependencies", document.dependencies);
    this.kinds = check.index("kinds", document.kinds);
    this.attributes = check.index("attributes", document.attributes);
    this.scales = check.index("scales", document.scales);
    this.categories = check.index("categories", document.categories);
    this.families = check.index("families", document.families);
    this.statements = check.index("statements", document.statements);
    this.credentials = check.index("credentials", document.credentials);
    this.resources = check.index("resources", document.resources);
    this.competencies = check.index("competencies", document.competencies);
    this.profiles = check.index("profiles", document.profiles);
    this.rules = check.index("rules", document.rules);
    this.paths = check.index("paths", document.paths);
    this.crosswalks = check.index("crosswalks", document.crosswalks);
  }
}
