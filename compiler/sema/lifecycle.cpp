#include "diag/kinds/sema.h"
#include "resolve/circles.h"
#include "sema/checker.h"
#include "sema/formats.h"
#include "support/suggest.h"

#include <llvm/ADT/Twine.h>

namespace cadre::sema {

using model::OriginKind;
using syntax::ItemName;

namespace {

/// The first item of a struct in the block of a declaration, or null.
template <class NodeType>
const NodeType* findItem(const syntax::Item& declaration) {
  const syntax::Block* block = syntax::blockOf(declaration);
  if (!block) return nullptr;
  for (const syntax::Item* item : block->items) {
    if (const auto* found = llvm::dyn_cast<NodeType>(item)) return found;
  }
  return nullptr;
}

uint64_t placeOf(Span span) { return uint64_t{span.file.index()} << 32 | span.begin; }

}  // namespace

void Checker::fillLifeCycle(model::Declaration& record, model::DeclKind kind, const Items& items) {
  const bool isFramework = kind == model::DeclKind::Framework;
  if (!isFramework) record.status = tables_.frameworks[record.framework].status;
  if (const syntax::Identifier* word = items.word(ItemName::Status)) {
    record.places.status = word->span;
    if (const auto status = readStatus(word->text)) {
      record.status = *status;
    } else {
      diags_.report(word->span, diag::UnknownStatus, word->text)
          .didYouMean(word->span, suggest(word->text, {"draft", "published", "retired"}));
    }
  }
  if (const auto* text = items.text(ItemName::Since)) {
    record.since = keep(text->value);
    record.places.since = text->span;
  }
  if (const auto* item = items.find<syntax::Reviewed>(ItemName::Reviewed)) {
    record.reviewed = keep(item->date.text);
    record.places.reviewed = item->date.span;
  }
  SmallVector<StringRef, 2> replaced;
  items.each<syntax::Replaces>(ItemName::Replaces, [&](const syntax::Replaces& list) {
    for (const syntax::QualifiedName& name : list.names) {
      // Like an old name after `was`, a replaced one may be gone from the source.
      if (const SymbolId other = names_.find(package_, name)) {
        replaced.push_back(declarationOf(other)->key);
        continue;
      }
      const resolve::Names::Found sought = names_.lookUp(package_, name);
      const bool isElsewhere = sought.package != nullptr;
      const StringRef framework =
          isElsewhere ? sought.package->id : tables_.frameworks[model::FrameworkId(package_)].key;
      replaced.push_back(keep((framework + "." + (isElsewhere ? sought.rest : name.text)).str()));
    }
  });
  record.replaces = builder_.arena().copyOf(replaced);
  const auto* item = items.find<syntax::Deprecated>(ItemName::Deprecated);
  if (!item) return;
  auto* deprecation = builder_.arena().make<model::Deprecation>();
  if (item->version) {
    deprecation->since = keep(item->version->value);
  }
  deprecation->because = text(item->because);
  deprecation->span = item->span;
  record.deprecated = deprecation;
  if (isFramework) {
    if (!item->successor.isEmpty())
      diags_.report(item->successor.span, diag::FrameworkSuccessor).help(diag::ReplacesFramework);
    return;
  }
  const SymbolId successor = names_.resolve(package_, item->successor, symbolKind(kind), failures_);
  if (successor) mentions_.push_back({current_, package_, successor, &item->successor});
  if (successor) deprecation->successor = declarationOf(successor)->key;
}

/// What takes over from something is not, by any way, taken over by it.
void Checker::checkReplaces() {
  const auto next = [&](uint32_t index) {
    resolve::Successors out;
    const Symbol& symbol = names_[SymbolId(index)];
    const auto* item = findItem<syntax::Replaces>(*symbol.item);
    if (!item) return out;
    for (const syntax::QualifiedName& name : item->names) {
      if (const SymbolId other = names_.find(symbol.package, name)) out.push_back(other.index());
    }
    return out;
  };
  for (const auto& circle : resolve::findCircles(names_.symbols().size(), next)) {
    SmallVector<const model::Declaration*, 4> members;
    for (const uint32_t index : circle) members.push_back(declarationOf(SymbolId(index)));
    SmallVector<Span, 8> others;
    for (const auto* member : llvm::drop_begin(members)) others.push_back(member->span);
    diags_.report(members.front()->span, diag::ReplacesCycle, drawCircle(members))
        .labels(others, diag::OnTheCircle, diag::MoreOnTheCircle);
  }
}

/// What is published must not rest on what is retired or on the way out.
void Checker::checkLifeCycle() {
  for (uint32_t i = 0; i < names_.symbols().size(); ++i) checkSuccessor(SymbolId(i));
  collectLines();
  // A profile answers for its own lines; what only its heirs or a rule bring up is left for them.
  llvm::DenseSet<uint64_t> reported;
  for (const bool ownLines : {true, false}) {
    for (const model::Profile& profile : tables_.profiles) {
      if (profile.status == model::Status::Published) checkRetired(profile, ownLines, reported);
    }
  }
}

void Checker::checkSuccessor(SymbolId id) {
  const syntax::Deprecated* item = findItem<syntax::Deprecated>(*names_[id].item);
  if (!item) return;
  const SymbolId successor = names_.find(names_[id].package, item->successor);
  if (!successor || names_[successor].kind != names_[id].kind) return;
  const model::Declaration& other = *declarationOf(successor);
  if (!other.deprecated) return;
  diags_.report(item->successor.span, diag::SuccessorGone, other.name)
      .label(other.span, diag::DeclarationPlace);
}

/// Reports each line that requires a retired competency once, whoever inherits it.
void Checker::checkRetired(const model::Profile& profile, bool ownLines,
                           llvm::DenseSet<uint64_t>& reported) {
  for (const model::Requirement& requirement : profile.requirements) {
    const model::Competency& competency = tables_.competencies[requirement.competency];
    if (competency.status != model::Status::Retired) continue;
    for (const model::Origin& origin : requirement.origins) {
      const syntax::Requires* line = lineOf(origin);
      if (!line || (origin.kind == OriginKind::Own) != ownLines) continue;
      const Span place = line->competency.span;
      if (!reported.insert(placeOf(place)).second) continue;
      diags_.report(place, diag::RequiresRetired, profile.name, competency.name)
          .label(competency.span, diag::DeclarationPlace);
    }
  }
}

/// A draft in a framework that is none.
bool Checker::isLeftOut(const model::Declaration& record) const {
  return record.status == model::Status::Draft && record.framework &&
         tables_.frameworks[record.framework].status != model::Status::Draft;
}

/// Tells of what is published but for a part that rests on a draft.
void Checker::checkDrafts() {
  // What a draft says is published all the same where others inherit it.
  llvm::DenseSet<const model::Declaration*> inherited;
  SmallVector<const model::Profile*, 16> heirs;
  for (const model::Profile& profile : tables_.profiles) {
    if (!isLeftOut(profile)) heirs.push_back(&profile);
  }
  while (!heirs.empty()) {
    for (const model::ProfileId id : heirs.pop_back_val()->bases) {
      const model::Profile& base = tables_.profiles[id];
      if (isLeftOut(base) && inherited.insert(&base).second) heirs.push_back(&base);
    }
  }
  const auto isByDraft = [&](const Mention& mention) {
    if (!mention.from) return false;
    const model::Declaration& from = *declarationOf(mention.from);
    return isLeftOut(from) && (!inherited.contains(&from) || isBase(mention));
  };
  // What another package declares is published where something refers to it.
  llvm::DenseSet<const model::Declaration*> referred;
  for (const Mention& one : mentions_) {
    if (!isByDraft(one)) referred.insert(declarationOf(one.to));
  }
  for (const model::Profile& profile : tables_.profiles) {
    if (profile.family && !isLeftOut(profile)) referred.insert(&tables_.families[profile.family]);
  }
  // Neither is a category or a family without those around it.
  llvm::DenseSet<const model::Declaration*> needed;
  const auto addParents = [&](const auto& table) {
    for (const auto& record : table) {
      if (isLeftOut(record)) continue;
      if (record.framework.index() != 0 && !referred.contains(&record)) continue;
      for (auto parent = record.parent; parent; parent = table[parent].parent) {
        if (!needed.insert(&table[parent]).second) break;
      }
    }
  };
  addParents(tables_.categories);
  addParents(tables_.families);
  for (const Mention& one : mentions_) {
    // A scale is published with what cannot be told without it.
    if (names_[one.to].kind == SymbolKind::Scale) continue;
    const model::Declaration& other = *declarationOf(one.to);
    if (!isLeftOut(other) || needed.contains(&other)) continue;
    if (isByDraft(one)) continue;
    // An abstract profile is never published, and what it requires is inherited all the same.
    const bool isProfile = names_[one.to].kind == SymbolKind::Profile;
    if (isProfile && static_cast<const model::Profile&>(other).isAbstract) continue;
    auto report = isBase(one) ? diags_.report(one.name->span, diag::DraftBase, one.name->text,
                                              declarationOf(one.from)->name)
                              : diags_.report(one.name->span, diag::DraftLeftOut, one.name->text);
    report.label(other.span, diag::DeclarationPlace).help(diag::WithDrafts);
  }
}

/// Whether it stands behind `extends`.
bool Checker::isBase(const Mention& mention) const {
  const auto* profile =
      mention.from ? llvm::dyn_cast<syntax::Profile>(names_[mention.from].item) : nullptr;
  return profile && llvm::any_of(profile->bases, [&](const syntax::QualifiedName& name) {
           return &name == mention.name;
         });
}

void Checker::collectLines() {
  const auto add = [&](const OwnLines& lines) {
    for (const OwnLines::Line& line : lines.requirements)
      lines_[placeOf(line.source->span)] = line.source;
  };
  for (const OwnLines& lines : ownLines_) add(lines);
  for (const RuleLines& lines : ruleLines_) add(lines);
}

const syntax::Requires* Checker::lineOf(const model::Origin& origin) const {
  return origin.kind == OriginKind::Lowers ? nullptr : lines_.lookup(placeOf(origin.span));
}

}  // namespace cadre::sema
