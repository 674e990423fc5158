// The members that all records of declarations share, in the two groups that the schema puts
// before and after a record's own.
#pragma once

#include "emit/json/write_text.h"

namespace cadre::emit::json {

/// Writes `id` and `name`.
void writeIdentity(const Context& to, const model::Declaration& declaration);

/// Writes `title`, which is the last part of the name where the source gives none.
void writeTitle(const Context& to, const model::Text& title, llvm::StringRef name);

/// Writes what describes it: `about`, `code`, `keywords`.
void writeDescription(const Context& to, const model::Declaration& declaration);

/// Writes `id`, `name`, `title` and the description.
void writeHead(const Context& to, const model::Declaration& declaration);

/// Writes `attributes`, `matches` and the life cycle up to `allow`.
void writeLifeCycle(const Context& to, const model::Declaration& declaration);

/// Writes `allow`.
void writeAllow(const Context& to, const model::Declaration& declaration);

/// Writes `external` and `framework` for a record of another framework.
void writeHome(const Context& to, const model::Declaration& declaration);

/// Writes the translations of title and description.
void writeDeclarationTranslations(const Context& to, const model::Declaration& declaration);

/// Writes `external`, `framework`, `iri` and `uuid`. `word` declares the record.
void writePlace(const Context& to, const model::Declaration& declaration, llvm::StringRef word);

/// Writes all that stands after the record's own members. `word` declares the record.
void writeTail(const Context& to, const model::Declaration& declaration, llvm::StringRef word);

}  // namespace cadre::emit::json
