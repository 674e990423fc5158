// What a rule's source includes: the tags and sentences of rules.def, and what a check is given. Holds
// no code.
#pragma once

#include "diag/kind.h"
#include "lint/catalogue.h"
#include "lint/context.h"
#include "lint/passage.h"

namespace cadre::lint {

using model::Competency;
using model::Declaration;
using model::Model;
using model::Path;
using model::Profile;
using model::Scale;

/// A tag for each rule, with what it says.
namespace rule {
#define RULE(id, name, number, group, tier, fix, subject, reads, text, ...)                          \
  struct id {                                                                                        \
    static constexpr RuleId ruleId = RuleId::id;                                                     \
    static constexpr diag::Kind<__VA_ARGS__> kind{#id, name, Severity::Warning, text};               \
  };
#define NOTE(...)
#include "lint/rules.def"
}  // namespace rule

/// The sentences that go with findings.
namespace note {
#define RULE(...)
#define NOTE(name, text, ...) inline constexpr diag::Phrase<__VA_ARGS__> name{text};
#include "lint/rules.def"
}  // namespace note

#define RULE(id, name, number, group, tier, fix, subject, reads, text, ...) \
  void check(rule::id, const subject&, Context&);
#define NOTE(...)
#include "lint/rules.def"

}  // namespace cadre::lint
