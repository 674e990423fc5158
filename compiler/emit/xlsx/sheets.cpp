#include "emit/xlsx/sheets.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::emit::xlsx {

namespace {

constexpr double titleWidth = 30;
constexpr double idWidth = 24;
constexpr double textWidth = 48;
constexpr double levelWidth = 15;
/// What stands for a competency that is simply had or not.
constexpr StringRef had = "✓";

std::string lines(ArrayRef<Bullet> bullets) {
  std::string out;
  llvm::interleave(
      bullets, [&](const Bullet& bullet) { out += "• " + bullet.text.plain.str(); },
      [&] { out += '\n'; });
  return out;
}

void append(std::string& out, StringRef text, StringRef separator) {
  if (!out.empty()) out += separator;
  out += text;
}

}  // namespace

Sheets::Sheets(const Publication& publication, Workbook& workbook)
    : publication_(publication),
      model_(publication.model()),
      workbook_(workbook),
      about_(workbook.addFixed("About")) {}

void Sheets::list(Table& table, const std::string& holds) {
  for (std::string& name : table.finish()) listed_.push_back({std::move(name), holds});
}

// ---- Cells

void Sheets::level(Table& table, const Requirement& requirement, Importance said) {
  const Competency& competency = model_[requirement.competency];
  const LevelValue& value = requirement.level;
  const Look look = levelLook(readable::placeOf(model_, competency, value), said);
  if (value.number) return table.number(*value.number, look);
  std::string shown = value.isNone() ? had.str() : model_.display(value);
  if (said != Importance::Essential) shown += " (" + word(said).str() + ")";
  table.text(shown, look);
}

void Sheets::statements(Table& table, ArrayRef<StatementUse> uses, StatementSort sort) {
  std::string out;
  for (const StatementUse& use : uses) {
    if (use.sort != sort || (use.shared && !publication_.contains(use.shared))) continue;
    const Text& text = use.shared ? model_[use.shared].text : use.bullet.text;
    append(out, "• " + text.plain.str(), "\n");
  }
  table.text(out);
}

void Sheets::credentials(Table& table, ArrayRef<CredentialUse> uses) {
  std::string out;
  for (const CredentialUse& use : uses) {
    if (!publication_.contains(use.credential)) continue;
    const std::string title = readable::titleOf(model_[use.credential]).str();
    append(out, title + " (" + word(use.importance).str() + ")", "\n");
  }
  table.text(out);
}

void Sheets::keywordsAndMatches(Table& table, const Declaration& declaration) {
  table.text(llvm::join(declaration.keywords, ", "));
  std::string out;
  for (const Match& match : declaration.matches) {
    append(out, word(match.relation).str() + " " + match.scheme.str() + " " + match.target.str(),
           "\n");
  }
  table.text(out);
}

std::string Sheets::categoriesOf(const Competency& competency) const {
  std::string out;
  for (const CategoryId id : competency.categories) {
    if (publication_.contains(id)) append(out, readable::trailOf(model_, id), "; ");
  }
  return out;
}

// ---- A matrix for each family

void Sheets::addMatrices() {
  for (const readable::Chapter& chapter : readable::chapters(publication_)) {
    const StringRef name =
        chapter.family ? readable::titleOf(model_[chapter.family]) : "Without a family";
    constexpr uint32_t fixed = 3;
    const size_t most = std::max<size_t>(workbook_.limits().columns, fixed + 1) - fixed;
    for (size_t at = 0; at < chapter.profiles.size(); at += most) {
      const size_t count = std::min(most, chapter.profiles.size() - at);
      addMatrix(name, ArrayRef(chapter.profiles).slice(at, count));
    }
  }
}

void Sheets::addMatrix(StringRef name, ArrayRef<ProfileId> profiles) {
  std::vector<Column> columns = {
      {"Competency", titleWidth}, {"Category", titleWidth}, {"Kind", 14}};
  std::vector<CompetencyId> rows;
  std::vector<llvm::SmallVector<const Requirement*, 0>> cells(model_.tables().competencies.size());
  const std::vector<StringRef> taken = {"Competency", "Category", "Kind"};
  const auto titles = readable::distinctTitles<Profile>(model_, profiles, taken);
  for (const auto [i, id] : llvm::enumerate(profiles)) {
    columns.push_back({titles[i], levelWidth});
    for (const Requirement* requirement : publication_.requirements(model_[id])) {
      auto& row = cells[requirement->competency.index()];
      if (row.empty()) {
        row.resize(profiles.size());
        rows.push_back(requirement->competency);
      }
      row[i] = requirement;
    }
  }
  readable::sortForReading(publication_, rows);
  Table table(workbook_, name, Naming::Free, std::move(columns));
  const auto names = readable::distinctTitles<Competency>(model_, rows, {});
  for (const auto [i, id] : llvm::enumerate(rows)) {
    const Competency& competency = model_[id];
    const CategoryId category = readable::firstCategory(publication_, id);
    table.row(competency.key);
    table.text(names[i]);
    table.text(category ? readable::trailOf(model_, category) : "");
    table.text(readable::kindWords(publication_, competency));
    for (const Requirement* requirement : cells[id.index()]) {
      if (!requirement) {
        table.skip();
        continue;
      }
      level(table, *requirement, requirement->importance);
      table.note(requirement->because.plain);
    }
  }
  list(table, "who needs what: competencies and the level that each profile requires");
}

// ---- Profiles

std::vector<AttributeId> Sheets::profileAttributes() const {
  std::vector<bool> isUsed(model_.tables().attributes.size());
  for (const ProfileId id : publication_.ids<Profile>()) {
    for (const AttributeValue& value : model_[id].attributes) {
      if (publication_.contains(value.attribute)) isUsed[value.attribute.index()] = true;
    }
  }
  std::vector<AttributeId> out = publication_.ids<Attribute>().vec();
  llvm::erase_if(out, [&](AttributeId id) { return !isUsed[id.index()]; });
  return out;
}

std::string Sheets::leadsTo(ProfileId id) const {
  std::string out;
  for (const PathId path : publication_.ids<Path>()) {
    std::vector<ProfileId> next;
    for (const ArrayRef<ProfileId> chain : model_[path].chains) {
      for (size_t i = 1; i < chain.size(); ++i) {
        const bool isStep = chain[i - 1] == id && publication_.contains(chain[i]);
        if (isStep && !llvm::is_contained(next, chain[i])) next.push_back(chain[i]);
      }
    }
    for (const ProfileId each : next) {
      append(out,
             readable::titleOf(model_[each]).str() + " (" + readable::titleOf(model_[path]).str() +
                 ")",
             "\n");
    }
  }
  return out;
}

void Sheets::profile(Table& table, ProfileId id, ArrayRef<AttributeId> attributes) {
  const Profile& profile = model_[id];
  const bool hasFamily = publication_.contains(profile.family);
  table.row(profile.key);
  table.text(readable::titleOf(profile));
  table.text(profile.key);
  table.text(profile.code);
  table.text(hasFamily ? readable::trailOf(model_, profile.family) : "");
  table.text(word(profile.status));
  text(table, profile.about);
  table.number(static_cast<double>(publication_.requirements(profile).size()));
  std::string bases;
  for (const ProfileId base : profile.bases) {
    if (publication_.mayName(base)) append(bases, readable::titleOf(model_[base]), "\n");
  }
  table.text(bases);
  table.text(leadsTo(id));
  for (const StatementSort sort : {StatementSort::Task, StatementSort::Knowledge,
                                   StatementSort::Skill, StatementSort::Ability}) {
    statements(table, profile.statements, sort);
  }
  credentials(table, profile.credentials);
  keywordsAndMatches(table, profile);
  for (const AttributeId attribute : attributes) {
    const auto* found = llvm::find_if(profile.attributes, [&](const AttributeValue& value) {
      return value.attribute == attribute;
    });
    if (found == profile.attributes.end()) {
      table.skip();
    } else if (model_[attribute].type == AttributeType::Number) {
      table.number(found->number);
    } else {
      table.text(readable::attributeWords(model_[attribute], *found));
    }
  }
}

void Sheets::addProfiles() {
  if (publication_.ids<Profile>().empty()) return;
  std::vector<Column> columns = {{"Profile", titleWidth},
                                 {"Profile id", idWidth},
                                 {"Code", 12},
                                 {"Family", titleWidth},
                                 {"Status", 11},
                                 {"About", textWidth},
                                 {"Requirements", 14},
                                 {"Builds on", titleWidth},
                                 {"Leads to", titleWidth},
                                 {"Tasks", textWidth},
                                 {"Knowledge", textWidth},
                                 {"Skills", textWidth},
                                 {"Abilities", textWidth},
                                 {"Credentials", titleWidth},
                                 {"Keywords", titleWidth},
                                 {"In other schemes", titleWidth}};
  std::vector<StringRef> taken;
  for (const Column& column : columns) taken.push_back(column.title);
  const std::vector<AttributeId> attributes = profileAttributes();
  for (const std::string& title : readable::distinctTitles<Attribute>(model_, attributes, taken)) {
    columns.push_back({title, levelWidth});
  }
  Table table(workbook_, "Profiles", Naming::Fixed, std::move(columns));
  for (const ProfileId id : publication_.ids<Profile>()) profile(table, id, attributes);
  list(table, "every profile with what belongs to it");
}

// ---- Competencies

void Sheets::competency(Table& table, CompetencyId id, ArrayRef<readable::LevelColumn> columns) {
  const Competency& competency = model_[id];
  const bool hasScale = publication_.contains(competency.scale);
  table.row(competency.key);
  table.text(readable::titleOf(competency));
  table.text(competency.key);
  table.text(competency.code);
  table.text(readable::kindWords(publication_, competency));
  table.text(categoriesOf(competency));
  std::string whole;
  for (const CompetencyId umbrella : competency.partOf) {
    if (publication_.contains(umbrella)) append(whole, readable::titleOf(model_[umbrella]), "\n");
  }
  table.text(whole);
  table.text(word(competency.status));
  text(table, competency.about);
  for (const StatementSort sort : {StatementSort::Knowledge, StatementSort::Skill,
                                   StatementSort::Ability, StatementSort::Task}) {
    statements(table, competency.statements, sort);
  }
  credentials(table, competency.credentials);
  keywordsAndMatches(table, competency);
  table.text(hasScale ? readable::titleOf(model_[competency.scale]) : "");
  table.text(lines(competency.rubric.indicators));
  for (const readable::LevelColumn& column : columns) {
    const bool isOwn = hasScale && column.scale == competency.scale;
    const CompetencyLevel* level = isOwn ? model_.findLevel(competency, column.level) : nullptr;
    table.text(level ? lines(level->rubric.indicators) : "");
  }
}

void Sheets::addCompetencies() {
  if (publication_.ids<Competency>().empty()) return;
  std::vector<Column> columns = {{"Competency", titleWidth},
                                 {"Competency id", idWidth},
                                 {"Code", 12},
                                 {"Kind", 14},
                                 {"Category", titleWidth},
                                 {"Part of", titleWidth},
                                 {"Status", 11},
                                 {"About", textWidth},
                                 {"Knowledge", textWidth},
                                 {"Skills", textWidth},
                                 {"Abilities", textWidth},
                                 {"Tasks", textWidth},
                                 {"Credentials", titleWidth},
                                 {"Keywords", titleWidth},
                                 {"In other schemes", titleWidth},
                                 {"Scale", levelWidth},
                                 {"Indicators", textWidth}};
  std::vector<StringRef> taken;
  for (const Column& column : columns) taken.push_back(column.title);
  const auto levels = readable::levelColumns(publication_, taken);
  for (const readable::LevelColumn& level : levels) columns.push_back({level.title, textWidth});
  Table table(workbook_, "Competencies", Naming::Fixed, std::move(columns));
  for (const CompetencyId id : publication_.ids<Competency>()) competency(table, id, levels);
  list(table, "every competency, with what each level asks for");
}

// ---- The long list

void Sheets::requirement(Table& table, const Profile& profile, const Requirement& requirement) {
  const Competency& competency = model_[requirement.competency];
  const bool hasFamily = publication_.contains(profile.family);
  const CategoryId category = readable::firstCategory(publication_, requirement.competency);
  table.row(profile.key);
  table.text(readable::titleOf(profile));
  table.text(profile.key);
  table.text(hasFamily ? readable::trailOf(model_, profile.family) : "");
  table.text(readable::titleOf(competency));
  table.text(competency.key);
  table.text(readable::kindWords(publication_, competency));
  table.text(category ? readable::trailOf(model_, category) : "");
  // Who counts or filters by level finds each in one form: importance has a column of its own.
  level(table, requirement, Importance::Essential);
  table.text(word(requirement.importance));
  if (requirement.weight) {
    table.number(*requirement.weight);
  } else {
    table.skip();
  }
  text(table, requirement.because);
  std::string origins;
  for (const Origin& origin : requirement.origins) {
    append(origins, readable::originWords(model_, origin), "\n");
  }
  table.text(origins);
}

void Sheets::addRequirements() {
  if (publication_.ids<Profile>().empty()) return;
  Table table(workbook_, "Requirements", Naming::Fixed,
              {{"Profile", titleWidth},
               {"Profile id", idWidth},
               {"Family", titleWidth},
               {"Competency", titleWidth},
               {"Competency id", idWidth},
               {"Kind", 14},
               {"Category", titleWidth},
               {"Level", levelWidth},
               {"Importance", 12},
               {"Weight", 9},
               {"Reason", textWidth},
               {"Comes from", titleWidth}});
  for (const ProfileId id : publication_.ids<Profile>()) {
    for (const Requirement* each : publication_.requirements(model_[id])) {
      requirement(table, model_[id], *each);
    }
  }
  list(table, "every requirement on a line of its own, to filter and count");
}

}  // namespace cadre::emit::xlsx
