#include "lint/competencies.h"
#include "lint/rule.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

/// Whether a title holds a term that the project calls one thing, around byte `at`.
bool isFixedHere(const Passage& passage, uint32_t at, ArrayRef<std::string> terms) {
  const std::string folded = unicode::foldCase(passage.plain);
  return llvm::any_of(terms, [&](const std::string& term) {
    const std::string wanted = unicode::foldCase(term);
    const size_t begin = folded.find(wanted);
    return begin != std::string::npos && begin <= at && at < begin + wanted.size();
  });
}

using prose::FunctionWord;
using prose::VerbForm;

/// Whether verbs are joined that are done to one thing: `Finding and mending faults`.
bool joinsVerbsOfOneObject(ArrayRef<prose::Token> tokens, uint32_t joint) {
  const auto areBoth = [&](VerbForm form) {
    return tokens[joint - 1].word->canBe(form) && tokens[joint + 1].word->canBe(form);
  };
  return joint + 2 < tokens.size() && tokens[joint + 2].before == prose::Mark::None &&
         (areBoth(VerbForm::Gerund) || (areBoth(VerbForm::Third) && joint == 1));
}

bool isPlural(const prose::Token& token) {
  return !token.word->noun.empty() && token.word->noun != token.word->form;
}

/// Whether things of one work are joined: `Making of doors and windows`.
bool joinsThings(ArrayRef<prose::Token> tokens, uint32_t joint) {
  const bool hasPreposition = llvm::any_of(tokens.take_front(joint), [](const prose::Token& it) {
    return it.word->is(FunctionWord::Preposition);
  });
  return hasPreposition && isPlural(tokens[joint - 1]) && llvm::any_of(tokens.drop_front(joint + 1), isPlural);
}

/// Whether the last noun is said of both sides: `Sport and exercise medicine`.
bool sharesHead(const prose::Text& text, uint32_t joint) {
  if (text.tokens()[joint - 1].word->canBe(VerbForm::Gerund)) return false;
  return llvm::any_of(text.find(prose::ListId::SharedHeads),
                      [&](const prose::Match& it) { return it.first > joint + 1 && !text.tokens()[it.first].isInBrackets; });
}

/// Whether what is joined are the objects of one verb: `Writing reports and letters`.
bool joinsObjects(const prose::Text& text, uint32_t joint) {
  const prose::Sentence sentence = text.sentences().front();
  const prose::Lead lead = prose::leadOf(text, sentence);
  if (lead.form == prose::LeadForm::None || lead.token + 1 >= joint) return false;
  return prose::coordinatedVerbs(text, sentence, lead).empty();
}

/// `speaking with parents and writing home`: one phrase in -ing, and another.
bool joinsPhrases(const prose::Text& text, uint32_t joint) {
  const auto tokens = text.tokens();
  const auto isGerund = [&](uint32_t at) { return tokens[at].word->canBe(VerbForm::Gerund); };
  if (joint < 2 || joint + 2 >= tokens.size() || !isGerund(0) || !isGerund(joint + 1)) return false;
  if (isGerund(joint - 1) || tokens[joint + 1].before != prose::Mark::None) return false;
  // `Selling food and cleaning products`
  return !llvm::is_contained({"building", "cleaning", "cutting", "drinking", "heating", "learning",
                              "lifting", "lighting", "living", "marketing", "measuring", "operating",
                              "packaging", "planning", "swimming", "teaching", "training",
                              "washing", "welding", "working", "writing"},
                             tokens[joint + 1].word->form) ||
         tokens[joint + 2].word->is(FunctionWord::Determiner) ||
         !isPlural(tokens[joint + 2]);
}

/// Whether a word names something that is done: `Testing`, `Administration`.
bool isActivity(const prose::Token& token) {
  const StringRef form = token.word->form;
  return token.word->canBe(VerbForm::Gerund) ||
         llvm::any_of(std::initializer_list<StringRef>{"tion", "sion", "ment", "ance", "ship", "ysis",
                                                       "keeping", "making"},
                      [&](StringRef ending) { return form.ends_with(ending); });
}

/// The token behind a mark that joins two names (`Wiring / Plumbing`, `Policy Drafting; Consultation`),
/// or 0.
uint32_t findJoiningMark(const Passage& passage) {
  const auto tokens = passage.tokens();
  const auto size = static_cast<uint32_t>(tokens.size());
  for (uint32_t i = 1; i < size; ++i) {
    if (tokens[i].isInBrackets || tokens[i - 1].isInBrackets) continue;
    const StringRef between = passage.plain.slice(tokens[i - 1].end, tokens[i].begin);
    if (between == " + " || between == "; ") return i;
    const bool isShort = tokens[i].isAllCaps || tokens[i - 1].isAllCaps ||
                         tokens[i].word->form.size() < 3 || tokens[i - 1].word->form.size() < 3;
    if (between == " / " && !isShort) return i;
    const bool areActivities = isActivity(tokens[i - 1]) && isActivity(tokens.back());
    if (between == "/" && i > 1 && size > i + 1 && areActivities) return i;
    if (between == ", " && areActivities && tokens.front().before == prose::Mark::None) return i;
  }
  return 0;
}

}  // namespace

void check(rule::CompoundLabel, const Passage& passage, Context& context) {
  if (!isLabel(passage) || !passage.lexicon->has(prose::ListId::JoiningWords)) return;
  const auto tokens = passage.tokens();
  const auto fixed = passage.text->find(prose::ListId::FixedPairs);
  for (const prose::Match& joint : passage.text->find(prose::ListId::JoiningWords)) {
    const uint32_t i = joint.first;
    const prose::Token& token = tokens[i];
    if (token.isInBrackets || i == 0 || joint.last == tokens.size()) continue;
    if (llvm::any_of(fixed, [&](const prose::Match& it) { return it.first <= i && i < it.last; })) continue;
    if (isFixedHere(passage, token.begin, context.words(WordsId::FixedTerms))) continue;
    const bool arePhrases = joinsPhrases(*passage.text, i);
    if ((!arePhrases && joinsObjects(*passage.text, i)) || joinsVerbsOfOneObject(tokens, i) || joinsThings(tokens, i) ||
        sharesHead(*passage.text, i))
      continue;
    context.report(rule::CompoundLabel{}, passage, context.place(passage, joint), passage.plain)
        .help(note::SplitOrName);
    return;
  }
  // What an `and` joins otherwise was looked at: `Browsing, searching and filtering data`.
  const bool hasMarks = passage.lexicon->language() == "en" &&
                        passage.text->find(prose::ListId::JoiningWords).empty();
  const uint32_t behind = hasMarks ? findJoiningMark(passage) : 0;
  if (behind == 0 || llvm::any_of(fixed, [&](const prose::Match& it) {
        return it.first < behind && behind < it.last;
      }) || isFixedHere(passage, tokens[behind].begin, context.words(WordsId::FixedTerms)))
    return;
  context
      .report(rule::CompoundLabel{}, passage, context.placeOf(passage, behind - 1, behind + 1),
              passage.plain)
      .help(note::SplitOrName);
}

}  // namespace cadre::lint
