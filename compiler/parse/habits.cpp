#include "parse/habits.h"

#include "diag/kinds/parse.h"
#include "support/suggest.h"

namespace cadre::parse {

using llvm::StringRef;
using syntax::Token;
using syntax::TokenKind;

namespace {

bool isName(const Token& token) {
  return token.kind == TokenKind::Ident || syntax::isKeyword(token.kind);
}

/// The index behind the qualified name that begins at `i`, or `i` when none does.
size_t behindName(llvm::ArrayRef<Token> tokens, size_t i) {
  if (!isName(tokens[i])) return i;
  while (tokens[i + 1].kind == TokenKind::Dot && isName(tokens[i + 2])) i += 2;
  return i + 1;
}

/// What can follow the level of a requirement: the end of its line, or its other parts.
bool endsLevel(const Token& token) {
  switch (token.kind) {
    case TokenKind::Essential:
    case TokenKind::Desired:
    case TokenKind::Optional:
    case TokenKind::Weight:
    case TokenKind::Because:
    case TokenKind::RightBrace:
    case TokenKind::EndOfFile: return true;
    default: return token.firstOnLine;
  }
}

bool mendMisspeltWord(FileId file, StringRef source, Token& token, Diagnostics& diags) {
  if (token.kind != TokenKind::Ident || token.end - token.begin < 4) return false;
  const StringRef word = source.slice(token.begin, token.end);
  const auto names = suggest(word, syntax::keywordSpellings(), 1);
  if (names.empty() || word.edit_distance(names.front()) > 2) return false;
  const Span span{file, token.begin, token.end};
  diags.report(span, diag::MisspeltKeyword, word).didYouMean(span, names);
  token.kind = *syntax::findKeyword(names.front());
  return true;
}

}  // namespace

void mendMissingAt(FileId file, StringRef source, std::vector<Token>& tokens, Diagnostics& diags) {
  std::vector<size_t> levels;
  for (size_t i = 0; i + 3 < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::Requires || !tokens[i].firstOnLine) continue;
    const size_t level = behindName(tokens, i + 1);
    if (level == i + 1 || level + 1 >= tokens.size()) continue;
    const Token& word = tokens[level];
    if (word.firstOnLine || (word.kind != TokenKind::Ident && word.kind != TokenKind::Number))
      continue;
    if (!endsLevel(tokens[level + 1])) continue;
    diags.report({file, word.begin, word.end}, diag::MissingAt, source.slice(word.begin, word.end))
        .safeFix("insert `at`", {file, word.begin, word.begin}, "at ");
    levels.push_back(level);
  }
  if (levels.empty()) return;
  std::vector<Token> mended;
  mended.reserve(tokens.size() + levels.size());
  size_t next = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (next < levels.size() && levels[next] == i) {
      mended.push_back({TokenKind::At, false, tokens[i].begin, tokens[i].begin});
      ++next;
    }
    mended.push_back(tokens[i]);
  }
  tokens = std::move(mended);
}

void mendMisspeltWords(FileId file, StringRef source, llvm::ArrayRef<size_t> places,
                       std::vector<Token>& tokens, Diagnostics& diags) {
  for (const size_t place : places) {
    const size_t at = std::min(place, tokens.size() - 1);
    size_t begin = at;
    while (begin > 0 && !tokens[begin].firstOnLine) --begin;
    for (size_t i = begin; i <= at; ++i) {
      if (mendMisspeltWord(file, source, tokens[i], diags)) break;
    }
  }
}

}  // namespace cadre::parse
