#include "lint/dispatch.h"

namespace cadre::lint {

namespace {

template <class Rule, class Subject>
void call(const Subject& subject, Context& context) {
  check(Rule{}, subject, context);
}

}  // namespace

ArrayRef<Check> checks() {
#define RULE(id, name, number, group, tier, fix, subject, ...) CheckOf<subject>(&call<rule::id, subject>),
#define NOTE(...)
  static const Check all[] = {
#include "lint/rules.def"
  };
  return all;
}

}  // namespace cadre::lint
