#include "diag/row.h"

#include "support/unicode.h"

#include <llvm/Support/ErrorHandling.h>

#include <algorithm>
#include <string>

namespace cadre::diag {

namespace {

llvm::StringRef ansi(Style style) {
  switch (style) {
    case Style::Plain: return "\x1b[0m";
    case Style::Strong: return "\x1b[0;1m";
    case Style::Frame:
    case Style::Secondary: return "\x1b[0;1;34m";
    case Style::Error: return "\x1b[0;1;31m";
    case Style::Warning: return "\x1b[0;1;33m";
    case Style::Info: return "\x1b[0;1;36m";
  }
  llvm_unreachable("every style has a case");
}

}  // namespace

Style styleOf(Severity severity) {
  switch (severity) {
    case Severity::Error: return Style::Error;
    case Severity::Warning: return Style::Warning;
    case Severity::Info: return Style::Info;
  }
  llvm_unreachable("every severity has a case");
}

void Row::put(size_t column, char c, Style style) { fill(column, column + 1, c, style); }

void Row::fill(size_t begin, size_t end, char c, Style style) {
  padTo(end);
  for (size_t i = begin; i < end; ++i) cells_[i] = {static_cast<unsigned char>(c), style};
}

void Row::fillBlanks(size_t begin, size_t end, char c, Style style) {
  padTo(end);
  for (size_t i = begin; i < end; ++i) {
    if (cells_[i].value == U' ') cells_[i] = {static_cast<unsigned char>(c), style};
  }
}

void Row::padTo(size_t column) {
  if (cells_.size() < column) cells_.resize(column);
}

void Row::append(llvm::StringRef text, Style style) {
  for (size_t i = 0; i < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, i);
    cells_.push_back({point.value, style});
    i += point.length;
  }
}

void Row::print(llvm::raw_ostream& out, bool color) const {
  size_t end = cells_.size();
  while (end > 0 && cells_[end - 1].value == U' ') --end;
  std::string text;
  Style style = Style::Plain;
  for (size_t i = 0; i < end; ++i) {
    const Style next = cells_[i].style;
    if (color && cells_[i].value != U' ' && ansi(next) != ansi(style)) text += ansi(style = next);
    unicode::append(text, cells_[i].value);
  }
  if (style != Style::Plain) text += ansi(Style::Plain);
  out << text << '\n';
}

}  // namespace cadre::diag
