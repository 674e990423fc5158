#include "lint/rule.h"

namespace cadre::lint {

/// Found by the engine, which alone knows what each `allow` covered (run.cpp).
void check(rule::UnknownRule, const Model&, Context&) {}

}  // namespace cadre::lint
