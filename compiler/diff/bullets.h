// The bullets of a record on both sides: takes the lists of its levels, finds which bullet became which (by
// key, by label, else by what they say), tells what was added, removed, moved, reworded and labelled.
#pragma once

#include "diff/comparison.h"

namespace cadre::diff {

/// What changes of one list are called.
struct BulletList {
  StringRef member;  ///< `indicators`
  StringRef noun;    ///< `indicator`
  StringRef plural;  ///< `indicators`
  ChangeId added;
  ChangeId removed;
  ChangeId moved;
  ChangeId rewritten;
  ChangeId reworded;
};
/// The list that is the member called `member`, or null.
[[nodiscard]] const BulletList* findBulletList(StringRef member);

class BulletComparison {
public:
  BulletComparison(Comparison& comparison, const RecordPair& pair) : comparison_(comparison), pair_(pair) {}

  /// Whether the member is a list of bullets, and so told here.
  [[nodiscard]] bool takes(StringRef member) const { return findBulletList(member) != nullptr; }

  /// Takes the lists in `holder`, which is a level or the record itself. `nowAt` is the level of the other
  /// side that is the same. Bullets of a level that comes or goes as a whole have no edits of their own.
  void addBefore(const Value& holder, StringRef level, StringRef nowAt);
  void addAfter(const Value& holder, StringRef level);

  /// Finds partners. To be called once, before the rest.
  void match();
  /// Adds the edits between the lists of two holders.
  void compareLists(const Path& path, const Value& from, const Value& to);
  /// Tells what was found.
  void tell();

private:
  struct Entry {
    const Value* value = nullptr;
    const BulletList* list = nullptr;
    std::string level;    ///< Its own side's name of the level.
    std::string nowAt;    ///< Of an older one: the newer side's name of it; empty where it is gone.
    Entry* partner = nullptr;
    EditIds edits;
  };

  void pairUp(Entry& from, Entry& to) {
    from.partner = &to;
    to.partner = &from;
  }
  template <class Fits>
  void matchWhere(Fits fits);
  void matchAlike(bool isSamePlace, double least);
  void matchByKey();
  [[nodiscard]] bool isSamePlace(const Entry& from, const Entry& to) const;
  [[nodiscard]] bool isShared(const Entry& from, const Entry& to) const;
  [[nodiscard]] std::string wholeOf(const Entry& entry, ArrayRef<Entry> others) const;
  Entry* findBefore(const Value* value);
  Entry* findAfter(const Value* value);
  void tellPair(Entry& from, Entry& to);
  void tellReworded(const Entry& from, const Entry& to, EditIds edits);
  void tellTranslations(const Entry& from, const Entry& to, const EditIds& edits);
  [[nodiscard]] std::string levelTitle(StringRef level) const;
  [[nodiscard]] Phrase place(StringRef level) const;

  Comparison& comparison_;
  const RecordPair& pair_;
  std::vector<Entry> before_;
  std::vector<Entry> after_;
  llvm::DenseMap<const Value*, size_t> beforeByValue_;
  llvm::DenseMap<const Value*, size_t> afterByValue_;
  StaleTexts stale_;
};

}  // namespace cadre::diff
