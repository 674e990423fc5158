#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"
#include "emit/json/write_requirement.h"

namespace cadre::emit::json {

void writeRecord(const Context& to, const model::Rule& rule) {
  to.out.string("id", rule.key);
  writeReferences(to, "in", rule.families);
  writeReferences(to, "except", rule.exceptions);
  to.out.array("requirements", [&] {
    for (const model::Requirement& requirement : rule.requirements) {
      if (!to.publication.contains(requirement.competency)) continue;
      to.out.object([&] { writeRequirement(to, requirement); });
    }
  });
  writeAllow(to, rule);
  writeHome(to, rule);
}

}  // namespace cadre::emit::json
