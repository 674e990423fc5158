#include "lint/rule.h"
#include "lint/wording.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringMap.h>

namespace cadre::lint {

namespace {

/// The words of a title, whatever their case and the space between them.
std::string keyOf(StringRef title) {
  llvm::SmallVector<StringRef, 8> words;
  llvm::SplitString(title, words, " \t\r\n\v\f");
  return unicode::foldCase(llvm::join(words, " "));
}

}  // namespace

void check(rule::DuplicateProfileTitle, const Model& model, Context& context) {
  for (const FamilyMembers& members : context.survey().families()) {
    llvm::StringMap<Span> first;
    const std::string where = members.family ? " of family " + quoted(model[members.family]) : "";
    for (const model::ProfileId id : members.profiles) {
      const Profile& profile = model[id];
      if (profile.title.isEmpty()) continue;
      const auto [place, isNew] = first.try_emplace(keyOf(profile.title.plain), profile.title.span);
      if (isNew) continue;
      context
          .report(rule::DuplicateProfileTitle{}, Place::among(profile.title.span, place->second), where, profile.title.plain)
          .label(place->second, note::TheOtherOne)
          .help(note::TitleWhatDiffers);
    }
  }
}

}  // namespace cadre::lint
