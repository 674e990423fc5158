#include "emit/html/details.h"
#include "emit/html/pages.h"
#include "emit/html/rubric.h"
#include "support/slug.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::html {

namespace {

void competencyTrail(Page& page, const Competency& competency) {
  {
    const auto item = page.html().element("li");
    page.words("a", "Competencies", {{"href", page.fromHere("index.html#competencies")}});
  }
  const auto isPublished = [&](CategoryId id) { return page.site().publication().contains(id); };
  const auto* first = llvm::find_if(competency.categories, isPublished);
  if (first == competency.categories.end()) return;
  auto trail = page.ancestors(*first);
  trail.push_back(*first);
  for (const CategoryId id : trail) {
    const auto item = page.html().element("li");
    page.link(id);
  }
}

template <class Ids>
void linksFact(Page& page, StringRef label, const Ids& ids) {
  const auto isPublished = [&](auto id) { return page.site().publication().contains(id); };
  if (llvm::none_of(ids, isPublished)) return;
  fact(page, label, [&] {
    llvm::interleave(
        llvm::make_filter_range(ids, isPublished), [&](auto id) { page.link(id); },
        [&] { page.html().text(", "); });
  });
}

void kindFact(Page& page, const Competency& competency) {
  fact(page, "Kind", [&] {
    const Kind& kind = page.model()[competency.kind];
    if (!kind.framework) return page.words(kindWords(kind));
    page.title(kind);
  });
}

void scaleFact(Page& page, const Competency& competency) {
  if (!page.site().publication().contains(competency.scale)) return;
  fact(page, "Scale", [&] {
    const Scale& scale = page.model()[competency.scale];
    const std::string fragment = percentEncode(anchorOf(page.site(), DeclKind::Scale, scale));
    const auto link = page.html().element("a", {{"href", page.fromHere("index.html#" + fragment)}});
    page.title(scale);
  });
}

void facts(Page& page, CompetencyId id) {
  const Competency& competency = page.model()[id];
  const auto aside = page.html().element("aside");
  const auto box = page.html().element("div", {{"class", "facts"}});
  page.words("h2", "At a glance");
  const auto list = page.html().element("dl");
  kindFact(page, competency);
  linksFact(page, "Categories", competency.categories);
  scaleFact(page, competency);
  linksFact(page, "Part of", competency.partOf);
  linksFact(page, "Consists of", page.site().parts(id));
  if (const size_t count = page.site().requiredBy(id).size()) {
    fact(page, "Required by", std::to_string(count));
  }
  commonFacts(page, competency);
}

// ---- Levels
// ---------------------------------------------------------------------------------------

/// A level as its own card: what the competency says of it, else what the scale does.
void levelCard(Page& page, const Competency& competency, const LevelValue& value,
               const CompetencyLevel* level) {
  const Scale& scale = page.model()[competency.scale];
  const bool isNumber = value.number.has_value();
  const double low = isNumber ? scale.low : 1;
  const double high = isNumber ? scale.high : static_cast<double>(scale.levels.size());
  const std::string name =
      isNumber ? formatNumber(*value.number) : page.model()[value.level].name.str();
  const auto card = page.html().element(
      "div", {{"class", "level-card " + shade(page.model().rank(value), low, high).str()},
              {"id", "level-" + percentEncode(name)}});
  {
    const auto heading = page.html().element("h3");
    page.html().text(page.model().display(value));
    if (level && !level->title.isEmpty()) {
      page.html().text(" · ");
      page.text(level->title);
    }
  }
  const StringRef language = page.languageOf(competency);
  if (level) page.prose(level->about, language);
  page.bullets(indicatorsAt(page.model(), competency, value), "indicators", language,
               level && !level->rubric.indicators.empty());
  if (level) practice(page, level->rubric, language);
}

void levels(Page& page, const Competency& competency) {
  const Scale& scale = page.model()[competency.scale];
  const auto offered = page.model().offeredLevels(competency);
  if (competency.levels.empty() && offered.empty()) return;
  section(page, "levels", "Levels", [&] {
    if (scale.cumulative)
      page.words("p", "Each level includes those below it.", {{"class", "hint"}});
    const auto cards = page.html().element("div", {{"class", "level-cards"}});
    for (const LevelId id : offered) {
      const LevelValue value{id, std::nullopt};
      levelCard(page, competency, value, page.model().findLevel(competency, value));
    }
    if (!offered.empty()) return;
    for (const CompetencyLevel& anchor : competency.levels) {
      levelCard(page, competency, anchor.level, &anchor);
    }
  });
}

/// What is said of the competency as a whole.
void whole(Page& page, const Competency& competency) {
  const Rubric& rubric = competency.rubric;
  const StringRef language = page.languageOf(competency);
  if (!rubric.indicators.empty()) {
    section(page, "indicators", "What it looks like",
            [&] { page.bullets(rubric.indicators, "indicators", language, true); });
  }
  if (rubric.evidence.empty() && rubric.develop.empty() && rubric.interview.empty()) return;
  section(page, "practice", "In practice", [&] {
    page.words("h3", "At every level", {{"class", "visually-hidden"}});
    practice(page, rubric, language);
  });
}

// ---- What refers to it
// ----------------------------------------------------------------------------

void developedBy(Page& page, CompetencyId id) {
  const ArrayRef<DevelopedBy> all = page.site().developedBy(id);
  if (all.empty()) return;
  section(page, "resources", "Resources that develop it", [&] {
    const auto list = page.html().element("ul", {{"class", "plain-list"}});
    for (const DevelopedBy& development : all) {
      const Resource& resource = page.model()[development.resource];
      const auto item = page.html().element("li");
      page.webLink(resource.url, resource.title.plain);
      if (!resource.type.empty()) {
        page.html().text(" ");
        page.html().leaf("span", resource.type, {{"class", "badge"}});
      }
      if (development.level.isNone()) continue;
      page.html().text(" ");
      page.words("to");
      page.html().text(" ");
      page.level(page.model()[id], development.level);
    }
  });
}

void requiredBy(Page& page, CompetencyId id) {
  const ArrayRef<RequiredBy> all = page.site().requiredBy(id);
  if (all.empty()) return;
  const Competency& competency = page.model()[id];
  section(page, "required-by", "Required by", [&] {
    const auto table = page.html().element("table", {{"class", "list"}});
    {
      const auto head = page.html().element("thead");
      const auto row = page.html().element("tr");
      page.words("th", "Profile", {{"scope", "col"}});
      if (competency.scale) page.words("th", "Level", {{"scope", "col"}});
      page.words("th", "Importance", {{"scope", "col"}});
    }
    const auto rows = page.html().element("tbody");
    for (const RequiredBy& use : all) {
      const auto row = page.html().element("tr");
      {
        const auto profile = page.html().element("th", {{"scope", "row"}});
        page.link(use.profile);
      }
      if (competency.scale) {
        page.html().leaf("td", page.model().display(use.requirement->level));
      }
      const auto importance = page.html().element("td");
      page.importance(use.requirement->importance);
    }
  });
}

}  // namespace

std::string competencyPage(const Site& site, CompetencyId id) {
  const Competency& competency = site.model()[id];
  Page page(site, Depth::Folder, size_t{8192} + 192 * site.requiredBy(id).size());
  return page.write(competency.title.plain, [&] {
    pageHead(page, "Competency", competency, [&] { competencyTrail(page, competency); });
    const auto columns = page.html().element("div", {{"class", "columns"}});
    facts(page, id);
    const auto main = page.html().element("div", {{"class", "story"}});
    notices(page, competency);
    changesOf(page, DeclKind::Competency, competency);
    page.prose(competency.about, page.languageOf(competency));
    if (competency.scale) levels(page, competency);
    whole(page, competency);
    statements(page, competency.statements);
    credentials(page, competency.credentials);
    developedBy(page, id);
    requiredBy(page, id);
    matches(page, competency);
  });
}

}  // namespace cadre::emit::html
