// What the tables of O*NET say, read and checked: takes the files, gives records that refer to each
// other, with the ratings already judged. Cells that break the format are errors at their places;
// rows that are left out are counted with the reason. Makes no source.
#pragma once

#include "import/importer.h"

#include <llvm/ADT/StringRef.h>

#include <optional>
#include <vector>

namespace cadre::import::onet {

using llvm::StringRef;

inline constexpr StringRef scalesFile = "Scales Reference.txt";
inline constexpr StringRef elementsFile = "Content Model Reference.txt";
inline constexpr StringRef anchorsFile = "Level Scale Anchors.txt";
inline constexpr StringRef occupationsFile = "Occupation Data.txt";
inline constexpr StringRef skillsFile = "Skills.txt";
inline constexpr StringRef knowledgeFile = "Knowledge.txt";
inline constexpr StringRef tasksFile = "Task Statements.txt";

/// `IM` (importance) or `LV` (level), with its bounds as written and as values.
struct Scale {
  StringRef id;
  StringRef title;
  StringRef low;
  StringRef high;
  double lowValue = 0;
  double highValue = 0;
};

/// What a number of the level scale looks like.
struct Anchor {
  StringRef value;
  double number = 0;
  StringRef text;
};

/// The table that rates an element, if one does.
enum class Rated : uint8_t { No, AsSkill, AsKnowledge };

/// A row of the content model: a category or, where it is rated, a competency.
struct Element {
  StringRef id;
  StringRef title;
  StringRef about;  ///< May be empty.
  Span span;        ///< Of its id.
  Rated rated = Rated::No;
  bool isCategory = false;       ///< It stands above a rated element.
  std::optional<size_t> parent;  ///< Of what is rated and of categories: the nearest category.
  std::vector<Anchor> anchors;   ///< By number, then in file order.
};

struct Requirement {
  size_t element;  ///< In Tables::elements.
  StringRef importance;
  StringRef level;
};

struct Task {
  StringRef id;
  StringRef text;
};

struct Occupation {
  StringRef code;
  StringRef title;
  StringRef about;     ///< May be empty.
  Span span;           ///< Of its code.
  bool rated = false;  ///< Skills or Knowledge has a row for it.
  std::vector<Task> tasks;
  std::vector<Requirement> requirements;
};

struct Tables {
  Scale importance;
  Scale level;
  std::vector<Element> elements;        ///< In file order.
  std::vector<size_t> skills;           ///< The elements that Skills rates, as they first occur.
  std::vector<size_t> knowledge;        ///< The elements that Knowledge rates, as they first occur.
  std::vector<Occupation> occupations;  ///< In file order.
};

/// Reads the tables. `minImportance` is the option as written. Nothing when a table is missing or
/// unreadable; check the diagnostics for errors in cells.
std::optional<Tables> readTables(const Input& input, StringRef minImportance, Summary& summary,
                                 Diagnostics& diagnostics);

}  // namespace cadre::import::onet
