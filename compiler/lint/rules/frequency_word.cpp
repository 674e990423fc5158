#include "lint/list_rule.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

/// `` `always` and `never` ``
std::string listed(ArrayRef<std::string> words) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
    out += fmt::format("`{}`", words[i]);
  }
  return out;
}

}  // namespace

void check(rule::FrequencyWord, const Passage& passage, Context& context) {
  const ArrayRef<std::string> allowed = context.words(WordsId::AllowedFrequencies);
  eachEntry(passage, context.sources(), prose::ListId::Frequencies, [&](const prose::Match& match) {
    const StringRef words = passage.text->words(match.first, match.last);
    if (llvm::any_of(allowed, [&](StringRef it) { return it.equals_insensitive(words); })) return;
    auto builder = context.report(rule::FrequencyWord{}, passage, context.place(passage, match), words);
    if (!allowed.empty()) builder.note(note::AllowedFrequenciesAre, listed(allowed));
    advise(builder, *match.entry, note::SayHowOften);
  });
}

}  // namespace cadre::lint
