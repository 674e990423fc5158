// What is no data: takes the rows and columns of a table, finds totals, the header again, and what
// stands below and beside. What is left out is told, or shown in the map.
#include "import/sheets/surveyor.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

namespace {

constexpr size_t shortestSentence = 30;
constexpr size_t fewestWords = 4;
constexpr size_t mostFooters = 10;

bool isSentence(StringRef text) {
  return unicode::length(text) >= shortestSentence &&
         static_cast<size_t>(llvm::count(text, ' ')) + 1 >= fewestWords;
}

/// `Legend`, `Legende: …`
bool isLegend(StringRef folded) {
  static constexpr StringRef words[] = {"legend", "legende", "légende", "leyenda", "key",
                                        "scale",  "skala",   "échelle", "escala",  "legenda"};
  return llvm::is_contained(words, folded.take_until([](char c) { return c == ':' || c == ' '; }));
}

/// `Approved 2024`, `Source: …`, `* In the third year`, `Total roles: 2`
bool isNote(StringRef folded) {
  if (folded.starts_with("*") || folded.starts_with("†") || folded.starts_with("©")) return true;
  static constexpr StringRef words[] = {
      "note",     "notes",   "nota",     "hinweis",  "hinweise",    "anmerkung", "anmerkungen",
      "remark",   "remarks", "remarque", "source",   "sources",     "quelle",    "quellen",
      "fuente",   "fonte",   "approved", "reviewed", "freigegeben", "geprüft",   "stand",
      "version",  "updated", "revised",  "revision", "date",        "datum",     "last",
      "status",   "author",  "autor",    "page",     "seite",       "prepared",  "created",
      "compiled", "owner",   "contact",  "erstellt", "kontakt",     "établi"};
  const StringRef word = folded.take_until([](char c) { return c == ':' || c == ' '; });
  const StringRef rest = folded.drop_front(word.size());
  if (!isLegend(folded) && !isTotal(word) && !llvm::is_contained(words, word)) return false;
  return rest.contains(':') || llvm::any_of(rest, llvm::isDigit) || rest.starts_with(" by") ||
         rest.starts_with(" von ") || rest.starts_with(" par ") || rest.starts_with(" por ");
}

/// `1 = Basic, 2 = Good`: two numbers with words.
bool namesLevels(StringRef folded) {
  size_t found = 0;
  for (size_t at = 0; at < folded.size(); ++at) {
    const bool begins = llvm::isDigit(folded[at]) && (at == 0 || !llvm::isAlnum(folded[at - 1]));
    const StringRef behind = folded.drop_front(at + 1).ltrim();
    if (begins && (behind.starts_with("=") || behind.starts_with(":") || behind.starts_with("-") ||
                   behind.starts_with("–")))
      ++found;
  }
  return found >= 2;
}

}  // namespace

void Surveyor::findSkips() {
  findNumbering();
  findRepeats();
  findAside();
  findFooters();
  findBlockBelow();
  std::set<std::string> words;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    for (size_t column = 0; column < width(); ++column) {
      const std::string text = out_.text(row, column);
      if (text.empty()) continue;
      if (!isTotal(fold(text))) break;
      out_.totals.insert(row);
      if (words.insert(fold(text)).second) out_.skipRows.push_back(text);
      break;
    }
  }
  size_t levels = 0;
  for (size_t column = 0; column < width(); ++column)
    levels += levelSortOf(fold(out_.head(column))) ? 1 : 0;
  const bool areLevels = levels >= 2;
  for (size_t column = 0; column < width(); ++column) {
    // Between `gering` and `hoch`, `mittel` is a level and no mean.
    const std::string head = fold(out_.head(column));
    if (isTotal(head) && !(levelSortOf(head) && areLevels)) out_.skipColumns.push_back(column);
  }
}

void Surveyor::findRepeats() {
  if (!out_.header || filledIn(*out_.header) < 2) return;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    if (isSameRow(row, *out_.header)) out_.repeats.insert(row);
  }
}

void Surveyor::findNumbering() {
  const size_t row = out_.firstRow;
  if (!out_.header || row >= rows()) return;
  size_t last = 0;
  size_t filled = 0;
  for (size_t column = 0; column < width(); ++column) {
    const std::string text = out_.text(row, column);
    if (text.empty()) continue;
    size_t number = 0;
    if (StringRef(text).trim("().[] ").getAsInteger(10, number) || number != last + 1) return;
    last = number;
    ++filled;
  }
  if (filled < 2 || filled < filledIn(*out_.header)) return;
  out_.repeats.insert(row);
  doubt(fmt::format("that row {} numbers the columns", row + 1), out_.span(row, 0));
}

void Surveyor::findAside() {
  const auto isEmpty = [&](size_t column) {
    for (size_t row = out_.header.value_or(0); row < rows(); ++row) {
      if (!out_.text(row, column).empty()) return false;
    }
    return true;
  };
  for (size_t column = 1; column + 1 < width(); ++column) {
    if (!isEmpty(column)) continue;
    const std::string head = out_.head(column + 1);
    if (!isLegend(fold(head))) continue;
    doubt(fmt::format("that column `{}` and those behind it are no part of the table", head),
          out_.span(out_.header.value_or(0), column + 1));
    for (size_t i = column + 1; i < width(); ++i) out_.skipColumns.push_back(i);
    return;
  }
}

void Surveyor::findFooters() {
  size_t wide = 0;
  size_t lone = 0;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    wide += filledIn(row) > 1 ? 1 : 0;
    lone += filledIn(row) == 1 ? 1 : 0;
  }
  std::vector<std::pair<size_t, size_t>> notes;
  for (size_t row = rows(); row-- > out_.firstRow && notes.size() < mostFooters;) {
    const size_t filled = filledIn(row);
    if (filled == 0) continue;
    if (filled > 2 || wide == 0) break;
    size_t column = 0;
    while (out_.text(row, column).empty() || llvm::is_contained(out_.skipColumns, column)) ++column;
    const std::string text = out_.text(row, column);
    // `Approved by:`, and who did; but a row of a narrow table is data.
    if (filled == 2 && (filledIn(out_.header.value_or(0)) < 3 || !isNote(fold(text)))) break;
    if (isTotal(fold(text))) continue;
    if (!isSentence(text) && !isNote(fold(text))) {
      // Where nearly every row has more, or notes follow, this may be no row of the table.
      if (!notes.empty() || (wide >= 2 && lone * 5 <= wide + lone + 4))
        doubt(fmt::format("that row {}, which has nothing but `{}`, belongs to the table", row + 1,
                          text),
              out_.span(row, column));
      break;
    }
    notes.emplace_back(row, column);
  }
  for (const auto& [row, column] : llvm::reverse(notes)) {
    out_.footers.insert(row);
    doubtFooter(row, column);
  }
}

void Surveyor::findBlockBelow() {
  size_t end = rows();
  while (end > out_.firstRow && (filledIn(end - 1) == 0 || out_.footers.contains(end - 1))) --end;
  size_t begin = end;
  bool isNarrow = true;
  bool isNumbered = true;
  for (; begin > out_.firstRow && filledIn(begin - 1) > 0; --begin) {
    isNarrow = isNarrow && filledIn(begin - 1) <= 2;
    const std::string first = out_.text(begin - 1, 0);
    isNumbered = isNumbered && (isLegend(fold(first)) || readNumber(first));
  }
  constexpr size_t most = 12;
  if (begin <= out_.firstRow || begin == end || end - begin > most || !isNarrow ||
      filledIn(out_.header.value_or(0)) < 3)
    return;
  const bool isOne = begin + 1 == end;
  const std::string which =
      isOne ? fmt::format("row {}", end) : fmt::format("rows {} to {}", begin + 1, end);
  const Span span = out_.span(begin, 0);
  if (!isNumbered) {
    return doubt(
        fmt::format("that {}, below an empty one, belong{} to the table", which, isOne ? "s" : ""),
        span);
  }
  for (size_t row = begin; row < end; ++row) out_.footers.insert(row);
  doubt(fmt::format("that {}, below an empty one, {} no part of the table", which,
                    isOne ? "is" : "are"),
        span);
}

void Surveyor::doubtFooter(size_t row, size_t column) {
  const std::string text = out_.text(row, column);
  if (namesLevels(fold(text)))
    doubt(fmt::format("that row {}, which names levels, is of no use", row + 1),
          out_.span(row, column));
  else if (!isSentence(text))
    doubt(fmt::format("that row {}, `{}`, is no part of the table", row + 1, text),
          out_.span(row, column));
}

}  // namespace cadre::import::sheets
