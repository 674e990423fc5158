#include "format/line_diff.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/StringMap.h>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace cadre::format {

using llvm::StringRef;

namespace {

constexpr size_t contextLines = 3;

std::vector<StringRef> linesOf(StringRef text) {
  std::vector<StringRef> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.take_front(end));
    text = text.drop_front(end);
  }
  return lines;
}

/// Finds which lines of two texts have no counterpart: Myers' algorithm, which walks from both ends
/// over the diagonals of a grid whose columns and rows are the lines, and splits the texts where
/// the two walks meet. After `patience` steps it splits at the furthest point reached.
class Comparison {
public:
  Comparison(const std::vector<StringRef>& before, const std::vector<StringRef>& after)
      : goneBefore(before.size()), newAfter(after.size()) {
    llvm::StringMap<int> numbers;
    const auto number = [&](StringRef line) {
      return numbers.try_emplace(line, static_cast<int>(numbers.size())).first->second;
    };
    for (const StringRef line : before) a_.push_back(number(line));
    for (const StringRef line : after) b_.push_back(number(line));
    forward_.resize(before.size() + after.size() + 3);
    backward_.resize(forward_.size());
    compare({0, static_cast<long>(before.size()), 0, static_cast<long>(after.size())});
  }

  std::vector<char> goneBefore;
  std::vector<char> newAfter;

private:
  static constexpr long patience = 256;

  /// Lines [aBegin, aEnd) beside lines [bBegin, bEnd).
  struct Box {
    long aBegin, aEnd, bBegin, bEnd;
  };
  struct Point {
    long x, y;
  };

  void compare(Box box) {
    while (true) {
      while (box.aBegin < box.aEnd && box.bBegin < box.bEnd && a_[box.aBegin] == b_[box.bBegin])
        ++box.aBegin, ++box.bBegin;
      while (box.aBegin < box.aEnd && box.bBegin < box.bEnd && a_[box.aEnd - 1] == b_[box.bEnd - 1])
        --box.aEnd, --box.bEnd;
      if (box.aBegin == box.aEnd || box.bBegin == box.bEnd) break;
      const Point middle = split(box);
      compare({box.aBegin, middle.x, box.bBegin, middle.y});
      box.aBegin = middle.x;
      box.bBegin = middle.y;
    }
    std::fill(goneBefore.begin() + box.aBegin, goneBefore.begin() + box.aEnd, 1);
    std::fill(newAfter.begin() + box.bBegin, newAfter.begin() + box.bEnd, 1);
  }

  /// A point on a short way through the box, at neither of its ends.
  Point split(const Box& box) {
    const long lowest = box.aBegin - box.bEnd;
    const long highest = box.aEnd - box.bBegin;
    // Diagonal d holds the points with x - y = d. One place more at either side holds a wall.
    const auto forward = [&](long d) -> long& { return forward_[d - lowest + 1]; };
    const auto backward = [&](long d) -> long& { return backward_[d - lowest + 1]; };
    const long start = box.aBegin - box.bBegin;
    const long goal = box.aEnd - box.bEnd;
    const bool isOdd = ((start - goal) & 1) != 0;
    constexpr long wall = 1L << 60;
    long forwardLow = start, forwardHigh = start, backwardLow = goal, backwardHigh = goal;
    forward(start) = box.aBegin;
    backward(goal) = box.aEnd;
    for (long step = 1;; ++step) {
      forwardLow > lowest ? forward(--forwardLow - 1) = -1 : ++forwardLow;
      forwardHigh < highest ? forward(++forwardHigh + 1) = -1 : --forwardHigh;
      for (long d = forwardHigh; d >= forwardLow; d -= 2) {
        long x = std::max(forward(d - 1) + 1, forward(d + 1));
        while (x < box.aEnd && x - d < box.bEnd && a_[x] == b_[x - d]) ++x;
        forward(d) = x;
        if (isOdd && backwardLow <= d && d <= backwardHigh && backward(d) <= x) return {x, x - d};
      }
      backwardLow > lowest ? backward(--backwardLow - 1) = wall : ++backwardLow;
      backwardHigh < highest ? backward(++backwardHigh + 1) = wall : --backwardHigh;
      for (long d = backwardHigh; d >= backwardLow; d -= 2) {
        long x = std::min(backward(d - 1), backward(d + 1) - 1);
        while (x > box.aBegin && x - d > box.bBegin && a_[x - 1] == b_[x - d - 1]) --x;
        backward(d) = x;
        if (!isOdd && forwardLow <= d && d <= forwardHigh && x <= forward(d)) return {x, x - d};
      }
      if (step < patience) continue;
      Point best{box.aBegin, box.bBegin};
      for (long d = forwardHigh; d >= forwardLow; d -= 2) {
        const long x = std::min(forward(d), std::min(box.aEnd, box.bEnd + d));
        if (x >= box.aBegin && x - d >= box.bBegin && x + x - d > best.x + best.y)
          best = {x, x - d};
      }
      return best;
    }
  }

  std::vector<int> a_;
  std::vector<int> b_;
  std::vector<long> forward_;
  std::vector<long> backward_;
};

/// Writes the hunks: runs of changes with few lines between them, and the lines around.
class Writer {
public:
  Writer(const std::vector<StringRef>& before, const std::vector<StringRef>& after)
      : before_(before), after_(after), changes_(before, after) {}

  std::string run() {
    size_t a = 0;
    size_t b = 0;
    while (skipEqual(a, b)) {
      const size_t context = std::min({a, b, contextLines});
      hunk(a, b, context);
    }
    return std::move(out_);
  }

private:
  [[nodiscard]] bool isChanged(size_t a, size_t b) const {
    return (a < before_.size() && changes_.goneBefore[a]) ||
           (b < after_.size() && changes_.newAfter[b]);
  }
  /// Moves to the next change; false where there is none.
  bool skipEqual(size_t& a, size_t& b) const {
    while (a < before_.size() && b < after_.size() && !isChanged(a, b)) ++a, ++b;
    return isChanged(a, b);
  }

  void hunk(size_t& a, size_t& b, size_t context) {
    const size_t aBegin = a - context;
    const size_t bBegin = b - context;
    body_.clear();
    for (size_t i = aBegin; i < a; ++i) add(' ', before_[i]);
    while (true) {
      for (; a < before_.size() && changes_.goneBefore[a]; ++a) add('-', before_[a]);
      for (; b < after_.size() && changes_.newAfter[b]; ++b) add('+', after_[b]);
      size_t equal = 0;
      while (equal <= 2 * contextLines && a + equal < before_.size() && b + equal < after_.size() &&
             !isChanged(a + equal, b + equal))
        ++equal;
      const bool isLast = equal > 2 * contextLines || !isChanged(a + equal, b + equal);
      const size_t shown = isLast ? std::min(equal, contextLines) : equal;
      for (size_t i = 0; i < shown; ++i) add(' ', before_[a + i]);
      a += shown;
      b += shown;
      if (isLast) break;
    }
    out_ += fmt::format("@@ -{} +{} @@\n", range(aBegin, a), range(bBegin, b));
    out_ += body_;
  }

  /// `12,3`: the first line, from 1, and how many; of none, the line before.
  static std::string range(size_t begin, size_t end) {
    const size_t count = end - begin;
    if (count == 1) return std::to_string(begin + 1);
    return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
  }

  void add(char mark, StringRef line) {
    body_ += mark;
    body_ += line;
    if (!line.ends_with("\n")) body_ += "\n\\ No newline at end of file\n";
  }

  const std::vector<StringRef>& before_;
  const std::vector<StringRef>& after_;
  Comparison changes_;
  std::string body_;
  std::string out_;
};

}  // namespace

std::string unifiedDiff(StringRef path, StringRef before, StringRef after) {
  const std::vector<StringRef> a = linesOf(before);
  const std::vector<StringRef> b = linesOf(after);
  std::string hunks = Writer(a, b).run();
  if (hunks.empty()) return hunks;
  return fmt::format("--- {0}\n+++ {0}\n{1}", path, hunks);
}

}  // namespace cadre::format
