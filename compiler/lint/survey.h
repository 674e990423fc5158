// What follows from the whole model and several rules ask for: who requires what, who belongs to which
// family, how statements are written. Each part is made when it is first asked for, once a run.
#pragma once

#include "lint/ladder.h"
#include "lint/passage.h"
#include "model/model.h"
#include "prose/readability.h"
#include "prose/similar.h"
#include "source/source_manager.h"

#include <llvm/ADT/MapVector.h>

#include <memory>
#include <optional>
#include <vector>

namespace cadre::lint {

/// A line of a profile in effect, seen from the competency.
struct RequiredBy {
  model::ProfileId profile;
  const model::Requirement* requirement = nullptr;
};

/// The profiles whose own family this is; none: those without one.
struct FamilyMembers {
  model::FamilyId family;
  std::vector<model::ProfileId> profiles;
};

/// How a framework's indicators are written, as most of them are. Of large frameworks some thousand
/// indicators are read, evenly spread.
struct Style {
  size_t third = 0;       ///< Indicators led by `Drafts …`
  size_t imperative = 0;  ///< by `Draft …`
  size_t gerund = 0;      ///< by `Drafting …`
  size_t past = 0;
  size_t none = 0;        ///< Led by no verb.
  size_t stops = 0;       ///< Indicators of one sentence that end in a period.
  size_t noStops = 0;     ///< And that do not.
  size_t capitals = 0;
  size_t smalls = 0;
  /// The form that most verbs lead in; None where there are none.
  [[nodiscard]] prose::LeadForm lead() const;
};

/// How a framework's statements of knowledge and skill begin.
struct Openings {
  struct Count {
    size_t with = 0;  ///< Those that begin as statements of their sort do (`Knowledge of …`).
    size_t all = 0;
    /// Whether that is the convention here: at least three in four, of at least four.
    [[nodiscard]] bool areUsual() const { return all >= 4 && with * 4 >= all * 3; }
  };
  Count knowledge;
  Count skills;
};

/// Indicators and the stems that each is compared by.
struct Stemmed {
  void add(const model::Text& text, const prose::Text& words) {
    texts.push_back(&text);
    stems.add(words);
  }
  void take(Stemmed&& other) {
    texts.insert(texts.end(), other.texts.begin(), other.texts.end());
    stems.take(std::move(other.stems));
  }

  std::vector<const model::Text*> texts;
  prose::StemSets stems;
};

/// Words that readers connect with men or with women, and how many of any kind there are.
struct CodedWords {
  struct Use {
    StringRef entry;  ///< Of the list.
    Span place;
  };
  std::vector<Use> masculine;
  std::vector<Use> feminine;
  size_t words = 0;
};

/// What is counted in the words of the texts, by declaration, in the order of the tables.
struct WordTally {
  /// Of statements and definitions in English; categories and what is retired are left out.
  llvm::MapVector<const model::Declaration*, prose::Reading> readings;
  /// Of each profile by its own texts, of the framework by all others.
  llvm::MapVector<const model::Declaration*, CodedWords> coded;
};

/// What is kept of the passages while they are read for the rules on them (reading.h), so that no text is
/// read twice.
struct Kept {
  /// Of the indicators in the framework's own language, in the order of the tables.
  Stemmed stemmed;
  /// The same of the titles and definitions of competencies.
  Stemmed named;
  WordTally tally;
  Statements statements;
};

[[nodiscard]] size_t indicatorCount(const model::Model& model);

/// An indicator and where it belongs.
struct Indicator {
  model::CompetencyId competency;
  uint32_t level = 0;  ///< The index in the competency's levels; 0 for one without levels.
  const model::Text* text = nullptr;
};

/// For one thread; several may share what is kept, once all of it is.
class Survey {
public:
  Survey(const model::Model& model, const SourceManager& sources, Lexica& lexica, std::shared_ptr<Kept> kept)
      : model_(model), sources_(sources), lexica_(lexica), kept_(std::move(kept)) {}

  /// The profiles of this framework that are neither abstract nor retired, in order.
  [[nodiscard]] ArrayRef<model::ProfileId> profiles();
  /// Those of them that require a competency in effect.
  [[nodiscard]] ArrayRef<RequiredBy> requiredBy(model::CompetencyId competency);
  /// `profiles()` by family, in the order in which families first have one.
  [[nodiscard]] ArrayRef<FamilyMembers> families();
  /// The competencies of this framework that say they are part of one.
  [[nodiscard]] ArrayRef<model::CompetencyId> parts(model::CompetencyId whole);
  /// Own competencies (not of other packages) that are not retired, in order.
  [[nodiscard]] ArrayRef<model::CompetencyId> competencies();
  /// The indicators of those of them that are live, in order.
  [[nodiscard]] ArrayRef<Indicator> liveIndicators();
  /// What is said level by level.
  [[nodiscard]] const Ladders& ladders();
  /// The same number for texts that differ in articles, endings and marks alone; 0 where there is none.
  [[nodiscard]] uint64_t wordingOf(const model::Text& text);
  /// Of the indicators in one language (its tag as passages have it).
  [[nodiscard]] const Style& style(StringRef language);
  /// Of the statements of knowledge and skill in one language.
  [[nodiscard]] const Openings& openings(StringRef language);
  /// Kept::stemmed; none where nothing is known of the language.
  [[nodiscard]] const Stemmed& stemmed() const { return kept_->stemmed; }
  /// Kept::named, the same.
  [[nodiscard]] const Stemmed& named() const { return kept_->named; }
  [[nodiscard]] const WordTally& tally() const { return kept_->tally; }

  [[nodiscard]] const std::shared_ptr<Kept>& kept() const { return kept_; }
  void keepStems(const Passage& passage);
  void keepNamed(const Passage& passage);
  void keepTally(const Passage& passage);
  void keepStatements(const Passage& passage) { kept_->statements.keep(passage); }
  /// Makes room for so many indicators.
  void reserve(size_t indicators);
  /// To be called once all is kept.
  void finish() { kept_->statements.finish(); }
  /// Takes over what another one kept, of the passages behind those of this one.
  void takeKept(Survey&& other);

private:
  const model::Model& model_;
  const SourceManager& sources_;
  Lexica& lexica_;
  std::optional<std::vector<model::ProfileId>> profiles_;
  std::optional<std::vector<std::vector<RequiredBy>>> requiredBy_;
  std::optional<std::vector<FamilyMembers>> families_;
  std::optional<std::vector<std::vector<model::CompetencyId>>> parts_;
  std::optional<std::vector<model::CompetencyId>> competencies_;
  std::optional<std::vector<Indicator>> liveIndicators_;
  std::shared_ptr<Kept> kept_;
  size_t nextStatement_ = 0;
  std::optional<Ladders> ladders_;
  std::vector<std::pair<std::string, Style>> styles_;
  std::vector<std::pair<std::string, Openings>> openings_;
};

}  // namespace cadre::lint
