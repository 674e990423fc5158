// A query that makes sense: takes nothing but what the checker found, names resolved to rows,
// levels to ranks on each scale. The evaluator needs no more and judges nothing.
#pragma once

#include "query/ast.h"
#include "query/catalogue.h"
#include "query/words.h"
#include "support/pattern.h"

#include <llvm/ADT/DenseSet.h>

#include <memory>
#include <vector>

namespace cadre::query {

/// One field behind another.
struct Step {
  enum class Form : uint8_t { Field, Attribute, Language, LevelRow };
  Form form = Form::Field;
  const FieldRow* field = nullptr;
  model::AttributeId attribute;
  std::string language;
};

struct TypedColumn {
  std::string name;  ///< As the query writes it.
  std::vector<Step> steps;
  bool isCount = false;  ///< How many values the steps lead to.
  FieldType type;
};

/// What a level is compared with, on one scale.
struct LevelTarget {
  enum class Way : uint8_t {
    None,     ///< Not comparable.
    Direct,   ///< The rank of a row's level counts.
    Through,  ///< What `crosswalk` makes of a row's level counts.
  };
  Way way = Way::None;
  double rank = 0;
  /// That leads there, if any does; of None: that has no row at or below the level.
  const model::Crosswalk* crosswalk = nullptr;
};

/// A level as a query names it: what it is on each scale, by ScaleId.
struct LevelTargets {
  std::string name;
  bool namesScale = false;  ///< `Proficiency.Advanced`
  std::vector<LevelTarget> byScale;
};

/// A declaration that a query names.
struct Named {
  Span span;
  Row row;
  llvm::DenseSet<const void*> records;  ///< It, with what lies inside of it for `in`.
};

struct Test {
  CondKind kind = CondKind::And;
  std::vector<std::unique_ptr<Test>> children;
  TypedColumn column;
  Op op = Op::Equal;
  Span span;
  // What is compared with; which member counts follows from the type and the operator.
  std::vector<std::string> texts;
  std::vector<double> numbers;  ///< Also places of words; true is 1.
  std::vector<LevelTargets> levels;
  llvm::DenseSet<const void*> records;  ///< Rows, with what lies inside of them for `in`.
  std::vector<Named> named;  ///< What `records` was made of, by operand.
  std::vector<WordPhrase> phrases;
  std::unique_ptr<Pattern> pattern;
  // Of Requires: the competencies are `records`.
  Op levelOp = Op::AtLeast;
  std::optional<model::Importance> importance;
};
using TestPtr = std::unique_ptr<Test>;

struct TypedSort {
  TypedColumn column;
  bool isDescending = false;
  size_t place = 0;  ///< Of a count: the column that sorts.
};

struct TypedQuery {
  bool isAll = false;
  const SourceWord* source = nullptr;
  TestPtr where;
  std::vector<TypedColumn> columns;  ///< Those of `select`, or of `by`.
  bool isCount = false;
  std::vector<TypedSort> sort;
  std::optional<uint64_t> limit;
};

}  // namespace cadre::query
