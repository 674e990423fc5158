#include "format/text.h"

#include "support/test.h"

using namespace cadre;

namespace {

/// The prose of `- text`, broken wherever it can be.
std::vector<std::string> piecesOf(const std::string& text) {
  std::vector<std::string> out;
  const std::string bullet = "- " + text;
  for (const llvm::StringRef line : format::bulletLines(bullet, 1).prose) out.push_back(line.str());
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("quoted texts escape what may not stand raw") {
  CHECK(format::quoted("plain") == "\"plain\"");
  CHECK(format::quoted("a \"b\" \\ c\n\td") == "\"a \\\"b\\\" \\\\ c\\n\\td\"");
  CHECK(format::quoted("\xE2\x80\xAE"
                       "abc") == "\"\\u{202E}abc\"");
  CHECK(format::quoted("é 日 {}") == "\"é 日 {}\"");
}

TEST_CASE("a text block holds what its indentation does not change") {
  CHECK(format::blockLines("a\n\n  b") == llvm::SmallVector<std::string>{"a", "", "  b"});
  CHECK(format::blockLines("say \"\"\" and \\") ==
        llvm::SmallVector<std::string>{"say \"\"\\\" and \\\\"});
  CHECK(format::blockLines("  a\n  b").empty());
  CHECK(format::blockLines("a \nb").empty());
  CHECK(format::blockLines("a\n").empty());
  CHECK(format::blockLines("").empty());
}

TEST_CASE("prose escapes braces and what reads like a label") {
  CHECK(format::prose("a {b} c", false) == "a \\{b\\} c");
  CHECK(format::prose("[x] y", false) == "\\[x] y");
  CHECK(format::prose("[see note] y", false) == "\\[see note] y");
  CHECK(format::prose("[x]", false) == "\\[x]");
  CHECK(format::prose("[x] y", true) == "[x] y");
  CHECK(format::prose("[x](https://example.org) y", false) == "[x](https://example.org) y");
  CHECK(format::prose(" two\nlines ", false) == "two lines");
}

TEST_CASE("prose breaks only where the next line cannot be an item") {
  CHECK(piecesOf("one two") == Strings{"one", "two"});
  CHECK(piecesOf("a - b -c // d") == Strings{"a -", "b -c //", "d"});
  CHECK(piecesOf("use \\{x\\} here") == Strings{"use \\{x\\}", "here"});
  CHECK(piecesOf("plan tasks, then report about version 2") ==
        Strings{"plan tasks,", "then", "report about version", "2"});
  CHECK(piecesOf("taskforce member") == Strings{"taskforce", "member"});
  CHECK(piecesOf("two  spaces stay") == Strings{"two  spaces", "stay"});
  // `about "a"` alone on a line would be an item.
  CHECK(format::bulletLines("- one\n  about \"a\" bbb c", 10).prose[1] == "about");
  CHECK(format::bulletLines("- one\n  about 'a' bbb c", 10).prose[1] == "about 'a'");
}

TEST_CASE("a label stands apart from the prose of its bullet") {
  const auto labelled = format::bulletLines("-  [X-1]   One two ", 100);
  CHECK(labelled.label == "[X-1]");
  CHECK(labelled.prose.front() == "One two");
  CHECK(format::bulletLines("- [X-1](y) One", 100).label.empty());
  CHECK(format::bulletLines("- [X-1] One two", 11).prose.size() == 2);
  CHECK(format::bulletLines("- [X-1] One two", 13).prose.size() == 1);
}

TEST_CASE("lines are broken at the last place that fits, in columns of a terminal") {
  CHECK(format::bulletLines("- aaa bbb ccc", 7).prose[0] == "aaa bbb");
  CHECK(format::bulletLines("- aaa bbb ccc", 6).prose[0] == "aaa");
  CHECK(format::bulletLines("- aaaaaaaaaa bbb", 4).prose[0] == "aaaaaaaaaa");
  CHECK(format::bulletLines("- \u65e5\u672c b c", 6).prose[0] == "\u65e5\u672c b");
  CHECK(format::bulletLines("- \u65e5\u672c b c", 5).prose[0] == "\u65e5\u672c");
}
