#include "lint/rule.h"
#include "prose/readability.h"

#include <llvm/ADT/MapVector.h>

namespace cadre::lint {

namespace {

std::string oneDecimal(unsigned a, unsigned b) {
  return fmt::format("{:.1f}", static_cast<double>(a) / static_cast<double>(b));
}

}  // namespace

void check(rule::ReadingGrade, const Model& model, Context& context) {
  // The formula is for English alone: other languages have other lengths of words.
  llvm::MapVector<const Declaration*, prose::Reading> readings;
  eachPassage(model, context.lexica(), [&](const Passage& passage) {
    if (!(statements | Role::About).contains(passage.role) || !passage.lexicon ||
        passage.lexicon->language() != "en" ||
        passage.ownerKind == model::DeclKind::Category || passage.owner->status == model::Status::Retired)
      return;
    readings[passage.owner] += prose::readingOf(*passage.text, *passage.lexicon);
  });
  for (const auto& [owner, reading] : readings) {
    if (reading.words < static_cast<unsigned>(context.number(OptionId::GradeMinWords))) continue;
    const int grade = static_cast<int>(prose::fleschKincaidGrade(reading));
    if (grade <= context.number(OptionId::MaxGrade)) continue;
    context.report(rule::ReadingGrade{}, owner->span, grade, context.number(OptionId::MaxGrade))
        .note(note::GradeComesFrom, oneDecimal(reading.words, reading.sentences), oneDecimal(reading.syllables, reading.words),
              reading.words)
        .help(note::ShortenSentences);
  }
}

}  // namespace cadre::lint
