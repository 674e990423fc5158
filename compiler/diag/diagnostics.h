// Collects the findings of a run: takes kinds and arguments, gives diagnostics in source order.
// Prints nothing.
#pragma once

#include "diag/diagnostic.h"

#include <fmt/format.h>

#include <deque>
#include <type_traits>
#include <vector>

namespace cadre {

/// Adds to the diagnostic just reported. Lives for one statement.
class DiagnosticBuilder {
public:
  explicit DiagnosticBuilder(Diagnostic& diagnostic) : diagnostic_(diagnostic) {}

  /// Shows another place. A span without a file is left out.
  template <class... Args>
  DiagnosticBuilder& label(Span span, const diag::Phrase<Args...>& phrase,
                           const std::type_identity_t<Args>&... args) {
    if (span.isValid()) diagnostic_.labels.push_back({span, fmt::format(phrase.text, args...)});
    return *this;
  }
  /// Says something at the diagnostic's own place.
  template <class... Args>
  DiagnosticBuilder& here(const diag::Phrase<Args...>& phrase, const std::type_identity_t<Args>&... args) {
    diagnostic_.primaryLabel = fmt::format(phrase.text, args...);
    return *this;
  }
  template <class... Args>
  DiagnosticBuilder& note(const diag::Phrase<Args...>& phrase, const std::type_identity_t<Args>&... args) {
    diagnostic_.notes.push_back(fmt::format(phrase.text, args...));
    return *this;
  }
  template <class... Args>
  DiagnosticBuilder& help(const diag::Phrase<Args...>& phrase, const std::type_identity_t<Args>&... args) {
    diagnostic_.help.push_back(fmt::format(phrase.text, args...));
    return *this;
  }
  /// Offers names for a misspelt one; the first becomes an unsafe fix that replaces `misspelt`.
  DiagnosticBuilder& didYouMean(Span misspelt, const std::vector<llvm::StringRef>& names);
  /// A change that keeps what the author meant.
  DiagnosticBuilder& safeFix(std::string title, Span span, std::string replacement);
  /// A change that the author should look at.
  DiagnosticBuilder& unsafeFix(std::string title, Span span, std::string replacement);

private:
  Diagnostic& diagnostic_;
};

class Diagnostics {
public:
  /// Records a finding of `kind` at `span`.
  template <class... Args>
  DiagnosticBuilder report(Span span, const diag::Kind<Args...>& kind,
                           const std::type_identity_t<Args>&... args) {
    return add({.severity = kind.severity,
                .code = kind.code,
                .message = fmt::format(kind.text, args...),
                .span = span,
                .primaryLabel = {},
                .labels = {},
                .notes = {},
                .help = {},
                .suggestions = {},
                .fixes = {}});
  }
  DiagnosticBuilder add(Diagnostic diagnostic);

  /// Takes over the findings of another collection, behind this one's.
  void append(Diagnostics&& other);
  /// Gives up what it holds, in the order of reports.
  std::deque<Diagnostic> take();

  [[nodiscard]] bool hasErrors() const { return errors_ != 0; }
  [[nodiscard]] size_t count(Severity severity) const;
  [[nodiscard]] const std::deque<Diagnostic>& all() const { return all_; }
  [[nodiscard]] bool empty() const { return all_.empty(); }

  /// The findings by file (in the order of FileIds), place and code; those without a place first.
  [[nodiscard]] std::vector<const Diagnostic*> sorted() const;

private:
  std::deque<Diagnostic> all_;
  size_t errors_ = 0;
};

}  // namespace cadre
