#include "diff/compare.h"

#include "diff/comparison.h"
#include "support/listing.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::diff {

namespace {

bool isExternal(const Value& record) { return record.flag("external"); }

/// Tells what took over from what: a successor may have several predecessors and the reverse.
class Successions {
public:
  Successions(Comparison& comparison, Turnover& turnover) : comparison_(comparison), turnover_(turnover) {}

  void tell() {
    for (Loner& successor : turnover_.come) {
      if (!successor.isTold) tellFrom(successor);
    }
  }

private:
  bool takesOver(const Value& successor, const Value& predecessor) const {
    return replaces(successor, predecessor, comparison_.out.before.id) || isRekeyed(successor, predecessor);
  }

  /// Everything that `first` shares a predecessor with, directly or not.
  void tellFrom(Loner& first) {
    std::vector<Loner*> successors = {&first};
    std::vector<Loner*> predecessors;
    const auto add = [](std::vector<Loner*>& all, Loner& it) {
      if (!llvm::is_contained(all, &it)) all.push_back(&it);
    };
    for (size_t known = 0; known != successors.size() + predecessors.size();) {
      known = successors.size() + predecessors.size();
      for (Loner& old : turnover_.gone) {
        if (llvm::any_of(successors, [&](Loner* it) { return takesOver(*it->record, *old.record); }))
          add(predecessors, old);
      }
      for (Loner& now : turnover_.come) {
        if (llvm::any_of(predecessors, [&](Loner* it) { return takesOver(*now.record, *it->record); }))
          add(successors, now);
      }
    }
    if (predecessors.empty()) return;
    tellSuccession(successors, predecessors);
    if (successors.size() == 1 && predecessors.size() == 1) comparison_.compareSuccessor(*predecessors.front(), first);
  }

  void tellSuccession(ArrayRef<Loner*> successors, ArrayRef<Loner*> predecessors) {
    EditIds edits;
    std::vector<std::string> titles;
    for (const Loner* it : successors) titles.push_back(titleOf(*it->record));
    Phrase clause;
    clause.words(successors.size() == 1 ? "is new, and takes over from " : "are new, and take over from ");
    for (size_t i = 0; i < predecessors.size(); ++i) {
      if (i != 0) clause.words(i + 1 == predecessors.size() ? " and " : ", ");
      // What is called by its text is a sentence within this one.
      const std::string title = titleOf(*predecessors[i]->record);
      predecessors[i]->table.word == "statement" ? clause.before(title) : clause.name(title);
    }
    clause.words(predecessors.size() == 1 ? ", which is gone" : ", which are gone");
    const Value& now = *successors.front()->record;
    const Value& before = *predecessors.front()->record;
    if (successors.size() == 1 && predecessors.size() == 1 && isRekeyed(now, before))
      clause = Phrase().words("has the key ").name(now.get("id")).words(" instead of ").name(before.get("id"));
    std::vector<std::string> old;
    for (Loner* it : llvm::concat<Loner* const>(predecessors, successors)) {
      llvm::append_range(edits, it->edits);
      it->isTold = true;
    }
    for (Loner* it : predecessors) old.push_back(it->record->get("id").str());
    const Loner& first = *successors.front();
    Change& change = comparison_.tell(
        ChangeId::Replaced,
        {first.table.word, first.record->get("id").str(), enumerated(titles), isExternal(*first.record)},
        std::move(clause), edits);
    change.facts.emplace_back("replaces", fmt::format("{}", fmt::join(old, " ")));
  }

  Comparison& comparison_;
  Turnover& turnover_;
};

/// Whether what took over differs in what somebody must do: in more than its keys, and what it is called.
bool isOfContent(const Change& change) {
  switch (change.id) {
    case ChangeId::OriginChanged:
    case ChangeId::OrderChanged:
    case ChangeId::IndicatorLabelled: return false;
    case ChangeId::LevelOffered:
    case ChangeId::LevelWithdrawn:
    case ChangeId::ScaleChanged:
    case ChangeId::AttributeChanged:
    case ChangeId::FamilyChanged:
    case ChangeId::BasesChanged: return true;
    default: return change.id <= ChangeId::UmbrellaChanged;
  }
}

/// Whether the change is that of the key itself, or of a key that begins with it.
bool isOfKey(const Change& change) {
  const auto factOf = [&](StringRef name) {
    const auto found = llvm::find_if(change.facts, [&](const auto& it) { return it.first == name; });
    return found == change.facts.end() ? StringRef() : StringRef(found->second);
  };
  return (change.id == ChangeId::DetailsChanged && factOf("member") == "id") ||
         (change.id == ChangeId::IndicatorLabelled && factOf("before").rsplit('#').second == factOf("after").rsplit('#').second);
}

/// What there is to say of a record that is new.
Phrase newWords(const Comparison& comparison, const Table& table, const Value& record) {
  Phrase clause;
  // Only who has the source knows what is abstract.
  const bool wasAbstract = table.word == "profile" && comparison.before.find(table.name, record.get("id"));
  clause.words(wasAbstract ? "is abstract no more, and published now" : "is new");
  for (const Value& old : record.list("replaces"))
    clause.words(", and takes over from ").name(comparison.titleIn(comparison.after, table.name, old.text));
  if (table.word != "profile") return clause;
  // A new job is what people look for.
  constexpr size_t mostShown = 6;
  const ArrayRef<Value> requirements = record.list("requirements");
  const size_t shown = requirements.size() == mostShown + 1 ? requirements.size() : std::min(requirements.size(), mostShown);
  for (size_t i = 0; i < shown; ++i) {
    const StringRef competency = requirements[i].get("competency");
    clause.words(i == 0 ? (wasAbstract ? "; it asks for " : ", and asks for ") : i + 1 == requirements.size() ? " and " : ", ");
    clause.name(comparison.after.titleOf("competencies", competency));
    if (const StringRef level = requirements[i].get("level"); !level.empty())
      clause.words(" at ").name(comparison.after.levelTitle(comparison.after.scaleOf(competency), level));
    if (!isEssential(requirements[i])) clause.words(fmt::format(" ({})", importanceOf(requirements[i])));
  }
  if (shown < requirements.size()) clause.words(fmt::format(" and {} other competencies", requirements.size() - shown));
  return clause;
}

/// What there is to say of a record that is gone.
Phrase goneWords(const Table& table, const Value& record, const Document& newer) {
  const bool isAbstract = table.word == "profile" && newer.find(table.name, record.get("id"));
  return Phrase().words(isAbstract ? "is abstract now, and published no more" : "is gone");
}

}  // namespace

bool replaces(const Value& successor, const Value& predecessor, StringRef framework) {
  // What is gone may have had an `id`, and is named by its name all the same.
  const std::string byName = (framework + "." + predecessor.get("name")).str();
  return llvm::any_of(successor.list("replaces"),
                      [&](const Value& it) { return it.text == predecessor.get("id") || it.text == byName; });
}

bool isRekeyed(const Value& successor, const Value& predecessor) {
  const auto isSame = [&](StringRef member) { return successor.get(member) == predecessor.get(member); };
  return !successor.get("name").empty() && isSame("name") && isSame("framework") && !isSame("id");
}

void Comparison::findRekeyed() {
  for (const Table& table : tables()) {
    llvm::StringMap<const Value*> byName;
    for (const Value& now : after.records(table.name)) {
      const StringRef name = now.get("name");
      if (!name.empty() && !before.find(table.name, now.get("id"))) byName[(now.get("framework") + "\n" + name).str()] = &now;
    }
    if (byName.empty()) continue;
    for (const Value& old : before.records(table.name)) {
      const Value* now = byName.lookup((old.get("framework") + "\n" + old.get("name")).str());
      if (now && !after.find(table.name, old.get("id"))) rekeyedRecords[table.name][old.get("id")] = now->get("id").str();
    }
  }
}

StringRef Comparison::rekeyed(StringRef table, StringRef id) const {
  const auto records = rekeyedRecords.find(table);
  if (records == rekeyedRecords.end()) return id;
  const auto found = records->second.find(id);
  return found == records->second.end() ? id : StringRef(found->second);
}

bool Comparison::nameSame(StringRef table, ArrayRef<Value> from, ArrayRef<Value> to) const {
  return from.size() == to.size() && llvm::all_of(llvm::zip(from, to), [&](const auto& pair) {
           return rekeyed(table, std::get<0>(pair).text) == std::get<1>(pair).text;
         });
}

Comparison Comparison::beside(Difference& found) const {
  Comparison aside(before, after, found);
  aside.renamedLevels = renamedLevels;
  aside.rekeyedRecords = rekeyedRecords;
  aside.rules = rules;
  return aside;
}

bool Comparison::succeeds(StringRef table, StringRef successor, StringRef predecessor) const {
  const Value* now = after.find(table, successor);
  const Value* old = before.find(table, predecessor);
  if (now && old && (replaces(*now, *old, out.before.id) || isRekeyed(*now, *old))) return true;
  return llvm::any_of(ArrayRef{old, after.find(table, predecessor)}, [&](const Value* it) {
    const Value* deprecated = it ? it->find("deprecated") : nullptr;
    return deprecated && deprecated->get("use") == successor;
  });
}

std::string Comparison::titleIn(const Document& document, StringRef table, StringRef id) const {
  const Document& other = &document == &after ? before : after;
  return (document.find(table, id) || !other.find(table, id) ? document : other).titleOf(table, id);
}

Comparison::Comparison(const Document& from, const Document& to, Difference& result)
    : before(from), after(to), out(result), edits(result.edits), likeness(to.framework().get("language")) {}

Change& Comparison::tell(ChangeId id, const Subject& subject, Phrase clause, EditIds consistsOf) {
  const ChangeRow& row = rowOf(id);
  Change& change = out.changes.emplace_back();
  change.id = id;
  change.tier = row.tier;
  change.step = row.step;
  change.subject = subject;
  change.clause = std::move(clause);
  change.edits.assign(consistsOf.begin(), consistsOf.end());
  return change;
}

EditIds Comparison::between(const RecordPair& pair, const MemberPair& member) {
  Path path = pair.path;
  path.push_back(member.name.str());
  return edits.between(path, member.before, member.after);
}

bool Comparison::hasOnOneSide(StringRef language) const {
  const auto has = [&](const Document& document) {
    return llvm::any_of(document.framework().list("languages"), [&](const Value& it) { return it.text == language; });
  };
  return has(before) != has(after);
}

void Comparison::compareTable(const Table& table) {
  const ArrayRef<Value> from = before.records(table.name);
  const ArrayRef<Value> to = after.records(table.name);
  const auto compareRecord = [&](const Path& path, const Value& old, const Value& now) -> EditIds {
    const RecordPair pair = {table,
                             {table.word, now.get("id").str(), titleOf(now), isExternal(now)},
                             old,
                             now,
                             path};
    if (table.word == "scale") {
      compareScale(pair);
    } else if (table.word == "competency") {
      compareCompetency(pair);
    } else if (table.word == "profile") {
      compareProfile(pair);
    } else {
      compareMembers(pair);
    }
    return {};
  };
  const ArrayChange change =
      edits.betweenElements({table.name.str()}, from, to, Edits::partnersByKey(table.name, from, to), compareRecord);
  Turnover turnover;
  for (const ElementChange& element : change.elements) {
    if (!element.before) turnover.come.push_back({table, element.after, element.edits});
    if (!element.after) turnover.gone.push_back({table, element.before, element.edits});
  }
  carry(change.order);
  tellTurnover(turnover);
}

void Comparison::tellTurnover(Turnover& turnover) {
  Successions(*this, turnover).tell();
  // Bullets may have gone to another competency with one that is gone, or come with one that is new.
  for (const Loner& it : turnover.gone) {
    if (!it.isCompared) addLooseBullets(it.table, *it.record, before, gone);
  }
  for (const Loner& it : turnover.come) {
    if (!it.isCompared) addLooseBullets(it.table, *it.record, after, come);
  }
  for (const bool isNew : {true, false}) {
    for (const Loner& it : isNew ? turnover.come : turnover.gone) {
      if (it.isTold) continue;
      // Records of other frameworks come and go with what refers to them.
      if (isExternal(*it.record)) {
        carry(it.edits);
        continue;
      }
      tell(isNew ? ChangeId::Added : ChangeId::Removed,
           {it.table.word, it.record->get("id").str(), titleOf(*it.record)},
           isNew ? newWords(*this, it.table, *it.record) : goneWords(it.table, *it.record, after), it.edits);
    }
  }
}

void Comparison::compareSuccessor(Loner& predecessor, Loner& successor) {
  const Value& now = *successor.record;
  const RecordPair pair = {successor.table,
                           {successor.table.word, now.get("id").str(), titleOf(now), isExternal(now)},
                           *predecessor.record,
                           now,
                           {}};
  // What has another key is the same all the same.
  const bool isSame = isRekeyed(pair.after, pair.before);
  if (!isSame && pair.table.word != "competency" && pair.table.word != "profile") return;
  Difference found;
  Comparison aside = beside(found);
  if (pair.table.word == "competency") {
    aside.compareCompetency(pair);
  } else if (pair.table.word == "profile") {
    aside.compareProfile(pair);
    aside.compareInclusion(pair.subject, pair.before, pair.after);
  } else if (pair.table.word == "scale") {
    aside.compareScale(pair);
    renamedLevels = aside.renamedLevels;
  } else {
    aside.compareMembers(pair);
  }
  predecessor.isCompared = successor.isCompared = true;
  // The records come and go as a whole, which is told: these changes have no steps of their own.
  for (Change& change : found.changes) {
    if (isSame ? isOfKey(change) : !isOfContent(change)) continue;
    change.edits.clear();
    out.changes.push_back(std::move(change));
  }
  for (auto [from, to] : {std::pair(&aside.gone, &gone), std::pair(&aside.come, &come)}) {
    for (LooseBullet& bullet : *from) {
      bullet.edits.clear();
      if (from == &aside.gone) bullet.home = {pair.table.word, pair.before.get("id").str(), titleOf(pair.before), isExternal(pair.before)};
      to->push_back(std::move(bullet));
    }
  }
  reachingRules.insert(aside.reachingRules.begin(), aside.reachingRules.end());
}

Release releaseOf(const Document& document) {
  const Value& framework = document.framework();
  return {framework.get("id").str(), titleOf(framework), framework.get("version").str()};
}

Difference compare(const Document& before, const Document& after, StringRef oldId) {
  Difference out;
  out.before = releaseOf(before);
  out.after = releaseOf(after);
  if (!oldId.empty()) out.before.id = oldId.str();
  Comparison comparison(before, after, out);
  comparison.findRekeyed();
  comparison.compareFramework();
  comparison.matchRules();
  for (const Table& table : tables()) {
    if (table.name == "rules") {
      comparison.compareRules();
    } else {
      comparison.compareTable(table);
    }
    comparison.tellLooseBullets();
    if (table.name != "profiles") continue;
    comparison.compareInclusions();
    comparison.compareBases();
  }
  return out;
}

}  // namespace cadre::diff
