#include "lint/rule.h"

#include <llvm/ADT/MapVector.h>

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

void weigh(const Declaration& owner, const CodedWords& coded, Context& context) {
  const size_t men = coded.masculine.size();
  const size_t women = coded.feminine.size();
  const size_t more = std::max(men, women);
  const size_t less = std::min(men, women);
  if (more - less < static_cast<size_t>(context.number(OptionId::CodedLead))) return;
  if (more * 100 < (more + less) * static_cast<size_t>(context.number(OptionId::CodedShare))) return;
  if (more * 1000 < coded.words * static_cast<size_t>(context.number(OptionId::CodedDensity))) return;
  std::vector<Span> places;
  for (const CodedWords::Use& it : men > women ? coded.masculine : coded.feminine) places.push_back(it.place);
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
