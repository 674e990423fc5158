// Tokens: what a file is made of, kept for every tool that rewrites source. Together with the
// white space between them, tokens and comments are the whole file.
#pragma once

#include "source/span.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <optional>

namespace cadre::syntax {

enum class TokenKind : uint8_t {
#define KEYWORD(name, spelling, class) name,
#define TOKEN(name, description) name,
#include "syntax/tokens.def"
  EndOfFile,
};

/// What a keyword does; names and punctuation do none of it.
enum class KeywordClass : uint8_t { None, Declares, BeginsItem, Joins };

struct Token {
  TokenKind kind = TokenKind::EndOfFile;
  bool firstOnLine = false;  ///< Nothing but white space stands before it on its line.
  uint32_t begin = 0;
  uint32_t end = 0;
};

[[nodiscard]] bool isKeyword(TokenKind kind);
[[nodiscard]] KeywordClass keywordClass(TokenKind kind);
/// The keyword's spelling, or how a message names the token.
[[nodiscard]] llvm::StringRef spelling(TokenKind kind);
/// The keyword spelt `text`, if there is one.
[[nodiscard]] std::optional<TokenKind> findKeyword(llvm::StringRef text);
/// The spellings of all keywords, in the order of tokens.def.
[[nodiscard]] llvm::ArrayRef<llvm::StringRef> keywordSpellings();

}  // namespace cadre::syntax
