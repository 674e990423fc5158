#include "emit/sql/changes.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/ADT/Twine.h>

#include <map>

namespace cadre::emit::sql {

using llvm::ArrayRef;
using relational::getTable;
using relational::Role;
using relational::Succession;
using relational::Table;
using relational::TableRows;
using relational::tables;
using relational::Value;
using relational::Word;

namespace {

size_t columnOf(const Table& table, Word name) {
  const auto* found = llvm::find(table.columns, name);
  assert(found != table.columns.end());
  return static_cast<size_t>(found - table.columns.begin());
}

std::string joined(StringRef kind, StringRef id) { return (kind + " " + id).str(); }

/// A declaration with its rows in all tables.
struct Owner {
  Word kind;
  StringRef id;
  bool isOwn = false;  ///< Of the framework itself.
  bool isRetired = false;
  size_t position = 0;  ///< 0 where its table has none.
  std::vector<std::pair<TableId, size_t>> rows;
};

/// The declarations of a release, in the order of the tables.
class Owners {
public:
  explicit Owners(const Rows& rows) : rows_(rows) {
    for (const Table& table : tables()) {
      if (table.role == Role::Declaration) addDeclarations(table);
    }
    for (const Table& table : tables()) {
      if (table.role != Role::Declaration) addRows(table);
    }
  }

  [[nodiscard]] ArrayRef<Owner> all() const { return all_; }
  [[nodiscard]] const Owner* find(const Owner& other) const {
    return find(joined(other.kind.text(), other.id));
  }
  [[nodiscard]] const Owner* find(StringRef key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : &all_[found->second];
  }
  [[nodiscard]] ArrayRef<Value> row(const Owner& owner, size_t number) const {
    const auto& [table, row] = owner.rows[number];
    return rows_[table][row];
  }

private:
  void addDeclarations(const Table& table) {
    const size_t framework = columnOf(table, "framework_id");
    const size_t retired = columnOf(table, "retired_in");
    const TableRows& declared = rows_[table.id];
    for (size_t i = 0; i < declared.size(); ++i) {
      const ArrayRef<Value> row = declared[i];
      Owner owner;
      owner.kind = table.kind;
      owner.id = row.front().text();
      owner.isOwn =
          row[framework].type() == Value::Type::Text && row[framework].text() == rows_.frameworkId;
      owner.isRetired = row[retired].type() != Value::Type::Null;
      if (table.has("position"))
        owner.position = static_cast<size_t>(row[columnOf(table, "position")].integer());
      owner.rows = {{table.id, i}};
      index_[joined(owner.kind.text(), owner.id)] = all_.size();
      all_.push_back(std::move(owner));
    }
  }

  void addRows(const Table& table) {
    const TableRows& rows = rows_[table.id];
    const size_t id = columnOf(table, table.root());
    const size_t kind = table.kind.isEmpty() ? columnOf(table, "kind") : 0;
    for (size_t i = 0; i < rows.size(); ++i) {
      const StringRef word = table.kind.isEmpty() ? rows[i][kind].text() : table.kind.text();
      const auto found = index_.find(joined(word, rows[i][id].text()));
      assert(found != index_.end() && "every row belongs to a declaration");
      all_[found->second].rows.emplace_back(table.id, i);
      // What is said of an indicator belongs to its competency.
      if (table.id == TableId::Indicator)
        index_[joined("indicator", rows[i].front().text())] = found->second;
    }
  }

  const Rows& rows_;
  std::vector<Owner> all_;
  llvm::StringMap<size_t> index_;
};

/// Whether a merge would find nothing to change. Positions of declarations are looked at elsewhere,
/// and of what is retired only that it is: it keeps the version that retired it first.
bool saySame(const Table& table, ArrayRef<Value> before, ArrayRef<Value> after) {
  for (size_t i = 0; i < table.columns.size(); ++i) {
    const Word column = table.columns[i];
    if (table.role == Role::Declaration && column == Word("position")) continue;
    const bool isSame = column == Word("retired_in") ? (before[i].type() == Value::Type::Null) ==
                                                           (after[i].type() == Value::Type::Null)
                                                     : before[i] == after[i];
    if (!isSame) return false;
  }
  return true;
}

class Comparison {
public:
  Comparison(const Rows& before, const Rows& after)
      : before_(before), after_(after), old_(before), new_(after) {}

  Changes run() {
    out_.versionBefore = before_.version;
    compareOwners();
    compareSuccessions();
    findGone();
    findShifts();
    takeRows();
    count();
    // Origins are staged with the requirements that they are of.
    const auto origins = static_cast<size_t>(TableId::RequirementOrigin);
    const auto requirements = static_cast<size_t>(TableId::Requirement);
    if (out_.tables[origins] || out_.tables[requirements])
      out_.tables.set(origins).set(requirements);
    findLeftovers();
    return std::move(out_);
  }

private:
  bool saySame(const Owner& old, const Owner& now) const {
    if (old.rows.size() != now.rows.size()) return false;
    for (size_t i = 0; i < now.rows.size(); ++i) {
      const TableId table = now.rows[i].first;
      if (old.rows[i].first != table) return false;
      if (!sql::saySame(getTable(table), old_.row(old, i), new_.row(now, i))) return false;
    }
    // What is retired is told apart from rows of releases long gone by its id alone.
    return !now.isOwn || !now.isRetired || old.position == now.position;
  }

  void compareOwners() {
    for (const Owner& now : new_.all()) {
      const Owner* old = old_.find(now);
      // The framework says its version, so that a second run finds it.
      const bool isItself = now.isOwn && now.kind == Word("framework");
      if (isItself || !old || !saySame(*old, now)) change(now);
    }
  }

  void change(const Owner& now) { changed_[joined(now.kind.text(), now.id)] = &now; }
  [[nodiscard]] bool isChanged(StringRef key) const { return changed_.count(key.str()) != 0; }

  void compareSuccessions() {
    llvm::StringMap<StringRef> successors;
    for (const Succession& each : before_.successions)
      successors[joined(each.kind.text(), each.id)] = each.successor;
    for (const Succession& each : after_.successions) {
      const std::string key = joined(each.kind.text(), each.id);
      const auto old = successors.find(key);
      const bool isNew = old == successors.end() || old->second != each.successor;
      if (isNew) touch(tableOf(each.kind));
      if (isNew || isChanged(key)) out_.rows.successions.push_back(each);
      if (old != successors.end()) successors.erase(old);
    }
    // What has a successor no more is staged, so that the merge sees that.
    for (const Succession& each : before_.successions) {
      const std::string key = joined(each.kind.text(), each.id);
      const Owner* now = successors.count(key) != 0 ? new_.find(key) : nullptr;
      if (now) change(*now);
    }
  }

  void findGone() {
    for (const Owner& old : old_.all()) {
      const Owner* now = new_.find(old);
      if (!old.isOwn || (now && now->isOwn)) continue;
      out_.gone.push_back({old.kind, old.id});
      for (const auto& [table, row] : old.rows) {
        if (getTable(table).isKept()) touch(table);
      }
    }
  }

  /// Declarations that came or went move those behind them.
  void findShifts() {
    for (const Owner& old : old_.all()) {
      const Owner* now = new_.find(old);
      if (!old.isOwn || !now || !now->isOwn || old.isRetired || now->isRetired || old.position == 0)
        continue;
      if (isChanged(joined(old.kind.text(), old.id))) continue;
      const auto distance =
          static_cast<int64_t>(now->position) - static_cast<int64_t>(old.position);
      Shift* last = out_.shifts.empty() ? nullptr : &out_.shifts.back();
      const bool goesOn =
          last && isRunning_ && last->kind == old.kind && last->distance == distance;
      isRunning_ = distance != 0;
      if (goesOn)
        last->to = old.position;
      else if (distance != 0)
        out_.shifts.push_back({old.kind, old.id, old.position, old.position, distance});
      if (distance != 0) touch(tableOf(old.kind));
    }
  }

  void takeRows() {
    out_.rows.frameworkId = after_.frameworkId;
    out_.rows.version = after_.version;
    std::vector<std::vector<bool>> wanted;
    for (const Table& table : tables()) wanted.emplace_back(after_[table.id].size());
    for (const auto& [key, now] : changed_) {
      for (const auto& [table, row] : now->rows) wanted[static_cast<size_t>(table)][row] = true;
      const Owner* old = old_.find(key);
      if (!old) continue;
      for (const auto& [table, row] : old->rows) touch(table);
    }
    for (const Table& table : tables()) {
      TableRows& rows = out_.rows.tables.emplace_back(table.columns.size());
      const std::vector<bool>& all = wanted[static_cast<size_t>(table.id)];
      for (size_t i = 0; i < all.size(); ++i) {
        if (all[i]) rows.addRow(after_[table.id][i]);
      }
      if (rows.size() != 0) touch(table.id);
    }
  }

  /// What is new to the framework may stand in the database, retired by an earlier release.
  void findLeftovers() {
    llvm::StringSet<> kinds;
    for (const auto& [key, now] : changed_) {
      const Owner* old = old_.find(key);
      if (!old) kinds.insert(now->kind.text());
      // An indicator that is new has facts in the tables that hold those of all kinds.
      if (old && llvm::any_of(now->rows, [&](const auto& it) { return isNewIndicator(it); })) kinds.insert("");
    }
    if (kinds.empty()) return;
    for (const Table& table : tables()) {
      const bool mayHold = table.kind.isEmpty() || kinds.contains(table.kind.text());
      if (table.role == Role::Fact && mayHold && !out_.touch(table.id))
        out_.leftovers.set(static_cast<size_t>(table.id));
    }
  }

  [[nodiscard]] bool isNewIndicator(std::pair<TableId, size_t> row) const {
    if (row.first != TableId::Indicator) return false;
    const StringRef id = after_[row.first][row.second].front().text();
    return !old_.find(joined("indicator", id));
  }

  void count() {
    for (const Table& table : tables()) {
      if (table.role != Role::Declaration) continue;
      const auto live = [&](const Owners& owners) {
        return static_cast<size_t>(llvm::count_if(owners.all(), [&](const Owner& it) {
          return it.kind == table.kind && it.isOwn && !it.isRetired;
        }));
      };
      out_.counts.push_back({table.id, live(old_), live(new_)});
    }
  }

  static TableId tableOf(Word kind) {
    const auto* found = llvm::find_if(
        tables(), [&](const Table& it) { return it.role == Role::Declaration && it.kind == kind; });
    return found->id;
  }
  void touch(TableId table) { out_.tables.set(static_cast<size_t>(table)); }

  const Rows& before_;
  const Rows& after_;
  Owners old_;
  Owners new_;
  std::map<std::string, const Owner*> changed_;
  bool isRunning_ = false;
  Changes out_;
};

}  // namespace

Changes changesBetween(const Rows& before, const Rows& after) {
  return Comparison(before, after).run();
}

}  // namespace cadre::emit::sql
