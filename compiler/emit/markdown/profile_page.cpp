#include "emit/markdown/pages.h"
#include "emit/readable/readable.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::emit::markdown {

namespace {

constexpr StringRef separator = " · ";

void addUnlessThere(std::vector<ProfileId>& ids, ProfileId id) {
  if (!llvm::is_contained(ids, id)) ids.push_back(id);
}

}  // namespace

// ---- What every declaration can have

void Pages::notices(Page& page, const Declaration& declaration) const {
  if (declaration.status == Status::Draft) page.notice(Inline::words(words_[Word::Draft]));
  if (declaration.status == Status::Retired) page.notice(Inline::words(words_[Word::Retired]));
  deprecation(page, declaration);
}

void Pages::deprecation(Page& page, const Declaration& declaration) const {
  const Deprecation* deprecation = declaration.deprecated;
  if (!deprecation) return;
  Inline text = wordWith(words_[Word::Deprecated], Inline::line(deprecation->since));
  if (!deprecation->because.isEmpty())
    text = text + Inline::markdown(" ") + say(deprecation->because);
  if (const Inline other = successor(declaration); !other.isEmpty()) {
    text = text + Inline::markdown(" ") + wordWith(words_[Word::UseInstead], other);
  }
  page.notice(text);
}

/// What to use instead: a link to a profile, the title of a competency.
Inline Pages::successor(const Declaration& declaration) const {
  const StringRef key = publication_.successor(declaration);
  if (key.empty()) return {};
  for (const ProfileId id : publication_.ids<Profile>()) {
    if (model_[id].key == key) return linkBeside(id);
  }
  for (const CompetencyId id : publication_.ids<Competency>()) {
    if (model_[id].key == key) return titleOf(model_[id]);
  }
  return {};
}

void Pages::attributes(Page& page, const Declaration& declaration) const {
  for (const AttributeValue& value : declaration.attributes) {
    if (!publication_.contains(value.attribute)) continue;
    const Attribute& attribute = model_[value.attribute];
    Inline shown = Inline::line(readable::attributeWords(attribute, value));
    if (attribute.type == AttributeType::Boolean) {
      shown = Inline::line(words_[value.boolean ? Word::Yes : Word::No]);
    } else if (attribute.type == AttributeType::Url) {
      shown = Inline::webLink(value.text, value.text);
    }
    page.item(Inline::strong(titleOf(attribute)) + Inline::markdown(": ") + shown);
  }
}

void Pages::matches(Page& page, const Declaration& declaration) const {
  if (declaration.matches.empty()) return;
  page.heading(2, Inline::line(words_[Word::OtherSchemes]));
  for (const Match& match : declaration.matches) {
    page.item(Inline::line(match.scheme) + Inline::markdown(": ") +
              Inline::webLink(match.target, match.target) + Inline::markdown(" (") +
              Inline::line(words_.of(match.relation)) + Inline::markdown(")"));
  }
}

// ---- The head

void Pages::facts(Page& page, const Profile& profile) const {
  if (publication_.contains(profile.family)) fact(page, Word::Family, trailOf(profile.family));
  if (isAdvert_) return;
  fact(page, Word::Code, Inline::line(profile.code));
  Inline bases;
  for (const ProfileId base : profile.bases) {
    if (!publication_.mayName(base)) continue;
    if (!bases.isEmpty()) bases = bases + Inline::markdown(", ");
    bases = bases + (publication_.contains(base) ? linkBeside(base) : titleOf(model_[base]));
  }
  fact(page, Word::BuildsOn, bases);
  attributes(page, profile);
  fact(page, Word::Keywords, Inline::line(llvm::join(profile.keywords, ", ")));
}

void Pages::statements(Page& page, ArrayRef<StatementUse> uses) const {
  static constexpr StatementSort sorts[] = {StatementSort::Task, StatementSort::Knowledge,
                                            StatementSort::Skill, StatementSort::Ability};
  for (const StatementSort sort : sorts) {
    const auto isOfSort = [&](const StatementUse& use) {
      return use.sort == sort && (!use.shared || publication_.contains(use.shared));
    };
    if (llvm::none_of(uses, isOfSort)) continue;
    page.heading(2, Inline::line(words_.of(sort)));
    for (const StatementUse& use : llvm::make_filter_range(uses, isOfSort)) {
      page.item(say(use.shared ? model_[use.shared].text : use.bullet.text));
    }
  }
}

// ---- Requirements

void Pages::requirements(Page& page, const Profile& profile) const {
  std::vector<const Requirement*> all = publication_.requirements(profile);
  if (all.empty()) return;
  const auto place = [&](const Requirement* requirement) {
    const CompetencyId id = requirement->competency;
    return std::pair(model_[id].kind, readable::firstCategory(publication_, id));
  };
  // An id of none is the greatest: what has no category comes last.
  llvm::stable_sort(all, [&](const auto* a, const auto* b) { return place(a) < place(b); });
  page.heading(2, Inline::line(words_[Word::Requirements]));
  for (size_t i = 0; i < all.size(); ++i) {
    const auto [kindId, category] = place(all[i]);
    if (i == 0 || place(all[i - 1]) != place(all[i])) {
      const Competency& competency = model_[all[i]->competency];
      const bool hasOwn = publication_.contains(kindId) && model_[kindId].framework;
      Inline title = hasOwn ? titleOf(model_[kindId])
                            : Inline::line(words_.of(model_.builtinKind(competency)));
      if (category) title = title + Inline::markdown(separator.str()) + trailOf(category);
      page.heading(3, title);
    }
    requirement(page, profile, *all[i]);
  }
}

void Pages::requirement(Page& page, const Profile& profile, const Requirement& requirement) const {
  const Competency& competency = model_[requirement.competency];
  page.heading(4, titleOf(competency));
  if (competency.status == profile.status) {
    deprecation(page, competency);
  } else {
    notices(page, competency);
  }
  Inline terms = Inline::strong(levelOf(requirement.level));
  if (requirement.level.number && competency.scale) {
    const Scale& scale = model_[competency.scale];
    terms = terms +
            Inline::markdown(" (" + formatNumber(scale.low) + "–" + formatNumber(scale.high) + ")");
  }
  const auto add = [&](const Inline& term) {
    terms = terms.isEmpty() ? term : terms + Inline::markdown(separator.str()) + term;
  };
  add(Inline::line(words_.of(requirement.importance)));
  if (requirement.weight && !isAdvert_) {
    add(wordWith(words_[Word::Weight], Inline::line(formatNumber(*requirement.weight))));
  }
  page.paragraph(terms);
  sayBlocks(page, competency.about);
  if (!requirement.because.isEmpty() && !isAdvert_) {
    page.paragraph(Inline::emphasis(Inline::line(words_[Word::Why])) + Inline::markdown(" ") +
                   say(requirement.because));
  }
  indicators(page, competency, requirement.level);
}

void Pages::indicators(Page& page, const Competency& competency, const LevelValue& value) const {
  if (value.number) {
    const CompetencyLevel* anchor = readable::findAnchor(competency, *value.number);
    if (anchor && anchor->level != value && !anchor->rubric.indicators.empty()) {
      page.paragraph(wordWith(words_[Word::DescribedAt], levelOf(anchor->level)));
    }
  }
  bullets(page, readable::indicatorsAt(model_, competency, value));
  if (!value.level || !model_[competency.scale].cumulative) return;
  const auto levels = model_.offeredLevels(competency);
  for (const LevelId below : llvm::reverse(levels)) {
    if (model_[below].ordinal >= model_[value.level].ordinal) continue;
    const auto also = readable::indicatorsAt(model_, competency, {below, std::nullopt});
    if (also.empty()) continue;
    page.paragraph(wordWith(words_[Word::AsWell], levelOf({below, std::nullopt})));
    bullets(page, also);
  }
}

void Pages::drops(Page& page, const Profile& profile) const {
  const auto isPublished = [&](const Drop& drop) { return publication_.contains(drop.competency); };
  if (llvm::none_of(profile.drops, isPublished)) return;
  page.heading(2, Inline::line(words_[Word::LeftOut]));
  for (const Drop& drop : llvm::make_filter_range(profile.drops, isPublished)) {
    page.item(titleOf(model_[drop.competency]) + Inline::markdown(" — ") + say(drop.because));
  }
}

// ---- What follows

void Pages::credentials(Page& page, ArrayRef<CredentialUse> uses) const {
  const auto isPublished = [&](const CredentialUse& use) {
    return publication_.contains(use.credential);
  };
  if (llvm::none_of(uses, isPublished)) return;
  page.heading(2, Inline::line(words_[Word::Credentials]));
  for (const CredentialUse& use : llvm::make_filter_range(uses, isPublished)) {
    const Credential& credential = model_[use.credential];
    Inline text = titleOf(credential);
    if (!credential.url.empty()) {
      const Translated* translated = credential.title.find(language_);
      const StringRef title = translated ? translated->plain : readable::titleOf(credential);
      text = Inline::webLink(title, credential.url);
    }
    const auto add = [&](const Inline& term) {
      text = text + Inline::markdown(separator.str()) + term;
    };
    if (!credential.issuer.empty()) add(Inline::line(credential.issuer));
    if (credential.renewsEveryMonths) {
      add(Inline::line(words_.renewal(credential.renewsEveryMonths)));
    }
    add(Inline::line(words_.of(use.importance)));
    page.item(text);
  }
}

void Pages::stepList(Page& page, Word word, ArrayRef<ProfileId> profiles) const {
  if (profiles.empty()) return;
  Inline list;
  for (const ProfileId id : profiles) {
    if (!list.isEmpty()) list = list + Inline::markdown(", ");
    list = list + linkBeside(id);
  }
  page.item(wordWith(words_[word], list));
}

void Pages::careerSteps(Page& page, ProfileId id) const {
  bool isFirst = true;
  for (const PathId pathId : publication_.ids<Path>()) {
    Steps steps{pathId, {}, {}};
    for (const ArrayRef<ProfileId> chain : model_[pathId].chains) {
      for (size_t i = 1; i < chain.size(); ++i) {
        if (!publication_.contains(chain[i - 1]) || !publication_.contains(chain[i])) continue;
        if (chain[i - 1] == id) addUnlessThere(steps.after, chain[i]);
        if (chain[i] == id) addUnlessThere(steps.before, chain[i - 1]);
      }
    }
    if (steps.before.empty() && steps.after.empty()) continue;
    if (isFirst) page.heading(2, Inline::line(words_[Word::CareerSteps]));
    isFirst = false;
    page.heading(3, titleOf(model_[pathId]));
    sayBlocks(page, model_[pathId].about);
    stepList(page, Word::ComingFrom, steps.before);
    stepList(page, Word::LeadingTo, steps.after);
  }
}

std::string Pages::profile(ProfileId id) const {
  const Profile& profile = model_[id];
  Page page;
  page.heading(1, titleOf(profile));
  notices(page, profile);
  sayBlocks(page, profile.about);
  facts(page, profile);
  statements(page, profile.statements);
  requirements(page, profile);
  if (!isAdvert_) drops(page, profile);
  credentials(page, profile.credentials);
  careerSteps(page, id);
  if (!isAdvert_) matches(page, profile);
  return std::move(page).take();
}

}  // namespace cadre::emit::markdown
