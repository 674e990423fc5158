// The members of Script that bring the rows into temporary tables.
#include "emit/sql/script.h"

namespace cadre::emit::sql {

using relational::getTable;
using relational::Succession;

namespace {

// Several rows in one statement load three times faster than one; more than this gain nothing.
constexpr size_t rowsPerStatement = 500;
constexpr size_t bytesPerStatement = 256 * 1024;

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
  if (changes_) stageChanges();
  for (const Table* table : staged_) {
    out_ << "\n";
    createStaging("cadre_new_", table->name, table->definition);
    if (table->id == TableId::RequirementOrigin) {
      stageOrigins();
    } else {
      insert("cadre_new_", table->name, table->definition, rows_[table->id]);
    }
  }
}

/// What is gone, and what stands elsewhere only because something before it came or went.
void Script::stageChanges() {
  static const Column goneColumns[] = {{.name = "kind", .type = Type::Word, .isKey = true},
                                       {.name = "id", .type = Type::Id, .isKey = true}};
  static const Column shiftColumns[] = {{.name = "kind", .type = Type::Word, .isKey = true},
                                        {.name = "id", .type = Type::Id, .isKey = true},
                                        {.name = "from_position", .type = Type::Integer},
                                        {.name = "to_position", .type = Type::Integer},
                                        {.name = "distance", .type = Type::Integer}};
  TableRows gone(2);
  for (const DeclarationKey& each : changes_->gone) gone.add(each.kind, each.id);
  TableRows shifts(5);
  for (const Shift& each : changes_->shifts)
    shifts.add(each.kind, each.first, each.from, each.to, each.distance);
  createStaging("cadre_gone", "", goneColumns);
  insert("cadre_gone", "", goneColumns, gone);
  createStaging("cadre_shift", "", shiftColumns);
  insert("cadre_shift", "", shiftColumns, shifts);
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

}  // namespace cadre::emit::sql
