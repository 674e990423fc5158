#include "lint/wording.h"

#include <fmt/format.h>

namespace cadre::lint {

std::string listed(llvm::ArrayRef<llvm::StringRef> names, llvm::StringRef last) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " " + last.str() + " " : ", ";
    out += "`" + names[i].str() + "`";
  }
  return out;
}

std::string inWords(size_t count) {
  static constexpr const char* words[] = {"no",  "one",   "two",   "three", "four", "five",  "six",
                                          "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return count < std::size(words) ? words[count] : std::to_string(count);
}

}  // namespace cadre::lint
