#include "support/pattern.h"

#include <re2/re2.h>

namespace cadre {

namespace {

re2::StringPiece piece(llvm::StringRef text) { return {text.data(), text.size()}; }

RE2::Options quietly() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

}  // namespace

struct Pattern::Compiled {
  explicit Compiled(llvm::StringRef pattern) : expression(piece(pattern), quietly()) {}
  RE2 expression;
};

Pattern::Pattern(llvm::StringRef pattern) : compiled_(std::make_unique<Compiled>(pattern)) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

const std::string& Pattern::error() const { return compiled_->expression.error(); }

bool Pattern::matchesWhole(llvm::StringRef text) const {
  const RE2& expression = compiled_->expression;
  return expression.ok() && RE2::FullMatch(piece(text), expression);
}

bool matchesWhole(llvm::StringRef pattern, llvm::StringRef text, std::string* error) {
  const Pattern compiled(pattern);
  if (error) *error = compiled.error();
  return compiled.matchesWhole(text);
}

}  // namespace cadre
