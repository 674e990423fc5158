#include "import/sheets/survey.h"

#include "import/sheets/vocabulary.h"
#include "import/sheets/words.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSwitch.h>

#include <fmt/format.h>

#include <algorithm>

namespace cadre::import::sheets {

using foreign::columnLetters;
using foreign::CsvCell;
using foreign::dropGuards;
using foreign::readCsv;

namespace {

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
    out_.table = readCsv(file.file.text);
    dropGuards(out_.table);
  }

  Survey run() {
    findHeader();
    findBrokenHeader();
    findSkips();
    measure();
    findRoles();
    findLevels();
    findShape();
    findGaps();
    findGroupRows();
    findTitle();
    findSplit();
    findUnused();
    return std::move(out_);
  }

private:
  [[nodiscard]] size_t rows() const { return out_.table.rows.size(); }
  [[nodiscard]] size_t width() const { return out_.table.width; }
  void doubt(std::string what, Span span = {}) { out_.doubts.push_back({std::move(what), span}); }

  [[nodiscard]] size_t filledIn(size_t row) const {
    size_t number = 0;
    for (size_t column = 0; column < width(); ++column)
      number += out_.text(row, column).empty() ? 0 : 1;
    return number;
  }

  // ---- The header

  [[nodiscard]] size_t knownIn(size_t row) const {
    std::set<Role> roles;
    size_t levels = 0;
    for (size_t column = 0; column < width(); ++column) {
      const std::string text = out_.text(row, column);
      if (text.empty() || unicode::length(text) > 60) continue;
      if (const HeaderWord* word = findHeaderWord(text))
        roles.insert(word->role);
      else if (readLevelWord(text) && !readNumber(text))
        ++levels;
    }
    return roles.size() * 2 + (levels >= 2 ? 2 : 0);
  }

  void findHeader() {
    constexpr size_t deepest = 20;
    const size_t last = std::min(rows(), deepest);
    size_t best = 0;
    for (size_t row = 0; row < last; ++row) {
      const size_t score = filledIn(row) < 2 ? 0 : knownIn(row);
      if (score <= best) continue;
      best = score;
      out_.header = row;
    }
    if (out_.header) {
      out_.firstRow = *out_.header + 1;
      return;
    }
    // No word is known: the first row that is about as wide as most.
    std::vector<size_t> widths;
    for (size_t row = 0; row < rows(); ++row) {
      if (const size_t filled = filledIn(row); filled > 0) widths.push_back(filled);
    }
    if (widths.empty()) return;
    std::nth_element(widths.begin(), widths.begin() + widths.size() / 2, widths.end());
    const size_t median = widths[widths.size() / 2];
    for (size_t row = 0; row < last && !out_.header; ++row) {
      if (filledIn(row) * 5 >= median * 3 && filledIn(row) > 0) out_.header = row;
    }
    if (!out_.header) out_.header = 0;
    out_.firstRow = *out_.header + 1;
    bool isNumeric = false;
    for (size_t column = 0; column < width(); ++column)
      isNumeric |= readNumber(out_.head(column)).has_value();
    if (width() < 2 || isNumeric || rows() < *out_.header + 2)
      doubt("which row is the header", out_.span(*out_.header, 0));
  }

  /// Merged headers: `Competency` above nothing, a family above its profiles.
  void findBrokenHeader() {
    if (!out_.header || *out_.header + 2 >= rows()) return;
    const size_t row = *out_.header;
    size_t below = 0;
    size_t known = 0;
    for (size_t column = 0; column < width(); ++column) {
      const bool isKnown = findHeaderWord(out_.text(row, column)) != nullptr;
      const std::string under = out_.text(row + 1, column);
      if (isKnown && !under.empty()) return tryGroupAbove();
      known += isKnown ? 1 : 0;
      if (!isKnown && !under.empty()) {
        if (isValue(under) && !readLevelWord(under)) return tryGroupAbove();
        ++below;
      }
    }
    if (below < 2 || known == 0) return tryGroupAbove();
    // Below stand names, and the first cells of the row after that are data again.
    size_t data = 0;
    for (size_t column = 0; column < width(); ++column)
      data += isValue(out_.text(row + 2, column)) ? 1 : 0;
    if (data == 0 && filledIn(row + 2) < 2) return;
    out_.groupRow = row;
    out_.header = row + 1;
    out_.firstRow = row + 2;
  }

  /// A row just above the header with a few cells that stand over several columns.
  void tryGroupAbove() {
    if (!out_.header || *out_.header == 0) return;
    const size_t above = *out_.header - 1;
    const size_t filled = filledIn(above);
    if (filled < 2) {
      // One cell alone is a title, unless it stands over profiles and a title stands above.
      if (filled == 0 || !out_.text(above, 0).empty()) return;
    }
    for (size_t column = 0; column < width(); ++column) {
      if (!out_.text(above, column).empty() && findHeaderWord(out_.head(column))) return;
      if (!out_.text(above, column).empty() && out_.head(column).empty()) return;
    }
    out_.groupRow = above;
  }

  /// Lines below a table, such as a legend: a sentence alone in its row.
  void findFooters() {
    constexpr size_t shortest = 30;
    constexpr size_t fewestWords = 4;
    constexpr size_t mostFooters = 3;
    std::set<size_t> footers;
    for (size_t row = rows(); row-- > out_.firstRow;) {
      const size_t filled = filledIn(row);
      if (filled == 0) continue;
      std::string text;
      for (size_t column = 0; column < width() && text.empty(); ++column)
        text = out_.text(row, column);
      const bool isSentence = unicode::length(text) >= shortest &&
                              static_cast<size_t>(llvm::count(text, ' ')) + 1 >= fewestWords;
      if (filled == 1 && isSentence && footers.size() < mostFooters) {
        footers.insert(row);
        continue;
      }
      if (filled > 1) out_.footers = std::move(footers);
      return;
    }
  }

  void findSkips() {
    findFooters();
    std::set<std::string> words;
    for (size_t row = out_.firstRow; row < rows(); ++row) {
      for (size_t column = 0; column < width(); ++column) {
        const std::string text = out_.text(row, column);
        if (text.empty()) continue;
        if (isTotal(fold(text)) && words.insert(fold(text)).second) out_.skipRows.push_back(text);
        break;
      }
    }
    for (size_t column = 0; column < width(); ++column) {
      if (isTotal(fold(out_.head(column)))) out_.skipColumns.push_back(column);
    }
  }

  // ---- Columns

  void measure() {
    facts_.resize(width());
    for (size_t row = out_.firstRow; row < rows(); ++row) {
      if (out_.isSkippedRow(row)) continue;
      for (size_t column = 0; column < width(); ++column) {
        const std::string text = out_.text(row, column);
        if (text.empty()) continue;
        ColumnFacts& facts = facts_[column];
        ++facts.filled;
        facts.length += unicode::length(text);
        facts.values += isKnownValue(text) ? 1 : 0;
        if (facts.distinct.size() < 200) facts.distinct.insert(fold(text));
      }
    }
  }

  /// The same words stand in many cells.
  bool isKnownValue(const std::string& text) {
    const auto [entry, isNew] = values_.try_emplace(text, false);
    if (isNew) entry->second = isValue(text);
    return entry->second;
  }

  [[nodiscard]] StringRef headAt(size_t column) {
    scratch_ = out_.head(column);
    if (scratch_.empty() && out_.groupRow && *out_.groupRow + 1 == out_.header.value_or(0))
      scratch_ = out_.text(*out_.groupRow, column);
    return scratch_;
  }

  void findRoles() {
    for (size_t column = 0; column < width(); ++column) {
      if (llvm::is_contained(out_.skipColumns, column)) continue;
      const HeaderWord* word = findHeaderWord(headAt(column));
      if (!word) continue;
      auto& list = out_.columns[word->role];
      if (!list.empty() && word->role != Role::Category) continue;
      list.push_back(column);
      ++out_.languages[word->language.str()];
    }
    // `Niveau`, `Stufe 2`: those words tell of a language too.
    if (has(Role::Kind) && !anyKind()) out_.columns.erase(Role::Kind);
  }

  [[nodiscard]] bool has(Role role) const { return out_.columns.contains(role); }
  [[nodiscard]] size_t columnOf(Role role) const { return out_.columns.at(role).front(); }

  [[nodiscard]] bool anyKind() const {
    const auto& words = facts_[columnOf(Role::Kind)].distinct;
    return words.size() <= 12 &&
           llvm::any_of(words, [](const std::string& it) { return guessKind(it).has_value(); });
  }

  [[nodiscard]] bool isTaken(size_t column) const {
    return llvm::is_contained(out_.skipColumns, column) ||
           llvm::any_of(out_.columns,
                        [&](const auto& it) { return llvm::is_contained(it.second, column); });
  }

  /// Columns that are called like levels and hold texts.
  void findLevels() {
    std::vector<std::pair<LevelWord, size_t>> found;
    for (size_t column = 0; column < width(); ++column) {
      if (isTaken(column)) continue;
      const std::string head = headAt(column).str();
      if (const auto word = readLevelWord(head))
        found.emplace_back(*word, column);
      else if (known_.levels.contains(fold(head)))
        found.emplace_back(LevelWord{head, {}, 0}, column);
    }
    if (found.size() < 2 || has(Role::Profile)) return;
    size_t filled = 0;
    size_t values = 0;
    size_t marks = 0;
    for (const auto& [word, column] : found) {
      filled += facts_[column].filled;
      values += facts_[column].values;
      for (const std::string& text : facts_[column].distinct) marks += isYes(text) ? 1 : 0;
    }
    if (values * 2 <= filled || marks > 0) out_.levels = std::move(found);
  }

  // ---- The shape

  void findShape() {
    findTitleColumn();
    std::vector<size_t> rest;
    for (size_t column = 0; column < width(); ++column) {
      const bool isLevel =
          llvm::any_of(out_.levels, [&](const auto& it) { return it.second == column; });
      const std::string head = out_.head(column);
      if (isTaken(column) || isLevel || head.empty()) continue;
      if (facts_[column].filled == 0 || facts_[column].valueShare() >= 0.6) rest.push_back(column);
    }
    const bool hasCells = holdCells(rest);
    if (has(Role::Profile) && has(Role::Competency)) {
      out_.shape = Shape::List;
    } else if (has(Role::Profile) && !hasCells) {
      out_.shape = Shape::List;
    } else if ((has(Role::ProfileCode) && has(Role::Code)) && isTitleGuessed_) {
      out_.columns.erase(Role::Competency);
      out_.shape = Shape::List;
    } else if (out_.levels.empty() && hasCells && !isLongForm()) {
      out_.shape = Shape::Matrix;
      out_.cells = rest;
      findOrientation();
    } else {
      out_.shape = Shape::Competencies;
    }
    fitRoles();
  }

  /// Whether the columns read as the cells of a matrix: a few words, the same in all of them.
  [[nodiscard]] bool holdCells(llvm::ArrayRef<size_t> columns) const {
    constexpr size_t mostWords = 16;
    std::set<std::string> words;
    size_t filled = 0;
    for (const size_t column : columns) {
      words.insert(facts_[column].distinct.begin(), facts_[column].distinct.end());
      filled += facts_[column].filled > 0 ? 1 : 0;
    }
    const bool isPlain = has(Role::Competency) && !isTitleGuessed_;
    return filled >= (isPlain || has(Role::Profile) ? 1 : 2) && words.size() <= mostWords &&
           filled * 2 >= columns.size();
  }

  [[nodiscard]] bool isLongForm() const { return has(Role::Competency) && has(Role::Level); }

  /// Without a header that says so, the title is the first column of texts.
  void findTitleColumn() {
    if (has(Role::Competency) || has(Role::Profile)) return;
    for (size_t column = 0; column < width(); ++column) {
      if (isTaken(column) || facts_[column].filled == 0 || facts_[column].valueShare() > 0.3)
        continue;
      if (llvm::any_of(out_.levels, [&](const auto& it) { return it.second == column; })) continue;
      title_ = column;
      out_.columns[Role::Competency] = {column};
      isTitleGuessed_ = true;
      return;
    }
    doubt("which column has the titles", out_.span(out_.header.value_or(0), 0));
    if (width() > 0 && !isTaken(0)) out_.columns[Role::Competency] = {0};
  }

  [[nodiscard]] static size_t roleWordsIn(const std::string& text) {
    llvm::SmallVector<StringRef> words;
    const std::string folded = fold(text);
    StringRef(folded).split(words, ' ', -1, false);
    return llvm::any_of(words, [](StringRef word) { return isRoleWord(word.trim("/(),")); }) ? 1
                                                                                             : 0;
  }

  void findOrientation() {
    if (out_.cells.size() == 1)
      doubt(fmt::format("that column `{}` is a profile", out_.head(out_.cells.front())),
            out_.span(*out_.header, out_.cells.front()));
    if (has(Role::Profile)) {
      out_.profilesInRows = true;
      return;
    }
    if (!isTitleGuessed_) return;
    size_t headsKnown = 0;
    size_t headsRoles = 0;
    for (const size_t column : out_.cells) {
      headsKnown += known_.titles.contains(fold(out_.head(column))) ? 1 : 0;
      headsRoles += roleWordsIn(out_.head(column));
    }
    size_t titlesKnown = 0;
    size_t titlesRoles = 0;
    for (size_t row = out_.firstRow; row < rows(); ++row) {
      const std::string text = out_.text(row, title_);
      titlesKnown += known_.titles.contains(fold(text)) ? 1 : 0;
      titlesRoles += roleWordsIn(text);
    }
    const size_t columns = headsRoles * 2 + titlesKnown * 3;
    const size_t inRows = titlesRoles * 2 + headsKnown * 3;
    out_.profilesInRows = inRows > columns;
    if (out_.profilesInRows) {
      out_.columns[Role::Profile] = out_.columns[Role::Competency];
      out_.columns.erase(Role::Competency);
    }
    if (inRows == columns || (headsKnown == 0 && titlesKnown == 0 && std::min(inRows, columns) > 0))
      doubt("whether the profiles stand in the columns or in the rows",
            out_.span(out_.header.value_or(0), title_));
    else if (out_.head(title_).empty())
      return;
  }

  /// Takes out the roles that a file of this shape has no use for, and mends those that say it
  /// another way.
  void fitRoles() {
    const auto drop = [&](std::initializer_list<Role> roles) {
      for (const Role role : roles) out_.columns.erase(role);
    };
    const bool isMatrix = out_.shape == Shape::Matrix;
    if (isMatrix && out_.profilesInRows) {
      swap(Role::Code, Role::ProfileCode);
      swap(Role::About, Role::ProfileAbout);
      swap(Role::Category, Role::Family);
      drop({Role::Code, Role::About, Role::Category, Role::Kind, Role::Keywords, Role::Indicators,
            Role::Level, Role::Importance, Role::Weight, Role::Because, Role::Competency});
    } else if (isMatrix) {
      swap(Role::Family, Role::Category);
      drop({Role::Family, Role::Profile, Role::ProfileCode, Role::ProfileAbout, Role::Indicators,
            Role::Level, Role::Because});
    } else if (out_.shape == Shape::Competencies) {
      swap(Role::Family, Role::Category);
      drop({Role::Family, Role::Profile, Role::ProfileCode, Role::ProfileAbout, Role::Importance,
            Role::Weight, Role::Because});
      if (isTitleGuessed_) {
        doubt(fmt::format("that column `{}` has the titles of the competencies", shownHead(title_)),
              out_.span(out_.header.value_or(0), title_));
      }
      describeLongForm();
    } else {
      drop({Role::Indicators});
    }
    // A code beside profiles alone is theirs.
    if (out_.shape == Shape::List && has(Role::Profile) && !has(Role::Competency))
      swap(Role::Code, Role::ProfileCode);
    if (out_.shape == Shape::List && !has(Role::Competency) && !has(Role::Code)) fitProfileList();
    dropLooseCode(Role::Competency, Role::Code);
    dropLooseCode(Role::Profile, Role::ProfileCode);
  }

  /// A file with nothing but profiles.
  void fitProfileList() {
    swap(Role::About, Role::ProfileAbout);
    swap(Role::Category, Role::Family);
    for (const Role role : {Role::About, Role::Category, Role::Kind, Role::Keywords, Role::Level,
                            Role::Importance, Role::Weight, Role::Because})
      out_.columns.erase(role);
  }

  [[nodiscard]] std::string shownHead(size_t column) const {
    const std::string head = out_.head(column);
    return head.empty() ? columnLetters(column) : head;
  }

  void swap(Role from, Role to) {
    if (!has(from) || has(to)) return;
    out_.columns[to] = out_.columns[from];
    out_.columns.erase(from);
  }

  /// A row a competency and level: what is called a description there describes the level.
  void describeLongForm() {
    if (!has(Role::Competency) || !has(Role::Level) || has(Role::Indicators) || !has(Role::About))
      return;
    std::map<std::string, std::set<std::string>> texts;
    std::string title;
    for (size_t row = out_.firstRow; row < rows(); ++row) {
      if (const std::string here = fold(out_.text(row, columnOf(Role::Competency))); !here.empty())
        title = here;
      const std::string about = out_.text(row, columnOf(Role::About));
      if (!about.empty()) texts[title].insert(about);
    }
    if (llvm::any_of(texts, [](const auto& it) { return it.second.size() > 1; }))
      swap(Role::About, Role::Indicators);
  }

  /// A number that is another one in each row of the same thing is the row's. One that comes again,
  /// or is called that of a competency or profile, is the key that tells things of one title apart.
  void dropLooseCode(Role title, Role code) {
    if (!has(title) || !has(code)) return;
    const std::string head = fold(out_.head(columnOf(code)));
    if (const HeaderWord* word = findHeaderWord(StringRef(head).split(' ').first);
        word && (word->role == Role::Competency || word->role == Role::Profile))
      return;
    std::map<std::string, std::set<std::string>> codes;
    std::map<std::string, std::set<std::string>> titles;
    size_t coded = 0;
    for (size_t row = out_.firstRow; row < rows(); ++row) {
      const std::string it = out_.text(row, columnOf(code));
      const std::string name = fold(out_.text(row, columnOf(title)));
      if (it.empty() || name.empty()) continue;
      ++coded;
      codes[name].insert(it);
      titles[it].insert(name);
    }
    const auto several = [](const auto& it) { return it.second.size() > 1; };
    const bool isCount = titles.size() == coded || llvm::any_of(titles, several);
    if (isCount && llvm::any_of(codes, several) && out_.shape == Shape::List)
      out_.columns.erase(code);
  }

  // ---- Gaps, groups, the rest

  /// Whether empty cells of the column can stand for the one above. Where a text stands in two rows
  /// that follow each other, or comes back below others, nobody has merged its cells.
  [[nodiscard]] bool hasGaps(size_t column) const {
    bool hasGap = false;
    std::set<std::string> seen;
    for (size_t row = out_.firstRow; row < rows(); ++row) {
      if (out_.isSkippedRow(row) || filledIn(row) < 2) continue;
      const std::string text = fold(out_.text(row, column));
      if (text.empty() && seen.empty()) return false;
      hasGap = hasGap || text.empty();
      // Below another wide group, the narrow ones begin anew.
      if (llvm::any_of(out_.fillDown,
                       [&](size_t wide) { return wide < column && !out_.text(row, wide).empty(); }))
        seen.clear();
      if (!text.empty() && !seen.insert(text).second) return false;
    }
    return hasGap;
  }

  void findGaps() {
    if (isOwnSheet()) return;
    const auto add = [&](Role role) {
      if (!has(role)) return;
      for (const size_t column : out_.columns[role]) {
        if (!hasGaps(column)) continue;
        out_.fillDown.push_back(column);
        doubt(
            fmt::format("that empty cells of column `{}` repeat the one above", shownHead(column)),
            out_.span(out_.header.value_or(0), column));
      }
    };
    add(Role::Category);
    add(Role::Family);
    if (out_.shape == Shape::List) add(Role::Profile);
    if (out_.shape == Shape::Competencies && (has(Role::Level) || has(Role::Indicators)))
      add(Role::Competency);
    llvm::sort(out_.fillDown);
  }

  void findGroupRows() {
    if (out_.shape == Shape::List) return;
    const Role role =
        out_.shape == Shape::Matrix && out_.profilesInRows ? Role::Profile : Role::Competency;
    if (!has(role) || has(Role::Category) || has(Role::Family)) return;
    const size_t title = columnOf(role);
    std::vector<bool> bands;
    for (size_t row = out_.firstRow; row < rows(); ++row) {
      if (filledIn(row) == 0 || out_.isSkippedRow(row)) continue;
      bands.push_back(filledIn(row) == 1 && !out_.text(row, title).empty());
    }
    const auto number = static_cast<size_t>(llvm::count(bands, true));
    if (number == 0 || number * 2 > bands.size() || width() < 2) return;
    bool isSure = bands.front() && !bands.back();
    for (size_t i = 1; i < bands.size(); ++i) isSure = isSure && !(bands[i] && bands[i - 1]);
    if (!bands.front()) return;
    out_.groupRows = true;
    if (!isSure)
      doubt("whether rows with nothing but a title begin a category",
            out_.span(out_.firstRow, title));
  }

  /// `Core; Growth` are two categories where one of them stands alone elsewhere.
  void findSplit() {
    if (!has(Role::Category)) return;
    const size_t column = out_.columns.at(Role::Category).back();
    std::set<std::string> alone;
    std::set<std::string> parts;
    for (size_t row = out_.firstRow; row < rows(); ++row) {
      llvm::SmallVector<StringRef> pieces;
      const std::string text = fold(out_.text(row, column));
      StringRef(text).split(pieces, "; ", -1, false);
      if (pieces.size() == 1) alone.insert(text);
      if (pieces.size() > 1) parts.insert(pieces.begin(), pieces.end());
    }
    if (parts.empty()) return;
    out_.splitsCategories = true;
    if (llvm::none_of(parts, [&](const std::string& it) { return alone.contains(it); }) &&
        !isOwnSheet())
      doubt(fmt::format("that `;` stands between categories in column `{}`", shownHead(column)),
            out_.span(out_.header.value_or(0), column));
  }

  /// What `--emit csv` writes: things with their ids.
  [[nodiscard]] bool isOwnSheet() const {
    return has(Role::Code) && fold(out_.head(columnOf(Role::Code))) == "competency id";
  }

  void findTitle() {
    for (size_t row = 0; row < out_.header.value_or(0); ++row) {
      if (row == out_.groupRow) continue;
      for (size_t column = 0; column < width(); ++column) {
        const std::string text = out_.text(row, column);
        if (text.empty()) continue;
        if (unicode::isValid(text) && unicode::length(text) <= 100) out_.title = text;
        return;
      }
    }
  }

  void findUnused() {
    for (size_t column = 0; column < width(); ++column) {
      const bool isLevel =
          llvm::any_of(out_.levels, [&](const auto& it) { return it.second == column; });
      if (isTaken(column) || isLevel || llvm::is_contained(out_.cells, column)) continue;
      if (facts_[column].filled > 0 || !out_.head(column).empty()) out_.unused.push_back(column);
    }
    const bool needsLevel = out_.shape == Shape::List ? has(Role::Competency) || has(Role::Code)
                                                      : has(Role::Indicators);
    if (!needsLevel || has(Role::Level) || !out_.levels.empty()) return;
    for (const size_t column : out_.unused) {
      if (looksLikeLevels(facts_[column]))
        doubt(fmt::format("that column `{}`, whose cells look like levels, says nothing",
                          shownHead(column)),
              out_.span(out_.header.value_or(0), column));
    }
  }

  /// A few short words that come again and again.
  [[nodiscard]] static bool looksLikeLevels(const ColumnFacts& facts) {
    constexpr size_t mostLevels = 8;
    constexpr double longest = 24;
    const size_t distinct = facts.distinct.size();
    return distinct >= 2 && distinct <= mostLevels && facts.filled > distinct &&
           facts.meanLength() <= longest && llvm::all_of(facts.distinct, [](const auto& it) {
             const auto number = readNumber(it);
             return !number || (*number >= 0 && *number <= 10);
           });
  }

  const Known& known_;
  Survey out_;
  std::vector<ColumnFacts> facts_;
  llvm::StringMap<bool> values_;
  size_t title_ = 0;
  bool isTitleGuessed_ = false;
  std::string scratch_;
};

}  // namespace

Span Survey::span(size_t row, size_t column) const {
  const CsvCell& cell = table.at(row, column);
  return {file, cell.begin, cell.end};
}

bool Survey::isSkippedRow(size_t row) const {
  if (footers.contains(row)) return true;
  for (size_t column = 0; column < table.width; ++column) {
    const std::string here = text(row, column);
    if (!here.empty()) return isTotal(fold(here));
  }
  return false;
}

Survey survey(const GuessFile& file, const Known& known) { return Surveyor(file, known).run(); }

}  // namespace cadre::import::sheets
