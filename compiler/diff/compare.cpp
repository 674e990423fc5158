#include "diff/compare.h"

#include "diff/comparison.h"
#include "support/listing.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::diff {

namespace {

bool isExternal(const Value& record) { return record.flag("external"); }

/// A record that is on one side alone.
struct Loner {
  Table table;
  const Value* record = nullptr;
  EditIds edits;
  bool isTold = false;
};

/// The records of one table that came and went.
struct Turnover {
  std::vector<Loner> gone;
  std::vector<Loner> come;
};

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
    // What is gone may have had an `id`, and is named by its name all the same.
    const std::string byName = comparison_.out.before.id + "." + predecessor.get("name").str();
    return llvm::any_of(successor.list("replaces"),
                        [&](const Value& it) { return it.text == predecessor.get("id") || it.text == byName; });
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
  }

  void tellSuccession(ArrayRef<Loner*> successors, ArrayRef<Loner*> predecessors) {
    EditIds edits;
    std::vector<std::string> titles;
    for (const Loner* it : successors) titles.push_back(titleOf(*it->record));
    Phrase clause;
    clause.words(successors.size() == 1 ? "is new, and takes over from " : "are new, and take over from ");
    for (size_t i = 0; i < predecessors.size(); ++i) {
      if (i != 0) clause.words(i + 1 == predecessors.size() ? " and " : ", ");
      clause.name(titleOf(*predecessors[i]->record));
    }
    clause.words(predecessors.size() == 1 ? ", which is gone" : ", which are gone");
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

/// What there is to say of a record that is new.
Phrase newWords(const Table& table, const Value& record, const Document& document) {
  Phrase clause;
  const size_t requirements = record.list("requirements").size();
  clause.words("is new");
  for (const Value& old : record.list("replaces"))
    clause.words(", and takes over from ").name(document.titleOf(table.name, old.text));
  if (table.word == "profile" && requirements != 0)
    clause.words(fmt::format(": asks for {} competenc{}", requirements, requirements == 1 ? "y" : "ies"));
  return clause;
}

}  // namespace

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
  // Bullets may have gone to another competency with one that is gone, or come with one that is new.
  for (const Loner& it : turnover.gone) addLooseBullets(it.table, *it.record, before, gone);
  for (const Loner& it : turnover.come) addLooseBullets(it.table, *it.record, after, come);
  Successions(*this, turnover).tell();
  for (const bool isNew : {true, false}) {
    for (const Loner& it : isNew ? turnover.come : turnover.gone) {
      if (it.isTold) continue;
      // Records of other frameworks come and go with what refers to them.
      if (isExternal(*it.record)) {
        carry(it.edits);
        continue;
      }
      tell(isNew ? ChangeId::Added : ChangeId::Removed,
           {table.word, it.record->get("id").str(), titleOf(*it.record)},
           isNew ? newWords(table, *it.record, after) : Phrase().words("is gone"), it.edits);
    }
  }
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
  comparison.compareFramework();
  comparison.matchRules();
  for (const Table& table : tables()) {
    if (table.name == "rules") {
      comparison.compareRules();
    } else {
      comparison.compareTable(table);
    }
    comparison.tellLooseBullets();
  }
  return out;
}

}  // namespace cadre::diff
