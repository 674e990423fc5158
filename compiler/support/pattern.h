// Regular expressions that authors write, in time linear to the text (RE2): takes a pattern, gives
// a matcher or what is wrong with it.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <memory>
#include <string>

namespace cadre {

/// Whether all of `text` matches `pattern` (RE2 syntax). `error`, when given, is set to what is
/// wrong with the pattern, or cleared; a wrong pattern matches nothing.
bool matchesWhole(llvm::StringRef pattern, llvm::StringRef text, std::string* error = nullptr);

/// A pattern that is matched against many texts.
class Pattern {
public:
  explicit Pattern(llvm::StringRef pattern);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  /// What is wrong with the pattern; empty for a good one.
  [[nodiscard]] const std::string& error() const;
  /// Whether all of `text` matches. A wrong pattern matches nothing.
  [[nodiscard]] bool matchesWhole(llvm::StringRef text) const;

private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace cadre
