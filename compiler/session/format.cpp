#include "session/format.h"

#include "format/formatter.h"
#include "parse/parse.h"
#include "support/parallel.h"
#include "syntax/dump.h"

#include <fmt/format.h>

#include <algorithm>

namespace cadre::session {

using llvm::ArrayRef;
using llvm::StringRef;
using syntax::Token;
using syntax::TokenKind;

namespace {

StringRef spelling(StringRef source, const Token& token) {
  return source.slice(token.begin, token.end).rtrim(" \t\r");
}

/// Bullets and text blocks may be spelt with other white space; their values are in the tree.
bool isSpeltFreely(TokenKind kind) {
  return kind == TokenKind::Bullet || kind == TokenKind::TextBlock;
}

bool areSame(StringRef source, ArrayRef<Token> tokens, StringRef other, ArrayRef<Token> others) {
  if (tokens.size() != others.size()) return false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != others[i].kind) return false;
    if (!isSpeltFreely(tokens[i].kind) && spelling(source, tokens[i]) != spelling(other, others[i]))
      return false;
  }
  return true;
}

/// What formatting changed though it must not; empty when all is well.
std::string findDifference(StringRef source, const syntax::File& before, StringRef text) {
  SourceManager sources;
  Diagnostics diagnostics;
  const auto after = parse::parse(sources, sources.add("", text.str()), diagnostics);
  const StringRef copy = sources.text(after->id);
  if (after->hasErrors)
    return fmt::format("the formatted text does not parse: {}",
                       diagnostics.sorted().front()->message);
  if (!areSame(source, before.tokens, copy, after->tokens)) return "formatting changed a word";
  if (!areSame(source, before.comments, copy, after->comments))
    return "formatting changed a comment";
  if (syntax::dump(before) != syntax::dump(*after)) return "formatting changed what the text means";
  return {};
}

}  // namespace

Formatted format(const SourceManager& sources, FileId id) {
  Formatted out;
  const auto file = parse::parse(sources, id, out.diagnostics);
  if (file->hasErrors) return out;
  const StringRef source = sources.text(id);
  std::string text = format::format(source, *file);
  // What was formatted before is known to be the same.
  if (text != source) out.fault = findDifference(source, *file, text);
  if (out.fault.empty()) {
    out.text = std::move(text);
  } else {
    out.fault = fmt::format("`{}`: {}", sources.path(id), out.fault);
  }
  return out;
}

std::vector<Formatted> format(const SourceManager& sources, ArrayRef<FileId> files, unsigned jobs) {
  std::vector<Formatted> out(files.size());
  forEachIndex(files.size(), jobs, [&](size_t i) { out[i] = format(sources, files[i]); });
  return out;
}

}  // namespace cadre::session
