// One page of a site: takes declarations and texts of the model, gives the HTML that stands for
// them on every page alike (frame, links, levels, lists). Knows nothing of what a page is about.
#pragma once

#include "support/html_writer.h"
#include "emit/html/site.h"
#include "emit/readable/readable.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace cadre::emit::html {

/// How deep below the site's root a page lies.
enum class Depth { Root, Folder };

class Page {
public:
  Page(const Site& site, Depth depth, size_t bytes = size_t{1} << 15);

  /// The whole document: head, header, `body` as the main part, footer. `title` names the page;
  /// empty on the start page.
  std::string write(StringRef title, llvm::function_ref<void()> body);

  HtmlWriter& html() { return html_; }
  [[nodiscard]] const Site& site() const { return site_; }
  [[nodiscard]] const Model& model() const { return site_.model(); }

  // ---- Words of the site itself, marked as English where the framework is not
  // --------------------

  void words(StringRef text);
  void words(ElementName name, StringRef text, Attributes attributes = {});

  // ---- Texts of the framework -------------------------------------------------------------------

  /// The language of a declaration where it is not that of the page; else null, so that the
  /// attribute `lang` is left out.
  [[nodiscard]] StringRef languageOf(const Declaration& declaration) const;
  /// The title, or the name of what has none.
  void title(const Declaration& declaration);
  /// Inline text.
  void text(const Text& text);
  /// Paragraphs, in an element of class `prose`. Nothing for no text.
  void prose(const Text& text, StringRef language = {});
  /// A list; nothing for an empty one. With `anchors`, labelled items can be linked to.
  void bullets(ArrayRef<Bullet> bullets, StringRef style, StringRef language = {},
               bool anchors = false);

  // ---- Links ------------------------------------------------------------------------------------

  /// A path from the site's root as this page links to it.
  [[nodiscard]] std::string fromHere(StringRef path) const { return root_.str() + path.str(); }
  void link(ProfileId id);
  void link(CompetencyId id);
  /// A family or category, as its place on the start page.
  void link(FamilyId id);
  void link(CategoryId id);
  /// What has this key: its title, linked where it has a page; the key where nothing has it.
  void linkKey(StringRef key);
  /// A link if the address is one of the web, else text. `text` stands for the address if given.
  void webLink(StringRef address, StringRef text = {});
  /// The groups around a family or category, outermost first, without itself.
  template <class Group>
  llvm::SmallVector<Id<Group>, 4> ancestors(Id<Group> id) const;

  // ---- Levels -----------------------------------------------------------------------------------

  /// The level with its place on the scale; nothing for none.
  void level(const Competency& competency, const LevelValue& value);
  void importance(Importance importance);

private:
  void head(StringRef title);
  void header(bool isStart);
  void footer();
  void navigate(StringRef target, StringRef words);
  void ordinalLevel(LevelId id);
  void numericLevel(const Scale& scale, double value);
  void anchorLink(DeclKind kind, const Declaration& declaration);

  const Site& site_;
  StringRef root_;
  bool isEnglish_;
  HtmlWriter html_;
};

/// `family-Marketing`: the fragment of a declaration on the start page.
std::string anchorOf(const Site& site, DeclKind kind, const Declaration& declaration);

/// A class from `s1` (lowest) to `s5` (highest) for a place between `low` and `high`.
StringRef shade(double value, double low, double high);

/// Words for the site's own texts.
StringRef kindWords(const Kind& builtin);
using readable::importanceWords;
using readable::periodWords;
using readable::relationWords;
using readable::sortWords;

template <class Group>
llvm::SmallVector<Id<Group>, 4> Page::ancestors(Id<Group> id) const {
  llvm::SmallVector<Id<Group>, 4> out;
  for (auto at = model()[id].parent; at; at = model()[at].parent) out.insert(out.begin(), at);
  return out;
}

}  // namespace cadre::emit::html
