#include "diag/visible.h"
#include "support/test.h"

using namespace cadre;

TEST_CASE("plain text, emoji and what combines stay as they are") {
  CHECK(diag::visible("profile é 技 😀 e\u0301 \u00A0 👩\u200D🔬") == "profile é 技 😀 e\u0301 \u00A0 👩\u200D🔬");
  CHECK(diag::visible("").empty());
}

TEST_CASE("controls are written out") {
  CHECK(diag::visible(llvm::StringRef("\0\x1b\x7f\r\n\t", 6)) ==
        "<U+0000><U+001B><U+007F><U+000D><U+000A><U+0009>");
  CHECK(diag::visible("\u009B") == "<U+009B>");
}

TEST_CASE("bidirectional controls, noncharacters and the invisible are written out") {
  CHECK(diag::visible("\u202E\u2066\u200F\u061C") == "<U+202E><U+2066><U+200F><U+061C>");
  CHECK(diag::visible("\uFDD0\U0010FFFF") == "<U+FDD0><U+10FFFF>");
  CHECK(diag::visible("\u200B\uFEFF\u2028\u2060") == "<U+200B><U+FEFF><U+2028><U+2060>");
}

TEST_CASE("bytes that are no UTF-8 are written out one by one") {
  CHECK(diag::visible("a\xFF\xC0\x80z") == "a<0xFF><0xC0><0x80>z");
  CHECK(diag::visible("\xE2\x82") == "<0xE2><0x82>");
  CHECK(diag::visible("\xED\xA0\x80") == "<0xED><0xA0><0x80>");
}
