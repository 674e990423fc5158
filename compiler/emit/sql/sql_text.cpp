#include "emit/sql/sql_text.h"

#include "model/model.h"

#include <llvm/Support/ErrorHandling.h>

#include <cmath>

namespace cadre::emit::sql {

Writer& Writer::value(const Value& value) {
  switch (value.type()) {
    case Value::Type::Null: out_ += "NULL"; return *this;
    case Value::Type::Text: appendText(value.text()); return *this;
    case Value::Type::Integer: out_ += std::to_string(value.integer()); return *this;
    case Value::Type::Real: appendReal(value.real()); return *this;
  }
  llvm_unreachable("every type is written");
}

Writer& Writer::boolean(const Value& value) {
  if (literals_ != Literals::Postgresql || value.type() == Value::Type::Null)
    return this->value(value);
  return *this << (value.integer() ? Sql("true") : Sql("false"));
}

Writer& Writer::list(ArrayRef<Sql> names, Sql prefix) {
  for (const Sql& name : names) {
    if (&name != names.begin()) out_ += ", ";
    *this << prefix << name;
  }
  return *this;
}

// A carriage return does not survive clients that read scripts line by line.
void Writer::appendText(StringRef text) {
  if (text.contains('\0')) failure_ = "a text holds U+0000, which SQL cannot hold";
  if (literals_ == Literals::Mysql) return appendEscaped(text);
  const StringRef carriageReturn =
      literals_ == Literals::Sqlite ? "'||char(13)||'" : "'||chr(13)||'";
  out_ += '\'';
  for (size_t special = 0; (special = text.find_first_of("'\r")) != StringRef::npos;
       text = text.drop_front(special + 1)) {
    out_ += text.take_front(special);
    out_ += text[special] == '\'' ? StringRef("''") : carriageReturn;
  }
  out_ += text;
  out_ += '\'';
}

// https://dev.mysql.com/doc/refman/8.0/en/string-literals.html
void Writer::appendEscaped(StringRef text) {
  out_ += '\'';
  for (size_t special = 0; (special = text.find_first_of("'\\\r\n\x1a")) != StringRef::npos;
       text = text.drop_front(special + 1)) {
    out_ += text.take_front(special);
    switch (text[special]) {
      case '\'': out_ += "''"; break;
      case '\\': out_ += "\\\\"; break;
      case '\r': out_ += "\\r"; break;
      case '\n': out_ += "\\n"; break;
      default: out_ += literals_ == Literals::Mysql ? "\\Z" : "\x1a"; break;
    }
  }
  out_ += text;
  out_ += '\'';
}

void Writer::appendReal(double real) {
  if (!std::isfinite(real)) failure_ = "a number is too large for SQL";
  out_ += model::formatNumber(real);
}

llvm::Expected<std::string> Writer::take() && {
  if (!failure_.empty()) return llvm::createStringError(llvm::inconvertibleErrorCode(), failure_);
  return std::move(out_);
}

}  // namespace cadre::emit::sql
