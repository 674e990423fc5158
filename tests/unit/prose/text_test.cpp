#include "prose/text.h"

#include "prose/readability.h"
#include "support/test.h"

#include <llvm/ADT/StringExtras.h>

using namespace cadre::prose;

namespace {

Lexicon& lexicon(const char* tag) {
  static const std::unique_ptr<Lexicon> english = Lexicon::open("en");
  static const std::unique_ptr<Lexicon> french = Lexicon::open("fr");
  return *(llvm::StringRef(tag) == "fr" ? french : english);
}

Text read(llvm::StringRef plain, const char* tag = "en") {
  Text text;
  text.read(plain, lexicon(tag));
  return text;
}

/// The words with `|` between them.
std::string words(llvm::StringRef plain, const char* tag = "en") {
  Text text = read(plain, tag);
  std::vector<std::string> out;
  for (uint32_t i = 0; i != text.tokens().size(); ++i) out.push_back(text.words(i, i + 1).str());
  return llvm::join(out, "|");
}

/// The sentences with ` / ` between them.
std::string sentences(llvm::StringRef plain, const char* tag = "en") {
  Text text = read(plain, tag);
  std::vector<std::string> out;
  for (Sentence each : text.sentences()) out.push_back(text.words(each.first, each.last).str());
  return llvm::join(out, " / ");
}

std::string found(llvm::StringRef plain, ListId list) {
  Text text = read(plain);
  std::vector<std::string> out;
  for (const Match& match : text.find(list))
    out.push_back(text.words(match.first, match.last).str());
  return llvm::join(out, "|");
}

}  // namespace

TEST_CASE("words") {
  CHECK(words("Plans the rota.") == "Plans|the|rota");
  CHECK(words("the team's and the nurses' rota, don't") == "the|team's|and|the|nurses|rota|don't");
  CHECK(words("high-quality, well‑known – and - so on") == "high-quality|well‑known|and|so|on");
  CHECK(words("costs of 1,000.5 or 3.14, 5 % and ISO 9606-1") ==
        "costs|of|1,000.5|or|3.14|5|and|ISO|9606-1");
  CHECK(words("tools, e.g. hammers (i.e. heavy ones), etc.") ==
        "tools|e.g|hammers|i.e|heavy|ones|etc");
  CHECK(words("seating and/or lighting; he/she; his/hers; tests/builds; 24/7; n/a") ==
        "seating|and/or|lighting|he/she|his/hers|tests|builds|24/7|n/a");
  CHECK(words("R&D & Node.js, C++ and C# on .NET") == "R&D|&|Node.js|C++|and|C#|on|NET");
  CHECK(words("see https://example.org/a?b=c. Next") == "see|https://example.org/a?b=c|Next");
  CHECK(words("a “quoted” ‘word’ and 'another'") == "a|quoted|word|and|another");
  CHECK(words("").empty());
  CHECK(words(" … – , ").empty());
}

TEST_CASE("French elisions are words of their own") {
  CHECK(words("l'équipe qu’il aide aujourd'hui d'abord", "fr") ==
        "l'|équipe|qu’|il|aide|aujourd'hui|d'|abord");
  CHECK(words("l'équipe") == "l'équipe");
}

TEST_CASE("tokens know their place, capitals and marks") {
  Text text = read("Uses API keys (in HR), – then: stops");
  llvm::ArrayRef<Token> tokens = text.tokens();
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[0].isCapital);
  CHECK_FALSE(tokens[0].isAllCaps);
  CHECK(tokens[1].isAllCaps);
  CHECK(tokens[1].begin == 5);
  CHECK(tokens[1].end == 8);
  CHECK(tokens[1].before == Mark::None);
  CHECK(tokens[3].before == Mark::Bracket);
  CHECK(tokens[3].isInBrackets);
  CHECK(tokens[4].isInBrackets);
  CHECK_FALSE(tokens[5].isInBrackets);
  CHECK(tokens[5].before == Mark::Bracket);
  CHECK(tokens[6].before == Mark::Colon);
}

TEST_CASE("sentences") {
  CHECK(sentences("Checks the gap. Records it.") == "Checks the gap / Records it");
  CHECK(sentences("Uses tools, e.g. hammers. Cleans them!") ==
        "Uses tools, e.g. hammers / Cleans them");
  CHECK(sentences("Asks why? Then acts.") == "Asks why / Then acts");
  CHECK(sentences("Replaces “Any questions?” with a hinge question.") ==
        "Replaces “Any questions?” with a hinge question");
  CHECK(sentences("Works with Dr. Smith and J. Doe vs. others.") ==
        "Works with Dr. Smith and J. Doe vs. others");
  CHECK(sentences("Checks names, doses, etc. before use.") ==
        "Checks names, doses, etc. before use");
  CHECK(sentences("Checks names, etc. Records them.") == "Checks names, etc / Records them");
  CHECK(sentences("Meets clause no. 5 of 3.2. Says no. Leaves.") ==
        "Meets clause no. 5 of 3.2 / Says no / Leaves");
  CHECK(sentences("Waits… then acts... or not. ") == "Waits… then acts... or not");
  CHECK(sentences("Plans (see p. 4.) and acts.") == "Plans (see p. 4.) and acts");
  CHECK(sentences("Plans the work.Records it.") == "Plans the work / Records it");
  CHECK(sentences("First line\nSecond line\n\nThird") == "First line / Second line / Third");
  CHECK(sentences("\n\n").empty());
  CHECK(sentences("Vérifie l'accès. L'équipe suit.", "fr") == "Vérifie l'accès / L'équipe suit");
  CHECK(sentences("Est-ce prêt ? Oui !", "fr") == "Est-ce prêt / Oui");
}

TEST_CASE("entries are found where they stand") {
  CHECK(found("Is able to weld.", ListId::AbilityHedges) == "Is able to");
  CHECK(found("Understands it and is aware of risks", ListId::VagueVerbs) ==
        "Understands|is aware of");
  CHECK(found("Communicates Effectively", ListId::EmptyAdverbs) == "Effectively");
  CHECK(found("Adapts seating and/or light, etc.", ListId::OpenEnded) == "and/or|etc");
  CHECK(found("Plans the rota", ListId::VagueVerbs).empty());
}

TEST_CASE("a phrase ends where a sentence or part of it ends") {
  CHECK(found("Is able, to weld", ListId::AbilityHedges).empty());
  CHECK(found("The team is. Able to weld", ListId::AbilityHedges).find("is. Able") ==
        std::string::npos);
}

TEST_CASE("a gap of a phrase stands for one to six words") {
  CHECK(found("Nips the quarrels in the bud", ListId::Idioms) == "Nips the quarrels in the bud");
  CHECK(found("Nip in the bud", ListId::Idioms) == "Nip in the bud");
  CHECK(found("Nips one two three four five six in the bud", ListId::Idioms) == "Nips one two three four five six in the bud");
  CHECK(found("Nips one two three four five six seven in the bud", ListId::Idioms).empty());
  CHECK(found("Nips the quarrels, in the bud", ListId::Idioms).empty());
  CHECK(found("Nips the quarrels in the", ListId::Idioms).empty());
  CHECK(found("Nips", ListId::Idioms).empty());
}

TEST_CASE("a text is quick to say what it cannot hold") {
  CHECK(read("Is able to weld").mayHold().contains(ListId::AbilityHedges));
  CHECK_FALSE(read("Welds plate").mayHold().contains(ListId::AbilityHedges));
}

TEST_CASE("the longest entry at a place is taken") {
  Text text = read("Demonstrates the ability to weld");
  std::optional<Match> match = text.findAt(ListId::AbilityHedges, 0);
  REQUIRE(match.has_value());
  CHECK(text.words(match->first, match->last) == "Demonstrates the ability to");
}

TEST_CASE("a text that is read again forgets what it was") {
  Text text;
  text.read("One. Two.", lexicon("en"));
  text.read("Three", lexicon("en"));
  CHECK(text.tokens().size() == 1);
  CHECK(text.sentences().size() == 1);
}

TEST_CASE("bytes that are no text do no harm") {
  CHECK_NOTHROW(read("\xff\xfe abc \xc3"));
  CHECK_NOTHROW(read("'''--''..//(((]]"));
  CHECK_NOTHROW(read(llvm::StringRef("a\0b", 3)));
}

TEST_CASE("grades") {
  Text text = read("The cat sat on the mat.");
  Reading reading = readingOf(text, lexicon("en"));
  CHECK(reading.words == 6);
  CHECK(reading.sentences == 1);
  CHECK(reading.syllables == 6);
  CHECK(fleschKincaidGrade(reading) == Approx(0.39 * 6 + 11.8 - 15.59));
  CHECK(fleschKincaidGrade({}) == 0);
  CHECK(kandelMolesEase({10, 1, 15}) == Approx(207 - 10.15 - 110.4));
}
