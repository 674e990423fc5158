#include "driver/rule_list.h"

#include "diag/explain.h"
#include "diag/json_text.h"
#include "lint/catalogue.h"

#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

namespace cadre::driver {

namespace {

using diag::quoteJson;
using lint::RuleRow;
using llvm::StringRef;

/// `error`, `warning` or `off`.
StringRef weightOf(const lint::Config& config, const RuleRow& row) {
  if (!config.isOn(row.id)) return "off";
  return diag::name(config.severity(row.id));
}

/// The title of the rule's page: what it is about, in a line.
std::string titleOf(const RuleRow& row) { return diag::plain(lint::page(row.name)).title; }

void printTable(const lint::Config& config, llvm::raw_ostream& out) {
  constexpr const char* columns = "  {:<29} {:<12} {:<8} {:<10} {}\n";
  out << fmt::format(columns, "rule", "tier", "severity", "fix", "what it finds");
  std::optional<lint::Group> group;
  for (const RuleRow& row : lint::rules()) {
    if (group != row.group) {
      out << '\n';
      group = row.group;
      out << lint::word(row.group) << '\n';
    }
    out << fmt::format(columns, row.name, lint::word(row.tier), weightOf(config, row),
                       row.fix == lint::FixKind::None ? "" : fmt::format("{} fix", lint::word(row.fix)),
                       titleOf(row));
  }
}

std::string listOf(llvm::ArrayRef<StringRef> texts) {
  std::string out = "[";
  for (size_t i = 0; i < texts.size(); ++i) out += (i > 0 ? ", " : "") + quoteJson(texts[i]);
  return out + "]";
}

void printJson(const lint::Config& config, llvm::raw_ostream& out) {
  const char* separator = "[\n";
  for (const RuleRow& row : lint::rules()) {
    out << separator
        << fmt::format("  {{ \"name\": {}, \"number\": {}, \"group\": {}, \"tier\": {}, \"severity\": {}, \"fix\": {}, "
                       "\"languages\": {}, \"title\": {}, \"options\": [",
                       quoteJson(row.name), quoteJson(row.number), quoteJson(lint::word(row.group)),
                       quoteJson(lint::word(row.tier)), quoteJson(weightOf(config, row)),
                       quoteJson(lint::word(row.fix)),
                       row.reads.lexicon ? listOf(lint::languagesOf(row)) : "null", quoteJson(titleOf(row)));
    const char* between = "";
    for (const lint::OptionRow& option : lint::options()) {
      if (option.rule != row.id) continue;
      out << between << fmt::format("{{ \"name\": {}, ", quoteJson(option.name));
      if (!option.isList)
        out << fmt::format("\"default\": {}, \"low\": {}, \"high\": {}, ", option.standard, option.low, option.high);
      out << fmt::format("\"type\": \"{}\", \"help\": {} }}", option.isList ? "list" : "number", quoteJson(option.help));
      between = ", ";
    }
    out << "] }";
    separator = ",\n";
  }
  out << "\n]\n";
}

}  // namespace

ExitCode listRules(Context& context, const lint::Config& config) {
  if (context.options.json) {
    printJson(config, context.out);
  } else {
    printTable(config, context.out);
  }
  return context.finish();
}

}  // namespace cadre::driver
