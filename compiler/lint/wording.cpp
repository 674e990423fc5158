#include "lint/wording.h"

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

std::string quoted(const model::Model& model, model::CompetencyId competency, const model::LevelValue& level) {
  std::string out = quoted(model[competency]);
  if (!level.isNone()) out += " at " + quoted(model.display(level));
  return out;
}

std::string listed(model::ArrayRef<std::string> items, size_t most) {
  // Naming all but one would only hide it.
  const size_t shown = items.size() > most + 1 ? most : items.size();
  std::string out;
  for (size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  if (shown < items.size()) out += fmt::format(" and {} more", items.size() - shown);
  return out;
}

std::string counted(size_t count, StringRef one, StringRef several) {
  return fmt::format("{} {}", count, (count == 1 ? one : several).str());
}

}  // namespace cadre::lint
