#include "import/sheets/guess.h"

#include "import/foreign/characters.h"
#include "import/foreign/names.h"
#include "import/sheets/survey.h"
#include "import/sheets/words.h"
#include "support/unicode.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

#include <cmath>

namespace cadre::import::sheets {

using foreign::columnLetters;
using foreign::findWrong;
using foreign::slug;
using foreign::TextUse;
using foreign::wrongWith;

namespace {

/// A text as TOML writes it.
std::string quoted(StringRef text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out + "\"";
}

/// A text on a line of a comment: what no comment can hold becomes `?`.
std::string comment(StringRef text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, at);
    out += wrongWith(point, TextUse::Quoted).empty() ? text.substr(at, point.length) : "?";
    at += point.length;
  }
  return oneLine(out);
}

/// Whether a map can hold the text as it is.
bool isPlainText(StringRef text) { return findWrong(text, TextUse::Quoted) == text.size(); }

std::string listOf(llvm::ArrayRef<std::string> items) {
  if (items.size() == 1) return items.front();
  return fmt::format("[{}]", fmt::join(items, ", "));
}

/// A word of the cells: as it was first written, and how often.
struct Word {
  std::string text;
  size_t number = 0;
  Span span;
};
using Words = llvm::MapVector<std::string, Word, std::map<std::string, unsigned>>;

class Proposer {
public:
  explicit Proposer(llvm::ArrayRef<GuessFile> files) {
    Known known;
    for (const GuessFile& file : files) {
      Survey it = survey(file, {});
      if (it.shape == Shape::Competencies) addTitles(it, known.titles);
      addLevels(it, known.levels);
    }
    for (const GuessFile& file : files) surveys_.push_back(survey(file, known));
    for (Survey& it : surveys_) findProfileFile(it);
    for (Survey& it : surveys_) {
      for (Doubt& doubt : it.doubts)
        proposal_.doubts.push_back(
            {fmt::format("`{}`: {} is a guess", it.name, doubt.what), doubt.span});
    }
  }

  Proposal run() {
    collectWords();
    findScale();
    explainWords();
    write();
    proposal_.map = std::move(out_);
    return std::move(proposal_);
  }

private:
  static void addTitles(const Survey& it, std::set<std::string>& into) {
    const auto found = it.columns.find(Role::Competency);
    if (found == it.columns.end()) return;
    for (size_t row = it.firstRow; row < it.table.rows.size(); ++row) {
      if (std::string title = fold(it.text(row, found->second.front())); !title.empty())
        into.insert(std::move(title));
    }
  }

  /// What may also stand above columns with texts for levels.
  static void addLevels(const Survey& it, std::set<std::string>& into) {
    std::set<std::string> cells = cellsOf(it, Role::Level);
    if (it.shape == Shape::Matrix)
      each(it, it.cells, [&](const std::string& text, Span) { cells.insert(fold(text)); });
    constexpr size_t mostLevels = 20;
    if (cells.size() <= mostLevels) into.insert(cells.begin(), cells.end());
  }

  static std::set<std::string> cellsOf(const Survey& it, Role role) {
    std::set<std::string> cells;
    const auto found = it.columns.find(role);
    if (found != it.columns.end())
      each(it, found->second, [&](const std::string& text, Span) { cells.insert(fold(text)); });
    return cells;
  }

  /// What looks like competencies, and is what a list takes for its profiles, has the profiles.
  void findProfileFile(Survey& it) {
    if (it.shape != Shape::Competencies || !it.levels.empty()) return;
    for (const Survey& list : surveys_) {
      if (list.shape != Shape::List) continue;
      const bool byCode = list.columns.contains(Role::ProfileCode);
      const auto used = cellsOf(list, byCode ? Role::ProfileCode : Role::Profile);
      const auto own = cellsOf(it, byCode ? Role::Code : Role::Competency);
      const auto number =
          llvm::count_if(used, [&](const std::string& cell) { return own.contains(cell); });
      if (used.empty() || static_cast<size_t>(number) * 2 < used.size()) continue;
      it.shape = Shape::List;
      std::map<Role, std::vector<size_t>> columns;
      for (const auto& [role, names] : it.columns) {
        if (role == Role::Competency)
          columns[Role::Profile] = names;
        else if (role == Role::Code)
          columns[Role::ProfileCode] = names;
        else if (role == Role::About)
          columns[Role::ProfileAbout] = names;
        else if (role == Role::Category)
          columns[Role::Family] = names;
        else
          it.unused.insert(it.unused.end(), names.begin(), names.end());
      }
      it.columns = std::move(columns);
      it.doubts.clear();
      llvm::sort(it.unused);
      return;
    }
  }

  // ---- Words ------------------------------------------------------------------------------------

  void collectWords() {
    for (const Survey& it : surveys_) {
      std::vector<size_t> columns = it.shape == Shape::Matrix ? it.cells : std::vector<size_t>{};
      if (const auto level = it.columns.find(Role::Level); level != it.columns.end())
        columns.push_back(level->second.front());
      each(it, columns, [&](const std::string& text, Span span) { addWord(text, span); });
      if (const auto role = it.columns.find(Role::Importance); role != it.columns.end())
        each(it, role->second,
             [&](const std::string& text, Span span) { add(importance_, text, span); });
      if (const auto role = it.columns.find(Role::Kind); role != it.columns.end())
        each(it, role->second,
             [&](const std::string& text, Span span) { add(kinds_, text, span); });
      for (const auto& level : it.levels)
        each(it, {level.second}, [&](const std::string& text, Span span) {
          if (isNothing(fold(text))) add(words_, text, span);
        });
    }
  }

  template <class Take>
  static void each(const Survey& it, llvm::ArrayRef<size_t> columns, Take take) {
    for (size_t row = it.firstRow; row < it.table.rows.size(); ++row) {
      if (it.isSkippedRow(row)) continue;
      for (const size_t column : columns) {
        const std::string text = it.text(row, column);
        if (!text.empty() && isPlainText(text)) take(text, it.span(row, column));
      }
    }
  }

  static void add(Words& into, const std::string& text, Span span) {
    Word& word = into[fold(text)];
    if (word.number++ == 0) {
      word.text = text;
      word.span = span;
    }
  }

  /// `3 E` is two words.
  void addWord(const std::string& text, Span span) {
    const size_t digits = StringRef(text).take_while(llvm::isDigit).size();
    const std::string rest = fold(StringRef(text).drop_front(digits).trim(" /-,;()"));
    if (digits > 0 && rest.size() == 1 && llvm::isAlpha(rest.front())) {
      add(words_, text.substr(0, digits), span);
      add(importance_, StringRef(text).drop_front(digits).trim(" /-,;()").str(), span);
    } else {
      add(words_, text, span);
    }
  }

  // ---- The scale --------------------------------------------------------------------------------

  /// `B`, `P` and `E` are levels, though `E` by itself would be an importance.
  void judgeLetters() {
    const auto fits = [](const Words& words) {
      return llvm::all_of(words, [](const auto& it) {
        return !isLetter(it.first) || guessImportance(it.first).has_value();
      });
    };
    lettersFit_ = fits(words_);
    importanceLettersFit_ = fits(importance_);
  }

  static bool isLetter(StringRef folded) {
    return folded.size() == 1 && llvm::isAlpha(folded.front()) && !isYes(folded) &&
           !isNothing(folded);
  }

  [[nodiscard]] std::optional<std::string> importanceOf(StringRef folded) const {
    return isLetter(folded) && !lettersFit_ ? std::nullopt : guessImportance(folded);
  }

  void findScale() {
    judgeLetters();
    for (const Survey& it : surveys_) {
      for (const auto& [level, column] : it.levels) {
        if (llvm::none_of(levels_, [&](const LevelWord& known) {
              return fold(known.title) == fold(level.title);
            }))
          levels_.push_back(level);
      }
    }
    if (!levels_.empty()) return sortLevels();
    std::vector<double> numbers;
    std::vector<LevelWord> named;
    size_t others = 0;
    size_t marks = 0;
    for (const auto& [folded, word] : words_) {
      if (isNothing(folded) || (importanceOf(folded) && !readLevelWord(word.text))) continue;
      if (isYes(folded))
        ++marks;
      else if (const auto number = readNumber(word.text))
        numbers.push_back(*number);
      else if (const auto level = readLevelWord(word.text))
        named.push_back(*level);
      else
        ++others;
    }
    if (!named.empty() && named.size() >= others) {
      levels_ = named;
      sortLevels();
      addUnknownLevels();
    } else if (!numbers.empty()) {
      findRange(numbers);
    } else if (marks == 0 && others > 0 && (hasLevelColumn() || !lettersFit_)) {
      addUnknownLevels();
    }
  }

  [[nodiscard]] bool hasLevelColumn() const {
    return llvm::any_of(surveys_,
                        [](const Survey& it) { return it.columns.contains(Role::Level); });
  }

  void sortLevels() {
    const bool numbered =
        llvm::all_of(levels_, [](const LevelWord& it) { return it.number.has_value(); });
    if (numbered) {
      llvm::stable_sort(levels_,
                        [](const auto& x, const auto& y) { return *x.number < *y.number; });
      for (size_t i = 1; i < levels_.size(); ++i) {
        if (*levels_[i].number == *levels_[i - 1].number) doubtOrder();
      }
      return;
    }
    // Columns stand in order; words in cells do not.
    const bool fromColumns =
        llvm::any_of(surveys_, [](const Survey& it) { return !it.levels.empty(); });
    if (fromColumns) {
      const bool falls =
          llvm::is_sorted(levels_, [](const auto& x, const auto& y) { return x.rank > y.rank; });
      const bool rises =
          llvm::is_sorted(levels_, [](const auto& x, const auto& y) { return x.rank < y.rank; });
      if (falls && !rises) std::reverse(levels_.begin(), levels_.end());
      return;
    }
    llvm::stable_sort(levels_, [](const auto& x, const auto& y) { return x.rank < y.rank; });
    for (size_t i = 1; i < levels_.size(); ++i) {
      if (levels_[i].rank == levels_[i - 1].rank) doubtOrder();
    }
  }

  void addUnknownLevels() {
    for (const auto& [folded, word] : words_) {
      if (isNothing(folded) || isYes(folded) || readNumber(word.text)) continue;
      if (llvm::any_of(levels_, [&](const LevelWord& it) { return fold(it.title) == folded; }))
        continue;
      const bool isRare = word.number < 2 && (lettersFit_ || !isLetter(folded));
      if (readLevelWord(word.text) || importanceOf(folded) || isRare || levels_.size() >= 10)
        continue;
      levels_.push_back({word.text, {}, 0});
      doubtOrder();
    }
  }

  void doubtOrder() {
    if (orderDoubted_) return;
    orderDoubted_ = true;
    proposal_.doubts.push_back({"the order of the levels is a guess", {}});
  }

  void findRange(llvm::ArrayRef<double> numbers) {
    low_ = *std::min_element(numbers.begin(), numbers.end());
    high_ = *std::max_element(numbers.begin(), numbers.end());
    if (low_ == 0 && high_ > 1) {
      double above = high_;
      for (const double number : numbers) above = number > 0 ? std::min(above, number) : above;
      if (above >= 1 && above < high_) {
        zeroIsNothing_ = true;
        low_ = above;
        proposal_.doubts.push_back(
            {"that `0` means that a competency is not required is a guess", {}});
      }
    }
    if (low_ >= high_) {
      proposal_.doubts.push_back(
          {fmt::format("the range of the scale is a guess: only `{}` occurs", low_), {}});
      low_ = std::min(low_, 1.0);
      high_ = std::max(high_, low_ + 4);
    }
    lowest_ = low_;
    if (low_ > 1 && low_ <= 3 && high_ > 3) low_ = 1;
    hasRange_ = true;
  }

  [[nodiscard]] bool hasScale() const { return hasRange_ || !levels_.empty(); }

  // ---- What the words mean ----------------------------------------------------------------------

  void explainWords() {
    for (const auto& [folded, word] : words_) explain(folded, word);
    for (const auto& [folded, word] : importance_) {
      const bool isOdd = isLetter(folded) && !importanceLettersFit_;
      auto it = isOdd ? std::nullopt : guessImportance(folded);
      if (!it && isYes(folded)) it = "essential";
      if (it) {
        if (folded != *it)
          importanceLines_.push_back(fmt::format("{} = {}", quoted(word.text), quoted(*it)));
      } else {
        unknown(importanceLines_, word, "essential");
      }
    }
    llvm::sort(values_);
    for (const auto& [folded, word] : kinds_) {
      const auto it = guessKind(folded);
      if (it && folded != *it)
        kindLines_.push_back(fmt::format("{} = {}", quoted(word.text), quoted(*it)));
      else if (!it)
        unknown(kindLines_, word, "general");
    }
  }

  static void unknown(std::vector<std::string>& lines, const Word& word, StringRef example) {
    lines.push_back(
        fmt::format("# {} = {}   # CHECK: {} of it; not understood as long as it has no line",
                    quoted(word.text), quoted(example),
                    word.number == 1 ? "1 cell" : fmt::format("{} cells", word.number)));
  }

  void explain(const std::string& folded, const Word& word) {
    const auto says = [&](StringRef meaning) {
      values_.push_back(fmt::format("{} = {}", quoted(word.text), quoted(meaning)));
    };
    if (isNothing(folded)) return says("not required");
    if (isLevelTitle(folded)) return;
    const auto number = readNumber(word.text);
    if (number && hasRange_) {
      if (zeroIsNothing_ && *number == 0) says("not required");
      return;
    }
    if (number && !levels_.empty()) return explainNumber(*number, word);
    if (isYes(folded)) {
      if (!hasScale()) return says("required");
      if (levels_.empty()) return unknown(values_, word, fmt::format("{}", low_));
      doubtMark(word);
      return says(levels_.front().title);
    }
    if (const auto level = readLevelWord(word.text);
        level && level->number && !levels_.empty() && !isLevelTitle(folded))
      return explainNumber(*level->number, word);
    if (const LevelWord* level = byInitial(folded)) return says(level->title);
    if (importanceOf(folded)) {
      if (hasScale())
        unknown(values_, word, "not required");
      else
        add(importance_, word.text, word.span);
      return;
    }
    unknown(values_, word, "not required");
  }

  [[nodiscard]] bool isLevelTitle(const std::string& folded) const {
    return llvm::any_of(levels_, [&](const LevelWord& it) { return fold(it.title) == folded; });
  }

  void explainNumber(double number, const Word& word) {
    const LevelWord* found = nullptr;
    for (const LevelWord& it : levels_) {
      if (it.number && *it.number == number) found = &it;
    }
    const bool numbered =
        llvm::any_of(levels_, [](const LevelWord& it) { return it.number.has_value(); });
    if (!found && !numbered && number >= 1 && number <= static_cast<double>(levels_.size()) &&
        number == std::floor(number))
      found = &levels_[static_cast<size_t>(number) - 1];
    if (found) {
      values_.push_back(fmt::format("{} = {}", quoted(word.text), quoted(found->title)));
    } else if (number == 0) {
      values_.push_back(fmt::format("{} = \"not required\"", quoted(word.text)));
    } else {
      unknown(values_, word, "not required");
    }
  }

  void doubtMark(const Word& word) {
    proposal_.doubts.push_back(
        {fmt::format("which level `{}` means is a guess", word.text), word.span});
  }

  [[nodiscard]] const LevelWord* byInitial(StringRef folded) const {
    if (unicode::length(folded) > 2) return nullptr;
    const LevelWord* found = nullptr;
    for (const LevelWord& it : levels_) {
      if (!StringRef(fold(it.title)).starts_with(folded)) continue;
      if (found) return nullptr;
      found = &it;
    }
    return found;
  }

  // ---- The map ----------------------------------------------------------------------------------

  void line(const std::string& text = "") { out_ += text + "\n"; }

  void write() {
    line(
        "# How `cadre import csv` reads these files, as far as it can be guessed. Look at the "
        "lines with");
    line("# CHECK, change what is wrong, save this file as map.toml, and import with it:");
    std::vector<std::string> names;
    for (const Survey& it : surveys_) names.push_back(shellWord(it.name));
    line(fmt::format("#   cadre import csv {} --map map.toml -o DIR", fmt::join(names, " ")));
    for (const Doubt& doubt : proposal_.doubts)
      line(fmt::format("# CHECK: {}.", comment(doubt.what)));
    line();
    writeFramework();
    writeScale();
    writeWords("values", "What a cell says, besides the levels themselves.", values_);
    writeWords("importance", "How important a requirement is: essential, desired or optional.",
               importanceLines_);
    writeWords("kinds", "Kinds of competencies: technical, behavioural, leadership or general.",
               kindLines_);
    for (const Survey& it : surveys_) writeFile(it);
  }

  static std::string shellWord(const std::string& name) {
    const bool isPlain =
        llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || StringRef("._-").contains(c); });
    return isPlain ? name : fmt::format("'{}'", oneLine(name));
  }

  void writeFramework() {
    std::string title;
    for (const Survey& it : surveys_) {
      if (title.empty() && isPlainText(it.title)) title = it.title;
    }
    StringRef stem =
        surveys_.empty() ? StringRef("Competencies") : StringRef(surveys_.front().name);
    stem = stem.substr(stem.rfind('/') + 1);
    std::string fromName = isPlainText(stem) ? oneLine(stem.take_front(stem.rfind('.'))) : "";
    if (fromName.empty()) fromName = "Competencies";
    std::replace(fromName.begin(), fromName.end(), '_', ' ');
    if (title.empty()) title = fromName;
    title.front() = llvm::toUpper(title.front());
    std::string id = slug(title);
    while (!id.empty() && !llvm::isAlpha(id.front())) id.erase(id.begin());
    if (id.size() > 40) id = id.substr(0, id.rfind('-', 40));
    if (id.empty()) id = "competencies";
    line("[framework]");
    line(fmt::format(
        "id       = {}   # CHECK: names the framework for good; such as \"acme.marketing\"",
        quoted(id)));
    line(fmt::format("title    = {}", quoted(title)));
    line("version  = \"1.0.0\"");
    line(fmt::format("language = {}", quoted(language())));
    line();
  }

  [[nodiscard]] std::string language() const {
    std::map<std::string, size_t> languages;
    for (const Survey& it : surveys_) {
      for (const auto& [language, number] : it.languages) languages[language] += number;
    }
    std::string best = "en";
    size_t most = 0;
    for (const auto& [language, number] : languages) {
      if (number > most) {
        best = language;
        most = number;
      }
    }
    return best;
  }

  void writeScale() {
    if (!hasScale()) {
      line(
          "# No scale: a competency is had or not. With levels, this would say which, lowest "
          "first:");
      line("# [scale]");
      line("# levels = [\"Basic\", \"Advanced\", \"Expert\"]");
      line();
      return;
    }
    line("[scale]");
    line("title = \"Proficiency\"");
    if (hasRange_) {
      line(fmt::format("range = [{}, {}]   # numbers from {} to {} occur", low_, high_, lowest_,
                       high_));
    } else {
      std::vector<std::string> titles;
      for (const LevelWord& it : levels_) titles.push_back(quoted(it.title));
      line(fmt::format("levels = [{}]   # lowest first", fmt::join(titles, ", ")));
      line("# cumulative = true   # where a level includes those below it");
    }
    line();
  }

  void writeWords(StringRef table, StringRef comment, llvm::ArrayRef<std::string> lines) {
    if (lines.empty()) return;
    line(fmt::format("[{}]   # {}", table, comment));
    for (const std::string& it : lines) line(it);
    line();
  }

  /// How the map names a column: by its header where that says which, else by its letters.
  static std::string columnName(const Survey& it, size_t column) {
    const std::string head = it.head(column);
    size_t same = 0;
    for (size_t i = 0; i < it.table.width; ++i) same += fold(it.head(i)) == fold(head) ? 1 : 0;
    const bool isName = !head.empty() && same == 1 && isPlainText(head);
    return quoted(isName ? StringRef(head) : StringRef(columnLetters(column)));
  }

  static std::string columnList(const Survey& it, llvm::ArrayRef<size_t> columns) {
    std::vector<std::string> names;
    for (const size_t column : columns) names.push_back(columnName(it, column));
    return listOf(names);
  }

  static StringRef shapeWord(Shape shape) {
    switch (shape) {
      case Shape::Competencies: return "competencies";
      case Shape::Matrix: return "matrix";
      case Shape::List: return "list";
    }
    llvm_unreachable("every shape has a word");
  }

  void writeFile(const Survey& it) {
    line("[[file]]");
    line(fmt::format("name      = {}", quoted(it.name)));
    line(fmt::format("shape     = {}", quoted(shapeWord(it.shape))));
    if (!it.encoding.empty())
      line(fmt::format("encoding  = {}   # it is not UTF-8", quoted(it.encoding)));
    const char separator = it.table.separator;
    line(fmt::format("separator = {}",
                     separator == '\t' ? "\"tab\"" : quoted(StringRef(&separator, 1))));
    if (it.header)
      line(fmt::format("header    = {}   # the row with the names of the columns", *it.header + 1));
    else
      line("header    = 0");
    if (it.shape == Shape::Matrix) {
      if (it.groupRow)
        line(fmt::format("group-row = {}   # the row with the {} of the columns", *it.groupRow + 1,
                         it.profilesInRows ? "categories" : "families"));
      line(fmt::format("profiles  = \"{}\"", it.profilesInRows ? "rows" : "columns"));
    }
    if (it.groupRows)
      line("group-rows = true   # a row with nothing but its title begins a category");
    if (!it.fillDown.empty())
      line(fmt::format("fill-down = {}   # merged cells: empty ones repeat the one above",
                       columnList(it, it.fillDown)));
    if (!it.skipColumns.empty())
      line(fmt::format("skip-columns = {}", columnList(it, it.skipColumns)));
    std::vector<std::string> rows;
    for (const std::string& word : it.skipRows) rows.push_back(quoted(word));
    for (const size_t row : it.footers) rows.push_back(std::to_string(row + 1));
    if (!rows.empty())
      line(fmt::format("skip-rows = {}{}", listOf(rows),
                       it.footers.empty() ? "" : "   # with what stands below the table"));
    if (it.splitsCategories) line("split = { category = \";\" }");
    if (it.shape == Shape::Matrix && !it.unused.empty())
      line(fmt::format("cells = {}", columnList(it, it.cells)));
    line("[file.columns]");
    for (const auto& [role, columns] : it.columns)
      line(fmt::format("{} = {}", keyOf(role), columnList(it, columns)));
    if (it.columns.empty()) line("# competency = \"…\"   # CHECK: which column has the titles");
    if (!it.levels.empty()) {
      std::vector<std::string> pairs;
      for (const LevelWord& level : levels_) {
        for (const auto& [word, column] : it.levels) {
          if (fold(word.title) == fold(level.title))
            pairs.push_back(fmt::format("{} = {}", quoted(level.title), columnName(it, column)));
        }
      }
      line(fmt::format("levels = {{ {} }}", fmt::join(pairs, ", ")));
    }
    for (const size_t column : it.unused)
      line(fmt::format("# not used: {}", columnName(it, column)));
    line();
  }

  std::vector<Survey> surveys_;
  Proposal proposal_;
  Words words_, importance_, kinds_;
  std::vector<LevelWord> levels_;
  bool hasRange_ = false;
  bool zeroIsNothing_ = false;
  bool orderDoubted_ = false;
  bool lettersFit_ = true;            ///< Single letters in cells read as importance, all of them.
  bool importanceLettersFit_ = true;  ///< So do those of columns with importance.
  double low_ = 0;
  double lowest_ = 0;  ///< That occurs.
  double high_ = 0;
  std::vector<std::string> values_, importanceLines_, kindLines_;
  std::string out_;
};

}  // namespace

Proposal guess(llvm::ArrayRef<GuessFile> files) { return Proposer(files).run(); }

}  // namespace cadre::import::sheets
