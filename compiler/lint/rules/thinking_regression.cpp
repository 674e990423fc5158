#include "lint/rule.h"
#include "lint/wording.h"

#include <array>

namespace cadre::lint {

namespace {

using prose::Thinking;

/// So many verbs show what is meant.
constexpr size_t mostShown = 3;

constexpr size_t classes = static_cast<size_t>(Thinking::Create) + 1;

/// The verbs of a level, by the class of their thinking.
struct Verbs {
  std::array<std::vector<std::string>, classes> byClass;
  size_t all = 0;
  size_t sentences = 0;

  /// The class of more than half of them, and of no less than half of the sentences; None without one.
  [[nodiscard]] Thinking usual() const {
    for (size_t i = 1; i < classes; ++i) {
      if (byClass[i].size() * 2 > all && byClass[i].size() * 2 >= sentences) return static_cast<Thinking>(i);
    }
    return Thinking::None;
  }
  [[nodiscard]] size_t highest() const {
    size_t out = 0;
    for (size_t i = 1; i < classes; ++i) {
      if (!byClass[i].empty()) out = i;
    }
    return out;
  }
  [[nodiscard]] std::string shown(Thinking one) const {
    std::vector<StringRef> names;
    for (const std::string& it : byClass[static_cast<size_t>(one)]) {
      if (names.size() < mostShown && !llvm::is_contained(names, StringRef(it)))
        names.push_back(it);
    }
    return listed(names);
  }
};

Verbs verbsOf(ArrayRef<Statement> statements, Context& context) {
  Verbs out;
  prose::Text text;
  for (const Statement& it : statements) {
    text.read(it.text->plain, *context.lexicon());
    for (const prose::Sentence sentence : text.sentences()) {
      ++out.sentences;
      const prose::Lead lead = prose::leadOf(text, sentence);
      if (lead.form == prose::LeadForm::None) continue;
      const auto add = [&](uint32_t token) {
        const prose::Word& word = *text.tokens()[token].word;
        if (!word.verb || word.verb->thinking == Thinking::None) return;
        ++out.all;
        out.byClass[static_cast<size_t>(word.verb->thinking)].push_back(word.form.str());
      };
      add(lead.token);
      for (const uint32_t token : prose::coordinatedVerbs(text, sentence, lead)) add(token);
    }
  }
  return out;
}

/// So few verbs say nothing of a level.
constexpr size_t fewestVerbs = 2;

/// Classes that lie side by side share many verbs, and those of remembering (`define`, `identify`)
/// often name work of another class: only a wider step back counts.
bool isStepBack(Thinking below, Thinking above) {
  const int step = static_cast<int>(below) - static_cast<int>(above);
  return step >= (above == Thinking::Remember ? 3 : 2);
}

}  // namespace

void check(rule::ThinkingRegression, const Model& model, Context& context) {
  if (!context.lexicon() || !context.lexicon()->hasVerbs()) return;
  const Ladders& ladders = context.survey().ladders();
  for (const Ladder& ladder : ladders.all()) {
    std::optional<Verbs> below;
    const Rung* rungBelow = nullptr;
    for (const Rung& rung : ladder.rungs) {
      Verbs verbs = verbsOf(ladders.statements(rung), context);
      if (verbs.all < fewestVerbs || verbs.usual() == Thinking::None) {
        below.reset();
        continue;
      }
      if (below && isStepBack(below->usual(), verbs.usual()) &&
          verbs.highest() <= static_cast<size_t>(below->usual())) {
        context
            .report(rule::ThinkingRegression{}, Place(rung.span), nameOf(model, rung),
                    titleOf(*ladder.owner), nameOf(model, *rungBelow), word(verbs.usual()),
                    verbs.shown(verbs.usual()), word(below->usual()), below->shown(below->usual()))
            .label(rungBelow->span, note::LevelBelowThinks)
            .help(note::RaiseThinking);
      }
      below = std::move(verbs);
      rungBelow = &rung;
    }
  }
}

}  // namespace cadre::lint
