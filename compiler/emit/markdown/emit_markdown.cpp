#include "emit/markdown/emit_markdown.h"

#include "emit/fidelity/report.h"
#include "emit/markdown/pages.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

namespace cadre::emit {

namespace {

using fidelity::carried;
using fidelity::Fact;
using fidelity::leftOut;
using fidelity::Loss;
using fidelity::Verdict;
using model::DeclKind;

Verdict unless(bool isCarried, llvm::StringRef reason) {
  return isCarried ? carried : leftOut(reason);
}

Verdict judge(Fact fact, DeclKind kind) {
  const bool isProfile = kind == DeclKind::Profile;
  const bool hasNotice = isProfile || kind == DeclKind::Competency || kind == DeclKind::Framework;
  switch (fact) {
    case Fact::Ids: return leftOut("pages call things by their titles");
    case Fact::Packages: return leftOut("readers do not ask which package says it");
    case Fact::Translations: return leftOut("pages are in one language, which `language` chooses");
    case Fact::Codes: return unless(isProfile, "only those of profiles are shown");
    case Fact::Keywords: return unless(isProfile, "only those of profiles are shown");
    case Fact::Matches: return unless(isProfile, "only those of profiles are shown");
    case Fact::Attributes: return unless(isProfile, "only those of profiles are shown");
    case Fact::AttributeTypes: return leftOut("pages show values alone");
    case Fact::Status: return unless(hasNotice, "only profiles and competencies are marked");
    case Fact::Dates: return leftOut("pages tell what holds now");
    case Fact::Deprecations: return unless(hasNotice, "only profiles and competencies are marked");
    case Fact::Succession: return leftOut("pages tell what holds now");
    case Fact::Allowances: return leftOut("they are for those who write the source");
    case Fact::Abouts:
      return unless(hasNotice || kind == DeclKind::Scale || kind == DeclKind::Path,
                    "pages name other declarations by their titles");
    case Fact::Unused: return leftOut("pages name what profiles refer to");
    case Fact::Kinds: return {Loss::Cut, "a heading names the kind, not the one it is like"};
    case Fact::MoreCategories: return leftOut("a page groups by the first category");
    case Fact::Umbrellas: return leftOut("competencies have no page");
    case Fact::Unrequired: return leftOut("competencies are shown where a profile requires them");
    case Fact::OtherLevels: return leftOut("a page shows the level that its profile requires");
    case Fact::Labels: return leftOut("they are for programs");
    case Fact::LevelNotes: return leftOut("a page shows the indicators of a level");
    case Fact::Practice: return leftOut("they are for whoever assesses and develops people");
    case Fact::CompetencyStatements: return leftOut("competencies have no page");
    case Fact::CompetencyCredentials: return leftOut("competencies have no page");
    case Fact::Resources: return leftOut("competencies have no page");
    case Fact::Origins: return leftOut("a page tells what is required in the end");
    case Fact::Rules: return leftOut("a page tells what is required in the end");
    case Fact::Crosswalks: return leftOut("pages compare no scales");
    case Fact::Markup:
    case Fact::Scales:
    case Fact::LevelTexts:
    case Fact::Indicators:
    case Fact::ProfileStatements:
    case Fact::ProfileCredentials:
    case Fact::CredentialTerms:
    case Fact::Importance:
    case Fact::Weights:
    case Fact::Reasons:
    case Fact::Bases:
    case Fact::Drops:
    case Fact::Paths: return carried;
  }
  llvm_unreachable("every fact is judged");
}

/// The same of pages for applicants.
Verdict judgeAdvert(Fact fact, DeclKind kind) {
  switch (fact) {
    case Fact::Codes:
    case Fact::Keywords:
    case Fact::Matches:
    case Fact::Attributes:
    case Fact::Bases:
    case Fact::Weights:
    case Fact::Reasons:
    case Fact::Drops: return leftOut("an advert tells what is required in the end");
    default: return judge(fact, kind);
  }
}

/// The language of the pages; empty for the framework's own.
llvm::Expected<llvm::StringRef> languageOf(const model::Framework& framework,
                                           const Options& options) {
  const llvm::StringRef language = options.text("language");
  if (language.empty() || language == framework.language) return llvm::StringRef();
  if (llvm::is_contained(framework.translations, language)) return language;
  return llvm::createStringError("`language` is `" + language.str() + "`, and `" +
                                 framework.key.str() + "` lists no translation into it");
}

}  // namespace

llvm::Error emitMarkdown(const model::Publication& publication, Sink& sink,
                         const Options& options) {
  auto language = languageOf(publication.model().framework(), options);
  if (!language) return language.takeError();
  const bool isAdvert = options.flag("advert", false);
  const markdown::Pages pages(
      publication, *language,
      isAdvert ? markdown::Audience::Applicants : markdown::Audience::Everybody);
  if (auto error = sink.write("markdown/index.md", pages.index())) return error;
  for (const auto id : publication.ids<model::Profile>()) {
    if (auto error = sink.write("markdown/" + pages.file(id), pages.profile(id))) return error;
  }
  fidelity::Report report("markdown", publication);
  report.judge(fidelity::Census(publication), isAdvert ? judgeAdvert : judge);
  return report.write(sink, "markdown/");
}

}  // namespace cadre::emit
