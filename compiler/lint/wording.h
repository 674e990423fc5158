// How findings name things: takes declarations, levels and numbers, gives them as a message shows
// them: what people read, in backticks. Judges nothing.
#pragma once

#include "model/model.h"

#include <string>
#include <vector>

namespace cadre::lint {

/// The most members of a set that a sentence names.
inline constexpr size_t mostNamed = 8;

/// What people call it: the title, or the name without one.
[[nodiscard]] model::StringRef titleOf(const model::Declaration& declaration);
/// That in backticks.
[[nodiscard]] std::string quoted(const model::Declaration& declaration);
[[nodiscard]] std::string quoted(model::StringRef text);
/// `` `Media relations` at `Advanced` ``; without a level, the competency alone.
[[nodiscard]] std::string quoted(const model::Model& model, model::CompetencyId competency,
                                 const model::LevelValue& level);
/// Who says a line of what is required: `` `every profile` ``, or the title of the profile in backticks.
[[nodiscard]] std::string whoseLine(const model::Model& model, const model::Origin& origin);
/// `a, b and c`; of many: `a, b, … and 7 more`.
[[nodiscard]] std::string listed(model::ArrayRef<std::string> items, size_t most = mostNamed);
/// `` `drafts`, `edits` and `places` ``; `last` joins the last two.
[[nodiscard]] std::string listed(model::ArrayRef<model::StringRef> names, model::StringRef last = "and");
/// `acme.Cake acme.Bread`: the keys of declarations, for what a baseline knows a finding by.
template <class Ids>
[[nodiscard]] std::string keysOf(const model::Model& model, const Ids& ids) {
  std::string out;
  for (const auto id : ids) {
    if (!out.empty()) out += ' ';
    out += model[id].key;
  }
  return out;
}
/// The text with its first letter in upper case.
[[nodiscard]] std::string capitalised(model::StringRef text);
/// `one`, `two` … `twelve`, then digits.
[[nodiscard]] std::string inWords(size_t count);
/// `1 profile`, `2 profiles`.
[[nodiscard]] std::string counted(size_t count, model::StringRef one, model::StringRef several);

}  // namespace cadre::lint
