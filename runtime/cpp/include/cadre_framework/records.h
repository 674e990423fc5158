// The records of framework.json, as its schema describes them. A member that a document leaves out is
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

/// The version of the format that these records describe.
inline constexpr std::int64_t format_version = 1;

/// The values of the framework's own attributes, by the attribute's name (by its id for one of
/// another framework). What each value is says the record in the table `attributes`. A text can be
/// empty. For a profile inherited values are included.
using AttributeValues = std::map<std::string, std::variant<std::string, double, bool>>;

/// How the other relates to this one: the same, nearly the same, broader than this one, narrower
/// than this one, or otherwise related.
enum class MatchRelation {
  exact,
  close,
  broad,
  narrow,
  related,
};

/// The word for it in a document.
inline std::string_view to_string(MatchRelation value) {
  switch (value) {
    case MatchRelation::exact: return "exact";
    case MatchRelation::close: return "close";
    case MatchRelation::broad: return "broad";
    case MatchRelation::narrow: return "narrow";
    case MatchRelation::related: return "related";
  }
  return {};
}

namespace detail {
template <>
struct Read<MatchRelation> {
  static MatchRelation from(const Json& value) {
    return word<MatchRelation, 5>(value, {{
        {"exact", MatchRelation::exact},
        {"close", MatchRelation::close},
        {"broad", MatchRelation::broad},
        {"narrow", MatchRelation::narrow},
        {"related", MatchRelation::related},
    }});
  }
};
}  // namespace detail

/// Something in another framework or classification that corresponds to the declaration.
struct Match {
  /// How the other relates to this one: the same, nearly the same, broader than this one, narrower
  /// than this one, or otherwise related.
  MatchRelation relation{};
  /// The other framework or classification, by the name that the source gives it, such as `esco`.
  std::string scheme;
  /// The other's code or IRI in that scheme.
  std::string target;
};

namespace detail {
template <>
struct Read<Match> {
  static Match from(const Json& value) {
    const Object object(value);
    Match record;
    object.required("relation", record.relation);
    object.required("scheme", record.scheme);
    object.required("target", record.target);
    return record;
  }
};
}  // namespace detail

/// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
/// status unless the declaration says its own.
enum class Status {
  draft,
  published,
  retired,
};

/// The word for it in a document.
inline std::string_view to_string(Status value) {
  switch (value) {
    case Status::draft: return "draft";
    case Status::published: return "published";
    case Status::retired: return "retired";
  }
  return {};
}

namespace detail {
template <>
struct Read<Status> {
  static Status from(const Json& value) {
    return word<Status, 3>(value, {{
        {"draft", Status::draft},
        {"published", Status::published},
        {"retired", Status::retired},
    }});
  }
};
}  // namespace detail

/// Present when it should no longer be used.
struct Deprecated {
  /// The version of the framework from which on this holds.
  std::optional<std::string> since;
  /// The reason, in plain words.
  std::optional<std::string> because;
  /// `because` as Markdown, where the source uses markup.
  std::optional<std::string> because_markdown;
  /// The id of what to use instead.
  std::optional<std::string> use;
};

namespace detail {
template <>
struct Read<Deprecated> {
  static Deprecated from(const Json& value) {
    const Object object(value);
    Deprecated record;
    object.optional("since", record.since);
    object.optional("because", record.because);
    object.optional("becauseMarkdown", record.because_markdown);
    object.optional("use", record.use);
    return record;
  }
};
}  // namespace detail

/// A lint rule that the declaration may break, and why.
struct Allowance {
  /// The name of the lint rule.
  std::string rule;
  /// The reason, in plain words.
  std::string because;
  /// `because` as Markdown, where the source uses markup.
  std::optional<std::string> because_markdown;
};

namespace detail {
template <>
struct Read<Allowance> {
  static Allowance from(const Json& value) {
    const Object object(value);
    Allowance record;
    object.required("rule", record.rule);
    object.required("because", record.because);
    object.optional("becauseMarkdown", record.because_markdown);
    return record;
  }
};
}  // namespace detail

/// The texts of a record in one other language.
struct TranslatedDeclaration {
  /// The title in that language.
  std::optional<std::string> title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
};

namespace detail {
template <>
struct Read<TranslatedDeclaration> {
  static TranslatedDeclaration from(const Json& value) {
    const Object object(value);
    TranslatedDeclaration record;
    object.optional("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    return record;
  }
};
}  // namespace detail

/// The framework itself: who publishes what, and in which languages.
struct FrameworkInfo {
  /// The framework's identifier, such as `acme.marketing`. The ids of its declarations begin with
  /// it unless they were given one of their own.
  std::string id;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The version of the framework, after the rules of Semantic Versioning.
  std::string version;
  /// The language of the texts of this framework.
  std::string language;
  /// The languages of this document: `language` first, then those that the framework announces
  /// translations into. A translation may still be incomplete.
  std::vector<std::string> languages;
  /// Who publishes the framework.
  std::optional<std::string> publisher;
  /// The terms of use: as a rule an SPDX licence expression.
  std::optional<std::string> license;
  /// The absolute address under which the framework and its declarations are published. Their `iri`
  /// members begin with it.
  std::optional<std::string> uri;
  /// The id of the scale that a competency of this framework uses when it names none.
  std::optional<std::string> scale;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<FrameworkInfo> {
  static FrameworkInfo from(const Json& value) {
    const Object object(value);
    FrameworkInfo record;
    object.required("id", record.id);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.required("version", record.version);
    object.required("language", record.language);
    object.required("languages", record.languages);
    object.optional("publisher", record.publisher);
    object.optional("license", record.license);
    object.optional("uri", record.uri);
    object.optional("scale", record.scale);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// The title in one other language.
struct TranslatedTitle {
  /// The title in that language.
  std::string title;
};

namespace detail {
template <>
struct Read<TranslatedTitle> {
  static TranslatedTitle from(const Json& value) {
    const Object object(value);
    TranslatedTitle record;
    object.required("title", record.title);
    return record;
  }
};
}  // namespace detail

/// Another framework that this one refers to.
struct Dependency {
  /// The other framework's identifier: what the member `framework` of an external record names.
  std::string id;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// The version of the framework, after the rules of Semantic Versioning.
  std::string version;
  /// The language of the texts in the records of that framework.
  std::string language;
  /// The languages of those records: `language` first, then those that the other framework
  /// announces translations into.
  std::vector<std::string> languages;
  /// Who publishes the other framework.
  std::optional<std::string> publisher;
  /// The terms under which the records of that framework can be used: as a rule an SPDX licence
  /// expression.
  std::optional<std::string> license;
  /// The absolute address under which the other framework is published.
  std::optional<std::string> uri;
  /// Set when the rules of the other framework reach the profiles of this one.
  bool with_rules{};
  /// Where the other framework is in its life.
  std::optional<Status> status;
  /// The title in other languages, by language tag.
  std::map<std::string, TranslatedTitle> translations;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::optional<std::string> uuid;
};

namespace detail {
template <>
struct Read<Dependency> {
  static Dependency from(const Json& value) {
    const Object object(value);
    Dependency record;
    object.required("id", record.id);
    object.required("title", record.title);
    object.required("version", record.version);
    object.required("language", record.language);
    object.optional("languages", record.languages);
    object.optional("publisher", record.publisher);
    object.optional("license", record.license);
    object.optional("uri", record.uri);
    object.optional("withRules", record.with_rules);
    object.optional("status", record.status);
    object.optional("translations", record.translations);
    object.optional("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A kind of competency that every framework has.
enum class BuiltInKindWord {
  technical,
  behavioural,
  leadership,
  general,
};

/// The word for it in a document.
inline std::string_view to_string(BuiltInKindWord value) {
  switch (value) {
    case BuiltInKindWord::technical: return "technical";
    case BuiltInKindWord::behavioural: return "behavioural";
    case BuiltInKindWord::leadership: return "leadership";
    case BuiltInKindWord::general: return "general";
  }
  return {};
}

namespace detail {
template <>
struct Read<BuiltInKindWord> {
  static BuiltInKindWord from(const Json& value) {
    return word<BuiltInKindWord, 4>(value, {{
        {"technical", BuiltInKindWord::technical},
        {"behavioural", BuiltInKindWord::behavioural},
        {"leadership", BuiltInKindWord::leadership},
        {"general", BuiltInKindWord::general},
    }});
  }
};
}  // namespace detail

/// One of the four kinds that every framework has.
struct BuiltInKind {
  /// The bare word for the kind.
  std::string id;
  /// The kind's name for people to read, in English.
  std::string title;
};

namespace detail {
template <>
struct Read<BuiltInKind> {
  static BuiltInKind from(const Json& value) {
    const Object object(value);
    BuiltInKind record;
    object.required("id", record.id);
    object.required("title", record.title);
    return record;
  }
};
}  // namespace detail

/// A kind of competency that the framework declares.
struct DeclaredKind {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The kind that this one is a variety of: a reader that does not know the new kind may treat its
  /// competencies as of this one. Without it: as `general`.
  std::optional<std::string> like;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<DeclaredKind> {
  static DeclaredKind from(const Json& value) {
    const Object object(value);
    DeclaredKind record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("like", record.like);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A kind of competency, built in or declared by the framework.
using Kind = std::variant<BuiltInKind, DeclaredKind>;

inline const std::string& id_of(const Kind& record) {
  return std::visit([](const auto& one) -> const std::string& { return one.id; }, record);
}

namespace detail {
template <>
struct Read<Kind> {
  static Kind from(const Json& value) {
    if (Object(value).has("id", {"technical", "behavioural", "leadership", "general"})) return Read<BuiltInKind>::from(value);
    return Read<DeclaredKind>::from(value);
  }
};
}  // namespace detail

/// The word that begins a declaration in the source. Today `framework`, `kind`, `attribute`,
/// `scale`, `category`, `family`, `knowledge`, `skill`, `ability`, `task`, `credential`,
/// `resource`, `competency`, `profile`, `path`, `crosswalk`; there can be others in later documents
/// of this format.
using DeclarationWord = std::string;

/// What its values are. In `attributes` of a record a number is a JSON number, a boolean a JSON
/// boolean, all else a string: a date as `2026-03-01`, one of several `values` as that value. Today
/// `text`, `number`, `boolean`, `date`, `url`, `one-of`; there can be others in later documents of
/// this format.
using AttributeType = std::string;

/// A further item that declarations of some sorts can, or must, carry.
struct Attribute {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The sorts of declaration that the attribute can stand on; all of them where the source names
  /// none.
  std::vector<DeclarationWord> on;
  /// What its values are. In `attributes` of a record a number is a JSON number, a boolean a JSON
  /// boolean, all else a string: a date as `2026-03-01`, one of several `values` as that value.
  AttributeType type;
  /// For `text`: the regular expression that the whole value matches.
  std::optional<std::string> pattern;
  /// For `number`: the least value.
  std::optional<double> minimum;
  /// For `number`: the greatest value.
  std::optional<double> maximum;
  /// For `one-of`: the values to choose from.
  std::vector<std::string> values;
  /// Set when every declaration of the sorts in `on` carries the attribute.
  bool required{};
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Attribute> {
  static Attribute from(const Json& value) {
    const Object object(value);
    Attribute record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.required("on", record.on);
    object.required("type", record.type);
    object.optional("pattern", record.pattern);
    object.optional("minimum", record.minimum);
    object.optional("maximum", record.maximum);
    object.optional("values", record.values);
    object.optional("required", record.required);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// Whether a level is one of `levels` (ordinal) or a number from `minimum` to `maximum` (numeric).
enum class ScaleKind {
  ordinal,
  numeric,
};

/// The word for it in a document.
inline std::string_view to_string(ScaleKind value) {
  switch (value) {
    case ScaleKind::ordinal: return "ordinal";
    case ScaleKind::numeric: return "numeric";
  }
  return {};
}

namespace detail {
template <>
struct Read<ScaleKind> {
  static ScaleKind from(const Json& value) {
    return word<ScaleKind, 2>(value, {{
        {"ordinal", ScaleKind::ordinal},
        {"numeric", ScaleKind::numeric},
    }});
  }
};
}  // namespace detail

/// The text in one other language.
struct TranslatedText {
  /// The text, in plain words.
  std::string text;
  /// `text` as Markdown, where the source uses markup.
  std::optional<std::string> text_markdown;
};

namespace detail {
template <>
struct Read<TranslatedText> {
  static TranslatedText from(const Json& value) {
    const Object object(value);
    TranslatedText record;
    object.required("text", record.text);
    object.optional("textMarkdown", record.text_markdown);
    return record;
  }
};
}  // namespace detail

/// A short text in a list.
struct Bullet {
  /// The short mark that the source gives to the text, so that it can be referred to. It is unique
  /// within the declaration.
  std::optional<std::string> label;
  /// The text, in plain words.
  std::string text;
  /// `text` as Markdown, where the source uses markup.
  std::optional<std::string> text_markdown;
  /// The text in other languages, by language tag.
  std::map<std::string, TranslatedText> translations;
};

namespace detail {
template <>
struct Read<Bullet> {
  static Bullet from(const Json& value) {
    const Object object(value);
    Bullet record;
    object.optional("label", record.label);
    object.required("text", record.text);
    object.optional("textMarkdown", record.text_markdown);
    object.optional("translations", record.translations);
    return record;
  }
};
}  // namespace detail

/// One level of an ordinal scale.
struct ScaleLevel {
  /// The level's identifier. It is unique within its scale only, so a level is known by the scale's
  /// id and this one.
  std::string id;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The level's place on the scale, counted from 1 for the lowest.
  std::int64_t ordinal{};
  /// What the level means in general, whatever the competency.
  std::vector<Bullet> descriptors;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
};

namespace detail {
template <>
struct Read<ScaleLevel> {
  static ScaleLevel from(const Json& value) {
    const Object object(value);
    ScaleLevel record;
    object.required("id", record.id);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.required("ordinal", record.ordinal);
    object.optional("descriptors", record.descriptors);
    object.optional("translations", record.translations);
    return record;
  }
};
}  // namespace detail

/// A proficiency scale: either ordinal, with named levels in order, or numeric, with a range of
/// numbers.
struct Scale {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// Whether a level is one of `levels` (ordinal) or a number from `minimum` to `maximum`
  /// (numeric).
  ScaleKind kind{};
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// Set when a level includes the ones below it: who is at the third level also does what the
  /// first two say.
  bool cumulative{};
  /// The levels of an ordinal scale, lowest first. Empty for a numeric one.
  std::vector<ScaleLevel> levels;
  /// The lowest level of a numeric scale. It counts as part of the range.
  std::optional<double> minimum;
  /// The highest level of a numeric scale. It counts as part of the range, which also contains
  /// fractions.
  std::optional<double> maximum;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Scale> {
  static Scale from(const Json& value) {
    const Object object(value);
    Scale record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("kind", record.kind);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("cumulative", record.cumulative);
    object.required("levels", record.levels);
    object.optional("minimum", record.minimum);
    object.optional("maximum", record.maximum);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A category of competencies.
struct Category {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The id of the category that this one is part of. Without it the category is at the top.
  std::optional<std::string> parent;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Category> {
  static Category from(const Json& value) {
    const Object object(value);
    Category record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("parent", record.parent);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A job family.
struct Family {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The id of the family that this one is part of. Without it the family is at the top.
  std::optional<std::string> parent;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Family> {
  static Family from(const Json& value) {
    const Object object(value);
    Family record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("parent", record.parent);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// What the statement is about: something to know, a trained skill, a lasting ability, or a unit of
/// work.
enum class StatementSort {
  knowledge,
  skill,
  ability,
  task,
};

/// The word for it in a document.
inline std::string_view to_string(StatementSort value) {
  switch (value) {
    case StatementSort::knowledge: return "knowledge";
    case StatementSort::skill: return "skill";
    case StatementSort::ability: return "ability";
    case StatementSort::task: return "task";
  }
  return {};
}

namespace detail {
template <>
struct Read<StatementSort> {
  static StatementSort from(const Json& value) {
    return word<StatementSort, 4>(value, {{
        {"knowledge", StatementSort::knowledge},
        {"skill", StatementSort::skill},
        {"ability", StatementSort::ability},
        {"task", StatementSort::task},
    }});
  }
};
}  // namespace detail

/// The texts of a shared statement in one other language.
struct TranslatedStatement {
  /// The text, in plain words.
  std::optional<std::string> text;
  /// `text` as Markdown, where the source uses markup.
  std::optional<std::string> text_markdown;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
};

namespace detail {
template <>
struct Read<TranslatedStatement> {
  static TranslatedStatement from(const Json& value) {
    const Object object(value);
    TranslatedStatement record;
    object.optional("text", record.text);
    object.optional("textMarkdown", record.text_markdown);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    return record;
  }
};
}  // namespace detail

/// A statement of what someone knows, can do or does, that several competencies and profiles share.
/// It has a text in place of a title.
struct Statement {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// What the statement is about: something to know, a trained skill, a lasting ability, or a unit
  /// of work.
  StatementSort sort{};
  /// The text, in plain words.
  std::string text;
  /// `text` as Markdown, where the source uses markup.
  std::optional<std::string> text_markdown;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The texts of a shared statement in other languages, by language tag.
  std::map<std::string, TranslatedStatement> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Statement> {
  static Statement from(const Json& value) {
    const Object object(value);
    Statement record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("sort", record.sort);
    object.required("text", record.text);
    object.optional("textMarkdown", record.text_markdown);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A certificate, licence or other proof that a third party gives.
struct Credential {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// Who gives the credential.
  std::optional<std::string> issuer;
  /// After how many months the credential has to be renewed. Without it, nothing is said about
  /// renewal.
  std::optional<std::int64_t> renews_every_months;
  /// A page about the credential.
  std::optional<std::string> url;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Credential> {
  static Credential from(const Json& value) {
    const Object object(value);
    Credential record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("issuer", record.issuer);
    object.optional("renewsEveryMonths", record.renews_every_months);
    object.optional("url", record.url);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A level of the scale concerned: on an ordinal scale the `id` of one of its levels, on a numeric
/// scale the number.
using Level = std::variant<std::string, double>;

/// A competency that a resource develops, and how far.
struct DevelopedCompetency {
  /// The competency's id.
  std::string competency;
  /// The level that the resource leads to. Absent where the source gives none, or the competency
  /// has no scale.
  std::optional<Level> level;
};

namespace detail {
template <>
struct Read<DevelopedCompetency> {
  static DevelopedCompetency from(const Json& value) {
    const Object object(value);
    DevelopedCompetency record;
    object.required("competency", record.competency);
    object.optional("level", record.level);
    return record;
  }
};
}  // namespace detail

/// A course, a book or another means to develop competencies.
struct Resource {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// What it is, in the framework's own word: `course`, `book`, `video`, …
  std::optional<std::string> type;
  /// Where to find it.
  std::optional<std::string> url;
  /// The competencies that it develops.
  std::vector<DevelopedCompetency> develops;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Resource> {
  static Resource from(const Json& value) {
    const Object object(value);
    Resource record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("type", record.type);
    object.optional("url", record.url);
    object.optional("develops", record.develops);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// One thing that can be observed.
struct Indicator {
  /// The competency's id, `#` and the indicator's label. An indicator without a label has an id
  /// made from its text instead, which changes whenever the text does.
  std::string id;
  /// The short mark that the source gives to the text, so that it can be referred to. It is unique
  /// within the declaration.
  std::optional<std::string> label;
  /// The text, in plain words.
  std::string text;
  /// `text` as Markdown, where the source uses markup.
  std::optional<std::string> text_markdown;
  /// The text in other languages, by language tag.
  std::map<std::string, TranslatedText> translations;
};

namespace detail {
template <>
struct Read<Indicator> {
  static Indicator from(const Json& value) {
    const Object object(value);
    Indicator record;
    object.required("id", record.id);
    object.optional("label", record.label);
    object.required("text", record.text);
    object.optional("textMarkdown", record.text_markdown);
    object.optional("translations", record.translations);
    return record;
  }
};
}  // namespace detail

/// What a competency looks like at one level of its scale.
struct CompetencyLevel {
  /// A level of the scale concerned: on an ordinal scale the `id` of one of its levels, on a
  /// numeric scale the number.
  Level level;
  /// The level's name in this competency, where it has one of its own. Otherwise see the scale.
  std::optional<std::string> title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// How one sees that somebody is at this level. On a cumulative scale those of the levels below
  /// apply too; they are not repeated here.
  std::vector<Indicator> indicators;
  /// Suggestions how to reach this level.
  std::vector<Bullet> develop;
  /// What can serve as proof of this level.
  std::vector<Bullet> evidence;
  /// Questions to ask in an interview about this level.
  std::vector<Bullet> interview;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
};

namespace detail {
template <>
struct Read<CompetencyLevel> {
  static CompetencyLevel from(const Json& value) {
    const Object object(value);
    CompetencyLevel record;
    object.required("level", record.level);
    object.optional("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.required("indicators", record.indicators);
    object.optional("develop", record.develop);
    object.optional("evidence", record.evidence);
    object.optional("interview", record.interview);
    object.optional("translations", record.translations);
    return record;
  }
};
}  // namespace detail

/// A shared statement. A statement that is written in place has a `text` of its own instead.
struct StatementReference {
  /// The id of a record in `statements`.
  std::string statement;
};

namespace detail {
template <>
struct Read<StatementReference> {
  static StatementReference from(const Json& value) {
    const Object object(value);
    StatementReference record;
    object.required("statement", record.statement);
    return record;
  }
};
}  // namespace detail

using StatementEntry = std::variant<StatementReference, Bullet>;

namespace detail {
template <>
struct Read<StatementEntry> {
  static StatementEntry from(const Json& value) {
    if (Object(value).has("statement", {})) return Read<StatementReference>::from(value);
    return Read<Bullet>::from(value);
  }
};
}  // namespace detail

/// How much it matters, from strongest to weakest: `essential`, `desired`, `optional`.
enum class Importance {
  essential,
  desired,
  optional,
};

/// The word for it in a document.
inline std::string_view to_string(Importance value) {
  switch (value) {
    case Importance::essential: return "essential";
    case Importance::desired: return "desired";
    case Importance::optional: return "optional";
  }
  return {};
}

namespace detail {
template <>
struct Read<Importance> {
  static Importance from(const Json& value) {
    return word<Importance, 3>(value, {{
        {"essential", Importance::essential},
        {"desired", Importance::desired},
        {"optional", Importance::optional},
    }});
  }
};
}  // namespace detail

/// A credential that attests a competency.
struct CompetencyCredential {
  /// The credential's id.
  std::string credential;
  /// How much the credential counts for the competency, where the source says so.
  std::optional<Importance> importance;
};

namespace detail {
template <>
struct Read<CompetencyCredential> {
  static CompetencyCredential from(const Json& value) {
    const Object object(value);
    CompetencyCredential record;
    object.required("credential", record.credential);
    object.optional("importance", record.importance);
    return record;
  }
};
}  // namespace detail

/// A competency. On a scale it has `levels` with indicators; without a scale one simply has it or
/// not, and `indicators` stand directly here.
struct Competency {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The kind of competency: the id of a record in `kinds`, which for the built-in ones is the bare
  /// word.
  std::string kind;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The ids of the categories that the competency is in.
  std::vector<std::string> categories;
  /// The id of the umbrella competency that this one is part of.
  std::optional<std::string> part_of;
  /// The id of the competency's scale, named by itself or the framework's default. Absent when it
  /// has none.
  std::optional<std::string> scale;
  /// On an ordinal scale: the levels that the competency can be had and required at. They are all
  /// those of the scale when the source describes none. On a numeric scale: the numbers that the
  /// source describes; every other number of the range can be had too. Without a scale: empty.
  std::vector<CompetencyLevel> levels;
  /// How one sees that somebody has the competency. Here only when it has no scale; otherwise the
  /// indicators stand in `levels`.
  std::vector<Indicator> indicators;
  /// Suggestions how to develop the competency, at any level.
  std::vector<Bullet> develop;
  /// What can serve as proof of the competency, at any level.
  std::vector<Bullet> evidence;
  /// Questions to ask in an interview about the competency, at any level.
  std::vector<Bullet> interview;
  /// The knowledge that the competency combines.
  std::vector<StatementEntry> knowledge;
  /// The skills that the competency combines.
  std::vector<StatementEntry> skills;
  /// The abilities that the competency combines.
  std::vector<StatementEntry> abilities;
  /// The units of work that the competency is applied to.
  std::vector<StatementEntry> tasks;
  /// The credentials that attest the competency.
  std::vector<CompetencyCredential> credentials;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Competency> {
  static Competency from(const Json& value) {
    const Object object(value);
    Competency record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("kind", record.kind);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("categories", record.categories);
    object.optional("partOf", record.part_of);
    object.optional("scale", record.scale);
    object.required("levels", record.levels);
    object.optional("indicators", record.indicators);
    object.optional("develop", record.develop);
    object.optional("evidence", record.evidence);
    object.optional("interview", record.interview);
    object.optional("knowledge", record.knowledge);
    object.optional("skills", record.skills);
    object.optional("abilities", record.abilities);
    object.optional("tasks", record.tasks);
    object.optional("credentials", record.credentials);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A credential that a job asks for.
struct ProfileCredential {
  /// The credential's id.
  std::string credential;
  /// How much it matters, from strongest to weakest: `essential`, `desired`, `optional`.
  Importance importance{};
};

namespace detail {
template <>
struct Read<ProfileCredential> {
  static ProfileCredential from(const Json& value) {
    const Object object(value);
    ProfileCredential record;
    object.required("credential", record.credential);
    object.required("importance", record.importance);
    return record;
  }
};
}  // namespace detail

/// `own`: a line of the profile itself. `base`: a line of a profile that it extends, directly or
/// not. `rule`: a rule for every profile. `lowers`: a line that lowers what was inherited.
enum class OriginKind {
  own,
  base,
  rule,
  lowers,
};

/// The word for it in a document.
inline std::string_view to_string(OriginKind value) {
  switch (value) {
    case OriginKind::own: return "own";
    case OriginKind::base: return "base";
    case OriginKind::rule: return "rule";
    case OriginKind::lowers: return "lowers";
  }
  return {};
}

namespace detail {
template <>
struct Read<OriginKind> {
  static OriginKind from(const Json& value) {
    return word<OriginKind, 4>(value, {{
        {"own", OriginKind::own},
        {"base", OriginKind::base},
        {"rule", OriginKind::rule},
        {"lowers", OriginKind::lowers},
    }});
  }
};
}  // namespace detail

/// One of the places that a requirement comes from, and what was said there.
struct Origin {
  /// `own`: a line of the profile itself. `base`: a line of a profile that it extends, directly or
  /// not. `rule`: a rule for every profile. `lowers`: a line that lowers what was inherited.
  OriginKind kind{};
  /// The id of the profile that has the line: always there for `base`; for `lowers` only when the
  /// line is inherited. One of an abstract profile has no record in this document.
  std::optional<std::string> profile;
  /// For `rule`: the id of a record in `rules`.
  std::optional<std::string> rule;
  /// The level that is asked for there.
  std::optional<Level> level;
  /// The importance that is given there. Absent for a `lowers` that lowers the level alone.
  std::optional<Importance> importance;
  /// The weight that is given there.
  std::optional<double> weight;
  /// The reason that is given there.
  std::optional<std::string> because;
  /// `because` as Markdown, where the source uses markup.
  std::optional<std::string> because_markdown;
};

namespace detail {
template <>
struct Read<Origin> {
  static Origin from(const Json& value) {
    const Object object(value);
    Origin record;
    object.required("kind", record.kind);
    object.optional("profile", record.profile);
    object.optional("rule", record.rule);
    object.optional("level", record.level);
    object.optional("importance", record.importance);
    object.optional("weight", record.weight);
    object.optional("because", record.because);
    object.optional("becauseMarkdown", record.because_markdown);
    return record;
  }
};
}  // namespace detail

/// A competency that a profile requires in the end, after everything it inherits. Of several
/// origins the highest level and the strongest importance win.
struct Requirement {
  /// The competency's id.
  std::string competency;
  /// The level that is required at least. Absent when the competency has no scale.
  std::optional<Level> level;
  /// How much it matters, from strongest to weakest: `essential`, `desired`, `optional`.
  Importance importance{};
  /// How much the requirement counts beside the others. It is found as the reason is, on its own.
  std::optional<double> weight;
  /// Why the profile requires it: the reason of its own line, else that of the origin which decided
  /// the level (of several the first in order that has this level), else the first in order that is
  /// given. A base counts with the reason that it has in effect itself.
  std::optional<std::string> because;
  /// `because` as Markdown, where the source uses markup.
  std::optional<std::string> because_markdown;
  /// Where the requirement comes from, in order: the rules first, then what the profile extends,
  /// then its own lines.
  std::vector<Origin> origins;
};

namespace detail {
template <>
struct Read<Requirement> {
  static Requirement from(const Json& value) {
    const Object object(value);
    Requirement record;
    object.required("competency", record.competency);
    object.optional("level", record.level);
    object.required("importance", record.importance);
    object.optional("weight", record.weight);
    object.optional("because", record.because);
    object.optional("becauseMarkdown", record.because_markdown);
    object.required("origins", record.origins);
    return record;
  }
};
}  // namespace detail

/// A competency that a profile would inherit but does not require.
struct DroppedCompetency {
  /// The competency's id.
  std::string competency;
  /// The reason, in plain words.
  std::string because;
  /// `because` as Markdown, where the source uses markup.
  std::optional<std::string> because_markdown;
};

namespace detail {
template <>
struct Read<DroppedCompetency> {
  static DroppedCompetency from(const Json& value) {
    const Object object(value);
    DroppedCompetency record;
    object.required("competency", record.competency);
    object.required("because", record.because);
    object.optional("becauseMarkdown", record.because_markdown);
    return record;
  }
};
}  // namespace detail

/// A job profile, with all that it inherits: what it extends and the rules that apply to it are
/// worked in.
struct Profile {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The id of the job family, the profile's own or inherited.
  std::optional<std::string> family;
  /// The ids of the profiles that this one directly extends. One of an abstract profile has no
  /// record in this document.
  std::vector<std::string> extends;
  /// What somebody in this job does; inherited tasks come first.
  std::vector<StatementEntry> tasks;
  /// What somebody in this job knows, beside the competencies; inherited entries come first.
  std::vector<StatementEntry> knowledge;
  /// The skills of the job, beside the competencies; inherited entries come first.
  std::vector<StatementEntry> skills;
  /// The abilities of the job, beside the competencies; inherited entries come first.
  std::vector<StatementEntry> abilities;
  /// The credentials that the job asks for, inherited ones first.
  std::vector<ProfileCredential> credentials;
  /// The competencies that the job requires in the end, each once.
  std::vector<Requirement> requirements;
  /// The competencies that the profile would inherit but says it does not require.
  std::vector<DroppedCompetency> drops;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Profile> {
  static Profile from(const Json& value) {
    const Object object(value);
    Profile record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.optional("family", record.family);
    object.optional("extends", record.extends);
    object.optional("tasks", record.tasks);
    object.optional("knowledge", record.knowledge);
    object.optional("skills", record.skills);
    object.optional("abilities", record.abilities);
    object.optional("credentials", record.credentials);
    object.required("requirements", record.requirements);
    object.optional("drops", record.drops);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A competency that a rule requires.
struct RuleRequirement {
  /// The competency's id.
  std::string competency;
  /// The level that is required at least. Absent when the competency has no scale.
  std::optional<Level> level;
  /// How much it matters, from strongest to weakest: `essential`, `desired`, `optional`.
  Importance importance{};
  /// How much the requirement counts beside the others, as the source says. Without it, nothing is
  /// said.
  std::optional<double> weight;
  /// The reason, in plain words.
  std::optional<std::string> because;
  /// `because` as Markdown, where the source uses markup.
  std::optional<std::string> because_markdown;
};

namespace detail {
template <>
struct Read<RuleRequirement> {
  static RuleRequirement from(const Json& value) {
    const Object object(value);
    RuleRequirement record;
    object.required("competency", record.competency);
    object.optional("level", record.level);
    object.required("importance", record.importance);
    object.optional("weight", record.weight);
    object.optional("because", record.because);
    object.optional("becauseMarkdown", record.because_markdown);
    return record;
  }
};
}  // namespace detail

/// What is required of every profile, or of every profile of some families.
struct Rule {
  /// The id of the rule's framework, `.every-profile-` and the rule's number there, counted from 1
  /// in the order of declaration.
  std::string id;
  /// The ids of the families that the rule is for, those inside them included. Without it the rule
  /// is for all profiles.
  std::vector<std::string> in;
  /// The ids of the profiles that the rule leaves out.
  std::vector<std::string> except;
  /// The competencies that the rule requires.
  std::vector<RuleRequirement> requirements;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
};

namespace detail {
template <>
struct Read<Rule> {
  static Rule from(const Json& value) {
    const Object object(value);
    Rule record;
    object.required("id", record.id);
    object.optional("in", record.in);
    object.optional("except", record.except);
    object.required("requirements", record.requirements);
    object.optional("allow", record.allow);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    return record;
  }
};
}  // namespace detail

/// A step of a career path.
struct Edge {
  /// The id of the profile that the step starts at.
  std::string from;
  /// The id of the profile that the step leads to.
  std::string to;
};

namespace detail {
template <>
struct Read<Edge> {
  static Edge from(const Json& value) {
    const Object object(value);
    Edge record;
    object.required("from", record.from);
    object.required("to", record.to);
    return record;
  }
};
}  // namespace detail

/// A career path: which profile can lead to which.
struct Path {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The lines of the path as they were written: each a row of profile ids, from the first job to
  /// the last.
  std::vector<std::vector<std::string>> chains;
  /// The steps of all chains, each once.
  std::vector<Edge> edges;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Path> {
  static Path from(const Json& value) {
    const Object object(value);
    Path record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.required("chains", record.chains);
    object.required("edges", record.edges);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// A level of one scale and the level of another that it stands for.
struct LevelPair {
  /// A level of the scale `from`.
  Level from;
  /// The level of the scale `to`.
  Level to;
};

namespace detail {
template <>
struct Read<LevelPair> {
  static LevelPair from(const Json& value) {
    const Object object(value);
    LevelPair record;
    object.required("from", record.from);
    object.required("to", record.to);
    return record;
  }
};
}  // namespace detail

/// Which levels of one scale stand for which of another.
struct Crosswalk {
  /// The key of the record, unique in this document and the same in every version of the framework:
  /// the framework's id and the declaration's (first) name, or what the source gives as `id`.
  /// Compare it as a whole; do not take it apart.
  std::string id;
  /// What the source calls it today, qualified within its package: `Communications.Media` is Media
  /// inside Communications. It can change; `id` does not.
  std::string name;
  /// The name for people to read. Where the source gives none, it is the last part of the name.
  std::string title;
  /// What it is, in plain words.
  std::optional<std::string> about;
  /// `about` as Markdown, where the source uses markup.
  std::optional<std::string> about_markdown;
  /// The code that the organisation uses for it. Not a key: nothing makes sure that it is unique.
  std::optional<std::string> code;
  /// Words to find it by.
  std::vector<std::string> keywords;
  /// The id of the scale to translate from.
  std::string from;
  /// The id of the scale to translate into.
  std::string to;
  /// The levels that stand for each other, lowest first. Every level of an ordinal `from` is there,
  /// and none leads lower than the one before it.
  std::vector<LevelPair> pairs;
  /// The values of the framework's own attributes, by the attribute's name (by its id for one of
  /// another framework). What each value is says the record in the table `attributes`. A text can
  /// be empty. For a profile inherited values are included.
  AttributeValues attributes;
  /// What corresponds to it in other frameworks and classifications.
  std::vector<Match> matches;
  /// Where it is in its life: being worked on, in use, or no longer in use. It is the framework's
  /// status unless the declaration says its own.
  Status status{};
  /// The version of the framework that it first appeared in.
  std::optional<std::string> since;
  /// Present when it should no longer be used.
  std::optional<Deprecated> deprecated;
  /// The ids of other declarations that this one takes over from. They may be gone from the source,
  /// and then have no record.
  std::vector<std::string> replaces;
  /// The names that the declaration had before, newest first. Its id is made from the oldest.
  std::vector<std::string> was;
  /// The day on which it was last reviewed.
  std::optional<std::string> reviewed;
  /// The lint rules that the author lets this declaration break.
  std::vector<Allowance> allow;
  /// The title and the description in other languages, by language tag. A language is here only if
  /// something of the record is translated into it.
  std::map<std::string, TranslatedDeclaration> translations;
  /// Set when the record belongs to another framework, which `framework` names.
  bool external{};
  /// For an external record: the id of its framework, a record in `dependencies`.
  std::optional<std::string> framework;
  /// The address of the declaration on the web: the `uri` of its framework, the word that declares
  /// it and the id without the framework's, separated by slashes. Absent when its framework has no
  /// `uri`.
  std::optional<std::string> iri;
  /// The same identity for systems that need a UUID: version 5, in the namespace for URLs, of the
  /// word that declares it, a colon and the id, such as `competency:acme.marketing.MediaRelations`.
  /// The word for a competency of any kind is `competency`; for a statement it is its sort.
  std::string uuid;
};

namespace detail {
template <>
struct Read<Crosswalk> {
  static Crosswalk from(const Json& value) {
    const Object object(value);
    Crosswalk record;
    object.required("id", record.id);
    object.required("name", record.name);
    object.required("title", record.title);
    object.optional("about", record.about);
    object.optional("aboutMarkdown", record.about_markdown);
    object.optional("code", record.code);
    object.optional("keywords", record.keywords);
    object.required("from", record.from);
    object.required("to", record.to);
    object.required("pairs", record.pairs);
    object.optional("attributes", record.attributes);
    object.optional("matches", record.matches);
    object.required("status", record.status);
    object.optional("since", record.since);
    object.optional("deprecated", record.deprecated);
    object.optional("replaces", record.replaces);
    object.optional("was", record.was);
    object.optional("reviewed", record.reviewed);
    object.optional("allow", record.allow);
    object.optional("translations", record.translations);
    object.optional("external", record.external);
    object.optional("framework", record.framework);
    object.optional("iri", record.iri);
    object.required("uuid", record.uuid);
    return record;
  }
};
}  // namespace detail

/// The document framework.json that `cadre build` writes: one competency framework with everything
/// it declares and everything of other frameworks that it refers to.
///
/// How to read it:
/// - Order: members stand in the order in which this schema lists them. Levels come in the order of
///   their scale, lowest first; all else in the order of declaration. In each table the framework's
///   own records come first, then the external ones in the order of `dependencies`. What a profile
///   requires comes in the order in which it is met: by rules, by what the profile extends, by its
///   own lines.
/// - Nothing is null. A member without a value is left out. A flag is `true` or left out.
/// - The main tables (the arrays at the top) are always there, even when empty. Inside a record an
///   empty array is left out, except `levels`, `requirements`, `origins`, the `indicators` of a
///   level, and the `chains` and `edges` of a path: those are always there.
/// - `id` is what to store: it stays the same when a declaration moves to another file, gets
///   another title or is renamed. `name` is what the source calls it today. Records refer to each
///   other by `id`.
/// - Every `id` that a record refers to has a record of its own in this document, with two
///   exceptions: abstract profiles are not published, so `extends` and the `profile` of an origin
///   may name one that has no record; and what `replaces` names may be long gone.
/// - A record with `external` belongs to another framework, the one that its member `framework`
///   names, and is repeated here so that this document can be read alone.
/// - Texts are plain words. Where the source uses markup, a second member whose name ends in
///   `Markdown` holds the text as Markdown; it is left out when it would say the same as the plain
///   text. Paragraphs of a plain text are separated by an empty line.
/// - Texts are in the language of their framework; those of other languages stand in `translations`
///   of the same record.
struct Document {
  /// The schema of this document, a file that stands beside it.
  std::string schema;
  /// The version of this format. It goes up only when a reader of the version before could misread
  /// the document.
  std::int64_t format_version{};
  /// The framework itself: who publishes what, and in which languages.
  FrameworkInfo framework;
  /// The other frameworks whose declarations this document repeats.
  std::vector<Dependency> dependencies;
  /// The kinds of competency: the four built-in ones, the framework's own, those of other
  /// frameworks.
  std::vector<Kind> kinds;
  /// The attributes that the framework adds to its declarations, such as a pay grade on profiles.
  /// Their values stand in `attributes` of each record.
  std::vector<Attribute> attributes;
  /// The proficiency scales.
  std::vector<Scale> scales;
  /// The categories that competencies are sorted into: a flat list of a tree, each naming its
  /// `parent`.
  std::vector<Category> categories;
  /// The job families that profiles belong to: a flat list of a tree, each naming its `parent`.
  std::vector<Family> families;
  /// Statements of knowledge, skill, ability or task that several competencies and profiles share.
  std::vector<Statement> statements;
  /// Certificates, licences and other credentials.
  std::vector<Credential> credentials;
  /// Courses, books and other means to develop a competency.
  std::vector<Resource> resources;
  /// The competencies.
  std::vector<Competency> competencies;
  /// The job profiles, each with all that it requires in the end. Abstract profiles, which only
  /// pass on what they say, are not here.
  std::vector<Profile> profiles;
  /// The rules that require something of every profile, or of every profile of some families. What
  /// they require is already part of the profiles' own `requirements`.
  std::vector<Rule> rules;
  /// The career paths.
  std::vector<Path> paths;
  /// The translations of the levels of one scale into those of another.
  std::vector<Crosswalk> crosswalks;
};

namespace detail {
template <>
struct Read<Document> {
  static Document from(const Json& value) {
    const Object object(value);
    Document record;
    object.required("$schema", record.schema);
    object.required("formatVersion", record.format_version);
    object.required("framework", record.framework);
    object.required("dependencies", record.dependencies);
    object.required("kinds", record.kinds);
    object.required("attributes", record.attributes);
    object.required("scales", record.scales);
    object.required("categories", record.categories);
    object.required("families", record.families);
    object.required("statements", record.statements);
    object.required("credentials", record.credentials);
    object.required("resources", record.resources);
    object.required("competencies", record.competencies);
    object.required("profiles", record.profiles);
    object.required("rules", record.rules);
    object.required("paths", record.paths);
    object.required("crosswalks", record.crosswalks);
    return record;
  }
};
}  // namespace detail

/// The tables of a document by the `id` of their records, in the order of the document, which
/// must outlive them.
class Tables {
 public:
  explicit Tables(const Document& document)
      : dependencies("dependencies", document.dependencies),
        kinds("kinds", document.kinds),
        attributes("attributes", document.attributes),
        scales("scales", document.scales),
        categories("categories", document.categories),
        families("families", document.families),
        statements("statements", document.statements),
        credentials("credentials", document.credentials),
        resources("resources", document.resources),
        competencies("competencies", document.competencies),
        profiles("profiles", document.profiles),
        rules("rules", document.rules),
        paths("paths", document.paths),
        crosswalks("crosswalks", document.crosswalks) {}

  /// The other frameworks whose declarations this document repeats.
  Index<Dependency> dependencies;
  /// The kinds of competency: the four built-in ones, the framework's own, those of other
  /// frameworks.
  Index<Kind> kinds;
  /// The attributes that the framework adds to its declarations, such as a pay grade on profiles.
  /// Their values stand in `attributes` of each record.
  Index<Attribute> attributes;
  /// The proficiency scales.
  Index<Scale> scales;
  /// The categories that competencies are sorted into: a flat list of a tree, each naming its
  /// `parent`.
  Index<Category> categories;
  /// The job families that profiles belong to: a flat list of a tree, each naming its `parent`.
  Index<Family> families;
  /// Statements of knowledge, skill, ability or task that several competencies and profiles share.
  Index<Statement> statements;
  /// Certificates, licences and other credentials.
  Index<Credential> credentials;
  /// Courses, books and other means to develop a competency.
  Index<Resource> resources;
  /// The competencies.
  Index<Competency> competencies;
  /// The job profiles, each with all that it requires in the end. Abstract profiles, which only
  /// pass on what they say, are not here.
  Index<Profile> profiles;
  /// The rules that require something of every profile, or of every profile of some families. What
  /// they require is already part of the profiles' own `requirements`.
  Index<Rule> rules;
  /// The career paths.
  Index<Path> paths;
  /// The translations of the levels of one scale into those of another.
  Index<Crosswalk> crosswalks;
};

}  // namespace cadre_framework
