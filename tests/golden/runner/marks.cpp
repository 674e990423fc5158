#include "golden/runner/marks.h"

#include "diag/visible.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace cadre::golden {

namespace {

constexpr llvm::StringLiteral mark = "//~";

/// Reads what follows one `//~` on `line`.
Finding parseMark(llvm::StringRef text, size_t line) {
  Finding finding{.line = line, .code = {}, .columns = {}, .message = {}};
  if (text.consume_front("!")) finding.line = 0;
  while (text.consume_front("^")) --finding.line;
  while (text.consume_front("v")) ++finding.line;
  const auto [place, message] = text.trim().split(' ');
  const auto [code, columns] = place.split('@');
  finding.code = code.str();
  finding.columns = columns.str();
  finding.message = message.trim().str();
  return finding;
}

std::string columnsOf(LineColumn begin, LineColumn end) {
  if (begin.line == end.line) return fmt::format("{}-{}", begin.column, end.column);
  return fmt::format("{}-+{}:{}", begin.column, end.line - begin.line, end.column);
}

}  // namespace

std::vector<Finding> parseMarks(llvm::StringRef text) {
  std::vector<Finding> findings;
  llvm::SmallVector<llvm::StringRef> lines;
  text.split(lines, '\n');
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t at = lines[i].find(mark);
    if (at == llvm::StringRef::npos) continue;
    llvm::SmallVector<llvm::StringRef> marks;
    lines[i].substr(at + mark.size()).split(marks, " //~");
    for (const llvm::StringRef one : marks) findings.push_back(parseMark(one, i + 1));
  }
  llvm::sort(findings);
  return findings;
}

std::vector<Finding> findingsOf(const Workspace& workspace, const std::vector<Part>& parts) {
  std::vector<Finding> findings;
  for (const Diagnostic& diagnostic : workspace.diagnostics().all()) {
    Finding finding;
    finding.code = diagnostic.code;
    finding.message = llvm::StringRef(diag::visible(diagnostic.message)).trim().str();
    const Span span = diagnostic.span;
    if (span.isValid()) {
      const LineColumn begin = workspace.sources().position(span.file, span.begin);
      finding.line = parts[workspace.partOf(span.file)].firstLine + begin.line - 1;
      finding.columns = columnsOf(begin, workspace.sources().position(span.file, span.end));
    }
    findings.push_back(std::move(finding));
  }
  llvm::sort(findings);
  return findings;
}

std::vector<std::pair<std::string, Finding>> differences(const std::vector<Finding>& expected,
                                                         const std::vector<Finding>& found) {
  std::vector<std::pair<std::string, Finding>> out;
  const auto add = [&](const std::string& words, const std::vector<Finding>& in,
                       const std::vector<Finding>& notIn) {
    std::vector<Finding> only;
    std::set_difference(in.begin(), in.end(), notIn.begin(), notIn.end(), std::back_inserter(only));
    for (Finding& finding : only) out.emplace_back(words, std::move(finding));
  };
  add("expected, not found  ", expected, found);
  add("found, not expected  ", found, expected);
  return out;
}

std::string markFor(const Finding& finding, ptrdiff_t linesUp) {
  if (finding.line == 0) return fmt::format("//~! {} {}", finding.code, finding.message);
  const std::string way(static_cast<size_t>(std::abs(linesUp)), linesUp > 0 ? '^' : 'v');
  return fmt::format("//~{} {}@{} {}", way, finding.code, finding.columns, finding.message);
}

std::string withoutMarks(llvm::StringRef text) {
  std::string out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    llvm::StringRef line = text.take_front(end);
    text = text.drop_front(end);
    const size_t at = line.find(mark);
    if (at == llvm::StringRef::npos) {
      out += line;
      continue;
    }
    const llvm::StringRef before = line.take_front(at).rtrim(" \t");
    if (before.empty()) continue;
    out += before;
    out += line.drop_front(line.rtrim("\r\n").size());
  }
  return out;
}

std::string describe(const Finding& finding) {
  if (finding.line == 0) return fmt::format("no place: {} {}", finding.code, finding.message);
  return fmt::format("{}: {}@{} {}", finding.line, finding.code, finding.columns, finding.message);
}

}  // namespace cadre::golden
