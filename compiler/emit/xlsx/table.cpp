#include "emit/xlsx/table.h"

#include <algorithm>

namespace cadre::emit::xlsx {

Table::Table(Workbook& workbook, StringRef name, Naming naming, std::vector<Column> columns)
    : workbook_(workbook), name_(name), columns_(std::move(columns)) {
  begin(naming == Naming::Fixed ? workbook_.addFixed(name_) : workbook_.add(name_));
}

void Table::begin(Sheet first) {
  sheets_.push_back(std::move(first));
  Sheet& sheet = sheets_.back();
  for (uint32_t i = 0; i < columns_.size() && isThere(i); ++i) {
    sheet.write(0, i, columns_[i].title, looks::head);
    sheet.width(i, columns_[i].width);
  }
  sheet.freeze(1, 1);
  row_ = 0;
}

void Table::finishSheet() {
  const auto columns = static_cast<uint32_t>(columns_.size());
  sheets_.back().finishTable(row_, std::min(columns, workbook_.limits().columns) - 1);
}

void Table::row(StringRef key) {
  if (row_ + 1 == workbook_.limits().rows) {
    finishSheet();
    begin(workbook_.add(name_));
  }
  workbook_.setKey(key);
  ++row_;
  column_ = 0;
}

void Table::text(StringRef text, Look look) {
  const uint32_t column = column_++;
  if (text.empty()) return;
  if (!isThere(column)) return workbook_.noteBeyond();
  sheets_.back().write(row_, column, text, look);
}

void Table::number(double number, Look look) {
  const uint32_t column = column_++;
  if (!isThere(column)) return workbook_.noteBeyond();
  sheets_.back().write(row_, column, number, look);
}

void Table::note(StringRef text) {
  if (!text.empty() && isThere(column_ - 1)) sheets_.back().note(row_, column_ - 1, text);
}

std::vector<std::string> Table::finish() {
  finishSheet();
  std::vector<std::string> names;
  for (const Sheet& sheet : sheets_) names.push_back(sheet.name());
  return names;
}

}  // namespace cadre::emit::xlsx
