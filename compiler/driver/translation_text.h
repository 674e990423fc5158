// How `cadre translate status` shows where translations stand: takes the texts of frameworks with
// their states, prints tables and places for a person, or one JSON document for programs.
#pragma once

#include "source/source_manager.h"
#include "translation/texts.h"

#include <llvm/Support/raw_ostream.h>

#include <vector>

namespace cadre::driver {

/// One framework.
struct TranslationReport {
  llvm::StringRef framework;  ///< Its id.
  llvm::StringRef directory;
  std::vector<llvm::StringRef> languages;  ///< Those asked for.
  llvm::ArrayRef<translation::Text> texts;
};

struct TranslationView {
  bool isShort = false;  ///< The tables alone.
  bool isFull = false;   ///< What is unrecorded as well.
  size_t mostTexts = 0;  ///< Of a language; 0 for all.
};

void print(llvm::ArrayRef<TranslationReport> reports, const SourceManager& sources,
           const TranslationView& view, llvm::raw_ostream& out);

/// Every text that is not current (docs/translate.md).
void printJson(llvm::ArrayRef<TranslationReport> reports, const SourceManager& sources,
               llvm::raw_ostream& out);

}  // namespace cadre::driver
