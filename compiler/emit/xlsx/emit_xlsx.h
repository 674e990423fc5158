// A workbook: takes a publication, gives `xlsx/framework.xlsx` to a sink (a matrix for each family,
// profiles, competencies, requirements) and a report of what it does not carry. libxlsxwriter puts
// parts of it into temporary files on the way.
#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

llvm::Error emitXlsx(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
