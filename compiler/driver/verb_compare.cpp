#include "driver/checked_place.h"
#include "driver/compare_report.h"
#include "driver/profile_names.h"
#include "driver/verbs.h"
#include "ide/names.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>

namespace cadre::driver {

namespace {

using llvm::StringRef;
using model::FrameworkId;
using model::Model;
using model::ProfileId;

constexpr double leastAlike = 0.8;
constexpr size_t mostPairs = 20;

class Compare {
public:
  explicit Compare(Context& context) : context_(context), options_(context.options) {}

  ExitCode run() {
    // What rests on errors might be another answer tomorrow.
    if (!readCall() || !place_.open(context_) || !context_.isClean()) return context_.finish();
    return options_.all ? all() : pair();
  }

private:
  // ---- The call --------------------------------------------------------------------------------

  bool readCall() {
    const size_t count = options_.operands.size();
    if (options_.all && count > 0) {
      reportUsage(context_.faults, "`cadre compare --all` takes no profiles", {},
                  {"write `cadre compare A B` to compare two"});
    } else if (!options_.all && count < 2) {
      reportUsage(context_.faults, "`cadre compare` needs two profiles", {},
                  {"write `cadre compare A B`, or `cadre compare --all`"});
    } else if (!options_.all && (options_.least || options_.most)) {
      reportUsage(context_.faults,
                  fmt::format("`{}` goes with `--all`", options_.least ? "--least" : "--most"), {},
                  {"write `cadre compare --all`"});
    }
    return !context_.faults.hasErrors();
  }

  // ---- Two profiles ----------------------------------------------------------------------------

  ExitCode pair() {
    const std::string first = unicode::toNfc(options_.operands[0]);
    const std::string second = unicode::toNfc(options_.operands[1]);
    const Model* model = findModel(first, second);
    const ExitCode code = context_.finish();
    if (model) show(*model, ide::compare(*model, find(*model, first), find(*model, second)));
    return code;
  }

  static ProfileId find(const Model& model, StringRef name) {
    return ide::findProfile(model, FrameworkId(0), name);
  }

  /// The model that knows both; null after a report.
  const Model* findModel(StringRef first, StringRef second) {
    std::vector<const Model*> whole;
    for (const session::Result& result : place_.results()) {
      if (find(*result.model, first) && find(*result.model, second))
        whole.push_back(&*result.model);
    }
    // Each member of a workspace knows the profiles of those that it uses: their own package knows
    // best.
    const auto owned = [&](const Model* it) {
      const auto isOwn = [&](StringRef name) { return !it->isExternal((*it)[find(*it, name)]); };
      return (isOwn(first) ? 1 : 0) + (isOwn(second) ? 1 : 0);
    };
    int most = 0;
    for (const Model* it : whole) most = std::max(most, owned(it));
    llvm::erase_if(whole, [&](const Model* it) { return owned(it) < most; });
    if (whole.size() > 1 && most == 2) return reportSeveral(whole, first, second), nullptr;
    if (!whole.empty()) return whole.front();
    reportMissing(first, second);
    return nullptr;
  }

  void reportSeveral(llvm::ArrayRef<const Model*> models, StringRef first, StringRef second) {
    std::vector<std::string> packages;
    for (const Model* it : models)
      packages.push_back(fmt::format("`{}.{}`", it->framework().key, first.str()));
    reportUsage(
        context_.faults,
        fmt::format("several packages have profiles `{}` and `{}`", first.str(), second.str()), {},
        {fmt::format("write {}", fmt::join(packages, " or "))});
  }

  /// Says which of the names no package knows; of two that only different packages know, that.
  void reportMissing(StringRef first, StringRef second) {
    const auto knows = [&](StringRef name) {
      return llvm::any_of(place_.results(),
                          [&](const auto& it) { return find(*it.model, name).isValid(); });
    };
    bool isMissing = false;
    for (const StringRef name : {first, second}) {
      if (knows(name) || (isMissing && first == second)) continue;
      isMissing = true;
      reportNoProfile(context_, *place_.results().front().model, name);
    }
    if (isMissing) return;
    reportUsage(context_.faults,
                fmt::format("no package knows both `{}` and `{}`", first.str(), second.str()), {},
                {"profiles are compared within a package and those that it uses"});
  }

  // ---- All of them -----------------------------------------------------------------------------

  ExitCode all() {
    const double least = options_.least.value_or(leastAlike);
    const size_t most = options_.most.value_or(mostPairs);
    std::vector<AlikeReport> reports;
    for (const session::Result& result : place_.results()) {
      const Model& model = *result.model;
      const auto profiles = ide::comparableProfiles(model);
      reports.push_back({&model, ide::alikePairs(model, profiles, least,
                                                 most == 0 ? SIZE_MAX : most, context_.jobs())});
    }
    const ExitCode code = context_.finish();
    show(llvm::ArrayRef(reports), least);
    return code;
  }

  /// Draws an answer in the format that was asked for.
  template <class... Answer>
  void show(const Answer&... answer) {
    const std::string format = options_.answerFormat.value_or("text");
    if (format == "json") return printJson(answer..., context_.out);
    if (format == "markdown") return printMarkdown(answer..., context_.out);
    printText(answer..., TextView{context_.colorOut, context_.pageWidth}, context_.out);
  }

  Context& context_;
  const Options& options_;
  CheckedPlace place_;
};

}  // namespace

ExitCode runCompare(Context& context) { return Compare(context).run(); }

}  // namespace cadre::driver
