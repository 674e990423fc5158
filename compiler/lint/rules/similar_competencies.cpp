#include "lint/alike.h"
#include "lint/competencies.h"
#include "lint/rule.h"
#include "lint/statements.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::Pair;

/// With fewer words, what two texts have in common says little.
constexpr size_t fewestInTitle = 2;
constexpr size_t fewestInDefinition = 5;

/// Competencies as they are compared.
class Compared {
public:
  Compared(Context& context, prose::Lexicon& lexicon)
      : model_(context.model()), folder_(&lexicon), marks_(lexicon.stemMarks()) {
    const Stemmed& kept = context.survey().named();
    size_t next = 0;
    // Both are in the order of the tables.
    const auto stemsOf = [&](const model::Text& text) -> ArrayRef<uint32_t> {
      if (text.isEmpty() || !text.span.isValid()) return {};
      while (next < kept.texts.size() && kept.texts[next] != &text) ++next;
      return next < kept.texts.size() ? kept.stems[next++] : ArrayRef<uint32_t>();
    };
    for (const model::CompetencyId id : context.survey().competencies()) {
      const Competency& it = model_[id];
      if (!isLive(it)) continue;
      competencies_.push_back(&it);
      titles_.push_back(stemsOf(it.title));
      definitions_.push_back(stemsOf(it.about));
    }
  }

  [[nodiscard]] const Competency& operator[](uint32_t index) const { return *competencies_[index]; }
  [[nodiscard]] size_t size() const { return competencies_.size(); }

  [[nodiscard]] std::vector<Pair> pairs(double least) {
    std::vector<Pair> out = prose::similarPairs(atLeast(titles_, fewestInTitle), marks_, least);
    for (const Pair& pair : prose::similarPairs(atLeast(definitions_, fewestInDefinition), marks_, least)) {
      if (!areParallel(definitions_[pair.first], titles_[pair.first], definitions_[pair.second], titles_[pair.second]))
        out.push_back(pair);
    }
    llvm::erase_if(out, [&](const Pair& pair) { return isToldElsewhere(pair); });
    llvm::sort(out, [](const Pair& a, const Pair& b) {
      return std::tuple(a.second, a.first, -a.similarity) < std::tuple(b.second, b.first, -b.similarity);
    });
    return out;
  }

private:
  static std::vector<ArrayRef<uint32_t>> atLeast(std::vector<ArrayRef<uint32_t>> sets, size_t fewest) {
    for (ArrayRef<uint32_t>& set : sets) {
      if (set.size() < fewest) set = {};
    }
    return sets;
  }
  /// The same title is for `ambiguous-term`, the same definition for `duplicate-text`.
  [[nodiscard]] bool isToldElsewhere(const Pair& pair) {
    const Competency& a = *competencies_[pair.first];
    const Competency& b = *competencies_[pair.second];
    if (llvm::is_contained(a.replaces, b.key) || llvm::is_contained(b.replaces, a.key)) return true;
    const std::string title = folder_.fold(a.title.plain).str();
    if (title == folder_.fold(b.title.plain)) return true;
    std::string one;
    std::string other;
    foldInto(one, a.about.plain);
    foldInto(other, b.about.plain);
    return !one.empty() && one == other;
  }

  const Model& model_;
  TermFolder folder_;
  std::vector<const Competency*> competencies_;
  std::vector<ArrayRef<uint32_t>> titles_;
  std::vector<ArrayRef<uint32_t>> definitions_;
  std::vector<uint64_t> marks_;
};

}  // namespace

void check(rule::SimilarCompetencies, const Model&, Context& context) {
  prose::Lexicon* lexicon = context.lexicon();
  if (!lexicon || !lexicon->has(prose::ListId::StopWords)) return;
  Compared compared(context, *lexicon);
  const double least = context.number(OptionId::CompetencySimilarity) / 100.0;
  for (const Alike& alike : groupAlike(compared.pairs(least), compared.size())) {
    const Competency& later = compared[alike.later];
    const Competency& earlier = compared[alike.earlier.front()];
    std::vector<Span> others;
    for (const uint32_t other : alike.earlier) others.push_back(titlePlace(compared[other], context));
    context
        .report(rule::SimilarCompetencies{}, Place::among(titlePlace(later, context), others), later.name, earlier.name)
        .labels(others, note::SimilarHere, note::MoreAreAlike)
        .help(note::MergeOrTellApart);
  }
}

}  // namespace cadre::lint
