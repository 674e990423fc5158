#include "format/marks.h"

#include <utility>

namespace cadre::format {

using namespace syntax;
using llvm::ArrayRef;

namespace {

/// Walks the tree in the order of its tokens.
class Marker {
public:
  explicit Marker(ArrayRef<Token> tokens) : tokens_(tokens), marks_(tokens.size()) {}

  void items(ArrayRef<const Item*> list, const Item* owner) {
    for (const Item* item : list) {
      const Item* outer = std::exchange(item_, item);
      const Item* above = std::exchange(owner_, owner);
      mark(item->span.begin, BeginsItem);
      visit(*item, *this);
      if (const Block* inner = blockOf(*item)) items(inner->items, item);
      owner_ = above;
      item_ = outer;
    }
  }

  std::vector<uint8_t> take() { return std::move(marks_); }

  // ---- Items: fields in the order in which they are written -------------------------------------

  void operator()(const Use& use) {
    if (use.alias) wordBefore(use.alias->span, MayBreak);
    if (!use.withRules) return;
    mark(use.span.end, 0);
    marks_[at_ - 2] |= MayBreak;
  }
  void operator()(const Attribute& attribute) {
    behind(attribute.title, MayBreak);
    if (!attribute.on.empty()) wordBefore(attribute.on.front().span, MayBreak);
    if (!attribute.type) return;
    wordBefore(attribute.type->span, MayBreak);
    if (attribute.type->pattern) wordBefore(attribute.type->pattern->span, MayBreak);
  }
  void operator()(const EveryProfile& rule) {
    if (!rule.families.empty()) wordBefore(rule.families.front().span, MayBreak);
    if (!rule.exceptions.empty()) wordBefore(rule.exceptions.front().span, MayBreak);
  }
  void operator()(const Path& path) { behind(path.title, MayBreak); }
  void operator()(const Crosswalk& crosswalk) {
    behind(crosswalk.title, MayBreak);
    wordBefore(crosswalk.from.span, MayBreak);
    wordBefore(crosswalk.to.span, MayBreak);
  }
  void operator()(const Translation&) {}
  void operator()(const Scale& scale) {
    head(scale);
    if (scale.range) wordBefore(scale.range->span, MayBreak);
  }
  void operator()(const Kind& kind) {
    head(kind);
    if (!kind.like.isEmpty()) wordBefore(kind.like.span, MayBreak);
  }
  void operator()(const Credential& credential) {
    head(credential);
    if (credential.importance) mark(credential.importance->span.begin, MayBreak);
  }
  void operator()(const Profile& profile) {
    head(profile, !profile.isAbstract);
    if (!profile.bases.empty()) wordBefore(profile.bases.front().span, MayBreak);
  }
  void operator()(const Framework& framework) { behind(framework.title, MayBreak); }
  void operator()(const Category& category) { head(category); }
  void operator()(const Competency& competency) { head(competency, competency.kindName.isEmpty()); }
  void operator()(const Resource& resource) { head(resource); }
  void operator()(const Family& family) { head(family); }
  void operator()(const Level& level) {
    mark(level.level.span.begin, BeginsCell);
    behind(level.level.span, BeginsCell);
    behind(level.title, BeginsCell | MayBreak);
    if (level.block) mark(level.block->span.begin, BeginsCell | JoinsAbove);
  }
  void operator()(const Statement& statement) {
    if (statement.names.empty()) return cellAt(statement.block);
    if (statement.block) return behind(statement.text, MayBreak);
    cellAt(statement.names.front().span);
    behind(statement.names.back().span, BeginsCell);
    behind(statement.text, BeginsCell | MayBreak);
  }
  void operator()(const BulletList& list) { cellAt(list.block); }
  void operator()(const AttributeValue& value) { behind(value.attribute.span, BeginsCell); }
  void operator()(const Steps& steps) {
    if (owner_ && llvm::isa<Crosswalk>(owner_)) behind(steps.ends.front().span, BeginsCell);
  }
  void operator()(const Requires& line) {
    operand(line.competency);
    if (line.level) {
      wordBefore(line.level->span, BeginsCell | MayBreak);
      behind(line.level->span, BeginsCell);
    }
    if (line.importance) mark(line.importance->span.begin, MayBreak);
    if (line.weight) wordBefore(line.weight->span, MayBreak);
    because(line.because);
  }
  void operator()(const Lowers& line) {
    operand(line.competency);
    if (line.level) {
      wordBefore(line.level->span, BeginsCell | MayBreak);
      behind(line.level->span, BeginsCell);
      if (line.importance) mark(line.importance->span.begin, MayBreak);
    } else if (line.importance) {
      wordBefore(line.importance->span, BeginsCell | MayBreak);
      behind(line.importance->span, BeginsCell);
    }
    because(line.because);
  }
  void operator()(const Drops& line) {
    operand(line.competency);
    because(line.because);
  }
  void operator()(const Develops& line) {
    operand(line.competency);
    if (line.level) wordBefore(line.level->span, BeginsCell | MayBreak);
  }
  void operator()(const Allow& line) {
    mark(line.rule.span.begin, BeginsCell);
    behind(line.rule.span, BeginsCell);
    if (line.version) wordBefore(line.version->span, MayBreak);
    because(line.because);
  }
  void operator()(const Deprecated& line) {
    mark(line.version->span.begin, BeginsCell);
    because(line.because);
    if (!line.successor.isEmpty()) wordBefore(line.successor.span, MayBreak);
  }
  void operator()(const Membership& line) { cellAt(line.categories.front().span); }
  void operator()(const PartOf& line) { cellAt(line.wholes.front().span); }
  void operator()(const Matches& line) { cellAt(line.relation.span); }
  void operator()(const Was& line) { cellAt(line.names.front().span); }
  void operator()(const Replaces& line) { cellAt(line.names.front().span); }
  void operator()(const Translations& line) { cellAt(line.languages.front().span); }
  void operator()(const Keywords& line) { behind(line.head, BeginsCell); }
  void operator()(const Renews& line) { behind(line.head, BeginsCell); }
  void operator()(const Reviewed& line) { behind(line.head, BeginsCell); }
  void operator()(const TextItem& line) { behind(line.head, BeginsCell); }
  void operator()(const WordItem& line) { behind(line.head, BeginsCell); }
  void operator()(const Bullet&) {}
  void operator()(const Error&) {}

private:
  /// Declarations are aligned where they begin with one word and have no block.
  template <class Declaration>
  void head(const Declaration& declaration, bool beginsWithOneWord = true) {
    const uint8_t cell = beginsWithOneWord && !declaration.block ? BeginsCell : 0;
    mark(declaration.name.span.begin, cell);
    behind(declaration.name.span, cell);
    behind(declaration.title, cell | MayBreak);
  }
  void operand(const QualifiedName& name) {
    mark(name.span.begin, BeginsCell);
    behind(name.span, BeginsCell);
  }
  void because(const Text* reason) {
    if (reason) wordBefore(reason->span, MayBreak);
  }
  void cellAt(Span span) { mark(span.begin, BeginsCell); }
  void cellAt(const Block* block) {
    if (block) mark(block->span.begin, BeginsCell);
  }

  /// Marks the first token that begins at `offset` or behind it. Offsets only grow.
  void mark(uint32_t offset, uint8_t marks) {
    while (tokens_[at_].begin < offset && tokens_[at_].kind != TokenKind::EndOfFile) ++at_;
    marks_[at_] |= marks;
  }
  /// Marks the token behind a part, where it still belongs to the item.
  void behind(Span part, uint8_t marks) {
    mark(part.end, 0);
    if (tokens_[at_].begin < item_->span.end) marks_[at_] |= marks;
  }
  void behind(const Text* part, uint8_t marks) {
    if (part) behind(part->span, marks);
  }
  /// Marks the word that leads to an operand: `at` before a level.
  void wordBefore(Span operand, uint8_t marks) {
    mark(operand.begin, 0);
    if (at_ > 0) marks_[at_ - 1] |= marks;
  }

  ArrayRef<Token> tokens_;
  std::vector<uint8_t> marks_;
  size_t at_ = 0;
  const Item* item_ = nullptr;   ///< Being marked.
  const Item* owner_ = nullptr;  ///< Whose block it stands in.
};

}  // namespace

std::vector<uint8_t> marksOf(const syntax::File& file) {
  Marker marker(file.tokens);
  marker.items(file.items, nullptr);
  return marker.take();
}

}  // namespace cadre::format
