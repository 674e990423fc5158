#include "emit/csv/csv_writer.h"

#include "support/formula.h"
#include "support/test.h"
#include "support/thorny_model.h"
#include "support/unicode.h"

using namespace cadre;
using namespace cadre::emit::csv;

namespace {

std::string cellOf(llvm::StringRef text, Formulas formulas = Formulas::Keep) {
  CsvWriter out(formulas);
  out.text(text);
  return std::move(out).take();
}

}  // namespace

TEST_CASE("cells are separated by commas, lines end in CR LF") {
  CsvWriter out;
  out.text("a");
  out.integer(-7);
  out.number(2.50);
  out.endRow();
  out.null();
  out.text("b");
  out.null();
  out.endRow();
  CHECK(std::move(out).take() == "a,-7,2.5\r\n,b,\r\n");
}

TEST_CASE("only what needs quotes has them") {
  CHECK(cellOf("plain words; 'quoted' | and /slashed/") == "plain words; 'quoted' | and /slashed/");
  CHECK(cellOf("a,b") == "\"a,b\"");
  CHECK(cellOf("say \"yes\"") == "\"say \"\"yes\"\"\"");
  CHECK(cellOf("\"") == "\"\"\"\"");
  CHECK(cellOf("a\nb") == "\"a\nb\"");
  CHECK(cellOf("a\rb") == "\"a\rb\"");
  CHECK(cellOf(" a") == "\" a\"");
  CHECK(cellOf("a ") == "\"a \"");
  CHECK(cellOf("\ta") == "\"\ta\"");
  CHECK(cellOf("a\tb") == "a\tb");
  CHECK(cellOf("\xEF\xBB\xBFmark") == "\"\xEF\xBB\xBFmark\"");
}

TEST_CASE("a null is nothing, an empty text a pair of quotes") {
  CsvWriter out;
  out.null();
  out.text("");
  out.endRow();
  CHECK(std::move(out).take() == ",\"\"\r\n");
}

TEST_CASE("a mark of the byte order comes first where it is asked for") {
  CsvWriter out(Formulas::Keep, true);
  out.text("a");
  CHECK(std::move(out).take() == "\xEF\xBB\xBF" "a");
}

TEST_CASE("formulas are guarded where that is asked for, and nowhere else") {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"}) {
    INFO(text);
    CHECK(looksLikeFormula(text));
    CHECK(llvm::StringRef(cellOf(text)).ltrim('"').starts_with(text));
    CHECK(llvm::StringRef(cellOf(text, Formulas::Guard)).ltrim('"').starts_with("'"));
  }
  for (const char* text : {"", "a=b", "1-2", "'=1", "–dash", "·"}) {
    INFO(text);
    CHECK_FALSE(looksLikeFormula(text));
  }
  CHECK(cellOf("=\"a\"", Formulas::Guard) == "\"'=\"\"a\"\"\"");
  CsvWriter out(Formulas::Guard);
  CHECK(out.text("=1"));
  CHECK_FALSE(out.text("1"));
  out.integer(-1);
  out.number(-0.5);
  CHECK(std::move(out).take() == "'=1,1,-1,-0.5");
}

TEST_CASE("what is no UTF-8, and zero bytes, become U+FFFD") {
  CHECK(cellOf("a\xFF" "b") == "a\xEF\xBF\xBD" "b");
  CHECK(cellOf(llvm::StringRef("a\0b", 3)) == "a\xEF\xBF\xBD" "b");
  const std::string hostile = cellOf(test::hostileText);
  CHECK(unicode::isValid(hostile));
  CHECK_FALSE(llvm::StringRef(hostile).contains('\0'));
}
