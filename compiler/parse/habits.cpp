#include "parse/habits.h"

#include "diag/kinds/parse.h"
#include "parse/literals.h"
#include "support/suggest.h"

namespace cadre::parse {

using llvm::StringRef;
using syntax::Token;
using syntax::TokenKind;
using Tokens = llvm::ArrayRef<Token>;

namespace {

constexpr size_t mostGuesses = 6;
constexpr size_t mostWords = 6;
constexpr StringRef attributeTypes[] = {"one", "text", "number", "boolean", "date"};

bool isName(const Token& token) {
  return token.kind == TokenKind::Ident || syntax::isKeyword(token.kind);
}
bool isImportance(TokenKind kind) {
  return kind == TokenKind::Essential || kind == TokenKind::Desired || kind == TokenKind::Optional;
}
bool isOnLine(Tokens tokens, size_t i) { return i < tokens.size() && !tokens[i].firstOnLine; }

/// The index behind the qualified name that begins at `i`, or `i` when none does.
size_t behindName(Tokens tokens, size_t i) {
  if (i >= tokens.size() || !isName(tokens[i])) return i;
  while (i + 2 < tokens.size() && tokens[i + 1].kind == TokenKind::Dot && isName(tokens[i + 2]))
    i += 2;
  return i + 1;
}

/// What can follow the level of a requirement: the end of its line, or its other parts.
bool endsLevel(Tokens tokens, size_t i) {
  if (!isOnLine(tokens, i)) return true;
  const TokenKind kind = tokens[i].kind;
  return isImportance(kind) || kind == TokenKind::Weight || kind == TokenKind::Because ||
         kind == TokenKind::RightBrace;
}

StringRef textOf(StringRef source, Tokens tokens, const Mend& mend) {
  return source.slice(tokens[mend.first].begin, tokens[mend.behind - 1].end);
}

/// The words that an author may have taken for one name: up to one that joins the parts of an item,
/// or, with `namesOnly`, to the first word of the language; `of` is taken for part of a name.
size_t behindWords(Tokens tokens, size_t i, bool namesOnly) {
  const size_t end = std::min(tokens.size(), i + mostWords);
  size_t behind = i;
  while (behind < end && isName(tokens[behind]) && (behind == i || isOnLine(tokens, behind))) {
    const TokenKind kind = tokens[behind].kind;
    const bool joins = syntax::keywordClass(kind) == syntax::KeywordClass::Joins;
    const bool stops = namesOnly ? kind != TokenKind::Ident : joins;
    if (behind > i && stops && (namesOnly || kind != TokenKind::Of)) break;
    ++behind;
  }
  return behind;
}

/// Behind the words of a declaration's name, if they are several: `competency Media Relations "…"`.
size_t behindTitled(Tokens tokens, size_t i) {
  size_t behind = behindWords(tokens, i, false);
  const auto isTitle = [&] {
    return isOnLine(tokens, behind) && (tokens[behind].kind == TokenKind::String ||
                                        tokens[behind].kind == TokenKind::LeftBrace);
  };
  if (!isTitle()) behind = behindWords(tokens, i, true);
  return behind;
}

/// The token that begins the name of the item at `from`: behind its keyword, or behind a kind and
/// `competency`. 0 for items that name nothing.
size_t nameOf(Tokens tokens, size_t from, bool& declares) {
  for (size_t i = from; i < from + 3 && isOnLine(tokens, i + 1); ++i) {
    const auto role = syntax::keywordClass(tokens[i].kind);
    declares = role == syntax::KeywordClass::Declares;
    if (declares &&
        syntax::keywordClass(tokens[i + 1].kind) == syntax::KeywordClass::Declares) {
      continue;
    }
    if (declares || role == syntax::KeywordClass::BeginsItem) return i + 1;
  }
  return 0;
}

class Guesser {
public:
  Guesser(StringRef source, Tokens tokens, const llvm::StringSet<>& declared)
      : source_(source), tokens_(tokens), declared_(declared) {}

  std::vector<Mend> run(size_t from, size_t at) {
    bool declares = false;
    const size_t name = nameOf(tokens_, from, declares);
    const bool requirement = tokens_[from].kind == TokenKind::Requires;
    if (requirement) moveUp(name);
    if (tokens_[from].kind == TokenKind::Attribute) insertColon(from, at);
    respell(from, at);
    if (name != 0) joinName(name, declares, true);
    if (requirement) insertAt(name);
    if (name != 0) joinName(name, declares, false);
    if (out_.size() > mostGuesses) out_.resize(mostGuesses);
    return std::move(out_);
  }

private:
  /// From the place where the parser stopped backwards: the nearer, the likelier.
  void respell(size_t from, size_t at) {
    for (size_t i = std::min(at, tokens_.size() - 1) + 1;
         i-- > from && out_.size() < mostGuesses;) {
      if (tokens_[i].kind != TokenKind::Ident) continue;
      const StringRef word = source_.slice(tokens_[i].begin, tokens_[i].end);
      if (word.size() < 3) continue;
      for (const StringRef near : suggest(word, syntax::keywordSpellings(), 2)) {
        if (near.edit_distance(word.lower()) > (word.size() < 5 ? 1U : 2U)) continue;
        out_.push_back({Mend::Sort::Respell, i, i + 1, *syntax::findKeyword(near)});
      }
    }
  }

  void insertAt(size_t name) {
    const size_t level = behindName(tokens_, name);
    if (level == name || !isOnLine(tokens_, level) || !endsLevel(tokens_, level + 1)) return;
    const TokenKind kind = tokens_[level].kind;
    if (kind != TokenKind::Ident && kind != TokenKind::Number) return;
    out_.push_back({Mend::Sort::InsertAt, level, level + 1, TokenKind::At});
  }

  /// `attribute grade on profile one of A, B`
  void insertColon(size_t from, size_t at) {
    for (size_t i = from + 2; i <= at && isOnLine(tokens_, i); ++i) {
      if (tokens_[i].kind != TokenKind::Ident || !isName(tokens_[i - 1])) continue;
      const StringRef word = source_.slice(tokens_[i].begin, tokens_[i].end);
      if (!llvm::is_contained(attributeTypes, word)) continue;
      out_.push_back({Mend::Sort::InsertColon, i, i + 1, TokenKind::Colon});
      return;
    }
  }

  /// `known`: only a name that the file declares.
  void joinName(size_t name, bool declares, bool known) {
    Mend mend{Mend::Sort::JoinName, name, 0, TokenKind::Ident};
    mend.behind = declares ? behindTitled(tokens_, name) : behindWords(tokens_, name, true);
    if (mend.behind < name + 2) return;
    if (declared_.contains(joinWords(textOf(source_, tokens_, mend))) == known)
      out_.push_back(mend);
  }

  /// The importance of a requirement before its level.
  void moveUp(size_t name) {
    const size_t first = behindName(tokens_, name);
    if (!isOnLine(tokens_, first + 2) || !isImportance(tokens_[first].kind)) return;
    if (tokens_[first + 1].kind != TokenKind::At) return;
    const bool number = tokens_[first + 2].kind == TokenKind::Number;
    const size_t behind = number ? first + 3 : behindName(tokens_, first + 2);
    out_.push_back({Mend::Sort::MoveUp, first, behind, TokenKind::At});
  }

  StringRef source_;
  Tokens tokens_;
  const llvm::StringSet<>& declared_;
  std::vector<Mend> out_;
};

}  // namespace

llvm::StringSet<> namesOf(StringRef source, Tokens tokens) {
  llvm::StringSet<> out;
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (syntax::keywordClass(tokens[i].kind) != syntax::KeywordClass::Declares) continue;
    const size_t behind = behindTitled(tokens, i + 1);
    if (behind == i + 1) continue;
    out.insert(joinWords(source.slice(tokens[i + 1].begin, tokens[behind - 1].end)));
  }
  return out;
}

bool hasBareLevel(Tokens tokens) {
  for (size_t i = 0; i + 3 < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::Requires || !tokens[i].firstOnLine) continue;
    const size_t level = behindName(tokens, i + 1);
    if (level == i + 1 || level + 1 >= tokens.size() || tokens[level].firstOnLine) continue;
    const Token& next = tokens[level + 1];
    const auto role = syntax::keywordClass(next.kind);
    const bool begins =
        role == syntax::KeywordClass::BeginsItem || role == syntax::KeywordClass::Declares;
    if (tokens[level].kind == TokenKind::Ident && next.firstOnLine && begins) return true;
  }
  return false;
}

std::vector<Mend> guesses(StringRef source, Tokens tokens, size_t from, size_t at,
                          const llvm::StringSet<>& declared) {
  return Guesser(source, tokens, declared).run(from, at);
}

void read(const Mend& mend, Tokens tokens, std::vector<Token>& out) {
  const Token& first = tokens[mend.first];
  switch (mend.sort) {
    case Mend::Sort::Respell:
      out.push_back({mend.word, first.firstOnLine, first.begin, first.end});
      return;
    case Mend::Sort::InsertAt:
    case Mend::Sort::InsertColon:
      out.push_back({mend.word, false, first.begin, first.begin});
      out.push_back(first);
      return;
    case Mend::Sort::JoinName:
      out.push_back(
          {TokenKind::Ident, first.firstOnLine, first.begin, tokens[mend.behind - 1].end});
      return;
    case Mend::Sort::MoveUp: {
      const Tokens level = tokens.slice(mend.first + 1, mend.behind - mend.first - 1);
      out.insert(out.end(), level.begin(), level.end());
      out.push_back(first);
      return;
    }
  }
}

void report(const Mend& mend, FileId file, StringRef source, Tokens tokens, Diagnostics& diags) {
  const Token& first = tokens[mend.first];
  const StringRef text = textOf(source, tokens, mend);
  const Span span{file, first.begin, tokens[mend.behind - 1].end};
  switch (mend.sort) {
    case Mend::Sort::Respell:
      diags.report(span, diag::MisspeltKeyword, text)
          .didYouMean(span, {syntax::spelling(mend.word)});
      return;
    case Mend::Sort::InsertAt:
      diags.report(span, diag::MissingAt, text)
          .safeFix("insert `at`", {file, first.begin, first.begin}, "at ");
      return;
    case Mend::Sort::InsertColon:
      diags.report(span, diag::MissingColon, text)
          .safeFix("insert `:`", {file, first.begin, first.begin}, ": ");
      return;
    case Mend::Sort::JoinName: {
      const std::string name = joinWords(text);
      diags.report(span, diag::NameWithSpaces, text)
          .unsafeFix(fmt::format("write `{}`", name), span, name);
      return;
    }
    case Mend::Sort::MoveUp: {
      const StringRef importance = source.slice(first.begin, first.end);
      const StringRef level = text.drop_front(importance.size()).ltrim();
      diags
          .report({file, tokens[mend.first + 1].begin, span.end}, diag::LevelTooLate, level,
                  importance)
          .safeFix(fmt::format("write `{} {}`", level, importance), span,
                   fmt::format("{} {}", level, importance));
      return;
    }
  }
}

}  // namespace cadre::parse
