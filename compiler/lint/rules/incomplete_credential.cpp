#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::IncompleteCredential, const Model& model, Context& context) {
  for (const model::Credential& it : model.tables().credentials) {
    if (model.isExternal(it) || it.status == model::Status::Retired) continue;
    if (!it.issuer.empty() && !it.url.empty()) continue;
    const StringRef missing = !it.issuer.empty() ? "`url`" : !it.url.empty() ? "`issuer`" : "`issuer` and no `url`";
    context.report(rule::IncompleteCredential{}, it.span, titleOf(it), missing).help(note::SayWhoIssues);
  }
}

}  // namespace cadre::lint
