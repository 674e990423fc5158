// All spreadsheets of a call together: takes them as they are, gives a survey of each that knows
// what the others define, and which of them lists profiles. Looks at no word for what it means.
#include "import/sheets/survey.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::import::sheets {

namespace {

std::set<std::string> cellsOf(const Survey& it, Role role) {
  std::set<std::string> cells;
  const auto found = it.columns.find(role);
  if (found != it.columns.end())
    it.each(found->second, [&](const std::string& text, Span) { cells.insert(fold(text)); });
  return cells;
}

void addTitles(const Survey& it, std::set<std::string>& into) {
  const auto found = it.columns.find(Role::Competency);
  if (found == it.columns.end()) return;
  for (size_t row = it.firstRow; row < it.table.rows.size(); ++row) {
    if (std::string title = fold(it.text(row, found->second.front())); !title.empty())
      into.insert(std::move(title));
  }
}

/// What may also stand above columns with texts for levels.
void addLevels(const Survey& it, Known& known) {
  constexpr size_t mostLevels = 20;
  std::set<std::string> cells = cellsOf(it, Role::Level);
  if (cells.size() <= mostLevels) known.sure.insert(cells.begin(), cells.end());
  for (const auto& [level, column] : it.levels) known.sure.insert(fold(level.title));
  if (it.shape == Shape::Matrix)
    it.each(it.cells, [&](const std::string& text, Span) { cells.insert(fold(text)); });
  if (cells.size() <= mostLevels) known.levels.insert(cells.begin(), cells.end());
}

/// What looks like competencies, and is what a list takes for its profiles, has the profiles.
void findProfiles(Survey& it, llvm::ArrayRef<Survey> all) {
  if (it.shape != Shape::Competencies || !it.levels.empty()) return;
  for (const Survey& list : all) {
    if (list.shape != Shape::List) continue;
    const bool byCode = list.columns.contains(Role::ProfileCode);
    const auto used = cellsOf(list, byCode ? Role::ProfileCode : Role::Profile);
    const auto own = cellsOf(it, byCode ? Role::Code : Role::Competency);
    const auto number =
        llvm::count_if(used, [&](const std::string& cell) { return own.contains(cell); });
    if (used.empty() || static_cast<size_t>(number) * 2 < used.size()) continue;
    it.shape = Shape::List;
    std::map<Role, std::vector<size_t>> columns;
    for (const auto& [role, names] : it.columns) {
      if (role == Role::Competency)
        columns[Role::Profile] = names;
      else if (role == Role::Code)
        columns[Role::ProfileCode] = names;
      else if (role == Role::About)
        columns[Role::ProfileAbout] = names;
      else if (role == Role::Category)
        columns[Role::Family] = names;
      else
        it.unused.insert(it.unused.end(), names.begin(), names.end());
    }
    it.columns = std::move(columns);
    it.doubts.clear();
    llvm::sort(it.unused);
    return;
  }
}

}  // namespace

std::vector<Survey> surveyAll(llvm::ArrayRef<GuessFile> files) {
  Known known;
  for (const GuessFile& file : files) {
    const Survey it = survey(file, {});
    if (it.shape == Shape::Competencies) addTitles(it, known.titles);
    addLevels(it, known);
  }
  std::vector<Survey> surveys;
  for (const GuessFile& file : files) surveys.push_back(survey(file, known));
  for (Survey& it : surveys) findProfiles(it, surveys);
  return surveys;
}

}  // namespace cadre::import::sheets
