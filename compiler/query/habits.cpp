#include "query/habits.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::query {

using llvm::StringRef;

namespace {

constexpr StringRef wordOperators[] = {"contains", "matches", "in", "is"};
constexpr StringRef joints[] = {"and", "or", "not"};
constexpr StringRef clauses[] = {"where", "select", "count", "sort", "limit"};

/// What people write who come from elsewhere, and what is written here.
struct Habit {
  StringRef word;  ///< In small letters.
  StringRef help;
};
constexpr Habit habits[] = {
    {"order", "rows are sorted with `sort by FIELD`"},
    {"orderby", "rows are sorted with `sort by FIELD`"},
    {"group", "rows are counted with `count by FIELD`"},
    {"having", "a query has one condition, behind `where`"},
    {"from", "a query begins with its source: `profile where … select title`"},
    {"like", "`contains \"press\"` finds a word, `contains \"press*\"` words that begin so"},
    {"ilike", "`contains \"press\"` finds a word, `contains \"press*\"` words that begin so"},
    {"has",
     "`any LIST (…)` asks whether a list has what fulfils a condition, `requires(…)` what a "
     "profile requires"},
    {"equals", "equality is `=`"},
    {"is", "equality is `=`; `is missing` asks whether there is no value"},
    {"null", "`is missing` asks whether there is no value"},
    {"empty", "`is missing` asks whether there is no value, or a list without elements"},
    {"none", "`is missing` asks whether there is no value, or a list without elements"},
    {"includes", "words are found with `contains \"…\"`, elements of a list with `=`"},
    {"asc", "rows are sorted upwards, unless `desc` stands behind the field"},
    {"descending", "`desc` sorts downwards"},
    {"ascending", "rows are sorted upwards, unless `desc` stands behind the field"},
    {"top", "`limit N` gives the first rows"},
    {"distinct", "`count by FIELD` gives each value once"},
    {"not", "`not` stands before the whole condition: `not family in Sales`"},
    {"between", "write both bounds: `weight >= 1 and weight <= 3`"},
    {"as", "columns are called as their fields are"},
};

}  // namespace

bool isWordOperator(StringRef word) { return llvm::is_contained(wordOperators, word); }

std::string hintFor(const Token& token, bool isCondition) {
  if (token.kind == TokenKind::Bad) return token.help;
  if (token.kind == TokenKind::Text && isCondition)
    return "each condition names its field: `title contains \"A\" or title contains \"B\"`";
  if (token.isSymbol(",")) return "one of several values is asked for by `in (A, B)`";
  if (token.kind != TokenKind::Word) return {};
  const std::string lower = StringRef(token.text).lower();
  const bool isOurs = llvm::is_contained(clauses, lower) || isWordOperator(lower) ||
                      llvm::is_contained(joints, lower);
  if (lower != token.text && isOurs)
    return "words of the language stand in small letters: `" + lower + "`";
  for (const Habit& habit : habits) {
    if (habit.word == lower) return habit.help.str();
  }
  if (!llvm::is_contained(clauses, lower)) return {};
  return "the parts of a query stand in one order: `where`, then `select` or `count`, "
         "then `sort by`, then `limit`";
}

}  // namespace cadre::query
