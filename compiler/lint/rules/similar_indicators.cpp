#include "lint/alike.h"
#include "lint/rule.h"
#include "lint/statements.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::Pair;
using prose::StemSet;

/// With fewer words, what two indicators have in common says little.
constexpr size_t fewestStems = 4;

class Compared {
public:
  Compared(Context& context, prose::Lexicon& lexicon)
      : model_(context.model()), lexicon_(lexicon), all_(context.survey().liveIndicators()), sets_(all_.size()) {
    // Both are in the order of the tables.
    const Stemmed& kept = context.survey().stemmed();
    size_t next = 0;
    for (size_t i = 0; i < kept.texts.size() && next < all_.size(); ++i) {
      if (kept.texts[i] != all_[next].text) continue;
      if (kept.stems[i].size() >= fewestStems) sets_[next] = kept.stems[i];
      ++next;
    }
    assert(next == all_.size());
  }

  [[nodiscard]] const Indicator& operator[](uint32_t index) const { return all_[index]; }
  [[nodiscard]] size_t size() const { return all_.size(); }

  [[nodiscard]] std::vector<Pair> pairs(double least) {
    std::vector<Pair> out = prose::similarPairs(sets_, lexicon_.stemMarks(), least);
    llvm::erase_if(out, [&](const Pair& pair) { return !isOurs(pair); });
    return out;
  }

private:
  StemSet stemsOf(const model::Text& one) {
    text_.read(one.plain, lexicon_);
    return prose::stemsOf(text_);
  }
  bool isOurs(const Pair& pair) {
    const Indicator& a = all_[pair.first];
    const Indicator& b = all_[pair.second];
    // Other levels of a competency are judged with the levels.
    if (a.competency == b.competency) return a.level == b.level;
    foldInto(one_, a.text->plain);
    foldInto(other_, b.text->plain);
    if (one_ == other_) return false;
    return !areParallel(sets_[pair.first], stemsOf(model_[a.competency].title), sets_[pair.second],
                        stemsOf(model_[b.competency].title));
  }

  const Model& model_;
  prose::Lexicon& lexicon_;
  prose::Text text_;
  ArrayRef<Indicator> all_;
  std::vector<ArrayRef<uint32_t>> sets_;
  std::string one_;
  std::string other_;
};

}  // namespace

void check(rule::SimilarIndicators, const Model& model, Context& context) {
  prose::Lexicon* lexicon = context.lexicon();
  if (!lexicon || !lexicon->has(prose::ListId::StopWords)) return;
  Compared compared(context, *lexicon);
  const double least = context.number(OptionId::IndicatorSimilarity) / 100.0;
  for (const Alike& alike : groupAlike(compared.pairs(least), compared.size())) {
    const Indicator& later = compared[alike.later];
    const Indicator& earlier = compared[alike.earlier.front()];
    std::vector<Span> others;
    for (const uint32_t other : alike.earlier) others.push_back(compared[other].text->span);
    context
        .report(rule::SimilarIndicators{}, Place::among(later.text->span, others), model[earlier.competency].name)
        .labels(others, note::SimilarHere, note::MoreAreAlike)
        .help(note::MergeOrTellApart);
  }
}

}  // namespace cadre::lint
