#include "emit/markdown/words.h"

#include <llvm/Support/ErrorHandling.h>

namespace cadre::emit::markdown {

namespace {

constexpr size_t languages = 3;
constexpr StringRef tags[languages] = {"en", "fr", "de"};

constexpr StringRef table[][languages] = {
#define WORD(id, ...) {__VA_ARGS__},
#include "emit/markdown/words.def"
};

}  // namespace

Words::Words(StringRef language) {
  const StringRef primary = language.split('-').first;
  for (size_t i = 0; i < languages; ++i) {
    if (primary.equals_insensitive(tags[i])) column_ = i;
  }
}

StringRef Words::operator[](Word word) const { return table[static_cast<size_t>(word)][column_]; }

std::string Words::with(Word word, ArrayRef<StringRef> arguments) const {
  std::string out;
  StringRef rest = (*this)[word];
  for (const StringRef argument : arguments) {
    const auto [before, after] = rest.split("{}");
    out += before;
    out += argument;
    rest = after;
  }
  return out + rest.str();
}

StringRef Words::of(model::Importance importance) const {
  switch (importance) {
    case model::Importance::Essential: return (*this)[Word::Essential];
    case model::Importance::Desired: return (*this)[Word::Desired];
    case model::Importance::Optional: return (*this)[Word::Optional];
  }
  llvm_unreachable("every importance has words");
}

StringRef Words::of(model::StatementSort sort) const {
  switch (sort) {
    case model::StatementSort::Knowledge: return (*this)[Word::Knowledge];
    case model::StatementSort::Skill: return (*this)[Word::Skills];
    case model::StatementSort::Ability: return (*this)[Word::Abilities];
    case model::StatementSort::Task: return (*this)[Word::Tasks];
  }
  llvm_unreachable("every sort has words");
}

StringRef Words::of(model::Relation relation) const {
  switch (relation) {
    case model::Relation::Exact: return (*this)[Word::Exact];
    case model::Relation::Close: return (*this)[Word::Close];
    case model::Relation::Broad: return (*this)[Word::Broad];
    case model::Relation::Narrow: return (*this)[Word::Narrow];
    case model::Relation::Related: return (*this)[Word::Related];
  }
  llvm_unreachable("every relation has words");
}

StringRef Words::of(const model::Kind& builtin) const {
  if (builtin.key == "technical") return (*this)[Word::Technical];
  if (builtin.key == "behavioural") return (*this)[Word::Behavioural];
  if (builtin.key == "leadership") return (*this)[Word::Leadership];
  return (*this)[Word::General];
}

std::string Words::renewal(uint32_t months) const {
  if (months == 1) return (*this)[Word::RenewedEveryMonth].str();
  if (months == 12) return (*this)[Word::RenewedEveryYear].str();
  const bool isYears = months % 12 == 0;
  const std::string count = std::to_string(isYears ? months / 12 : months);
  return with(isYears ? Word::RenewedEveryYears : Word::RenewedEveryMonths, {count});
}

}  // namespace cadre::emit::markdown
