#include "support/indentation.h"

#include "support/test.h"

using namespace cadre;

TEST_CASE("blank lines have no part in the common indentation") {
  CHECK(commonIndent({"    a", "", "   ", "  b"}) == "  ");
  CHECK(commonIndent({"\ta", "  b"}).empty());
  CHECK(commonIndent({}).empty());
}

TEST_CASE("a line of white space alone is blank") {
  CHECK(isBlankLine(""));
  CHECK(isBlankLine(" \t\r"));
  CHECK_FALSE(isBlankLine(" a "));
}
