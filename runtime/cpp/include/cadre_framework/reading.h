// From JSON to the structs of records.h, checking every member that they have. A value of another
// type than expected is thrown as a `Mismatch`, which collects its place on the way up. Members
// that no record has are ignored: later documents of the same format may have more.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "cadre_framework/errors.h"

namespace cadre_framework {
namespace detail {

/// Members in the order of the document, so that the first fault in it is the one that is told.
using Json = nlohmann::ordered_json;

struct Mismatch {
  std::string reason;
  /// From the innermost outwards: names of members, and places in arrays.
  std::vector<std::variant<std::string, std::size_t>> steps;

  std::string place() const {
    std::string text;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      if (const auto* index = std::get_if<std::size_t>(&*step)) {
        text += "[" + std::to_string(*index) + "]";
      } else {
        text += (text.empty() ? "" : ".") + std::get<std::string>(*step);
      }
    }
    return text;
  }
};

inline Mismatch expected(std::string_view what, const Json& value) {
  std::string_view kind = "an object";
  if (value.is_null()) kind = "null";
  if (value.is_boolean()) kind = "a boolean";
  if (value.is_number()) kind = "a number";
  if (value.is_string()) kind = "a string";
  if (value.is_array()) kind = "an array";
  return {std::string(what) + " is expected, not " + std::string(kind), {}};
}

/// The beginning of a text, for a message: whole characters of UTF-8.
inline std::string excerpt(const std::string& text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (starts && ++letters > 60) return text.substr(0, i) + "…";
  }
  return text;
}

template <class T>
struct Read;

template <>
struct Read<std::string> {
  static constexpr std::string_view expects = "a string";
  static bool fits(const Json& value) { return value.is_string(); }
  static std::string from(const Json& value) {
    if (!value.is_string()) throw expected(expects, value);
    return value.get<std::string>();
  }
};

template <>
struct Read<double> {
  static constexpr std::string_view expects = "a number";
  static bool fits(const Json& value) { return value.is_number(); }
  static double from(const Json& value) {
    if (!value.is_number()) throw expected(expects, value);
    return value.get<double>();
  }
};

template <>
struct Read<std::int64_t> {
  static std::int64_t from(const Json& value) {
    const bool whole =
        value.is_number_float() && std::trunc(value.get<double>()) == value.get<double>();
    if (!value.is_number_integer() && !whole) throw expected("a whole number", value);
    // The largest that every reader holds exactly.
    if (std::abs(value.get<double>()) > 9007199254740991.0)
      throw Mismatch{"this number is too large", {}};
    return value.get<std::int64_t>();
  }
};

template <>
struct Read<bool> {
  static constexpr std::string_view expects = "a boolean";
  static bool fits(const Json& value) { return value.is_boolean(); }
  static bool from(const Json& value) {
    if (!value.is_boolean()) throw expected(expects, value);
    return value.get<bool>();
  }
};

template <class T>
struct Read<std::vector<T>> {
  static std::vector<T> from(const Json& value) {
    if (!value.is_array()) throw expected("an array", value);
    std::vector<T> items;
    items.reserve(value.size());
    for (const Json& item : value) {
      try {
        items.push_back(Read<T>::from(item));
      } catch (Mismatch& mismatch) {
        mismatch.steps.emplace_back(items.size());
        throw;
      }
    }
    return items;
  }
};

template <class T>
struct Read<std::map<std::string, T>> {
  static std::map<std::string, T> from(const Json& value) {
    if (!value.is_object()) throw expected("an object", value);
    std::map<std::string, T> items;
    for (auto item = value.begin(); item != value.end(); ++item) {
      try {
        items.emplace(item.key(), Read<T>::from(*item));
      } catch (Mismatch& mismatch) {
        mismatch.steps.emplace_back(item.key());
        throw;
      }
    }
    return items;
  }
};

/// One of several scalars.
template <class... T>
struct Read<std::variant<T...>> {
  static std::variant<T...> from(const Json& value) {
    std::optional<std::variant<T...>> result;
    ((Read<T>::fits(value) && !result ? result.emplace(Read<T>::from(value))
                                      : std::variant<T...>()),
     ...);
    if (!result) throw expected(names(), value);
    return *std::move(result);
  }

private:
  static std::string names() {
    std::string text;
    std::size_t left = sizeof...(T);
    ((text += (text.empty() ? ""
               : left == 1  ? " or "
                            : ", ") +
              std::string(Read<T>::expects),
      --left),
     ...);
    return text;
  }
};

/// The enumerator whose word the value is.
template <class T, std::size_t count>
T word(const Json& value, const std::array<std::pair<std::string_view, T>, count>& words) {
  if (!value.is_string()) throw expected("a string", value);
  const auto& text = value.get_ref<const std::string&>();
  std::string known;
  for (const auto& [spelling, enumerator] : words) {
    if (spelling == text) return enumerator;
    known += (known.empty() ? "`" : ", `") + std::string(spelling) + "`";
  }
  throw Mismatch{"`" + excerpt(text) + "` is none of " + known, {}};
}

/// A JSON object whose members are read one after the other into the fields of a record.
class Object {
public:
  explicit Object(const Json& value) : value_(value) {
    if (!value.is_object()) throw expected("an object", value);
  }

  /// Whether the member is there and, with words, one of them.
  bool has(std::string_view name, std::initializer_list<std::string_view> words) const {
    const auto found = value_.find(name);
    if (found == value_.end()) return false;
    if (words.size() == 0) return true;
    for (const std::string_view known : words) {
      if (found->is_string() && found->template get_ref<const std::string&>() == known) return true;
    }
    return false;
  }

  template <class T>
  void required(std::string_view name, T& field) const {
    if (!read(name, field)) throw Mismatch{"the member `" + std::string(name) + "` is missing", {}};
  }

  template <class T>
  void optional(std::string_view name, std::optional<T>& field) const {
    T value{};
    if (read(name, value)) field = std::move(value);
  }

  template <class T>
  void optional(std::string_view name, T& field) const {
    read(name, field);
  }

  /// A flag is true, or left out.
  void optional(std::string_view name, bool& field) const {
    const auto found = value_.find(name);
    if (found == value_.end()) return;
    if (!found->is_boolean() || !found->template get<bool>()) {
      throw Mismatch{"true is expected; a flag that is not set is left out", {std::string(name)}};
    }
    field = true;
  }

private:
  template <class T>
  bool read(std::string_view name, T& field) const {
    const auto found = value_.find(name);
    if (found == value_.end()) return false;
    try {
      field = Read<T>::from(*found);
    } catch (Mismatch& mismatch) {
      mismatch.steps.emplace_back(std::string(name));
      throw;
    }
    return true;
  }

  const Json& value_;
};

}  // namespace detail

/// The id of a record.
template <class T>
requires requires(const T& record) { record.id; }
const std::string& id_of(const T& record) { return record.id; }

/// A table of a document with its records by id: a range of them in the order of the document. It
/// keeps pointers into the document.
template <class T>
class Index {
public:
  Index(std::string_view table, const std::vector<T>& records) : records_(&records) {
    by_id_.reserve(records.size());
    for (const T& record : records) {
      if (by_id_.emplace(id_of(record), &record).second) continue;
      const auto place = std::to_string(&record - records.data());
      throw DocumentError("`" + id_of(record) + "` is the id of an earlier record already",
                          std::string(table) + "[" + place + "].id");
    }
  }

  /// The record; null where there is none.
  const T* find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  auto begin() const { return records_->begin(); }
  auto end() const { return records_->end(); }
  std::size_t size() const { return records_->size(); }
  bool empty() const { return records_->empty(); }

private:
  const std::vector<T>* records_;
  std::unordered_map<std::string_view, const T*> by_id_;
};

}  // namespace cadre_framework
