// Numbers that look random and are the same in every run (splitmix64): takes a seed. Good for
// variants of tests, and for nothing else.
#pragma once

#include <cstddef>
#include <cstdint>

namespace cadre::golden {

class Dice {
public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  /// A number below `limit`, which is not 0.
  size_t below(size_t limit) {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<size_t>((z ^ (z >> 31U)) % limit);
  }

private:
  uint64_t state_;
};

}  // namespace cadre::golden
