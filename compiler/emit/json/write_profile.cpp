#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"
#include "emit/json/write_requirement.h"
#include "emit/json/write_uses.h"

namespace cadre::emit::json {

using model::Drop;
using model::Profile;
using model::Requirement;
using model::StatementSort;

namespace {

void writeExtends(const Context& to, const Profile& profile) {
  llvm::SmallVector<llvm::StringRef, 4> keys;
  for (const model::ProfileId base : profile.bases) {
    if (to.publication.mayName(base)) keys.push_back(to.model[base].key);
  }
  writeUniqueStrings(to, "extends", keys);
}

void writeRequirements(const Context& to, const Profile& profile) {
  const auto one = [&](const Requirement& requirement) {
    writeRequirement(to, requirement);
    writeOrigins(to, requirement, profile);
  };
  to.out.array("requirements", [&] {
    for (const Requirement* requirement : to.publication.requirements(profile)) {
      to.out.object([&] { one(*requirement); });
    }
  });
}

void writeDrops(const Context& to, const Profile& profile) {
  const auto one = [&](const Drop& drop) {
    to.out.string("competency", to.model[drop.competency].key);
    writeText(to, becauseMembers, drop.because);
  };
  const auto all = [&] {
    for (const Drop& drop : profile.drops) {
      if (to.publication.contains(drop.competency)) to.out.object([&] { one(drop); });
    }
  };
  to.out.array("drops", all, IfEmpty::LeaveOut);
}

}  // namespace

void writeRecord(const Context& to, const Profile& profile) {
  writeHead(to, profile);
  writeReference(to, "family", profile.family);
  writeExtends(to, profile);
  for (const StatementSort sort : {StatementSort::Task, StatementSort::Knowledge,
                                   StatementSort::Skill, StatementSort::Ability}) {
    writeStatements(to, profile.framework, profile.statements, sort);
  }
  writeCredentials(to, profile.credentials, DefaultImportance::Write);
  writeRequirements(to, profile);
  writeDrops(to, profile);
  writeTail(to, profile, word(model::DeclKind::Profile));
}

}  // namespace cadre::emit::json
