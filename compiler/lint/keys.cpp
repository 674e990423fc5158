#include "lint/keys.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

using llvm::ArrayRef;
using llvm::StringRef;

namespace {

using Named = std::pair<Span, StringRef>;

template <class Record>
void add(const model::Model& model, const Table<Record>& table, std::vector<Named>& out) {
  for (const Record& record : table) {
    if (record.framework.isValid() && !model.isExternal(record)) out.emplace_back(record.span, record.key);
  }
}

template <class... Records>
void addAll(const model::Model& model, std::vector<Named>& out, const Table<Records>&... tables) {
  (add(model, tables, out), ...);
}

}  // namespace

Keys::Keys(const model::Model& model, const SourceManager& sources, ArrayRef<const syntax::File*> trees)
    : sources_(sources) {
  const model::Tables& tables = model.tables();
  addAll(model, names_, tables.frameworks, tables.scales, tables.kinds, tables.categories, tables.attributes,
         tables.statements, tables.competencies, tables.credentials, tables.resources, tables.families,
         tables.profiles, tables.rules, tables.paths, tables.crosswalks);
  llvm::sort(names_);
  for (const syntax::File* tree : trees) {
    for (const syntax::Item* item : tree->items) {
      if (llvm::isa<syntax::Translation>(item)) translations_.push_back(item->span);
    }
  }
}

StringRef Keys::at(Span place) const {
  const auto isAround = [&](Span it) { return it.file == place.file && it.contains(place.begin); };
  if (llvm::any_of(translations_, isAround)) return {};
  const auto behind = llvm::upper_bound(names_, place, [](Span it, const Named& named) {
    return std::pair(it.file, it.begin) < std::pair(named.first.file, named.first.begin);
  });
  if (behind == names_.begin() || std::prev(behind)->first.file != place.file) return {};
  return std::prev(behind)->second;
}

BaselineSite Keys::siteOf(Span place) const {
  if (!place.isValid()) return {};
  BaselineSite out{at(place).str(), {}};
  const bool isName = std::binary_search(names_.begin(), names_.end(), Named(place, out.declaration),
                                         [](const Named& a, const Named& b) { return a.first < b.first; });
  if (!isName) out.text = squeezed(sources_.text(place));
  return out;
}

std::string squeezed(StringRef text) {
  llvm::SmallVector<StringRef, 16> words;
  llvm::SplitString(text, words, " \t\r\n");
  return llvm::join(words, " ");
}

}  // namespace cadre::lint
