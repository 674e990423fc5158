#include "emit/json/records.h"
#include "emit/json/write_declaration.h"

namespace cadre::emit::json {

void writeRecord(const Context& to, const model::Statement& statement) {
  const llvm::StringRef sort = word(statement.sort);
  writeIdentity(to, statement);
  to.out.string("sort", sort);
  writeText(to, textMembers, statement.text);
  writeDescription(to, statement);
  writeLifeCycle(to, statement);
  writeTranslations(to, statement.framework,
                    {{textMembers, statement.text}, {aboutMembers, statement.about}});
  writePlace(to, statement, sort);
}

}  // namespace cadre::emit::json
