// Collects the findings of a run: takes kinds and arguments, gives diagnostics in source order.
// Prints nothing.
#pragma once

#include "diag/diagnostic.h"

#include <llvm/ADT/ArrayRef.h>

#include <fmt/format.h>

#include <deque>
#include <type_traits>
#include <vector>

namespace cadre {

namespace diag {

/// The most code points of an argument that a message shows: a name of a megabyte says nothing.
inline constexpr size_t mostShown = 1000;

/// The most places of one sort that a finding shows: more say nothing.
inline constexpr size_t mostLabels = 8;

/// `text`, or its beginning and end with `…` between them.
std::string shown(llvm::StringRef text);

template <class Arg>
decltype(auto) shownArgument(const Arg& arg) {
  if constexpr (std::is_convertible_v<const Arg&, llvm::StringRef>) {
    return shown(arg);
  } else {
    return (arg);
  }
}

template <class Text, class... Args>
std::string sentence(const Text& text, const Args&... args) {
  return [&](const auto&... shownArgs) {
    return fmt::vformat(fmt::string_view(text), fmt::make_format_args(shownArgs...));
  }(shownArgument(args)...);
}

}  // namespace diag

/// Adds to the diagnostic just reported. Lives for one statement.
class DiagnosticBuilder {
public:
  explicit DiagnosticBuilder(Diagnostic& diagnostic) : diagnostic_(diagnostic) {}

  /// Shows another place. A span without a file is left out.
  template <class... Args>
  DiagnosticBuilder& label(Span span, const diag::Phrase<Args...>& phrase,
                           const std::type_identity_t<Args>&... args) {
    if (span.isValid()) diagnostic_.labels.push_back({span, diag::sentence(phrase.text, args...)});
    return *this;
  }
  /// Shows the first few of many places, and says in a note how many more there are.
  DiagnosticBuilder& labels(llvm::ArrayRef<Span> spans, const diag::Phrase<>& phrase,
                            const diag::Phrase<size_t>& more) {
    for (const Span span : spans.take_front(diag::mostLabels)) label(span, phrase);
    if (spans.size() > diag::mostLabels) note(more, spans.size() - diag::mostLabels);
    return *this;
  }
  /// Says something at the diagnostic's own place.
  template <class... Args>
  DiagnosticBuilder& here(const diag::Phrase<Args...>& phrase,
                          const std::type_identity_t<Args>&... args) {
    diagnostic_.primaryLabel = diag::sentence(phrase.text, args...);
    return *this;
  }
  template <class... Args>
  DiagnosticBuilder& note(const diag::Phrase<Args...>& phrase,
                          const std::type_identity_t<Args>&... args) {
    diagnostic_.notes.push_back(diag::sentence(phrase.text, args...));
    return *this;
  }
  template <class... Args>
  DiagnosticBuilder& help(const diag::Phrase<Args...>& phrase,
                          const std::type_identity_t<Args>&... args) {
    diagnostic_.help.push_back(diag::sentence(phrase.text, args...));
    return *this;
  }
  /// Offers names for a misspelt one; the first becomes an unsafe fix that replaces `misspelt`.
  DiagnosticBuilder& didYouMean(Span misspelt, const std::vector<llvm::StringRef>& names);
  /// The same where several places say the misspelt name: one fix changes all of them.
  DiagnosticBuilder& didYouMean(const std::vector<Span>& misspelt,
                                const std::vector<llvm::StringRef>& names);
  /// A change that keeps what the author meant.
  DiagnosticBuilder& safeFix(std::string title, Span span, std::string replacement);
  /// A change that the author should look at.
  DiagnosticBuilder& unsafeFix(std::string title, Span span, std::string replacement);
  DiagnosticBuilder& unsafeFix(std::string title, std::vector<Edit> edits);

private:
  Diagnostic& diagnostic_;
};

class Diagnostics {
public:
  /// Records a finding of `kind` at `span`.
  template <class... Args>
  DiagnosticBuilder report(Span span, const diag::Kind<Args...>& kind,
                           const std::type_identity_t<Args>&... args) {
    return reportAs(kind.severity, span, kind, args...);
  }
  /// The same at a severity that is not the kind's own.
  template <class... Args>
  DiagnosticBuilder reportAs(Severity severity, Span span, const diag::Kind<Args...>& kind,
                             const std::type_identity_t<Args>&... args) {
    return add({.severity = severity,
                .code = kind.code,
                .message = diag::sentence(kind.text, args...),
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

  /// The findings in their order (isBefore).
  [[nodiscard]] std::vector<const Diagnostic*> sorted() const;

private:
  std::deque<Diagnostic> all_;
  size_t errors_ = 0;
};

/// The order of findings: by file (in the order of FileIds), place and code; those without a place
/// first.
bool isBefore(const Diagnostic& a, const Diagnostic& b);

}  // namespace cadre
