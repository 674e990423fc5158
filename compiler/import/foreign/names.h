// Names for imported things: takes titles, gives identifiers that source can use, each once in its
// namespace. Knows nothing of what is named.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/ADT/StringSet.h>

#include <string>

namespace cadre::import::foreign {

/// The words of `title` as one ASCII identifier in UpperCamel: `First-Line Supervisors` gives
/// `FirstLineSupervisors`. At most `longest` bytes, cut between words where it can be. Empty when
/// the title has no ASCII letter or digit; never a keyword. Begins with a letter: a digit in front
/// gets an `N`.
std::string upperCamel(llvm::StringRef title, size_t longest = 100);

/// The same with the letters of all scripts: `Führung im Team` gives `FührungImTeam`. `longest`
/// counts code points. Empty when the title has no letter or digit.
std::string readableName(llvm::StringRef title, size_t longest);

/// The words of `title` in lower case with `-` between them: `first-line-supervisors`. Letters
/// become those of ASCII where they have a form in it: `Bücherei` gives `buecherei`.
std::string slug(llvm::StringRef title);

/// The names of one namespace.
class Names {
public:
  /// `name` if it is free, else `name` with `suffix` behind it, else with `-2`, `-3`, … too; the
  /// result is taken from then on. What of `suffix` no name can hold becomes `-`.
  std::string take(llvm::StringRef name, llvm::StringRef suffix);

  [[nodiscard]] bool has(llvm::StringRef name) const { return taken_.contains(name); }

private:
  llvm::StringSet<> taken_;
};

}  // namespace cadre::import::foreign
