#include "support/unicode.h"

#include "support/test.h"

using namespace cadre;

TEST_CASE("decode: one to four bytes") {
  const llvm::StringRef text = "aé€😀";
  const unicode::CodePoint a = unicode::decode(text, 0);
  CHECK((a.value == U'a' && a.length == 1 && a.valid));
  const unicode::CodePoint e = unicode::decode(text, 1);
  CHECK((e.value == U'é' && e.length == 2 && e.valid));
  const unicode::CodePoint euro = unicode::decode(text, 3);
  CHECK((euro.value == U'€' && euro.length == 3 && euro.valid));
  const unicode::CodePoint smile = unicode::decode(text, 6);
  CHECK((smile.value == U'😀' && smile.length == 4 && smile.valid));
}

TEST_CASE("decode: what is no UTF-8 is one byte") {
  for (const llvm::StringRef bytes : {"\x80", "\xC3", "\xC0\xAF", "\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80",
                                      "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82",
                                      "\xE2\x28\xA1", "\xF0\x9F\x98", "\xFE", "\xFF"}) {
    const unicode::CodePoint point = unicode::decode(bytes, 0);
    CHECK_FALSE(point.valid);
    CHECK(point.length == 1);
    CHECK(point.value == static_cast<unsigned char>(bytes[0]));
    CHECK_FALSE(unicode::isValid(bytes));
  }
}

TEST_CASE("the borders of UTF-8 are valid") {
  for (const llvm::StringRef bytes : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                      "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CHECK(unicode::isValid(bytes));
    CHECK(unicode::length(bytes) == 1);
  }
  CHECK(unicode::isValid(""));
}

TEST_CASE("append is the inverse of decode") {
  for (const char32_t value : {U'a', U'é', U'€', U'😀', char32_t{0x7F}, char32_t{0x80}, char32_t{0x7FF},
                               char32_t{0x800}, char32_t{0xFFFD}, char32_t{0x10000}, char32_t{0x10FFFF}}) {
    std::string bytes;
    unicode::append(bytes, value);
    const unicode::CodePoint point = unicode::decode(bytes, 0);
    CHECK(point.value == value);
    CHECK(point.length == bytes.size());
  }
}

TEST_CASE("letters lose their marks") {
  CHECK(unicode::withoutMarks("Référentiel, Übung, e\u0301, Łódź, ﬁ") ==
        "Referentiel, Ubung, e, Łodz, ﬁ");
  CHECK(unicode::withoutMarks("plain") == "plain");
}

TEST_CASE("length counts code points") {
  CHECK(unicode::length("aé€😀") == 4);
  CHECK(unicode::length("") == 0);
  CHECK(unicode::length("e\u0301") == 2);
}

TEST_CASE("isAscii") {
  CHECK(unicode::isAscii("abc\x7F"));
  CHECK(unicode::isAscii(""));
  CHECK_FALSE(unicode::isAscii("é"));
  CHECK_FALSE(unicode::isAscii("\x80"));
}

TEST_CASE("toNfc composes, and leaves what is composed") {
  CHECK(unicode::toNfc("abc") == "abc");
  CHECK(unicode::toNfc("e\u0301") == "é");
  CHECK(unicode::toNfc("é") == "é");
  CHECK(unicode::toNfc("\u1100\u1161") == "\uAC00");
  // Not a compatibility form: ligatures stay.
  CHECK(unicode::toNfc("\uFB01") == "\uFB01");
}

TEST_CASE("identifiers by UAX #31") {
  for (const char32_t value : {U'a', U'Z', U'é', U'技', U'Ω', U'я', char32_t{0x2160}}) {
    CHECK(unicode::isIdentifierStart(value));
    CHECK(unicode::isIdentifierContinue(value));
  }
  for (const char32_t value : {U'0', U'_', char32_t{0x301}, char32_t{0xB7}, char32_t{0x0660}}) {
    CHECK_FALSE(unicode::isIdentifierStart(value));
    CHECK(unicode::isIdentifierContinue(value));
  }
  for (const char32_t value : {U'-', U'.', U' ', U'{', U'€', U'😀', U'“', char32_t{0xA0}, char32_t{0x200B}}) {
    CHECK_FALSE(unicode::isIdentifierStart(value));
    CHECK_FALSE(unicode::isIdentifierContinue(value));
  }
}

TEST_CASE("classes of characters that text may not hold") {
  CHECK(unicode::isControl(0));
  CHECK(unicode::isControl(0x1B));
  CHECK(unicode::isControl(0x7F));
  CHECK(unicode::isControl(0x85));
  CHECK(unicode::isControl(0x9F));
  for (const char32_t value : {U'\t', U'\n', U'\r', U' ', char32_t{0xA0}}) CHECK_FALSE(unicode::isControl(value));
  for (const char32_t value : {0x202A, 0x202E, 0x2066, 0x2069}) CHECK(unicode::isBidiControl(value));
  for (const char32_t value : {0x200E, 0x200F, 0x061C}) {
    CHECK(unicode::isDirectionMark(value));
    CHECK_FALSE(unicode::isBidiControl(value));
  }
  CHECK_FALSE(unicode::isBidiControl(0x200D));
  for (const char32_t value : {0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xFDEF}) {
    CHECK(unicode::isNoncharacter(value));
  }
  CHECK_FALSE(unicode::isNoncharacter(0xFFFD));
  CHECK_FALSE(unicode::isNoncharacter(0xFDF0));
  for (const char32_t value : {0xA0, 0x2003, 0x200B, 0x202F, 0x3000, 0xFEFF}) CHECK(unicode::isOddSpace(value));
  for (const char32_t value : {U' ', U'\t', U'\n', U'a'}) CHECK_FALSE(unicode::isOddSpace(value));
}

TEST_CASE("width in a terminal") {
  CHECK(unicode::width(U'a') == 1);
  CHECK(unicode::width(U'é') == 1);
  CHECK(unicode::width(U'技') == 2);
  CHECK(unicode::width(U'😀') == 2);
  CHECK(unicode::width(char32_t{0x301}) == 0);
  CHECK(unicode::width(llvm::StringRef("技能 e\u0301")) == 6);
}
