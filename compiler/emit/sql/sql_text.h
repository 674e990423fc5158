// SQL text by type: keywords and names come from literals of this program alone (the compiler
// refuses anything else), values go through an escape that fits their type. Takes pieces, gives
// bytes; never sees a value as SQL.
#pragma once

#include "emit/relational/value.h"

#include <llvm/Support/Error.h>

#include <string>

namespace cadre::emit::sql {

using llvm::ArrayRef;
using llvm::StringRef;

/// SQL as the programmer wrote it.
using Sql = relational::Word;
using relational::Value;

/// How a database system wants its literals.
enum class Literals : uint8_t {
  Sqlite,      ///< Standard; a carriage return by `char`.
  Postgresql,  ///< Standard; booleans of their own; a carriage return by `chr`.
  Mysql,       ///< Escapes with a backslash.
};

/// Appends to a text. What a dialect cannot say (U+0000, a number that is none) is remembered as an
/// error; the text is then of no use.
class Writer {
public:
  explicit Writer(Literals literals = Literals::Sqlite) : literals_(literals) {}

  Writer& operator<<(Sql sql) {
    out_ += sql.text();
    return *this;
  }
  /// `value` as a literal of its type.
  Writer& value(const Value& value);
  /// `value` as a literal of a boolean column.
  Writer& boolean(const Value& value);
  /// `names`, separated by commas, each after `prefix`.
  Writer& list(ArrayRef<Sql> names, Sql prefix = "");
  /// A file of this program, as it is.
  Writer& file(StringRef embedded) {
    out_ += embedded;
    return *this;
  }
  /// Remembers that something cannot be said.
  void fail(std::string why) { failure_ = std::move(why); }

  [[nodiscard]] size_t size() const { return out_.size(); }
  /// The text, or what could not be said.
  llvm::Expected<std::string> take() &&;

private:
  void appendText(StringRef text);
  void appendEscaped(StringRef text);
  void appendReal(double real);

  Literals literals_;
  std::string out_;
  std::string failure_;
};

}  // namespace cadre::emit::sql
