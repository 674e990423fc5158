#include "lint/competencies.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::FunctionWord;

/// Looks for an object of work: a content word behind a verb that leads, in the same sentence.
class Objects {
public:
  explicit Objects(prose::Lexicon& lexicon) : lexicon_(lexicon) {}

  bool isNamedIn(const model::Text& statement) {
    text_.read(statement.plain, lexicon_);
    hasWords_ |= !text_.tokens().empty();
    return llvm::any_of(text_.sentences(), [&](prose::Sentence sentence) { return isNamedIn(sentence); });
  }
  bool isNamedIn(const model::Rubric& rubric) {
    return llvm::any_of(rubric.indicators, [&](const model::Bullet& it) { return isNamedIn(it.text); });
  }
  /// Whether there were words to judge.
  [[nodiscard]] bool hasWords() const { return hasWords_; }

private:
  bool isNamedIn(prose::Sentence sentence) {
    const prose::Lead lead = prose::leadOf(text_, sentence);
    if (lead.form == prose::LeadForm::None || text_.findAt(prose::ListId::VagueVerbs, lead.token)) return false;
    for (uint32_t i = lead.token + 1; i < sentence.last; ++i) {
      const prose::Word& word = *text_.tokens()[i].word;
      const bool isEmpty = word.lists.meets(prose::Lists(prose::ListId::StopWords) | prose::ListId::EmptyAdverbs |
                                            prose::ListId::VagueAdjectives | prose::ListId::DefinitionFillers);
      if (word.is(FunctionWord::None) && !isEmpty) return true;
    }
    return false;
  }

  prose::Lexicon& lexicon_;
  prose::Text text_;
  bool hasWords_ = false;
};

bool hasTasks(const Competency& competency) {
  return llvm::any_of(competency.statements,
                      [](const model::StatementUse& it) { return it.sort == model::StatementSort::Task; });
}

}  // namespace

void check(rule::NoWorkObject, const Model& model, Context& context) {
  prose::Lexicon* lexicon = context.lexicon();
  if (!lexicon || !lexicon->hasVerbs() || !lexicon->has(prose::ListId::DefinitionFillers)) return;
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (model.builtinKind(it).key != "technical" || hasTasks(it)) continue;
    Objects objects(*lexicon);
    if (objects.isNamedIn(it.about) || objects.isNamedIn(it.rubric)) continue;
    if (llvm::any_of(it.levels, [&](const model::CompetencyLevel& level) { return objects.isNamedIn(level.rubric); }))
      continue;
    if (!objects.hasWords()) continue;
    context.report(rule::NoWorkObject{}, it.span, it.name).help(note::NameTheObject);
  }
}

}  // namespace cadre::lint
