#include "lint/survey.h"

#include "lint/list_rule.h"
#include "lint/locate.h"
#include "lint/statements.h"

#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace cadre::lint {

using model::Status;

namespace {

/// Where the words of a match stand; the passage where they cannot be found.
Span placeOf(const Passage& passage, const SourceManager& sources, const prose::Match& match) {
  const auto tokens = passage.tokens();
  return placeIn(sources, passage.span, passage.plain, tokens[match.first].begin,
                 tokens[match.last - 1].end);
}

/// Indicators that are read to learn how a framework is written.
constexpr size_t mostSampled = 1000;

}  // namespace

size_t indicatorCount(const model::Model& model) {
  size_t count = 0;
  for (const model::Competency& it : model.tables().competencies) {
    count += it.rubric.indicators.size();
    for (const model::CompetencyLevel& level : it.levels) count += level.rubric.indicators.size();
  }
  return count;
}

prose::LeadForm Style::lead() const {
  const std::pair<size_t, prose::LeadForm> forms[] = {{third, prose::LeadForm::Third},
                                                      {imperative, prose::LeadForm::Imperative},
                                                      {gerund, prose::LeadForm::Gerund},
                                                      {past, prose::LeadForm::Past}};
  const auto* const most = std::max_element(std::begin(forms), std::end(forms),
                                            [](const auto& a, const auto& b) { return a.first < b.first; });
  return most->first == 0 ? prose::LeadForm::None : most->second;
}

ArrayRef<model::ProfileId> Survey::profiles() {
  if (profiles_) return *profiles_;
  profiles_.emplace();
  for (const model::Profile& it : model_.tables().profiles) {
    if (!it.isAbstract && it.status != Status::Retired && !model_.isExternal(it))
      profiles_->push_back(model_.tables().profiles.idOf(it));
  }
  return *profiles_;
}

ArrayRef<RequiredBy> Survey::requiredBy(model::CompetencyId competency) {
  if (!requiredBy_) {
    requiredBy_.emplace(model_.tables().competencies.size());
    for (const model::ProfileId profile : profiles()) {
      for (const model::Requirement& it : model_[profile].requirements)
        (*requiredBy_)[it.competency.index()].push_back({profile, &it});
    }
  }
  return (*requiredBy_)[competency.index()];
}

ArrayRef<FamilyMembers> Survey::families() {
  if (families_) return *families_;
  families_.emplace();
  std::vector<size_t> places(model_.tables().families.size() + 1, SIZE_MAX);
  for (const model::ProfileId profile : profiles()) {
    const model::FamilyId family = model_[profile].family;
    size_t& place = places[family ? family.index() + 1 : 0];
    if (place == SIZE_MAX) {
      place = families_->size();
      families_->push_back({family, {}});
    }
    (*families_)[place].profiles.push_back(profile);
  }
  return *families_;
}

ArrayRef<model::CompetencyId> Survey::competencies() {
  if (competencies_) return *competencies_;
  competencies_.emplace();
  for (const model::Competency& it : model_.tables().competencies) {
    if (it.status != Status::Retired && !model_.isExternal(it))
      competencies_->push_back(model_.tables().competencies.idOf(it));
  }
  return *competencies_;
}

ArrayRef<Indicator> Survey::liveIndicators() {
  if (liveIndicators_) return *liveIndicators_;
  std::vector<Indicator>& out = liveIndicators_.emplace();
  for (const model::CompetencyId id : competencies()) {
    const model::Competency& competency = model_[id];
    if (!isLive(competency)) continue;
    const auto add = [&](const model::Rubric& rubric, uint32_t level) {
      for (const model::Bullet& bullet : rubric.indicators) {
        if (!bullet.text.isEmpty() && bullet.text.span.isValid()) out.push_back({id, level, &bullet.text});
      }
    };
    add(competency.rubric, 0);
    for (uint32_t level = 0; level < competency.levels.size(); ++level) add(competency.levels[level].rubric, level);
  }
  return out;
}

ArrayRef<model::CompetencyId> Survey::parts(model::CompetencyId whole) {
  if (!parts_) {
    parts_.emplace(model_.tables().competencies.size());
    for (const model::CompetencyId part : competencies()) {
      for (const model::CompetencyId it : model_[part].partOf) (*parts_)[it.index()].push_back(part);
    }
  }
  return (*parts_)[whole.index()];
}

void Survey::keepStems(const Passage& passage) {
  if (!passage.is(Role::Indicator) || passage.isTranslation || !passage.text) return;
  kept_->stemmed.add(passage.bullet->text, *passage.text);
}

void Survey::keepNamed(const Passage& passage) {
  const bool isName = passage.is(Role::Title) || passage.is(Role::About);
  if (!isName || passage.ownerKind != model::DeclKind::Competency || passage.level || passage.isTranslation || !passage.text)
    return;
  kept_->named.add(*passage.source, *passage.text);
}

void Survey::keepTally(const Passage& passage) {
  if (!passage.text) return;
  // The formula is for English alone: other languages have other lengths of words.
  if ((statements | Role::About).contains(passage.role) && passage.lexicon->language() == "en" &&
      passage.ownerKind != model::DeclKind::Category && passage.owner->status != Status::Retired)
    kept_->tally.readings[passage.owner] += prose::readingOf(*passage.text, *passage.lexicon);

  const bool isProfile = passage.ownerKind == model::DeclKind::Profile;
  CodedWords& coded = kept_->tally.coded[isProfile ? passage.owner : &model_.framework()];
  coded.words += passage.tokens().size();
  const auto keep = [&](prose::ListId list, std::vector<CodedWords::Use>& uses) {
    if (!passage.text->mayHold().contains(list)) return;
    eachEntry(passage, sources_, list, [&](const prose::Match& match) {
      uses.push_back({match.entry->text, placeOf(passage, sources_, match)});
    });
  };
  keep(prose::ListId::MasculineCoded, coded.masculine);
  keep(prose::ListId::FeminineCoded, coded.feminine);
}

void Survey::reserve(size_t indicators) {
  kept_->stemmed.texts.reserve(indicators);
  kept_->stemmed.stems.reserve(indicators);
  // With definitions and descriptors.
  kept_->statements.reserve(indicators + indicators / 8);
}

void Survey::takeKept(Survey&& other) {
  kept_->stemmed.take(std::move(other.kept_->stemmed));
  kept_->named.take(std::move(other.kept_->named));
  const WordTally& more = other.kept_->tally;
  for (const auto& [owner, reading] : more.readings) kept_->tally.readings[owner] += reading;
  for (const auto& [owner, its] : more.coded) {
    CodedWords& coded = kept_->tally.coded[owner];
    coded.words += its.words;
    llvm::append_range(coded.masculine, its.masculine);
    llvm::append_range(coded.feminine, its.feminine);
  }
  kept_->statements.take(std::move(other.kept_->statements));
}

const Ladders& Survey::ladders() {
  if (!ladders_) ladders_.emplace(model_, kept_->statements, competencies());
  return *ladders_;
}

uint64_t Survey::wordingOf(const model::Text& text) {
  if (!lexica_.find(model_.framework().language)) return 0;
  const Statement* const found = kept_->statements.find(text, nextStatement_);
  return found ? found->wording : 0;
}

const Style& Survey::style(StringRef language) {
  for (const auto& [tag, style] : styles_) {
    if (tag == language) return style;
  }
  Style style;
  const size_t step = indicatorCount(model_) / mostSampled + 1;
  size_t next = 0;
  const auto isSampled = [&](Role role, StringRef of) {
    return role == Role::Indicator && of == language && next++ % step == 0;
  };
  eachPassage(model_, lexica_, isSampled, [&](const Passage& passage) {
    if (!passage.lexicon) return;
    const auto tokens = passage.tokens();
    if (tokens.empty()) return;
    ++(tokens.front().isCapital ? style.capitals : style.smalls);
    if (passage.text->sentences().size() == 1) ++(passage.plain.rtrim().ends_with(".") ? style.stops : style.noStops);
    switch (prose::leadOf(*passage.text, passage.text->sentences().front()).form) {
      case prose::LeadForm::None: ++style.none; break;
      case prose::LeadForm::Third: ++style.third; break;
      case prose::LeadForm::Imperative: ++style.imperative; break;
      case prose::LeadForm::Gerund: ++style.gerund; break;
      case prose::LeadForm::Past: ++style.past; break;
    }
  });
  return styles_.emplace_back(language.str(), style).second;
}

const Openings& Survey::openings(StringRef language) {
  for (const auto& [tag, openings] : openings_) {
    if (tag == language) return openings;
  }
  Openings openings;
  const auto isWanted = [&](Role role, StringRef of) {
    return (role == Role::Knowledge || role == Role::Skill) && of == language;
  };
  eachPassage(model_, lexica_, isWanted, [&](const Passage& passage) {
    const bool isKnowledge = passage.is(Role::Knowledge);
    if (!passage.lexicon || passage.tokens().empty()) return;
    Openings::Count& count = isKnowledge ? openings.knowledge : openings.skills;
    ++count.all;
    count.with += passage.text->findAt(isKnowledge ? prose::ListId::KnowledgePrefixes : prose::ListId::SkillPrefixes, 0).has_value();
  });
  return openings_.emplace_back(language.str(), openings).second;
}

}  // namespace cadre::lint
