// What a sheet can hold, and texts and names in the form in which it holds them: takes any text,
// gives one that fits, and says whether it had to be cut or changed.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/ADT/StringSet.h>

#include <cstdint>
#include <string>

namespace cadre::emit::xlsx {

using llvm::StringRef;

/// The limits of Excel; tests have smaller ones.
struct Limits {
  uint32_t rows = 1'048'576;
  uint32_t columns = 16'384;
  size_t characters = 32'767;  ///< Of a cell, counted as UTF-16 does.
};

/// A text that a cell can hold.
struct CellText {
  std::string text;
  bool isCut = false;      ///< It was longer; it ends in `…`.
  bool isChanged = false;  ///< It held characters that XML has no place for.
};
[[nodiscard]] CellText fitText(StringRef text, size_t mostCharacters);

/// The names of the sheets of one workbook.
class SheetNames {
public:
  /// Excel keeps one name for itself; `fixed` are those that the workbook always gives as they are.
  explicit SheetNames(llvm::ArrayRef<StringRef> fixed);

  /// `wanted`, as like as a name can be: at most 31 characters, none of `[]:*?/\`, no apostrophe at
  /// an end, unlike every other name whatever its case.
  std::string claim(StringRef wanted);

private:
  llvm::StringSet<> taken_;
};

}  // namespace cadre::emit::xlsx
