#include "support/language_tag.h"

#include "support/suggest.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>

#include <utility>

namespace cadre {

namespace {

using llvm::ArrayRef;
using llvm::StringRef;

#include "support/language_subtags.inc"

/// What authors write for a language: its country, or its code in ISO 639-2.
constexpr std::pair<llvm::StringLiteral, llvm::StringLiteral> habits[] = {
    {"at", "de"}, {"ces", "cs"}, {"cn", "zh"},  {"cz", "cs"},  {"deu", "de"}, {"deutsch", "de"},
    {"dk", "da"}, {"ell", "el"}, {"fas", "fa"}, {"fra", "fr"}, {"gb", "en"},  {"gr", "el"},
    {"il", "he"}, {"ir", "fa"},  {"jp", "ja"},  {"kz", "kk"},  {"mx", "es"},  {"nld", "nl"},
    {"rs", "sr"}, {"ua", "uk"},  {"us", "en"},  {"vn", "vi"},  {"zho", "zh"}, {"francais", "fr"},
};

/// What English calls languages that the registry gives several names, or one that is more than a word.
constexpr std::pair<llvm::StringLiteral, llvm::StringLiteral> usualNames[] = {
    {"bn", "Bengali"},       {"el", "Greek"},   {"es", "Spanish"}, {"ky", "Kyrgyz"},
    {"lb", "Luxembourgish"}, {"nb", "Norwegian Bokmål"}, {"nn", "Norwegian Nynorsk"},
    {"or", "Odia"},          {"pa", "Punjabi"}, {"ro", "Romanian"}, {"ug", "Uyghur"},
};

/// Whether `subtag` stands in `table`, sorted subtags of its own length without separators.
bool stands(StringRef table, StringRef subtag) {
  size_t low = 0;
  size_t high = table.size() / subtag.size();
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int order = table.substr(middle * subtag.size(), subtag.size()).compare(subtag);
    if (order == 0) return true;
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

bool isLanguage(StringRef subtag) {
  return (subtag.size() == 2 && stands(languages2, subtag)) ||
         (subtag.size() == 3 && stands(languages3, subtag));
}
bool isRegion(StringRef subtag) {
  return (subtag.size() == 2 && stands(regions2, subtag)) ||
         (subtag.size() == 3 && stands(regions3, subtag));
}

bool isWellFormed(ArrayRef<StringRef> subtags) {
  return llvm::all_of(subtags, [](StringRef subtag) {
    return !subtag.empty() && subtag.size() <= 8 && llvm::all_of(subtag, llvm::isAlnum);
  });
}

std::vector<std::string> languagesLike(StringRef word) {
  for (const auto& [habit, tag] : habits) {
    if (word == habit) return {tag.str()};
  }
  std::vector<std::string> begins;
  llvm::SmallVector<StringRef, 0> names;
  for (const auto& [name, tag] : languageNames) {
    if (word == name) return {tag.str()};
    if (word.size() >= 3 && name.starts_with(word)) begins.push_back(tag.str());
    names.push_back(name);
  }
  if (!begins.empty() || word.size() < 4) return begins;
  std::vector<std::string> tags;
  for (const StringRef name : suggest(word, names, 1)) {
    tags.push_back(llvm::find_if(languageNames, [&](const auto& row) {
                     return row.first == name;
                   })->second.str());
  }
  return tags;
}

/// Reads the parts of a tag in the order of RFC 5646, section 2.1.
class TagReader {
public:
  TagReader(ArrayRef<StringRef> written, ArrayRef<StringRef> lower)
      : written_(written), lower_(lower) {}

  std::optional<LanguageTagFault> read() {
    if (!isLanguage(lower_[0])) return fault("language", languagesLike(lower_[0]));
    ++at_;
    if (has() && lower_[at_].size() == 3 && stands(extendedLanguages, lower_[at_])) ++at_;
    if (has() && lower_[at_].size() == 4 && llvm::isAlpha(lower_[at_].front())) {
      if (!stands(scripts, lower_[at_])) return fault("script", {before()});
      ++at_;
    }
    if (has() && (lower_[at_].size() == 2 || lower_[at_].size() == 3)) {
      if (!isRegion(lower_[at_])) return fault("region", regionsLike());
      ++at_;
    }
    for (; has() && lower_[at_].size() > 1; ++at_) {
      if (!llvm::is_contained(variants, lower_[at_])) return fault("variant", {before()});
    }
    // A singleton introduces at least one part of its own.
    if (has() && (at_ + 1 == lower_.size() || lower_.back().size() == 1)) {
      return LanguageTagFault{.part = "", .subtag = "", .suggestions = {before()}};
    }
    return std::nullopt;
  }

private:
  [[nodiscard]] bool has() const { return at_ < lower_.size(); }
  [[nodiscard]] std::string before() const { return llvm::join(written_.take_front(at_), "-"); }

  [[nodiscard]] std::vector<std::string> regionsLike() const {
    if (lower_[at_] == "uk") return {before() + "-GB"};
    return {before()};
  }
  LanguageTagFault fault(StringRef part, std::vector<std::string> suggestions) const {
    return {.part = part, .subtag = written_[at_].str(), .suggestions = std::move(suggestions)};
  }

  ArrayRef<StringRef> written_;
  ArrayRef<StringRef> lower_;
  size_t at_ = 0;
};

}  // namespace

std::optional<LanguageTagFault> findLanguageTagFault(StringRef tag) {
  const std::string lower = tag.lower();
  if (llvm::is_contained(wholeTags, StringRef(lower))) return std::nullopt;
  llvm::SmallVector<StringRef, 4> written;
  llvm::SmallVector<StringRef, 4> parts;
  tag.split(written, '-');
  StringRef(lower).split(parts, '-');
  if (!isWellFormed(parts)) {
    const std::string dashed = llvm::join(llvm::split(tag, '_'), "-");
    const bool mends = dashed != tag && !findLanguageTagFault(dashed);
    return LanguageTagFault{.part = "",
                            .subtag = "",
                            .suggestions = mends ? std::vector{dashed} : languagesLike(lower)};
  }
  if (parts[0] == "x" && parts.size() > 1) return std::nullopt;
  return TagReader(written, parts).read();
}

std::string languageName(StringRef tag) {
  const auto [subtag, rest] = tag.split('-');
  const std::string language = subtag.lower();
  std::string name;
  for (const auto& [known, words] : usualNames) {
    if (known == language) name = words.str();
  }
  for (const auto& [words, known] : languageNames) {
    if (!name.empty()) break;
    if (known == language) name = llvm::toUpper(words.front()) + words.drop_front().str();
  }
  if (name.empty()) return tag.str();
  return rest.empty() ? name : name + " (" + tag.str() + ")";
}

bool isRightToLeft(llvm::StringRef tag) {
  const std::string primary = tag.split('-').first.lower();
  return llvm::is_contained({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"},
                            llvm::StringRef(primary));
}

}  // namespace cadre
