#include "sema/languages.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::sema {

using llvm::ArrayRef;
using llvm::StringRef;

namespace {

struct Language {
  StringRef tag;
  StringRef name;
};
constexpr Language languages[] = {
#define LANGUAGE(tag, name) {tag, name},
#define LANGUAGES(tags)
#define SCRIPTS(tags)
#define REGIONS(tags)
#include "sema/languages.def"
};
constexpr StringRef longLanguages[] = {
#define LANGUAGE(tag, name)
#define LANGUAGES(tags) tags,
#define SCRIPTS(tags)
#define REGIONS(tags)
#include "sema/languages.def"
};
constexpr StringRef scripts[] = {
#define LANGUAGE(tag, name)
#define LANGUAGES(tags)
#define SCRIPTS(tags) tags,
#define REGIONS(tags)
#include "sema/languages.def"
};
constexpr StringRef regions[] = {
#define LANGUAGE(tag, name)
#define LANGUAGES(tags)
#define SCRIPTS(tags)
#define REGIONS(tags) tags,
#include "sema/languages.def"
};

/// What people write for a language or a region, by the code of something else.
constexpr Language confused[] = {{"cn", "zh"}, {"cz", "cs"}, {"dk", "da"},
                                 {"gr", "el"}, {"jp", "ja"}, {"ua", "uk"}};

/// Whether `subtag` is one of those that `runs` hold back to back, all of its length.
bool isIn(ArrayRef<StringRef> runs, StringRef subtag) {
  return llvm::any_of(runs, [&](StringRef run) {
    for (; !run.empty(); run = run.drop_front(subtag.size())) {
      if (run.starts_with(subtag)) return true;
    }
    return false;
  });
}

bool isLanguage(StringRef subtag) {
  if (subtag.size() == 2)
    return llvm::any_of(languages, [&](const Language& one) { return one.tag == subtag; });
  if (subtag.size() != 3) return false;
  return ("qaa" <= subtag && subtag <= "qtz") || isIn(longLanguages, subtag);
}

bool isScript(StringRef subtag) {
  return subtag.size() == 4 && (subtag.starts_with("qa") || isIn(scripts, subtag));
}

bool isRegion(StringRef subtag) {
  if (subtag.size() == 3) return llvm::all_of(subtag, llvm::isDigit);
  if (subtag.size() != 2) return false;
  return subtag[0] == 'x' || ("qm" <= subtag && subtag <= "qz") || isIn(regions, subtag);
}

bool isVariant(StringRef subtag) {
  return (subtag.size() >= 5 && subtag.size() <= 8) ||
         (subtag.size() == 4 && llvm::isDigit(subtag.front()));
}

}  // namespace

bool isLanguageTag(StringRef tag) {
  const std::string lower = tag.lower();
  llvm::SmallVector<StringRef, 4> parts;
  StringRef(lower).split(parts, '-');
  const bool wellFormed = llvm::all_of(parts, [](StringRef part) {
    return !part.empty() && part.size() <= 8 && llvm::all_of(part, llvm::isAlnum);
  });
  if (!wellFormed) return false;
  ArrayRef<StringRef> rest(parts);
  const auto next = [&](auto&& isOne) {
    const bool is = !rest.empty() && isOne(rest.front());
    if (is) rest = rest.drop_front();
    return is;
  };
  if (parts.front() == "x") return parts.size() > 1;
  if (!next(isLanguage)) return false;
  for (int i = 0; i < 3; ++i) {
    if (!next([](StringRef part) { return part.size() == 3 && llvm::all_of(part, llvm::isAlpha) && isIn(longLanguages, part); }))
      break;
  }
  next(isScript);
  next(isRegion);
  while (next(isVariant)) {
  }
  while (next([](StringRef part) { return part.size() == 1; })) {
    if (!next([](StringRef) { return true; })) return false;
    while (next([](StringRef part) { return part.size() > 1; })) {
    }
  }
  return rest.empty();
}

std::vector<std::string> similarTags(StringRef tag) {
  const std::string lower = tag.lower();
  const auto [first, rest] = StringRef(lower).split('-');
  std::vector<std::string> out;
  const auto offer = [&](std::string one) {
    if (isLanguageTag(one)) out.push_back(std::move(one));
  };
  for (const Language& one : languages) {
    if (one.name.equals_insensitive(first)) offer(one.tag.str());
  }
  for (const Language& one : confused) {
    if (one.tag == first) offer(one.name.str());
  }
  if (rest == "uk") offer((first + "-GB").str());
  if (tag.contains('_')) {
    std::string dashed = tag.str();
    std::replace(dashed.begin(), dashed.end(), '_', '-');
    offer(dashed);
    for (const std::string& one : similarTags(dashed)) out.push_back(one);
  }
  return out;
}

}  // namespace cadre::sema
