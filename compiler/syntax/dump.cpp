#include "syntax/dump.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/raw_ostream.h>

namespace cadre::syntax {

namespace {

class Dumper {
public:
  explicit Dumper(std::string& out) : out_(out) {}

  void items(llvm::ArrayRef<const Item*> list, unsigned depth) {
    for (const Item* item : list) one(*item, depth);
  }

private:
  void one(const Item& item, unsigned depth) {
    out_.indent(depth * 2) << name(item.nodeKind);
    if (item.broken) out_ << " broken";
    visit(item, [&](const auto& node) { fields(node); });
    out_ << '\n';
    if (const Block* block = blockOf(item)) items(block->items, depth + 1);
  }

  /// Prints those of all nodes' fields that this one has, where they say something.
  template <class NodeType>
  void fields(const NodeType& node) {
#define FIELD(name) \
  if constexpr (requires { node.name; }) field(#name, node.name);
    FIELD(sort)
    FIELD(plural)
    FIELD(isAbstract)
    FIELD(kindName)
    FIELD(word)
    FIELD(target)
    FIELD(alias)
    FIELD(withRules)
    FIELD(name)
    FIELD(names)
    FIELD(level)
    FIELD(attribute)
    FIELD(competency)
    FIELD(language)
    FIELD(languages)
    FIELD(relation)
    FIELD(scheme)
    FIELD(rule)
    FIELD(label)
    FIELD(title)
    FIELD(text)
    FIELD(number)
    FIELD(date)
    FIELD(version)
    FIELD(value)
    FIELD(words)
    FIELD(cumulative)
    FIELD(range)
    FIELD(like)
    FIELD(on)
    FIELD(type)
    FIELD(required)
    FIELD(importance)
    FIELD(weight)
    FIELD(because)
    FIELD(families)
    FIELD(exceptions)
    FIELD(bases)
    FIELD(from)
    FIELD(to)
    FIELD(categories)
    FIELD(wholes)
    FIELD(ends)
    FIELD(count)
    FIELD(unit)
    FIELD(successor)
#undef FIELD
    if constexpr (requires { node.block; }) {
      if (node.block) out_ << " {}";
    }
  }

  template <class T>
  void field(llvm::StringRef fieldName, const T& fieldValue) {
    if (isAbsent(fieldValue)) return;
    out_ << ' ' << fieldName;
    if constexpr (!std::is_same_v<T, bool>) {
      out_ << '=';
      print(fieldValue);
    }
  }

  static bool isAbsent(bool flag) { return !flag; }
  static bool isAbsent(llvm::StringRef text) { return text.empty(); }
  static bool isAbsent(const Identifier& identifier) { return identifier.text.empty(); }
  static bool isAbsent(const QualifiedName& name) { return name.isEmpty(); }
  static bool isAbsent(const LevelRef& level) { return level.isEmpty(); }
  template <class T>
  static bool isAbsent(llvm::ArrayRef<T> list) {
    return list.empty();
  }
  template <class T>
  static bool isAbsent(const T* pointer) {
    return !pointer;
  }
  template <class T>
    requires std::is_enum_v<T>
  static bool isAbsent(T) {
    return false;
  }

  void print(llvm::StringRef text) {
    out_ << '"';
    llvm::printEscapedString(text, out_);
    out_ << '"';
  }
  void print(const Identifier& identifier) { out_ << identifier.text; }
  void print(const QualifiedName& qualified) { out_ << qualified.text; }
  void print(const Text& text) {
    if (text.isBlock) out_ << "block";
    print(text.value);
  }
  void print(const Number& number) { out_ << number.text; }
  void print(const LevelRef& level) { level.number ? print(*level.number) : print(level.name); }
  void print(const Range& range) { out_ << range.low.text << ".." << range.high.text; }
  void print(const ImportanceWord& word) { print(word.value); }
  void print(const AttributeType& type) {
    out_ << type.name.text;
    field("of", type.values);
    field("matching", type.pattern);
    field("range", type.range);
  }
  void print(Importance importance) {
    constexpr llvm::StringRef words[] = {"essential", "desired", "optional"};
    out_ << words[static_cast<size_t>(importance)];
  }
  void print(StatementSort sort) {
    constexpr llvm::StringRef words[] = {"knowledge", "skill", "ability", "task"};
    out_ << words[static_cast<size_t>(sort)];
  }
  void print(BulletListSort sort) {
    constexpr llvm::StringRef words[] = {"develop", "evidence", "interview"};
    out_ << words[static_cast<size_t>(sort)];
  }
  void print(TokenKind kind) { out_ << spelling(kind); }
  template <class T>
  void print(llvm::ArrayRef<T> list) {
    out_ << '[';
    llvm::interleave(list, [&](const T& one) { print(one); }, [&] { out_ << ' '; });
    out_ << ']';
  }
  template <class T>
  void print(const T* pointer) {
    print(*pointer);
  }

  llvm::raw_string_ostream out_;
};

}  // namespace

std::string dump(const File& file) {
  std::string out;
  Dumper(out).items(file.items, 0);
  return out;
}

}  // namespace cadre::syntax
