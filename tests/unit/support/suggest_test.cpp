#include "support/suggest.h"

#include "support/test.h"

using namespace cadre;
using Names = std::vector<llvm::StringRef>;

TEST_CASE("the likeliest comes first") {
  CHECK(suggest("requries", {"reviewed", "requires", "replaces"}) == Names{"requires"});
  CHECK(suggest("Foundaton", {"Practitioner", "Foundation", "Foundational"}) ==
        Names{"Foundation", "Foundational"});
}

TEST_CASE("case counts little") {
  CHECK(suggest("mediarelations", {"MediaRelations"}) == Names{"MediaRelations"});
  CHECK(suggest("EXPERT", {"expert", "Export"}) == Names{"expert", "Export"});
}

TEST_CASE("what is too far off is no suggestion") {
  CHECK(suggest("Guru", {"Foundation", "Expert"}).empty());
  CHECK(suggest("ab", {"xy"}).empty());
  CHECK(suggest("", {"Foundation"}).empty());
  CHECK(suggest("x", {}).empty());
}

TEST_CASE("parents that names share are no evidence") {
  CHECK(suggest("acme.tools", {"acme.core"}).empty());
  CHECK(suggest("acme.croe", {"acme.core"}) == Names{"acme.core"});
  CHECK(suggest("amce.core", {"acme.core"}) == Names{"acme.core"});
}

TEST_CASE("short words may differ by one letter") {
  CHECK(suggest("P4", {"P1", "M1"}) == Names{"P1"});
}

TEST_CASE("equal distances keep the given order; at most as many as asked for, none twice") {
  CHECK(suggest("P9", {"P2", "P1", "P3", "P4"}) == Names{"P2", "P1", "P3"});
  CHECK(suggest("P9", {"P2", "P1", "P3", "P4"}, 1) == Names{"P2"});
  CHECK(suggest("P9", {"P2", "P2", "P1"}) == Names{"P2", "P1"});
}

TEST_CASE("the word itself is no suggestion") {
  CHECK(suggest("Expert", {"Expert", "Experts"}) == Names{"Experts"});
}

TEST_CASE("names with parents: what lacks only these comes alone, else the last parts are compared") {
  const std::vector<std::string> names = {"core.Teamwork", "ward.Teamwork", "ward.WoundCare", "Theatre"};
  using Full = std::vector<std::string>;
  CHECK(suggestNames("Teamwork", names) == Full{"core.Teamwork", "ward.Teamwork"});
  CHECK(suggestNames("WoundCar", names) == Full{"ward.WoundCare"});
  CHECK(suggestNames("Temwork", names) == Full{"core.Teamwork", "ward.Teamwork"});
  CHECK(suggestNames("Theater", names) == Full{"Theatre"});
  CHECK(suggestNames("yard.WoundCare", names) == Full{"ward.WoundCare"});
  CHECK(suggestNames("yard.Budget", names).empty());
}
