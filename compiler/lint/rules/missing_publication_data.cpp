#include "lint/publishing.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::MissingPublicationData, const Model& model, Context& context) {
  const model::Framework& framework = model.framework();
  if (!isPublished(framework)) return;
  std::vector<StringRef> missing;
  if (!hasVersion(framework)) missing.push_back("version");
  if (framework.publisher.trim().empty()) missing.push_back("publisher");
  if (framework.license.trim().empty()) missing.push_back("license");
  if (framework.about.isEmpty()) missing.push_back("about");
  if (missing.empty()) return;
  auto builder = context.report(rule::MissingPublicationData{}, Place(framework.span).knownBy(listed(missing)), titleOf(framework),
                                listed(missing));
  builder.help(note::SayPublicationData);
  if (!framework.places.status.isValid()) builder.note(note::PublishedUnlessSaid);
}

}  // namespace cadre::lint
