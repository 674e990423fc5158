#include "driver/styled_text.h"

#include "diag/visible.h"
#include "support/unicode.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace cadre::driver {

using diag::Row;
using diag::Style;
using llvm::StringRef;

namespace {

/// The text broken at blanks. A word that is too long has a line of its own.
std::vector<std::string> lines(StringRef text, size_t width) {
  std::vector<std::string> out(1);
  llvm::SmallVector<StringRef, 32> words;
  text.split(words, ' ', -1, false);
  for (const StringRef word : words) {
    const bool fits =
        unicode::width(out.back()) + 1 + unicode::width(word) <= static_cast<int>(width);
    if (out.back().empty()) {
      out.back() = word.str();
    } else if (fits) {
      out.back() += " " + word.str();
    } else {
      out.push_back(word.str());
    }
  }
  return out;
}

/// Code is styled from one backtick to the next, also over the end of a line.
void appendStyled(Row& row, StringRef text, bool color, Style style, bool& isCode) {
  if (!color) return row.append(text, style);
  while (!text.empty()) {
    const size_t tick = text.find('`');
    row.append(text.take_front(tick), isCode ? Style::Info : style);
    if (tick == StringRef::npos) return;
    isCode = !isCode;
    text = text.drop_front(tick + 1);
  }
}

/// What Markdown takes a backslash off.
bool isMark(char c) { return llvm::isPrint(c) && !llvm::isAlnum(c) && c != ' '; }

/// A word of a page: pieces of one style each.
struct StyledWord {
  std::vector<std::pair<std::string, Style>> pieces;
  size_t width = 0;

  void add(StringRef text, Style style) {
    if (text.empty()) return;
    if (pieces.empty() || pieces.back().second != style) pieces.emplace_back("", style);
    pieces.back().first += text;
    width += static_cast<size_t>(unicode::width(text));
  }
};

/// Splits a paragraph of Markdown at its blanks, without the marks of emphasis. With colour, code
/// and emphasis have a style; without it, code keeps its backticks.
class WordReader {
public:
  WordReader(StringRef text, bool color, Style style) : rest_(text), color_(color), style_(style) {}

  std::vector<StyledWord> read() {
    while (!rest_.empty()) {
      if (rest_.front() == '`' && code()) continue;
      if (rest_.front() == '*' && emphasis()) continue;
      if (rest_.size() > 1 && rest_.front() == '\\' && isMark(rest_[1])) rest_ = rest_.drop_front();
      take(std::min(rest_.find_first_of("`*\\", 1), rest_.size()), style());
    }
    flush();
    return std::move(words_);
  }

private:
  [[nodiscard]] Style style() const { return color_ && isEmphasis_ ? Style::Strong : style_; }

  /// Adds bytes to the word; a blank ends it.
  void take(size_t count, Style style) {
    StringRef taken = rest_.take_front(count);
    rest_ = rest_.drop_front(count);
    while (!taken.empty()) {
      const size_t end = std::min(taken.find(' '), taken.size());
      word_.add(taken.take_front(end), style);
      if (end < taken.size()) flush();
      taken = taken.drop_front(std::min(end + 1, taken.size()));
    }
  }

  /// From a run of backticks to the next of its length; false where there is none.
  bool code() {
    const size_t ticks = std::min(rest_.find_first_not_of('`'), rest_.size());
    const size_t end = rest_.find(rest_.take_front(ticks), ticks);
    if (end == StringRef::npos) return false;
    if (!color_) return take(end + ticks, style()), true;
    rest_ = rest_.drop_front(ticks);
    take(end - ticks, Style::Info);
    rest_ = rest_.drop_front(ticks);
    return true;
  }

  /// One mark or two that begin emphasis, where something ends it, or that end it.
  bool emphasis() {
    const StringRef mark = rest_.take_front(rest_.starts_with("**") ? 2 : 1);
    const StringRef behind = rest_.drop_front(mark.size());
    const bool opens =
        !isEmphasis_ && !behind.empty() && behind.front() != ' ' && behind.contains(mark);
    if (!opens && !isEmphasis_) return false;
    isEmphasis_ = !isEmphasis_;
    rest_ = behind;
    return true;
  }

  void flush() {
    if (!word_.pieces.empty()) words_.push_back(std::move(word_));
    word_ = {};
  }

  StringRef rest_;
  bool color_;
  Style style_;
  bool isEmphasis_ = false;
  StyledWord word_;
  std::vector<StyledWord> words_;
};

/// Lays a page out: paragraphs and items of lists broken at the width, code as it stands. With
/// colour, it says in words which example is right.
class PagePrinter {
public:
  PagePrinter(llvm::raw_ostream& out, bool color, size_t width)
      : out_(out), color_(color), width_(width) {}

  void line(StringRef text) {
    if (text.starts_with("```")) return fence(text);
    if (inFence_) return code(text);
    const size_t marker = markerOf(text);
    // What is no paragraph: a row of a table, an empty line.
    const bool isBare = text.trim().empty() || text.starts_with("|");
    if (isBare || marker > 0 || text.starts_with("#")) endParagraph();
    if (text.starts_with("#")) return heading(text);
    if (isBare) return row(text, Style::Plain);
    if (marker > 0) lead_ = text.take_front(marker).str();
    paragraph_ += (paragraph_.empty() ? "" : " ") + text.drop_front(marker).trim().str();
  }

  void endParagraph() {
    if (!paragraph_.empty()) wrap(lead_, WordReader(paragraph_, color_, Style::Plain).read());
    paragraph_.clear();
    lead_.clear();
  }

private:
  /// The length of what begins an item of a list, with the blanks before and behind it; 0 for other
  /// lines.
  static size_t markerOf(StringRef text) {
    const StringRef words = text.ltrim(' ');
    const size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    const bool isNumber = digits > 0 && words.substr(digits).starts_with(". ");
    if (!isNumber && !words.starts_with("- ")) return 0;
    return text.size() - words.size() + digits + 2;
  }

  void wrap(StringRef lead, llvm::ArrayRef<StyledWord> words) {
    const size_t indent = static_cast<size_t>(unicode::width(lead));
    Row row;
    row.append(lead, Style::Frame);
    size_t column = indent;
    for (const StyledWord& word : words) {
      if (column > indent && column + 1 + word.width > width_) {
        row.print(out_, color_);
        row = Row();
        row.padTo(indent);
        column = indent;
      }
      if (column > indent) {
        row.append(" ");
        ++column;
      }
      for (const auto& [text, style] : word.pieces) row.append(text, style);
      column += word.width;
    }
    row.print(out_, color_);
  }

  void heading(StringRef text) {
    section_ = text.ltrim("# ").str();
    if (!color_) return row(text, Style::Plain);
    Row row;
    bool isCode = false;
    appendStyled(row, section_, true, Style::Strong, isCode);
    row.print(out_, true);
  }

  void fence(StringRef text) {
    endParagraph();
    inFence_ = !inFence_;
    if (!color_) return row(text, Style::Plain);
    const StringRef info = text.drop_front(3).trim();
    if (!inFence_ || !info.starts_with("cadre")) return;
    const bool fails = info.contains("fail");
    if (fails || info.contains("bad")) {
      row(fails ? "This fails:" : "This is found:", fails ? Style::Error : Style::Warning);
    } else if (info.contains("good") && section_ != "Instead") {
      row("This is not reported:", Style::Info);
    } else {
      row(info.contains("fixed") ? "The fix makes it:" : "This is right:", Style::Info);
    }
    row("", Style::Plain);
  }

  void code(StringRef text) {
    if (!color_) return row(text, Style::Plain);
    const bool isComment = text.ltrim().starts_with("//");
    row("    " + text.str(), isComment ? Style::Secondary : Style::Plain);
  }

  void row(StringRef text, Style style) {
    Row row;
    row.append(text, style);
    row.print(out_, color_);
  }

  llvm::raw_ostream& out_;
  bool color_;
  size_t width_;
  bool inFence_ = false;
  std::string section_;
  std::string lead_;
  std::string paragraph_;
};

}  // namespace

std::string countOf(size_t count, llvm::StringRef thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

void printParagraph(llvm::raw_ostream& out, StringRef lead, StringRef text, bool color,
                    Style style, size_t width) {
  const auto indent = static_cast<size_t>(unicode::width(lead));
  bool isFirst = true;
  bool isCode = false;
  // A backtick of the author's own has no partner: then nothing is code.
  const bool hasCode = color && text.count('`') % 2 == 0;
  for (const std::string& line : lines(diag::visible(text), width > indent ? width - indent : 1)) {
    Row row;
    if (isFirst) row.append(lead, Style::Frame);
    row.padTo(indent);
    appendStyled(row, line, hasCode, style, isCode);
    row.print(out, color);
    isFirst = false;
  }
}

void printPage(llvm::raw_ostream& out, StringRef page, bool color, size_t width) {
  PagePrinter printer(out, color, width);
  while (!page.empty()) {
    StringRef line;
    std::tie(line, page) = page.split('\n');
    printer.line(line);
  }
  printer.endParagraph();
}

}  // namespace cadre::driver
