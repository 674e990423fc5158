#include "emit/markdown/pages.h"
#include "emit/readable/readable.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::markdown {

void Pages::profileList(Page& page) const {
  const auto chapters = readable::chapters(publication_);
  if (chapters.empty()) return;
  page.heading(2, Inline::line(words_[Word::Profiles]));
  for (const readable::Chapter& chapter : chapters) {
    if (chapter.family) {
      page.heading(3, titleOf(model_[chapter.family]));
    } else if (chapters.size() > 1) {
      page.heading(3, Inline::line(words_[Word::WithoutFamily]));
    }
    for (const ProfileId id : chapter.profiles) {
      const FamilyId family = model_[id].family;
      const bool isInner = chapter.family && family != chapter.family;
      const Inline behind = isInner ? Inline::markdown(" · ") + titleOf(model_[family]) : Inline();
      page.item(Inline::link(titleOf(model_[id]), file(id)) + behind);
    }
  }
}

void Pages::levelTables(Page& page) const {
  const ArrayRef<ScaleId> scales = publication_.ids<Scale>();
  if (scales.empty()) return;
  page.heading(2, Inline::line(words_[Word::Levels]));
  for (const ScaleId id : scales) {
    const Scale& scale = model_[id];
    page.heading(3, titleOf(scale));
    sayBlocks(page, scale.about);
    if (scale.kind == ScaleKind::Numeric) {
      page.paragraph(Inline::words(
          words_.with(Word::FromTo, {formatNumber(scale.low), formatNumber(scale.high)})));
      continue;
    }
    for (const LevelId level : scale.levels) {
      page.item(Inline::strong(levelOf({level, std::nullopt})));
      page.nested([&] {
        page.paragraph(say(model_[level].about));
        bullets(page, model_[level].descriptors);
      });
    }
    if (scale.cumulative) page.paragraph(Inline::words(words_[Word::Includes]));
  }
}

std::string Pages::index() const {
  const Framework& framework = model_.framework();
  Page page;
  page.heading(1, titleOf(framework));
  notices(page, framework);
  sayBlocks(page, framework.about);
  fact(page, Word::Version, Inline::line(framework.version));
  fact(page, Word::Publisher, Inline::line(framework.publisher));
  fact(page, Word::Licence, Inline::line(framework.license));
  profileList(page);
  levelTables(page);
  return std::move(page).take();
}

}  // namespace cadre::emit::markdown
