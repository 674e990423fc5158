#include "emit/html/rubric.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::html {

namespace {

void levelsBelow(Page& page, const Competency& competency, LevelId id) {
  const Model& model = page.model();
  const auto levels = model.offeredLevels(competency);
  const auto isBelow = [&](LevelId below) {
    return model[below].ordinal < model[id].ordinal &&
           !indicatorsAt(model, competency, {below, std::nullopt}).empty();
  };
  if (llvm::none_of(levels, isBelow)) return;
  const auto details = page.html().element("details", {{"class", "below"}});
  page.words("summary", "And all of the levels below");
  for (const LevelId below : llvm::make_filter_range(llvm::reverse(levels), isBelow)) {
    page.html().leaf("p", model.display({below, std::nullopt}), {{"class", "level-name"}});
    page.bullets(indicatorsAt(model, competency, {below, std::nullopt}), "indicators",
                 page.languageOf(competency));
  }
}

void practiceList(Page& page, StringRef heading, ArrayRef<Bullet> bullets, StringRef language) {
  if (bullets.empty()) return;
  page.words("h4", heading);
  page.bullets(bullets, "practice", language);
}

}  // namespace

void indicators(Page& page, const Competency& competency, const LevelValue& value) {
  const CompetencyLevel* anchor = value.number ? findAnchor(competency, *value.number) : nullptr;
  if (anchor && anchor->level != value) {
    const auto line = page.html().element("p", {{"class", "level-name"}});
    page.words("What is described at");
    page.html().text(" " + formatNumber(*anchor->level.number));
  }
  page.bullets(indicatorsAt(page.model(), competency, value), "indicators",
               page.languageOf(competency));
  const bool includesBelow = value.level && page.model()[competency.scale].cumulative;
  if (includesBelow) levelsBelow(page, competency, value.level);
}

void practice(Page& page, const Rubric& rubric, StringRef language) {
  practiceList(page, "Evidence", rubric.evidence, language);
  practiceList(page, "How to develop it", rubric.develop, language);
  practiceList(page, "Interview questions", rubric.interview, language);
}

}  // namespace cadre::emit::html
