// The shape of a table: takes the roles of its columns, gives the one of the three that they make,
// and mends or drops the roles that have no use in it. Reads no header anew.
#include "import/sheets/surveyor.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <algorithm>

namespace cadre::import::sheets {

namespace {

size_t roleWordsIn(const std::string& text) {
  return anyWord(fold(text), [](StringRef word) { return isRoleWord(word.trim("/(),")); }) ? 1 : 0;
}

}  // namespace

void Surveyor::findShape() {
  findTitleColumn();
  leaveLegends();
  std::vector<size_t> rest;
  for (size_t column = 0; column < width(); ++column) {
    if (isTaken(column) || out_.isLevel(column) || out_.head(column).empty()) continue;
    if (facts_[column].filled == 0 || holdsValues(column)) rest.push_back(column);
  }
  const std::vector<size_t> odd = findOddCells();
  rest.insert(rest.end(), odd.begin(), odd.end());
  llvm::sort(rest);
  rest.erase(std::unique(rest.begin(), rest.end()), rest.end());
  const bool hasCells = holdCells(rest);
  if (has(Role::Profile) && has(Role::Competency)) {
    out_.shape = Shape::List;
  } else if (has(Role::Profile) && !hasCells) {
    out_.shape = Shape::List;
  } else if ((has(Role::ProfileCode) && has(Role::Code)) && isTitleGuessed_) {
    out_.columns.erase(Role::Competency);
    out_.shape = Shape::List;
  } else if (out_.levels.empty() && hasCells && !isLongForm()) {
    out_.shape = Shape::Matrix;
    out_.cells = rest;
    doubtOddCells(odd);
    findOrientation();
  } else {
    out_.shape = Shape::Competencies;
  }
  fitRoles();
}

void Surveyor::leaveLegends() {
  for (size_t column = 0; column < width(); ++column) {
    const std::string head = out_.head(column);
    if (isTaken(column) || out_.isLevel(column) || !isLegendLine(head)) continue;
    doubt(fmt::format("that column `{}` is a legend, and no part of the table", head),
          out_.span(*out_.header, column));
    out_.skipColumns.push_back(column);
  }
}

void Surveyor::findTitleColumn() {
  if (has(Role::Competency) || has(Role::Profile)) return;
  for (size_t column = 0; column < width(); ++column) {
    if (isTaken(column) || facts_[column].filled == 0 || facts_[column].valueShare() > 0.3)
      continue;
    if (out_.isLevel(column)) continue;
    title_ = column;
    out_.columns[Role::Competency] = {column};
    isTitleGuessed_ = true;
    return;
  }
  doubt("which column has the titles", out_.span(out_.header.value_or(0), 0));
  if (width() == 0) return;
  // A map names one, whatever else that column may be.
  size_t column = 0;
  while (column + 1 < width() &&
         (llvm::is_contained(out_.skipColumns, column) || facts_[column].filled == 0))
    ++column;
  if (llvm::is_contained(out_.skipColumns, column) || facts_[column].filled == 0) column = 0;
  std::erase(out_.skipColumns, column);
  llvm::erase_if(out_.levels, [&](const auto& it) { return it.second == column; });
  dropRoles(column);
  title_ = column;
  out_.columns[Role::Competency] = {column};
}

bool Surveyor::holdsValues(size_t column) const {
  const ColumnFacts& facts = facts_[column];
  return facts.valueShare() >= 0.6 ||
         llvm::all_of(facts.distinct, [&](const auto& it) { return known_.sure.contains(it); });
}

std::vector<size_t> Surveyor::findOddCells() const {
  constexpr size_t mostWords = 8;
  constexpr double longest = 24;
  // In how many columns each text stands.
  llvm::StringMap<size_t> columns;
  std::vector<size_t> candidates;
  for (size_t column = 0; column < width(); ++column) {
    const ColumnFacts& facts = facts_[column];
    if (isTaken(column) || out_.isLevel(column) || out_.head(column).empty() || facts.filled == 0 ||
        facts.distinct.size() > mostWords || facts.meanLength() > longest)
      continue;
    candidates.push_back(column);
    for (const std::string& text : facts.distinct) ++columns[text];
  }
  std::vector<size_t> found;
  std::set<std::string> words;
  size_t filled = 0;
  for (const size_t column : candidates) {
    const auto& distinct = facts_[column].distinct;
    const auto shared = static_cast<size_t>(
        llvm::count_if(distinct, [&](const auto& it) { return columns.lookup(it) > 1; }));
    if (shared * 2 < distinct.size() || shared == 0) continue;
    found.push_back(column);
    words.insert(distinct.begin(), distinct.end());
    filled += facts_[column].filled;
  }
  const bool recur = found.size() >= 2 && words.size() <= mostWords && filled >= words.size() * 2;
  return recur ? found : std::vector<size_t>{};
}

void Surveyor::doubtOddCells(llvm::ArrayRef<size_t> odd) {
  std::vector<std::string> heads;
  for (const size_t column : odd) {
    if (!holdsValues(column)) heads.push_back(fmt::format("`{}`", shownHead(column)));
  }
  if (heads.empty()) return;
  out_.hasOddCells = true;
  doubt(fmt::format("that the words in column{} {} say what is required",
                    heads.size() == 1 ? "" : "s", fmt::join(heads, ", ")),
        out_.span(*out_.header, odd.front()));
}

bool Surveyor::holdCells(llvm::ArrayRef<size_t> columns) const {
  constexpr size_t mostWords = 16;
  std::set<std::string> words;
  size_t filled = 0;
  for (const size_t column : columns) {
    words.insert(facts_[column].distinct.begin(), facts_[column].distinct.end());
    filled += facts_[column].filled > 0 ? 1 : 0;
  }
  const bool isPlain = has(Role::Competency) && !isTitleGuessed_;
  return filled >= (isPlain || has(Role::Profile) ? 1 : 2) && words.size() <= mostWords &&
         filled * 2 >= columns.size();
}

void Surveyor::findOrientation() {
  if (out_.cells.size() == 1)
    doubt(fmt::format("that column `{}` is a profile", out_.head(out_.cells.front())),
          out_.span(*out_.header, out_.cells.front()));
  if (has(Role::Profile)) {
    out_.profilesInRows = true;
    return;
  }
  if (!isTitleGuessed_) return;
  size_t headsKnown = 0;
  size_t headsRoles = 0;
  for (const size_t column : out_.cells) {
    headsKnown += known_.titles.contains(fold(out_.head(column))) ? 1 : 0;
    headsRoles += roleWordsIn(out_.head(column));
  }
  size_t titlesKnown = 0;
  size_t titlesRoles = 0;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    const std::string text = out_.text(row, title_);
    titlesKnown += known_.titles.contains(fold(text)) ? 1 : 0;
    titlesRoles += roleWordsIn(text);
  }
  const size_t columns = headsRoles * 2 + titlesKnown * 3;
  const size_t inRows = titlesRoles * 2 + headsKnown * 3;
  out_.profilesInRows = inRows > columns;
  if (out_.profilesInRows) {
    out_.columns[Role::Profile] = out_.columns[Role::Competency];
    out_.columns.erase(Role::Competency);
  }
  if (inRows == columns || (headsKnown == 0 && titlesKnown == 0 && std::min(inRows, columns) > 0))
    doubt("whether the profiles stand in the columns or in the rows",
          out_.span(out_.header.value_or(0), title_));
}

void Surveyor::fitRoles() {
  const auto drop = [&](std::initializer_list<Role> roles) {
    for (const Role role : roles) out_.columns.erase(role);
  };
  const bool isMatrix = out_.shape == Shape::Matrix;
  if (isMatrix && out_.profilesInRows) {
    swap(Role::Code, Role::ProfileCode);
    swap(Role::About, Role::ProfileAbout);
    swap(Role::Category, Role::Family);
    drop({Role::Code, Role::About, Role::Category, Role::Kind, Role::Keywords, Role::Indicators,
          Role::Level, Role::Importance, Role::Weight, Role::Because, Role::Competency});
  } else if (isMatrix) {
    swap(Role::Family, Role::Category);
    drop({Role::Family, Role::Profile, Role::ProfileCode, Role::ProfileAbout, Role::Indicators,
          Role::Level, Role::Because});
  } else if (out_.shape == Shape::Competencies) {
    swap(Role::Family, Role::Category);
    drop({Role::Family, Role::Profile, Role::ProfileCode, Role::ProfileAbout, Role::Importance,
          Role::Weight, Role::Because});
    if (isTitleGuessed_) {
      doubt(fmt::format("that column `{}` has the titles of the competencies", shownHead(title_)),
            out_.span(out_.header.value_or(0), title_));
    }
    describeLongForm();
  } else {
    drop({Role::Indicators});
  }
  // A code beside profiles alone is theirs.
  if (out_.shape == Shape::List && has(Role::Profile) && !has(Role::Competency))
    swap(Role::Code, Role::ProfileCode);
  if (out_.shape == Shape::List && !has(Role::Competency) && !has(Role::Code)) fitProfileList();
  dropLooseCode(Role::Competency, Role::Code);
  dropLooseCode(Role::Profile, Role::ProfileCode);
}

void Surveyor::fitProfileList() {
  swap(Role::About, Role::ProfileAbout);
  swap(Role::Category, Role::Family);
  for (const Role role : {Role::About, Role::Category, Role::Kind, Role::Keywords, Role::Level,
                          Role::Importance, Role::Weight, Role::Because})
    out_.columns.erase(role);
}

void Surveyor::swap(Role from, Role to) {
  if (!has(from) || has(to)) return;
  out_.columns[to] = out_.columns[from];
  out_.columns.erase(from);
}

void Surveyor::describeLongForm() {
  if (!has(Role::Competency) || !has(Role::Level) || has(Role::Indicators) || !has(Role::About))
    return;
  std::map<std::string, std::set<std::string>> texts;
  std::string title;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    if (const std::string here = fold(out_.text(row, columnOf(Role::Competency))); !here.empty())
      title = here;
    const std::string about = out_.text(row, columnOf(Role::About));
    if (!about.empty()) texts[title].insert(about);
  }
  if (llvm::any_of(texts, [](const auto& it) { return it.second.size() > 1; }))
    swap(Role::About, Role::Indicators);
}

void Surveyor::dropLooseCode(Role title, Role code) {
  if (!has(title) || !has(code)) return;
  const std::string head = fold(out_.head(columnOf(code)));
  if (const HeaderWord* word = findHeaderWord(StringRef(head).split(' ').first);
      word && (word->role == Role::Competency || word->role == Role::Profile))
    return;
  std::map<std::string, std::set<std::string>> codes;
  std::map<std::string, std::set<std::string>> titles;
  size_t coded = 0;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    const std::string it = out_.text(row, columnOf(code));
    const std::string name = fold(out_.text(row, columnOf(title)));
    if (it.empty() || name.empty()) continue;
    ++coded;
    codes[name].insert(it);
    titles[it].insert(name);
  }
  const auto several = [](const auto& it) { return it.second.size() > 1; };
  const bool isCount = titles.size() == coded || llvm::any_of(titles, several);
  if (isCount && llvm::any_of(codes, several) && out_.shape == Shape::List)
    out_.columns.erase(code);
}

}  // namespace cadre::import::sheets
