#include "prose/similar.h"

#include "support/test.h"

#include <llvm/ADT/STLExtras.h>

#include <random>

using namespace cadre::prose;

namespace {

/// Of stems up to 63; the order of stems is for speed alone.
const std::vector<uint64_t> marks = [] {
  std::vector<uint64_t> out(64);
  for (size_t i = 0; i != out.size(); ++i) out[i] = i * 0x9E3779B97F4A7C15U;
  return out;
}();

std::vector<StemSet> randomSets(uint32_t seed, size_t count, uint32_t stems, size_t longest) {
  std::mt19937 random(seed);
  std::vector<StemSet> sets(count);
  for (StemSet& set : sets) {
    size_t size = random() % (longest + 1);
    for (size_t i = 0; i != size; ++i) set.push_back(static_cast<uint32_t>(random() % stems));
    llvm::sort(set);
    set.erase(std::unique(set.begin(), set.end()), set.end());
  }
  return sets;
}

std::vector<llvm::ArrayRef<uint32_t>> views(const std::vector<StemSet>& sets) { return {sets.begin(), sets.end()}; }

/// By comparing each with each.
std::vector<Pair> slowly(llvm::ArrayRef<StemSet> sets, double least, unsigned most) {
  std::vector<Pair> all;
  for (uint32_t second = 0; second < sets.size(); ++second) {
    std::vector<Pair> found;
    for (uint32_t first = 0; first != second; ++first) {
      double alike = similarity(sets[first], sets[second]);
      if (alike >= least) found.push_back({first, second, alike});
    }
    llvm::stable_sort(found,
                      [](const Pair& a, const Pair& b) { return a.similarity > b.similarity; });
    if (found.size() > most) found.resize(most);
    llvm::sort(found, [](const Pair& a, const Pair& b) { return a.first < b.first; });
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

std::vector<std::tuple<uint32_t, uint32_t, double>> plain(llvm::ArrayRef<Pair> pairs) {
  std::vector<std::tuple<uint32_t, uint32_t, double>> out;
  for (const Pair& pair : pairs) out.emplace_back(pair.first, pair.second, pair.similarity);
  return out;
}

double likeness(llvm::StringRef a, llvm::StringRef b) {
  std::unique_ptr<Lexicon> lexicon = Lexicon::open("en");
  Text first;
  Text second;
  first.read(a, *lexicon);
  second.read(b, *lexicon);
  return similarity(stemsOf(first), stemsOf(second));
}

}  // namespace

TEST_CASE("pairs are those that comparing each with each finds") {
  for (uint32_t seed = 0; seed != 60; ++seed) {
    // Few stems make many pairs, and many copies.
    uint32_t stems = 4 + seed % 12;
    std::vector<StemSet> sets = randomSets(seed, 120, stems, 3 + seed % 9);
    for (double least : {0.51, 2.0 / 3, 0.75, 0.8, 0.9, 1.0}) {
      for (unsigned most : {1U, 3U, 200U}) {
        INFO("seed " << seed << ", least " << least << ", most " << most);
        REQUIRE(plain(similarPairs(views(sets), marks, least, most)) == plain(slowly(sets, least, most)));
      }
    }
  }
}

TEST_CASE("similarity is what both have of what either has") {
  CHECK(similarity({1, 2, 3}, {2, 3, 4}) == Approx(0.5));
  CHECK(similarity({1, 2}, {1, 2}) == 1);
  CHECK(similarity({1}, {2}) == 0);
}

TEST_CASE("texts without stems are like nothing") {
  CHECK(similarity({}, {}) == 0);
  CHECK(similarPairs({{}, {}}, {}, 0.8).empty());
  CHECK(similarPairs({}, {}, 0.8).empty());
}

TEST_CASE("inflection and stop words make no difference, numbers do") {
  CHECK(likeness("Prepares the monthly variance report for the plant.",
                 "Prepare monthly variance reports for plants") == 1);
  CHECK(likeness("Welds plate up to 12 mm thick", "Welds plate up to 20 mm thick") < 1);
  CHECK(likeness("Works without supervision", "Works with supervision") < 1);
}

TEST_CASE("copies of one text have a few partners each") {
  std::vector<StemSet> sets(1000, StemSet{1, 2, 3});
  CHECK(similarPairs(views(sets), marks, 0.8, 3).size() == 1 + 2 + 997 * 3);
}

TEST_CASE("the stems of many texts are those of each") {
  const std::unique_ptr<Lexicon> lexicon = Lexicon::open("en");
  Text text;
  StemSets both;
  StemSets first;
  StemSets second;
  for (const char* plain : {"Welds plates and welds pipes", "", "Files plates"}) {
    text.read(plain, *lexicon);
    both.add(text);
    (first.size() == 0 ? first : second).add(text);
  }
  first.take(std::move(second));
  REQUIRE(both.size() == 3);
  REQUIRE(first.size() == 3);
  for (size_t i = 0; i != 3; ++i) CHECK(first[i] == both[i]);
  CHECK(both[0].size() == 3);
  CHECK(both[1].empty());
  CHECK(both[2] == llvm::ArrayRef<uint32_t>(stemsOf(text)));
}
