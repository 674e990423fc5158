#include "emit/html/site.h"

#include "diff/report.h"
#include "emit/readable/readable.h"
#include "support/slug.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSet.h>

#include <algorithm>

namespace cadre::emit::html {

namespace {

template <class Record>
void placeAll(const Site& site, StringRef folder, std::vector<std::string>& stems,
              std::vector<std::string>& hrefs) {
  const ArrayRef<Id<Record>> ids = site.publication().ids<Record>();
  std::vector<std::string> names;
  for (const auto id : ids) names.push_back(site.pageName(site.model()[id]));
  std::vector<std::string> slugs = makeSlugs(names);
  for (const auto [id, slug] : llvm::zip(ids, slugs)) {
    hrefs[id.index()] = folder.str() + percentEncode(slug) + ".html";
    stems[id.index()] = std::move(slug);
  }
}

template <class Group, class Member>
void growTree(const Publication& publication, size_t groups, Tree<Group, Member>& tree) {
  tree.children = Lists<Group, Id<Group>>(groups);
  tree.members = Lists<Group, Id<Member>>(groups);
  for (const auto id : publication.ids<Group>()) {
    const auto parent = publication.model()[id].parent;
    (publication.contains(parent) ? tree.children[parent] : tree.roots).push_back(id);
  }
}

void addUnlessThere(std::vector<ProfileId>& ids, ProfileId id) {
  if (!llvm::is_contained(ids, id)) ids.push_back(id);
}

std::string subjectKey(StringRef word, StringRef key) { return (word + " " + key).str(); }

/// The first letters of `title`, `count` of them.
std::string firstLetters(StringRef title, size_t count) {
  size_t end = 0;
  for (; count > 0 && end < title.size(); --count) end += unicode::decode(title, end).length;
  return title.take_front(end).str();
}

}  // namespace

Site::Site(const Publication& publication, const diff::Comparand* changes)
    : publication_(publication),
      changes_(changes),
      profiles_(model().tables().profiles.size()),
      competencies_(model().tables().competencies.size()),
      profileHrefs_(profiles_.size()),
      competencyHrefs_(competencies_.size()),
      requirements_(profiles_.size()),
      requiredBy_(competencies_.size()),
      developedBy_(competencies_.size()),
      parts_(competencies_.size()),
      steps_(profiles_.size()),
      abbreviations_(model().tables().levels.size()) {
  placePages();
  indexCompetencies();
  indexProfiles();
  indexSteps();
  abbreviateLevels();
  if (changes_) indexChanges();
}

void Site::placePages() {
  placeAll<Profile>(*this, "profiles/", profiles_, profileHrefs_);
  placeAll<Competency>(*this, "competencies/", competencies_, competencyHrefs_);
  const auto index = [&](const Declaration& declaration, StringRef href) {
    byKey_.try_emplace(declaration.key, &declaration);
    hrefsByKey_.try_emplace(declaration.key, href);
  };
  for (const CompetencyId id : publication_.ids<Competency>()) index(model()[id], href(id));
  for (const ProfileId id : publication_.ids<Profile>()) index(model()[id], href(id));
}

void Site::indexChanges() {
  for (const CompetencyId id : publication_.ids<Competency>())
    hrefsBySubject_.try_emplace(subjectKey(word(DeclKind::Competency), model()[id].key), href(id));
  for (const ProfileId id : publication_.ids<Profile>())
    hrefsBySubject_.try_emplace(subjectKey(word(DeclKind::Profile), model()[id].key), href(id));
  for (const diff::Section& section : diff::report(changes_->difference)) {
    for (const diff::Entry& entry : section.entries) {
      for (const diff::Line& line : entry.lines) {
        for (const diff::Change* change : line.changes)
          changesBySubject_[subjectKey(change->subject.word, change->subject.id)].push_back(change);
      }
    }
  }
}

ArrayRef<const diff::Change*> Site::changesOf(DeclKind kind, StringRef key) const {
  const auto found = changesBySubject_.find(subjectKey(word(kind), key));
  if (found == changesBySubject_.end()) return {};
  return found->second;
}

StringRef Site::findHref(const diff::Subject& subject) const {
  return hrefsBySubject_.lookup(subjectKey(subject.word, subject.id));
}

CategoryId Site::firstCategory(CompetencyId id) const {
  return readable::firstCategory(publication_, id);
}

void Site::indexCompetencies() {
  growTree(publication_, model().tables().categories.size(), categories_);
  for (const CompetencyId id : publication_.ids<Competency>()) {
    const Competency& competency = model()[id];
    bool isLoose = true;
    for (const CategoryId category : competency.categories) {
      if (!publication_.contains(category)) continue;
      categories_.members[category].push_back(id);
      isLoose = false;
    }
    if (isLoose) categories_.loose.push_back(id);
    for (const CompetencyId whole : competency.partOf) {
      if (publication_.contains(whole)) parts_[whole].push_back(id);
    }
  }
  for (const ResourceId id : publication_.ids<Resource>()) {
    for (const Development& development : model()[id].develops) {
      if (!publication_.contains(development.competency)) continue;
      developedBy_[development.competency].push_back({id, development.level});
    }
  }
}

void Site::indexProfiles() {
  growTree(publication_, model().tables().families.size(), families_);
  for (const ProfileId id : publication_.ids<Profile>()) {
    const Profile& profile = model()[id];
    const bool hasFamily = publication_.contains(profile.family);
    (hasFamily ? families_.members[profile.family] : families_.loose).push_back(id);
    requirements_[id] = publication_.requirements(profile);
    for (const Requirement* requirement : requirements_[id]) {
      requiredBy_[requirement->competency].push_back({id, requirement});
    }
  }
  for (const CompetencyId id : publication_.ids<Competency>()) {
    llvm::stable_sort(requiredBy_[id], [&](const RequiredBy& a, const RequiredBy& b) {
      return model().rank(a.requirement->level) > model().rank(b.requirement->level);
    });
  }
}

void Site::indexSteps() {
  for (const PathId path : publication_.ids<Path>()) {
    for (const ArrayRef<ProfileId> chain : model()[path].chains) {
      for (size_t i = 1; i < chain.size(); ++i) addStep(path, chain[i - 1], chain[i]);
    }
  }
}

void Site::addStep(PathId path, ProfileId from, ProfileId to) {
  if (!publication_.contains(from) || !publication_.contains(to)) return;
  const auto stepsOf = [&](ProfileId id) -> Steps& {
    auto& all = steps_[id];
    if (all.empty() || all.back().path != path) all.push_back({path, {}, {}});
    return all.back();
  };
  addUnlessThere(stepsOf(from).after, to);
  addUnlessThere(stepsOf(to).before, from);
}

void Site::abbreviateLevels() {
  for (const ScaleId id : publication_.ids<Scale>()) {
    const ArrayRef<LevelId> levels = model()[id].levels;
    for (size_t letters = 1; letters <= 3; ++letters) {
      llvm::StringSet<> taken;
      const bool areUnlike = llvm::all_of(levels, [&](LevelId level) {
        std::string& out = abbreviations_[level.index()];
        out = firstLetters(model().display({level, std::nullopt}), letters);
        return taken.insert(out).second;
      });
      if (areUnlike) break;
      for (const LevelId level : levels) {
        abbreviations_[level.index()] = std::to_string(model()[level].ordinal);
      }
    }
  }
}

}  // namespace cadre::emit::html
