#include "import/import.h"

#include "diag/kinds/import.h"
#include "import/onet/import_onet.h"
#include "import/sheets/import_csv.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import {

using llvm::ArrayRef;
using llvm::StringRef;

namespace {

struct FileRow {
  StringRef importer;
  StringRef file;
};

struct OptionRow {
  StringRef importer;
  OptionInfo option;
};

constexpr FileRow fileRows[] = {
#define IMPORTER(name, reads, function)
#define READS(name, file) {#name, file},
#define RAW(name)
#define OPTION(name, option, fallback, takes, does)
#define FILE_OPTION(name, option, does)
#define SWITCH(name, option, does)
#include "import/importers.def"
};

constexpr OptionRow optionRows[] = {
#define IMPORTER(name, reads, function)
#define READS(name, file)
#define RAW(name)
#define OPTION(name, option, fallback, takes, does) \
  {#name, {option, fallback, takes, does, OptionForm::Value}},
#define FILE_OPTION(name, option, does) {#name, {option, "", "a file", does, OptionForm::File}},
#define SWITCH(name, option, does) {#name, {option, "", "", does, OptionForm::Switch}},
#include "import/importers.def"
};

/// The registry, made once: the rows sorted to their importers.
struct Registry {
  std::map<std::string, std::vector<StringRef>> files;
  std::map<std::string, std::vector<OptionInfo>> options;
  std::vector<Importer> importers;

  Registry() {
    for (const FileRow& row : fileRows) files[row.importer.str()].push_back(row.file);
    for (const OptionRow& row : optionRows) options[row.importer.str()].push_back(row.option);
#define IMPORTER(name, reads, function) \
  importers.push_back({#name, reads, files[#name], options[#name], function, false});
#define READS(name, file)
#define RAW(name) importers.back().isRaw = true;
#define OPTION(name, option, fallback, takes, does)
#define FILE_OPTION(name, option, does)
#define SWITCH(name, option, does)
#include "import/importers.def"
  }
};

const Registry& registry() {
  static const Registry instance;
  return instance;
}

void reportUnknownOption(const Importer& importer, StringRef option, Diagnostics& diagnostics) {
  std::vector<StringRef> names;
  for (const OptionInfo& info : importer.options) names.push_back(info.name);
  auto report = diagnostics.report({}, diag::ImportUnknownOption, importer.name, option);
  const auto likely = suggest(option, names, 1);
  if (!likely.empty()) {
    report.help(diag::ImportDidYouMean, likely.front());
  } else if (!names.empty()) {
    report.help(diag::ImportOptionsAre, fmt::format("`{}`", fmt::join(names, "`, `")));
  }
}

void completeOptions(const Importer& importer, Options& options, Diagnostics& diagnostics) {
  for (const auto& [name, value] : options) {
    const bool known =
        llvm::any_of(importer.options, [&](const OptionInfo& info) { return info.name == name; });
    if (!known) reportUnknownOption(importer, name, diagnostics);
  }
  for (const OptionInfo& info : importer.options) {
    if (info.form == OptionForm::Value) options.try_emplace(info.name.str(), info.fallback.str());
  }
}

}  // namespace

std::vector<std::string> Summary::lines() const {
  std::vector<std::string> out;
  for (const TableSummary& table : tables) {
    std::string line = fmt::format("{}: {} {}, ", table.name, table.read, table.unit);
    if (table.headers > 0) line += fmt::format("{} in headers, ", table.headers);
    out.push_back(fmt::format("{}{} used", line, table.used));
    for (const Count& reason : table.leftOut) {
      out.push_back(fmt::format("  left out: {} {}", reason.number, reason.what));
    }
    for (const Count& reason : table.kept) {
      out.push_back(fmt::format("  not imported: {}, {} {}", reason.number,
                                reason.number == 1 ? "which" : "each of which", reason.what));
    }
  }
  for (const Count& total : totals) out.push_back(fmt::format("{} {}", total.number, total.what));
  return out;
}

ArrayRef<Importer> importers() { return registry().importers; }

const Importer* findImporter(StringRef name) {
  const auto found =
      llvm::find_if(importers(), [&](const Importer& importer) { return importer.name == name; });
  return found == importers().end() ? nullptr : found;
}

bool isOption(StringRef option) {
  return llvm::any_of(optionRows, [&](const OptionRow& row) { return row.option.name == option; });
}

bool isSwitch(StringRef option) {
  return llvm::any_of(optionRows, [&](const OptionRow& row) {
    return row.option.form == OptionForm::Switch && row.option.name == option;
  });
}

Result run(const Importer& importer, Input input, Diagnostics& diagnostics) {
  completeOptions(importer, input.options, diagnostics);
  if (diagnostics.hasErrors()) return {};
  Result result = importer.function(input, diagnostics);
  if (diagnostics.hasErrors()) result.files.clear();
  return result;
}

}  // namespace cadre::import
