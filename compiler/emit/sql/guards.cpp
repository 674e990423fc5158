#include "emit/sql/guards.h"

namespace cadre::emit::sql {

using relational::TableId;
using When = Guard::When;

namespace {

constexpr Sql numberFits =
    "EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id "
    "WHERE competency.id = NEW.competency_id "
    "AND NEW.level_value BETWEEN scale.minimum AND scale.maximum)";
/// A foreign key knows as much of a level by name; but SQLite checks those only when asked to.
constexpr Sql levelFits =
    "CASE WHEN NEW.level_id IS NOT NULL THEN EXISTS (SELECT 1 FROM competency_level "
    "WHERE competency_id = NEW.competency_id AND level_id = NEW.level_id) "
    "WHEN NEW.level_value IS NOT NULL THEN "
    "EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id "
    "WHERE competency.id = NEW.competency_id "
    "AND NEW.level_value BETWEEN scale.minimum AND scale.maximum) "
    "ELSE EXISTS (SELECT 1 FROM competency WHERE id = NEW.competency_id AND scale_id IS NULL) END";
/// Most lines say the level that comes of them, which has been looked at already.
constexpr Sql originFits =
    "EXISTS (SELECT 1 FROM requirement WHERE profile_id = NEW.profile_id "
    "AND competency_id = NEW.competency_id AND level_value = NEW.level_value) "
    "OR EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id "
    "WHERE competency.id = NEW.competency_id "
    "AND NEW.level_value BETWEEN scale.minimum AND scale.maximum)";
constexpr Sql statementFits =
    "EXISTS (SELECT 1 FROM statement WHERE id = NEW.statement_id AND sort = NEW.sort)";

Guard levelGuard(Sql name, TableId table, Sql message) {
  return {.name = name,
          .table = table,
          .columns = {"competency_id", "level_id", "level_value"},
          .holds = levelFits,
          .message = message,
          .spoiled = "position",
          .spoil = "-1"};
}

Guard statementGuard(Sql name, TableId table, Sql message) {
  return {.name = name,
          .table = table,
          .columns = {"statement_id", "sort"},
          .where = "NEW.statement_id IS NOT NULL",
          .holds = statementFits,
          .message = message,
          .spoiled = "position",
          .spoil = "-1",
          .isForMysql = true};
}

llvm::SmallVector<Guard, 0> all() {
  llvm::SmallVector<Guard, 0> out;
  out.push_back(
      {.name = "level_is_of_an_ordinal_scale",
       .table = TableId::Level,
       .columns = {"scale_id", "retired_in"},
       .where = "NEW.retired_in IS NULL",
       .holds = "EXISTS (SELECT 1 FROM scale WHERE id = NEW.scale_id AND kind = 'ordinal')",
       .message = "level: only an ordinal scale has levels",
       .spoiled = "ordinal",
       .spoil = "0"});
  out.push_back({.name = "scale_with_levels_is_ordinal",
                 .table = TableId::Scale,
                 .when = When::Update,
                 .columns = {"kind"},
                 .where = "NEW.kind = 'numeric'",
                 .holds = "NOT EXISTS (SELECT 1 FROM level WHERE scale_id = NEW.id AND retired_in "
                          "IS NULL)",
                 .message = "scale: only an ordinal scale has levels",
                 .spoiled = "position",
                 .spoil = "-1"});
  out.push_back({.name = "competency_level_is_of_its_scale",
                 .table = TableId::CompetencyLevel,
                 .columns = {"competency_id", "scale_id", "retired_in"},
                 .where = "NEW.retired_in IS NULL",
                 .holds = "EXISTS (SELECT 1 FROM competency WHERE id = NEW.competency_id AND "
                          "scale_id = NEW.scale_id)",
                 .message = "competency_level: a competency offers levels of its own scale",
                 .spoiled = "position",
                 .spoil = "-1"});
  out.push_back({.name = "competency_offers_levels_of_its_scale",
                 .table = TableId::Competency,
                 .when = When::Update,
                 .columns = {"scale_id"},
                 .holds = "NOT EXISTS (SELECT 1 FROM competency_level WHERE competency_id = NEW.id "
                          "AND retired_in IS NULL AND (NEW.scale_id IS NULL OR scale_id <> "
                          "NEW.scale_id))",
                 .message = "competency: it still offers levels of its former scale",
                 .spoiled = "position",
                 .spoil = "-1"});
  out.push_back(
      {.name = "competency_anchor_is_in_range",
       .table = TableId::CompetencyAnchor,
       .columns = {"competency_id", "level_value", "retired_in"},
       .where = "NEW.retired_in IS NULL",
       .holds = numberFits,
       .message = "competency_anchor: level_value lies outside the scale of the competency",
       .spoiled = "position",
       .spoil = "-1"});
  out.push_back(levelGuard("indicator_fits_the_scale", TableId::Indicator,
                           "indicator: the level does not fit the scale of the competency"));
  out.back().where = "NEW.retired_in IS NULL";
  out.back().columns.push_back("retired_in");
  out.push_back({.name = "resource_development_is_in_range",
                 .table = TableId::ResourceDevelopment,
                 .columns = {"competency_id", "level_value"},
                 .where = "NEW.level_value IS NOT NULL",
                 .holds = numberFits,
                 .message = "resource_development: level_value lies outside the scale of the "
                            "competency",
                 .spoiled = "position",
                 .spoil = "-1"});
  out.push_back(levelGuard("rule_requirement_fits_the_scale", TableId::RuleRequirement,
                           "rule_requirement: the level does not fit the scale of the competency"));
  out.push_back(levelGuard("requirement_fits_the_scale", TableId::Requirement,
                           "requirement: the level does not fit the scale of the competency"));
  out.push_back({.name = "requirement_origin_is_in_range",
                 .table = TableId::RequirementOrigin,
                 .columns = {"competency_id", "level_value"},
                 .where = "NEW.level_value IS NOT NULL",
                 .holds = originFits,
                 .message = "requirement_origin: level_value lies outside the scale of the "
                            "competency",
                 .spoiled = "position",
                 .spoil = "-1"});
  out.push_back(statementGuard("competency_statement_has_the_sort", TableId::CompetencyStatement,
                               "competency_statement: the statement is of another sort"));
  out.push_back(statementGuard("profile_statement_has_the_sort", TableId::ProfileStatement,
                               "profile_statement: the statement is of another sort"));
  out.push_back(
      {.name = "crosswalk_pair_fits_its_scales",
       .table = TableId::CrosswalkPair,
       .holds =
           "EXISTS (SELECT 1 FROM scale WHERE id = NEW.from_scale_id AND CASE kind WHEN "
           "'ordinal' THEN NEW.from_level_id IS NOT NULL ELSE NEW.from_level_value BETWEEN "
           "minimum AND maximum END) AND EXISTS (SELECT 1 FROM scale WHERE id = "
           "NEW.to_scale_id AND CASE kind WHEN 'ordinal' THEN NEW.to_level_id IS NOT NULL ELSE "
           "NEW.to_level_value BETWEEN minimum AND maximum END)",
       .message = "crosswalk_pair: a level does not fit its scale",
       .spoiled = "position",
       .spoil = "-1"});
  out.push_back(
      {.name = "attribute_value_fits_its_attribute",
       .table = TableId::AttributeValue,
       .holds = "EXISTS (SELECT 1 FROM attribute JOIN attribute_target ON "
                "attribute_target.attribute_id = attribute.id AND attribute_target.kind = NEW.kind "
                "WHERE attribute.id = NEW.attribute_id AND CASE attribute.type WHEN 'number' THEN "
                "NEW.number IS NOT NULL AND NEW.number >= coalesce(attribute.minimum, NEW.number) "
                "AND NEW.number <= coalesce(attribute.maximum, NEW.number) WHEN 'boolean' THEN "
                "NEW.boolean IS NOT NULL WHEN 'date' THEN {is date} WHEN 'one-of' THEN EXISTS "
                "(SELECT 1 FROM attribute_choice WHERE attribute_choice.attribute_id = "
                "NEW.attribute_id AND attribute_choice.value = NEW.text) ELSE NEW.text IS NOT NULL "
                "END AND (NEW.kind <> 'statement' OR EXISTS (SELECT 1 FROM statement JOIN "
                "attribute_statement_sort ON attribute_statement_sort.sort = statement.sort WHERE "
                "statement.id = NEW.id AND attribute_statement_sort.attribute_id = "
                "NEW.attribute_id)))",
       .message = "attribute_value: the value does not fit its attribute",
       .spoiled = "boolean",
       .spoil = "9"});
  return out;
}

}  // namespace

ArrayRef<Guard> guards() {
  static const llvm::SmallVector<Guard, 0> guards = all();
  return guards;
}

}  // namespace cadre::emit::sql
