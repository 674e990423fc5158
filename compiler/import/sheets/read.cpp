// All spreadsheets of a call: takes them with their map, gives what they say together, those that
// define things before those that use them. Judges no cell.
#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"
#include "import/sheets/reader.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::import::sheets {

using foreign::parseNumber;

void SheetReader::read() {
  findColumns();
  if (diagnostics_.hasErrors()) return;
  if (file_.shape == Shape::Matrix)
    findCells();
  else
    leaveUnused();
  for (size_t row = table_.firstRow(); row < table_.rows(); ++row) {
    if (isSkipped(row)) continue;
    fillDown(row);
    if (!table_.hasOpen(row)) continue;
    if (isGroupRow(row)) continue;
    readRow(row);
    grouper_.take(diagnostics_);
  }
  reportUnusedRows();
  if (file_.groupRow && *file_.groupRow <= table_.rows()) {
    for (size_t column = 0; column < table_.width(); ++column)
      table_.skip({*file_.groupRow - 1, column}, "above the header");
  }
  table_.finish(data_);
  data_.percentWeights += percent_.size();
}

void SheetReader::readRow(size_t row) {
  switch (file_.shape) {
    case Shape::Competencies: readCompetency(row); break;
    case Shape::Matrix: file_.profilesInRows ? readProfileRow(row) : readCompetencyRow(row); break;
    case Shape::List: readListRow(row); break;
  }
}

namespace {

size_t passOf(const FileMap& file) {
  if (file.shape == Shape::Competencies) return 0;
  const bool usesCompetencies = file.shape == Shape::Matrix ||
                                file.columns.contains(Role::Competency) ||
                                file.columns.contains(Role::Code);
  return usesCompetencies ? 2 : 1;
}

/// A competency that describes some levels offers those alone: what is required beyond them is
/// offered too, without a text.
void offerWhatIsRequired(const Map& map, Data& data, Diagnostics& diagnostics) {
  if (map.scale.levels.empty()) return;
  for (const Profile& profile : data.profiles) {
    for (const Requirement& it : profile.requirements) {
      Competency& competency = data.competencies[it.competency];
      if (competency.levels.empty() || it.level.empty()) continue;
      if (llvm::any_of(competency.levels,
                       [&](const LevelTexts& level) { return level.level == it.level; }))
        continue;
      competency.levels.push_back({it.level, {}});
      const auto info = llvm::find_if(
          map.scale.levels, [&](const LevelInfo& level) { return level.name == it.level; });
      diagnostics.report(it.span, diag::SheetLevelWithoutText, info->title, competency.title.text);
    }
  }
}

void reportUnusedWords(const Map& map, Diagnostics& diagnostics) {
  for (const auto& [word, meaning] : map.values) {
    if (!meaning.isSaid) diagnostics.report(meaning.span, diag::SheetWordUnused, word);
  }
}

void sortLevels(const Map& map, Data& data) {
  const auto rank = [&](const LevelTexts& level) {
    if (map.scale.isNumeric()) return parseNumber(level.level).value_or(0);
    const auto found = llvm::find_if(map.scale.levels,
                                     [&](const LevelInfo& it) { return it.name == level.level; });
    return static_cast<double>(found - map.scale.levels.begin());
  };
  for (Competency& it : data.competencies) {
    llvm::stable_sort(it.levels, [&](const auto& x, const auto& y) { return rank(x) < rank(y); });
  }
}

}  // namespace

Data readSheets(const Map& map, llvm::ArrayRef<SheetFile> files, Diagnostics& diagnostics) {
  Data data;
  Diagnostics found;
  Grouper grouper(diagnostics);
  const bool defines =
      llvm::any_of(map.files, [](const FileMap& it) { return it.shape == Shape::Competencies; });
  Collector collector(map, data, found, defines);
  // What defines competencies and profiles comes before what uses them, wherever it stands in the
  // call.
  for (size_t pass = 0; pass < 3; ++pass) {
    for (const SheetFile& file : files) {
      const auto it =
          llvm::find_if(map.files, [&](const FileMap& it) { return it.name == file.name; });
      if (it == map.files.end() || passOf(*it) != pass) continue;
      SheetReader(map, *it, file, data, collector, found, grouper).read();
    }
  }
  if (!found.hasErrors()) {
    offerWhatIsRequired(map, data, found);
    reportUnusedWords(map, found);
  }
  sortLevels(map, data);
  grouper.take(found);
  grouper.finish();
  return data;
}

}  // namespace cadre::import::sheets
