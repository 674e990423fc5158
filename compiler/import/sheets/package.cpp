#include "import/sheets/package.h"

#include "diag/kinds/import.h"
#include "format/printer.h"
#include "import/foreign/csv.h"
#include "import/foreign/names.h"
#include "import/foreign/tree.h"
#include "import/sheets/words.h"
#include "support/formula.h"
#include "support/markdown.h"
#include "support/unicode.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::csvCell;
using foreign::Items;
using foreign::Names;
using foreign::readableName;
using foreign::slug;
using foreign::Tree;
using syntax::Item;
using syntax::TokenKind;

namespace {

/// More declarations than this are sorted into files of their own.
constexpr size_t mostInFile = 60;
constexpr size_t longestName = 60;

/// The longest name of a group: with those around it, it stays a qualified name.
size_t longestInside(StringRef parent) {
  const size_t around = unicode::length(parent);
  return parent.empty() ? longestName
                        : std::max<size_t>((186 - std::min<size_t>(around, 186)) / 2, 1);
}

/// A line as a paragraph of its own, or nothing where Markdown cannot say it.
std::optional<std::string> paragraph(StringRef line) {
  const auto says = [&](StringRef markdown) {
    return markdown::toPlain(markdown, markdown::Scope::Blocks) == line;
  };
  std::string text = markdown::escape(line);
  if (says(text)) return text;
  size_t at = 0;
  while (at < text.size() && llvm::isAlnum(text[at])) ++at;
  text.insert(at, "\\");
  if (says(text)) return text;
  return {};
}

/// The lines of a cell as the paragraphs and lists of a text block.
std::optional<std::string> blockText(StringRef text) {
  llvm::SmallVector<StringRef> lines;
  text.split(lines, '\n');
  std::string out;
  bool wasItem = false;
  for (const StringRef line : lines) {
    if (line.empty()) continue;
    const std::vector<std::string> items = splitItems(line, {});
    const bool isItem = items.size() == 1 && items.front() != line && !llvm::isDigit(line.front());
    const auto words = paragraph(isItem ? StringRef(items.front()) : line);
    if (!words) return {};
    if (!out.empty()) out += isItem && wasItem ? "\n" : "\n\n";
    out += isItem ? "- " + *words : *words;
    wasItem = isItem;
  }
  return out;
}

class PackageMaker {
public:
  PackageMaker(const Map& map, const Data& data, Diagnostics& diagnostics)
      : map_(map), data_(data), diagnostics_(diagnostics) {}

  std::vector<PackageFile> make() {
    nameAll();
    files_.push_back({"cadre.toml",
                      "# Made by `cadre import csv` from spreadsheets, yours to edit.\n"
                      "[package]\n"
                      "edition = \"2026\"\n"});
    addFramework();
    addGroups("categories.cadre", "The categories of the competencies.", data_.categories,
              categoryNames_, true);
    addCompetencies();
    addGroups("families.cadre", "The families of the profiles.", data_.families, familyNames_,
              false);
    addProfiles();
    addLeftOver();
    return std::move(files_);
  }

  void count(Summary& summary) const {
    for (const Account& it : data_.accounts) {
      TableSummary table{
          .name = it.file, .read = it.cells, .used = it.used + it.notRequired, .leftOut = {}};
      table.unit = "cells";
      table.headers = it.headers;
      for (const auto& [reason, number] : it.skipped) table.leftOut.push_back({reason, number});
      for (const auto& [reason, number] : it.leftOver) table.kept.push_back({reason, number});
      summary.tables.push_back(std::move(table));
    }
    size_t indicators = 0;
    for (const Competency& it : data_.competencies) {
      indicators += it.indicators.size();
      for (const LevelTexts& level : it.levels) indicators += level.indicators.size();
    }
    size_t requirements = 0;
    for (const Profile& it : data_.profiles) requirements += it.requirements.size();
    const auto add = [&](StringRef one, StringRef many, size_t number) {
      if (number > 0) summary.totals.push_back({(number == 1 ? one : many).str(), number});
    };
    add("category", "categories", data_.categories.size());
    add("competency", "competencies", data_.competencies.size());
    add("indicator", "indicators", indicators);
    add("family", "families", data_.families.size());
    add("profile", "profiles", data_.profiles.size());
    add("requirement", "requirements", requirements);
    add("weight with a per cent sign, read as its number",
        "weights with a per cent sign, read as their numbers", data_.percentWeights);
    add("cell kept in not-imported.csv", "cells kept in not-imported.csv", data_.leftOver.size());
  }

private:
  // ---- Names ------------------------------------------------------------------------------------

  void nameAll() {
    if (map_.scale.isThere()) names_.take(map_.scale.name, "");
    for (const Competency& it : data_.competencies)
      competencyNames_.push_back(name(names_, it.title, it.code.text, "competency", longestName));
    for (const Profile& it : data_.profiles)
      profileNames_.push_back(name(names_, it.title, it.code.text, "profile", longestName));
    nameGroups(data_.categories, "category", categoryNames_);
    nameGroups(data_.families, "family", familyNames_);
  }

  /// Groups live in their parents, so that only siblings must differ.
  void nameGroups(llvm::ArrayRef<Group> groups, StringRef sort, std::vector<std::string>& into) {
    std::map<size_t, Names> inside;
    for (const Group& it : groups) {
      const std::string around = it.parent ? into[*it.parent] : "";
      Names& siblings = it.parent ? inside[*it.parent] : names_;
      const std::string own = name(siblings, {it.title, it.span}, "", sort, longestInside(around));
      into.push_back(around.empty() ? own : fmt::format("{}.{}", around, own));
    }
  }

  std::string name(Names& names, const Said& title, StringRef code, StringRef sort,
                   size_t longest) {
    std::string sortWord = sort.str();
    sortWord.front() = llvm::toUpper(sortWord.front());
    std::string wanted = readableName(title.text, longest);
    const bool hasWords = !wanted.empty();
    if (!hasWords) wanted = readableName(code, longest);
    if (wanted.empty()) wanted = sortWord;
    if (!names.has(wanted)) {
      if (&names == &names_) sorts_.try_emplace(wanted, sort.str());
      return names.take(wanted, "");
    }
    std::string given;
    constexpr size_t longestCode = 16;
    if (!code.empty() && code.size() <= longestCode)
      given = names.take(wanted, code);
    else if (&names == &names_ && sorts_[wanted] != sort && !names.has(wanted + sortWord))
      given = names.take(wanted + sortWord, "");
    else
      given = names.take(wanted, "");
    if (hasWords) diagnostics_.report(title.span, diag::SheetName, wanted, sort, given);
    return given;
  }

  // ---- Files ------------------------------------------------------------------------------------

  void addFile(std::string path, StringRef comment, llvm::ArrayRef<const Item*> items) {
    files_.push_back({std::move(path), fmt::format("// {}\n\n{}", comment, format::print(items))});
  }

  void addFramework() {
    Arena arena;
    Tree tree(arena);
    Items items = {tree.textItem(TokenKind::Version, map_.version)};
    if (!map_.language.empty()) items.push_back(tree.wordItem(TokenKind::Language, map_.language));
    if (map_.scale.isThere()) items.push_back(tree.mention<syntax::Scale>(map_.scale.name));
    Items all = {tree.declare<syntax::Framework>(map_.id, map_.title, items)};
    if (map_.scale.isThere()) all.push_back(scale(tree));
    std::vector<std::string> from;
    for (const FileMap& file : map_.files) from.push_back(oneLine(file.name));
    addFile("framework.cadre", fmt::format("Imported from {}.", fmt::join(from, ", ")), all);
  }

  const Item* scale(Tree& tree) {
    const ScaleInfo& it = map_.scale;
    Items levels;
    for (const LevelInfo& level : it.levels)
      levels.push_back(tree.level(level.name, level.title, {}));
    auto* node = tree.declare<syntax::Scale>(it.name, it.title, levels);
    node->cumulative = it.cumulative;
    if (it.isNumeric()) node->range = tree.range(it.low, it.high);
    return node;
  }

  void addGroups(std::string path, StringRef comment, llvm::ArrayRef<Group> groups,
                 llvm::ArrayRef<std::string> names, bool areCategories) {
    if (groups.empty()) return;
    Arena arena;
    Tree tree(arena);
    // Parents stand before their children: from the end, each group is complete when it is made.
    std::vector<Items> inside(groups.size());
    Items top;
    for (size_t i = groups.size(); i-- > 0;) {
      const StringRef own = StringRef(names[i]).substr(StringRef(names[i]).rfind('.') + 1);
      std::reverse(inside[i].begin(), inside[i].end());
      const Item* node = areCategories
                             ? static_cast<const Item*>(
                                   tree.declare<syntax::Category>(own, groups[i].title, inside[i]))
                             : tree.declare<syntax::Family>(own, groups[i].title, inside[i]);
      (groups[i].parent ? inside[*groups[i].parent] : top).push_back(node);
    }
    std::reverse(top.begin(), top.end());
    addFile(std::move(path), comment, top);
  }

  /// The one file of all things, or a file a group; `itemOf` makes the item of each in a tree.
  template <class GroupOf, class ItemOf>
  void sortIntoFiles(StringRef folder, StringRef title, size_t number, llvm::ArrayRef<Group> groups,
                     GroupOf groupOf, ItemOf itemOf) {
    llvm::MapVector<size_t, std::vector<size_t>> members;
    constexpr size_t none = SIZE_MAX - 2;
    for (size_t i = 0; i < number; ++i) {
      std::optional<size_t> group = number > mostInFile ? groupOf(i) : std::nullopt;
      while (group && groups[*group].parent) group = groups[*group].parent;
      members[group.value_or(none)].push_back(i);
    }
    Names stems;
    for (const auto& [group, list] : members) {
      Arena arena;
      Tree tree(arena);
      Items items;
      for (const size_t index : list) items.push_back(itemOf(tree, index));
      if (group == none) {
        addFile(fmt::format("{}.cadre", folder), title, items);
      } else {
        const std::string stem = stems.take(slug(groups[group].title), "");
        addFile(fmt::format("{}/{}.cadre", folder, stem), groups[group].title, items);
      }
    }
  }

  // ---- Competencies -----------------------------------------------------------------------------

  void addCompetencies() {
    const auto groupOf = [&](size_t i) -> std::optional<size_t> {
      const auto& categories = data_.competencies[i].categories;
      return categories.empty() ? std::nullopt : std::optional(categories.front());
    };
    sortIntoFiles("competencies", "The competencies.", data_.competencies.size(), data_.categories,
                  groupOf, [&](Tree& tree, size_t index) { return competency(tree, index); });
  }

  const Item* competency(Tree& tree, size_t index) {
    const Competency& it = data_.competencies[index];
    Items items;
    if (!it.categories.empty()) {
      std::vector<StringRef> names;
      for (const size_t category : it.categories) names.push_back(categoryNames_[category]);
      items.push_back(tree.memberships(names));
    }
    if (!it.code.text.empty()) items.push_back(tree.textItem(TokenKind::Code, it.code.text));
    if (!it.keywords.empty()) items.push_back(tree.keywords(it.keywords));
    addAbout(tree, it.about.text, items);
    addBullets(tree, it.indicators, items);
    for (const LevelTexts& level : it.levels) {
      Items bullets;
      addBullets(tree, level.indicators, bullets);
      items.push_back(map_.scale.isNumeric() ? tree.anchor(level.level, bullets)
                                             : tree.level(level.level, "", bullets));
    }
    auto* node = tree.declare<syntax::Competency>(competencyNames_[index], it.title.text, items);
    if (!it.kind.text.empty()) node->kindName = tree.name(it.kind.text);
    return node;
  }

  static void addBullets(Tree& tree, llvm::ArrayRef<std::string> texts, Items& items) {
    for (const std::string& text : texts) items.push_back(tree.bullet({}, markdown::escape(text)));
  }

  static void addAbout(Tree& tree, StringRef about, Items& items) {
    if (about.empty()) return;
    const auto block = about.contains('\n') ? blockText(about) : std::nullopt;
    if (block)
      items.push_back(tree.textBlockItem(TokenKind::About, *block));
    else
      items.push_back(tree.textItem(TokenKind::About, markdown::escape(oneLine(about))));
  }

  // ---- Profiles ---------------------------------------------------------------------------------

  void addProfiles() {
    sortIntoFiles(
        "profiles", "The profiles and what they require.", data_.profiles.size(), data_.families,
        [&](size_t i) { return data_.profiles[i].familyIndex; },
        [&](Tree& tree, size_t index) { return profile(tree, index); });
  }

  const Item* profile(Tree& tree, size_t index) {
    const Profile& it = data_.profiles[index];
    Items items;
    if (it.familyIndex)
      items.push_back(tree.mention<syntax::Family>(familyNames_[*it.familyIndex]));
    if (!it.code.text.empty()) items.push_back(tree.textItem(TokenKind::Code, it.code.text));
    addAbout(tree, it.about.text, items);
    for (const Requirement& need : it.requirements) {
      items.push_back(tree.requirementOf({.competency = competencyNames_[need.competency],
                                          .level = need.level,
                                          .isNumber = map_.scale.isNumeric(),
                                          .importance = need.importance,
                                          .weight = need.weight,
                                          .because = need.because}));
    }
    return tree.declare<syntax::Profile>(profileNames_[index], it.title.text, items);
  }

  // ---- What found no place ----------------------------------------------------------------------

  void addLeftOver() {
    if (data_.leftOver.empty()) return;
    // The mark tells spreadsheets that this is UTF-8.
    std::string out =
        "\xEF\xBB\xBF"
        "file,row,column,reason,cell\r\n";
    for (const LeftOver& it : data_.leftOver) {
      out += fmt::format("{},{},{},{},{}\r\n", guarded(it.file), it.row, guarded(it.column),
                         guarded(it.reason), guarded(it.cell));
    }
    files_.push_back({"not-imported.csv", std::move(out)});
  }

  /// A cell that no spreadsheet takes for a formula.
  static std::string guarded(StringRef text) {
    return csvCell((looksLikeFormula(text) ? "'" : "") + valid(text));
  }

  /// What is no text becomes the sign for that.
  static std::string valid(StringRef text) {
    std::string out;
    for (size_t at = 0; at < text.size();) {
      const unicode::CodePoint point = unicode::decode(text, at);
      unicode::append(out, point.valid ? point.value : 0xFFFD);
      at += point.length;
    }
    return out;
  }

  const Map& map_;
  const Data& data_;
  Diagnostics& diagnostics_;
  Names names_;
  std::map<std::string, std::string> sorts_;  ///< By name: what has it.
  std::vector<std::string> competencyNames_;
  std::vector<std::string> profileNames_;
  std::vector<std::string> categoryNames_;  ///< Qualified.
  std::vector<std::string> familyNames_;
  std::vector<PackageFile> files_;
};

}  // namespace

std::vector<PackageFile> makePackage(const Map& map, const Data& data, Summary& summary,
                                     Diagnostics& diagnostics) {
  PackageMaker maker(map, data, diagnostics);
  std::vector<PackageFile> files = maker.make();
  maker.count(summary);
  return files;
}

}  // namespace cadre::import::sheets
