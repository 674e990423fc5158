// The types that a framework.json has in its places: takes a document, gives the first place in which something
// else stands, by the schema that cadre writes with every document. What the schema does not know passes, as a
// newer cadre may have written it, and so does what is missing.
#pragma once

#include "diff/value.h"

#include <optional>
#include <string>

namespace cadre::diff {

struct ShapeFault {
  std::string pointer;  ///< JSON Pointer (RFC 6901): `/competencies/0/title`.
  std::string found;    ///< `a number`
  std::string wanted;   ///< `a text`
};

[[nodiscard]] std::optional<ShapeFault> findShapeFault(const Value& document);

}  // namespace cadre::diff
