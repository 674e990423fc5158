#include "emit/html/details.h"
#include "emit/html/pages.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::html {

namespace {

/// Beyond this many, a list of competencies shows titles alone.
constexpr size_t mostWithAbout = 300;

void hero(Page& page) {
  const Framework& framework = page.site().framework();
  const auto head = page.html().element("div", {{"class", "page-head"}});
  {
    const auto line = page.html().element("p", {{"class", "kicker"}});
    page.words("Competency framework");
    page.html().text(" ");
    page.html().leaf("span", framework.version, {{"class", "code"}});
  }
  page.html().leaf("h1", framework.title.plain);
}

void count(Page& page, size_t number, StringRef one, StringRef many) {
  if (number == 0) return;
  const auto item = page.html().element("li");
  page.html().leaf("strong", std::to_string(number));
  page.html().text(" ");
  page.words(number == 1 ? one : many);
}

void counts(Page& page) {
  const Publication& all = page.site().publication();
  const auto list = page.html().element("ul", {{"class", "counts"}});
  count(page, all.ids<Profile>().size(), "profile", "profiles");
  count(page, all.ids<Competency>().size(), "competency", "competencies");
  count(page, all.ids<Path>().size(), "career path", "career paths");
  count(page, all.ids<Credential>().size(), "credential", "credentials");
  count(page, all.ids<Resource>().size(), "resource", "resources");
}

void changesFact(Page& page) {
  const diff::Comparand* changes = page.site().changes();
  if (!changes) return;
  fact(page, "What changed", [&] {
    const auto link = page.html().element("a", {{"href", page.fromHere("changes.html")}});
    page.words("Since");
    page.html().text(" " + changes->difference.before.version);
  });
}

void facts(Page& page) {
  const Framework& framework = page.site().framework();
  const auto aside = page.html().element("aside");
  const auto box = page.html().element("div", {{"class", "facts"}});
  page.words("h2", "At a glance");
  const auto list = page.html().element("dl");
  fact(page, "Version", framework.version);
  changesFact(page);
  fact(page, "Publisher", framework.publisher);
  fact(page, "Licence", framework.license);
  if (!framework.uri.empty()) fact(page, "Address", [&] { page.webLink(framework.uri); });
  commonFacts(page, framework);
}

// ---- Trees
// ----------------------------------------------------------------------------------------

void entry(Page& page, ProfileId id) {
  const auto item = page.html().element("li");
  page.link(id);
  badge(page, page.model()[id]);
}

void entry(Page& page, CompetencyId id) {
  const auto item = page.html().element("li");
  page.link(id);
  badge(page, page.model()[id]);
  const Text& about = page.model()[id].about;
  const bool isShort = page.site().publication().ids<Competency>().size() <= mostWithAbout;
  if (!isShort || about.isEmpty() || about.blocks) return;
  const auto text = page.html().element(
      "span", {{"class", "about"}, {"lang", page.languageOf(page.model()[id])}});
  page.html().text(about.plain);
}

template <class Members>
void entries(Page& page, const Members& members) {
  if (members.empty()) return;
  const auto list = page.html().element("ul", {{"class", "entries"}});
  for (const auto id : members) entry(page, id);
}

HtmlWriter::Element headingAt(Page& page, int depth, StringRef id) {
  if (depth == 0) return page.html().element("h3", {{"id", id}});
  if (depth == 1) return page.html().element("h4", {{"id", id}});
  return page.html().element("h5", {{"id", id}});
}

template <class GroupId, class TreeOf>
void group(Page& page, DeclKind kind, GroupId id, const TreeOf& tree, int depth) {
  const auto& declaration = page.model()[id];
  const auto block = page.html().element("div", {{"class", "group"}});
  {
    const auto heading = headingAt(page, depth, anchorOf(page.site(), kind, declaration));
    page.title(declaration);
  }
  page.prose(declaration.about, page.languageOf(declaration));
  entries(page, tree.members[id]);
  for (const GroupId child : tree.children[id]) group(page, kind, child, tree, depth + 1);
}

template <class TreeOf>
void treeSection(Page& page, DeclKind kind, StringRef id, StringRef heading, const TreeOf& tree) {
  if (tree.roots.empty() && tree.loose.empty()) return;
  section(page, id, heading, [&] {
    for (const auto root : tree.roots) group(page, kind, root, tree, 0);
    if (!tree.roots.empty() && !tree.loose.empty()) page.words("h3", "Other");
    entries(page, tree.loose);
  });
}

// ---- Rules
// ----------------------------------------------------------------------------------------

void ruleHead(Page& page, const Rule& rule) {
  const auto list = [&](const auto& ids) {
    llvm::interleave(
        ids, [&](auto id) { page.title(page.model()[id]); }, [&] { page.html().text(", "); });
  };
  const auto heading = page.html().element("h3");
  page.words("Every profile");
  if (!rule.families.empty()) {
    page.html().text(" ");
    page.words("in");
    page.html().text(" ");
    list(rule.families);
  }
  if (rule.exceptions.empty()) return;
  page.html().text(" ");
  page.words("except");
  page.html().text(" ");
  list(rule.exceptions);
}

void rules(Page& page) {
  const Publication& publication = page.site().publication();
  if (publication.ids<Rule>().empty()) return;
  section(page, "rules", "Required of all", [&] {
    for (const RuleId id : publication.ids<Rule>()) {
      const Rule& rule = page.model()[id];
      ruleHead(page, rule);
      const auto list = page.html().element("ul", {{"class", "plain-list"}});
      for (const Requirement& requirement : rule.requirements) {
        if (!publication.contains(requirement.competency)) continue;
        const auto item = page.html().element("li");
        page.link(requirement.competency);
        page.html().text(" ");
        page.level(page.model()[requirement.competency], requirement.level);
        page.html().text(" ");
        page.importance(requirement.importance);
      }
    }
  });
}

// ---- Scales
// ---------------------------------------------------------------------------------------

void ordinalScale(Page& page, const Scale& scale) {
  const auto cards = page.html().element("div", {{"class", "level-cards"}});
  const auto count = static_cast<double>(scale.levels.size());
  for (const LevelId id : scale.levels) {
    const Level& level = page.model()[id];
    const auto card =
        page.html().element("div", {{"class", "level-card " + shade(level.ordinal, 1, count).str()},
                                    {"lang", page.languageOf(scale)}});
    page.html().leaf("h4", page.model().display({id, std::nullopt}));
    page.prose(level.about);
    page.bullets(level.descriptors, "indicators");
  }
}

void scaleBlock(Page& page, const Scale& scale) {
  {
    const auto heading =
        page.html().element("h3", {{"id", anchorOf(page.site(), DeclKind::Scale, scale)}});
    page.title(scale);
  }
  page.prose(scale.about, page.languageOf(scale));
  if (scale.kind == ScaleKind::Ordinal) {
    if (scale.cumulative)
      page.words("p", "Each level includes those below it.", {{"class", "hint"}});
    return ordinalScale(page, scale);
  }
  const auto line = page.html().element("p", {{"class", "hint"}});
  page.words("Any number from");
  page.html().text(" " + formatNumber(scale.low) + " ");
  page.words("to");
  page.html().text(" " + formatNumber(scale.high) + ".");
}

void crosswalkTable(Page& page, const Crosswalk& crosswalk) {
  {
    const auto heading = page.html().element("h3");
    page.title(crosswalk);
  }
  const auto table = page.html().element("table", {{"class", "list"}});
  {
    const auto head = page.html().element("thead");
    const auto row = page.html().element("tr");
    for (const ScaleId id : {crosswalk.from, crosswalk.to}) {
      const auto cell = page.html().element("th", {{"scope", "col"}});
      page.title(page.model()[id]);
    }
  }
  const auto rows = page.html().element("tbody");
  for (const Crosswalk::Pair& pair : crosswalk.pairs) {
    const auto row = page.html().element("tr");
    page.html().leaf("th", page.model().display(pair.from), {{"scope", "row"}});
    page.html().leaf("td", page.model().display(pair.to));
  }
}

void scales(Page& page) {
  const Publication& publication = page.site().publication();
  if (publication.ids<Scale>().empty()) return;
  section(page, "levels", "Levels", [&] {
    for (const ScaleId id : publication.ids<Scale>()) scaleBlock(page, page.model()[id]);
    for (const CrosswalkId id : publication.ids<Crosswalk>()) {
      crosswalkTable(page, page.model()[id]);
    }
  });
}

// ---- Paths, credentials, resources
// ----------------------------------------------------------------

void chain(Page& page, ArrayRef<ProfileId> profiles) {
  const auto list = page.html().element("ol", {{"class", "chain"}});
  for (const ProfileId id : profiles) {
    if (page.site().publication().contains(id)) entry(page, id);
  }
}

void paths(Page& page) {
  const Publication& publication = page.site().publication();
  if (publication.ids<Path>().empty()) return;
  section(page, "paths", "Career paths", [&] {
    for (const PathId id : publication.ids<Path>()) {
      const Path& path = page.model()[id];
      {
        const auto heading = page.html().element("h3");
        page.title(path);
      }
      page.prose(path.about, page.languageOf(path));
      for (const ArrayRef<ProfileId> profiles : path.chains) chain(page, profiles);
    }
  });
}

void credentialList(Page& page) {
  const Publication& publication = page.site().publication();
  if (publication.ids<Credential>().empty()) return;
  section(page, "credentials", "Credentials", [&] {
    const auto list = page.html().element("ul", {{"class", "plain-list"}});
    for (const CredentialId id : publication.ids<Credential>()) {
      const Credential& credential = page.model()[id];
      const auto item = page.html().element("li");
      page.webLink(credential.url, credential.title.plain);
      credentialTerms(page, credential);
      page.prose(credential.about, page.languageOf(credential));
    }
  });
}

void resourceItem(Page& page, const Resource& resource) {
  const auto item = page.html().element("li");
  page.webLink(resource.url, resource.title.plain);
  if (!resource.type.empty()) {
    page.html().text(" ");
    page.html().leaf("span", resource.type, {{"class", "badge"}});
  }
  page.prose(resource.about, page.languageOf(resource));
  for (const Development& development : resource.develops) {
    if (!page.site().publication().contains(development.competency)) continue;
    const auto line = page.html().element("div");
    page.words("Develops");
    page.html().text(" ");
    page.link(development.competency);
    page.html().text(" ");
    page.level(page.model()[development.competency], development.level);
  }
}

void resources(Page& page) {
  const Publication& publication = page.site().publication();
  if (publication.ids<Resource>().empty()) return;
  section(page, "resources", "Resources", [&] {
    const auto list = page.html().element("ul", {{"class", "plain-list"}});
    for (const ResourceId id : publication.ids<Resource>()) resourceItem(page, page.model()[id]);
  });
}

}  // namespace

std::string startPage(const Site& site) {
  const size_t entries =
      site.publication().ids<Profile>().size() + site.publication().ids<Competency>().size();
  Page page(site, Depth::Root, size_t{16384} + 256 * entries);
  return page.write({}, [&] {
    hero(page);
    const auto columns = page.html().element("div", {{"class", "columns"}});
    facts(page);
    const auto main = page.html().element("div", {{"class", "story"}});
    notices(page, site.framework());
    page.prose(site.framework().about);
    counts(page);
    treeSection(page, DeclKind::Family, "profiles", "Profiles", site.families());
    treeSection(page, DeclKind::Category, "competencies", "Competencies", site.categories());
    rules(page);
    scales(page);
    paths(page);
    credentialList(page);
    resources(page);
  });
}

}  // namespace cadre::emit::html
