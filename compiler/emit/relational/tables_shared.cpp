// What any declaration can have: `kind` is the table that it stands in, `id` its id there.
#include "emit/relational/table_builder.h"

namespace cadre::emit::relational {

namespace {

constexpr Word relations[] = {"exact", "close", "broad", "narrow", "related"};

ColumnBuilder kindOf() { return word("kind", "the table that the declaration stands in").key(); }
ColumnBuilder idOf() { return column(Type::Id, "id", "the declaration").key(); }
ColumnBuilder placeInList() { return integer("position", "in the order of the source").key(); }

Table shared(TableId id, Word name, Word comment, Columns definition) {
  Table table = makeTable(id, name, Role::Fact, "", comment, std::move(definition));
  table.foreignKeys = {{{"kind", "id"}, "identity", {"kind", "id"}}};
  return table;
}

Table keyword() {
  Table table =
      shared(TableId::Keyword, "keyword", "Words to find a declaration by.",
             {kindOf(), idOf(), placeInList(), text("text", "the word").required().notEmpty()});
  table.indexes = {{"keyword_by_text", {"text"}, false, {}}};
  return table;
}

Table correspondence() {
  Table table = shared(TableId::Correspondence, "correspondence",
                       "What a declaration matches in other frameworks and classifications.",
                       {kindOf(), idOf(), placeInList(),
                        word("relation", "how close the match is").required().oneOf(relations),
                        text("scheme", "such as esco").required(),
                        text("target", "a code or IRI in that scheme").required()});
  table.indexes = {{"correspondence_by_target", {"scheme", "target"}, false, {}}};
  return table;
}

Table formerName() {
  return shared(TableId::FormerName, "former_name",
                "The names that a declaration had before, newest first. Its id is made from the "
                "oldest.",
                {kindOf(), idOf(), placeInList(), text("name", "the name").required()});
}

Table replacement() {
  return shared(TableId::Replacement, "replacement", "What a declaration takes over from.",
                {kindOf(), idOf(),
                 column(Type::Id, "replaced_id", "may be long gone, and then have no row").key(),
                 position("in the order of the source")});
}

Table deprecation() {
  return shared(TableId::Deprecation, "deprecation",
                "Why a declaration should no longer be used, and since which version.",
                Columns{kindOf(), idOf(), text("since", "the version that says so first")} +
                    prose("because", "because_markdown", "the reason") +
                    Columns{column(Type::Id, "successor_id", "what to use instead")});
}

Table allowance() {
  return shared(
      TableId::Allowance, "allowance", "The lint rules that a declaration may break, and why.",
      Columns{kindOf(), idOf(), placeInList(), text("rule", "the name of the rule").required()} +
          prose("because", "because_markdown", "the reason"));
}

Table attributeValue() {
  Table table =
      shared(TableId::AttributeValue, "attribute_value",
             "The attributes of a declaration; those of a profile include inherited ones.",
             {kindOf(), idOf(), reference("attribute_id", "attribute", "the attribute").key(),
              text("text", "of a text, date, url or one-of attribute"),
              real("number", "of a number attribute"),
              column(Type::Boolean, "boolean", "of a boolean attribute")});
  table.conditions = {
      "CASE WHEN text IS NULL THEN 0 ELSE 1 END + CASE WHEN number IS NULL THEN 0 ELSE 1 END + "
      "CASE "
      "WHEN boolean IS NULL THEN 0 ELSE 1 END = 1"};
  table.indexes = {{"attribute_value_by_attribute", {"attribute_id", "text"}, false, {}}};
  return table;
}

Table translation() {
  Table table =
      shared(TableId::Translation, "translation", "Texts in other languages.",
             {column(Type::Language, "language", "a BCP 47 tag").key(), kindOf(),
              column(Type::PartId, "id", "the declaration or indicator").key(),
              word("field", "the column that it translates, or what the position counts").key(),
              integer("position", "0 for a column of the row itself").key(),
              text("text", "the words").required().notEmpty(),
              text("text_markdown", "the same as Markdown, where that says more")});
  table.indexes = {{"translation_by_id", {"kind", "id"}, false, {}}};
  return table;
}

}  // namespace

void addShared(llvm::SmallVectorImpl<Table>& to) {
  for (auto* make : {keyword, correspondence, formerName, replacement, deprecation, allowance,
                     attributeValue, translation}) {
    to.push_back(make());
  }
}

}  // namespace cadre::emit::relational
