#include "emit/html/details.h"
#include "emit/html/pages.h"
#include "emit/html/requirements.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::html {

namespace {

void familyTrail(Page& page, FamilyId id) {
  const auto item = [&](FamilyId family) {
    const auto element = page.html().element("li");
    page.link(family);
  };
  {
    const auto element = page.html().element("li");
    page.words("a", "Profiles", {{"href", page.fromHere("index.html#profiles")}});
  }
  if (!page.site().publication().contains(id)) return;
  for (const FamilyId family : page.ancestors(id)) item(family);
  item(id);
}

void basesFact(Page& page, const Profile& profile) {
  if (profile.bases.empty()) return;
  fact(page, "Builds on", [&] {
    llvm::interleave(
        profile.bases,
        [&](ProfileId base) {
          if (page.site().publication().contains(base)) return page.link(base);
          page.title(page.model()[base]);
        },
        [&] { page.html().text(", "); });
  });
}

void facts(Page& page, ProfileId id) {
  const Profile& profile = page.model()[id];
  const auto box = page.html().element("div", {{"class", "facts"}});
  page.words("h2", "At a glance");
  const auto list = page.html().element("dl");
  if (page.site().publication().contains(profile.family)) {
    fact(page, "Family", [&] { page.link(profile.family); });
  }
  if (const size_t count = page.site().requirements(id).size()) {
    fact(page, "Competencies", std::to_string(count));
  }
  basesFact(page, profile);
  commonFacts(page, profile);
}

void stepList(Page& page, StringRef label, ArrayRef<ProfileId> profiles) {
  if (profiles.empty()) return;
  const auto group = page.html().element("div", {{"class", "steps"}});
  page.words("h4", label);
  const auto list = page.html().element("ul");
  for (const ProfileId id : profiles) {
    const auto item = page.html().element("li");
    page.link(id);
  }
}

void careerSteps(Page& page, ProfileId id) {
  const ArrayRef<Steps> all = page.site().steps(id);
  if (all.empty()) return;
  section(page, "career", "Career steps", [&] {
    for (const Steps& steps : all) {
      const auto path = page.html().element("div", {{"class", "path"}});
      {
        const auto heading = page.html().element("h3");
        page.title(page.model()[steps.path]);
      }
      page.prose(page.model()[steps.path].about);
      stepList(page, "Coming from", steps.before);
      stepList(page, "Leading to", steps.after);
    }
  });
}

}  // namespace

std::string profilePage(const Site& site, ProfileId id) {
  const Profile& profile = site.model()[id];
  Page page(site, Depth::Folder, size_t{4096} + 1024 * profile.requirements.size());
  return page.write(profile.title.plain, [&] {
    pageHead(page, "Profile", profile, [&] { familyTrail(page, profile.family); });
    const auto columns = page.html().element("div", {{"class", "columns"}});
    {
      const auto aside = page.html().element("aside");
      facts(page, id);
      outline(page, id);
    }
    const auto main = page.html().element("div", {{"class", "story"}});
    notices(page, profile);
    changesOf(page, DeclKind::Profile, profile);
    page.prose(profile.about, page.languageOf(profile));
    statements(page, profile.statements);
    requirements(page, id);
    credentials(page, profile.credentials);
    careerSteps(page, id);
    matches(page, profile);
  });
}

}  // namespace cadre::emit::html
