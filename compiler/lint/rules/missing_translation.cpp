#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/MapVector.h>

namespace cadre::lint {

namespace {

using translation::State;
using translation::Text;
using translation::Version;

/// A text within its declaration: `about`, `level Basic title`, `MR-F1`.
StringRef nameWithin(const Text& text) {
  StringRef name = text.key;
  if (!name.consume_front(text.declaration->key)) return name;
  return name.ltrim(" #");
}

bool isMissing(const Text& text, StringRef language) {
  const Version* const version = text.find(language);
  return version && version->state == State::Missing;
}

/// `2 of 5 texts are`, `1 of 5 texts is`, `the only text is`.
std::string counts(size_t missing, size_t all) {
  if (all == 1) return "the only text is";
  if (missing == all) return fmt::format("all {} texts are", all);
  return fmt::format("{} of {} texts {}", missing, all, missing == 1 ? "is" : "are");
}

void checkOne(ArrayRef<const Text*> texts, StringRef language, Context& context) {
  std::vector<std::string> names;
  for (const Text* const it : texts) {
    if (isMissing(*it, language)) names.push_back(quoted(nameWithin(*it)));
  }
  if (names.empty()) return;
  const Declaration& owner = *texts.front()->declaration;
  context
      .report(rule::MissingTranslation{}, Place(owner.span).knownBy(fmt::format("{}: {}", language, listed(names, names.size()))), titleOf(owner),
              counts(names.size(), texts.size()), language)
      .note(note::TextsMissing, listed(names))
      .help(note::TranslateThem);
}

}  // namespace

void check(rule::MissingTranslation, const Model& model, Context& context) {
  const model::Framework& framework = model.framework();
  const ArrayRef<Text> texts = context.translations();
  for (const StringRef language : framework.translations) {
    const translation::Tally tally = translation::count(texts, language);
    if (tally.missing == 0) continue;
    // A translation just begun is said to be so, once.
    if (tally.missing * 2 > tally.total()) {
      context
          .report(rule::MissingTranslation{}, Place(framework.span).knownBy(language.str()), titleOf(framework),
                  counts(tally.missing, tally.total()), language)
          .help(note::TranslateThem);
      continue;
    }
    llvm::MapVector<const Declaration*, std::vector<const Text*>> byOwner;
    for (const Text& it : texts) byOwner[it.declaration].push_back(&it);
    for (const auto& [owner, own] : byOwner) checkOne(own, language, context);
  }
}

}  // namespace cadre::lint
