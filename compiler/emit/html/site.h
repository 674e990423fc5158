// What the pages of a site need to know of each other: takes a publication, gives where each page
// lies and, for every declaration, what refers to it. Computed once, so that no page searches.
#pragma once

#include "diff/render.h"
#include "model/publication.h"

#include <llvm/ADT/StringMap.h>

#include <string>
#include <vector>

namespace cadre::emit::html {

using namespace model;

/// A profile that requires a competency.
struct RequiredBy {
  ProfileId profile;
  const Requirement* requirement;
};

struct DevelopedBy {
  ResourceId resource;
  LevelValue level;
};

/// Where one path leads from a profile, and what it comes from.
struct Steps {
  PathId path;
  std::vector<ProfileId> before;
  std::vector<ProfileId> after;
};

/// A list for each record of a table.
template <class Record, class Value>
class Lists {
public:
  explicit Lists(size_t size = 0) : lists_(size) {}
  std::vector<Value>& operator[](Id<Record> id) { return lists_[id.index()]; }
  ArrayRef<Value> operator[](Id<Record> id) const { return lists_[id.index()]; }

private:
  std::vector<std::vector<Value>> lists_;
};

/// A tree of categories or families with what lies in each, in the order of declaration.
template <class Group, class Member>
struct Tree {
  std::vector<Id<Group>> roots;
  Lists<Group, Id<Group>> children;
  Lists<Group, Id<Member>> members;
  std::vector<Id<Member>> loose;  ///< Members of no group.
};

class Site {
public:
  /// `publication` and `changes`, which may be null, must outlive the site.
  explicit Site(const Publication& publication, const diff::Comparand* changes = nullptr);

  [[nodiscard]] const Publication& publication() const { return publication_; }
  [[nodiscard]] const Model& model() const { return publication_.model(); }
  [[nodiscard]] const Framework& framework() const { return model().framework(); }

  /// What has changed since an older release; null where the site does not say it.
  [[nodiscard]] const diff::Comparand* changes() const { return changes_; }
  /// What has changed of a profile or competency, in the order of the report.
  [[nodiscard]] ArrayRef<const diff::Change*> changesOf(DeclKind kind, StringRef key) const;
  /// The page of what a change is about; empty where it has none, or none any more.
  [[nodiscard]] StringRef findHref(const diff::Subject& subject) const;

  /// The page's path from the site's root, as the file is called and as a link writes it.
  [[nodiscard]] std::string file(ProfileId id) const {
    return pathOf("profiles/", profiles_[id.index()]);
  }
  [[nodiscard]] std::string file(CompetencyId id) const {
    return pathOf("competencies/", competencies_[id.index()]);
  }
  [[nodiscard]] StringRef href(ProfileId id) const { return profileHrefs_[id.index()]; }
  [[nodiscard]] StringRef href(CompetencyId id) const { return competencyHrefs_[id.index()]; }
  /// The page of the profile or competency with this key; empty where it has none.
  [[nodiscard]] StringRef findHref(StringRef key) const { return hrefsByKey_.lookup(key); }
  /// The title of the declaration with this key; null where it is not published.
  [[nodiscard]] const Declaration* find(StringRef key) const { return byKey_.lookup(key); }

  [[nodiscard]] ArrayRef<const Requirement*> requirements(ProfileId id) const {
    return requirements_[id];
  }
  /// Highest level first.
  [[nodiscard]] ArrayRef<RequiredBy> requiredBy(CompetencyId id) const { return requiredBy_[id]; }
  [[nodiscard]] ArrayRef<DevelopedBy> developedBy(CompetencyId id) const {
    return developedBy_[id];
  }
  [[nodiscard]] ArrayRef<CompetencyId> parts(CompetencyId id) const { return parts_[id]; }
  [[nodiscard]] ArrayRef<Steps> steps(ProfileId id) const { return steps_[id]; }

  /// The first published category of a competency; none without.
  [[nodiscard]] CategoryId firstCategory(CompetencyId id) const;
  /// A declaration's name, unlike for all packages.
  [[nodiscard]] std::string pageName(const Declaration& declaration) const {
    return model().qualifiedName(declaration);
  }

  [[nodiscard]] const Tree<Family, Profile>& families() const { return families_; }
  [[nodiscard]] const Tree<Category, Competency>& categories() const { return categories_; }

  /// What the level is called where there is little room: `A` for `Advanced`. Unlike for each level
  /// of a scale.
  [[nodiscard]] StringRef abbreviation(LevelId id) const { return abbreviations_[id.index()]; }

private:
  static std::string pathOf(StringRef folder, StringRef stem) {
    return folder.str() + stem.str() + ".html";
  }

  void placePages();
  void indexCompetencies();
  void indexProfiles();
  void indexSteps();
  void addStep(PathId path, ProfileId from, ProfileId to);
  void abbreviateLevels();
  void indexChanges();

  const Publication& publication_;
  const diff::Comparand* changes_;
  std::vector<std::string> profiles_;      ///< Stems, by index in the table; empty: no page.
  std::vector<std::string> competencies_;  ///< The same.
  std::vector<std::string> profileHrefs_;
  std::vector<std::string> competencyHrefs_;
  llvm::StringMap<StringRef> hrefsByKey_;
  llvm::StringMap<const Declaration*> byKey_;
  Lists<Profile, const Requirement*> requirements_;
  Lists<Competency, RequiredBy> requiredBy_;
  Lists<Competency, DevelopedBy> developedBy_;
  Lists<Competency, CompetencyId> parts_;
  Lists<Profile, Steps> steps_;
  Tree<Family, Profile> families_;
  Tree<Category, Competency> categories_;
  std::vector<std::string> abbreviations_;
  llvm::StringMap<StringRef> hrefsBySubject_;                           ///< `profile acme.Writer`
  llvm::StringMap<std::vector<const diff::Change*>> changesBySubject_;  ///< The same.
};

}  // namespace cadre::emit::html
