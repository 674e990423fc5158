#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "support/listing.h"
#include "support/markdown.h"
#include "support/suggest.h"

#include <llvm/Support/xxhash.h>

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

namespace {

/// The most labels that a sentence names.
constexpr size_t mostNamed = 8;

const syntax::Text* findText(const syntax::Block* block, syntax::TokenKind word) {
  if (!block) return nullptr;
  for (const syntax::Item* item : block->items) {
    const auto* text = llvm::dyn_cast<syntax::TextItem>(item);
    if (text && text->word == word) return text->text;
  }
  return nullptr;
}

/// The bullet with a label, in a block or the blocks inside of it, or null.
const syntax::Bullet* findLabelled(const syntax::Block* block, StringRef label) {
  if (!block) return nullptr;
  for (const syntax::Item* item : block->items) {
    const auto* bullet = llvm::dyn_cast<syntax::Bullet>(item);
    if (bullet && bullet->label == label) return bullet;
    if (const auto* inner = findLabelled(syntax::blockOf(*item), label)) return inner;
  }
  return nullptr;
}

std::string counted(size_t bullets) {
  if (bullets == 0) return "none";
  return fmt::format("{} {}", bullets, bullets == 1 ? "bullet" : "bullets");
}

}  // namespace

model::Text Checker::text(const syntax::Text* source, bool plainOnly) {
  model::Text out;
  if (!source) return out;
  out.blocks = source->isBlock;
  out.span = source->span;
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
  if (source) refuseEmpty(*source, "title");
  SmallVector<model::Translated, 2> translated;
  llvm::StringMap<Span> seen;
  for (const TranslationEntry& entry : entries) {
    if (!entry.title) continue;
    refuseEmpty(*entry.title, "title");
    const auto [first, added] = seen.try_emplace(entry.language, entry.title->span);
    if (added) {
      translated.push_back(
          {entry.language, keep(entry.title->value), {}, entry.title->span});
    } else {
      diags_.report(entry.title->span, diag::TitleTwice, entry.name, entry.language)
          .label(first->second, diag::FirstGiven);
    }
  }
  out.translations = builder_.arena().copyOf(translated);
  return out;
}

model::Text Checker::translatedText(
    const syntax::Text* source,
    llvm::function_ref<const syntax::Text*(const TranslationEntry&)> find, TextList entries) {
  model::Text out = text(source);
  SmallVector<model::Translated, 2> translated;
  llvm::StringMap<Span> seen;
  for (const TranslationEntry& entry : entries) {
    const syntax::Text* other = find(entry);
    if (!other) continue;
    refuseEmpty(*other, "text");
    const auto [first, added] = seen.try_emplace(entry.language, other->span);
    if (!added) {
      diags_.report(other->span, diag::TextTwice, "text", entry.language)
          .label(first->second, diag::FirstGiven);
      continue;
    }
    const model::Text words = text(other);
    translated.push_back({entry.language, words.plain, words.markdown, words.span});
  }
  out.translations = builder_.arena().copyOf(translated);
  return out;
}

/// Reports a text that says nothing.
void Checker::refuseEmpty(const syntax::Text& text, StringRef what) {
  if (!text.value.trim().empty()) return;
  const Span place = text.span;
  // Between the quotes stands an escape that was reported.
  if (text.value.empty() && !text.isBlock && place.size() > 2) return;
  diags_.report(place, diag::TitleEmpty, what);
}

model::Text Checker::itemText(const Items& items, ItemName name, TextList entries) {
  const auto* item = items.find<syntax::TextItem>(name);
  if (!item) return {};
  return translatedText(
      item->text, [&](const auto& entry) { return findText(entry.block, item->word); }, entries);
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

/// The word of the first list whose bullets `bulletsAt` gives.
Span Checker::listAt(const syntax::Block* block, Place place) {
  for (const syntax::Item* item : block->items) {
    const auto* list = llvm::dyn_cast<syntax::BulletList>(item);
    const auto* statement = llvm::dyn_cast<syntax::Statement>(item);
    const int sort = list        ? static_cast<int>(Place::Develop) + static_cast<int>(list->sort)
                     : statement ? static_cast<int>(Place::Knowledge) + static_cast<int>(statement->sort)
                                 : -1;
    if (sort == static_cast<int>(place)) return item->head;
  }
  return {};
}

/// The word that begins the list; empty for bullets of the block itself.
StringRef Checker::listWord(Place place) {
  switch (place) {
    case Place::Direct: return {};
    case Place::Develop: return "develop";
    case Place::Evidence: return "evidence";
    case Place::Interview: return "interview";
    case Place::Knowledge: return "knowledge";
    case Place::Skills: return "skills";
    case Place::Abilities: return "abilities";
    case Place::Tasks: return "tasks";
  }
  llvm_unreachable("every place has a word");
}

StringRef Checker::bulletKey(const syntax::Bullet& source, const BulletOwner& owner) {
  if (!source.label.empty()) return keep(fmt::format("{}#{}", owner.key, source.label));
  // Identified by its text; where another level says the same, by the level too.
  std::string hash = fmt::format("~{:012x}", llvm::xxh3_64bits(source.text) >> 16);
  if (!owner.hashes.try_emplace(hash, 1).second) hash += fmt::format("-{}", owner.levelName);
  return keep(fmt::format("{}#{}", owner.key, hash));
}

ArrayRef<model::Bullet> Checker::bullets(const syntax::Block* block, Place place,
                                         const BulletOwner& owner,
                                         const TranslationList& translated) {
  Bullets out;
  out.place = place;
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
    bullet.text.span = source->textSpan;
    if (place == Place::Direct) bullet.key = bulletKey(*source, owner);
    if (!bullet.label.empty()) out.byLabel.try_emplace(bullet.label, out.all.size());
    out.all.push_back(bullet);
  }
  // A list with a bullet that was reported is not counted.
  if (out.all.size() == sources.size()) {
    out.places.resize(sources.size());
    for (Translation one : translated) {
      const auto others = bulletsAt(one.block, place);
      if (place != Place::Direct) one.place = listAt(one.block, place);
      translateBullets(out, one, others, owner);
    }
  }
  return builder_.arena().copyOf(out.all);
}

void Checker::translateBullets(Bullets& out, const Translation& translation,
                               ArrayRef<const syntax::Bullet*> translated,
                               const BulletOwner& owner) {
  const auto isBroken = [](const auto* bullet) { return bullet->broken || bullet->text.empty(); };
  if (translated.empty() || llvm::any_of(translated, isBroken)) return;
  const bool labelled =
      llvm::any_of(translated, [](const auto* bullet) { return !bullet->label.empty(); }) ||
      llvm::any_of(out.all, [](const auto& bullet) { return !bullet.label.empty(); });
  if (labelled) return translateByLabel(out, translation.language, translated, owner);
  if (out.all.size() != translated.size()) {
    diags_
        .report(translation.place, diag::TranslatedBullets, counted(translated.size()),
                counted(out.all.size()))
        .label(owner.place, diag::OriginalHere)
        .help(diag::LabelBullets);
    return;
  }
  translateByPosition(out, translation.language, translated, owner);
}

bool Checker::isOutdated(const Bullets& out, size_t index, StringRef language,
                         const syntax::Bullet& translated, const BulletOwner& owner) const {
  const model::Text& source = out.all[index].text;
  const StringRef words = source.markdown.empty() ? source.plain : source.markdown;
  return isOutdated_ && isOutdated_({package_, language, owner.key, owner.levelName,
                                     listWord(out.place), words, translated.text});
}

/// A translation that was made from another text may belong to another bullet by now.
void Checker::translateByPosition(Bullets& out, StringRef language,
                                  ArrayRef<const syntax::Bullet*> translated,
                                  const BulletOwner& owner) {
  for (size_t i = 0; i < translated.size(); ++i) {
    const bool outdated = isOutdated(out, i, language, *translated[i], owner);
    if (!translateBullet(out, i, language, *translated[i], outdated)) return;
  }
}

void Checker::translateByLabel(Bullets& out, StringRef language,
                               ArrayRef<const syntax::Bullet*> translated,
                               const BulletOwner& owner) {
  for (const syntax::Bullet* bullet : translated) {
    if (bullet->label.empty()) continue;
    const auto target = out.byLabel.find(bullet->label);
    if (target == out.byLabel.end()) {
      reportLabel(out, *bullet, owner, translated);
    } else {
      translateBullet(out, target->second, language, *bullet);
    }
  }
  reportUnlabelled(out, language, translated, owner);
}

/// Reports bullets that do not say what they translate: once, with their labels, where these follow from
/// the order of the list, and else each.
void Checker::reportUnlabelled(const Bullets& out, StringRef language,
                               ArrayRef<const syntax::Bullet*> translated,
                               const BulletOwner& owner) {
  SmallVector<const syntax::Bullet*, 8> unlabelled;
  llvm::copy_if(translated, std::back_inserter(unlabelled),
                [](const auto* bullet) { return bullet->label.empty(); });
  if (unlabelled.empty()) return;
  const auto isHere = [&](const auto& place) { return place.first == language; };
  SmallVector<size_t, 8> left;
  SmallVector<StringRef, 8> labels;
  bool isClear = true;
  for (size_t i = 0; i < out.all.size(); ++i) {
    isClear &= !out.all[i].label.empty();
    if (out.all[i].label.empty() || llvm::any_of(out.places[i], isHere)) continue;
    left.push_back(i);
    labels.push_back(out.all[i].label);
  }
  isClear &= left.size() == unlabelled.size();
  std::vector<Edit> edits;
  for (size_t i = 0; isClear && i < left.size(); ++i) {
    const Span dash = unlabelled[i]->span;
    edits.push_back({{dash.file, dash.begin + 1, dash.begin + 1}, fmt::format(" [{}]", labels[i])});
    isClear = !isOutdated(out, left[i], language, *unlabelled[i], owner);
  }
  if (isClear) {
    std::string title = labels.size() == 1
                            ? fmt::format("label it `{}`", labels.front())
                            : "give them the labels of the original, in its order";
    diags_.report(unlabelled.front()->textSpan, diag::TranslatedWithoutLabel)
        .label(out.all[left.front()].text.span, diag::InOrder)
        .unsafeFix(std::move(title), std::move(edits));
    return;
  }
  for (const syntax::Bullet* bullet : unlabelled) {
    auto report = diags_.report(bullet->textSpan, diag::TranslatedWithoutLabel);
    if (!labels.empty() && labels.size() <= mostNamed) report.note(diag::LabelsLeft, enumerated(labels));
    report.help(diag::GiveLabel);
  }
}

/// Reports a label that the original does not have there, and shows where it has it.
void Checker::reportLabel(const Bullets& out, const syntax::Bullet& bullet,
                          const BulletOwner& owner,
                          ArrayRef<const syntax::Bullet*> translated) {
  const std::string where = owner.level.empty() || owner.level == owner.name
                                ? fmt::format("`{}`", owner.name)
                                : fmt::format("level `{}` of `{}`", owner.level, owner.name);
  auto report = diags_.report(bullet.labelSpan, diag::TranslatedLabel, where, bullet.label);
  // Looking for it takes time, so that it is not looked for again and again.
  const bool search = labelSearches_ > 0 && labelSearches_-- > 0;
  const syntax::Bullet* moved = search ? findLabelled(owner.block, bullet.label) : nullptr;
  if (moved) {
    report.label(moved->labelSpan, diag::StandsHere);
    return;
  }
  std::vector<StringRef> labels;
  for (const model::Bullet& one : out.all) {
    const auto isIt = [&](const auto* other) { return other->label == one.label; };
    if (search && !one.label.empty() && llvm::none_of(translated, isIt))
      labels.push_back(one.label);
  }
  report.label(owner.place, diag::OriginalHere)
      .didYouMean(bullet.labelSpan, suggest(bullet.label, labels));
}

/// Gives a bullet its words in another language; false, after a report, where it has some.
bool Checker::translateBullet(Bullets& out, size_t index, StringRef language,
                              const syntax::Bullet& source, bool outdated) {
  auto& places = out.places[index];
  const auto* const first =
      llvm::find_if(places, [&](const auto& one) { return one.first == language; });
  if (first != places.end()) {
    diags_.report(source.textSpan, diag::TextTwice, "bullet", language)
        .label(first->second, diag::FirstGiven);
    return false;
  }
  places.push_back({language, source.textSpan});
  model::Bullet& bullet = out.all[index];
  ArrayRef<model::Translated>& known = outdated ? bullet.outdated : bullet.text.translations;
  const std::string plain = markdown::toPlain(source.text, markdown::Scope::Inline);
  SmallVector<model::Translated, 2> all(known.begin(), known.end());
  all.push_back({language, keep(plain), plain == source.text ? StringRef() : keep(source.text),
                 source.textSpan});
  known = builder_.arena().copyOf(all);
  return true;
}

}  // namespace cadre::sema
