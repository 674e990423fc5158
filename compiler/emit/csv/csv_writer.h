// CSV as RFC 4180 has it: takes cells one after the other, gives lines that end in CR LF. Only
// cells that need quotes have them. A null is nothing at all, an empty text a pair of quotes.
// Whatever goes in, what comes out is valid UTF-8 without a zero byte.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::emit::csv {

using llvm::StringRef;

/// Whether texts that a spreadsheet would take for a formula get an apostrophe before them.
enum class Formulas { Keep, Guard };

class CsvWriter {
public:
  explicit CsvWriter(Formulas formulas = Formulas::Keep, bool byteOrderMark = false);

  /// Gives whether the text was guarded.
  bool text(StringRef text);
  void null();
  void integer(int64_t value);
  void number(double value);
  void endRow();

  [[nodiscard]] std::string take() && { return std::move(out_); }

private:
  void beginCell();

  Formulas formulas_;
  bool isFirst_ = true;
  std::string out_;
};

}  // namespace cadre::emit::csv
