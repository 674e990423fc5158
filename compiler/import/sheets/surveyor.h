// Surveys one spreadsheet for a guess, step by step: takes a table, gives its Survey. Private to
// the folder. Its members are spread over survey_*.cpp by what they find.
#pragma once

#include "import/sheets/survey.h"

#include <llvm/ADT/StringMap.h>

#include <set>

namespace cadre::import::sheets {

/// What stands in a column below the header.
struct ColumnFacts {
  size_t filled = 0;
  size_t values = 0;
  size_t length = 0;
  std::set<std::string> distinct;
  [[nodiscard]] double valueShare() const {
    return filled == 0 ? 0 : static_cast<double>(values) / static_cast<double>(filled);
  }
  [[nodiscard]] double meanLength() const {
    return filled == 0 ? 0 : static_cast<double>(length) / static_cast<double>(filled);
  }
};

class Surveyor {
public:
  Surveyor(const GuessFile& file, const Known& known) : known_(known) {
    out_.name = file.file.name;
    out_.encoding = file.encoding;
    out_.file = file.file.file;
    out_.table = foreign::readCsv(file.file.text);
    foreign::dropGuards(out_.table);
  }

  Survey run();

private:
  // What everything asks (survey.cpp).
  [[nodiscard]] size_t rows() const { return out_.table.rows.size(); }
  [[nodiscard]] size_t width() const { return out_.table.width; }
  [[nodiscard]] bool has(Role role) const { return out_.columns.contains(role); }
  [[nodiscard]] size_t columnOf(Role role) const { return out_.columns.at(role).front(); }
  void doubt(std::string what, Span span = {}) { out_.doubts.push_back({std::move(what), span}); }
  [[nodiscard]] size_t filledIn(size_t row) const;
  [[nodiscard]] bool isTaken(size_t column) const;
  [[nodiscard]] std::string shownHead(size_t column) const;
  /// What `--emit csv` writes: things with their ids.
  [[nodiscard]] bool isOwnSheet() const;

  // The header, and what stands around the table (survey_header.cpp).
  void findHeader();
  [[nodiscard]] size_t knownIn(size_t row) const;
  /// Merged headers: `Competency` above nothing, a family above its profiles.
  void findBrokenHeader();
  /// A row just above the header with a few cells that stand over several columns.
  void tryGroupAbove();
  void findSkips();
  /// Lines below a table, such as a legend: a sentence alone in its row.
  void findFooters();
  void findTitle();

  // What the columns seem to be (survey_columns.cpp).
  void measure();
  /// The same words stand in many cells.
  bool isKnownValue(const std::string& text);
  void findRoles();
  [[nodiscard]] std::string headAt(size_t column) const;
  [[nodiscard]] bool anyKind() const;
  /// Columns that are called like levels and hold texts.
  void findLevels();
  void findUnused();

  // The shape, and the roles that fit it (survey_shape.cpp).
  void findShape();
  /// Without a header that says so, the title is the first column of texts.
  void findTitleColumn();
  /// Whether the columns read as the cells of a matrix: a few words, the same in all of them.
  [[nodiscard]] bool holdCells(llvm::ArrayRef<size_t> columns) const;
  [[nodiscard]] bool isLongForm() const { return has(Role::Competency) && has(Role::Level); }
  void findOrientation();
  /// Takes out the roles that a file of this shape has no use for, and mends those that say it
  /// another way.
  void fitRoles();
  /// A file with nothing but profiles.
  void fitProfileList();
  void swap(Role from, Role to);
  /// A row a competency and level: what is called a description there describes the level.
  void describeLongForm();
  /// A number that is another one in each row of the same thing is the row's. One that comes again,
  /// or is called that of a competency or profile, is the key that tells things of one title apart.
  void dropLooseCode(Role title, Role code);

  // Merged cells, bands and lists: what groups the rows (survey_groups.cpp).
  void findGaps();
  /// Whether empty cells of the column can stand for the one above. Where a text stands in two rows
  /// that follow each other, or comes back below others, nobody has merged its cells.
  [[nodiscard]] bool hasGaps(size_t column) const;
  void findGroupRows();
  /// `Core; Growth` are two categories where one of them stands alone elsewhere.
  void findSplit();

  const Known& known_;
  Survey out_;
  std::vector<ColumnFacts> facts_;
  llvm::StringMap<bool> values_;
  size_t title_ = 0;
  bool isTitleGuessed_ = false;
};

}  // namespace cadre::import::sheets
