#include "emit/json/emit_json.h"

#include "emit/json/records.h"
#include "json_runtime_files.h"

namespace cadre::emit {

namespace {

using json::Context;
using json::JsonWriter;
using llvm::StringRef;

constexpr StringRef documentName = "framework.json";
constexpr StringRef schemaName = "framework.schema.json";
constexpr double formatVersion = 1;

template <class Record>
void writeTable(const Context& to, StringRef name) {
  to.out.array(name, [&] {
    for (const auto id : to.publication.ids<Record>()) {
      to.out.object([&] { json::writeRecord(to, to.model[id]); });
    }
  });
}

void writeDependencies(const Context& to) {
  to.out.array("dependencies", [&] {
    for (const model::FrameworkId id : to.publication.ids<model::Framework>()) {
      if (id.index() == 0) continue;
      to.out.object([&] { json::writeDependency(to, to.model[id]); });
    }
  });
}

void writeDocument(const Context& to) {
  to.out.string("$schema", schemaName);
  to.out.number("formatVersion", formatVersion);
  to.out.object("framework", [&] { json::writeFramework(to, to.model.framework()); });
  writeDependencies(to);
  writeTable<model::Kind>(to, "kinds");
  writeTable<model::Attribute>(to, "attributes");
  writeTable<model::Scale>(to, "scales");
  writeTable<model::Category>(to, "categories");
  writeTable<model::Family>(to, "families");
  writeTable<model::Statement>(to, "statements");
  writeTable<model::Credential>(to, "credentials");
  writeTable<model::Resource>(to, "resources");
  writeTable<model::Competency>(to, "competencies");
  writeTable<model::Profile>(to, "profiles");
  writeTable<model::Rule>(to, "rules");
  writeTable<model::Path>(to, "paths");
  writeTable<model::Crosswalk>(to, "crosswalks");
}

/// A guess, so that a large document is not copied each time it outgrows its memory.
size_t expectedBytes(const model::Publication& publication) {
  const size_t small =
      publication.ids<model::Statement>().size() + publication.ids<model::Category>().size();
  const size_t large =
      publication.ids<model::Competency>().size() + publication.ids<model::Profile>().size();
  return 8192 + 400 * small + 2500 * large;
}

}  // namespace

llvm::Error emitJson(const model::Publication& publication, Sink& sink, const Options&) {
  JsonWriter out(expectedBytes(publication));
  const Context to{publication, publication.model(), out};
  out.object([&] { writeDocument(to); });
  if (llvm::Error error = sink.write(documentName, std::move(out).take())) return error;
  return sink.write(schemaName, embedded::json_runtime::find(schemaName).str());
}

}  // namespace cadre::emit
