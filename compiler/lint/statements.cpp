#include "lint/statements.h"

#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

bool isLive(const model::Declaration& declaration) {
  return declaration.status != model::Status::Retired && !declaration.deprecated;
}

std::vector<Indicator> liveIndicators(Context& context) {
  const model::Model& model = context.model();
  std::vector<Indicator> out;
  for (const model::CompetencyId id : context.survey().competencies()) {
    const model::Competency& competency = model[id];
    if (!isLive(competency)) continue;
    for (const model::Bullet& bullet : competency.rubric.indicators) out.push_back({id, 0, &bullet.text});
    for (uint32_t level = 0; level < competency.levels.size(); ++level) {
      for (const model::Bullet& bullet : competency.levels[level].rubric.indicators)
        out.push_back({id, level, &bullet.text});
    }
  }
  return out;
}

void foldInto(std::string& out, StringRef plain) {
  const std::string folded = unicode::isAscii(plain) ? std::string() : unicode::foldCase(plain);
  const StringRef text = folded.empty() ? plain : StringRef(folded);
  out.clear();
  bool isSpace = false;
  for (const char c : text) {
    if (llvm::isSpace(c)) {
      isSpace = true;
      continue;
    }
    if (isSpace && !out.empty()) out += ' ';
    isSpace = false;
    out += llvm::toLower(c);
  }
  while (!out.empty() && StringRef(".;:,!").contains(out.back())) out.pop_back();
}

}  // namespace cadre::lint
