// What a document holds beyond single records: its version, and its tables in their order. The
// document and the stream are both written by this.
#pragma once

#include "model/publication.h"

#include <llvm/ADT/StringRef.h>

namespace cadre::emit::json {

/// Goes up when a reader of the version before could misread what is written (docs/json.md).
inline constexpr double formatVersion = 1;

/// A table of the document, by its member, and what the stream calls one of its records.
template <class Record>
struct TableName {
  llvm::StringRef table;
  llvm::StringRef record;
};

/// Calls `visit` with the name of each table that comes after `dependencies`, in order.
template <class Visit>
void visitTables(Visit visit) {
  visit(TableName<model::Kind>{"kinds", "kind"});
  visit(TableName<model::Attribute>{"attributes", "attribute"});
  visit(TableName<model::Scale>{"scales", "scale"});
  visit(TableName<model::Category>{"categories", "category"});
  visit(TableName<model::Family>{"families", "family"});
  visit(TableName<model::Statement>{"statements", "statement"});
  visit(TableName<model::Credential>{"credentials", "credential"});
  visit(TableName<model::Resource>{"resources", "resource"});
  visit(TableName<model::Competency>{"competencies", "competency"});
  visit(TableName<model::Profile>{"profiles", "profile"});
  visit(TableName<model::Rule>{"rules", "rule"});
  visit(TableName<model::Path>{"paths", "path"});
  visit(TableName<model::Crosswalk>{"crosswalks", "crosswalk"});
}

/// The frameworks whose records the document repeats. Framework 0, the compiled one, comes first
/// and is none of them.
[[nodiscard]] inline llvm::ArrayRef<model::FrameworkId> dependencies(
    const model::Publication& publication) {
  return publication.ids<model::Framework>().drop_front();
}

/// A guess at the size of what is written, so that it is not copied each time it outgrows its
/// memory.
[[nodiscard]] size_t expectedBytes(const model::Publication& publication);

}  // namespace cadre::emit::json
