// UTF-8 text as Unicode sees it: decoding, validity, NFC, identifier classes, width in a terminal.
// Takes bytes, gives code points and copies; allocates only where it says so. Built on utf8proc.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <string>

namespace cadre::unicode {

/// One decoded code point. `length` is its bytes, 1 to 4; for a byte that begins no valid sequence
/// `valid` is false, `value` is that byte and `length` 1.
struct CodePoint {
  char32_t value = 0;
  uint8_t length = 1;
  bool valid = true;
};

/// Decodes the code point at `offset`, which must lie inside `text`.
CodePoint decode(llvm::StringRef text, size_t offset);

/// Appends a code point as UTF-8. It must be a Unicode scalar value.
void append(std::string& out, char32_t value);

/// True when all of `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool isValid(llvm::StringRef text);

/// The number of code points in valid UTF-8.
size_t length(llvm::StringRef text);

/// True for bytes below 0x80 alone.
bool isAscii(llvm::StringRef text);

/// Normalisation form C (UAX #15). Text that is ASCII comes back as it is.
std::string toNfc(llvm::StringRef text);

/// The text with all differences of case taken out (full case folding, NFC). Equal for names that
/// a file system which ignores case would take for one.
std::string foldCase(llvm::StringRef text);

/// Letters without their accents: `é` gives `e`. Those that are letters of their own stay, as `ø`.
std::string withoutMarks(llvm::StringRef text);

/// The letter in upper case, where that is a single one.
char32_t toUpper(char32_t value);

/// UAX #31: can begin, can continue an identifier (XID_Start, XID_Continue).
bool isIdentifierStart(char32_t value);
bool isIdentifierContinue(char32_t value);

/// A character that text may not hold: U+0000–001F but tab, line feed and carriage return, U+007F,
/// and U+0080–009F.
bool isControl(char32_t value);

/// Controls of text direction (CVE-2021-42574): U+202A–202E, U+2066–2069.
bool isBidiControl(char32_t value);
/// The left-to-right, right-to-left and Arabic letter marks: invisible, and as harmless as a letter
/// of their direction.
bool isDirectionMark(char32_t value);

/// One of the 66 code points that Unicode keeps for internal use (U+FFFE, U+FDD0, …).
bool isNoncharacter(char32_t value);

/// White space other than tab, line feed, carriage return and the plain space.
bool isOddSpace(char32_t value);

/// Columns that the code point takes in a terminal: 0 (combining), 1 or 2 (wide).
int width(char32_t value);

/// Columns that valid UTF-8 takes in a terminal; a tab counts as one.
int width(llvm::StringRef text);

}  // namespace cadre::unicode
