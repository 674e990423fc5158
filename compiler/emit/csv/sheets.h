// The files that people open, and that an import can read back: a long list of requirements, a
// matrix, a row for each competency with a column for each level. Takes a publication, gives CSV.
#pragma once

#include "emit/csv/csv_writer.h"
#include "emit/fidelity/census.h"
#include "model/publication.h"

namespace cadre::emit::csv {

struct SheetForm {
  Formulas formulas = Formulas::Guard;
  bool byteOrderMark = false;
};

class Sheets {
public:
  /// `publication` must outlive this.
  Sheets(const model::Publication& publication, SheetForm form)
      : publication_(publication), model_(publication.model()), form_(form) {}

  /// A line for each requirement.
  std::string requirements();
  /// A line for each profile, a column for each competency that any requires.
  std::string matrix();
  /// A line for each competency, a column for each level; what a level asks for is a line each.
  std::string competencies();

  /// The cells that were guarded, by the id of what their line is about.
  [[nodiscard]] const fidelity::Tally& guarded() const { return guarded_; }

private:
  void text(CsvWriter& out, StringRef text);
  void requirement(CsvWriter& out, const model::Profile& profile,
                   const model::Requirement& requirement);
  void level(CsvWriter& out, const model::LevelValue& value);

  const model::Publication& publication_;
  const model::Model& model_;
  SheetForm form_;
  StringRef key_;  ///< Of what the current line is about.
  fidelity::Tally guarded_;
};

}  // namespace cadre::emit::csv
