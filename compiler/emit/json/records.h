// One function per sort of record: each writes the members of one record, in the order of the
// schema, into the object that is open.
#pragma once

#include "emit/json/context.h"

namespace cadre::emit::json {

void writeFramework(const Context& to, const model::Framework& framework);
void writeDependency(const Context& to, const model::Framework& framework);
void writeRecord(const Context& to, const model::Kind& kind);
void writeRecord(const Context& to, const model::Attribute& attribute);
void writeRecord(const Context& to, const model::Scale& scale);
void writeRecord(const Context& to, const model::Category& category);
void writeRecord(const Context& to, const model::Family& family);
void writeRecord(const Context& to, const model::Statement& statement);
void writeRecord(const Context& to, const model::Credential& credential);
void writeRecord(const Context& to, const model::Resource& resource);
void writeRecord(const Context& to, const model::Competency& competency);
void writeRecord(const Context& to, const model::Profile& profile);
void writeRecord(const Context& to, const model::Rule& rule);
void writeRecord(const Context& to, const model::Path& path);
void writeRecord(const Context& to, const model::Crosswalk& crosswalk);

}  // namespace cadre::emit::json
