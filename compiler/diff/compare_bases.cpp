// What profiles have from those that they extend: abstract ones are not published, so what changes of them is
// told of those that it reaches, else of themselves, for what other packages get of it.
#include "diff/comparison.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSet.h>

#include <algorithm>

namespace cadre::diff {

namespace {

/// Whether the change is of a requirement, which has a cause of its own.
bool isOfRequirement(const Change& change) {
  return llvm::any_of(change.facts, [](const auto& it) { return it.first == "competency"; });
}

/// Whether those that extend a profile get what has changed in it, beside its requirements.
bool isInherited(const Change& change) {
  switch (change.id) {
    case ChangeId::CredentialAdded:
    case ChangeId::CredentialReplaced:
    case ChangeId::CredentialRemoved:
    case ChangeId::StatementAdded:
    case ChangeId::StatementRemoved:
    case ChangeId::StatementRewritten:
    case ChangeId::StatementReworded:
    case ChangeId::IndicatorLabelled:
    case ChangeId::AttributeChanged:
    case ChangeId::FamilyChanged: return true;
    case ChangeId::ImportanceRaised:
    case ChangeId::ImportanceLowered: return !isOfRequirement(change);
    default: return false;
  }
}

bool isOfProfile(const Change& change) { return change.subject.word == "profile"; }

StringRef factOf(const Change& change, StringRef name) {
  const auto found = llvm::find_if(change.facts, [&](const auto& it) { return it.first == name; });
  return found == change.facts.end() ? StringRef() : StringRef(found->second);
}

class BaseComparison {
public:
  explicit BaseComparison(Comparison& comparison) : comparison_(comparison), aside_(comparison.beside(found_)) {}

  void compare() {
    if (comparison_.before.knowsBases() && comparison_.after.knowsBases()) compareAbstract();
    index(found_.changes);
    index(comparison_.out.changes);
    findCauses(found_.changes);
    findCauses(comparison_.out.changes);
    for (Change& change : found_.changes) {
      if (isUntold(change)) untold_.push_back(&change);
    }
    for (Change* change : untold_) {
      // There is no record that steps could change.
      change->edits.clear();
      change->subject.isAbstract = true;
      comparison_.out.changes.push_back(std::move(*change));
    }
  }

private:
  static constexpr Table profiles = {"profiles", "profile"};

  // ---- Abstract profiles, aside

  void compareAbstract() {
    Turnover turnover;
    for (const Value* now : comparison_.after.bases()) {
      const StringRef id = now->get("id");
      const Value* old = comparison_.before.find(profiles.name, id);
      if (old) {
        comparePair(*old, *now);
      } else if (!now->flag("external") && !hasHeirs(comparison_.after, id, nullptr)) {
        turnover.come.push_back({profiles, now, {}});
      }
    }
    for (const Value* old : comparison_.before.bases()) {
      const StringRef id = old->get("id");
      const bool isGone = !comparison_.after.find(profiles.name, id);
      if (isGone && !old->flag("external") && !hasHeirs(comparison_.before, id, &comparison_.after))
        turnover.gone.push_back({profiles, old, {}});
    }
    aside_.tellTurnover(turnover);
  }

  void comparePair(const Value& old, const Value& now) {
    const Subject subject = {profiles.word, now.get("id").str(), titleOf(now), now.flag("external")};
    const size_t first = found_.changes.size();
    aside_.compareProfile({profiles, subject, old, now, {}});
    aside_.compareInclusion(subject, old, now);
    aside_.tellLooseBullets();
    const bool wasPublished = !llvm::is_contained(comparison_.before.bases(), &old);
    if (wasPublished) forgetRules(first);
  }

  /// Rules reach published profiles alone. What one that is abstract now no longer has from them is not lost: they
  /// reach whoever extends it.
  void forgetRules(size_t first) {
    const auto isOfRule = [](const Change& it) {
      return it.cause && (it.cause->kind == Cause::Kind::Rule || it.cause->kind == Cause::Kind::Family);
    };
    std::vector<Change>& all = found_.changes;
    all.erase(std::remove_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(), isOfRule), all.end());
  }

  /// Whether a published profile extends `base`, directly or not; with `other`, one that is there too.
  [[nodiscard]] static bool hasHeirs(const Document& document, StringRef base, const Document* other) {
    return llvm::any_of(document.records(profiles.name), [&](const Value& profile) {
      llvm::StringSet<> seen;
      return (!other || other->find(profiles.name, profile.get("id"))) && extends(document, profile, base, seen);
    });
  }
  static bool extends(const Document& document, const Value& profile, StringRef base, llvm::StringSet<>& seen) {
    return llvm::any_of(profile.list("extends"), [&](const Value& it) {
      if (it.text == base) return true;
      const Value* further = seen.insert(it.text).second ? document.find(profiles.name, it.text) : nullptr;
      return further && extends(document, *further, base, seen);
    });
  }

  // ---- Causes

  /// What is said of a change, and by which name.
  static std::string sayingOf(const Change& change) { return (rowOf(change.id).name + "\n" + change.clause.plain()).str(); }
  static std::string keyOf(StringRef profile, StringRef saying) { return (profile + "\n" + saying).str(); }

  void index(ArrayRef<Change> changes) {
    for (const Change& change : changes) {
      if (isOfProfile(change) && isInherited(change)) said_.insert(keyOf(change.subject.id, sayingOf(change)));
    }
  }

  /// What is said of a profile and of one that it extends comes from there.
  void findCauses(std::vector<Change>& changes) const {
    for (Change& change : changes) {
      if (change.cause || !isOfProfile(change) || !isInherited(change)) continue;
      llvm::StringSet<> seen;
      if (const std::string base = findSource(change.subject.id, sayingOf(change), seen); !base.empty())
        change.cause = Cause{Cause::Kind::Base, base, comparison_.titleIn(comparison_.after, "profiles", base)};
    }
  }

  /// The farthest profile of those that `profile` extends of which the same is said; empty for none.
  [[nodiscard]] std::string findSource(StringRef profile, StringRef saying, llvm::StringSet<>& seen) const {
    if (!seen.insert(profile).second) return {};
    for (const Document* document : {&comparison_.after, &comparison_.before}) {
      const Value* record = document->find(profiles.name, profile);
      if (!record) continue;
      for (const Value& base : record->list("extends")) {
        if (base.text == profile || !said_.contains(keyOf(base.text, saying))) continue;
        const std::string further = findSource(base.text, saying, seen);
        return further.empty() ? base.text.str() : further;
      }
    }
    return {};
  }

  // ---- What is left to tell

  /// Whether a change of an abstract profile is of what it passes on, its own, and told of nobody here.
  [[nodiscard]] bool isUntold(const Change& change) const {
    if (change.subject.isExternal) return false;
    const bool isOfPresence = change.id == ChangeId::Added || change.id == ChangeId::Removed || change.id == ChangeId::Replaced;
    if (isOfPresence) return true;
    const bool isPassedOn = isInherited(change) || (isOfRequirement(change) && change.id != ChangeId::DropsChanged);
    if (!isPassedOn) return false;
    const bool isFromBase = change.cause && change.cause->kind == Cause::Kind::Base;
    const StringRef source = isFromBase ? StringRef(change.cause->id) : StringRef(change.subject.id);
    if (isFromBase && !isExternal(source)) return false;  // Told of that one.
    return llvm::none_of(comparison_.out.changes, [&](const Change& it) {
      if (!isOfProfile(it)) return false;
      // Where it makes no difference to an heir, that is told, too.
      if (isOfRequirement(change)) return factOf(it, "competency") == factOf(change, "competency") && isHeir(it.subject.id, source);
      const bool isThrough = it.cause && it.cause->kind == Cause::Kind::Base && it.cause->id == source;
      return isThrough && it.id == change.id && it.clause.plain() == change.clause.plain();
    });
  }

  [[nodiscard]] bool isHeir(StringRef profile, StringRef base) const {
    const Value* record = comparison_.after.find(profiles.name, profile);
    llvm::StringSet<> seen;
    return record && extends(comparison_.after, *record, base, seen);
  }

  [[nodiscard]] bool isExternal(StringRef profile) const {
    const Value* record = comparison_.after.find(profiles.name, profile);
    return record && record->flag("external");
  }

  Comparison& comparison_;
  Difference found_;
  Comparison aside_;
  llvm::StringSet<> said_;
  std::vector<Change*> untold_;
};

}  // namespace

void Comparison::compareBases() { BaseComparison(*this).compare(); }

}  // namespace cadre::diff
