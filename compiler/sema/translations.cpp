#include "diag/kinds/resolve.h"
#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "sema/formats.h"
#include "support/suggest.h"

#include <llvm/ADT/StringSet.h>
#include <llvm/ADT/TypeSwitch.h>

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

namespace {

std::vector<StringRef> listedLanguages(const syntax::Framework& framework) {
  std::vector<StringRef> out;
  if (!framework.block) return out;
  for (const syntax::Item* item : framework.block->items) {
    const auto* list = llvm::dyn_cast<syntax::Translations>(item);
    if (!list) continue;
    for (const syntax::Identifier& one : list->languages) out.push_back(one.text);
  }
  return out;
}

bool isSame(const syntax::LevelRef& a, const syntax::LevelRef& b) {
  if (a.number || b.number) return a.number && b.number && a.number->value == b.number->value;
  return !a.isEmpty() && a.name.text == b.name.text;
}

bool hasAbout(const syntax::Block* block) {
  return block && llvm::any_of(block->items, [](const syntax::Item* item) {
    const auto* text = llvm::dyn_cast<syntax::TextItem>(item);
    return text && text->word == syntax::TokenKind::About;
  });
}

/// The owner of the block of a declaration.
Owner ownerOf(const syntax::Item& item) {
  using syntax::NodeKind;
  switch (item.nodeKind) {
    case NodeKind::Framework: return Owner::Framework;
    case NodeKind::Scale: return Owner::Scale;
    case NodeKind::Kind: return Owner::Kind;
    case NodeKind::Category: return Owner::Category;
    case NodeKind::Attribute: return Owner::Attribute;
    case NodeKind::Statement: return Owner::Statement;
    case NodeKind::Competency: return Owner::Competency;
    case NodeKind::Credential: return Owner::Credential;
    case NodeKind::Resource: return Owner::Resource;
    case NodeKind::Family: return Owner::Family;
    case NodeKind::Profile: return Owner::Profile;
    case NodeKind::Path: return Owner::Path;
    default: return Owner::Crosswalk;
  }
}

SymbolKind symbolKindOf(const syntax::Item& item) {
  using syntax::NodeKind;
  switch (item.nodeKind) {
    case NodeKind::Scale: return SymbolKind::Scale;
    case NodeKind::Kind: return SymbolKind::Kind;
    case NodeKind::Category: return SymbolKind::Category;
    case NodeKind::Attribute: return SymbolKind::Attribute;
    case NodeKind::Statement: return SymbolKind::Statement;
    case NodeKind::Competency: return SymbolKind::Competency;
    case NodeKind::Credential: return SymbolKind::Credential;
    case NodeKind::Resource: return SymbolKind::Resource;
    case NodeKind::Family: return SymbolKind::Family;
    case NodeKind::Profile: return SymbolKind::Profile;
    case NodeKind::Path: return SymbolKind::Path;
    default: return SymbolKind::Crosswalk;
  }
}

/// The word that a translation names it with.
std::string wordOf(const syntax::Item& item) {
  if (const auto* statement = llvm::dyn_cast<syntax::Statement>(&item))
    return model::word(static_cast<model::StatementSort>(statement->sort)).str();
  return syntax::name(item.nodeKind).lower();
}

/// A part of a head, as a message names it; no place where there is none.
struct HeadPart {
  Span place;
  StringRef words;
};

/// What the head of a declaration says beside its name and its title, which a translation leaves
/// with the original. What stands before the name may be repeated.
HeadPart keptInHead(const syntax::Item& item, const syntax::Item& original) {
  const auto part = [](bool there, Span place, StringRef words) {
    return there ? HeadPart{place, words} : HeadPart{};
  };
  return llvm::TypeSwitch<const syntax::Item*, HeadPart>(&item)
      .Case([&](const syntax::Competency* node) {
        const bool repeats =
            node->kindName.text == llvm::cast<syntax::Competency>(original).kindName.text;
        return part(!repeats && !node->kindName.isEmpty(), node->kindName.span, "its kind");
      })
      .Case([&](const syntax::Profile* node) {
        if (node->isAbstract && !llvm::cast<syntax::Profile>(original).isAbstract)
          return HeadPart{node->head, "`abstract`"};
        return part(!node->bases.empty(), node->bases.empty() ? Span() : node->bases[0].span,
                    "`extends`");
      })
      .Case([&](const syntax::Scale* node) {
        if (node->range) return HeadPart{node->range->span, "`numeric`"};
        const bool repeats = llvm::cast<syntax::Scale>(original).cumulative;
        return part(node->cumulative && !repeats, node->head, "`cumulative`");
      })
      .Case([&](const syntax::Kind* node) {
        return part(!node->like.isEmpty(), node->like.span, "`like`");
      })
      .Case([&](const syntax::Attribute* node) {
        if (!node->on.empty()) return HeadPart{node->on[0].span, "`on`"};
        if (node->type) return HeadPart{node->type->span, "its type"};
        return part(node->required, node->head, "`required`");
      })
      .Case([&](const syntax::Credential* node) {
        return part(node->importance, node->importance ? node->importance->span : Span(),
                    "its importance");
      })
      .Case([&](const syntax::Crosswalk* node) {
        // Its sentence cannot do without its ends, which are the original's.
        const auto& other = llvm::cast<syntax::Crosswalk>(original);
        if (node->from.text != other.from.text) return HeadPart{node->from.span, "`from`"};
        return part(node->to.text != other.to.text, node->to.span, "`to`");
      })
      .Default([](const syntax::Item*) { return HeadPart{}; });
}

}  // namespace

void Checker::collectTranslations() {
  translations_.resize(names_.symbols().size());
  frameworkTranslations_.resize(names_.packages().size());
  for (package_ = 0; package_ < names_.packages().size(); ++package_) {
    llvm::StringSet<> unlisted;
    for (const syntax::File* file : names_.packages()[package_].files) {
      for (const syntax::Item* item : file->items) {
        const auto* node = llvm::dyn_cast<syntax::Translation>(item);
        if (!node || node->language.text.empty()) continue;
        // A language that is not listed is one mistake, however many blocks it has.
        if (!isListed(*node) && unlisted.insert(node->language.text).second) reportUnlisted(*node);
        collectTranslation(*node);
      }
    }
  }
  package_ = 0;
}

bool Checker::isListed(const syntax::Translation& translation) const {
  const syntax::Framework* framework = names_.packages()[package_].framework;
  if (!framework || framework->broken) return true;
  return llvm::is_contained(listedLanguages(*framework), translation.language.text);
}

void Checker::reportUnlisted(const syntax::Translation& translation) {
  const syntax::Framework& framework = *names_.packages()[package_].framework;
  const StringRef language = translation.language.text;
  auto report = diags_.report(translation.language.span, diag::LanguageNotListed, language);
  report.help(diag::ListLanguage)
      .didYouMean(translation.language.span, suggest(language, listedLanguages(framework)));
  if (framework.block) {
    for (const syntax::Item* item : framework.block->items) {
      if (!llvm::isa<syntax::Translations>(item)) continue;
      report.label(item->span, diag::ListedHere);
      return;
    }
  }
  report.label(framework.name.span, diag::FrameworkHere);
}

void Checker::collectTranslation(const syntax::Translation& translation) {
  if (!translation.block) return;
  const StringRef language = keep(translation.language.text);
  for (const syntax::Item* item : translation.block->items) addEntry(language, *item, {});
}

/// Takes what a translation says of one declaration. `parent` is the category or family that it is
/// written in.
void Checker::addEntry(StringRef language, const syntax::Item& item, SymbolId parent) {
  syntax::visit(item, [&](const auto& node) {
    TranslationEntry entry{language, {}, nullptr, syntax::blockOf(item), item.head};
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
      reportKept(item, Owner::Competency);
      return;
    }
    if (name.isEmpty()) {
      if (!item.broken) reportKept(item, Owner::Competency);
      return;
    }
    entry.name = name.text;
    if (item.nodeKind == syntax::NodeKind::Framework) return addFramework(entry, item, name);
    const SymbolId id = translatedSymbol(item, name, parent);
    if (!id) return;
    entry.name = names_[id].name;
    translations_[id.index()].push_back(entry);
    checkEntry(entry, item, id);
    // Nested categories and families are written as the declarations are.
    using Node = std::decay_t<decltype(node)>;
    if constexpr (std::is_same_v<Node, syntax::Category> || std::is_same_v<Node, syntax::Family>) {
      if (!node.block) return;
      for (const syntax::Item* inner : node.block->items) {
        if (llvm::isa<Node>(inner)) addEntry(language, *inner, id);
      }
    }
  });
}

void Checker::addFramework(const TranslationEntry& entry, const syntax::Item& item,
                           const syntax::QualifiedName& name) {
  const resolve::Package& package = names_.packages()[package_];
  if (name.text == package.id) {
    frameworkTranslations_[package_].push_back(entry);
    itemsOf(entry.block, Owner::Framework, true);
    if (package.framework) checkAbout(entry.block, *package.framework, package.framework->name);
    return;
  }
  auto report = diags_.report(name.span, diag::TranslationOfNothing, wordOf(item), name.text);
  if (package.framework)
    report.label(package.framework->name.span, diag::FrameworkHere)
        .didYouMean(name.span, suggest(name.text, {package.id}));
}

/// The declaration that `item` of a translation names; none after a report.
SymbolId Checker::translatedSymbol(const syntax::Item& item, const syntax::QualifiedName& name,
                                   SymbolId parent) {
  syntax::QualifiedName full = name;
  if (parent) full.text = keep(fmt::format("{}.{}", names_[parent].name, name.text));
  const auto found = names_.lookUp(package_, full);
  const SymbolId id = found.symbol;
  const bool own = id && names_[id].package == package_;
  if (own && names_[id].item->nodeKind == item.nodeKind) {
    if (found.oldName && !parent) failures_.warnOldName(name, names_[id], found);
    const auto* statement = llvm::dyn_cast<syntax::Statement>(&item);
    if (!statement) return id;
    const auto declared = llvm::cast<syntax::Statement>(names_[id].item)->sort;
    if (declared == statement->sort) return id;
    const auto described = [](syntax::StatementSort sort) {
      return withArticle(model::word(static_cast<model::StatementSort>(sort)));
    };
    diags_
        .report(name.span, diag::StatementSortWrong, name.text, described(declared),
                described(statement->sort))
        .label(names_[id].span, diag::DeclarationPlace);
    return {};
  }
  if (!id) {
    untranslatable_.push_back({package_, &item, full.text, name.span});
    return {};
  }
  if (own) {
    const auto* statement = llvm::dyn_cast<syntax::Statement>(names_[id].item);
    const std::string is = statement
                             ? withArticle(model::word(
                                   static_cast<model::StatementSort>(statement->sort)))
                             : resolve::withArticle(names_[id].kind).str();
    diags_.report(name.span, diag::WrongKind, full.text, is, withArticle(wordOf(item)))
        .label(names_[id].span, diag::DeclarationPlace);
  } else {
    diags_.report(name.span, diag::TranslationOfNothing, wordOf(item), full.text)
        .note(diag::OtherTranslates, names_.packages()[names_[id].package].id);
  }
  return {};
}

/// A translation says in other words what the original says, and nothing else.
void Checker::checkEntry(const TranslationEntry& entry, const syntax::Item& item, SymbolId id) {
  const syntax::Item& original = *names_[id].item;
  if (const HeadPart kept = keptInHead(item, original); kept.place.isValid())
    diags_.report(kept.place, diag::NotTranslated, kept.words).help(diag::TranslatedAre);
  const Owner owner = ownerOf(item);
  itemsOf(entry.block, owner, true);
  if (original.broken) return;
  const bool isCrosswalk = item.nodeKind == syntax::NodeKind::Crosswalk;
  if (isCrosswalk && entry.title && !llvm::cast<syntax::Crosswalk>(original).title) {
    diags_.report(entry.title->span, diag::NothingToTranslate, names_[id].name, "title")
        .label(names_[id].span, diag::DeclarationPlace);
  }
  syntax::QualifiedName name;
  name.text = names_[id].name;
  name.span = names_[id].span;
  checkAbout(entry.block, original, name);
  if (!entry.block) return;
  for (const syntax::Item* inner : entry.block->items) {
    const auto* level = llvm::dyn_cast<syntax::Level>(inner);
    if (level && (owner == Owner::Scale || owner == Owner::Competency))
      translatedLevels_.push_back({level, owner, id});
  }
}

void Checker::checkAbout(const syntax::Block* block, const syntax::Item& original,
                         const syntax::QualifiedName& name) {
  if (!hasAbout(block) || hasAbout(syntax::blockOf(original)) || original.broken) return;
  for (const syntax::Item* item : block->items) {
    const auto* text = llvm::dyn_cast<syntax::TextItem>(item);
    if (!text || text->word != syntax::TokenKind::About) continue;
    diags_.report(text->head, diag::NothingToTranslate, name.text, "`about`")
        .label(name.span, diag::DeclarationPlace);
    return;
  }
}

/// What can be judged only when the originals and the names elsewhere were.
void Checker::reportTranslations() {
  for (const TranslatedLevel& one : translatedLevels_) checkLevel(*one.level, one.owner, one.id);
  for (const Untranslatable& one : untranslatable_) {
    const SymbolKind kind = symbolKindOf(*one.item);
    if (failures_.has(one.package, one.name, kind)) continue;
    const auto alike = failures_.suggestions().declared(one.package, one.name, kind);
    diags_.report(one.place, diag::TranslationOfNothing, wordOf(*one.item), one.name)
        .didYouMean(one.place, {alike.begin(), alike.end()});
  }
}

/// A level in the translation of a scale or a competency.
void Checker::checkLevel(const syntax::Level& level, Owner owner, SymbolId id) {
  package_ = names_[id].package;
  const syntax::Item& original = *names_[id].item;
  const Owner inside = owner == Owner::Scale ? Owner::ScaleLevel : Owner::CompetencyLevel;
  itemsOf(level.block, inside, true);
  if (level.level.isEmpty()) return;
  const syntax::Level* source = nullptr;
  std::vector<StringRef> known;
  // A level that was reported may be the one.
  bool doubtful = owner == Owner::Scale ? openScale_[idOf<model::Scale>(id).index()] : false;
  if (owner == Owner::Competency) {
    const CompetencyDoubts& doubts = competencyDoubts_[idOf<model::Competency>(id).index()];
    doubtful = doubts.levels || doubts.scale;
  }
  if (const syntax::Block* block = syntax::blockOf(original)) {
    for (const syntax::Item* item : block->items) {
      const auto* one = llvm::dyn_cast<syntax::Level>(item);
      doubtful |= item->nodeKind == syntax::NodeKind::Error || (one && one->broken);
      if (!one || one->level.isEmpty()) continue;
      if (!source && isSame(one->level, level.level)) source = one;
      known.push_back(one->level.number ? one->level.number->text : one->level.name.text);
    }
  }
  const StringRef text = level.level.number ? level.level.number->text : level.level.name.text;
  if (!source) {
    if (doubtful) return;
    diags_.report(level.level.span, diag::TranslationOfNothing, "level", text)
        .label(names_[id].span, diag::DeclarationPlace)
        .didYouMean(level.level.span, suggest(text, known));
    return;
  }
  syntax::QualifiedName levelName;
  levelName.text = text;
  levelName.span = source->level.span;
  // A level of a scale is shown by its name where it has no title; that may differ by language.
  if (owner == Owner::Competency && level.title && !source->title) {
    diags_.report(level.title->span, diag::NothingToTranslate, levelName.text, "title")
        .label(levelName.span, diag::DeclarationPlace);
  }
  checkAbout(level.block, *source, levelName);
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
        out.push_back({entry.language, level.number ? level.number->text : level.name.text,
                       node->title, node->block, node->level.span});
    }
  }
  return out;
}

Checker::TranslationList Checker::levelBlocks(TextList entries, const syntax::LevelRef& level) {
  return blocksOf(levelEntries(entries, level));
}

}  // namespace cadre::sema
