// What a publication holds, counted by what can be lost: takes a publication, gives for each fact
// of facts.def how often it is there and where first. Judges no output.
#pragma once

#include "model/publication.h"

#include <array>
#include <string>

namespace cadre::emit::fidelity {

using llvm::ArrayRef;
using llvm::StringRef;

enum class Fact : uint8_t {
#define FACT(id, name, words) id,
#include "emit/fidelity/facts.def"
};

/// All kinds of declarations, by their number.
[[nodiscard]] ArrayRef<model::DeclKind> allKinds();

/// `more-categories`: what programs call it.
[[nodiscard]] StringRef name(Fact fact);
/// What it is, to follow a number.
[[nodiscard]] StringRef words(Fact fact);
[[nodiscard]] ArrayRef<Fact> allFacts();

/// How often something is there, and the first that have it.
struct Tally {
  static constexpr size_t mostExamples = 3;

  size_t count = 0;
  llvm::SmallVector<std::string, mostExamples> examples;  ///< Ids, each once.

  void add(StringRef id, size_t times = 1);
  void add(const Tally& other);
};

class Census {
public:
  explicit Census(const model::Publication& publication);

  /// How often `fact` is there, of declarations of `kind`.
  [[nodiscard]] const Tally& of(Fact fact, model::DeclKind kind) const {
    return tallies_[static_cast<size_t>(fact)][static_cast<size_t>(kind)];
  }

private:
  class Counter;

  static constexpr size_t facts = 0
#define FACT(id, name, words) +1
#include "emit/fidelity/facts.def"
      ;
  static constexpr size_t kinds = static_cast<size_t>(model::DeclKind::Crosswalk) + 1;
  std::array<std::array<Tally, kinds>, facts> tallies_;
};

}  // namespace cadre::emit::fidelity
