#include "emit/xlsx/emit_xlsx.h"

#include "emit/xlsx/sheets.h"
#include "support/language_tag.h"

#include <llvm/Support/ErrorHandling.h>

namespace cadre::emit {

namespace {

using fidelity::carried;
using fidelity::Fact;
using fidelity::leftOut;
using fidelity::Loss;
using fidelity::Verdict;
using model::DeclKind;

Verdict judge(Fact fact, DeclKind kind) {
  const bool isProfile = kind == DeclKind::Profile;
  const bool hasSheet = isProfile || kind == DeclKind::Competency;
  constexpr llvm::StringRef noSheet = "only profiles and competencies have a sheet";
  switch (fact) {
    case Fact::Ids: return hasSheet || kind == DeclKind::Framework ? carried : leftOut(noSheet);
    case Fact::Packages: return leftOut("sheets mark nothing as another package's");
    case Fact::Translations: return leftOut("cells hold the language of the framework");
    case Fact::Markup: return {Loss::Changed, "cells hold the words without markup"};
    case Fact::Codes: return hasSheet ? carried : leftOut(noSheet);
    case Fact::Keywords: return hasSheet ? carried : leftOut(noSheet);
    case Fact::Matches: return hasSheet ? carried : leftOut(noSheet);
    case Fact::Attributes:
      return isProfile ? carried : leftOut("only profiles have columns for them");
    case Fact::AttributeTypes: return leftOut("cells check no values");
    case Fact::Status: return hasSheet ? carried : leftOut(noSheet);
    case Fact::Dates: return leftOut("sheets tell what holds now");
    case Fact::Deprecations: return leftOut("sheets tell what holds now");
    case Fact::Succession: return leftOut("sheets tell what holds now");
    case Fact::Allowances: return leftOut("they are for those who write the source");
    case Fact::Abouts:
      return hasSheet || kind == DeclKind::Framework || kind == DeclKind::Scale
                 ? carried
                 : leftOut("sheets name other declarations by their titles");
    case Fact::Unused: return leftOut("sheets name what profiles and competencies refer to");
    case Fact::Kinds: return {Loss::Cut, "a cell names the kind, not the one it is like"};
    case Fact::Labels: return leftOut("they are for programs");
    case Fact::LevelNotes: return leftOut("a cell holds the indicators of a level");
    case Fact::Practice: return leftOut("a cell holds the indicators of a level");
    case Fact::CredentialTerms: return leftOut(noSheet);
    case Fact::Resources: return leftOut(noSheet);
    case Fact::Origins: return {Loss::Cut, "a cell names the origin, not what that line said"};
    case Fact::Drops: return leftOut("sheets show what is required");
    case Fact::Rules: return leftOut("sheets show what follows from them");
    case Fact::Crosswalks: return leftOut("sheets compare no scales");
    case Fact::Scales:
    case Fact::LevelTexts:
    case Fact::MoreCategories:
    case Fact::Umbrellas:
    case Fact::Unrequired:
    case Fact::Indicators:
    case Fact::OtherLevels:
    case Fact::CompetencyStatements:
    case Fact::CompetencyCredentials:
    case Fact::ProfileStatements:
    case Fact::ProfileCredentials:
    case Fact::Importance:
    case Fact::Weights:
    case Fact::Reasons:
    case Fact::Bases:
    case Fact::Paths: return carried;
  }
  llvm_unreachable("every fact is judged");
}

fidelity::Report reportOf(const model::Publication& publication, const xlsx::Losses& losses) {
  fidelity::Report report("xlsx", publication);
  report.judge(fidelity::Census(publication), judge);
  report.add({"cut", Loss::Cut, "texts that are longer than a cell", "a cell ends in `…` there",
              losses.cut});
  report.add({"characters", Loss::Changed, "texts with characters that XML has no place for",
              "U+FFFD stands for each", losses.characters});
  report.add({"columns", Loss::LeftOut, "cells behind the last column of a sheet",
              "a sheet has no room for them", losses.beyond});
  return report;
}

}  // namespace

llvm::Error emitXlsx(const model::Publication& publication, Sink& sink, const Options&) {
  const model::Framework& framework = publication.model().framework();
  xlsx::Workbook workbook(xlsx::fixedSheets);
  if (!workbook.isOpen()) return llvm::createStringError("there is no memory for a workbook");
  if (isRightToLeft(framework.language)) workbook.setRightToLeft();
  workbook.describe(framework.title.plain, framework.publisher, framework.key, framework.version);
  xlsx::Sheets sheets(publication, workbook);
  sheets.addMatrices();
  sheets.addProfiles();
  sheets.addCompetencies();
  sheets.addRequirements();
  const fidelity::Report report = reportOf(publication, workbook.losses());
  sheets.fillAbout(report);
  auto bytes = std::move(workbook).take();
  if (!bytes) return bytes.takeError();
  if (auto error = sink.write("xlsx/framework.xlsx", std::move(*bytes))) return error;
  return report.write(sink, "xlsx/");
}

}  // namespace cadre::emit
