#include "source/source_manager.h"

#include "support/unicode.h"

#include "support/test.h"

using namespace cadre;

namespace {
/// Line and column of the byte `offset` of a file that holds `text`.
LineColumn positionIn(std::string text, uint32_t offset) {
  SourceManager sources;
  return sources.position(sources.add("a.cadre", std::move(text)), offset);
}
}  // namespace

TEST_CASE("files keep their path and text") {
  SourceManager sources;
  const FileId a = sources.add("a.cadre", "one");
  const FileId b = sources.add("b.cadre", "two");
  CHECK(sources.fileCount() == 2);
  CHECK(sources.path(a) == "a.cadre");
  CHECK(sources.text(b) == "two");
  CHECK(sources.text(Span{b, 1, 3}) == "wo");
}

TEST_CASE("a BOM is removed and remembered, a second one stays") {
  SourceManager sources;
  const FileId with = sources.add("a.cadre", "\xEF\xBB\xBF" "scale");
  const FileId twice = sources.add("b.cadre", "\xEF\xBB\xBF\xEF\xBB\xBF" "x");
  const FileId without = sources.add("c.cadre", "scale");
  CHECK(sources.text(with) == "scale");
  CHECK(sources.get(with).hadBom);
  CHECK(sources.text(twice) == "\xEF\xBB\xBF" "x");
  CHECK_FALSE(sources.get(without).hadBom);
  CHECK(sources.position(with, 0) == LineColumn{1, 1});
}

TEST_CASE("positions count code points") {
  CHECK(positionIn("aé€😀x\ny", 10) == LineColumn{1, 5});
  CHECK(positionIn("aé€😀x\ny", 12) == LineColumn{2, 1});
  CHECK(positionIn("😀\n😀x", 9) == LineColumn{2, 2});
}

TEST_CASE("bytes that are no UTF-8 count as one column each") {
  CHECK(positionIn("a\x80\x80z", 1) == LineColumn{1, 2});
  CHECK(positionIn("a\x80\x80z", 2) == LineColumn{1, 3});
  CHECK(positionIn("a\x80\x80z", 3) == LineColumn{1, 4});
  CHECK(positionIn("\xE2\x82z", 2) == LineColumn{1, 3});
}

TEST_CASE("columns in long lines are those that counting gives, in any order") {
  std::string text = "short\n";
  const std::string pieces[] = {"€", "a", "😀", "bcd", "\xFF", "é"};
  for (size_t i = 0; text.size() < 20'000; ++i) text += pieces[i * i % 17 % std::size(pieces)];
  text += "\r\nshort\n" + std::string(5000, 'b');
  SourceManager sources;
  const FileId file = sources.add("a.cadre", text);
  for (const uint32_t step : {1U, 7919U}) {
    for (uint32_t i = 0; i < text.size(); i += 37) {
      const auto offset = static_cast<uint32_t>(i * step % (text.size() + 1));
      LineColumn counted{1, 1};
      for (size_t at = 0; at < offset; at += unicode::decode(text, at).length) {
        counted = text[at] == '\n' ? LineColumn{counted.line + 1, 1} : LineColumn{counted.line, counted.column + 1};
      }
      if (sources.position(file, offset) != counted) FAIL("at byte " << offset);
    }
  }
}

TEST_CASE("positions at the ends") {
  CHECK(positionIn("", 0) == LineColumn{1, 1});
  CHECK(positionIn("abc", 3) == LineColumn{1, 4});
  CHECK(positionIn("abc", 99) == LineColumn{1, 4});
  CHECK(positionIn("abc\n", 3) == LineColumn{1, 4});
  CHECK(positionIn("abc\n", 4) == LineColumn{2, 1});
}

TEST_CASE("lines end in LF or CRLF") {
  SourceManager sources;
  const FileId file = sources.add("a.cadre", "one\r\ntwo\n\nfour\r");
  const LineIndex& lines = sources.lines(file);
  REQUIRE(lines.lineCount() == 4);
  CHECK(lines.lineText(0) == "one");
  CHECK(lines.lineText(1) == "two");
  CHECK(lines.lineText(2).empty());
  CHECK(lines.lineStart(1) == 5);
  CHECK(lines.lineAt(4) == 0);
  CHECK(lines.lineAt(5) == 1);
  CHECK(lines.lineAt(8) == 1);
  CHECK(lines.lineAt(9) == 2);
  CHECK(sources.position(file, 5) == LineColumn{2, 1});
}

TEST_CASE("a text that ends in a line feed has an empty last line") {
  const LineIndex lines("a\n");
  REQUIRE(lines.lineCount() == 2);
  CHECK(lines.lineText(1).empty());
}

TEST_CASE("spans join, and one without a file counts as nothing") {
  const FileId file(0);
  const Span left{file, 2, 4};
  const Span right{file, 7, 9};
  CHECK(left.to(right) == Span{file, 2, 9});
  CHECK(right.to(left) == Span{file, 2, 9});
  CHECK(left.to(Span()) == left);
  CHECK(Span().to(left) == left);
  CHECK(left.after() == Span{file, 4, 4});
  CHECK(left.contains(2));
  CHECK_FALSE(left.contains(4));
  CHECK(right.size() == 2);
  CHECK_FALSE(Span().isValid());
}
