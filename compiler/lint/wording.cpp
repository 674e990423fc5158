#include "lint/wording.h"

#include "support/listing.h"
#include "support/unicode.h"

#include <fmt/format.h>

namespace cadre::lint {

using model::StringRef;

StringRef titleOf(const model::Declaration& declaration) {
  return declaration.title.isEmpty() ? declaration.name : declaration.title.plain;
}

std::string quoted(StringRef text) {
  std::string out = "`";
  return out.append(text.data(), text.size()) + "`";
}

std::string quoted(const model::Declaration& declaration) { return quoted(titleOf(declaration)); }

std::string quoted(const model::Model& model, model::CompetencyId competency,
                   const model::LevelValue& level) {
  std::string out = quoted(model[competency]);
  if (!level.isNone()) out += " at " + quoted(model.display(level));
  return out;
}

std::string whoseLine(const model::Model& model, const model::Origin& origin) {
  return origin.kind == model::OriginKind::Rule ? "`every profile`" : quoted(model[origin.profile]);
}

std::string listed(model::ArrayRef<std::string> items, size_t most) {
  // Naming all but one would only hide it.
  if (items.size() <= most + 1) return enumerated(items);
  return fmt::format("{} and {} more", fmt::join(items.take_front(most), ", "),
                     items.size() - most);
}

std::string listed(model::ArrayRef<StringRef> names, StringRef last) {
  return enumerated(names, last);
}

std::string capitalised(StringRef text) {
  if (text.empty()) return {};
  const unicode::CodePoint first = unicode::decode(text, 0);
  std::string out;
  unicode::append(out, unicode::toUpper(first.value));
  return out + text.drop_front(first.length).str();
}

std::string inWords(size_t count) {
  static constexpr const char* words[] = {"no",   "one",    "two",   "three", "four",
                                          "five", "six",    "seven", "eight", "nine",
                                          "ten",  "eleven", "twelve"};
  return count < std::size(words) ? words[count] : std::to_string(count);
}

std::string counted(size_t count, StringRef one, StringRef several) {
  return fmt::format("{} {}", count, (count == 1 ? one : several).str());
}

}  // namespace cadre::lint
