// Profiles and rules: what is required in effect, and whose line changed it.
#include "diff/comparison.h"

#include "support/listing.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::diff {

namespace {

StringRef competencyOf(const Value& requirement) { return requirement.get("competency"); }

/// A line that has a part in a requirement, by whose it is. Rules of the older side go by their new ids.
using OriginKey = std::pair<std::string, std::string>;

class Origins {
public:
  Origins(const Comparison& comparison, const Value* requirement, bool isOld) {
    if (!requirement) return;
    for (const Value& origin : requirement->list("origins")) {
      const StringRef rule = origin.get("rule");
      const StringRef base = origin.get("profile");
      const StringRef whose = rule.empty() ? (isOld ? comparison.rekeyed("profiles", base) : base)
                              : isOld      ? comparison.renumbered(rule)
                                           : rule;
      lines_.emplace_back(OriginKey{origin.get("kind").str(), whose.str()}, &origin);
    }
  }

  [[nodiscard]] const Value* find(const OriginKey& key) const {
    const auto* found = llvm::find_if(lines_, [&](const auto& it) { return it.first == key; });
    return found == lines_.end() ? nullptr : found->second;
  }
  [[nodiscard]] auto lines() const { return ArrayRef(lines_); }

private:
  llvm::SmallVector<std::pair<OriginKey, const Value*>, 4> lines_;
};

class RequirementComparison {
public:
  RequirementComparison(Comparison& comparison, const RecordPair& pair)
      : comparison_(comparison),
        pair_(pair),
        before_(pair.before.list("requirements")),
        after_(pair.after.list("requirements")) {}

  void compare() {
    Path path = pair_.path;
    path.push_back("requirements");
    const auto inner = [&](const Path& at, const Value& from, const Value& to) {
      comparePair(at, from, to);
      return EditIds();
    };
    ArrayChange change = comparison_.edits.betweenElements(path, before_, after_,
                                                           Edits::partnersByKey("requirements", before_, after_), inner);
    comparison_.carry(change.order);
    Path drops = pair_.path;
    drops.push_back("drops");
    const ArrayRef<Value> from = pair_.before.list("drops");
    const ArrayRef<Value> to = pair_.after.list("drops");
    drops_ = comparison_.edits.betweenElements(drops, from, to, Edits::partnersByKey("drops", from, to));
    for (ElementChange& come : change.elements) {
      if (!come.before) tellSuccession(come, change.elements);
    }
    for (const ElementChange& element : change.elements) {
      if (element.edits.empty() || (element.before && element.after)) continue;
      element.after ? tellAdded(element) : tellRemoved(element);
    }
    tellDrops();
  }

private:
  [[nodiscard]] std::string competency(const Value& requirement, bool isOld = false) const {
    return (isOld ? comparison_.before : comparison_.after).titleOf("competencies", competencyOf(requirement));
  }
  [[nodiscard]] std::string level(const Value& requirement, bool isOld = false) const {
    const Document& document = isOld ? comparison_.before : comparison_.after;
    return document.levelTitle(document.scaleOf(competencyOf(requirement)), requirement.get("level"));
  }

  /// `member` is that of the requirement of which is told.
  Change& tell(ChangeId id, Phrase clause, const EditIds& edits, const Value* from, const Value* to, StringRef member = "level") {
    Change& change = comparison_.tell(id, pair_.subject, std::move(clause), edits);
    change.facts = {{"competency", competencyOf(to ? *to : *from).str()}};
    change.cause = causeOf(from, to, member);
    if (to && !isEssential(*to) && change.step == VersionStep::Major) change.step = VersionStep::Minor;
    return change;
  }

  void tellAdded(const ElementChange& element) {
    Phrase clause;
    clause.verb("now also asks for ", "now also ask for ").name(competency(*element.after));
    addLevel(clause, *element.after);
    EditIds edits = element.edits;
    const bool wasDropped = findDrop(pair_.before, *element.after) && !findDrop(pair_.after, *element.after);
    if (wasDropped) {
      clause.verb(", which it no longer drops", ", which they no longer drop");
      llvm::append_range(edits, dropEdits(competencyOf(*element.after)));
    }
    Change& change = tell(ChangeId::RequirementAdded, clause, edits, nullptr, element.after);
    if (wasDropped) {
      change.cause = Cause{Cause::Kind::Own, "", ""};
    } else if (auto cause = causeOfDrop(comparison_.before, comparison_.after, *element.after)) {
      change.cause = std::move(cause);
    }
    change.facts.emplace_back("after", element.after->get("level").str());
  }

  static const Value* findDrop(const Value& profile, const Value& requirement) {
    const ArrayRef<Value> drops = profile.list("drops");
    const auto* found = llvm::find_if(drops, [&](const Value& it) { return competencyOf(it) == competencyOf(requirement); });
    return found == drops.end() ? nullptr : found;
  }

  /// The edits of the `drops` line on a competency, which then are told.
  EditIds dropEdits(StringRef competency) {
    EditIds out;
    for (ElementChange& drop : drops_.elements) {
      if (competencyOf(drop.after ? *drop.after : *drop.before) != competency) continue;
      out = std::move(drop.edits);
      drop.edits.clear();
    }
    return out;
  }

  /// What is left of `drops`: other reasons, and what changes nothing in effect.
  void tellDrops() {
    comparison_.carry(drops_.order);
    for (const ElementChange& drop : drops_.elements) {
      if (drop.edits.empty()) continue;
      const Value& line = drop.after ? *drop.after : *drop.before;
      Phrase clause;
      clause.words(!drop.before ? "now says that it drops " : !drop.after ? "no longer says that it drops " : "drops ");
      clause.name((drop.after ? comparison_.after : comparison_.before).titleOf("competencies", competencyOf(line)));
      if (drop.before && drop.after) clause.words(" for another reason: ").after(drop.after->get("because"));
      comparison_.tell(ChangeId::DropsChanged, pair_.subject, clause, drop.edits).facts = {{"competency", competencyOf(line).str()}};
    }
  }

  void tellRemoved(const ElementChange& element) {
    Phrase clause;
    clause.verb("no longer asks for ", "no longer ask for ").name(competency(*element.before, true));
    if (!element.before->get("level").empty()) clause.words(" (was at ").name(level(*element.before, true)).words(")");
    if (const Value* drop = findDrop(pair_.after, *element.before); drop && !findDrop(pair_.before, *element.before)) {
      if (const StringRef why = drop->get("because"); !why.empty()) clause.verb(", which it drops: ", ", which they drop: ").after(why);
      EditIds edits = element.edits;
      llvm::append_range(edits, dropEdits(competencyOf(*element.before)));
      Change& change = tell(ChangeId::RequirementRemoved, clause, edits, element.before, nullptr);
      change.cause = Cause{Cause::Kind::Own, "", ""};
      change.facts.emplace_back("before", element.before->get("level").str());
      return;
    }
    Change& change = tell(ChangeId::RequirementRemoved, clause, element.edits, element.before, nullptr);
    change.facts.emplace_back("before", element.before->get("level").str());
    if (auto cause = causeOfDrop(comparison_.after, comparison_.before, *element.before)) change.cause = std::move(cause);
  }

  /// The profile that it extends on both sides, which drops the competency in `here` and not in `there`.
  [[nodiscard]] std::optional<Cause> causeOfDrop(const Document& here, const Document& there, const Value& requirement) const {
    llvm::SmallVector<StringRef, 8> bases;
    const auto add = [&](const Value& profile) {
      for (const Value& it : profile.list("extends")) {
        if (!llvm::is_contained(bases, it.text)) bases.push_back(it.text);
      }
    };
    add(&here == &comparison_.after ? pair_.after : pair_.before);
    for (size_t i = 0; i < bases.size(); ++i) {
      const Value* drops = here.find("profiles", bases[i]);
      const Value* other = there.find("profiles", bases[i]);
      if (drops && other && findDrop(*drops, requirement) && !findDrop(*other, requirement))
        return Cause{Cause::Kind::Base, bases[i].str(), comparison_.titleIn(comparison_.after, "profiles", bases[i])};
      if (drops) add(*drops);
    }
    return std::nullopt;
  }

  /// ` at Expert (desired)`
  void addLevel(Phrase& clause, const Value& requirement) const {
    if (!requirement.get("level").empty()) clause.words(" at ").name(level(requirement));
    if (!isEssential(requirement)) clause.words(fmt::format(" ({})", importanceOf(requirement)));
  }

  /// A requirement that came in where the one on its predecessor went.
  void tellSuccession(ElementChange& come, std::vector<ElementChange>& all) {
    std::vector<ElementChange*> gone;
    for (ElementChange& it : all) {
      const bool isGone = it.before && !it.after && !it.edits.empty();
      if (isGone && comparison_.succeeds("competencies", competencyOf(*come.after), competencyOf(*it.before))) gone.push_back(&it);
    }
    if (gone.empty()) return;
    if (gone.size() == 1 && isSameUnderAnotherKey(*gone.front()->before, *come.after)) {
      comparison_.carry(come.edits);
      comparison_.carry(gone.front()->edits);
      gone.front()->edits.clear();
      come.edits.clear();
      return;
    }
    const bool isAsImportant = llvm::all_of(gone, [&](const ElementChange* it) {
      return importanceOf(*it->before) == importanceOf(*come.after);
    });
    const StringRef scale = comparison_.after.scaleOf(competencyOf(*come.after));
    const bool isOnOtherScale = llvm::any_of(gone, [&](const ElementChange* it) {
      return comparison_.rekeyed("scales", comparison_.before.scaleOf(competencyOf(*it->before))) != scale;
    });
    Phrase clause;
    clause.verb("asks for ", "ask for ");
    // What is the same of both need not be said of both.
    const auto addAsked = [&](const Value& requirement, bool isOld) {
      const Document& document = isOld ? comparison_.before : comparison_.after;
      const StringRef itsScale = document.scaleOf(competencyOf(requirement));
      clause.name(competency(requirement, isOld));
      if (!requirement.get("level").empty()) {
        clause.words(" at ").name(level(requirement, isOld));
        if (isOnOtherScale && !itsScale.empty()) clause.words(" of ").name(document.titleOf("scales", itsScale));
      }
      if (!isAsImportant || (!isOld && !isEssential(requirement))) clause.words(fmt::format(" ({})", importanceOf(requirement)));
    };
    addAsked(*come.after, false);
    EditIds edits = come.edits;
    std::vector<std::string> keys;
    for (ElementChange* it : gone) {
      clause.words(it == gone.front() ? " in place of " : it == gone.back() ? " and " : ", ");
      addAsked(*it->before, true);
      llvm::append_range(edits, it->edits);
      keys.push_back(competencyOf(*it->before).str());
    }
    Change& change = tell(ChangeId::RequirementReplaced, clause, edits, gone.front()->before, come.after);
    change.facts.emplace_back("replaces", fmt::format("{}", fmt::join(keys, " ")));
    if (!change.cause) change.cause = causeOfLine(*come.after);
    const auto rises = [&](const ElementChange* it) { return risesFrom(*it->before, *come.after); };
    const bool becomesStronger = llvm::all_of(gone, [&](const ElementChange* it) {
      return strength(importanceOf(*it->before)) < strength(importanceOf(*come.after));
    });
    if (llvm::none_of(gone, rises) && !becomesStronger) change.step = VersionStep::Minor;
    tellSuccessorDetails(gone, *come.after, std::optional(change.cause));
    for (ElementChange* it : gone) it->edits.clear();
    come.edits.clear();
  }

  /// In what else the requirement on a successor differs. Its steps are told with it.
  void tellSuccessorDetails(ArrayRef<ElementChange*> gone, const Value& now, const std::optional<Cause>& cause) {
    const size_t first = comparison_.out.changes.size();
    const Value& only = *gone.front()->before;
    forEachDifference(only, now, [&](const MemberPair& member) {
      if (gone.size() != 1) return;
      if (member.name == "weight") tellWeight(only, now, member, {});
      if (member.name == "because") tellReason(only, now, member, {});
    });
    for (size_t i = first; i < comparison_.out.changes.size(); ++i) {
      if (!comparison_.out.changes[i].cause) comparison_.out.changes[i].cause = cause;
    }
  }

  /// Whether nothing differs but the key of the competency, which tells it.
  [[nodiscard]] bool isSameUnderAnotherKey(const Value& from, const Value& to) const {
    const StringRef scale = comparison_.after.scaleOf(competencyOf(to));
    if (scale != comparison_.rekeyed("scales", comparison_.before.scaleOf(competencyOf(from)))) return false;
    return comparison_.rekeyed("competencies", competencyOf(from)) == competencyOf(to) && haveSameOrigins(from, to) &&
           comparison_.renamed(scale, from.get("level")) == to.get("level") &&
           llvm::all_of(ArrayRef<StringRef>{"importance", "weight", "because"},
                        [&](StringRef member) { return from.get(member) == to.get(member); });
  }

  /// Whether a requirement on a successor asks for a higher level than the one that it follows, or may.
  [[nodiscard]] bool risesFrom(const Value& from, const Value& to) const {
    const StringRef scale = comparison_.after.scaleOf(competencyOf(to));
    if (scale != comparison_.rekeyed("scales", comparison_.before.scaleOf(competencyOf(from)))) return true;
    const auto order = comparison_.compareLevels(scale, from.get("level"), to.get("level"));
    return !order || *order > 0;
  }

  void comparePair(const Path& path, const Value& from, const Value& to) {
    const RecordPair inner = {pair_.table, pair_.subject, from, to, path};
    const size_t first = comparison_.out.changes.size();
    EditIds rest;
    forEachDifference(from, to, [&](const MemberPair& member) {
      const EditIds edits = comparison_.between(inner, member);
      if (member.name == "level") {
        tellLevel(from, to, edits, rest);
      } else if (member.name == "importance") {
        tellImportance(from, to, edits);
      } else if (member.name == "weight") {
        tellWeight(from, to, member, edits);
      } else if (member.name == "because") {
        tellReason(from, to, member, edits);
      } else {
        llvm::append_range(rest, edits);
      }
    });
    // A scale that a competency has changed to may have a level of the same name.
    if (rest.empty()) return;
    const bool isTold = comparison_.out.changes.size() != first;
    if (isTold) {
      Change& change = comparison_.out.changes[first];
      change.edits.insert(change.edits.end(), rest.begin(), rest.end());
    } else if (haveSameOrigins(from, to)) {
      comparison_.carry(rest);
    } else {
      Phrase clause;
      clause.verb("asks for ", "ask for ").name(competency(to)).words(" as before; only how this is laid down has changed");
      tell(ChangeId::OriginChanged, clause, rest, &from, &to);
    }
  }

  void tellLevel(const Value& from, const Value& to, const EditIds& edits, EditIds& rest) {
    const StringRef oldScale = comparison_.rekeyed("scales", comparison_.before.scaleOf(competencyOf(from)));
    const StringRef newScale = comparison_.after.scaleOf(competencyOf(to));
    const StringRef oldLevel = from.get("level");
    const StringRef newLevel = to.get("level");
    const std::optional<int> order =
        oldScale == newScale ? comparison_.compareLevels(newScale, oldLevel, newLevel) : std::nullopt;
    // The level has another name: its scale tells that.
    if (order == 0) return (void)llvm::append_range(rest, edits);
    Phrase clause;
    clause.name(competency(to));
    ChangeId id = ChangeId::RequirementChanged;
    if (order) {
      id = *order > 0 ? ChangeId::RequirementRaised : ChangeId::RequirementLowered;
      const bool looksSame = level(from, true) == level(to);
      clause.words(*order > 0 ? " rises from " : " falls from ").name(looksSame ? oldLevel.str() : level(from, true));
      clause.words(" to ").name(looksSame ? newLevel.str() : level(to));
      if (isTurnedRound(newScale, oldLevel, newLevel, *order))
        clause.words(", as the levels of ").name(comparison_.after.titleOf("scales", newScale)).words(" stand in another order now");
    } else {
      clause.words(" is asked for");
      newLevel.empty() ? clause.words(" without a level") : clause.words(" at ").name(level(to));
      clause.words(" instead of ");
      oldLevel.empty() ? clause.words("without a level") : clause.name(level(from, true));
    }
    Change& change = tell(id, clause, edits, &from, &to);
    change.facts.emplace_back("before", oldLevel.str());
    change.facts.emplace_back("after", newLevel.str());
  }

  /// Whether the two levels stood the other way round before.
  [[nodiscard]] bool isTurnedRound(StringRef scale, StringRef from, StringRef to, int order) const {
    const std::optional<double> old = comparison_.before.rank(scale, from);
    const std::optional<double> now = comparison_.before.rank(scale, to);
    return old && now && (order > 0 ? *now < *old : *now > *old);
  }

  void tellImportance(const Value& from, const Value& to, const EditIds& edits) {
    const bool isRaised = strength(importanceOf(to)) > strength(importanceOf(from));
    Phrase clause;
    clause.name(competency(to)).words(" becomes ").name(importanceOf(to)).words(", and was ").name(importanceOf(from));
    Change& change = tell(isRaised ? ChangeId::ImportanceRaised : ChangeId::ImportanceLowered, clause, edits, &from, &to, "importance");
    change.facts.emplace_back("before", importanceOf(from).str());
    change.facts.emplace_back("after", importanceOf(to).str());
  }

  void tellWeight(const Value& from, const Value& to, const MemberPair& member, const EditIds& edits) {
    Phrase clause;
    clause.name(competency(to));
    if (member.after) clause.words(member.before ? " weighs " : " now weighs ").name(member.after->text);
    if (member.before) clause.words(member.after ? " instead of " : " no longer has a weight; it was ").name(member.before->text);
    tell(ChangeId::WeightChanged, clause, edits, &from, &to, "weight");
  }

  void tellReason(const Value& from, const Value& to, const MemberPair& member, const EditIds& edits) {
    Phrase clause;
    if (member.after && member.before) {
      clause.words("the reason for ").name(competency(to)).words(" is now ").after(member.after->text).words(" instead of ").before(member.before->text);
    } else if (member.after) {
      clause.verb("now says why it asks for ", "now say why they ask for ").name(competency(to)).words(": ").after(member.after->text);
    } else {
      clause.verb("no longer says why it asks for ", "no longer say why they ask for ").name(competency(to));
      clause.verb("; it said ", "; they said ").before(member.before->text);
    }
    tell(ChangeId::ReasonChanged, clause, edits, &from, &to, "because");
  }

  [[nodiscard]] bool haveSameOrigins(const Value& from, const Value& to) const {
    const Origins old(comparison_, &from, true);
    const Origins now(comparison_, &to, false);
    return old.lines().size() == now.lines().size() && llvm::all_of(now.lines(), [&](const auto& line) {
             const Value* before = old.find(line.first);
             return before && saysSame(*before, *line.second, comparison_.after.scaleOf(competencyOf(to)));
           });
  }

  /// Whether two lines say the same. What a rule or level is called today says nothing.
  [[nodiscard]] bool saysSame(const Value& from, const Value& to, StringRef scale) const {
    if (comparison_.renamed(scale, from.get("level")) != to.get("level")) return false;
    return llvm::all_of(ArrayRef<StringRef>{"importance", "weight", "because"},
                        [&](StringRef member) { return from.get(member) == to.get(member); });
  }

  // ---- Causes

  [[nodiscard]] std::optional<Cause> causeOf(const Value* from, const Value* to, StringRef member) const {
    const Origins old(comparison_, from, true);
    const Origins now(comparison_, to, false);
    noteRules(old, now, to);
    // The line that says what is in effect counts before others that changed, too.
    for (const bool mustDecide : {true, false}) {
      for (const auto& [key, line] : now.lines()) {
        const Value* before = old.find(key);
        if (before && saysSame(*before, *line, to ? comparison_.after.scaleOf(competencyOf(*to)) : "")) continue;
        if (mustDecide && to && line->get(member) != to->get(member)) continue;
        return causeFrom(key, before, line);
      }
      for (const auto& [key, line] : old.lines()) {
        if (now.find(key)) continue;
        if (mustDecide && from && line->get(member) != from->get(member)) continue;
        return causeFrom(key, line, nullptr);
      }
    }
    return std::nullopt;
  }

  /// Whose line says what is in effect.
  [[nodiscard]] std::optional<Cause> causeOfLine(const Value& requirement) const {
    const Origins origins(comparison_, &requirement, false);
    for (const auto& [key, line] : origins.lines()) {
      if (line->get("level") == requirement.get("level")) return causeFrom(key, line, line);
    }
    return std::nullopt;
  }

  /// Rules whose lines changed need no telling of their own, even where another line is the cause.
  void noteRules(const Origins& old, const Origins& now, const Value* to) const {
    const StringRef scale = to ? comparison_.after.scaleOf(competencyOf(*to)) : "";
    for (const auto& [key, line] : now.lines()) {
      const Value* before = old.find(key);
      if (key.first == "rule" && !(before && saysSame(*before, *line, scale))) comparison_.reachingRules.insert(key.second);
    }
    for (const auto& [key, line] : old.lines()) {
      if (key.first == "rule" && !now.find(key)) comparison_.reachingRules.insert(line->get("rule").str());
    }
  }

  [[nodiscard]] std::optional<Cause> causeFrom(const OriginKey& key, const Value* before, const Value* after) const {
    const auto& [kind, whose] = key;
    if (kind == "rule") return causeOfRule(whose, before, after);
    if (whose.empty()) return Cause{Cause::Kind::Own, "", ""};
    const bool isOneSided = !before || !after;
    const bool changedBases = !equal(pair_.before.find("extends"), pair_.after.find("extends"));
    const std::string title = comparison_.titleIn(after ? comparison_.after : comparison_.before, "profiles", whose);
    if (isOneSided && changedBases && !reaches(before ? pair_.after : pair_.before, whose))
      return Cause{Cause::Kind::Extends, whose, title, !after};
    return Cause{Cause::Kind::Base, whose, title};
  }

  static bool equal(const Value* a, const Value* b) { return a && b ? *a == *b : a == b; }

  /// Whether the profile still has a line of `base` among the origins of any requirement.
  static bool reaches(const Value& profile, StringRef base) {
    return llvm::any_of(profile.list("requirements"), [&](const Value& requirement) {
      return llvm::any_of(requirement.list("origins"), [&](const Value& it) { return it.get("profile") == base; });
    });
  }

  [[nodiscard]] std::optional<Cause> causeOfRule(StringRef rule, const Value* before, const Value* after) const {
    const Document& document = after ? comparison_.after : comparison_.before;
    const Value* record = document.find("rules", after ? rule : before->get("rule"));
    const std::string title = record ? ruleTitle(document, *record) : rule.str();
    const StringRef oldFamily = pair_.before.get("family");
    const StringRef newFamily = pair_.after.get("family");
    const bool isOneSided = !before || !after;
    const Value* old = before ? comparison_.before.find("rules", before->get("rule")) : findOld(rule);
    const Value* now = comparison_.after.find("rules", rule);
    const bool isSame = old && now && equal(old->find("in"), now->find("in")) && equal(old->find("except"), now->find("except")) &&
                        equal(old->find("requirements"), now->find("requirements"));
    if (isOneSided && isSame && oldFamily != newFamily) {
      return Cause{Cause::Kind::Family, newFamily.str(), comparison_.after.titleOf("families", newFamily)};
    }
    if (before) comparison_.reachingRules.insert(before->get("rule").str());
    comparison_.reachingRules.insert(rule.str());
    return Cause{Cause::Kind::Rule, rule.str(), title};
  }

  [[nodiscard]] const Value* findOld(StringRef rule) const {
    for (const auto& [old, now] : comparison_.rules) {
      if (now == rule) return comparison_.before.find("rules", old);
    }
    return nullptr;
  }

  Comparison& comparison_;
  const RecordPair& pair_;
  ArrayRef<Value> before_;
  ArrayRef<Value> after_;
  ArrayChange drops_;
};

// ---- Rules -----------------------------------------------------------------------------------------

/// Whether a rule asks for something that nobody whom it reaches may lack.
bool asksEssential(const Value& rule) {
  return llvm::any_of(rule.list("requirements"), [](const Value& it) { return it.get("importance") == "essential"; });
}

}  // namespace

/// Whether a rule asks for the same, once levels are called as they are now.
static bool asksSame(const Comparison& comparison, const Value& from, const Value& to) {
  const ArrayRef<Value> old = from.list("requirements");
  const ArrayRef<Value> now = to.list("requirements");
  if (old.size() != now.size()) return false;
  for (size_t i = 0; i < old.size(); ++i) {
    const StringRef scale = comparison.after.scaleOf(competencyOf(now[i]));
    const bool isSameCompetency = comparison.rekeyed("competencies", competencyOf(old[i])) == competencyOf(now[i]);
    const bool isSameRest = llvm::all_of(ArrayRef<StringRef>{"importance", "weight", "because"},
                                         [&](StringRef it) { return old[i].get(it) == now[i].get(it); });
    if (!isSameCompetency || !isSameRest || comparison.renamed(scale, old[i].get("level")) != now[i].get("level")) return false;
  }
  return true;
}

namespace {

bool reachSame(const Comparison& comparison, const Value& a, const Value& b) {
  return comparison.nameSame("families", a.list("in"), b.list("in")) &&
         comparison.nameSame("profiles", a.list("except"), b.list("except"));
}

/// How sure it is that the one rule became the other: 0, not at all.
int likenessOfRules(const Comparison& comparison, const Value& a, const Value& b) {
  const bool hasSameReach = comparison.nameSame("families", a.list("in"), b.list("in"));
  const bool asksSame = diff::asksSame(comparison, a, b);
  if (hasSameReach && asksSame) return comparison.nameSame("profiles", a.list("except"), b.list("except")) ? 4 : 3;
  if (hasSameReach) return 2;
  const auto competencies = [](const Value& rule) {
    std::vector<StringRef> out;
    for (const Value& it : rule.list("requirements")) out.push_back(competencyOf(it));
    return out;
  };
  return competencies(a) == competencies(b) ? 1 : 0;
}

}  // namespace

std::string ruleTitle(const Document& document, const Value& rule) {
  std::vector<std::string> families;
  for (const Value& family : rule.list("in")) families.push_back(document.titleOf("families", family.text));
  return families.empty() ? "every profile" : fmt::format("every profile in {}", enumerated(families));
}

StringRef Comparison::renumbered(StringRef rule) const {
  const auto found = rules.find(rule.str());
  return found == rules.end() ? rule : StringRef(found->second);
}

void Comparison::compareProfile(const RecordPair& pair) {
  RequirementComparison(*this, pair).compare();
  compareCredentials(pair);
  compareStatementLists(pair);
  compareMembers(pair, {"requirements", "drops", "credentials", "knowledge", "skills", "abilities", "tasks"});
}

/// Rules have numbers for keys, which shift: they are known by their reach and by what they ask for.
void Comparison::matchRules() {
  const ArrayRef<Value> from = before.records("rules");
  const ArrayRef<Value> to = after.records("rules");
  std::vector<bool> isTaken(to.size(), false);
  for (const int least : {4, 3, 2, 1}) {
    for (const Value& old : from) {
      if (rules.contains(old.get("id").str())) continue;
      for (size_t i = 0; i < to.size(); ++i) {
        const bool isSamePackage = old.get("framework") == to[i].get("framework");
        if (isTaken[i] || !isSamePackage || likenessOfRules(*this, old, to[i]) < least) continue;
        rules[old.get("id").str()] = to[i].get("id").str();
        isTaken[i] = true;
        break;
      }
    }
  }
}

/// What a rule that changes no profile here asks for, in what other packages get of it: as of an abstract profile
/// that nobody here extends. Its steps, with those of other rules, belong to the first change.
void Comparison::compareUnreached(const Value& from, const Value& to, EditIds& steps) {
  const RecordPair pair = {{"rules", "rule"}, {"rule", to.get("id").str(), ruleTitle(after, to)}, from, to, {}};
  Difference found;
  Comparison aside = beside(found);
  RequirementComparison(aside, pair).compare();
  if (!reachesAnybody(to)) aside.compareInclusion(pair.subject, from, to);
  if (!reachSame(*this, from, to))
    aside.tell(ChangeId::RuleChanged, pair.subject, Phrase().words("reaches other profiles than before; no profile here changes by it"), {});
  aside.compareMembers(pair, {"id", "requirements", "in", "except", "external", "framework"});
  for (Change& change : found.changes) {
    change.edits.assign(steps.begin(), steps.end());
    steps.clear();
    out.changes.push_back(std::move(change));
  }
}

/// Whether a profile that is published has a line of the rule, of the newer document.
bool Comparison::reachesAnybody(const Value& rule) const {
  return llvm::any_of(after.records("profiles"), [&](const Value& profile) {
    return llvm::any_of(profile.list("requirements"), [&](const Value& requirement) {
      return llvm::any_of(requirement.list("origins"), [&](const Value& it) { return it.get("rule") == rule.get("id"); });
    });
  });
}

void Comparison::compareRules() {
  const ArrayRef<Value> from = before.records("rules");
  const ArrayRef<Value> to = after.records("rules");
  const ArrayChange change = edits.betweenElements({"rules"}, from, to, Edits::partnersByKey("rules", from, to),
                                                   [&](const Path& path, const Value& old, const Value& now) {
                                                     return edits.between(path, &old, &now);
                                                   });
  EditIds rest = change.order;
  for (const ElementChange& element : change.elements) llvm::append_range(rest, element.edits);
  // What changes for profiles has been told of them, with the rule as the cause.
  const auto isTold = [&](const Value& rule) { return reachingRules.contains(rule.get("id").str()) || rule.flag("external"); };
  const auto tellRule = [&](const Value& rule, const Document& document, const Phrase& words, bool mayBreak) {
    if (isTold(rule)) return;
    const std::string title = ruleTitle(document, rule);
    Change& change = tell(ChangeId::RuleChanged, {"rule", rule.get("id").str(), title}, words, rest);
    if (!mayBreak) change.step = VersionStep::Minor;
    rest.clear();
  };
  std::set<std::string> kept;
  for (const Value& old : from) {
    const auto found = rules.find(old.get("id").str());
    if (found == rules.end()) {
      tellRule(old, before, Phrase().words("is gone, which changes no profile here"), false);
      continue;
    }
    kept.insert(found->second);
    const Value& now = *after.find("rules", found->second);
    if (!isTold(now)) compareUnreached(old, now, rest);
  }
  for (const Value& now : to) {
    if (!kept.contains(now.get("id").str())) tellRule(now, after, Phrase().words("is new, and changes no profile here"), asksEssential(now));
  }
  carry(rest);
}

}  // namespace cadre::diff
