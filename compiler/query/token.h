// The words and signs of a query: takes its text, gives tokens with their places. What is none
// comes as a token of its own, with what to say of it. Reports nothing.
#pragma once

#include "source/span.h"

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre::query {

enum class TokenKind : uint8_t { Word, Text, Number, Date, Symbol, Bad, End };

struct Token {
  TokenKind kind = TokenKind::End;
  Span span;
  std::string text;  ///< A word in NFC; a text without quotes and escapes; else as written.
  std::string help;  ///< Of Bad: how it is written instead; may be empty.

  [[nodiscard]] bool is(TokenKind k, llvm::StringRef t) const { return kind == k && t == text; }
  [[nodiscard]] bool isWord(llvm::StringRef t) const { return is(TokenKind::Word, t); }
  [[nodiscard]] bool isSymbol(llvm::StringRef t) const { return is(TokenKind::Symbol, t); }
};

/// The tokens of `text`, which is that of `file`; the last is End.
[[nodiscard]] std::vector<Token> tokenize(llvm::StringRef text, FileId file);

}  // namespace cadre::query
