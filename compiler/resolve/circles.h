// Circles in what refers to what: takes a number of things and what each leads to, gives the circles
// that a walk through them meets. Knows nothing of what the things are, and reports nothing.
#pragma once

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/STLFunctionalExtras.h>

#include <cstdint>
#include <vector>

namespace cadre::resolve {

using Successors = llvm::SmallVector<uint32_t, 4>;

/// Walks from each of 0 up to `count` in order and gives each circle that closes on the way, as its
/// members in order. The last leads to the first.
std::vector<std::vector<uint32_t>> findCircles(uint32_t count,
                                               llvm::function_ref<Successors(uint32_t)> next);

}  // namespace cadre::resolve
