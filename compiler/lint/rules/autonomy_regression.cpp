#include "lint/rule.h"

namespace cadre::lint {

namespace {

/// The lowest and the highest rank of autonomy of a level; 0 for none.
struct Range {
  unsigned least = 0;
  unsigned most = 0;
};

/// Of the ranks, 1 is work under guidance.
constexpr unsigned guided = 1;

Range rangeOf(ArrayRef<Statement> statements) {
  Range out;
  for (const Statement& it : statements) {
    if (it.leastFree == 0) continue;
    out.least = out.least == 0 ? it.leastFree : std::min<unsigned>(out.least, it.leastFree);
    out.most = std::max<unsigned>(out.most, it.mostFree);
  }
  return out;
}

/// Whether the level above works under guidance alone, and the one below without.
bool goesBack(const Range& below, const Range& above) {
  return above.most == guided && below.least > guided;
}

/// A phrase, and the words around it.
struct Phrase {
  Span place;
  std::string words;
};

/// The phrase of a rank in the first of the statements that has one.
std::optional<Phrase> phraseOf(ArrayRef<Statement> statements, unsigned rank, Context& context) {
  prose::Text text;
  for (const Statement& it : statements) {
    if (it.leastFree > rank || it.mostFree < rank) continue;
    text.read(it.text->plain, *context.lexicon());
    for (const prose::Match& match : text.find(prose::ListId::Autonomy)) {
      unsigned own = 0;
      if (match.entry->note.getAsInteger(10, own) || own != rank) continue;
      Passage passage;
      passage.plain = it.text->plain;
      passage.span = it.text->span;
      passage.text = &text;
      return Phrase{context.place(passage, match), text.words(match.first, match.last).str()};
    }
  }
  return std::nullopt;
}

}  // namespace

void check(rule::AutonomyRegression, const Model& model, Context& context) {
  if (!context.lexicon()) return;
  const Ladders& ladders = context.survey().ladders();
  for (const Ladder& ladder : ladders.all()) {
    // The freest of the levels so far.
    const Rung* freest = nullptr;
    Range most;
    for (const Rung& rung : ladder.rungs) {
      const Range range = rangeOf(ladders.statements(rung));
      if (freest && goesBack(most, range)) {
        const auto above = phraseOf(ladders.statements(rung), range.most, context);
        const auto below = phraseOf(ladders.statements(*freest), most.least, context);
        if (!above || !below) continue;
        context
            .report(rule::AutonomyRegression{}, Place(above->place), above->words,
                    nameOf(model, rung), below->words, nameOf(model, *freest))
            .label(below->place, note::MoreAutonomyBelow)
            .help(note::KeepAutonomy);
      } else if (range.least > most.least) {
        freest = &rung;
        most = range;
      }
    }
  }
}

}  // namespace cadre::lint
