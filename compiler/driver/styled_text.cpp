#include "driver/styled_text.h"

#include "diag/visible.h"
#include "support/unicode.h"

#include <llvm/ADT/SmallVector.h>

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

/// Dresses Markdown line by line: headings, code, and which example is right.
class PagePrinter {
public:
  explicit PagePrinter(llvm::raw_ostream& out) : out_(out) {}

  void line(StringRef text) {
    if (text.starts_with("```")) return fence(text.drop_front(3).trim());
    if (inFence_) return code(text);
    Row row;
    if (text.starts_with("#")) {
      appendStyled(row, text.ltrim("# "), true, Style::Strong, inCode_);
    } else {
      appendStyled(row, text, true, Style::Plain, inCode_);
    }
    if (text.empty()) inCode_ = false;
    row.print(out_, true);
  }

private:
  void fence(StringRef info) {
    inFence_ = !inFence_;
    if (!inFence_ || !info.starts_with("cadre")) return;
    const bool fails = info.contains("fail");
    const bool isBad = info.contains("bad");
    Row row;
    if (fails || isBad) {
      row.append(fails ? "This fails:" : "This is found:", fails ? Style::Error : Style::Warning);
    } else {
      row.append(info.contains("fixed") ? "The fix makes it:" : "This is right:", Style::Info);
    }
    row.print(out_, true);
    Row().print(out_, true);
  }

  void code(StringRef text) {
    Row row;
    row.append("    ");
    row.append(text, text.ltrim().starts_with("//") ? Style::Secondary : Style::Plain);
    row.print(out_, true);
  }

  llvm::raw_ostream& out_;
  bool inFence_ = false;
  bool inCode_ = false;
};

}  // namespace

std::string countOf(size_t count, llvm::StringRef thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

void printParagraph(llvm::raw_ostream& out, StringRef lead, StringRef text, bool color,
                    Style style) {
  const auto indent = static_cast<size_t>(unicode::width(lead));
  bool isFirst = true;
  bool isCode = false;
  // A backtick of the author's own has no partner: then nothing is code.
  const bool hasCode = color && text.count('`') % 2 == 0;
  for (const std::string& line : lines(diag::visible(text), textWidth - indent)) {
    Row row;
    if (isFirst) row.append(lead, Style::Frame);
    row.padTo(indent);
    appendStyled(row, line, hasCode, style, isCode);
    row.print(out, color);
    isFirst = false;
  }
}

void printPage(llvm::raw_ostream& out, StringRef page, bool color) {
  if (!color) {
    out << page;
    return;
  }
  PagePrinter printer(out);
  while (!page.empty()) {
    StringRef line;
    std::tie(line, page) = page.split('\n');
    printer.line(line);
  }
}

}  // namespace cadre::driver
