#include "lint/opening.h"

#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

using prose::FunctionWord;
using prose::ListId;
using prose::Mark;
using prose::VerbForm;
using prose::Word;

/// The most words of weight that may stand inside of an entry (`a deep and broad understanding
/// of`).
constexpr unsigned mostWeights = 4;

/// `pupils'`, `the team's`: what follows is theirs, and to build it is work that can be watched.
bool isOwner(const Passage& passage, const prose::Token& token) {
  const StringRef form = token.word->form;
  const StringRef behind = passage.plain.substr(token.end);
  return form.ends_with("'s") || form.ends_with("'") || behind.starts_with("'") ||
         behind.starts_with("’");
}

bool isKey(const Word& word, StringRef key) {
  return word.form == key || word.noun == key || (word.verb && word.verb->base == key);
}

/// An entry laid over the words from `first` on: the token behind it, or none.
std::optional<uint32_t> lay(const Passage& passage, const prose::Entry& entry, uint32_t first,
                            uint32_t last) {
  const auto tokens = passage.tokens();
  const auto isDeterminer = [&](StringRef key) {
    return passage.lexicon->lookUp(key).is(FunctionWord::Determiner);
  };
  // Of two words the second says what the first is for: only an adverb stands between (`try always
  // to`).
  const bool mayWeigh =
      llvm::count_if(entry.keys, [&](StringRef key) { return !isDeterminer(key); }) > 2;
  unsigned weights = 0;
  uint32_t at = first + 1;
  for (size_t key = 1; key < entry.keys.size();) {
    if (at >= last || tokens[at].before > Mark::Hyphen) return std::nullopt;
    const Word& word = *tokens[at].word;
    if (isKey(word, entry.keys[key])) {
      ++at;
      ++key;
    } else if (key + 1 < entry.keys.size() && isDeterminer(entry.keys[key])) {
      ++key;
    } else if (word.is(FunctionWord::Adverb) || (mayWeigh && word.is(FunctionWord::Determiner))) {
      ++at;
    } else if (mayWeigh && weights < mostWeights && !word.isNumber &&
               !isOwner(passage, tokens[at]) &&
               (word.is(FunctionWord::None) ||
                (weights > 0 && word.is(FunctionWord::Conjunction)))) {
      ++weights;
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

/// The entries that begin so, laid over the words from `first` on: the longest that fits, or none.
std::optional<prose::Match> layAny(const Passage& passage, ListId list, const Word& begin,
                                   uint32_t first, uint32_t last) {
  for (const prose::Entry* entry : begin.entriesOf(list)) {
    if (const auto end = lay(passage, *entry, first, last)) return prose::Match{entry, first, *end};
  }
  return std::nullopt;
}

/// The participle behind a form of `be` at token `be`, over adverbs and negations; or none.
std::optional<uint32_t> participleBehind(const Passage& passage, uint32_t be, uint32_t last) {
  const auto tokens = passage.tokens();
  for (uint32_t at = be + 1; at < last && tokens[at].before < Mark::Comma; ++at) {
    const prose::Word& word = *tokens[at].word;
    if (word.is(FunctionWord::Adverb) || word.is(FunctionWord::Negation) ||
        word.is(FunctionWord::Be))
      continue;
    if (!word.is(FunctionWord::None)) return std::nullopt;
    if (word.lists.contains(ListId::StativeParticiples)) return std::nullopt;
    if (word.verb && word.canBe(VerbForm::Participle)) return at;
    // An adverb that no list has, or an adjective.
    if (word.verb) return std::nullopt;
  }
  return std::nullopt;
}

/// Whether a clause of its own begins at a token: who acts there is not what the statement is
/// about.
bool beginsClause(const prose::Word& word) {
  return word.is(FunctionWord::Conjunction) || word.is(FunctionWord::Pronoun) ||
         word.form == "that" || word.form == "which";
}

/// `get signed`: done to it by others; `get involved` is one's own doing.
bool isPassiveOfGet(const Passage& passage, uint32_t at, uint32_t last) {
  const auto tokens = passage.tokens();
  if (at + 1 >= last || tokens[at + 1].before >= Mark::Comma) return false;
  const Word& get = *tokens[at].word;
  if (!get.verb || get.verb->base != "get" || get.canBe(VerbForm::Gerund)) return false;
  const Word& next = *tokens[at + 1].word;
  const bool isOwn =
      llvm::is_contained({"started", "going", "dressed", "changed", "rid", "used", "lost", "stuck",
                          "set", "left", "married", "settled", "hold", "set", "fed", "better"},
                         next.form);
  return next.is(FunctionWord::None) && next.verb && next.canBe(VerbForm::Participle) &&
         !next.canBe(VerbForm::Base) && !next.lists.contains(ListId::StativeParticiples) && !isOwn;
}

/// `Ensures that hoses are tested`: what is done behind an opening that says that somebody sees to
/// it.
std::optional<Passive> findAssured(const Passage& passage, prose::Sentence sentence,
                                   prose::Lead lead) {
  if (lead.form == prose::LeadForm::None) return std::nullopt;
  const auto opening = passage.text->findAt(ListId::Assurances, lead.token);
  if (!opening) return std::nullopt;
  const auto tokens = passage.tokens();
  for (uint32_t at = opening->last; at < sentence.last; ++at) {
    const Word& word = *tokens[at].word;
    if (tokens[at].before >= Mark::Comma) return std::nullopt;
    if (at == opening->last && word.form == "that") continue;
    if (word.form == "and" || word.form == "or") continue;
    if (word.mayBe(FunctionWord::Conjunction) || word.form == "that" || word.form == "which" ||
        word.form == "who")
      return std::nullopt;
    if (isPassiveOfGet(passage, at, sentence.last)) return Passive{at, at + 2};
    if (!word.is(FunctionWord::Be) || word.canBe(VerbForm::Gerund)) continue;
    const auto participle = participleBehind(passage, at, sentence.last);
    if (!participle) return std::nullopt;
    return Passive{at, *participle + 1};
  }
  return std::nullopt;
}

bool isNamedKnowledge(StringRef key) { return key.equals_insensitive("knowledge"); }

}  // namespace

std::optional<prose::Match> findOpening(const Passage& passage, ListId list, uint32_t first,
                                        prose::Sentence sentence) {
  const Word& word = *passage.tokens()[first].word;
  if (word.lists.contains(list) || word.begins.contains(list)) {
    if (const auto exact = passage.text->findAt(list, first)) return exact;
    if (const auto laid = layAny(passage, list, word, first, sentence.last)) return laid;
  }
  // `Remains aware of` is `be aware of`.
  if (list != ListId::VagueVerbs || !word.lists.contains(ListId::Copulas)) return std::nullopt;
  const auto copula = passage.text->findAt(ListId::Copulas, first);
  if (!copula || copula->entry->instead.empty()) return std::nullopt;
  return layAny(passage, list, passage.lexicon->lookUp(copula->entry->instead.front()), first,
                sentence.last);
}

prose::Lead leadingVerb(const Passage& passage, prose::Sentence sentence, Context& context) {
  const prose::Lead lead = prose::leadOf(*passage.text, sentence);
  if (lead.form != prose::LeadForm::None || sentence.size() < 3) return lead;
  const auto tokens = passage.tokens().slice(sentence.first, sentence.size());
  // Function words lead no statement, nor does what `of` or `and` continues (`Control of
  // bleeding`).
  const auto isVerb = [](const prose::Token& token, VerbForm form) {
    return token.word->verb && token.word->canBe(form);
  };
  const auto continues = [&](size_t at) {
    const Word& next = *tokens[at].word;
    return tokens[at].before == Mark::None && next.form != "of" &&
           !next.is(FunctionWord::Conjunction) && !next.is(FunctionWord::Be) &&
           !next.is(FunctionWord::Modal);
  };
  // `Block or flag …`: two verbs, not two nouns.
  const bool isPair = tokens.size() > 4 && tokens[1].word->is(FunctionWord::Conjunction) &&
                      tokens[2].word->verb && continues(3);
  const bool goesOn = isPair || continues(1);
  const Word& first = *tokens[0].word;
  if (!goesOn || first.is(FunctionWord::Be) || first.is(FunctionWord::Have) ||
      first.is(FunctionWord::Determiner) || first.is(FunctionWord::Pronoun))
    return lead;
  const auto usual = passage.is(Role::Task) ? std::optional(prose::LeadForm::Imperative)
                                            : usualLead(context.survey().style(passage.language));
  if (!usual || *usual == prose::LeadForm::Gerund || *usual == prose::LeadForm::Past) return lead;
  if (!isVerb(tokens[0], *verbForm(*usual))) return lead;
  if (isPair && !isVerb(tokens[2], *verbForm(*usual))) return lead;
  return {*usual, sentence.first};
}

namespace {

/// The hedge that begins at a token, and with a modal before it the one behind: `Would be willing
/// to`.
std::optional<prose::Match> hedgeAt(const Passage& passage, uint32_t first,
                                    prose::Sentence sentence) {
  const auto match = findOpening(passage, ListId::AbilityHedges, first, sentence);
  const auto tokens = passage.tokens();
  if (!match || match->last != first + 1 || !tokens[first].word->is(FunctionWord::Modal))
    return match;
  uint32_t next = match->last;
  while (next < sentence.last && tokens[next].word->is(FunctionWord::Adverb)) ++next;
  if (next == sentence.last || tokens[next].before >= Mark::Comma) return match;
  const auto inner = findOpening(passage, ListId::AbilityHedges, next, sentence);
  return inner ? prose::Match{inner->entry, first, inner->last} : match;
}

}  // namespace

std::optional<Hedge> findHedge(const Passage& passage, prose::Sentence sentence) {
  if (!passage.text->mayBegin().contains(prose::ListId::AbilityHedges)) return std::nullopt;
  auto match = hedgeAt(passage, sentence.first, sentence);
  if (!match) {
    const prose::Lead lead = prose::leadOf(*passage.text, sentence);
    if (lead.form != prose::LeadForm::None && lead.token != sentence.first)
      match = hedgeAt(passage, lead.token, sentence);
  }
  if (!match) return std::nullopt;
  // Of a task, `Ability to weld` is not a hedge but another sort of statement.
  if (passage.is(Role::Task) && beginsAnotherSort(passage, match->first)) return std::nullopt;

  Hedge hedge{*match, {}, false};
  const auto tokens = passage.tokens();
  const Word& lastWord = *tokens[match->last - 1].word;
  // `Cans peaches` is no `can`.
  if (!lastWord.is(FunctionWord::Modal) &&
      passage.lexicon->lookUp(match->entry->keys.back()).is(FunctionWord::Modal))
    return std::nullopt;
  const bool wantsBase = lastWord.is(FunctionWord::Particle) || lastWord.is(FunctionWord::Modal);
  if (match->last < sentence.last && tokens[match->last].before < Mark::Comma) {
    const prose::Lead lead = prose::leadOf(*passage.text, {match->last, sentence.last});
    const prose::Verb* verb =
        lead.form == prose::LeadForm::None ? nullptr : tokens[lead.token].word->verb;
    const bool isGerund = lead.form == prose::LeadForm::Gerund && !wantsBase;
    // `experience of work` is no `works`; the infinitive of French is no noun.
    const bool isBase =
        lead.form == prose::LeadForm::Imperative && (wantsBase || (verb && verb->asNoun == 0));
    if (isGerund || isBase) hedge.verb = lead;
    // `Be able to back a trailer`: behind `able to` even an adverb elsewhere is the verb. `Aims to answer
    // letters`: so is what is mostly a verb, but not the noun of `tends to water`.
    const Word& behind = *tokens[match->last].word;
    const bool isVerb = match->last - match->first > 2 || lastWord.is(FunctionWord::Modal) ||
                        (behind.verb && behind.verb->asVerb > behind.verb->asNoun);
    if (!isBase && isVerb &&
        wantsBase && match->last + 1 < sentence.last && lead.form == prose::LeadForm::None &&
        tokens[match->last].word->canBe(VerbForm::Base)) {
      hedge.verb = {prose::LeadForm::Imperative, match->last};
      hedge.isEmpty = match->entry->hasInstead && match->entry->instead.empty();
      return hedge;
    }
    const bool isPlain = isBase || (isGerund && lead.token + 1 < sentence.last &&
                                    tokens[lead.token + 1].word->is(FunctionWord::Determiner));
    hedge.isEmpty = isPlain && verb && match->entry->hasInstead && match->entry->instead.empty();
  }
  // `Is comfortable sketching` stands before what is done, `Is comfortable with sketches` does not.
  if (match->entry->note == "doing" && hedge.verb.form != prose::LeadForm::Gerund)
    return std::nullopt;
  // `Tends to the calves`, `Cans peaches`: no hedge, but work.
  if (wantsBase && hedge.verb.form == prose::LeadForm::None) return std::nullopt;
  return hedge;
}

std::optional<Passive> findPassive(const Passage& passage, prose::Sentence sentence,
                                   Context& context) {
  const auto tokens = passage.tokens();
  const prose::Lead lead = leadingVerb(passage, sentence, context);
  if (const auto assured = findAssured(passage, sentence, lead)) return assured;
  if (lead.form != prose::LeadForm::None) {
    if (isPassiveOfGet(passage, lead.token, sentence.last))
      return Passive{lead.token, lead.token + 2};
    return std::nullopt;
  }
  if (findHedge(passage, sentence)) return std::nullopt;
  for (uint32_t at = sentence.first; at < sentence.last; ++at) {
    const Word& word = *tokens[at].word;
    if (at != sentence.first && beginsClause(word)) return std::nullopt;
    if (at != sentence.first && isPassiveOfGet(passage, at, sentence.last))
      return Passive{at, at + 2};
    // `Open to being corrected` has no finite verb.
    if (!word.is(FunctionWord::Be) || word.canBe(VerbForm::Gerund)) continue;
    if (findOpening(passage, ListId::VagueVerbs, at, sentence)) return std::nullopt;
    if (const auto participle = participleBehind(passage, at, sentence.last))
      // `Has been trained`
      return Passive{
          at > sentence.first && tokens[at - 1].word->is(FunctionWord::Have) ? at - 1 : at,
          *participle + 1};
    return std::nullopt;
  }
  return std::nullopt;
}

bool beginsAnotherSort(const Passage& passage, uint32_t first) {
  return llvm::any_of(std::initializer_list<ListId>{ListId::KnowledgePrefixes,
                                                    ListId::SkillPrefixes, ListId::AbilityPrefixes},
                      [&](ListId list) { return passage.text->findAt(list, first).has_value(); });
}

bool isKnowledge(const Passage& passage, const model::Model& model) {
  return passage.competency && isKnowledge(*passage.competency, model);
}

bool isKnowledge(const model::Competency& competency, const model::Model& model) {
  for (model::KindId kind = competency.kind; kind; kind = model[kind].like) {
    if (isNamedKnowledge(model[kind].name)) return true;
  }
  return false;
}

bool isQuoted(const Passage& passage, uint32_t first) {
  const StringRef before = passage.plain.take_front(passage.tokens()[first].begin);
  const StringRef behind = passage.plain.drop_front(passage.tokens()[first].end);
  const auto opens = [&](StringRef open, StringRef close) {
    const size_t begin = before.rfind(open);
    if (begin == StringRef::npos || !behind.contains(close)) return false;
    const size_t end = before.rfind(close);
    return end == StringRef::npos || end < begin;
  };
  if (opens("“", "”") || opens("«", "»") || opens("‘", "’") || opens("„", "“")) return true;
  if (before.count('"') % 2 == 1 && behind.contains('"')) return true;
  // A straight single one is an apostrophe between letters.
  const auto isLetter = [&](size_t at) {
    return at < passage.plain.size() && llvm::isAlnum(passage.plain[at]);
  };
  const auto findFrom = [&](size_t from, bool opening) {
    for (size_t at = passage.plain.find('\'', from); at != StringRef::npos;
         at = passage.plain.find('\'', at + 1)) {
      const bool isBehindLetter = at > 0 && isLetter(at - 1);
      if (opening ? !isBehindLetter && isLetter(at + 1) : !isLetter(at + 1)) return at;
    }
    return StringRef::npos;
  };
  for (size_t open = findFrom(0, true); open < before.size();) {
    const size_t close = findFrom(open + 1, false);
    if (close == StringRef::npos) return false;
    if (close > before.size()) return true;
    open = findFrom(close + 1, true);
  }
  return false;
}

std::optional<VerbForm> verbForm(prose::LeadForm form) {
  switch (form) {
    case prose::LeadForm::None: return std::nullopt;
    case prose::LeadForm::Third: return VerbForm::Third;
    case prose::LeadForm::Imperative: return VerbForm::Base;
    case prose::LeadForm::Gerund: return VerbForm::Gerund;
    case prose::LeadForm::Past: return VerbForm::Past;
  }
  llvm_unreachable("every form has a case");
}

std::optional<prose::LeadForm> usualLead(const Style& style) {
  constexpr size_t fewest = 5;
  const size_t all = style.third + style.imperative + style.gerund + style.past;
  const size_t most = std::max({style.third, style.imperative, style.gerund, style.past});
  if (all < fewest || most * 5 < all * 4) return std::nullopt;
  return style.lead();
}

std::optional<std::string> rewritten(const Passage& passage, uint32_t first, uint32_t last,
                                     ArrayRef<uint32_t> verbs, VerbForm form, bool isCapital) {
  const auto tokens = passage.tokens();
  std::string out;
  uint32_t done = tokens[first].begin;
  for (const uint32_t at : verbs) {
    const prose::Verb* verb = tokens[at].word->verb;
    const auto inflected = verb ? passage.lexicon->inflect(*verb, form) : std::nullopt;
    if (!inflected) return std::nullopt;
    out += passage.plain.slice(done, tokens[at].begin);
    out += *inflected;
    done = tokens[at].end;
  }
  out += passage.plain.slice(done, tokens[last - 1].end);
  return isCapital ? capitalised(out) : out;
}

}  // namespace cadre::lint
