// The rows of a spreadsheet: says which of them count and where the value for a column stands, be
// it in a merged cell above. Gives texts; never says what they mean.
#include "diag/kinds/import.h"
#include "import/sheets/reader.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::TextUse;

std::string SheetReader::firstCell(size_t row) const {
  size_t column = 0;
  while (column < table_.width() && table_.isEmpty({row, column})) ++column;
  return column < table_.width() ? fold(table_.cell({row, column})) : "";
}

void SheetReader::reportUnusedRows() {
  std::set<std::string> wanted;
  for (const RowName& name : file_.skipRowsCalled) wanted.insert(name.text);
  for (size_t row = 0; row < table_.rows() && !wanted.empty(); ++row) wanted.erase(firstCell(row));
  for (const RowName& name : file_.skipRowsCalled) {
    if (wanted.contains(name.text))
      diagnostics_.report(name.span, diag::MapNoRow, file_.name, table_.rows(),
                          fmt::format("that begins with `{}`", name.text));
  }
}

bool SheetReader::isSkipped(size_t row) {
  bool skipped = llvm::is_contained(file_.skipRows, static_cast<uint32_t>(row + 1));
  if (!skipped && !file_.skipRowsCalled.empty()) {
    const std::string first = firstCell(row);
    skipped = !first.empty() && llvm::any_of(file_.skipRowsCalled, [&](const RowName& name) {
      return name.text == first;
    });
  }
  if (!skipped) return false;
  for (size_t column = 0; column < table_.width(); ++column)
    table_.skip({row, column}, "in rows that the map skips");
  return true;
}

void SheetReader::fillDown(size_t row) {
  for (const size_t column : fillDown_) {
    if (table_.isEmpty({row, column})) continue;
    filled_.erase(filled_.upper_bound(column), filled_.end());
    filled_[column] = row;
  }
}

At SheetReader::place(size_t row, size_t column) const {
  if (!table_.isEmpty({row, column}) || !fillDown_.contains(column)) return {row, column};
  const auto found = filled_.find(column);
  return found == filled_.end() ? At{row, column} : At{found->second, column};
}

bool SheetReader::isGroupRow(size_t row) {
  if (!file_.groupRows) return false;
  const Role role =
      file_.shape == Shape::Matrix && file_.profilesInRows ? Role::Profile : Role::Competency;
  const auto found = columns_.find(role);
  if (found == columns_.end()) return false;
  const size_t title = found->second.front();
  for (size_t column = 0; column < table_.width(); ++column) {
    const Fate fate = table_.fate({row, column});
    if (table_.isEmpty({row, column}) == (column == title) && fate == Fate::Open) return false;
  }
  const auto text = table_.text({row, title}, TextUse::Quoted);
  if (text) group_ = *text;
  return true;
}

std::optional<At> SheetReader::find(Role role, size_t row) const {
  const auto found = columns_.find(role);
  if (found == columns_.end()) return {};
  const At at = place(row, found->second.front());
  return table_.isEmpty(at) ? std::nullopt : std::optional(at);
}

Said SheetReader::text(Role role, size_t row, bool keepLines) {
  if (const auto at = find(role, row)) {
    return {table_.text(*at, TextUse::Quoted, keepLines).value_or(""), table_.span(*at)};
  }
  const auto fixed = file_.fixed.find(role);
  return fixed == file_.fixed.end() ? Said{} : Said{fixed->second, {}};
}

Who SheetReader::who(Role title, Role code, size_t row) {
  return {text(title, row), text(code, row)};
}

bool SheetReader::names(const Who& who, StringRef what, size_t row) {
  if (!who.title.text.empty() || !who.code.text.empty()) return true;
  if (isOnlyFilled(row)) return false;
  Span where;
  for (size_t column = 0; column < table_.width(); ++column) {
    if (!table_.isEmpty({row, column})) where = where.to(table_.span({row, column}));
  }
  diagnostics_.report(where, diag::SheetNoTitle, row + 1, what);
  table_.leaveRow(row, fmt::format("stands in a row that names no {}", what.str()));
  return false;
}

bool SheetReader::isOnlyFilled(size_t row) const {
  for (size_t column = 0; column < table_.width(); ++column) {
    if (table_.fate({row, column}) == Fate::Open && !table_.isEmpty({row, column}) &&
        !fillDown_.contains(column))
      return false;
  }
  return true;
}

void SheetReader::set(Role role, Said& field, StringRef what, const std::string& whose,
                      size_t row) {
  const Said said = text(role, row, role == Role::About || role == Role::ProfileAbout);
  if (said.text.empty()) return;
  if (collector_.set(field, said, what, whose, row) == Collector::Set::Differs) {
    if (const auto at = find(role, row)) table_.leave(*at, contradicts);
  }
}

std::vector<std::string> SheetReader::path(Role role, size_t row, bool withGroup, bool keepsLast) {
  std::vector<std::string> out;
  if (withGroup && !group_.empty()) out.push_back(group_);
  if (const auto fixed = file_.fixed.find(role); fixed != file_.fixed.end())
    out.push_back(fixed->second);
  const auto found = columns_.find(role);
  if (found == columns_.end()) return out;
  for (const size_t column : found->second) {
    const At at = place(row, column);
    if (table_.isEmpty(at)) continue;
    std::string text = table_.text(at, TextUse::Quoted).value_or("");
    if (keepsLast && column == found->second.back())
      out.push_back(std::move(text));
    else
      addTrail(text, out);
  }
  return out;
}

void SheetReader::addTrail(StringRef text, std::vector<std::string>& into) {
  llvm::SmallVector<StringRef> titles;
  text.split(titles, " › ", -1, false);
  for (const StringRef title : titles) into.push_back(oneLine(title));
}

std::vector<std::string> SheetReader::separators(Role role,
                                                 std::vector<std::string> otherwise) const {
  const auto found = file_.split.find(role);
  return found == file_.split.end() ? std::move(otherwise) : found->second;
}

}  // namespace cadre::import::sheets
