// What a rule works with: the model and what follows from it (survey.h), its options, the places of
// words in the source, and the way to report. Findings that an `allow` covers are taken out later, so
// that a rule never asks.
#pragma once

#include "diag/diagnostics.h"
#include "lint/config.h"
#include "lint/passage.h"
#include "lint/survey.h"
#include "source/source_manager.h"
#include "translation/texts.h"

#include <string>

namespace cadre::lint {

/// Where a finding stands, who else may allow it, and what a baseline knows it by.
struct Place {
  Place(Span s, Span other = {}) : span(s), partner(other) {}  // NOLINT: mostly a span alone
  /// One of several things that say or require the same: which of them comes last, and so has the
  /// finding, is chance. `others` is not empty.
  static Place among(Span last, ArrayRef<Span> others);
  /// Of a finding of which a declaration may have several, or one that may grow: what tells it from those,
  /// in keys, which no renaming changes.
  Place knownBy(std::string what) &&;
  /// Of a finding on all of the framework, which stands where its first cause is.
  Place ofFramework(const model::Model& model) &&;

  Span span;
  /// Another place that has the same part in it: an `allow` around either covers the finding.
  Span partner;
  std::vector<Span> others;
  std::optional<std::string> subject;
  const model::Declaration* declaration = nullptr;
};

/// A finding before suppression.
struct Found {
  RuleId rule;
  Span partner;
  /// What a baseline knows it by beside rule and declaration, such as the whole statement; none: what is
  /// marked, if that is not the declaration itself.
  std::optional<std::string> subject;
  /// Whose text it is; null where the place of the finding tells.
  const model::Declaration* declaration = nullptr;
  /// Where the other things stand that it is about, each of which could have it.
  std::vector<Span> others;
};

class Context {
public:
  /// `locks` may be null. All must outlive the context.
  Context(const model::Model& model, const SourceManager& sources, const Config& config, Lexica& lexica,
          const translation::Locks* locks, StringRef today);
  /// The same for another thread, which keeps, or asks, what `kept` is.
  Context(const Context& like, Lexica& lexica, std::shared_ptr<Kept> kept);

  [[nodiscard]] const model::Model& model() const { return model_; }
  [[nodiscard]] const SourceManager& sources() const { return sources_; }
  /// What follows from the whole model; parts are made when first asked for.
  [[nodiscard]] Survey& survey() { return survey_; }
  [[nodiscard]] Lexica& lexica() { return lexica_; }
  /// The lexicon of the framework's own language, or null.
  [[nodiscard]] prose::Lexicon* lexicon() { return lexica_.find(model_.framework().language); }
  /// Whether another rule runs too, which may say the same more exactly.
  [[nodiscard]] bool isOn(RuleId rule) const { return config_.isOn(rule); }
  [[nodiscard]] int number(OptionId option) const { return config_.number(option); }
  [[nodiscard]] ArrayRef<std::string> words(WordsId option) const { return config_.words(option); }
  /// The texts of the framework with the state of their translations; found when first asked for.
  [[nodiscard]] ArrayRef<translation::Text> translations();
  /// `2026-03-01`; empty where the run has no date.
  [[nodiscard]] StringRef today() const { return today_; }

  /// Records a finding of `rule` at a place.
  template <class Rule, class... Args>
  DiagnosticBuilder report(Rule, const Place& place, const Args&... args) {
    return add({Rule::ruleId, place.partner, place.subject, place.declaration, place.others}, place, Rule::kind, args...);
  }
  /// The same in a passage, which a baseline then knows it by. The span lies in it.
  template <class Rule, class... Args>
  DiagnosticBuilder report(Rule, const Passage& passage, const Place& place, const Args&... args) {
    return add({Rule::ruleId, place.partner, passage.plain.str(), passage.owner, {}}, place, Rule::kind, args...);
  }

  /// Where the words of a passage stand in the source: bytes `begin` up to `end` of its plain text.
  /// The whole text where markup does not let one say.
  [[nodiscard]] Span place(const Passage& passage, uint32_t begin, uint32_t end) const;
  [[nodiscard]] Span place(const Passage& passage, const prose::Token& token) const {
    return place(passage, token.begin, token.end);
  }
  /// Tokens from `first` up to `last` without it.
  [[nodiscard]] Span placeOf(const Passage& passage, uint32_t first, uint32_t last) const {
    return place(passage, passage.tokens()[first].begin, passage.tokens()[last - 1].end);
  }
  [[nodiscard]] Span place(const Passage& passage, const prose::Match& match) const {
    return placeOf(passage, match.first, match.last);
  }

  /// The edit that puts `replacement` for bytes of the plain text, or none where markup or an escape
  /// stands in between, so that the edit would spoil it. `replacement` is plain text.
  [[nodiscard]] std::optional<Edit> edit(const Passage& passage, uint32_t begin, uint32_t end,
                                         StringRef replacement) const;
  /// The edit that replaces the tokens from `first` up to `last`, keeping the capital of the first.
  [[nodiscard]] std::optional<Edit> replacing(const Passage& passage, uint32_t first, uint32_t last,
                                              StringRef replacement) const;
  /// The edit that drops the tokens from `first` up to `last`, with the white space and a comma that
  /// went with them; what then leads the sentence gets the capital. None where nothing would be left.
  [[nodiscard]] std::optional<Edit> dropping(const Passage& passage, uint32_t first, uint32_t last) const;

  /// Takes over what another thread has reported and kept, behind what is here.
  void take(Context&& other);

  /// What was reported, in order: the i-th of `found` goes with the i-th of `diagnostics`.
  [[nodiscard]] std::vector<Found>& found() { return found_; }
  [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }

private:
  template <class... Args>
  DiagnosticBuilder add(Found found, const Place& place, const diag::Kind<Args...>& kind,
                        const std::type_identity_t<Args>&... args) {
    found_.push_back(std::move(found));
    return diagnostics_.reportAs(config_.severity(found_.back().rule), place.span, kind, args...);
  }

  const model::Model& model_;
  const SourceManager& sources_;
  const Config& config_;
  Lexica& lexica_;
  const translation::Locks* locks_;
  StringRef today_;
  Survey survey_;
  std::optional<std::vector<translation::Text>> translations_;
  std::vector<Found> found_;
  Diagnostics diagnostics_;
};

/// Adds an unsafe (or safe) fix, where there is an edit.
DiagnosticBuilder& offer(DiagnosticBuilder& builder, std::string title, std::optional<Edit> edit, bool safe = false);
DiagnosticBuilder& offer(DiagnosticBuilder&& builder, std::string title, std::optional<Edit> edit, bool safe = false);

}  // namespace cadre::lint
