// A typed 32-bit index into a Table: takes a tag type, gives ids that compare, order and hash, and
// never mixes two tables. Knows nothing of what the tables hold.
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>

namespace cadre {

/// An index into `Table<Record>`. A default-constructed id names nothing.
template <class Record>
class Id {
public:
  constexpr Id() = default;
  constexpr explicit Id(uint32_t index) : index_(index) {}

  static constexpr Id none() { return Id(); }

  [[nodiscard]] constexpr bool isValid() const { return index_ != absent; }
  constexpr explicit operator bool() const { return isValid(); }

  /// The place in the table, from 0. The id must be valid.
  [[nodiscard]] constexpr uint32_t index() const {
    assert(isValid());
    return index_;
  }

  friend constexpr auto operator<=>(Id, Id) = default;

private:
  static constexpr uint32_t absent = UINT32_MAX;
  uint32_t index_ = absent;
};

}  // namespace cadre
