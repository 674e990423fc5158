// Competencies: the levels that they define, their bullets, statements and credentials.
#include "diff/bullets.h"
#include "diff/comparison.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::diff {

namespace {

StringRef levelOf(const Value& level) { return level.get("level"); }

class CompetencyComparison {
public:
  CompetencyComparison(Comparison& comparison, const RecordPair& pair)
      : comparison_(comparison),
        pair_(pair),
        before_(pair.before.list("levels")),
        after_(pair.after.list("levels")),
        bullets_(comparison, pair) {}

  void compare() {
    partners_ = Edits::partnersByKey("levels", before_, after_);
    for (size_t i = 0; i < before_.size(); ++i) {
      if (!partners_[i]) partners_[i] = findRenamed(levelOf(before_[i]));
    }
    gatherBullets();
    bullets_.match();
    Path path = pair_.path;
    path.push_back("levels");
    const auto inner = [&](const Path& at, const Value& from, const Value& to) {
      compareLevel(at, from, to);
      return EditIds();
    };
    const ArrayChange change = comparison_.edits.betweenElements(path, before_, after_, partners_, inner);
    for (const ElementChange& element : change.elements) tellLevel(element);
    // The order of levels is that of their scale, which tells it.
    comparison_.carry(change.order);
    bullets_.compareLists(pair_.path, pair_.before, pair_.after);
    bullets_.tell();
    std::set<StringRef> done = {"levels", "credentials"};
    for (const Member& member : pair_.before.members) {
      if (bullets_.takes(member.name)) done.insert(member.name);
    }
    for (const Member& member : pair_.after.members) {
      if (bullets_.takes(member.name)) done.insert(member.name);
    }
    comparison_.compareCredentials(pair_);
    comparison_.compareMembers(pair_, done);
  }

private:
  const Value* findRenamed(StringRef level) const {
    const StringRef now = comparison_.renamed(pair_.after.get("scale"), level);
    const auto* found = llvm::find_if(after_, [&](const Value& it) { return levelOf(it) == now; });
    return now == level || found == after_.end() ? nullptr : found;
  }

  void gatherBullets() {
    bullets_.addBefore(pair_.before, "", "");
    bullets_.addAfter(pair_.after, "");
    for (size_t i = 0; i < before_.size(); ++i) {
      const Value* partner = partners_[i];
      // A level that is gone is nowhere, which is not the same as no level.
      bullets_.addBefore(before_[i], levelOf(before_[i]), partner ? levelOf(*partner) : "\n");
    }
    for (const Value& level : after_) bullets_.addAfter(level, levelOf(level));
  }

  void compareLevel(const Path& path, const Value& from, const Value& to) {
    const RecordPair inner = {pair_.table, pair_.subject, from, to, path};
    const std::string title = comparison_.after.levelTitle(pair_.after.get("scale"), levelOf(to));
    std::optional<size_t> about;
    forEachDifference(from, to, [&](const MemberPair& member) {
      // Its key changes last.
      if (bullets_.takes(member.name) || member.name == "level") return;
      const EditIds edits = comparison_.between(inner, member);
      if (about && member.name == "aboutMarkdown") {
        Change& change = comparison_.out.changes[*about];
        change.edits.insert(change.edits.end(), edits.begin(), edits.end());
        return;
      }
      const ChangeId id = member.name == "title"          ? ChangeId::TitleChanged
                          : member.name == "translations" ? ChangeId::TranslationChanged
                                                          : ChangeId::AboutChanged;
      Phrase clause;
      clause.name(title).words(member.name == "title"            ? ": the level has another title"
                               : member.name == "translations"   ? ": the level is translated differently"
                               : member.name == "aboutMarkdown" ? ": the level is described in the same words, marked up differently"
                                                                 : ": the level is described in other words");
      if (!member.name.ends_with("Markdown") && member.name != "translations") {
        if (member.after) clause.words(": ").after(member.after->text);
        if (member.before) clause.words(member.after ? " instead of " : ", no longer ").before(member.before->text);
      }
      if (id == ChangeId::AboutChanged) about = comparison_.out.changes.size();
      comparison_.tell(id, pair_.subject, clause, edits).facts = {{"level", levelOf(to).str()}};
    });
    bullets_.compareLists(path, from, to);
  }

  void tellLevel(const ElementChange& element) {
    if (element.edits.empty()) return;
    // The name of a level changes in its scale, which tells it.
    if (element.before && element.after) return comparison_.carry(element.edits);
    const Value& level = element.after ? *element.after : *element.before;
    if (followsFromScale(level, element.after == nullptr)) return comparison_.carry(element.edits);
    const Document& document = element.after ? comparison_.after : comparison_.before;
    const Value& record = element.after ? pair_.after : pair_.before;
    Phrase clause;
    clause.words(element.after ? "is now described at " : "is no longer described at ");
    clause.name(document.levelTitle(record.get("scale"), levelOf(level)));
    comparison_.tell(element.after ? ChangeId::LevelOffered : ChangeId::LevelWithdrawn, pair_.subject, clause, element.edits)
        .facts = {{"level", levelOf(level).str()}};
  }

  /// Whether the competency has said nothing of the level, which came or went with the scale.
  [[nodiscard]] bool followsFromScale(const Value& level, bool isGone) const {
    const auto isEmpty = [](const Member& it) {
      return it.name == "level" || (it.value.isArray() && it.value.elements.empty());
    };
    if (!llvm::all_of(level.members, isEmpty)) return false;
    const Document& other = isGone ? comparison_.after : comparison_.before;
    const StringRef scale = (isGone ? pair_.after : pair_.before).get("scale");
    return pair_.before.get("scale") != pair_.after.get("scale") || !other.rank(scale, levelOf(level));
  }

  Comparison& comparison_;
  const RecordPair& pair_;
  ArrayRef<Value> before_;
  ArrayRef<Value> after_;
  std::vector<const Value*> partners_;
  BulletComparison bullets_;
};

}  // namespace

void Comparison::compareCompetency(const RecordPair& pair) { CompetencyComparison(*this, pair).compare(); }

/// The bullets and statements in the block of a profile.
void Comparison::compareStatementLists(const RecordPair& pair) {
  BulletComparison bullets(*this, pair);
  bullets.addBefore(pair.before, "", "");
  bullets.addAfter(pair.after, "");
  bullets.match();
  bullets.compareLists(pair.path, pair.before, pair.after);
  bullets.tell();
}

void Comparison::tellCredentialImportance(const RecordPair& pair, const Value& old, const Value& now, const EditIds& changed) {
  const bool isRaised = strength(importanceOf(now)) > strength(importanceOf(old));
  Phrase clause;
  clause.name(after.titleOf("credentials", now.get("credential"))).words(" becomes ").name(importanceOf(now));
  clause.words(", and was ").name(importanceOf(old));
  Change& change = tell(isRaised ? ChangeId::ImportanceRaised : ChangeId::ImportanceLowered, pair.subject, clause, changed);
  change.facts = {{"credential", now.get("credential").str()}};
  if (!isEssential(now)) change.step = VersionStep::Minor;
}

/// A credential that is asked for where the one that it replaces went.
void Comparison::tellCredentialSuccession(const RecordPair& pair, ElementChange& successor, std::vector<ElementChange>& all) {
  const StringRef id = successor.after->get("credential");
  const StringRef importance = importanceOf(*successor.after);
  const auto isPredecessor = [&](const ElementChange& it) {
    return it.before && !it.after && !it.edits.empty() && succeeds("credentials", id, it.before->get("credential"));
  };
  const bool isAsImportant = llvm::none_of(all, [&](const ElementChange& it) {
    return isPredecessor(it) && importanceOf(*it.before) != importance;
  });
  Phrase clause;
  clause.verb("asks for the credential ", "ask for the credential ").name(after.titleOf("credentials", id));
  if (!isAsImportant || importance != "essential") clause.words(fmt::format(" ({})", importance));
  std::vector<std::string> keys;
  bool isStronger = true;
  for (ElementChange& it : all) {
    if (!isPredecessor(it)) continue;
    clause.words(keys.empty() ? " in place of " : ", and of ").name(before.titleOf("credentials", it.before->get("credential")));
    if (!isAsImportant) clause.words(fmt::format(" ({})", importanceOf(*it.before)));
    isStronger = isStronger && strength(importance) > strength(importanceOf(*it.before));
    if (rekeyed("credentials", it.before->get("credential")) == id && isAsImportant) {
      carry(it.edits);
      carry(successor.edits);
      it.edits.clear();
      successor.edits.clear();
      return;
    }
    keys.push_back(it.before->get("credential").str());
    llvm::append_range(successor.edits, it.edits);
    it.edits.clear();
  }
  if (keys.empty()) return;
  Change& told = tell(ChangeId::CredentialReplaced, pair.subject, clause, successor.edits);
  told.facts = {{"credential", id.str()}, {"replaces", fmt::format("{}", fmt::join(keys, " "))}};
  if (!isStronger || importance != "essential") told.step = VersionStep::Minor;
  successor.edits.clear();
}

void Comparison::compareCredentials(const RecordPair& pair) {
  const ArrayRef<Value> from = pair.before.list("credentials");
  const ArrayRef<Value> to = pair.after.list("credentials");
  Path path = pair.path;
  path.push_back("credentials");
  const auto inner = [&](const Path& at, const Value& old, const Value& now) {
    const EditIds changed = edits.between(at, &old, &now);
    tellCredentialImportance(pair, old, now, changed);
    return EditIds();
  };
  ArrayChange change = edits.betweenElements(path, from, to, Edits::partnersByKey("credentials", from, to), inner);
  carry(change.order);
  for (ElementChange& element : change.elements) {
    if (!element.before) tellCredentialSuccession(pair, element, change.elements);
  }
  for (const ElementChange& element : change.elements) {
    if (element.edits.empty() || (element.before && element.after)) continue;
    const Value& credential = element.after ? *element.after : *element.before;
    const StringRef id = credential.get("credential");
    Phrase clause;
    element.after ? clause.verb("now also asks for the credential ", "now also ask for the credential ")
                  : clause.verb("no longer asks for the credential ", "no longer ask for the credential ");
    clause.name((element.after ? after : before).titleOf("credentials", id));
    if (!isEssential(credential)) clause.words(fmt::format(" ({})", importanceOf(credential)));
    Change& told = tell(element.after ? ChangeId::CredentialAdded : ChangeId::CredentialRemoved, pair.subject, clause, element.edits);
    told.facts = {{"credential", id.str()}};
    if (element.after && !isEssential(credential)) told.step = VersionStep::Minor;
  }
}

}  // namespace cadre::diff
