#include "lint/held.h"

#include "support/test.h"

using namespace cadre;
using namespace cadre::lint;

namespace {

BaselineEntry on(const std::string& name, size_t count = 1) { return {"r", {name, "text"}, {}, count}; }

BaselineEntry alike(const std::string& a, const std::string& b) { return {"r", {a, ""}, {{b, ""}}, 1}; }

}  // namespace

TEST_CASE("without a baseline nothing is held, and all of a group is told") {
  Held held(nullptr);
  CHECK_FALSE(held.take(on("A")));
  CHECK_FALSE(held.take(alike("A", "B")));
  CHECK_FALSE(held.take(alike("A", "B")));
  CHECK(held.gone({}).empty());
}

TEST_CASE("of findings that are alike, as many are held as there were") {
  const Baseline baseline{{on("A", 2)}};
  Held held(&baseline);
  CHECK(held.take(on("A")));
  CHECK(held.take(on("A")));
  CHECK_FALSE(held.take(on("A")));
  CHECK_FALSE(held.take(on("B")));
  CHECK(held.gone({}).empty());
}

TEST_CASE("what is not taken is gone, with its count") {
  const Baseline baseline{{on("A", 3), on("B")}};
  Held held(&baseline);
  CHECK(held.take(on("A")));
  CHECK(held.gone({}) == std::vector<BaselineEntry>{on("A", 2), on("B")});
}

TEST_CASE("things that are alike may be named in any order") {
  const Baseline baseline{{alike("A", "B"), alike("A", "C")}};
  const BaselineEntry now[] = {alike("A", "B"), alike("B", "C")};
  Held held(&baseline);
  for (const BaselineEntry& it : now) CHECK(held.take(it));
  CHECK(held.gone(now).empty());
}

TEST_CASE("one more thing that is alike is one finding, whichever it is named with") {
  const Baseline baseline{{alike("B", "C")}};
  Held held(&baseline);
  CHECK_FALSE(held.take(alike("A", "B")));
  CHECK(held.take(alike("A", "C")));
  Held other(&baseline);
  CHECK(other.take(alike("B", "C")));
  CHECK_FALSE(other.take(alike("B", "D")));
  CHECK_FALSE(other.take(alike("B", "E")));
}

TEST_CASE("a group is held where all of it was there") {
  const Baseline baseline{{{"r", {"A", ""}, {{"B", ""}, {"C", ""}}, 1}}};
  Held held(&baseline);
  CHECK(held.take(alike("B", "C")));
  CHECK_FALSE(held.take({"r", {"A", ""}, {{"B", ""}, {"D", ""}}, 1}));
  CHECK_FALSE(held.take({"other", {"A", ""}, {{"B", ""}}, 1}));
}

TEST_CASE("a group that has lost a member is gone as it was") {
  const Baseline baseline{{alike("A", "B"), alike("A", "C")}};
  const BaselineEntry now[] = {alike("A", "C")};
  const Held held(&baseline);
  CHECK(held.gone(now) == std::vector<BaselineEntry>{alike("A", "B")});
}
