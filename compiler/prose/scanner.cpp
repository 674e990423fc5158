#include "prose/scanner.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <utf8proc.h>

#include <array>

namespace cadre::prose {
namespace {

/// What an ASCII character is inside of a word.
enum Class : uint8_t { Other = 0, Lower = 1, Upper = 2, Digit = 4 };
constexpr auto makeClasses() {
  std::array<uint8_t, 256> classes{};
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = Lower;
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = Upper;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = Digit;
  classes['_'] = Digit;
  return classes;
}
constexpr std::array<uint8_t, 256> classes = makeClasses();
Class classOf(char c) { return static_cast<Class>(classes[static_cast<unsigned char>(c)]); }

bool isAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool isLetterLike(char32_t value) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
  }
}

bool isUpper(char32_t value) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(value)) == UTF8PROC_CATEGORY_LU;
}
bool isLower(char32_t value) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(value)) == UTF8PROC_CATEGORY_LL;
}

Mark markOf(char32_t value) {
  switch (value) {
    case '"':
    case '\'':
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
    case U'‘':
    case U'’': return Mark::Quote;
    case '-':
    case U'–':
    case U'—':
    case U'‒':
    case U'―': return Mark::Hyphen;
    case ',': return Mark::Comma;
    case ':': return Mark::Colon;
    case ';': return Mark::Semicolon;
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}': return Mark::Bracket;
    case '/':
    case '|': return Mark::Slash;
    case '!':
    case '?':
    case U'…': return Mark::Stop;
    case '\n':
    case U'•': return Mark::Break;
    default: return Mark::None;
  }
}

constexpr StringRef slashWords[] = {"and",  "or",  "he",      "she",     "his", "her",
                                    "hers", "him", "himself", "herself", "et",  "ou",
                                    "il",   "elle", "ils",    "elles",   "un",  "une"};
constexpr StringRef elided[] = {"l", "d",  "n",     "s",      "j",      "c",     "m",
                                "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};

/// `and/or` and what else is one word with a slash in it.
bool isSlashWord(StringRef part) {
  return llvm::any_of(slashWords, [&](StringRef each) { return part.equals_insensitive(each); });
}

}  // namespace

void Scanner::note(Piece& piece, Mark mark) {
  if (mark > piece.before) piece.before = mark;
}

size_t Scanner::wordCharacter(size_t at) const {
  if (at >= text_.size()) return 0;
  char c = text_[at];
  if (isAscii(c)) return classOf(c) != Other ? 1 : 0;
  unicode::CodePoint point = unicode::decode(text_, at);
  return point.valid && isLetterLike(point.value) ? point.length : 0;
}

StringRef Scanner::partBefore(size_t at, const Piece& piece) const {
  StringRef word = text_.slice(piece.begin, at);
  size_t cut = word.find_last_of("/.");
  return cut == StringRef::npos ? word : word.drop_front(cut + 1);
}

StringRef Scanner::partAfter(size_t at) const {
  size_t end = at + 1;
  while (size_t length = wordCharacter(end)) end += length;
  return text_.slice(at + 1, end);
}

bool Scanner::joinsSlash(size_t at, const Piece& piece) const {
  StringRef before = partBefore(at, piece);
  StringRef after = partAfter(at);
  if (before.empty() || after.empty()) return false;
  if (isSlashWord(before) && isSlashWord(after)) return true;
  if (llvm::isDigit(before.back()) && llvm::isDigit(after.front())) return true;
  return before.size() == 1 && after.size() <= 2;
}

/// The bytes of a mark at `at` that the word goes on behind, or 0.
size_t Scanner::innerMark(size_t at, const Piece& piece) const {
  char c = text_[at];
  if (!isAscii(c)) {
    StringRef rest = text_.substr(at);
    bool inner = rest.starts_with("’") || rest.starts_with("\u2011") || rest.starts_with("\u00ad");
    size_t length = rest.starts_with("\u00ad") ? 2 : 3;
    return inner && wordCharacter(at + length) != 0 ? length : 0;
  }
  if (at + 1 >= text_.size() || wordCharacter(at + 1) == 0) return 0;
  char before = text_[at - 1];
  char after = text_[at + 1];
  switch (c) {
    case '\'':
    case '-': return 1;
    case ',': return llvm::isDigit(before) && llvm::isDigit(after) ? 1 : 0;
    case '&': return llvm::isUpper(before) && llvm::isUpper(after) ? 1 : 0;
    case '@': return 1;
    case '/': return joinsSlash(at, piece) ? 1 : 0;
    case '.': {
      if (llvm::isDigit(before) || llvm::isDigit(after)) return 1;
      return partBefore(at, piece).size() == 1 || llvm::isLower(after) ? 1 : 0;
    }
    default: return 0;
  }
}

bool Scanner::isElision(StringRef head) const {
  return llvm::any_of(elided, [&](StringRef each) { return head.equals_insensitive(each); });
}

void Scanner::readUrl() {
  while (at_ < text_.size() && !llvm::isSpace(text_[at_]) &&
         !StringRef("<>\"").contains(text_[at_]))
    ++at_;
  while (StringRef(".,;:!?)").contains(text_[at_ - 1])) --at_;
}

void Scanner::readWord(Piece& piece) {
  piece.begin = static_cast<uint32_t>(at_);
  piece.isInBrackets = brackets_ != 0;
  unsigned upper = 0;
  bool lower = false;
  bool isFirst = true;
  piece.isCapital = classOf(text_[at_]) == Upper;
  for (;;) {
    uint8_t run = 0;
    while (at_ < text_.size() && classOf(text_[at_]) != Other) {
      Class one = classOf(text_[at_++]);
      upper += one == Upper;
      run |= one;
    }
    lower = lower || (run & Lower) != 0;
    isFirst = isFirst && run == 0;
    if (at_ < text_.size() && text_[at_] == ' ') break;
    if (size_t length = wordCharacter(at_)) {
      char32_t value = unicode::decode(text_, at_).value;
      if (isUpper(value)) {
        ++upper;
        if (isFirst) piece.isCapital = true;
      } else if (isLower(value)) {
        lower = true;
      }
      isFirst = false;
      at_ += length;
      continue;
    }
    if (at_ >= text_.size()) break;
    StringRef rest = text_.substr(at_);
    if (rest.starts_with("://")) {
      readUrl();
      break;
    }
    if (elides_ && (rest.starts_with("'") || rest.starts_with("’"))) {
      StringRef head = text_.slice(piece.begin, at_);
      size_t length = rest.starts_with("'") ? 1 : 3;
      // Lists write `l' équipe`, and entries may end with `d'`.
      const StringRef behind = text_.substr(at_ + length);
      bool goesOn =
          wordCharacter(at_ + length) != 0 || behind.empty() || behind.starts_with(" ");
      if (isElision(head) && goesOn) {
        at_ += length;
        break;
      }
    }
    size_t inner = innerMark(at_, piece);
    if (inner == 0) {
      // `C#`, `C++`
      if (at_ - piece.begin == 1 && (rest.starts_with("#") || rest.starts_with("++"))) {
        at_ += rest.starts_with("#") ? 1 : 2;
      }
      break;
    }
    at_ += inner;
  }
  piece.end = static_cast<uint32_t>(at_);
  piece.isAllCaps = upper >= 2 && !lower;
}

void Scanner::readMark(Piece& piece) {
  char c = text_[at_];
  if (isAscii(c)) {
    ++at_;
    if (c == '.') {
      // `.NET` stops nothing.
      bool opens = at_ < text_.size() && wordCharacter(at_) != 0 &&
                   (at_ == 1 || llvm::isSpace(text_[at_ - 2]));
      if (!opens) {
        note(piece, Mark::Stop);
        piece.isClosed = false;
      }
      return;
    }
    if (c == '(' || c == '[') ++brackets_;
    if ((c == ')' || c == ']') && brackets_ != 0) --brackets_;
    if (c == ')' || c == ']' || c == '"' || c == '\'') piece.isClosed = true;
    note(piece, markOf(static_cast<char32_t>(c)));
    return;
  }
  unicode::CodePoint point = unicode::decode(text_, at_);
  at_ += point.length;
  Mark mark = markOf(point.value);
  if (point.value == U'”' || point.value == U'»' || point.value == U'’') piece.isClosed = true;
  note(piece, mark);
}

void Scanner::skipMarks(Piece& piece) {
  while (at_ < text_.size() && wordCharacter(at_) == 0) {
    if (text_[at_] == ' ') {
      ++at_;
      continue;
    }
    if (text_[at_] == '&' && (at_ + 1 == text_.size() || llvm::isSpace(text_[at_ + 1]))) return;
    readMark(piece);
  }
}

bool Scanner::next(Piece& piece) {
  piece = Piece();
  skipMarks(piece);
  if (piece.before == Mark::Break) brackets_ = 0;
  if (at_ >= text_.size()) return false;
  if (text_[at_] == '&') {
    piece.begin = static_cast<uint32_t>(at_);
    piece.end = static_cast<uint32_t>(++at_);
    piece.isInBrackets = brackets_ != 0;
    return true;
  }
  readWord(piece);
  return true;
}

}  // namespace cadre::prose
