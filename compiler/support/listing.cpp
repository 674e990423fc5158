#include "support/listing.h"

#include <vector>

namespace cadre {

std::string enumerated(llvm::ArrayRef<std::string> items, llvm::StringRef last) {
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " " + last.str() + " " : ", ";
    out += items[i];
  }
  return out;
}

std::string enumerated(llvm::ArrayRef<llvm::StringRef> names, llvm::StringRef last) {
  std::vector<std::string> quoted;
  quoted.reserve(names.size());
  for (const llvm::StringRef name : names) quoted.push_back("`" + name.str() + "`");
  return enumerated(quoted, last);
}

}  // namespace cadre
