#include "diag/line_view.h"
#include "support/test.h"
#include "support/unicode.h"

#include <random>

using namespace cadre;
using diag::LineView;

TEST_CASE("columns follow tabs, wide characters and what is written out") {
  const LineView view("\ta技\xFF" "b", {});
  CHECK(view.text() == "    a技<0xFF>b");
  CHECK(view.columnOf(0) == 0);
  CHECK(view.columnOf(1) == 4);
  CHECK(view.columnOf(2) == 5);
  CHECK(view.columnOf(3) == 5);
  CHECK(view.columnOf(5) == 7);
  CHECK(view.columnOf(6) == 13);
  CHECK(view.columnOf(7) == 14);
  CHECK(view.columnOf(700) == 14);
}

TEST_CASE("a line of exactly the greatest width is not cut") {
  const std::string fits(LineView::maxWidth, 'x');
  CHECK(LineView(fits, {}).text() == fits);
  const std::string longer = fits + "y";
  CHECK(LineView(longer, {}).text() == std::string(LineView::maxWidth - 2, 'x') + "…");
}

TEST_CASE("any bytes, any focus: the text is valid, bounded, and columns lie within it") {
  std::mt19937 random(1);
  const std::string pieces[] = {"a", "\t", "技", "😀", "\u0301", "\xFF", "\xE2\x82", "\u202E", "\x1b", " ", "\u200D"};
  for (int round = 0; round < 2000; ++round) {
    std::string line;
    const size_t count = random() % (round % 10 == 0 ? 9000 : 200);
    for (size_t i = 0; i < count; ++i) line += pieces[random() % std::size(pieces)];
    const auto at = [&] { return static_cast<uint32_t>(random() % (line.size() + 3)); };
    const uint32_t begin = at();
    const LineView view(line, {begin, begin + at(), begin});
    REQUIRE(unicode::isValid(view.text()));
    const auto width = static_cast<size_t>(unicode::width(llvm::StringRef(view.text())));
    REQUIRE(width <= LineView::maxWidth);
    for (int i = 0; i < 20; ++i) REQUIRE(view.columnOf(at()) <= width);
  }
}
