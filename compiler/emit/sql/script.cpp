#include "emit/sql/script.h"

namespace cadre::emit::sql {

using relational::ownTables;

llvm::Expected<std::string> Script::write() && {
  begin();
  createTable(ownTables().front());
  out_ << "\n";
  checkFormat();
  createTables();
  completeTables();
  stage();
  heading("Bring the tables up to date");
  beginMerge();
  merge();
  endMerge();
  return std::move(out_).take();
}

llvm::Expected<std::string> Script::writePersonGap() && {
  out_ << "-- A view on what people lack for a job, as Cadre publishes it: ";
  out_.file(personGap().name);
  out_ << R"(.
--
-- Run it once the framework is in the database. It reads a table of yours, one row for each
-- competency that somebody has, such as this one:
--
--   CREATE TABLE assessment (
)" << assessmentColumns()
       << R"(--     PRIMARY KEY (person_id, competency_id),
--     FOREIGN KEY (competency_id) REFERENCES competency (id),
--     FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id)
--   ))"
       << assessmentTail() << R"(;

)";
  createPersonGap();
  return std::move(out_).take();
}

void Script::createPersonGap() { createView(personGap()); }

llvm::Expected<std::pair<std::string, std::string>> Script::writeSchema() && {
  createTable(ownTables().front());
  createTables();
  const size_t size = out_.size();
  completeTables();
  auto text = std::move(out_).take();
  if (!text) return text.takeError();
  return std::pair(text->substr(0, size), text->substr(size));
}

void Script::heading(Sql title) {
  static constexpr Sql line =
      "------------------------------------------------------------------------------------------";
  out_ << "\n-- ---- " << title << " ";
  out_.file(line.text().drop_front(title.text().size())) << "\n\n";
}

}  // namespace cadre::emit::sql
