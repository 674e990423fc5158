#include "support/uuid.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/SHA1.h>

#include <algorithm>

namespace cadre {

std::string Uuid::str() const {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(36);
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += digits[bytes[i] >> 4];
    out += digits[bytes[i] & 0xF];
  }
  return out;
}

Uuid uuidV5(const Uuid& space, llvm::StringRef name) {
  llvm::SHA1 hash;
  hash.update(llvm::ArrayRef<uint8_t>(space.bytes));
  hash.update(name);
  const std::array<uint8_t, 20> digest = hash.final();
  Uuid out;
  std::copy_n(digest.begin(), out.bytes.size(), out.bytes.begin());
  out.bytes[6] = static_cast<uint8_t>((out.bytes[6] & 0x0F) | 0x50);  // The version: 5.
  out.bytes[8] = static_cast<uint8_t>((out.bytes[8] & 0x3F) | 0x80);  // The variant of the RFC.
  return out;
}

}  // namespace cadre
