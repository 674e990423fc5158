#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

StringRef titleOf(const model::Level& level) {
  return level.title.isEmpty() ? level.name : level.title.plain;
}

Span placeOf(const model::Level& level) {
  return level.title.isEmpty() ? level.span : level.title.span;
}

/// The only number in a title; none where there is none, or several.
std::optional<unsigned> numberIn(StringRef title) {
  std::optional<unsigned> out;
  while (true) {
    title = title.drop_until(llvm::isDigit);
    if (title.empty()) return out;
    const StringRef digits = title.take_while(llvm::isDigit);
    unsigned number = 0;
    if (out || digits.getAsInteger(10, number)) return std::nullopt;
    out = number;
    title = title.drop_front(digits.size());
  }
}

/// Whether each level has a number in its title, so that their order is a promise.
bool isNumbered(const Scale& scale, const Model& model) {
  return llvm::all_of(scale.levels,
                      [&](model::LevelId id) { return numberIn(titleOf(model[id])).has_value(); });
}

}  // namespace

void check(rule::ScaleLabel, const Scale& scale, Context& context) {
  if (scale.status == model::Status::Retired) return;
  const Model& model = context.model();
  const bool numbered = isNumbered(scale, model);
  for (size_t i = 0; i < scale.levels.size(); ++i) {
    const model::Level& level = model[scale.levels[i]];
    const StringRef title = titleOf(level);
    const auto report = [&](const std::string& reason) {
      return context.report(rule::ScaleLabel{}, placeOf(level), title, reason);
    };
    const auto before = scale.levels.take_front(i);
    const auto* const same = llvm::find_if(before, [&](model::LevelId it) {
      return titleOf(model[it]).trim().equals_insensitive(title.trim());
    });
    if (same != before.end()) {
      report(diag::sentence(note::TitleOfTwoLevels.text))
          .label(placeOf(model[*same]), note::SameTitleHere);
      continue;
    }
    if (title.contains(',')) {
      report(diag::sentence(note::CommaInTitle.text)).help(note::WriteWithoutComma);
      continue;
    }
    if (!numbered || i == 0) continue;
    const model::Level& below = model[before.back()];
    if (*numberIn(title) > *numberIn(titleOf(below))) continue;
    report(diag::sentence(note::NumberOutOfOrder.text, titleOf(below)))
        .label(placeOf(below), note::LevelBefore)
        .help(note::LowestFirst);
  }
}

}  // namespace cadre::lint
