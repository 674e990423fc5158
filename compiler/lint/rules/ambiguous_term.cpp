#include "lint/competencies.h"
#include "lint/rule.h"
#include "lint/statements.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>

namespace cadre::lint {

namespace {

bool replaces(const Competency& one, const Competency& other) { return llvm::is_contained(one.replaces, other.key); }

}  // namespace

void check(rule::AmbiguousTerm, const Model& model, Context& context) {
  TermFolder folder(context.lexicon());
  // By what a title is known by, the first competency that bears it.
  llvm::StringMap<const Competency*> terms;
  const auto tell = [&](const Competency& later, const Competency& earlier, StringRef term, StringRef what) {
    context.report(rule::AmbiguousTerm{}, Place::among(titlePlace(later, context), titlePlace(earlier, context)), term, what)
        .label(titlePlace(earlier, context), note::OtherBearer)
        .help(note::OneNameEach);
  };
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (!isLive(it) || it.title.isEmpty()) continue;
    const Competency*& first = terms[folder.fold(it.title.plain)];
    if (!first) {
      first = &it;
    } else if (!replaces(it, *first) && !replaces(*first, it)) {
      tell(it, *first, it.title.plain, "is the title of two competencies");
    }
  }
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (!isLive(it)) continue;
    for (const StringRef keyword : it.keywords) {
      const auto found = terms.find(folder.fold(keyword));
      if (found == terms.end()) continue;
      const Competency& titled = *found->second;
      if (&titled == &it || replaces(it, titled) || replaces(titled, it)) continue;
      if (folder.fold(it.title.plain) == found->first()) continue;
      const bool isLater = titled.span.file == it.span.file ? titled.span.begin < it.span.begin : &titled < &it;
      tell(isLater ? it : titled, isLater ? titled : it, keyword,
           fmt::format("is a keyword of `{}` and the title of `{}`", it.name, titled.name));
    }
  }
}

}  // namespace cadre::lint
