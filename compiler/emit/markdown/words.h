// The words of the pages themselves, in the languages that they are known in: takes a language tag,
// gives words. Knows nothing of the framework's own texts.
#pragma once

#include "model/model.h"

#include <cstdint>
#include <string>

namespace cadre::emit::markdown {

using llvm::ArrayRef;
using llvm::StringRef;

enum class Word : uint8_t {
#define WORD(id, ...) id,
#include "emit/markdown/words.def"
};

class Words {
public:
  /// English where the language is not known.
  explicit Words(StringRef language);

  [[nodiscard]] StringRef operator[](Word word) const;
  /// The word with each `{}` replaced by the next of `arguments`.
  [[nodiscard]] std::string with(Word word, ArrayRef<StringRef> arguments) const;

  [[nodiscard]] StringRef of(model::Importance importance) const;
  [[nodiscard]] StringRef of(model::StatementSort sort) const;
  [[nodiscard]] StringRef of(model::Relation relation) const;
  /// A built-in kind.
  [[nodiscard]] StringRef of(const model::Kind& builtin) const;
  /// `renewed every 3 years`
  [[nodiscard]] std::string renewal(uint32_t months) const;

private:
  size_t column_ = 0;
};

}  // namespace cadre::emit::markdown
