// Two profiles side by side, and what the step from one to the other takes: takes a model, gives
// records that refer to it, what matters most first. No words: words are compare_words.h, drawings
// the command line's and the editor's. Judges nothing.
#pragma once

#include "ide/likeness.h"
#include "model/model.h"

#include <llvm/ADT/SmallVector.h>

#include <optional>
#include <vector>

namespace cadre::ide {

/// What becomes of a competency on the way from one profile to the other.
enum class Change : uint8_t {
  New,           ///< Only the second requires it.
  Raised,        ///< The second requires it at a higher level.
  Incomparable,  ///< Another competency stands for it, on a scale that no crosswalk leads to.
  Same,          ///< Both require it at the same level.
  Lowered,
  Gone,  ///< Only the first requires it.
};
/// `new`, `raised`, `incomparable`, `same`, `lowered`, `gone`.
[[nodiscard]] llvm::StringRef word(Change change);
/// Whether the second asks for more.
[[nodiscard]] constexpr bool asksForMore(Change change) {
  return change == Change::New || change == Change::Raised;
}
/// Whether the second asks for less.
[[nodiscard]] constexpr bool asksForLess(Change change) {
  return change == Change::Lowered || change == Change::Gone;
}

/// Why one competency stands for another one.
enum class Bond : uint8_t { None, Replaces, Successor, ExactMatch };
/// `replaces`, `successor`, `exact-match`; nothing for None.
[[nodiscard]] llvm::StringRef word(Bond bond);

/// A competency of the first profile that another one stands for; without a bond: that one itself.
struct Counterpart {
  const model::Requirement* from = nullptr;
  Bond bond = Bond::None;
};

/// A competency that at least one of the two requires.
struct CompetencyRow {
  model::CompetencyId competency;   ///< Of two that stand for each other, the second profile's.
  model::CompetencyId counterpart;  ///< The first profile's, where it is another one.
  Bond bond = Bond::None;           ///< Why that one stands for it.
  /// Others of the first's that it stands for, too, and that ask for no more than `from`, as far as
  /// levels can be compared: of a row that cannot be, nobody knows.
  std::vector<Counterpart> others;
  const model::Requirement* from = nullptr;  ///< Null: the first does not require it.
  const model::Requirement* to = nullptr;
  Change change = Change::Same;
  bool isTechnical = false;
  /// Raised and lowered: the levels or the number between the two, below 0 where it falls; by a
  /// crosswalk on the scale that it leads to.
  double distance = 0;
  /// What the first's level is on the scale of the second, by a crosswalk; or else what the second's
  /// is on that of the first. Neither where both are one, or no crosswalk leads anywhere.
  model::LevelValue fromAsTo;
  model::LevelValue toAsFrom;

  [[nodiscard]] bool isInBoth() const { return from && to; }
  /// Whether it stands for others, too.
  [[nodiscard]] bool standsForOthers() const { return counterpart.isValid() || !others.empty(); }
  /// Whether a crosswalk decided.
  [[nodiscard]] bool isCrossed() const { return !fromAsTo.isNone() || !toAsFrom.isNone(); }
  /// Above 0 where the second takes it more seriously, below 0 less; 0 unless both require it.
  [[nodiscard]] int importanceChange() const;
  [[nodiscard]] bool isWeightChanged() const;
};

/// A level on the way, or all there is to say of a competency without one.
struct LevelOnTheWay {
  model::LevelValue level;  ///< None: of the competency as a whole.
  const model::CompetencyLevel* described =
      nullptr;                            ///< Null: the competency does not describe it.
  const model::Rubric* rubric = nullptr;  ///< Of the competency; null without one.
  model::ArrayRef<model::Bullet>
      descriptors;  ///< What the scale says, where there are no indicators.

  [[nodiscard]] bool isSilent() const;
};

/// What a resource does for somebody who is on the way.
enum class Reach : uint8_t { Whole, Part, Unsaid };
/// `whole`, `part`, `unsaid`.
[[nodiscard]] llvm::StringRef word(Reach reach);

struct HelpfulResource {
  model::ResourceId resource;
  model::LevelValue to;
  Reach reach = Reach::Unsaid;
};

/// What it takes to come to what the second asks of a competency.
struct Learning {
  size_t row = 0;  ///< In Comparison::competencies.
  std::vector<LevelOnTheWay> levels;
  std::vector<HelpfulResource> resources;         ///< Those that lead all the way first.
  std::vector<model::CredentialUse> credentials;  ///< That go with the competency.
};

struct CredentialRow {
  model::CredentialId credential;
  std::optional<model::Importance> from;  ///< None: the first does not ask for it.
  std::optional<model::Importance> to;
};

struct AttributeRow {
  model::AttributeId attribute;
  const model::AttributeValue* from = nullptr;
  const model::AttributeValue* to = nullptr;
};

/// The tasks, or other statements of one sort, of the two.
struct StatementRow {
  model::StatementSort sort = model::StatementSort::Task;
  std::vector<const model::StatementUse*> shared;
  std::vector<const model::StatementUse*> onlyFrom;
  std::vector<const model::StatementUse*> onlyTo;
};

/// Profiles on a path, from one of the two to the other.
struct Route {
  model::PathId path;  ///< That takes its first step.
  std::vector<model::ProfileId> profiles;
};

struct Relation {
  bool isSame = false;  ///< One profile, compared with itself.
  bool toExtendsFrom = false;
  bool fromExtendsTo = false;
  std::vector<model::ProfileId>
      commonBases;                ///< The nearest ones of both; none where one extends the other.
  std::optional<Route> forward;   ///< The shortest way that a career takes from first to second,
  std::optional<Route> backward;  ///< or back, where none leads there.
};

/// What tells two profiles apart, by what they require.
enum class Apart : uint8_t {
  Self,           ///< Nothing: it is one profile.
  Empty,          ///< Nothing: neither requires any competency.
  Nothing,        ///< Nothing: the same competencies at the same levels.
  NoTechnical,    ///< Others, while the technical ones are the same, at the same levels.
  Levels,         ///< The same competencies at other levels.
  Technical,      ///< Technical competencies, and perhaps others.
  NoneTechnical,  ///< Others: neither requires a technical one.
};
/// `self`, `empty`, `nothing`, `not-technical`, `levels`, `technical`, `none-technical`.
[[nodiscard]] llvm::StringRef word(Apart apart);

/// Which way the step goes, by competencies, their importance and credentials. Unknown: what can be
/// compared is level, and something cannot.
enum class Direction : uint8_t { Level, Up, Down, Sideways, Unknown };
/// `level`, `up`, `down`, `sideways`, `unknown`.
[[nodiscard]] llvm::StringRef word(Direction direction);

struct Comparison {
  model::ProfileId from;
  model::ProfileId to;
  Relation relation;
  Alikeness alikeness;
  Apart apart = Apart::Nothing;
  Direction direction = Direction::Level;
  /// What the second asks more of, then what cannot be compared, less of, and the same; in each
  /// what is essential, then what is technical, heavy, far away, and the order of the profiles.
  std::vector<CompetencyRow> competencies;
  std::vector<Learning> learning;          ///< What is more, or cannot be compared.
  std::vector<CredentialRow> credentials;  ///< What is new, asked otherwise, the same, gone.
  std::vector<AttributeRow> attributes;    ///< Those that differ.
  std::vector<StatementRow> statements;    ///< Sorts that either has; tasks first.

  [[nodiscard]] bool isInOneFamily(const model::Model& model) const {
    return model[from].family == model[to].family;
  }
};

[[nodiscard]] Comparison compare(const model::Model& model, model::ProfileId from,
                                 model::ProfileId to);

/// The same without learning: what a list of many pairs tells.
[[nodiscard]] Comparison compareBriefly(const model::Model& model, model::ProfileId from,
                                        model::ProfileId to);

}  // namespace cadre::ide
