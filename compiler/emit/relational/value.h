// What stands in a row, and what tables and columns are called: a Word is fixed when the program is
// compiled, a Value is a null, a text, an integer or a number. Owns no text and knows no SQL.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <concepts>
#include <cstdint>
#include <optional>

namespace cadre::emit::relational {

using llvm::ArrayRef;
using llvm::StringRef;

/// A word that the programmer wrote: the name of a table or column, or one of a fixed set of
/// values. There is no way to make one from a string of the run time.
class Word {
public:
  constexpr Word() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is a word wherever one is expected.
  consteval Word(const char* literal) : text_(literal) {}

  [[nodiscard]] constexpr StringRef text() const { return text_; }
  [[nodiscard]] constexpr bool isEmpty() const { return text_.empty(); }
  friend bool operator==(Word left, Word right) { return left.text_ == right.text_; }

private:
  StringRef text_;
};

/// A value of a row. Texts are views: what they refer to outlives the value.
class Value {
public:
  enum class Type : uint8_t { Null, Text, Integer, Real };

  constexpr Value() = default;
  // NOLINTBEGIN(google-explicit-constructor): rows are written as lists of plain values.
  Value(StringRef text) : type_(Type::Text), text_(text) {}
  Value(const char* text) : type_(Type::Text), text_(text) {}
  Value(Word word) : type_(Type::Text), text_(word.text()) {}
  template <std::integral T>
  Value(T integer) : type_(Type::Integer), integer_(static_cast<int64_t>(integer)) {}
  Value(double real) : type_(Type::Real), real_(real) {}
  Value(std::optional<double> real)
      : type_(real ? Type::Real : Type::Null), real_(real.value_or(0)) {}
  // NOLINTEND(google-explicit-constructor)

  /// The text, or null where it is empty.
  static Value orNull(StringRef text) { return text.empty() ? Value() : Value(text); }

  [[nodiscard]] Type type() const { return type_; }
  [[nodiscard]] StringRef text() const { return text_; }
  [[nodiscard]] int64_t integer() const { return integer_; }
  [[nodiscard]] double real() const { return real_; }

  friend bool operator==(const Value& left, const Value& right) {
    if (left.type_ != right.type_) return false;
    switch (left.type_) {
      case Type::Null: return true;
      case Type::Text: return left.text_ == right.text_;
      case Type::Integer: return left.integer_ == right.integer_;
      case Type::Real: return left.real_ == right.real_;
    }
    return false;
  }

private:
  Type type_ = Type::Null;
  union {
    int64_t integer_ = 0;
    double real_;
  };
  StringRef text_;
};

}  // namespace cadre::emit::relational
