// The only user of nlohmann::json, whose events are turned into the tree as they come: a tree of its own
// takes six times the memory.
#include "diff/value.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace cadre::diff {

namespace {

using Json = nlohmann::json;

/// Takes the events of the parser. Each function says whether to go on.
class Builder : public nlohmann::json_sax<Json> {
public:
  Builder(Arena& arena, SyntaxFault& fault) : arena_(arena), fault_(fault) {}

  [[nodiscard]] const Value* root() const { return values_.size() == 1 ? arena_.make<Value>(values_.front()) : nullptr; }

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add({.type = Value::Type::Boolean, .boolean = value, .text = {}, .elements = {}, .members = {}}); }
  bool number_integer(number_integer_t value) override { return addNumber(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return addNumber(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& written) override { return addNumber(written); }
  bool string(string_t& value) override {
    return add({.type = Value::Type::Text, .boolean = false, .text = arena_.copy(StringRef(value)), .elements = {}, .members = {}});
  }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(size_t /*size*/) override { return open(); }
  bool start_array(size_t /*size*/) override { return open(); }
  bool key(string_t& name) override {
    names_.push_back(intern(name));
    return true;
  }
  bool end_object() override {
    const size_t first = close();
    const size_t count = values_.size() - first;
    std::vector<Member> members;
    members.reserve(count);
    for (size_t i = 0; i < count; ++i)
      members.push_back({names_[names_.size() - count + i], values_[first + i]});
    names_.resize(names_.size() - count);
    values_.resize(first);
    return add({.type = Value::Type::Object, .boolean = false, .text = {}, .elements = {}, .members = arena_.copyOf(members)});
  }
  bool end_array() override {
    const size_t first = close();
    const ArrayRef<Value> elements = arena_.copy(ArrayRef(values_).drop_front(first));
    values_.resize(first);
    return add({.type = Value::Type::Array, .boolean = false, .text = {}, .elements = elements, .members = {}});
  }
  bool parse_error(size_t position, const std::string& /*last*/, const nlohmann::detail::exception& error) override {
    fault_.offset = position == 0 ? 0 : position - 1;
    // `[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …`
    const StringRef message(error.what());
    const size_t colon = message.find(": ");
    fault_.message = (colon == StringRef::npos ? message : message.drop_front(colon + 2)).str();
    return false;
  }

private:
  bool add(Value value) {
    values_.push_back(value);
    return true;
  }
  bool addNumber(StringRef written) {
    return add({.type = Value::Type::Number, .boolean = false, .text = arena_.copy(written), .elements = {}, .members = {}});
  }
  bool open() {
    if (begins_.size() == deepest) {
      fault_.message = "values are nested too deeply";
      return false;
    }
    begins_.push_back(values_.size());
    return true;
  }
  size_t close() {
    const size_t first = begins_.back();
    begins_.pop_back();
    return first;
  }
  /// Documents repeat a few names many times.
  StringRef intern(StringRef name) {
    const auto [entry, isNew] = known_.try_emplace(name.str(), StringRef());
    if (isNew) entry->second = arena_.copy(name);
    return entry->second;
  }

  static constexpr size_t deepest = 64;
  Arena& arena_;
  SyntaxFault& fault_;
  std::vector<Value> values_;
  std::vector<StringRef> names_;
  std::vector<size_t> begins_;
  std::unordered_map<std::string, StringRef> known_;
};

}  // namespace

const Value* readJson(StringRef text, Arena& arena, SyntaxFault& fault) {
  Builder builder(arena, fault);
  const bool isWhole = Json::sax_parse(text.begin(), text.end(), &builder);
  return isWhole ? builder.root() : nullptr;
}

}  // namespace cadre::diff
