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
  /// The column is nothing of what its header seemed to say.
  void dropRoles(size_t column);
  [[nodiscard]] std::string shownHead(size_t column) const { return out_.shownHead(column); }
  /// What `--emit csv` writes: things with their ids.
  [[nodiscard]] bool isOwnSheet() const;

  // The header, and what stands around the table (survey_header.cpp).
  void findHeader();
  /// What speaks for a row as the header.
  struct Score {
    size_t roles = 0, levels = 0;
    [[nodiscard]] size_t sum() const { return roles * 2 + (levels >= 2 ? 2 : 0); }
  };
  [[nodiscard]] Score knownIn(size_t row) const;
  /// Whether other rows, or other cells of this one, hold the text too; rows alike do not count.
  [[nodiscard]] bool comesAgain(const std::string& text, size_t row, size_t column) const;
  [[nodiscard]] bool isSameRow(size_t one, size_t other) const;
  [[nodiscard]] size_t medianWidth() const;
  /// What stands above the header in rows that could be of the table is told.
  void doubtRowsAbove();
  /// Merged headers: `Competency` above nothing, a family above its profiles.
  void findBrokenHeader();
  /// A row just above the header with a few cells that stand over several columns.
  void tryGroupAbove();
  void findTitle();

  // What is around the table, and no data (survey_rows.cpp).
  void findSkips();
  /// The header again, as on a printed page.
  void findRepeats();
  /// A row right below the header that numbers the columns.
  void findNumbering();
  /// A legend beside the table, behind an empty column.
  void findAside();
  /// Lines below a table, such as a legend: a sentence or a note alone in its row.
  void findFooters();
  void doubtFooter(size_t row, size_t column);
  /// A few narrow rows below an empty one, such as a legend with a line for each level.
  void findBlockBelow();

  // What the columns seem to be (survey_columns.cpp).
  void measure();
  /// The same words stand in many cells.
  bool isKnownValue(const std::string& text);
  void findRoles();
  [[nodiscard]] std::string headAt(size_t column) const;
  [[nodiscard]] bool anyKind() const;
  void findUnused();
  /// In a matrix, a column beside the cells whose words nobody knows.
  void doubtIdleCells();

  // The levels that head columns (survey_levels.cpp).
  using LevelColumns = std::vector<std::pair<LevelWord, size_t>>;
  /// Columns that are called like levels and hold texts.
  void findLevels();
  /// What `--emit csv` writes behind the columns that all its sheets have.
  void findOwnLevels();
  /// Of columns that are called alike, a map can name one.
  void dropTwins(LevelColumns& found);
  /// Columns of texts between and beside those, whatever they are called.
  void adoptNeighbours(LevelColumns& found);
  [[nodiscard]] bool isTextLike(size_t column, double length) const;
  /// Columns of texts that nothing else is said of may be levels.
  void doubtIdleTexts();

  // What looks right and seldom is (survey_oddities.cpp).
  void doubtOddities();
  void doubtProfileColumns();
  void doubtListsInCells();
  void doubtTwinColumns();
  void doubtSecondTable();

  // The shape, and the roles that fit it (survey_shape.cpp).
  void findShape();
  /// Without a header that says so, the title is the first column of texts.
  void findTitleColumn();
  /// Columns that are called `0 = None` are none of the table.
  void leaveLegends();
  /// Whether the columns read as the cells of a matrix: a few words, the same in all of them.
  [[nodiscard]] bool holdCells(llvm::ArrayRef<size_t> columns) const;
  [[nodiscard]] bool isLongForm() const { return has(Role::Competency) && has(Role::Level); }
  /// Whether a column reads as cells of a matrix: most are values, or all are known levels.
  [[nodiscard]] bool holdsValues(size_t column) const;
  /// Columns that share a few short words, which nothing knows.
  [[nodiscard]] std::vector<size_t> findOddCells() const;
  void doubtOddCells(llvm::ArrayRef<size_t> odd);
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
