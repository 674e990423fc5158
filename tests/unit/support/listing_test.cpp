#include "support/listing.h"

#include "support/test.h"

using namespace cadre;
using Items = std::vector<std::string>;
using Names = std::vector<llvm::StringRef>;

TEST_CASE("items are joined as in a sentence") {
  CHECK(enumerated(Items{}).empty());
  CHECK(enumerated(Items{"one"}) == "one");
  CHECK(enumerated(Items{"one", "two"}) == "one and two");
  CHECK(enumerated(Items{"one", "two", "three"}) == "one, two and three");
  CHECK(enumerated(Items{"one", "two", "three"}, "or") == "one, two or three");
}

TEST_CASE("names stand in backticks") {
  CHECK(enumerated(Names{"a"}) == "`a`");
  CHECK(enumerated(Names{"a", "b", "c"}, "or") == "`a`, `b` or `c`");
}
