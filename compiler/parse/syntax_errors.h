// Says in the author's words what a syntax error is: takes where the generated parser stopped,
// gives one diagnostic. Never shows a set of tokens or a rule's name.
#pragma once

#include "diag/diagnostics.h"
#include "parse/token_feed.h"

namespace cadre::parse {

/// Where the parser stopped.
struct SyntaxErrorPlace {
  FileId file;
  llvm::StringRef source;
  const TokenFeed& feed;
  antlr4::Parser& parser;
};

/// Reports that the next token does not fit into the sentence that is being read.
void reportUnexpectedToken(const SyntaxErrorPlace& place, Diagnostics& diags);

/// Reports a token that begins no item, inside a block.
void reportNotAnItem(const SyntaxErrorPlace& place, Diagnostics& diags);

/// Reports a token that begins no declaration, outside of all blocks; `before` is the one before it.
void reportNotADeclaration(FileId file, llvm::StringRef source, const syntax::Token& token,
                           const syntax::Token& before, Diagnostics& diags);

/// Whether an item of a block can begin with a token of this kind.
bool canBeginItem(syntax::TokenKind kind);
/// Whether a declaration at the top of a file can.
bool canBeginDeclaration(syntax::TokenKind kind);

}  // namespace cadre::parse
