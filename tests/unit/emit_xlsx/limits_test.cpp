#include "emit/xlsx/limits.h"

#include "support/test.h"
#include "support/thorny_model.h"
#include "support/unicode.h"

using namespace cadre;
using namespace cadre::emit::xlsx;

TEST_CASE("a text that fits stays as it is") {
  for (const char* text : {"", "a", "=1+1", "tab\there", "two\nlines", "\xF0\x9F\x98\x80", "_x_", "_x12_", "_xZZZZ_"}) {
    const CellText fitted = fitText(text, 20);
    INFO(text);
    CHECK(fitted.text == text);
    CHECK_FALSE(fitted.isCut);
    CHECK_FALSE(fitted.isChanged);
  }
}

TEST_CASE("characters are counted as UTF-16 does, and none is cut in two") {
  CHECK(fitText("abcde", 5).text == "abcde");
  CHECK(fitText("abcdef", 5).text == "abcd…");
  CHECK(fitText("abcdef", 5).isCut);
  CHECK(fitText("abc\xF0\x9F\x98\x80", 5).text == "abc\xF0\x9F\x98\x80");
  CHECK(fitText("abcd\xF0\x9F\x98\x80", 5).text == "abcd…");
  CHECK(fitText("abc\xF0\x9F\x98\x80x", 5).text == "abc…");
}

TEST_CASE("what XML has no place for becomes U+FFFD") {
  const CellText fitted = fitText(llvm::StringRef("a\0\x1B\xEF\xBF\xBE\xFF", 7), 20);
  CHECK(fitted.text == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(fitted.isChanged);
  CHECK(fitText("a\r\nb\rc", 20).text == "a\nb\nc");
  CHECK_FALSE(fitText("a\r\nb\rc", 20).isChanged);
  CHECK(unicode::isValid(fitText(test::hostileText, 1000).text));
}

TEST_CASE("a text that looks like a reference of Excel stays that text") {
  CHECK(fitText("_x0041_", 20).text == "_x005F_x0041_");
  CHECK(fitText("a_xabCD_b", 20).text == "a_x005F_xabCD_b");
}

TEST_CASE("names of sheets hold to the rules of Excel") {
  SheetNames names({"About"});
  CHECK(names.claim("Marketing") == "Marketing");
  CHECK(names.claim("MARKETING") == "MARKETING (2)");
  CHECK(names.claim("marketing") == "marketing (3)");
  CHECK(names.claim("about") == "about (2)");
  CHECK(names.claim("History") == "History (2)");
  CHECK(names.claim("a/b\\c:d?e*f[g]h") == "a b c d e f g h");
  CHECK(names.claim("'quoted'") == "quoted");
  CHECK(names.claim(" a  b ") == "a b");
  CHECK(names.claim("") == "Sheet");
  CHECK(names.claim("[]") == "Sheet (2)");
  CHECK(names.claim("1234567890123456789012345678901234") == "1234567890123456789012345678901");
  CHECK(names.claim("12345678901234567890123456789012") == "123456789012345678901234567 (2)");
  CHECK(names.claim("\xC3\x84pfel") == "\xC3\x84pfel");
  CHECK(names.claim("\xC3\xA4PFEL") == "\xC3\xA4PFEL (2)");
}
