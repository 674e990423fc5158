// Reads one spreadsheet as its map says: takes its table, gives what it says to the collector, and
// decides the fate of each cell. Private to the folder. Its members are spread over read_*.cpp by
// what they read; read.cpp reads all files.
#pragma once

#include "import/sheets/collect.h"
#include "import/sheets/group.h"
#include "import/sheets/table.h"
#include "import/sheets/words.h"

#include <map>
#include <set>

namespace cadre::import::sheets {

class SheetReader {
public:
  SheetReader(const Map& map, const FileMap& fileMap, const SheetFile& file, Data& data,
              Collector& collector, Diagnostics& diagnostics, Grouper& grouper)
      : map_(map),
        file_(fileMap),
        data_(data),
        collector_(collector),
        diagnostics_(diagnostics),
        grouper_(grouper),
        table_(fileMap, file, diagnostics) {}

  /// Reads the whole table.
  void read();

private:
  using Fate = SheetTable::Fate;

  /// Why cells are left over.
  static constexpr StringRef contradicts = "says something else than a cell before";
  static constexpr StringRef notUnderstood = "is no level and no word that the map explains";
  static constexpr StringRef unplaced = "belongs to a row that is not understood";

  void readRow(size_t row);

  // What the columns mean (read_columns.cpp).
  void findColumns();
  /// The column of the name, which nothing else may name.
  std::optional<size_t> take(const ColumnName& name);
  /// The columns of a matrix that hold requirements.
  void findCells();
  void addCellColumn(size_t column, const std::string& group, size_t groupColumn);
  void leaveWithoutHeader(size_t column);
  /// What no part of the map names is left over, and said.
  void leaveUnused();

  // Which rows count, and what stands in one (read_rows.cpp).
  [[nodiscard]] std::string firstCell(size_t row) const;
  /// What the map calls a row that is not there.
  void reportUnusedRows();
  bool isSkipped(size_t row);
  /// Cells of merged ranges say the same for the rows below, until a column to their left changes.
  void fillDown(size_t row);
  /// Where the text for a column stands, for this row.
  [[nodiscard]] At place(size_t row, size_t column) const;
  bool isGroupRow(size_t row);
  std::optional<At> find(Role role, size_t row) const;
  /// The text of the row in a column, or what is fixed; empty without one and where it was
  /// reported.
  Said text(Role role, size_t row, bool keepLines = false);
  Who who(Role title, Role code, size_t row);
  bool names(const Who& who, StringRef what, size_t row);
  /// The row has nothing but what the rows below will take: merged cells that begin above them.
  [[nodiscard]] bool isOnlyFilled(size_t row) const;
  void set(Role role, Said& field, StringRef what, const std::string& whose, size_t row);
  /// The groups of a row, from the widest. The last cell is whole where it is still to be split.
  std::vector<std::string> path(Role role, size_t row, bool withGroup, bool keepsLast = false);
  /// `Communications › Media` is one inside of the other, as `--emit csv` writes them.
  static void addTrail(StringRef text, std::vector<std::string>& into);
  std::vector<std::string> separators(Role role, std::vector<std::string> otherwise) const;

  // What a row says of a competency (read_competencies.cpp).
  void readCompetency(size_t row);
  std::optional<size_t> competency(const Who& who, bool mentioned, size_t row);
  /// A code that belongs to another title.
  void leaveForeignCode(const Said& own, const Who& who, Role code, size_t row);
  /// What a row of any shape can say of its competency.
  void describe(size_t index, size_t row);
  void readKindOf(size_t index, size_t row);
  void readCategories(size_t index, size_t row);
  void readLevelCell(size_t index, const std::string& level, At at);
  void addIndicators(size_t index, const std::string& level, At at);
  /// A row of a competency and a level.
  void readLongLevel(size_t index, size_t row);

  // Profiles and what they require (read_requirements.cpp).
  void readCompetencyRow(size_t row);
  void readProfileRow(size_t row);
  void readListRow(size_t row);
  std::optional<size_t> profile(const Who& who, size_t row);
  /// The competencies or profiles that a cell names; several, where the map says how to split it.
  std::vector<Who> itemsOf(const Who& who, Role title, Role code, StringRef what, size_t row);
  void readCell(size_t profile, size_t competency, At at);
  void readListed(size_t profile, size_t competency, size_t row);
  /// The level and importance that a cell says; nothing where it is not understood (reported).
  std::optional<Need> need(At at);
  /// Completes `need` by what is fixed and by the row. False where a level is missing (reported).
  bool complete(Need& need, size_t competency, At at, Requirement& into);
  void readImportanceAndWeight(size_t row, Requirement& into);
  /// Importance and weight of a row in which nothing is required say nothing, and count as read.
  void settleRowWords(size_t row);
  /// Reports that `word` is not `what`, unless the cell is left over already.
  void reportWordOnce(At at, const std::string& word, StringRef what);
  void require(size_t profile, size_t competency, At at, Need need);
  /// The cells of the row that say otherwise than a cell before; `at` is that of the requirement.
  void leaveDifferences(const Collector::Differences& differs, At at);

  const Map& map_;
  const FileMap& file_;
  Data& data_;
  Collector& collector_;
  Diagnostics& diagnostics_;
  Grouper& grouper_;
  SheetTable table_;
  std::map<Role, std::vector<size_t>> columns_;
  std::vector<std::pair<std::string, size_t>> levels_;
  std::vector<std::pair<size_t, size_t>> cells_;  ///< A column of a matrix, and whose it is.
  std::map<size_t, Span> taken_;
  std::set<size_t> fillDown_;
  std::map<size_t, size_t> filled_;              ///< By column, the row that fills it.
  std::set<std::pair<size_t, size_t>> percent_;  ///< Cells with weights such as `40%`.
  std::string group_;
};

}  // namespace cadre::import::sheets
