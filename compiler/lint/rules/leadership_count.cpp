#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/StringSet.h>

namespace cadre::lint {

void check(rule::LeadershipCount, const Model& model, Context& context) {
  const int least = context.number(OptionId::LeastLeadership);
  const int most = context.number(OptionId::MostLeadership);
  std::vector<std::string> names;
  llvm::StringSet<> called;
  for (const model::CompetencyId id : context.survey().competencies()) {
    // Of an umbrella, the parts are counted.
    if (!isLeadership(model, id) || !context.survey().parts(id).empty()) continue;
    names.push_back(quoted(model[id]));
    // `Leadership (Sales)` and `Leadership (Design)` are what two crafts call leadership, and make no model.
    called.insert(titleOf(model[id]).split(" (").first);
  }
  const auto count = static_cast<int>(names.size());
  const bool isModel = static_cast<int>(called.size()) >= context.number(OptionId::LeadershipFrom);
  if (!isModel || (count >= least && count <= most)) return;
  context
      .report(rule::LeadershipCount{}, model.framework().span, names.size(),
              count == 1 ? "competency" : "competencies", least, most)
      .note(note::LeadershipIs, listed(names, 20))
      .help(count > most ? note::MergeLeadership : note::CompleteLeadership);
}

}  // namespace cadre::lint
