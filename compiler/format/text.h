// How texts are spelt in source: quoted texts, text blocks and the prose of bullets. Takes values
// of the tree, gives what the scanner reads back as the same value.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::format {

/// The columns that a line may have, where it can be helped.
inline constexpr size_t lineWidth = 100;

/// `value` in quotes, on one line. What may not stand raw (controls, controls of text direction) is
/// written `\u{…}`.
std::string quoted(llvm::StringRef value);

/// The lines between the quotes of a text block that holds `value`, or nothing when a block cannot
/// hold it (its lines have a common indentation, or end in white space).
llvm::SmallVector<std::string> blockLines(llvm::StringRef value);

/// The same for any value: what a block cannot hold as it stands is escaped.
llvm::SmallVector<std::string> escapedBlockLines(llvm::StringRef value);

/// A bullet's text as it stands behind the dash (and the label, where there is one): braces
/// escaped, line breaks as spaces. A text without a label that would read as one gets a backslash.
std::string prose(llvm::StringRef text, bool hasLabel);

/// Where a bullet's text that has no label and would read as one on a single line goes on in a line of
/// its own: behind that many bytes, and a space. `second` is the author's second line; 0 where there is
/// no such place.
size_t breakInLabel(llvm::StringRef text, llvm::StringRef second);

/// A bullet as the author wrote it, taken apart.
struct BulletLines {
  llvm::StringRef label;                     ///< With its brackets; empty without one.
  llvm::SmallVector<llvm::StringRef> prose;  ///< Its lines, without white space at their ends.
};

/// The lines of `bullet` (with its dash): as the author broke them, and those beyond `room` columns
/// broken where a line may end. That is at a single space, before a word that begins no item.
BulletLines bulletLines(llvm::StringRef bullet, size_t room);

/// Columns that text takes, as a terminal shows it.
size_t columns(llvm::StringRef text);

}  // namespace cadre::format
