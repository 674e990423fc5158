// The columns of a spreadsheet: takes what the map names, gives the index of each, and in a matrix
// whose requirements it holds. What nothing names is left over, and said.
#include "diag/kinds/import.h"
#include "import/sheets/reader.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::TextUse;

void SheetReader::findColumns() {
  for (const auto& [role, names] : file_.columns) {
    for (const ColumnName& name : names) {
      if (const auto column = take(name)) columns_[role].push_back(*column);
    }
  }
  for (const LevelColumn& level : file_.levels) {
    if (const auto column = take(level.column)) levels_.emplace_back(level.level, *column);
  }
  for (const ColumnName& name : file_.fillDown) {
    if (const auto column = table_.find(name)) fillDown_.insert(*column);
  }
  for (const ColumnName& name : file_.skipColumns) {
    const auto column = take(name);
    if (!column) continue;
    for (size_t row = table_.firstRow(); row < table_.rows(); ++row)
      table_.skip({row, *column}, "in columns that the map skips");
  }
  if (file_.groupRow && *file_.groupRow > table_.rows()) {
    diagnostics_.report(file_.groupRowSpan, diag::MapNoRow, file_.name, table_.rows(),
                        std::to_string(*file_.groupRow));
  }
  for (const uint32_t row : file_.skipRows) {
    if (row > table_.rows())
      diagnostics_.report(file_.span, diag::MapNoRow, file_.name, table_.rows(),
                          std::to_string(row));
  }
}

std::optional<size_t> SheetReader::take(const ColumnName& name) {
  const auto column = table_.find(name);
  if (!column) return {};
  const auto [entry, isNew] = taken_.try_emplace(*column, name.span);
  if (isNew) return column;
  diagnostics_
      .report(name.span, diag::MapTwice,
              fmt::format("column `{}` is named for two things", table_.columnTitle(*column)))
      .label(entry->second, diag::ImportFirstHere);
  return {};
}

void SheetReader::findCells() {
  std::vector<size_t> columns;
  for (const ColumnName& name : file_.cells) {
    if (const auto column = take(name)) columns.push_back(*column);
  }
  if (file_.cells.empty()) {
    for (size_t column = 0; column < table_.width(); ++column) {
      if (!taken_.contains(column)) columns.push_back(column);
    }
  } else {
    leaveUnused();
  }
  std::string group;
  size_t groupColumn = 0;
  for (size_t column = 0; column < table_.width(); ++column) {
    if (file_.groupRow && *file_.groupRow <= table_.rows()) {
      const At above{*file_.groupRow - 1, column};
      const bool isCells = llvm::is_contained(columns, column);
      if (isCells && !table_.isEmpty(above)) {
        group = table_.text(above, TextUse::Quoted).value_or("");
        groupColumn = column;
      }
      if (!isCells && !table_.isEmpty(above)) group.clear();
    }
    if (llvm::is_contained(columns, column)) addCellColumn(column, group, groupColumn);
  }
}

void SheetReader::addCellColumn(size_t column, const std::string& group, size_t groupColumn) {
  const At head{*table_.header(), column};
  if (table_.isEmpty(head)) {
    leaveWithoutHeader(column);
    return;
  }
  const auto title = table_.text(head, TextUse::Quoted);
  table_.settle(head, Fate::Header);
  const Who who{{title.value_or(""), table_.span(head)}, {}};
  std::optional<size_t> index;
  if (title)
    index = file_.profilesInRows ? collector_.competency(who, true, head.row)
                                 : collector_.profile(who, head.row);
  if (!index) {
    for (size_t row = table_.firstRow(); row < table_.rows(); ++row)
      table_.leave({row, column}, "stands in a column with a header that is not understood");
    return;
  }
  cells_.emplace_back(column, *index);
  if (group.empty()) return;
  if (file_.profilesInRows) {
    if (const auto category = collector_.category(group, table_.span(head)))
      collector_.addCategory(*index, *category);
  } else {
    const At above{*file_.groupRow - 1, groupColumn};
    if (!collector_.setFamily(*index, {group}, table_.span(above), above.row))
      table_.leave(above, contradicts);
  }
}

void SheetReader::leaveWithoutHeader(size_t column) {
  std::optional<At> first;
  for (size_t row = table_.firstRow(); row < table_.rows(); ++row) {
    if (table_.isEmpty({row, column}) || isSkipped(row)) continue;
    if (!first) first = At{row, column};
    table_.leave({row, column}, "stands in a column without a header");
  }
  if (first) diagnostics_.report(table_.span(*first), diag::SheetNoHeader);
}

void SheetReader::leaveUnused() {
  for (size_t column = 0; column < table_.width(); ++column) {
    if (taken_.contains(column) || fillDown_.contains(column)) continue;
    size_t number = 0;
    for (size_t row = table_.firstRow(); row < table_.rows(); ++row) {
      if (isSkipped(row) || table_.isEmpty({row, column})) continue;
      table_.leave({row, column}, "stands in a column that the map does not name");
      ++number;
    }
    const bool isNamed = table_.header() && !table_.isEmpty({*table_.header(), column});
    if (number == 0 && !isNamed) continue;
    const At at{table_.header().value_or(table_.firstRow()), column};
    auto report =
        diagnostics_.report(table_.span(at), diag::SheetColumnUnused, table_.columnTitle(column));
    if (number > 0)
      report.note(diag::SheetCells, fmt::format("{} cell{}", number, number == 1 ? "" : "s"));
    report.help(diag::SheetNameColumn);
  }
}

}  // namespace cadre::import::sheets
