#include "import/sheets/map_writer.h"

#include "import/foreign/characters.h"
#include "import/foreign/names.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::columnLetters;
using foreign::slug;
using foreign::TextUse;
using foreign::wrongWith;

namespace {

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

std::string listOf(llvm::ArrayRef<std::string> items) {
  if (items.size() == 1) return items.front();
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::string shellWord(const std::string& name) {
  const bool isPlain =
      llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || StringRef("._-").contains(c); });
  return isPlain ? name : fmt::format("'{}'", oneLine(name));
}

/// How the map names a column: by its header where that says which, else by letters or number.
std::string columnName(const Survey& it, size_t column) {
  const std::string head = it.head(column);
  size_t same = 0;
  for (size_t i = 0; i < it.table.width; ++i) same += fold(it.head(i)) == fold(head) ? 1 : 0;
  const bool isName = !head.empty() && same == 1 && isPlainText(head);
  if (isName) return quoted(head);
  // Some other column may be called `C`.
  const std::string letters = columnLetters(column);
  for (size_t i = 0; i < it.table.width; ++i) {
    if (fold(it.head(i)) == fold(letters)) return std::to_string(column + 1);
  }
  return quoted(letters);
}

std::string columnList(const Survey& it, llvm::ArrayRef<size_t> columns) {
  std::vector<std::string> names;
  for (const size_t column : columns) names.push_back(columnName(it, column));
  return listOf(names);
}

StringRef shapeWord(Shape shape) {
  switch (shape) {
    case Shape::Competencies: return "competencies";
    case Shape::Matrix: return "matrix";
    case Shape::List: return "list";
  }
  llvm_unreachable("every shape has a word");
}

class MapWriter {
public:
  explicit MapWriter(const Findings& found) : found_(found) {}

  std::string write() {
    line(
        "# How `cadre import csv` reads these files, as far as it can be guessed. Look at the "
        "lines with");
    line("# CHECK, change what is wrong, save this file as map.toml, and import with it:");
    std::vector<std::string> names;
    for (const Survey& it : found_.files) names.push_back(shellWord(it.name));
    line(fmt::format("#   cadre import csv {} --map map.toml -o DIR", fmt::join(names, " ")));
    for (const Doubt& doubt : found_.doubts) line(fmt::format("# CHECK: {}.", comment(doubt.what)));
    line();
    writeFramework();
    writeScale();
    writeWords("values", "What a cell says, besides the levels themselves.", found_.values);
    writeWords("importance", "How important a requirement is: essential, desired or optional.",
               found_.importance);
    writeWords("kinds", "Kinds of competencies: technical, behavioural, leadership or general.",
               found_.kinds);
    for (const Survey& it : found_.files) writeFile(it);
    return std::move(out_);
  }

private:
  void line(const std::string& text = "") { out_ += text + "\n"; }

  void writeFramework() {
    std::string title;
    for (const Survey& it : found_.files) {
      if (title.empty() && isPlainText(it.title)) title = it.title;
    }
    StringRef stem =
        found_.files.empty() ? StringRef("Competencies") : StringRef(found_.files.front().name);
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
    const std::string known = language();
    line(known.empty() ? "language = \"en\"   # CHECK: no header tells which it is"
                       : fmt::format("language = {}", quoted(known)));
    line();
  }

  /// That of most headers that are known; empty without any.
  [[nodiscard]] std::string language() const {
    std::map<std::string, size_t> languages;
    for (const Survey& it : found_.files) {
      for (const auto& [language, number] : it.languages) languages[language] += number;
    }
    std::string best;
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
    if (!found_.scale.isThere()) {
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
    if (found_.scale.hasRange) {
      line(fmt::format("range = [{}, {}]   # numbers from {} to {} occur", found_.scale.low,
                       found_.scale.high, found_.scale.lowest, found_.scale.highest));
    } else {
      std::vector<std::string> titles;
      for (const LevelWord& it : found_.scale.levels) titles.push_back(quoted(it.title));
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
    for (const size_t row : it.repeats) rows.push_back(std::to_string(row + 1));
    for (const size_t row : it.footers) rows.push_back(std::to_string(row + 1));
    if (!rows.empty())
      line(fmt::format("skip-rows = {}{}{}", listOf(rows),
                       it.repeats.empty() ? "" : "   # with the header again",
                       it.footers.empty() ? "" : "   # with what stands below the table"));
    for (const size_t row : it.footers) writeFooter(it, row);
    if (it.splitsCategories) line("split = { category = \";\" }");
    if (it.shape == Shape::Matrix && !it.unused.empty())
      line(fmt::format("cells = {}", columnList(it, it.cells)));
    line("[file.columns]");
    for (const auto& [role, columns] : it.columns)
      line(fmt::format("{} = {}", keyOf(role), columnList(it, columns)));
    if (it.columns.empty()) line("# competency = \"…\"   # CHECK: which column has the titles");
    if (!it.levels.empty()) {
      std::vector<std::string> pairs;
      const auto add = [&](const LevelWord& level) {
        for (const auto& [word, column] : it.levels) {
          if (fold(word.title) == fold(level.title))
            pairs.push_back(fmt::format("{} = {}", quoted(level.title), columnName(it, column)));
        }
      };
      if (it.isNumeric && found_.scale.hasRange) {
        for (const auto& [word, column] : it.levels) add(word);
      } else {
        for (const LevelWord& level : found_.scale.levels) add(level);
      }
      line(fmt::format("levels = {{ {} }}", fmt::join(pairs, ", ")));
    }
    for (const size_t column : it.unused)
      line(fmt::format("# not used: {}", columnName(it, column)));
    line();
  }

  /// What is left out can be seen.
  void writeFooter(const Survey& it, size_t row) {
    std::vector<std::string> texts;
    for (size_t column = 0; column < it.table.width; ++column) {
      if (const std::string text = it.text(row, column); !text.empty())
        texts.push_back(comment(text));
    }
    line(fmt::format("# row {}: {}", row + 1, fmt::join(texts, " | ")));
  }

  const Findings& found_;
  std::string out_;
};

}  // namespace

std::string writeMap(const Findings& found) { return MapWriter(found).write(); }

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

}  // namespace cadre::import::sheets
