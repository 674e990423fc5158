#include "import/foreign/table.h"

#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"

#include <fmt/format.h>

namespace cadre::import::foreign {

using llvm::StringRef;

std::string counted(size_t number, StringRef one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

StringRef Table::text(size_t column, TextUse use) {
  if (cell(column).trim(' ').empty()) {
    diagnostics_.report(reader_.span(column), diag::ImportEmptyCell, reader_.columnName(column));
    return {};
  }
  return optionalText(column, use);
}

StringRef Table::optionalText(size_t column, TextUse use) {
  const StringRef raw = cell(column);
  const StringRef words = raw.trim(' ');
  if (words.size() != raw.size() && trimmed_++ == 0) firstTrimmed_ = reader_.span(column);
  return checkText(column, words, use) ? words : StringRef();
}

bool Table::checkText(size_t column, StringRef text, TextUse use) {
  const size_t at = findWrong(text, use);
  if (at == text.size()) return true;
  const unicode::CodePoint point = unicode::decode(text, at);
  diagnostics_.report(reader_.spanOf(text.substr(at, point.length)), diag::ImportBadText,
                      reader_.columnName(column), wrongWith(point, use));
  return false;
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

}  // namespace cadre::import::foreign
