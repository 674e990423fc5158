// The tree of a file: what the author wrote, item by item, with a place for everything and nothing
// resolved. Immutable, owned by the arena of its File, trivially destructible. Parts that a broken
// item lacks are null or empty, and its `broken` says so: later phases are silent about them.
#pragma once

#include "source/span.h"
#include "support/arena.h"
#include "syntax/token.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Casting.h>


namespace cadre::syntax {

enum class NodeKind : uint8_t {
#define NODE(name) name,
#include "syntax/nodes.def"
};

/// The struct's name: `Competency`.
[[nodiscard]] llvm::StringRef name(NodeKind kind);

// ---- Parts of items ----------------------------------------------------------------------------

/// One name, in NFC.
struct Identifier {
  llvm::StringRef text;
  Span span;
};

/// `acme.core.Teamwork`. Without parts where a broken item lacks it.
struct QualifiedName {
  llvm::ArrayRef<Identifier> parts;
  llvm::StringRef text;  ///< The parts joined by `.`.
  Span span;

  [[nodiscard]] bool isEmpty() const { return parts.empty(); }
  [[nodiscard]] const Identifier& last() const { return parts.back(); }
};

/// A text in quotes, after escapes; of a block, without the common indentation.
struct Text {
  llvm::StringRef value;
  bool isBlock = false;
  Span span;  ///< With the quotes.
};

/// A number as written and as a value.
struct Number {
  double value = 0;
  llvm::StringRef text;
  Span span;
};

/// A level's name (one part, or qualified) or a number.
struct LevelRef {
  QualifiedName name;
  const Number* number = nullptr;
  Span span;

  [[nodiscard]] bool isEmpty() const { return !number && name.isEmpty(); }
};

enum class Importance : uint8_t { Essential, Desired, Optional };
struct ImportanceWord {
  Importance value = Importance::Essential;
  Span span;
};

struct Range {
  Number low;
  Number high;
  Span span;
};

/// What an attribute may hold: `text matching "…"`, `number 0..5`, `one of A, B`.
struct AttributeType {
  Identifier name;
  llvm::ArrayRef<Identifier> values;  ///< After `of`.
  const Text* pattern = nullptr;      ///< After `matching`.
  const Range* range = nullptr;
  Span span;
};

// ---- Nodes -------------------------------------------------------------------------------------

/// What every item of a file or block has.
struct Item {
  NodeKind nodeKind;
  bool broken = false;  ///< A syntax error was reported inside it.
  Span span;            ///< From its first token to its last.
  Span head;            ///< Its first word.
};

/// `{ … }`
struct Block {
  llvm::ArrayRef<const Item*> items;
  Span span;
};

/// An item of struct `Self`, recognised by its kind.
template <class Self, NodeKind K>
struct Node : Item {
  static constexpr NodeKind kind = K;
  Node() : Item{.nodeKind = K, .span = {}, .head = {}} {}
  static bool classof(const Item* item) { return item->nodeKind == K; }
};

/// A line below the first of a bullet, without the white space around it.
struct Continuation {
  llvm::StringRef text;  ///< As written.
  Span span;
};

/// `- [label] prose`
struct Bullet : Node<Bullet, NodeKind::Bullet> {
  llvm::StringRef label;  ///< Empty without one.
  Span labelSpan;         ///< Without the brackets.
  llvm::StringRef text;   ///< Inline Markdown; lines joined by one space, `\{` and `\}` resolved.
  Span textSpan;
  llvm::ArrayRef<Continuation> continuations;
};

/// `use acme.core as core with rules`
struct Use : Node<Use, NodeKind::Use> {
  QualifiedName target;
  const Identifier* alias = nullptr;
  bool withRules = false;
};

/// What a declaration has. The same node names its subject where it stands as a line of another
/// block (`family Marketing`): then title and block are absent.
template <class Self, NodeKind K>
struct Declaration : Node<Self, K> {
  QualifiedName name;
  const Text* title = nullptr;
  const Block* block = nullptr;
};

struct Framework : Declaration<Framework, NodeKind::Framework> {};

struct Scale : Declaration<Scale, NodeKind::Scale> {
  bool cumulative = false;
  const Range* range = nullptr;  ///< After `numeric`.
};

struct Level : Node<Level, NodeKind::Level> {
  LevelRef level;
  const Text* title = nullptr;
  const Block* block = nullptr;
};

struct Kind : Declaration<Kind, NodeKind::Kind> {
  QualifiedName like;
};

struct Category : Declaration<Category, NodeKind::Category> {};

struct Attribute : Declaration<Attribute, NodeKind::Attribute> {
  llvm::ArrayRef<Identifier> on;
  const AttributeType* type = nullptr;
  bool required = false;
};

enum class StatementSort : uint8_t { Knowledge, Skill, Ability, Task };

/// `task T0023 "…"` declares, `tasks T0023, T0024` names, `tasks { - … }` writes in place.
struct Statement : Node<Statement, NodeKind::Statement> {
  StatementSort sort = StatementSort::Knowledge;
  bool plural = false;  ///< `skills`, `abilities`, `tasks`; `knowledge` is both.
  llvm::ArrayRef<QualifiedName> names;
  const Text* text = nullptr;
  const Block* block = nullptr;
};

struct Competency : Declaration<Competency, NodeKind::Competency> {
  QualifiedName kindName;  ///< Empty: `general`.
};

struct Credential : Declaration<Credential, NodeKind::Credential> {
  const ImportanceWord* importance = nullptr;
};

struct Resource : Declaration<Resource, NodeKind::Resource> {};

struct Family : Declaration<Family, NodeKind::Family> {};

struct EveryProfile : Node<EveryProfile, NodeKind::EveryProfile> {
  llvm::ArrayRef<QualifiedName> families;    ///< After `in`.
  llvm::ArrayRef<QualifiedName> exceptions;  ///< After `except`.
  const Block* block = nullptr;
};

struct Profile : Declaration<Profile, NodeKind::Profile> {
  bool isAbstract = false;
  llvm::ArrayRef<QualifiedName> bases;
};

struct Path : Declaration<Path, NodeKind::Path> {};

struct Crosswalk : Declaration<Crosswalk, NodeKind::Crosswalk> {
  QualifiedName from;
  QualifiedName to;
};

struct Translation : Node<Translation, NodeKind::Translation> {
  Identifier language;
  const Block* block = nullptr;
};

enum class BulletListSort : uint8_t { Develop, Evidence, Interview };
struct BulletList : Node<BulletList, NodeKind::BulletList> {
  BulletListSort sort = BulletListSort::Develop;
  const Block* block = nullptr;
};

/// `grade P3`. One of the values is there.
struct AttributeValue : Node<AttributeValue, NodeKind::AttributeValue> {
  QualifiedName attribute;
  const Text* text = nullptr;
  const Number* number = nullptr;
  const Identifier* word = nullptr;
  const Identifier* date = nullptr;  ///< `2026-03-01`, as written.
};

/// `Junior -> Senior -> Lead`, and the rows of a crosswalk.
struct Steps : Node<Steps, NodeKind::Steps> {
  llvm::ArrayRef<LevelRef> ends;
};

struct Requires : Node<Requires, NodeKind::Requires> {
  QualifiedName competency;
  const LevelRef* level = nullptr;
  const ImportanceWord* importance = nullptr;
  const Number* weight = nullptr;
  const Text* because = nullptr;
};

struct Lowers : Node<Lowers, NodeKind::Lowers> {
  QualifiedName competency;
  const LevelRef* level = nullptr;
  const ImportanceWord* importance = nullptr;
  const Text* because = nullptr;
};

struct Drops : Node<Drops, NodeKind::Drops> {
  QualifiedName competency;
  const Text* because = nullptr;
};

/// `in Communications.Media, Writing`
struct Membership : Node<Membership, NodeKind::Membership> {
  llvm::ArrayRef<QualifiedName> categories;
};

struct PartOf : Node<PartOf, NodeKind::PartOf> {
  llvm::ArrayRef<QualifiedName> wholes;
};

/// `matches close esco "…"`
struct Matches : Node<Matches, NodeKind::Matches> {
  Identifier relation;
  Identifier scheme;
  llvm::StringRef target;
  Span targetSpan;
  bool quoted = true;  ///< The target was a text in quotes, not a name or number.
};

struct Was : Node<Was, NodeKind::Was> {
  llvm::ArrayRef<QualifiedName> names;
};

struct Replaces : Node<Replaces, NodeKind::Replaces> {
  llvm::ArrayRef<QualifiedName> names;
};

struct Allow : Node<Allow, NodeKind::Allow> {
  Identifier rule;
  const Text* version = nullptr;  ///< Behind `at`: what is allowed is a change for this release.
  const Text* because = nullptr;
};

struct Deprecated : Node<Deprecated, NodeKind::Deprecated> {
  const Text* version = nullptr;
  const Text* because = nullptr;
  QualifiedName successor;  ///< After `use`; empty without.
};

struct Reviewed : Node<Reviewed, NodeKind::Reviewed> {
  Identifier date;  ///< `2026-03-01`, as written.
};

struct Keywords : Node<Keywords, NodeKind::Keywords> {
  llvm::ArrayRef<Text> words;
};

struct Renews : Node<Renews, NodeKind::Renews> {
  const Number* count = nullptr;
  Identifier unit;
};

struct Develops : Node<Develops, NodeKind::Develops> {
  QualifiedName competency;
  const LevelRef* level = nullptr;
};

/// `about`, `version`, `url`, …: a word (`word`) and a text.
struct TextItem : Node<TextItem, NodeKind::TextItem> {
  TokenKind word = TokenKind::About;
  const Text* text = nullptr;
};

/// `status`, `language`, `type`: a word and a name.
struct WordItem : Node<WordItem, NodeKind::WordItem> {
  TokenKind word = TokenKind::Status;
  Identifier value;
};

struct Translations : Node<Translations, NodeKind::Translations> {
  llvm::ArrayRef<Identifier> languages;
};

/// Tokens that made no item. The error has been reported.
struct Error : Node<Error, NodeKind::Error> {};

// ---- Files -------------------------------------------------------------------------------------

/// A line on which a syntax error was reported, without its line end.
struct Fault {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool mended = false;    ///< What was meant is known, and was read.
  bool nameless = false;  ///< It declares something of which the name is not known.
};

/// A parsed file. Owns all that its tree refers to.
struct File {
  FileId id;
  llvm::ArrayRef<const Item*> items;
  llvm::ArrayRef<Token> tokens;    ///< Without comments.
  llvm::ArrayRef<Token> comments;  ///< In source order.
  llvm::ArrayRef<Fault> faults;    ///< In source order.
  bool hasErrors = false;          ///< A syntax error was reported in it.
  Arena arena;
};

/// Calls `visit` with the item as its own struct.
template <class Visitor>
decltype(auto) visit(const Item& item, Visitor&& visitor) {
  switch (item.nodeKind) {
#define NODE(name) \
  case NodeKind::name: return visitor(static_cast<const name&>(item));
#include "syntax/nodes.def"
  }
  llvm_unreachable("every kind has a case");
}

/// The item's block, or null.
[[nodiscard]] const Block* blockOf(const Item& item);

}  // namespace cadre::syntax
