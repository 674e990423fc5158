#include "ide/compare.h"

#include "ide/side_by_side.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SetVector.h>

#include <tuple>

namespace cadre::ide {

using llvm::StringRef;
using model::ArrayRef;
using model::CredentialUse;
using model::Importance;
using model::Model;
using model::Profile;
using model::ProfileId;
using model::StatementUse;

namespace {

// ---- Who is who to each other ------------------------------------------------------------------

using Bases = llvm::SetVector<uint32_t>;

void addBases(const Model& model, ProfileId at, Bases& out) {
  for (const ProfileId base : model[at].bases) {
    if (out.insert(base.index())) addBases(model, base, out);
  }
}

/// The bases that both have, without those that come along with another one of them.
std::vector<ProfileId> nearestOfBoth(const Model& model, const Bases& a, const Bases& b) {
  Bases common;
  for (const uint32_t it : a) {
    if (b.contains(it)) common.insert(it);
  }
  Bases further;
  for (const uint32_t it : common) addBases(model, ProfileId(it), further);
  std::vector<ProfileId> out;
  for (const uint32_t it : common) {
    if (!further.contains(it)) out.emplace_back(it);
  }
  return out;
}

/// The steps of careers, of all packages, as edges.
class Roads {
public:
  explicit Roads(const Model& model) : next_(model.tables().profiles.size()) {
    for (const model::Path& path : model.tables().paths) {
      if (path.status == model::Status::Retired) continue;
      for (const auto chain : path.chains) {
        for (size_t i = 1; i < chain.size(); ++i)
          next_[chain[i - 1].index()].emplace_back(chain[i], model.tables().paths.idOf(path));
      }
    }
  }

  [[nodiscard]] std::optional<Route> findShortest(ProfileId from, ProfileId to) const {
    llvm::DenseMap<uint32_t, ProfileId> cameFrom;
    std::vector<ProfileId> open = {from};
    for (size_t i = 0; i < open.size(); ++i) {
      for (const auto& [next, path] : next_[open[i].index()]) {
        if (next == from || !cameFrom.try_emplace(next.index(), open[i]).second) continue;
        if (next == to) return routeTo(to, from, cameFrom);
        open.push_back(next);
      }
    }
    return {};
  }

private:
  [[nodiscard]] Route routeTo(ProfileId to, ProfileId from,
                              const llvm::DenseMap<uint32_t, ProfileId>& cameFrom) const {
    Route out;
    for (ProfileId at = to; at != from; at = cameFrom.lookup(at.index()))
      out.profiles.push_back(at);
    out.profiles.push_back(from);
    std::reverse(out.profiles.begin(), out.profiles.end());
    const auto& first = next_[from.index()];
    out.path =
        llvm::find_if(first, [&](const auto& it) { return it.first == out.profiles[1]; })->second;
    return out;
  }

  std::vector<std::vector<std::pair<ProfileId, model::PathId>>> next_;
};

Relation relationOf(const Model& model, ProfileId from, ProfileId to) {
  Relation out;
  out.isSame = from == to;
  if (out.isSame) return out;
  Bases basesOfFrom;
  Bases basesOfTo;
  addBases(model, from, basesOfFrom);
  addBases(model, to, basesOfTo);
  out.toExtendsFrom = basesOfTo.contains(from.index());
  out.fromExtendsTo = basesOfFrom.contains(to.index());
  if (!out.toExtendsFrom && !out.fromExtendsTo)
    out.commonBases = nearestOfBoth(model, basesOfFrom, basesOfTo);
  const Roads roads(model);
  out.forward = roads.findShortest(from, to);
  if (!out.forward) out.backward = roads.findShortest(to, from);
  return out;
}

// ---- What comes with it ------------------------------------------------------------------------

std::vector<CredentialRow> credentialsOf(const Profile& from, const Profile& to) {
  std::vector<CredentialRow> out;
  const auto find = [](ArrayRef<CredentialUse> uses,
                       model::CredentialId id) -> std::optional<Importance> {
    const auto* it =
        llvm::find_if(uses, [&](const CredentialUse& use) { return use.credential == id; });
    return it == uses.end() ? std::nullopt : std::optional(it->importance);
  };
  for (const CredentialUse& it : to.credentials)
    out.push_back({it.credential, find(from.credentials, it.credential), it.importance});
  for (const CredentialUse& it : from.credentials) {
    if (!find(to.credentials, it.credential)) out.push_back({it.credential, it.importance, {}});
  }
  const auto group = [](const CredentialRow& it) {
    if (!it.from) return 0;
    if (!it.to) return 3;
    return it.from == it.to ? 2 : 1;
  };
  llvm::stable_sort(out, [&](const CredentialRow& a, const CredentialRow& b) {
    return std::tuple(group(a), a.to.value_or(Importance::Optional)) <
           std::tuple(group(b), b.to.value_or(Importance::Optional));
  });
  return out;
}

const model::AttributeValue* findValue(const Profile& profile, model::AttributeId attribute) {
  const auto* it = llvm::find_if(profile.attributes,
                                 [&](const auto& one) { return one.attribute == attribute; });
  return it == profile.attributes.end() ? nullptr : it;
}

bool isSameValue(const model::AttributeValue& a, const model::AttributeValue& b) {
  return a.text == b.text && a.number == b.number && a.boolean == b.boolean;
}

std::vector<AttributeRow> attributesOf(const Profile& from, const Profile& to) {
  std::vector<AttributeRow> out;
  for (const model::AttributeValue& it : to.attributes) {
    const auto* before = findValue(from, it.attribute);
    if (!before || !isSameValue(*before, it)) out.push_back({it.attribute, before, &it});
  }
  for (const model::AttributeValue& it : from.attributes) {
    if (!findValue(to, it.attribute)) out.push_back({it.attribute, &it, nullptr});
  }
  llvm::stable_sort(
      out, [](const AttributeRow& a, const AttributeRow& b) { return a.attribute < b.attribute; });
  return out;
}

bool isSameStatement(const StatementUse& a, const StatementUse& b) {
  if (a.shared || b.shared) return a.shared == b.shared;
  return a.sort == b.sort && a.bullet.text.plain == b.bullet.text.plain;
}

std::vector<StatementRow> statementsOf(const Profile& from, const Profile& to) {
  using model::StatementSort;
  std::vector<StatementRow> out;
  const auto isIn = [](ArrayRef<StatementUse> uses, const StatementUse& one) {
    return llvm::any_of(uses, [&](const StatementUse& it) { return isSameStatement(it, one); });
  };
  for (const StatementSort sort : {StatementSort::Task, StatementSort::Knowledge,
                                   StatementSort::Skill, StatementSort::Ability}) {
    StatementRow row;
    row.sort = sort;
    for (const StatementUse& it : from.statements) {
      if (it.sort == sort && !isIn(to.statements, it)) row.onlyFrom.push_back(&it);
    }
    for (const StatementUse& it : to.statements) {
      if (it.sort == sort) (isIn(from.statements, it) ? row.shared : row.onlyTo).push_back(&it);
    }
    if (!row.shared.empty() || !row.onlyFrom.empty() || !row.onlyTo.empty())
      out.push_back(std::move(row));
  }
  return out;
}

// ---- What it comes to --------------------------------------------------------------------------

Apart apartOf(const Comparison& comparison) {
  if (comparison.relation.isSame) return Apart::Self;
  const auto& rows = comparison.competencies;
  const Likeness& technical = comparison.alikeness.technical;
  if (rows.empty()) return Apart::Empty;
  const auto isSame = [](const CompetencyRow& it) {
    return it.change == Change::Same && !it.standsForOthers();
  };
  if (llvm::all_of(rows, isSame)) return Apart::Nothing;
  if (technical.either > 0 && technical.same == technical.either) return Apart::NoTechnical;
  const auto isInBoth = [](const CompetencyRow& it) { return it.isInBoth() && !it.standsForOthers(); };
  if (llvm::all_of(rows, isInBoth)) return Apart::Levels;
  return technical.either == 0 ? Apart::NoneTechnical : Apart::Technical;
}

Direction directionOf(const Comparison& comparison) {
  bool isMore = false;
  bool isLess = false;
  bool isUnknown = false;
  for (const CompetencyRow& it : comparison.competencies) {
    const int importance = it.change == Change::Same ? it.importanceChange() : 0;
    isMore |= asksForMore(it.change) || importance > 0;
    isLess |= asksForLess(it.change) || importance < 0;
    isUnknown |= it.change == Change::Incomparable;
  }
  for (const CredentialRow& it : comparison.credentials) {
    isMore |= it.to && (!it.from || *it.to < *it.from);
    isLess |= it.from && (!it.to || *it.from < *it.to);
  }
  if (isMore && isLess) return Direction::Sideways;
  if (isMore) return Direction::Up;
  if (isLess) return Direction::Down;
  return isUnknown ? Direction::Unknown : Direction::Level;
}

}  // namespace

StringRef word(Change change) {
  switch (change) {
    case Change::New: return "new";
    case Change::Raised: return "raised";
    case Change::Incomparable: return "incomparable";
    case Change::Same: return "same";
    case Change::Lowered: return "lowered";
    case Change::Gone: return "gone";
  }
  llvm_unreachable("every change has a word");
}

StringRef word(Bond bond) {
  switch (bond) {
    case Bond::None: return "";
    case Bond::Replaces: return "replaces";
    case Bond::Successor: return "successor";
    case Bond::ExactMatch: return "exact-match";
  }
  llvm_unreachable("every bond has a word");
}

StringRef word(Reach reach) {
  switch (reach) {
    case Reach::Whole: return "whole";
    case Reach::Part: return "part";
    case Reach::Unsaid: return "unsaid";
  }
  llvm_unreachable("every reach has a word");
}

StringRef word(Apart apart) {
  switch (apart) {
    case Apart::Self: return "self";
    case Apart::Empty: return "empty";
    case Apart::Nothing: return "nothing";
    case Apart::Levels: return "levels";
    case Apart::Technical: return "technical";
    case Apart::NoTechnical: return "not-technical";
    case Apart::NoneTechnical: return "none-technical";
  }
  llvm_unreachable("every case has a word");
}

StringRef word(Direction direction) {
  switch (direction) {
    case Direction::Level: return "level";
    case Direction::Up: return "up";
    case Direction::Down: return "down";
    case Direction::Sideways: return "sideways";
    case Direction::Unknown: return "unknown";
  }
  llvm_unreachable("every direction has a word");
}

int CompetencyRow::importanceChange() const {
  return isInBoth() ? static_cast<int>(from->importance) - static_cast<int>(to->importance) : 0;
}

bool CompetencyRow::isWeightChanged() const { return isInBoth() && from->weight != to->weight; }

Comparison compareBriefly(const Model& model, ProfileId from, ProfileId to) {
  Comparison out;
  out.from = from;
  out.to = to;
  out.alikeness = alikeness(model, from, to);
  out.competencies = sideBySide(model, from, to);
  out.relation = relationOf(model, from, to);
  out.credentials = credentialsOf(model[from], model[to]);
  out.attributes = attributesOf(model[from], model[to]);
  out.statements = statementsOf(model[from], model[to]);
  out.apart = apartOf(out);
  out.direction = directionOf(out);
  return out;
}

Comparison compare(const Model& model, ProfileId from, ProfileId to) {
  Comparison out = compareBriefly(model, from, to);
  out.learning = learningFor(model, out.competencies);
  return out;
}

}  // namespace cadre::ide
