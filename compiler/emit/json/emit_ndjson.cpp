#include "emit/json/emit_ndjson.h"

#include "emit/json/document.h"
#include "emit/json/records.h"
#include "json_runtime_files.h"

namespace cadre::emit {

namespace {

using json::Context;
using json::JsonWriter;
using json::TableName;
using llvm::StringRef;

constexpr StringRef streamName = "framework.ndjson";
constexpr StringRef lineSchemaName = "framework.ndjson.schema.json";

/// Writes a line. `position` is the record's place in its table, from 1; `body` writes its members.
template <class Body>
void writeLine(const Context& to, StringRef record, size_t position, Body body) {
  const model::Framework& home = to.model.framework();
  to.out.object([&] {
    to.out.number("formatVersion", json::formatVersion);
    to.out.string("document", home.key);
    to.out.string("documentVersion", home.version);
    to.out.string("record", record);
    to.out.number("position", static_cast<double>(position));
    body();
  });
}

void writeDependencyLines(const Context& to) {
  size_t position = 0;
  for (const model::FrameworkId id : json::dependencies(to.publication)) {
    writeLine(to, "dependency", ++position, [&] { json::writeDependency(to, to.model[id]); });
  }
}

template <class Record>
void writeTableLines(const Context& to, TableName<Record> name) {
  size_t position = 0;
  for (const auto id : to.publication.ids<Record>()) {
    writeLine(to, name.record, ++position, [&] { json::writeRecord(to, to.model[id]); });
  }
}

void writeStream(const Context& to) {
  writeLine(to, "framework", 1, [&] { json::writeFramework(to, to.model.framework()); });
  writeDependencyLines(to);
  json::visitTables([&](auto name) { writeTableLines(to, name); });
}

}  // namespace

llvm::Error emitNdjson(const model::Publication& publication, Sink& sink, const Options&) {
  JsonWriter out(json::expectedBytes(publication), json::Layout::Compact);
  const Context to{publication, publication.model(), out};
  writeStream(to);
  if (llvm::Error error = sink.write(streamName, std::move(out).take())) return error;
  return sink.write(lineSchemaName, embedded::json_runtime::find(lineSchemaName).str());
}

}  // namespace cadre::emit
