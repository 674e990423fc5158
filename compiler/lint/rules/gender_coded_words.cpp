#include "lint/rule.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

namespace cadre::lint {

namespace {

/// `` `compassion`, `loyal` (3 times) ``
std::string listed(ArrayRef<CodedWords::Use> uses) {
  llvm::MapVector<StringRef, size_t> counts;
  for (const CodedWords::Use& it : uses) ++counts[it.entry];
  std::string out;
  for (const auto& [entry, count] : counts) {
    if (!out.empty()) out += ", ";
    out += fmt::format("`{}`", entry);
    if (count > 1) out += fmt::format(" ({} times)", count);
  }
  return out;
}

/// Fewer words than this, said again and again, are what the text is about: `competitor` in market research.
constexpr size_t fewestWords = 3;

bool areOfTheTrade(ArrayRef<CodedWords::Use> uses) {
  llvm::SmallVector<StringRef, fewestWords> seen;
  for (const CodedWords::Use& it : uses) {
    if (!llvm::is_contained(seen, it.entry)) seen.push_back(it.entry);
    if (seen.size() == fewestWords) return false;
  }
  return true;
}

void weigh(const Declaration& owner, const CodedWords& coded, Context& context) {
  const size_t men = coded.masculine.size();
  const size_t women = coded.feminine.size();
  const size_t more = std::max(men, women);
  const size_t less = std::min(men, women);
  if (more - less < static_cast<size_t>(context.number(OptionId::CodedLead))) return;
  if (more * 100 < (more + less) * static_cast<size_t>(context.number(OptionId::CodedShare))) return;
  if (more * 1000 < coded.words * static_cast<size_t>(context.number(OptionId::CodedDensity))) return;
  const ArrayRef<CodedWords::Use> leading = men > women ? coded.masculine : coded.feminine;
  if (areOfTheTrade(leading)) return;
  std::vector<Span> places;
  for (const CodedWords::Use& it : leading) places.push_back(it.place);
  auto builder = context.report(rule::GenderCodedWords{}, owner.span, more, men > women ? "men" : "women", less);
  if (men > 0) builder.note(note::CodedMasculine, listed(coded.masculine));
  if (women > 0) builder.note(note::CodedFeminine, listed(coded.feminine));
  builder.labels(places, note::CodedHere, note::CodedMore).help(note::BalanceWords);
}

}  // namespace

void check(rule::GenderCodedWords, const Model&, Context& context) {
  for (const auto& [owner, coded] : context.survey().tally().coded) weigh(*owner, coded, context);
}

}  // namespace cadre::lint
