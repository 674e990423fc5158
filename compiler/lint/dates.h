// Dates and versions as a framework writes them: takes their text, says which of two comes first.
// Knows no calendar beyond months, and no clock.
#pragma once

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>

#include <optional>

namespace cadre::lint {

/// Months since the year 0 of `2026-03-01`, and the day; none for another form.
struct Day {
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Day&, const Day&) = default;
};
[[nodiscard]] std::optional<Day> readDay(llvm::StringRef text);

/// Whole months from one day to a later one.
[[nodiscard]] int monthsBetween(const Day& from, const Day& to);

/// Whether version `a` is before `b`: `2.1`, `2.1.0` and `2.1.0-beta` are the same. False where one of
/// them is no row of numbers.
[[nodiscard]] bool isOlder(llvm::StringRef a, llvm::StringRef b);

}  // namespace cadre::lint
