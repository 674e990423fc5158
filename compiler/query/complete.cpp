#include "query/complete.h"

#include "query/levels.h"
#include "query/names.h"
#include "query/parser.h"
#include "query/paths.h"
#include "query/token.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/ADT/Twine.h>
#include <llvm/Support/ErrorHandling.h>

namespace cadre::query {

StringRef word(CandidateKind kind) {
  switch (kind) {
    case CandidateKind::Keyword: return "keyword";
    case CandidateKind::Operator: return "operator";
    case CandidateKind::Source: return "source";
    case CandidateKind::Field: return "field";
    case CandidateKind::Name: return "name";
    case CandidateKind::Level: return "level";
    case CandidateKind::Value: return "value";
  }
  llvm_unreachable("every candidate is something");
}

namespace {

class Completer {
public:
  Completer(const View& view, Hopes hopes, StringRef start)
      : view_(view), hopes_(std::move(hopes)), start_(start) {}

  std::vector<Candidate> run() {
    const std::optional<SourceId> scope = findScope();
    for (const Hope& hope : hopes_.hopes) add(hope, scope);
    return std::move(out_);
  }

private:
  /// What the innermost quantifier is about; nothing where a list on the way is none.
  std::optional<SourceId> findScope() const {
    const SourceWord* source = findSource(hopes_.source.text);
    if (!source) return {};
    SourceId scope = source->source;
    for (const Dotted& list : hopes_.lists) {
      const std::optional<FieldType> type = typeOf(scope, list);
      if (!type || type->type != Type::Row) return {};
      scope = type->source;
    }
    return scope;
  }

  [[nodiscard]] std::optional<FieldType> typeOf(SourceId scope, const Dotted& path) const {
    if (path.parts.empty()) return rowType(scope);
    const auto found = resolvePath(view_, scope, path);
    const auto* column = std::get_if<TypedColumn>(&found);
    return column ? std::optional(column->type) : std::nullopt;
  }

  void offer(StringRef text, CandidateKind kind, StringRef help = {}) {
    if (!text.starts_with(start_)) return;
    if (known_.insert((word(kind) + " " + text).str()).second)
      out_.push_back({text.str(), kind, help.str()});
  }

  void add(const Hope& hope, std::optional<SourceId> scope) {
    switch (hope.form) {
      case Hope::Form::Keyword:
        return offer(hope.word, llvm::isAlpha(hope.word[0]) ? CandidateKind::Keyword
                                                            : CandidateKind::Operator);
      case Hope::Form::Source:
        for (const SourceWord& it : sourceWords()) offer(it.word, CandidateKind::Source, it.help);
        return;
      case Hope::Form::Field:
        if (scope) fields(*scope, hope.path.path);
        return;
      case Hope::Form::Operator:
        if (scope) operators(*scope, hope.path);
        return;
      case Hope::Form::Value:
        if (scope) values(*scope, hope);
        return;
      case Hope::Form::Subject: return subjects(hope);
      case Hope::Form::Level: return levels(hope);
    }
  }

  void fields(SourceId scope, const Dotted& path) {
    const std::optional<FieldType> type = typeOf(scope, path);
    if (!type) return;
    for (const std::string& name : continuationsOf(view_, *type)) {
      const FieldRow* field = nullptr;
      if (type->type == Type::Row) field = findField(type->source, name);
      if (type->type == Type::Level) field = findField(SourceId::Level, name);
      offer(name, CandidateKind::Field,
            field           ? field->help
            : type->isProse ? "a language"
                            : "an attribute");
    }
  }

  void operators(SourceId scope, const Column& column) {
    std::optional<FieldType> type = typeOf(scope, column.path);
    if (!type) return;
    if (column.isCount) {
      type = FieldType();
      type->type = Type::Number;
    }
    const auto all = [&](std::initializer_list<StringRef> signs) {
      for (const StringRef sign : signs) offer(sign, CandidateKind::Operator);
    };
    if (type->type == Type::Text) all({"contains", "matches"});
    if (type->type != Type::Row || isDeclaration(type->source)) {
      all({"=", "in"});
      if (!type->isList) all({"!="});
      if (type->isOrdered()) all({"<", "<=", ">", ">="});
    }
    all({"is missing", "is not missing"});
  }

  /// Names, of which those count that begin as the words before do.
  void names(const std::vector<std::string>& all, const Dotted& prefix, CandidateKind kind,
             StringRef help) {
    const std::string before = prefix.parts.empty() ? "" : prefix.text() + ".";
    for (const std::string& name : all) {
      StringRef rest(name);
      if (rest.consume_front(before)) offer(rest, kind, help);
    }
  }

  void values(SourceId scope, const Hope& hope) {
    const std::optional<FieldType> type = typeOf(scope, hope.path.path);
    if (!type || hope.path.isCount) return;
    const auto words = [&](ArrayRef<StringRef> all) {
      for (const StringRef it : all) offer(it, CandidateKind::Value);
    };
    switch (type->type) {
      case Type::Boolean: return words({"true", "false"});
      case Type::Word: return words(wordsOf(type->set));
      case Type::OneOf: return words(type->oneOf->values);
      case Type::Level: return levels({});
      case Type::Row:
        return names(namesOf(view_, type->source), hope.prefix, CandidateKind::Name,
                     rowOf(type->source).name);
      case Type::Text:
      case Type::Number:
      case Type::Date:
      case Type::Version: return;
    }
  }

  void subjects(const Hope& hope) {
    if (hope.isKind)
      return names(namesOf(view_, SourceId::Kind), hope.prefix, CandidateKind::Name, "kind");
    names(namesOf(view_, SourceId::Competency), hope.prefix, CandidateKind::Name, "competency");
    names(namesOf(view_, SourceId::Category), hope.prefix, CandidateKind::Name, "category");
  }

  /// Those of the competency, if there is one.
  void levels(const Hope& hope) {
    model::ScaleId scale;
    if (!hope.path.path.parts.empty()) {
      const Row row = findDeclaration(view_, SourceId::Competency, hope.path.path.text());
      if (row) scale = static_cast<const model::Competency*>(row.record)->scale;
    }
    for (const StringRef name : levelNames(view_.model, scale)) offer(name, CandidateKind::Level);
  }

  const View& view_;
  Hopes hopes_;
  StringRef start_;
  std::vector<Candidate> out_;
  llvm::StringSet<> known_;  ///< Kind and text of those in out_.
};

}  // namespace

Completion complete(StringRef text, size_t offset, const model::Model& model) {
  text = text.take_front(offset);
  const std::vector<Token> tokens = tokenize(text, FileId());
  Completion out;
  out.begin = text.size();
  // A word that ends where the cursor is may be the beginning of another.
  if (tokens.size() > 1) {
    const Token& last = tokens[tokens.size() - 2];
    // What begins a text, a word of a language or a number is not ours to end.
    if (last.kind == TokenKind::Word && last.span.end == text.size()) out.begin = last.span.begin;
  }
  const View view(model, true);
  out.candidates =
      Completer(view, parseForHopes(text.take_front(out.begin)), text.drop_front(out.begin)).run();
  return out;
}

}  // namespace cadre::query
