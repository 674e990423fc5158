#include "sema/formats.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

namespace cadre::sema {

using llvm::StringRef;

bool isAbsoluteUri(StringRef text) {
  const auto [scheme, rest] = text.split(':');
  if (scheme.empty() || rest.empty() || rest == "//" || !llvm::isAlpha(scheme.front()))
    return false;
  const bool plainScheme = llvm::all_of(
      scheme, [](char c) { return llvm::isAlnum(c) || c == '+' || c == '-' || c == '.'; });
  return plainScheme && text.find_first_of(" \t\n<>\"{}|\\^`") == StringRef::npos;
}

std::string withArticle(StringRef word) {
  if (word == "knowledge") return word.str();
  const bool vowel = StringRef("aeiou").contains(word.front());
  return (vowel ? "an " : "a ") + word.str();
}

std::optional<model::Status> readStatus(StringRef word) {
  return llvm::StringSwitch<std::optional<model::Status>>(word)
      .Case("draft", model::Status::Draft)
      .Case("published", model::Status::Published)
      .Case("retired", model::Status::Retired)
      .Default(std::nullopt);
}

}  // namespace cadre::sema
