#include "emit/relational/table_builder.h"

namespace cadre::emit::relational {

namespace {

constexpr Word scaleKinds[] = {"ordinal", "numeric"};
constexpr Word attributeTypes[] = {"text", "number", "boolean", "date", "url", "one-of"};

Table framework() {
  return makeTable(
      TableId::Framework, "framework", Role::Declaration, "framework",
      "Who publishes what. Frameworks that another one uses are here too.",
      Columns{column(Type::Id, "id", "what downstream systems hold on to; it never changes").key(),
              reference("framework_id", "framework", "itself, as in all tables with an id"),
              text("title", "its name for people").required().notEmpty()} +
          prose("about", "about_markdown", "what it is") +
          Columns{
              text("code", "the organisation's own code for it; not a key"),
              text("version", "of the release that was loaded last").required().notEmpty(),
              column(Type::Language, "language", "of the texts in all other tables"),
              text("publisher", "who answers for it"),
              text("license", "under which terms, as an SPDX expression where there is one"),
              text("uri", "its address on the web"),
              reference("default_scale_id", "scale", "the scale of competencies that name none")} +
          lifeCycle() + Columns{replacedBy("framework")});
}

Table frameworkLanguage() {
  return makeTable(TableId::FrameworkLanguage, "framework_language", Role::Fact, "framework",
                   "The languages that a framework announces translations into.",
                   {about("framework_id", "framework", "the framework"),
                    column(Type::Language, "language", "a BCP 47 tag").key(),
                    position("in the order in which they are announced")});
}

Table frameworkUse() {
  return makeTable(
      TableId::FrameworkUse, "framework_use", Role::Fact, "framework",
      "The other frameworks that a framework refers to.",
      {about("framework_id", "framework", "the framework"),
       column(Type::Name, "name", "what the source calls it: its id or an alias").key(),
       reference("used_id", "framework", "the one that it uses").required(),
       position("in the order of the source"),
       boolean("with_rules", "rules of the other one reach the profiles of this one")});
}

Table scale() {
  Table table = makeTable(
      TableId::Scale, "scale", Role::Declaration, "scale",
      "How far a competency is had: ordinal with named levels, or numeric with a range.",
      declared() + Columns{word("kind", "ordinal or numeric").required().oneOf(scaleKinds),
                           boolean("cumulative", "a level includes those below"),
                           real("minimum", "of a numeric scale: the lowest number, included"),
                           real("maximum", "of a numeric scale: the highest number, included"),
                           replacedBy("scale")});
  table.conditions.push_back(
      "(kind = 'ordinal' AND minimum IS NULL AND maximum IS NULL) OR (kind = 'numeric' AND minimum "
      "IS NOT NULL AND maximum IS NOT NULL AND minimum < maximum)");
  return table;
}

Table levelTable() {
  Table table = makeTable(
      TableId::Level, "level", Role::Point, "scale", "The levels of ordinal scales.",
      Columns{about("scale_id", "scale", "the scale"),
              levelName("id", "its name, within the scale").key(),
              reference("framework_id", "framework", "who publishes it").required(),
              integer("ordinal", "1 is the lowest").required().checked("ordinal >= 1"),
              text("title", "its name for people").required().notEmpty()} +
          prose("about", "about_markdown", "what it means, whatever the competency") +
          Columns{retiredIn(),
                  levelName("replaced_by", "the level that takes over from it").derived()});
  table.foreignKeys = {{{"scale_id", "replaced_by"}, "level", {"scale_id", "id"}}};
  table.indexes = {{"level_by_ordinal", {"scale_id", "ordinal"}, true, {}}};
  return table;
}

Table levelDescriptor() {
  Table table =
      makeTable(TableId::LevelDescriptor, "level_descriptor", Role::Fact, "scale",
                "What a level means, whatever the competency, point by point.",
                Columns{column(Type::Id, "scale_id", "the scale").key(),
                        integer("position", "within the scale").key(),
                        levelName("level_id", "the level that it describes").required(),
                        text("label", "what the source labels it with"),
                        text("text", "the words").required().notEmpty(),
                        text("text_markdown", "the same as Markdown, where that says more")});
  table.foreignKeys = {{{"scale_id", "level_id"}, "level", {"scale_id", "id"}}};
  return table;
}

Table kind() {
  Table table = makeTable(
      TableId::Kind, "kind", Role::Declaration, "kind",
      "The kinds of competency: technical, behavioural, leadership, general, and those of "
      "frameworks.",
      declared() + Columns{reference("like_id", "kind", "the built-in kind that it behaves like"),
                           replacedBy("kind")});
  for (Column& column : table.definition) {
    if (column.name == Word("framework_id")) {
      column.isRequired = false;
      column.comment = "who publishes it; null for a built-in kind";
    }
  }
  return table;
}

Table category() {
  Table table = makeTable(
      TableId::Category, "category", Role::Declaration, "category",
      "Categories of competencies, a tree.",
      declared() + Columns{reference("parent_id", "category", "the category that it lies in")
                               .checked("parent_id <> id"),
                           replacedBy("category")});
  table.indexes = {{"category_by_parent", {"parent_id"}, false, {}}};
  return table;
}

Table family() {
  Table table =
      makeTable(TableId::Family, "family", Role::Declaration, "family", "Job families, a tree.",
                declared() + Columns{reference("parent_id", "family", "the family that it lies in")
                                         .checked("parent_id <> id"),
                                     replacedBy("family")});
  table.indexes = {{"family_by_parent", {"parent_id"}, false, {}}};
  return table;
}

Table attribute() {
  Table table = makeTable(
      TableId::Attribute, "attribute", Role::Declaration, "attribute",
      "What a framework says of its declarations beside the usual, such as a pay grade.",
      declared() +
          Columns{word("type", "of its values").required().oneOf(attributeTypes),
                  boolean("required", "whether each of its targets has a value"),
                  text("pattern", "of a text: the regular expression that all of it matches"),
                  real("minimum", "of a number: the lowest, included"),
                  real("maximum", "of a number: the highest, included"), replacedBy("attribute")});
  table.conditions.append({"pattern IS NULL OR type = 'text'",
                           "type = 'number' OR (minimum IS NULL AND maximum IS NULL)",
                           "minimum <= maximum"});
  return table;
}

Table attributeTarget() {
  return makeTable(TableId::AttributeTarget, "attribute_target", Role::Fact, "attribute",
                   "The kinds of declaration that an attribute can stand on.",
                   {about("attribute_id", "attribute", "the attribute"),
                    word("kind", "the table of what it stands on, such as profile").key()});
}

Table attributeStatementSort() {
  return makeTable(TableId::AttributeStatementSort, "attribute_statement_sort", Role::Fact,
                   "attribute",
                   "The sorts of statement that an attribute on statements can stand on.",
                   {about("attribute_id", "attribute", "the attribute"),
                    word("sort", "knowledge, skill, ability or task").key().oneOf(statementSorts)});
}

Table attributeChoice() {
  return makeTable(TableId::AttributeChoice, "attribute_choice", Role::Fact, "attribute",
                   "The values of a one-of attribute.",
                   {about("attribute_id", "attribute", "the attribute"),
                    column(Type::Name, "value", "one of them").key(),
                    position("in the order in which they are declared")});
}

Table statement() {
  Table table = makeTable(
      TableId::Statement, "statement", Role::Declaration, "statement",
      "Statements of knowledge, skill, ability or task that several declarations share.",
      Columns{column(Type::Id, "id", "what downstream systems hold on to; it never changes").key(),
              reference("framework_id", "framework", "who publishes it").required(),
              position("place in the order of declaration"),
              text("name", "what the source calls it, qualified within its package")
                  .required()
                  .otherwise("''"),
              word("sort", "knowledge, skill, ability or task").required().oneOf(statementSorts),
              text("text", "the words").required().notEmpty(),
              text("text_markdown", "the same as Markdown, where that says more")} +
          prose("about", "about_markdown", "what is to be known of it") +
          Columns{text("code", "the organisation's own code for it; not a key")} + lifeCycle() +
          Columns{replacedBy("statement")});
  table.uniques = {{"id", "sort"}};
  return table;
}

Table credential() {
  return makeTable(
      TableId::Credential, "credential", Role::Declaration, "credential",
      "Certificates, licences and other credentials.",
      declared() + Columns{text("issuer", "who gives it"),
                           integer("renews_every_months", "how long it is good for; null: for ever")
                               .checked("renews_every_months > 0"),
                           text("url", "where to read about it"), replacedBy("credential")});
}

}  // namespace

void addVocabulary(llvm::SmallVectorImpl<Table>& to) {
  for (auto* make : {framework, frameworkLanguage, frameworkUse, scale, levelTable, levelDescriptor,
                     kind, category, family, attribute, attributeTarget, attributeStatementSort,
                     attributeChoice, statement, credential}) {
    to.push_back(make());
  }
}

}  // namespace cadre::emit::relational
