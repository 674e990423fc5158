#include "format/line_diff.h"

#include "support/test.h"

#include <llvm/ADT/SmallVector.h>

#include <algorithm>
#include <vector>

using cadre::format::unifiedDiff;

namespace {

/// What a hunk header says: the first line, from 1, and the number of lines of both sides.
struct Header {
  size_t first;
  size_t count;
};

Header headerOf(llvm::StringRef side) {
  const auto [first, count] = side.drop_front().split(',');
  Header header{0, 1};
  REQUIRE_FALSE(first.getAsInteger(10, header.first));
  if (!count.empty()) REQUIRE_FALSE(count.getAsInteger(10, header.count));
  return header;
}

/// Applies a diff as patch(1) does, and checks what it says of its hunks.
std::string patched(llvm::StringRef before, llvm::StringRef diff) {
  if (diff.empty()) return before.str();
  llvm::SmallVector<llvm::StringRef> source;
  before.split(source, '\n');
  llvm::SmallVector<llvm::StringRef> lines;
  diff.split(lines, '\n');
  std::string out;
  size_t at = 0;
  for (size_t i = 2; i + 1 < lines.size();) {
    REQUIRE(lines[i].starts_with("@@ -"));
    llvm::SmallVector<llvm::StringRef> words;
    lines[i++].split(words, ' ');
    const Header old = headerOf(words[1]);
    const size_t begin = old.count == 0 ? old.first : old.first - 1;
    for (; at < begin; ++at) (out += source[at]) += '\n';
    size_t taken = 0;
    for (; i + 1 < lines.size() && !lines[i].starts_with("@@"); ++i) {
      if (lines[i].starts_with("\\")) {
        if (!lines[i - 1].starts_with("-")) out.pop_back();
        continue;
      }
      if (!lines[i].starts_with("+")) {
        REQUIRE(source[at] == lines[i].drop_front());
        ++at;
        ++taken;
      }
      if (!lines[i].starts_with("-")) (out += lines[i].drop_front()) += '\n';
    }
    CHECK(taken == old.count);
  }
  for (; at < source.size(); ++at) {
    out += source[at];
    if (at + 1 < source.size()) out += '\n';
  }
  return out;
}

size_t changesOf(llvm::StringRef diff) {
  llvm::SmallVector<llvm::StringRef> lines;
  diff.split(lines, '\n');
  return static_cast<size_t>(std::count_if(
      lines.begin() + 2, lines.end(),
      [](llvm::StringRef line) { return line.starts_with("+") || line.starts_with("-"); }));
}

}  // namespace

TEST_CASE("equal texts have no diff") {
  CHECK(unifiedDiff("a", "", "").empty());
  CHECK(unifiedDiff("a", "x\ny\n", "x\ny\n").empty());
}

TEST_CASE("a diff shows three lines around a change") {
  CHECK(unifiedDiff("a.cadre", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a.cadre\n+++ a.cadre\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes with few lines between them share a hunk") {
  const std::string before = "a\n1\n2\n3\n4\n5\n6\nb\n";
  const std::string close = unifiedDiff("x", before, "A\n1\n2\n3\n4\n5\n6\nB\n");
  CHECK(llvm::StringRef(close).count("@@ -") == 1);
  const std::string far = unifiedDiff("x", "0\n" + before, "0\nA\n1\n2\n3\n4\n5\n6\n6b\nB\n");
  CHECK(patched("0\n" + before, far) == "0\nA\n1\n2\n3\n4\n5\n6\n6b\nB\n");
  const std::string apart =
      unifiedDiff("x", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n");
  CHECK(llvm::StringRef(apart).count("@@ -") == 2);
}

TEST_CASE("texts that are added, gone or without a last line feed") {
  CHECK(unifiedDiff("x", "", "a\n") == "--- x\n+++ x\n@@ -0,0 +1 @@\n+a\n");
  CHECK(unifiedDiff("x", "a\n", "") == "--- x\n+++ x\n@@ -1 +0,0 @@\n-a\n");
  CHECK(unifiedDiff("x", "a", "a\n") ==
        "--- x\n+++ x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST_CASE("a diff makes the one text of the other, and is short") {
  uint32_t state = 7;
  const auto random = [&](uint32_t below) {
    return (state = state * 1664525 + 1013904223) / 65536 % below;
  };
  for (int round = 0; round < 300; ++round) {
    std::string before;
    std::string after;
    size_t edits = 0;
    for (uint32_t i = 0; i < 60; ++i) {
      const std::string line = "line " + std::to_string(random(20)) + "\n";
      const uint32_t what = random(8);
      if (what != 0) before += line;
      if (what != 1) after += line;
      edits += what < 2;
    }
    const std::string diff = unifiedDiff("x", before, after);
    CHECK(patched(before, diff) == after);
    if (!diff.empty()) CHECK(changesOf(diff) <= edits);
  }
}

TEST_CASE("texts that differ all over are compared in bounded time") {
  std::string before;
  std::string after;
  for (int i = 0; i < 40000; ++i) {
    before += "  before " + std::to_string(i) + "\n";
    after += "after " + std::to_string(i) + "\n";
    if (i % 10 == 0) before += "}\n", after += "}\n";
  }
  CHECK(patched(before, unifiedDiff("x", before, after)) == after);
}
