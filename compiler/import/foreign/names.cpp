#include "import/foreign/names.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

namespace cadre::import::foreign {

using llvm::StringRef;

namespace {

/// The runs of ASCII letters and digits; an apostrophe does not end a word.
llvm::SmallVector<std::string> wordsOf(StringRef title) {
  llvm::SmallVector<std::string> words;
  std::string word;
  for (const char c : title) {
    if (llvm::isAlnum(c)) {
      word += c;
    } else if (c != '\'' && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

/// `Bücherei` as `Buecherei`, `Référentiel` as `Referentiel`.
std::string inPlainLetters(StringRef title) {
  static constexpr std::pair<char32_t, StringRef> letters[] = {
      {U'ä', "ae"}, {U'ö', "oe"}, {U'ü', "ue"}, {U'Ä', "Ae"}, {U'Ö', "Oe"},
      {U'Ü', "Ue"}, {U'ß', "ss"}, {U'ẞ', "SS"}, {U'æ', "ae"}, {U'Æ', "Ae"},
      {U'œ', "oe"}, {U'Œ', "Oe"}, {U'ø', "o"},  {U'Ø', "O"},  {U'ł', "l"},
      {U'Ł', "L"},  {U'đ', "d"},  {U'Đ', "D"},  {U'ð', "d"},  {U'þ', "th"}};
  const std::string text = unicode::toNfc(title);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, at);
    const auto* found =
        llvm::find_if(letters, [&](const auto& it) { return it.first == point.value; });
    out += found != std::end(letters) && point.valid ? found->second
                                                     : StringRef(text).substr(at, point.length);
    at += point.length;
  }
  return unicode::withoutMarks(out);
}

std::string asNamePart(StringRef text) {
  std::string out;
  for (const char c : text) {
    if (llvm::isAlnum(c)) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace

std::string upperCamel(StringRef title, size_t longest) {
  std::string out;
  for (std::string& word : wordsOf(title)) {
    word.front() = llvm::toUpper(word.front());
    if (out.empty() && llvm::isDigit(word.front())) out = "N";
    if (out.size() + word.size() > longest && out.size() > 1) break;
    out += word;
  }
  out.resize(std::min(out.size(), longest));
  return out;
}

std::string readableName(StringRef title, size_t longest) {
  const std::string text = unicode::toNfc(title);
  std::string out;
  std::string word;
  size_t length = 0;
  size_t wordLength = 0;
  const auto endWord = [&] {
    if (wordLength > 0 && (out.empty() || length + wordLength <= longest)) {
      out += word;
      length += wordLength;
    } else if (wordLength > 0) {
      length = longest;  // No shorter word behind this one may slip in.
    }
    word.clear();
    wordLength = 0;
  };
  for (size_t at = 0; at < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, at);
    at += point.length;
    if (!point.valid || point.value == '_' || !unicode::isIdentifierContinue(point.value)) {
      if (point.value != '\'' && point.value != 0x2019) endWord();
      continue;
    }
    if (out.empty() && wordLength == 0 && !unicode::isIdentifierStart(point.value)) {
      word = "N";
      wordLength = 1;
    }
    if (wordLength >= longest) continue;
    unicode::append(word, wordLength == 0 ? unicode::toUpper(point.value) : point.value);
    ++wordLength;
  }
  endWord();
  return unicode::toNfc(out);
}

std::string slug(StringRef title) {
  std::string out;
  for (const std::string& word : wordsOf(inPlainLetters(title))) {
    if (!out.empty()) out += '-';
    out += llvm::StringRef(word).lower();
  }
  return out;
}

std::string Names::take(StringRef name, StringRef suffix) {
  if (!name.empty() && taken_.insert(name).second) return name.str();
  std::string base = name.empty() ? "N" : name.str();
  if (const std::string end = asNamePart(suffix); !end.empty()) base += "-" + end;
  if (taken_.insert(base).second) return base;
  for (size_t count = 2;; ++count) {
    std::string numbered = fmt::format("{}-{}", base, count);
    if (taken_.insert(numbered).second) return numbered;
  }
}

}  // namespace cadre::import::foreign
