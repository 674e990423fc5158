#include "diag/kinds/session.h"
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
    results_ = checkUnits(context_, loader_, units_, Linting::On);
    if (!context_.isClean()) return {};
    for (size_t i = 0; i < units_.size(); ++i) {
      if (!emitUnit(i)) return {};
    }
    const double start = now();
    size_t bytes = 0;
    for (const auto& file : files_) bytes += file.second.size();
    const std::string record = joinPath(directory_, OutputDirectory::buildRecord);
    if (!depfile_.stage(record, loader_.read(), &output, &files_)) return {};
    auto changes = publish(context_, output, files_);
    if (changes && !depfile_.commit()) return {};
    printTiming(context_, {"write", now() - start, bytes});
    return changes;
  }

  bool emitUnit(size_t index) {
    const session::Manifest& manifest = loader_.package(units_[index].package).manifest;
    const model::Publication publication(*results_[index].model, {.drafts = context_.options.drafts});
    for (const emit::Emitter& row : emit::emitters()) {
      if (!isWanted(row.name, row.byDefault, manifest)) continue;
      MemorySink sink(files_, units_[index].folder);
      const double start = now();
      if (!hasWritten(emit::run({row.name.str()}, publication, sink, optionsOf(manifest)), row.name)) return false;
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
    }
    if (!changes.removed.empty()) {
      context_.err << fmt::format("  removed {} that earlier builds wrote\n", countOf(changes.removed.size(), "file"));
    }
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


  Context& context_;
  Loader loader_;
  Depfile depfile_;
  std::string directory_;
  std::vector<Unit> units_;
  std::vector<session::Result> results_;
  OutputFiles files_;
  std::vector<Written> written_;
};

}  // namespace

ExitCode runBuild(Context& context) { return Build(context).run(); }

}  // namespace cadre::driver
