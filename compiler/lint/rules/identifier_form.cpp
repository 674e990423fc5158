#include "lint/rule.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

/// What a UUID is often wrapped in.
StringRef unwrapped(StringRef id) {
  if (id.starts_with_insensitive("urn:uuid:")) return id.drop_front(9);
  if (id.starts_with("{") && id.ends_with("}")) return id.drop_front().drop_back();
  return id;
}

/// Five groups of hexadecimal digits, with about as many of them as a UUID has.
bool looksLikeUuid(StringRef id) {
  if (id.count('-') != 4 || id.size() < 32 || id.size() > 40) return false;
  return llvm::all_of(id, [](char c) { return c == '-' || llvm::isHexDigit(c); });
}

bool hasUuidGroups(StringRef id) {
  llvm::SmallVector<StringRef, 5> groups;
  id.split(groups, '-');
  constexpr size_t sizes[] = {8, 4, 4, 4, 12};
  for (size_t i = 0; i < 5; ++i) {
    if (groups[i].size() != sizes[i]) return false;
  }
  return true;
}

/// Where the digit for the version stands, and that for the variant.
constexpr size_t versionAt = 14;
constexpr size_t variantAt = 19;

}  // namespace

void check(rule::IdentifierForm, const Declaration& declaration, Context& context) {
  if (!declaration.places.id.isValid()) return;
  const StringRef id = declaration.key;
  const StringRef inside = unwrapped(id);
  if (!looksLikeUuid(inside)) return;
  const auto report = [&](const std::string& reason) {
    return context.report(rule::IdentifierForm{}, declaration.places.id, id, reason);
  };
  if (!hasUuidGroups(inside)) {
    report(diag::sentence(note::UuidGroups.text)).help(note::CopyUuid);
    return;
  }
  const char version = inside[versionAt];
  const bool isNil = inside.find_first_not_of("0-") == StringRef::npos;
  if (isNil || version < '1' || version > '5') {
    report(isNil ? diag::sentence(note::UuidNil.text)
                 : diag::sentence(note::UuidVersion.text, StringRef(&version, 1)))
        .help(note::LeaveIdOut);
    return;
  }
  if (!StringRef("89abAB").contains(inside[variantAt])) {
    report(diag::sentence(note::UuidVariant.text)).help(note::LeaveIdOut);
    return;
  }
  const std::string usual = inside.lower();
  if (inside.size() == id.size() && usual == id) return;
  report(diag::sentence(inside.size() == id.size() ? note::UuidUpperCase.text
                                                   : note::UuidWrapped.text))
      .unsafeFix("write `" + usual + "`", declaration.places.id, "\"" + usual + "\"");
}

}  // namespace cadre::lint
