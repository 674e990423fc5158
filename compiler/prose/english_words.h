// What English words are taken for in a sentence: questions that the search for the leading verb
// and that for the verbs beside it share. Weights are powers of two; above 0 they speak for a verb.
#pragma once

#include "prose/clauses.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::prose::en {

[[nodiscard]] bool endsWithAny(StringRef form, std::initializer_list<StringRef> endings);
[[nodiscard]] bool isOneOf(StringRef form, std::initializer_list<StringRef> forms);
/// A form of be, have, do or a modal that has a subject.
[[nodiscard]] bool isFinite(const Clause& clause, uint32_t at);
/// Above 0 where the base is a verb more often than a noun or adjective, in powers of two.
[[nodiscard]] double inclination(const Word& word);
/// Whether a noun phrase begins here, or a pronoun that is an object: no noun stands before it, but
/// a verb.
[[nodiscard]] bool beginsObject(const Clause& clause, uint32_t at);
[[nodiscard]] bool isTimeWord(StringRef form);
/// `each invoice`, and not `each month`.
[[nodiscard]] bool beginsDistributedObject(const Clause& clause, uint32_t at);
[[nodiscard]] bool isAdverb(const Clause& clause, uint32_t at);
/// By its ending, or a participle.
[[nodiscard]] bool looksLikeAdjective(const Word& word);
/// That no ending shows.
[[nodiscard]] bool isPlainAdjective(const Word& word);
[[nodiscard]] bool looksPlural(const Word& word);
/// A noun that a verb or adjective is made to: what a noun before it belongs to (`risk
/// assessment`).
[[nodiscard]] bool looksDerived(const Word& word);
/// who, that, when …
[[nodiscard]] bool opensClause(StringRef form);
/// and, or, then …
[[nodiscard]] bool isCoordinator(StringRef form);
/// The words up to the first dash or colon.
[[nodiscard]] uint32_t sizeOf(const Clause& clause);
/// How much what follows a word at `at` speaks for a verb. `plural` says that
/// it is a noun in the plural otherwise (`plans`), and not one in the singular.
[[nodiscard]] double weighFollowers(const Clause& clause, uint32_t at, bool plural);
/// `falls risk`, `needs assessment`: a noun that looks like a verb, and the one that it belongs to.
[[nodiscard]] bool beginsCompound(const Clause& clause, uint32_t at);
/// The length of the entry of a list that begins here, the longest; 0 for none.
[[nodiscard]] uint32_t lengthOfEntry(const Clause& clause, uint32_t at, ListId list,
                                     const Entry** found = nullptr);
/// `counselling methods`: a way of doing, not the doing.
[[nodiscard]] bool isNameOfMethod(const Clause& clause, uint32_t at);
/// `phones parents`, `radio base`: a verb that most texts have as a noun, before whom it reaches.
[[nodiscard]] bool isCall(const Clause& clause, uint32_t at);

}  // namespace cadre::prose::en
