#include "format/printer.h"

#include "format/text.h"

#include <fmt/format.h>

#include <utility>

namespace cadre::format {

using namespace syntax;
using llvm::ArrayRef;
using llvm::StringRef;

namespace {

StringRef word(StatementSort sort, bool plural) {
  switch (sort) {
    case StatementSort::Knowledge: return "knowledge";
    case StatementSort::Skill: return plural ? "skills" : "skill";
    case StatementSort::Ability: return plural ? "abilities" : "ability";
    case StatementSort::Task: return plural ? "tasks" : "task";
  }
  llvm_unreachable("every sort has a word");
}

StringRef word(BulletListSort sort) {
  switch (sort) {
    case BulletListSort::Develop: return "develop";
    case BulletListSort::Evidence: return "evidence";
    case BulletListSort::Interview: return "interview";
  }
  llvm_unreachable("every sort has a word");
}

StringRef word(Importance importance) {
  switch (importance) {
    case Importance::Essential: return "essential";
    case Importance::Desired: return "desired";
    case Importance::Optional: return "optional";
  }
  llvm_unreachable("every importance has a word");
}

StringRef nameText(const Identifier& name) { return name.text; }
StringRef nameText(const QualifiedName& name) { return name.text; }

StringRef levelText(const LevelRef& level) {
  return level.number ? level.number->text : level.name.text;
}

template <class Names>
std::string joined(const Names& names) {
  std::string out;
  for (const auto& name : names) {
    if (!out.empty()) out += ", ";
    out += nameText(name);
  }
  return out;
}

std::string rangeText(const Range& range) {
  return fmt::format("{}..{}", std::string_view(range.low.text), std::string_view(range.high.text));
}

class Printer {
public:
  explicit Printer(std::string& out) : out_(out) {}

  /// The item, from the start of a line to its end.
  void print(const Item& item) {
    out_.append(depth_ * indentWidth, ' ');
    printHere(item);
    out_ += '\n';
  }

  void operator()(const Use& use) {
    add("use", use.target.text);
    if (use.alias) add("as", use.alias->text);
    if (use.withRules) add("with rules");
  }
  void operator()(const Framework& framework) { declaration("framework", framework); }
  void operator()(const Scale& scale) {
    head("scale", scale);
    if (scale.cumulative) add("cumulative");
    if (scale.range) add("numeric", rangeText(*scale.range));
    block(scale.block);
  }
  void operator()(const Level& level) {
    add("level", levelText(level.level));
    title(level.title);
    block(level.block);
  }
  void operator()(const Kind& kind) {
    head("kind", kind);
    if (!kind.like.isEmpty()) add("like", kind.like.text);
    block(kind.block);
  }
  void operator()(const Category& category) { declaration("category", category); }
  void operator()(const Attribute& attribute) {
    head("attribute", attribute);
    if (!attribute.on.empty()) add("on", joined(attribute.on));
    if (attribute.type) attributeType(*attribute.type);
    if (attribute.required) add("required");
    block(attribute.block);
  }
  void operator()(const Statement& statement) {
    add(word(statement.sort, statement.plural));
    if (!statement.names.empty()) add(joined(statement.names));
    title(statement.text);
    if (statement.names.empty()) {
      shortBlock(statement.block);
    } else {
      block(statement.block);
    }
  }
  void operator()(const Competency& competency) {
    if (!competency.kindName.isEmpty()) add(competency.kindName.text);
    declaration("competency", competency);
  }
  void operator()(const Credential& credential) {
    head("credential", credential);
    importance(credential.importance);
    block(credential.block);
  }
  void operator()(const Resource& resource) { declaration("resource", resource); }
  void operator()(const Family& family) { declaration("family", family); }
  void operator()(const EveryProfile& rule) {
    add("every profile");
    if (!rule.families.empty()) add("in", joined(rule.families));
    if (!rule.exceptions.empty()) add("except", joined(rule.exceptions));
    block(rule.block);
  }
  void operator()(const Profile& profile) {
    if (profile.isAbstract) add("abstract");
    head("profile", profile);
    if (!profile.bases.empty()) add("extends", joined(profile.bases));
    block(profile.block);
  }
  void operator()(const Path& path) { declaration("path", path); }
  void operator()(const Crosswalk& crosswalk) {
    head("crosswalk", crosswalk);
    add("from", crosswalk.from.text);
    add("to", crosswalk.to.text);
    block(crosswalk.block);
  }
  void operator()(const Translation& translation) {
    add("translation", translation.language.text);
    block(translation.block);
  }
  void operator()(const BulletList& list) {
    add(word(list.sort));
    shortBlock(list.block);
  }
  void operator()(const AttributeValue& value) {
    add(value.attribute.text);
    if (value.text) text(value.text);
    if (value.number) add(value.number->text);
    if (value.word) add(value.word->text);
    if (value.date) add(value.date->text);
  }
  void operator()(const Steps& steps) {
    for (const LevelRef& end : steps.ends) {
      if (!isFirst_) add("->");
      add(levelText(end));
    }
  }
  void operator()(const Requires& line) {
    add("requires", line.competency.text);
    if (line.level) add("at", levelText(*line.level));
    importance(line.importance);
    if (line.weight) add("weight", line.weight->text);
    because(line.because);
  }
  void operator()(const Lowers& line) {
    add("lowers", line.competency.text);
    add("to");
    if (line.level) add(levelText(*line.level));
    importance(line.importance);
    because(line.because);
  }
  void operator()(const Drops& line) {
    add("drops", line.competency.text);
    because(line.because);
  }
  void operator()(const Membership& line) { add("in", joined(line.categories)); }
  void operator()(const PartOf& line) { add("part of", joined(line.wholes)); }
  void operator()(const Matches& line) {
    add("matches", line.relation.text);
    add(line.scheme.text);
    add(line.quoted ? quoted(line.target) : line.target.str());
  }
  void operator()(const Was& line) { add("was", joined(line.names)); }
  void operator()(const Replaces& line) { add("replaces", joined(line.names)); }
  void operator()(const Allow& line) {
    add("allow", line.rule.text);
    if (line.version) {
      add("at");
      title(line.version);
    }
    because(line.because);
  }
  void operator()(const Deprecated& line) {
    add("deprecated");
    title(line.version);
    because(line.because);
    if (!line.successor.isEmpty()) add("use", line.successor.text);
  }
  void operator()(const Reviewed& line) { add("reviewed", line.date.text); }
  void operator()(const Keywords& line) {
    std::string words;
    for (const Text& keyword : line.words) {
      if (!words.empty()) words += ", ";
      words += quoted(keyword.value);
    }
    add("keywords", words);
  }
  void operator()(const Renews& line) {
    add("renews every");
    if (line.count) add(line.count->text);
    add(line.unit.text);
  }
  void operator()(const Develops& line) {
    add("develops", line.competency.text);
    if (line.level) add("to", levelText(*line.level));
  }
  void operator()(const TextItem& line) {
    add(spelling(line.word));
    text(line.text);
  }
  void operator()(const WordItem& line) { add(spelling(line.word), line.value.text); }
  void operator()(const Translations& line) { add("translations", joined(line.languages)); }
  void operator()(const Bullet& bullet) {
    add("-");
    if (!bullet.label.empty()) add(fmt::format("[{}]", std::string_view(bullet.label)));
    const size_t at = bullet.label.empty() && !bullet.continuations.empty()
                          ? breakInLabel(bullet.text, bullet.continuations.front().text)
                          : 0;
    if (at == 0) return add(prose(bullet.text, !bullet.label.empty()));
    add(prose(bullet.text.take_front(at), true));
    nextLine(prose(bullet.text.drop_front(at + 1), true));
  }
  void operator()(const Error&) {}

private:
  static constexpr size_t indentWidth = 2;

  void printHere(const Item& item) {
    isFirst_ = true;
    visit(item, *this);
  }

  /// Adds a word to the line, a space before it.
  void add(StringRef word) {
    if (!std::exchange(isFirst_, false)) out_ += ' ';
    out_ += word;
  }
  void add(StringRef word, StringRef value) {
    add(word);
    add(value);
  }

  template <class Declaration>
  void head(StringRef word, const Declaration& declaration) {
    add(word, declaration.name.text);
    title(declaration.title);
  }
  template <class Declaration>
  void declaration(StringRef word, const Declaration& declaration) {
    head(word, declaration);
    block(declaration.block);
  }

  void title(const Text* title) {
    if (title) add(quoted(title->value));
  }
  void importance(const ImportanceWord* importance) {
    if (importance) add(word(importance->value));
  }
  void because(const Text* reason) {
    if (!reason) return;
    add("because");
    text(reason);
  }

  void text(const Text* text) {
    if (!text) return;
    if (!text->isBlock) return add(quoted(text->value));
    auto lines = blockLines(text->value);
    if (lines.empty()) lines = escapedBlockLines(text->value);
    add("\"\"\"");
    for (const StringRef line : lines) nextLine(line);
    nextLine("\"\"\"");
  }
  /// A line of a text block.
  void nextLine(StringRef line) {
    out_ += '\n';
    if (!line.empty()) (out_.append((depth_ + 1) * indentWidth, ' ')) += line;
  }

  void attributeType(const AttributeType& type) {
    add(":", type.name.text);
    if (!type.values.empty()) add("of", joined(type.values));
    if (type.pattern) add("matching", quoted(type.pattern->value));
    if (type.range) add(rangeText(*type.range));
  }

  void block(const Block* block) {
    if (!block) return;
    if (block->items.empty()) return add("{}");
    add("{");
    out_ += '\n';
    ++depth_;
    for (const Item* item : block->items) print(*item);
    --depth_;
    (out_.append(depth_ * indentWidth, ' ')) += '}';
  }
  /// A list of one bullet stands on the line of its word; the formatter breaks it if it is long.
  void shortBlock(const Block* list) {
    const bool isSingle = list && list->items.size() == 1 && llvm::isa<Bullet>(list->items.front());
    if (!isSingle) return block(list);
    add("{ ");
    printHere(*list->items.front());
    out_ += " }";
  }

  std::string& out_;
  size_t depth_ = 0;
  bool isFirst_ = true;  ///< Nothing of the item was added.
};

bool belongTogether(const Item& above, const Item& below) {
  return above.nodeKind == below.nodeKind && !blockOf(above) && !blockOf(below);
}

}  // namespace

std::string print(ArrayRef<const Item*> items) {
  std::string out;
  Printer printer(out);
  const Item* above = nullptr;
  for (const Item* item : items) {
    if (above && !belongTogether(*above, *item)) out += '\n';
    printer.print(*item);
    above = item;
  }
  return out;
}

}  // namespace cadre::format
