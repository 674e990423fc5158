// Draws what `cadre compare` answers: takes comparisons and models, gives text for a terminal,
// Markdown or JSON (docs/compare.md). Decides nothing.
#pragma once

#include "ide/compare.h"
#include "ide/likeness.h"

#include <llvm/Support/raw_ostream.h>

namespace cadre::driver {

/// The pairs of one package.
struct AlikeReport {
  const model::Model* model = nullptr;
  ide::AlikePairs pairs;
};

/// How a terminal and JSON spell a title within a sentence.
[[nodiscard]] std::string inBackticks(llvm::StringRef text);

/// What a terminal shows: how wide it is, and whether in colour.
struct TextView {
  bool color = false;
  size_t width = 80;
};

void printText(const model::Model& model, const ide::Comparison& comparison, const TextView& view,
               llvm::raw_ostream& out);
void printText(llvm::ArrayRef<AlikeReport> reports, double least, const TextView& view,
               llvm::raw_ostream& out);

void printMarkdown(const model::Model& model, const ide::Comparison& comparison,
                   llvm::raw_ostream& out);
void printMarkdown(llvm::ArrayRef<AlikeReport> reports, double least, llvm::raw_ostream& out);

void printJson(const model::Model& model, const ide::Comparison& comparison,
               llvm::raw_ostream& out);
void printJson(llvm::ArrayRef<AlikeReport> reports, double least, llvm::raw_ostream& out);

}  // namespace cadre::driver
