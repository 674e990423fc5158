#include "driver/diff_places.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

namespace {

llvm::StringRef factOf(const diff::Change& change, llvm::StringRef name) {
  const auto found = llvm::find_if(change.facts, [&](const auto& it) { return it.first == name; });
  return found == change.facts.end() ? llvm::StringRef() : llvm::StringRef(found->second);
}

const model::Bullet* findBullet(llvm::ArrayRef<model::Bullet> bullets, llvm::StringRef key) {
  const auto* found = llvm::find_if(bullets, [&](const model::Bullet& it) {
    return it.key == key || it.text.plain == key || (!it.label.empty() && it.label == key);
  });
  return found == bullets.end() ? nullptr : found;
}

const model::Bullet* findBullet(const model::Rubric& rubric, llvm::StringRef key) {
  for (const auto& list : {rubric.indicators, rubric.evidence, rubric.develop, rubric.interview}) {
    if (const model::Bullet* found = findBullet(list, key)) return found;
  }
  return nullptr;
}

}  // namespace

void DiffPlaces::index() const {
  if (!byKey_.empty()) return;
  model::forEachDeclaration(*model_, [&](const model::Declaration& declaration, llvm::StringRef word) {
    byKey_[(word + " " + declaration.key).str()] = &declaration;
  });
}

Span DiffPlaces::framework() const { return model_ ? model_->framework().span : Span(); }

Span DiffPlaces::of(const diff::Change& change) const {
  if (!model_) return {};
  index();
  if (const Span span = requirement(change); span.isValid()) return span;
  if (const Span span = bullet(change); span.isValid()) return span;
  const auto found = byKey_.find((change.subject.word + " " + change.subject.id).str());
  return found == byKey_.end() ? framework() : found->second->span;
}

/// The line that decides what a profile requires.
Span DiffPlaces::requirement(const diff::Change& change) const {
  const llvm::StringRef competency = factOf(change, "competency");
  const auto found = byKey_.find("profile " + change.subject.id);
  if (competency.empty() || found == byKey_.end()) return {};
  const auto& profile = static_cast<const model::Profile&>(*found->second);
  for (const model::Requirement& it : profile.requirements) {
    if ((*model_)[it.competency].key == competency) return it.span;
  }
  return {};
}

Span DiffPlaces::bullet(const diff::Change& change) const {
  const llvm::StringRef key = factOf(change, "after");
  const auto found = byKey_.find("competency " + change.subject.id);
  if (factOf(change, "list").empty() || key.empty() || found == byKey_.end()) return {};
  const auto& competency = static_cast<const model::Competency&>(*found->second);
  if (const model::Bullet* it = findBullet(competency.rubric, key)) return it->text.span;
  for (const model::CompetencyLevel& level : competency.levels) {
    if (const model::Bullet* it = findBullet(level.rubric, key)) return it->text.span;
  }
  return {};
}

}  // namespace cadre::driver
