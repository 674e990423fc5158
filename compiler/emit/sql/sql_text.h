// SQL text by type: keywords and names come from literals of this program alone (the compiler
// refuses anything else), values go through an escape that fits their type. Takes pieces, gives
// bytes; never sees a value as SQL.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>

namespace cadre::emit::sql {

using llvm::ArrayRef;
using llvm::StringRef;

/// SQL as the programmer wrote it. There is no way to make one from a string of the run time.
class Sql {
public:
  constexpr Sql() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is SQL wherever SQL is expected.
  consteval Sql(const char* literal) : text_(literal) {}

  [[nodiscard]] constexpr StringRef text() const { return text_; }
  [[nodiscard]] constexpr bool isEmpty() const { return text_.empty(); }
  friend bool operator==(Sql left, Sql right) { return left.text_ == right.text_; }

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
  Value(Sql word) : type_(Type::Text), text_(word.text()) {}
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

private:
  Type type_ = Type::Null;
  union {
    int64_t integer_ = 0;
    double real_;
  };
  StringRef text_;
};

/// Appends to a text. What a dialect cannot say (U+0000, a number that is none) is remembered as an
/// error; the text is then of no use.
class Writer {
public:
  Writer& operator<<(Sql sql) {
    out_ += sql.text();
    return *this;
  }
  /// `value` as a literal of its type.
  Writer& value(const Value& value);
  /// `names`, separated by commas, each after `prefix`.
  Writer& list(ArrayRef<Sql> names, Sql prefix = "");
  /// A file of this program, as it is.
  Writer& file(StringRef embedded) {
    out_ += embedded;
    return *this;
  }

  [[nodiscard]] size_t size() const { return out_.size(); }
  /// The text, or what could not be said.
  llvm::Expected<std::string> take() &&;

private:
  void appendText(StringRef text);
  void appendReal(double real);

  std::string out_;
  std::string failure_;
};

}  // namespace cadre::emit::sql
