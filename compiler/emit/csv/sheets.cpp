#include "emit/csv/sheets.h"

#include "emit/readable/readable.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::csv {

using namespace model;

namespace {

/// What stands in the matrix for a competency that is simply had or not.
constexpr StringRef had = "x";

void head(CsvWriter& out, ArrayRef<StringRef> names) {
  for (const StringRef name : names) out.text(name);
}

std::string joined(ArrayRef<Bullet> bullets) {
  std::string out;
  llvm::interleave(
      bullets, [&](const Bullet& bullet) { out += bullet.text.plain; }, [&] { out += '\n'; });
  return out;
}

std::string categoriesOf(const Publication& publication, const Competency& competency) {
  std::string out;
  for (const CategoryId id : competency.categories) {
    if (!publication.contains(id)) continue;
    out += (out.empty() ? "" : "; ") + readable::trailOf(publication.model(), id);
  }
  return out;
}

}  // namespace

/// Nothing for an empty text: for people, a cell is empty or it is not.
void Sheets::text(CsvWriter& out, StringRef text) {
  if (text.empty()) return out.null();
  if (out.text(text)) guarded_.add(key_);
}

void Sheets::level(CsvWriter& out, const LevelValue& value) {
  if (value.number) return out.number(*value.number);
  text(out, model_.display(value));
}

// ---- The long list

void Sheets::requirement(CsvWriter& out, const Profile& profile, const Requirement& requirement) {
  const Competency& competency = model_[requirement.competency];
  const CategoryId category = readable::firstCategory(publication_, requirement.competency);
  const bool hasFamily = publication_.contains(profile.family);
  text(out, readable::titleOf(profile));
  text(out, profile.key);
  text(out, hasFamily ? readable::trailOf(model_, profile.family) : "");
  text(out, readable::titleOf(competency));
  text(out, competency.key);
  text(out, readable::kindWords(publication_, competency));
  text(out, category ? readable::trailOf(model_, category) : "");
  level(out, requirement.level);
  text(out, requirement.level.level ? model_[requirement.level.level].name : "");
  text(out, word(requirement.importance));
  if (requirement.weight) {
    out.number(*requirement.weight);
  } else {
    out.null();
  }
  text(out, requirement.because.plain);
  out.endRow();
}

std::string Sheets::requirements() {
  CsvWriter out(form_.formulas, form_.byteOrderMark);
  head(out, {"Profile", "Profile id", "Family", "Competency", "Competency id", "Kind", "Category",
             "Level", "Level id", "Importance", "Weight", "Reason"});
  out.endRow();
  for (const ProfileId id : publication_.ids<Profile>()) {
    key_ = model_[id].key;
    for (const Requirement* each : publication_.requirements(model_[id])) {
      requirement(out, model_[id], *each);
    }
  }
  return std::move(out).take();
}

// ---- The matrix

std::string Sheets::matrix() {
  std::vector<std::vector<const Requirement*>> rows;
  std::vector<bool> isRequired(model_.tables().competencies.size());
  for (const ProfileId id : publication_.ids<Profile>()) {
    rows.push_back(publication_.requirements(model_[id]));
    for (const Requirement* each : rows.back()) isRequired[each->competency.index()] = true;
  }
  std::vector<CompetencyId> columns = publication_.ids<Competency>().vec();
  llvm::erase_if(columns, [&](CompetencyId id) { return !isRequired[id.index()]; });
  readable::sortForReading(publication_, columns);
  std::vector<size_t> places(isRequired.size());
  for (const auto [i, id] : llvm::enumerate(columns)) places[id.index()] = i;

  CsvWriter out(form_.formulas, form_.byteOrderMark);
  const StringRef fixed[] = {"Profile", "Profile id"};
  head(out, fixed);
  key_ = model_.framework().key;
  for (const std::string& title : readable::distinctTitles<Competency>(model_, columns, fixed)) {
    text(out, title);
  }
  out.endRow();
  std::vector<const Requirement*> cells;
  for (const auto [id, requirements] : llvm::zip(publication_.ids<Profile>(), rows)) {
    key_ = model_[id].key;
    cells.assign(columns.size(), nullptr);
    for (const Requirement* each : requirements) cells[places[each->competency.index()]] = each;
    text(out, readable::titleOf(model_[id]));
    text(out, key_);
    for (const Requirement* cell : cells) {
      if (!cell) {
        out.null();
      } else if (cell->level.isNone()) {
        out.text(had);
      } else {
        level(out, cell->level);
      }
    }
    out.endRow();
  }
  return std::move(out).take();
}

// ---- The competencies

std::string Sheets::competencies() {
  CsvWriter out(form_.formulas, form_.byteOrderMark);
  const StringRef fixed[] = {"Competency", "Competency id", "Code",  "Kind",      "Category",
                             "About",      "Status",        "Scale", "Indicators"};
  const auto columns = readable::levelColumns(publication_, fixed);
  head(out, fixed);
  key_ = model_.framework().key;
  for (const readable::LevelColumn& column : columns) text(out, column.title);
  out.endRow();
  for (const CompetencyId id : publication_.ids<Competency>()) {
    const Competency& competency = model_[id];
    const bool hasScale = publication_.contains(competency.scale);
    key_ = competency.key;
    text(out, readable::titleOf(competency));
    text(out, competency.key);
    text(out, competency.code);
    text(out, readable::kindWords(publication_, competency));
    text(out, categoriesOf(publication_, competency));
    text(out, competency.about.plain);
    text(out, word(competency.status));
    text(out, hasScale ? readable::titleOf(model_[competency.scale]) : "");
    text(out, joined(competency.rubric.indicators));
    for (const readable::LevelColumn& column : columns) {
      const bool isOwn = hasScale && column.scale == competency.scale;
      const CompetencyLevel* level = isOwn ? model_.findLevel(competency, column.level) : nullptr;
      text(out, level ? joined(level->rubric.indicators) : "");
    }
    out.endRow();
  }
  return std::move(out).take();
}

}  // namespace cadre::emit::csv
