// Texts as members: plain words, the Markdown beside them where there is markup, and both in other
// languages.
#pragma once

#include "emit/json/context.h"

namespace cadre::emit::json {

/// The names of the members that a text becomes. Without `markdown` the text never has markup.
struct TextMembers {
  llvm::StringRef plain;
  llvm::StringRef markdown;
};

inline constexpr TextMembers titleMembers{"title", ""};
inline constexpr TextMembers aboutMembers{"about", "aboutMarkdown"};
inline constexpr TextMembers textMembers{"text", "textMarkdown"};
inline constexpr TextMembers becauseMembers{"because", "becauseMarkdown"};

/// Writes the text's members, or nothing for an empty text.
void writeText(const Context& to, TextMembers names, const model::Text& text);

/// The languages besides its own that the framework announces, each once.
[[nodiscard]] llvm::SmallVector<llvm::StringRef, 8> otherLanguages(
    const model::Framework& framework);

/// A text with what it is called in the record that it belongs to.
struct NamedText {
  TextMembers names;
  const model::Text& text;
};

/// Writes `translations`: for each language of `home` that something is translated into, the texts
/// in that language.
void writeTranslations(const Context& to, model::FrameworkId home, llvm::ArrayRef<NamedText> texts);

/// Writes bullets of a record of the framework `home`; left out when there are none.
void writeBullets(const Context& to, model::FrameworkId home, llvm::StringRef name,
                  llvm::ArrayRef<model::Bullet> bullets);
/// Writes bullets with their ids; an empty array stays.
void writeIndicators(const Context& to, model::FrameworkId home,
                     llvm::ArrayRef<model::Bullet> bullets, IfEmpty ifEmpty);
/// Writes what every bullet has, into the object that is open.
void writeBullet(const Context& to, model::FrameworkId home, const model::Bullet& bullet);

}  // namespace cadre::emit::json
