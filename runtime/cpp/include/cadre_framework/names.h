// Looking records up by what people call them, and guessing what they meant. Takes tables that must
// outlive it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cadre_framework/reading.h"

namespace cadre_framework::detail {

inline std::string small(std::string_view text) {
  std::string lowered(text);
  for (char& byte : lowered) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return lowered;
}

/// The code points of a text in small letters (those of ASCII); each starts with a byte that is no
/// continuation.
inline std::vector<std::string> letters(std::string_view text) {
  std::vector<std::string> points;
  for (const char byte : small(text)) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U || points.empty())
      points.emplace_back();
    points.back() += byte;
  }
  return points;
}

/// How many insertions, deletions and replacements make `b` of `a`; empty if more than `limit`.
inline std::optional<std::size_t> distance(const std::vector<std::string>& a,
                                           const std::vector<std::string>& b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return std::nullopt;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = corner + (a[i] == b[j] ? 0 : 1);
      corner = row[j + 1];
      row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, replaced});
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return std::nullopt;
  }
  return row.back() <= limit ? std::optional(row.back()) : std::nullopt;
}

/// The first of the candidates that are nearest to `name`, if less than a third of it differs. Of
/// fewer than three letters none may differ, but for small and capital ones.
inline std::optional<std::string> nearest(std::string_view name,
                                          const std::vector<std::string_view>& candidates) {
  const std::vector<std::string> wanted = letters(name);
  std::optional<std::string> best;
  std::size_t limit = wanted.size() < 3 ? 0 : std::max<std::size_t>(1, wanted.size() / 3);
  for (const std::string_view candidate : candidates) {
    const auto found = distance(wanted, letters(candidate), limit);
    if (!found) continue;
    best = std::string(candidate);
    if (*found == 0) break;
    limit = *found - 1;
  }
  return best;
}

/// The records of a table by `id`, by `name`, and by the names that they had.
template <class T>
class Directory {
public:
  Directory(std::string what, std::string_view table, const std::vector<T>& records)
      : what_(std::move(what)), records_(table, records) {
    for (const T& record : records) {
      names_[record.name].push_back(&record);
      for (const std::string& name : record.was) earlier_[name].push_back(&record);
    }
  }

  /// The record; null where there is none. Throws where the name could mean several.
  const T* find(std::string_view name) const {
    if (const T* record = records_.find(name)) return record;
    for (const Names* names : {&names_, &earlier_}) {
      const auto found = names->find(name);
      if (found == names->end()) continue;
      std::vector<const T*> among;
      for (const T* record : found->second) {
        if (!record->external) among.push_back(record);
      }
      if (among.empty()) among = found->second;
      if (among.size() == 1) return among.front();
      std::vector<std::string> ids;
      for (const T* record : among) ids.push_back(record->id);
      throw AmbiguousNameError(what_, std::string(name), std::move(ids));
    }
    return nullptr;
  }

  const T& get(std::string_view name) const {
    if (const T* record = find(name)) return *record;
    throw NotFoundError(what_, std::string(name), suggest(name));
  }

private:
  using Names = std::unordered_map<std::string_view, std::vector<const T*>>;

  std::optional<std::string> suggest(std::string_view name) const {
    const std::string lowered = small(name);
    std::vector<std::string_view> candidates;
    for (const T& record : records_) {
      if (small(record.title) == lowered) {
        return names_.at(record.name).size() == 1 ? record.name : record.id;
      }
      candidates.push_back(record.id);
      candidates.push_back(record.name);
    }
    return nearest(name, candidates);
  }

  std::string what_;
  Index<T> records_;
  Names names_;
  Names earlier_;
};

}  // namespace cadre_framework::detail
