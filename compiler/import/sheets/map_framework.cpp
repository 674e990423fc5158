// What the map says of the framework: takes its tables, gives the id and the scale, and what the
// words of cells mean on it. Looks at no file.
#include "diag/kinds/import.h"
#include "import/foreign/names.h"
#include "import/foreign/numbers.h"
#include "import/sheets/map_reader.h"
#include "support/language_tag.h"
#include "support/unicode.h"
#include "support/semver.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

#include <cmath>

namespace cadre::import::sheets {

using foreign::Names;
using foreign::readableName;
using toml_reader::view;

namespace {

/// `acme.marketing`: names with points between them.
bool isFrameworkId(StringRef id) {
  if (id.empty() || unicode::length(id) > 190) return false;
  llvm::SmallVector<StringRef> parts;
  id.split(parts, '.');
  return llvm::all_of(parts, [](StringRef part) {
    bool isFirst = true;
    char32_t last = 0;
    for (size_t at = 0; at < part.size();) {
      const unicode::CodePoint point = unicode::decode(part, at);
      if (!point.valid) return false;
      const bool fits = isFirst ? unicode::isIdentifierStart(point.value)
                                : unicode::isIdentifierContinue(point.value) || point.value == '-';
      if (!fits) return false;
      last = point.value;
      isFirst = false;
      at += point.length;
    }
    return !isFirst && last != '-';
  });
}

}  // namespace

void MapReader::readFramework(const toml::table& root) {
  const auto* table = child(root, "framework");
  if (!table) {
    if (!root.contains("framework")) {
      diagnostics_.report({file_, 0, 0}, diag::MapMissing, "the map", "framework");
    }
    return;
  }
  onlyKeys(*table, "`[framework]`", {"id", "title", "version", "language"});
  if (!table->contains("id"))
    diagnostics_.report(at(*table), diag::MapMissing, "`[framework]`", "id");
  map_.id = text(*table, "id").value_or("");
  if (!map_.id.empty() && !isFrameworkId(map_.id)) {
    wrongWord(at(*table->get("id")), map_.id,
              "an id, which is made of names such as `acme.marketing`", {});
  }
  map_.title = text(*table, "title").value_or(map_.id);
  map_.version = text(*table, "version").value_or("1.0.0");
  if (!Version::parse(map_.version)) {
    wrongWord(at(*table->get("version")), map_.version, "a version such as `1.0.0`", {});
  }
  map_.language = text(*table, "language").value_or("");
  if (map_.language.empty()) return;
  if (const auto fault = findLanguageTagFault(map_.language)) {
    Words near;
    for (const std::string& it : fault->suggestions) near.push_back(it);
    diagnostics_
        .report(at(*table->get("language")), diag::MapWrongValue, map_.language,
                "the tag of a language such as `en` or `de-CH`")
        .didYouMean(inside(at(*table->get("language"))), near);
  }
}

void MapReader::readScale(const toml::table& table) {
  ScaleInfo& scale = map_.scale;
  onlyKeys(table, "`[scale]`", {"name", "title", "cumulative", "levels", "range"});
  scale.title = text(table, "title").value_or("Proficiency");
  scale.name = nameFrom(scale.title, "Scale");
  if (auto name = text(table, "name")) {
    if (isFrameworkId(*name) && !StringRef(*name).contains('.'))
      scale.name = *name;
    else
      wrongWord(at(*table.get("name")), *name, "a name", {});
  }
  scale.cumulative = flag(table, "cumulative");
  if (const auto* range = table.get("range")) readRange(*range);
  readLevels(table);
  if (scale.isNumeric() && !scale.levels.empty()) {
    diagnostics_.report(at(*table.get("range")), diag::MapTwice,
                        "the scale has levels, and a range too");
  } else if (!table.contains("range") && scale.levels.empty() && !diagnostics_.hasErrors()) {
    diagnostics_.report(at(table), diag::MapMissing, "`[scale]`", "levels");
  }
  if (scale.cumulative && scale.isNumeric()) {
    diagnostics_.report(at(*table.get("cumulative")), diag::MapWrongValue, "cumulative",
                        "said of a range of numbers, only of levels");
  }
}

void MapReader::readRange(const toml::node& node) {
  const auto* list = node.as_array();
  if (!list || list->size() != 2 || !list->get(0)->is_number() || !list->get(1)->is_number()) {
    wrongType(node, "range", "two numbers, as in `[1, 5]`");
    return;
  }
  const double low = list->get(0)->value<double>().value_or(0);
  const double high = list->get(1)->value<double>().value_or(0);
  if (!std::isfinite(low) || !std::isfinite(high) || low >= high || std::abs(low) > 1e9 ||
      std::abs(high) > 1e9) {
    diagnostics_.report(at(node), diag::MapWrongValue, fmt::format("{}, {}", low, high),
                        "a range: the first number is the smaller one");
    return;
  }
  map_.scale.low = trimmedNumber(fmt::format("{:.6f}", low));
  map_.scale.high = trimmedNumber(fmt::format("{:.6f}", high));
}

void MapReader::readLevels(const toml::table& table) {
  Names names;
  each(table, "levels", [&](const toml::node& node) {
    LevelInfo level;
    Span span = at(node);
    if (const auto* inner = node.as_table()) {
      onlyKeys(*inner, "a level", {"name", "title"});
      level.title = text(*inner, "title").value_or("");
      level.name = text(*inner, "name").value_or("");
      if (level.title.empty()) level.title = level.name;
      if (!level.name.empty() &&
          (!isFrameworkId(level.name) || StringRef(level.name).contains('.'))) {
        wrongWord(at(*inner->get("name")), level.name, "a name", {});
        level.name.clear();
      }
    } else {
      level.title = text(node, "levels").value_or("");
    }
    if (level.title.empty()) return;
    if (level.name.empty()) level.name = nameFrom(level.title, "Level");
    if (llvm::is_contained(importanceWords, StringRef(level.name)))
      level.name = "Level" + level.name;
    if (map_.scale.find(level.title)) {
      diagnostics_.report(span, diag::MapTwice,
                          fmt::format("level `{}` stands twice", level.title));
      return;
    }
    level.name = names.take(level.name, "");
    map_.scale.levels.push_back(std::move(level));
  });
}

std::string MapReader::nameFrom(StringRef title, StringRef prefix) {
  std::string name = readableName(title, 60);
  // A level called `3` is no `N3`.
  if (StringRef(title.trim()).find_first_not_of("0123456789") == StringRef::npos)
    name = (prefix + title.trim()).str();
  return name.empty() ? prefix.str() : name;
}

MapReader::Words MapReader::levelWords() const {
  Words words;
  for (const LevelInfo& level : map_.scale.levels) words.push_back(level.title);
  return words;
}

std::optional<std::string> MapReader::level(StringRef word, Span span) {
  if (auto found = map_.scale.find(word)) return found;
  if (!map_.scale.isThere()) {
    diagnostics_.report(span, diag::MapWrongValue, word, "a level: the map has no `[scale]`");
  } else if (map_.scale.isNumeric()) {
    diagnostics_.report(span, diag::MapWrongValue, word,
                        fmt::format("a number from {} to {}", map_.scale.low, map_.scale.high));
  } else {
    wrongWord(span, word, "a level of the scale", levelWords());
  }
  return {};
}

void MapReader::readValues(const toml::table& table) {
  for (const auto& [key, value] : table) {
    std::string word;
    if (value.is_number()) {
      word = trimmedNumber(fmt::format("{:.6f}", value.value<double>().value_or(0)));
    } else if (auto it = text(value, view(key.str()))) {
      word = *it;
    } else {
      continue;
    }
    Meaning meaning;
    if (fold(word) == "not required") {
      meaning.what = Meaning::NotRequired;
    } else if (fold(word) == "required") {
      meaning.what = Meaning::Required;
      if (map_.scale.isThere()) {
        diagnostics_.report(at(value), diag::MapWrongValue, word,
                            "enough on a scale: a requirement names one of its levels");
      }
    } else if (auto found = map_.scale.find(word)) {
      meaning.level = *found;
    } else if (map_.scale.isNumeric()) {
      diagnostics_.report(at(value), diag::MapWrongValue, word, "what a cell can mean")
          .help(diag::MapNumberIs, map_.scale.low, map_.scale.high);
      continue;
    } else {
      Words known = levelWords();
      if (!map_.scale.isThere()) known.push_back("required");
      known.push_back("not required");
      wrongWord(at(value), word, "what a cell can mean", known);
      continue;
    }
    meaning.span = at(key.source());
    addWord(map_.values, key, meaning);
  }
}

void MapReader::readWords(const toml::table& table, ArrayRef<StringRef> known, StringRef what,
                          std::map<std::string, std::string>& into) {
  for (const auto& [key, value] : table) {
    const auto word = text(value, view(key.str()));
    if (!word) continue;
    if (!llvm::is_contained(known, StringRef(*word))) wrongWord(at(value), *word, what, known);
    addWord(into, key, *word);
  }
}

template <class Value>
void MapReader::addWord(std::map<std::string, Value>& into, const toml::key& key,
                        const Value& value) {
  if (into.emplace(fold(view(key.str())), value).second) return;
  diagnostics_.report(
      at(key.source()), diag::MapTwice,
      fmt::format("`{}` stands twice; case and spaces do not count", view(key.str())));
}

}  // namespace cadre::import::sheets
