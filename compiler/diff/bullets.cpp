#include "diff/bullets.h"

#include "support/language_tag.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cadre::diff {

namespace {

constexpr std::array lists = {
    BulletList{"indicators", "indicator", "indicators", ChangeId::IndicatorAdded, ChangeId::IndicatorRemoved, ChangeId::IndicatorMoved,
               ChangeId::IndicatorRewritten, ChangeId::IndicatorReworded},
    BulletList{"evidence", "evidence", "evidence", ChangeId::EvidenceAdded, ChangeId::EvidenceRemoved, ChangeId::EvidenceMoved,
               ChangeId::EvidenceRewritten, ChangeId::EvidenceReworded},
    BulletList{"develop", "suggestion for development", "suggestions for development", ChangeId::GuidanceChanged, ChangeId::GuidanceChanged,
               ChangeId::GuidanceChanged, ChangeId::GuidanceChanged, ChangeId::GuidanceChanged},
    BulletList{"interview", "interview question", "interview questions", ChangeId::GuidanceChanged, ChangeId::GuidanceChanged,
               ChangeId::GuidanceChanged, ChangeId::GuidanceChanged, ChangeId::GuidanceChanged},
    BulletList{"descriptors", "descriptor", "descriptors", ChangeId::DescriptorAdded, ChangeId::DescriptorRemoved,
               ChangeId::DescriptorMoved, ChangeId::DescriptorRewritten, ChangeId::DescriptorReworded},
    BulletList{"knowledge", "knowledge", "knowledge", ChangeId::StatementAdded, ChangeId::StatementRemoved,
               ChangeId::StatementAdded, ChangeId::StatementRewritten, ChangeId::StatementReworded},
    BulletList{"skills", "skill", "skills", ChangeId::StatementAdded, ChangeId::StatementRemoved, ChangeId::StatementAdded,
               ChangeId::StatementRewritten, ChangeId::StatementReworded},
    BulletList{"abilities", "ability", "abilities", ChangeId::StatementAdded, ChangeId::StatementRemoved, ChangeId::StatementAdded,
               ChangeId::StatementRewritten, ChangeId::StatementReworded},
    BulletList{"tasks", "task", "tasks", ChangeId::StatementAdded, ChangeId::StatementRemoved, ChangeId::StatementAdded,
               ChangeId::StatementRewritten, ChangeId::StatementReworded},
};

StringRef textOf(const Value& bullet) { return bullet.get("text"); }

/// What a bullet says; a reference to a statement by what the statement says.
std::string wordsOf(const Document& document, const Value& bullet) {
  const StringRef statement = bullet.get("statement");
  return statement.empty() ? textOf(bullet).str() : document.titleOf("statements", statement);
}

bool isStatementList(const BulletList& list) { return list.added == ChangeId::StatementAdded; }

}  // namespace

const BulletList* findBulletList(StringRef member) {
  const auto* found = llvm::find_if(lists, [&](const BulletList& it) { return it.member == member; });
  return found == lists.end() ? nullptr : found;
}

void BulletComparison::addBefore(const Value& holder, StringRef level, StringRef nowAt) {
  for (const BulletList& list : lists) {
    for (const Value& bullet : holder.list(list.member)) {
      beforeByValue_[&bullet] = before_.size();
      before_.push_back({&bullet, &list, level.str(), nowAt.str(), nullptr, {}});
    }
  }
}

void BulletComparison::addAfter(const Value& holder, StringRef level) {
  for (const BulletList& list : lists) {
    for (const Value& bullet : holder.list(list.member)) {
      afterByValue_[&bullet] = after_.size();
      after_.push_back({&bullet, &list, level.str(), level.str(), nullptr, {}});
    }
  }
}

bool BulletComparison::isSamePlace(const Entry& from, const Entry& to) const {
  return from.list == to.list && from.nowAt == to.level;
}

/// Pairs those without a partner of which `fits` says so, in order.
template <class Fits>
void BulletComparison::matchWhere(Fits fits) {
  for (Entry& from : before_) {
    if (from.partner) continue;
    for (Entry& to : after_) {
      if (to.partner || from.list != to.list || !fits(from, to)) continue;
      pairUp(from, to);
      break;
    }
  }
}

/// Pairs what stands where it stood, under the same key.
void BulletComparison::matchByKey() {
  std::map<std::tuple<StringRef, StringRef, std::string>, Entry*> byKey;
  for (Entry& to : after_) byKey.try_emplace({to.list->member, to.level, keyOf(to.list->member, *to.value)}, &to);
  for (Entry& from : before_) {
    const auto found = byKey.find({from.list->member, from.nowAt, keyOf(from.list->member, *from.value)});
    if (found != byKey.end() && !found->second->partner) pairUp(from, *found->second);
  }
}

/// Whether the one is a reference to a statement that says what the other one says itself.
bool BulletComparison::isShared(const Entry& from, const Entry& to) const {
  const bool isOne = from.value->get("statement").empty() != to.value->get("statement").empty();
  return isOne && wordsOf(comparison_.before, *from.value) == wordsOf(comparison_.after, *to.value);
}

void BulletComparison::match() {
  matchByKey();
  const bool isDone = llvm::all_of(before_, [](const Entry& it) { return it.partner; }) ||
                      llvm::all_of(after_, [](const Entry& it) { return it.partner; });
  if (isDone) return;
  const auto hasSameText = [](const Entry& from, const Entry& to) {
    return !textOf(*from.value).empty() && textOf(*from.value) == textOf(*to.value);
  };
  const auto hasSameLabel = [](const Entry& from, const Entry& to) {
    const StringRef label = from.value->get("label");
    return !label.empty() && label == to.value->get("label");
  };
  const auto hasSameStatement = [&](const Entry& from, const Entry& to) {
    const StringRef statement = from.value->get("statement");
    return !statement.empty() && comparison_.rekeyed("statements", statement) == to.value->get("statement");
  };
  matchWhere([&](const Entry& from, const Entry& to) { return isSamePlace(from, to) && hasSameStatement(from, to); });
  // Other systems know it by its label, and translations are found by it: whatever it says now.
  matchWhere([&](const Entry& from, const Entry& to) { return isSamePlace(from, to) && hasSameLabel(from, to); });
  matchWhere([&](const Entry& from, const Entry& to) { return hasSameLabel(from, to); });
  matchWhere([&](const Entry& from, const Entry& to) { return isSamePlace(from, to) && hasSameText(from, to); });
  matchWhere([&](const Entry& from, const Entry& to) { return isSamePlace(from, to) && isShared(from, to); });
  matchWhere([&](const Entry& from, const Entry& to) { return hasSameText(from, to); });
  matchAlike(true, Likeness::reworded);
  matchAlike(false, Likeness::rewordedElsewhere);
}

/// Pairs those that say nearly the same, the most alike first.
void BulletComparison::matchAlike(bool inSamePlace, double least) {
  struct Candidate {
    double likeness;
    Entry* from;
    Entry* to;
  };
  std::vector<Candidate> candidates;
  const auto isAlone = [](const Entry& it) { return !it.partner; };
  const size_t pairs = static_cast<size_t>(llvm::count_if(before_, isAlone)) * static_cast<size_t>(llvm::count_if(after_, isAlone));
  // Where thousands of bullets of one record are others, nobody looks for the ones that are alike.
  constexpr size_t mostPairs = 4'000'000;
  if (pairs > mostPairs) return;
  for (Entry& from : before_) {
    if (from.partner || textOf(*from.value).empty()) continue;
    for (Entry& to : after_) {
      const bool mayBe = !to.partner && from.list == to.list && isSamePlace(from, to) == inSamePlace;
      if (!mayBe || textOf(*to.value).empty()) continue;
      // Two labels name two things, whatever they say.
      const bool areLabelled = from.value->find("label") && to.value->find("label");
      const double likeness = comparison_.likeness.of(textOf(*from.value), textOf(*to.value));
      if (!areLabelled && likeness >= least) candidates.push_back({likeness, &from, &to});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
  for (const Candidate& it : candidates) {
    if (!it.from->partner && !it.to->partner) pairUp(*it.from, *it.to);
  }
}

BulletComparison::Entry* BulletComparison::findBefore(const Value* value) {
  const auto found = beforeByValue_.find(value);
  return found == beforeByValue_.end() ? nullptr : &before_[found->second];
}

BulletComparison::Entry* BulletComparison::findAfter(const Value* value) {
  const auto found = afterByValue_.find(value);
  return found == afterByValue_.end() ? nullptr : &after_[found->second];
}

void BulletComparison::compareLists(const Path& path, const Value& from, const Value& to) {
  for (const BulletList& list : lists) {
    const ArrayRef<Value> old = from.list(list.member);
    const ArrayRef<Value> now = to.list(list.member);
    if (old == now) continue;
    std::vector<const Value*> partners(old.size(), nullptr);
    for (size_t i = 0; i < old.size(); ++i) {
      const Entry* partner = findBefore(&old[i])->partner;
      const bool isHere = partner && partner->value >= now.begin() && partner->value < now.end();
      if (isHere) partners[i] = partner->value;
    }
    Path at = path;
    at.push_back(list.member.str());
    const ArrayChange change = comparison_.edits.betweenElements(at, old, now, partners);
    for (const ElementChange& element : change.elements) {
      if (element.before) llvm::append_range(findBefore(element.before)->edits, element.edits);
      if (element.after && !element.before) llvm::append_range(findAfter(element.after)->edits, element.edits);
    }
    if (change.order.empty()) continue;
    Phrase clause;
    // The record itself has no level.
    if (&to != &pair_.after) clause = place(to.get(pair_.table.word == "scale" ? "id" : "level"));
    clause.words(clause.isEmpty() ? fmt::format("has its {} in another order", list.plural) : fmt::format("the {} stand in another order", list.plural));
    comparison_.tell(ChangeId::OrderChanged, pair_.subject, clause, change.order);
  }
}

std::string BulletComparison::levelTitle(StringRef level) const {
  const Document& document = comparison_.after;
  const StringRef scale = pair_.table.word == "scale" ? StringRef(pair_.subject.id) : pair_.after.get("scale");
  const std::string title = document.levelTitle(scale, level);
  return title == level ? comparison_.before.levelTitle(scale, level) : title;
}

/// `Foundation: `, of a bullet that stands at a level.
Phrase BulletComparison::place(StringRef level) const {
  Phrase out;
  if (!level.empty()) out.name(levelTitle(level)).words(": ");
  return out;
}

namespace {

std::vector<std::pair<StringRef, std::string>> bulletFacts(StringRef list, StringRef level, const Value* before,
                                                           const Value* after) {
  std::vector<std::pair<StringRef, std::string>> facts = {{"list", list.str()}};
  if (!level.empty()) facts.emplace_back("level", level.str());
  const auto keep = [&](StringRef name, const Value* bullet) {
    if (bullet) facts.emplace_back(name, keyOf(list, *bullet));
  };
  keep("before", before);
  keep("after", after);
  return facts;
}

}  // namespace

void BulletComparison::tell() {
  for (Entry& from : before_) {
    if (from.partner) tellPair(from, *from.partner);
  }
  for (Entry& from : before_) {
    if (from.partner) continue;
    comparison_.gone.push_back({{from.value, from.level, from.list->member}, pair_.subject,
                                from.level.empty() ? "" : levelTitle(from.level), from.edits, false, wholeOf(from, after_)});
  }
  for (Entry& to : after_) {
    if (to.partner) continue;
    comparison_.come.push_back({{to.value, to.level, to.list->member}, pair_.subject,
                                to.level.empty() ? "" : levelTitle(to.level), to.edits, false, wholeOf(to, before_)});
  }
  for (const auto& [language, texts] : stale_) {
    constexpr size_t mostShown = 3;
    const bool isOne = texts.size() == 1;
    const size_t shown = texts.size() == mostShown + 1 ? texts.size() : std::min(texts.size(), mostShown);
    Phrase clause;
    clause.words(fmt::format("the {} translation{} of ", languageName(language), isOne ? "" : "s"));
    for (size_t i = 0; i < shown; ++i) {
      if (i != 0) clause.words(i + 1 == texts.size() ? " and " : ", ");
      clause.after(texts[i]);
    }
    if (shown < texts.size()) clause.words(fmt::format(" and {} others", texts.size() - shown));
    clause.words(isOne ? " has not followed" : " have not followed");
    comparison_.tell(ChangeId::TranslationStale, pair_.subject, clause, {}).facts.emplace_back("language", language.str());
  }
}

/// The bullet of the other side that says what `entry` says and more, where it was itself reworded: two became one, or
/// one became two.
std::string BulletComparison::wholeOf(const Entry& entry, ArrayRef<Entry> others) const {
  const StringRef text = textOf(*entry.value);
  if (text.empty()) return {};
  for (const Entry& it : others) {
    if (it.list != entry.list || !it.partner) continue;
    const StringRef whole = textOf(*it.value);
    const StringRef rest = textOf(*it.partner->value);
    if (whole.size() > rest.size() && comparison_.likeness.isPartOf(text, whole, rest)) return whole.str();
  }
  return {};
}

void BulletComparison::tellPair(Entry& from, Entry& to) {
  EditIds edits = from.edits;
  llvm::append_range(edits, to.edits);
  const bool hasMoved = !isSamePlace(from, to);
  if (hasMoved) {
    Phrase clause = place(to.level);
    clause.words(fmt::format("{} moved {}from ", from.list->noun, to.level.empty() ? "" : "here "));
    from.level.empty() ? clause.words("the competency as a whole") : clause.name(levelTitle(from.level));
    clause.words(to.level.empty() ? " to the competency as a whole: " : ": ");
    clause.after(wordsOf(comparison_.after, *to.value));
    Change& change = comparison_.tell(from.list->moved, pair_.subject, clause, edits);
    change.facts = bulletFacts(to.list->member, to.level, from.value, to.value);
    change.facts.emplace_back("levelBefore", from.level);
    edits.clear();
  }
  if (*from.value == *to.value) return;
  tellReworded(from, to, edits);
}

/// What a pair has changed in, beside its place; `edits` are those that have not been told.
void BulletComparison::tellReworded(const Entry& from, const Entry& to, EditIds edits) {
  const StringRef old = textOf(*from.value);
  const StringRef now = textOf(*to.value);
  const StringRef label = from.value->get("label");
  const bool keepsLabel = label == to.value->get("label");
  if (isShared(from, to)) {
    Phrase clause = place(to.level);
    clause.words(fmt::format("{} ", from.list->noun)).after(wordsOf(comparison_.after, *to.value));
    clause.words(now.empty() ? " is a shared statement now" : " is a shared statement no more").words("; other systems know it by another key");
    comparison_.tell(ChangeId::IndicatorLabelled, pair_.subject, clause, edits).facts =
        bulletFacts(to.list->member, to.level, from.value, to.value);
    return;
  }
  if (old != now) {
    const bool saysSame = comparison_.likeness.of(old, now) >= Likeness::reworded && Likeness::haveSameAmounts(old, now);
    Phrase clause = place(to.level);
    clause.words(fmt::format("{} {}: ", from.list->noun, saysSame ? "reworded" : "now says something else")).after(now);
    clause.words(" instead of ").before(old);
    Change& change = comparison_.tell(saysSame ? from.list->reworded : from.list->rewritten, pair_.subject, clause, edits);
    change.facts = bulletFacts(to.list->member, to.level, from.value, to.value);
    edits.clear();
  }
  if (!keepsLabel) {
    Phrase clause = place(to.level);
    const StringRef newLabel = to.value->get("label");
    clause.words(fmt::format("{} ", from.list->noun)).after(now);
    if (newLabel.empty()) {
      clause.words(" has lost its label; other systems know it by another key");
    } else {
      clause.words(" has the label ").name(newLabel).words(", by which other systems now know it");
    }
    Change& change = comparison_.tell(ChangeId::IndicatorLabelled, pair_.subject, clause, edits);
    change.facts = bulletFacts(to.list->member, to.level, from.value, to.value);
    edits.clear();
  } else if (old == now && from.value->get("textMarkdown") != to.value->get("textMarkdown")) {
    Phrase clause = place(to.level);
    clause.words(fmt::format("{} marked up differently: ", from.list->noun)).after(now);
    Change& change = comparison_.tell(from.list->reworded, pair_.subject, clause, edits);
    change.facts = bulletFacts(to.list->member, to.level, from.value, to.value);
    edits.clear();
  }
  tellTranslations(from, to, edits);
}

void BulletComparison::tellTranslations(const Entry& from, const Entry& to, const EditIds& edits) {
  const Value* old = from.value->find("translations");
  const Value* now = to.value->find("translations");
  const bool isReworded = textOf(*from.value) != textOf(*to.value);
  if (old && isReworded) {
    for (const Member& language : old->members) {
      if (comparison_.hasOnOneSide(language.name)) continue;
      const Value* still = now ? now->find(language.name) : nullptr;
      // Without its place it is shown no more; in its place it speaks of words that are gone.
      if (!still || *still == language.value) stale_[language.name].push_back(textOf(*to.value));
    }
  }
  const bool areSame = old && now ? *old == *now : old == now;
  // The statement tells that its key is another one.
  const StringRef statement = from.value->get("statement");
  const bool isRekeyed = comparison_.rekeyed("statements", statement) != statement;
  if (areSame && isRekeyed) return comparison_.carry(edits);
  if (areSame && !edits.empty()) {
    // Nothing that a reader sees: its key alone.
    Phrase clause = place(to.level);
    clause.words(fmt::format("{} has another key: ", from.list->noun)).after(wordsOf(comparison_.after, *to.value));
    comparison_.tell(ChangeId::IndicatorLabelled, pair_.subject, clause, edits).facts =
        bulletFacts(to.list->member, to.level, from.value, to.value);
  }
  if (isReworded || areSame) return;
  const auto isOnOneSide = [&](const Value* translations) {
    return !translations || llvm::all_of(translations->members, [&](const Member& it) { return comparison_.hasOnOneSide(it.name); });
  };
  // Told of the framework.
  if (isOnOneSide(old) && isOnOneSide(now)) return comparison_.carry(edits);
  const ChangeId id = !old ? ChangeId::TranslationAdded : !now ? ChangeId::TranslationRemoved : ChangeId::TranslationChanged;
  Phrase clause = place(to.level);
  clause.words(!old ? "now translated: " : !now ? "no longer translated: " : "translated in other words: ");
  clause.after(textOf(*to.value));
  Change& change = comparison_.tell(id, pair_.subject, clause, edits);
  change.facts = bulletFacts(to.list->member, to.level, from.value, to.value);
}

// ---- Between records -------------------------------------------------------------------------------

namespace {

/// Tells a bullet that has no partner in its own record.
void tellLoose(Comparison& comparison, const LooseBullet& loose, bool isNew) {
  if (loose.isToldElsewhere) return;
  const BulletList& list = *findBulletList(loose.bullet.list);
  const Document& document = isNew ? comparison.after : comparison.before;
  Phrase clause;
  if (!loose.levelTitle.empty()) clause.name(loose.levelTitle).words(": ");
  clause.words(fmt::format("{} {}: ", isNew ? "new" : "no longer the", list.noun));
  const std::string words = wordsOf(document, *loose.bullet.value);
  isNew ? clause.after(words) : clause.before(words);
  if (!loose.whole.empty()) isNew ? clause.words(", which was part of ").before(loose.whole) : clause.words(", which is now part of ").after(loose.whole);
  Change& change = comparison.tell(isNew ? list.added : list.removed, loose.subject, clause, loose.edits);
  change.facts = bulletFacts(loose.bullet.list, loose.bullet.level, isNew ? nullptr : loose.bullet.value,
                             isNew ? loose.bullet.value : nullptr);
}

void tellMoved(Comparison& comparison, const LooseBullet& from, const LooseBullet& to) {
  const BulletList& list = *findBulletList(to.bullet.list);
  const Subject& home = from.home ? *from.home : from.subject;
  EditIds edits = from.edits;
  llvm::append_range(edits, to.edits);
  Phrase clause;
  if (!to.levelTitle.empty()) clause.name(to.levelTitle).words(": ");
  clause.words(fmt::format("{} moved here from ", list.noun)).name(home.title);
  if (!from.levelTitle.empty()) clause.words(", ").name(from.levelTitle);
  clause.words(": ").after(textOf(*to.bullet.value));
  Change& change = comparison.tell(list.moved, to.subject, clause, edits);
  change.facts = bulletFacts(to.bullet.list, to.bullet.level, from.bullet.value, to.bullet.value);
  change.facts.emplace_back("from", home.id);
}

}  // namespace

void Comparison::addLooseBullets(const Table& table, const Value& record, const Document& document, std::vector<LooseBullet>& out) {
  if (table.word != "competency") return;
  const Subject subject = {table.word, record.get("id").str(), titleOf(record), record.flag("external")};
  const auto add = [&](const Value& holder, StringRef level) {
    const std::string title = level.empty() ? "" : document.levelTitle(record.get("scale"), level);
    for (const BulletList& list : lists) {
      for (const Value& bullet : holder.list(list.member))
        out.push_back({{&bullet, level.str(), list.member}, subject, title, {}, true});
    }
  };
  add(record, "");
  for (const Value& level : record.list("levels")) add(level, level.get("level"));
}

void Comparison::tellLooseBullets() {
  std::vector<bool> isToldGone(gone.size(), false);
  llvm::StringMap<std::vector<size_t>> byText;
  for (size_t i = 0; i < gone.size(); ++i) {
    const StringRef text = textOf(*gone[i].bullet.value);
    if (!text.empty()) byText[text].push_back(i);
  }
  for (const LooseBullet& to : come) {
    const auto known = byText.find(textOf(*to.bullet.value));
    const BulletList& list = *findBulletList(to.bullet.list);
    size_t partner = gone.size();
    if (known != byText.end() && !isStatementList(list)) {
      for (const size_t i : known->second) {
        const bool fits = !isToldGone[i] && gone[i].bullet.list == to.bullet.list && gone[i].subject.word == to.subject.word;
        // What came with what is new as a whole, from what went as a whole, is told with them.
        if (fits && !(gone[i].isToldElsewhere && to.isToldElsewhere)) {
          partner = i;
          break;
        }
      }
    }
    if (partner == gone.size()) {
      tellLoose(*this, to, true);
    } else {
      isToldGone[partner] = true;
      tellMoved(*this, gone[partner], to);
    }
  }
  for (size_t i = 0; i < gone.size(); ++i) {
    if (!isToldGone[i]) tellLoose(*this, gone[i], false);
  }
  gone.clear();
  come.clear();
}

}  // namespace cadre::diff
