// UUIDs made from names (version 5, RFC 9562): takes a namespace and a name, gives 128 bits that
// are the same on every machine and in every run. Makes no random ones.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <array>
#include <cstdint>
#include <string>

namespace cadre {

struct Uuid {
  std::array<uint8_t, 16> bytes{};

  /// The usual form, in lower case: `6ba7b811-9dad-11d1-80b4-00c04fd430c8`.
  [[nodiscard]] std::string str() const;

  friend constexpr bool operator==(const Uuid&, const Uuid&) = default;
};

/// The namespace for URLs (RFC 9562, section 6.6).
inline constexpr Uuid urlNamespace{{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,  //
                                    0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}};

/// The version 5 UUID of the bytes of `name` in `space`.
[[nodiscard]] Uuid uuidV5(const Uuid& space, llvm::StringRef name);

}  // namespace cadre
