// What all parts of a comparison share: the two documents, what was found so far, and how to add to it.
// The parts are in compare_<topic>.cpp.
#pragma once

#include "diff/change.h"
#include "diff/document.h"
#include "diff/edits.h"
#include "diff/likeness.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/StringMap.h>

#include <map>
#include <set>

namespace cadre::diff {

/// A record that is on both sides, and where it stands.
struct RecordPair {
  Table table;
  Subject subject;
  const Value& before;
  const Value& after;
  Path path;
};

/// A member of such a record that is not the same on both sides; null where it is not there.
struct MemberPair {
  StringRef name;
  const Value* before = nullptr;
  const Value* after = nullptr;
};

/// A bullet of a record: which list of which level (empty: of the record itself) it stands in.
struct Bullet {
  const Value* value = nullptr;
  std::string level;  ///< Its key.
  StringRef list;     ///< The member: `indicators`.
};

/// A bullet that went or came, and may have come from or gone to another record.
struct LooseBullet {
  Bullet bullet;
  Subject subject;
  std::string levelTitle;
  EditIds edits;
  bool isToldElsewhere = false;  ///< With the record that it came or went with.
  std::string whole = {};        ///< What says it now, or said it before, with more; empty for none.
  std::optional<Subject> home = {};  ///< Where it stood, if `subject` has taken over from that.
};

/// A record that is on one side alone.
struct Loner {
  Table table;
  const Value* record = nullptr;
  EditIds edits;
  bool isTold = false;
  bool isCompared = false;  ///< With the one that it took over from, or that took over from it.
};

/// The records of one table that came and went.
struct Turnover {
  std::vector<Loner> gone;
  std::vector<Loner> come;
};

/// The texts whose translation has not followed, by language.
using StaleTexts = llvm::MapVector<StringRef, std::vector<StringRef>, llvm::StringMap<unsigned>>;

class Comparison {
public:
  Comparison(const Document& from, const Document& to, Difference& result);

  const Document& before;
  const Document& after;
  Difference& out;
  Edits edits;
  Likeness likeness;

  /// Adds a change; `clause` is what it says of the subject.
  Change& tell(ChangeId id, const Subject& subject, Phrase clause, EditIds consistsOf);
  /// Adds edits that no change tells.
  void carry(const EditIds& ids) { out.carried.insert(out.carried.end(), ids.begin(), ids.end()); }
  [[nodiscard]] EditIds between(const RecordPair& pair, const MemberPair& member);

  /// Whether the framework is in that language on one side alone.
  [[nodiscard]] bool hasOnOneSide(StringRef language) const;
  /// The name on this side of a level of the older document.
  [[nodiscard]] StringRef renamed(StringRef scale, StringRef level) const;
  /// The rule of the newer document that a rule of the older one became; empty where it is gone.
  [[nodiscard]] StringRef renumbered(StringRef rule) const;
  /// The key on this side of a record of the older document: another one where the same declaration was given
  /// another `id`.
  [[nodiscard]] StringRef rekeyed(StringRef table, StringRef id) const;
  /// Whether two lists of keys name the same records, in the same order.
  [[nodiscard]] bool nameSame(StringRef table, ArrayRef<Value> from, ArrayRef<Value> to) const;
  /// Below 0, 0 or above 0 as `newLevel` lies below, at or above `oldLevel`; none where they do not compare.
  [[nodiscard]] std::optional<int> compareLevels(StringRef scale, StringRef oldLevel, StringRef newLevel) const;
  /// Whether a record of the newer document stands in the place of one of the older: it `replaces` it, or is what
  /// the older one says to use.
  [[nodiscard]] bool succeeds(StringRef table, StringRef successor, StringRef predecessor) const;
  /// What to call what `document` names. Of what it does not hold, the other one may: an abstract profile, a
  /// predecessor.
  [[nodiscard]] std::string titleIn(const Document& document, StringRef table, StringRef id) const;

  /// Finds out what was given another key. To be called first.
  void findRekeyed();
  void compareFramework();
  void compareTable(const Table& table);
  /// Finds out which rule became which. To be called before profiles are compared.
  void matchRules();
  void compareRules();
  /// Compares abstract profiles, and finds out what others have from those that they extend. To be called when
  /// profiles have been compared.
  void compareBases();
  /// Tells what came and went.
  void tellTurnover(Turnover& turnover);
  /// Tells in what the one that took over differs, which is told of as a whole.
  void compareSuccessor(Loner& predecessor, Loner& successor);
  /// A comparison that knows what this one has found out, to compare what stands outside the documents' tables.
  [[nodiscard]] Comparison beside(Difference& found) const;
  void compareUnreached(const Value& from, const Value& to, EditIds& steps);
  [[nodiscard]] bool reachesAnybody(const Value& rule) const;

  /// The members of a record that differ, told one by one; those in `done` were told before.
  void compareMembers(const RecordPair& pair, const std::set<StringRef>& done = {});

  void compareScale(const RecordPair& pair);
  void tellOtherLevels(const RecordPair& pair);
  void compareCompetency(const RecordPair& pair);
  void compareProfile(const RecordPair& pair);
  /// Tells where a level that a profile asks for includes others than before. To be called of all profiles, as
  /// none of their records need differ.
  void compareInclusion(const Subject& profile, const Value& from, const Value& to);
  void compareInclusions();
  void tellOtherScale(const Subject& profile, const Value& was, const Value& now);
  void compareStatementLists(const RecordPair& pair);
  void compareCredentials(const RecordPair& pair);
  void tellCredentialImportance(const RecordPair& pair, const Value& old, const Value& now, const EditIds& changed);
  void tellCredentialSuccession(const RecordPair& pair, ElementChange& successor, std::vector<ElementChange>& all);

  /// Adds the bullets of a competency that came or went as a whole, which is told of it.
  static void addLooseBullets(const Table& table, const Value& record, const Document& document, std::vector<LooseBullet>& out);
  /// Bullets that went from one record to another are told as moved, others as gone or new.
  void tellLooseBullets();

  std::map<std::pair<std::string, std::string>, std::string> renamedLevels;  ///< (scale, old) → new.
  llvm::StringMap<llvm::StringMap<std::string>> rekeyedRecords;              ///< Table → old → new.
  std::map<std::string, std::string> rules;                                  ///< Old id → new id.
  std::set<std::string> reachingRules;  ///< Of either side, which some change of a requirement tells.
  std::vector<LooseBullet> gone;
  std::vector<LooseBullet> come;
};

/// Whether `successor` says that it replaces `predecessor`, a record of the framework that was called `framework`.
[[nodiscard]] bool replaces(const Value& successor, const Value& predecessor, StringRef framework);

/// Whether the source has given the same declaration another `id`.
[[nodiscard]] bool isRekeyed(const Value& successor, const Value& predecessor);

/// Calls `visit` with each member that differs, those of the newer one first.
template <class Visit>
void forEachDifference(const Value& before, const Value& after, Visit visit) {
  for (const Member& member : after.members) {
    const Value* old = before.find(member.name);
    if (!old || !(*old == member.value)) visit(MemberPair{member.name, old, &member.value});
  }
  for (const Member& member : before.members) {
    if (!after.find(member.name)) visit(MemberPair{member.name, &member.value, nullptr});
  }
}

/// How much an importance weighs: more is stronger.
[[nodiscard]] inline int strength(StringRef importance) {
  return importance == "essential" ? 2 : importance == "desired" ? 1 : 0;
}

/// How important a requirement or credential is: essential where it says nothing else (docs/json.md).
[[nodiscard]] inline StringRef importanceOf(const Value& asked) {
  const StringRef importance = asked.get("importance");
  return importance.empty() ? StringRef("essential") : importance;
}
[[nodiscard]] inline bool isEssential(const Value& asked) { return importanceOf(asked) == "essential"; }

/// What to call a rule: `every profile in Marketing`.
[[nodiscard]] std::string ruleTitle(const Document& document, const Value& rule);

}  // namespace cadre::diff
