#include "lint/rule.h"
#include "lint/siblings.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

/// Draws what the members of a group share and where they differ.
class Drawing {
public:
  Drawing(const Model& model, const Siblings& group, DiagnosticBuilder& builder)
      : model_(model), group_(group), builder_(builder), who_(group.jobs.size() == 2 ? "both" : "all") {}

  void draw() {
    const Demands technical = shared([](const Job& it) { return &it.technical; });
    const Demands other = shared([](const Job& it) { return &it.other; });
    if (technical.empty()) {
      builder_.note(note::NoTechnical, who_);
    } else {
      builder_.note(note::SharedTechnical, who_, listed(model_, technical));
    }
    if (!other.empty()) builder_.note(note::SharedOther, who_, listed(model_, other));
    std::vector<Demands> own;
    for (const Job& it : group_.jobs) {
      Demands rest = without(it.technical, technical);
      const Demands more = without(it.other, other);
      rest.append(more.begin(), more.end());
      own.push_back(std::move(rest));
    }
    if (group_.jobs.size() == 2) drawLevels(own);
    const bool isOwnAlike = llvm::all_of(own, [](const Demands& it) { return it.empty(); });
    for (size_t i = 0; i < std::min(own.size(), mostNamed); ++i) {
      const StringRef title = titleOf(model_[group_.jobs[i].profile]);
      if (!own[i].empty()) {
        builder_.note(note::OnlyRequiredBy, title, listed(model_, own[i]));
      } else if (!isOwnAlike) {
        builder_.note(note::NothingOfItsOwn, title);
      }
    }
    if (own.size() > mostNamed) builder_.note(note::MoreDifferences, own.size() - mostNamed);
  }

private:
  template <class Part>
  Demands shared(Part part) const {
    std::vector<const Demands*> sets;
    for (const Job& it : group_.jobs) sets.push_back(part(it));
    return sharedBy(sets);
  }

  /// Says which competencies two jobs require at different levels, and takes them out.
  void drawLevels(std::vector<Demands>& own) {
    const auto takeOut = [](Demands& from, model::CompetencyId it) {
      llvm::erase_if(from, [&](const Demand& one) { return one.competency == it; });
    };
    const StringRef first = titleOf(model_[group_.jobs[0].profile]);
    const StringRef second = titleOf(model_[group_.jobs[1].profile]);
    const Demands before = own[0];
    for (const Demand& it : before) {
      const auto* const other =
          llvm::find_if(own[1], [&](const Demand& one) { return one.competency == it.competency; });
      if (other == own[1].end()) continue;
      builder_.note(note::LevelsDiffer, titleOf(model_[it.competency]), model_.display(it.level), first,
                    model_.display(other->level), second);
      takeOut(own[0], it.competency);
      takeOut(own[1], it.competency);
    }
  }

  const Model& model_;
  const Siblings& group_;
  DiagnosticBuilder& builder_;
  std::string who_;
};

StringRef whatTells(const Siblings& group) {
  if (group.isSame) return "no technical competency";
  const size_t first = group.jobs.front().technical.size();
  if (llvm::all_of(group.jobs, [&](const Job& it) { return it.technical.size() == first; }))
    return "only one technical competency of each";
  return group.jobs.size() == 2 ? "only one technical competency" : "at most one technical competency of each";
}

}  // namespace

void check(rule::IndistinctProfiles, const Model& model, Context& context) {
  const auto differences = static_cast<size_t>(context.number(OptionId::TechnicalDifferences));
  const auto shared = static_cast<size_t>(context.number(OptionId::TechnicalShared));
  for (const Siblings& group : indistinctJobs(context, differences, shared)) {
    const GroupNames names = namesOf(group, model);
    auto builder =
        context.report(rule::IndistinctProfiles{}, Place::among(names.last, names.earlier), whatTells(group), names.all);
    builder.labels(names.earlier, names.count == 2 ? note::TheOtherOne : note::AnotherOfThem, note::MoreOfThem);
    Drawing(model, group, builder).draw();
    builder.help(note::TellApart);
  }
}

}  // namespace cadre::lint
