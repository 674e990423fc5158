#include "lint/competencies.h"
#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

/// `to appropriate the funds`: an adjective that is a verb here.
bool isVerb(const Passage& passage, const prose::Match& match) {
  const auto tokens = passage.tokens();
  return match.last == match.first + 1 && tokens[match.first].word->canBe(prose::VerbForm::Base) &&
         match.last < tokens.size() && tokens[match.last].word->is(prose::FunctionWord::Determiner);
}

/// How far behind an adjective its standard may stand.
constexpr uint32_t reach = 10;

/// `appropriate tools based on the drawing`: what decides stands behind it, before the next comma or right behind it.
bool namesStandard(const Passage& passage, const prose::Match& match) {
  if (!passage.text->mayHold().contains(prose::ListId::Criteria)) return false;
  const auto tokens = passage.tokens();
  for (uint32_t at = match.last; at < tokens.size() && at < match.last + reach; ++at) {
    if (tokens[at].before > prose::Mark::Comma) return false;
    if (passage.text->findAt(prose::ListId::Criteria, at)) return true;
    if (tokens[at].before == prose::Mark::Comma) return false;
  }
  return false;
}

/// The advice of entries that examples behind them make clear.
constexpr StringRef named = "name them";
/// The advice of entries that choose from many and praise nothing.
constexpr StringRef chosen = "say relevant to what";

/// `the relevant laws` in a definition, which tells the scope and is not judged by; and all of one that says what
/// there is to know.
bool tellsScope(const Passage& passage, const prose::Match& match) {
  if (!isDefinition(passage)) return false;
  return match.entry->note == named || match.entry->note == chosen || describesField(passage);
}

/// `various media, e.g. websites`. In a definition examples make clear what is fitting, too: `a suitable tool, such
/// as a tap wrench`.
bool isClearByExamples(const Passage& passage, const prose::Match& match) {
  if (match.entry->note != named && !isDefinition(passage)) return false;
  const auto tokens = passage.tokens();
  for (uint32_t at = match.last; at < tokens.size() && at < match.last + reach; ++at) {
    if (tokens[at].before >= prose::Mark::Stop) return false;
    if (passage.text->findAt(prose::ListId::ExampleOpeners, at)) return true;
  }
  return false;
}

}  // namespace

void check(rule::VagueAdjective, const Passage& passage, Context& context) {
  if (!saysWhatIsDemanded(passage)) return;
  const auto found = [&](const prose::Match& match) {
    if (isVerb(passage, match) || standsBehind(passage, prose::ListId::MeasuringWords, match.first) || namesStandard(passage, match) ||
        tellsScope(passage, match) || isClearByExamples(passage, match))
      return;
    auto builder = context.report(rule::VagueAdjective{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::NameTheStandard);
  };
  eachEntry(passage, context.sources(), prose::ListId::VagueAdjectives, found,
            prose::Lists(prose::ListId::OpenEnded) | prose::ListId::AbilityHedges | prose::ListId::AbleistWords);
}

}  // namespace cadre::lint
