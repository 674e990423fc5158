#include "diag/diagnostics.h"

#include <llvm/ADT/STLExtras.h>

#include <tuple>
#include <utility>

namespace cadre {

DiagnosticBuilder& DiagnosticBuilder::didYouMean(Span misspelt, const std::vector<llvm::StringRef>& names) {
  if (names.empty()) return *this;
  std::string list;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += fmt::format("`{}`", names[i]);
    diagnostic_.suggestions.push_back(names[i].str());
  }
  diagnostic_.help.push_back(fmt::format("did you mean {}?", list));
  return unsafeFix(fmt::format("change to `{}`", names.front()), misspelt, names.front().str());
}

DiagnosticBuilder& DiagnosticBuilder::safeFix(std::string title, Span span, std::string replacement) {
  diagnostic_.fixes.push_back({std::move(title), true, {{span, std::move(replacement)}}});
  return *this;
}

DiagnosticBuilder& DiagnosticBuilder::unsafeFix(std::string title, Span span, std::string replacement) {
  diagnostic_.fixes.push_back({std::move(title), false, {{span, std::move(replacement)}}});
  return *this;
}

DiagnosticBuilder Diagnostics::add(Diagnostic diagnostic) {
  errors_ += diagnostic.severity == Severity::Error;
  all_.push_back(std::move(diagnostic));
  return DiagnosticBuilder(all_.back());
}

void Diagnostics::append(Diagnostics&& other) {
  errors_ += other.errors_;
  for (Diagnostic& diagnostic : other.all_) all_.push_back(std::move(diagnostic));
  other.all_.clear();
  other.errors_ = 0;
}

std::deque<Diagnostic> Diagnostics::take() {
  errors_ = 0;
  return std::exchange(all_, {});
}

size_t Diagnostics::count(Severity severity) const {
  return static_cast<size_t>(
      llvm::count_if(all_, [&](const Diagnostic& diagnostic) { return diagnostic.severity == severity; }));
}

std::vector<const Diagnostic*> Diagnostics::sorted() const {
  std::vector<const Diagnostic*> out;
  out.reserve(all_.size());
  for (const Diagnostic& diagnostic : all_) out.push_back(&diagnostic);
  const auto key = [](const Diagnostic* d) {
    const uint32_t file = d->span.isValid() ? d->span.file.index() + 1 : 0;
    return std::tuple(file, d->span.begin, d->span.end, d->code);
  };
  llvm::stable_sort(out, [&](const Diagnostic* a, const Diagnostic* b) { return key(a) < key(b); });
  return out;
}

}  // namespace cadre
