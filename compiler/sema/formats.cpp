#include "sema/formats.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

namespace cadre::sema {

using llvm::StringRef;

namespace {

bool isNumber(StringRef part) {
  return !part.empty() && llvm::all_of(part, llvm::isDigit) &&
         (part.size() == 1 || part.front() != '0');
}

/// Identifiers separated by dots; numeric ones without leading zeros where `strict`.
bool areIdentifiers(StringRef text, bool strict) {
  llvm::SmallVector<StringRef, 4> parts;
  text.split(parts, '.');
  return llvm::all_of(parts, [&](StringRef part) {
    if (part.empty()) return false;
    if (!llvm::all_of(part, [](char c) { return llvm::isAlnum(c) || c == '-'; })) return false;
    return !strict || !llvm::all_of(part, llvm::isDigit) || isNumber(part);
  });
}

}  // namespace

bool isSemVer(StringRef text) {
  StringRef build;
  StringRef pre;
  const bool hasBuild = text.contains('+');
  std::tie(text, build) = text.split('+');
  const bool hasPre = text.contains('-');
  std::tie(text, pre) = text.split('-');
  llvm::SmallVector<StringRef, 3> numbers;
  text.split(numbers, '.');
  return numbers.size() == 3 && llvm::all_of(numbers, isNumber) &&
         (!hasPre || areIdentifiers(pre, true)) && (!hasBuild || areIdentifiers(build, false));
}

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
