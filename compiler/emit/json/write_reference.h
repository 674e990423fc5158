// What one record says about another: its id, or a level of its scale. What is not published is
// never named.
#pragma once

#include "emit/json/context.h"

namespace cadre::emit::json {

/// Writes an array of strings, each once; left out when there are none.
void writeUniqueStrings(const Context& to, llvm::StringRef name,
                        llvm::ArrayRef<llvm::StringRef> values);

/// Writes the id of a record, unless it is not published.
template <class Record>
void writeReference(const Context& to, llvm::StringRef name, Id<Record> id) {
  if (to.publication.contains(id)) to.out.string(name, to.model[id].key);
}

/// Writes the ids of those of `ids` that are published; left out when there are none.
template <class Record>
void writeReferences(const Context& to, llvm::StringRef name, llvm::ArrayRef<Id<Record>> ids) {
  llvm::SmallVector<llvm::StringRef, 8> keys;
  for (const auto id : ids) {
    if (to.publication.contains(id)) keys.push_back(to.model[id].key);
  }
  writeUniqueStrings(to, name, keys);
}

/// Writes a level of `scale`: a word or a number. Nothing for a value of none, or when the scale is
/// not published.
void writeLevel(const Context& to, llvm::StringRef name, const model::LevelValue& level,
                model::ScaleId scale);
void writeLevel(const Context& to, const model::LevelValue& level,
                const model::Competency& competency);

/// Writes `kind`: that of the competency, or the built-in one that it is like when a draft is left
/// out.
void writeKind(const Context& to, const model::Competency& competency);

}  // namespace cadre::emit::json
