// A finding, ready to be shown: takes nothing but values, so that renderers, fixes and editors need
// no table. Messages are complete sentences without a period (docs/diagnostics.md).
#pragma once

#include "diag/kind.h"
#include "source/span.h"

#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Another place that belongs to a finding, and what it has to do with it.
struct Label {
  Span span;
  std::string message;
};

/// Replaces the bytes of `span`.
struct Edit {
  Span span;
  std::string replacement;
};

/// A change that mends the finding. A safe one keeps what the author meant.
struct Fix {
  std::string title;
  bool safe = false;
  std::vector<Edit> edits;
};

struct Diagnostic {
  Severity severity = Severity::Error;
  std::string_view code;  ///< `E0302`, or a lint rule's name; lives as long as the program.
  std::string message;
  Span span;                             ///< Without a file: about no place in the sources.
  std::string primaryLabel;              ///< Shown at the span itself; may be empty.
  std::vector<Label> labels;             ///< In the order they were added.
  std::vector<std::string> notes;        ///< Facts that explain.
  std::vector<std::string> help;         ///< What to do.
  std::vector<std::string> suggestions;  ///< Names that *did you mean* offers, best first.
  std::vector<Fix> fixes;
};

}  // namespace cadre
