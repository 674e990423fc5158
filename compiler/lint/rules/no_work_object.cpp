#include "lint/competencies.h"
#include "lint/rule.h"
#include "prose/similar.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::ListId;

/// Lists of words that name no object of work.
constexpr prose::Lists emptyLists = prose::Lists(ListId::StopWords) | ListId::EmptyAdverbs | ListId::VagueAdjectives |
                                    ListId::DefinitionFillers | ListId::Frequencies | ListId::DegreeWords |
                                    ListId::ProficiencyWords | ListId::VagueQuantities;

/// Looks for an object of work: a content word that is neither the verb nor one of the title's.
class Objects {
public:
  Objects(prose::Lexicon& lexicon, const Competency& competency) : lexicon_(lexicon) {
    text_.read(competency.title.plain, lexicon);
    title_ = prose::stemsOf(text_);
  }

  bool isNamedIn(const model::Text& statement) {
    text_.read(statement.plain, lexicon_);
    hasWords_ |= !text_.tokens().empty();
    return llvm::any_of(text_.sentences(), [&](prose::Sentence sentence) { return isNamedIn(sentence); });
  }
  bool isNamedIn(const model::Rubric& rubric) {
    return llvm::any_of(rubric.indicators, [&](const model::Bullet& it) { return isNamedIn(it.text); });
  }
  /// Whether the title itself says what is worked on: `Restore paintings`.
  bool isNamedInTitle(const model::Text& title) {
    text_.read(title.plain, lexicon_);
    if (text_.tokens().empty()) return false;
    const prose::Lead lead = prose::leadOf(text_, text_.sentences().front());
    if (lead.form == prose::LeadForm::None) return false;
    return llvm::any_of(text_.tokens().drop_front(lead.token + 1), [](const prose::Token& it) {
      return it.word->is(prose::FunctionWord::None) && !it.word->lists.meets(emptyLists);
    });
  }
  /// Whether there were words to judge.
  [[nodiscard]] bool hasWords() const { return hasWords_; }

private:
  bool isNamedIn(prose::Sentence sentence) {
    const prose::Lead lead = prose::leadOf(text_, sentence);
    const auto verbs = prose::coordinatedVerbs(text_, sentence, lead);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const prose::Word& word = *text_.tokens()[i].word;
      const bool leads = lead.form != prose::LeadForm::None && i == lead.token;
      if (leads || llvm::is_contained(verbs, i) || llvm::is_contained(title_, word.stemId)) continue;
      if (word.is(prose::FunctionWord::None) && !word.lists.meets(emptyLists)) return true;
    }
    return false;
  }

  prose::Lexicon& lexicon_;
  prose::Text text_;
  prose::StemSet title_;
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
    Objects objects(*lexicon, it);
    if (objects.isNamedIn(it.about) || objects.isNamedIn(it.rubric)) continue;
    if (llvm::any_of(it.levels, [&](const model::CompetencyLevel& level) { return objects.isNamedIn(level.rubric); }))
      continue;
    if (!objects.hasWords() || objects.isNamedInTitle(it.title)) continue;
    context.report(rule::NoWorkObject{}, it.span, it.name).help(note::NameTheObject);
  }
}

}  // namespace cadre::lint
