// Expectations in test files: takes a test's text, gives the findings that its `//~` comments say;
// takes findings, gives such comments. docs: tests/golden/README.md. Knows nothing of placing them.
#pragma once

#include "golden/runner/workspace.h"

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre::golden {

/// A finding as a mark says it.
struct Finding {
  size_t line = 0;  ///< Of the test file, from 1; 0 for no place.
  std::string code;
  std::string columns;  ///< `40-43`; `40-+2:1` where it ends two lines below; empty for no place.
  std::string message;

  friend auto operator<=>(const Finding&, const Finding&) = default;
};

/// What the marks of a test file say, sorted.
std::vector<Finding> parseMarks(llvm::StringRef text);

/// What was found, sorted.
std::vector<Finding> findingsOf(const Workspace& workspace, const std::vector<Part>& parts);

/// What is expected and not found, and the other way round, each with the words that say so before it.
/// Both are sorted.
std::vector<std::pair<std::string, Finding>> differences(const std::vector<Finding>& expected,
                                                         const std::vector<Finding>& found);

/// `//~^^ E0302@40-43 message`, with one `^` a line up to the finding's line (`v` a line down).
std::string markFor(const Finding& finding, ptrdiff_t linesUp);

/// The text without its marks: lines that hold nothing else go, others lose their end.
std::string withoutMarks(llvm::StringRef text);

/// A finding for people: `3: E0302@40-43 message`.
std::string describe(const Finding& finding);

}  // namespace cadre::golden
