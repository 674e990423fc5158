// CSV: takes a publication, gives `csv/…` to a sink: a file for each table of the relational form,
// exact; `csv/sheets/`, three files for people and for `cadre import csv`; a report of what CSV
// does not carry. Options: `bom`, `guard`.
#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

llvm::Error emitCsv(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
