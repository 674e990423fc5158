#include "import/onet/package.h"

#include "diag/kinds/import.h"
#include "format/printer.h"
#include "import/foreign/names.h"
#include "import/foreign/tree.h"
#include "support/markdown.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::onet {

using foreign::Items;
using foreign::Names;
using foreign::slug;
using foreign::Tree;
using foreign::upperCamel;
using syntax::Item;
using syntax::TokenKind;

namespace {

struct Group {
  StringRef prefix;
  StringRef title;
};

constexpr Group socGroups[] = {
#define GROUP(prefix, title) {prefix, title},
#include "import/onet/soc_groups.def"
};

/// The longest name of a category: with those around it, it stays a qualified name.
size_t longestInside(StringRef parent) { return parent.empty() ? 60 : (186 - parent.size()) / 2; }

/// `2.B.3.a` lies in `2.B.3`.
bool liesIn(StringRef id, StringRef above) {
  return id.consume_front(above) && id.starts_with(".");
}

/// Knowledge and the technical skills; all else is general.
bool isTechnical(const Element& element) {
  return liesIn(element.id, "2.C") || liesIn(element.id, "2.B.3");
}

/// The occupations of one major group of the classification.
struct Family {
  std::string prefix;  ///< `11`
  std::string title;
  std::string name;
  std::vector<const Occupation*> members;
};

class PackageMaker {
public:
  PackageMaker(const Tables& tables, const Settings& settings, Diagnostics& diagnostics)
      : tables_(tables),
        settings_(settings),
        diagnostics_(diagnostics),
        categoryNames_(tables.elements.size()),
        competencyNames_(tables.elements.size()) {}

  std::vector<PackageFile> make() {
    nameScales();
    nameCategories();
    nameCompetencies();
    makeFamilies();
    addManifest();
    addFramework();
    addScales();
    addCategories();
    addCompetencies("skills.cadre", "The skills that O*NET rates, with the level anchors of each.",
                    tables_.skills);
    addCompetencies("knowledge.cadre",
                    "The knowledge that O*NET rates, with the level anchors of each.",
                    tables_.knowledge);
    addFamilies();
    for (const Family& family : families_) addProfiles(family);
    return std::move(files_);
  }

  void count(Summary& summary) const {
    const auto categories =
        llvm::count_if(tables_.elements, [](const Element& e) { return e.isCategory; });
    summary.totals.push_back({"categories", static_cast<size_t>(categories)});
    summary.totals.push_back({"competencies", tables_.skills.size() + tables_.knowledge.size()});
    summary.totals.push_back({"level anchors", anchors_});
    summary.totals.push_back({"families", families_.size()});
    summary.totals.push_back({"profiles", profiles_});
    summary.totals.push_back({"requirements", requirements_});
    summary.totals.push_back({"tasks", tasks_});
  }

private:
  // ---- Names ----------------------------------------------------------------------------------

  void nameScales() {
    names_.take(tables_.importance.id, {});
    names_.take(tables_.level.id, {});
  }

  /// Categories live in their parents, so that only siblings must differ.
  void nameCategories() {
    std::map<size_t, Names> inside;
    for (size_t i = 0; i < tables_.elements.size(); ++i) nameCategory(i, inside);
  }
  void nameCategory(size_t index, std::map<size_t, Names>& inside) {
    const Element& element = tables_.elements[index];
    if (!element.isCategory || !categoryNames_[index].empty()) return;
    std::string around;
    if (element.parent) {
      nameCategory(*element.parent, inside);
      around = categoryNames_[*element.parent];
    }
    Names& siblings = element.parent ? inside[*element.parent] : names_;
    const std::string name =
        siblings.take(upperCamel(element.title, longestInside(around)), element.id);
    categoryNames_[index] = around.empty() ? name : fmt::format("{}.{}", around, name);
  }

  /// A skill and a field of knowledge of one title (Mathematics) say which they are.
  void nameCompetencies() {
    llvm::StringMap<size_t> uses;
    for (const auto* list : {&tables_.skills, &tables_.knowledge}) {
      for (const size_t index : *list) ++uses[upperCamel(tables_.elements[index].title)];
    }
    for (const auto* list : {&tables_.skills, &tables_.knowledge}) {
      for (const size_t index : *list) {
        const Element& element = tables_.elements[index];
        std::string name = upperCamel(element.title);
        if (!name.empty() && uses[name] > 1)
          name += element.rated == Rated::AsSkill ? "Skill" : "Knowledge";
        competencyNames_[index] = names_.take(name, element.id);
      }
    }
  }

  void makeFamilies() {
    llvm::MapVector<StringRef, std::vector<const Occupation*>> members;
    for (const Occupation& occupation : tables_.occupations) {
      if (occupation.rated) members[occupation.code.take_front(2)].push_back(&occupation);
    }
    for (auto& [prefix, occupations] : members) {
      const auto* known =
          llvm::find_if(socGroups, [&](const Group& group) { return group.prefix == prefix; });
      const bool isKnown = known != std::end(socGroups);
      if (!isKnown) {
        diagnostics_.report(occupations.front()->span, diag::ImportUnknownGroup, prefix, prefix);
      }
      std::string title = isKnown ? known->title.str() : fmt::format("SOC {}", prefix);
      std::string name = names_.take(upperCamel(title), prefix);
      families_.push_back(
          {prefix.str(), std::move(title), std::move(name), std::move(occupations)});
    }
  }

  // ---- Files ----------------------------------------------------------------------------------

  void addManifest() {
    files_.push_back({"cadre.toml",
                      "# O*NET as a Cadre package: made by `cadre import onet`, yours to edit.\n"
                      "[package]\n"
                      "edition = \"2026\"\n"});
  }

  void addFile(std::string path, StringRef comment, llvm::ArrayRef<const Item*> items) {
    files_.push_back({std::move(path), fmt::format("// {}\n\n{}", comment, format::print(items))});
  }

  void addFramework() {
    const std::string about = fmt::format(
        "Skills, knowledge and occupations of the {onet} database of the US Department of Labor,\n"
        "Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 licence.\n"
        "{onet} is a trademark of USDOL/ETA.\n"
        "\n"
        "The data were changed to become this framework: an occupation requires what is rated "
        "{threshold}\n"
        "or more on the importance scale; ratings that {onet} recommends to suppress or marks as "
        "not\n"
        "relevant are left out. USDOL/ETA has not approved, endorsed or tested these changes.",
        fmt::arg("onet", markdown::escape("O*NET")),
        fmt::arg("threshold", settings_.minImportance));
    Arena arena;
    Tree tree(arena);
    const Items items = {
        tree.textItem(TokenKind::Version, settings_.release),
        tree.wordItem(TokenKind::Language, "en"),
        tree.textItem(TokenKind::Publisher,
                      "US Department of Labor, Employment and Training Administration"),
        tree.textItem(TokenKind::License, "CC-BY-4.0"),
        tree.textItem(TokenKind::Uri, "https://www.onetcenter.org"),
        tree.mention<syntax::Scale>(tables_.level.id),
        tree.textBlockItem(TokenKind::About, about)};
    addFile("framework.cadre", "Occupations with the skills and the knowledge that they require.",
            {tree.declare<syntax::Framework>("onet", "O*NET", items)});
  }

  void addScales() {
    Arena arena;
    Tree tree(arena);
    const auto declared = [&](const Scale& scale, StringRef about) {
      auto* node = tree.declare<syntax::Scale>(scale.id, scale.title,
                                               {tree.textItem(TokenKind::About, about)});
      node->range = tree.range(scale.low, scale.high);
      return node;
    };
    addFile("scales.cadre", "The two scales of the ratings.",
            {declared(tables_.level, "How much of a competency an occupation requires."),
             declared(tables_.importance,
                      "How important a competency is to an occupation: the weight of a "
                      "requirement.")});
  }

  void addCategories() {
    std::vector<std::vector<size_t>> inside(tables_.elements.size());
    std::vector<size_t> top;
    for (size_t i = 0; i < tables_.elements.size(); ++i) {
      const Element& element = tables_.elements[i];
      if (element.isCategory) (element.parent ? inside[*element.parent] : top).push_back(i);
    }
    Arena arena;
    Tree tree(arena);
    Items items;
    for (const size_t index : top) items.push_back(category(tree, index, inside));
    addFile("categories.cadre",
            "The parts of the O*NET content model that skills and knowledge belong to.", items);
  }

  const Item* category(Tree& tree, size_t index, llvm::ArrayRef<std::vector<size_t>> inside) {
    const Element& element = tables_.elements[index];
    // What is a competency too has given its identity to that.
    const StringRef suffix = element.rated == Rated::No ? "" : ".category";
    Items items = {tree.textItem(TokenKind::Code, element.id),
                   tree.textItem(TokenKind::Id, fmt::format("onet.{}{}", element.id, suffix))};
    addAbout(tree, element.about, items);
    for (const size_t child : inside[index]) items.push_back(category(tree, child, inside));
    const StringRef qualified = categoryNames_[index];
    return tree.declare<syntax::Category>(qualified.substr(qualified.rfind('.') + 1), element.title,
                                          items);
  }

  void addCompetencies(std::string path, StringRef comment, llvm::ArrayRef<size_t> list) {
    if (list.empty()) return;
    Arena arena;
    Tree tree(arena);
    Items items;
    for (const size_t index : list) items.push_back(competency(tree, index));
    addFile(std::move(path), comment, items);
  }

  const Item* competency(Tree& tree, size_t index) {
    const Element& element = tables_.elements[index];
    Items items;
    if (element.parent) items.push_back(tree.membership(categoryNames_[*element.parent]));
    items.push_back(tree.mention<syntax::Scale>(tables_.level.id));
    items.push_back(tree.textItem(TokenKind::Code, element.id));
    items.push_back(tree.textItem(TokenKind::Id, fmt::format("onet.{}", element.id)));
    addAbout(tree, element.about, items);
    for (llvm::ArrayRef<Anchor> rest = element.anchors; !rest.empty();) {
      const auto here =
          rest.take_while([&](const Anchor& a) { return a.number == rest.front().number; });
      Items bullets;
      for (const Anchor& anchor : here)
        bullets.push_back(tree.bullet({}, markdown::escape(anchor.text)));
      items.push_back(tree.anchor(here.front().value, bullets));
      anchors_ += here.size();
      rest = rest.drop_front(here.size());
    }
    auto* node = tree.declare<syntax::Competency>(competencyNames_[index], element.title, items);
    node->kindName = tree.name(isTechnical(element) ? "technical" : "general");
    return node;
  }

  void addFamilies() {
    Arena arena;
    Tree tree(arena);
    Items items;
    for (const Family& family : families_) {
      const std::string code = family.prefix + "-0000";
      items.push_back(tree.declare<syntax::Family>(
          family.name, family.title,
          {tree.textItem(TokenKind::Code, code), tree.textItem(TokenKind::Id, "onet." + code)}));
    }
    addFile("families.cadre", "The major groups of the Standard Occupational Classification.",
            items);
  }

  void addProfiles(const Family& family) {
    Arena arena;
    Tree tree(arena);
    Items items;
    for (const Occupation* occupation : family.members)
      items.push_back(profile(tree, *occupation, family));
    StringRef title = family.title;
    const bool isKnown = title.consume_back(" Occupations");
    const std::string stem =
        isKnown ? fmt::format("{}-{}", family.prefix, slug(title)) : slug(family.title);
    addFile(fmt::format("profiles/{}.cadre", stem), family.title, items);
  }

  const Item* profile(Tree& tree, const Occupation& occupation, const Family& family) {
    Items items = {tree.mention<syntax::Family>(family.name),
                   tree.textItem(TokenKind::Code, occupation.code),
                   tree.textItem(TokenKind::Id, fmt::format("onet.{}", occupation.code))};
    addAbout(tree, occupation.about, items);
    Items tasks;
    for (const Task& task : occupation.tasks) {
      tasks.push_back(tree.bullet(fmt::format("T{}", task.id), markdown::escape(task.text)));
    }
    if (!tasks.empty()) items.push_back(tree.statements(syntax::StatementSort::Task, tasks));
    for (const Requirement& requirement : occupation.requirements) {
      items.push_back(tree.requirement(competencyNames_[requirement.element], requirement.level,
                                       requirement.importance));
    }
    ++profiles_;
    tasks_ += tasks.size();
    requirements_ += occupation.requirements.size();
    const std::string name = names_.take(upperCamel(occupation.title), occupation.code);
    return tree.declare<syntax::Profile>(name, occupation.title, items);
  }

  static void addAbout(Tree& tree, StringRef about, Items& items) {
    if (!about.empty()) items.push_back(tree.textItem(TokenKind::About, markdown::escape(about)));
  }

  const Tables& tables_;
  const Settings& settings_;
  Diagnostics& diagnostics_;
  Names names_;
  std::vector<std::string> categoryNames_;    ///< By element, qualified; empty for what is none.
  std::vector<std::string> competencyNames_;  ///< By element.
  std::vector<Family> families_;
  std::vector<PackageFile> files_;
  size_t anchors_ = 0;
  size_t profiles_ = 0;
  size_t requirements_ = 0;
  size_t tasks_ = 0;
};

}  // namespace

std::vector<PackageFile> makePackage(const Tables& tables, const Settings& settings,
                                     Summary& summary, Diagnostics& diagnostics) {
  PackageMaker maker(tables, settings, diagnostics);
  std::vector<PackageFile> files = maker.make();
  maker.count(summary);
  return files;
}

}  // namespace cadre::import::onet
