#include "diag/renderer.h"

#include "diag/renderers.h"
#include "diag/row.h"
#include "diag/visible.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

namespace cadre::diag {

namespace {

constexpr FormatRow formatTable[] = {
#define FORMAT(id, shape, name, help) {MessageFormat::id, FormatShape::shape, name, help},
#include "diag/formats.def"
};

/// A fix that a help has already put into words: it names the title, or offers the replacement.
bool isSaid(const Fix& fix, const Diagnostic& diagnostic) {
  const bool named = llvm::any_of(diagnostic.help, [&](const std::string& help) {
    return help.find(fix.title) != std::string::npos;
  });
  return named || (fix.edits.size() == 1 &&
                   llvm::is_contained(diagnostic.suggestions, fix.edits.front().replacement));
}

}  // namespace

llvm::ArrayRef<FormatRow> formatRows() { return formatTable; }

std::vector<llvm::StringRef> formatNames() {
  std::vector<llvm::StringRef> names;
  for (const FormatRow& row : formatTable) names.push_back(row.name);
  return names;
}

FormatShape shapeOf(MessageFormat format) { return formatTable[static_cast<size_t>(format)].shape; }

std::optional<MessageFormat> findFormat(llvm::StringRef name) {
  const auto* found = llvm::find_if(formatTable, [&](const FormatRow& row) { return row.name == name; });
  if (found == std::end(formatTable)) return {};
  return found->format;
}

void render(const Diagnostics& diagnostics, const SourceManager& sources, MessageFormat format,
            const RenderOptions& options, llvm::raw_ostream& out) {
  const Report report(diagnostics, sources, options);
  switch (format) {
#define FORMAT(id, ...) \
  case MessageFormat::id: return render##id(report, out);
#include "diag/formats.def"
  }
  llvm_unreachable("every format has a case");
}

llvm::StringRef name(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "info";
  }
  llvm_unreachable("every severity has a case");
}

std::string heading(const Diagnostic& diagnostic) {
  const llvm::StringRef severity = name(diagnostic.severity);
  return diagnostic.code.empty() ? severity.str()
                                 : fmt::format("{}[{}]", severity, diagnostic.code);
}

void printSummary(const Report& report, llvm::raw_ostream& out) {
  if (report.all().empty()) return;
  Row row;
  llvm::StringRef separator;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
    const size_t count = report.count(severity);
    if (count == 0) continue;
    row.append(separator);
    row.append(fmt::format("{} {}{}", count, name(severity), count == 1 ? "" : "s"),
               styleOf(severity));
    separator = ", ";
  }
  if (report.hiddenCount() > 0) row.append(fmt::format(" ({} not shown)", report.hiddenCount()));
  row.print(out, report.options().color);
}

std::vector<std::string> allHelp(const Diagnostic& diagnostic) {
  std::vector<std::string> all = diagnostic.help;
  for (const Fix& fix : diagnostic.fixes) {
    if (!fix.title.empty() && !isSaid(fix, diagnostic) && !llvm::is_contained(all, fix.title)) {
      all.push_back(fix.title);
    }
  }
  return all;
}

std::vector<std::string> notesAndHelp(const Diagnostic& diagnostic) {
  std::vector<std::string> lines;
  for (const std::string& note : diagnostic.notes) lines.push_back("note: " + note);
  for (const std::string& help : allHelp(diagnostic)) lines.push_back("help: " + help);
  return lines;
}

std::vector<std::string> remarks(const Diagnostic& diagnostic, const Report& report) {
  std::vector<std::string> lines;
  const auto say = [&](Span span, llvm::StringRef text) {
    const LineColumn at = report.regionOf(span).begin;
    lines.push_back(fmt::format("{}:{}:{}: {}", visible(report.pathOf(span.file)), at.line, at.column, visible(text)));
  };
  if (diagnostic.span.isValid() && !diagnostic.primaryLabel.empty()) say(diagnostic.span, diagnostic.primaryLabel);
  for (const Label& label : diagnostic.labels) {
    if (label.span.isValid()) say(label.span, label.message.empty() ? "this belongs to it" : label.message);
  }
  for (const std::string& text : notesAndHelp(diagnostic)) {
    llvm::SmallVector<llvm::StringRef> parts;
    llvm::StringRef(text).split(parts, '\n');
    for (const llvm::StringRef part : parts) lines.push_back(visible(part));
  }
  return lines;
}

}  // namespace cadre::diag
