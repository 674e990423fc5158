// Encodings of foreign files: takes bytes, gives UTF-8 and the name of the encoding that they were
// in. Drops nothing: what is no text in the encoding becomes bytes that are no UTF-8 either, so
// that whoever reads on can report it at its place.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>

namespace cadre::import::foreign {

struct DecodedText {
  std::string text;  ///< Without a byte order mark.
  std::string
      encoding;  ///< `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` or the name that was given.
  /// Nobody and no byte order mark named the encoding, and it is not UTF-8.
  bool guessed = false;
};

/// Reads `bytes` as `encoding` (a name as iconv knows it), or, where that is empty, as what a byte
/// order mark says, as UTF-8, as UTF-16 without a mark, or as Windows-1252. Nothing for a name that
/// is not known.
std::optional<DecodedText> decodeText(llvm::StringRef bytes, llvm::StringRef encoding);

}  // namespace cadre::import::foreign
