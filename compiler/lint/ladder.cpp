#include "lint/ladder.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/DJB.h>

#include <algorithm>
#include <functional>

namespace cadre::lint {

using model::Status;
using prose::FunctionWord;

namespace {

constexpr prose::ListId degreeLists[] = {prose::ListId::DegreeWords, prose::ListId::EmptyAdverbs,
                                         prose::ListId::Frequencies, prose::ListId::VagueQuantities,
                                         prose::ListId::ProficiencyWords};

uint64_t mix(uint64_t hash, uint64_t word) { return (hash ^ (word + 1)) * 0x9E3779B97F4A7C15U; }

/// `a`, `the`: nothing hangs on them.
bool isArticle(const prose::Word& word) {
  return word.is(FunctionWord::Determiner) && !word.mayBe(FunctionWord::Negation) &&
         !word.lists.meets(degrees);
}

/// Words between white space, for a language of which nothing is known.
template <class Visit>
void eachPiece(StringRef plain, Visit visit) {
  while (true) {
    plain = plain.ltrim();
    if (plain.empty()) return;
    const StringRef piece = plain.take_until(llvm::isSpace);
    plain = plain.drop_front(piece.size());
    const StringRef bare = piece.trim(".,;:!?\"'()");
    if (!bare.empty()) visit(bare);
  }
}

/// The fingerprint of what a text says without entries of the lists; 0 for function words alone.
uint64_t substanceOf(const prose::Text& text, prose::Lists lists) {
  const auto found = findDegrees(text, lists);
  const prose::Match* degree = found.begin();
  uint64_t out = 0;
  bool saysSomething = false;
  for (uint32_t i = 0; i < text.tokens().size(); ++i) {
    while (degree != found.end() && degree->last <= i) ++degree;
    if (degree != found.end() && degree->first <= i) continue;
    const prose::Word& word = *text.tokens()[i].word;
    if (isArticle(word)) continue;
    out = mix(out, word.stemId);
    saysSomething |= word.is(FunctionWord::None);
  }
  return saysSomething ? out : 0;
}

/// `in` and `from` tell no statement from another; `without` does.
bool isMerePreposition(const prose::Word& word) {
  return word.mayBe(prose::FunctionWord::Preposition) && !word.mayBe(prose::FunctionWord::Negation);
}

/// Reads the ranks of autonomy that a text names.
void noteAutonomy(const prose::Text& text, Statement& out) {
  if (!text.mayHold().contains(prose::ListId::Autonomy)) return;
  for (const prose::Match& match : text.find(prose::ListId::Autonomy)) {
    unsigned rank = 0;
    if (match.entry->note.getAsInteger(10, rank) || rank == 0) continue;
    const auto small = static_cast<uint8_t>(rank);
    out.leastFree = out.leastFree == 0 ? small : std::min(out.leastFree, small);
    out.mostFree = std::max(out.mostFree, small);
  }
}

}  // namespace

llvm::SmallVector<prose::Match, 4> findDegrees(const prose::Text& text, prose::Lists lists) {
  llvm::SmallVector<prose::Match, 4> out;
  if (!text.mayHold().meets(lists)) return out;
  const uint32_t count = static_cast<uint32_t>(text.tokens().size());
  for (uint32_t at = 0; at < count;) {
    const prose::Word& word = *text.tokens()[at].word;
    std::optional<prose::Match> longest;
    if ((word.lists | word.begins).meets(lists)) {
      for (const prose::ListId list : degreeLists) {
        if (!lists.contains(list)) continue;
        const auto match = text.findAt(list, at);
        if (match && (!longest || match->last > longest->last)) longest = match;
      }
    }
    if (longest) out.push_back(*longest);
    at = longest ? longest->last : at + 1;
  }
  return out;
}

std::optional<prose::Lists> differsInDegree(const Statement& a, const Statement& b) {
  if (a.wording == b.wording) return std::nullopt;
  if (a.substance != 0 && a.substance == b.substance) return degrees;
  if (a.barest != 0 && a.barest == b.barest) return proficiency;
  return std::nullopt;
}

std::string nameOf(const model::Model& model, const model::LevelValue& value) {
  return model.display(value);
}

std::string nameOf(const model::Model& model, const Rung& rung) {
  return model.display(rung.described ? rung.described->level
                                      : model::LevelValue{rung.level, std::nullopt});
}

Ladders::Ladders(const model::Model& model, const Statements& statements,
                 ArrayRef<model::CompetencyId> competencies)
    : known_(statements) {
  statements_.reserve(statements.size());
  ladders_.reserve(competencies.size());
  for (const model::Scale& scale : model.tables().scales) {
    if (model.isExternal(scale) || scale.status == Status::Retired) continue;
    Ladder ladder;
    ladder.owner = &scale;
    ladder.scale = model.tables().scales.idOf(scale);
    const size_t before = statements_.size();
    for (const model::LevelId id : scale.levels) {
      Rung rung;
      rung.level = id;
      rung.span = model[id].span;
      take(rung, model[id].descriptors, model[id].about);
      if (rung.first != rung.last) ladder.rungs.push_back(rung);
    }
    add(std::move(ladder), before);
  }
  for (const model::CompetencyId id : competencies) {
    const model::Competency& competency = model[id];
    if (competency.levels.size() < 2) continue;
    Ladder ladder;
    ladder.owner = &competency;
    ladder.scale = competency.scale;
    const size_t before = statements_.size();
    for (const model::CompetencyLevel& level : competency.levels) {
      Rung rung;
      rung.level = level.level.level;
      rung.described = &level;
      rung.span = level.span;
      take(rung, level.rubric.indicators, level.about);
      if (rung.first != rung.last) ladder.rungs.push_back(rung);
    }
    add(std::move(ladder), before);
  }
}

/// Keeps a ladder with something to compare, else forgets what was read for it.
void Ladders::add(Ladder ladder, size_t first) {
  if (ladder.rungs.size() > 1) {
    ladders_.push_back(std::move(ladder));
  } else {
    statements_.resize(first);
  }
}

void Ladders::take(Rung& rung, ArrayRef<model::Bullet> bullets, const model::Text& about) {
  rung.first = static_cast<uint32_t>(statements_.size());
  for (const model::Bullet& it : bullets) take(it.text);
  if (bullets.empty()) take(about);
  rung.last = static_cast<uint32_t>(statements_.size());
}

void Ladders::take(const model::Text& text) {
  if (const Statement* known = known_.find(text, next_)) statements_.push_back(*known);
}

void Statements::finish() {
  const auto isBefore = [](const Statement& a, const Statement& b) { return std::less<>()(a.text, b.text); };
  // The model has them in order, nearly everywhere.
  if (!llvm::is_sorted(all_, isBefore)) llvm::sort(all_, isBefore);
}

const Statement* Statements::find(const model::Text& text, size_t& next) const {
  if (next >= all_.size() || all_[next].text != &text) {
    const auto at = llvm::partition_point(all_, [&](const Statement& it) { return std::less<>()(it.text, &text); });
    if (at == all_.end() || at->text != &text) return nullptr;
    next = static_cast<size_t>(at - all_.begin());
  }
  return &all_[next++];
}

void Statements::reserve(size_t count) {
  constexpr size_t wordsEach = 10;
  all_.reserve(count);
  words_.reserve(count * wordsEach);
}

void Statements::take(Statements&& other) {
  const auto before = static_cast<uint32_t>(words_.size());
  llvm::append_range(words_, other.words_);
  all_.reserve(all_.size() + other.all_.size());
  for (Statement& it : other.all_) {
    it.firstWord += before;
    all_.push_back(it);
  }
  prepositions_.insert(other.prepositions_.begin(), other.prepositions_.end());
}

void Statements::keep(const Passage& passage) {
  if (passage.isTranslation || !wants(passage.role, passage.language)) return;
  Statement out;
  out.text = passage.source;
  out.firstWord = static_cast<uint32_t>(words_.size());
  if (!passage.text) {
    eachPiece(passage.plain, [&](StringRef piece) {
      const auto word = llvm::djbHash(piece.lower());
      out.wording = mix(out.wording, word);
      words_.push_back(word);
    });
  } else {
    const prose::Text& text = *passage.text;
    for (const prose::Token& token : text.tokens()) {
      if (isArticle(*token.word)) continue;
      out.wording = mix(out.wording, token.word->stemId);
      words_.push_back(token.word->stemId);
      if (isMerePreposition(*token.word)) prepositions_.insert(token.word->stemId);
    }
    // Most texts say nothing of degree: then all is substance.
    out.substance = text.mayHold().meets(degrees) ? substanceOf(text, degrees) : out.wording;
    out.barest = text.mayHold().meets(proficiency) ? substanceOf(text, proficiency) : out.wording;
    noteAutonomy(text, out);
  }
  const auto begin = words_.begin() + out.firstWord;
  std::sort(begin, words_.end());
  words_.erase(std::unique(begin, words_.end()), words_.end());
  out.wordCount = static_cast<uint32_t>(words_.size()) - out.firstWord;
  if (out.wordCount == 0) return;
  for (auto word = begin; word != words_.end(); ++word)
    out.signature |= uint64_t{1} << ((*word * 0x9E3779B1U) >> 26);
  all_.push_back(out);
}

}  // namespace cadre::lint
