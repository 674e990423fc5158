// Scales: levels that come, go, change places or names; and what that does to comparisons of levels.
#include "diff/bullets.h"
#include "diff/comparison.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::diff {

namespace {

StringRef levelName(const Value& level) { return level.get("id"); }

std::string levelTitle(const Value& level) {
  const StringRef title = level.get("title");
  return (title.empty() ? levelName(level) : title).str();
}

/// The levels of one scale on both sides, matched.
class ScaleLevels {
public:
  ScaleLevels(Comparison& comparison, const RecordPair& pair)
      : comparison_(comparison), pair_(pair), before_(pair.before.list("levels")), after_(pair.after.list("levels")) {}

  void compare() {
    partners_ = Edits::partnersByKey("levels", before_, after_);
    findRenamed();
    BulletComparison bullets(comparison_, pair_);
    gatherBullets(bullets);
    bullets.match();
    Path path = pair_.path;
    path.push_back("levels");
    const auto inner = [&](const Path& at, const Value& from, const Value& to) {
      compareLevel(at, from, to, bullets);
      return EditIds();
    };
    const ArrayChange change = comparison_.edits.betweenElements(path, before_, after_, partners_, inner);
    for (const ElementChange& element : change.elements) tellLevel(element);
    if (!change.order.empty()) tellOrder(change.order);
    bullets.tell();
    carryOrdinals();
  }

private:
  /// A level that came in where one went, alone between the same neighbours: it has another name.
  void findRenamed() {
    for (size_t i = 0; i < before_.size(); ++i) {
      if (partners_[i]) continue;
      const Value* below = i == 0 ? nullptr : partners_[i - 1];
      const Value* above = i + 1 == before_.size() ? nullptr : partners_[i + 1];
      if ((i != 0 && !below) || (i + 1 != before_.size() && !above)) continue;
      const Value* candidate = below ? below + 1 : after_.begin();
      const bool fits = candidate < after_.end() && !llvm::is_contained(partners_, candidate) &&
                        (above ? candidate + 1 == above : candidate + 1 == after_.end());
      if (!fits) continue;
      partners_[i] = candidate;
      comparison_.renamedLevels[{pair_.subject.id, levelName(before_[i]).str()}] = levelName(*candidate).str();
    }
  }

  void gatherBullets(BulletComparison& bullets) {
    for (size_t i = 0; i < before_.size(); ++i) {
      const Value* partner = partners_[i];
      const bool isWhole = !partner || levelName(before_[i]) != levelName(*partner);
      bullets.addBefore(before_[i], levelName(before_[i]), partner ? levelName(*partner) : "", isWhole);
    }
    for (const Value& level : after_) bullets.addAfter(level, levelName(level), isWholeAfter(level));
  }

  [[nodiscard]] bool isWholeAfter(const Value& level) const {
    for (size_t i = 0; i < before_.size(); ++i) {
      if (partners_[i] == &level) return levelName(before_[i]) != levelName(level);
    }
    return true;
  }

  void compareLevel(const Path& path, const Value& from, const Value& to, BulletComparison& bullets) {
    const RecordPair inner = {pair_.table, pair_.subject, from, to, path};
    const std::string title = levelTitle(to);
    forEachDifference(from, to, [&](const MemberPair& member) {
      if (member.name == "ordinal") {
        ordinals_.push_back(comparison_.between(inner, member));
      } else if (!bullets.takes(member.name)) {
        tellLevelMember(inner, member, title);
      }
    });
    bullets.compareLists(path, from, to);
  }

  void tellLevelMember(const RecordPair& inner, const MemberPair& member, const std::string& title) {
    if (member.name == "translations") return tellLevelTranslations(inner, member, title);
    const ChangeId id = member.name == "title" ? ChangeId::TitleChanged : ChangeId::AboutChanged;
    const EditIds edits = comparison_.between(inner, member);
    if (member.name.ends_with("Markdown") && !comparison_.out.changes.empty()) {
      Change& last = comparison_.out.changes.back();
      if (last.id == id && last.subject == pair_.subject) return (void)last.edits.insert(last.edits.end(), edits.begin(), edits.end());
    }
    Phrase clause;
    const auto quote = [](const Value* value) { return value ? value->text : StringRef("nothing"); };
    clause.words(id == ChangeId::TitleChanged ? "its level is now called " : "its level ");
    if (id == ChangeId::AboutChanged) clause.name(title).words(" is described as ");
    clause.after(quote(member.after)).words(" instead of ").before(quote(member.before));
    comparison_.tell(id, pair_.subject, clause, edits).facts = {{"level", levelName(inner.after).str()}};
  }

  void tellLevelTranslations(const RecordPair& inner, const MemberPair& member, const std::string& title) {
    Phrase clause;
    clause.words("the translations of its level ").name(title).words(" are others");
    comparison_.tell(ChangeId::TranslationChanged, pair_.subject, clause, comparison_.between(inner, member));
  }

  void tellLevel(const ElementChange& element) {
    if (element.edits.empty()) return;
    Phrase clause;
    const Value* shown = element.after ? element.after : element.before;
    ChangeId id = ChangeId::LevelRenamed;
    if (element.before && element.after) {
      clause.words("its level ").name(levelTitle(*element.before)).words(" is now ").name(levelTitle(*element.after));
      clause.words(", and so has another key");
    } else if (element.after) {
      const bool isTop = element.after + 1 == after_.end();
      id = isTop ? ChangeId::LevelAdded : ChangeId::LevelInserted;
      clause.words("has the new level ").name(levelTitle(*element.after));
      clause.words(isTop ? " above the others" : " below ");
      if (!isTop) clause.name(levelTitle(element.after[1]));
    } else {
      id = ChangeId::LevelRemoved;
      clause.words("no longer has the level ").name(levelTitle(*element.before));
    }
    Change& change = comparison_.tell(id, pair_.subject, clause, element.edits);
    change.facts = {{"level", levelName(*shown).str()}};
    if (element.before && element.after) change.facts.emplace_back("before", levelName(*element.before).str());
    reasonForShift_ = comparison_.out.changes.size() - 1;
  }

  void tellOrder(const EditIds& edits) {
    Phrase clause;
    clause.words("has its levels in another order: ");
    for (const Value& level : after_) {
      if (&level != after_.begin()) clause.words(", ");
      clause.name(levelTitle(level));
    }
    comparison_.tell(ChangeId::LevelsReordered, pair_.subject, clause, edits);
    reasonForShift_ = comparison_.out.changes.size() - 1;
  }

  /// Numbers shift because levels come, go or change places: they belong to what told that.
  void carryOrdinals() {
    for (const EditIds& edits : ordinals_) {
      if (reasonForShift_) {
        Change& change = comparison_.out.changes[*reasonForShift_];
        change.edits.insert(change.edits.end(), edits.begin(), edits.end());
      } else {
        comparison_.carry(edits);
      }
    }
  }

  Comparison& comparison_;
  const RecordPair& pair_;
  ArrayRef<Value> before_;
  ArrayRef<Value> after_;
  std::vector<const Value*> partners_;
  std::vector<EditIds> ordinals_;
  std::optional<size_t> reasonForShift_;
};

}  // namespace

void Comparison::compareScale(const RecordPair& pair) {
  std::set<StringRef> done = {"levels"};
  const MemberPair cumulative = {"cumulative", pair.before.find("cumulative"), pair.after.find("cumulative")};
  if (pair.before.flag("cumulative") != pair.after.flag("cumulative")) {
    Phrase clause;
    clause.words(pair.after.flag("cumulative") ? "has levels that now include those below"
                                               : "has levels that no longer include those below");
    tell(ChangeId::CumulativeChanged, pair.subject, clause, between(pair, cumulative));
    done.insert("cumulative");
  }
  if (pair.before.find("levels") && pair.after.find("levels")) {
    ScaleLevels(*this, pair).compare();
  } else {
    done.erase("levels");
  }
  compareMembers(pair, done);
}

StringRef Comparison::renamed(StringRef scale, StringRef level) const {
  const auto found = renamedLevels.find({scale.str(), level.str()});
  return found == renamedLevels.end() ? level : StringRef(found->second);
}

std::optional<int> Comparison::compareLevels(StringRef scale, StringRef oldLevel, StringRef newLevel) const {
  const StringRef old = renamed(scale, oldLevel);
  if (old == newLevel) return 0;
  std::optional<double> from = after.rank(scale, old);
  std::optional<double> to = after.rank(scale, newLevel);
  if (!from || !to) {
    from = before.rank(scale, oldLevel);
    to = before.rank(scale, newLevel);
  }
  if (!from || !to) return std::nullopt;
  return *to < *from ? -1 : *to > *from ? 1 : 0;
}

}  // namespace cadre::diff
