// Makes a proposal, step by step: takes what is surveyed of the files, finds the words of their
// cells, the scale that these are on, and what each of them means. Private to the folder. Its
// members are spread over guess*.cpp by what they find.
#pragma once

#include "import/sheets/map_writer.h"

#include <llvm/ADT/MapVector.h>

namespace cadre::import::sheets {

/// A word of the cells: as it was first written, and how often.
struct Word {
  std::string text;
  size_t number = 0;
  Span span;
  bool isOfLevels = false;  ///< It stands in a column of levels.
};
using Words = llvm::MapVector<std::string, Word, std::map<std::string, unsigned>>;

class Proposer {
public:
  explicit Proposer(llvm::ArrayRef<GuessFile> files);

  Proposal run();

private:
  // The words of all files (guess.cpp).
  void collectWords();
  static Word& add(Words& into, const std::string& text, Span span);
  /// `3 E` is two words.
  void addWord(const std::string& text, Span span, bool isOfLevels);
  void doubt(std::string what, Span span = {}) { found_.doubts.push_back({std::move(what), span}); }
  [[nodiscard]] std::optional<std::string> importanceOf(StringRef folded) const;
  [[nodiscard]] bool isLevelTitle(StringRef folded) const;

  // The scale (guess_scale.cpp).
  /// `B`, `P` and `E` are levels, though `E` by itself would be an importance.
  void judgeLetters();
  static bool isLetter(StringRef folded);
  void findScale();
  void findHeadedLevels();
  /// What the cells say, by what it could be on a scale.
  struct Said {
    std::vector<double> numbers;
    std::vector<LevelWord> named;    ///< `Basic`, `2 - Basic`
    std::vector<LevelWord> degrees;  ///< `High`, `gelb`: levels where nothing else is one.
    std::vector<std::string> unknown;
    std::vector<double> fractions;  ///< 3 of `3/5`
    size_t numberCells = 0, namedCells = 0, degreeCells = 0, unknownOfLevels = 0, marks = 0,
           importances = 0;
    bool isNamedOfLevels = false;
  };
  [[nodiscard]] Said sayWords() const;
  void takeDegrees(const Said& said);
  /// Lowest first, as far as numbers, ranks and the order in which they stand say it.
  void sortLevels();
  void rankUnknown();
  /// `I`, `II`, `III` and `A`, `B`, `C`, wherever they stand first.
  void sortSequence();
  /// Levels that no word tells of; those that stand once only where `all`.
  void addUnknownLevels(bool all);
  void doubtOrder();
  void findRange(llvm::ArrayRef<double> numbers);
  void findUpperEnd();
  /// What a header says of the range: `Level (1-5)`.
  void findRangeInHeaders();
  void findOwnRange();
  /// Columns of levels that say none: empty ones, and those with importances.
  void dropIdleLevels();

  // What the words mean (guess_words.cpp).
  void explainWords();
  void explain(const std::string& folded, const Word& word);
  void explainNumber(double number, const Word& word);
  void explainNumbered(const LevelWord& level, const Word& word);
  /// `3/5` on a scale that ends at 5. False for others.
  bool explainFraction(const Word& word);
  /// `Basic (desired)`: a level and an importance. False for others.
  bool explainBoth(const std::string& folded, const Word& word);
  void unknownLevel(const Word& word);
  static void unknown(std::vector<std::string>& lines, const Word& word, StringRef nearest,
                      StringRef question);
  void says(const Word& word, StringRef meaning);
  [[nodiscard]] const LevelWord* byInitial(StringRef folded) const;
  /// The level whose title stands in the word, or nearly is it; empty for none.
  [[nodiscard]] std::string nearestLevel(const std::string& folded) const;

  Findings found_;
  GuessedScale scale_;
  Words words_, importance_, kinds_;
  bool zeroIsNothing_ = false;
  bool orderDoubted_ = false;
  bool fractionsDoubted_ = false;
  bool lettersFit_ = true;            ///< Single letters in cells read as importance, all of them.
  bool importanceLettersFit_ = true;  ///< So do those of columns with importance.
};

/// `3/5`: the number and that of the best.
std::optional<std::pair<double, double>> readFraction(StringRef text);

}  // namespace cadre::import::sheets
