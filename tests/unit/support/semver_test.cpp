#include "support/semver.h"

#include "support/test.h"

using cadre::compare;
using cadre::compareLeniently;
using cadre::Version;
using cadre::VersionRequirement;

namespace {

bool isIn(llvm::StringRef version, llvm::StringRef requirement) {
  const auto range = VersionRequirement::parse(requirement);
  REQUIRE(range);
  return range->contains(*Version::parse(version));
}

}  // namespace

TEST_CASE("versions are those of SemVer") {
  for (const char* text : {"0.0.0", "2.1.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7", "1.0.0+build.5",
                           "1.0.0-x-y-z.4", "10.20.30", "9007199254740991.0.0", "1.0.0-99999999999999999999"}) {
    CHECK(Version::parse(text));
  }
  for (const char* text : {"", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-a..b", "1.0.0-01", "1.0.0+",
                           "v1.0.0", " 1.0.0", "1.0.x", "9007199254740992.0.0", "99999999999999999999.0.0", "-1.0.0"}) {
    CHECK_FALSE(Version::parse(text));
  }
}

TEST_CASE("versions are in the order of SemVer") {
  const char* sorted[] = {"1.0.0-alpha",  "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
                          "1.0.0-beta.11", "1.0.0-rc.1",    "1.0.0",            "1.0.1",      "1.2.0",
                          "2.0.0"};
  for (size_t i = 0; i + 1 < std::size(sorted); ++i) {
    CHECK(compare(*Version::parse(sorted[i]), *Version::parse(sorted[i + 1])) < 0);
    CHECK(compare(*Version::parse(sorted[i + 1]), *Version::parse(sorted[i])) > 0);
  }
  CHECK(compare(*Version::parse("1.0.0+a"), *Version::parse("1.0.0+b")) == 0);
  CHECK(compare(*Version::parse("1.0.0-99999999999999999999"), *Version::parse("1.0.0-199999999999999999999")) < 0);
}

TEST_CASE("texts that need not be versions compare by their parts") {
  CHECK(compareLeniently("2.0", "2.0.0") == 0);
  CHECK(compareLeniently("2", "2.0.0.1") < 0);
  CHECK(compareLeniently("2.10", "2.9") > 0);
  CHECK(compareLeniently("2.01", "2.1") == 0);
  CHECK(compareLeniently("2.x", "2.1") > 0);
  CHECK(compareLeniently("", "0.0") == 0);
  CHECK(compareLeniently("1.0.0-beta", "1.0.0") < 0);
  CHECK(compareLeniently("1.0-beta", "1.0.0-beta.1") < 0);
  CHECK(compareLeniently("1.0.0-2", "1.0.0-alpha") < 0);
  CHECK(compareLeniently("1.0.0+a", "1.0.0+b") == 0);
}

TEST_CASE("a caret holds compatible versions") {
  CHECK(isIn("2.0.0", "^2.0"));
  CHECK(isIn("2.9.9", "^2.0"));
  CHECK_FALSE(isIn("3.0.0", "^2.0"));
  CHECK_FALSE(isIn("1.9.0", "^2.0"));
  CHECK_FALSE(isIn("2.0.9", "^2.1"));
  CHECK(isIn("0.2.7", "^0.2.3"));
  CHECK_FALSE(isIn("0.3.0", "^0.2.3"));
  CHECK_FALSE(isIn("0.0.4", "^0.0.3"));
  CHECK(isIn("0.9.0", "^0"));
}

TEST_CASE("a tilde holds the patches of a minor version") {
  CHECK(isIn("1.2.9", "~1.2.3"));
  CHECK_FALSE(isIn("1.3.0", "~1.2.3"));
  CHECK(isIn("1.9.0", "~1"));
}

TEST_CASE("a version alone is that version") {
  CHECK(isIn("1.2.3", "1.2.3"));
  CHECK(isIn("1.2.3+build", "=1.2.3"));
  CHECK_FALSE(isIn("1.2.4", "1.2.3"));
  CHECK(isIn("1.2.4", "1.2"));
  CHECK_FALSE(isIn("1.3.0", "1.2"));
}

TEST_CASE("comparisons are all to hold") {
  CHECK(isIn("1.5.0", ">=1.2, <2"));
  CHECK_FALSE(isIn("2.0.0", ">=1.2, <2"));
  CHECK_FALSE(isIn("1.2.9", ">1.2"));
  CHECK(isIn("1.2.9", "<=1.2"));
  CHECK(isIn("7.0.0", "*"));
}

TEST_CASE("a pre-release is in a range that names one of the same release") {
  CHECK_FALSE(isIn("2.1.0-beta", "^2.0"));
  CHECK(isIn("2.1.0-beta.2", "^2.1.0-beta.1"));
  CHECK_FALSE(isIn("2.2.0-beta", "^2.1.0-beta.1"));
}

TEST_CASE("what is no requirement is refused") {
  for (const char* text : {"", "^", "two", "^2.0.0.0", "2.0,", "=>2.0", "2.0 - 3.0", "^2.x"}) {
    CHECK_FALSE(VersionRequirement::parse(text));
  }
}

TEST_CASE("the step between two versions is what the later one announces") {
  const auto step = [](const char* before, const char* after) {
    return word(stepBetween(*Version::parse(before), *Version::parse(after)));
  };
  CHECK(step("1.2.3", "1.2.3") == "none");
  CHECK(step("1.2.3", "1.2.4") == "patch");
  CHECK(step("1.2.3", "1.3.0") == "minor");
  CHECK(step("1.2.3", "2.0.0-rc.1") == "major");
  CHECK(step("0.3.4", "0.3.5") == "minor");
  CHECK(step("0.3.4", "0.4.0") == "major");
  CHECK(step("0.3.4", "1.0.0") == "major");
}

TEST_CASE("behind a pre-release, every version announces everything") {
  for (const char* after : {"1.5.1-rc.2", "1.5.1", "1.5.2", "1.6.0", "2.0.0"}) {
    CHECK(word(stepBetween(*Version::parse("1.5.1-rc.1"), *Version::parse(after))) == "major");
  }
}
