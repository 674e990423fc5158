#include "lint/catalogue.h"

#include "rules_files.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <algorithm>

namespace cadre::lint {

StringRef word(Group group) {
  switch (group) {
    case Group::Wording: return "wording";
    case Group::Competencies: return "competencies";
    case Group::Levels: return "levels";
    case Group::Profiles: return "profiles";
    case Group::Inclusion: return "inclusion";
    case Group::Governance: return "governance";
  }
  llvm_unreachable("every group has a case");
}

StringRef word(Tier tier) {
  switch (tier) {
    case Tier::Essential: return "essential";
    case Tier::Recommended: return "recommended";
    case Tier::Strict: return "strict";
  }
  llvm_unreachable("every tier has a case");
}

StringRef word(FixKind fix) {
  switch (fix) {
    case FixKind::None: return "none";
    case FixKind::Safe: return "safe";
    case FixKind::Unsafe: return "unsafe";
  }
  llvm_unreachable("every fix has a case");
}

ArrayRef<RuleRow> rules() {
  using enum Role;
  using enum prose::ListId;
#define RULE(id, name, number, group, tier, fix, subject, reads, text, ...) \
  {RuleId::id, name, number, Group::group, Tier::tier, FixKind::fix, reads, text},
#define NOTE(...)
  static const RuleRow rows[] = {
#include "lint/rules.def"
  };
  return rows;
}

const RuleRow& rowOf(RuleId id) { return rules()[static_cast<size_t>(id)]; }

const RuleRow* findRule(StringRef name) {
  const RuleRow* const found = llvm::find_if(rules(), [&](const RuleRow& row) { return row.name == name; });
  return found == rules().end() ? nullptr : found;
}

std::vector<StringRef> ruleNames() {
  std::vector<StringRef> names;
  for (const RuleRow& row : rules()) names.push_back(row.name);
  return names;
}

StringRef page(StringRef name) {
  std::string file = name.str();
  std::replace(file.begin(), file.end(), '-', '_');
  return embedded::rules::find(file + ".md");
}

namespace {

/// What a language offers to rules.
struct Offer {
  StringRef language;
  prose::Lists lists;
  bool hasVerbs;
};

ArrayRef<Offer> offers() {
  static const std::vector<Offer> all = [] {
    std::vector<Offer> out;
    for (const StringRef language : prose::Lexicon::languages()) {
      const auto lexicon = prose::Lexicon::open(language);
      out.push_back({language, lexicon->lists(), lexicon->hasVerbs()});
    }
    return out;
  }();
  return all;
}

}  // namespace

std::vector<StringRef> languagesOf(const RuleRow& row) {
  std::vector<StringRef> out;
  if (!row.reads.lexicon) return out;
  for (const Offer& it : offers()) {
    if (it.lists.holds(row.reads.lists) && (!row.reads.verbs || it.hasVerbs)) out.push_back(it.language);
  }
  return out;
}

ArrayRef<OptionRow> options() {
  static const std::vector<OptionRow> rows = {
#define OPTION(id, rule, name, standard, low, high, help) {RuleId::rule, name, false, standard, low, high, help},
#define WORDS(...)
#include "lint/options.def"
#define OPTION(...)
#define WORDS(id, rule, name, help) {RuleId::rule, name, true, 0, 0, 0, help},
#include "lint/options.def"
  };
  return rows;
}

size_t indexOf(OptionId id) { return static_cast<size_t>(id); }

size_t indexOf(WordsId id) {
  static const size_t numbers = static_cast<size_t>(llvm::count_if(options(), [](const OptionRow& row) { return !row.isList; }));
  return numbers + static_cast<size_t>(id);
}

}  // namespace cadre::lint
