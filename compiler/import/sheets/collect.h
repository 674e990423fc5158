// Merges what the files of a call say about the same things: takes titles, codes and texts with
// their places, gives indices. Two things that disagree are reported, and the first stands.
#pragma once

#include "import/sheets/data.h"

namespace cadre::import::sheets {

/// Who a row or column is about.
struct Who {
  Said title, code;
};

class Collector {
public:
  /// `defines`: some file of the call is there to define competencies.
  Collector(const Map& map, Data& data, Diagnostics& diagnostics, bool defines)
      : map_(map), data_(data), diagnostics_(diagnostics), defines_(defines) {}

  /// What became of a text that was to be set.
  enum class Set : uint8_t { Taken, Same, Differs };

  /// What a requirement says otherwise than the one that stands.
  struct Differences {
    bool level = false, importance = false, weight = false, because = false;
    [[nodiscard]] bool any() const { return level || importance || weight || because; }
  };

  /// The competency, made if it is new. Nothing where title and code do not say which (reported).
  /// Where the code belongs to another title, it is one without that code (reported).
  /// `mentioned`: the row uses it, and is not there to define it.
  std::optional<size_t> competency(const Who& who, bool mentioned, size_t row);
  std::optional<size_t> profile(const Who& who, size_t row);

  /// Sets `field` of `whose`, or finds that it says something else already (reported).
  Set set(Said& field, const Said& value, StringRef what, StringRef whose, size_t row);

  /// The category or family at the end of a path of titles; nothing for an empty path.
  std::optional<size_t> category(llvm::ArrayRef<std::string> path, Span span) {
    return group(data_.categories, categories_, path, span);
  }
  std::optional<size_t> family(llvm::ArrayRef<std::string> path, Span span) {
    return group(data_.families, families_, path, span);
  }
  /// Puts a profile into a family. False when it is in another one (reported).
  bool setFamily(size_t profile, llvm::ArrayRef<std::string> path, Span span, size_t row);

  void addCategory(size_t competency, size_t category);
  /// False when the level has that indicator already.
  bool addIndicator(size_t competency, StringRef level, StringRef text);
  void addLevel(size_t competency, StringRef level);

  /// Adds what the profile requires, or completes what stands by what it does not say. Where both
  /// say something and not the same, what stands remains (reported).
  Differences addRequirement(size_t profile, Requirement requirement, size_t row);

private:
  struct Index {
    std::map<std::string, size_t> byCode;  ///< Folded.
    std::map<std::string, std::vector<size_t>> byTitle;
    /// Things whose code belongs to another title, by code and title.
    std::map<std::pair<std::string, std::string>, size_t> apart;
  };

  /// By parent and folded title.
  using GroupIndex = std::map<std::pair<std::optional<size_t>, std::string>, size_t>;
  static std::optional<size_t> group(std::vector<Group>& groups, GroupIndex& index,
                                     llvm::ArrayRef<std::string> path, Span span);

  template <class Thing>
  std::optional<size_t> find(std::vector<Thing>& things, Index& index, const Who& who,
                             StringRef plural, size_t row, bool& isNew);
  template <class Thing>
  std::optional<size_t> findByTitle(const std::vector<Thing>& things, const Index& index,
                                    const Said& title, StringRef plural);
  template <class Thing>
  size_t keepApart(std::vector<Thing>& things, Index& index, const Who& who, size_t owner,
                   size_t row);
  template <class Thing>
  static size_t add(std::vector<Thing>& things, Index& index, const Said& title);
  [[nodiscard]] std::string levelTitle(StringRef level) const;
  LevelTexts& levelOf(Competency& competency, StringRef level);
  void reportNew(const Who& who, size_t row);

  const Map& map_;
  Data& data_;
  Diagnostics& diagnostics_;
  bool defines_;
  Index competencies_;
  Index profiles_;
  GroupIndex categories_;
  GroupIndex families_;
  size_t made_ = 0;  ///< Competencies that are only mentioned.
  std::map<std::pair<size_t, size_t>, size_t> requirements_;
};

}  // namespace cadre::import::sheets
