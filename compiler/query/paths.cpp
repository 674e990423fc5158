#include "query/paths.h"

#include "query/names.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ErrorHandling.h>

namespace cadre::query {

namespace {

FieldType typeOf(const model::Attribute& attribute) {
  FieldType type;
  switch (attribute.type) {
    case model::AttributeType::Text:
    case model::AttributeType::Url: type.type = Type::Text; break;
    case model::AttributeType::Number: type.type = Type::Number; break;
    case model::AttributeType::Boolean: type.type = Type::Boolean; break;
    case model::AttributeType::Date: type.type = Type::Date; break;
    case model::AttributeType::OneOf:
      type.type = Type::OneOf;
      type.oneOf = &attribute;
      break;
  }
  return type;
}

/// Whose fields a value of the type has; Declaration for none.
SourceId fieldsBehind(const FieldType& type) {
  if (type.type == Type::Row) return type.source;
  return type.type == Type::Level ? SourceId::Level : SourceId::Declaration;
}

class Resolver {
public:
  Resolver(const View& view, SourceId source, const Dotted& path)
      : view_(view), path_(path), type_(rowType(source)) {}

  std::variant<TypedColumn, PathFault> run() {
    while (at_ < path_.parts.size()) {
      if (!takeField() && !takeAttribute() && !takeLanguage()) return PathFault{type_, at_};
    }
    column_.name = path_.text();
    column_.type = type_;
    return std::move(column_);
  }

private:
  void goTo(FieldType type, size_t words) {
    const bool isList = type_.isList || type.isList;
    type_ = type;
    type_.isList = isList;
    at_ += words;
  }

  bool takeField() {
    const SourceId source = fieldsBehind(type_);
    if (source == SourceId::Declaration) return false;
    const FieldRow* field = findField(source, path_.parts[at_].text);
    if (!field) return false;
    if (type_.type == Type::Level) column_.steps.push_back({Step::Form::LevelRow, nullptr, {}, {}});
    column_.steps.push_back({Step::Form::Field, field, {}, {}});
    goTo(field->type, 1);
    return true;
  }

  /// An attribute of another package has its name before it.
  bool takeAttribute() {
    if (type_.type != Type::Row) return false;
    std::string name;
    for (size_t words = 1; at_ + words <= path_.parts.size(); ++words) {
      name += (words > 1 ? "." : "") + path_.parts[at_ + words - 1].text;
      const model::AttributeId found = findAttribute(view_, type_.source, name);
      if (!found) continue;
      column_.steps.push_back({Step::Form::Attribute, nullptr, found, {}});
      goTo(typeOf(view_.model[found]), words);
      return true;
    }
    return false;
  }

  bool takeLanguage() {
    const StringRef language = path_.parts[at_].text;
    const bool isListed = llvm::is_contained(view_.model.framework().translations, language) ||
                          language == view_.model.framework().language;
    if (!type_.isProse || !isListed) return false;
    column_.steps.push_back({Step::Form::Language, nullptr, {}, language.str()});
    FieldType type;
    goTo(type, 1);
    return true;
  }

  const View& view_;
  const Dotted& path_;
  FieldType type_;
  size_t at_ = 0;
  TypedColumn column_;
};

}  // namespace

FieldType rowType(SourceId source) {
  FieldType type;
  type.type = Type::Row;
  type.source = source;
  return type;
}

std::variant<TypedColumn, PathFault> resolvePath(const View& view, SourceId source,
                                                 const Dotted& path) {
  return Resolver(view, source, path).run();
}

std::vector<std::string> continuationsOf(const View& view, const FieldType& type) {
  std::vector<std::string> out;
  const SourceId source = fieldsBehind(type);
  if (source != SourceId::Declaration) {
    for (const FieldRow* field : fieldsOf(source)) out.push_back(field->name.str());
    for (std::string& name : attributesOf(view, source)) out.push_back(std::move(name));
  } else if (type.isProse) {
    for (const StringRef language : view.model.framework().translations)
      out.push_back(language.str());
  }
  return out;
}

}  // namespace cadre::query
