// The members of Script that bring the tables up to date from the staged rows.
#include "emit/sql/script.h"

namespace cadre::emit::sql {

void Script::merge() {
  step("check", "", [&] { refuseForeignIds(); });
  step("choose", "", [&] { chooseDeclarations(); });
  for (const Table* table : staged_) {
    const bool mayGo = table->isKept() && table->id != TableId::Framework;
    if (mayGo) step("retire_", table->name, [&] { retire(*table); });
  }
  if (changes_ && !changes_->shifts.empty()) step("shift", "", [&] { shift(); });
  for (const Table* table : llvm::reverse(staged_)) {
    if (table->role == Role::Fact) step("remove_", table->name, [&] { removeFacts(*table); });
  }
  for (const Table& table : llvm::reverse(relational::tables())) {
    if (changes_ && changes_->mayHoldLeftovers(table.id)) step("clear_", table.name, [&] { clear(table); });
  }
  const bool mayLackRoom =
      isStaged(TableId::Level) || isStaged(TableId::Competency) || isStaged(TableId::Crosswalk);
  if (mayLackRoom) step("make_room", "", [&] { makeRoomForLevels(); });
  for (const Table* table : staged_) step("fill_", table->name, [&] { fill(*table); });
  step("succeed", "", [&] {
    beforeSuccessors();
    for (const Table* table : staged_) {
      if (table->role == Role::Declaration) setSuccessors(*table);
    }
    if (!changes_) setFormat();
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
  for (const Table* table : staged_) {
    if (table->role != Role::Declaration) continue;
    statement([&] {
      out_ << "INSERT INTO cadre_write SELECT '" << table->kind << "', id FROM cadre_new_"
           << table->name << " AS new\n  WHERE (framework_id = ";
      out_.value(own_) << " OR NOT EXISTS (SELECT 1 FROM " << table->name
                       << " AS old WHERE old.id = new.id))" << andGoesOn();
    });
  }
  // Not from `cadre_write` itself: MySQL reads a temporary table only once in a statement.
  if (isStaged(TableId::Indicator)) {
    statement([&] {
      out_ << "INSERT INTO cadre_write SELECT 'indicator', id FROM cadre_new_indicator AS new\n"
              "  WHERE (framework_id = ";
      out_.value(own_) << " OR NOT EXISTS (SELECT 1 FROM competency AS old WHERE old.id = "
                          "new.competency_id))"
                       << andGoesOn();
    });
  }
  statement([&] {
    out_
        << "INSERT INTO identity (kind, id) SELECT kind, id FROM cadre_write AS new\n"
           "  WHERE NOT EXISTS (SELECT 1 FROM identity AS old WHERE old.kind = new.kind AND old.id "
           "= new.id)"
        << andGoesOn();
  });
  if (!isStaged(TableId::ProfileBase)) return;
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
  out_.list(table.key) << " FROM cadre_new_" << table.name;
  // What was the framework's own and is another one's now is staged too, where it is still used.
  if (table.isKept() && table.has("framework_id")) {
    out_ << " WHERE framework_id = ";
    out_.value(own_);
  }
  out_ << ")";
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
    if (changes_) onlyTouched(table);
    andNotStaged(table);
    out_ << andGoesOn();
  });
}

/// Changes leave alone what is neither gone nor staged. A declaration goes, or is staged and so
/// does not; what belongs to one goes with it, or where it no longer has it.
void Script::onlyTouched(const Table& table) {
  out_ << "\n    AND (" << table.root() << " IN (SELECT id FROM cadre_gone WHERE kind = '"
       << table.kind << "')";
  if (table.role != Role::Declaration) {
    out_ << " OR " << table.root() << " IN (SELECT id FROM cadre_write WHERE kind = '" << table.kind
         << "')";
  }
  out_ << ")";
}

/// Moves what stands together by as much. Only from where the older release left it: a second run
/// finds nothing there.
void Script::shift() {
  for (const Table* table : staged_) {
    const bool moves =
        llvm::any_of(changes_->shifts, [&](const Shift& it) { return it.kind == table->kind; });
    if (!moves || table->role != Role::Declaration) continue;
    statement([&] {
      out_ << "DELETE FROM cadre_shift WHERE kind = '" << table->kind
           << "' AND NOT EXISTS (SELECT 1 FROM " << table->name
           << " AS old\n    WHERE old.id = cadre_shift.id AND old.position = "
              "cadre_shift.from_position)"
           << andGoesOn();
    });
    updateFrom(
        table->name, [&] { out_ << "position = " << table->name << ".position + new.distance"; },
        "cadre_", "shift",
        [&] {
          out_ << "new.kind = '" << table->kind << "' AND " << table->name
               << ".position BETWEEN new.from_position AND new.to_position";
        },
        [&] {
          out_ << table->name << ".framework_id = ";
          out_.value(own_) << " AND " << table->name << ".retired_in IS NULL";
        });
  }
}

void Script::removeFacts(const Table& table) {
  statement([&] {
    out_ << "DELETE FROM " << table.name << "\n";
    whereWritten(table, "");
    andNotStaged(table);
    out_ << andGoesOn();
  });
}

/// Of what is written, nothing is staged here: what is there was left when it went.
void Script::clear(const Table& table) {
  statement([&] {
    out_ << "DELETE FROM " << table.name << "\n";
    whereWritten(table, "");
    out_ << andGoesOn();
  });
}

/// Lets levels change places, and competencies and crosswalks their scales, without passing through
/// a state that the constraints refuse.
void Script::makeRoomForLevels() {
  if (isStaged(TableId::Level)) liftMovedLevels();
  if (isStaged(TableId::Competency)) retireOffersOfFormerScales();
  if (isStaged(TableId::Crosswalk)) removePairsOfFormerScales();
}

void Script::liftMovedLevels() {
  updateFrom(
      "level", [&] { out_ << "ordinal = level.ordinal + 1000000"; }, "cadre_new_", "level",
      [&] { out_ << "level.scale_id = new.scale_id AND level.id = new.id"; },
      [&] {
        out_ << "level.framework_id = ";
        out_.value(own_) << " AND level.retired_in IS NULL AND level.ordinal <> new.ordinal";
      });
}

void Script::retireOffersOfFormerScales() {
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
}

void Script::removePairsOfFormerScales() {
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

void Script::selectForeignIds(const Table& table, llvm::function_ref<void()> own) {
  out_ << "SELECT 1 FROM cadre_new_" << table.name << " AS new JOIN " << table.name
       << " AS old ON old.id = new.id\n    WHERE new.framework_id = ";
  own();
  out_ << " AND old.retired_in IS NULL\n      AND ";
  distinct("old", "framework_id", "new", "framework_id");
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
