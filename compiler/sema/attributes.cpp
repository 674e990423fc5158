#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "sema/formats.h"
#include "sema/wording.h"
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

/// A word that an attribute can be `on`, and what it declares.
struct OwnerWord {
  StringRef word;
  DeclKind kind;
};
constexpr OwnerWord ownerWords[] = {
    {"framework", DeclKind::Framework},   {"scale", DeclKind::Scale},
    {"kind", DeclKind::Kind},             {"category", DeclKind::Category},
    {"attribute", DeclKind::Attribute},   {"knowledge", DeclKind::Statement},
    {"skill", DeclKind::Statement},       {"ability", DeclKind::Statement},
    {"task", DeclKind::Statement},        {"competency", DeclKind::Competency},
    {"credential", DeclKind::Credential}, {"resource", DeclKind::Resource},
    {"family", DeclKind::Family},         {"profile", DeclKind::Profile},
    {"path", DeclKind::Path},             {"crosswalk", DeclKind::Crosswalk},
};

/// The sort of statement that the word declares; nothing for other declarations.
std::optional<model::StatementSort> sortOf(StringRef word) {
  using enum model::StatementSort;
  for (const auto sort : {Knowledge, Skill, Ability, Task}) {
    if (model::word(sort) == word) return sort;
  }
  return std::nullopt;
}

/// What an attribute takes, for "takes …, not …".
StringRef wanted(AttributeType type) {
  switch (type) {
    case AttributeType::Text: return "a text in quotes";
    case AttributeType::Number: return "a number";
    case AttributeType::Boolean: return "`true` or `false`";
    case AttributeType::Date: return "a date such as `2026-03-01`";
    case AttributeType::Url: return "an absolute address in quotes";
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

std::string shown(const syntax::AttributeValue& source, AttributeType type) {
  if (source.text && type == AttributeType::Url) return fmt::format("`{}`", source.text->value);
  if (source.text) return "a text";
  if (source.number) return fmt::format("the number {}", source.number->text);
  if (source.word) return fmt::format("`{}`", source.word->text);
  return "a date";
}

}  // namespace

void Checker::fillAttribute(SymbolId id, const syntax::Attribute& attribute) {
  model::Attribute& record = tables_.attributes[idOf<model::Attribute>(id)];
  record.required = attribute.required;
  fillAttributeOwners(id, attribute);
  if (attribute.type) {
    fillAttributeType(record, *attribute.type);
  } else if (!attribute.broken) {
    attributeFacts_[idOf<model::Attribute>(id).index()].badType = true;
    diags_.report(names_[id].span, diag::AttributeWithoutType, record.name)
        .note(diag::AttributeTypes)
        .help(diag::SayType, record.name);
  }
  if (record.required && attribute.on.empty() && !attribute.broken) {
    diags_.report(names_[id].span, diag::RequiredOfNothing, record.name);
  }
}

void Checker::fillAttributeOwners(SymbolId id, const syntax::Attribute& attribute) {
  const auto attributeId = idOf<model::Attribute>(id);
  AttributeFacts& facts = attributeFacts_[attributeId.index()];
  SmallVector<DeclKind, 2> on;
  SmallVector<model::StatementSort, 4> sorts;
  for (const syntax::Identifier& word : attribute.on) {
    const auto* const owner =
        llvm::find_if(ownerWords, [&](const OwnerWord& one) { return one.word == word.text; });
    if (owner != std::end(ownerWords)) {
      facts.on.push_back(owner->word);
      if (!llvm::is_contained(on, owner->kind)) on.push_back(owner->kind);
      const auto sort = sortOf(owner->word);
      if (sort && !llvm::is_contained(sorts, *sort)) sorts.push_back(*sort);
      continue;
    }
    facts.badOwner = true;
    std::vector<StringRef> words;
    for (const OwnerWord& one : ownerWords) words.push_back(one.word);
    diags_.report(word.span, diag::UnknownOwner, word.text)
        .didYouMean(word.span, suggest(word.text, words));
  }
  tables_.attributes[attributeId].on = builder_.arena().copyOf(on);
  tables_.attributes[attributeId].onStatements = builder_.arena().copyOf(sorts);
}

void Checker::fillAttributeType(model::Attribute& record, const syntax::AttributeType& type) {
  AttributeFacts& facts = attributeFacts_[tables_.attributes.idOf(record).index()];
  const auto known = llvm::StringSwitch<std::optional<AttributeType>>(type.name.text)
                         .Case("text", AttributeType::Text)
                         .Case("number", AttributeType::Number)
                         .Case("boolean", AttributeType::Boolean)
                         .Case("date", AttributeType::Date)
                         .Case("url", AttributeType::Url)
                         .Case("one", AttributeType::OneOf)
                         .Default(std::nullopt);
  facts.badType = !known;
  if (!known) {
    if (type.name.text.empty()) return;
    diags_.report(type.name.span, diag::UnknownAttributeType, type.name.text)
        .note(diag::AttributeTypes)
        .didYouMean(type.name.span,
                    suggest(type.name.text, {"text", "number", "boolean", "date", "url", "one"}));
    return;
  }
  record.type = *known;
  facts.badType = !checkTypeParts(type, *known);
  fillValues(record, type);
  if (type.pattern) fillPattern(record, *type.pattern);
  if (!type.range) return;
  record.low = type.range->low.value;
  record.high = type.range->high.value;
  if (*record.low <= *record.high) return;
  facts.badType = true;
  diags_.report(type.range->span, diag::RangeReversed, type.range->low.text,
                type.range->high.text);
}

/// Reports what another type would take: values, a pattern or a range.
bool Checker::checkTypeParts(const syntax::AttributeType& type, AttributeType known) {
  const auto refuse = [&](Span place, StringRef part) {
    diags_.report(place, diag::AttributeTypePart, type.name.text, part).note(diag::AttributeTypes);
    return false;
  };
  if (!type.values.empty() && known != AttributeType::OneOf)
    return refuse(type.values.front().span.to(type.values.back().span), "values");
  if (type.pattern && known != AttributeType::Text) return refuse(type.pattern->span, "pattern");
  if (type.range && known != AttributeType::Number) return refuse(type.range->span, "range");
  if (known != AttributeType::OneOf || !type.values.empty()) return true;
  diags_.report(type.name.span, diag::OneOfNothing);
  return false;
}

void Checker::fillValues(model::Attribute& record, const syntax::AttributeType& type) {
  SmallVector<StringRef, 8> values;
  llvm::StringMap<Span> seen;
  for (const syntax::Identifier& value : type.values) {
    const auto [first, added] = seen.try_emplace(value.text, value.span);
    if (added) {
      values.push_back(keep(value.text));
    } else {
      diags_.report(value.span, diag::GivenTwice, value.text)
          .label(first->second, diag::FirstGiven);
    }
  }
  record.values = builder_.arena().copyOf(values);
}

void Checker::fillPattern(model::Attribute& record, const syntax::Text& pattern) {
  std::string wrong;
  (void)matchesWhole(pattern.value, "", &wrong);
  if (wrong.empty()) {
    record.pattern = keep(pattern.value);
  } else {
    diags_.report(pattern.span, diag::BadPattern, wrong);
  }
}

ArrayRef<model::AttributeValue> Checker::attributes(const Items& items, StringRef owner) {
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
                                                             StringRef owner) {
  if (source.attribute.isEmpty() || source.broken) return std::nullopt;
  if (!names_.find(package_, source.attribute)) {
    failures_.addWord(package_, source.attribute);
    return std::nullopt;
  }
  const auto id = resolve<model::Attribute>(source.attribute, SymbolKind::Attribute);
  if (!id) return std::nullopt;
  const model::Attribute& attribute = tables_.attributes[id];
  const AttributeFacts& facts = attributeFacts_[id.index()];
  if (!facts.isMeantFor(owner)) {
    if (facts.badOwner) return std::nullopt;
    diags_
        .report(source.attribute.span, diag::AttributeOwner, attribute.name, withArticle(owner))
        .label(attribute.span, diag::AttributeOn, quotedList(facts.on));
    return std::nullopt;
  }
  model::AttributeValue value{id, {}, 0, false};
  if (facts.badType || !readValue(source, attribute, value)) return std::nullopt;
  return value;
}

bool Checker::readValue(const syntax::AttributeValue& source, const model::Attribute& attribute,
                        model::AttributeValue& out) {
  const auto wrong = [&] {
    auto report = diags_.report(placeOf(source), diag::AttributeTypeWrong, attribute.name,
                                wanted(attribute.type), shown(source, attribute.type));
    report.label(attribute.span, diag::DeclarationPlace);
    if (attribute.type == AttributeType::Boolean && source.word)
      report.didYouMean(source.word->span, suggest(source.word->text, {"true", "false"}, 1));
    return false;
  };
  switch (attribute.type) {
    case AttributeType::Text:
      if (!source.text) return wrong();
      out.text = keep(source.text->value);
      if (!attribute.pattern.empty() && !matchesWhole(attribute.pattern, out.text)) {
        diags_.report(source.text->span, diag::AttributeMismatch, out.text, attribute.pattern,
                      attribute.name)
            .label(attribute.span, diag::DeclarationPlace);
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
                      "attribute", attribute.name, model::formatNumber(*attribute.low),
                      model::formatNumber(*attribute.high))
            .label(attribute.span, diag::DeclarationPlace);
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
        .label(attribute.span, diag::DeclarationPlace)
        .note(diag::ValuesAre, quotedList(attribute.values))
        .didYouMean(source.word->span, suggest(source.word->text, attribute.values));
    return false;
  }
  out.text = keep(source.word->text);
  return true;
}

void Checker::checkRequiredAttributes() {
  for (uint32_t i = 0; i < names_.packages().size(); ++i) {
    const model::Framework& record = tables_.frameworks[model::FrameworkId(i)];
    const syntax::Framework* source = names_.packages()[i].framework;
    if (source) checkRequiredAttributes(record, *source, "framework", {});
  }
  for (uint32_t i = 0; i < names_.symbols().size(); ++i) {
    const SymbolId id(i);
    const auto profile =
        names_[id].kind == SymbolKind::Profile ? idOf<model::Profile>(id) : model::ProfileId();
    if (profile && tables_.profiles[profile].isAbstract) continue;
    checkRequiredAttributes(*declarationOf(id), *names_[id].item, ownerWord(id), profile);
  }
}

void Checker::checkRequiredAttributes(const model::Declaration& record, const syntax::Item& item,
                                      StringRef owner, model::ProfileId profile) {
  if (item.broken || swallowers_.contains(&item)) return;
  for (const model::Attribute& attribute : tables_.attributes) {
    if (!attribute.required || attribute.framework != record.framework) continue;
    const auto id = tables_.attributes.idOf(attribute);
    if (!llvm::is_contained(attributeFacts_[id.index()].on, owner)) continue;
    const bool has =
        llvm::any_of(record.attributes, [&](const auto& value) { return value.attribute == id; });
    if (has || mayMention(item, record.framework, id)) continue;
    if (profile && lacksReported(profile, id)) continue;
    diags_.report(record.span, diag::AttributeMissing, record.name, attribute.name)
        .label(attribute.span, diag::DeclarationPlace);
  }
}

/// The word that declares it, as `on` says it.
StringRef Checker::ownerWord(SymbolId id) const {
  if (const auto* statement = llvm::dyn_cast<syntax::Statement>(names_[id].item))
    return model::word(static_cast<model::StatementSort>(statement->sort));
  return model::word(static_cast<DeclKind>(static_cast<uint8_t>(names_[id].kind) + 1));
}

bool Checker::mayMention(const syntax::Item& declaration, model::FrameworkId framework,
                         model::AttributeId attribute) const {
  const syntax::Block* block = syntax::blockOf(declaration);
  if (!block) return false;
  return llvm::any_of(block->items, [&](const syntax::Item* item) {
    const auto* value = llvm::dyn_cast<syntax::AttributeValue>(item);
    if (!value) return false;
    const SymbolId symbol = names_.find(framework.index(), value->attribute);
    return !symbol || (names_[symbol].kind == SymbolKind::Attribute &&
                       idOf<model::Attribute>(symbol) == attribute);
  });
}

bool Checker::mayMention(model::ProfileId id, model::AttributeId attribute) const {
  const SymbolId symbol = profileSymbol_.lookup(id.index());
  return mayMention(*names_[symbol].item, tables_.profiles[id].framework, attribute);
}

bool Checker::lacksReported(model::ProfileId id, model::AttributeId attribute) const {
  SmallVector<model::ProfileId, 8> open{id};
  llvm::DenseSet<uint32_t> seen{id.index()};
  while (!open.empty()) {
    const model::ProfileId one = open.pop_back_val();
    if (ownLines_[one.index()].open || mayMention(one, attribute)) return true;
    for (const model::ProfileId base : tables_.profiles[one].bases) {
      const model::Profile& profile = tables_.profiles[base];
      const bool mustHave =
          !profile.isAbstract && profile.framework == tables_.attributes[attribute].framework;
      if (mustHave) return true;
      if (seen.insert(base.index()).second) open.push_back(base);
    }
  }
  return false;
}

}  // namespace cadre::sema
