// A small algebra of layouts (after Wadler): what a text may look like, before it is known what
// fits on a line. Takes words and places where a line may break, gives text. Knows no syntax.
#pragma once

#include "support/arena.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::format {

/// A layout. Immutable; made by Docs, lives in its arena.
struct Doc {
  enum class Kind : uint8_t { Text, Line, HardLine, Concat, Nest, Group };

  Kind kind = Kind::Concat;
  llvm::StringRef text;              ///< Of Text: without a line break.
  int width = 0;                     ///< Of Text: columns.
  llvm::ArrayRef<const Doc*> parts;  ///< Of Concat.
  const Doc* inner = nullptr;        ///< Of Nest and Group.
};

/// Makes layouts.
class Docs {
public:
  /// `arena` must outlive the layouts.
  explicit Docs(Arena& arena) : arena_(arena) {}

  /// The words as they are; `words` is copied and holds no line break.
  const Doc* text(llvm::StringRef words);
  /// A space, or a line break where the group around it does not fit.
  const Doc* line() const;
  /// A line break, always. Blank lines get no white space.
  const Doc* hardLine() const;
  const Doc* concat(llvm::ArrayRef<const Doc*> parts);
  /// The lines that begin inside `inner` stand two columns deeper.
  const Doc* nest(const Doc* inner);
  /// `inner` on one line if it fits there, else with all its own lines broken.
  const Doc* group(const Doc* inner);
  /// The pieces with spaces between them, as many on each line as fit.
  const Doc* fill(llvm::ArrayRef<llvm::StringRef> pieces);

private:
  Arena& arena_;
};

/// Appends the layout to `out`, which ends where a line begins. A line is longer than `width`
/// columns only where it has no place to break.
void render(const Doc* doc, int width, std::string& out);

}  // namespace cadre::format
