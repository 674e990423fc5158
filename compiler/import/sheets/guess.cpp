#include "import/sheets/guess.h"

#include "import/sheets/proposer.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

Proposer::Proposer(llvm::ArrayRef<GuessFile> files) {
  found_.files = surveyAll(files);
  for (Survey& it : found_.files) {
    for (Doubt& each : it.doubts)
      doubt(fmt::format("`{}`: {} is a guess", it.name, each.what), each.span);
  }
}

Proposal Proposer::run() {
  collectWords();
  findScale();
  sortSequence();
  dropIdleLevels();
  explainWords();
  found_.scale = std::move(scale_);
  Proposal proposal;
  proposal.map = writeMap(found_);
  proposal.doubts = std::move(found_.doubts);
  return proposal;
}

void Proposer::collectWords() {
  for (const Survey& it : found_.files) {
    if (it.shape == Shape::Matrix)
      it.each(it.cells, [&](const std::string& text, Span span) { addWord(text, span, false); });
    if (const auto role = it.columns.find(Role::Level); role != it.columns.end())
      it.each({role->second.front()},
              [&](const std::string& text, Span span) { addWord(text, span, true); });
    if (const auto role = it.columns.find(Role::Importance); role != it.columns.end())
      it.each(role->second,
              [&](const std::string& text, Span span) { add(importance_, text, span); });
    if (const auto role = it.columns.find(Role::Kind); role != it.columns.end())
      it.each(role->second, [&](const std::string& text, Span span) { add(kinds_, text, span); });
    for (const auto& level : it.levels)
      it.each({level.second}, [&](const std::string& text, Span span) {
        if (isNothing(fold(text))) add(words_, text, span);
      });
  }
}

Word& Proposer::add(Words& into, const std::string& text, Span span) {
  Word& word = into[fold(text)];
  if (word.number++ == 0) {
    word.text = text;
    word.span = span;
  }
  return word;
}

void Proposer::addWord(const std::string& text, Span span, bool isOfLevels) {
  const size_t digits = StringRef(text).take_while(llvm::isDigit).size();
  const std::string rest = fold(StringRef(text).drop_front(digits).trim(" /-,;()"));
  if (digits > 0 && rest.size() == 1 && llvm::isAlpha(rest.front())) {
    add(words_, text.substr(0, digits), span).isOfLevels |= isOfLevels;
    add(importance_, StringRef(text).drop_front(digits).trim(" /-,;()").str(), span);
  } else {
    add(words_, text, span).isOfLevels |= isOfLevels;
  }
}

std::optional<std::string> Proposer::importanceOf(StringRef folded) const {
  return isLetter(folded) && !lettersFit_ ? std::nullopt : guessImportance(folded);
}

bool Proposer::isLevelTitle(StringRef folded) const {
  return llvm::any_of(scale_.levels, [&](const LevelWord& it) { return fold(it.title) == folded; });
}

Proposal guess(llvm::ArrayRef<GuessFile> files) { return Proposer(files).run(); }

}  // namespace cadre::import::sheets
