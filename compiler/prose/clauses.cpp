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
  bool isFrench = text.lexicon()->language() == "fr" && text.lexicon()->hasVerbs();
  return isFrench && sentence.size() != 0 && mayBeLedInFrench(Clause(text, sentence));
}

llvm::SmallVector<uint32_t, 4> coordinatedVerbs(const Text& text, Sentence sentence, Lead lead) {
  if (lead.form == LeadForm::None) return {};
  Clause clause(text, sentence);
  return text.lexicon()->language() == "fr" ? coordinatedInFrench(clause, lead)
                                            : coordinatedInEnglish(clause, lead);
}

}  // namespace cadre::prose
