#include "diag/kinds/diff.h"
#include "diag/kinds/session.h"
#include "diff/report.h"
#include "driver/comparison.h"
#include "driver/depfile.h"
#include "driver/pipeline.h"
#include "driver/publish.h"
#include "driver/styled_text.h"
#include "driver/verbs.h"
#include "emit/run.h"
#include "session/interface.h"
#include "session/outputs.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSet.h>

#include <fmt/format.h>

namespace cadre::driver {

namespace {

/// Keeps what the outputs write, in the folder of a unit, and which output wrote it.
class MemorySink final : public emit::Sink {
public:
  MemorySink(OutputFiles& files, std::string folder) : files_(files), folder_(std::move(folder)) {}

  llvm::Error write(llvm::StringRef path, std::string bytes) override {
    if (!isInnerPath(path)) {
      return llvm::createStringError("it writes to `" + path.str() + "`, outside the output directory");
    }
    const std::string place = joinPath(folder_, path);
    bytes_ += bytes.size();
    if (!files_.emplace(place, std::move(bytes)).second) {
      return llvm::createStringError("it writes `" + place + "` a second time");
    }
    written_.push_back(place);
    return llvm::Error::success();
  }

  [[nodiscard]] const std::vector<std::string>& written() const { return written_; }
  [[nodiscard]] size_t bytes() const { return bytes_; }

private:
  OutputFiles& files_;
  std::string folder_;
  std::vector<std::string> written_;
  size_t bytes_ = 0;
};

/// What one output wrote for one unit.
struct Written {
  size_t unit;
  llvm::StringRef output;
  std::vector<std::string> files;
};

class Build {
public:
  explicit Build(Context& context)
      : context_(context), loader_(context.files, context.sources, context.faults), depfile_(context) {}

  ExitCode run() {
    const auto changes = runQuietly();
    const ExitCode code = context_.finish();
    if (changes && code == ExitCode::Done && context_.isTalking()) summarize(*changes);
    return code;
  }

private:
  std::optional<OutputChanges> runQuietly() {
    const auto& operands = context_.options.operands;
    if (!depfile_.open()) return {};
    loader_.useInterfaces(context_.options.interfaces);
    const size_t package = loader_.open(operands.empty() ? "." : operands.front());
    if (package == Loader::npos || context_.faults.hasErrors()) return {};
    directory_ = context_.options.output.value_or(loader_.defaultOutput(package));
    OutputDirectory output(context_.files, directory_, OutputMode::Build);
    if (!output.open(context_.faults)) return {};
    loader_.exclude(directory_);
    units_ = loader_.load(package);
    if (context_.faults.hasErrors()) return {};
    // Both sides are read, so that all that is wrong is said at once.
    const bool hasOld = openOld(operands.empty() ? "." : operands.front());
    results_ = checkUnits(context_, loader_, units_, Linting::On);
    if (!hasOld || !context_.isClean() || !compareAll()) return {};
    for (size_t i = 0; i < units_.size(); ++i) {
      if (!emitUnit(i)) return {};
    }
    const double start = now();
    size_t bytes = 0;
    for (const auto& file : files_) bytes += file.second.size();
    const std::string record = joinPath(directory_, OutputDirectory::buildRecord);
    std::vector<std::string> read = loader_.read();
    if (old_) llvm::append_range(read, old_->read());
    if (!depfile_.stage(record, std::move(read), &output, &files_)) return {};
    auto changes = publish(context_, output, files_);
    if (changes && !depfile_.commit()) return {};
    printTiming(context_, {"write", now() - start, bytes});
    return changes;
  }

  /// True where there is nothing to open, too.
  bool openOld(const std::string& now) {
    const auto& since = context_.options.since;
    if (!since) return true;
    old_.emplace();
    if (!old_->open(context_, *since, isRevision(now) ? "." : now)) return false;
    const bool isLost = context_.options.depfile && old_->isMovingRevision();
    if (isLost) refuseMovingRevision(*since, context_.faults);
    return !isLost;
  }

  /// Sets each framework beside what the older side has of it. False where that finds an error.
  bool compareAll() {
    if (!old_) return true;
    for (size_t i = 0; i < units_.size(); ++i) {
      auto framework = publishedFramework(context_, results_[i], loader_.package(units_[i].package));
      if (!framework) return false;
      published_.push_back(std::move(*framework));
    }
    bool lacksSources = false;
    for (const Couple& couple : coupled(old_->frameworks(), published_)) {
      if (!couple.after) continue;
      Compared& compared = compared_.emplace_back();
      if (!couple.before) continue;
      compared.comparand = compareCouple(couple, rekeyed_);
      // With another id all rows are others: there is no script from the ones to the others.
      const bool hasSameId = couple.before->id() == couple.after->id();
      if (couple.before->result && hasSameId)
        compared.before = std::make_unique<model::Publication>(
            *couple.before->result->model, model::PublicationOptions{.drafts = context_.options.drafts});
      reportVersion(context_, *compared.comparand, DiffPlaces(&*couple.after->result->model));
      reportUnusedAllowances(context_, *couple.after, compared.comparand->difference);
      lacksSources |= hasSameId && !compared.before && isWanted("sql", true, couple.after->package->manifest);
    }
    // A document says less than tables: not in which order knowledge and skills stand, and the like.
    if (lacksSources)
      context_.findings.report({}, diag::NoScriptOfChanges, *context_.options.since).help(diag::NeedsSources);
    return context_.isClean();
  }

  bool emitUnit(size_t index) {
    const session::Manifest& manifest = loader_.package(units_[index].package).manifest;
    const model::Publication publication(*results_[index].model, {.drafts = context_.options.drafts});
    const std::optional<emit::Since> since = sinceOf(index);
    emit::OptionsByEmitter options = optionsOf(manifest);
    for (const emit::Emitter& row : emit::emitters()) {
      if (!isWanted(row.name, row.byDefault, manifest)) continue;
      options[row.name.str()].since = since ? &*since : nullptr;
      MemorySink sink(files_, units_[index].folder);
      const double start = now();
      if (!hasWritten(emit::run({row.name.str()}, publication, sink, options), row.name)) return false;
      finishOutput(index, row.name, sink, start);
    }
    const bool wantsInterface = isWanted(session::interfaceOutput, false, manifest);
    return !wantsInterface || emitInterface(index);
  }

  bool emitInterface(size_t index) {
    MemorySink sink(files_, units_[index].folder);
    const double start = now();
    std::vector<size_t> order;
    auto text = session::writeInterface(loader_.input(units_[index], order), results_[index]);
    auto error = text ? sink.write(session::interfaceName, std::move(*text)) : text.takeError();
    if (!hasWritten(std::move(error), session::interfaceOutput)) return false;
    finishOutput(index, session::interfaceOutput, sink, start);
    return true;
  }

  bool hasWritten(llvm::Error error, llvm::StringRef output) {
    if (!error) return true;
    context_.faults.report({}, diag::CannotEmit, output, llvm::toString(std::move(error)));
    return false;
  }

  void finishOutput(size_t index, llvm::StringRef output, const MemorySink& sink, double start) {
    printTiming(context_, {output.str(), now() - start, sink.bytes()});
    written_.push_back({index, output, sink.written()});
  }

  bool isWanted(llvm::StringRef output, bool byDefault, const session::Manifest& manifest) const {
    if (context_.options.emit) return llvm::is_contained(*context_.options.emit, output);
    return manifest.emit ? llvm::is_contained(*manifest.emit, output) : byDefault;
  }

  std::optional<emit::Since> sinceOf(size_t index) const {
    if (!old_ || !compared_[index].comparand) return {};
    const Compared& compared = compared_[index];
    return emit::Since{*compared.comparand, compared.before.get()};
  }

  emit::OptionsByEmitter optionsOf(const session::Manifest& manifest) const {
    emit::OptionsByEmitter options = manifest.emitOptions;
    if (!context_.sourceDate) return options;
    for (const emit::Emitter& row : emit::emitters()) {
      options[row.name.str()].values["source-date"] = *context_.sourceDate;
    }
    return options;
  }

  // ---- What a person likes to know

  void summarize(const OutputChanges& changes) const {
    llvm::StringSet<> changed;
    for (const std::string& file : changes.written) changed.insert(file);
    for (size_t i = 0; i < units_.size(); ++i) {
      const model::Framework& framework = results_[i].model->framework();
      context_.err << fmt::format("{} {} in {}\n", framework.key, framework.version,
                                  joinPath(directory_, units_[i].folder));
      for (const Written& it : written_) {
        if (it.unit == i) summarize(it, changed);
      }
      if (old_) summarizeSince(i);
    }
    if (!changes.removed.empty()) {
      context_.err << fmt::format("  removed {} that earlier builds wrote\n", countOf(changes.removed.size(), "file"));
    }
  }

  void summarizeSince(size_t index) const {
    const std::string& old = *context_.options.since;
    const auto& comparand = compared_[index].comparand;
    context_.err << (comparand ? fmt::format("  since    {} {}: {}\n", old, comparand->difference.before.version,
                                             countOf(diff::countLines(comparand->difference), "change"))
                               : fmt::format("  since    {} does not have this framework: nothing to compare\n", old));
  }

  void summarize(const Written& it, const llvm::StringSet<>& changes) const {
    const size_t changed = static_cast<size_t>(
        llvm::count_if(it.files, [&](const std::string& file) { return changes.contains(file); }));
    std::string news = "nothing changed";
    if (changed == it.files.size()) news = "written";
    else if (changed > 0) news = fmt::format("{} changed", changed);
    context_.err << fmt::format("  {:<8} {}, {}\n", it.output, countOf(it.files.size(), "file"), news);
    if (!context_.options.verbose) return;
    for (const std::string& file : it.files) context_.err << "    " << joinPath(directory_, file) << '\n';
  }


  /// A framework and what the older side has of it.
  struct Compared {
    std::optional<diff::Comparand> comparand;    ///< None where the older side does not have it.
    std::unique_ptr<model::Publication> before;  ///< Null where the older side is a document.
  };

  Context& context_;
  Loader loader_;
  Depfile depfile_;
  std::string directory_;
  std::vector<Unit> units_;
  std::vector<session::Result> results_;
  std::optional<Side> old_;
  std::vector<SideFramework> published_;  ///< By unit, where there is an older side.
  std::vector<std::unique_ptr<diff::Document>> rekeyed_;  ///< Of older frameworks with another id.
  std::vector<Compared> compared_;        ///< The same.
  OutputFiles files_;
  std::vector<Written> written_;
};

}  // namespace

ExitCode runBuild(Context& context) { return Build(context).run(); }

}  // namespace cadre::driver
