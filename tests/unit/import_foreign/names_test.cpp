#include "import/foreign/names.h"

#include "import/foreign/numbers.h"
#include "support/test.h"
#include "syntax/token.h"

using namespace cadre;
namespace foreign = import::foreign;

TEST_CASE("titles become UpperCamel names") {
  CHECK(foreign::upperCamel("First-Line Supervisors of Farmers' Markets") ==
        "FirstLineSupervisorsOfFarmersMarkets");
  CHECK(foreign::upperCamel("O*NET / 2nd \"level\"") == "ONET2ndLevel");
  CHECK(foreign::upperCamel("3D printing") == "N3DPrinting");
  CHECK(foreign::upperCamel("profile") == "Profile");
  CHECK(foreign::upperCamel("日本").empty());
  CHECK(foreign::upperCamel("alpha beta gamma", 11) == "AlphaBeta");
  CHECK(foreign::upperCamel("alphabetical", 5) == "Alpha");
  for (const llvm::StringRef keyword : syntax::keywordSpellings()) {
    CHECK_FALSE(syntax::findKeyword(foreign::upperCamel(keyword)));
  }
}

TEST_CASE("titles become names of files") {
  CHECK(foreign::slug("Arts, Design, and Media") == "arts-design-and-media");
  CHECK(foreign::slug("../etc/passwd") == "etc-passwd");
  CHECK(foreign::slug("Stadtbücherei Bärenfels, Größe 2") == "stadtbuecherei-baerenfels-groesse-2");
  CHECK(foreign::slug("Stadtbu\u0308cherei") == "stadtbuecherei");
  CHECK(foreign::slug("Référentiel: façade, œuvre, Smørrebrød, Łódź") ==
        "referentiel-facade-oeuvre-smorrebrod-lodz");
  CHECK(foreign::slug("Навыки 2") == "2");
}

TEST_CASE("a name is taken once") {
  foreign::Names names;
  CHECK(names.take("Design", "2.C.3.c") == "Design");
  CHECK(names.take("Design", "11-1011.00") == "Design-11-1011-00");
  CHECK(names.take("Design", "11-1011.00") == "Design-11-1011-00-2");
  CHECK(names.take("", "2.A") == "N-2-A");
  CHECK(names.take("Design", "") == "Design-2");
}

TEST_CASE("numbers are those that source can hold") {
  CHECK(foreign::parseNumber("4.12") == 4.12);
  CHECK(foreign::parseNumber("-1") == -1);
  for (const char* text : {"", "-", ".5", "4.", "4,1", "1e3", "+1", " 1", "0x1", "nan"}) {
    CHECK_FALSE(foreign::parseNumber(text));
  }
}
