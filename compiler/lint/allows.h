// What the source allows: takes trees, gives for each finding whether an `allow` covers it, and tells
// of those that name no rule or cover nothing. An `allow` covers the declaration in whose block it
// stands with all inside it, that of a framework the whole package.
#pragma once

#include "diag/diagnostics.h"
#include "lint/catalogue.h"
#include "source/source_manager.h"
#include "syntax/ast.h"

#include <vector>

namespace cadre::lint {

class Allows {
public:
  explicit Allows(ArrayRef<const syntax::File*> trees);

  /// Whether one covers a finding of `rule` at `place`; it then counts as needed.
  bool cover(RuleId rule, Span place);

  struct Site {
    const syntax::Allow* allow = nullptr;
    const RuleRow* row = nullptr;  ///< Null for a rule that does not exist.
    Span extent;                   ///< What it covers; without a file: everything.
    bool isNeeded = false;
  };
  [[nodiscard]] ArrayRef<Site> sites() const { return sites_; }

private:
  void collect(const syntax::Item& item);

  std::vector<Site> sites_;
  std::vector<std::vector<size_t>> byRule_;  ///< Indexes of sites, inner ones behind outer ones.
};

/// The span to delete so that the item goes with the line that it has for itself.
Span withItsLine(const SourceManager& sources, Span item);

}  // namespace cadre::lint
