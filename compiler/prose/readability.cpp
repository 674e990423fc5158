#include "prose/readability.h"

namespace cadre::prose {
namespace {

double ratio(unsigned a, unsigned b) { return b == 0 ? 0 : static_cast<double>(a) / b; }

}  // namespace

Reading readingOf(const Text& text, const Lexicon& lexicon) {
  Reading reading;
  reading.words = static_cast<unsigned>(text.tokens().size());
  reading.sentences = static_cast<unsigned>(text.sentences().size());
  for (const Token& token : text.tokens()) reading.syllables += lexicon.syllables(*token.word);
  return reading;
}

double fleschKincaidGrade(const Reading& reading) {
  if (reading.words == 0) return 0;
  return 0.39 * ratio(reading.words, reading.sentences) +
         11.8 * ratio(reading.syllables, reading.words) - 15.59;
}

double kandelMolesEase(const Reading& reading) {
  return 207 - 1.015 * ratio(reading.words, reading.sentences) -
         73.6 * ratio(reading.syllables, reading.words);
}

}  // namespace cadre::prose
