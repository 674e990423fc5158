#include "import/foreign/tree.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringSwitch.h>

#include <cassert>
#include <charconv>

namespace cadre::import::foreign {

using namespace syntax;
using llvm::ArrayRef;
using llvm::StringRef;

Identifier Tree::identifier(StringRef name) { return {arena_.copy(name), {}}; }

QualifiedName Tree::name(StringRef dotted) {
  const StringRef text = arena_.copy(dotted);
  llvm::SmallVector<StringRef> words;
  text.split(words, '.');
  llvm::SmallVector<Identifier> parts;
  for (const StringRef word : words) parts.push_back({word, {}});
  return {arena_.copyOf(parts), text, {}};
}

const Text* Tree::text(StringRef value) {
  return arena_.make<Text>(arena_.copy(value), false, Span{});
}

const Text* Tree::textBlock(StringRef value) {
  return arena_.make<Text>(arena_.copy(value), true, Span{});
}

const Number* Tree::number(StringRef digits) {
  double value = 0;
  const auto parsed = std::from_chars(digits.begin(), digits.end(), value);
  assert(parsed.ptr == digits.end() && "importers check their numbers");
  (void)parsed;
  return arena_.make<Number>(value, arena_.copy(digits), Span{});
}

const Range* Tree::range(StringRef low, StringRef high) {
  return arena_.make<Range>(*number(low), *number(high), Span{});
}

const Block* Tree::block(ArrayRef<const Item*> items) {
  return arena_.make<Block>(arena_.copy(items), Span{});
}

const Item* Tree::textItem(TokenKind word, StringRef value) {
  auto* node = arena_.make<TextItem>();
  node->word = word;
  node->text = text(value);
  return node;
}

const Item* Tree::textBlockItem(TokenKind word, StringRef value) {
  auto* node = arena_.make<TextItem>();
  node->word = word;
  node->text = textBlock(value);
  return node;
}

const Item* Tree::wordItem(TokenKind word, StringRef value) {
  auto* node = arena_.make<WordItem>();
  node->word = word;
  node->value = identifier(value);
  return node;
}

const Item* Tree::membership(StringRef category) {
  auto* node = arena_.make<Membership>();
  node->categories = arena_.copy(ArrayRef(name(category)));
  return node;
}

const Item* Tree::bullet(StringRef label, StringRef markdown) {
  auto* node = arena_.make<Bullet>();
  node->label = arena_.copy(label);
  node->text = arena_.copy(markdown);
  return node;
}

const Item* Tree::statements(StatementSort sort, ArrayRef<const Item*> bullets) {
  auto* node = arena_.make<Statement>();
  node->sort = sort;
  node->plural = true;
  node->block = block(bullets);
  return node;
}

const Item* Tree::anchor(StringRef digits, ArrayRef<const Item*> bullets) {
  auto* node = arena_.make<Level>();
  node->level.number = number(digits);
  if (!bullets.empty()) node->block = block(bullets);
  return node;
}

const Item* Tree::keywords(ArrayRef<std::string> words) {
  llvm::SmallVector<Text> texts;
  for (const std::string& word : words) texts.push_back(*text(word));
  auto* node = arena_.make<Keywords>();
  node->words = arena_.copyOf(texts);
  return node;
}

const Item* Tree::memberships(ArrayRef<StringRef> categories) {
  llvm::SmallVector<QualifiedName> names;
  for (const StringRef category : categories) names.push_back(name(category));
  auto* node = arena_.make<Membership>();
  node->categories = arena_.copyOf(names);
  return node;
}

const Item* Tree::level(StringRef levelName, StringRef title, ArrayRef<const Item*> items) {
  auto* node = arena_.make<Level>();
  node->level.name = name(levelName);
  if (!title.empty()) node->title = text(title);
  if (!items.empty()) node->block = block(items);
  return node;
}

const Item* Tree::requirementOf(const RequiresParts& parts) {
  auto* node = arena_.make<Requires>();
  node->competency = name(parts.competency);
  if (!parts.level.empty()) {
    auto* reached = arena_.make<LevelRef>();
    if (parts.isNumber)
      reached->number = number(parts.level);
    else
      reached->name = name(parts.level);
    node->level = reached;
  }
  if (!parts.importance.empty()) {
    const auto value = llvm::StringSwitch<Importance>(parts.importance)
                           .Case("desired", Importance::Desired)
                           .Case("optional", Importance::Optional)
                           .Default(Importance::Essential);
    node->importance = arena_.make<ImportanceWord>(value, Span{});
  }
  if (!parts.weight.empty()) node->weight = number(parts.weight);
  if (!parts.because.empty()) node->because = text(parts.because);
  return node;
}

const Item* Tree::requirement(StringRef competency, StringRef level, StringRef weight) {
  auto* node = arena_.make<Requires>();
  node->competency = name(competency);
  auto* reached = arena_.make<LevelRef>();
  reached->number = number(level);
  node->level = reached;
  node->weight = number(weight);
  return node;
}

}  // namespace cadre::import::foreign
