#include "emit/html/requirements.h"

#include "emit/html/details.h"
#include "emit/html/rubric.h"
#include "support/slug.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::html {

namespace {

/// Requirements of one kind and one category (none: of no category).
struct Group {
  KindId kind;
  CategoryId category;
  std::vector<const Requirement*> requirements;
};

/// By kind, then category, both in the order of declaration; what has no category comes last.
std::vector<Group> groupRequirements(const Site& site, ProfileId id) {
  std::vector<const Requirement*> sorted = site.requirements(id).vec();
  const auto place = [&](const Requirement* requirement) {
    const CompetencyId competency = requirement->competency;
    return std::pair(site.model()[competency].kind, site.firstCategory(competency));
  };
  llvm::stable_sort(
      sorted, [&](const Requirement* a, const Requirement* b) { return place(a) < place(b); });
  std::vector<Group> out;
  for (const Requirement* requirement : sorted) {
    const auto [kind, category] = place(requirement);
    const bool isNew = out.empty() || out.back().kind != kind || out.back().category != category;
    if (isNew) out.push_back({kind, category, {}});
    out.back().requirements.push_back(requirement);
  }
  return out;
}

void kindTitle(Page& page, const Kind& kind) {
  const auto heading = page.html().element("h3");
  if (kind.like || kind.framework) return page.title(kind);
  page.words(kindWords(kind));
}

void categoryTitle(Page& page, CategoryId id) {
  const auto heading = page.html().element("h4");
  if (!id) return page.words("Other");
  for (const CategoryId around : page.ancestors(id)) {
    page.title(page.model()[around]);
    page.html().text(" › ");
  }
  page.title(page.model()[id]);
}

// ---- Why is this here?

void ruleOrigin(Page& page, const Rule& rule) {
  if (rule.families.empty()) return page.words("Required of every profile");
  page.words("Required of every profile in");
  page.html().text(" ");
  llvm::interleave(
      rule.families, [&](FamilyId family) { page.title(page.model()[family]); },
      [&] { page.html().text(", "); });
}

void baseOrigin(Page& page, ProfileId base) {
  page.words("From");
  page.html().text(" ");
  if (page.site().publication().contains(base)) return page.link(base);
  page.title(page.model()[base]);
}

void originText(Page& page, const Origin& origin, bool isOnly) {
  switch (origin.kind) {
    case OriginKind::Rule: return ruleOrigin(page, page.model()[origin.rule]);
    case OriginKind::Base: return baseOrigin(page, origin.profile);
    case OriginKind::Own: return page.words(isOnly ? "Asked of this profile itself" : "Asked of this profile itself, too");
    case OriginKind::Lowers: return page.words("Lowered here");
  }
}

void originTerms(Page& page, const Origin& origin, const Requirement& requirement) {
  if (!origin.level.isNone()) {
    page.html().text(": " + page.model().display(origin.level));
  }
  const bool isSaid = origin.because.plain == requirement.because.plain;
  if (origin.because.isEmpty() || isSaid) return;
  page.html().text(" — ");
  page.text(origin.because);
}

void origins(Page& page, const Requirement& requirement) {
  const ArrayRef<Origin> all = requirement.origins;
  const auto list = page.html().element("ul", {{"class", "origins"}});
  for (const Origin& origin : all) {
    const auto item = page.html().element("li");
    originText(page, origin, all.size() == 1);
    if (all.size() > 1) originTerms(page, origin, requirement);
  }
}

// ---- One requirement

void terms(Page& page, const Competency& competency, const Requirement& requirement) {
  const auto line = page.html().element("p", {{"class", "terms"}});
  page.level(competency, requirement.level);
  page.html().text(" ");
  page.importance(requirement.importance);
  if (!requirement.weight) return;
  page.html().text(" ");
  const auto weight = page.html().element("span", {{"class", "weight"}});
  page.words("weight");
  page.html().text(" " + formatNumber(*requirement.weight));
}

std::string fragmentOf(const Page& page, const Requirement& requirement) {
  return "requires-" + page.site().pageName(page.model()[requirement.competency]);
}

void requirementBlock(Page& page, const Requirement& requirement, bool isUnderCategory) {
  const Competency& competency = page.model()[requirement.competency];
  const auto block = page.html().element(
      "article", {{"class", "requirement " + word(requirement.importance).str()},
                  {"id", fragmentOf(page, requirement)}});
  {
    const auto head = page.html().element("div", {{"class", "requirement-head"}});
    {
      const auto heading = isUnderCategory ? page.html().element("h5", {{"class", "name"}})
                                           : page.html().element("h4", {{"class", "name"}});
      page.link(requirement.competency);
    }
    terms(page, competency, requirement);
  }
  if (!requirement.because.isEmpty()) {
    const auto reason = page.html().element("p", {{"class", "because"}});
    page.text(requirement.because);
  }
  indicators(page, competency, requirement.level);
  origins(page, requirement);
}

void drops(Page& page, const Profile& profile) {
  const auto isPublished = [&](const Drop& drop) {
    return page.site().publication().contains(drop.competency);
  };
  if (llvm::none_of(profile.drops, isPublished)) return;
  page.words("h3", "Left out on purpose");
  const auto list = page.html().element("ul", {{"class", "plain-list"}});
  for (const Drop& drop : llvm::make_filter_range(profile.drops, isPublished)) {
    const auto item = page.html().element("li");
    page.link(drop.competency);
    page.html().text(" — ");
    page.text(drop.because);
  }
}

/// The level in a few letters or digits.
std::string shortLevel(const Site& site, const LevelValue& value) {
  return value.level ? site.abbreviation(value.level).str() : site.model().display(value);
}

}  // namespace

void outline(Page& page, ProfileId id) {
  if (page.site().requirements(id).size() < 2) return;
  const auto nav =
      page.html().element("nav", {{"class", "facts outline"}, {"aria-labelledby", "outline"}});
  page.words("h2", "Requirements", {{"id", "outline"}});
  const auto list = page.html().element("ol");
  for (const Group& group : groupRequirements(page.site(), id)) {
    for (const Requirement* requirement : group.requirements) {
      const auto item = page.html().element("li");
      {
        const std::string fragment = "#" + percentEncode(fragmentOf(page, *requirement));
        const auto link = page.html().element("a", {{"href", fragment}});
        page.title(page.model()[requirement->competency]);
      }
      page.html().text(" ");
      page.html().leaf("span", shortLevel(page.site(), requirement->level));
    }
  }
}

void requirements(Page& page, ProfileId id) {
  const std::vector<Group> groups = groupRequirements(page.site(), id);
  const Profile& profile = page.model()[id];
  if (groups.empty() && profile.drops.empty()) return;
  section(page, "requirements", "What it requires", [&] {
    KindId kind;
    bool hasCategories = false;
    for (const Group& group : groups) {
      if (group.kind != kind) {
        kind = group.kind;
        hasCategories = group.category.isValid();
        kindTitle(page, page.model()[kind]);
      }
      if (hasCategories) categoryTitle(page, group.category);
      for (const Requirement* requirement : group.requirements) {
        requirementBlock(page, *requirement, hasCategories);
      }
    }
    drops(page, profile);
  });
}

}  // namespace cadre::emit::html
