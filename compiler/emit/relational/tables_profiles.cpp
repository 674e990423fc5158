#include "emit/relational/table_builder.h"

namespace cadre::emit::relational {

namespace {

constexpr Word originKinds[] = {"rule", "base", "own", "lowers"};
constexpr Word profileKind[] = {"profile"};

Table profile() {
  Table table = makeTable(
      TableId::Profile, "profile", Role::Declaration, "profile",
      "Job profiles. Abstract ones, which only pass on what they say, are not here.",
      declared() + Columns{reference("family_id", "family", "its job family, own or inherited"),
                           replacedBy("profile")});
  table.indexes = {{"profile_by_family", {"family_id"}, false, {}}};
  return table;
}

Table profileBase() {
  Table table =
      makeTable(TableId::ProfileBase, "profile_base", Role::Fact, "profile",
                "The profiles that a profile extends.",
                {about("profile_id", "profile", "the profile"),
                 column(Type::Id, "base_id",
                        "the one it extends; of an abstract profile there is only this id")
                     .key(),
                 position("in the order of the source"),
                 word("base_kind", "always profile: for the foreign key")
                     .required()
                     .oneOf(profileKind)
                     .otherwise("'profile'")
                     .derived()});
  table.foreignKeys = {{{"base_kind", "base_id"}, "identity", {"kind", "id"}}};
  table.conditions = {"base_id <> profile_id"};
  return table;
}

Table profileDrop() {
  Table table = makeTable(
      TableId::ProfileDrop, "profile_drop", Role::Fact, "profile",
      "The competencies that a profile would inherit but says it does not require.",
      Columns{about("profile_id", "profile", "the profile"),
              integer("position", "in the order of the source").key(),
              reference("competency_id", "competency", "what it does without").required()} +
          prose("because", "because_markdown", "the reason"));
  table.indexes = {{"profile_drop_by_competency", {"competency_id"}, false, {}}};
  return table;
}

Table profileStatement() {
  Table table = makeTable(
      TableId::ProfileStatement, "profile_statement", Role::Fact, "profile",
      "The tasks of a job, and what it asks for beside competencies; inherited ones come first.",
      Columns{about("profile_id", "profile", "the profile"),
              integer("position", "within the profile").key()} +
          statementUse());
  addStatementUse(table);
  table.indexes = {{"profile_statement_by_statement",
                    {"statement_id", "sort"},
                    false,
                    "statement_id IS NOT NULL"}};
  return table;
}

Table profileCredential() {
  Table table = makeTable(
      TableId::ProfileCredential, "profile_credential", Role::Fact, "profile",
      "The credentials that a job asks for, inherited ones first.",
      {about("profile_id", "profile", "the profile"),
       integer("position", "within the profile").key(),
       reference("credential_id", "credential", "what it asks for").required(), importance()});
  table.indexes = {{"profile_credential_by_credential", {"credential_id"}, false, {}}};
  return table;
}

Table rule() {
  return makeTable(
      TableId::Rule, "rule", Role::Declaration, "rule",
      "What is required of every profile, or of every profile in some families.",
      {column(Type::Id, "id", "the framework's id and the number of the rule").key(),
       reference("framework_id", "framework", "who publishes it").required(),
       position("place in the order of declaration"), retiredIn(), replacedBy("rule")});
}

Table ruleFamily() {
  return makeTable(
      TableId::RuleFamily, "rule_family", Role::Fact, "rule",
      "The families that a rule is for, those inside them included. None: for all profiles.",
      {about("rule_id", "rule", "the rule"), reference("family_id", "family", "one of them").key(),
       position("in the order of the source")});
}

Table ruleException() {
  return makeTable(TableId::RuleException, "rule_exception", Role::Fact, "rule",
                   "The profiles that a rule leaves out.",
                   {about("rule_id", "rule", "the rule"),
                    reference("profile_id", "profile", "one of them").key(),
                    position("in the order of the source")});
}

Table ruleRequirement() {
  Table table = makeTable(
      TableId::RuleRequirement, "rule_requirement", Role::Fact, "rule",
      "What a rule requires. It is part of the profiles' own requirements already.",
      Columns{about("rule_id", "rule", "the rule"),
              integer("position", "in the order of the source").key(),
              reference("competency_id", "competency", "what it requires").required()} +
          level() +
          Columns{importance(),
                  real("weight", "relative to others of the profile").checked("weight > 0")} +
          prose("because", "because_markdown", "the reason"));
  table.foreignKeys = {offeredLevel()};
  table.conditions = {oneLevelAtMost};
  table.indexes = {{"rule_requirement_by_competency", {"competency_id", "level_id"}, false, {}}};
  return table;
}

Table requirement() {
  Table table = makeTable(
      TableId::Requirement, "requirement", Role::Fact, "profile",
      "What a profile requires in the end, with all that it inherits.",
      Columns{about("profile_id", "profile", "the profile"),
              reference("competency_id", "competency", "what it requires").key(),
              position("within the profile")} +
          level() +
          Columns{importance(),
                  real("weight", "relative to others of the profile").checked("weight > 0")} +
          prose("because", "because_markdown", "the reason"));
  table.foreignKeys = {offeredLevel()};
  table.conditions = {oneLevelAtMost};
  table.indexes = {{"requirement_by_competency", {"competency_id", "level_id"}, false, {}}};
  return table;
}

Table requirementOrigin() {
  Table table =
      makeTable(TableId::RequirementOrigin, "requirement_origin", Role::Fact, "profile",
                "Where a requirement comes from, in order: why is this here?",
                Columns{column(Type::Id, "profile_id", "the profile").key(),
                        column(Type::Id, "competency_id", "what it requires").key(),
                        integer("position", "in the order in which the lines apply").key(),
                        word("kind", "rule, base, own or lowers").required().oneOf(originKinds),
                        column(Type::Id, "from_profile_id",
                               "the profile that has the line, if another one; it may be abstract"),
                        reference("rule_id", "rule", "the rule that has the line")} +
                    level() +
                    Columns{word("importance", "as in effect through the line").oneOf(importances),
                            real("weight", "as the line says").checked("weight > 0")} +
                    prose("because", "because_markdown", "the reason that the line gives"));
  ForeignKey whole{{"profile_id", "competency_id"}, "requirement", {"profile_id", "competency_id"}};
  whole.goesWithTarget = true;
  table.foreignKeys = {whole, offeredLevel()};
  table.conditions = {oneLevelAtMost, "(kind = 'rule') = (rule_id IS NOT NULL)",
                      "kind NOT IN ('rule', 'own') OR from_profile_id IS NULL"};
  table.indexes = {{"requirement_origin_by_rule", {"rule_id"}, false, "rule_id IS NOT NULL"}};
  return table;
}

Table path() {
  return makeTable(TableId::Path, "path", Role::Declaration, "path", "Career paths.",
                   declared() + Columns{replacedBy("path")});
}

Table pathStep() {
  Table table =
      makeTable(TableId::PathStep, "path_step", Role::Fact, "path",
                "The steps of a career path, line by line.",
                {about("path_id", "path", "the path"),
                 integer("chain", "the line of the path that the step belongs to").key(),
                 integer("position", "within the line").key(),
                 reference("from_profile_id", "profile", "where the step begins").required(),
                 reference("to_profile_id", "profile", "where it leads").required()});
  table.conditions = {"from_profile_id <> to_profile_id"};
  table.indexes = {{"path_step_by_from", {"from_profile_id"}, false, {}},
                   {"path_step_by_to", {"to_profile_id"}, false, {}}};
  return table;
}

Table crosswalk() {
  Table table = makeTable(
      TableId::Crosswalk, "crosswalk", Role::Declaration, "crosswalk",
      "Which levels of one scale stand for which of another.",
      declared() + Columns{reference("from_scale_id", "scale", "the left scale").required(),
                           reference("to_scale_id", "scale", "the right scale").required(),
                           replacedBy("crosswalk")});
  table.uniques = {{"id", "from_scale_id"}, {"id", "to_scale_id"}};
  return table;
}

Table crosswalkPair() {
  Table table =
      makeTable(TableId::CrosswalkPair, "crosswalk_pair", Role::Fact, "crosswalk",
                "The pairs of a crosswalk, in the order of its left scale.",
                {column(Type::Id, "crosswalk_id", "the crosswalk").key(),
                 integer("position", "in the order of the left scale").key(),
                 column(Type::Id, "from_scale_id", "the left scale").required(),
                 levelName("from_level_id", "on an ordinal scale: a level of the left one"),
                 real("from_level_value", "on a numeric scale: a number of the left one"),
                 column(Type::Id, "to_scale_id", "the right scale").required(),
                 levelName("to_level_id", "on an ordinal scale: the level of the right one"),
                 real("to_level_value", "on a numeric scale: the number of the right one")});
  table.foreignKeys = {{{"crosswalk_id", "from_scale_id"}, "crosswalk", {"id", "from_scale_id"}},
                       {{"crosswalk_id", "to_scale_id"}, "crosswalk", {"id", "to_scale_id"}},
                       {{"from_scale_id", "from_level_id"}, "level", {"scale_id", "id"}},
                       {{"to_scale_id", "to_level_id"}, "level", {"scale_id", "id"}}};
  table.conditions = {"(from_level_id IS NULL) <> (from_level_value IS NULL)",
                      "(to_level_id IS NULL) <> (to_level_value IS NULL)"};
  return table;
}

}  // namespace

void addProfiles(llvm::SmallVectorImpl<Table>& to) {
  for (auto* make : {profile, profileBase, profileDrop, profileStatement, profileCredential, rule,
                     ruleFamily, ruleException, ruleRequirement, requirement, requirementOrigin,
                     path, pathStep, crosswalk, crosswalkPair}) {
    to.push_back(make());
  }
}

}  // namespace cadre::emit::relational
