// The sentences that all forms of a report share: takes what was compared and what is reported of it,
// gives plain words. Dresses nothing.
#pragma once

#include "diff/render.h"
#include "diff/report.h"

namespace cadre::diff {

/// `12 changes: 7 people, 3 data, 2 text`, as many as there are lines.
[[nodiscard]] std::string countsInWords(const Comparand& comparand);
/// `Acme competencies 2.0.0 → 2.1.0`
[[nodiscard]] std::string titleOf(const Comparand& comparand);
/// What stands behind a subject's title to say what it is; nothing behind a profile.
[[nodiscard]] std::string kindInBrackets(const Subject& subject);
/// The titles of whom a line is said, where an entry has a cause; else none.
[[nodiscard]] std::vector<std::string> subjectsOf(const Entry& entry, const Line& line);
/// What is said of whom a line names: of several in the plural.
[[nodiscard]] Phrase clauseOf(const Line& line);
/// Whether it breaks what held before, and so asks for a major version.
[[nodiscard]] bool isBreaking(const Line& line);
/// Why a line needs no version step: `accepted in 2.1.0: …`; empty where it does.
[[nodiscard]] std::string acceptanceOf(const Line& line);
/// The reason that is particular to this line's profile: `as it now extends Analyst`; else empty.
[[nodiscard]] std::string reasonOf(const Line& line);

}  // namespace cadre::diff
