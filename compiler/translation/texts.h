// Where the translations of a framework stand: takes a model and the locks of its package, gives
// every text that has words in another language or ought to have some, with the state of each, and
// the lock that says so no more. Judges nothing else, and changes nothing.
#pragma once

#include "model/model.h"
#include "translation/keys.h"
#include "translation/lock.h"

#include <llvm/ADT/SmallVector.h>

#include <optional>
#include <string>
#include <vector>

namespace cadre::translation {

enum class State : uint8_t {
  Missing,     ///< There is no translation.
  Stale,       ///< It was made from other words than the text has now.
  Unrecorded,  ///< No lock says what it was made from. Nothing is wrong with it.
  Current,     ///< It was made from these words.
};
/// `missing`, `stale`, `unrecorded`, `current`.
[[nodiscard]] StringRef word(State state);

/// A text in one of the languages that the framework lists.
struct Version {
  StringRef language;
  State state = State::Missing;
  Span span;               ///< The words of the translation; nowhere where it is missing.
  bool isLeftOut = false;  ///< Stale and by position: no output has it (model::Bullet::outdated).
  std::string lockKey;     ///< What the lock calls it; empty where it is missing.
};

/// A text of the framework itself that can be translated.
struct Text {
  const model::Declaration* declaration = nullptr;  ///< Whose text it is, also of a level's.
  std::string key;                         ///< For people and programs: no two texts have the same.
  StringRef words;                         ///< As the source says them, markup and all.
  Span span;                               ///< Where they stand: Text::span.
  llvm::SmallVector<Version, 2> versions;  ///< In the order in which the framework lists languages.

  [[nodiscard]] const Version* find(StringRef language) const;
};

/// The texts of the compiled framework, by their places. What is declared by other packages is
/// their own to translate. A draft in a framework that is none is not asked for: it has the
/// versions that are there. The same holds for the title of a level that has none in the
/// framework's own language (its name is shown then, and counts as the text). Empty texts are left
/// out, and so is everything where the framework lists no other language. `model` must outlive the
/// result.
[[nodiscard]] std::vector<Text> findTexts(const model::Model& model, const Locks& locks);

/// How many versions of a language are in each state.
struct Tally {
  size_t missing = 0;
  size_t stale = 0;
  size_t unrecorded = 0;
  size_t current = 0;

  [[nodiscard]] size_t translated() const { return stale + unrecorded + current; }
  [[nodiscard]] size_t total() const { return missing + translated(); }
};
[[nodiscard]] Tally count(ArrayRef<Text> texts, StringRef language);

/// The lock of a language in which everything that is translated was made from what it is now.
[[nodiscard]] Lock acceptedLock(ArrayRef<Text> texts, StringRef language);

/// Whether a translation by position, of a bullet without a label, was made from another text than
/// `source`. False where the lock does not know it.
[[nodiscard]] bool isOutdated(const Lock& lock, const Home& home, StringRef source,
                              StringRef translation);

}  // namespace cadre::translation
