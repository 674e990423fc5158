#include "emit/json/write_uses.h"

#include "emit/json/write_text.h"

#include <llvm/Support/ErrorHandling.h>

namespace cadre::emit::json {

using llvm::StringRef;
using model::CredentialUse;
using model::Importance;
using model::StatementSort;
using model::StatementUse;

namespace {

StringRef memberName(StatementSort sort) {
  switch (sort) {
    case StatementSort::Knowledge: return "knowledge";
    case StatementSort::Skill: return "skills";
    case StatementSort::Ability: return "abilities";
    case StatementSort::Task: return "tasks";
  }
  llvm_unreachable("every sort has a member");
}

}  // namespace

void writeStatements(const Context& to, model::FrameworkId home, llvm::ArrayRef<StatementUse> uses,
                     StatementSort sort) {
  const auto one = [&](const StatementUse& use) {
    if (!use.shared) {
      to.out.object([&] { writeBullet(to, home, use.bullet); });
    } else if (to.publication.contains(use.shared)) {
      to.out.object([&] { to.out.string("statement", to.model[use.shared].key); });
    }
  };
  const auto all = [&] {
    for (const StatementUse& use : uses) {
      if (use.sort == sort) one(use);
    }
  };
  to.out.array(memberName(sort), all, IfEmpty::LeaveOut);
}

void writeCredentials(const Context& to, llvm::ArrayRef<CredentialUse> uses,
                      DefaultImportance essential) {
  const auto one = [&](const CredentialUse& use) {
    to.out.string("credential", to.model[use.credential].key);
    if (use.importance != Importance::Essential || essential == DefaultImportance::Write) {
      to.out.string("importance", word(use.importance));
    }
  };
  const auto all = [&] {
    for (const CredentialUse& use : uses) {
      if (to.publication.contains(use.credential)) to.out.object([&] { one(use); });
    }
  };
  to.out.array("credentials", all, IfEmpty::LeaveOut);
}

}  // namespace cadre::emit::json
