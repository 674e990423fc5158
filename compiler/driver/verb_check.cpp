#include "driver/depfile.h"
#include "driver/fixing.h"
#include "driver/options.h"
#include "driver/revision.h"
#include "driver/verbs.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <deque>

namespace cadre::driver {

namespace {

/// What was named in some files: those of the disk, or those of a commit.
struct Named {
  std::optional<Place> place;  ///< Of a commit.
  Loader loader;
  std::vector<Unit> units;
};

class Check {
public:
  explicit Check(Context& context) : context_(context), depfile_(context) {}

  ExitCode run() {
    if (context_.options.fix && context_.options.depfile) {
      reportUsage(context_.faults, "`--depfile` does not go with `--fix`, which changes what was read", {},
                  {"check once more without `--fix`"});
    }
    if (context_.faults.hasErrors() || !depfile_.open()) return context_.finish();
    load();
    if (context_.options.fix && !hasRevisions_ && !context_.faults.hasErrors())
      return runFixing(context_, named_.front().loader, named_.front().units, {});
    std::vector<session::Result> results;
    if (!context_.faults.hasErrors()) results = check();
    const bool clean = context_.isClean() && context_.findings.empty();
    if (context_.isClean()) writeDepfile();
    const ExitCode code = context_.finish();
    tellBaselined(context_, results);
    if (clean && context_.options.verbose && context_.isTalking())
      context_.err << fmt::format("checked {} files: nothing found\n",
                                  context_.sources.fileCount());
    return code;
  }

private:
  /// For the file that stands for this check: what the depfile is called, without its ending.
  void writeDepfile() {
    if (!context_.options.depfile) return;
    std::vector<std::string> read;
    for (const Named& it : named_) llvm::append_range(read, it.loader.read());
    llvm::StringRef target = *context_.options.depfile;
    target.consume_back(".d");
    (void)(depfile_.stage(target, std::move(read)) && depfile_.commit());
  }

  void load() {
    std::vector<std::string> onDisk;
    for (const std::string& operand : context_.options.operands) {
      if (!isRevision(operand)) onDisk.push_back(operand);
    }
    hasRevisions_ = onDisk.size() < context_.options.operands.size();
    if (!onDisk.empty() || !hasRevisions_) add({}, context_.files, onDisk);
    for (const std::string& operand : context_.options.operands) {
      if (isRevision(operand)) addRevision(operand);
    }
  }

  void addRevision(const std::string& operand) {
    if (context_.options.fix) {
      reportUsage(context_.faults,
                  fmt::format("`--fix` changes files, and `{}` is read out of git", operand), {},
                  {"without `--fix`, its findings are reported"});
      return;
    }
    if (!context_.options.interfaces.empty()) return refuseRevision("--interface", operand, context_.faults);
    if (context_.options.depfile) return refuseRevision("--depfile", operand, context_.faults);
    auto place = findPlace(context_, operand);
    if (!place) return;
    FileSystem& files = *place->files;
    const std::vector<std::string> paths = {place->path};
    add(std::move(place), files, paths);
  }

  void add(std::optional<Place> place, FileSystem& files, const std::vector<std::string>& paths) {
    Named& it = named_.emplace_back(
        Named{std::move(place), Loader(files, context_.sources, context_.faults), {}});
    it.loader.useInterfaces(context_.options.interfaces);
    it.units = loadAll(it.loader, paths);
  }

  std::vector<session::Result> check() {
    std::vector<session::Result> all;
    for (Named& it : named_) {
      for (session::Result& result : checkUnits(context_, it.loader, it.units, Linting::On))
        all.push_back(std::move(result));
    }
    return all;
  }

  Context& context_;
  Depfile depfile_;
  std::deque<Named> named_;
  bool hasRevisions_ = false;
};

}  // namespace

ExitCode runCheck(Context& context) { return Check(context).run(); }

}  // namespace cadre::driver
