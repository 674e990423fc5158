// Makes trees for importers: takes names and texts as plain strings, gives items as the parser
// would have made them, without places. Everything is copied into the arena.
#pragma once

#include "syntax/ast.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <initializer_list>

namespace cadre::import::foreign {

/// The items of a block while it is being made.
using Items = llvm::SmallVector<const syntax::Item*>;

class Tree {
public:
  /// `arena` must outlive the items.
  explicit Tree(Arena& arena) : arena_(arena) {}

  syntax::Identifier identifier(llvm::StringRef name);
  /// `Communications.Media`
  syntax::QualifiedName name(llvm::StringRef dotted);
  const syntax::Text* text(llvm::StringRef value);
  /// A text that stands between `"""`.
  const syntax::Text* textBlock(llvm::StringRef value);
  const syntax::Number* number(llvm::StringRef digits);
  const syntax::Range* range(llvm::StringRef low, llvm::StringRef high);
  const syntax::Block* block(llvm::ArrayRef<const syntax::Item*> items);

  /// A declaration with its title and, unless `items` is empty, its block.
  template <class Declaration>
  Declaration* declare(llvm::StringRef dotted, llvm::StringRef title,
                       llvm::ArrayRef<const syntax::Item*> items) {
    auto* node = arena_.make<Declaration>();
    node->name = name(dotted);
    node->title = text(title);
    if (!items.empty()) node->block = block(items);
    return node;
  }
  /// A line that names a declaration: `family Marketing`, `scale Proficiency`.
  template <class Declaration>
  Declaration* mention(llvm::StringRef dotted) {
    auto* node = arena_.make<Declaration>();
    node->name = name(dotted);
    return node;
  }

  const syntax::Item* textItem(syntax::TokenKind word, llvm::StringRef value);
  const syntax::Item* textBlockItem(syntax::TokenKind word, llvm::StringRef value);
  const syntax::Item* wordItem(syntax::TokenKind word, llvm::StringRef value);
  /// `keywords "press", "journalists"`
  const syntax::Item* keywords(llvm::ArrayRef<std::string> words);
  /// `in Communications.Media, Writing`
  const syntax::Item* memberships(llvm::ArrayRef<llvm::StringRef> categories);
  /// `in Communications.Media`
  const syntax::Item* membership(llvm::StringRef category);
  /// `- [label] text`; `markdown` is inline Markdown. Without a label where `label` is empty.
  const syntax::Item* bullet(llvm::StringRef label, llvm::StringRef markdown);
  /// `tasks { - … }`
  const syntax::Item* statements(syntax::StatementSort sort,
                                 llvm::ArrayRef<const syntax::Item*> bullets);
  /// `level 2 { - … }`; without a block where there are no bullets.
  const syntax::Item* anchor(llvm::StringRef digits, llvm::ArrayRef<const syntax::Item*> bullets);
  /// `level Advanced "Advanced" { - … }`; without a title or a block where there is none.
  const syntax::Item* level(llvm::StringRef levelName, llvm::StringRef title,
                            llvm::ArrayRef<const syntax::Item*> items);

  /// The parts of a requirement; all but the competency may be empty.
  struct RequiresParts {
    llvm::StringRef competency, level;
    bool isNumber = false;
    llvm::StringRef importance, weight, because;
  };
  const syntax::Item* requirementOf(const RequiresParts& parts);
  /// `requires X at 4.12 weight 3`
  const syntax::Item* requirement(llvm::StringRef competency, llvm::StringRef level,
                                  llvm::StringRef weight);

private:
  Arena& arena_;
};

}  // namespace cadre::import::foreign
