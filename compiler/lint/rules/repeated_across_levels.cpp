#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/bit.h>

namespace cadre::lint {

namespace {

using prose::FunctionWord;

/// How many words of one sorted list the other lacks.
struct Missing {
  size_t all = 0;
  size_t telling = 0;  ///< Those that are no mere prepositions.
};

Missing missingFrom(ArrayRef<uint32_t> words, ArrayRef<uint32_t> other, const Ladders& ladders) {
  Missing out;
  const uint32_t* at = other.begin();
  for (const uint32_t word : words) {
    while (at != other.end() && *at < word) ++at;
    if (at != other.end() && *at == word) continue;
    ++out.all;
    if (!ladders.isPreposition(word)) ++out.telling;
  }
  return out;
}

class Finder {
public:
  Finder(const Ladders& ladders, Context& context)
      : ladders_(ladders),
        context_(context),
        percent_(static_cast<size_t>(context.number(OptionId::LevelSimilarity))) {}

  void run(const Ladder& ladder) {
    for (size_t i = 1; i < ladder.rungs.size(); ++i) {
      const Rung& rung = ladder.rungs[i];
      std::vector<Hit> hits;
      for (const Statement& it : ladders_.statements(rung)) {
        if (const auto hit = find(ladder, i, it)) hits.push_back(*hit);
      }
      tell(ladder, rung, hits);
    }
  }

private:
  struct Hit {
    const Statement* above;
    const Statement* below;
    const Rung* rung;  ///< Of `below`.
    bool isSame;
  };

  /// What the next level below says as well. The same words further apart are for `duplicate-text`.
  std::optional<Hit> find(const Ladder& ladder, size_t at, const Statement& above) {
    const Rung& next = ladder.rungs[at - 1];
    for (const Statement& below : ladders_.statements(next)) {
      if (above.wording == below.wording) return Hit{&above, &below, &next, true};
    }
    if (size_t{next.last - next.first} *
            (ladder.rungs[at].last - ladder.rungs[at].first) >
        mostPairs)
      return std::nullopt;
    for (const Statement& below : ladders_.statements(next)) {
      if (isNearly(above, below)) return Hit{&above, &below, &next, false};
    }
    return std::nullopt;
  }

  bool isNearly(const Statement& a, const Statement& b) {
    // What differs by degree alone is the matter of another rule.
    if (differsInDegree(a, b)) return false;
    const size_t bigger = std::max(a.wordCount, b.wordCount);
    const size_t smaller = std::min(a.wordCount, b.wordCount);
    if (smaller * 100 < bigger * percent_ && bigger - smaller > 1) return false;
    // Prepositions and a synonym may be missing beside what tells; more than a few words are not.
    const auto lost = static_cast<size_t>(llvm::popcount(a.signature & ~b.signature));
    if (lost > mostPrepositions + 1 &&
        (a.wordCount - lost) * 100 < (a.wordCount - mostPrepositions) * percent_)
      return false;
    const Missing more = missingFrom(ladders_.words(a), ladders_.words(b), ladders_);
    const size_t common = a.wordCount - more.all;
    if (common * 100 < (common + more.telling) * percent_ && !maySaySame(more, common)) return false;
    const Missing less = missingFrom(ladders_.words(b), ladders_.words(a), ladders_);
    if (common * 100 < (common + more.telling + less.telling) * percent_ &&
        (!maySaySame(more, common) || !maySaySame(less, common) || !saysSame(a, b)))
      return false;
    return !differsInWeight(a, b);
  }

  /// Few enough words differ that these may be synonyms.
  static bool maySaySame(const Missing& missing, size_t common) {
    return missing.telling <= 2 && common >= 4;
  }

  /// Whether the words that differ are synonyms: `to the next shift`, `to the incoming shift`.
  bool saysSame(const Statement& a, const Statement& b) {
    prose::Lexicon* const lexicon = context_.lexicon();
    if (!lexicon || !lexicon->has(prose::ListId::Synonyms)) return false;
    text_.read(a.text->plain, *lexicon);
    other_.read(b.text->plain, *lexicon);
    const auto has = [&](const Statement& statement, uint32_t stem) {
      const ArrayRef<uint32_t> words = ladders_.words(statement);
      return std::binary_search(words.begin(), words.end(), stem);
    };
    const auto senses = [&](const prose::Text& one, const Statement& own, const Statement& other) {
      llvm::SmallVector<StringRef, 4> out;
      for (uint32_t at = 0; at < one.tokens().size(); ++at) {
        const prose::Word& word = *one.tokens()[at].word;
        if (!has(own, word.stemId) || has(other, word.stemId) || ladders_.isPreposition(word.stemId))
          continue;
        const auto match = one.findAt(prose::ListId::Synonyms, at);
        out.push_back(match ? match->entry->instead.front()
                            : word.verb ? StringRef(word.verb->base) : StringRef(word.noun));
      }
      llvm::sort(out);
      return out;
    };
    return senses(text_, a, b) == senses(other_, b, a);
  }

  /// Whether a number, a `not`, the help that somebody has or an opposite (`before`, `after`) is among
  /// what differs.
  bool differsInWeight(const Statement& a, const Statement& b) {
    prose::Lexicon* const lexicon = context_.lexicon();
    if (!lexicon || !lexicon->has(prose::ListId::TellingPrepositions)) return true;
    if (a.leastFree != b.leastFree || a.mostFree != b.mostFree) return true;
    text_.read(a.text->plain, *lexicon);
    other_.read(b.text->plain, *lexicon);
    const auto hasWeight = [&](const prose::Text& one, const Statement& statement) {
      const ArrayRef<uint32_t> known = ladders_.words(statement);
      return llvm::any_of(one.tokens(), [&](const prose::Token& it) {
        if (std::binary_search(known.begin(), known.end(), it.word->stemId)) return false;
        return it.word->isNumber || it.word->mayBe(FunctionWord::Number) ||
               it.word->mayBe(FunctionWord::Negation);
      });
    };
    return hasWeight(text_, b) || hasWeight(other_, a) || isOpposed(text_, other_) ||
           isOpposed(other_, text_);
  }

  /// Whether `a` has a preposition that makes a difference alone, or with its opposite in its place.
  static bool isOpposed(const prose::Text& a, const prose::Text& b) {
    const auto has = [](const prose::Text& text, StringRef form) {
      return llvm::any_of(text.tokens(),
                          [&](const prose::Token& it) { return it.word->form == form; });
    };
    return llvm::any_of(a.find(prose::ListId::TellingPrepositions), [&](const prose::Match& match) {
      if (has(b, match.entry->text)) return false;
      if (match.entry->instead.empty()) return true;
      const StringRef opposite = match.entry->instead.front();
      return has(b, opposite) && !has(a, opposite);
    });
  }

  void tell(const Ladder& ladder, const Rung& rung, ArrayRef<Hit> hits) {
    if (hits.empty()) return;
    const size_t count = rung.last - rung.first;
    const bool isAll = count > 1 && hits.size() == count && llvm::all_of(hits, [&](const Hit& it) {
                         return it.isSame && it.rung == hits.front().rung;
                       });
    const model::Model& model = context_.model();
    if (isAll) {
      auto builder =
          report(rung.span, fmt::format("all of `{}` repeats", nameOf(model, rung)), hits.front());
      builder.label(hits.front().rung->span, note::SaidBelow);
      help(builder, ladder);
      return;
    }
    for (const Hit& hit : hits) {
      auto builder =
          report(hit.above->text->span, hit.isSame ? "this repeats" : "this nearly repeats", hit);
      builder.label(hit.below->text->span, note::SaidBelow);
      help(builder, ladder);
    }
  }

  DiagnosticBuilder report(Span place, StringRef how, const Hit& hit) {
    return context_.report(rule::RepeatedAcrossLevels{}, Place(place), how,
                           nameOf(context_.model(), *hit.rung));
  }
  void help(DiagnosticBuilder& builder, const Ladder& ladder) {
    const Scale* const scale = ladder.scale ? &context_.model()[ladder.scale] : nullptr;
    if (scale && scale->cumulative) {
      builder.help(note::CumulativeHolds, titleOf(*scale));
    } else {
      builder.help(note::ChangeTheWork);
    }
  }

  /// Prepositions that may be missing beside words that tell.
  static constexpr size_t mostPrepositions = 3;
  /// Beyond so many pairs of two levels, only the same words are looked for.
  static constexpr size_t mostPairs = 10000;

  const Ladders& ladders_;
  Context& context_;
  size_t percent_;
  prose::Text text_;
  prose::Text other_;
};

}  // namespace

void check(rule::RepeatedAcrossLevels, const Model&, Context& context) {
  const Ladders& ladders = context.survey().ladders();
  Finder finder(ladders, context);
  for (const Ladder& ladder : ladders.all()) finder.run(ladder);
}

}  // namespace cadre::lint
