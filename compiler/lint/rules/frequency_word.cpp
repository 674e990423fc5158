#include "lint/list_rule.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

namespace cadre::lint {

void check(rule::FrequencyWord, const Passage& passage, Context& context) {
  const ArrayRef<std::string> allowed = context.words(WordsId::AllowedFrequencies);
  const llvm::SmallVector<StringRef, 8> names(allowed.begin(), allowed.end());
  eachEntry(passage, context.sources(), prose::ListId::Frequencies, [&](const prose::Match& match) {
    const StringRef words = passage.text->words(match.first, match.last);
    if (llvm::any_of(names, [&](StringRef it) { return it.equals_insensitive(words); })) return;
    // `explains how often filters are changed`
    if (standsBehind(passage, prose::ListId::MeasuringWords, match.first)) return;
    auto builder = context.report(rule::FrequencyWord{}, passage, context.place(passage, match), words);
    if (!names.empty()) builder.note(note::AllowedFrequenciesAre, listed(ArrayRef<StringRef>(names)));
    advise(builder, *match.entry, note::SayHowOften);
  });
}

}  // namespace cadre::lint
