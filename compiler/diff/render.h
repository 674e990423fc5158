// Comparisons as text: takes differences with their verdicts, gives a report for a terminal, Markdown for
// pull requests and release notes, JSON for programs, or a page of HTML. Decides nothing.
#pragma once

#include "diff/change.h"
#include "diff/verdict.h"

#include <llvm/Support/raw_ostream.h>

#include <vector>

namespace cadre::diff {

/// A framework of a side without a counterpart on the other, or both.
struct Comparand {
  Difference difference;
  Verdict verdict;
  /// Of a framework on one side alone, `difference` holds its name there and the change that says so.
  enum class Presence : uint8_t { Both, OnlyBefore, OnlyAfter } presence = Presence::Both;

  /// Whether there is anything to tell.
  [[nodiscard]] bool hasNews() const {
    return !difference.isEmpty() || difference.before.version != difference.after.version;
  }
};

/// Tells of a framework on one side alone that it is new, or gone, as a change like others.
void tellPresence(Comparand& comparand);

/// What was compared.
struct Comparanda {
  std::string before;  ///< As the user named the sides.
  std::string after;
  std::vector<Comparand> frameworks;
};

struct TextStyle {
  bool color = false;
  size_t width = 80;  ///< Columns that lines are broken at.
};

void renderText(const Comparanda& comparanda, TextStyle style, llvm::raw_ostream& out);
void renderMarkdown(const Comparanda& comparanda, llvm::raw_ostream& out);
/// By runtime/diff/diff.schema.json.
void renderJson(const Comparanda& comparanda, llvm::raw_ostream& out);
void renderHtml(const Comparanda& comparanda, llvm::raw_ostream& out);

/// The version of the JSON; goes up when a reader of the one before could misread it.
inline constexpr int jsonFormatVersion = 1;

/// `Needs a major version: 3.0.0 or later.`, and whether the framework says one.
[[nodiscard]] std::string verdictInWords(const Comparand& comparand);

}  // namespace cadre::diff
