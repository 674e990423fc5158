#include "diff/document.h"

#include "diff/shape.h"
#include "support/listing.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <fmt/format.h>

#include <array>

namespace cadre::diff {

namespace {

constexpr StringRef knownFormat = "1";

constexpr std::array allTables = {
    Table{"kinds", "kind"},           Table{"attributes", "attribute"},
    Table{"scales", "scale"},         Table{"categories", "category"},
    Table{"families", "family"},      Table{"statements", "statement"},
    Table{"credentials", "credential"}, Table{"resources", "resource"},
    Table{"competencies", "competency"}, Table{"profiles", "profile"},
    Table{"rules", "rule"},           Table{"paths", "path"},
    Table{"crosswalks", "crosswalk"},
};

llvm::Error refuse(const std::string& why) {
  return llvm::createStringError(std::make_error_code(std::errc::invalid_argument), why);
}

/// Why a record cannot be what cadre wrote: an array of it whose elements should have keys has one twice.
std::string findTwice(const Value& record) {
  for (const StringRef array : {"levels", "requirements", "indicators", "credentials", "drops"}) {
    llvm::StringMap<bool> seen;
    for (const Value& element : record.list(array)) {
      const std::string key = keyOf(array, element);
      if (!seen.try_emplace(key).second) return fmt::format("`{}` of `{}` holds `{}` twice", array, record.get("id"), key);
      if (std::string inner = array == "levels" ? findTwice(element) : std::string(); !inner.empty()) return inner;
    }
  }
  return {};
}

}  // namespace

ArrayRef<Table> tables() { return allTables; }

StringRef keyMember(StringRef array, const Value& element) {
  if (array == "levels") return element.find("id") ? "id" : "level";
  return llvm::StringSwitch<StringRef>(array)
      .Cases("requirements", "drops", "competency")
      .Cases("descriptors", "develop", "evidence", "interview", element.find("label") ? "label" : "text")
      .Cases("knowledge", "skills", "abilities", "tasks", element.find("statement") ? "statement" : element.find("label") ? "label" : "text")
      .Case("credentials", element.find("id") ? "id" : "credential")
      .Cases("develops", "pairs", "edges", "matches", "")
      .Cases("origins", "allow", "")
      .Default("id");
}

std::string keyOf(StringRef array, const Value& element) {
  if (element.isText() || element.type == Value::Type::Number) return element.text.str();
  const StringRef member = element.isObject() ? keyMember(array, element) : "";
  const Value* key = member.empty() ? nullptr : element.find(member);
  return key && !key->text.empty() ? key->text.str() : compact(element);
}

llvm::Expected<std::unique_ptr<Document>> Document::read(StringRef json) {
  std::unique_ptr<Document> document(new Document());
  SyntaxFault fault;
  document->root_ = readJson(json, document->arena_, fault);
  if (!document->root_) {
    const StringRef before = json.take_front(fault.offset);
    const size_t lineStart = before.rfind('\n') + 1;
    return refuse(fmt::format("it is not JSON: line {}, column {}: {}", before.count('\n') + 1,
                              before.size() - lineStart + 1, fault.message));
  }
  if (llvm::Error error = document->index()) return std::move(error);
  return document;
}

llvm::Error Document::index() {
  const Value* framework = root_->find("framework");
  if (!framework || !framework->isObject() || framework->get("id").empty())
    return refuse("it is JSON, and not a framework.json: it has no `framework` with an `id`");
  const StringRef format = root_->get("formatVersion");
  if (format != knownFormat)
    return refuse(format.empty() ? std::string("it has no `formatVersion`")
                                 : fmt::format("its `formatVersion` is `{}`, and this cadre reads {}", format, knownFormat));
  if (const auto fault = findShapeFault(*root_))
    return refuse(fmt::format("at `{}` stands {}, where {} belongs", fault->pointer, fault->found, fault->wanted));
  for (const Table& table : allTables) {
    const Value* records = root_->find(table.name);
    if (!records || !records->isArray()) return refuse(fmt::format("it has no table `{}`", table.name));
    for (const Value& record : records->elements) {
      const StringRef id = record.get("id");
      if (id.empty()) return refuse(fmt::format("a record of `{}` has no `id`", table.name));
      if (!byId_[table.name].try_emplace(id, &record).second)
        return refuse(fmt::format("`{}` holds `{}` twice", table.name, id));
      if (const std::string twice = findTwice(record); !twice.empty()) return refuse(twice);
    }
  }
  return llvm::Error::success();
}

namespace {

/// Copies a value, with `to` in the place of the framework's id `from` in all keys.
class Rekeying {
public:
  Rekeying(Arena& arena, StringRef from, StringRef to) : arena_(arena), from_(from), to_(to) {}

  Value copy(const Value& value) {
    Value out = value;
    out.text = text(value.text);
    std::vector<Value> elements;
    for (const Value& it : value.elements) elements.push_back(copy(it));
    out.elements = arena_.copyOf(elements);
    std::vector<Member> members;
    for (const Member& it : value.members) members.push_back({arena_.copy(it.name), copy(it.value)});
    out.members = arena_.copyOf(members);
    return out;
  }

private:
  StringRef text(StringRef text) {
    StringRef rest = text;
    const bool isKey = rest.consume_front(from_) && (rest.empty() || rest.starts_with("."));
    return arena_.copy(isKey ? StringRef((to_ + rest).str()) : text);
  }

  Arena& arena_;
  StringRef from_;
  StringRef to_;
};

}  // namespace

std::unique_ptr<Document> Document::withId(StringRef id) const {
  std::unique_ptr<Document> out(new Document());
  out->root_ = out->arena_.make<Value>(Rekeying(out->arena_, framework().get("id"), id).copy(*root_));
  // What was unique is.
  llvm::cantFail(out->index());
  if (knowsBases_) out->setBases(wide_ ? wide_->withId(id) : nullptr);
  return out;
}

void Document::setBases(std::unique_ptr<Document> wide) {
  knowsBases_ = true;
  if (!wide) return;
  for (const Value& profile : wide->records("profiles")) {
    if (!find("profiles", profile.get("id"))) bases_.push_back(&profile);
  }
  wide_ = std::move(wide);
}

const Value* Document::find(StringRef table, StringRef id) const {
  const auto records = byId_.find(table);
  const Value* record = records == byId_.end() ? nullptr : records->second.lookup(id);
  return record || !wide_ ? record : wide_->find(table, id);
}

std::string titleOf(const Value& record) {
  for (const StringRef member : {"title", "text", "name"}) {
    if (const StringRef words = record.get(member); !words.empty()) return words.str();
  }
  return record.get("id").str();
}

std::string Document::titleOf(StringRef table, StringRef id) const {
  if (const Value* record = find(table, id)) return diff::titleOf(*record);
  // Its name: most keys begin with the id of the framework.
  StringRef name = id;
  if (name.consume_front(framework().get("id"))) name.consume_front(".");
  return name.str();
}

StringRef Document::scaleOf(StringRef competency) const {
  const Value* record = find("competencies", competency);
  return record ? record->get("scale") : StringRef();
}

namespace {

const Value* findLevel(const Value* scale, StringRef level) {
  if (!scale) return nullptr;
  const ArrayRef<Value> levels = scale->list("levels");
  const auto* found = llvm::find_if(levels, [&](const Value& it) { return it.get("id") == level; });
  return found == levels.end() ? nullptr : found;
}

}  // namespace

std::string Document::levelTitle(StringRef scale, StringRef level) const {
  const Value* found = findLevel(find("scales", scale), level);
  const StringRef title = found ? found->get("title") : StringRef();
  return (title.empty() ? level : title).str();
}

std::optional<double> Document::rank(StringRef scale, StringRef level) const {
  const Value* record = find("scales", scale);
  double number = 0;
  if (record && record->get("kind") == "numeric")
    return level.getAsDouble(number) ? std::nullopt : std::optional(number);
  const Value* found = findLevel(record, level);
  if (!found || found->get("ordinal").getAsDouble(number)) return std::nullopt;
  return number;
}

}  // namespace cadre::diff
