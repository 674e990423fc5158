#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "sema/formats.h"
#include "support/semver.h"
#include "sema/licences.h"
#include "support/language_tag.h"
#include "support/suggest.h"

#include "support/unicode.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/ADT/Twine.h>

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

namespace {

/// What `status` says in a block; nothing without, or when it is no status.
std::optional<model::Status> statusOf(const syntax::Block* block) {
  if (!block) return std::nullopt;
  for (const syntax::Item* item : block->items) {
    const auto* word = llvm::dyn_cast<syntax::WordItem>(item);
    if (word && word->word == syntax::TokenKind::Status) return readStatus(word->value.text);
  }
  return std::nullopt;
}

}  // namespace

/// Keys follow from the framework's id, and everything names keys: they come before all else.
void Checker::fillIdentities() {
  for (package_ = 0; package_ < names_.packages().size(); ++package_) {
    const resolve::Package& package = names_.packages()[package_];
    model::Framework& record = tables_.frameworks[model::FrameworkId(package_)];
    record.framework = model::FrameworkId(package_);
    record.key = record.name = keep(package.id);
    record.status = model::Status::Published;
    if (package.framework) {
      record.span = package.framework->name.span;
      record.status = statusOf(package.framework->block).value_or(model::Status::Published);
    }
    for (const SymbolId id : package.symbols) fillIdentity(id);
  }
  package_ = 0;
}

void Checker::fillFrameworks() {
  for (package_ = 0; package_ < names_.packages().size(); ++package_) {
    const syntax::Framework* framework = names_.packages()[package_].framework;
    // Without one, nobody knows the scale that competencies take.
    badDefaultScale_[package_] = !framework;
    if (framework) fillFramework(model::FrameworkId(package_), *framework);
    SmallVector<model::Use, 4> uses;
    for (const auto& [name, use] : names_.packages()[package_].uses)
      uses.push_back({keep(name), model::FrameworkId(use.package), use.withRules});
    tables_.frameworks[model::FrameworkId(package_)].uses = builder_.arena().copyOf(uses);
  }
  package_ = 0;
}

void Checker::fillFramework(model::FrameworkId id, const syntax::Framework& source) {
  model::Framework& record = tables_.frameworks[id];
  const Items items = itemsOf(source.block, Owner::Framework);
  const TextList texts = frameworkTranslations_[package_];
  record.title = title(source.title, texts);
  if (!source.title && !source.broken && !source.name.isEmpty()) {
    diags_.report(source.name.span, diag::TitleMissing, source.name.text);
  }
  record.version = "0.0.0";
  record.language = "en";
  if (const syntax::Text* version = items.text(ItemName::Version)) {
    record.version = keep(version->value);
    checkVersion(*version);
  }
  if (const syntax::Identifier* language = items.word(ItemName::Language)) {
    record.language = keep(language->text);
    checkLanguage(*language);
  }
  SmallVector<StringRef, 4> languages;
  llvm::StringMap<Span> seen;
  if (const auto* own = items.word(ItemName::Language)) seen.try_emplace(own->text, own->span);
  items.each<syntax::Translations>(ItemName::Translations, [&](const syntax::Translations& list) {
    for (const syntax::Identifier& language : list.languages) {
      checkLanguage(language);
      const auto [first, added] = seen.try_emplace(language.text, language.span);
      if (added) {
        languages.push_back(keep(language.text));
      } else {
        diags_.report(language.span, diag::GivenTwice, language.text)
            .label(first->second, diag::FirstGiven);
      }
    }
  });
  record.translations = builder_.arena().copyOf(languages);
  if (const auto* text = items.text(ItemName::Publisher)) record.publisher = keep(text->value);
  if (const auto* text = items.text(ItemName::License)) {
    record.license = keep(text->value);
    checkLicence(*text);
  }
  if (const auto* text = items.text(ItemName::Uri)) {
    record.uri = keep(text->value);
    if (!isAbsoluteUri(text->value)) diags_.report(text->span, diag::BadUri, text->value);
  }
  if (const auto* scale = items.find<syntax::Scale>(ItemName::DefaultScale);
      scale && !scale->name.isEmpty()) {
    if (scale->name.text != "none") {
      record.defaultScale = resolve<model::Scale>(scale->name, SymbolKind::Scale);
      badDefaultScale_[package_] = !record.defaultScale;
    }
  }
  fillCommon(record, model::DeclKind::Framework, items, texts);
}

void Checker::checkVersion(const syntax::Text& version) {
  if (Version::parse(version.value)) return;
  auto report = diags_.report(version.span, diag::BadVersion, version.value);
  // What most authors write for it: too few numbers, or a `v`.
  std::string longer = StringRef(version.value).trim().ltrim("vV").str();
  for (int i = 0; i < 2 && !Version::parse(longer); ++i) longer += ".0";
  if (Version::parse(longer) && version.span.size() == version.value.size() + 2) {
    const Span inside{version.span.file, version.span.begin + 1, version.span.end - 1};
    report.didYouMean(inside, {StringRef(longer)});
  }
}

void Checker::checkLanguage(const syntax::Identifier& language) {
  const auto fault = findLanguageTagFault(language.text);
  if (!fault) return;
  auto report = diags_.report(language.span, diag::BadLanguage, language.text);
  if (!fault->part.empty()) report.note(diag::NotRegistered, fault->subtag, fault->part);
  report.didYouMean(language.span, {fault->suggestions.begin(), fault->suggestions.end()});
}

/// Warns of what is no licence of SPDX.
void Checker::checkLicence(const syntax::Text& text) {
  const LicenceFault fault = sema::checkLicence(text.value);
  if (fault.text.empty() && !text.value.trim().empty()) return;
  // The part inside of the quotes, where it stands as it is read.
  Span place = text.span;
  const bool verbatim = !text.isBlock && place.size() == text.value.size() + 2;
  if (verbatim && !fault.text.empty()) {
    place.begin += 1 + static_cast<uint32_t>(fault.text.data() - text.value.data());
    place.end = place.begin + static_cast<uint32_t>(fault.text.size());
  }
  if (fault.onlyCase) {
    const StringRef written = fault.suggestions.front();
    auto report = diags_.report(place, diag::LicenceCase, fault.text, written);
    if (verbatim) report.safeFix(fmt::format("change to `{}`", written), place, written.str());
    return;
  }
  auto report = diags_.report(place, diag::UnknownLicence,
                              fault.text.empty() ? StringRef("\"\"") : fault.text);
  report.note(diag::OwnLicence);
  if (verbatim) report.didYouMean(place, fault.suggestions);
}

void Checker::fillIdentity(SymbolId id) {
  const Symbol& symbol = names_[id];
  model::Declaration& record = *declarationOf(id);
  record.framework = model::FrameworkId(symbol.package);
  record.name = keep(symbol.name);
  record.span = symbol.span;
  SmallVector<StringRef, 2> was;
  for (const StringRef name : symbol.was) was.push_back(keep(name));
  record.was = builder_.arena().copyOf(was);
  record.key = keep((tables_.frameworks[record.framework].key + "." + symbol.keyName).str());
  // `id` overrides; it is read here, for a key must be known before anything refers to it.
  const syntax::Block* block = syntax::blockOf(*symbol.item);
  if (!block) return;
  for (const syntax::Item* item : block->items) {
    const auto* text = llvm::dyn_cast<syntax::TextItem>(item);
    if (!text || text->word != syntax::TokenKind::Id || !text->text) continue;
    // As long as the longest key that follows from a name: 190, a dot, 190.
    constexpr size_t most = 381;
    const size_t length = unicode::length(text->text->value);
    if (length > most) {
      diags_.report(text->text->span, diag::KeyTooLong, length, most);
    } else if (!text->text->value.trim().empty()) {
      record.key = keep(text->text->value);
      record.places.id = text->text->span;
    }
    return;
  }
}

void Checker::fillCommon(model::Declaration& record, model::DeclKind kind, const Items& items,
                         TextList texts) {
  record.about = itemText(items, ItemName::About, texts);
  if (const auto* text = items.text(ItemName::Code)) record.code = keep(text->value);
  if (const auto* list = items.find<syntax::Keywords>(ItemName::Keywords)) {
    SmallVector<StringRef, 8> words;
    for (const syntax::Text& word : list->words) {
      words.push_back(keep(word.value));
    }
    record.keywords = builder_.arena().copyOf(words);
  }
  record.allows = allows(items);
  record.allowedChanges = allowedChanges(items);
  const bool isStatement = kind == model::DeclKind::Statement;
  record.attributes = attributes(
      items, isStatement ? model::word(static_cast<model::Statement&>(record).sort) : model::word(kind));
  fillMatches(record, items);
  fillLifeCycle(record, kind, items);
}

ArrayRef<model::Allow> Checker::allows(const Items& items) {
  SmallVector<model::Allow, 2> out;
  items.each<syntax::Allow>(ItemName::Allow, [&](const syntax::Allow& allow) {
    if (!allow.broken) checkReason(allow.because, allow.span, "allow");
    if (allow.version) return;
    out.push_back({keep(allow.rule.text), text(allow.because), allow.span});
  });
  return builder_.arena().copyOf(out);
}

ArrayRef<model::AllowedChange> Checker::allowedChanges(const Items& items) {
  SmallVector<model::AllowedChange, 2> out;
  items.each<syntax::Allow>(ItemName::Allow, [&](const syntax::Allow& allow) {
    if (!allow.version) return;
    checkVersion(*allow.version);
    out.push_back({keep(allow.rule.text), keep(allow.version->value), text(allow.because), allow.span});
  });
  return builder_.arena().copyOf(out);
}

/// Reports a reason that is missing, or that says nothing.
void Checker::checkReason(const syntax::Text* because, Span place, StringRef word) {
  if (because && !because->value.trim().empty()) return;
  diags_.report(because ? because->span : place, diag::ReasonMissing, word);
}

void Checker::fillMatches(model::Declaration& record, const Items& items) {
  SmallVector<model::Match, 2> matches;
  items.each<syntax::Matches>(ItemName::Matches, [&](const syntax::Matches& item) {
    if (item.broken) return;
    const auto relation = llvm::StringSwitch<std::optional<model::Relation>>(item.relation.text)
                              .Case("exact", model::Relation::Exact)
                              .Case("close", model::Relation::Close)
                              .Case("broad", model::Relation::Broad)
                              .Case("narrow", model::Relation::Narrow)
                              .Case("related", model::Relation::Related)
                              .Default(std::nullopt);
    if (!relation) {
      diags_.report(item.relation.span, diag::UnknownRelation, item.relation.text)
          .didYouMean(item.relation.span,
                      suggest(item.relation.text, {"exact", "close", "broad", "narrow", "related"}));
      return;
    }
    matches.push_back({*relation, keep(item.scheme.text), keep(item.target), item.targetSpan});
  });
  record.matches = builder_.arena().copyOf(matches);
}

void Checker::checkKeys() {
  llvm::StringMap<const model::Declaration*> seen;
  for (uint32_t i = 0; i < names_.symbols().size(); ++i) {
    const model::Declaration& record = *declarationOf(SymbolId(i));
    const auto [entry, added] = seen.try_emplace(record.key, &record);
    if (!added) {
      diags_.report(record.span, diag::KeyTwice, record.key)
          .label(entry->second->span, diag::OtherKey);
    }
  }
}

}  // namespace cadre::sema
