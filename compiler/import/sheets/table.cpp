#include "import/sheets/table.h"

#include "diag/kinds/import.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::columnLetters;
using foreign::CsvFault;
using foreign::dropGuards;
using foreign::findWrong;
using foreign::readCsv;
using foreign::TextUse;
using foreign::wrongWith;

namespace {

/// `A`, `BC` as an index from 0.
std::optional<size_t> indexOfLetters(StringRef letters) {
  if (letters.empty() || letters.size() > 3) return {};
  size_t number = 0;
  for (const char c : letters) {
    if (c < 'A' || c > 'Z') return {};
    number = number * 26 + static_cast<size_t>(c - 'A' + 1);
  }
  return number - 1;
}

/// The lines of a text without odd spaces, and without empty lines at its ends.
std::string lines(StringRef text) {
  std::string out;
  llvm::SmallVector<StringRef> parts;
  text.split(parts, '\n');
  for (const StringRef part : parts) {
    const std::string line = oneLine(part);
    if (line.empty() && out.empty()) continue;
    if (!out.empty()) out += '\n';
    out += line;
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

}  // namespace

SheetTable::SheetTable(const FileMap& map, const SheetFile& file, Diagnostics& diagnostics)
    : map_(map), file_(file), diagnostics_(diagnostics), table_(readCsv(file.text, map.separator)) {
  if (table_.isTooLarge()) {
    diagnostics_.report({file_.file, 0, 0}, diag::SheetTooWide, file_.name, table_.rows.size(),
                        table_.width);
    table_ = {};
  }
  dropGuards(table_);
  fates_.resize(table_.rows.size() * table_.width, Fate::Open);
  reportFaults();
  findHeader();
}

void SheetTable::reportFaults() {
  for (const CsvFault& fault : table_.faults) {
    diagnostics_.report(
        {file_.file, fault.begin, fault.end}, diag::SheetQuote,
        fault.unclosed ? "this quote is not closed" : "a quote stands inside of this cell");
  }
}

void SheetTable::findHeader() {
  const auto hasCell = [&](size_t row) {
    for (size_t column = 0; column < table_.width; ++column) {
      if (!isEmpty({row, column})) return true;
    }
    return false;
  };
  if (map_.header) {
    if (*map_.header > table_.rows.size()) {
      diagnostics_.report(map_.headerSpan, diag::MapNoRow, file_.name, table_.rows.size(),
                          std::to_string(*map_.header));
    } else if (*map_.header > 0) {
      header_ = *map_.header - 1;
    }
  } else {
    for (size_t row = 0; row < table_.rows.size() && !header_; ++row) {
      if (hasCell(row)) header_ = row;
    }
  }
  firstRow_ = header_ ? *header_ + 1 : 0;
  for (size_t row = 0; row < firstRow_; ++row) {
    for (size_t column = 0; column < table_.width; ++column) {
      const bool isGroups = map_.groupRow && row + 1 == *map_.groupRow;
      if (row == header_)
        settle({row, column}, Fate::Header);
      else if (!isGroups)
        skip({row, column}, "above the header");
    }
  }
}

Span SheetTable::span(At at) const {
  if (at.row >= table_.rows.size() || table_.rows[at.row].empty()) return {file_.file, 0, 0};
  const auto& row = table_.rows[at.row];
  if (at.column >= row.size()) return {file_.file, row.back().end, row.back().end};
  return {file_.file, row[at.column].begin, row[at.column].end};
}

std::string SheetTable::columnTitle(size_t column) const {
  std::string title = header_ ? oneLine(cell({*header_, column})) : "";
  return title.empty() ? columnLetters(column) : title;
}

std::optional<size_t> SheetTable::find(const ColumnName& name) const {
  size_t number = 0;
  if (name.isNumber && !StringRef(name.text).getAsInteger(10, number) && number <= table_.width)
    return number - 1;
  std::vector<size_t> found;
  std::vector<std::string> titles;
  if (header_ && !name.isNumber) {
    const std::string wanted = fold(name.text);
    for (size_t column = 0; column < table_.width; ++column) {
      titles.push_back(oneLine(cell({*header_, column})));
      if (fold(titles.back()) == wanted) found.push_back(column);
    }
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1) {
    diagnostics_.report(name.span, diag::MapManyColumns, file_.name, found.size(), name.text)
        .label(span({*header_, found.front()}), diag::ImportFirstHere)
        .help(diag::MapByLetter);
    return {};
  }
  const auto letters = name.isNumber ? std::nullopt : indexOfLetters(name.text);
  if (letters && *letters < table_.width) return letters;
  std::vector<StringRef> known;
  for (const std::string& title : titles) {
    if (!title.empty()) known.push_back(title);
  }
  const auto near = suggest(name.text, known);
  auto report = diagnostics_.report(name.span, diag::MapNoColumn, file_.name, name.text);
  if (header_)
    report.label(span({*header_, 0}).to(span({*header_, table_.width})), diag::MapHeaderHere);
  if (near.empty()) {
    if (!known.empty())
      report.help(diag::MapColumnsAre, fmt::format("`{}`", fmt::join(known, "`, `")));
    return {};
  }
  const bool isQuoted = !name.isNumber && name.span.size() > 2;
  report.didYouMean(
      isQuoted ? Span{name.span.file, name.span.begin + 1, name.span.end - 1} : name.span, near);
  return {};
}

bool SheetTable::isEmpty(At at) const {
  const StringRef text = cell(at);
  if (text.empty()) return true;
  const auto first = static_cast<unsigned char>(text.front());
  return !(first > ' ' && first < 0x7F) && oneLine(text).empty();
}

// ---- Fates --------------------------------------------------------------------------------------

void SheetTable::settle(At at, Fate fate) {
  if (at.row >= table_.rows.size() || at.column >= table_.width || isEmpty(at)) return;
  Fate& now = fates_[at.row * table_.width + at.column];
  if (now != Fate::Left) now = fate;
}

void SheetTable::skip(At at, StringRef reason) {
  if (at.column >= table_.width || isEmpty(at) || fate(at) != Fate::Open) return;
  settle(at, Fate::Skipped);
  reasons_.emplace(at.row * table_.width + at.column, reason.str());
}

void SheetTable::leave(At at, StringRef reason) {
  if (at.column >= table_.width || isEmpty(at)) return;
  settle(at, Fate::Left);
  reasons_.insert_or_assign(at.row * table_.width + at.column, reason.str());
}

void SheetTable::leaveRow(size_t row, StringRef reason) {
  for (size_t column = 0; column < table_.width; ++column) {
    if (fate({row, column}) == Fate::Open) leave({row, column}, reason);
  }
}

bool SheetTable::hasOpen(size_t row) const {
  for (size_t column = 0; column < table_.width; ++column) {
    if (fate({row, column}) == Fate::Open && !isEmpty({row, column})) return true;
  }
  return false;
}

std::optional<std::string> SheetTable::text(At at, TextUse use, bool keepLines) {
  const StringRef raw = cell(at);
  const size_t wrong = findWrong(StringRef(raw).rtrim('\r'), use);
  if (wrong < raw.rtrim('\r').size()) {
    if (fate(at) == Fate::Left) return {};
    const unicode::CodePoint point = unicode::decode(raw, wrong);
    // A cell with quotes in it is a copy; of others the place of the character is known.
    const bool isView = raw.begin() >= file_.text.begin() && raw.end() <= file_.text.end();
    const auto begin = isView ? static_cast<uint32_t>(raw.begin() - file_.text.begin() + wrong) : 0;
    const Span where = isView ? Span{file_.file, begin, begin + point.length} : span(at);
    diagnostics_.report(where, diag::SheetBadText, wrongWith(point, use), at.row + 1);
    leave(at, "holds characters that source text cannot hold");
    return {};
  }
  std::string words = keepLines ? lines(raw) : oneLine(raw);
  if (!words.empty()) settle(at, Fate::Used);
  return words;
}

void SheetTable::finish(Data& data) {
  for (size_t row = firstRow_; row < table_.rows.size(); ++row) {
    if (!hasOpen(row)) continue;
    std::vector<std::string> titles;
    Span where;
    for (size_t column = 0; column < table_.width; ++column) {
      if (fate({row, column}) != Fate::Open || isEmpty({row, column})) continue;
      titles.push_back(columnTitle(column));
      where = where.to(span({row, column}));
    }
    diagnostics_.report(where, diag::SheetLeftOver, fmt::format("`{}`", fmt::join(titles, "`, `")),
                        row + 1);
    leaveRow(row, "could not be placed");
  }
  Account account{.file = file_.name, .skipped = {}, .leftOver = {}};
  llvm::MapVector<StringRef, size_t> skipped;
  llvm::MapVector<StringRef, size_t> left;
  for (size_t row = 0; row < table_.rows.size(); ++row) {
    for (size_t column = 0; column < table_.width; ++column) {
      const At at{row, column};
      if (isEmpty(at)) continue;
      ++account.cells;
      const size_t index = row * table_.width + column;
      switch (fates_[index]) {
        case Fate::Header: ++account.headers; break;
        case Fate::Used: ++account.used; break;
        case Fate::NotRequired: ++account.notRequired; break;
        case Fate::Skipped: ++skipped[reasons_[index]]; break;
        case Fate::Open:
        case Fate::Left:
          ++left[reasons_[index]];
          data.leftOver.push_back(
              {file_.name, row + 1, columnTitle(column), reasons_[index], cell(at).str()});
          break;
      }
    }
  }
  for (const auto& [reason, number] : skipped) account.skipped.emplace_back(reason.str(), number);
  for (const auto& [reason, number] : left) account.leftOver.emplace_back(reason.str(), number);
  data.accounts.push_back(std::move(account));
}

}  // namespace cadre::import::sheets
