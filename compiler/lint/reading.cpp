#include "lint/reading.h"

#include "lint/dispatch.h"
#include "lint/worker.h"
#include "support/parallel.h"

#include <llvm/ADT/STLExtras.h>

#include <array>
#include <bit>
#include <deque>
#include <memory>
#include <numeric>

namespace cadre::lint {

namespace {

/// Fewer declarations than these are read before another thread has begun.
constexpr size_t fewestInStretch = 250;

/// The rules that compare statements by their words.
constexpr RuleId statementRules[] = {RuleId::DuplicateText, RuleId::RepeatedAcrossLevels, RuleId::AdverbOnlyProgression,
                                     RuleId::AutonomyRegression, RuleId::ThinkingRegression};

/// What there is to do with each passage.
struct Work {
  explicit Work(const Input& input) : input(input) {
    for (const Active<Passage>& rule : active<Passage>(input.config)) {
      for (size_t i = 0; i < byRole.size(); ++i) {
        if ((rule.reads.roles.bits >> i & 1U) != 0) byRole[i].push_back(rule);
      }
    }
    if (!input.isWhole) return;
    const auto isOn = [&](RuleId it) { return input.config.isOn(it); };
    keepsStatements = llvm::any_of(statementRules, isOn);
    keepsStems = isOn(RuleId::SimilarIndicators);
    keepsNamed = isOn(RuleId::SimilarCompetencies);
    keepsTally = isOn(RuleId::GenderCodedWords) || isOn(RuleId::ReadingGrade);
  }
  [[nodiscard]] bool isEmpty() const {
    return !keepsStatements && !keepsStems && !keepsNamed && !keepsTally &&
           llvm::all_of(byRole, [](const auto& rules) { return rules.empty(); });
  }

  const Input& input;
  std::array<std::vector<Active<Passage>>, 16> byRole;  ///< Most rules read statements alone.
  bool keepsStatements = false;
  bool keepsStems = false;
  bool keepsNamed = false;
  bool keepsTally = false;
};

/// Whether a rule that reads texts of this role has anything to say of a passage.
bool mayRead(const Reads& reads, const Passage& passage) {
  if (!reads.lexicon) return true;
  if (!passage.text || passage.tokens().empty()) return false;
  if (reads.verbs && !passage.lexicon->hasVerbs()) return false;
  return reads.lists.isEmpty() || passage.text->mayHold().meets(reads.lists);
}

/// Reads a stretch; gives the seconds spent on words, where there is a clock.
double read(const Work& work, Stretch stretch, Lexica& lexica, Context& context, std::vector<double>& times) {
  const Clock clock = work.input.clock;
  const double start = clock ? clock() : 0;
  double inRules = 0;
  eachPassage(work.input.model, stretch, lexica, [&](const Passage& passage) {
    if (work.keepsStems) context.survey().keepStems(passage);
    if (work.keepsNamed) context.survey().keepNamed(passage);
    if (work.keepsTally) context.survey().keepTally(passage);
    if (work.keepsStatements) context.survey().keepStatements(passage);
    const double before = clock ? clock() : 0;
    for (const Active<Passage>& rule : work.byRole[std::countr_zero(static_cast<uint16_t>(passage.role))]) {
      if (mayRead(rule.reads, passage)) rule.call(passage, context, clock, times);
    }
    if (clock) inRules += clock() - before;
  });
  return clock ? clock() - start - inRules : 0;
}

}  // namespace

double readPassages(const Input& input, Lexica& lexica, Context& context, std::vector<double>& times) {
  const Work work(input);
  if (work.isEmpty()) return 0;
  const size_t size = input.model.tables().competencies.size() + input.model.tables().profiles.size();
  const std::vector<Stretch> stretches =
      stretchesOf(input.model, std::clamp<size_t>(size / fewestInStretch, 1, input.jobs));
  const size_t indicators = work.keepsStatements || work.keepsStems ? indicatorCount(input.model) : 0;
  // The first of several takes over what the others have.
  context.survey().reserve(indicators);
  if (stretches.size() == 1) {
    const double words = read(work, {}, lexica, context, times);
    context.survey().finish();
    return words;
  }
  std::deque<Worker> workers;
  for (size_t i = 0; i < stretches.size(); ++i) workers.emplace_back(lexica, context, std::make_shared<Kept>());
  std::vector<double> words(stretches.size());
  forEachIndex(stretches.size(), input.jobs, [&](size_t i) {
    Worker& it = workers[i];
    it.context.survey().reserve(indicators / stretches.size());
    words[i] = read(work, stretches[i], it.lexica, it.context, it.times);
  });
  for (Worker& it : workers) {
    context.take(std::move(it.context));
    it.addTimesTo(times);
  }
  context.survey().finish();
  return std::accumulate(words.begin(), words.end(), 0.0);
}

}  // namespace cadre::lint
