#include "import/foreign/tsv.h"

#include "diag/kinds/import.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

#include <vector>

namespace cadre::import::foreign {

using llvm::StringRef;

namespace {

void splitAtTabs(StringRef line, llvm::SmallVectorImpl<StringRef>& cells) {
  cells.clear();
  for (size_t tab = line.find('\t'); tab != StringRef::npos; tab = line.find('\t')) {
    cells.push_back(line.take_front(tab));
    line = line.drop_front(tab + 1);
  }
  cells.push_back(line);
}

}  // namespace

TsvReader::TsvReader(const InputFile& file, llvm::ArrayRef<StringRef> columns,
                     Diagnostics& diagnostics)
    : file_(file), columns_(columns), diagnostics_(diagnostics), rest_(file.bytes) {
  rest_.consume_front("\xEF\xBB\xBF");
  readHeader();
  findColumns();
}

void TsvReader::readHeader() {
  headerLine_ = takeLine();
  splitAtTabs(headerLine_, header_);
  for (size_t i = 0; i < header_.size(); ++i) {
    const auto first = llvm::find(header_, header_[i]);
    if (first == header_.begin() + i || !llvm::is_contained(columns_, header_[i])) continue;
    diagnostics_.report(spanOf(header_[i]), diag::ImportColumnTwice, header_[i])
        .label(spanOf(*first), diag::ImportFirstHere);
    rest_ = {};
  }
}

void TsvReader::findColumns() {
  for (const StringRef column : columns_) {
    const auto found = llvm::find(header_, column);
    places_.push_back(static_cast<size_t>(found - header_.begin()));
    if (found != header_.end()) continue;
    auto report =
        diagnostics_.report(spanOf(headerLine_), diag::ImportColumnMissing, file_.name, column);
    const auto likely = suggest(column, std::vector<StringRef>(header_.begin(), header_.end()), 1);
    if (!likely.empty()) report.help(diag::ImportDidYouMean, likely.front());
    rest_ = {};
  }
}

bool TsvReader::next() {
  while (!rest_.empty()) {
    const StringRef line = takeLine();
    if (line.empty() && rest_.empty()) return false;
    ++rows_;
    splitAtTabs(line, cells_);
    if (cells_.size() == header_.size()) return true;
    diagnostics_.report(spanOf(line), diag::ImportRowLength, cells_.size(), header_.size())
        .label(spanOf(headerLine_), diag::ImportHeaderHere);
  }
  return false;
}

Span TsvReader::spanOf(StringRef part) const {
  const auto begin = static_cast<uint32_t>(part.data() - file_.bytes.data());
  return {file_.file, begin, begin + static_cast<uint32_t>(part.size())};
}

StringRef TsvReader::takeLine() {
  const size_t end = rest_.find('\n');
  StringRef line = rest_.take_front(end);
  rest_ = end == StringRef::npos ? StringRef() : rest_.drop_front(end + 1);
  line.consume_back("\r");
  return line;
}

}  // namespace cadre::import::foreign
