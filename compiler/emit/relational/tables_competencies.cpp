#include "emit/relational/table_builder.h"

namespace cadre::emit::relational {

namespace {

constexpr Word textSorts[] = {"develop", "evidence", "interview"};

Table competency() {
  Table table = makeTable(
      TableId::Competency, "competency", Role::Declaration, "competency", "What people can do.",
      declared() + Columns{reference("kind", "kind", "what kind of competency it is")
                               .required()
                               .otherwise("'general'"),
                           reference("scale_id", "scale", "null: it is simply had or not"),
                           replacedBy("competency")});
  table.indexes = {{"competency_by_kind", {"kind"}, false, {}},
                   {"competency_by_scale", {"scale_id"}, false, {}}};
  return table;
}

Table competencyLevel() {
  Table table = makeTable(
      TableId::CompetencyLevel, "competency_level", Role::Point, "competency",
      "The levels that a competency on an ordinal scale offers. Levels elsewhere refer to these "
      "rows.",
      Columns{
          about("competency_id", "competency", "the competency"),
          levelName("level_id", "the level").key(),
          column(Type::Id, "scale_id", "the scale of the level, which is that of the competency")
              .required(),
          position("within the competency, the lowest first"),
          text("title", "where the competency has its own for this level")} +
          prose("about", "about_markdown", "what the level means for this competency") +
          Columns{retiredIn()});
  table.foreignKeys = {{{"scale_id", "level_id"}, "level", {"scale_id", "id"}}};
  table.indexes = {{"competency_level_by_level", {"scale_id", "level_id"}, false, {}}};
  return table;
}

Table competencyAnchor() {
  return makeTable(
      TableId::CompetencyAnchor, "competency_anchor", Role::Detail, "competency",
      "The numbers of a numeric scale that a competency describes. Others can be required all the "
      "same.",
      Columns{about("competency_id", "competency", "the competency"),
              real("level_value", "the number").key(), position("within the competency"),
              text("title", "what the number is called")} +
          prose("about", "about_markdown", "what the number means for this competency") +
          Columns{retiredIn()});
}

Table indicator() {
  Table table = makeTable(
      TableId::Indicator, "indicator", Role::Detail, "competency",
      "How one sees that somebody has a competency, at a level where it has a scale.",
      Columns{
          column(Type::PartId, "id", "that of the competency, and the label or a hash of the text")
              .key(),
          reference("framework_id", "framework", "who publishes it").required(),
          reference("competency_id", "competency", "what it shows").required()} +
          level() +
          Columns{position("within the level"), text("label", "what the source labels it with"),
                  text("text", "the words").required().notEmpty(),
                  text("text_markdown", "the same as Markdown, where that says more"),
                  retiredIn()});
  Column replaced =
      column(Type::PartId, "replaced_by", "the indicator that takes over from it").derived();
  replaced.refersTo = "indicator";
  table.definition.push_back(replaced);
  table.foreignKeys = {offeredLevel(), describedNumber()};
  table.conditions = {oneLevelAtMost};
  table.indexes = {{"indicator_by_competency",
                    {"competency_id", "level_id", "level_value", "position"},
                    false,
                    {}}};
  return table;
}

Table competencyCategory() {
  Table table = makeTable(TableId::CompetencyCategory, "competency_category", Role::Fact,
                          "competency", "The categories that a competency is in.",
                          {about("competency_id", "competency", "the competency"),
                           reference("category_id", "category", "a category that it is in").key(),
                           position("in the order of the source")});
  table.indexes = {{"competency_category_by_category", {"category_id"}, false, {}}};
  return table;
}

Table competencyPartOf() {
  Table table = makeTable(TableId::CompetencyPartOf, "competency_part_of", Role::Fact, "competency",
                          "The umbrella competencies that a competency is part of.",
                          {about("competency_id", "competency", "the competency"),
                           reference("umbrella_id", "competency", "an umbrella that it is part of")
                               .key()
                               .checked("umbrella_id <> competency_id"),
                           position("in the order of the source")});
  table.indexes = {{"competency_part_of_by_umbrella", {"umbrella_id"}, false, {}}};
  return table;
}

Table competencyText() {
  Table table = makeTable(
      TableId::CompetencyText, "competency_text", Role::Fact, "competency",
      "How to develop a competency, what proves it, what to ask; at a level, or whatever the "
      "level.",
      Columns{about("competency_id", "competency", "the competency"),
              word("sort", "develop, evidence or interview").key().oneOf(textSorts),
              integer("position", "within the competency and sort, through all levels").key()} +
          level() +
          Columns{text("label", "what the source labels it with"),
                  text("text", "the words").required().notEmpty(),
                  text("text_markdown", "the same as Markdown, where that says more")});
  table.foreignKeys = {offeredLevel(), describedNumber()};
  table.conditions = {oneLevelAtMost};
  return table;
}

Table competencyStatement() {
  Table table = makeTable(
      TableId::CompetencyStatement, "competency_statement", Role::Fact, "competency",
      "What a competency combines (knowledge, skills, abilities) and is applied to (tasks).",
      Columns{about("competency_id", "competency", "the competency"),
              integer("position", "in the order of the source").key()} +
          statementUse());
  addStatementUse(table);
  table.indexes = {{"competency_statement_by_statement",
                    {"statement_id", "sort"},
                    false,
                    "statement_id IS NOT NULL"}};
  return table;
}

Table competencyCredential() {
  Table table = makeTable(
      TableId::CompetencyCredential, "competency_credential", Role::Fact, "competency",
      "The credentials that attest a competency.",
      {about("competency_id", "competency", "the competency"),
       integer("position", "in the order of the source").key(),
       reference("credential_id", "credential", "what attests it").required(), importance()});
  table.indexes = {{"competency_credential_by_credential", {"credential_id"}, false, {}}};
  return table;
}

Table resource() {
  return makeTable(TableId::Resource, "resource", Role::Declaration, "resource",
                   "Courses, books and other means to develop a competency.",
                   declared() + Columns{text("type", "such as course or book"),
                                        text("url", "where to find it"), replacedBy("resource")});
}

Table resourceDevelopment() {
  Table table =
      makeTable(TableId::ResourceDevelopment, "resource_development", Role::Fact, "resource",
                "The competencies that a resource develops, and how far.",
                Columns{about("resource_id", "resource", "the resource"),
                        integer("position", "in the order of the source").key(),
                        reference("competency_id", "competency", "what it develops").required()} +
                    level());
  table.foreignKeys = {offeredLevel()};
  table.conditions = {oneLevelAtMost};
  table.indexes = {
      {"resource_development_by_competency", {"competency_id", "level_id"}, false, {}}};
  return table;
}

}  // namespace

void addCompetencies(llvm::SmallVectorImpl<Table>& to) {
  for (auto* make : {competency, competencyLevel, competencyAnchor, indicator, competencyCategory,
                     competencyPartOf, competencyText, competencyStatement, competencyCredential,
                     resource, resourceDevelopment}) {
    to.push_back(make());
  }
}

}  // namespace cadre::emit::relational
