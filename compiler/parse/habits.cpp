#include "parse/habits.h"

#include "diag/kinds/parse.h"
#include "parse/literals.h"
#include "support/suggest.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

#include <optional>

namespace cadre::parse {

using llvm::StringRef;
using syntax::KeywordClass;
using syntax::Token;
using syntax::TokenKind;
using Tokens = llvm::ArrayRef<Token>;

namespace {

constexpr size_t mostGuesses = 16;
constexpr size_t mostWords = 6;
constexpr StringRef attributeTypes[] = {"one", "text", "number", "boolean", "date", "url"};

/// What stands in English sentences, and nowhere in those of the language.
constexpr StringRef fillers[] = {"the",     "a",      "an",    "of",      "is",         "are",
                                 "be",      "least",  "level", "named",   "called",     "titled",
                                 "to",      "for",    "and",   "has",     "competency", "category",
                                 "profile", "family", "scale", "version", "skill",      "points"};

struct ForeignWord {
  StringRef word;
  TokenKind meant;
};
constexpr ForeignWord foreignWords[] = {
#define FOREIGN(word, keyword) {word, TokenKind::keyword},
#include "parse/foreign_words.def"
};

bool isName(const Token& token) {
  return token.kind == TokenKind::Ident || syntax::isKeyword(token.kind);
}
bool isImportance(TokenKind kind) {
  return kind == TokenKind::Essential || kind == TokenKind::Desired || kind == TokenKind::Optional;
}
bool declares(TokenKind kind) { return syntax::keywordClass(kind) == KeywordClass::Declares; }
bool beginsItem(TokenKind kind) {
  return declares(kind) || syntax::keywordClass(kind) == KeywordClass::BeginsItem;
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

/// The words that an author may have taken for one name: up to one that joins the parts of an item,
/// or, with `namesOnly`, to the first word of the language; `of` is taken for part of a name.
size_t behindWords(Tokens tokens, size_t i, bool namesOnly) {
  const size_t end = std::min(tokens.size(), i + mostWords);
  size_t behind = i;
  while (behind < end && isName(tokens[behind]) && (behind == i || isOnLine(tokens, behind))) {
    const TokenKind kind = tokens[behind].kind;
    const bool joins = syntax::keywordClass(kind) == KeywordClass::Joins;
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
size_t nameOf(Tokens tokens, size_t from, bool& declaration) {
  for (size_t i = from; i < from + 3 && isOnLine(tokens, i + 1); ++i) {
    declaration = declares(tokens[i].kind);
    if (declaration && declares(tokens[i + 1].kind)) continue;
    if (declaration || beginsItem(tokens[i].kind)) return i + 1;
  }
  return 0;
}

/// What joins a competency and the level of it.
TokenKind joinerOf(TokenKind item) {
  switch (item) {
    case TokenKind::Requires: return TokenKind::At;
    case TokenKind::Lowers:
    case TokenKind::Develops: return TokenKind::To;
    default: return TokenKind::EndOfFile;
  }
}

/// A declaration behind whose name no value of an attribute can stand, on one line with it: what it
/// belongs to has none, or it stands at the top of a file.
bool holdsNoValue(TokenKind kind) {
  switch (kind) {
    case TokenKind::Level:
    case TokenKind::Category:
    case TokenKind::Competency:
    case TokenKind::Profile:
    case TokenKind::Resource:
    case TokenKind::Kind:
    case TokenKind::Path: return true;
    default: return false;
  }
}

/// `paht`, `form`: two letters of a word changed places.
bool isSwapped(StringRef a, StringRef b) {
  if (a.size() != b.size()) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.drop_front(i + 2) == b.drop_front(i + 2);
}

/// Whether `text` is a name as it stands, or one with dots.
bool isQualifiedName(StringRef text) {
  if (text.empty()) return false;
  while (!text.empty()) {
    const auto [part, rest] = text.split('.');
    if (part.empty() || part.back() == '-') return false;
    for (size_t i = 0; i < part.size();) {
      const unicode::CodePoint point = unicode::decode(part, i);
      if (!point.valid) return false;
      const bool fits = i == 0 ? unicode::isIdentifierStart(point.value)
                               : point.value == '-' || unicode::isIdentifierContinue(point.value);
      if (!fits) return false;
      i += point.length;
    }
    text = rest;
  }
  return true;
}

class Guesser {
public:
  Guesser(FileId file, StringRef source, Tokens tokens, size_t from, size_t at, bool ended,
          TokenKind head, const DeclaredNames& declared)
      : file_(file),
        source_(source),
        tokens_(tokens),
        from_(from),
        at_(std::min(at, tokens.size() - 1)),
        ended_(ended),
        head_(head),
        declared_(declared) {
    end_ = std::max(from_, at_) + 1;
    while (end_ < tokens_.size() && end_ < from_ + 64 && !tokens_[end_].firstOnLine) ++end_;
  }

  std::vector<Mend> run() {
    bool declaration = false;
    name_ = nameOf(tokens_, from_, declaration);
    declaration_ = declaration;
    const TokenKind kind = tokens_[from_].kind;
    if (kind == TokenKind::Requires) reorder();
    if (kind == TokenKind::Attribute) insertColon();
    textBehindColon();
    wrongJoiner();
    titleTooLate();
    if (kind == TokenKind::Ident) {
      caseless();
      foreign();
      if (endsInDot()) prose();
    }
    if (isOnThisLine(from_ + 1)) {
      const bool list = tokens_[from_ + 1].kind == TokenKind::LeftBrace;
      if (kind == TokenKind::Develop && isName(tokens_[from_ + 1]))
        readAs(from_, TokenKind::Develops, false);
      if (kind == TokenKind::Develops && list) readAs(from_, TokenKind::Develop, false);
    }
    innerQuotes();
    kindTooLate();
    nameTooLate();
    aliasFirst();
    bulletsWithoutBraces();
    if (head_ == TokenKind::Translation) unquotedTitle(true);
    marks();
    quoted();
    doubled();
    if (kind != TokenKind::Ident) {
      caseless();
      foreign();
    }
    respell();
    if (!ended_) missingWord();
    unquotedTitle();
    if (name_ != 0 && !listOfNames()) joinName(true);
    if (kind == TokenKind::Requires) insertAt();
    if (kind != TokenKind::Ident && (!ended_ || tokens_[at_].kind == TokenKind::Ident))
      fillerWords();
    joinLevel();
    if (name_ != 0) joinName(false);
    if (!ended_) headJunk();
    prose();
    if (out_.size() > mostGuesses) out_.resize(mostGuesses);
    return std::move(out_);
  }

  /// The line says what hardly any author means.
  std::optional<Mend> suspicion() {
    bool declaration = false;
    name_ = nameOf(tokens_, from_, declaration);
    declaration_ = declaration;
    if (name_ == 0) return std::nullopt;
    kindTooLate();
    aliasFirst();
    if (tokens_[name_].kind == TokenKind::At && isOnThisLine(at_ + 1) &&
        declared_.names.contains(text(at_ + 1)))
      nameTooLate();
    if (!out_.empty()) return std::move(out_.front());
    if (head_ == TokenKind::EndOfFile && holdsOneName()) {
      unquotedTitle(true);
    } else if (holdsNoValue(tokens_[from_].kind)) {
      const size_t behind = behindTitled(tokens_, name_);
      const bool titled = isOnThisLine(behind) && (tokens_[behind].kind == TokenKind::String ||
                                                   tokens_[behind].kind == TokenKind::LeftBrace);
      // What is translated has its name already.
      if (titled && head_ == TokenKind::Translation) unquotedTitle(true);
      if (titled) joinName(declared_.names.contains(joinWords(text(name_, behind))));
    } else if (tokens_[at_].kind == TokenKind::Bullet) {
      bulletAsLevel(at_, joinerOf(tokens_[from_].kind));
    } else if (isOnThisLine(at_ + 1) && canBeLevel(tokens_[at_ + 1]) &&
               endsLevel(tokens_, at_ + 2) && !declared_.names.contains(text(at_)) &&
               declared_.names.contains(text(at_ + 1))) {
      replace(at_, joinerOf(tokens_[from_].kind));
    }
    if (out_.empty()) return std::nullopt;
    return std::move(out_.front());
  }

  /// What stands in a list of bullets is prose.
  std::optional<Mend> proseInList() {
    prose();
    if (out_.empty()) return std::nullopt;
    return std::move(out_.front());
  }

private:
  // ---- Parts -----------------------------------------------------------------------------------

  [[nodiscard]] StringRef text(size_t first, size_t behind) const {
    return source_.slice(tokens_[first].begin, tokens_[behind - 1].end);
  }
  [[nodiscard]] StringRef text(size_t i) const { return text(i, i + 1); }
  [[nodiscard]] Span span(size_t first, size_t behind) const {
    return {file_, tokens_[first].begin, tokens_[behind - 1].end};
  }
  [[nodiscard]] Span span(size_t i) const { return span(i, i + 1); }
  [[nodiscard]] Span before(size_t i) const { return {file_, tokens_[i].begin, tokens_[i].begin}; }
  [[nodiscard]] Token word(TokenKind kind, size_t i) const {
    return {kind, tokens_[i].firstOnLine, tokens_[i].begin, tokens_[i].end};
  }
  [[nodiscard]] Token inserted(TokenKind kind, size_t before) const {
    return {kind, false, tokens_[before].begin, tokens_[before].begin};
  }
  [[nodiscard]] bool isOnThisLine(size_t i) const { return i >= from_ && i < end_; }
  /// Nothing but white space stands between a token and the one before it.
  [[nodiscard]] StringRef gapBefore(size_t i) const {
    return source_.slice(tokens_[i - 1].end, tokens_[i].begin).trim();
  }

  template <class Fill>
  Mend& add(size_t first, size_t behind, std::vector<Token> instead, Fill fill) {
    Diagnostics found;
    fill(found);
    Mend mend;
    mend.first = first;
    mend.behind = behind;
    mend.instead = std::move(instead);
    mend.finding = found.all().front();
    out_.push_back(std::move(mend));
    return out_.back();
  }

  // ---- Words -----------------------------------------------------------------------------------

  void readAs(size_t i, TokenKind meant, bool sure) {
    const StringRef spelling = syntax::spelling(meant);
    Mend& mend = add(i, i + 1, {word(meant, i)}, [&](Diagnostics& diags) {
      auto report = diags.report(span(i), diag::MisspeltKeyword, text(i));
      if (sure) {
        report.help(diag::WordIs, spelling)
            .safeFix(fmt::format("change to `{}`", spelling), span(i), spelling.str());
      } else {
        report.didYouMean(span(i), {spelling});
      }
    });
    mend.partial = true;
    mend.finding.suggestions = {spelling.str()};
  }

  /// `Requires X at Y`: the words of the language are small.
  void caseless() {
    for (size_t i = from_; i <= at_ && isOnThisLine(i); ++i) {
      if (tokens_[i].kind != TokenKind::Ident || text(i).size() > 16) continue;
      const auto meant = syntax::findKeyword(text(i).lower());
      if (meant) readAs(i, *meant, true);
    }
  }

  /// `needs X at Y`: words of other tools and forms.
  void foreign() {
    for (size_t i = std::min(at_ + 1, end_); i-- > from_;) {
      if (!isName(tokens_[i]) || text(i).size() > 20) continue;
      const std::string small = text(i).lower();
      for (const ForeignWord& foreign : foreignWords) {
        if (foreign.word != small || foreign.meant == tokens_[i].kind) continue;
        const bool first = i == from_ || (i > from_ && i == from_ + 1 && !isName(tokens_[from_]));
        const bool leads = beginsItem(foreign.meant);
        const bool kind =
            foreign.meant == TokenKind::Competency || foreign.meant == TokenKind::Profile;
        if (leads && !first && !(kind && i == from_ + 1)) continue;
        readAs(i, foreign.meant, false);
      }
    }
  }

  /// From the place where the parser stopped backwards: the nearer, the likelier.
  void respell() {
    for (size_t i = std::min(at_ + 1, end_); i-- > from_ && out_.size() < mostGuesses;) {
      if (tokens_[i].kind != TokenKind::Ident) continue;
      const StringRef spelt = text(i);
      if (spelt.size() < 3 || spelt.size() > 20) continue;
      for (const StringRef word : syntax::keywordSpellings()) {
        if (isSwapped(spelt, word)) readAs(i, *syntax::findKeyword(word), false);
      }
      for (const StringRef near : suggest(spelt, syntax::keywordSpellings(), 2)) {
        if (near.edit_distance(spelt.lower()) > (spelt.size() < 5 ? 1U : 2U)) continue;
        readAs(i, *syntax::findKeyword(near), false);
      }
    }
  }

  /// `at at`, `requires requires`.
  void doubled() {
    for (size_t i = from_ + 1; i <= at_ && isOnThisLine(i); ++i) {
      if (tokens_[i].kind != tokens_[i - 1].kind || text(i) != text(i - 1)) continue;
      if (!syntax::isKeyword(tokens_[i].kind) && tokens_[i].kind != TokenKind::Colon &&
          tokens_[i].kind != TokenKind::Comma && tokens_[i].kind != TokenKind::Dot &&
          tokens_[i].kind != TokenKind::Arrow)
        continue;
      add(i, i + 1, {}, [&](Diagnostics& diags) {
        diags.report(span(i), diag::WrittenTwice, text(i)).safeFix("remove it", removal(i), "");
      });
    }
  }

  /// A token with the white space before it.
  [[nodiscard]] Span removal(size_t i) const {
    return {file_, i > from_ ? tokens_[i - 1].end : tokens_[i].begin, tokens_[i].end};
  }

  void fillerWords() {
    const size_t first = at_ < from_ + 2 ? from_ + 1 : at_ - 2;
    for (size_t i = std::min(at_ + 1, end_); i-- > first;) {
      if (!isName(tokens_[i]) || !llvm::is_contained(fillers, text(i).lower())) continue;
      add(i, i + 1, {}, [&](Diagnostics& diags) {
        diags.report(span(i), diag::WordTooMany, text(i)).unsafeFix("remove it", removal(i), "");
      });
    }
  }

  // ---- Joining words ---------------------------------------------------------------------------

  /// `requires X on Advanced`, `profile P "P" : Q`, `develops X -> Advanced`.
  void wrongJoiner() {
    const TokenKind kind = tokens_[from_].kind;
    const TokenKind joiner = joinerOf(kind);
    if (joiner != TokenKind::EndOfFile && name_ != 0) {
      size_t i = behindName(tokens_, name_);
      if (i > name_ && isOnThisLine(i) && isOnThisLine(i + 1) && standsForJoiner(i) &&
          canBeLevel(tokens_[i + 1])) {
        replace(i, joiner);
      } else if (i > name_ && isOnThisLine(i) && tokens_[i].kind == TokenKind::Bullet) {
        bulletAsLevel(i, joiner);
      }
    }
    if (kind == TokenKind::Profile || kind == TokenKind::Abstract) {
      for (size_t i = std::max(from_ + 2, at_ < 1 ? 0 : at_ - 1); i <= at_ && isOnThisLine(i);
           ++i) {
        if (tokens_[i].kind == TokenKind::Colon || tokens_[i].kind == TokenKind::Arrow)
          replace(i, TokenKind::Extends);
      }
    }
    if (kind == TokenKind::Crosswalk || kind == TokenKind::Kind) {
      const bool arrow = tokens_[at_].kind == TokenKind::Arrow && kind == TokenKind::Crosswalk;
      const bool colon = tokens_[at_].kind == TokenKind::Colon && kind == TokenKind::Kind;
      if (isOnThisLine(at_) && (arrow || colon))
        replace(at_, arrow ? TokenKind::To : TokenKind::Like);
    }
    // `Food::Cold`
    if (isOnThisLine(at_ + 2) && at_ > from_ && tokens_[at_].kind == TokenKind::Colon &&
        tokens_[at_ + 1].kind == TokenKind::Colon && isName(tokens_[at_ - 1]) &&
        isName(tokens_[at_ + 2]))
      replaceBy(at_, at_ + 2, {word(TokenKind::Dot, at_)}, TokenKind::Dot);
    // `1,5`
    if (isOnThisLine(at_ + 1) && at_ > from_ && tokens_[at_].kind == TokenKind::Comma &&
        tokens_[at_ - 1].kind == TokenKind::Number && tokens_[at_ + 1].kind == TokenKind::Number &&
        tokens_[at_ - 1].end == tokens_[at_].begin && tokens_[at_].end == tokens_[at_ + 1].begin)
      decimalComma();
    // `0 to 7`, `0 - 7`
    if (isOnThisLine(at_) && at_ > from_ && tokens_[at_ - 1].kind == TokenKind::Number) {
      if (tokens_[at_].kind == TokenKind::To || tokens_[at_].kind == TokenKind::Comma)
        replace(at_, TokenKind::DotDot);
      if (tokens_[at_].kind == TokenKind::Number && text(at_).starts_with("-")) negativeEnd(at_);
      if (tokens_[at_].kind == TokenKind::Bullet) bulletAsEnd(at_);
    }
    // `A and B` in a list
    for (size_t i = std::max(from_ + 2, at_ < 3 ? 0 : at_ - 3); i <= at_ && isOnThisLine(i + 1);
         ++i) {
      if (tokens_[i].kind == TokenKind::Ident && (text(i) == "and" || text(i) == "or") &&
          isName(tokens_[i + 1]))
        replace(i, TokenKind::Comma);
    }
    // `A to B` among steps
    if ((head_ == TokenKind::Path || head_ == TokenKind::Crosswalk)) {
      const size_t joint =
          behindName(tokens_, tokens_[from_].kind == TokenKind::Number ? from_ : from_);
      const size_t i = tokens_[from_].kind == TokenKind::Number ? from_ + 1 : joint;
      if (isOnThisLine(i) && i > from_) {
        const TokenKind mark = tokens_[i].kind;
        if (mark == TokenKind::To || mark == TokenKind::Comma || mark == TokenKind::Colon)
          replaceAll(i, mark, TokenKind::Arrow);
        else if (mark == TokenKind::Ident || mark == TokenKind::Number)
          insertArrow(i);
      }
    }
  }

  [[nodiscard]] bool standsForJoiner(size_t i) const {
    switch (tokens_[i].kind) {
      case TokenKind::At:
      case TokenKind::To: return tokens_[i].kind != joinerOf(tokens_[from_].kind);
      case TokenKind::On:
      case TokenKind::With:
      case TokenKind::In:
      case TokenKind::Of:
      case TokenKind::As:
      case TokenKind::From:
      case TokenKind::Arrow:
      case TokenKind::Colon: return true;
      default: return llvm::is_contained({"by", "att", "level", "until", "up"}, text(i).lower());
    }
  }
  static bool canBeLevel(const Token& token) {
    return token.kind == TokenKind::Ident || token.kind == TokenKind::Number;
  }

  void replace(size_t i, TokenKind meant) { replaceBy(i, i + 1, {word(meant, i)}, meant); }
  void replaceBy(size_t first, size_t behind, std::vector<Token> instead, TokenKind meant) {
    const std::string spelling = plain(meant);
    const bool glued =
        first > 0 && tokens_[first].begin == tokens_[first - 1].end && syntax::isKeyword(meant);
    const bool comma = meant == TokenKind::Comma && first > 0;
    add(first, behind, std::move(instead), [&](Diagnostics& diags) {
      const Span place = span(first, behind);
      auto report = diags.report(place, diag::WrongJoiner, text(first, behind), spelling);
      const std::string title = fmt::format("change to `{}`", spelling);
      const std::string fixed = (glued ? " " : "") + spelling;
      // A profile of two bases inherits from both, which is more than a list.
      if (comma && tokens_[from_].kind == TokenKind::Profile)
        report.unsafeFix(title, {file_, tokens_[first - 1].end, place.end}, fixed);
      else
        report.safeFix(title, comma ? Span{file_, tokens_[first - 1].end, place.end} : place,
                       fixed);
    });
  }
  static std::string plain(TokenKind kind) { return syntax::spelling(kind).trim('`').str(); }

  /// All joints of a line of steps at once.
  void replaceAll(size_t first, TokenKind mark, TokenKind meant) {
    std::vector<Token> instead;
    std::string fixed;
    for (size_t i = first; i < end_; ++i) {
      const bool joint = tokens_[i].kind == mark;
      instead.push_back(joint ? word(meant, i) : tokens_[i]);
      if (i > first) fixed += source_.slice(tokens_[i - 1].end, tokens_[i].begin);
      fixed += joint ? (fixed.empty() && tokens_[i].begin == tokens_[i - 1].end ? " " : "") +
                           plain(meant)
                     : text(i).str();
    }
    add(first, end_, std::move(instead), [&](Diagnostics& diags) {
      diags.report(span(first), diag::WrongJoiner, text(first), plain(meant))
          .safeFix(fmt::format("change to `{}`", plain(meant)), span(first, end_), fixed);
    });
  }

  void insertArrow(size_t i) {
    std::vector<Token> instead;
    std::string fixed;
    for (size_t k = i; k < end_; ++k) {
      const bool part =
          tokens_[k].kind == TokenKind::Dot || (k > i && tokens_[k - 1].kind == TokenKind::Dot);
      if (!part) instead.push_back(inserted(TokenKind::Arrow, k));
      if (!part) fixed += fixed.empty() ? "-> " : " -> ";
      instead.push_back(tokens_[k]);
      fixed += text(k);
    }
    if (!gapBefore(i).empty()) return reportMissing(i, end_, std::move(instead), "->", i);
    add(i, end_, std::move(instead), [&](Diagnostics& diags) {
      diags.report(span(i), diag::MissingWord, "->", text(i))
          .safeFix("insert `->`", span(i, end_), fixed);
    });
  }

  void reportMissing(size_t first, size_t behind, std::vector<Token> instead, StringRef missing,
                     size_t before) {
    const StringRef mark = before == from_ ? StringRef() : gapBefore(before);
    add(first, behind, std::move(instead), [&](Diagnostics& diags) {
      if (!mark.empty() && mark.size() < 8) {
        const auto begin = static_cast<uint32_t>(mark.data() - source_.data());
        const Span place{file_, begin, begin + static_cast<uint32_t>(mark.size())};
        diags.report(place, diag::WrongJoiner, mark, missing)
            .safeFix(fmt::format("change to `{}`", missing), place, missing.str());
        return;
      }
      diags.report(span(before), diag::MissingWord, missing, text(before))
          .safeFix(fmt::format("insert `{}`", missing), this->before(before),
                   (missing + " ").str());
    });
  }

  void insert(size_t before, TokenKind missing) {
    if (!isOnThisLine(before) || before == from_) return;
    reportMissing(before, before + 1, {inserted(missing, before), tokens_[before]}, plain(missing),
                  before);
  }

  /// `requires X - Advanced`: a bullet of one word.
  void bulletAsLevel(size_t i, TokenKind joiner) {
    const StringRef all = text(i);
    const StringRef level = all.drop_front().ltrim();
    if (!all.starts_with("-") || !isQualifiedName(level)) return;
    const Token dash{joiner, false, tokens_[i].begin, tokens_[i].begin + 1};
    const Token name{TokenKind::Ident, false, tokens_[i].end - static_cast<uint32_t>(level.size()),
                     tokens_[i].end};
    add(i, i + 1, {dash, name}, [&](Diagnostics& diags) {
      const Span place{file_, dash.begin, dash.end};
      diags.report(place, diag::WrongJoiner, "-", plain(joiner))
          .safeFix(fmt::format("change to `{}`", plain(joiner)), place, plain(joiner));
    });
  }

  void decimalComma() {
    const Token whole{TokenKind::Number, tokens_[at_ - 1].firstOnLine, tokens_[at_ - 1].begin,
                      tokens_[at_ + 1].end};
    add(at_ - 1, at_ + 2, {whole}, [&](Diagnostics& diags) {
      diags.report(span(at_), diag::WrongJoiner, ",", ".").safeFix("write a point", span(at_), ".");
    });
  }

  /// `0 - 7` where a range is meant.
  void bulletAsEnd(size_t i) {
    const unicode::CodePoint mark = unicode::decode(text(i), 0);
    const StringRef number = text(i).drop_front(mark.length).ltrim();
    if (number.empty() || number.size() > 12 ||
        !llvm::all_of(number, [](char c) { return llvm::isDigit(c) || c == '.'; }))
      return;
    rangeEnd(i, tokens_[i].begin + mark.length, number);
  }
  /// `0-7`.
  void negativeEnd(size_t i) { rangeEnd(i, tokens_[i].begin + 1, text(i).drop_front()); }
  void rangeEnd(size_t i, uint32_t behindMark, StringRef number) {
    const Token dots{TokenKind::DotDot, false, tokens_[i].begin, behindMark};
    const Token end{TokenKind::Number, false, tokens_[i].end - static_cast<uint32_t>(number.size()),
                    tokens_[i].end};
    const Span place{file_, dots.begin, dots.end};
    add(i, i + 1, {dots, end}, [&](Diagnostics& diags) {
      diags.report(place, diag::WrongJoiner, source_.slice(place.begin, place.end), "..")
          .safeFix("change to `..`", {file_, tokens_[i - 1].end, end.begin}, "..");
    });
  }

  void insertAt() {
    const size_t level = behindName(tokens_, name_);
    if (level == name_ || !isOnLine(tokens_, level) || !endsLevel(tokens_, level + 1)) return;
    const TokenKind kind = tokens_[level].kind;
    if (kind != TokenKind::Ident && kind != TokenKind::Number) return;
    if (!gapBefore(level).empty()) return insert(level, TokenKind::At);
    add(level, level + 1, {inserted(TokenKind::At, level), tokens_[level]},
        [&](Diagnostics& diags) {
          diags.report(span(level), diag::MissingAt, text(level))
              .safeFix("insert `at`", before(level), "at ");
        })
        .partial = true;
  }

  /// `part X`, `develops X Advanced`, `every in Road`, `renews 24 months`, `one A, B`.
  void missingWord() {
    switch (tokens_[from_].kind) {
      case TokenKind::Part: return insert(from_ + 1, TokenKind::Of);
      case TokenKind::Renews: return insert(from_ + 1, TokenKind::Every);
      case TokenKind::Every:
        if (isOnThisLine(from_ + 1) && tokens_[from_ + 1].kind == TokenKind::Profile) {
          if (isOnThisLine(from_ + 2) && tokens_[from_ + 2].kind == TokenKind::Ident)
            insert(from_ + 2, TokenKind::In);
          return;
        }
        return insert(from_ + 1, TokenKind::Profile);
      case TokenKind::Abstract:
        for (size_t i = from_ + 1; i < from_ + 3 && isOnThisLine(i); ++i) {
          if (tokens_[i].kind == TokenKind::Competency) return abstractCompetency();
        }
        return insert(from_ + 1, TokenKind::Profile);
      case TokenKind::Develops:
      case TokenKind::Lowers: {
        const size_t level = name_ == 0 ? 0 : behindName(tokens_, name_);
        if (level > name_ && isOnThisLine(level) && tokens_[name_].kind == TokenKind::Ident &&
            (canBeLevel(tokens_[level]) || isImportance(tokens_[level].kind)))
          insert(level, TokenKind::To);
        return;
      }
      case TokenKind::Crosswalk:
        if (name_ != 0 && isOnThisLine(name_ + 1) && tokens_[name_ + 1].kind == TokenKind::Ident)
          insert(name_ + 1, TokenKind::From);
        if (at_ > from_ && tokens_[at_].kind == TokenKind::Ident) insert(at_, TokenKind::To);
        return;
      case TokenKind::Attribute:
        missingInList();
        if (at_ > from_ && tokens_[at_].kind == TokenKind::Ident && text(at_ - 1) == "one")
          insert(at_, TokenKind::Of);
        if (at_ > from_ && tokens_[at_].kind == TokenKind::String && text(at_ - 1) == "text")
          insert(at_, TokenKind::Matching);
        if (at_ > from_ + 1 && tokens_[at_].kind == TokenKind::Ident && isName(tokens_[at_ - 1])) {
          insertCommas(at_);
          insert(at_, TokenKind::Like);
        }
        return;
      case TokenKind::Kind:
        if (at_ > from_ + 1 && tokens_[at_].kind == TokenKind::Ident) insert(at_, TokenKind::Like);
        return;
      case TokenKind::Scale:
        if (at_ > from_ + 1 && tokens_[at_].kind == TokenKind::Number)
          insert(at_, TokenKind::Numeric);
        return;
      case TokenKind::Deprecated:
        if (at_ > from_ + 1 && tokens_[at_].kind == TokenKind::String &&
            tokens_[at_ - 1].kind == TokenKind::String)
          insert(at_, TokenKind::Because);
        return;
      case TokenKind::Keywords:
      case TokenKind::Translations: return insertCommas(at_);
      case TokenKind::Requires:
      case TokenKind::Drops:
      case TokenKind::Allow:
        if (tokens_[at_].kind == TokenKind::String &&
            tokens_[at_ - (at_ > 0)].kind != TokenKind::Because)
          insert(at_, TokenKind::Because);
        return;
      case TokenKind::Ident:
        // `Baking at Advanced`
        if (isOnThisLine(from_ + 1) && tokens_[from_ + 1].kind == TokenKind::At &&
            (head_ == TokenKind::Profile || head_ == TokenKind::Abstract ||
             head_ == TokenKind::Every))
          reportMissing(from_, from_ + 1,
                        {{TokenKind::Requires, true, tokens_[from_].begin, tokens_[from_].begin},
                         {TokenKind::Ident, false, tokens_[from_].begin, tokens_[from_].end}},
                        "requires", from_);
        return;
      default: return;
    }
  }

  /// Only profiles are abstract.
  void abstractCompetency() {
    Token next = tokens_[from_ + 1];
    next.firstOnLine = tokens_[from_].firstOnLine;
    add(from_, from_ + 2, {next}, [&](Diagnostics& diags) {
      diags.report(span(from_), diag::WordTooMany, text(from_))
          .help(diag::OnlyProfilesAreAbstract)
          .unsafeFix("remove it", {file_, tokens_[from_].begin, next.begin}, "");
    });
  }

  /// `: one A, B`, `: one of A, B C`.
  void missingInList() {
    size_t i = from_ + 2;
    while (isOnThisLine(i) && !(text(i) == "one" && tokens_[i - 1].kind == TokenKind::Colon)) ++i;
    if (!isOnThisLine(++i)) return;
    if (tokens_[i].kind == TokenKind::Ident) return insert(i, TokenKind::Of);
    for (; isOnThisLine(i + 1) && tokens_[i].kind != TokenKind::Required; ++i) {
      if (tokens_[i].kind == TokenKind::Ident && tokens_[i + 1].kind == TokenKind::Ident)
        return insertCommas(i + 1);
    }
  }

  /// Commas before `i` and each name or text behind it: `one of A B C`, `keywords "a" "b"`.
  void insertCommas(size_t i) {
    const bool texts = tokens_[from_].kind == TokenKind::Keywords;
    if (!isOnThisLine(i) || i < from_ + 2) return;
    if (!texts && tokens_[from_].kind == TokenKind::Translations) i = from_ + 2;
    std::vector<Token> instead;
    std::string fixed;
    size_t k = i;
    for (; k < end_; ++k) {
      const bool part =
          texts ? tokens_[k].kind == TokenKind::String : tokens_[k].kind == TokenKind::Ident;
      if (!part) break;
      instead.push_back(inserted(TokenKind::Comma, k));
      instead.push_back(tokens_[k]);
      fixed += fmt::format(", {}", text(k));
    }
    if (instead.empty()) return;
    add(i, k, std::move(instead), [&](Diagnostics& diags) {
      diags.report(span(i), diag::MissingWord, ",", text(i))
          .safeFix("insert `,`", {file_, tokens_[i - 1].end, tokens_[k - 1].end}, fixed);
    });
  }

  /// `attribute grade on profile one of A, B`
  void insertColon() {
    for (size_t i = from_ + 2; i <= at_ && isOnLine(tokens_, i); ++i) {
      if (tokens_[i].kind != TokenKind::Ident || !isName(tokens_[i - 1])) continue;
      if (!llvm::is_contained(attributeTypes, text(i))) continue;
      if (!gapBefore(i).empty()) return insert(i, TokenKind::Colon);
      add(i, i + 1, {inserted(TokenKind::Colon, i), tokens_[i]}, [&](Diagnostics& diags) {
        diags.report(span(i), diag::MissingColon, text(i)).safeFix("insert `:`", before(i), ": ");
      });
      return;
    }
  }

  // ---- Marks -----------------------------------------------------------------------------------

  /// `status: draft`, `level Good "Good",`.
  void marks() {
    for (size_t i = std::min(at_ + 1, end_); i-- > std::max(from_ + 1, at_ < 2 ? 0 : at_ - 1);) {
      const TokenKind kind = tokens_[i].kind;
      if (kind != TokenKind::Comma && kind != TokenKind::Colon && kind != TokenKind::Dot) continue;
      const bool last = i + 1 >= end_ || tokens_[i + 1].kind == TokenKind::RightBrace;
      if (kind == TokenKind::Dot && !last) continue;
      // The colon of an attribute is followed by its type.
      if (kind == TokenKind::Colon && tokens_[from_].kind == TokenKind::Attribute &&
          i > from_ + 1 && (last || tokens_[i + 1].kind != TokenKind::String))
        continue;
      const bool titled = declaration_ && name_ != 0 && i == behindName(tokens_, name_);
      if (kind == TokenKind::Comma && !last && tokens_[i + 1].kind != TokenKind::LeftBrace &&
          !(titled && tokens_[i + 1].kind == TokenKind::String) &&
          !syntax::isKeyword(tokens_[i + 1].kind))
        continue;
      add(i, i + 1, {}, [&](Diagnostics& diags) {
        if (last)
          diags.report(span(i), diag::MarkAtEnd, text(i)).safeFix("remove it", span(i), "");
        else
          diags.report(span(i), diag::MarkBetween, text(i - 1), text(i))
              .safeFix("remove it", span(i), "");
      }).partial = kind == TokenKind::Colon && i == at_;
    }
  }

  /// `issuer: City of Acme`: the colon and the missing quotes are one habit.
  void textBehindColon() {
    switch (tokens_[from_].kind) {
      case TokenKind::About:
      case TokenKind::Version:
      case TokenKind::Publisher:
      case TokenKind::License:
      case TokenKind::Uri:
      case TokenKind::Code:
      case TokenKind::Url:
      case TokenKind::Issuer:
      case TokenKind::Id:
      case TokenKind::Since: break;
      default: return;
    }
    if (!isOnThisLine(from_ + 2) || tokens_[from_ + 1].kind != TokenKind::Colon) return;
    const TokenKind next = tokens_[from_ + 2].kind;
    if (next == TokenKind::String || next == TokenKind::TextBlock || next == TokenKind::LeftBrace)
      return;
    constexpr size_t most = 512;
    const uint32_t begin = tokens_[from_ + 2].begin;
    const StringRef rest = source_.substr(begin, most).take_until([](char c) {
      return c == '\n' || c == '\r' || c == '{' || c == '}' || c == '"' || c == '\\';
    });
    const StringRef words = rest.take_front(rest.find(" //")).rtrim();
    if (words.empty() || rest.size() == most) return;
    const Token text{TokenKind::String, false, begin, begin + static_cast<uint32_t>(words.size())};
    size_t behind = from_ + 2;
    while (isOnThisLine(behind) && tokens_[behind].begin < text.end) ++behind;
    add(from_ + 1, behind, {text}, [&](Diagnostics& diags) {
      diags.report(span(from_ + 1), diag::MarkBetween, this->text(from_), ":")
          .safeFix("remove it, and put the text in quotes",
                   {file_, tokens_[from_ + 1].begin, text.end}, fmt::format(" \"{}\"", words));
    });
  }

  // ---- Quotes ----------------------------------------------------------------------------------

  [[nodiscard]] static StringRef inside(StringRef quoted) {
    const size_t open = unicode::decode(quoted, 0).length;
    quoted = quoted.drop_front(open);
    for (const StringRef close :
         {"\"", "'", "\u201D", "\u201C", "\u00BB", "\u2019", "\u2018", "\u203A"}) {
      if (quoted.consume_back(close)) break;
    }
    return quoted;
  }

  /// `requires "Baking" at Good`, `profile "Media Manager" {`, `reviewed "2026-03-01"`.
  void quoted() {
    if (!isOnThisLine(at_) || tokens_[at_].kind != TokenKind::String || at_ == from_) return;
    const StringRef value = inside(text(at_));
    const auto begin = static_cast<uint32_t>(value.data() - source_.data());
    const Token bare{TokenKind::Ident, false, begin, begin + static_cast<uint32_t>(value.size())};
    const TokenKind previous = tokens_[at_ - 1].kind;
    const bool uses = (previous == TokenKind::Credential || previous == TokenKind::Family ||
                       previous == TokenKind::Scale || previous == TokenKind::Task ||
                       previous == TokenKind::Knowledge) &&
                      head_ != TokenKind::EndOfFile && head_ != TokenKind::Family;
    const bool namesNew = declares(previous) && !uses &&
                          (at_ + 1 >= end_ || tokens_[at_ + 1].kind != TokenKind::String);
    if (value.trim().empty()) return;
    if (namesNew && previous != TokenKind::Translation) return nameMissing(value, bare);
    quotedValue(value, bare);
  }

  void nameMissing(StringRef title, Token bare) {
    const std::string name = joinWords(title);
    add(at_, at_ + 1, {bare, tokens_[at_]}, [&](Diagnostics& diags) {
      auto report = diags.report(span(at_), diag::NameMissing, text(at_ - 1));
      report.help(diag::NameAndTitle);
      if (isQualifiedName(name))
        report.unsafeFix(fmt::format("name it `{}`", name), before(at_), name + " ");
    });
  }

  void quotedValue(StringRef value, Token bare) {
    const auto titled = declared_.byTitle.find(value);
    if (titled != declared_.byTitle.end() && !titled->second.empty() &&
        !declared_.names.contains(value)) {
      // Read as a name that was reported: the declaration itself has its own place.
      const Token lost{TokenKind::Ident, false, bare.begin, bare.begin};
      add(at_, at_ + 1, {lost}, [&](Diagnostics& diags) {
        auto report = diags.report(span(at_), diag::TitleForName, value, titled->second);
        const std::string title = fmt::format("change to `{}`", titled->second);
        // What nests is named with its parents, which are not known here.
        const TokenKind before = tokens_[at_ - 1].kind;
        if (before == TokenKind::Family || before == TokenKind::In)
          report.unsafeFix(title, span(at_), titled->second);
        else
          report.safeFix(title, span(at_), titled->second);
      });
      return;
    }
    const bool number = llvm::all_of(value, [](char c) { return llvm::isDigit(c) || c == '.'; });
    const bool date = value.size() == 10 && value[4] == '-' && value[7] == '-';
    if (number || date) bare.kind = number ? TokenKind::Number : TokenKind::Date;
    if (number || date || isQualifiedName(value)) {
      std::vector<Token> instead = split(bare, value);
      std::string fixed = value.str();
      size_t behind = at_ + 1;
      // The others of the list stand in quotes as well.
      for (; isOnThisLine(behind + 1) && tokens_[behind].kind == TokenKind::Comma &&
             tokens_[behind + 1].kind == TokenKind::String;
           behind += 2) {
        const StringRef next = inside(text(behind + 1));
        if (!isQualifiedName(next)) break;
        const auto first = static_cast<uint32_t>(next.data() - source_.data());
        instead.push_back(tokens_[behind]);
        for (const Token& part :
             split({TokenKind::Ident, false, first, first + static_cast<uint32_t>(next.size())},
                   next))
          instead.push_back(part);
        fixed += ", " + next.str();
      }
      add(at_, behind, std::move(instead), [&](Diagnostics& diags) {
        diags.report(span(at_), diag::QuotedName, value)
            .safeFix("remove the quotes", span(at_, behind), fixed);
      });
      return;
    }
    const Token lost{TokenKind::Ident, false, bare.begin, bare.begin};
    add(at_, at_ + 1, {lost}, [&](Diagnostics& diags) {
      auto report = diags.report(span(at_), diag::QuotedName, value);
      // A key that `id` gave has no name to suggest.
      if (isInReplaces() && value.contains(':')) {
        report.help(diag::ReplacesNames);
        return;
      }
      report.help(diag::NamesHaveNoQuotes);
      if (const std::string name = joinWords(value); isQualifiedName(name))
        report.unsafeFix(fmt::format("write `{}`", name), span(at_), name);
    });
  }

  /// Whether the present token stands in the list behind `replaces`.
  [[nodiscard]] bool isInReplaces() const {
    size_t first = at_;
    const auto isOfList = [](TokenKind kind) {
      return kind == TokenKind::Comma || kind == TokenKind::Dot || kind == TokenKind::Ident ||
             kind == TokenKind::String;
    };
    while (first > 0 && isOfList(tokens_[first].kind)) --first;
    return tokens_[first].kind == TokenKind::Replaces;
  }

  /// The tokens of a qualified name.
  static std::vector<Token> split(Token whole, StringRef text) {
    if (whole.kind != TokenKind::Ident || !text.contains('.')) return {whole};
    std::vector<Token> out;
    uint32_t at = whole.begin;
    while (!text.empty()) {
      const auto [part, rest] = text.split('.');
      const auto length = static_cast<uint32_t>(part.size());
      out.push_back({TokenKind::Ident, false, at, at + length});
      at += length;
      if (part.size() < text.size()) out.push_back({TokenKind::Dot, false, at, at + 1});
      ++at;
      text = rest;
    }
    return out;
  }

  // ---- Names -----------------------------------------------------------------------------------

  /// Several names of the file where one stands, or where commas separate them: true if so.
  bool listOfNames() {
    if (declaration_ && tokens_[from_].kind != TokenKind::Knowledge) return false;
    std::vector<Token> instead;
    std::string fixed;
    size_t known = 0;
    size_t i = name_;
    for (; i < end_ && isName(tokens_[i]);) {
      const size_t behind = behindName(tokens_, i);
      if (text(i) == "and" || text(i) == "or") {
        ++i;
        continue;
      }
      if (!declared_.names.contains(text(i, behind)) && !declared_.names.contains(text(behind - 1)))
        break;
      if (known++ > 0) {
        instead.push_back(inserted(TokenKind::Comma, i));
        fixed += ", ";
      }
      instead.insert(instead.end(), tokens_.begin() + i, tokens_.begin() + behind);
      fixed += text(i, behind);
      i = behind;
    }
    if (known < 2) return false;
    const size_t second = behindName(tokens_, name_);
    add(name_, i, std::move(instead), [&](Diagnostics& diags) {
      diags.report(span(second), diag::MissingWord, ",", text(second))
          .safeFix("separate them by commas", span(name_, i), fixed);
    });
    return true;
  }

  /// `known`: only a name that the file declares.
  void joinName(bool known) {
    Mend mend;
    const size_t behind =
        declaration_ ? behindTitled(tokens_, name_) : behindWords(tokens_, name_, true);
    if (behind < name_ + 2) return;
    const StringRef words = text(name_, behind);
    const std::string name = joinWords(words);
    if (!isQualifiedName(name) || declared_.names.contains(name) != known) return;
    const Token& first = tokens_[name_];
    // A name that nothing declares was never meant to be this one: it stands for nothing.
    const bool lost = !known && !declaration_;
    const Token whole{TokenKind::Ident, first.firstOnLine, first.begin,
                      lost ? first.begin : tokens_[behind - 1].end};
    add(name_, behind, {whole}, [&](Diagnostics& diags) {
      diags.report(span(name_, behind), diag::NameWithSpaces, words)
          .unsafeFix(fmt::format("write `{}`", name), span(name_, behind), name);
    });
  }

  /// `requires X at Very Good`
  void joinLevel() {
    size_t level = from_;
    while (level < end_ && tokens_[level].kind != TokenKind::At &&
           tokens_[level].kind != TokenKind::To)
      ++level;
    if (++level >= end_ || joinerOf(tokens_[from_].kind) == TokenKind::EndOfFile) return;
    const size_t behind = behindWords(tokens_, level, true);
    if (behind < level + 2) return;
    const std::string name = joinWords(text(level, behind));
    const bool known = declared_.names.contains(name);
    const Token whole{TokenKind::Ident, false, tokens_[level].begin,
                      known ? tokens_[behind - 1].end : tokens_[level].begin};
    add(level, behind, {whole}, [&](Diagnostics& diags) {
      diags.report(span(level, behind), diag::NameWithSpaces, text(level, behind))
          .unsafeFix(fmt::format("write `{}`", name), span(level, behind), name);
    });
  }

  /// A declaration at the top of a file, where no value of an attribute can follow: its name, and
  /// two words or more up to the end of the line.
  [[nodiscard]] bool holdsOneName() const {
    const size_t title = behindName(tokens_, name_);
    switch (tokens_[from_].kind) {
      case TokenKind::Use:
      case TokenKind::Attribute:
      case TokenKind::Every:
      case TokenKind::Crosswalk:
      case TokenKind::Translation: return false;
      default: break;
    }
    if (!declaration_ || end_ < title + 2) return false;
    for (size_t i = title; i < end_; ++i) {
      if (tokens_[i].kind != TokenKind::Ident) return false;
    }
    return true;
  }

  /// `task T1 Clean the station.`: a title without quotes.
  void unquotedTitle(bool sure = false) {
    const TokenKind kind = tokens_[from_].kind;
    const bool statement = kind == TokenKind::Task || kind == TokenKind::Knowledge ||
                           kind == TokenKind::Skill || kind == TokenKind::Ability;
    if (!declaration_ || name_ == 0 || at_ <= name_) return;
    size_t title = behindName(tokens_, name_);
    size_t end = end_;
    if (end > title && tokens_[end - 1].kind == TokenKind::LeftBrace) --end;
    if (title >= end || tokens_[title].kind != TokenKind::Ident) return;
    if (tokens_[name_].kind != TokenKind::Ident) return;
    bool words = true;
    for (size_t i = title; i < end; ++i) words = words && tokens_[i].kind != TokenKind::String;
    const bool prose =
        sure || statement || end >= title + 3 || tokens_[end - 1].kind == TokenKind::Dot;
    if (!words || !prose) return;
    const Token text{TokenKind::String, false, tokens_[title].begin, tokens_[end - 1].end};
    add(title, end, {text}, [&](Diagnostics& diags) {
      diags.report(span(title, end), diag::TitleWithoutQuotes, this->text(name_))
          .safeFix("put it in quotes", span(title, end),
                   fmt::format("\"{}\"", this->text(title, end)));
    });
  }

  /// `competency clinical Venipuncture "…"`: the kind stands first.
  void kindTooLate() {
    if (tokens_[from_].kind != TokenKind::Competency || !isOnThisLine(from_ + 3)) return;
    const TokenKind behind = tokens_[from_ + 3].kind;
    if (tokens_[from_ + 1].kind != TokenKind::Ident ||
        tokens_[from_ + 2].kind != TokenKind::Ident ||
        (behind != TokenKind::String && behind != TokenKind::LeftBrace))
      return;
    const StringRef kind = text(from_ + 1);
    if (!llvm::isLower(kind.front()) || llvm::isLower(text(from_ + 2).front())) return;
    Token first = tokens_[from_ + 1];
    first.firstOnLine = tokens_[from_].firstOnLine;
    const Token second{TokenKind::Competency, false, tokens_[from_].begin, tokens_[from_].end};
    add(from_, from_ + 2, {first, second}, [&](Diagnostics& diags) {
      diags.report(span(from_ + 1), diag::KindTooLate, kind)
          .unsafeFix(fmt::format("write `{} competency`", kind), span(from_, from_ + 2),
                     fmt::format("{} competency", kind));
    });
  }

  /// `deprecated "1.0" because "Merged into "Teamwork"."`: quotes inside of a text.
  void innerQuotes() {
    constexpr size_t mostInside = 8;
    for (size_t i = from_ + 1; i < end_; ++i) {
      if (tokens_[i].kind != TokenKind::String || !isOnThisLine(i + 1) ||
          tokens_[i].end != tokens_[i + 1].begin)
        continue;
      size_t last = i + 1;
      while (isOnThisLine(last) && last < i + mostInside && tokens_[last].kind != TokenKind::String)
        ++last;
      if (!isOnThisLine(last) || tokens_[last].kind != TokenKind::String ||
          tokens_[last - 1].end != tokens_[last].begin)
        continue;
      const StringRef whole = text(i, last + 1);
      if (!whole.starts_with("\"") || !whole.ends_with("\"")) continue;
      std::string escaped = "\"";
      for (const char c : whole.drop_front().drop_back()) {
        if (c == '"') escaped += '\\';
        escaped += c;
      }
      const Token joined{TokenKind::String, false, tokens_[i].begin, tokens_[last].end};
      add(i, last + 1, {joined}, [&](Diagnostics& diags) {
        diags.report({file_, tokens_[i].end - 1, tokens_[i].end}, diag::QuoteInText)
            .unsafeFix("write `\\\"`", span(i, last + 1), escaped + "\"");
      });
      return;
    }
  }

  /// `skills "Reading a chart"`, `skills Reading a chart`: what is no name is a bullet.
  void bulletsWithoutBraces() {
    switch (tokens_[from_].kind) {
      case TokenKind::Skills:
      case TokenKind::Abilities:
      case TokenKind::Tasks:
      case TokenKind::Knowledge: break;
      default: return;
    }
    if (head_ == TokenKind::EndOfFile || !isOnThisLine(from_ + 1)) return;
    size_t end = end_;
    Token bullet{TokenKind::Bullet, false, tokens_[from_ + 1].begin - 1, tokens_[end - 1].end};
    if (tokens_[from_ + 1].kind == TokenKind::String) {
      end = from_ + 2;
      const StringRef value = inside(text(from_ + 1));
      if (value.trim().find(' ') == StringRef::npos ||
          value.find_first_of("{}\\") != StringRef::npos)
        return;
      bullet.begin = tokens_[from_ + 1].begin;
      bullet.end = static_cast<uint32_t>(value.end() - source_.data());
    } else {
      bool prose = false;
      for (size_t i = from_ + 1; i < end; ++i) {
        if (!isName(tokens_[i]) && tokens_[i].kind != TokenKind::Dot &&
            tokens_[i].kind != TokenKind::Comma)
          return;
        prose |= i > from_ + 1 && tokens_[i - 1].kind != TokenKind::Dot && isName(tokens_[i]) &&
                 llvm::isLower(text(i).front());
      }
      if (!prose || declared_.names.contains(text(from_ + 1)) || text(end - 1) == ",") return;
    }
    const std::string words = source_.slice(bullet.begin + 1, bullet.end).trim().str();
    const Token open{TokenKind::LeftBrace, false, bullet.begin, bullet.begin};
    const Token close{TokenKind::RightBrace, false, bullet.end, bullet.end};
    add(from_ + 1, end, {open, bullet, close}, [&](Diagnostics& diags) {
      diags.report(span(from_ + 1, end), diag::BulletsInBraces, text(from_))
          .unsafeFix("make it a bullet", span(from_ + 1, end), fmt::format("{{ - {} }}", words));
    });
  }

  /// `use grp = harbour.group`: the alias stands behind `as`.
  void aliasFirst() {
    if (tokens_[from_].kind != TokenKind::Use || !isOnThisLine(from_ + 2)) return;
    if (!isName(tokens_[from_ + 1]) || gapBefore(from_ + 2) != "=") return;
    const size_t behind = behindName(tokens_, from_ + 2);
    if (behind == from_ + 2) return;
    std::vector<Token> instead(tokens_.begin() + from_ + 2, tokens_.begin() + behind);
    instead.push_back(inserted(TokenKind::As, behind - 1));
    instead.push_back(tokens_[from_ + 1]);
    const std::string alias = fmt::format("as {}", text(from_ + 1));
    const StringRef id = text(from_ + 2, behind);
    add(from_ + 1, behind, std::move(instead), [&](Diagnostics& diags) {
      diags.report(span(from_ + 2, behind), diag::PartTooLate, id, alias)
          .safeFix(fmt::format("write `{} {}`", id, alias), span(from_ + 1, behind),
                   fmt::format("{} {}", id, alias));
    });
  }

  // ---- Order -----------------------------------------------------------------------------------

  /// `requires at Good Baking`, `requires essential Baking at Good`: the name stands first.
  void nameTooLate() {
    if (tokens_[from_].kind != TokenKind::Requires || name_ == 0) return;
    if (tokens_[name_].kind == TokenKind::Ident || declared_.names.contains(text(name_))) return;
    std::vector<Part> parts;
    size_t i = name_;
    for (Part part = partAt(i); isOnThisLine(i) && part.behind > i; part = partAt(i)) {
      parts.push_back(part);
      i = part.behind;
      if (!isOnThisLine(i)) return;
    }
    const size_t name = i;
    if (parts.empty() || tokens_[name].kind != TokenKind::Ident) return;
    i = behindName(tokens_, name);
    const size_t behindIt = i;
    while (isOnThisLine(i)) {
      const Part part = partAt(i);
      if (part.behind == i) break;
      parts.push_back(part);
      i = part.behind;
    }
    const Part early = parts.front();
    llvm::stable_sort(parts, [](const Part& a, const Part& b) { return a.rank < b.rank; });
    std::vector<Token> instead(tokens_.begin() + name, tokens_.begin() + behindIt);
    std::string fixed = text(name, behindIt).str();
    for (const Part& part : parts) {
      instead.insert(instead.end(), tokens_.begin() + part.first, tokens_.begin() + part.behind);
      fixed += " " + text(part.first, part.behind).str();
    }
    add(name_, i, std::move(instead), [&](Diagnostics& diags) {
      diags
          .report(span(name, behindIt), diag::PartTooLate, text(name, behindIt),
                  text(early.first, early.behind))
          .safeFix(fmt::format("write `{}`", fixed), span(name_, i), fixed);
    });
  }

  /// The parts of a requirement in another order than level, importance, weight, reason.
  void reorder() {
    const size_t first = name_ == 0 ? 0 : behindName(tokens_, name_);
    if (first == name_) return;
    std::vector<Part> parts;
    size_t i = first;
    while (i < end_) {
      const Part part = partAt(i);
      if (part.behind == i) break;
      parts.push_back(part);
      i = part.behind;
    }
    size_t late = 1;
    while (late < parts.size() && parts[late - 1].rank < parts[late].rank) ++late;
    if (late >= parts.size()) return;
    std::vector<Part> sorted = parts;
    llvm::stable_sort(sorted, [](const Part& a, const Part& b) { return a.rank < b.rank; });
    std::vector<Token> instead;
    std::string fixed;
    for (const Part& part : sorted) {
      instead.insert(instead.end(), tokens_.begin() + part.first, tokens_.begin() + part.behind);
      fixed += (fixed.empty() ? "" : " ") + text(part.first, part.behind).str();
    }
    const Part& moved = parts[late];
    const Part& early = *llvm::find_if(parts, [&](const Part& p) { return p.rank >= moved.rank; });
    add(first, i, std::move(instead), [&](Diagnostics& diags) {
      const StringRef what = text(moved.first, moved.behind);
      const bool level = moved.rank == 0 && early.rank == 1;
      auto report = level ? diags.report(span(moved.first, moved.behind), diag::LevelTooLate, what,
                                         text(early.first))
                          : diags.report(span(moved.first, moved.behind), diag::PartTooLate, what,
                                         text(early.first));
      report.safeFix(fmt::format("write `{}`", fixed), span(first, i), fixed);
    });
  }

  struct Part {
    size_t first = 0;
    size_t behind = 0;
    int rank = 0;
  };
  /// The part of a requirement that begins at `i`; empty where none does.
  [[nodiscard]] Part partAt(size_t i) const {
    const TokenKind kind = tokens_[i].kind;
    const auto nextIs = [&](std::initializer_list<TokenKind> kinds) {
      return isOnThisLine(i + 1) && llvm::is_contained(kinds, tokens_[i + 1].kind);
    };
    if (isImportance(kind)) return {i, i + 1, 1};
    if (kind == TokenKind::Weight && nextIs({TokenKind::Number})) return {i, i + 2, 2};
    if (kind == TokenKind::Because && nextIs({TokenKind::String, TokenKind::TextBlock}))
      return {i, i + 2, 3};
    if (kind != TokenKind::At) return {i, i, 0};
    if (nextIs({TokenKind::Number})) return {i, i + 2, 0};
    const size_t behind = behindName(tokens_, i + 1);
    return {i, behind == i + 1 ? i : behind, 0};
  }

  /// `profile Chef extends Cook "Chef" {`: the title stands behind the name.
  void titleTooLate() {
    if (!declaration_ || name_ == 0 || tokens_[at_].kind != TokenKind::String || !isOnThisLine(at_))
      return;
    const size_t title = behindName(tokens_, name_);
    if (title >= at_ || at_ > title + 12) return;
    std::vector<Token> instead = {tokens_[at_]};
    instead.insert(instead.end(), tokens_.begin() + title, tokens_.begin() + at_);
    const std::string fixed = fmt::format("{} {}", text(at_), text(title, at_));
    add(title, at_ + 1, std::move(instead), [&](Diagnostics& diags) {
      diags.report(span(at_), diag::TitleTooLate, text(name_, title))
          .safeFix("move it there", span(title, at_ + 1), fixed);
    });
  }

  // ---- What is not understood ------------------------------------------------------------------

  /// What has no meaning between a head and its `{`; without a head, the block stands alone.
  void headJunk() {
    if (!declaration_ && !beginsItem(tokens_[from_].kind)) return;
    size_t first = at_;
    if (declaration_ && name_ != 0 && tokens_[at_].kind == TokenKind::LeftBrace) {
      first = behindName(tokens_, name_);
      if (first < at_ && tokens_[first].kind == TokenKind::String) ++first;
      if (first >= at_ || tokens_[first].kind != TokenKind::Ident) return;
    }
    if (first <= from_ + 1 || tokens_[end_ - 1].kind != TokenKind::LeftBrace || first >= end_ - 1)
      return;
    add(first, end_ - 1, {}, [&](Diagnostics& diags) {
      diags.report(span(first, end_ - 1), diag::StrayInHead, text(first, end_ - 1))
          .unsafeFix("remove it", {file_, tokens_[first - 1].end, tokens_[end_ - 2].end}, "");
    });
  }

  [[nodiscard]] bool endsInDot() const {
    size_t last = end_ - 1;
    while (last > from_ && tokens_[last].kind == TokenKind::RightBrace) --last;
    return tokens_[last].kind == TokenKind::Dot;
  }

  /// A line of prose: several words that are none of the language.
  void prose() {
    if (end_ < from_ + 3) return;
    if (!tokens_[from_].firstOnLine &&
        (from_ == 0 || tokens_[from_ - 1].kind != TokenKind::LeftBrace))
      return;
    size_t end = end_;
    if (tokens_[end - 1].kind == TokenKind::RightBrace) --end;
    if (tokens_[end - 1].kind == TokenKind::LeftBrace) return;
    const Token& first = tokens_[from_];
    const bool numbered = first.kind == TokenKind::Number;
    if (first.kind != TokenKind::Ident && !numbered) return;
    size_t words = 0;
    for (size_t i = from_; i < end; ++i) words += isName(tokens_[i]);
    if (words < (endsInDot() ? 2U : 3U) && !(numbered && words > 0)) return;
    const bool bullets = head_ != TokenKind::EndOfFile;
    add(from_, end, {}, [&](Diagnostics& diags) {
      auto report = diags.report(span(from_, end), diag::BareProse);
      if (bullets) {
        report.help(diag::ProseNeedsDash);
        const bool marked = numbered && tokens_[from_ + 1].kind == TokenKind::Dot;
        report.unsafeFix("make it a bullet", marked ? span(from_, from_ + 2) : before(from_),
                         marked ? "-" : "- ");
      } else {
        report.help(diag::DeclarationsAre);
      }
    });
  }

  FileId file_;
  StringRef source_;
  Tokens tokens_;
  size_t from_;
  size_t at_;
  size_t end_;  ///< Behind the last token of the line, or of what is looked at of it.
  bool ended_;
  TokenKind head_;
  const DeclaredNames& declared_;
  size_t name_ = 0;
  bool declaration_ = false;
  std::vector<Mend> out_;
};

}  // namespace

DeclaredNames namesOf(StringRef source, Tokens tokens) {
  DeclaredNames out;
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!declares(tokens[i].kind) || tokens[i + 1].firstOnLine) continue;
    const size_t behind = behindTitled(tokens, i + 1);
    if (behind == i + 1) continue;
    const std::string name = joinWords(source.slice(tokens[i + 1].begin, tokens[behind - 1].end));
    out.names.insert(name);
    if (behind < tokens.size() && tokens[behind].kind == TokenKind::String &&
        isOnLine(tokens, behind)) {
      const StringRef title = source.slice(tokens[behind].begin + 1, tokens[behind].end - 1);
      const auto [entry, added] = out.byTitle.try_emplace(title, name);
      if (!added && entry->second != name) entry->second.clear();
    }
  }
  return out;
}

size_t countHalfTyped(StringRef source, Tokens tokens,
                      llvm::function_ref<const DeclaredNames&()> declared) {
  size_t count = 0;
  for (size_t i = 0; i + 2 < tokens.size(); ++i) {
    // `attribute grade :`, and the next line begins with a word of the language that is no type.
    const bool isType =
        tokens[i + 1].kind == TokenKind::Url && tokens[i + 2].kind != TokenKind::String;
    if (tokens[i].kind == TokenKind::Colon && tokens[i + 1].firstOnLine &&
        beginsItem(tokens[i + 1].kind) && !isType)
      ++count;
    // `use acme.core as`, and the next line declares something: `family Drivers "Drivers"` would be
    // a value at the top of a file.
    if (tokens[i].kind == TokenKind::As && tokens[i + 1].firstOnLine &&
        declares(tokens[i + 1].kind) && i + 3 < tokens.size() && isOnLine(tokens, i + 2) &&
        isOnLine(tokens, i + 3) && tokens[i + 2].kind == TokenKind::Ident &&
        (tokens[i + 3].kind == TokenKind::String || tokens[i + 3].kind == TokenKind::LeftBrace))
      ++count;
    if (!tokens[i].firstOnLine) continue;
    // A word and no more; the next line begins with another.
    const Token& below = tokens[i + 1];
    // What a declaration is called may well stand below its word.
    const bool open = syntax::keywordClass(tokens[i].kind) == KeywordClass::BeginsItem;
    const bool goesOn = tokens[i].kind == TokenKind::Renews && below.kind == TokenKind::Every;
    if (open && !goesOn && below.firstOnLine && beginsItem(below.kind) &&
        !declared().names.contains(source.slice(below.begin, below.end)))
      ++count;
    if (tokens[i].kind != TokenKind::Requires) continue;
    const size_t level = behindName(tokens, i + 1);
    if (level == i + 1 || below.firstOnLine || level + 1 >= tokens.size() ||
        tokens[level].firstOnLine)
      continue;
    const Token& next = tokens[level + 1];
    if (tokens[level].kind == TokenKind::Ident && next.firstOnLine && beginsItem(next.kind))
      ++count;
  }
  return count;
}

std::vector<Mend> guesses(FileId file, StringRef source, Tokens tokens, size_t from, size_t at,
                          bool ended, TokenKind head, const DeclaredNames& declared) {
  return Guesser(file, source, tokens, from, at, ended, head, declared).run();
}

/// `skills { Reading a chart }`: nothing but bullets can stand in the list, and a value of an
/// attribute least of all.
static bool beginsProse(Tokens tokens, size_t i) {
  if (i < 3 || tokens[i].kind != TokenKind::Ident || tokens[i + 1].kind != TokenKind::Ident)
    return false;
  if (tokens[i - 1].kind != TokenKind::LeftBrace || tokens[i + 1].firstOnLine) return false;
  switch (tokens[i - 2].kind) {
    case TokenKind::Skills:
    case TokenKind::Abilities:
    case TokenKind::Tasks:
    case TokenKind::Knowledge:
    case TokenKind::Develop:
    case TokenKind::Evidence:
    case TokenKind::Interview: break;
    default: return false;
  }
  // The word is no name.
  const TokenKind before = tokens[i - 3].kind;
  return before == TokenKind::LeftBrace || before == TokenKind::RightBrace ||
         before == TokenKind::Bullet || before == TokenKind::String || before == TokenKind::Ident;
}

std::vector<Mend> suspicions(FileId file, StringRef source, Tokens tokens,
                             llvm::function_ref<const DeclaredNames&()> declared) {
  std::vector<Mend> out;
  std::vector<TokenKind> heads;
  size_t begin = 0;
  for (size_t i = 0; i + 2 < tokens.size(); ++i) {
    const TokenKind before = i == 0 ? TokenKind::RightBrace : tokens[i - 1].kind;
    if (before == TokenKind::LeftBrace || before == TokenKind::RightBrace || tokens[i].firstOnLine)
      begin = i;
    if (tokens[i].kind == TokenKind::LeftBrace) heads.push_back(tokens[begin].kind);
    if (tokens[i].kind == TokenKind::RightBrace && !heads.empty()) heads.pop_back();
    const TokenKind head = heads.empty() ? TokenKind::EndOfFile : heads.back();
    if (beginsProse(tokens, i)) {
      Guesser guesser(file, source, tokens, i, i, false, head, declared());
      if (std::optional<Mend> mend = guesser.proseInList()) out.push_back(std::move(*mend));
      continue;
    }
    if (!tokens[i].firstOnLine) continue;
    const TokenKind kind = tokens[i].kind;
    const bool requires_ = kind == TokenKind::Requires || kind == TokenKind::Develops;
    if (!requires_ && !holdsNoValue(kind) && !(heads.empty() && declares(kind))) continue;
    const size_t behind = behindName(tokens, i + 1);
    if (behind == i + 1 || !isOnLine(tokens, behind)) continue;
    const TokenKind next = tokens[behind].kind;
    if (next != TokenKind::Ident && !(requires_ && next == TokenKind::Bullet)) continue;
    Guesser guesser(file, source, tokens, i, behind, false, head, declared());
    if (std::optional<Mend> mend = guesser.suspicion()) out.push_back(std::move(*mend));
  }
  return out;
}

}  // namespace cadre::parse
