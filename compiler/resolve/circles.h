// Circles in what refers to what: takes a number of things and what each leads to, gives the
// circles that a walk through them meets. Knows nothing of what the things are, and reports
// nothing.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre::resolve {

using Successors = llvm::SmallVector<uint32_t, 4>;

/// Walks from each of 0 up to `count` in order and gives each circle that closes on the way, as its
/// members in order. The last leads to the first. Of circles that share most of their members, some
/// thousands of members are given: there may be as many circles as members.
std::vector<std::vector<uint32_t>> findCircles(uint32_t count,
                                               llvm::function_ref<Successors(uint32_t)> next);

/// How many members all circles together may have that are found among `count` things.
constexpr size_t mostMembers(size_t count) { return 4 * count + 1000; }

/// `A -> B -> A`; of a long circle, its beginning and its end.
std::string drawCircle(llvm::ArrayRef<llvm::StringRef> names);

}  // namespace cadre::resolve
