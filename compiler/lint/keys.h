// What a baseline knows places by: takes a model and the trees, gives for a place the key of its declaration
// and what is marked there, neither of which moved lines, files or a renaming change.
#pragma once

#include "lint/baseline.h"
#include "model/model.h"
#include "source/source_manager.h"
#include "syntax/ast.h"

#include <string>
#include <utility>
#include <vector>

namespace cadre::lint {

class Keys {
public:
  /// All must outlive it.
  Keys(const model::Model& model, const SourceManager& sources, llvm::ArrayRef<const syntax::File*> trees);

  /// The key of the last declaration whose name stands at or before a place. Of a translation: none, for
  /// it may stand anywhere.
  [[nodiscard]] llvm::StringRef at(Span place) const;
  /// That key and the marked text, its white space normalised; of a declaration's name, no text.
  [[nodiscard]] BaselineSite siteOf(Span place) const;

private:
  const SourceManager& sources_;
  std::vector<std::pair<Span, llvm::StringRef>> names_;  ///< Of declarations with their keys, in order.
  std::vector<Span> translations_;
};

/// One space for all white space between words, none at the ends.
[[nodiscard]] std::string squeezed(llvm::StringRef text);

}  // namespace cadre::lint
