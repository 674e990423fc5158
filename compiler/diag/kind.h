// What a diagnostic kind is: one row of kinds/<phase>.def, typed by its arguments, so that a wrong
// argument or a wrong count of placeholders does not compile. Holds no text beyond the rows.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <fmt/core.h>

#include <cstdint>
#include <string_view>

namespace cadre {

/// How much a finding weighs. Only errors stop a build.
enum class Severity : uint8_t { Error, Warning, Info };

}  // namespace cadre

namespace cadre::diag {

/// A diagnostic with a code: what is reported at a place.
template <class... Args>
struct Kind {
  std::string_view name;
  std::string_view code;  ///< `E0302`: never changed, never used again.
  Severity severity;
  fmt::format_string<const Args&...> text;
};

/// A sentence that goes with a diagnostic: a label at another place, a note or a help.
template <class... Args>
struct Phrase {
  fmt::format_string<const Args&...> text;
};

}  // namespace cadre::diag

/// fmt prints a StringRef as the text it refers to.
template <>
struct fmt::formatter<llvm::StringRef> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(llvm::StringRef text, Context& context) const {
    return fmt::formatter<std::string_view>::format(std::string_view(text.data(), text.size()), context);
  }
};
