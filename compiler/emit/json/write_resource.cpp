#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"

namespace cadre::emit::json {

namespace {

void writeDevelops(const Context& to, llvm::ArrayRef<model::Development> develops) {
  const auto one = [&](const model::Development& development) {
    const model::Competency& competency = to.model[development.competency];
    to.out.string("competency", competency.key);
    writeLevel(to, development.level, competency);
  };
  const auto all = [&] {
    for (const model::Development& development : develops) {
      if (to.publication.contains(development.competency)) to.out.object([&] { one(development); });
    }
  };
  to.out.array("develops", all, IfEmpty::LeaveOut);
}

}  // namespace

void writeRecord(const Context& to, const model::Resource& resource) {
  writeHead(to, resource);
  to.out.stringUnlessEmpty("type", resource.type);
  to.out.stringUnlessEmpty("url", resource.url);
  writeDevelops(to, resource.develops);
  writeTail(to, resource, word(model::DeclKind::Resource));
}

}  // namespace cadre::emit::json
