// What there is to report, ready for a format: takes findings, faults and options, gives them in
// their order, says which are shown, and how files are called. Writes nothing.
#pragma once

#include "diag/renderer.h"

#include <array>
#include <string>
#include <vector>

namespace cadre::diag {

struct Finding {
  const Diagnostic* diagnostic = nullptr;
  bool isFault = false;  ///< About the call, a manifest or the world.
  bool isShown = true;   ///< Not beyond the number that was asked for.
};

/// Lines and columns of a span.
struct Region {
  LineColumn begin{0, 0};
  LineColumn end{0, 0};
};

class Report {
public:
  /// All three must outlive the report.
  Report(const Diagnostics& findings, const SourceManager& sources, const RenderOptions& options);

  [[nodiscard]] const SourceManager& sources() const { return sources_; }
  [[nodiscard]] const RenderOptions& options() const { return options_; }

  /// Everything, sorted.
  [[nodiscard]] llvm::ArrayRef<Finding> all() const { return all_; }
  /// What is shown of it.
  [[nodiscard]] std::vector<const Diagnostic*> shown() const;
  [[nodiscard]] size_t hiddenCount() const { return hidden_; }
  [[nodiscard]] size_t count(Severity severity) const {
    return counts_[static_cast<size_t>(severity)];
  }
  /// True for what makes cadre end with another code than 0.
  [[nodiscard]] bool isDenied(const Diagnostic& diagnostic) const {
    return diagnostic.severity == Severity::Error ||
           (diagnostic.severity == Severity::Warning && options_.denyWarnings);
  }

  /// The file's name for a server: relative to the current directory.
  [[nodiscard]] llvm::StringRef pathOf(FileId file) const;
  /// Zeros for no place.
  [[nodiscard]] Region regionOf(Span span) const;

private:
  const SourceManager& sources_;
  const RenderOptions& options_;
  std::vector<Finding> all_;
  std::array<size_t, 3> counts_ = {};
  size_t hidden_ = 0;
};

/// For each of `report.all()` a hash in hexadecimal that stays the same when lines move: of the
/// code, the file, the text of the line and of what is marked in it. Findings that are alike are
/// numbered, so that no two hashes are equal.
std::vector<std::string> fingerprints(const Report& report);

}  // namespace cadre::diag
