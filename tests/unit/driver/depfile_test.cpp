#include "driver/depfile.h"

#include "support/test.h"

using namespace cadre;
using namespace cadre::driver;

namespace {

std::string textOf(const std::string& target, const std::vector<std::string>& read) {
  Diagnostics faults;
  const auto text = depfileText(target, read, faults);
  CHECK(faults.empty());
  return text.value_or("");
}

}  // namespace

TEST_CASE("a depfile has a rule, and an empty one for each file") {
  CHECK(textOf("out", {"b", "a", "b"}) == "out: \\\n  a \\\n  b\na:\nb:\n");
  CHECK(textOf("out", {}) == "out:\n");
}

TEST_CASE("names are escaped as Make and Ninja both read them") {
  CHECK(textOf("a b", {}) == "a\\ b:\n");
  CHECK(textOf("$x", {}) == "$$x:\n");
  CHECK(textOf("a#b", {}) == "a\\#b:\n");
  CHECK(textOf("a\\b", {}) == "a\\b:\n");
  CHECK(textOf("a\\ b", {}) == "a\\\\\\ b:\n");
  CHECK(textOf("é", {}) == "é:\n");
}

TEST_CASE("what one of them could not read is refused") {
  std::vector<std::string> names = {"a\\#b", "a\\\\#"};
  for (const char c : std::string("\n\t\x01\x7f\"&'*:;<=>?^`|")) names.push_back(std::string("a") + c + "b");
  for (const std::string& name : names) {
    CAPTURE(name);
    Diagnostics faults;
    CHECK_FALSE(depfileText("out", {name}, faults));
    CHECK(faults.hasErrors());
  }
}
