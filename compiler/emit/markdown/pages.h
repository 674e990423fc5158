// The pages: takes a publication and a language, gives Markdown for the index and for each profile.
// Texts are those of the language where there are any, else the framework's own.
#pragma once

#include "emit/markdown/page.h"
#include "model/publication.h"

#include <vector>

namespace cadre::emit::markdown {

/// What one path leads to from a profile, and what it comes from.
struct Steps {
  PathId path;
  std::vector<ProfileId> before;
  std::vector<ProfileId> after;
};

/// Who reads the pages. Applicants see what a job asks of them, and not how the framework comes to
/// it: codes, keywords, attributes, base profiles, weights, reasons, what is left out, other
/// schemes.
enum class Audience : uint8_t { Everybody, Applicants };

class Pages {
public:
  /// `language` is empty for the framework's own. `publication` must outlive the pages.
  Pages(const Publication& publication, StringRef language, Audience audience);

  /// `profiles/MediaManager.md`, as it is called on disk.
  [[nodiscard]] std::string file(ProfileId id) const { return "profiles/" + nameOf(id); }
  [[nodiscard]] std::string index() const;
  [[nodiscard]] std::string profile(ProfileId id) const;

private:
  [[nodiscard]] std::string nameOf(ProfileId id) const { return stems_[id.index()] + ".md"; }

  // ---- Texts

  [[nodiscard]] Inline titleOf(const Declaration& declaration) const;
  /// Of a family or category, with those around it.
  template <class Group>
  [[nodiscard]] Inline trailOf(Id<Group> id) const;
  /// The text in the language of the pages, on one or more lines of a paragraph.
  [[nodiscard]] Inline say(const Text& text) const;
  void sayBlocks(Page& page, const Text& text) const;
  [[nodiscard]] Inline levelOf(const LevelValue& value) const;
  /// A link from one page of a profile to another.
  [[nodiscard]] Inline linkBeside(ProfileId id) const;
  void fact(Page& page, Word word, const Inline& value) const;

  // ---- The index

  void profileList(Page& page) const;
  void levelTables(Page& page) const;

  // ---- A profile

  void notices(Page& page, const Declaration& declaration) const;
  void deprecation(Page& page, const Declaration& declaration) const;
  [[nodiscard]] Inline successor(const Declaration& declaration) const;
  void facts(Page& page, const Profile& profile) const;
  void attributes(Page& page, const Declaration& declaration) const;
  void statements(Page& page, ArrayRef<StatementUse> uses) const;
  void requirements(Page& page, const Profile& profile) const;
  void requirement(Page& page, const Profile& profile, const Requirement& requirement) const;
  void indicators(Page& page, const Competency& competency, const LevelValue& value) const;
  void bullets(Page& page, ArrayRef<Bullet> bullets) const;
  void drops(Page& page, const Profile& profile) const;
  void credentials(Page& page, ArrayRef<CredentialUse> uses) const;
  void careerSteps(Page& page, ProfileId id) const;
  void stepList(Page& page, Word word, ArrayRef<ProfileId> profiles) const;
  void matches(Page& page, const Declaration& declaration) const;

  const Publication& publication_;
  const Model& model_;
  StringRef language_;
  bool isAdvert_;
  Words words_;
  std::vector<std::string> stems_;  ///< By index in the table; empty: no page.
};

}  // namespace cadre::emit::markdown
