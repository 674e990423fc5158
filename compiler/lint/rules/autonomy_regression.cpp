#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

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

class Finder {
public:
  Finder(const Ladders& ladders, Context& context) : ladders_(ladders), context_(context) {}

  void run(const Ladder& ladder) {
    // The freest of the levels so far.
    const Rung* freest = nullptr;
    Range most;
    for (const Rung& rung : ladder.rungs) {
      const Range range = rangeOf(ladders_.statements(rung));
      if (range.least == 0) continue;
      if (freest && goesBack(most, range)) {
        tell(*freest, most, rung, range);
        continue;
      }
      if (range.least > most.least) {
        freest = &rung;
        most = range;
      }
      compareWithScale(ladder, rung, range);
    }
  }

private:
  /// What the scale says of the levels below holds for every competency on it.
  void compareWithScale(const Ladder& ladder, const Rung& rung, const Range& range) {
    if (range.most != guided || !ladder.scale || !rung.described || !rung.level) return;
    const Scale& scale = context_.model()[ladder.scale];
    if (ladder.owner == &scale) return;
    const auto* own =
        llvm::find_if(ladders_.all(), [&](const Ladder& it) { return it.owner == &scale; });
    if (own == ladders_.all().end()) return;
    const auto place = llvm::find(scale.levels, rung.level);
    for (const Rung& below : own->rungs) {
      if (llvm::find(scale.levels, below.level) >= place) return;
      const Range said = rangeOf(ladders_.statements(below));
      if (goesBack(said, range)) return tell(below, said, rung, range);
    }
  }

  void tell(const Rung& lower, const Range& free, const Rung& higher, const Range& bound) {
    const auto above = phraseOf(ladders_.statements(higher), bound.most, context_);
    const auto below = phraseOf(ladders_.statements(lower), free.least, context_);
    if (!above || !below) return;
    const model::Model& model = context_.model();
    context_
        .report(rule::AutonomyRegression{}, Place(above->place), above->words,
                nameOf(model, higher), below->words, nameOf(model, lower))
        .label(below->place, note::MoreAutonomyBelow)
        .help(note::KeepAutonomy);
  }

  const Ladders& ladders_;
  Context& context_;
};

}  // namespace

void check(rule::AutonomyRegression, const Model&, Context& context) {
  if (!context.lexicon()) return;
  const Ladders& ladders = context.survey().ladders();
  Finder finder(ladders, context);
  for (const Ladder& ladder : ladders.all()) finder.run(ladder);
}

}  // namespace cadre::lint
