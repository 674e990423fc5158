// What names stand for in a query: takes a model and a name as the source of the compiled package
// writes it, gives rows; or all names of a sort, for *did you mean* and completion. Reports
// nothing.
#pragma once

#include "query/view.h"

#include <llvm/ADT/DenseSet.h>

#include <string>
#include <vector>

namespace cadre::query {

/// The declaration of that source; no row where there is none, or where the source has no names.
[[nodiscard]] Row findDeclaration(const View& view, SourceId source, StringRef name);
/// All that findDeclaration would find, in order, as the package writes it.
[[nodiscard]] std::vector<std::string> namesOf(const View& view, SourceId source);
/// Those of them that are called so but for case, spaces and dashes: by name, old name or title.
[[nodiscard]] std::vector<std::string> namesLike(const View& view, SourceId source, StringRef name);
/// What else is called so: `a family`; empty where nothing is.
[[nodiscard]] std::string whatIs(const View& view, StringRef name);

/// The attribute of that name, if declarations of the source can have it.
[[nodiscard]] model::AttributeId findAttribute(const View& view, SourceId source, StringRef name);
[[nodiscard]] std::vector<std::string> attributesOf(const View& view, SourceId source);

using Records = llvm::DenseSet<const void*>;
/// Adds the row and what lies inside of it: of a family or category those in it, of a competency
/// its parts, of a kind those that are like it.
void addInside(const View& view, const Row& row, Records& out);
/// The competencies of these kinds, or in these categories.
[[nodiscard]] Records competenciesOf(const View& view, SourceId source, const Records& records);

/// How a row is called: its name, or what stands for one.
[[nodiscard]] std::string nameOf(const View& view, const Row& row);

}  // namespace cadre::query
