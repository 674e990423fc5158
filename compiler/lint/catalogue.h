// The rules as a table: takes a name, gives what is said of a rule (tier, group, page). For the
// engine, `--list`, cadre.toml, `explain` and documents; knows nothing of a run.
#pragma once

#include "diag/kind.h"
#include "lint/reads.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <vector>

namespace cadre::lint {

using llvm::ArrayRef;
using llvm::StringRef;

enum class RuleId : uint16_t {
#define RULE(id, ...) id,
#define NOTE(...)
#include "lint/rules.def"
};

enum class Group : uint8_t { Wording, Competencies, Levels, Profiles, Inclusion, Governance };
[[nodiscard]] StringRef word(Group group);

/// Each holds those before it.
enum class Tier : uint8_t { Essential, Recommended, Strict };
[[nodiscard]] StringRef word(Tier tier);

enum class FixKind : uint8_t { None, Safe, Unsafe };
[[nodiscard]] StringRef word(FixKind fix);

struct RuleRow {
  RuleId id;
  StringRef name;    ///< `vague-verb`
  StringRef number;  ///< `A03`
  Group group;
  Tier tier;
  FixKind fix;
  Reads reads;
  StringRef message;  ///< With `{}` where an argument goes.
};

/// All rules, by RuleId.
ArrayRef<RuleRow> rules();
const RuleRow& rowOf(RuleId id);
/// The rule called `name`, or null.
const RuleRow* findRule(StringRef name);
/// All names, for *did you mean*.
std::vector<StringRef> ruleNames();
/// The Markdown page of a rule; empty where it has none (a test sees to it that it has).
StringRef page(StringRef name);
/// The languages that a rule reads; empty for one that reads no words.
std::vector<StringRef> languagesOf(const RuleRow& row);

struct OptionRow {
  RuleId rule;
  StringRef name;
  bool isList;
  int standard;  ///< Of a number.
  int low;
  int high;
  StringRef help;
};

/// The options that hold a number, as rules ask for them.
enum class OptionId : uint16_t {
#define OPTION(id, ...) id,
#define WORDS(...)
#include "lint/options.def"
};
/// Those that hold words.
enum class WordsId : uint16_t {
#define OPTION(...)
#define WORDS(id, ...) id,
#include "lint/options.def"
};

/// All options: the numbers by OptionId, then the lists by WordsId.
ArrayRef<OptionRow> options();
[[nodiscard]] size_t indexOf(OptionId id);
[[nodiscard]] size_t indexOf(WordsId id);

}  // namespace cadre::lint
