// Scales: levels that come, go, change places or names; and what that does to comparisons of levels.
#include "diff/bullets.h"
#include "diff/comparison.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

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
  /// Levels that have another name: with the same title, or in the same places between the same neighbours.
  void findRenamed() {
    for (size_t i = 0; i < before_.size(); ++i) {
      if (partners_[i]) continue;
      const auto* same = llvm::find_if(after_, [&](const Value& it) {
        return !llvm::is_contained(partners_, &it) && levelTitle(it) == levelTitle(before_[i]);
      });
      if (same != after_.end()) partners_[i] = same;
    }
    for (size_t first = 0; first < before_.size(); ++first) {
      if (!partners_[first]) first = pairUpRun(first);
    }
    for (size_t i = 0; i < before_.size(); ++i) {
      if (partners_[i] && levelName(*partners_[i]) != levelName(before_[i]))
        comparison_.renamedLevels[{pair_.subject.id, levelName(before_[i]).str()}] = levelName(*partners_[i]).str();
    }
  }

  /// Pairs up the levels from `first` on that are gone with as many that came in their place. Gives the last
  /// of them.
  size_t pairUpRun(size_t first) {
    size_t end = first;
    while (end < before_.size() && !partners_[end]) ++end;
    const Value* below = first == 0 ? after_.begin() : partners_[first - 1] + 1;
    const Value* above = end == before_.size() ? after_.end() : partners_[end];
    const bool areAsMany = below <= above && static_cast<size_t>(above - below) == end - first;
    const bool areNew = areAsMany && llvm::none_of(ArrayRef(below, above), [&](const Value& it) {
                          return llvm::is_contained(partners_, &it);
                        });
    for (size_t i = first; areNew && i < end; ++i) partners_[i] = below + (i - first);
    return end - 1;
  }

  void gatherBullets(BulletComparison& bullets) {
    for (size_t i = 0; i < before_.size(); ++i) {
      const Value* partner = partners_[i];
      bullets.addBefore(before_[i], levelName(before_[i]), partner ? levelName(*partner) : "");
    }
    for (const Value& level : after_) bullets.addAfter(level, levelName(level));
  }

  void compareLevel(const Path& path, const Value& from, const Value& to, BulletComparison& bullets) {
    const RecordPair inner = {pair_.table, pair_.subject, from, to, path};
    const std::string title = levelTitle(to);
    forEachDifference(from, to, [&](const MemberPair& member) {
      if (member.name == "id") return;  // Its key, which changes last.
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
    if (member.name.ends_with("Markdown")) {
      clause.words("its level ").name(title).words(" is described in the same words, marked up differently");
    } else {
      clause.words(id == ChangeId::TitleChanged ? "its level " : "the description of its level ").name(title);
      clause.words(id == ChangeId::TitleChanged ? " has another title: " : " is another: ");
      if (member.after) clause.after(member.after->text);
      if (member.before) clause.words(member.after ? " instead of " : "none, instead of ").before(member.before->text);
    }
    comparison_.tell(id, pair_.subject, clause, edits).facts = {{"level", levelName(inner.after).str()}};
  }

  void tellLevelTranslations(const RecordPair& inner, const MemberPair& member, const std::string& title) {
    const auto isTold = [&](const Value* translations) {
      return !translations ||
             llvm::all_of(translations->members, [&](const Member& it) { return comparison_.hasOnOneSide(it.name); });
    };
    // With the language, of the framework.
    if (isTold(member.before) && isTold(member.after)) return comparison_.carry(comparison_.between(inner, member));
    Phrase clause;
    clause.words("the translations of its level ").name(title).words(" are others");
    comparison_.tell(ChangeId::TranslationChanged, pair_.subject, clause, comparison_.between(inner, member));
  }

  void tellLevel(const ElementChange& element) {
    if (element.edits.empty()) return;
    if (element.before && element.after && levelName(*element.before) == levelName(*element.after)) return;
    Phrase clause;
    const Value* shown = element.after ? element.after : element.before;
    ChangeId id = ChangeId::LevelRenamed;
    if (element.before && element.after) {
      clause.words("its level ").name(levelName(*element.before)).words(" is now called ").name(levelName(*element.after));
      clause.words(" in the source; other systems know it by another key");
    } else if (element.after) {
      const bool isTop = llvm::none_of(partners_, [&](const Value* it) { return it && it > element.after; });
      id = isTop ? ChangeId::LevelAdded : ChangeId::LevelInserted;
      clause.words("has the new level ").name(levelTitle(*element.after));
      clause.words(isTop ? " above the others" : " below ");
      const auto* next = element.after + 1;
      while (!isTop && !llvm::is_contained(partners_, next)) ++next;
      if (!isTop) clause.name(levelTitle(*next));
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
    const auto list = [&](ArrayRef<Value> levels) {
      for (const Value& level : levels) {
        if (&level != levels.begin()) clause.words(", ");
        clause.name(levelTitle(level));
      }
    };
    list(after_);
    clause.words(" instead of ");
    list(before_);
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

/// Numbers in the place of levels, or the reverse: one change, whatever it consists of.
static Phrase levelsInWords(const Value& scale) {
  Phrase clause;
  const ArrayRef<Value> levels = scale.list("levels");
  if (levels.empty()) return clause.words("the numbers ").name((scale.get("minimum") + " to " + scale.get("maximum")).str());
  clause.words(levels.size() == 1 ? "the level " : "the levels ");
  for (const Value& level : levels) {
    if (&level != levels.begin()) clause.words(&level == &levels.back() ? " and " : ", ");
    clause.name(levelTitle(level));
  }
  return clause;
}

void Comparison::tellOtherLevels(const RecordPair& pair) {
  EditIds consistsOf;
  forEachDifference(pair.before, pair.after, [&](const MemberPair& member) {
    if (llvm::is_contained(ArrayRef<StringRef>{"kind", "levels", "minimum", "maximum", "cumulative"}, member.name))
      llvm::append_range(consistsOf, between(pair, member));
  });
  Phrase clause;
  clause.words("now has ").append(levelsInWords(pair.after)).words(" instead of ").append(levelsInWords(pair.before));
  tell(ChangeId::ScaleChanged, pair.subject, clause, consistsOf).facts = {
      {"member", "kind"}, {"before", pair.before.get("kind").str()}, {"after", pair.after.get("kind").str()}};
}

void Comparison::compareScale(const RecordPair& pair) {
  std::set<StringRef> done = {"levels"};
  const MemberPair cumulative = {"cumulative", pair.before.find("cumulative"), pair.after.find("cumulative")};
  if (pair.before.get("kind") != pair.after.get("kind") && pair.before.list("levels").empty() != pair.after.list("levels").empty()) {
    tellOtherLevels(pair);
    done.insert({"kind", "minimum", "maximum", "cumulative"});
  } else if (pair.before.flag("cumulative") != pair.after.flag("cumulative")) {
    Phrase clause;
    clause.words(pair.after.flag("cumulative") ? "has levels that now include those below"
                                               : "has levels that no longer include those below");
    tell(ChangeId::CumulativeChanged, pair.subject, clause, between(pair, cumulative));
    done.insert("cumulative");
  }
  if (done.contains("kind")) {
    // With what they took the place of, or what took theirs.
  } else if (pair.before.find("levels") && pair.after.find("levels")) {
    ScaleLevels(*this, pair).compare();
  } else {
    done.erase("levels");
  }
  compareMembers(pair, done);
}

namespace {

/// The level of a scale or of a competency that is called `name`, or null.
const Value* findLevel(const Value* record, StringRef member, StringRef name) {
  if (!record) return nullptr;
  const ArrayRef<Value> levels = record->list("levels");
  const auto* found = llvm::find_if(levels, [&](const Value& it) { return it.get(member) == name; });
  return found == levels.end() ? nullptr : found;
}

/// What a level of a scale asks for beside itself, on both sides.
class Inclusion {
public:
  Inclusion(const Comparison& comparison, StringRef scale, StringRef competency)
      : comparison_(comparison), scale_(scale), competency_(competency) {}

  /// The levels that `to` includes now and the same level, `from`, did not; and the reverse, by their old names.
  void compare(StringRef from, StringRef to) {
    const std::vector<StringRef> old = included(comparison_.before, from);
    const std::vector<StringRef> now = included(comparison_.after, to);
    for (const StringRef it : now) {
      const bool wasIncluded = llvm::any_of(old, [&](StringRef was) { return comparison_.renamed(scale_, was) == it; });
      if (!wasIncluded && says(comparison_.after, it)) come.push_back(it);
    }
    for (const StringRef it : old) {
      const StringRef name = comparison_.renamed(scale_, it);
      if (!llvm::is_contained(now, name) && says(comparison_.before, it)) gone.push_back(it);
    }
  }

  std::vector<StringRef> come;
  std::vector<StringRef> gone;

private:
  /// The levels below `level` where they are part of it.
  [[nodiscard]] std::vector<StringRef> included(const Document& document, StringRef level) const {
    std::vector<StringRef> out;
    const Value* record = document.find("scales", scale_);
    const std::optional<double> top = document.rank(scale_, level);
    if (!record || !record->flag("cumulative") || !top) return out;
    for (const Value& it : record->list("levels")) {
      const std::optional<double> rank = document.rank(scale_, levelName(it));
      if (rank && *rank < *top) out.push_back(levelName(it));
    }
    return out;
  }

  /// Whether the level asks for something: where the competency, or the scale itself, says what.
  [[nodiscard]] bool says(const Document& document, StringRef level) const {
    const Value* competency = document.find("competencies", competency_);
    const Value* rubric = findLevel(competency, "level", level);
    const bool isOffered = rubric || !competency || competency->list("levels").empty();
    if (!isOffered) return false;
    const bool isDescribed = rubric && llvm::any_of(rubric->members, [](const Member& it) {
                               return it.name != "level" && !(it.value.isArray() && it.value.elements.empty());
                             });
    const Value* own = findLevel(document.find("scales", scale_), "id", level);
    return isDescribed || (own && !own->list("descriptors").empty());
  }

  const Comparison& comparison_;
  StringRef scale_;
  StringRef competency_;
};

}  // namespace

void Comparison::compareInclusion(const Subject& profile, const Value& from, const Value& to) {
  llvm::StringMap<const Value*> old;
  for (const Value& it : from.list("requirements")) old.try_emplace(it.get("competency"), &it);
  for (const Value& now : to.list("requirements")) {
    const StringRef competency = now.get("competency");
    const Value* was = old.lookup(competency);
    const StringRef scale = after.scaleOf(competency);
    if (!was || scale.empty()) continue;
    if (rekeyed("scales", before.scaleOf(competency)) != scale) {
      tellOtherScale(profile, *was, now);
      continue;
    }
    if (before.scaleOf(competency) != scale) continue;
    const Value* oldScale = before.find("scales", scale);
    const Value* newScale = after.find("scales", scale);
    const StringRef level = now.get("level");
    // Where the level is another one, that is told.
    if (!oldScale || !newScale || *oldScale == *newScale || renamed(scale, was->get("level")) != level) continue;
    Inclusion inclusion(*this, scale, competency);
    inclusion.compare(was->get("level"), level);
    if (inclusion.come.empty() && inclusion.gone.empty()) continue;
    const auto list = [&](Phrase& clause, const Document& document, ArrayRef<StringRef> levels) {
      for (size_t i = 0; i < levels.size(); ++i) {
        if (i != 0) clause.words(i + 1 == levels.size() ? " and " : ", ");
        clause.name(document.levelTitle(scale, levels[i]));
      }
    };
    Phrase clause;
    clause.name(titleIn(after, "competencies", competency)).words(" at ").name(after.levelTitle(scale, level));
    if (!inclusion.come.empty()) list(clause.words(" now also includes "), after, inclusion.come);
    if (!inclusion.gone.empty()) {
      clause.words(inclusion.come.empty() ? " no longer includes " : ", and no longer ");
      list(clause, before, inclusion.gone);
    }
    Change& change = tell(inclusion.come.empty() ? ChangeId::RequirementNarrowed : ChangeId::RequirementWidened, profile, clause, {});
    change.facts = {{"competency", competency.str()}, {"level", level.str()}};
    if (!inclusion.come.empty()) change.facts.emplace_back("includes", llvm::join(inclusion.come, " "));
    if (!inclusion.gone.empty()) change.facts.emplace_back("excludes", llvm::join(inclusion.gone, " "));
    change.cause = Cause{Cause::Kind::Scale, scale.str(), after.titleOf("scales", scale)};
    if (!isEssential(now)) change.step = VersionStep::Minor;
  }
}

/// A level of the same name on another scale is another level, though no line of the profile has changed. Where the
/// name is another one, its line tells that.
void Comparison::tellOtherScale(const Subject& profile, const Value& was, const Value& now) {
  const StringRef competency = now.get("competency");
  const StringRef level = now.get("level");
  const StringRef oldScale = before.scaleOf(competency);
  const StringRef newScale = after.scaleOf(competency);
  if (oldScale.empty() || level.empty() || was.get("level") != level) return;
  Phrase clause;
  clause.name(titleIn(after, "competencies", competency)).words(" is asked for at ").name(after.levelTitle(newScale, level));
  clause.words(" of ").name(after.titleOf("scales", newScale)).words(" instead of ").name(before.levelTitle(oldScale, level));
  clause.words(" of ").name(before.titleOf("scales", oldScale));
  Change& change = tell(ChangeId::RequirementChanged, profile, clause, {});
  change.facts = {{"competency", competency.str()}, {"before", level.str()}, {"after", level.str()},
                  {"scaleBefore", oldScale.str()}, {"scaleAfter", newScale.str()}};
  change.cause = Cause{Cause::Kind::Scale, newScale.str(), after.titleOf("scales", newScale)};
  if (!isEssential(now)) change.step = VersionStep::Minor;
}

void Comparison::compareInclusions() {
  const bool haveSameScales = before.records("scales") == after.records("scales");
  const bool keepScales = llvm::all_of(after.records("competencies"), [&](const Value& it) {
    const Value* old = before.find("competencies", it.get("id"));
    return !old || old->get("scale") == it.get("scale");
  });
  if (haveSameScales && keepScales) return;
  const ArrayRef<Value> published = before.records("profiles");
  for (const Value& now : after.records("profiles")) {
    const StringRef id = now.get("id");
    const Value* old = before.find("profiles", id);
    const bool wasPublished = old && old >= published.begin() && old < published.end();
    if (wasPublished) compareInclusion({"profile", id.str(), titleOf(now), now.flag("external")}, *old, now);
  }
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
