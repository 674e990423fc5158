#include "parse/build_ast.h"

#include "diag/kinds/parse.h"
#include "parse/token_feed.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

#include <utility>

namespace cadre::parse {

using namespace syntax;
using Tree = antlr4::ParserRuleContext;
using Terminal = antlr4::tree::TerminalNode;

namespace {

const Token& tokenOf(antlr4::Token* token) { return static_cast<FeedToken*>(token)->token; }

class Builder {
public:
  explicit Builder(const LiteralContext& context) : context_(context) {}

  /// The item inside a `declaration` or `item` context.
  const Item* any(Tree& outer);

private:
  // ---- Parts -----------------------------------------------------------------------------------

  [[nodiscard]] Span span(Tree& tree) const {
    const Token& first = tokenOf(tree.start);
    const uint32_t end = tree.stop ? tokenOf(tree.stop).end : first.end;
    return {context_.file, first.begin, std::max(end, first.begin)};
  }

  Identifier identifier(Terminal* node) {
    return node ? identifier(tokenOf(node->getSymbol())) : Identifier{};
  }
  Identifier identifier(Tree* name) {
    if (!name || name->exception || name->children.empty()) return {};
    return identifier(tokenOf(name->start));
  }
  Identifier identifier(const Token& token) {
    const Identifier name = readName(context_, token);
    poisoned_ |= name.text.empty();
    return name;
  }
  template <class Contexts>
  llvm::ArrayRef<Identifier> identifiers(const Contexts& names) {
    llvm::SmallVector<Identifier, 8> out;
    for (auto* name : names) {
      const Identifier one = identifier(name);
      if (!one.text.empty()) out.push_back(one);
    }
    return arena().copyOf(out);
  }

  QualifiedName join(llvm::ArrayRef<Identifier> parts) {
    QualifiedName out;
    // A name of which a part is no name stands for nothing.
    const auto isEmpty = [](const Identifier& part) { return part.text.empty(); };
    if (parts.empty() || llvm::any_of(parts, isEmpty)) return out;
    out.parts = arena().copy(parts);
    out.span = parts.front().span.to(parts.back().span);
    if (parts.size() == 1) {
      out.text = parts.front().text;
    } else {
      std::string text;
      for (const Identifier& part : parts) {
        if (!text.empty()) text += '.';
        text += part.text;
      }
      out.text = arena().copy(text);
    }
    if (const size_t length = unicode::length(out.text); length > maxNameLength) {
      // What is too long stands for nothing: to be declared nowhere is no second mistake.
      context_.diags.report(out.span, diag::NameTooLong, length);
      poisoned_ = true;
      return {};
    }
    return out;
  }
  QualifiedName qualified(CadreParser::QualifiedNameContext* tree) {
    if (!tree) return {};
    llvm::SmallVector<Identifier, 4> parts;
    for (auto* name : tree->name()) {
      if (!name->exception) parts.push_back(identifier(name));
    }
    return join(parts);
  }
  llvm::ArrayRef<QualifiedName> qualifiedNames(CadreParser::QualifiedNamesContext* tree) {
    if (!tree) return {};
    llvm::SmallVector<QualifiedName, 4> out;
    for (auto* name : tree->qualifiedName()) {
      const QualifiedName one = qualified(name);
      if (!one.isEmpty()) out.push_back(one);
    }
    return arena().copyOf(out);
  }

  const Text* text(Terminal* node) {
    return node ? arena().make<Text>(readText(context_, tokenOf(node->getSymbol()))) : nullptr;
  }
  const Text* text(CadreParser::TextContext* tree) {
    if (!tree || tree->exception || tree->children.empty()) return nullptr;
    return arena().make<Text>(readText(context_, tokenOf(tree->start)));
  }
  const Number* number(Terminal* node) {
    return node ? arena().make<Number>(readNumber(context_, tokenOf(node->getSymbol()))) : nullptr;
  }

  LevelRef levelValue(CadreParser::LevelRefContext& tree) {
    LevelRef out;
    out.span = span(tree);
    if (tree.exception) return out;
    if (auto* value = tree.NUMBER()) {
      out.number = number(value);
      return out;
    }
    llvm::SmallVector<Identifier, 4> parts;
    if (const Identifier first = identifier(tree.levelName()); !first.text.empty()) parts.push_back(first);
    for (auto* name : tree.name()) parts.push_back(identifier(name));
    out.name = join(parts);
    return out;
  }
  const LevelRef* level(CadreParser::LevelRefContext* tree) {
    if (!tree) return nullptr;
    const bool before = std::exchange(poisoned_, false);
    const LevelRef value = levelValue(*tree);
    const bool poisoned = std::exchange(poisoned_, poisoned_ || before);
    return poisoned ? nullptr : arena().make<LevelRef>(value);
  }

  const ImportanceWord* importance(CadreParser::ImportanceContext* tree) {
    if (!tree) return nullptr;
    Importance value = Importance::Essential;
    if (tree->DESIRED()) value = Importance::Desired;
    if (tree->OPTIONAL()) value = Importance::Optional;
    return arena().make<ImportanceWord>(ImportanceWord{value, span(*tree)});
  }

  const Range* range(CadreParser::RangeContext* tree) {
    if (!tree || tree->exception || !tree->NUMBER(1)) return nullptr;
    return arena().make<Range>(Range{*number(tree->NUMBER(0)), *number(tree->NUMBER(1)), span(*tree)});
  }

  /// `path -> to`: a word of the language where a step was meant, which was reported.
  [[nodiscard]] bool isStepLikeWord(const Item& item) const {
    return item.broken && item.nodeKind != NodeKind::Steps &&
           context_.source.substr(item.head.end).ltrim(" \t").starts_with("->");
  }

  const Block* block(CadreParser::BlockContext* tree) {
    if (!tree) return nullptr;
    llvm::SmallVector<const Item*, 16> items;
    for (auto* item : tree->item()) {
      if (const Item* built = any(*item); built && !isStepLikeWord(*built)) items.push_back(built);
    }
    auto* out = arena().make<Block>();
    out->items = arena().copyOf(items);
    out->span = span(*tree);
    return out;
  }

  // ---- Items -----------------------------------------------------------------------------------

  template <class NodeType>
  NodeType* make(Tree& tree) {
    auto* node = arena().make<NodeType>();
    node->span = span(tree);
    const Token& first = tokenOf(tree.start);
    node->head = {context_.file, first.begin, first.end};
    node->broken = tree.exception != nullptr;
    return node;
  }

  /// A declaration with name, title and block in the usual places.
  template <class NodeType, class Context>
  NodeType* declaration(Context& tree) {
    auto* node = make<NodeType>(tree);
    node->name = qualified(tree.qualifiedName());
    node->title = text(tree.STRING());
    node->block = block(tree.block());
    return node;
  }

  const Item* build(CadreParser::UseContext& tree) {
    auto* node = make<Use>(tree);
    node->target = qualified(tree.qualifiedName());
    if (tree.name()) node->alias = arena().make<Identifier>(identifier(tree.name()));
    node->withRules = tree.RULES() != nullptr;
    return node;
  }
  const Item* build(CadreParser::FrameworkContext& tree) { return declaration<Framework>(tree); }
  const Item* build(CadreParser::ScaleContext& tree) {
    auto* node = declaration<Scale>(tree);
    node->cumulative = tree.CUMULATIVE() != nullptr;
    node->range = range(tree.range());
    return node;
  }
  const Item* build(CadreParser::LevelContext& tree) {
    auto* node = make<Level>(tree);
    if (tree.levelRef()) node->level = levelValue(*tree.levelRef());
    node->title = text(tree.STRING());
    node->block = block(tree.block());
    return node;
  }
  const Item* build(CadreParser::KindContext& tree) {
    auto* node = make<Kind>(tree);
    node->name = qualified(tree.qualifiedName(0));
    node->title = text(tree.STRING());
    node->like = qualified(tree.qualifiedName(1));
    node->block = block(tree.block());
    return node;
  }
  const Item* build(CadreParser::CategoryContext& tree) { return declaration<Category>(tree); }
  const Item* build(CadreParser::AttributeTextContext& tree) { return declaration<Attribute>(tree); }
  const Item* build(CadreParser::AttributeContext& tree) {
    auto* node = declaration<Attribute>(tree);
    node->on = identifiers(tree.name());
    node->required = tree.REQUIRED() != nullptr;
    node->type = type(tree.attributeType());
    return node;
  }
  const AttributeType* type(CadreParser::AttributeTypeContext* tree) {
    if (!tree) return nullptr;
    auto* out = arena().make<AttributeType>();
    const auto names = identifiers(tree->name());
    if (!names.empty()) out->name = names.front();
    if (tree->OF()) out->values = names.drop_front(names.empty() ? 0 : 1);
    out->pattern = text(tree->STRING());
    out->range = range(tree->range());
    out->span = span(*tree);
    return out;
  }
  const Item* build(CadreParser::StatementContext& tree) {
    auto* node = make<Statement>(tree);
    switch (tokenOf(tree.start).kind) {
      case TokenKind::Knowledge: node->sort = StatementSort::Knowledge; break;
      case TokenKind::Skill:
      case TokenKind::Skills: node->sort = StatementSort::Skill; break;
      case TokenKind::Ability:
      case TokenKind::Abilities: node->sort = StatementSort::Ability; break;
      default: node->sort = StatementSort::Task; break;
    }
    node->plural = tree.SKILLS() || tree.ABILITIES() || tree.TASKS();
    node->names = qualifiedNames(tree.qualifiedNames());
    node->text = text(tree.STRING());
    node->block = block(tree.block());
    return node;
  }
  const Item* build(CadreParser::BulletListContext& tree) {
    auto* node = make<BulletList>(tree);
    if (tree.EVIDENCE()) node->sort = BulletListSort::Evidence;
    if (tree.INTERVIEW()) node->sort = BulletListSort::Interview;
    node->block = block(tree.block());
    return node;
  }
  const Item* build(CadreParser::CompetencyContext& tree) { return declaration<Competency>(tree); }
  const Item* build(CadreParser::CredentialContext& tree) {
    auto* node = declaration<Credential>(tree);
    node->importance = importance(tree.importance());
    return node;
  }
  const Item* build(CadreParser::ResourceContext& tree) { return declaration<Resource>(tree); }
  const Item* build(CadreParser::FamilyContext& tree) { return declaration<Family>(tree); }
  const Item* build(CadreParser::EveryProfileContext& tree) {
    auto* node = make<EveryProfile>(tree);
    if (tree.IN()) node->families = qualifiedNames(tree.qualifiedNames(0));
    if (tree.EXCEPT()) node->exceptions = qualifiedNames(tree.qualifiedNames(tree.IN() ? 1 : 0));
    // Behind another word than `profile` the block is of something else.
    if (tree.PROFILE()) node->block = block(tree.block());
    return node;
  }
  const Item* build(CadreParser::ProfileContext& tree) {
    auto* node = declaration<Profile>(tree);
    node->isAbstract = tree.ABSTRACT() != nullptr;
    node->bases = qualifiedNames(tree.qualifiedNames());
    return node;
  }
  const Item* build(CadreParser::PathContext& tree) { return declaration<Path>(tree); }
  const Item* build(CadreParser::CrosswalkContext& tree) {
    auto* node = make<Crosswalk>(tree);
    node->name = qualified(tree.qualifiedName(0));
    node->title = text(tree.STRING());
    node->from = qualified(tree.qualifiedName(1));
    node->to = qualified(tree.qualifiedName(2));
    node->block = block(tree.block());
    return node;
  }
  const Item* build(CadreParser::TranslationContext& tree) {
    auto* node = make<Translation>(tree);
    node->language = identifier(tree.name());
    node->block = block(tree.block());
    return node;
  }

  /// `technical competency X`, `grade P3`, `A -> B`.
  const Item* build(CadreParser::LedByNameContext& tree) {
    llvm::SmallVector<Identifier, 4> parts;
    if (tree.leadName()) parts.push_back(identifier(tree.leadName()));
    for (auto* name : tree.name()) {
      if (const Identifier part = identifier(name); !part.text.empty()) parts.push_back(part);
    }
    const QualifiedName lead = join(parts);
    if (auto* competency = tree.competency()) {
      auto* node = declaration<Competency>(*competency);
      node->kindName = lead;
      node->span = span(tree);
      node->head = lead.span;
      return node;
    }
    if (auto* steps = tree.steps()) {
      LevelRef first;
      first.name = lead;
      first.span = lead.span;
      return stepsFrom(tree, first, *steps);
    }
    return value(tree, lead);
  }
  const Item* value(CadreParser::LedByNameContext& tree, const QualifiedName& lead) {
    auto* node = make<AttributeValue>(tree);
    node->attribute = lead;
    auto* value = tree.attributeValue();
    if (!value || value->exception) {
      node->broken = true;
      return node;
    }
    if (auto* string = value->STRING()) {
      node->text = text(string);
    } else if (auto* textBlock = value->TEXT_BLOCK()) {
      node->text = text(textBlock);
    } else if (auto* literal = value->NUMBER()) {
      node->number = number(literal);
    } else if (auto* date = value->DATE()) {
      node->date = arena().make<Identifier>(identifier(date));
    } else {
      node->word = arena().make<Identifier>(identifier(value->valueName()));
    }
    return node;
  }
  const Item* build(CadreParser::LedByNumberContext& tree) {
    LevelRef first;
    first.number = number(tree.NUMBER());
    if (first.number) first.span = first.number->span;
    if (auto* steps = tree.steps()) return stepsFrom(tree, first, *steps);
    return make<syntax::Error>(tree);
  }
  const Item* stepsFrom(Tree& tree, const LevelRef& first, CadreParser::StepsContext& steps) {
    auto* node = make<Steps>(tree);
    llvm::SmallVector<LevelRef, 4> ends = {first};
    for (auto* end : steps.levelRef()) ends.push_back(levelValue(*end));
    node->ends = arena().copyOf(ends);
    node->broken |= steps.exception != nullptr;
    return node;
  }

  const Item* build(CadreParser::RequirementContext& tree) {
    auto* node = make<Requires>(tree);
    node->competency = qualified(tree.qualifiedName());
    node->level = level(tree.levelRef());
    node->importance = importance(tree.importance());
    node->weight = number(tree.NUMBER());
    node->because = text(tree.text());
    return node;
  }
  const Item* build(CadreParser::LowersContext& tree) {
    auto* node = make<Lowers>(tree);
    node->competency = qualified(tree.qualifiedName());
    node->level = level(tree.levelRef());
    node->importance = importance(tree.importance());
    node->because = text(tree.text());
    return node;
  }
  const Item* build(CadreParser::DropsContext& tree) {
    auto* node = make<Drops>(tree);
    node->competency = qualified(tree.qualifiedName());
    node->because = text(tree.text());
    return node;
  }
  const Item* build(CadreParser::MembershipContext& tree) {
    auto* node = make<Membership>(tree);
    node->categories = qualifiedNames(tree.qualifiedNames());
    return node;
  }
  const Item* build(CadreParser::PartOfContext& tree) {
    auto* node = make<PartOf>(tree);
    node->wholes = qualifiedNames(tree.qualifiedNames());
    return node;
  }
  const Item* build(CadreParser::MatchesContext& tree) {
    auto* node = make<Matches>(tree);
    node->relation = identifier(tree.name(0));
    node->scheme = identifier(tree.name(1));
    if (auto* string = tree.STRING()) {
      const Text* target = text(string);
      node->target = target->value;
      node->targetSpan = target->span;
    } else {
      node->quoted = false;
      const Identifier target = tree.NUMBER() ? identifier(tree.NUMBER()) : identifier(tree.name(2));
      node->target = target.text;
      node->targetSpan = target.span;
    }
    return node;
  }
  const Item* build(CadreParser::WasContext& tree) {
    auto* node = make<Was>(tree);
    node->names = qualifiedNames(tree.qualifiedNames());
    return node;
  }
  const Item* build(CadreParser::ReplacesContext& tree) {
    auto* node = make<Replaces>(tree);
    node->names = qualifiedNames(tree.qualifiedNames());
    return node;
  }
  const Item* build(CadreParser::AllowContext& tree) {
    auto* node = make<Allow>(tree);
    node->rule = identifier(tree.name());
    node->version = text(tree.STRING());
    node->because = text(tree.text());
    return node;
  }
  const Item* build(CadreParser::DeprecatedContext& tree) {
    auto* node = make<Deprecated>(tree);
    node->version = text(tree.STRING());
    node->because = text(tree.text());
    node->successor = qualified(tree.qualifiedName());
    return node;
  }
  const Item* build(CadreParser::ReviewedContext& tree) {
    auto* node = make<Reviewed>(tree);
    node->date = identifier(tree.DATE());
    return node;
  }
  const Item* build(CadreParser::KeywordsContext& tree) {
    auto* node = make<Keywords>(tree);
    llvm::SmallVector<Text, 8> words;
    for (auto* word : tree.STRING()) words.push_back(readText(context_, tokenOf(word->getSymbol())));
    node->words = arena().copyOf(words);
    return node;
  }
  const Item* build(CadreParser::RenewsContext& tree) {
    auto* node = make<Renews>(tree);
    node->count = number(tree.NUMBER());
    node->unit = identifier(tree.name());
    return node;
  }
  const Item* build(CadreParser::DevelopsContext& tree) {
    auto* node = make<Develops>(tree);
    node->competency = qualified(tree.qualifiedName());
    node->level = level(tree.levelRef());
    return node;
  }
  const Item* build(CadreParser::TextItemContext& tree) {
    auto* node = make<TextItem>(tree);
    node->word = tokenOf(tree.start).kind;
    node->text = text(tree.text());
    return node;
  }
  const Item* build(CadreParser::WordItemContext& tree) {
    auto* node = make<WordItem>(tree);
    node->word = tokenOf(tree.start).kind;
    node->value = identifier(tree.name());
    return node;
  }
  const Item* build(CadreParser::TranslationsContext& tree) {
    auto* node = make<Translations>(tree);
    node->languages = identifiers(tree.name());
    return node;
  }
  const Item* build(CadreParser::BulletContext& tree) {
    auto* node = make<Bullet>(tree);
    readBullet(context_, tokenOf(tree.start), *node);
    return node;
  }

  Arena& arena() { return context_.arena; }

  const LiteralContext& context_;
  bool poisoned_ = false;  ///< The item being built holds a name that was reported.
};

const Item* Builder::any(Tree& outer) {
  if (outer.children.empty()) return nullptr;
  auto* inner = dynamic_cast<Tree*>(outer.children.front());
  if (!inner) return nullptr;
  const Item* item = nullptr;
  const bool around = std::exchange(poisoned_, false);
  switch (inner->getRuleIndex()) {
#define RULE(name) \
  case CadreParser::Rule##name: item = build(static_cast<CadreParser::name##Context&>(*inner)); break;
    RULE(Use)
    RULE(Framework)
    RULE(Scale)
    RULE(Level)
    RULE(Kind)
    RULE(Category)
    RULE(Attribute)
    RULE(AttributeText)
    RULE(Statement)
    RULE(BulletList)
    RULE(Competency)
    RULE(LedByName)
    RULE(LedByNumber)
    RULE(Credential)
    RULE(Resource)
    RULE(Family)
    RULE(EveryProfile)
    RULE(Profile)
    RULE(Path)
    RULE(Crosswalk)
    RULE(Translation)
    RULE(Requirement)
    RULE(Lowers)
    RULE(Drops)
    RULE(Membership)
    RULE(PartOf)
    RULE(Matches)
    RULE(Was)
    RULE(Replaces)
    RULE(Allow)
    RULE(Deprecated)
    RULE(Reviewed)
    RULE(Keywords)
    RULE(Renews)
    RULE(Develops)
    RULE(TextItem)
    RULE(WordItem)
    RULE(Translations)
    RULE(Bullet)
#undef RULE
    default: llvm_unreachable("an item is one of these rules");
  }
  // The error may have been found in a part of the item; the item is what lacks it.
  if (outer.exception || poisoned_ || isDamaged(context_.damaged, item->head.begin)) const_cast<Item*>(item)->broken = true;
  poisoned_ = around;
  return item;
}

}  // namespace

const Item* buildDeclaration(const LiteralContext& context, CadreParser::DeclarationContext& tree) {
  return Builder(context).any(tree);
}

const Item* buildItem(const LiteralContext& context, CadreParser::ItemContext& tree) {
  return Builder(context).any(tree);
}

}  // namespace cadre::parse
