#include "import/names.h"

#include "import/numbers.h"
#include "support/test.h"
#include "syntax/token.h"

using namespace cadre;

TEST_CASE("titles become UpperCamel names") {
  CHECK(import::upperCamel("First-Line Supervisors of Farmers' Markets") ==
        "FirstLineSupervisorsOfFarmersMarkets");
  CHECK(import::upperCamel("O*NET / 2nd \"level\"") == "ONET2ndLevel");
  CHECK(import::upperCamel("3D printing") == "N3DPrinting");
  CHECK(import::upperCamel("profile") == "Profile");
  CHECK(import::upperCamel("日本").empty());
  CHECK(import::upperCamel("alpha beta gamma", 11) == "AlphaBeta");
  CHECK(import::upperCamel("alphabetical", 5) == "Alpha");
  for (const llvm::StringRef keyword : syntax::keywordSpellings()) {
    CHECK_FALSE(syntax::findKeyword(import::upperCamel(keyword)));
  }
}

TEST_CASE("titles become names of files") {
  CHECK(import::slug("Arts, Design, and Media") == "arts-design-and-media");
  CHECK(import::slug("../etc/passwd") == "etc-passwd");
}

TEST_CASE("a name is taken once") {
  import::Names names;
  CHECK(names.take("Design", "2.C.3.c") == "Design");
  CHECK(names.take("Design", "11-1011.00") == "Design-11-1011-00");
  CHECK(names.take("Design", "11-1011.00") == "Design-11-1011-00-2");
  CHECK(names.take("", "2.A") == "N-2-A");
  CHECK(names.take("Design", "") == "Design-2");
}

TEST_CASE("numbers are those that source can hold") {
  CHECK(import::parseNumber("4.12") == 4.12);
  CHECK(import::parseNumber("-1") == -1);
  for (const char* text : {"", "-", ".5", "4.", "4,1", "1e3", "+1", " 1", "0x1", "nan"}) {
    CHECK_FALSE(import::parseNumber(text));
  }
}

TEST_CASE("versions follow SemVer") {
  CHECK(import::isSemVer("29.0.0"));
  CHECK(import::isSemVer("1.0.0-rc.1+b"));
  CHECK_FALSE(import::isSemVer("29.0"));
  CHECK_FALSE(import::isSemVer("01.0.0"));
}
