#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/MapVector.h>

namespace cadre::lint {

namespace {

/// A word of grade in a title.
struct Use {
  model::ProfileId profile;
  StringRef entry;      ///< As the list has it.
  StringRef written;
  Span span;
};

/// The ways in which one grade is written, by what it is in full.
using Uses = llvm::MapVector<StringRef, std::vector<Use>>;

void collect(const Model& model, model::ProfileId id, prose::Lexicon& lexicon, Context& context, Uses& uses) {
  prose::Text text;
  const model::Text& title = model[id].title;
  if (title.isEmpty()) return;
  text.read(title.plain, lexicon);
  Passage passage;
  passage.role = Role::Title;
  passage.owner = &model[id];
  passage.plain = title.plain;
  passage.span = title.span;
  passage.lexicon = &lexicon;
  passage.text = &text;
  for (const prose::Match& it : text.find(prose::ListId::GradeWords)) {
    const prose::Entry& entry = *it.entry;
    const StringRef full = entry.instead.empty() ? entry.text : entry.instead.front();
    uses[full].push_back({id, entry.text, text.words(it.first, it.last), context.place(passage, it)});
  }
}

/// The spelling that is kept: the full word where a title has it, else what most titles have.
StringRef keptOf(StringRef full, ArrayRef<Use> uses) {
  llvm::MapVector<StringRef, size_t> counts;
  for (const Use& it : uses) ++counts[it.entry];
  if (counts.contains(full)) return full;
  StringRef best = counts.front().first;
  for (const auto& [entry, count] : counts) {
    if (count > counts[best]) best = entry;
  }
  return best;
}

}  // namespace

void check(rule::MixedTitleWords, const Model& model, Context& context) {
  prose::Lexicon* lexicon = context.lexicon();
  if (!lexicon || !lexicon->has(prose::ListId::GradeWords)) return;
  Uses all;
  for (const model::ProfileId id : context.survey().profiles()) collect(model, id, *lexicon, context, all);
  for (const auto& [full, uses] : all) {
    const StringRef kept = keptOf(full, uses);
    const auto keeper = llvm::find_if(uses, [&](const Use& it) { return it.entry == kept; });
    for (const Use& it : uses) {
      if (it.entry == kept) continue;
      context
          .report(rule::MixedTitleWords{}, Place(it.span, keeper->span), it.written, keeper->written,
                  quoted(model[keeper->profile]))
          .label(keeper->span, note::WrittenSo)
          .help(note::WriteSo, keeper->written);
    }
  }
}

}  // namespace cadre::lint
