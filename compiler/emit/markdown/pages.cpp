#include "emit/markdown/pages.h"

#include "emit/readable/readable.h"
#include "support/slug.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::emit::markdown {

namespace md = cadre::markdown;

Pages::Pages(const Publication& publication, StringRef language, Audience audience)
    : publication_(publication),
      model_(publication.model()),
      language_(language),
      isAdvert_(audience == Audience::Applicants),
      words_(language.empty() ? model_.framework().language : language),
      stems_(model_.tables().profiles.size()) {
  std::vector<std::string> names;
  for (const ProfileId id : publication.ids<Profile>()) {
    names.push_back(model_.qualifiedName(model_[id]));
  }
  for (auto [id, slug] : llvm::zip(publication.ids<Profile>(), makeSlugs(names))) {
    stems_[id.index()] = std::move(slug);
  }
}

// ---- Texts

Inline Pages::titleOf(const Declaration& declaration) const {
  if (const Translated* translated = declaration.title.find(language_)) {
    return Inline::line(translated->plain);
  }
  return Inline::line(readable::titleOf(declaration));
}

template <class Group>
Inline Pages::trailOf(Id<Group> id) const {
  Inline out = titleOf(model_[id]);
  for (auto at = model_[id].parent; at; at = model_[at].parent) {
    out = titleOf(model_[at]) + Inline::markdown(" › ") + out;
  }
  return out;
}
template Inline Pages::trailOf(FamilyId) const;
template Inline Pages::trailOf(CategoryId) const;

Inline Pages::say(const Text& text) const {
  StringRef plain = text.plain;
  StringRef markdown = text.markdown;
  if (const Translated* translated = text.find(language_)) {
    plain = translated->plain;
    markdown = translated->markdown;
  }
  if (markdown.empty() || text.blocks) return Inline::words(plain);
  return Inline::markdown(md::toGithub(markdown, md::Scope::Inline));
}

void Pages::sayBlocks(Page& page, const Text& text) const {
  const Translated* translated = text.find(language_);
  const StringRef markdown = translated ? translated->markdown : text.markdown;
  if (!markdown.empty() && text.blocks)
    return page.blocks(md::toGithub(markdown, md::Scope::Blocks));
  if (!markdown.empty()) return page.paragraph(say(text));
  const StringRef plain = translated ? translated->plain : text.plain;
  page.blocks(md::escapeForGithub(plain, md::Lines::Blocks));
}

Inline Pages::levelOf(const LevelValue& value) const {
  if (!value.level) return Inline::line(model_.display(value));
  const Translated* translated = model_[value.level].title.find(language_);
  return Inline::line(translated ? translated->plain.str() : model_.display(value));
}

Inline Pages::linkBeside(ProfileId id) const {
  return Inline::link(titleOf(model_[id]), nameOf(id));
}

void Pages::fact(Page& page, Word word, const Inline& value) const {
  if (value.isEmpty()) return;
  page.item(Inline::strong(Inline::line(words_[word])) + Inline::markdown(": ") + value);
}

void Pages::bullets(Page& page, ArrayRef<Bullet> bullets) const {
  for (const Bullet& bullet : bullets) page.item(say(bullet.text));
}

}  // namespace cadre::emit::markdown
