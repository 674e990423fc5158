// A JSON document as a tree: takes text, gives values that compare and can be written again. Immutable,
// in one arena, with numbers as they were written. Knows nothing of frameworks.
#pragma once

#include "support/arena.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/JSON.h>

#include <cstdint>
#include <string>

namespace cadre::diff {

using llvm::ArrayRef;
using llvm::StringRef;

struct Member;

struct Value {
  enum class Type : uint8_t { Null, Boolean, Number, Text, Array, Object };

  Type type = Type::Null;
  bool boolean = false;
  StringRef text;              ///< Of a text, and of a number as it was written.
  ArrayRef<Value> elements;    ///< Of an array.
  ArrayRef<Member> members;    ///< Of an object, in the order of the document.

  [[nodiscard]] bool isText() const { return type == Type::Text; }
  [[nodiscard]] bool isArray() const { return type == Type::Array; }
  [[nodiscard]] bool isObject() const { return type == Type::Object; }

  /// The member of an object called `name`, or null; of what is no object, null.
  [[nodiscard]] const Value* find(StringRef name) const;
  /// The text of a member, a number as it is written; empty where there is none.
  [[nodiscard]] StringRef get(StringRef name) const;
  /// The elements of a member that is an array; none where there is none.
  [[nodiscard]] ArrayRef<Value> list(StringRef name) const;
  /// Whether a member is `true`.
  [[nodiscard]] bool flag(StringRef name) const;
};

struct Member {
  StringRef name;
  Value value;
};

/// Whether two values say the same. The order of members counts for nothing, that of elements does.
[[nodiscard]] bool operator==(const Value& a, const Value& b);

/// The value on one line, without white space.
[[nodiscard]] std::string compact(const Value& value);
/// Writes the value where `out` expects one.
void write(llvm::json::OStream& out, const Value& value);

/// Why a text is no JSON.
struct SyntaxFault {
  size_t offset = 0;  ///< Bytes before the fault.
  std::string message;
};

/// Reads a document into `arena`, which owns all of it. Null where `text` is none; then `fault` says why.
const Value* readJson(StringRef text, Arena& arena, SyntaxFault& fault);

}  // namespace cadre::diff
