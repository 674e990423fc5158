#include "prose/clauses.h"

namespace cadre::prose {

Lead leadOf(const Text& text, Sentence sentence) {
  if (sentence.size() == 0 || !text.lexicon()->hasVerbs()) return {};
  Clause clause(text, sentence);
  return text.lexicon()->language() == "fr" ? leadOfFrench(clause) : leadOfEnglish(clause);
}

llvm::SmallVector<uint32_t, 4> coordinatedVerbs(const Text& text, Sentence sentence, Lead lead) {
  if (lead.form == LeadForm::None) return {};
  Clause clause(text, sentence);
  return text.lexicon()->language() == "fr" ? coordinatedInFrench(clause, lead)
                                            : coordinatedInEnglish(clause, lead);
}

}  // namespace cadre::prose
