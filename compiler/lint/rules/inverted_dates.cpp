#include "lint/dates.h"
#include "lint/publishing.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::InvertedDates, const Declaration& declaration, Context& context) {
  const auto reviewed = readDay(declaration.reviewed);
  const auto today = readDay(context.today());
  if (reviewed && today && *today < *reviewed)
    context.report(
        rule::InvertedDates{}, declaration.places.reviewed,
        diag::sentence(note::ReviewedInFuture.text, titleOf(declaration), declaration.reviewed));
  if (declaration.since.empty()) return;
  const model::Deprecation* const gone = declaration.deprecated;
  if (gone && isOlder(gone->since, declaration.since)) {
    context
        .report(rule::InvertedDates{}, gone->span,
                diag::sentence(note::GoneBeforeThere.text, titleOf(declaration), gone->since,
                               declaration.since))
        .label(declaration.places.since, note::SinceHere);
    return;
  }
  // What is a draft yet will come with a later version.
  const model::Framework& framework = context.model().framework();
  const StringRef version = framework.version;
  if (declaration.status == model::Status::Draft || !hasVersion(framework) ||
      !isOlder(version, declaration.since))
    return;
  context
      .report(rule::InvertedDates{}, declaration.places.since,
              diag::sentence(note::SinceLaterVersion.text, titleOf(declaration), declaration.since,
                             version))
      .help(note::RaiseVersion);
}

}  // namespace cadre::lint
