// Uses of statements and credentials as JSON: takes records, gives members in the order of the schema.
// Leaves out what is not published.
#pragma once

#include "emit/json/context.h"

namespace cadre::emit::json {

/// Writes the statements of one sort among `uses`; left out when there are none. `home` is the
/// framework of the record that uses them.
void writeStatements(const Context& to, model::FrameworkId home,
                     llvm::ArrayRef<model::StatementUse> uses, model::StatementSort sort);

/// Whether the importance that needs no word is written.
enum class DefaultImportance { Write, LeaveOut };

/// Writes `credentials`; left out when there are none.
void writeCredentials(const Context& to, llvm::ArrayRef<model::CredentialUse> uses,
                      DefaultImportance essential);

}  // namespace cadre::emit::json
