#include "prose/clauses.h"

namespace cadre::prose {

Lead leadOf(const Text& text, Sentence sentence) {
  if (sentence.size() == 0 || !text.lexicon()->hasVerbs()) return {};
  for (const auto& [first, known] : text.leads_) {
    if (first == sentence.first) return known;
  }
  Clause clause(text, sentence);
  const Lead lead =
      text.lexicon()->language() == "fr" ? leadOfFrench(clause) : leadOfEnglish(clause);
  text.leads_.emplace_back(sentence.first, lead);
  return lead;
}

bool mayBeLed(const Text& text, Sentence sentence) {
  if (leadOf(text, sentence).form != LeadForm::None) return true;
  if (sentence.size() == 0 || !text.lexicon()->hasVerbs()) return false;
  const Clause clause(text, sentence);
  return text.lexicon()->language() == "fr" ? mayBeLedInFrench(clause) : mayBeLedInEnglish(clause);
}

llvm::SmallVector<uint32_t, 4> coordinatedVerbs(const Text& text, Sentence sentence, Lead lead) {
  if (lead.form == LeadForm::None) return {};
  Clause clause(text, sentence);
  return text.lexicon()->language() == "fr" ? coordinatedInFrench(clause, lead)
                                            : coordinatedInEnglish(clause, lead);
}

llvm::SmallVector<uint32_t, 4> addedVerbs(const Text& text, Sentence sentence, Lead lead) {
  if (lead.form == LeadForm::None || text.lexicon()->language() == "fr" ||
      !text.mayHold().contains(ListId::Additions))
    return {};
  return addedInEnglish(Clause(text, sentence), lead);
}

}  // namespace cadre::prose
