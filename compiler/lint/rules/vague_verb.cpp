#include "lint/rule.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

/// `explains`, `describes` or `uses`.
std::string listed(ArrayRef<StringRef> words) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += fmt::format("`{}`", words[i]);
  }
  return out;
}

}  // namespace

void check(rule::VagueVerb, const Passage& passage, Context& context) {
  for (const prose::Sentence sentence : passage.text->sentences()) {
    const prose::Lead lead = prose::leadOf(*passage.text, sentence);
    if (lead.form == prose::LeadForm::None) continue;
    const auto match = passage.text->findAt(prose::ListId::VagueVerbs, lead.token);
    if (!match) continue;
    auto builder = context.report(rule::VagueVerb{}, passage, context.place(passage, *match),
                                  passage.text->words(match->first, match->last));
    if (!match->entry->instead.empty()) builder.help(note::SayWhatIsSeen, listed(match->entry->instead));
  }
}

}  // namespace cadre::lint
