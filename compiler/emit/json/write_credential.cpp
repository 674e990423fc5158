#include "emit/json/records.h"
#include "emit/json/write_declaration.h"

namespace cadre::emit::json {

void writeRecord(const Context& to, const model::Credential& credential) {
  writeHead(to, credential);
  to.out.stringUnlessEmpty("issuer", credential.issuer);
  if (credential.renewsEveryMonths > 0)
    to.out.number("renewsEveryMonths", credential.renewsEveryMonths);
  to.out.stringUnlessEmpty("url", credential.url);
  writeTail(to, credential, word(model::DeclKind::Credential));
}

}  // namespace cadre::emit::json
