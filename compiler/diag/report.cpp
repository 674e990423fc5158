#include "diag/report.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/Support/SHA256.h>

#include <fmt/format.h>

namespace cadre::diag {

namespace {

constexpr Severity severities[] = {Severity::Error, Severity::Warning, Severity::Info};

/// Shows the first `most`, errors before the rest; gives the number of those that are not shown.
size_t choose(std::vector<Finding>& all, size_t most) {
  if (most == 0 || all.size() <= most) return 0;
  for (Finding& finding : all) finding.isShown = false;
  size_t room = most;
  for (const Severity severity : severities) {
    for (Finding& finding : all) {
      if (room == 0 || finding.diagnostic->severity != severity) continue;
      finding.isShown = true;
      --room;
    }
  }
  return all.size() - most;
}

std::string hash(llvm::StringRef text) {
  return llvm::toHex(llvm::SHA256::hash(llvm::arrayRefFromStringRef(text)), true);
}

/// What is hashed; keeps the hash of the last line, since a line may be long and its findings many.
class Fingerprinter {
public:
  explicit Fingerprinter(const Report& report) : report_(report) {}

  std::string of(const Diagnostic& diagnostic) {
    const Span span = diagnostic.span;
    if (!span.isValid())
      return number(fmt::format("{}\n\n{}", diagnostic.code, diagnostic.message));
    const LineIndex& lines = report_.sources().lines(span.file);
    const llvm::StringRef text = report_.sources().text(span.file);
    const uint32_t begin = std::min(span.begin, static_cast<uint32_t>(text.size()));
    const uint32_t line = lines.lineAt(begin);
    const llvm::StringRef lineText = lines.lineText(line);
    if (span.file != file_ || line != line_) {
      file_ = span.file;
      line_ = line;
      lineHash_ = hash(lineText.trim(" \t"));
    }
    const size_t inLine = begin - lines.lineStart(line);
    const llvm::StringRef marked =
        lineText.substr(inLine).take_front(span.end - std::min(span.begin, span.end));
    return number(fmt::format("{}\n{}\n{}\n{}", diagnostic.code, report_.pathOf(span.file),
                              lineHash_, marked));
  }

private:
  std::string number(const std::string& what) {
    const std::string base = hash(what);
    const unsigned nth = seen_[base]++;
    return nth == 0 ? base : hash(fmt::format("{}\n{}", base, nth));
  }

  const Report& report_;
  FileId file_;
  uint32_t line_ = 0;
  std::string lineHash_;
  llvm::StringMap<unsigned> seen_;
};

}  // namespace

Report::Report(const Diagnostics& findings, const SourceManager& sources,
               const RenderOptions& options)
    : sources_(sources), options_(options) {
  if (options.faults) {
    for (const Diagnostic& it : options.faults->all())
      all_.push_back({.diagnostic = &it, .isFault = true});
  }
  for (const Diagnostic& it : findings.all()) all_.push_back({.diagnostic = &it});
  for (const Finding& it : all_) ++counts_[static_cast<size_t>(it.diagnostic->severity)];
  llvm::stable_sort(all_, [](const Finding& a, const Finding& b) {
    return isBefore(*a.diagnostic, *b.diagnostic);
  });
  hidden_ = choose(all_, options.maxDiagnostics);
}

std::vector<const Diagnostic*> Report::shown() const {
  std::vector<const Diagnostic*> out;
  for (const Finding& it : all_) {
    if (it.isShown) out.push_back(it.diagnostic);
  }
  return out;
}

llvm::StringRef Report::pathOf(FileId file) const {
  const size_t index = file.index();
  return index < options_.paths.size() ? llvm::StringRef(options_.paths[index])
                                       : sources_.path(file);
}

Region Report::regionOf(Span span) const {
  if (!span.isValid()) return {};
  return {sources_.position(span.file, span.begin), sources_.position(span.file, span.end)};
}

std::vector<std::string> fingerprints(const Report& report) {
  Fingerprinter fingerprinter(report);
  std::vector<std::string> out;
  for (const Finding& it : report.all()) out.push_back(fingerprinter.of(*it.diagnostic));
  return out;
}

}  // namespace cadre::diag
