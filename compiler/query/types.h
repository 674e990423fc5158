// What fields hold: the types that the checker compares, and the rows and values that the evaluator
// moves. Plain values; they refer to the model, which must outlive them.
#pragma once

#include "model/model.h"

#include <llvm/ADT/Hashing.h>
#include <llvm/ADT/SmallVector.h>

#include <optional>
#include <string>

namespace cadre::query {

using llvm::ArrayRef;
using llvm::StringRef;

/// What a row can be. Each has a table of fields in fields.def.
enum class SourceId : uint8_t {
#define SOURCE(id, ...) id,
#include "query/fields.def"
  Declaration,  ///< No source: what all declarations have in common.
};

enum class Type : uint8_t {
  Text,
  Number,
  Boolean,
  Date,
  Version,
  Word,   ///< One of a set that the language knows: a status, an importance.
  OneOf,  ///< A value of an attribute that is `one of`.
  Level,
  Row,  ///< A reference, or a row of its own.
};

/// The sets of Type::Word, each in its order.
enum class WordSet : uint8_t {
  None,
  Status,
  Importance,
  ScaleType,
  AttributeType,
  StatementSort,
  OriginType
};
[[nodiscard]] ArrayRef<StringRef> wordsOf(WordSet set);

struct FieldType {
  Type type = Type::Text;
  bool isList = false;
  bool isProse = false;                     ///< A text that can be translated.
  WordSet set = WordSet::None;              ///< Of Type::Word.
  SourceId source = SourceId::Declaration;  ///< Of Type::Row.
  const model::Attribute* oneOf = nullptr;  ///< Of Type::OneOf: whose values they are.

  [[nodiscard]] FieldType asList() const {
    FieldType out = *this;
    out.isList = true;
    return out;
  }
  [[nodiscard]] FieldType element() const {
    FieldType out = *this;
    out.isList = false;
    return out;
  }
  /// Values of the type have an order, so that `<` means something.
  [[nodiscard]] bool isOrdered() const {
    return type == Type::Number || type == Type::Date || type == Type::Version ||
           type == Type::Level;
  }
};

/// A row of a source. `record` is of the source's type; what it cannot be told without follows.
struct Row {
  SourceId source = SourceId::Declaration;
  const void* record = nullptr;
  const void* owner = nullptr;   ///< Of what ownerSource says.
  const void* beyond = nullptr;  ///< What is between or above; the accessors know.
  SourceId ownerSource = SourceId::Declaration;

  explicit operator bool() const { return record != nullptr; }
  friend bool operator==(const Row& a, const Row& b) {
    return a.record == b.record && a.owner == b.owner;
  }
};

/// A level, and the scale that it lies on.
struct LevelOfScale {
  model::ScaleId scale;
  model::LevelValue value;

  LevelOfScale() = default;
  LevelOfScale(model::ScaleId s, model::LevelValue v) : scale(s), value(v) {}
};

/// A value that is there. A field without one gives none.
struct Value {
  Row row;
  LevelOfScale level;
  StringRef text;                       ///< Texts, dates, versions, words, values of `one of`.
  double number = 0;                    ///< Also the place of a word in its set; true is 1.
  const model::Text* source = nullptr;  ///< Where the text can be translated.
};

using Values = llvm::SmallVector<Value, 1>;

}  // namespace cadre::query
