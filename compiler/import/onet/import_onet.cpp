#include "import/onet/import_onet.h"

#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"
#include "import/onet/package.h"
#include "import/onet/tables.h"
#include "support/semver.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import {

namespace {

using foreign::parseNumber;

constexpr llvm::StringRef minImportance = "min-importance";
constexpr llvm::StringRef release = "release";

void checkOptions(const Options& options, Diagnostics& diagnostics) {
  const std::string& threshold = options.at(minImportance.str());
  if (!parseNumber(threshold)) {
    diagnostics.report({}, diag::ImportOptionValue, threshold, minImportance,
                       "a number such as `3.0`");
  }
  const std::string& version = options.at(release.str());
  if (!Version::parse(version)) {
    diagnostics.report({}, diag::ImportOptionValue, version, release, "a version such as `29.0.0`");
  }
}

void checkThreshold(llvm::StringRef threshold, const onet::Scale& scale, Diagnostics& diagnostics) {
  const double value = *parseNumber(threshold);
  if (value >= scale.lowValue && value <= scale.highValue) return;
  diagnostics.report({}, diag::ImportOptionValue, threshold, minImportance,
                     fmt::format("a number from {} to {}, the range of scale `{}`", scale.low,
                                 scale.high, scale.id));
}

}  // namespace

Result importOnet(const Input& input, Diagnostics& diagnostics) {
  checkOptions(input.options, diagnostics);
  if (diagnostics.hasErrors()) return {};
  const onet::Settings settings{.release = input.options.at(release.str()),
                                .minImportance = input.options.at(minImportance.str())};
  Result result;
  const auto tables = onet::readTables(input, settings.minImportance, result.summary, diagnostics);
  if (!tables || diagnostics.hasErrors()) return result;
  checkThreshold(settings.minImportance, tables->importance, diagnostics);
  if (llvm::none_of(tables->occupations, [](const onet::Occupation& o) { return o.rated; })) {
    diagnostics.report({}, diag::ImportNothing,
                       fmt::format("`{}` or `{}`", onet::skillsFile, onet::knowledgeFile),
                       onet::occupationsFile);
  }
  if (diagnostics.hasErrors()) return result;
  result.files = onet::makePackage(*tables, settings, result.summary, diagnostics);
  return result;
}

}  // namespace cadre::import
