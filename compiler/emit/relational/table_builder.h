// How the tables are written down: columns by what they are, so that each table reads as a list.
// Private to the folder.
#pragma once

#include "emit/relational/tables.h"

namespace cadre::emit::relational {

inline constexpr Word statuses[] = {"draft", "published", "retired"};
inline constexpr Word importances[] = {"essential", "desired", "optional"};
inline constexpr Word statementSorts[] = {"knowledge", "skill", "ability", "task"};

/// A column that says more with every call: `text("title").required().filled()`.
struct ColumnBuilder : Column {
  ColumnBuilder key() const {
    return with([](Column& to) { to.isKey = true; });
  }
  ColumnBuilder required() const {
    return with([](Column& to) { to.isRequired = true; });
  }
  ColumnBuilder notEmpty() const {
    return with([](Column& to) { to.mayBeEmpty = false; });
  }
  ColumnBuilder derived() const {
    return with([](Column& to) { to.isFilled = false; });
  }
  ColumnBuilder oneOf(ArrayRef<Word> all) const {
    return with([&](Column& to) { to.words = all; });
  }
  ColumnBuilder checked(Word sql) const {
    return with([&](Column& to) { to.condition = sql; });
  }
  ColumnBuilder otherwise(Word sql) const {
    return with([&](Column& to) { to.fallback = sql; });
  }

private:
  template <class Change>
  ColumnBuilder with(Change change) const {
    ColumnBuilder out = *this;
    change(out);
    return out;
  }
};

inline ColumnBuilder column(Type type, Word name, Word comment) {
  ColumnBuilder out;
  out.type = type;
  out.name = name;
  out.comment = comment;
  return out;
}
inline ColumnBuilder text(Word name, Word comment) { return column(Type::Text, name, comment); }
inline ColumnBuilder word(Word name, Word comment) { return column(Type::Word, name, comment); }
inline ColumnBuilder integer(Word name, Word comment) {
  return column(Type::Integer, name, comment);
}
inline ColumnBuilder real(Word name, Word comment) { return column(Type::Real, name, comment); }
inline ColumnBuilder boolean(Word name, Word comment) {
  return column(Type::Boolean, name, comment).required().otherwise("0");
}
/// The id of a row of `table`.
inline ColumnBuilder reference(Word name, Word table, Word comment) {
  ColumnBuilder out = column(Type::Id, name, comment);
  out.refersTo = table;
  return out;
}
/// A part of the key: the declaration that the row is about.
inline ColumnBuilder about(Word name, Word table, Word comment) {
  return reference(name, table, comment).key();
}
inline ColumnBuilder levelName(Word name, Word comment) {
  return column(Type::Name, name, comment);
}
inline ColumnBuilder position(Word comment) {
  return integer("position", comment).required().otherwise("0");
}
inline ColumnBuilder importance() {
  return word("importance", "essential, desired or optional")
      .required()
      .oneOf(importances)
      .otherwise("'essential'");
}
inline ColumnBuilder retiredIn() {
  return text("retired_in",
              "the version of the framework that dropped or retired it; null: it is live")
      .notEmpty();
}

using Columns = llvm::SmallVector<Column, 0>;

inline Columns operator+(Columns left, const Columns& right) {
  left.append(right.begin(), right.end());
  return left;
}

/// `because`, `text`, … as plain words and as Markdown.
Columns prose(Word plain, Word markdown, Word comment);
/// `level_id`, `level_value`
Columns level();
/// What every declaration with a title has. `replacedBy` is the table's own name.
Columns declared();
/// `status` to `retired_in`: how far it is in its life.
Columns lifeCycle();
/// `replaced_by`, which refers to the table itself.
Column replacedBy(Word table);

/// The condition that a level is a name or a number, never both.
inline constexpr Word oneLevelAtMost = "level_id IS NULL OR level_value IS NULL";
/// A level that the competency offers.
ForeignKey offeredLevel();
/// A number that the competency describes.
ForeignKey describedNumber();

/// A shared statement, or a text of its own.
Columns statementUse();
/// The constraints that go with statementUse().
void addStatementUse(Table& table);

/// Makes a table of its definition: finds the key and what rows fill.
Table makeTable(TableId id, Word name, Role role, Word kind, Word comment, Columns definition);

// The tables by what they are about, in order.
void addVocabulary(llvm::SmallVectorImpl<Table>& to);
void addCompetencies(llvm::SmallVectorImpl<Table>& to);
void addProfiles(llvm::SmallVectorImpl<Table>& to);
void addShared(llvm::SmallVectorImpl<Table>& to);

}  // namespace cadre::emit::relational
