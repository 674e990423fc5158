#include "lint/rule.h"

namespace cadre::lint {

namespace {

std::string oneDecimal(unsigned a, unsigned b) {
  return fmt::format("{:.1f}", static_cast<double>(a) / static_cast<double>(b));
}

}  // namespace

void check(rule::ReadingGrade, const Model&, Context& context) {
  for (const auto& [owner, reading] : context.survey().tally().readings) {
    if (reading.words < static_cast<unsigned>(context.number(OptionId::GradeMinWords))) continue;
    // Long words in short sentences are mostly terms of the trade.
    if (reading.words < reading.sentences * static_cast<unsigned>(context.number(OptionId::GradeSentenceWords))) continue;
    const int grade = static_cast<int>(prose::fleschKincaidGrade(reading));
    if (grade <= context.number(OptionId::MaxGrade)) continue;
    context.report(rule::ReadingGrade{}, owner->span, grade, context.number(OptionId::MaxGrade))
        .note(note::GradeComesFrom, oneDecimal(reading.words, reading.sentences), oneDecimal(reading.syllables, reading.words),
              reading.words)
        .help(note::ShortenSentences);
  }
}

}  // namespace cadre::lint
