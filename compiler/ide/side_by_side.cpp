#include "ide/side_by_side.h"

#include "lint/job.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLExtras.h>

#include <cmath>
#include <tuple>

namespace cadre::ide {

using model::ArrayRef;
using model::Competency;
using model::CompetencyId;
using model::LevelValue;
using model::Model;
using model::Requirement;
using model::ScaleId;

namespace {

// ---- Levels ------------------------------------------------------------------------------------

/// A level of a competency.
struct Place {
  const Competency& competency;
  LevelValue level;
};

struct Rise {
  double distance = 0;
  LevelValue fromAsTo;  ///< As in CompetencyRow.
  LevelValue toAsFrom;
};

/// How far `to` is above `from`; none where they cannot be compared.
std::optional<Rise> riseOf(const Model& model, const Place& from, const Place& to) {
  const ScaleId a = from.competency.scale;
  const ScaleId b = to.competency.scale;
  if (a == b) return Rise{model.rank(to.level) - model.rank(from.level), {}, {}};
  if (!a || !b) return {};
  if (const LevelValue there = crossed(model, a, from.level, b); !there.isNone())
    return Rise{model.rank(to.level) - model.rank(there), there, {}};
  if (const LevelValue here = crossed(model, b, to.level, a); !here.isNone())
    return Rise{model.rank(here) - model.rank(from.level), {}, here};
  return {};
}

// ---- Rows --------------------------------------------------------------------------------------

bool isReplacedBy(const Competency& old, const Competency& later) {
  return llvm::is_contained(later.replaces, old.key);
}

bool isSucceededBy(const Competency& old, const Competency& later) {
  return old.deprecated && !later.key.empty() && old.deprecated->successor == later.key;
}

/// Whether both say that they are exactly the same thing of another scheme, or one that it is the
/// other.
bool isSameElsewhere(const Competency& a, const Competency& b) {
  const auto isExact = [](const model::Match& it) { return it.relation == model::Relation::Exact; };
  for (const model::Match& it : a.matches) {
    if (!isExact(it)) continue;
    if (it.target == b.key) return true;
    for (const model::Match& other : b.matches) {
      if (isExact(other) && it.scheme == other.scheme && it.target == other.target) return true;
    }
  }
  return llvm::any_of(b.matches, [&](const auto& it) { return isExact(it) && it.target == a.key; });
}

Bond bondOf(const Competency& a, const Competency& b) {
  if (isReplacedBy(a, b) || isReplacedBy(b, a)) return Bond::Replaces;
  if (isSucceededBy(a, b) || isSucceededBy(b, a)) return Bond::Successor;
  return isSameElsewhere(a, b) ? Bond::ExactMatch : Bond::None;
}

class Rows {
public:
  explicit Rows(const Model& model) : model_(model) {}

  std::vector<CompetencyRow> run(ArrayRef<Requirement> from, ArrayRef<Requirement> to) {
    pair(from, to);
    pairCounterparts();
    for (CompetencyRow& row : rows_) judge(row);
    llvm::stable_sort(
        rows_, [&](const CompetencyRow& a, const CompetencyRow& b) { return rank(a) < rank(b); });
    return std::move(rows_);
  }

private:
  void pair(ArrayRef<Requirement> from, ArrayRef<Requirement> to) {
    llvm::DenseMap<uint32_t, const Requirement*> before;
    for (const Requirement& it : from) before[it.competency.index()] = &it;
    for (const Requirement& it : to) {
      const auto found = before.find(it.competency.index());
      CompetencyRow& row = add(it.competency);
      row.to = &it;
      if (found == before.end()) continue;
      row.from = found->second;
      before.erase(found);
    }
    for (const Requirement& it : from) {
      if (before.contains(it.competency.index())) add(it.competency).from = &it;
    }
  }

  CompetencyRow& add(CompetencyId competency) {
    CompetencyRow& row = rows_.emplace_back();
    row.competency = competency;
    row.isTechnical = lint::isTechnical(model_, competency);
    return row;
  }

  /// What only the first requires and what the second does, where the source says that one stands
  /// for the other.
  struct Link {
    size_t gone = 0;
    size_t kept = 0;
    Bond bond = Bond::None;
  };

  /// Rows of what only the first requires become part of those that stand for it.
  void pairCounterparts() {
    const std::vector<Link> links = findLinks();
    const std::vector<Link> chosen = choose(links);
    std::vector<std::vector<Counterpart>> counterparts(rows_.size());
    for (const Link& it : chosen)
      counterparts[it.kept].push_back({rows_[it.gone].from, it.bond});
    for (size_t i = 0; i < rows_.size(); ++i) {
      if (!counterparts[i].empty()) takeOver(rows_[i], std::move(counterparts[i]));
    }
    for (const Link& it : chosen) rows_[it.gone].from = nullptr;
    llvm::erase_if(rows_, [](const CompetencyRow& it) { return !it.from && !it.to; });
  }

  [[nodiscard]] std::vector<Link> findLinks() const {
    std::vector<Link> out;
    for (size_t gone = 0; gone < rows_.size(); ++gone) {
      if (rows_[gone].to) continue;
      for (size_t kept = 0; kept < rows_.size(); ++kept) {
        if (!rows_[kept].to) continue;
        const Bond bond = bondOf(model_[rows_[gone].competency], model_[rows_[kept].competency]);
        if (bond != Bond::None) out.push_back({gone, kept, bond});
      }
    }
    return out;
  }

  /// As many as can be stand one beside one, where the first does not require both. What is left over
  /// on a side was put into one, or one into several: it joins all that it stands for, or that stands
  /// for it.
  [[nodiscard]] std::vector<Link> choose(ArrayRef<Link> links) const {
    Partners partners(rows_.size(), nullptr);
    std::vector<bool> isPaired(rows_.size());
    for (const Link& it : links) {
      std::vector<bool> isSeen(rows_.size());
      if (!isPaired[it.gone]) isPaired[it.gone] = findPartner(it.gone, links, partners, isSeen);
    }
    std::vector<Link> out;
    for (const Link& it : links) {
      const bool isAlone = !rows_[it.kept].from && !partners[it.kept];
      if (partners[it.kept] == &it || !isPaired[it.gone] || isAlone) out.push_back(it);
    }
    return out;
  }

  /// By the row that only the second requires: the link to the one beside it.
  using Partners = std::vector<const Link*>;
  bool findPartner(size_t gone, ArrayRef<Link> links, Partners& partners,
                   std::vector<bool>& isSeen) const {
    for (const Link& it : links) {
      if (it.gone != gone || rows_[it.kept].from || isSeen[it.kept]) continue;
      isSeen[it.kept] = true;
      const Link* other = partners[it.kept];
      if (other && !findPartner(other->gone, links, partners, isSeen)) continue;
      partners[it.kept] = &it;
      return true;
    }
    return false;
  }

  /// The highest of them and of the row's own decides, and of equals the most important one. One that
  /// cannot be compared leaves open which is the highest: it decides that the row cannot be, either.
  void takeOver(CompetencyRow& row, std::vector<Counterpart> counterparts) const {
    if (row.from) counterparts.insert(counterparts.begin(), {row.from, Bond::None});
    const auto rank = [&](const Counterpart& it) {
      const auto rise = riseFrom(*it.from, *row.to);
      return std::tuple(rise.has_value(), rise ? rise->distance : 0, it.from->importance);
    };
    llvm::stable_sort(counterparts,
                      [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    row.from = counterparts.front().from;
    if (row.from->competency != row.competency) row.counterpart = row.from->competency;
    row.bond = counterparts.front().bond;
    row.others.assign(counterparts.begin() + 1, counterparts.end());
  }

  [[nodiscard]] std::optional<Rise> riseFrom(const Requirement& from, const Requirement& to) const {
    return riseOf(model_, {model_[from.competency], from.level}, {model_[to.competency], to.level});
  }

  void judge(CompetencyRow& row) const {
    if (!row.from) {
      row.change = Change::New;
    } else if (!row.to) {
      row.change = Change::Gone;
    } else {
      const auto rise = riseFrom(*row.from, *row.to);
      row.change = rise ? changeBy(rise->distance) : Change::Incomparable;
      if (!rise) return;
      row.distance = rise->distance;
      row.fromAsTo = rise->fromAsTo;
      row.toAsFrom = rise->toAsFrom;
    }
  }

  static Change changeBy(double rise) {
    if (rise == 0) return Change::Same;
    return rise > 0 ? Change::Raised : Change::Lowered;
  }

  [[nodiscard]] std::tuple<int, model::Importance, bool, double, double> rank(
      const CompetencyRow& row) const {
    const Requirement& asked = row.to ? *row.to : *row.from;
    const double height = row.isInBoth() ? std::abs(row.distance) : model_.rank(asked.level);
    return {groupOf(row.change), asked.importance, !row.isTechnical, -asked.weight.value_or(0),
            -height};
  }

  static int groupOf(Change change) {
    if (asksForMore(change)) return 0;
    if (change == Change::Incomparable) return 1;
    return asksForLess(change) ? 2 : 3;
  }

  const Model& model_;
  std::vector<CompetencyRow> rows_;
};

// ---- Learning ----------------------------------------------------------------------------------

class Teacher {
public:
  explicit Teacher(const Model& model) : model_(model) {
    for (const model::Resource& resource : model.tables().resources) {
      if (resource.status == model::Status::Retired) continue;
      for (const model::Development& it : resource.develops)
        developers_[it.competency.index()].push_back(
            {model.tables().resources.idOf(resource), it.level, Reach::Unsaid});
    }
  }

  [[nodiscard]] Learning learn(const CompetencyRow& row, size_t index) const {
    Learning out;
    out.row = index;
    const Competency& competency = model_[row.competency];
    if (competency.scale) {
      addLevels(row, competency, out);
      addWhole(competency, out);
    } else {
      out.levels.push_back({{}, nullptr, &competency.rubric, {}});
    }
    addResources(row, out);
    out.credentials.assign(competency.credentials.begin(), competency.credentials.end());
    return out;
  }

private:
  /// Whether the first profile asks for less than this level of what the second requires.
  [[nodiscard]] bool isAboveStart(const CompetencyRow& row, const LevelValue& level) const {
    if (!row.from) return true;
    const auto rise = riseOf(model_, {model_[row.from->competency], row.from->level},
                             {model_[row.competency], level});
    return !rise || rise->distance > 0;
  }

  [[nodiscard]] bool isOnTheWay(const CompetencyRow& row, const LevelValue& level) const {
    return model_.rank(level) <= model_.rank(row.to->level) && isAboveStart(row, level);
  }

  void addLevels(const CompetencyRow& row, const Competency& competency, Learning& out) const {
    const model::Scale& scale = model_[competency.scale];
    if (scale.kind == model::ScaleKind::Numeric) {
      for (const model::CompetencyLevel& it : competency.levels) {
        if (isOnTheWay(row, it.level)) out.levels.push_back({it.level, &it, &it.rubric, {}});
      }
      return;
    }
    if (!scale.cumulative) return addLevel(competency, row.to->level, out);
    for (const model::LevelId id : model_.offeredLevels(competency)) {
      const LevelValue level = {id, {}};
      if (isOnTheWay(row, level)) addLevel(competency, level, out);
    }
  }

  void addLevel(const Competency& competency, const LevelValue& level, Learning& out) const {
    const model::CompetencyLevel* described = model_.findLevel(competency, level);
    LevelOnTheWay& it = out.levels.emplace_back();
    it.level = level;
    it.described = described;
    it.rubric = described ? &described->rubric : nullptr;
    if (!described || described->rubric.indicators.empty())
      it.descriptors = model_[level.level].descriptors;
  }

  /// What is said of all levels at once.
  static void addWhole(const Competency& competency, Learning& out) {
    const model::Rubric& rubric = competency.rubric;
    if (rubric.develop.empty() && rubric.evidence.empty()) return;
    out.levels.push_back({{}, nullptr, &rubric, {}});
  }

  void addResources(const CompetencyRow& row, Learning& out) const {
    const auto found = developers_.find(row.competency.index());
    if (found == developers_.end()) return;
    for (HelpfulResource it : found->second) {
      if (it.to.isNone()) {
        it.reach = model_[row.competency].scale ? Reach::Unsaid : Reach::Whole;
      } else if (!isAboveStart(row, it.to)) {
        continue;
      } else {
        it.reach = model_.rank(it.to) >= model_.rank(row.to->level) ? Reach::Whole : Reach::Part;
      }
      out.resources.push_back(it);
    }
    llvm::stable_sort(out.resources,
                      [](const auto& a, const auto& b) { return a.reach < b.reach; });
  }

  const Model& model_;
  llvm::DenseMap<uint32_t, std::vector<HelpfulResource>> developers_;
};

}  // namespace

bool LevelOnTheWay::isSilent() const {
  const bool saysNothing = !rubric || (rubric->indicators.empty() && rubric->develop.empty() &&
                                       rubric->evidence.empty());
  return saysNothing && descriptors.empty() && (!described || described->about.isEmpty());
}

LevelValue crossed(const Model& model, ScaleId from, const LevelValue& value, ScaleId to) {
  if (value.isNone()) return {};
  for (const model::Crosswalk& crosswalk : model.tables().crosswalks) {
    if (crosswalk.from != from || crosswalk.to != to || crosswalk.status == model::Status::Retired)
      continue;
    LevelValue best;
    for (const model::Crosswalk::Pair& pair : crosswalk.pairs) {
      if (model.rank(pair.from) <= model.rank(value)) best = pair.to;
    }
    if (!best.isNone()) return best;
  }
  return {};
}

std::vector<CompetencyRow> sideBySide(const Model& model, model::ProfileId from,
                                      model::ProfileId to) {
  return Rows(model).run(model[from].requirements, model[to].requirements);
}

std::vector<Learning> learningFor(const Model& model, ArrayRef<CompetencyRow> rows) {
  const Teacher teacher(model);
  std::vector<Learning> out;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (asksForMore(rows[i].change) || rows[i].change == Change::Incomparable)
      out.push_back(teacher.learn(rows[i], i));
  }
  return out;
}

}  // namespace cadre::ide
