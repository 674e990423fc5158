#include "lint/competencies.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::ListId;

/// Lists of words that say nothing of what a competency is.
constexpr ListId emptyLists[] = {ListId::DefinitionFillers, ListId::DefinitionOpeners, ListId::AbilityHedges,
                                 ListId::VagueVerbs,        ListId::EmptyAdverbs,      ListId::VagueAdjectives,
                                 ListId::Trivialisers,      ListId::OpenEnded};

/// Whether two stems are of one root: `decis`(ion) and `decid`(e), `lead` and `leadership`.
bool isAkin(StringRef a, StringRef b) {
  const size_t shorter = std::min(a.size(), b.size());
  size_t common = 0;
  while (common < shorter && a[common] == b[common]) ++common;
  return common == shorter ? common >= 3 || a.size() == b.size() : common >= 4 && common + 1 >= shorter;
}

bool hasMeaning(const prose::Word& word) {
  return word.is(prose::FunctionWord::None) && !word.lists.contains(ListId::StopWords);
}

/// Where, when and by whom, if nothing else is said there: `in the work of the nurse`, `in which
/// teaching takes place`.
void passOverCircumstances(const Passage& passage, std::vector<bool>& isSaid) {
  const auto matches = passage.text->find(ListId::DefinitionCircumstances);
  for (size_t i = 0; i < matches.size(); ++i) {
    const bool isClause = matches[i].entry->note == "clause";
    if (!isClause && matches[i].entry->note != "before") continue;
    std::vector<bool> inside = isSaid;
    std::fill(inside.begin() + matches[i].first, inside.begin() + matches[i].last, true);
    uint32_t end = static_cast<uint32_t>(isSaid.size());
    bool happens = false;
    for (const prose::Match& match : llvm::drop_begin(matches, i + 1)) {
      const StringRef note = match.entry->note;
      if (note == "served") continue;
      if (note == "before" || note == "clause") {
        end = match.first;
        break;
      }
      if (note == "happens") happens = true;
      std::fill(inside.begin() + match.first, inside.begin() + match.last, true);
    }
    // What takes place is an act: `teaching`, and not `explosions`.
    for (uint32_t at = matches[i].last; isClause && happens && at < end; ++at) {
      if (passage.tokens()[at].word->canBe(prose::VerbForm::Gerund)) inside[at] = true;
    }
    const auto last = inside.begin() + end;
    if (std::find(inside.begin() + matches[i].first, last, false) == last)
      std::fill(isSaid.begin() + matches[i].first, isSaid.begin() + end, true);
  }
}

/// Those that the work is done for add nothing where the title explains itself: `Teaches pupils by means
/// of teaching`.
void passOverServed(const Passage& passage, std::vector<bool>& isSaid) {
  for (const prose::Match& match : passage.text->find(ListId::DefinitionCircumstances)) {
    if (match.entry->note == "served")
      std::fill(isSaid.begin() + match.first, isSaid.begin() + match.last, true);
  }
}

}  // namespace

void check(rule::CircularDefinition, const Passage& passage, Context& context) {
  if (!isDefinition(passage) || !passage.lexicon->has(ListId::DefinitionFillers)) return;
  const auto tokens = passage.tokens();
  // A definition that long says something of its own.
  if (tokens.size() > 30) return;
  StringRef title = passage.owner->title.plain;
  if (passage.isTranslation) {
    const model::Translated* translated = passage.owner->title.find(passage.language);
    if (!translated) return;
    title = translated->plain;
  }
  prose::Text label;
  label.read(title, *passage.lexicon);
  std::vector<bool> isSaid(tokens.size());
  size_t repeated = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const bool hasSense = hasMeaning(*tokens[i].word);
    const bool isInTitle = hasSense && llvm::any_of(label.tokens(), [&](const prose::Token& it) {
      return isAkin(it.word->stem, tokens[i].word->stem);
    });
    if (isInTitle) ++repeated;
    isSaid[i] = !hasSense || isInTitle;
  }
  for (const ListId list : emptyLists) {
    for (const prose::Match& match : passage.text->find(list))
      std::fill(isSaid.begin() + match.first, isSaid.begin() + match.last, true);
  }
  passOverCircumstances(passage, isSaid);
  const auto titleWords =
      llvm::count_if(label.tokens(), [](const prose::Token& it) { return hasMeaning(*it.word); });
  // `Cares for patients` tells what kind of care; of `Patient transport`, `Transports patients` tells nothing.
  const auto enough = static_cast<size_t>(std::max<ptrdiff_t>(titleWords, 2));
  if (repeated >= enough) passOverServed(passage, isSaid);
  if (llvm::is_contained(isSaid, false)) return;
  context.report(rule::CircularDefinition{}, passage, wholeOf(passage, context), title)
      .help(note::SayWhatTheTitleDoesNot);
}

}  // namespace cadre::lint
