// The sheets of a framework's workbook: takes a publication, fills a workbook. The first tells what
// the others hold; then a matrix for each family, then lists.
#pragma once

#include "emit/fidelity/report.h"
#include "emit/readable/readable.h"
#include "emit/xlsx/table.h"

namespace cadre::emit::xlsx {

using namespace model;

/// The sheets that every workbook of a framework has under these names, as far as it has them.
inline constexpr StringRef fixedSheets[] = {"About", "Profiles", "Competencies", "Requirements"};

class Sheets {
public:
  /// Both must outlive this.
  Sheets(const Publication& publication, Workbook& workbook);

  void addMatrices();
  void addProfiles();
  void addCompetencies();
  void addRequirements();
  /// The first sheet, once all others and the report are there.
  void fillAbout(const fidelity::Report& report);

private:
  struct Listed {
    std::string name;
    std::string holds;
  };

  // ---- Cells

  /// The level in its colour, shown as being of the importance that the cell is to say.
  void level(Table& table, const Requirement& requirement, Importance said);
  void text(Table& table, const Text& text) { table.text(text.plain); }
  void statements(Table& table, ArrayRef<StatementUse> uses, StatementSort sort);
  void credentials(Table& table, ArrayRef<CredentialUse> uses);
  void keywordsAndMatches(Table& table, const Declaration& declaration);
  void competency(Table& table, CompetencyId id, ArrayRef<readable::LevelColumn> columns);
  void profile(Table& table, ProfileId id, ArrayRef<AttributeId> attributes);
  void requirement(Table& table, const Profile& profile, const Requirement& requirement);

  void addMatrix(StringRef name, ArrayRef<ProfileId> profiles);
  [[nodiscard]] std::vector<AttributeId> profileAttributes() const;
  [[nodiscard]] std::string categoriesOf(const Competency& competency) const;
  [[nodiscard]] std::string leadsTo(ProfileId id) const;
  void list(Table& table, const std::string& holds);

  // ---- The first sheet; each goes on at `row_`

  void fact(StringRef name, StringRef value);
  void sheetList();
  void legend();
  void losses(const fidelity::Report& report);

  const Publication& publication_;
  const Model& model_;
  Workbook& workbook_;
  Sheet about_;
  uint32_t row_ = 0;
  std::vector<Listed> listed_;
};

}  // namespace cadre::emit::xlsx
