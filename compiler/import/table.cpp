#include "import/table.h"

#include "diag/kinds/import.h"
#include "import/numbers.h"
#include "support/unicode.h"

#include <fmt/format.h>

namespace cadre::import {

using llvm::StringRef;

namespace {

/// What is wrong with a code point as part of a text, or an empty string.
std::string wrongWith(const unicode::CodePoint& point, Table::Use use) {
  if (!point.valid) return "bytes that are not UTF-8";
  const auto value = static_cast<uint32_t>(point.value);
  if (unicode::isControl(point.value) || value == '\r')
    return fmt::format("the control U+{:04X}", value);
  if (unicode::isNoncharacter(point.value)) return fmt::format("the noncharacter U+{:04X}", value);
  if (use == Table::Use::Bullet && unicode::isBidiControl(point.value)) {
    return fmt::format("the control of text direction U+{:04X}", value);
  }
  return {};
}

bool isPlainAscii(char c) { return c >= ' ' && c <= '~'; }

}  // namespace

std::string counted(size_t number, StringRef one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

StringRef Table::text(size_t column, Use use) {
  if (cell(column).trim(' ').empty()) {
    diagnostics_.report(reader_.span(column), diag::ImportEmptyCell, reader_.columnName(column));
    return {};
  }
  return optionalText(column, use);
}

StringRef Table::optionalText(size_t column, Use use) {
  const StringRef raw = cell(column);
  const StringRef words = raw.trim(' ');
  if (words.size() != raw.size() && trimmed_++ == 0) firstTrimmed_ = reader_.span(column);
  return checkText(column, words, use) ? words : StringRef();
}

bool Table::checkText(size_t column, StringRef text, Use use) {
  for (size_t at = 0; at < text.size();) {
    if (isPlainAscii(text[at])) {
      ++at;
      continue;
    }
    const unicode::CodePoint point = unicode::decode(text, at);
    const std::string wrong = wrongWith(point, use);
    if (!wrong.empty()) {
      diagnostics_.report(reader_.spanOf(text.substr(at, point.length)), diag::ImportBadText,
                          reader_.columnName(column), wrong);
      return false;
    }
    at += point.length;
  }
  return true;
}

std::optional<double> Table::number(size_t column) {
  const auto value = parseNumber(cell(column));
  if (!value) {
    diagnostics_.report(span(column), diag::ImportNotANumber, cell(column),
                        reader_.columnName(column));
  }
  return value;
}

bool Table::flag(size_t column) {
  const StringRef word = cell(column);
  if (word == "Y") return true;
  if (!word.empty() && word != "N" && word != "n/a") {
    diagnostics_.report(span(column), diag::ImportFlag, word, reader_.columnName(column));
  }
  return false;
}

void Table::leaveOut(StringRef reason, size_t rows) {
  if (rows == 0) return;
  leftOut_[reason] += rows;
  leftOutRows_ += rows;
}

void Table::finish(Summary& summary) {
  if (trimmed_ > 0) {
    diagnostics_.report(firstTrimmed_, diag::ImportSpaces, counted(trimmed_, "text"), name());
  }
  TableSummary table{.name = name().str(),
                     .read = reader_.rows(),
                     .used = reader_.rows() - leftOutRows_,
                     .leftOut = {}};
  for (const auto& [reason, rows] : leftOut_) table.leftOut.push_back({reason.str(), rows});
  summary.tables.push_back(std::move(table));
}

}  // namespace cadre::import
