#include "driver/help.h"

#include "emit/run.h"
#include "import/import.h"
#include "support/unicode.h"

#include <fmt/format.h>

namespace cadre::driver {

namespace {

constexpr int leftWidth = 28;

/// A line of two columns; columns are what a terminal shows, not bytes.
void printRow(llvm::raw_ostream& out, const std::string& left, llvm::StringRef right) {
  out << "  " << left;
  const int used = unicode::width(left);
  if (used >= leftWidth) {
    out << '\n';
    out.indent(2 + leftWidth);
  } else {
    out.indent(static_cast<unsigned>(leftWidth - used));
  }
  out << right << '\n';
}

std::string formOf(const OptionRow& row) {
  const std::string shortForm = row.shortName.empty() ? "    " : fmt::format("-{}, ", row.shortName);
  return fmt::format("{}--{}{}{}", shortForm, row.longName, row.value.empty() ? "" : " ", row.value);
}

void printOptions(llvm::raw_ostream& out, llvm::StringRef heading, llvm::function_ref<bool(const OptionRow&)> which,
                  llvm::StringRef verb = {}) {
  bool isFirst = true;
  for (const OptionRow& row : optionRows()) {
    if (!which(row)) continue;
    if (isFirst) out << '\n' << heading << ":\n";
    isFirst = false;
    printRow(out, formOf(row), helpOf(row, verb));
  }
}

void printOutputs(llvm::raw_ostream& out) {
  out << "\nOutputs for --emit (* by default):\n";
  for (const emit::Emitter& row : emit::emitters()) {
    printRow(out, fmt::format("{}{}", row.name, row.byDefault ? " *" : ""), row.help);
    for (const emit::OptionInfo& option : emit::optionsOf(row.name)) {
      printRow(out, fmt::format("  [emit.{}] {}", row.name, option.name), option.help);
    }
  }
}

void printFormats(llvm::raw_ostream& out) {
  out << "\nFormats for --message-format:\n";
  for (const diag::FormatRow& row : diag::formatRows()) printRow(out, row.name.str(), row.help);
}

void printImporters(llvm::raw_ostream& out) {
  out << "\nFormats:\n";
  for (const import::Importer& row : import::importers()) {
    printRow(out, row.name.str(), row.reads);
    for (const import::OptionInfo& option : row.options) {
      switch (option.form) {
        case import::OptionForm::Value:
          printRow(out, fmt::format("  --{} …", option.name),
                   fmt::format("{}; {} ({} without it)", option.takes, option.does, option.fallback));
          break;
        case import::OptionForm::File:
          printRow(out, fmt::format("  --{} FILE", option.name), option.does);
          break;
        case import::OptionForm::Switch:
          printRow(out, fmt::format("  --{}", option.name), option.does);
          break;
      }
    }
  }
}

}  // namespace

void printShortHelp(llvm::raw_ostream& out) {
  out << "Usage: cadre VERB [OPTION…]\n\n";
  for (const VerbRow& row : verbRows()) printRow(out, row.name.str(), row.summary);
  out << "\n`cadre help VERB` tells more; `cadre new DIR` is the way to begin.\n";
}

void printHelp(llvm::raw_ostream& out) {
  out << "A language and compiler for competency frameworks.\n\nUsage: cadre VERB [OPTION…]\n\nVerbs:\n";
  for (const VerbRow& row : verbRows()) printRow(out, fmt::format("{} {}", row.name, row.operands), row.summary);
  printOptions(out, "Options of every verb", [](const OptionRow& row) { return row.isCommon(); });
  printFormats(out);
  out << "\nIt ends with 0 (done), 1 (the sources have findings), 2 (the call, the manifest or the outside\n"
         "world is at fault) or 3 (a fault of cadre itself).\n";
}

void printHelp(Verb verb, llvm::raw_ostream& out) {
  const VerbRow& row = rowOf(verb);
  out << "Usage: cadre " << row.name << ' ' << row.operands << " [OPTION…]\n\n" << row.summary << '\n';
  if (!row.more.empty()) out << row.more << '\n';
  printOptions(out, "Options", [&](const OptionRow& it) { return !it.isCommon() && it.belongsTo(row.name); }, row.name);
  if (verb == Verb::Build) printOutputs(out);
  if (verb == Verb::Import) printImporters(out);
  printOptions(out, "Options of every verb", [](const OptionRow& it) { return it.isCommon(); });
}

}  // namespace cadre::driver
