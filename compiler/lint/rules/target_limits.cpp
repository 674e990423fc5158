#include "lint/rule.h"
#include "lint/wording.h"
#include "support/suggest.h"
#include "support/unicode.h"

namespace cadre::lint {

namespace {

/// Systems whose limits are known here.
const StringRef knownTargets[] = {"esco", "moodle", "nice"};

bool isWanted(StringRef target, Context& context) {
  return llvm::any_of(context.words(WordsId::Targets), [&](const std::string& it) {
    return StringRef(it).equals_insensitive(target);
  });
}

/// Moodle cuts both at 100 characters, without a word.
constexpr size_t moodleMost = 100;

void checkMoodle(Context& context) {
  const Model& model = context.model();
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    const auto limit = [&](StringRef text, Span place, const diag::Phrase<size_t, size_t>& reason) {
      const size_t length = unicode::length(text);
      if (length <= moodleMost) return;
      context.report(rule::TargetLimits{}, place.isValid() ? place : it.span, titleOf(it),
                     diag::sentence(reason.text, length, moodleMost));
    };
    limit(it.title.plain, it.title.span, note::MoodleTitle);
    limit(it.key, it.places.id, note::MoodleKey);
    if (it.scale && model[it.scale].kind == model::ScaleKind::Numeric)
      context.report(rule::TargetLimits{}, it.span, titleOf(it),
                     diag::sentence(note::MoodleNumbers.text, titleOf(model[it.scale])));
  }
}

void checkLevels(StringRef target, Context& context) {
  size_t lost = 0;
  for (const model::ProfileId id : context.survey().profiles()) {
    lost += static_cast<size_t>(
        llvm::count_if(context.model()[id].requirements,
                       [](const model::Requirement& it) { return !it.level.isNone(); }));
  }
  const model::Framework& framework = context.model().framework();
  if (lost > 0)
    context.report(rule::TargetLimits{}, Place(framework.span).knownBy(target.str()), titleOf(framework),
                   diag::sentence(note::TargetHasNoLevels.text, target,
                                  counted(lost, "requirement", "requirements")));
}

}  // namespace

void check(rule::TargetLimits, const Model& model, Context& context) {
  const model::Framework& framework = model.framework();
  for (const std::string& target : context.words(WordsId::Targets)) {
    const bool isKnown =
        llvm::any_of(knownTargets, [&](StringRef it) { return it.equals_insensitive(target); });
    if (isKnown) continue;
    context
        .report(rule::TargetLimits{}, Place(framework.span).knownBy(target), titleOf(framework),
                diag::sentence(note::UnknownTarget.text, StringRef(target)))
        .help(note::KnownTargets, listed(ArrayRef<StringRef>(knownTargets)));
  }
  if (isWanted("moodle", context)) checkMoodle(context);
  if (isWanted("esco", context)) checkLevels("ESCO", context);
  if (isWanted("nice", context)) checkLevels("NICE", context);
}

}  // namespace cadre::lint
