// How texts are spelt in source: quoted texts, text blocks and the prose of bullets. Takes values
// of the tree, gives what the scanner reads back as the same value.
#pragma once

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::format {

/// `value` in quotes, on one line. What may not stand raw (controls, controls of text direction) is
/// written `\u{…}`.
std::string quoted(llvm::StringRef value);

/// The lines between the quotes of a text block that holds `value`, or nothing when a block cannot
/// hold it (its lines have a common indentation, or end in white space).
llvm::SmallVector<std::string> blockLines(llvm::StringRef value);

/// A bullet's text as it stands behind the dash (and the label, where there is one): braces
/// escaped, line breaks as spaces. A text without a label that would read as one gets a backslash.
std::string prose(llvm::StringRef text, bool hasLabel);

/// Splits prose where a line may end: at single spaces in front of a word that cannot begin another
/// item. The pieces refer to `prose`.
llvm::SmallVector<llvm::StringRef> pieces(llvm::StringRef prose);

}  // namespace cadre::format
