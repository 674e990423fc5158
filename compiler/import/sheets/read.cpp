#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"
#include "import/sheets/collect.h"
#include "import/sheets/group.h"
#include "import/sheets/table.h"
#include "import/sheets/words.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <set>

namespace cadre::import::sheets {

using foreign::parseNumber;
using foreign::TextUse;

namespace {

using Fate = SheetTable::Fate;

constexpr StringRef contradicts = "says something else than a cell before";
constexpr StringRef notUnderstood = "is no level and no word that the map explains";
constexpr StringRef unplaced = "belongs to a row that is not understood";

/// Reads one file into the collector.
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

  void read() {
    findColumns();
    if (diagnostics_.hasErrors()) return;
    if (file_.shape == Shape::Matrix)
      findCells();
    else
      leaveUnused();
    for (size_t row = table_.firstRow(); row < table_.rows(); ++row) {
      if (isSkipped(row)) continue;
      fillDown(row);
      if (!table_.hasOpen(row)) continue;
      if (isGroupRow(row)) continue;
      readRow(row);
      grouper_.take(diagnostics_);
    }
    reportUnusedRows();
    if (file_.groupRow && *file_.groupRow <= table_.rows()) {
      for (size_t column = 0; column < table_.width(); ++column)
        table_.skip({*file_.groupRow - 1, column}, "above the header");
    }
    table_.finish(data_);
    data_.percentWeights += percent_.size();
  }

private:
  // ---- Columns ----------------------------------------------------------------------------------

  void findColumns() {
    for (const auto& [role, names] : file_.columns) {
      for (const ColumnName& name : names) {
        if (const auto column = take(name)) columns_[role].push_back(*column);
      }
    }
    for (const LevelColumn& level : file_.levels) {
      if (const auto column = take(level.column)) levels_.emplace_back(level.level, *column);
    }
    for (const ColumnName& name : file_.fillDown) {
      if (const auto column = table_.find(name)) fillDown_.insert(*column);
    }
    for (const ColumnName& name : file_.skipColumns) {
      const auto column = take(name);
      if (!column) continue;
      for (size_t row = table_.firstRow(); row < table_.rows(); ++row)
        table_.skip({row, *column}, "in columns that the map skips");
    }
    if (file_.groupRow && *file_.groupRow > table_.rows()) {
      diagnostics_.report(file_.groupRowSpan, diag::MapNoRow, file_.name, table_.rows(),
                          std::to_string(*file_.groupRow));
    }
    for (const uint32_t row : file_.skipRows) {
      if (row > table_.rows())
        diagnostics_.report(file_.span, diag::MapNoRow, file_.name, table_.rows(),
                            std::to_string(row));
    }
  }

  /// The column of the name, which nothing else may name.
  std::optional<size_t> take(const ColumnName& name) {
    const auto column = table_.find(name);
    if (!column) return {};
    const auto [entry, isNew] = taken_.try_emplace(*column, name.span);
    if (isNew) return column;
    diagnostics_
        .report(name.span, diag::MapTwice,
                fmt::format("column `{}` is named for two things", table_.columnTitle(*column)))
        .label(entry->second, diag::ImportFirstHere);
    return {};
  }

  /// The columns of a matrix that hold requirements.
  void findCells() {
    std::vector<size_t> columns;
    for (const ColumnName& name : file_.cells) {
      if (const auto column = take(name)) columns.push_back(*column);
    }
    if (file_.cells.empty()) {
      for (size_t column = 0; column < table_.width(); ++column) {
        if (!taken_.contains(column)) columns.push_back(column);
      }
    } else {
      leaveUnused();
    }
    std::string group;
    size_t groupColumn = 0;
    for (size_t column = 0; column < table_.width(); ++column) {
      if (file_.groupRow && *file_.groupRow <= table_.rows()) {
        const At above{*file_.groupRow - 1, column};
        const bool isCells = llvm::is_contained(columns, column);
        if (isCells && !table_.isEmpty(above)) {
          group = table_.text(above, TextUse::Quoted).value_or("");
          groupColumn = column;
        }
        if (!isCells && !table_.isEmpty(above)) group.clear();
      }
      if (llvm::is_contained(columns, column)) addCellColumn(column, group, groupColumn);
    }
  }

  void addCellColumn(size_t column, const std::string& group, size_t groupColumn) {
    const At head{*table_.header(), column};
    if (table_.isEmpty(head)) {
      leaveColumn(column, "stands in a column without a header", diag::SheetNoHeader);
      return;
    }
    const auto title = table_.text(head, TextUse::Quoted);
    table_.settle(head, Fate::Header);
    const Who who{{title.value_or(""), table_.span(head)}, {}};
    std::optional<size_t> index;
    if (title)
      index = file_.profilesInRows ? collector_.competency(who, true, head.row)
                                   : collector_.profile(who, head.row);
    if (!index) {
      for (size_t row = table_.firstRow(); row < table_.rows(); ++row)
        table_.leave({row, column}, "stands in a column with a header that is not understood");
      return;
    }
    cells_.emplace_back(column, *index);
    if (group.empty()) return;
    if (file_.profilesInRows) {
      if (const auto category = collector_.category(group, table_.span(head)))
        collector_.addCategory(*index, *category);
    } else {
      const At above{*file_.groupRow - 1, groupColumn};
      if (!collector_.setFamily(*index, {group}, table_.span(above), above.row))
        table_.leave(above, contradicts);
    }
  }

  template <class Kind>
  void leaveColumn(size_t column, StringRef reason, const Kind& kind) {
    std::optional<At> first;
    for (size_t row = table_.firstRow(); row < table_.rows(); ++row) {
      if (table_.isEmpty({row, column}) || isSkipped(row)) continue;
      if (!first) first = At{row, column};
      table_.leave({row, column}, reason);
    }
    if (first) diagnostics_.report(table_.span(*first), kind);
  }

  /// What no part of the map names is left over, and said.
  void leaveUnused() {
    for (size_t column = 0; column < table_.width(); ++column) {
      if (taken_.contains(column) || fillDown_.contains(column)) continue;
      size_t number = 0;
      for (size_t row = table_.firstRow(); row < table_.rows(); ++row) {
        if (isSkipped(row) || table_.isEmpty({row, column})) continue;
        table_.leave({row, column}, "stands in a column that the map does not name");
        ++number;
      }
      const bool isNamed = table_.header() && !table_.isEmpty({*table_.header(), column});
      if (number == 0 && !isNamed) continue;
      const At at{table_.header().value_or(table_.firstRow()), column};
      auto report =
          diagnostics_.report(table_.span(at), diag::SheetColumnUnused, table_.columnTitle(column));
      if (number > 0)
        report.note(diag::SheetCells, fmt::format("{} cell{}", number, number == 1 ? "" : "s"));
      report.help(diag::SheetNameColumn);
    }
  }

  // ---- Rows -------------------------------------------------------------------------------------

  [[nodiscard]] std::string firstCell(size_t row) const {
    size_t column = 0;
    while (column < table_.width() && table_.isEmpty({row, column})) ++column;
    return column < table_.width() ? fold(table_.cell({row, column})) : "";
  }

  /// What the map calls a row that is not there.
  void reportUnusedRows() {
    std::set<std::string> wanted;
    for (const RowName& name : file_.skipRowsCalled) wanted.insert(name.text);
    for (size_t row = 0; row < table_.rows() && !wanted.empty(); ++row)
      wanted.erase(firstCell(row));
    for (const RowName& name : file_.skipRowsCalled) {
      if (wanted.contains(name.text))
        diagnostics_.report(name.span, diag::MapNoRow, file_.name, table_.rows(),
                            fmt::format("that begins with `{}`", name.text));
    }
  }

  bool isSkipped(size_t row) {
    bool skipped = llvm::is_contained(file_.skipRows, static_cast<uint32_t>(row + 1));
    if (!skipped && !file_.skipRowsCalled.empty()) {
      const std::string first = firstCell(row);
      skipped = !first.empty() && llvm::any_of(file_.skipRowsCalled, [&](const RowName& name) {
        return name.text == first;
      });
    }
    if (!skipped) return false;
    for (size_t column = 0; column < table_.width(); ++column)
      table_.skip({row, column}, "in rows that the map skips");
    return true;
  }

  /// Cells of merged ranges say the same for the rows below, until a column to their left changes.
  void fillDown(size_t row) {
    for (const size_t column : fillDown_) {
      if (table_.isEmpty({row, column})) continue;
      filled_.erase(filled_.upper_bound(column), filled_.end());
      filled_[column] = row;
    }
  }

  /// Where the text for a column stands, for this row.
  [[nodiscard]] At place(size_t row, size_t column) const {
    if (!table_.isEmpty({row, column}) || !fillDown_.contains(column)) return {row, column};
    const auto found = filled_.find(column);
    return found == filled_.end() ? At{row, column} : At{found->second, column};
  }

  bool isGroupRow(size_t row) {
    if (!file_.groupRows) return false;
    const Role role =
        file_.shape == Shape::Matrix && file_.profilesInRows ? Role::Profile : Role::Competency;
    const auto found = columns_.find(role);
    if (found == columns_.end()) return false;
    const size_t title = found->second.front();
    for (size_t column = 0; column < table_.width(); ++column) {
      const Fate fate = table_.fate({row, column});
      if (table_.isEmpty({row, column}) == (column == title) && fate == Fate::Open) return false;
    }
    const auto text = table_.text({row, title}, TextUse::Quoted);
    if (text) group_ = *text;
    return true;
  }

  void readRow(size_t row) {
    switch (file_.shape) {
      case Shape::Competencies: readCompetency(row); break;
      case Shape::Matrix:
        file_.profilesInRows ? readProfileRow(row) : readCompetencyRow(row);
        break;
      case Shape::List: readListRow(row); break;
    }
  }

  // ---- Values of a row --------------------------------------------------------------------------

  std::optional<At> find(Role role, size_t row) const {
    const auto found = columns_.find(role);
    if (found == columns_.end()) return {};
    const At at = place(row, found->second.front());
    return table_.isEmpty(at) ? std::nullopt : std::optional(at);
  }

  /// The text of the row in a column, or what is fixed; empty without one and where it was
  /// reported.
  Said text(Role role, size_t row, bool keepLines = false) {
    if (const auto at = find(role, row)) {
      return {table_.text(*at, TextUse::Quoted, keepLines).value_or(""), table_.span(*at)};
    }
    const auto fixed = file_.fixed.find(role);
    return fixed == file_.fixed.end() ? Said{} : Said{fixed->second, {}};
  }

  Who who(Role title, Role code, size_t row) { return {text(title, row), text(code, row)}; }

  bool names(const Who& who, StringRef what, size_t row) {
    if (!who.title.text.empty() || !who.code.text.empty()) return true;
    if (isOnlyFilled(row)) return false;
    Span where;
    for (size_t column = 0; column < table_.width(); ++column) {
      if (!table_.isEmpty({row, column})) where = where.to(table_.span({row, column}));
    }
    diagnostics_.report(where, diag::SheetNoTitle, row + 1, what);
    table_.leaveRow(row, fmt::format("stands in a row that names no {}", what.str()));
    return false;
  }

  /// The row has nothing but what the rows below will take: merged cells that begin above them.
  [[nodiscard]] bool isOnlyFilled(size_t row) const {
    for (size_t column = 0; column < table_.width(); ++column) {
      if (table_.fate({row, column}) == Fate::Open && !table_.isEmpty({row, column}) &&
          !fillDown_.contains(column))
        return false;
    }
    return true;
  }

  void set(Role role, Said& field, StringRef what, const std::string& whose, size_t row) {
    const Said said = text(role, row, role == Role::About || role == Role::ProfileAbout);
    if (said.text.empty()) return;
    if (collector_.set(field, said, what, whose, row) == Collector::Set::Differs) {
      if (const auto at = find(role, row)) table_.leave(*at, contradicts);
    }
  }

  /// The groups of a row, from the widest. The last cell is whole where it is still to be split.
  std::vector<std::string> path(Role role, size_t row, bool withGroup, bool keepsLast = false) {
    std::vector<std::string> out;
    if (withGroup && !group_.empty()) out.push_back(group_);
    if (const auto fixed = file_.fixed.find(role); fixed != file_.fixed.end())
      out.push_back(fixed->second);
    const auto found = columns_.find(role);
    if (found == columns_.end()) return out;
    for (const size_t column : found->second) {
      const At at = place(row, column);
      if (table_.isEmpty(at)) continue;
      std::string text = table_.text(at, TextUse::Quoted).value_or("");
      if (keepsLast && column == found->second.back())
        out.push_back(std::move(text));
      else
        addTrail(text, out);
    }
    return out;
  }

  /// `Communications › Media` is one inside of the other, as `--emit csv` writes them.
  static void addTrail(StringRef text, std::vector<std::string>& into) {
    llvm::SmallVector<StringRef> titles;
    text.split(titles, " › ", -1, false);
    for (const StringRef title : titles) into.push_back(oneLine(title));
  }

  // ---- Competencies -----------------------------------------------------------------------------

  std::optional<size_t> competency(const Who& who, bool mentioned, size_t row) {
    const auto index = collector_.competency(who, mentioned, row);
    if (index) {
      leaveForeignCode(data_.competencies[*index].code, who, Role::Code, row);
      return index;
    }
    if (who.title.text.empty()) {
      diagnostics_.report(who.code.span, diag::SheetNoTitle, row + 1,
                          "competency that is known, nor a title for one");
    }
    for (const Role role : {Role::Competency, Role::Code}) {
      if (const auto at = find(role, row))
        table_.leave(*at, "does not say which competency is meant");
    }
    table_.leaveRow(row, unplaced);
    return {};
  }

  /// A code that belongs to another title.
  void leaveForeignCode(const Said& own, const Who& who, Role code, size_t row) {
    if (who.code.text.empty() || own.text == oneLine(who.code.text)) return;
    if (const auto at = find(code, row)) table_.leave(*at, "is the code of something else");
  }

  /// What a row of any shape can say of its competency.
  void describe(size_t index, size_t row) {
    const std::string whose = data_.competencies[index].title.text;
    set(Role::About, data_.competencies[index].about, "the description", whose, row);
    readKindOf(index, row);
    readCategories(index, row);
    if (const auto at = find(Role::Keywords, row)) {
      const auto words = table_.text(*at, TextUse::Quoted, true);
      auto& into = data_.competencies[index].keywords;
      for (std::string& word :
           splitItems(words.value_or(""), separators(Role::Keywords, {"\n", ";", ","}))) {
        if (!llvm::is_contained(into, word)) into.push_back(std::move(word));
      }
    }
  }

  void readKindOf(size_t index, size_t row) {
    Said& field = data_.competencies[index].kind;
    const auto at = find(Role::Kind, row);
    if (!at) {
      const auto fixed = file_.fixed.find(Role::Kind);
      if (fixed != file_.fixed.end() && field.text.empty()) field = {fixed->second, {}};
      return;
    }
    const auto word = table_.text(*at, TextUse::Quoted);
    if (!word) return;
    const auto kind = readKind(*word, map_);
    if (!kind) {
      diagnostics_.report(table_.span(*at), diag::SheetWord, *word, "a kind", row + 1);
      table_.leave(*at, "is a kind that the map does not explain");
    } else if (collector_.set(field, {*kind, table_.span(*at)}, "the kind",
                              data_.competencies[index].title.text,
                              row) == Collector::Set::Differs) {
      table_.leave(*at, contradicts);
    }
  }

  void readCategories(size_t index, size_t row) {
    const bool grouped = !(file_.shape == Shape::Matrix && file_.profilesInRows);
    const auto split = file_.split.find(Role::Category);
    const bool splits = split != file_.split.end();
    const std::vector<std::string> titles = path(Role::Category, row, grouped, splits);
    if (titles.empty()) return;
    const auto at = find(Role::Category, row);
    const Span span = at ? table_.span(*at) : Span{};
    if (!splits) {
      if (const auto group = collector_.category(titles, span))
        collector_.addCategory(index, *group);
      return;
    }
    for (const std::string& item : splitItems(titles.back(), split->second)) {
      std::vector<std::string> own(titles.begin(), titles.end() - 1);
      addTrail(item, own);
      if (const auto group = collector_.category(own, span)) collector_.addCategory(index, *group);
    }
  }

  std::vector<std::string> separators(Role role, std::vector<std::string> otherwise) const {
    const auto found = file_.split.find(role);
    return found == file_.split.end() ? std::move(otherwise) : found->second;
  }

  void readCompetency(size_t row) {
    const Who it = who(Role::Competency, Role::Code, row);
    if (!names(it, "competency", row)) return;
    const auto index = competency(it, false, row);
    if (!index) return;
    describe(*index, row);
    for (const auto& [level, column] : levels_) readLevelCell(*index, level, {row, column});
    readLongLevel(*index, row);
  }

  void readLevelCell(size_t index, const std::string& level, At at) {
    if (table_.isEmpty(at)) return;
    const auto meaning = map_.values.find(fold(table_.cell(at)));
    if (meaning != map_.values.end() && meaning->second.what == Meaning::NotRequired) {
      meaning->second.isSaid = true;
      return table_.settle(at, Fate::NotRequired);
    }
    if (!isMark(table_.cell(at))) return addIndicators(index, level, at);
    table_.settle(at, Fate::Used);
    collector_.addLevel(index, level);
  }

  void addIndicators(size_t index, const std::string& level, At at) {
    const auto text = table_.text(at, TextUse::Bullet, true);
    if (!text) return;
    for (const std::string& item : splitItems(*text, separators(Role::Indicators, {"\n"}))) {
      if (collector_.addIndicator(index, level, item)) continue;
      diagnostics_.report(table_.span(at), diag::SheetTwice, fmt::format("`{}`", item), at.row + 1);
      table_.leave(at, "stands twice");
    }
  }

  /// A row of a competency and a level.
  void readLongLevel(size_t index, size_t row) {
    const auto indicators = columns_.find(Role::Indicators);
    const auto at = find(Role::Level, row);
    std::string level;
    if (at) {
      const auto word = table_.text(*at, TextUse::Quoted);
      const auto need = word ? readNeed(*word, map_) : std::nullopt;
      if (!word) return;
      if (!need || need->level.empty()) {
        if (need && !need->isRequired) return table_.settle(*at, Fate::NotRequired);
        diagnostics_.report(table_.span(*at), diag::SheetValue, *word, row + 1)
            .help(diag::SheetExplainValue);
        table_.leave(*at, notUnderstood);
        return;
      }
      level = need->level;
      collector_.addLevel(index, level);
    } else if (const auto fixed = file_.fixed.find(Role::Level); fixed != file_.fixed.end()) {
      level = map_.scale.find(fixed->second).value_or("");
    }
    if (indicators == columns_.end()) return;
    for (const size_t column : indicators->second) {
      const At cell{row, column};
      if (table_.isEmpty(cell)) continue;
      if (level.empty() && map_.scale.isThere()) {
        diagnostics_.report(table_.span(cell), diag::SheetNoLevel,
                            data_.competencies[index].title.text, "this is about", row + 1);
        table_.leave(cell, "is about no level");
      } else {
        addIndicators(index, level, cell);
      }
    }
  }

  // ---- Profiles ---------------------------------------------------------------------------------

  std::optional<size_t> profile(const Who& who, size_t row) {
    const auto index = collector_.profile(who, row);
    if (!index) {
      if (who.title.text.empty()) {
        diagnostics_.report(who.code.span, diag::SheetNoTitle, row + 1,
                            "profile that is known, nor a title for one");
      }
      for (const Role role : {Role::Profile, Role::ProfileCode}) {
        if (const auto at = find(role, row))
          table_.leave(*at, "does not say which profile is meant");
      }
      table_.leaveRow(row, unplaced);
      return {};
    }
    const Said& stands = data_.profiles[*index].title;
    leaveForeignCode(data_.profiles[*index].code, who, Role::ProfileCode, row);
    set(Role::ProfileAbout, data_.profiles[*index].about, "the description", stands.text, row);
    const auto titles =
        path(Role::Family, row, file_.shape == Shape::Matrix && file_.profilesInRows);
    const auto family = find(Role::Family, row);
    const Span span = family ? table_.span(*family) : Span{};
    if (!collector_.setFamily(*index, titles, span, row) && family)
      table_.leave(*family, contradicts);
    return index;
  }

  // ---- Requirements -----------------------------------------------------------------------------

  /// The level and importance that a cell says; nothing where it is not understood (reported).
  std::optional<Need> need(At at) {
    const auto word = table_.text(at, TextUse::Quoted);
    if (!word) return {};
    const auto need = readNeed(*word, map_);
    if (!need) {
      diagnostics_.report(table_.span(at), diag::SheetValue, *word, at.row + 1)
          .help(diag::SheetExplainValue);
      table_.leave(at, notUnderstood);
    } else if (!need->isRequired) {
      table_.settle(at, Fate::NotRequired);
    }
    return need;
  }

  /// Completes `need` by what is fixed and by the row. False where a level is missing (reported).
  bool complete(Need& need, size_t competency, At at, Requirement& into) {
    if (need.level.empty() && file_.fixed.contains(Role::Level)) {
      need.level = map_.scale.find(file_.fixed.at(Role::Level)).value_or("");
    }
    if (need.level.empty() && map_.scale.isThere()) {
      diagnostics_.report(table_.span(at), diag::SheetNoLevel,
                          data_.competencies[competency].title.text, "is required", at.row + 1);
      table_.leave(at, "says no level");
      return false;
    }
    into.competency = competency;
    into.level = need.level;
    into.importance = need.importance;
    into.span = table_.span(at);
    readImportanceAndWeight(at.row, into);
    return true;
  }

  void readImportanceAndWeight(size_t row, Requirement& into) {
    if (const auto at = find(Role::Importance, row)) {
      const auto word = table_.text(*at, TextUse::Quoted);
      const auto importance = word ? readImportance(*word, map_) : std::nullopt;
      if (importance) {
        if (into.importance.empty()) into.importance = *importance;
      } else if (word) {
        reportOnce(*at, diag::SheetWord, *word, "an importance");
        table_.leave(*at, "is an importance that the map does not explain");
      }
    } else if (const auto fixed = file_.fixed.find(Role::Importance);
               fixed != file_.fixed.end() && into.importance.empty()) {
      into.importance = fixed->second;
    }
    if (const auto at = find(Role::Weight, row)) {
      std::string number = table_.text(*at, TextUse::Quoted).value_or("");
      std::replace(number.begin(), number.end(), ',', '.');
      const bool isPercent = StringRef(number).ends_with("%");
      if (isPercent) number = StringRef(number).drop_back().rtrim().str();
      const auto value = parseNumber(number);
      if (value && *value > 0) {
        if (isPercent) percent_.insert({at->row, at->column});
        into.weight = number;
      } else if (!number.empty()) {
        if (table_.fate(*at) != Fate::Left)
          diagnostics_.report(table_.span(*at), diag::SheetNotANumber, table_.cell(*at),
                              "a weight, which is more than 0", row + 1);
        table_.leave(*at, "is no weight");
      }
    } else if (const auto fixed = file_.fixed.find(Role::Weight); fixed != file_.fixed.end()) {
      into.weight = fixed->second;
    }
  }

  template <class Kind>
  void reportOnce(At at, const Kind& kind, const std::string& word, StringRef what) {
    if (table_.fate(at) != Fate::Left)
      diagnostics_.report(table_.span(at), kind, word, what, at.row + 1);
  }

  void require(size_t profile, size_t competency, At at, Need need) {
    Requirement it;
    if (!complete(need, competency, at, it)) return;
    leaveDifferences(collector_.addRequirement(profile, std::move(it), at.row), at);
  }

  /// The cells of the row that say otherwise than a cell before; `at` is that of the requirement.
  void leaveDifferences(const Collector::Differences& differs, At at) {
    const auto leave = [&](bool differs, Role role) {
      if (!differs) return;
      table_.leave(find(role, at.row).value_or(at), contradicts);
    };
    if (differs.level) table_.leave(at, contradicts);
    leave(differs.importance, Role::Importance);
    leave(differs.weight, Role::Weight);
    leave(differs.because, Role::Because);
  }

  void readCompetencyRow(size_t row) {
    const Who it = who(Role::Competency, Role::Code, row);
    if (!names(it, "competency", row)) return;
    const auto index = competency(it, true, row);
    if (!index) return;
    describe(*index, row);
    for (const auto& [column, profile] : cells_) readCell(profile, *index, {row, column});
    settleRowWords(row);
  }

  void readProfileRow(size_t row) {
    const Who it = who(Role::Profile, Role::ProfileCode, row);
    if (!names(it, "profile", row)) return;
    const auto index = profile(it, row);
    if (!index) return;
    for (const auto& [column, competency] : cells_) readCell(*index, competency, {row, column});
  }

  void readCell(size_t profile, size_t competency, At at) {
    if (table_.isEmpty(at)) return;
    const auto said = need(at);
    if (said && said->isRequired) require(profile, competency, at, *said);
  }

  /// Importance and weight of a row in which nothing is required say nothing, and count as read.
  void settleRowWords(size_t row) {
    Requirement unused;
    readImportanceAndWeight(row, unused);
  }

  void readListRow(size_t row) {
    const Who whoP = who(Role::Profile, Role::ProfileCode, row);
    if (whoP.title.text.empty() && whoP.code.text.empty()) {
      names(whoP, "profile", row);
      return;
    }
    std::vector<size_t> profiles;
    for (const Who& item : itemsOf(whoP, Role::Profile, Role::ProfileCode, "profiles", row)) {
      const auto index = profile(item, row);
      if (!index) return;
      profiles.push_back(*index);
    }
    const Who whoC = who(Role::Competency, Role::Code, row);
    const std::vector<Who> items = itemsOf(whoC, Role::Competency, Role::Code, "competencies", row);
    const bool namesCompetency = !whoC.title.text.empty() || !whoC.code.text.empty();
    if (!namesCompetency && !table_.hasOpen(row)) return;
    if (!namesCompetency) {
      names(whoC, "competency", row);
      return;
    }
    for (const Who& item : items) {
      const auto competencyIndex = competency(item, true, row);
      if (!competencyIndex) continue;
      describe(*competencyIndex, row);
      for (const size_t profile : profiles) readListed(profile, *competencyIndex, row);
    }
    table_.leaveRow(row, unplaced);
  }

  /// The competencies or profiles that a cell names; several, where the map says how to split it.
  std::vector<Who> itemsOf(const Who& who, Role title, Role code, StringRef what, size_t row) {
    const auto split = file_.split.find(title);
    if (split == file_.split.end() || who.title.text.empty()) return {who};
    const auto at = find(title, row);
    const auto lines = at ? table_.text(*at, TextUse::Quoted, true) : std::nullopt;
    std::vector<Who> items;
    for (std::string& item : splitItems(lines.value_or(who.title.text), split->second))
      items.push_back({{std::move(item), who.title.span}, {}});
    if (items.size() == 1) {
      items.front().code = who.code;
    } else if (const auto cell = find(code, row)) {
      reportOnce(*cell, diag::SheetWord, who.code.text,
                 fmt::format("a code for several {}", what.str()));
      table_.leave(*cell, fmt::format("is a code for several {}", what.str()));
    }
    return items;
  }

  void readListed(size_t profile, size_t competency, size_t row) {
    const auto level = find(Role::Level, row);
    Need said;
    const bool wasLeft = level && table_.fate(*level) == Fate::Left;
    if (level && !wasLeft) {
      const auto read = need(*level);
      if (!read) return;
      said = *read;
    } else if (wasLeft) {
      return;
    }
    if (!said.isRequired) return settleRowWords(row);
    const auto at = level ? level : find(Role::Competency, row);
    const At where = at.value_or(find(Role::Code, row).value_or(At{row, 0}));
    Requirement it;
    if (!complete(said, competency, where, it)) return;
    it.because = text(Role::Because, row).text;
    const Collector::Differences differs = collector_.addRequirement(profile, std::move(it), row);
    leaveDifferences(differs, where);
    // Of a requirement at another level, nothing was taken.
    for (const Role role : {Role::Importance, Role::Weight, Role::Because}) {
      if (const auto cell = find(role, row); cell && differs.level)
        table_.leave(*cell, contradicts);
    }
  }

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

size_t passOf(const FileMap& file) {
  if (file.shape == Shape::Competencies) return 0;
  const bool usesCompetencies = file.shape == Shape::Matrix ||
                                file.columns.contains(Role::Competency) ||
                                file.columns.contains(Role::Code);
  return usesCompetencies ? 2 : 1;
}

/// A competency that describes some levels offers those alone: what is required beyond them is
/// offered too, without a text.
void offerWhatIsRequired(const Map& map, Data& data, Diagnostics& diagnostics) {
  if (map.scale.levels.empty()) return;
  for (const Profile& profile : data.profiles) {
    for (const Requirement& it : profile.requirements) {
      Competency& competency = data.competencies[it.competency];
      if (competency.levels.empty() || it.level.empty()) continue;
      if (llvm::any_of(competency.levels,
                       [&](const LevelTexts& level) { return level.level == it.level; }))
        continue;
      competency.levels.push_back({it.level, {}});
      const auto info = llvm::find_if(
          map.scale.levels, [&](const LevelInfo& level) { return level.name == it.level; });
      diagnostics.report(it.span, diag::SheetLevelWithoutText, info->title, competency.title.text);
    }
  }
}

void reportUnusedWords(const Map& map, Diagnostics& diagnostics) {
  for (const auto& [word, meaning] : map.values) {
    if (!meaning.isSaid) diagnostics.report(meaning.span, diag::SheetWordUnused, word);
  }
}

void sortLevels(const Map& map, Data& data) {
  const auto rank = [&](const LevelTexts& level) {
    if (map.scale.isNumeric()) return parseNumber(level.level).value_or(0);
    const auto found = llvm::find_if(map.scale.levels,
                                     [&](const LevelInfo& it) { return it.name == level.level; });
    return static_cast<double>(found - map.scale.levels.begin());
  };
  for (Competency& it : data.competencies) {
    llvm::stable_sort(it.levels, [&](const auto& x, const auto& y) { return rank(x) < rank(y); });
  }
}

}  // namespace

Data readSheets(const Map& map, llvm::ArrayRef<SheetFile> files, Diagnostics& diagnostics) {
  Data data;
  Diagnostics found;
  Grouper grouper(diagnostics);
  const bool defines =
      llvm::any_of(map.files, [](const FileMap& it) { return it.shape == Shape::Competencies; });
  Collector collector(map, data, found, defines);
  // What defines competencies and profiles comes before what uses them, wherever it stands in the
  // call.
  for (size_t pass = 0; pass < 3; ++pass) {
    for (const SheetFile& file : files) {
      const auto it =
          llvm::find_if(map.files, [&](const FileMap& it) { return it.name == file.name; });
      if (it == map.files.end() || passOf(*it) != pass) continue;
      SheetReader(map, *it, file, data, collector, found, grouper).read();
    }
  }
  if (!found.hasErrors()) {
    offerWhatIsRequired(map, data, found);
    reportUnusedWords(map, found);
  }
  sortLevels(map, data);
  grouper.take(found);
  grouper.finish();
  return data;
}

}  // namespace cadre::import::sheets
