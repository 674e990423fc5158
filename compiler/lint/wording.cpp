#include "lint/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace cadre::lint {

using llvm::ArrayRef;
using llvm::StringRef;

std::string counted(size_t number, StringRef one, StringRef many) {
  return fmt::format("{} {}", number, std::string_view(number == 1 ? one : many));
}

std::string counted(size_t number, StringRef one) { return counted(number, one, one.str() + "s"); }

std::string listed(ArrayRef<StringRef> names, StringRef joint, size_t most) {
  // One more than is shown would be as long as `1 other`.
  const size_t shown = names.size() <= most + 1 ? names.size() : most;
  std::vector<std::string> parts;
  for (const StringRef name : names.take_front(shown)) parts.push_back(fmt::format("`{}`", std::string_view(name)));
  if (shown < names.size()) parts.push_back(fmt::format("{} others", names.size() - shown));
  return joined(parts, joint);
}

std::string joined(ArrayRef<std::string> parts, StringRef joint) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? fmt::format(" {} ", std::string_view(joint)) : ", ";
    out += parts[i];
  }
  return out;
}

}  // namespace cadre::lint
