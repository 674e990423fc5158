#include "emit/sql/sql_text.h"
#include "support/test.h"

using cadre::emit::sql::Sql;
using cadre::emit::relational::Value;
using cadre::emit::sql::Writer;

namespace {

std::string written(const Value& value) {
  Writer out;
  out.value(value);
  auto text = std::move(out).take();
  return text ? *text : "error: " + llvm::toString(text.takeError());
}

}  // namespace

TEST_CASE("Values are written by their type") {
  CHECK(written({}) == "NULL");
  CHECK(written("it's") == "'it''s'");
  CHECK(written("\\'\"") == "'\\''\"'");
  CHECK(written("") == "''");
  CHECK(written(Value::orNull("")) == "NULL");
  CHECK(written("a\r\nb") == "'a'||char(13)||'\nb'");
  CHECK(written(uint64_t{36}) == "36");
  CHECK(written(true) == "1");
  CHECK(written(4.12) == "4.12");
  CHECK(written(std::optional<double>()) == "NULL");
}

TEST_CASE("What SQL cannot hold is an error") {
  CHECK(written(llvm::StringRef("a\0b", 3)) == "error: a text holds U+0000, which SQL cannot hold");
  CHECK(written(1e308 * 10) == "error: a number is too large for SQL");
}

TEST_CASE("Names come as lists") {
  Writer out;
  const Sql names[] = {"a", "b"};
  out << "(";
  out.list(names, "excluded.") << ")";
  CHECK(*std::move(out).take() == "(excluded.a, excluded.b)");
}
