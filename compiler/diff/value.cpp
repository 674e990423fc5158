#include "diff/value.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/raw_ostream.h>

namespace cadre::diff {

const Value* Value::find(StringRef name) const {
  const auto* found = llvm::find_if(members, [&](const Member& it) { return it.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

StringRef Value::get(StringRef name) const {
  const Value* value = find(name);
  return value ? value->text : StringRef();
}

ArrayRef<Value> Value::list(StringRef name) const {
  const Value* value = find(name);
  return value ? value->elements : ArrayRef<Value>();
}

bool Value::flag(StringRef name) const {
  const Value* value = find(name);
  return value && value->boolean;
}

namespace {

bool haveSameMembers(ArrayRef<Member> a, ArrayRef<Member> b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    // Both documents are mostly written in the same order.
    const Member* other = b[i].name == a[i].name
                              ? &b[i]
                              : llvm::find_if(b, [&](const Member& it) { return it.name == a[i].name; });
    if (other == b.end() || !(a[i].value == other->value)) return false;
  }
  return true;
}

}  // namespace

bool operator==(const Value& a, const Value& b) {
  if (a.type != b.type) return false;
  switch (a.type) {
    case Value::Type::Null: return true;
    case Value::Type::Boolean: return a.boolean == b.boolean;
    case Value::Type::Number:
    case Value::Type::Text: return a.text == b.text;
    case Value::Type::Array: return a.elements == b.elements;
    case Value::Type::Object: return haveSameMembers(a.members, b.members);
  }
  llvm_unreachable("every type has a case");
}

void write(llvm::json::OStream& out, const Value& value) {
  switch (value.type) {
    case Value::Type::Null: out.value(nullptr); return;
    case Value::Type::Boolean: out.value(value.boolean); return;
    case Value::Type::Number:
      out.rawValue(value.text);
      return;
    case Value::Type::Text: out.value(value.text); return;
    case Value::Type::Array:
      out.array([&] {
        for (const Value& element : value.elements) write(out, element);
      });
      return;
    case Value::Type::Object:
      out.object([&] {
        for (const Member& member : value.members) {
          out.attributeBegin(member.name);
          write(out, member.value);
          out.attributeEnd();
        }
      });
      return;
  }
}

std::string compact(const Value& value) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  llvm::json::OStream out(stream);
  write(out, value);
  return text;
}

}  // namespace cadre::diff
