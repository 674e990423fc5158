#include "emit/relational/tables.h"

#include "emit/relational/table_builder.h"

namespace cadre::emit::relational {

Table makeTable(TableId id, Word name, Role role, Word kind, Word comment, Columns definition) {
  Table table;
  table.id = id;
  table.name = name;
  table.role = role;
  table.kind = kind;
  table.comment = comment;
  for (const Column& column : definition) {
    if (column.isKey) table.key.push_back(column.name);
    if (column.isFilled) table.columns.push_back(column.name);
  }
  table.definition = std::move(definition);
  if (table.has("status")) table.conditions = {"(status = 'retired') = (retired_in IS NOT NULL)"};
  return table;
}

Columns prose(Word plain, Word markdown, Word comment) {
  return {text(plain, comment), text(markdown, "the same as Markdown, where that says more")};
}

Columns level() {
  return {levelName("level_id", "on an ordinal scale: a level that the competency offers"),
          real("level_value", "on a numeric scale: a number of its range")};
}

Columns lifeCycle() {
  return {word("status", "draft, published or retired")
              .required()
              .oneOf(statuses)
              .otherwise("'published'"),
          text("since", "the version that it came with"),
          column(Type::Date, "reviewed", "the day of its last review"), retiredIn()};
}

Columns declared() {
  return Columns{
             column(Type::Id, "id", "what downstream systems hold on to; it never changes").key(),
             reference("framework_id", "framework", "who publishes it").required(),
             position("place in the order of declaration"),
             text("name", "what the source calls it, qualified within its package")
                 .required()
                 .otherwise("''"),
             text("title", "its name for people").required().notEmpty()} +
         prose("about", "about_markdown", "what it is") +
         Columns{text("code", "the organisation's own code for it; not a key")} + lifeCycle();
}

Column replacedBy(Word table) {
  return reference("replaced_by", table, "the row that takes over from it")
      .checked("replaced_by <> id")
      .derived();
}

ForeignKey offeredLevel() {
  return {{"competency_id", "level_id"}, "competency_level", {"competency_id", "level_id"}};
}

ForeignKey describedNumber() {
  return {{"competency_id", "level_value"}, "competency_anchor", {"competency_id", "level_value"}};
}

Columns statementUse() {
  return {word("sort", "knowledge, skill, ability or task").required().oneOf(statementSorts),
          column(Type::Id, "statement_id", "a shared statement; else the text stands here"),
          text("label", "what the source labels it with"), text("text", "the words").notEmpty(),
          text("text_markdown", "the same as Markdown, where that says more")};
}

void addStatementUse(Table& table) {
  ForeignKey shared{{"statement_id", "sort"}, "statement", {"id", "sort"}};
  shared.followsUpdates = true;
  table.foreignKeys.push_back(shared);
  table.conditions = {"(statement_id IS NULL) <> (text IS NULL)",
                      "statement_id IS NULL OR (label IS NULL AND text_markdown IS NULL)"};
}

ArrayRef<Table> tables() {
  static const llvm::SmallVector<Table, 0> all = [] {
    llvm::SmallVector<Table, 0> out;
    addVocabulary(out);
    addCompetencies(out);
    addProfiles(out);
    addShared(out);
    return out;
  }();
  return all;
}

const Table& getTable(TableId id) {
  const Table& table = tables()[static_cast<size_t>(id)];
  assert(table.id == id);
  return table;
}

ArrayRef<Table> ownTables() {
  static const Table all[] = {
      makeTable(TableId::Framework, "cadre_format", Role::Fact, "",
                "The version of all these tables.",
                {integer("version", "goes up when a table is added or changes its meaning").key()}),
      makeTable(
          TableId::Framework, "identity", Role::Fact, "",
          "Every id of a declaration or indicator, whatever it is, abstract profiles included.",
          {word("kind", "the table that the id stands in, such as competency").key(),
           column(Type::PartId, "id", "an id of that table").key()}),
  };
  return all;
}

}  // namespace cadre::emit::relational
