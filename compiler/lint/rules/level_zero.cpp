#include "lint/ladder.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

using model::LevelValue;

/// Whether a title counts from nothing: `0`, `Level 0`, `L0`.
bool isNumberZero(StringRef title) {
  const StringRef digits = title.drop_until(llvm::isDigit).take_while(llvm::isDigit);
  return digits == "0" &&
         title.drop_until(llvm::isDigit).drop_front().drop_until(llvm::isDigit).empty();
}

/// Whether the whole title is an entry of the list: `None`, `Not applicable`.
bool isWordForNothing(StringRef title, Context& context) {
  prose::Lexicon* const lexicon = context.lexicon();
  if (!lexicon) return false;
  prose::Text text;
  text.read(title, *lexicon);
  if (text.tokens().empty()) return false;
  const auto match = text.findAt(prose::ListId::ZeroLevels, 0);
  return match && match->last == text.tokens().size();
}

/// Who uses a level as if it were one.
struct Uses {
  size_t descriptions = 0;
  size_t requirements = 0;
  std::vector<Span> places;
};

Uses usesOf(const Scale& scale, const LevelValue& value, Context& context) {
  Uses out;
  const Model& model = context.model();
  const model::ScaleId id = model.tables().scales.idOf(scale);
  for (const model::CompetencyId it : context.survey().competencies()) {
    if (model[it].scale != id) continue;
    for (const model::CompetencyLevel& level : model[it].levels) {
      if (!(level.level == value) || level.rubric.indicators.empty()) continue;
      ++out.descriptions;
      out.places.push_back(level.span);
    }
  }
  for (const model::ProfileId it : context.survey().profiles()) {
    for (const model::Requirement& requirement : model[it].requirements) {
      if (model[requirement.competency].scale != id || !(requirement.level == value)) continue;
      ++out.requirements;
      // One line may stand for many profiles.
      if (!llvm::is_contained(out.places, requirement.span)) out.places.push_back(requirement.span);
    }
  }
  return out;
}

void tell(const Uses& uses, StringRef name, Span place, Context& context) {
  std::vector<std::string> parts;
  if (uses.descriptions > 0)
    parts.push_back(
        counted(uses.descriptions, "competency describes it", "competencies describe it"));
  if (uses.requirements > 0)
    parts.push_back(counted(uses.requirements, "profile requires it", "profiles require it"));
  if (parts.empty()) return;
  context.report(rule::LevelZero{}, place, name, listed(parts))
      .labels(uses.places, note::ZeroUsedHere, note::MoreZeroUses)
      .help(note::BeginAtOne);
}

}  // namespace

void check(rule::LevelZero, const Scale& scale, Context& context) {
  if (scale.status == model::Status::Retired) return;
  if (scale.kind == model::ScaleKind::Numeric) {
    if (scale.low == 0) tell(usesOf(scale, {{}, 0.0}, context), "0", scale.span, context);
    return;
  }
  for (const model::LevelId id : scale.levels) {
    const model::Level& level = context.model()[id];
    const StringRef title = level.title.isEmpty() ? level.name : level.title.plain;
    if (!isNumberZero(title) && !isWordForNothing(title, context)) continue;
    tell(usesOf(scale, {id, std::nullopt}, context), title, level.span, context);
  }
}

}  // namespace cadre::lint
