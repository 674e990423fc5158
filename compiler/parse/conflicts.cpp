#include "parse/conflicts.h"

#include "diag/kinds/parse.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <optional>

namespace cadre::parse {

using llvm::StringRef;

namespace {

bool isWithin(llvm::ArrayRef<Conflict> conflicts, uint32_t place) {
  const auto* behind = llvm::partition_point(conflicts, [&](const Conflict& it) { return it.ours <= place; });
  return behind != conflicts.begin() && place <= std::prev(behind)->end;
}

/// Calls `take` with the begin and end of each line from `begin` to `end`.
template <class Take>
void forEachLine(StringRef text, uint32_t begin, uint32_t end, const Take& take) {
  while (begin <= end && begin < text.size()) {
    const auto lineEnd = static_cast<uint32_t>(std::min(text.find('\n', begin), text.size()));
    take(begin, lineEnd);
    begin = lineEnd + 1;
  }
}

/// Puts blanks there, and leaves the ends of lines.
void hide(std::string& text, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) {
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
  }
}

}  // namespace

bool isConflictMark(StringRef text, size_t offset) {
  if (offset >= text.size() || !StringRef("<|=>").contains(text[offset])) return false;
  const StringRef rest = text.substr(offset);
  const size_t length = std::min(rest.find_first_not_of(text[offset]), rest.size());
  return length == conflictMarkLength && (length == rest.size() || StringRef(" \r\n").contains(rest[length]));
}

std::vector<Conflict> findConflicts(StringRef text) {
  std::vector<Conflict> out;
  // Hardly any file has one.
  if (!text.contains("<<<<<<<")) return out;
  Conflict open;
  char last = '\0';  // The mark that was seen last, of those of `open`.
  forEachLine(text, 0, static_cast<uint32_t>(text.size()), [&](uint32_t begin, uint32_t end) {
    if (!isConflictMark(text, begin)) return;
    const char mark = text[begin];
    if (mark == '<') {
      open = {.ours = begin};
    } else if (mark == '|' && last == '<') {
      open.base = begin;
    } else if (mark == '=' && (last == '<' || last == '|')) {
      open.theirs = begin;
      if (last == '<') open.base = begin;
    } else if (mark == '>' && last == '=') {
      open.close = begin;
      open.end = static_cast<uint32_t>(text.slice(begin, end).rtrim('\r').size()) + begin;
      out.push_back(open);
    } else {
      last = '\0';
      return;
    }
    last = mark == '>' ? '\0' : mark;
  });
  return out;
}

std::string withoutConflicts(StringRef text, llvm::ArrayRef<Conflict> conflicts, Sides sides) {
  std::string out = text.str();
  const auto hideLine = [&](uint32_t begin) { hide(out, begin, static_cast<uint32_t>(std::min(text.find('\n', begin), text.size()))); };
  for (const Conflict& it : conflicts) {
    hideLine(it.ours);
    hide(out, it.base, it.theirs);
    hideLine(it.theirs);
    if (sides == Sides::Ours) hide(out, it.theirs, it.close);
    hideLine(it.close);
  }
  return out;
}

void reportConflicts(FileId file, StringRef text, llvm::ArrayRef<Conflict> conflicts, Diagnostics& found,
                     std::vector<syntax::Fault>& faults) {
  if (conflicts.empty()) return;
  for (Diagnostic& it : found.take()) {
    if (!isWithin(conflicts, it.span.begin)) found.add(std::move(it));
  }
  llvm::erase_if(faults, [&](const syntax::Fault& it) { return isWithin(conflicts, it.begin); });
  const auto mark = [&](uint32_t begin) { return Span{file, begin, begin + conflictMarkLength}; };
  for (const Conflict& it : conflicts) {
    auto report = found.report(mark(it.ours), diag::MergeConflict);
    if (it.base != it.theirs) report.label(mark(it.base), diag::BaseSide);
    report.label(mark(it.theirs), diag::OtherSide).label(mark(it.close), diag::ConflictEnd).help(diag::ChooseSide);
    forEachLine(text, it.ours, it.end, [&](uint32_t begin, uint32_t end) { faults.push_back({begin, end, false, false}); });
  }
  llvm::sort(faults, [](const syntax::Fault& a, const syntax::Fault& b) { return a.begin < b.begin; });
}

}  // namespace cadre::parse
