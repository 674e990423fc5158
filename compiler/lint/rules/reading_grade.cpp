#include "lint/rule.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/MapVector.h>

namespace cadre::lint {

namespace {

struct Tally {
  size_t words = 0;
  size_t sentences = 0;
  size_t syllables = 0;
};

/// Of Flesch and Kincaid, for English alone: other languages have other lengths of words.
double gradeOf(const Tally& tally) {
  const double perSentence = static_cast<double>(tally.words) / static_cast<double>(tally.sentences);
  const double perWord = static_cast<double>(tally.syllables) / static_cast<double>(tally.words);
  return 0.39 * perSentence + 11.8 * perWord - 15.59;
}

std::string oneDecimal(size_t a, size_t b) {
  return fmt::format("{:.1f}", static_cast<double>(a) / static_cast<double>(b));
}

}  // namespace

void check(rule::ReadingGrade, const Model& model, Context& context) {
  llvm::MapVector<const Declaration*, Tally> tallies;
  eachPassage(model, context.lexica(), [&](const Passage& passage) {
    if (!(statements | Role::About).contains(passage.role) || !passage.lexicon ||
        passage.lexicon->language() != "en" || passage.owner->status == model::Status::Retired)
      return;
    Tally& tally = tallies[passage.owner];
    tally.words += passage.tokens().size();
    tally.sentences += passage.text->sentences().size();
    for (const prose::Token& token : passage.tokens()) tally.syllables += passage.lexicon->syllables(*token.word);
  });
  for (const auto& [owner, tally] : tallies) {
    if (tally.words < static_cast<size_t>(context.number(OptionId::GradeMinWords))) continue;
    const int grade = static_cast<int>(gradeOf(tally));
    if (grade <= context.number(OptionId::MaxGrade)) continue;
    context.report(rule::ReadingGrade{}, owner->span, grade, context.number(OptionId::MaxGrade))
        .note(note::GradeComesFrom, oneDecimal(tally.words, tally.sentences), oneDecimal(tally.syllables, tally.words),
              tally.words)
        .help(note::ShortenSentences);
  }
}

}  // namespace cadre::lint
