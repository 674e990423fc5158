#include "emit/json/write_text.h"

namespace cadre::emit::json {

using llvm::StringRef;
using model::Bullet;
using model::FrameworkId;
using model::Text;
using model::Translated;

namespace {

void writeWords(const Context& to, TextMembers names, StringRef plain, StringRef markdown) {
  // Markup without words, such as a link around nothing, is better than no text at all.
  const StringRef words = plain.empty() ? markdown : plain;
  to.out.stringUnlessEmpty(names.plain, words);
  if (!names.markdown.empty() && markdown != words)
    to.out.stringUnlessEmpty(names.markdown, markdown);
}

}  // namespace

void writeText(const Context& to, TextMembers names, const Text& text) {
  writeWords(to, names, text.plain, text.markdown);
}

llvm::SmallVector<StringRef, 8> otherLanguages(const model::Framework& framework) {
  llvm::SmallVector<StringRef, 8> out;
  for (const StringRef language : framework.translations) {
    if (language != framework.language && !llvm::is_contained(out, language))
      out.push_back(language);
  }
  return out;
}

void writeTranslations(const Context& to, FrameworkId home, llvm::ArrayRef<NamedText> texts) {
  const bool any =
      llvm::any_of(texts, [](const NamedText& one) { return !one.text.translations.empty(); });
  if (!any || !home) return;
  const auto inLanguage = [&](StringRef language) {
    for (const NamedText& one : texts) {
      const Translated* found = one.text.find(language);
      if (found) writeWords(to, one.names, found->plain, found->markdown);
    }
  };
  const auto inAllLanguages = [&] {
    for (const StringRef language : otherLanguages(to.model[home])) {
      to.out.object(
          language, [&] { inLanguage(language); }, IfEmpty::LeaveOut);
    }
  };
  to.out.object("translations", inAllLanguages, IfEmpty::LeaveOut);
}

void writeBullet(const Context& to, FrameworkId home, const Bullet& bullet) {
  to.out.stringUnlessEmpty("label", bullet.label);
  writeText(to, textMembers, bullet.text);
  writeTranslations(to, home, {{textMembers, bullet.text}});
}

void writeBullets(const Context& to, FrameworkId home, StringRef name,
                  llvm::ArrayRef<Bullet> bullets) {
  const auto all = [&] {
    for (const Bullet& bullet : bullets) to.out.object([&] { writeBullet(to, home, bullet); });
  };
  to.out.array(name, all, IfEmpty::LeaveOut);
}

void writeIndicators(const Context& to, FrameworkId home, llvm::ArrayRef<Bullet> bullets,
                     IfEmpty ifEmpty) {
  const auto one = [&](const Bullet& bullet) {
    to.out.string("id", bullet.key);
    writeBullet(to, home, bullet);
  };
  const auto all = [&] {
    for (const Bullet& bullet : bullets) to.out.object([&] { one(bullet); });
  };
  to.out.array("indicators", all, ifEmpty);
}

}  // namespace cadre::emit::json
