#include "emit/sql/script.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::emit::sql {

using relational::ownTables;

llvm::Expected<std::string> Script::write() && {
  begin();
  if (changes_) {
    checkRelease();
  } else {
    createTable(ownTables().front());
    out_ << "\n";
    checkFormat();
    createTables();
    completeTables();
  }
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

namespace {

/// What may stand in a comment of any client.
std::string harmless(StringRef text) {
  std::string out = text.str();
  for (char& c : out) {
    if (!llvm::isAlnum(c) && !StringRef("._+-").contains(c)) c = '?';
  }
  return out;
}

}  // namespace

void Script::introduce(Sql system, Call call, Sql promise) {
  if (!changes_) {
    out_ << "-- A competency framework, as Cadre publishes it, for " << system << ".\n--\n"
         << "-- Run it with any client, on a new database or over an older release: `"
         << call.before << call.script << call.behind << "`.\n"
         << promise;
    return;
  }
  out_ << "-- What has changed in a competency framework, as Cadre publishes it, for " << system
       << ":\n-- ";
  out_.file(harmless(rows_.frameworkId)) << " from ";
  out_.file(harmless(changes_->versionBefore)) << " to ";
  out_.file(harmless(rows_.version))
      << ".\n--\n"
      << "-- Run it with any client, over a database that holds the older release: `" << call.before
      << "changes/" << call.script << call.behind << "`.\n"
      << "-- It refuses any other; where the newer release is there already, nothing changes.\n"
      << promise;
}

void Script::holdsRelease(llvm::function_ref<void()> own, llvm::function_ref<void()> before,
                          llvm::function_ref<void()> after) {
  const auto release = [&](llvm::function_ref<void()> version, size_t LiveCount::*live) {
    out_ << "version = ";
    version();
    for (const LiveCount& count : changes_->counts) {
      if (count.*live == 0) continue;
      out_ << "\n      AND (SELECT count(*) FROM " << relational::getTable(count.table).name
           << " WHERE framework_id = ";
      own();
      out_ << " AND retired_in IS NULL) >= ";
      out_.value(count.*live);
    }
  };
  // As what another framework refers to, a framework may be there in parts.
  out_ << "EXISTS (SELECT 1 FROM framework WHERE id = ";
  own();
  out_ << " AND (\n      ";
  release(before, &LiveCount::before);
  out_ << "\n      OR ";
  release(after, &LiveCount::after);
  out_ << "))";
}

void Script::heading(Sql title) {
  static constexpr Sql line =
      "------------------------------------------------------------------------------------------";
  out_ << "\n-- ---- " << title << " ";
  out_.file(line.text().drop_front(title.text().size())) << "\n\n";
}

}  // namespace cadre::emit::sql
