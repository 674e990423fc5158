#include "emit/csv/csv_writer.h"

#include "model/model.h"
#include "support/formula.h"
#include "support/unicode.h"

namespace cadre::emit::csv {

namespace {

constexpr StringRef byteOrderMarkBytes = "\xEF\xBB\xBF";
constexpr StringRef replacement = "\xEF\xBF\xBD";

/// The text with U+FFFD for each byte that is no UTF-8, and for zero bytes.
std::string repaired(StringRef text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const auto point = unicode::decode(text, at);
    const bool isGood = point.valid && point.value != 0;
    out += isGood ? text.substr(at, point.length) : replacement;
    at += point.length;
  }
  return out;
}

bool needsRepair(StringRef text) { return text.contains('\0') || !unicode::isValid(text); }

bool needsQuotes(StringRef text) {
  // Readers that take spaces off the ends leave those inside of quotes.
  return text.empty() || text.find_first_of(",\"\r\n") != StringRef::npos || text.front() == ' ' ||
         text.back() == ' ' || text.front() == '\t' || text.back() == '\t' ||
         text.starts_with(byteOrderMarkBytes);
}

void appendQuoted(std::string& out, StringRef text) {
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

CsvWriter::CsvWriter(Formulas formulas, bool byteOrderMark) : formulas_(formulas) {
  if (byteOrderMark) out_ = byteOrderMarkBytes;
}

void CsvWriter::beginCell() {
  if (!isFirst_) out_ += ',';
  isFirst_ = false;
}

bool CsvWriter::text(StringRef text) {
  beginCell();
  std::string changed;
  if (needsRepair(text)) text = changed = repaired(text);
  const bool isGuarded = formulas_ == Formulas::Guard && looksLikeFormula(text);
  if (isGuarded) text = changed = "'" + text.str();
  if (needsQuotes(text)) {
    appendQuoted(out_, text);
  } else {
    out_ += text;
  }
  return isGuarded;
}

void CsvWriter::null() { beginCell(); }

void CsvWriter::integer(int64_t value) {
  beginCell();
  out_ += std::to_string(value);
}

void CsvWriter::number(double value) {
  beginCell();
  out_ += model::formatNumber(value);
}

void CsvWriter::endRow() {
  out_ += "\r\n";
  isFirst_ = true;
}

}  // namespace cadre::emit::csv
