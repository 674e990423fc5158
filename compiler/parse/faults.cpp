#include "parse/faults.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::parse {

using llvm::StringRef;

namespace {

/// Errors of bytes, escapes and prose: each is a cause of its own, whatever else its line holds.
bool standsAlone(StringRef code) {
  constexpr StringRef codes[] = {"E0101", "E0102", "E0103", "E0107", "E0108", "E0111",
                                 "E0112", "E0113", "E0118", "E0119", "E0123", "E0142"};
  return llvm::is_contained(codes, code);
}

/// Marks that a line is read without, or as what they stand for: its tree is whole.
bool isReadOver(StringRef source, const Diagnostic& finding) {
  constexpr StringRef codes[] = {"E0109", "E0114", "E0115", "E0116", "E0150"};
  const StringRef code = finding.code;
  return llvm::is_contained(codes, code) ||
         (code == "E0104" && source.substr(finding.span.begin).starts_with(";"));
}

struct Candidate {
  Diagnostic* finding;
  size_t index;  ///< In the order found.
  uint32_t line;
  bool mended;
};

/// The better finding of two on one line.
bool explainsBetter(const Candidate& a, const Candidate& b) {
  const auto isSentence = [](const Candidate& c) {
    return c.finding->code >= "E0130" && c.finding->code != "E0147";
  };
  return std::tuple(!a.mended, isSentence(a), a.finding->span.begin, a.index) <
         std::tuple(!b.mended, isSentence(b), b.finding->span.begin, b.index);
}

/// Whether a declaration was read under a name that may not be its own.
bool lacksName(const Diagnostic& finding) {
  constexpr StringRef codes[] = {"E0117", "E0130", "E0137", "E0145", "E0153"};
  return llvm::is_contained(codes, StringRef(finding.code));
}

/// Takes over the edits of a finding of the same sort on the same line: one fix mends the line.
/// `own` is how many edits are the finding's own; others come in the order of their places.
void joinFixes(Diagnostic& kept, size_t own, const Diagnostic& other) {
  if (kept.code != other.code || kept.fixes.empty() || other.fixes.empty()) return;
  if (!kept.fixes.front().safe || !other.fixes.front().safe) return;
  std::vector<Edit>& edits = kept.fixes.front().edits;
  for (const Edit& edit : other.fixes.front().edits) {
    const auto overlaps = [&](const Edit& one) {
      return one.span.begin < edit.span.end && edit.span.begin < one.span.end;
    };
    if (llvm::none_of(llvm::ArrayRef(edits).take_front(own), overlaps) && !overlaps(edits.back()))
      edits.push_back(edit);
  }
}

size_t editsOf(const Diagnostic& finding) {
  return finding.fixes.empty() ? 0 : finding.fixes.front().edits.size();
}

/// Where the lines begin that hold `places`, which are sorted: one pass.
std::vector<uint32_t> lineBegins(StringRef source, llvm::ArrayRef<uint32_t> places) {
  std::vector<uint32_t> out;
  uint32_t line = 0;
  size_t next = source.find('\n');
  for (const uint32_t place : places) {
    while (next < place) {
      line = static_cast<uint32_t>(next) + 1;
      next = source.find('\n', line);
    }
    out.push_back(line);
  }
  return out;
}

}  // namespace

Diagnostics oneALine(StringRef source, Diagnostics&& mended, Diagnostics&& others,
                     std::vector<syntax::Fault>& faults) {
  if (mended.empty() && others.empty()) return {};
  const size_t firstOther = mended.all().size();
  mended.append(std::move(others));
  std::deque<Diagnostic> all = mended.take();
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].severity == Severity::Error &&
        !standsAlone(StringRef(all[i].code)))
      candidates.push_back({&all[i], i, 0, i < firstOther});
  }
  llvm::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.finding->span.begin < b.finding->span.begin;
  });
  std::vector<uint32_t> places;
  for (const Candidate& candidate : candidates) places.push_back(candidate.finding->span.begin);
  const std::vector<uint32_t> lines = lineBegins(source, places);
  std::vector<bool> dropped(all.size());
  for (size_t i = 0; i < candidates.size();) {
    size_t behind = i;
    size_t best = i;
    for (; behind < candidates.size() && lines[behind] == lines[i]; ++behind) {
      if (explainsBetter(candidates[behind], candidates[best])) best = behind;
    }
    const size_t own = editsOf(*candidates[best].finding);
    for (size_t k = i; k < behind; ++k) {
      if (k == best) continue;
      joinFixes(*candidates[best].finding, own, *candidates[k].finding);
      dropped[candidates[k].index] = true;
    }
    const size_t end = std::min(source.find('\n', lines[i]), source.size());
    const auto isUnderstood = [&](const Candidate& it) {
      return it.mended || isReadOver(source, *it.finding);
    };
    const auto ofLine = llvm::make_range(candidates.begin() + i, candidates.begin() + behind);
    faults.push_back({lines[i], static_cast<uint32_t>(end), llvm::all_of(ofLine, isUnderstood),
                      lacksName(*candidates[best].finding)});
    i = behind;
  }
  Diagnostics out;
  for (size_t i = 0; i < all.size(); ++i) {
    if (!dropped[i]) out.add(std::move(all[i]));
  }
  return out;
}

}  // namespace cadre::parse
