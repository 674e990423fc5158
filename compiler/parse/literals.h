// From the bytes of a token to what they mean: escapes, text blocks, bullets. Takes a token's span,
// gives values in the arena, and reports bad escapes.
#pragma once

#include "diag/diagnostics.h"
#include "parse/scanner.h"
#include "source/source_manager.h"
#include "syntax/ast.h"

namespace cadre::parse {

/// The most code points of a qualified name (docs/language: lexical rules).
inline constexpr size_t maxNameLength = 190;

/// Where literals are read: the text they stand in and the arena that keeps what must be copied.
struct LiteralContext {
  FileId file;
  llvm::StringRef source;
  Arena& arena;
  Diagnostics& diags;
  llvm::ArrayRef<LineRange> damaged;
};

/// The text of a String or TextBlock token, after escapes; of a block without common indentation.
syntax::Text readText(const LiteralContext& context, const syntax::Token& token);

/// Fills label and text of a Bullet token.
void readBullet(const LiteralContext& context, const syntax::Token& token, syntax::Bullet& bullet);

/// Whether a bullet may have this label: letters, digits, `-`, `_` and `.`.
[[nodiscard]] bool isLabel(llvm::StringRef text);

/// The value of a Number token.
syntax::Number readNumber(const LiteralContext& context, const syntax::Token& token);

/// `Media relations` as the one name that it should have been, `MediaRelations`.
std::string joinWords(llvm::StringRef words);

/// A name or keyword token as a name, in NFC. Empty for a token that the scanner took for a name
/// and reported.
syntax::Identifier readName(const LiteralContext& context, const syntax::Token& token);

}  // namespace cadre::parse
