// How a statement opens: takes a sentence, gives the hedge before its verb, the entry of a list
// that it begins with, and the form in which a framework's verbs lead. Shared by the rules on
// wording.
#pragma once

#include "lint/context.h"
#include "lint/passage.h"

#include <optional>
#include <string>

namespace cadre::lint {

/// The entry of `list` that begins at token `first`. Words that only weigh it are passed over, so
/// that `Has a thorough knowledge of` is `have knowledge of`.
std::optional<prose::Match> findOpening(const Passage& passage, prose::ListId list, uint32_t first,
                                        prose::Sentence sentence);

/// The verb that leads a sentence. Where its first word alone leaves open whether it is a verb, the
/// other statements decide: `Water seedlings` leads with one where indicators are orders, `Groups
/// pupils` where they are reports.
prose::Lead leadingVerb(const Passage& passage, prose::Sentence sentence, Context& context);

/// Words before the true verb that say that somebody could, should or tries to do it.
struct Hedge {
  prose::Match match;
  /// The verb behind it; with the form None where none follows.
  prose::Lead verb;
  /// The same is said without the hedge.
  bool isEmpty = false;
};
std::optional<Hedge> findHedge(const Passage& passage, prose::Sentence sentence);

/// The passive of the main clause (`are assessed`), tokens from `first` up to `last`; none where
/// the statement begins with a verb of its own, or where the participle tells a state (`is
/// qualified`).
struct Passive {
  uint32_t first = 0;
  uint32_t last = 0;
};
std::optional<Passive> findPassive(const Passage& passage, prose::Sentence sentence,
                                   Context& context);

/// Whether a statement of knowledge, skill or ability begins so: `Knowledge of`, `Skill in`.
bool beginsAnotherSort(const Passage& passage, uint32_t first);

/// Whether a statement belongs to knowledge, of which it may be asked what somebody knows.
bool isKnowledge(const Passage& passage, const model::Model& model);
bool isKnowledge(const model::Competency& competency, const model::Model& model);

/// Whether the words at token `first` stand inside of quotation marks.
bool isQuoted(const Passage& passage, uint32_t first);

/// The form of a verb that leads so; none for LeadForm::None.
std::optional<prose::VerbForm> verbForm(prose::LeadForm form);

/// The form in which most indicators of a language lead, where that is beyond doubt: at least four
/// in five of at least five.
std::optional<prose::LeadForm> usualLead(const Style& style);

/// The words from token `first` up to `last`, with `verbs` (tokens among them) written in `form`,
/// and with a capital first where `isCapital` says so. None where a verb has no such form.
std::optional<std::string> rewritten(const Passage& passage, uint32_t first, uint32_t last,
                                     ArrayRef<uint32_t> verbs, prose::VerbForm form,
                                     bool isCapital);

}  // namespace cadre::lint
