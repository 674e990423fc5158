// The findings of an earlier day that are not to be reported: takes the text of a baseline file, gives
// its entries, and the other way round. An entry knows a finding by rule, declaration and text, so that
// moved lines and files change nothing.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre::lint {

/// The name of the file where a manifest names no other.
inline constexpr llvm::StringRef baselineName = "lint-baseline.json";

/// Where something stands that a finding is about.
struct BaselineSite {
  std::string declaration;  ///< A key; empty for what belongs to none.
  std::string text;  ///< The statement, or what is marked, its white space normalised; empty for the declaration itself.

  friend auto operator<=>(const BaselineSite&, const BaselineSite&) = default;
};

struct BaselineEntry {
  std::string rule;
  BaselineSite site;
  /// Of a finding that several things have in common, the other ones, behind `site`, in order, each once.
  std::vector<BaselineSite> others = {};
  size_t count = 1;  ///< Findings that are alike, where there are no others.

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

struct Baseline {
  std::vector<BaselineEntry> entries;
};

/// Reads a file that write() made; what is wrong with it is reported at its place (E0916).
Baseline readBaseline(const SourceManager& sources, FileId file, Diagnostics& diagnostics);

/// The bytes of a baseline file: JSON, sorted, an entry a line, so that a review sees what came and
/// went. Equal findings are counted.
std::string writeBaseline(std::vector<BaselineEntry> findings);

}  // namespace cadre::lint
