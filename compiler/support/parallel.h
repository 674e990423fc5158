// Work that falls into equal pieces: takes a count and a function, calls it for each index on a few
// threads. Knows nothing of what is done.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace cadre {

/// Calls `work(i)` once for each i below `count`, on at most `threads` threads, this one among them.
/// In no order; returns when all are done. `work` throws nothing and shares nothing unguarded.
template <class Work>
void forEachIndex(size_t count, unsigned threads, const Work& work) {
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> others;
  for (size_t i = 1; i < std::min<size_t>(threads, count); ++i) others.emplace_back(run);
  run();
  for (std::thread& other : others) other.join();
}

}  // namespace cadre
