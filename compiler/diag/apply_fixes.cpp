#include "diag/apply_fixes.h"

#include <llvm/ADT/STLExtras.h>

#include <set>
#include <tuple>

namespace cadre {

namespace {

bool operator==(const Edit& left, const Edit& right) {
  return left.span == right.span && left.replacement == right.replacement;
}

/// The place of a fix: that of its first edit.
Span placeOf(const Fix& fix) {
  return llvm::min_element(fix.edits, [](const Edit& a, const Edit& b) { return a.span < b.span; })
      ->span;
}

/// The edits made so far, by place. Kept free of overlaps.
class Edits {
public:
  /// Adds all edits of a fix, or none: false when one of them stands against another.
  bool add(const Fix& fix) {
    std::vector<Span> added;
    for (const Edit& edit : fix.edits) {
      const auto same = edits_.find(edit.span);
      if (same != edits_.end() && *same->second == edit) continue;
      if (isInTheWay(edit.span)) {
        for (const Span place : added) edits_.erase(place);
        return false;
      }
      edits_.emplace(edit.span, &edit);
      added.push_back(edit.span);
    }
    return true;
  }

private:
  /// Whether an edit of `span` would meet another one. What touches does not meet; but two
  /// insertions at one place do, for they have no order.
  [[nodiscard]] bool isInTheWay(Span span) const {
    // Ends ascend as begins do, so that only the neighbours count.
    auto at = edits_.upper_bound({span.file, span.end, UINT32_MAX});
    while (at != edits_.begin()) {
      const Span other = (--at)->first;
      if (other.file != span.file || other.end < span.begin) return false;
      if (other == span || (other.begin < span.end && span.begin < other.end)) return true;
    }
    return false;
  }

  std::map<Span, const Edit*> edits_;
};

}  // namespace

std::string applyEdits(llvm::StringRef text, llvm::ArrayRef<Edit> edits) {
  std::vector<const Edit*> ordered;
  for (const Edit& edit : edits) ordered.push_back(&edit);
  llvm::stable_sort(ordered, [](const Edit* a, const Edit* b) { return a->span < b->span; });
  std::string out;
  size_t at = 0;
  for (const Edit* edit : ordered) {
    out += text.slice(at, edit->span.begin);
    out += edit->replacement;
    at = edit->span.end;
  }
  out += text.drop_front(at);
  return out;
}

const Fix* findSafeFix(const Diagnostic& diagnostic) {
  const auto safe = llvm::find_if(diagnostic.fixes,
                                  [](const Fix& fix) { return fix.safe && !fix.edits.empty(); });
  return safe == diagnostic.fixes.end() ? nullptr : &*safe;
}

std::vector<ChosenFix> chooseFixes(const Diagnostics& diagnostics,
                                   llvm::function_ref<bool(FileId)> mayChange, PickFix pick) {
  std::vector<ChosenFix> candidates;
  for (const Diagnostic* diagnostic : diagnostics.sorted()) {
    const Fix* fix = pick(*diagnostic);
    const auto isOurs = [&](const Edit& edit) {
      return edit.span.isValid() && mayChange(edit.span.file);
    };
    if (fix && llvm::all_of(fix->edits, isOurs)) candidates.push_back({diagnostic, fix});
  }
  llvm::stable_sort(candidates, [](const ChosenFix& a, const ChosenFix& b) {
    return placeOf(*a.fix) < placeOf(*b.fix);
  });
  Edits edits;
  llvm::erase_if(candidates, [&](const ChosenFix& it) { return !edits.add(*it.fix); });
  return candidates;
}

std::map<FileId, std::string> applyFixes(const SourceManager& sources,
                                         llvm::ArrayRef<ChosenFix> fixes) {
  std::map<FileId, std::vector<Edit>> edits;
  std::set<std::tuple<Span, std::string>> seen;
  for (const ChosenFix& chosen : fixes) {
    for (const Edit& edit : chosen.fix->edits) {
      if (seen.emplace(edit.span, edit.replacement).second) edits[edit.span.file].push_back(edit);
    }
  }
  std::map<FileId, std::string> texts;
  for (const auto& [file, all] : edits) texts.emplace(file, applyEdits(sources.text(file), all));
  return texts;
}

}  // namespace cadre
