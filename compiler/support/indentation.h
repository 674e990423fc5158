// Lines and the white space that they begin with: takes lines without their ends (a carriage return may
// be left), gives what they share. Knows nothing of what the lines say.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

namespace cadre {

/// Whether the line says nothing: spaces, tabs and carriage returns alone.
bool isBlankLine(llvm::StringRef line);

/// The spaces and tabs that all lines with text begin with.
llvm::StringRef commonIndent(llvm::ArrayRef<llvm::StringRef> lines);

}  // namespace cadre
