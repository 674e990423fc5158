#include "emit/json/emit_json.h"

#include "emit/json/document.h"
#include "emit/json/records.h"
#include "json_runtime_files.h"

namespace cadre::emit {

namespace {

using json::Context;
using json::JsonWriter;
using json::TableName;
using llvm::StringRef;

constexpr StringRef documentName = "framework.json";
constexpr StringRef schemaName = "framework.schema.json";

void writeDependencies(const Context& to) {
  to.out.array("dependencies", [&] {
    for (const model::FrameworkId id : json::dependencies(to.publication)) {
      to.out.object([&] { json::writeDependency(to, to.model[id]); });
    }
  });
}

template <class Record>
void writeTable(const Context& to, TableName<Record> name) {
  to.out.array(name.table, [&] {
    for (const auto id : to.publication.ids<Record>()) {
      to.out.object([&] { json::writeRecord(to, to.model[id]); });
    }
  });
}

void writeDocument(const Context& to) {
  to.out.string("$schema", schemaName);
  to.out.number("formatVersion", json::formatVersion);
  to.out.object("framework", [&] { json::writeFramework(to, to.model.framework()); });
  writeDependencies(to);
  json::visitTables([&](auto name) { writeTable(to, name); });
}

}  // namespace

llvm::Error emitJson(const model::Publication& publication, Sink& sink, const Options&) {
  JsonWriter out(json::expectedBytes(publication));
  const Context to{publication, publication.model(), out};
  out.object([&] { writeDocument(to); });
  if (llvm::Error error = sink.write(documentName, std::move(out).take())) return error;
  return sink.write(schemaName, embedded::json_runtime::find(schemaName).str());
}

}  // namespace cadre::emit
