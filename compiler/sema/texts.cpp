#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "support/markdown.h"
#include "support/suggest.h"

#include <llvm/Support/xxhash.h>

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

namespace {

const syntax::Text* findText(const syntax::Block* block, syntax::TokenKind word) {
  if (!block) return nullptr;
  for (const syntax::Item* item : block->items) {
    const auto* text = llvm::dyn_cast<syntax::TextItem>(item);
    if (text && text->word == word) return text->text;
  }
  return nullptr;
}

bool lists(const syntax::Framework& framework, StringRef language) {
  if (!framework.block) return false;
  return llvm::any_of(framework.block->items, [&](const syntax::Item* item) {
    const auto* list = llvm::dyn_cast<syntax::Translations>(item);
    return list &&
           llvm::any_of(list->languages, [&](const auto& one) { return one.text == language; });
  });
}

std::string counted(size_t bullets) {
  return fmt::format("{} {}", bullets, bullets == 1 ? "bullet" : "bullets");
}

bool isSame(const syntax::LevelRef& a, const syntax::LevelRef& b) {
  if (a.number || b.number) return a.number && b.number && a.number->value == b.number->value;
  return !a.isEmpty() && a.name.text == b.name.text;
}

}  // namespace

model::Text Checker::text(const syntax::Text* source, bool plainOnly) {
  model::Text out;
  if (!source) return out;
  out.blocks = source->isBlock;
  if (plainOnly) {
    out.plain = keep(source->value);
    return out;
  }
  const auto scope = source->isBlock ? markdown::Scope::Blocks : markdown::Scope::Inline;
  const std::string plain = markdown::toPlain(source->value, scope);
  out.plain = keep(plain);
  if (plain != source->value) out.markdown = keep(source->value);
  return out;
}

model::Text Checker::title(const syntax::Text* source, TextList entries) {
  model::Text out = text(source, true);
  if (source && source->value.trim().empty()) diags_.report(source->span, diag::TitleEmpty, "title");
  SmallVector<model::Translated, 2> translated;
  llvm::StringMap<Span> seen;
  for (const TranslationEntry& entry : entries) {
    if (!entry.title) continue;
    if (entry.title->value.trim().empty())
      diags_.report(entry.title->span, diag::TitleEmpty, "title");
    const auto [first, added] = seen.try_emplace(entry.language, entry.title->span);
    if (added) {
      translated.push_back({entry.language, keep(entry.title->value), {}});
    } else {
      diags_.report(entry.title->span, diag::TitleTwice, entry.language)
          .label(first->second, diag::FirstGiven);
    }
  }
  out.translations = builder_.arena().copyOf(translated);
  return out;
}

model::Text Checker::itemText(const Items& items, ItemName name, TextList entries) {
  const auto* item = items.find<syntax::TextItem>(name);
  if (!item) return {};
  model::Text out = text(item->text);
  SmallVector<model::Translated, 2> translated;
  for (const TranslationEntry& entry : entries) {
    const syntax::Text* other = findText(entry.block, item->word);
    if (!other) continue;
    const model::Text words = text(other);
    translated.push_back({entry.language, words.plain, words.markdown});
  }
  out.translations = builder_.arena().copyOf(translated);
  return out;
}

// ---- Translations ------------------------------------------------------------------------------

void Checker::collectTranslations() {
  translations_.resize(names_.symbols().size());
  frameworkTranslations_.resize(names_.packages().size());
  for (package_ = 0; package_ < names_.packages().size(); ++package_) {
    for (const syntax::File* file : names_.packages()[package_].files) {
      for (const syntax::Item* item : file->items) {
        if (const auto* node = llvm::dyn_cast<syntax::Translation>(item)) collectTranslation(*node);
      }
    }
  }
  package_ = 0;
}

void Checker::collectTranslation(const syntax::Translation& translation) {
  if (!translation.block || translation.language.text.empty()) return;
  const StringRef language = keep(translation.language.text);
  if (const syntax::Framework* framework = names_.packages()[package_].framework) {
    if (!lists(*framework, language)) {
      diags_.report(translation.language.span, diag::LanguageNotListed, language)
          .help(diag::ListLanguage);
    }
  }
  for (const syntax::Item* item : translation.block->items) addEntry(language, *item);
}

void Checker::addEntry(StringRef language, const syntax::Item& item) {
  syntax::visit(item, [&](const auto& node) {
    TranslationEntry entry{language, nullptr, syntax::blockOf(item), item.head};
    syntax::QualifiedName name;
    if constexpr (requires {
                    node.title;
                    node.name;
                  }) {
      entry.title = node.title;
      name = node.name;
    } else if constexpr (requires {
                           node.names;
                           node.text;
                         }) {
      entry.title = node.text;
      if (!node.names.empty()) name = node.names.front();
    } else {
      if (!item.broken)
        diags_.report(item.head, diag::MisplacedDeclaration, "this", "a translation");
      return;
    }
    if (name.isEmpty()) return;
    if (item.nodeKind == syntax::NodeKind::Framework) {
      if (name.text == names_.packages()[package_].id) {
        frameworkTranslations_[package_].push_back(entry);
      } else {
        diags_.report(name.span, diag::TranslationOfNothing, "framework", name.text);
      }
      return;
    }
    const SymbolId id = names_.find(package_, name);
    if (id && names_[id].item->nodeKind == item.nodeKind && names_[id].package == package_) {
      translations_[id.index()].push_back(entry);
    } else {
      std::vector<StringRef> known;
      for (const SymbolId one : names_.packages()[package_].symbols) {
        if (names_[one].item->nodeKind == item.nodeKind) known.push_back(names_[one].name);
      }
      diags_
          .report(name.span, diag::TranslationOfNothing, syntax::name(item.nodeKind).lower(),
                  name.text)
          .didYouMean(name.span, suggest(name.text, known));
    }
    // Nested categories and families are written as the declarations are.
    if constexpr (std::is_same_v<std::decay_t<decltype(node)>, syntax::Category> ||
                  std::is_same_v<std::decay_t<decltype(node)>, syntax::Family>) {
      if (!node.block) return;
      for (const syntax::Item* inner : node.block->items) {
        const auto* nested = llvm::dyn_cast<std::decay_t<decltype(node)>>(inner);
        if (!nested || nested->name.isEmpty()) continue;
        SmallVector<syntax::Identifier, 4> parts(name.parts.begin(), name.parts.end());
        parts.append(nested->name.parts.begin(), nested->name.parts.end());
        auto* copy = builder_.arena().make<std::decay_t<decltype(node)>>(*nested);
        copy->name.parts = builder_.arena().copyOf(parts);
        copy->name.text = keep(fmt::format("{}.{}", name.text, nested->name.text));
        addEntry(language, *copy);
      }
    }
  });
}

Checker::TextList Checker::entriesOf(SymbolId id) const { return translations_[id.index()]; }

Checker::TranslationList Checker::blocksOf(TextList entries) {
  TranslationList out;
  for (const TranslationEntry& entry : entries) {
    if (entry.block) out.push_back({entry.language, entry.block, entry.span});
  }
  return out;
}

SmallVector<TranslationEntry, 2> Checker::levelEntries(TextList entries,
                                                       const syntax::LevelRef& level) {
  SmallVector<TranslationEntry, 2> out;
  for (const TranslationEntry& entry : entries) {
    if (!entry.block) continue;
    for (const syntax::Item* item : entry.block->items) {
      const auto* node = llvm::dyn_cast<syntax::Level>(item);
      if (node && isSame(node->level, level))
        out.push_back({entry.language, node->title, node->block, node->level.span});
    }
  }
  return out;
}

Checker::TranslationList Checker::levelBlocks(TextList entries, const syntax::LevelRef& level) {
  return blocksOf(levelEntries(entries, level));
}

// ---- Bullets -----------------------------------------------------------------------------------

SmallVector<const syntax::Bullet*, 8> Checker::bulletsAt(const syntax::Block* block, Place place) {
  SmallVector<const syntax::Bullet*, 8> out;
  if (!block) return out;
  const auto addAll = [&](const syntax::Block* inner) {
    if (!inner) return;
    for (const syntax::Item* item : inner->items) {
      if (const auto* bullet = llvm::dyn_cast<syntax::Bullet>(item)) out.push_back(bullet);
    }
  };
  if (place == Place::Direct) {
    addAll(block);
    return out;
  }
  for (const syntax::Item* item : block->items) {
    if (const auto* list = llvm::dyn_cast<syntax::BulletList>(item)) {
      const auto sort = static_cast<int>(place) - static_cast<int>(Place::Develop);
      if (static_cast<int>(list->sort) == sort) addAll(list->block);
    } else if (const auto* statement = llvm::dyn_cast<syntax::Statement>(item)) {
      const auto sort = static_cast<int>(place) - static_cast<int>(Place::Knowledge);
      if (static_cast<int>(statement->sort) == sort && statement->names.empty())
        addAll(statement->block);
    }
  }
  return out;
}

StringRef Checker::bulletKey(const syntax::Bullet& source, const BulletOwner& owner) {
  if (!source.label.empty()) return keep(fmt::format("{}#{}", owner.key, source.label));
  // Identified by its text; where another level says the same, by the level too.
  std::string hash = fmt::format("~{:012x}", llvm::xxh3_64bits(source.text) >> 16);
  if (!owner.hashes.try_emplace(hash, 1).second) hash += fmt::format("-{}", owner.level);
  return keep(fmt::format("{}#{}", owner.key, hash));
}

ArrayRef<model::Bullet> Checker::bullets(const syntax::Block* block, Place place,
                                         const BulletOwner& owner,
                                         const TranslationList& translated) {
  SmallVector<model::Bullet, 8> out;
  llvm::StringMap<Span> texts;
  const auto sources = bulletsAt(block, place);
  for (const syntax::Bullet* source : sources) {
    if (source->broken || source->text.empty()) continue;
    const auto [same, added] = texts.try_emplace(source->text, source->span);
    if (!added) {
      diags_.report(source->textSpan, diag::BulletTwice).label(same->second, diag::FirstGiven);
      continue;
    }
    if (!source->label.empty()) {
      const auto [label, first] = owner.labels.try_emplace(source->label, source->labelSpan);
      if (!first) {
        diags_.report(source->labelSpan, diag::LabelTwice, source->label, owner.name)
            .label(label->second, diag::FirstGiven);
        continue;
      }
    }
    model::Bullet bullet;
    const std::string plain = markdown::toPlain(source->text, markdown::Scope::Inline);
    bullet.text.plain = keep(plain);
    if (plain != source->text) bullet.text.markdown = keep(source->text);
    bullet.label = keep(source->label);
    bullet.span = source->textSpan;
    if (place == Place::Direct) bullet.key = bulletKey(*source, owner);
    out.push_back(bullet);
  }
  // A list with a bullet that was reported is not counted.
  if (out.size() == sources.size()) {
    for (const Translation& one : translated)
      translateBullets(out, one, bulletsAt(one.block, place), owner);
  }
  return builder_.arena().copyOf(out);
}

void Checker::translateBullets(SmallVector<model::Bullet, 8>& out, const Translation& translation,
                               ArrayRef<const syntax::Bullet*> translated,
                               const BulletOwner& owner) {
  const auto isBroken = [](const auto* bullet) { return bullet->broken || bullet->text.empty(); };
  if (translated.empty() || llvm::any_of(translated, isBroken)) return;
  const bool labelled =
      llvm::any_of(translated, [](const auto* bullet) { return !bullet->label.empty(); }) ||
      llvm::any_of(out, [](const auto& bullet) { return !bullet.label.empty(); });
  if (labelled) return translateByLabel(out, translation.language, translated, owner);
  if (out.size() != translated.size()) {
    diags_
        .report(translation.place, diag::TranslatedBullets, counted(translated.size()),
                counted(out.size()))
        .help(diag::LabelBullets);
    return;
  }
  for (size_t i = 0; i < out.size(); ++i)
    translateBullet(out[i], translation.language, *translated[i]);
}

void Checker::translateByLabel(SmallVector<model::Bullet, 8>& out, StringRef language,
                               ArrayRef<const syntax::Bullet*> translated,
                               const BulletOwner& owner) {
  bool reported = false;
  for (const syntax::Bullet* bullet : translated) {
    if (bullet->label.empty()) {
      if (!reported)
        diags_.report(bullet->textSpan, diag::TranslatedWithoutLabel).help(diag::GiveLabel);
      reported = true;
      continue;
    }
    auto* const target =
        llvm::find_if(out, [&](const auto& one) { return one.label == bullet->label; });
    if (target != out.end()) {
      translateBullet(*target, language, *bullet);
      continue;
    }
    const std::string where = owner.level.empty() || owner.level == owner.name
                                  ? fmt::format("`{}`", owner.name)
                                  : fmt::format("level `{}` of `{}`", owner.level, owner.name);
    diags_.report(bullet->labelSpan, diag::TranslatedLabel, where, bullet->label);
  }
}

void Checker::translateBullet(model::Bullet& target, StringRef language,
                              const syntax::Bullet& source) {
  const std::string plain = markdown::toPlain(source.text, markdown::Scope::Inline);
  SmallVector<model::Translated, 2> all(target.text.translations.begin(),
                                        target.text.translations.end());
  all.push_back({language, keep(plain), plain == source.text ? StringRef() : keep(source.text)});
  target.text.translations = builder_.arena().copyOf(all);
}

}  // namespace cadre::sema
