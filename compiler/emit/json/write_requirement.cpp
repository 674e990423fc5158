#include "emit/json/write_requirement.h"

#include "emit/json/write_reference.h"
#include "emit/json/write_text.h"

namespace cadre::emit::json {

using model::Origin;
using model::OriginKind;
using model::Profile;
using model::Requirement;

namespace {

/// An inherited line names its profile; the profile's own lines need not.
void writeOriginPlace(const Context& to, const Origin& origin, const Profile& profile) {
  const bool isInherited = origin.profile && &to.model[origin.profile] != &profile;
  switch (origin.kind) {
    case OriginKind::Own: break;
    case OriginKind::Base: to.out.string("profile", to.model[origin.profile].key); break;
    case OriginKind::Lowers:
      if (isInherited) to.out.string("profile", to.model[origin.profile].key);
      break;
    case OriginKind::Rule: to.out.string("rule", to.model[origin.rule].key); break;
  }
}

void writeOrigin(const Context& to, const Origin& origin, const Requirement& requirement,
                 const Profile& profile) {
  to.out.string("kind", word(origin.kind));
  writeOriginPlace(to, origin, profile);
  writeLevel(to, origin.level, to.model[requirement.competency]);
  if (origin.importance) to.out.string("importance", word(*origin.importance));
  if (origin.weight) to.out.number("weight", *origin.weight);
  writeText(to, becauseMembers, origin.because);
}

}  // namespace

void writeRequirement(const Context& to, const Requirement& requirement) {
  const model::Competency& competency = to.model[requirement.competency];
  to.out.string("competency", competency.key);
  writeLevel(to, requirement.level, competency);
  to.out.string("importance", word(requirement.importance));
  if (requirement.weight) to.out.number("weight", *requirement.weight);
  writeText(to, becauseMembers, requirement.because);
}

void writeOrigins(const Context& to, const Requirement& requirement, const Profile& profile) {
  to.out.array("origins", [&] {
    for (const Origin& origin : requirement.origins) {
      to.out.object([&] { writeOrigin(to, origin, requirement, profile); });
    }
  });
}

}  // namespace cadre::emit::json
