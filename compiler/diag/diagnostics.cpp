#include "diag/diagnostics.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <tuple>
#include <utility>

namespace cadre {

std::string diag::shown(llvm::StringRef text) {
  constexpr size_t atEnd = mostShown / 4;
  if (text.size() <= mostShown || unicode::length(text) <= mostShown) return text.str();
  const auto isInside = [&](size_t at) { return (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80; };
  size_t head = mostShown - atEnd;
  while (head > 0 && isInside(head)) --head;
  size_t tail = text.size() - atEnd;
  while (tail < text.size() && isInside(tail)) ++tail;
  return fmt::format("{}…{}", text.take_front(head), text.drop_front(tail));
}

DiagnosticBuilder& DiagnosticBuilder::didYouMean(Span misspelt,
                                                 const std::vector<llvm::StringRef>& names) {
  return didYouMean(std::vector<Span>{misspelt}, names);
}

DiagnosticBuilder& DiagnosticBuilder::didYouMean(const std::vector<Span>& misspelt,
                                                 const std::vector<llvm::StringRef>& names) {
  if (names.empty()) return *this;
  std::string list;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += fmt::format("`{}`", names[i]);
    diagnostic_.suggestions.push_back(names[i].str());
  }
  diagnostic_.help.push_back(fmt::format("did you mean {}?", list));
  Fix& fix = diagnostic_.fixes.emplace_back();
  fix.title = fmt::format("change to `{}`", names.front());
  if (misspelt.size() > 1) fix.title += fmt::format(" in {} places", misspelt.size());
  for (const Span place : misspelt) fix.edits.push_back({place, names.front().str()});
  return *this;
}

DiagnosticBuilder& DiagnosticBuilder::safeFix(std::string title, Span span,
                                              std::string replacement) {
  diagnostic_.fixes.push_back({std::move(title), true, {{span, std::move(replacement)}}});
  return *this;
}

DiagnosticBuilder& DiagnosticBuilder::unsafeFix(std::string title, Span span,
                                                std::string replacement) {
  diagnostic_.fixes.push_back({std::move(title), false, {{span, std::move(replacement)}}});
  return *this;
}

DiagnosticBuilder& DiagnosticBuilder::unsafeFix(std::string title, std::vector<Edit> edits) {
  diagnostic_.fixes.push_back({std::move(title), false, std::move(edits)});
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
  return static_cast<size_t>(llvm::count_if(
      all_, [&](const Diagnostic& diagnostic) { return diagnostic.severity == severity; }));
}

std::vector<const Diagnostic*> Diagnostics::sorted() const {
  std::vector<const Diagnostic*> out;
  out.reserve(all_.size());
  for (const Diagnostic& diagnostic : all_) out.push_back(&diagnostic);
  llvm::stable_sort(out, [](const Diagnostic* a, const Diagnostic* b) { return isBefore(*a, *b); });
  return out;
}

bool isBefore(const Diagnostic& a, const Diagnostic& b) {
  const auto key = [](const Diagnostic& d) {
    const uint32_t file = d.span.isValid() ? d.span.file.index() + 1 : 0;
    return std::tuple(file, d.span.begin, d.span.end, d.code);
  };
  return key(a) < key(b);
}

}  // namespace cadre
