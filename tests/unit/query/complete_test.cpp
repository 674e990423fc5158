#include "query/complete.h"

#include "package.h"
#include "support/test.h"

#include <llvm/ADT/STLExtras.h>

using namespace cadre;
using namespace cadre::query;

namespace {
/// What fits at `¦`, or at the end.
Lines at(const std::string& text) {
  static const Town one;
  const size_t mark = text.find("¦");
  const std::string whole =
      mark == std::string::npos ? text : text.substr(0, mark) + text.substr(mark + 2);
  Lines out;
  for (const Candidate& it : complete(whole, std::min(mark, whole.size()), one.model()).candidates)
    out.push_back(it.text);
  return out;
}
bool has(const Lines& lines, const char* text) { return llvm::is_contained(lines, text); }
}  // namespace

TEST_CASE("a query begins with a source") {
  CHECK(at("prof") == Lines{"profile"});
  CHECK(has(at(""), "all"));
  CHECK(has(at(""), "competency"));
  CHECK(at("all prof") == Lines{"profile"});
  CHECK_FALSE(has(at("all "), "all"));
}

TEST_CASE("behind the source come the parts, in their order") {
  CHECK(at("profile ") == Lines{"where", "select", "count", "sort", "limit"});
  CHECK(at("profile select name ") == Lines{",", "sort", "limit"});
  CHECK(at("profile sort ") == Lines{"by"});
  CHECK(at("profile sort by name ") == Lines{"desc", ",", "limit"});
  CHECK(at("profile where remote ¦select name").back() == "limit");
}

TEST_CASE("fields are those of the row, and attributes are among them") {
  CHECK(at("profile where gra") == Lines{"grade"});
  CHECK(has(at("profile select "), "core.site"));
  CHECK(has(at("profile where "), "requires"));
  CHECK(has(at("profile where any "), "requirements"));
  CHECK(at("profile select family.par") == Lines{"parent"});
  CHECK(at("profile select title.") == Lines{"fr"});
  CHECK(at("requirement select level.ord") == Lines{"ordinal"});
  CHECK(at("profile select count(req") == Lines{"requirements"});
}

TEST_CASE("inside of a quantifier the fields are those of the elements") {
  CHECK(at("profile where any requirements (imp") == Lines{"importance"});
  CHECK(at("profile where any requirements (any origins (ty") == Lines{"type"});
  CHECK(at("profile where any requirements (level = Good) and gra") == Lines{"grade"});
}

TEST_CASE("operators fit the type") {
  const Lines text = at("profile where title ");
  CHECK(has(text, "contains"));
  CHECK_FALSE(has(text, "<"));
  CHECK(has(at("requirement where level "), ">="));
  CHECK_FALSE(has(at("profile where grade "), ">="));
  CHECK(at("profile where title is ") == Lines{"not", "missing"});
}

TEST_CASE("values are those of the field") {
  CHECK(at("profile where grade = ") == Lines{"P1", "P2"});
  CHECK(at("profile where family in Tr") == Lines{"Trade", "Trade.Roof"});
  CHECK(at("profile where family in Trade.") == Lines{"Roof"});
  CHECK(at("requirement where importance = d") == Lines{"desired"});
  CHECK(at("requirement where level > Ex") == Lines{"Expert"});
  CHECK(at("all profile where external = ") == Lines{"true", "false"});
}

TEST_CASE("what is required, and at what level") {
  CHECK(at("profile where requires(Jo") == Lines{"Joining"});
  CHECK(at("profile where requires(core.Sa") == Lines{"Safety"});
  CHECK(has(at("profile where requires(kind "), "craft"));
  CHECK(at("profile where requires(Listening at >= ") == Lines{"Low", "High"});
  CHECK(has(at("profile where requires(Joining "), "at"));
  CHECK(has(at("profile where requires(Joining at "), ">="));
}

TEST_CASE("what went wrong before has no continuation, and nothing crashes") {
  CHECK(at("profile wher grade ").empty());
  CHECK(at("select title from ").empty());
  CHECK(at("profile where nothing.of.the.sort = ").empty());
  CHECK(at("profile where any nothing (").size() > 0);
  CHECK(at("profile where title = \"un").empty());
}

TEST_CASE("a candidate says what it is, and where it goes") {
  static const Town one;
  const Completion found = complete("profile where grade = P", 23, one.model());
  CHECK(found.begin == 22);
  REQUIRE(found.candidates.size() == 2);
  CHECK(found.candidates[0] == Candidate{"P1", CandidateKind::Value, ""});
  const Completion word = complete("profile where fam", 17, one.model());
  REQUIRE(word.candidates.size() == 1);
  CHECK(word.candidates[0] ==
        Candidate{"family", CandidateKind::Field, "its family, own or inherited"});
}
