// A query as it was written: takes what the parser read, names not looked up. Values that own what
// they hold.
#pragma once

#include "source/span.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cadre::query {

/// A word and where it stands.
struct Word {
  std::string text;  ///< In NFC.
  Span span;
};

/// `competency.title`: a field, or a name.
struct Dotted {
  std::vector<Word> parts;

  [[nodiscard]] Span span() const { return parts.front().span.to(parts.back().span); }
  [[nodiscard]] std::string text() const;
};

/// A field, or `count(FIELD)`.
struct Column {
  Dotted path;
  bool isCount = false;
  Span span;

  [[nodiscard]] std::string text() const;
};

/// What a field is compared with.
struct Operand {
  enum class Form : uint8_t { Name, Text, Number, Date };
  Form form = Form::Name;
  Dotted name;
  std::string text;  ///< Of a text; of a date and a number as written.
  double number = 0;
  Span span;
};

enum class Op : uint8_t { Equal, Unequal, Less, AtMost, Greater, AtLeast, Contains, Matches, In };
[[nodiscard]] const char* spell(Op op);

/// `kind technical`, or a name.
struct Subject {
  bool isKind = false;
  Dotted name;
};

/// `at >= Advanced`
struct LevelBound {
  Op op = Op::AtLeast;
  Operand level;
};

enum class CondKind : uint8_t { And, Or, Not, Has, Missing, Compare, Any, Every, No, Requires };

struct Cond {
  CondKind kind = CondKind::And;
  std::vector<std::unique_ptr<Cond>> children;  ///< Of And, Or, Not and the quantifiers.
  Column column;                                ///< Of Has, Missing, Compare, the quantifiers.
  Op op = Op::Equal;
  Span opSpan;
  std::vector<Operand> operands;  ///< One, or those of a list.
  Subject subject;                ///< Of Requires, as the two below.
  std::optional<LevelBound> bound;
  std::optional<Word> importance;
  Span span;
};
using CondPtr = std::unique_ptr<Cond>;

struct SortKey {
  Column column;
  bool isDescending = false;
};

struct Query {
  bool isAll = false;
  Word source;
  CondPtr where;  ///< Null without.
  std::vector<Column> select;
  bool isCount = false;
  std::vector<Column> by;
  std::vector<SortKey> sort;
  std::optional<uint64_t> limit;
};

}  // namespace cadre::query
