#include "emit/html/details.h"
#include "emit/html/matrix_table.h"
#include "emit/html/pages.h"
#include "support/slug.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::html {

namespace {

/// A table of more rows scrolls under its head.
constexpr size_t mostRowsInView = 25;
/// In a table of more columns their titles are turned.
constexpr size_t mostColumnsUpright = 6;

// ---- One table
// ------------------------------------------------------------------------------------

/// What the cell shows, what it says when pointed at, how strong its colour is.
struct Cell {
  std::string shown;
  std::string said;
  StringRef shade;
};

Cell cellOf(const Site& site, const Requirement& requirement) {
  const Model& model = site.model();
  const Competency& competency = model[requirement.competency];
  const std::string importance = StringRef(importanceWords(requirement.importance)).lower();
  if (requirement.level.number) {
    const Scale& scale = model[competency.scale];
    const std::string number = formatNumber(*requirement.level.number);
    return {number, importance, shade(*requirement.level.number, scale.low, scale.high)};
  }
  if (!requirement.level.level) return {"✓", importance, "s3"};
  const Level& level = model[requirement.level.level];
  const auto count = static_cast<double>(model[level.scale].levels.size());
  return {site.abbreviation(requirement.level.level).str(),
          model.display(requirement.level) + ", " + importance, shade(level.ordinal, 1, count)};
}

void filledCell(Page& page, const Requirement& requirement) {
  const Cell cell = cellOf(page.site(), requirement);
  const auto td = page.html().element("td");
  page.html().leaf("abbr", cell.shown,
                   {{"class", cell.shade.str() + " " + word(requirement.importance).str()},
                    {"title", cell.said}});
}

void tableHead(Page& page, const MatrixTable& table) {
  const auto head = page.html().element("thead");
  const auto row = page.html().element("tr");
  page.words("th", "Competency", {{"scope", "col"}, {"class", "corner"}});
  for (const ProfileId id : table.profiles) {
    const auto cell = page.html().element("th", {{"scope", "col"}});
    page.link(id);
  }
}

/// Requirements by row, then by column; null where the profile does not require the competency.
using Grid = std::vector<std::vector<const Requirement*>>;

Grid gridOf(const Site& site, const MatrixTable& table) {
  std::vector<size_t> rows(site.model().tables().competencies.size());
  for (size_t i = 0; i < table.competencies.size(); ++i) rows[table.competencies[i].index()] = i;
  Grid grid(table.competencies.size(), std::vector<const Requirement*>(table.profiles.size()));
  for (size_t column = 0; column < table.profiles.size(); ++column) {
    for (const Requirement* requirement : site.requirements(table.profiles[column])) {
      grid[rows[requirement->competency.index()]][column] = requirement;
    }
  }
  return grid;
}

void tableRow(Page& page, CompetencyId id, ArrayRef<const Requirement*> cells) {
  const auto row = page.html().element("tr");
  {
    const auto cell = page.html().element("th", {{"scope", "row"}});
    page.link(id);
  }
  for (const Requirement* requirement : cells) {
    if (requirement) {
      filledCell(page, *requirement);
    } else {
      page.html().leaf("td", "");
    }
  }
}

void groupRow(Page& page, CategoryId category, size_t columns) {
  const auto row = page.html().element("tr", {{"class", "group"}});
  const auto cell =
      page.html().element("th", {{"scope", "rowgroup"}, {"colspan", std::to_string(columns + 1)}});
  const auto name = page.html().element("span");
  if (!category) return page.words("Other");
  page.title(page.model()[category]);
}

void tableRows(Page& page, const MatrixTable& table) {
  const Grid grid = gridOf(page.site(), table);
  const auto category = [&](size_t row) {
    return page.site().firstCategory(table.competencies[row]);
  };
  const bool isGrouped = category(0).isValid();
  for (size_t row = 0; row < grid.size();) {
    const auto group = page.html().element("tbody");
    const CategoryId first = category(row);
    if (isGrouped) groupRow(page, first, table.profiles.size());
    for (; row < grid.size() && category(row) == first; ++row) {
      tableRow(page, table.competencies[row], grid[row]);
    }
  }
}

void legend(Page& page) {
  const auto list = page.html().element("ul", {{"class", "legend"}});
  for (const ScaleId id : page.site().publication().ids<Scale>()) {
    for (const LevelId level : page.model()[id].levels) {
      const auto item = page.html().element("li");
      const auto count = static_cast<double>(page.model()[id].levels.size());
      const std::string style = shade(page.model()[level].ordinal, 1, count).str() + " essential";
      page.html().leaf("span", page.site().abbreviation(level), {{"class", style}});
      page.html().text(" " + page.model().display({level, std::nullopt}));
    }
  }
  for (const Importance importance :
       {Importance::Essential, Importance::Desired, Importance::Optional}) {
    const auto item = page.html().element("li");
    page.html().leaf("span", "✓", {{"class", "s1 " + word(importance).str()}});
    page.html().text(" ");
    page.words(importanceWords(importance));
  }
}

void matrixHead(Page& page, llvm::function_ref<void()> title) {
  const auto head = page.html().element("div", {{"class", "page-head"}});
  page.words("p", "Matrix", {{"class", "kicker"}});
  const auto heading = page.html().element("h1");
  title();
}

void matrixTable(Page& page, const MatrixTable& table) {
  legend(page);
  const bool isTall = table.competencies.size() > mostRowsInView;
  const bool isNarrow = table.profiles.size() <= mostColumnsUpright;
  const auto frame =
      page.html().element("div", {{"class", isTall ? "matrix-frame tall" : "matrix-frame"},
                                  {"tabindex", "0"},
                                  {"role", "region"},
                                  {"aria-label", "Matrix"}});
  const auto element =
      page.html().element("table", {{"class", isNarrow ? "matrix narrow" : "matrix"}});
  tableHead(page, table);
  tableRows(page, table);
}

// ---- All tables
// -----------------------------------------------------------------------------------

/// The tables of one family, or of the profiles without one.
struct Chapter {
  FamilyId family;
  std::string slug;
  std::vector<MatrixTable> tables;

  [[nodiscard]] std::string path(size_t part, const std::string& stem) const {
    return "matrix/" + stem + (part == 0 ? "" : "." + std::to_string(part + 1)) + ".html";
  }
  [[nodiscard]] std::string file(size_t part) const { return path(part, slug); }
  [[nodiscard]] std::string href(size_t part) const { return path(part, percentEncode(slug)); }
};

void collect(const Site& site, FamilyId id, std::vector<ProfileId>& out) {
  llvm::append_range(out, site.families().members[id]);
  for (const FamilyId child : site.families().children[id]) collect(site, child, out);
}

std::vector<Chapter> chaptersOf(const Site& site) {
  // No declaration's name holds a space.
  std::vector<std::string> names = {"no family"};
  for (const FamilyId id : site.families().roots) names.push_back(site.pageName(site.model()[id]));
  std::vector<std::string> slugs = makeSlugs(names);
  std::vector<Chapter> out;
  for (const auto [i, id] : llvm::enumerate(site.families().roots)) {
    std::vector<ProfileId> profiles;
    collect(site, id, profiles);
    out.push_back({id, std::move(slugs[i + 1]), cutTables(site, profiles)});
  }
  out.push_back({FamilyId::none(), std::move(slugs[0]), cutTables(site, site.families().loose)});
  return out;
}

void chapterTitle(Page& page, const Chapter& chapter) {
  if (!chapter.family) return page.words("Profiles without a family");
  page.title(page.model()[chapter.family]);
}

void partLink(Page& page, const Chapter& chapter, size_t part) {
  const auto item = page.html().element("li");
  const auto link = page.html().element("a", {{"href", page.fromHere(chapter.href(part))}});
  const auto& profiles = chapter.tables[part].profiles;
  page.title(page.model()[profiles.front()]);
  if (profiles.size() == 1) return;
  page.html().text(" – ");
  page.title(page.model()[profiles.back()]);
}

/// A chapter of one table is a link; of one with more, each part is.
void chapterEntry(Page& page, const Chapter& chapter) {
  const auto item = page.html().element("li");
  if (chapter.tables.size() == 1) {
    const auto link = page.html().element("a", {{"href", page.fromHere(chapter.href(0))}});
    return chapterTitle(page, chapter);
  }
  chapterTitle(page, chapter);
  const auto list = page.html().element("ul", {{"class", "entries"}});
  for (size_t part = 0; part < chapter.tables.size(); ++part) partLink(page, chapter, part);
}

std::string overviewPage(const Site& site, ArrayRef<Chapter> chapters) {
  Page page(site, Depth::Root);
  return page.write("Matrix", [&] {
    matrixHead(page, [&] { page.words("Who needs what"); });
    const auto list = page.html().element("ul", {{"class", "plain-list"}});
    for (const Chapter& chapter : chapters) {
      if (!chapter.tables.empty()) chapterEntry(page, chapter);
    }
  });
}

std::string chapterPage(const Site& site, const Chapter& chapter, size_t part) {
  Page page(site, Depth::Folder, size_t{1} << 18);
  const std::string title = chapter.family ? site.model()[chapter.family].title.plain.str() : "";
  return page.write(title.empty() ? "Matrix" : title + " · Matrix", [&] {
    matrixHead(page, [&] { chapterTitle(page, chapter); });
    if (chapter.tables.size() > 1) {
      const auto nav = page.html().element("nav", {{"aria-label", "Parts"}});
      const auto list = page.html().element("ul", {{"class", "entries"}});
      for (size_t other = 0; other < chapter.tables.size(); ++other) {
        if (other != part) partLink(page, chapter, other);
      }
    }
    matrixTable(page, chapter.tables[part]);
  });
}

std::string onlyPage(const Site& site, ArrayRef<MatrixTable> tables) {
  Page page(site, Depth::Root, size_t{1} << 16);
  return page.write("Matrix", [&] {
    matrixHead(page, [&] { page.words("Who needs what"); });
    if (tables.empty()) return page.words("p", "No profile requires anything yet.");
    matrixTable(page, tables.front());
  });
}

}  // namespace

std::vector<std::pair<std::string, std::string>> matrixPages(const Site& site) {
  std::vector<ProfileId> all;
  for (const FamilyId id : site.families().roots) collect(site, id, all);
  llvm::append_range(all, site.families().loose);
  const std::vector<MatrixTable> tables = cutTables(site, all);
  if (tables.size() <= 1) return {{"matrix.html", onlyPage(site, tables)}};
  const std::vector<Chapter> chapters = chaptersOf(site);
  std::vector<std::pair<std::string, std::string>> out;
  out.emplace_back("matrix.html", overviewPage(site, chapters));
  for (const Chapter& chapter : chapters) {
    for (size_t part = 0; part < chapter.tables.size(); ++part) {
      out.emplace_back(chapter.file(part), chapterPage(site, chapter, part));
    }
  }
  return out;
}

}  // namespace cadre::emit::html
