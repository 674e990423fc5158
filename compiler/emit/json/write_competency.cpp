#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"
#include "emit/json/write_uses.h"

namespace cadre::emit::json {

using model::Competency;
using model::CompetencyLevel;
using model::Rubric;
using model::StatementSort;

namespace {

/// What stands beside the indicators, of one level or of the whole competency.
void writeAdvice(const Context& to, const Competency& competency, const Rubric& rubric) {
  writeBullets(to, competency.framework, "develop", rubric.develop);
  writeBullets(to, competency.framework, "evidence", rubric.evidence);
  writeBullets(to, competency.framework, "interview", rubric.interview);
}

void writeCompetencyLevel(const Context& to, const Competency& competency,
                          const CompetencyLevel& level) {
  writeLevel(to, level.level, competency);
  writeText(to, titleMembers, level.title);
  writeText(to, aboutMembers, level.about);
  writeIndicators(to, competency.framework, level.rubric.indicators, IfEmpty::Keep);
  writeAdvice(to, competency, level.rubric);
  writeTranslations(to, competency.framework,
                    {{titleMembers, level.title}, {aboutMembers, level.about}});
}

/// The levels that the competency describes; where it describes none, all that it offers.
void writeLevels(const Context& to, const Competency& competency) {
  const auto one = [&](const CompetencyLevel& level) {
    to.out.object([&] { writeCompetencyLevel(to, competency, level); });
  };
  to.out.array("levels", [&] {
    if (!to.publication.contains(competency.scale)) return;
    for (const CompetencyLevel& level : competency.levels) one(level);
    if (!competency.levels.empty()) return;
    for (const model::LevelId id : to.model.offeredLevels(competency)) {
      CompetencyLevel level;
      level.level.level = id;
      one(level);
    }
  });
}

void writePlaceAmongOthers(const Context& to, const Competency& competency) {
  writeReferences(to, "categories", competency.categories);
  // The format has one umbrella: the first that is published.
  const auto umbrella =
      llvm::find_if(competency.partOf, [&](auto id) { return to.publication.contains(id); });
  if (umbrella != competency.partOf.end()) writeReference(to, "partOf", *umbrella);
  writeReference(to, "scale", competency.scale);
}

}  // namespace

void writeRecord(const Context& to, const Competency& competency) {
  writeIdentity(to, competency);
  writeKind(to, competency);
  writeTitle(to, competency.title, competency.name);
  writeDescription(to, competency);
  writePlaceAmongOthers(to, competency);
  writeLevels(to, competency);
  if (!competency.scale)
    writeIndicators(to, competency.framework, competency.rubric.indicators, IfEmpty::LeaveOut);
  writeAdvice(to, competency, competency.rubric);
  for (const StatementSort sort : {StatementSort::Knowledge, StatementSort::Skill,
                                   StatementSort::Ability, StatementSort::Task}) {
    writeStatements(to, competency.framework, competency.statements, sort);
  }
  writeCredentials(to, competency.credentials, DefaultImportance::LeaveOut);
  writeTail(to, competency, word(model::DeclKind::Competency));
}

}  // namespace cadre::emit::json
