#include "ide/likeness.h"

#include "package.h"

#include <fmt/format.h>

namespace cadre::ide {
namespace {

TEST_CASE("equal levels count one, others as much as the lower is of the higher") {
  const Package package(R"(
technical competency X "X"
competency Y "Y"
competency Z "Z"
profile P "P" { requires X at B requires Y at A }
profile Q "Q" { requires X at D requires Y at A requires Z at A }
profile N "N" {}
)");
  const Alikeness it = alikeness(package.model(), package.profile("P"), package.profile("Q"));
  CHECK(it.all.either == 3);
  CHECK(it.all.both == 2);
  CHECK(it.all.same == 1);
  CHECK(it.all.share().value() == Approx(1.5 / 3));
  CHECK(it.technical.share().value() == Approx(0.5));
  const Alikeness none = alikeness(package.model(), package.profile("N"), package.profile("N"));
  CHECK(!none.all.share());
  CHECK(none.lower() == 0);
}

TEST_CASE("numbers count from the low end of their range") {
  const Package package(R"(
scale N "N" numeric 10..20
competency X "X" { scale N }
profile P "P" { requires X at 12 }
profile Q "Q" { requires X at 14 }
profile R "R" { requires X at 10 }
)");
  const auto share = [&](const char* a, const char* b) {
    return alikeness(package.model(), package.profile(a), package.profile(b)).all.share().value();
  };
  CHECK(share("P", "Q") == Approx(0.5));
  CHECK(share("P", "R") == 0);
  CHECK(share("R", "R") == 1);
}

TEST_CASE("what is retired, abstract, a draft or empty is not ranked") {
  const Package package(R"(
competency X "X"
abstract profile Base "Base" { requires X at A }
profile P "P" extends Base {}
profile Old "Old" extends Base { status retired }
profile New "New" extends Base { status draft }
profile Empty "Empty" {}
)");
  CHECK(comparableProfiles(package.model()) == std::vector{package.profile("P")});
}

/// Profiles of a few competencies each, by a generator of our own.
std::string manyProfiles(unsigned count, unsigned competencies) {
  std::string out = "scale N \"N\" numeric 0..5\n";
  for (unsigned i = 0; i < competencies; ++i)
    out += fmt::format("{}competency C{} \"C{}\" {{ {}}}\n", i % 3 == 0 ? "technical " : "", i, i,
                       i % 5 == 0 ? "scale N " : "");
  uint32_t state = 7;
  const auto next = [&](uint32_t below) {
    return (state = state * 1664525U + 1013904223U) % 65536 * below / 65536;
  };
  for (unsigned i = 0; i < count; ++i) {
    out += fmt::format("profile P{} \"P{}\" {{\n", i, i);
    const unsigned first = next(4) * 4;
    for (unsigned j = 0; j < 12 && first + j < competencies; ++j) {
      const unsigned competency = first + j;
      if (next(6) == 0) continue;
      const std::string level = competency % 5 == 0
                                    ? fmt::format("{}", next(6))
                                    : std::string(1, static_cast<char>('A' + next(2)));
      out += fmt::format("  requires C{} at {}\n", competency, level);
    }
    out += "}\n";
  }
  return out;
}

TEST_CASE("the pairs that are found are those that comparing each with each finds") {
  const Package package(manyProfiles(90, 24));
  const model::Model& model = package.model();
  const auto profiles = comparableProfiles(model);
  for (const double least : {0.05, 0.4, 0.7, 0.9, 1.0}) {
    size_t expected = 0;
    for (size_t i = 0; i < profiles.size(); ++i) {
      for (size_t j = i + 1; j < profiles.size(); ++j)
        expected += alikeness(model, profiles[i], profiles[j]).lower() >= least - 1e-9 ? 1 : 0;
    }
    const AlikePairs found = alikePairs(model, profiles, least, SIZE_MAX, 2);
    INFO(least);
    CHECK(found.count == expected);
    CHECK(found.pairs.size() == expected);
    for (const AlikePair& it : found.pairs) {
      CHECK(it.alikeness.lower() == Approx(alikeness(model, it.first, it.second).lower()));
      CHECK(it.first < it.second);
    }
  }
}

TEST_CASE("the most alike come first, and the same ones for any number of threads") {
  const Package package(manyProfiles(90, 24));
  const model::Model& model = package.model();
  const auto profiles = comparableProfiles(model);
  const AlikePairs all = alikePairs(model, profiles, 0.3, SIZE_MAX, 1);
  const AlikePairs some = alikePairs(model, profiles, 0.3, 10, 4);
  REQUIRE(all.pairs.size() > 10);
  REQUIRE(some.pairs.size() == 10);
  CHECK(some.count == all.count);
  for (size_t i = 0; i < 10; ++i) {
    CHECK(some.pairs[i].first == all.pairs[i].first);
    CHECK(some.pairs[i].second == all.pairs[i].second);
  }
  for (size_t i = 1; i < all.pairs.size(); ++i)
    CHECK(all.pairs[i - 1].alikeness.lower() >= all.pairs[i].alikeness.lower());
}

}  // namespace
}  // namespace cadre::ide
