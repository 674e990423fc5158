// Numbers that are spelled out: takes the words of a text one after the other, gives the amounts that they say, in the
// languages that Cadre has lists for (English, French, German). `One` alone is an article more often than a number.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre::diff {

using llvm::StringRef;

/// What one word says, in lower case: `twenty`, `vingt`, `einundzwanzig`; none where it is no number.
[[nodiscard]] std::optional<uint64_t> numberOf(StringRef word);

/// Puts numbers together that take several words: `two hundred and fifty`, `quatre-vingt-dix`.
class SpelledNumbers {
public:
  /// Takes the next word, and what stands between it and the one before.
  void add(StringRef between, StringRef word);
  /// Ends the text. Gives the numbers that it has, in digits.
  [[nodiscard]] std::vector<std::string> finish();

private:
  [[nodiscard]] bool goesOn(uint64_t number) const;
  void begin(uint64_t number);
  void join(uint64_t number);
  void end();

  std::vector<std::string> out_;
  uint64_t total_ = 0;    ///< Thousands and millions.
  uint64_t current_ = 0;  ///< What stands behind them.
  bool isOpen_ = false;
  bool isBehindPer_ = false;
};

}  // namespace cadre::diff
