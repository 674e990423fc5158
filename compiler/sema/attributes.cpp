#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "sema/formats.h"
#include "support/pattern.h"
#include "support/suggest.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

namespace cadre::sema {

using model::AttributeType;
using model::DeclKind;
using syntax::ItemName;
using syntax::Owner;

namespace {

constexpr DeclKind attributeOwners[] = {
    DeclKind::Framework, DeclKind::Scale,     DeclKind::Kind,       DeclKind::Category,
    DeclKind::Attribute, DeclKind::Statement, DeclKind::Competency, DeclKind::Credential,
    DeclKind::Resource,  DeclKind::Family,    DeclKind::Profile,    DeclKind::Path,
    DeclKind::Crosswalk,
};

std::string listOf(ArrayRef<StringRef> words) {
  std::string out;
  for (const StringRef word : words) {
    if (!out.empty()) out += ", ";
    out += fmt::format("`{}`", word);
  }
  return out;
}

/// What an attribute takes, for "takes …, not …".
StringRef wanted(AttributeType type) {
  switch (type) {
    case AttributeType::Text: return "a text in quotes";
    case AttributeType::Number: return "a number";
    case AttributeType::Boolean: return "`true` or `false`";
    case AttributeType::Date: return "a date such as `2026-03-01`";
    case AttributeType::Url: return "an address in quotes";
    case AttributeType::OneOf: return "one of its values";
  }
  llvm_unreachable("every type wants something");
}

Span placeOf(const syntax::AttributeValue& source) {
  if (source.text) return source.text->span;
  if (source.number) return source.number->span;
  if (source.word) return source.word->span;
  return source.date ? source.date->span : source.span;
}

std::string shown(const syntax::AttributeValue& source) {
  if (source.text) return "a text";
  if (source.number) return fmt::format("the number {}", source.number->text);
  if (source.word) return fmt::format("`{}`", source.word->text);
  return "a date";
}

}  // namespace

void Checker::fillAttribute(SymbolId id, const syntax::Attribute& attribute) {
  model::Attribute& record = tables_.attributes[idOf<model::Attribute>(id)];
  fillCommon(record, DeclKind::Attribute, itemsOf(attribute.block, Owner::Attribute),
             entriesOf(id));
  record.required = attribute.required;
  SmallVector<DeclKind, 2> on;
  for (const syntax::Identifier& word : attribute.on) {
    const auto* const kind =
        llvm::find_if(attributeOwners, [&](DeclKind one) { return model::word(one) == word.text; });
    const bool isStatement =
        llvm::is_contained({"knowledge", "skill", "ability", "task"}, word.text);
    if (kind != std::end(attributeOwners)) {
      on.push_back(*kind);
    } else if (isStatement) {
      on.push_back(DeclKind::Statement);
    } else {
      std::vector<StringRef> words;
      for (const DeclKind one : attributeOwners) words.push_back(model::word(one));
      diags_.report(word.span, diag::UnknownOwner, word.text)
          .didYouMean(word.span, suggest(word.text, words));
    }
  }
  record.on = builder_.arena().copyOf(on);
  if (attribute.type) fillAttributeType(record, *attribute.type);
}

void Checker::fillAttributeType(model::Attribute& record, const syntax::AttributeType& type) {
  const auto known = llvm::StringSwitch<std::optional<AttributeType>>(type.name.text)
                         .Case("text", AttributeType::Text)
                         .Case("number", AttributeType::Number)
                         .Case("boolean", AttributeType::Boolean)
                         .Case("date", AttributeType::Date)
                         .Case("url", AttributeType::Url)
                         .Case("one", AttributeType::OneOf)
                         .Default(std::nullopt);
  if (!known) {
    if (type.name.text.empty()) return;
    diags_.report(type.name.span, diag::UnknownAttributeType, type.name.text)
        .note(diag::AttributeTypes)
        .didYouMean(type.name.span,
                    suggest(type.name.text, {"text", "number", "boolean", "date", "url", "one"}));
    return;
  }
  record.type = *known;
  SmallVector<StringRef, 8> values;
  for (const syntax::Identifier& value : type.values) values.push_back(keep(value.text));
  record.values = builder_.arena().copyOf(values);
  if (type.pattern) {
    record.pattern = keep(type.pattern->value);
    std::string wrong;
    (void)matchesWhole(record.pattern, "", &wrong);
    if (!wrong.empty()) {
      diags_.report(type.pattern->span, diag::BadPattern, wrong);
      record.pattern = {};
    }
  }
  if (!type.range) return;
  record.low = type.range->low.value;
  record.high = type.range->high.value;
  if (*record.low > *record.high) {
    diags_.report(type.range->span, diag::RangeReversed, type.range->low.text,
                  type.range->high.text);
  }
}

ArrayRef<model::AttributeValue> Checker::attributes(const Items& items, DeclKind owner) {
  SmallVector<model::AttributeValue, 4> out;
  SmallVector<std::pair<model::AttributeId, Span>, 4> seen;
  items.each<syntax::AttributeValue>(
      ItemName::AttributeValue, [&](const syntax::AttributeValue& source) {
        const auto value = attributeValue(source, owner);
        if (!value) return;
        const auto* const same =
            llvm::find_if(seen, [&](const auto& one) { return one.first == value->attribute; });
        if (same != seen.end()) {
          diags_.report(source.attribute.span, diag::GivenTwice, source.attribute.text)
              .label(same->second, diag::FirstGiven);
          return;
        }
        seen.push_back({value->attribute, source.attribute.span});
        out.push_back(*value);
      });
  return builder_.arena().copyOf(out);
}

std::optional<model::AttributeValue> Checker::attributeValue(const syntax::AttributeValue& source,
                                                             DeclKind owner) {
  if (source.attribute.isEmpty() || source.broken) return std::nullopt;
  const SymbolId symbol = names_.find(package_, source.attribute);
  if (!symbol) {
    std::vector<StringRef> words;
    for (const SymbolId one : names_.packages()[package_].symbols) {
      if (names_[one].kind == SymbolKind::Attribute) words.push_back(names_[one].name);
    }
    const auto keywords = syntax::keywordSpellings();
    words.insert(words.end(), keywords.begin(), keywords.end());
    diags_.report(source.attribute.span, diag::UnknownWord, source.attribute.text)
        .didYouMean(source.attribute.span, suggest(source.attribute.text, words));
    return std::nullopt;
  }
  const auto id = resolve<model::Attribute>(source.attribute, SymbolKind::Attribute);
  if (!id) return std::nullopt;
  const model::Attribute& attribute = tables_.attributes[id];
  if (!attribute.on.empty() && !llvm::is_contained(attribute.on, owner)) {
    SmallVector<StringRef, 4> words;
    for (const DeclKind one : attribute.on) words.push_back(model::word(one));
    diags_
        .report(source.attribute.span, diag::AttributeOwner, attribute.name,
                fmt::format("a {}", model::word(owner)))
        .label(attribute.span, diag::AttributeOn, listOf(words));
    return std::nullopt;
  }
  model::AttributeValue value{id, {}, 0, false};
  if (!readValue(source, attribute, value)) return std::nullopt;
  return value;
}

bool Checker::readValue(const syntax::AttributeValue& source, const model::Attribute& attribute,
                        model::AttributeValue& out) {
  const auto wrong = [&] {
    diags_.report(placeOf(source), diag::AttributeTypeWrong, attribute.name, wanted(attribute.type),
                  shown(source));
    return false;
  };
  switch (attribute.type) {
    case AttributeType::Text:
      if (!source.text) return wrong();
      out.text = keep(source.text->value);
      if (!attribute.pattern.empty() && !matchesWhole(attribute.pattern, out.text)) {
        diags_.report(source.text->span, diag::AttributeMismatch, out.text, attribute.pattern,
                      attribute.name);
        return false;
      }
      return true;
    case AttributeType::Url:
      if (!source.text || !isAbsoluteUri(source.text->value)) return wrong();
      out.text = keep(source.text->value);
      return true;
    case AttributeType::Number:
      if (!source.number) return wrong();
      out.number = source.number->value;
      out.text = keep(source.number->text);
      if ((attribute.low && out.number < *attribute.low) ||
          (attribute.high && out.number > *attribute.high)) {
        diags_.report(source.number->span, diag::NumberOutOfRange, source.number->text,
                      attribute.name, model::formatNumber(*attribute.low),
                      model::formatNumber(*attribute.high));
        return false;
      }
      return true;
    case AttributeType::Boolean:
      if (!source.word || (source.word->text != "true" && source.word->text != "false"))
        return wrong();
      out.boolean = source.word->text == "true";
      out.text = keep(source.word->text);
      return true;
    case AttributeType::Date:
      if (!source.date) return wrong();
      out.text = keep(source.date->text);
      return true;
    case AttributeType::OneOf: break;
  }
  if (!source.word) return wrong();
  if (!llvm::is_contained(attribute.values, source.word->text)) {
    diags_.report(source.word->span, diag::UnknownValue, source.word->text, attribute.name)
        .note(diag::ValuesAre, listOf(attribute.values))
        .didYouMean(source.word->span, suggest(source.word->text, attribute.values));
    return false;
  }
  out.text = keep(source.word->text);
  return true;
}

void Checker::checkRequiredAttributes() {
  for (uint32_t i = 0; i < names_.symbols().size(); ++i) {
    const SymbolId id(i);
    const model::Declaration& record = *declarationOf(id);
    const bool isAbstract = names_[id].kind == SymbolKind::Profile &&
                            tables_.profiles[idOf<model::Profile>(id)].isAbstract;
    if (isAbstract || names_[id].item->broken) continue;
    const auto kind = static_cast<DeclKind>(static_cast<uint8_t>(names_[id].kind) + 1);
    for (const model::Attribute& attribute : tables_.attributes) {
      if (!attribute.required || attribute.framework != record.framework) continue;
      if (!llvm::is_contained(attribute.on, kind)) continue;
      const auto attributeId = tables_.attributes.idOf(attribute);
      if (llvm::any_of(record.attributes,
                       [&](const auto& value) { return value.attribute == attributeId; }))
        continue;
      if (mayMention(id, attributeId)) continue;
      if (names_[id].kind == SymbolKind::Profile &&
          lacksReported(idOf<model::Profile>(id), attributeId))
        continue;
      diags_.report(record.span, diag::AttributeMissing, record.name, attribute.name)
          .label(attribute.span, diag::DeclarationPlace);
    }
  }
}

bool Checker::mayMention(SymbolId owner, model::AttributeId attribute) const {
  const syntax::Block* block = syntax::blockOf(*names_[owner].item);
  if (!block) return false;
  return llvm::any_of(block->items, [&](const syntax::Item* item) {
    const auto* value = llvm::dyn_cast<syntax::AttributeValue>(item);
    if (!value) return false;
    const SymbolId symbol = names_.find(names_[owner].package, value->attribute);
    return !symbol || (names_[symbol].kind == SymbolKind::Attribute &&
                       idOf<model::Attribute>(symbol) == attribute);
  });
}

bool Checker::lacksReported(model::ProfileId id, model::AttributeId attribute) const {
  if (ownLines_[id.index()].open || mayMention(profileSymbol_.lookup(id.index()), attribute))
    return true;
  return llvm::any_of(tables_.profiles[id].bases, [&](model::ProfileId base) {
    const model::Profile& profile = tables_.profiles[base];
    const bool mustHave =
        !profile.isAbstract && profile.framework == tables_.attributes[attribute].framework;
    return mustHave || lacksReported(base, attribute);
  });
}

}  // namespace cadre::sema
