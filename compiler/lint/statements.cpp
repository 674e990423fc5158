#include "lint/statements.h"

#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace cadre::lint {

bool isLive(const model::Declaration& declaration) {
  return declaration.status != model::Status::Retired && !declaration.deprecated;
}

void foldInto(std::string& out, StringRef plain) {
  const std::string folded = unicode::isAscii(plain) ? std::string() : unicode::foldCase(plain);
  const StringRef text = folded.empty() ? plain : StringRef(folded);
  out.clear();
  bool isSpace = false;
  for (const char c : text) {
    if (llvm::isSpace(c)) {
      isSpace = true;
      continue;
    }
    if (isSpace && !out.empty()) out += ' ';
    isSpace = false;
    out += llvm::toLower(c);
  }
  while (!out.empty() && StringRef(".;:,!").contains(out.back())) out.pop_back();
}

StringRef TermFolder::fold(StringRef term) {
  out_.clear();
  if (!lexicon_) {
    foldInto(out_, term);
    return out_;
  }
  // `Problem-solving` is `problem solving`, and `team work` teamwork.
  spaced_ = term;
  std::replace(spaced_.begin(), spaced_.end(), '-', ' ');
  text_.read(spaced_, *lexicon_);
  for (const prose::Token& token : text_.tokens()) out_ += token.word->noun;
  // Signs tell some terms apart, as `C` and `C++`.
  for (const char c : term) {
    if (StringRef("+#*@").contains(c)) out_ += c;
  }
  return out_;
}

}  // namespace cadre::lint
