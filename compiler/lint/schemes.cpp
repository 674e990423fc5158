#include "lint/schemes.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Regex.h>

namespace cadre::lint {

using llvm::StringRef;

namespace {

struct Row {
  StringRef names;
  Scheme scheme;
};

/// Without an edition at its end: `isco-08`, `sfia9`, `ecf-4.0`, `nice_2025`.
StringRef withoutEdition(StringRef name) { return name.rtrim("0123456789.").rtrim("-_"); }

}  // namespace

const Scheme* findScheme(StringRef name) {
  static const Row rows[] = {
#define SCHEME(names, pattern, example) \
  {names, {StringRef(names).split(' ').first, pattern, example}},
#include "lint/schemes.def"
  };
  const std::string lower = name.lower();
  const StringRef bare = withoutEdition(lower);
  for (const Row& row : rows) {
    llvm::SmallVector<StringRef, 4> names;
    row.names.split(names, ' ');
    if (llvm::is_contained(names, bare)) return &row.scheme;
  }
  return nullptr;
}

bool isCodeOf(const Scheme& scheme, StringRef target) {
  return llvm::Regex(("^(" + scheme.pattern + ")$").str()).match(target);
}

}  // namespace cadre::lint
