// Rules of the kind "an entry of this list stands here": takes a passage and a list, gives the places
// where its words mean what the list takes them for. Leaves out terms of a trade (exceptions.txt),
// quotations, names, code and the titles of links. Judges nothing else.
#pragma once

#include "lint/context.h"
#include "lint/passage.h"
#include "prose/text.h"

namespace cadre::lint {

/// What a capital inside a sentence tells.
enum class Capitals : uint8_t {
  Names,   ///< `rated Good by the inspectors`
  Titles,  ///< Nothing, unless the word beside it has one as well: `reports to the Foreman`.
};

/// Places where an entry of `list` stands and is meant. None of retired declarations, nor of entries
/// that lie inside an entry of one of the lists `above`, which have their own rule.
void eachEntry(const Passage& passage, const SourceManager& sources, prose::ListId list,
               llvm::function_ref<void(const prose::Match&)> found, prose::Lists above = {},
               Capitals capitals = Capitals::Names);

/// The text defines a competency or a level of one, or is a statement: not what is said about a framework,
/// a profile or a resource.
[[nodiscard]] bool saysWhatIsDemanded(const Passage& passage);
/// Whether the words are one of several adverbs in a row (`clearly, effectively and`): none can go without the
/// marks and words that join them.
[[nodiscard]] bool isOneOfAdverbs(const Passage& passage, const prose::Match& match);
/// Whether a definition says what there is to know (`The various processes used for …`), not what is done: it is
/// led by no verb.
[[nodiscard]] bool describesField(const Passage& passage);

/// What a phrase that ends with a thing (`raise the bar`) means to a reader who is not told of bars: not so in `raises
/// the bar joists`, where the thing is a part of another's name.
[[nodiscard]] bool namesAnotherThing(const Passage& passage, const prose::Match& match);

/// `the handicapped`, of people: not so in `the handicapped guest`, which an entry of `the` and a quality does not mean.
[[nodiscard]] bool isQualityOfNext(const Passage& passage, const prose::Match& match);

/// A word of `list` stands right before token `at`.
[[nodiscard]] bool standsBehind(const Passage& passage, prose::ListId list, uint32_t at);

/// `explains`, `describes` or `uses`; empty where the entry says nothing to write instead.
[[nodiscard]] std::string choices(const prose::Entry& entry);

/// Says what the entry advises: words to write, its note; where it has neither, `otherwise`.
void advise(DiagnosticBuilder& builder, const prose::Entry& entry, const diag::Phrase<>& otherwise);

}  // namespace cadre::lint
