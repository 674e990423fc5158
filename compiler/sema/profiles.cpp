#include "diag/kinds/sema.h"
#include "resolve/circles.h"
#include "sema/checker.h"

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

OwnLines::Line Checker::requirementLine(const syntax::Requires& source) {
  OwnLines::Line line;
  line.source = &source;
  line.competency = resolve<model::Competency>(source.competency, SymbolKind::Competency);
  if (source.weight && source.weight->value <= 0)
    diags_.report(source.weight->span, diag::WeightNotPositive, source.weight->text);
  if (!line.competency) return line;
  if (source.broken && !source.level) {
    line.poisoned = true;
    return line;
  }
  const auto level = levelOf(line.competency, source.level, source.competency.span, "at");
  line.poisoned = !level.has_value();
  if (level) line.level = *level;
  return line;
}

OwnLines::Change Checker::loweringLine(const syntax::Lowers& source) {
  OwnLines::Change change;
  change.lowers = &source;
  change.competency = resolveAside<model::Competency>(source.competency, SymbolKind::Competency);
  if (!change.competency) return change;
  if (!source.broken) checkReason(source.because, source.span, "lowers");
  if (!source.level) return change;
  const auto level = levelOf(change.competency, source.level, source.competency.span, "to");
  change.poisoned = !level.has_value();
  if (level) change.level = *level;
  return change;
}

/// Reports a competency that a second line of one block names, and drops that line.
void Checker::refuseTwice(OwnLines& lines) {
  const auto isUnknown = [](const auto& line) { return !line.competency; };
  lines.open |= llvm::any_of(lines.requirements, isUnknown);
  llvm::erase_if(lines.requirements, isUnknown);
  llvm::erase_if(lines.changes, isUnknown);
  SmallVector<std::pair<Span, model::CompetencyId>, 8> places;
  for (const auto& line : lines.requirements)
    places.push_back({line.source->competency.span, line.competency});
  for (const auto& change : lines.changes)
    places.push_back({change.name().span, change.competency});
  llvm::sort(places);
  llvm::DenseMap<uint32_t, Span> seen;
  for (const auto& [place, competency] : places) {
    const auto [first, added] = seen.try_emplace(competency.index(), place);
    if (added) continue;
    lines.open = true;
    diags_.report(place, diag::RequiredTwice, tables_.competencies[competency].name)
        .label(first->second, diag::FirstLine);
  }
  const auto isFirst = [&](model::CompetencyId competency, Span place) {
    return seen.lookup(competency.index()) == place;
  };
  llvm::erase_if(lines.requirements, [&](const auto& line) {
    return !isFirst(line.competency, line.source->competency.span);
  });
  llvm::erase_if(lines.changes, [&](const auto& change) {
    return !isFirst(change.competency, change.name().span);
  });
}

void Checker::fillProfile(SymbolId id, const syntax::Profile& profile) {
  const auto profileId = idOf<model::Profile>(id);
  const Items items = itemsOf(profile.block, Owner::Profile);
  const TextList texts = entriesOf(id);
  model::Profile& record = tables_.profiles[profileId];
  fillCommon(record, model::DeclKind::Profile, items, texts);
  record.isAbstract = profile.isAbstract;
  OwnLines& own = ownLines_[profileId.index()];
  SmallVector<model::ProfileId, 2> bases;
  for (const syntax::QualifiedName& name : profile.bases) {
    const auto base = resolve<model::Profile>(name, SymbolKind::Profile);
    own.open |= !base;
    if (base && !llvm::is_contained(bases, base)) bases.push_back(base);
  }
  record.bases = builder_.arena().copyOf(bases);
  if (const auto* family = items.find<syntax::Family>(ItemName::ProfileFamily)) {
    record.family = resolve<model::Family>(family->name, SymbolKind::Family);
    own.poisonedFamily = !record.family;
  }
  llvm::StringMap<Span> labels;
  llvm::StringMap<unsigned> hashes;
  const BulletOwner owner{record.key, record.name, {}, record.span, profile.block, labels, hashes};
  record.statements = statementUses(items, profile.block, owner, blocksOf(texts));
  record.credentials = credentialUses(items);

  items.each<syntax::Requires>(ItemName::Requires, [&](const syntax::Requires& item) {
    own.requirements.push_back(requirementLine(item));
  });
  items.each<syntax::Lowers>(ItemName::Lowers, [&](const syntax::Lowers& item) {
    own.changes.push_back(loweringLine(item));
  });
  SmallVector<model::Drop, 2> drops;
  items.each<syntax::Drops>(ItemName::Drops, [&](const syntax::Drops& item) {
    OwnLines::Change change;
    change.drops = &item;
    change.competency = resolveAside<model::Competency>(item.competency, SymbolKind::Competency);
    if (!change.competency) return;
    if (!item.broken) checkReason(item.because, item.span, "drops");
    own.changes.push_back(change);
    drops.push_back({change.competency, text(item.because), item.span});
  });
  record.drops = builder_.arena().copyOf(drops);
  refuseTwice(own);
}

// ---- Rules -------------------------------------------------------------------------------------

void Checker::fillRules() {
  for (package_ = 0; package_ < names_.packages().size(); ++package_) {
    unsigned number = 0;
    for (const syntax::File* file : names_.packages()[package_].files) {
      for (const syntax::Item* item : file->items) {
        if (const auto* rule = llvm::dyn_cast<syntax::EveryProfile>(item))
          fillRule(*rule, ++number);
      }
    }
  }
  package_ = 0;
}

void Checker::fillRule(const syntax::EveryProfile& source, unsigned number) {
  const Items items = itemsOf(source.block, Owner::EveryProfile);
  model::Rule record;
  record.framework = model::FrameworkId(package_);
  record.name = keep(fmt::format("every-profile-{}", number));
  record.key = keep(fmt::format("{}.{}", tables_.frameworks[record.framework].key, record.name));
  record.status = tables_.frameworks[record.framework].status;
  record.span = source.head;
  record.allows = allows(items);
  record.allowedChanges = allowedChanges(items);
  RuleLines own;
  SmallVector<model::FamilyId, 2> families;
  for (const syntax::QualifiedName& name : source.families) {
    const auto family = resolve<model::Family>(name, SymbolKind::Family);
    if (family) families.push_back(family);
    own.openReach |= !family;
  }
  record.families = builder_.arena().copyOf(families);
  SmallVector<model::ProfileId, 2> exceptions;
  for (const syntax::QualifiedName& name : source.exceptions) {
    const auto profile = resolveAside<model::Profile>(name, SymbolKind::Profile);
    if (profile) exceptions.push_back(profile);
    own.openReach |= !profile;
  }
  record.exceptions = builder_.arena().copyOf(exceptions);
  items.each<syntax::Requires>(ItemName::Requires, [&](const syntax::Requires& item) {
    own.requirements.push_back(requirementLine(item));
  });
  refuseTwice(own);
  SmallVector<model::Requirement, 8> requirements;
  for (const OwnLines::Line& line : own.requirements) {
    if (line.poisoned) continue;
    model::Requirement requirement;
    requirement.competency = line.competency;
    requirement.level = line.level;
    if (line.source->importance) {
      requirement.importance = static_cast<model::Importance>(line.source->importance->value);
    }
    if (line.source->weight) requirement.weight = line.source->weight->value;
    requirement.because = text(line.source->because);
    requirement.span = line.source->span;
    requirements.push_back(requirement);
  }
  record.requirements = builder_.arena().copyOf(requirements);
  // A rule whose families are all unknown would otherwise apply to everyone.
  if (families.empty() && !source.families.empty()) record.requirements = {};
  tables_.rules.add(record);
  ruleLines_.push_back(std::move(own));
}

// ---- Paths -------------------------------------------------------------------------------------

void Checker::fillPath(SymbolId id, const syntax::Path& path) {
  const Items items = itemsOf(path.block, Owner::Path);
  model::Path& record = tables_.paths[idOf<model::Path>(id)];
  fillCommon(record, model::DeclKind::Path, items, entriesOf(id));
  SmallVector<ArrayRef<model::ProfileId>, 4> chains;
  SmallVector<PathStep, 8> steps;
  items.each<syntax::Steps>(ItemName::Steps, [&](const syntax::Steps& row) {
    SmallVector<model::ProfileId, 4> chain;
    Span last;
    const auto endChain = [&] {
      if (chain.size() > 1) chains.push_back(builder_.arena().copyOf(chain));
      chain.clear();
    };
    for (const syntax::LevelRef& end : row.ends) {
      const model::ProfileId profile = stepEnd(end);
      if (!profile) {
        // What stands on both sides of a failed end are no neighbours.
        endChain();
      } else if (!chain.empty() && chain.back() == profile) {
        diags_.report(end.span, diag::StepToItself, tables_.profiles[profile].name)
            .label(last, diag::StepBegins);
      } else {
        if (!chain.empty()) steps.push_back({chain.back(), profile, end.span});
        chain.push_back(profile);
      }
      last = end.span;
    }
    endChain();
  });
  record.chains = builder_.arena().copyOf(chains);
  checkPathCycle(record, steps);
}

model::ProfileId Checker::stepEnd(const syntax::LevelRef& end) {
  if (end.number) {
    diags_.report(end.span, diag::StepNumber, end.number->text);
    return {};
  }
  const auto profile = resolve<model::Profile>(end.name, SymbolKind::Profile);
  if (!profile) return {};
  const SymbolId symbol = profileSymbol_.lookup(profile.index());
  if (!llvm::cast<syntax::Profile>(names_[symbol].item)->isAbstract) return profile;
  diags_.report(end.span, diag::AbstractStep, tables_.profiles[profile].name)
      .label(names_[symbol].span, diag::DeclarationPlace);
  return {};
}

void Checker::checkPathCycle(const model::Path& record, ArrayRef<PathStep> steps) {
  // The profiles of this path by numbers of their own, for a model may hold many more.
  llvm::MapVector<uint32_t, SmallVector<const PathStep*, 2>> from;
  llvm::DenseMap<uint32_t, uint32_t> numbers;
  for (const PathStep& step : steps) from[step.from.index()].push_back(&step);
  for (const auto& [profile, out] : from)
    numbers.try_emplace(profile, static_cast<uint32_t>(numbers.size()));
  const auto stepsOf = [&](uint32_t number) -> auto& { return (from.begin() + number)->second; };
  const auto circles = resolve::findCircles(
      static_cast<uint32_t>(numbers.size()), [&](uint32_t number) {
        resolve::Successors out;
        for (const PathStep* step : stepsOf(number)) {
          const auto to = numbers.find(step->to.index());
          if (to != numbers.end()) out.push_back(to->second);
        }
        return out;
      });
  if (circles.empty()) return;
  const std::vector<uint32_t>& circle = circles.front();
  SmallVector<const model::Declaration*, 4> members;
  SmallVector<Span, 4> places;
  for (size_t i = 0; i < circle.size(); ++i) {
    const auto& out = stepsOf(circle[i]);
    members.push_back(&tables_.profiles[out.front()->from]);
    const model::ProfileId to = stepsOf(circle[(i + 1) % circle.size()]).front()->from;
    places.push_back((*llvm::find_if(out, [&](const auto* step) { return step->to == to; }))->place);
  }
  // The step that was written last closes the circle.
  const Span last = *llvm::max_element(places);
  llvm::erase(places, last);
  diags_.report(last, diag::PathCycle, record.name, drawCircle(members))
      .labels(places, diag::OnTheCircle, diag::MoreOnTheCircle);
}

}  // namespace cadre::sema
