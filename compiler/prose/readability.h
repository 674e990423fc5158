// How many years of school a text asks of its readers: takes a text, gives the formulas' figures.
// Counts words, sentences and syllables alone; says nothing of sense.
#pragma once

#include "prose/text.h"

namespace cadre::prose {

struct Reading {
  unsigned words = 0;
  unsigned sentences = 0;
  unsigned syllables = 0;

  Reading& operator+=(const Reading& other) {
    words += other.words, sentences += other.sentences, syllables += other.syllables;
    return *this;
  }
};

/// Counts the words of `text` (numbers, too: a syllable each) and its sentences.
[[nodiscard]] Reading readingOf(const Text& text, const Lexicon& lexicon);

/// The Flesch-Kincaid grade, 0.39 words a sentence + 11.8 syllables a word − 15.59: Kincaid,
/// Fishburne, Rogers & Chissom 1975, "Derivation of new readability formulas for Navy enlisted
/// personnel", Research Branch Report 8-75. For English alone. 0 for a text without words.
[[nodiscard]] double fleschKincaidGrade(const Reading& reading);

/// Flesch's reading ease as Kandel & Moles 1958 fitted it to French ("Application de l'indice de
/// Flesch à la langue française", Cahiers Études de Radio-Télévision 19): 207 − 1.015 words a
/// sentence − 73.6 syllables a word; 100 is very easy, below 30 very hard. 207 for a text without
/// words.
[[nodiscard]] double kandelMolesEase(const Reading& reading);

}  // namespace cadre::prose
