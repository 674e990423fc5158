#include "diff/edits.h"

#include "diff/document.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>

namespace cadre::diff {

namespace {

Path below(const Path& path, StringRef step) {
  Path out = path;
  out.push_back(step.str());
  return out;
}

/// Whether each element has a key of its own.
bool areKeyed(StringRef array, ArrayRef<Value> elements) {
  llvm::StringMap<bool> seen;
  return llvm::all_of(elements, [&](const Value& it) { return seen.try_emplace(keyOf(array, it)).second; });
}

/// Where the partners of those that stay stand in the other order.
bool keepOrder(ArrayRef<const Value*> partners) {
  const Value* last = nullptr;
  for (const Value* partner : partners) {
    if (partner && last && partner < last) return false;
    if (partner) last = partner;
  }
  return true;
}

}  // namespace

uint32_t Edits::add(Edit edit) {
  all_.push_back(std::move(edit));
  return static_cast<uint32_t>(all_.size() - 1);
}

std::vector<const Value*> Edits::partnersByKey(StringRef array, ArrayRef<Value> before,
                                               ArrayRef<Value> after) {
  std::vector<const Value*> partners(before.size(), nullptr);
  llvm::StringMap<const Value*> byKey;
  for (const Value& element : after) byKey[keyOf(array, element)] = &element;
  for (size_t i = 0; i < before.size(); ++i) partners[i] = byKey.lookup(keyOf(array, before[i]));
  return partners;
}

EditIds Edits::between(const Path& path, const Value* before, const Value* after) {
  if (before && after && *before == *after) return {};
  EditIds out;
  if (before && after && before->isObject() && after->isObject()) {
    for (const Member& member : before->members)
      llvm::append_range(out, between(below(path, member.name), &member.value, after->find(member.name)));
    for (const Member& member : after->members) {
      if (!before->find(member.name))
        llvm::append_range(out, between(below(path, member.name), nullptr, &member.value));
    }
    return out;
  }
  const StringRef name = path.empty() ? StringRef() : StringRef(path.back());
  const bool areArrays = before && after && before->isArray() && after->isArray();
  if (areArrays && areKeyed(name, before->elements) && areKeyed(name, after->elements)) {
    const ArrayChange change = betweenElements(path, before->elements, after->elements,
                                               partnersByKey(name, before->elements, after->elements));
    for (const ElementChange& element : change.elements) llvm::append_range(out, element.edits);
    llvm::append_range(out, change.order);
    return out;
  }
  Edit edit;
  edit.path = path;
  edit.before = before;
  edit.after = after;
  out.push_back(add(std::move(edit)));
  return out;
}

/// The edit of the member by which an element is known.
EditIds Edits::betweenKeys(const Path& path, const Value& before, const Value& after) {
  const StringRef array = path[path.size() - 2];
  return between(below(path, keyMember(array, before)), before.find(keyMember(array, before)),
                 after.find(keyMember(array, after)));
}

ArrayChange Edits::betweenElements(const Path& path, ArrayRef<Value> before, ArrayRef<Value> after,
                                   ArrayRef<const Value*> asked, const Inner& inner) {
  const std::string array = path.back();
  ArrayChange out;
  std::vector<const Value*> partners = asked.vec();
  llvm::DenseMap<const Value*, size_t> leaving;  // New elements that an old one became, in two steps.
  takeApart(array, before, partners, out, leaving, inner);
  llvm::DenseSet<const Value*> stays;
  const auto element = [&](const std::string& key, const Value* from, const Value* to) {
    Edit edit;
    edit.path = below(path, key);
    edit.isElement = true;
    edit.before = from;
    edit.after = to;
    return edit;
  };
  for (size_t i = 0; i < before.size(); ++i) {
    const Value* partner = partners[i];
    if (!partner) continue;
    stays.insert(partner);
    if (before[i] == *partner) continue;
    const std::string key = keyOf(array, before[i]);
    ElementChange& change = out.elements.emplace_back(&before[i], partner, EditIds());
    const bool keepsKey = key == keyOf(array, *partner);
    if (before[i].isObject() && (keepsKey || inner)) {
      change.edits = inner ? inner(below(path, key), before[i], *partner)
                           : between(below(path, key), &before[i], partner);
      if (!keepsKey) llvm::append_range(change.edits, betweenKeys(below(path, key), before[i], *partner));
    } else {
      change.edits.push_back(add(element(key, &before[i], partner)));
    }
  }
  for (size_t i = 0; i < before.size(); ++i) {
    if (partners[i]) continue;
    const uint32_t edit = add(element(keyOf(array, before[i]), &before[i], nullptr));
    const auto leaves = asked[i] ? leaving.find(asked[i]) : leaving.end();
    if (leaves == leaving.end()) {
      out.elements.push_back({&before[i], nullptr, {edit}});
    } else {
      out.elements[leaves->second].edits.push_back(edit);
    }
  }
  for (const Value& value : after) {
    if (stays.contains(&value)) continue;
    Edit edit = element(keyOf(array, value), nullptr, &value);
    if (&value != after.begin()) edit.behind = keyOf(array, *(&value - 1));
    const uint32_t id = add(std::move(edit));
    const auto leaves = leaving.find(&value);
    if (leaves == leaving.end()) {
      out.elements.push_back({nullptr, &value, {id}});
    } else {
      out.elements[leaves->second].edits.push_back(id);
    }
  }
  if (!keepOrder(partners)) {
    Edit edit;
    edit.kind = Edit::Kind::Order;
    edit.path = path;
    for (const Value& value : after) edit.order.push_back(keyOf(array, value));
    out.order.push_back(add(std::move(edit)));
  }
  return out;
}

/// An element that becomes another one, under the key that a third one has before, cannot do so in its place:
/// for a moment there would be two of that key. It goes, and comes.
void Edits::takeApart(StringRef array, ArrayRef<Value> before, std::vector<const Value*>& partners, ArrayChange& out,
                      llvm::DenseMap<const Value*, size_t>& leaving, const Inner& inner) {
  if (inner) return;
  llvm::StringMap<bool> keys;
  for (const Value& it : before) keys[keyOf(array, it)] = true;
  for (size_t i = 0; i < before.size(); ++i) {
    if (!partners[i]) continue;
    const std::string key = keyOf(array, *partners[i]);
    if (key == keyOf(array, before[i]) || !keys.contains(key)) continue;
    leaving[partners[i]] = out.elements.size();
    out.elements.push_back({&before[i], partners[i], {}});
    partners[i] = nullptr;
  }
}

}  // namespace cadre::diff
