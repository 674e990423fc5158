#include "diff/shape.h"

#include "framework_schema_files.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/StringMap.h>

#include <fmt/format.h>

#include <memory>
#include <vector>

namespace cadre::diff {

namespace {

using Type = Value::Type;

constexpr unsigned maskOf(Type type) { return 1U << static_cast<unsigned>(type); }

StringRef nameOf(Type type) {
  switch (type) {
    case Type::Null: return "null";
    case Type::Boolean: return "`true` or `false`";
    case Type::Number: return "a number";
    case Type::Text: return "a text";
    case Type::Array: return "a list";
    case Type::Object: return "an object";
  }
  llvm_unreachable("every type has a name");
}

std::string namesOf(unsigned types) {
  std::string out;
  for (const Type type : {Type::Text, Type::Number, Type::Boolean, Type::Array, Type::Object, Type::Null}) {
    if (types & maskOf(type)) out += (out.empty() ? "" : " or ") + nameOf(type).str();
  }
  return out;
}

/// What may stand in a place, and in the places below it.
struct Shape {
  unsigned types = 0;  ///< 0: any.
  llvm::StringMap<const Shape*> members;
  const Shape* others = nullptr;  ///< Of members that are not named; null for any.
  const Shape* elements = nullptr;
};

/// The part of the schema of framework.json that speaks of types.
class Schema {
public:
  static const Shape& root() {
    static const Schema schema;
    return *schema.root_;
  }

private:
  Schema() {
    SyntaxFault fault;
    const Value* text = readJson(embedded::framework_schema::find("framework.schema.json"), arena_, fault);
    definitions_ = text->find("$defs");
    root_ = shapeOf(*text);
  }

  const Shape* shapeOf(const Value& schema) {
    if (const StringRef reference = schema.get("$ref"); !reference.empty())
      return shapeOf(*definitions_->find(reference.substr(reference.rfind('/') + 1)));
    const auto [place, isNew] = known_.try_emplace(&schema, nullptr);
    if (!isNew) return place->second;
    Shape& shape = *shapes_.emplace_back(std::make_unique<Shape>());
    known_[&schema] = &shape;
    fill(shape, schema);
    return &shape;
  }

  void fill(Shape& shape, const Value& schema) {
    shape.types |= typesOf(schema);
    if (const Value* members = schema.find("properties")) {
      for (const Member& member : members->members) {
        if (member.value.isObject()) shape.members.try_emplace(member.name, shapeOf(member.value));
      }
    }
    const Value* others = schema.find("additionalProperties");
    if (others && others->isObject()) shape.others = shapeOf(*others);
    if (const Value* elements = schema.find("items")) shape.elements = shapeOf(*elements);
    // Where there are two forms, a member has the same type in both.
    for (const StringRef branch : {"then", "else"}) {
      const Value* form = schema.find(branch);
      if (!form || !form->isObject()) continue;
      const StringRef reference = form->get("$ref");
      fill(shape, reference.empty() ? *form : *definitions_->find(reference.substr(reference.rfind('/') + 1)));
    }
  }

  static unsigned typesOf(const Value& schema) {
    unsigned out = 0;
    if (const Value* type = schema.find("type")) {
      if (type->isText()) out |= typeOf(type->text);
      for (const Value& it : type->elements) out |= typeOf(it.text);
    }
    if (const Value* constant = schema.find("const")) out |= maskOf(constant->type);
    for (const Value& it : schema.list("enum")) out |= maskOf(it.type);
    return out;
  }

  static unsigned typeOf(StringRef word) {
    if (word == "string") return maskOf(Type::Text);
    if (word == "number" || word == "integer") return maskOf(Type::Number);
    if (word == "boolean") return maskOf(Type::Boolean);
    if (word == "array") return maskOf(Type::Array);
    return maskOf(Type::Object);
  }

  Arena arena_;
  const Value* definitions_ = nullptr;
  llvm::DenseMap<const Value*, const Shape*> known_;
  std::vector<std::unique_ptr<Shape>> shapes_;
  const Shape* root_ = nullptr;
};

/// `~` and `/` in a name are written in another way.
std::string stepOf(StringRef name) {
  std::string out = "/";
  for (const char c : name) c == '~' ? out += "~0" : c == '/' ? out += "~1" : out += c;
  return out;
}

/// The pointer is made on the way back, as there is one at most.
std::optional<ShapeFault> find(const Value& value, const Shape& shape) {
  if (shape.types != 0 && (shape.types & maskOf(value.type)) == 0)
    return ShapeFault{{}, nameOf(value.type).str(), namesOf(shape.types)};
  for (const Member& member : value.members) {
    const auto known = shape.members.find(member.name);
    const Shape* inner = known == shape.members.end() ? shape.others : known->second;
    if (!inner) continue;
    if (auto fault = find(member.value, *inner)) return fault->pointer.insert(0, stepOf(member.name)), fault;
  }
  if (!shape.elements) return std::nullopt;
  for (size_t i = 0; i < value.elements.size(); ++i) {
    if (auto fault = find(value.elements[i], *shape.elements)) return fault->pointer.insert(0, fmt::format("/{}", i)), fault;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ShapeFault> findShapeFault(const Value& document) { return find(document, Schema::root()); }

}  // namespace cadre::diff
