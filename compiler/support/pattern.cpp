#include "support/pattern.h"

#include <re2/re2.h>

namespace cadre {

bool matchesWhole(llvm::StringRef pattern, llvm::StringRef text, std::string* error) {
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 expression(re2::StringPiece(pattern.data(), pattern.size()), options);
  if (error) *error = expression.error();
  return expression.ok() && RE2::FullMatch(re2::StringPiece(text.data(), text.size()), expression);
}

}  // namespace cadre
