#include "import/sheets/group.h"

#include "diag/kinds/import.h"

namespace cadre::import::sheets {

using llvm::StringRef;

namespace {

/// The word that a finding about a word in a cell quotes first; empty for others.
StringRef wordOf(const Diagnostic& it) {
  const bool isAboutWord = it.code == diag::SheetValue.code || it.code == diag::SheetWord.code ||
                           it.code == diag::SheetNotANumber.code;
  return isAboutWord ? StringRef(it.message).split('`').second.split('`').first : StringRef();
}

/// How many of a sort are shown. Each column is worth a word.
size_t mostOf(const Diagnostic& it) {
  const bool isAboutColumn =
      it.code == diag::SheetColumnUnused.code || it.code == diag::SheetNoHeader.code;
  return isAboutColumn ? 200 : 20;
}

}  // namespace

void Grouper::take(Diagnostics& from) {
  for (Diagnostic& it : from.take()) {
    if (it.severity == Severity::Error) {
      kept_.push_back(std::move(it));
      continue;
    }
    const std::pair key(it.span.file, it.code);
    const StringRef word = wordOf(it);
    if (const auto found = words_.find({key, word.str()}); found != words_.end()) {
      ++found->second.more;
      continue;
    }
    Sort& sort = sorts_[key];
    if (sort.shown == mostOf(it)) {
      ++sort.more;
      continue;
    }
    ++sort.shown;
    sort.last = kept_.size();
    if (!word.empty()) words_[{key, word.str()}].first = kept_.size();
    kept_.push_back(std::move(it));
  }
}

void Grouper::finish() {
  for (const auto& [key, word] : words_) {
    if (word.more > 0)
      kept_[word.first].notes.push_back(
          diag::sentence(diag::SheetMoreCells.text, word.more, key.second));
  }
  for (const auto& [key, sort] : sorts_) {
    if (sort.more > 0)
      kept_[sort.last].notes.push_back(diag::sentence(diag::SheetMore.text, sort.more));
  }
  for (Diagnostic& it : kept_) into_.add(std::move(it));
  kept_.clear();
}

}  // namespace cadre::import::sheets
