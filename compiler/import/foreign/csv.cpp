#include "import/foreign/csv.h"

#include "support/formula.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

namespace cadre::import::foreign {

using llvm::StringRef;

namespace {

constexpr StringRef separators = ",;\t|";

bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

class CsvParser {
public:
  CsvParser(StringRef text, char separator, size_t mostRows)
      : text_(text), separator_(separator), mostRows_(mostRows) {
    table_.separator = separator;
  }

  CsvTable parse(size_t from) {
    at_ = from;
    while (at_ < text_.size() && table_.rows.size() < mostRows_) readRow();
    for (const auto& row : table_.rows) {
      size_t width = row.size();
      while (width > 0 && row[width - 1].value.trim().empty()) --width;
      table_.width = std::max(table_.width, width);
    }
    return std::move(table_);
  }

private:
  void readRow() {
    auto& row = table_.rows.emplace_back();
    while (true) {
      row.push_back(readCell());
      if (at_ >= text_.size() || isLineEnd(text_[at_])) break;
      ++at_;
    }
    if (at_ < text_.size()) at_ = behindLineEnd(at_);
  }

  [[nodiscard]] size_t behindLineEnd(size_t at) const {
    return text_.substr(at).starts_with("\r\n") ? at + 2 : at + 1;
  }

  [[nodiscard]] bool endsCell(size_t at) const {
    return at >= text_.size() || text_[at] == separator_ || isLineEnd(text_[at]);
  }

  CsvCell readCell() {
    // Spaces in front of a quote are no part of the cell.
    size_t begin = at_;
    while (begin < text_.size() && text_[begin] == ' ' && separator_ != ' ') ++begin;
    if (begin < text_.size() && text_[begin] == '"') {
      if (auto quoted = readQuoted(begin)) return *quoted;
    }
    return readPlain();
  }

  CsvCell readPlain() {
    const size_t begin = at_;
    while (!endsCell(at_)) ++at_;
    return cell(text_.slice(begin, at_), begin, at_);
  }

  /// The quoted cell at `begin`, or nothing where its quote belongs to the text.
  std::optional<CsvCell> readQuoted(size_t begin) {
    size_t close = begin + 1;
    bool isPlain = true;
    while (true) {
      close = text_.find('"', close);
      if (close == StringRef::npos) return isText(begin, true);
      if (close + 1 >= text_.size() || text_[close + 1] != '"') break;
      isPlain = false;
      close += 2;
    }
    size_t end = close + 1;
    while (end < text_.size() && text_[end] == ' ' && separator_ != ' ') ++end;
    const StringRef inside = text_.slice(begin + 1, close);
    isPlain = isPlain && !inside.contains('\r');
    if (endsCell(end)) {
      at_ = end;
      return cell(isPlain ? inside : own(inside), begin, close + 1);
    }
    // A quote that closes in the middle of a later line was none that opened a cell.
    if (inside.find_first_of("\r\n") != StringRef::npos) return isText(begin, false);
    return withTail(begin, close);
  }

  /// `"inside" and more`: the quotes belong to the text.
  CsvCell withTail(size_t begin, size_t close) {
    at_ = close + 1;
    while (!endsCell(at_)) ++at_;
    fault(begin, at_, false);
    return cell(text_.slice(begin, at_), begin, at_);
  }

  std::optional<CsvCell> isText(size_t begin, bool unclosed) {
    fault(begin, begin + 1, unclosed);
    return std::nullopt;
  }

  void fault(size_t begin, size_t end, bool unclosed) {
    table_.faults.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end), unclosed});
  }

  StringRef own(StringRef inside) {
    std::string value;
    value.reserve(inside.size());
    for (size_t i = 0; i < inside.size(); ++i) {
      if (inside[i] == '"') ++i;
      if (inside[i] == '\r') {
        if (i + 1 < inside.size() && inside[i + 1] == '\n') ++i;
        value += '\n';
      } else {
        value += inside[i];
      }
    }
    return table_.owned.emplace_back(std::move(value));
  }

  static CsvCell cell(StringRef value, size_t begin, size_t end) {
    return {value, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  StringRef text_;
  char separator_;
  size_t mostRows_;
  size_t at_ = 0;
  CsvTable table_;
};

/// How well the text falls into rows of one length: the share of such rows, less the faults.
struct Fit {
  double share = 0;
  size_t width = 0;
};

Fit fitOf(StringRef text, char separator, size_t from) {
  constexpr size_t mostRows = 200;
  constexpr size_t mostBytes = 1U << 18;
  const bool isCut = text.size() > from + mostBytes;
  const CsvTable table =
      CsvParser(text.take_front(from + mostBytes), separator, mostRows).parse(from);
  std::map<size_t, size_t> widths;
  size_t rows = table.rows.size() - (isCut && table.rows.size() > 1 ? 1 : 0);
  size_t counted = 0;
  for (size_t i = 0; i < rows; ++i) {
    const auto& row = table.rows[i];
    if (row.size() == 1 && row.front().value.trim().empty()) continue;
    ++counted;
    ++widths[row.size()];
  }
  Fit fit;
  size_t best = 0;
  for (const auto& [width, number] : widths) {
    if (width < 2 || number < best) continue;
    best = number;
    fit.width = width;
  }
  if (best > 0) {
    fit.share = (static_cast<double>(best) - static_cast<double>(table.faults.size())) /
                static_cast<double>(counted);
  }
  return fit;
}

char detectSeparator(StringRef text, size_t from) {
  char best = ',';
  Fit bestFit{std::numeric_limits<double>::lowest(), 0};
  for (const char separator : separators) {
    const Fit fit = fitOf(text, separator, from);
    if (fit.width < 2) continue;
    if (fit.share > bestFit.share || (fit.share == bestFit.share && fit.width > bestFit.width)) {
      best = separator;
      bestFit = fit;
    }
  }
  return best;
}

}  // namespace

bool CsvTable::isTooLarge() const {
  constexpr size_t mostColumns = 16384;
  constexpr size_t mostCells = size_t{1} << 28;
  return width > mostColumns || rows.size() * width > mostCells;
}

const CsvCell& CsvTable::at(size_t row, size_t column) const {
  static const CsvCell none;
  return row < rows.size() && column < rows[row].size() ? rows[row][column] : none;
}

CsvTable readCsv(StringRef text, char separator) {
  size_t from = 0;
  char named = '\0';
  StringRef first = text.take_until(isLineEnd);
  const size_t length = first.size();
  if (first.size() > 1 && first.front() == '"' && first.back() == '"') {
    first = first.drop_front().drop_back();
  }
  if (first.size() == 5 && first.take_front(4).equals_insensitive("sep=")) {
    named = first.back();
  } else if (first.equals_insensitive("sep=") && text.substr(length, 1) == "\t") {
    named = '\t';
  }
  const bool separates =
      named == '\t' || (llvm::isPrint(named) && !llvm::isAlnum(named) && named != '"');
  if (separates) {
    from = text.substr(length).starts_with("\r\n") ? length + 2 : std::min(length + 1, text.size());
  } else {
    named = '\0';
  }
  if (separator == '\0') separator = named != '\0' ? named : detectSeparator(text, from);
  CsvTable table = CsvParser(text, separator, std::numeric_limits<size_t>::max()).parse(from);
  table.namesSeparator = from > 0;
  return table;
}

void dropGuards(CsvTable& table) {
  for (auto& row : table.rows) {
    for (CsvCell& cell : row) {
      if (cell.value.starts_with("'") && looksLikeFormula(cell.value.drop_front()))
        cell.value = cell.value.drop_front();
    }
  }
}

std::string csvCell(StringRef text) {
  if (text.find_first_of(",;\t|\"\r\n") == StringRef::npos && text.trim(' ') == text)
    return text.str();
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string columnLetters(size_t index) {
  std::string out;
  for (size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return out;
}

}  // namespace cadre::import::foreign
