#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"

namespace cadre::emit::json {

using model::Crosswalk;

void writeRecord(const Context& to, const Crosswalk& crosswalk) {
  const auto one = [&](const Crosswalk::Pair& pair) {
    writeLevel(to, "from", pair.from, crosswalk.from);
    writeLevel(to, "to", pair.to, crosswalk.to);
  };
  writeHead(to, crosswalk);
  writeReference(to, "from", crosswalk.from);
  writeReference(to, "to", crosswalk.to);
  to.out.array("pairs", [&] {
    for (const Crosswalk::Pair& pair : crosswalk.pairs) to.out.object([&] { one(pair); });
  });
  writeTail(to, crosswalk, word(model::DeclKind::Crosswalk));
}

}  // namespace cadre::emit::json
