#include "syntax/token.h"

#include <llvm/ADT/StringMap.h>

namespace cadre::syntax {

namespace {

constexpr llvm::StringRef spellings[] = {
#define KEYWORD(name, spelling, class) spelling,
#define TOKEN(name, description) description,
#include "syntax/tokens.def"
    "the end of the file",
};

constexpr KeywordClass classes[] = {
#define KEYWORD(name, spelling, class) KeywordClass::class,
#define TOKEN(name, description) KeywordClass::None,
#include "syntax/tokens.def"
    KeywordClass::None,
};

constexpr size_t keywordCount = static_cast<size_t>(TokenKind::LeftBrace);

}  // namespace

bool isKeyword(TokenKind kind) { return static_cast<size_t>(kind) < keywordCount; }

KeywordClass keywordClass(TokenKind kind) { return classes[static_cast<size_t>(kind)]; }

llvm::StringRef spelling(TokenKind kind) { return spellings[static_cast<size_t>(kind)]; }

std::optional<TokenKind> findKeyword(llvm::StringRef text) {
  static const llvm::StringMap<TokenKind> keywords = [] {
    llvm::StringMap<TokenKind> map;
    for (size_t i = 0; i < keywordCount; ++i) map[spellings[i]] = static_cast<TokenKind>(i);
    return map;
  }();
  const auto found = keywords.find(text);
  if (found == keywords.end()) return std::nullopt;
  return found->second;
}

llvm::ArrayRef<llvm::StringRef> keywordSpellings() {
  return llvm::ArrayRef(spellings).take_front(keywordCount);
}

}  // namespace cadre::syntax
