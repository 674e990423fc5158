#include "support/address.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre {

bool isWebAddress(llvm::StringRef address) {
  const auto [scheme, rest] = address.split(':');
  return (scheme.equals_insensitive("http") || scheme.equals_insensitive("https")) &&
         rest.starts_with("//");
}

std::string percentEncoded(llvm::StringRef address, llvm::function_ref<bool(char)> stays) {
  std::string out;
  for (const char c : address) {
    if (stays(c)) {
      out += c;
    } else {
      out += '%';
      out += llvm::hexdigit(static_cast<unsigned char>(c) >> 4);
      out += llvm::hexdigit(static_cast<unsigned char>(c) & 15);
    }
  }
  return out;
}

}  // namespace cadre
