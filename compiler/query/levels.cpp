#include "query/levels.h"

#include "model/names.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::query {

using model::Crosswalk;
using model::FrameworkId;
using model::Model;
using model::Scale;
using model::ScaleId;

namespace {

/// Where a crosswalk leads from a rank of its left scale: what lies between two of its rows counts
/// as the lower one. None below the first.
std::optional<double> lead(const Model& model, const Crosswalk& crosswalk, double rank) {
  std::optional<double> out;
  for (const Crosswalk::Pair& pair : crosswalk.pairs) {
    if (model.rank(pair.from) > rank) break;
    out = model.rank(pair.to);
  }
  return out;
}

std::optional<double> rankOf(const Model& model, const Scale& scale, const Operand& operand,
                             StringRef name, ScaleId only) {
  if (operand.form == Operand::Form::Number) {
    const bool isInside = scale.kind == model::ScaleKind::Numeric && operand.number >= scale.low &&
                          operand.number <= scale.high;
    return isInside ? std::optional(operand.number) : std::nullopt;
  }
  if (only && &model[only] != &scale) return {};
  for (const model::LevelId level : scale.levels) {
    if (model[level].name == name) return model[level].ordinal;
  }
  return {};
}

}  // namespace

LevelTargets findLevel(const Model& model, const Operand& operand) {
  const auto& scales = model.tables().scales;
  LevelTargets out;
  out.byScale.resize(scales.size());
  const std::string whole =
      operand.form == Operand::Form::Name ? operand.name.text() : operand.text;
  out.name = whole;
  const auto [prefix, last] = StringRef(whole).rsplit('.');
  const bool isQualified = operand.form == Operand::Form::Name && !last.empty();
  out.namesScale = isQualified;
  const ScaleId only =
      isQualified ? model::findNamed(model, scales, FrameworkId(0), prefix) : ScaleId();
  if (isQualified && !only) return out;
  for (const Scale& scale : scales) {
    const auto rank = rankOf(model, scale, operand, isQualified ? last : StringRef(whole), only);
    if (rank) out.byScale[scales.idOf(scale).index()] = {LevelTarget::Way::Direct, *rank, nullptr};
  }
  std::vector<LevelTarget> bridged(scales.size());
  for (const Crosswalk& crosswalk : model.tables().crosswalks) {
    if (crosswalk.status == model::Status::Retired) continue;
    const LevelTarget& from = out.byScale[crosswalk.from.index()];
    const LevelTarget& to = out.byScale[crosswalk.to.index()];
    LevelTarget& left = bridged[crosswalk.from.index()];
    LevelTarget& right = bridged[crosswalk.to.index()];
    if (to.way == LevelTarget::Way::Direct && left.way != LevelTarget::Way::Through)
      left = {LevelTarget::Way::Through, to.rank, &crosswalk};
    if (from.way != LevelTarget::Way::Direct || right.way != LevelTarget::Way::None) continue;
    const auto rank = lead(model, crosswalk, from.rank);
    right = {rank ? LevelTarget::Way::Direct : LevelTarget::Way::None, rank.value_or(0), &crosswalk};
  }
  for (size_t i = 0; i < bridged.size(); ++i) {
    if (out.byScale[i].way == LevelTarget::Way::None) out.byScale[i] = bridged[i];
  }
  return out;
}

bool isOnAnyScale(const LevelTargets& targets) {
  return llvm::any_of(targets.byScale,
                      [](const LevelTarget& it) { return it.way == LevelTarget::Way::Direct; });
}

std::optional<double> rankFor(const Model& model, const LevelOfScale& level,
                              const LevelTarget& target) {
  const double rank = model.rank(level.value);
  switch (target.way) {
    case LevelTarget::Way::None: return {};
    case LevelTarget::Way::Direct: return rank;
    case LevelTarget::Way::Through: return lead(model, *target.crosswalk, rank);
  }
  llvm_unreachable("every way leads somewhere or nowhere");
}

std::vector<StringRef> levelNames(const Model& model, ScaleId only) {
  std::vector<StringRef> out;
  llvm::DenseSet<StringRef> known;
  for (const Scale& scale : model.tables().scales) {
    if (only && &model[only] != &scale) continue;
    for (const model::LevelId level : scale.levels) {
      if (known.insert(model[level].name).second) out.push_back(model[level].name);
    }
  }
  return out;
}

}  // namespace cadre::query
