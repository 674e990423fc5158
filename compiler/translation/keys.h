// How locks call texts: takes the key of a declaration and the place of a text in it, gives one
// line of text that is unique in a framework and does not depend on files, positions or titles.
// What identifies a text of its own (a label) is in it; a bullet without a label goes by its
// translation.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::translation {

using llvm::StringRef;

/// Where in a declaration a text stands.
struct Home {
  StringRef declaration;  ///< Its key.
  StringRef level;        ///< The name or the number of a level; empty outside of levels.
  StringRef list;         ///< `evidence`, `tasks`, …; empty for indicators, and outside of lists.
};

/// `acme.marketing.MediaRelations level Foundation title`
[[nodiscard]] std::string fieldKey(const Home& home, StringRef field);
/// `acme.marketing.MediaRelations#MR-F1`: a label is unique in its declaration.
[[nodiscard]] std::string labelKey(const Home& home, StringRef label);
/// The same for the level of a scale: labels are unique in each.
[[nodiscard]] std::string levelLabelKey(const Home& home, StringRef label);
/// `acme.marketing.MediaRelations level Foundation evidence ~0123456789abcdef`: a bullet without a
/// label, found by the words that translate it.
[[nodiscard]] std::string positionalKey(const Home& home, StringRef translation);
[[nodiscard]] bool isPositional(StringRef key);
/// How people are told of a bullet without a label: `… level Foundation evidence bullet 2`.
[[nodiscard]] std::string bulletName(const Home& home, size_t number);

}  // namespace cadre::translation
