#include "emit/sql/script.h"

#include "sql_views_files.h"

namespace cadre::emit::sql {

using relational::getTable;
using relational::ownTables;
using relational::Succession;
using relational::tables;

namespace {

// Several rows in one statement load three times faster than one; more than this gain nothing.
constexpr size_t rowsPerStatement = 500;
constexpr size_t bytesPerStatement = 256 * 1024;

View readView(StringRef fileName) {
  View view{fileName.drop_back(StringRef(".sql").size()), {}, embedded::sql_views::find(fileName)};
  const size_t begin = view.select.find("\nSELECT") + 1;
  view.commentLines = view.select.take_front(begin);
  view.select = view.select.drop_front(begin).trim();
  return view;
}

/// Whether both rows begin with the same profile and competency.
bool saysKey(ArrayRef<Value> origin, ArrayRef<Value> requirement) {
  return origin[0].text() == requirement[0].text() && origin[1].text() == requirement[1].text();
}

/// Whether the origin is the profile's own line and says what the requirement says.
bool isOwnLine(ArrayRef<Value> origin, ArrayRef<Value> requirement) {
  enum Requirement { position = 2, level, number, importance, weight, because, markdown };
  enum Origin { kind = 3, fromProfile, rule, says };
  return origin[kind].text() == "own" && origin[fromProfile].type() == Value::Type::Null &&
         llvm::equal(origin.slice(says), requirement.slice(level));
}

const Column successionColumns[] = {{.name = "kind", .type = Type::Word, .isKey = true},
                                    {.name = "id", .type = Type::Id, .isKey = true},
                                    {.name = "successor_id", .type = Type::Id}};

}  // namespace

std::string View::comment() const {
  std::string out;
  llvm::SmallVector<StringRef, 4> lines;
  commentLines.split(lines, '\n', -1, false);
  for (const StringRef line : lines)
    out += (out.empty() ? "" : " ") + line.drop_front(2).trim().str();
  return out;
}

ArrayRef<View> views() {
  static const View all[] = {readView("profile_matrix.sql"), readView("profile_gap.sql"),
                             readView("competency_demand.sql"), readView("competency_coverage.sql"),
                             readView("career_step.sql")};
  return all;
}

const View& personGap() {
  static const View view = readView("person_gap.sql");
  return view;
}

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

// ---- The schema ---------------------------------------------------------------------------------

void Script::createTables() {
  heading("Tables");
  for (const Table& table : ownTables().drop_front()) createTable(table);
  for (const Table& table : tables()) createTable(table);
  if (mayReferForward()) return;
  for (const Table& table : tables()) {
    for (const Column& column : table.definition) {
      if (refersForward(table, column)) addForwardKey(table, column);
    }
  }
}

void Script::completeTables() {
  heading("Indexes");
  for (const Table& table : tables()) {
    for (const Index& index : table.indexes) createIndex(table, index);
  }
  heading("What rows must be true to, beside keys and checks");
  for (const Guard& guard : guards()) createGuard(guard);
  heading("Views");
  for (const View& view : views()) createView(view);
}

bool Script::refersForward(const Table& table, const Column& column) {
  if (column.refersTo.isEmpty()) return false;
  const auto target =
      llvm::find_if(tables(), [&](const Table& it) { return it.name == column.refersTo; });
  return target > &table;
}

bool Script::refersForward(const Table& table) {
  return llvm::any_of(table.definition, [&](const Column& it) { return refersForward(table, it); });
}

void Script::createTable(const Table& table) {
  out_ << "\n";
  beforeTable(table);
  out_ << "CREATE TABLE IF NOT EXISTS " << tablePrefix() << table.name << " (";
  tableComment(table);
  for (const Column& column : table.definition) {
    out_ << "\n  " << column.name << " " << typeOf(column);
    if (column.isKey || column.isRequired) out_ << " NOT NULL";
    if (!column.fallback.isEmpty()) out_ << " DEFAULT " << defaultOf(column);
    beforeChecks(column);
    if (!column.words.empty()) {
      out_ << " CHECK (" << column.name << " IN (";
      for (const Sql& each : column.words) {
        if (&each != column.words.begin()) out_ << ", ";
        out_.value(each);
      }
      out_ << "))";
    }
    if (!column.mayBeEmpty) out_ << " CHECK (" << column.name << " <> '')";
    columnCheck(column);
    if (!column.condition.isEmpty()) out_ << " CHECK (" << column.condition << ")";
    endColumn(column);
  }
  out_ << "\n  PRIMARY KEY (";
  out_.list(table.key) << ")";
  for (const auto& unique : table.uniques) {
    out_ << ",\n  UNIQUE (";
    out_.list(unique) << ")";
  }
  for (const Column& column : table.definition) {
    if (column.refersTo.isEmpty()) continue;
    if (!mayReferForward() && refersForward(table, column)) continue;
    foreignKey({{column.name}, column.refersTo, {"id"}});
  }
  for (const ForeignKey& key : table.foreignKeys) foreignKey(key);
  for (const Sql condition : table.conditions) out_ << ",\n  CHECK (" << condition << ")";
  tableConstraints(table);
  out_ << "\n";
  closeTable(table);
  afterTable(table);
}

void Script::foreignKey(const ForeignKey& key) {
  out_ << ",\n  FOREIGN KEY (";
  out_.list(key.columns) << ") REFERENCES " << key.table << " (";
  out_.list(key.target) << ")";
  foreignKeyTail(key);
}

void Script::createIndex(const Table& table, const Index& index) {
  out_ << "CREATE " << (index.isUniqueWhereLive ? Sql("UNIQUE ") : Sql(""))
       << "INDEX IF NOT EXISTS " << tablePrefix() << index.name << " ON " << table.name << " (";
  out_.list(index.columns) << ")";
  if (index.isUniqueWhereLive) out_ << " WHERE retired_in IS NULL";
  if (!index.where.isEmpty()) out_ << " WHERE " << index.where;
  out_ << ";\n";
}

size_t Script::allNames(Sql before, Sql after) {
  size_t count = 0;
  const auto add = [&](StringRef name, StringRef tail = {}) {
    if (count++ != 0) out_ << ",\n";
    out_ << "  " << before;
    out_.file(name).file(tail) << after;
  };
  for (const Table& table : ownTables()) add(table.name.text());
  for (const Table& table : tables()) {
    add(table.name.text());
    for (const Index& index : table.indexes) add(index.name.text());
  }
  for (const Guard& guard : guards()) {
    if (guard.isForMysql) continue;
    add(guard.name.text(), "_insert");
    add(guard.name.text(), "_update");
  }
  for (const View& view : views()) add(view.name);
  return count;
}

// ---- Rows to load -------------------------------------------------------------------------------

void Script::stage() {
  heading("Rows");
  createStaging("cadre_write", "",
                {{.name = "kind", .type = Type::Word, .isKey = true},
                 {.name = "id", .type = Type::PartId, .isKey = true}});
  TableRows successions(3);
  for (const Succession& each : rows_.successions) {
    successions.add(each.kind, each.id, each.successor);
  }
  createStaging("cadre_succession", "", successionColumns);
  insert("cadre_succession", "", successionColumns, successions);
  for (const Table& table : tables()) {
    out_ << "\n";
    createStaging("cadre_new_", table.name, table.definition);
    if (table.id == TableId::RequirementOrigin) {
      stageOrigins();
    } else {
      insert("cadre_new_", table.name, table.definition, rows_[table.id]);
    }
  }
}

void Script::createStaging(Sql prefix, Sql name, ArrayRef<Column> definition) {
  dropTemporary(prefix, name);
  out_ << temporaryTable() << prefix << name << " (";
  llvm::SmallVector<Sql, 4> key;
  bool isFirst = true;
  for (const Column& column : definition) {
    if (!column.isFilled) continue;
    if (!isFirst) out_ << ", ";
    isFirst = false;
    out_ << column.name;
    if (stagesKeys()) {
      out_ << " " << typeOf(column);
      if (column.isKey) out_ << " NOT NULL";
    }
    if (column.isKey) key.push_back(column.name);
  }
  if (stagesKeys()) {
    out_ << ", PRIMARY KEY (";
    out_.list(key) << ")";
  }
  out_ << ")" << temporaryTail() << ";\n";
}

// Most requirements have one origin, their own line, which says the same: that row is made of the
// requirement when the script runs. `cadre_told` holds the others.
void Script::stageOrigins() {
  static const Column toldColumns[] = {{.name = "profile_id", .type = Type::Id, .isKey = true},
                                       {.name = "competency_id", .type = Type::Id, .isKey = true}};
  const TableRows& origins = rows_[TableId::RequirementOrigin];
  const TableRows& requirements = rows_[TableId::Requirement];
  TableRows others(getTable(TableId::RequirementOrigin).columns.size());
  TableRows told(2);
  size_t next = 0;
  for (size_t i = 0; i < requirements.size(); ++i) {
    const ArrayRef<Value> requirement = requirements[i];
    const size_t first = next;
    while (next < origins.size() && saysKey(origins[next], requirement)) ++next;
    if (next == first + 1 && isOwnLine(origins[first], requirement)) continue;
    told.add(requirement[0], requirement[1]);
    for (size_t row = first; row < next; ++row) others.addRow(origins[row]);
  }
  assert(next == origins.size());
  insert("cadre_new_", "requirement_origin", getTable(TableId::RequirementOrigin).definition,
         others);
  createStaging("cadre_told", "", toldColumns);
  insert("cadre_told", "", toldColumns, told);
  out_
      << "INSERT INTO cadre_new_requirement_origin (profile_id, competency_id, position, kind, "
         "level_id, level_value, importance, weight, because, because_markdown)\n"
         "  SELECT profile_id, competency_id, 1, 'own', level_id, level_value, importance, weight, "
         "because, because_markdown FROM cadre_new_requirement\n"
         "  WHERE (profile_id, competency_id) NOT IN (SELECT profile_id, competency_id FROM "
         "cadre_told);\n";
}

void Script::insert(Sql prefix, Sql name, ArrayRef<Column> definition, const TableRows& rows) {
  if (rows.size() == 0) return;
  llvm::SmallVector<Column, 0> columns;
  llvm::copy_if(definition, std::back_inserter(columns),
                [](const Column& it) { return it.isFilled; });
  // A column that is null in all rows would only be read to no purpose.
  llvm::SmallVector<size_t, 16> used;
  llvm::SmallVector<Sql, 16> names;
  for (size_t i = 0; i < columns.size(); ++i) {
    bool isUsed = false;
    for (size_t row = 0; row < rows.size() && !isUsed; ++row) {
      isUsed = rows[row][i].type() != Value::Type::Null;
    }
    if (!isUsed) continue;
    used.push_back(i);
    names.push_back(columns[i].name);
  }
  const auto row = [&](ArrayRef<Value> values) {
    out_ << "(";
    for (const size_t i : used) {
      if (i != used.front()) out_ << ",";
      columns[i].type == Type::Boolean ? out_.boolean(values[i]) : out_.value(values[i]);
    }
    out_ << ")";
  };
  for (size_t next = 0; next < rows.size();) {
    out_ << "INSERT INTO " << prefix << name << " (";
    out_.list(names) << ") VALUES\n";
    const size_t begin = out_.size();
    for (size_t count = 0; next < rows.size(); ++next, ++count) {
      if (count == rowsPerStatement || out_.size() - begin > bytesPerStatement) break;
      if (count != 0) out_ << ",\n";
      row(rows[next]);
    }
    out_ << ";\n";
  }
}

// ---- The merge ----------------------------------------------------------------------------------

void Script::merge() {
  step("check", "", [&] { refuseForeignIds(); });
  step("choose", "", [&] { chooseDeclarations(); });
  for (const Table& table : tables()) {
    const bool mayGo = table.isKept() && table.id != TableId::Framework;
    if (mayGo) step("retire_", table.name, [&] { retire(table); });
  }
  for (const Table& table : llvm::reverse(tables())) {
    if (table.role == Role::Fact) step("remove_", table.name, [&] { removeFacts(table); });
  }
  step("make_room", "", [&] { makeRoomForLevels(); });
  for (const Table& table : tables()) step("fill_", table.name, [&] { fill(table); });
  step("succeed", "", [&] {
    beforeSuccessors();
    for (const Table& table : tables()) {
      if (table.role == Role::Declaration) setSuccessors(table);
    }
    setFormat();
  });
}

void Script::step(Sql verb, Sql table, llvm::function_ref<void()> body) {
  out_ << "-- " << verb << table << "\n";
  body();
}

void Script::statement(llvm::function_ref<void()> body) {
  out_ << "  ";
  body();
  out_ << ";\n";
  afterStatement();
}

void Script::updateFrom(Sql table, llvm::function_ref<void()> assignments, Sql prefix, Sql source,
                        llvm::function_ref<void()> match, llvm::function_ref<void()> rest) {
  statement([&] {
    out_ << "UPDATE " << table << " SET ";
    assignments();
    out_ << " FROM " << prefix << source << " AS new\n  WHERE ";
    match();
    out_ << " AND ";
    rest();
  });
}

void Script::upsert(const Table& table) {
  statement([&] {
    insertInto(table, table.columns);
    whereWritten(table, "new.");
    out_ << "\n  ON CONFLICT (";
    out_.list(table.key) << ") DO ";
    const auto columns = changeable(table);
    if (columns.empty()) {
      out_ << "NOTHING";
      return;
    }
    out_ << "UPDATE SET ";
    for (const Sql& column : columns) {
      if (&column != columns.begin()) out_ << ", ";
      out_ << column << " = excluded." << column;
    }
    if (table.isKept()) {
      out_ << ",\n    retired_in = ";
      retiredAfter(table, "excluded");
    }
    out_ << "\n  WHERE ";
    changed(table, columns, "excluded");
  });
}

void Script::chooseDeclarations() {
  for (const Table& table : tables()) {
    if (table.role != Role::Declaration) continue;
    statement([&] {
      out_ << "INSERT INTO cadre_write SELECT '" << table.kind << "', id FROM cadre_new_"
           << table.name << " AS new\n  WHERE (framework_id = ";
      out_.value(own_) << " OR NOT EXISTS (SELECT 1 FROM " << table.name
                       << " AS old WHERE old.id = new.id))" << andGoesOn();
    });
  }
  // Not from `cadre_write` itself: MySQL reads a temporary table only once in a statement.
  statement([&] {
    out_ << "INSERT INTO cadre_write SELECT 'indicator', id FROM cadre_new_indicator AS new\n"
            "  WHERE (framework_id = ";
    out_.value(own_) << " OR NOT EXISTS (SELECT 1 FROM competency AS old WHERE old.id = "
                        "new.competency_id))"
                     << andGoesOn();
  });
  statement([&] {
    out_
        << "INSERT INTO identity (kind, id) SELECT kind, id FROM cadre_write AS new\n"
           "  WHERE NOT EXISTS (SELECT 1 FROM identity AS old WHERE old.kind = new.kind AND old.id "
           "= new.id)"
        << andGoesOn();
  });
  statement([&] {
    out_ << "INSERT INTO identity (kind, id) SELECT DISTINCT 'profile', base_id FROM "
            "cadre_new_profile_base AS new\n"
            "  WHERE NOT EXISTS (SELECT 1 FROM identity AS old WHERE old.kind = 'profile' AND "
            "old.id = new.base_id)"
         << andGoesOn();
  });
}

void Script::whereWritten(const Table& table, Sql qualifier, Sql word) {
  if (table.kind.isEmpty()) {
    out_ << "  WHERE (" << qualifier << "kind, " << qualifier << "id)" << word
         << "(SELECT kind, id FROM cadre_write)";
    return;
  }
  out_ << "  WHERE " << qualifier << table.root() << word
       << "(SELECT id FROM cadre_write WHERE kind = '" << table.kind << "')";
}

void Script::andNotStaged(const Table& table) {
  out_ << "\n    AND (";
  out_.list(table.key) << ") NOT IN (SELECT ";
  out_.list(table.key) << " FROM cadre_new_" << table.name << ")";
}

void Script::sameKey(const Table& table, Sql left, Sql right) {
  for (const Sql& column : table.key) {
    if (&column != table.key.begin()) out_ << " AND ";
    out_ << left << "." << column << " = " << right << "." << column;
  }
}

void Script::retire(const Table& table) {
  statement([&] {
    out_ << "UPDATE " << table.name << " SET retired_in = ";
    out_.value(version_);
    if (table.has("status")) out_ << ", status = 'retired'";
    if (table.has("framework_id")) {
      out_ << "\n  WHERE framework_id = ";
      out_.value(own_);
    } else {
      out_ << "\n  WHERE competency_id IN (SELECT id FROM competency WHERE framework_id = ";
      out_.value(own_) << ")";
    }
    out_ << " AND retired_in IS NULL";
    andNotStaged(table);
    out_ << andGoesOn();
  });
}

void Script::removeFacts(const Table& table) {
  statement([&] {
    out_ << "DELETE FROM " << table.name << "\n";
    whereWritten(table, "");
    andNotStaged(table);
    out_ << andGoesOn();
  });
}

/// Lets levels change places, and competencies and crosswalks their scales, without passing through
/// a state that the constraints refuse.
void Script::makeRoomForLevels() {
  updateFrom(
      "level", [&] { out_ << "ordinal = level.ordinal + 1000000"; }, "cadre_new_", "level",
      [&] { out_ << "level.scale_id = new.scale_id AND level.id = new.id"; },
      [&] {
        out_ << "level.framework_id = ";
        out_.value(own_) << " AND level.retired_in IS NULL AND level.ordinal <> new.ordinal";
      });
  statement([&] {
    out_ << "UPDATE competency_level SET retired_in = ";
    out_.value(version_)
        << "\n  WHERE retired_in IS NULL AND competency_id IN (\n    SELECT new.id FROM "
           "cadre_new_competency AS new JOIN competency AS old ON old.id = new.id\n    WHERE "
           "new.framework_id = ";
    out_.value(own_) << " AND ";
    distinct("old", "scale_id", "new", "scale_id");
    out_ << ")" << andGoesOn();
  });
  statement([&] {
    out_ << "DELETE FROM crosswalk_pair WHERE crosswalk_id IN (\n    SELECT new.id FROM "
            "cadre_new_crosswalk AS new JOIN crosswalk AS old ON old.id = new.id\n    WHERE "
            "new.framework_id = ";
    out_.value(own_) << " AND (old.from_scale_id <> new.from_scale_id OR old.to_scale_id <> "
                        "new.to_scale_id))"
                     << andGoesOn();
  });
}

void Script::fill(const Table& table) {
  upsert(table);
  if (table.id == TableId::Level) addAbsentLevels(table);
  if (table.id == TableId::CompetencyLevel) addAbsentOffers(table);
  afterFill(table);
}

// A dependency may be here in an older release, which lacks a level that this framework requires.

void Script::whereAbsent(const Table& table) {
  whereWritten(table, "new.", " NOT IN ");
  out_ << "\n    AND NOT EXISTS (SELECT 1 FROM " << table.name << " AS old WHERE ";
  sameKey(table, "old", "new");
  out_ << ")\n    AND ";
}

/// A level that the newer release puts between others has no place among those that are here: it is
/// there, but not live, until the script of its own framework comes.
void Script::addAbsentLevels(const Table& table) {
  static constexpr Sql isOrdinal =
      "EXISTS (SELECT 1 FROM scale WHERE id = new.scale_id AND kind = 'ordinal')";
  statement([&] {
    insertInto(table, table.columns);
    whereAbsent(table);
    out_
        << isOrdinal
        << "\n    AND NOT EXISTS (SELECT 1 FROM level AS other WHERE other.scale_id = new.scale_id "
           "AND other.ordinal = new.ordinal AND other.retired_in IS NULL)"
        << andGoesOn();
  });
  statement(
      [&] {
        const auto isKept = [](Sql column) { return column != Sql("retired_in"); };
        llvm::SmallVector<Sql, 16> columns;
        llvm::copy_if(table.columns, std::back_inserter(columns), isKept);
        out_ << "INSERT INTO level (";
        out_.list(columns) << ", retired_in)\n  SELECT ";
        out_.list(columns, "new.")
            << ", framework.version FROM cadre_new_level AS new\n  JOIN framework "
               "ON framework.id = new.framework_id\n";
        whereAbsent(table);
        out_ << isOrdinal << andGoesOn();
      });
}

void Script::addAbsentOffers(const Table& table) {
  statement([&] {
    insertInto(table, table.columns);
    whereAbsent(table);
    out_ << "EXISTS (SELECT 1 FROM competency WHERE id = new.competency_id AND scale_id = "
            "new.scale_id)\n    AND EXISTS (SELECT 1 FROM level WHERE scale_id = new.scale_id AND "
            "id "
            "= new.level_id)"
         << andGoesOn();
  });
}

void Script::insertInto(const Table& table, ArrayRef<Sql> columns) {
  out_ << "INSERT INTO " << table.name << " (";
  out_.list(columns) << ")\n  SELECT ";
  out_.list(columns, "new.") << " FROM cadre_new_" << table.name << " AS new\n";
}

llvm::SmallVector<Sql, 16> Script::changeable(const Table& table) {
  llvm::SmallVector<Sql, 16> out;
  for (const Sql column : table.columns) {
    if (!llvm::is_contained(table.key, column) && column != Sql("retired_in"))
      out.push_back(column);
  }
  return out;
}

void Script::anyDistinct(const Table& table, ArrayRef<Sql> columns, Sql staged) {
  for (const Sql& column : columns) {
    if (&column != columns.begin()) out_ << " OR ";
    distinct(table.name, column, staged, column);
  }
}

void Script::changed(const Table& table, ArrayRef<Sql> columns, Sql staged) {
  anyDistinct(table, columns, staged);
  if (table.isKept()) {
    out_ << " OR (" << table.name << ".retired_in IS NULL) <> (" << staged
         << ".retired_in IS NULL)";
  }
}

/// What is retired keeps the version that retired it first; what is back is live again.
void Script::retiredAfter(const Table& table, Sql staged) {
  out_ << "CASE WHEN " << staged << ".retired_in IS NULL THEN NULL ELSE coalesce(" << table.name
       << ".retired_in, " << staged << ".retired_in) END";
}

/// Rows that are gone keep the successor that an earlier release named.
void Script::setSuccessors(const Table& table) {
  updateFrom(
      table.name, [&] { out_ << "replaced_by = new.successor_id"; }, "cadre_", "succession",
      [&] { out_ << "new.kind = '" << table.kind << "' AND new.id = " << table.name << ".id"; },
      [&] {
        out_ << table.name << ".framework_id = ";
        out_.value(own_) << " AND ";
        distinct(table.name, "replaced_by", "new", "successor_id");
      });
  statement([&] {
    out_ << "UPDATE " << table.name << " SET replaced_by = NULL\n  WHERE framework_id = ";
    out_.value(own_) << " AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_"
                     << table.name
                     << ")\n    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = '"
                     << table.kind << "')" << andGoesOn();
  });
}

void Script::setFormat() {
  static constexpr Sql version = "2";
  static_assert(relational::formatVersion == 2);
  statement([&] {
    out_ << "UPDATE cadre_format SET version = " << version << " WHERE version < " << version
         << andGoesOn();
  });
  statement([&] {
    out_ << "INSERT INTO cadre_format (version) SELECT " << version
         << " + count(*) FROM cadre_format HAVING count(*) = 0" << andGoesOn();
  });
}

}  // namespace cadre::emit::sql
