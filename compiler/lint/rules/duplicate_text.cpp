#include "lint/competencies.h"
#include "lint/rule.h"
#include "lint/statements.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/Support/xxhash.h>

namespace cadre::lint {

namespace {

/// Finds for each text the first that is the same to a reader. A thousand bytes are compared as a
/// number of eight: texts that differ have the same one by a chance that nobody will see.
class Seen {
public:
  /// The index given with the same text before, or none; then `index` is kept for it.
  std::optional<uint32_t> insert(StringRef plain, uint32_t index) {
    foldInto(folded_, plain);
    // The two largest numbers are the map's own.
    const auto [it, isNew] = first_.try_emplace(llvm::xxHash64(folded_) >> 1U, index);
    return isNew ? std::nullopt : std::optional(it->second);
  }
  void reserve(size_t count) { first_.reserve(static_cast<unsigned>(count)); }

private:
  llvm::DenseMap<uint64_t, uint32_t> first_;
  std::string folded_;
};

void tell(Context& context, StringRef what, Span place, Span first) {
  context.report(rule::DuplicateText{}, Place::among(place, first), what)
      .label(first, note::SameTextHere)
      .help(note::KeepOneOfThem);
}

/// Indicators: the same one in another competency, or at a level of this one that is no neighbour.
void checkIndicators(Context& context) {
  const ArrayRef<Indicator> all = context.survey().liveIndicators();
  // Texts of other words need not be compared letter by letter.
  std::vector<uint64_t> words(all.size());
  llvm::DenseMap<uint64_t, bool> isRepeated;
  isRepeated.reserve(static_cast<unsigned>(all.size()));
  for (size_t i = 0; i < all.size(); ++i) {
    words[i] = context.survey().wordingOf(*all[i].text) >> 1U;
    const auto [it, isNew] = isRepeated.try_emplace(words[i], false);
    if (!isNew) it->second = true;
  }
  Seen seen;
  // By the first of a text, its last one so far.
  llvm::DenseMap<uint32_t, uint32_t> last;
  for (uint32_t i = 0; i < all.size(); ++i) {
    if (!isRepeated.lookup(words[i])) continue;
    const auto first = seen.insert(all[i].text->plain, i);
    if (!first) continue;
    const auto before = last.find(*first);
    const Indicator& previous = all[before == last.end() ? *first : before->second];
    last[*first] = i;
    // What neighbouring levels repeat is judged with the levels.
    if (previous.competency == all[i].competency && all[i].level <= previous.level + 1) continue;
    tell(context, "the same indicator", all[i].text->span, all[*first].text->span);
  }
}

void checkDefinitions(const Model& model, Context& context) {
  Seen seen;
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (it.about.isEmpty() || !isLive(it)) continue;
    if (const auto first = seen.insert(it.about.plain, id.index()))
      tell(context, "the same definition", it.about.span, model[model::CompetencyId(*first)].about.span);
  }
}

void checkStatements(const Model& model, Context& context) {
  Seen seen[4];
  for (const model::Statement& it : model.tables().statements) {
    if (model.isExternal(it) || !isLive(it) || it.text.isEmpty()) continue;
    const uint32_t index = model.tables().statements.idOf(it).index();
    if (const auto first = seen[static_cast<size_t>(it.sort)].insert(it.text.plain, index))
      tell(context, "the same statement", it.text.span, model[model::StatementId(*first)].text.span);
  }
}

}  // namespace

void check(rule::DuplicateText, const Model& model, Context& context) {
  checkIndicators(context);
  checkDefinitions(model, context);
  checkStatements(model, context);
}

}  // namespace cadre::lint
