// What is said level by level, as it can be compared: a competency with its indicators, a scale with its
// descriptors. Takes a model and its passages, gives fingerprints of each text. For rules that ask whether
// a level adds something to the one below.
#pragma once

#include "lint/passage.h"
#include "model/model.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre::lint {

/// A text at a level.
struct Statement {
  const model::Text* text = nullptr;
  uint32_t firstWord = 0;   ///< In Statements::words(): its words as stems, sorted, each once.
  uint32_t wordCount = 0;
  uint64_t signature = 0;   ///< A bit for each of its words: what is in no common bit is not common.
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

/// The fingerprints of texts, taken from passages while these are read for the rules.
class Statements {
public:
  /// Whether a text of this role is one: asked before it is read.
  static bool wants(Role role, StringRef) {
    return role == Role::Indicator || role == Role::Descriptor || role == Role::About;
  }
  /// Takes what is wanted of a passage; anything else, and translations, are passed over.
  void keep(const Passage& passage);

  /// Takes over those of another one.
  void take(Statements&& other);
  /// Makes room for so many.
  void reserve(size_t count);

  [[nodiscard]] size_t size() const { return all_.size(); }
  /// To be called once all are kept, before any is sought.
  void finish();
  /// That of a text, or null for one that says nothing. Texts are mostly sought in the order of the tables: `next`
  /// is where the one behind the last one found is, 0 at first.
  [[nodiscard]] const Statement* find(const model::Text& text, size_t& next) const;
  [[nodiscard]] llvm::ArrayRef<uint32_t> words(const Statement& statement) const {
    return llvm::ArrayRef(words_).slice(statement.firstWord, statement.wordCount);
  }
  /// Whether a word of words() is a preposition, and no negation (`without`).
  [[nodiscard]] bool isPreposition(uint32_t word) const { return prepositions_.contains(word); }

private:
  std::vector<Statement> all_;  ///< By address of the text, once all are kept.
  std::vector<uint32_t> words_;
  llvm::DenseSet<uint32_t> prepositions_;
};

class Ladders {
public:
  /// `statements` must outlive it.
  Ladders(const model::Model& model, const Statements& statements,
          llvm::ArrayRef<model::CompetencyId> competencies);

  [[nodiscard]] llvm::ArrayRef<Ladder> all() const { return ladders_; }
  [[nodiscard]] llvm::ArrayRef<Statement> statements(const Rung& rung) const {
    return llvm::ArrayRef(statements_).slice(rung.first, rung.last - rung.first);
  }
  [[nodiscard]] llvm::ArrayRef<uint32_t> words(const Statement& statement) const {
    return known_.words(statement);
  }
  [[nodiscard]] bool isPreposition(uint32_t word) const { return known_.isPreposition(word); }

private:
  void add(Ladder ladder, size_t first);
  void take(Rung& rung, llvm::ArrayRef<model::Bullet> bullets, const model::Text& about);
  void take(const model::Text& text);

  const Statements& known_;
  size_t next_ = 0;  ///< In known_.
  std::vector<Ladder> ladders_;
  std::vector<Statement> statements_;
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
