#include "emit/csv/emit_csv.h"

#include "emit/csv/sheets.h"
#include "emit/fidelity/report.h"
#include "emit/relational/rows.h"

namespace cadre::emit {

namespace {

using csv::CsvWriter;
using fidelity::Loss;
using fidelity::Tally;
using relational::Value;

void cell(CsvWriter& out, const Value& value) {
  switch (value.type()) {
    case Value::Type::Null: return out.null();
    case Value::Type::Text: out.text(value.text()); return;
    case Value::Type::Integer: return out.integer(value.integer());
    case Value::Type::Real: return out.number(value.real());
  }
}

std::string tableFile(const relational::Table& table, const relational::TableRows& rows,
                      bool byteOrderMark) {
  CsvWriter out(csv::Formulas::Keep, byteOrderMark);
  for (const relational::Word column : table.columns) out.text(column.text());
  out.endRow();
  for (size_t i = 0; i < rows.size(); ++i) {
    for (const Value& value : rows[i]) cell(out, value);
    out.endRow();
  }
  return std::move(out).take();
}

bool isNumber(const Value& value) {
  return value.type() == Value::Type::Integer || value.type() == Value::Type::Real;
}

/// What holds of tables in a database and not of files: types, keys.
void judgeTables(fidelity::Report& report, const relational::Rows& rows) {
  Tally numbers;
  Tally keys;
  for (const relational::Table& table : relational::tables()) {
    const relational::TableRows& own = rows[table.id];
    if (own.size() > 0) keys.add(table.name.text());
    size_t count = 0;
    for (size_t i = 0; i < own.size(); ++i) {
      count += static_cast<size_t>(llvm::count_if(own[i], isNumber));
    }
    numbers.add(table.name.text(), count);
  }
  report.add({"types", Loss::Changed, "numbers in tables",
              "CSV has no types; who reads a number has to know its column", numbers});
  report.add({"keys", Loss::LeftOut, "tables with rows whose keys and constraints nothing checks",
              "CSV has no keys; those of the tables are the same as in SQL", keys});
}

/// What the sheets for people do not say of scales.
void judgeScales(fidelity::Report& report, const model::Publication& publication) {
  const model::Model& model = publication.model();
  std::vector<bool> isUsed(model.tables().scales.size());
  for (const model::CompetencyId id : publication.ids<model::Competency>()) {
    const model::ScaleId scale = model[id].scale;
    if (publication.contains(scale)) isUsed[scale.index()] = true;
  }
  Tally ends;
  Tally shared;
  const bool areSeveral = llvm::count(isUsed, true) > 1;
  for (const model::ScaleId id : publication.ids<model::Scale>()) {
    if (!isUsed[id.index()]) continue;
    if (model[id].kind == model::ScaleKind::Numeric) ends.add(model[id].key);
    if (areSeveral) shared.add(model[id].key);
  }
  report.add({"scale-ends", Loss::LeftOut, "numeric scales whose ends `csv/sheets/` does not have",
              "the sheets have the numbers that occur; the tables have the range", ends});
  report.add({"scales", Loss::Changed, "scales whose levels share the columns of `csv/sheets/`",
              "`requirements.csv` and `matrix.csv` do not say which scale a level is of; the "
              "tables do",
              shared});
}

}  // namespace

llvm::Error emitCsv(const model::Publication& publication, Sink& sink, const Options& options) {
  const bool byteOrderMark = options.flag("bom", false);
  const relational::Rows rows = relational::collectRows(publication);
  for (const relational::Table& table : relational::tables()) {
    const std::string path = "csv/" + table.name.text().str() + ".csv";
    if (auto error = sink.write(path, tableFile(table, rows[table.id], byteOrderMark)))
      return error;
  }

  const auto formulas = options.flag("guard", true) ? csv::Formulas::Guard : csv::Formulas::Keep;
  csv::Sheets sheets(publication, {formulas, byteOrderMark});
  if (auto error = sink.write("csv/sheets/requirements.csv", sheets.requirements())) return error;
  if (auto error = sink.write("csv/sheets/matrix.csv", sheets.matrix())) return error;
  if (auto error = sink.write("csv/sheets/competencies.csv", sheets.competencies())) return error;

  fidelity::Report report("csv", publication);
  judgeTables(report, rows);
  judgeScales(report, publication);
  report.add({"guarded", Loss::Changed, "cells of `csv/sheets/` with an apostrophe before the text",
              "a spreadsheet would take the text for a formula; `guard = false` leaves it as it is",
              sheets.guarded()});
  return report.write(sink, "csv/");
}

}  // namespace cadre::emit
