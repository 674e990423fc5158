#include "lint/publishing.h"
#include "lint/rule.h"
#include "lint/schemes.h"
#include "lint/wording.h"

namespace cadre::lint {

namespace {

/// Licences that let others take the text and change it.
bool isOpen(StringRef licence) {
  for (const StringRef begin : {"CC0", "CC-BY", "CC-PDDC", "MIT", "Apache-", "BSD-", "ODC-", "ODbL",
                                "PDDL", "OGL-", "GFDL", "Unlicense", "0BSD", "EUPL"}) {
    if (licence.starts_with_insensitive(begin)) return !licence.contains_insensitive("-ND");
  }
  return false;
}

/// Frameworks whose words may be given on by those alone who have a licence for that.
bool isLicensed(const model::Match& match) {
  if (match.relation != model::Relation::Exact) return false;
  const Scheme* const scheme = findScheme(match.scheme);
  return scheme && (scheme->name == "sfia" || scheme->name == "e-cf");
}

bool hasWords(const Competency& competency) {
  if (competency.about.isEmpty()) return false;
  return !competency.rubric.indicators.empty() ||
         llvm::any_of(competency.levels, [](const model::CompetencyLevel& it) {
           return !it.rubric.indicators.empty();
         });
}

}  // namespace

void check(rule::ThirdPartyText, const Model& model, Context& context) {
  const model::Framework& framework = model.framework();
  if (!isPublished(framework) || !isOpen(framework.license)) return;
  std::vector<Span> places;
  StringRef scheme;
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    const auto* const match = llvm::find_if(it.matches, isLicensed);
    if (match == it.matches.end() || !hasWords(it)) continue;
    if (places.empty()) scheme = match->scheme;
    places.push_back(match->span);
  }
  if (places.empty()) return;
  context
      .report(rule::ThirdPartyText{}, Place(framework.span).knownBy(scheme.str()),
              counted(places.size(), "competency is", "competencies are"), scheme,
              framework.license)
      .labels(places, note::SameAsTheirs, note::MoreLikeTheirs)
      .help(note::KeepTheirWordsOut);
}

}  // namespace cadre::lint
