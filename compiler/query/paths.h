// From fields as written to fields as they are: takes dotted words and the source that they are
// asked of, gives steps and a type, or what is wrong at which word. Reports nothing itself, so that
// completion asks here too.
#pragma once

#include "query/typed.h"

#include <variant>

namespace cadre::query {

/// Why a path leads nowhere.
struct PathFault {
  FieldType before;  ///< What the wrong word is asked of.
  size_t part = 0;   ///< Which word it is; an attribute's package may stand before it.
};

/// The field that `path` leads to from a row of the source. `isCount` is left alone.
[[nodiscard]] std::variant<TypedColumn, PathFault> resolvePath(const View& view, SourceId source,
                                                               const Dotted& path);

/// What may stand behind a dot after the type: fields, attributes, languages.
[[nodiscard]] std::vector<std::string> continuationsOf(const View& view, const FieldType& type);

/// A row of the source.
[[nodiscard]] FieldType rowType(SourceId source);

}  // namespace cadre::query
