#include "support/slug.h"

#include "support/test.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSet.h>

namespace cadre {

namespace {

using Strings = std::vector<std::string>;

bool areApart(const Strings& slugs) {
  llvm::StringSet<> folded;
  for (const std::string& slug : slugs) {
    if (!folded.insert(unicode::foldCase(slug)).second) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a name is its own slug") {
  CHECK(makeSlugs(Strings{"MediaRelations", "cost-centre", "acme.core.Team", "Über_2"}) ==
        Strings{"MediaRelations", "cost-centre", "acme.core.Team", "Über_2"});
}

TEST_CASE("names that differ in case only get slugs that do not") {
  const Strings slugs =
      makeSlugs(Strings{"vision", "Vision", "VISION", "ÜBER", "über", "STRASSE", "straße"});
  CHECK(areApart(slugs));
  CHECK(slugs[2] == "VISION");
  CHECK(llvm::StringRef(slugs[0]).starts_with("vision-"));
}

TEST_CASE("a slug does not depend on the order of declaration") {
  const Strings one = makeSlugs(Strings{"vision", "Vision", "Other"});
  const Strings other = makeSlugs(Strings{"Other", "Vision", "vision"});
  CHECK(one == Strings{other[2], other[1], other[0]});
}

TEST_CASE("what a file system cannot hold gets another name") {
  const Strings names{"con",
                      "Nul.x",
                      "COM1",
                      ".hidden",
                      "dot.",
                      "a b",
                      "a/b",
                      "..",
                      "",
                      std::string(600, 'x'),
                      std::string(600, 'x') + "y"};
  const Strings slugs = makeSlugs(names);
  CHECK(areApart(slugs));
  for (size_t i = 0; i < names.size(); ++i) {
    CHECK(slugs[i] != names[i]);
    CHECK(slugs[i].size() < 160);
    CHECK_FALSE(llvm::StringRef(slugs[i]).contains('/'));
  }
}

TEST_CASE("a long name is cut between characters") {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "\xE2\x82\xAC";
  CHECK(unicode::isValid(makeSlugs(Strings{name})[0]));
}

TEST_CASE("links write what URLs do not hold behind a percent sign") {
  CHECK(percentEncode("Über x/y-1_2.~") == "%C3%9Cber%20x/y-1_2.~");
  CHECK(percentEncode("a#b?c:d%") == "a%23b%3Fc%3Ad%25");
}

}  // namespace cadre
