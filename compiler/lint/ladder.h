// What is said level by level, as it can be compared: a competency with its indicators, a scale with its
// descriptors. Takes a model, reads each text once, gives fingerprints of it. For rules that ask whether
// a level adds something to the one below.
#pragma once

#include "lint/passage.h"
#include "model/model.h"

#include <llvm/ADT/DenseSet.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre::lint {

/// A text at a level.
struct Statement {
  const model::Text* text = nullptr;
  uint32_t firstWord = 0;   ///< In Ladders::words(): its words as stems, sorted, each once.
  uint32_t wordCount = 0;
  uint64_t wording = 0;     ///< The same for texts that differ in articles, endings and marks alone.
  /// The same where words of degree alone differ, too, and phrases of proficiency (`basic knowledge`)
  /// with them; 0 where nothing else is said.
  uint64_t substance = 0;
  uint64_t barest = 0;
  uint8_t leastFree = 0;    ///< The lowest rank of autonomy that it names, from 1; 0 for none.
  uint8_t mostFree = 0;
};

/// A level and what is said of it.
struct Rung {
  model::LevelId level;  ///< Of a scale, or
  const model::CompetencyLevel* described = nullptr;  ///< of a competency.
  Span span;
  uint32_t first = 0;  ///< In Ladders::statements().
  uint32_t last = 0;   ///< Behind its last statement.
};

struct Ladder {
  const model::Declaration* owner = nullptr;  ///< A competency or a scale.
  model::ScaleId scale;
  std::vector<Rung> rungs;  ///< Those of which something is said, lowest first; two or more.
};

class Ladders {
public:
  Ladders(const model::Model& model, Lexica& lexica, llvm::ArrayRef<model::CompetencyId> competencies);

  [[nodiscard]] llvm::ArrayRef<Ladder> all() const { return ladders_; }
  [[nodiscard]] llvm::ArrayRef<Statement> statements(const Rung& rung) const {
    return llvm::ArrayRef(statements_).slice(rung.first, rung.last - rung.first);
  }
  [[nodiscard]] llvm::ArrayRef<uint32_t> words(const Statement& statement) const {
    return llvm::ArrayRef(words_).slice(statement.firstWord, statement.wordCount);
  }
  /// Whether a word of words() is a preposition, and no negation (`without`).
  [[nodiscard]] bool isPreposition(uint32_t word) const { return prepositions_.contains(word); }

private:
  void add(Ladder ladder, size_t first);
  void read(Rung& rung, llvm::ArrayRef<model::Bullet> bullets, const model::Text& about);
  void read(const model::Text& text);

  prose::Lexicon* lexicon_;
  prose::Text text_;
  std::vector<Ladder> ladders_;
  std::vector<Statement> statements_;
  std::vector<uint32_t> words_;
  llvm::DenseSet<uint32_t> prepositions_;
};

/// The lists of words that say how much or how well, not what; and with phrases of proficiency, which may
/// hold a word more than that (`fully understands`).
inline constexpr prose::Lists degrees = prose::Lists(prose::ListId::DegreeWords) | prose::ListId::EmptyAdverbs |
                                        prose::ListId::Frequencies | prose::ListId::VagueQuantities;
inline constexpr prose::Lists proficiency = degrees | prose::ListId::ProficiencyWords;

/// Where entries of the lists stand in a text, in order, none overlapping.
[[nodiscard]] llvm::SmallVector<prose::Match, 4> findDegrees(const prose::Text& text, prose::Lists lists);

/// The lists by which two statements differ in degree alone, the narrower ones first; none where they differ in more.
[[nodiscard]] std::optional<prose::Lists> differsInDegree(const Statement& a, const Statement& b);

/// A level as people call it, or the number of an anchor.
[[nodiscard]] std::string nameOf(const model::Model& model, const model::LevelValue& value);
[[nodiscard]] std::string nameOf(const model::Model& model, const Rung& rung);

}  // namespace cadre::lint
