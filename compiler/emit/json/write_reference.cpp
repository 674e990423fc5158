#include "emit/json/write_reference.h"

#include <llvm/ADT/SetVector.h>

namespace cadre::emit::json {

using llvm::StringRef;
using model::Competency;
using model::LevelValue;

void writeUniqueStrings(const Context& to, StringRef name, llvm::ArrayRef<StringRef> values) {
  const llvm::SmallSetVector<StringRef, 8> unique(values.begin(), values.end());
  to.out.stringsUnlessEmpty(name, unique.getArrayRef());
}

void writeLevel(const Context& to, StringRef name, const LevelValue& level, model::ScaleId scale) {
  if (!to.publication.contains(scale)) return;
  if (level.number) to.out.number(name, *level.number);
  if (level.level) to.out.string(name, to.model[level.level].name);
}

void writeLevel(const Context& to, const LevelValue& level, const Competency& competency) {
  writeLevel(to, "level", level, competency.scale);
}

void writeKind(const Context& to, const Competency& competency) {
  const bool published = to.publication.contains(competency.kind);
  to.out.string("kind",
                (published ? to.model[competency.kind] : to.model.builtinKind(competency)).key);
}

}  // namespace cadre::emit::json
