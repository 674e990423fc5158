#include "diag/kinds/session.h"
#include "driver/fault.h"
#include "driver/publish.h"
#include "driver/verbs.h"
#include "import/import.h"
#include "session/format.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Path.h>

#include <deque>

namespace cadre::driver {

namespace {

constexpr uint64_t tooLarge = uint64_t{1} << 31;

class Import {
public:
  explicit Import(Context& context) : context_(context) {}

  ExitCode run() {
    const bool done = runQuietly();
    const ExitCode code = context_.finish();
    if (!fault_.empty()) return static_cast<ExitCode>(reportFault(fault_));
    if (done && context_.isTalking()) {
      for (const std::string& line : summary_) context_.err << line << '\n';
      context_.err << "wrote " << *context_.options.output << '\n';
    }
    return code;
  }

private:
  bool runQuietly() {
    const import::Importer* importer = findImporter();
    checkCall(importer);
    if (context_.faults.hasErrors()) return false;
    if (!context_.options.output) return propose(*importer);
    OutputDirectory output(context_.files, *context_.options.output, OutputMode::Import);
    if (!output.open(context_.faults)) return false;
    const import::Result result = import(*importer);
    if (!context_.isClean()) return false;
    summary_ = result.summary.lines();
    const OutputFiles files = format(result.files);
    return fault_.empty() && publish(context_, output, files).has_value();
  }

  /// Prints what a switch asks for instead of a package.
  bool propose(const import::Importer& importer) {
    const import::Result result = import(importer);
    if (context_.isClean()) context_.out << result.proposal;
    return false;
  }

  import::Result import(const import::Importer& importer) {
    import::Input input;
    input.sources = &context_.sources;
    input.makesPackage = context_.options.output.has_value();
    readOptions(importer, input);
    for (const std::string& path : llvm::drop_begin(context_.options.operands)) read(importer, path, input);
    if (context_.faults.hasErrors()) return {};
    Diagnostics found;
    import::Result result = import::run(importer, std::move(input), found);
    sort(found);
    return result;
  }

  /// Gives the sources their one form.
  OutputFiles format(const std::vector<import::PackageFile>& printed) {
    SourceManager sources;
    std::vector<FileId> ids;
    OutputFiles files;
    for (const import::PackageFile& file : printed) {
      if (llvm::StringRef(file.path).ends_with(".cadre")) {
        ids.push_back(sources.add(file.path, file.bytes));
      } else {
        files[file.path] = file.bytes;
      }
    }
    std::vector<session::Formatted> results = session::format(sources, ids, context_.jobs());
    for (size_t i = 0; i < ids.size(); ++i) {
      if (results[i].text) {
        files[sources.path(ids[i]).str()] = std::move(*results[i].text);
      } else {
        fault_ = fmt::format("what was imported does not parse in `{}`{}", sources.path(ids[i]), results[i].fault);
      }
    }
    return files;
  }

  const import::Importer* findImporter() {
    const std::string& name = context_.options.operands.front();
    if (const import::Importer* importer = import::findImporter(name)) return importer;
    std::vector<llvm::StringRef> names;
    for (const import::Importer& row : import::importers()) names.push_back(row.name);
    reportUsage(context_.faults, fmt::format("there is no format `{}`", name), suggest(name, names),
                {"`cadre help import` lists the formats"});
    return nullptr;
  }

  void checkCall(const import::Importer* importer) {
    if (!context_.options.output && !(importer && asksForProposal(*importer))) {
      reportUsage(context_.faults, "`cadre import` needs a directory to write to: `-o DIR`");
    }
    if (importer) checkOptions(*importer);
  }

  bool asksForProposal(const import::Importer& importer) const {
    return llvm::any_of(importer.options, [&](const import::OptionInfo& option) {
      return option.form == import::OptionForm::Switch && context_.options.importOptions.contains(option.name.str());
    });
  }

  void checkOptions(const import::Importer& importer) {
    std::vector<std::string> known;
    for (const import::OptionInfo& option : importer.options) known.push_back("--" + option.name.str());
    for (const OptionRow& row : optionRows()) {
      if (row.belongsTo(rowOf(Verb::Import).name)) known.push_back("--" + row.longName.str());
    }
    for (const auto& [name, value] : context_.options.importOptions) {
      const std::string written = "--" + name;
      if (llvm::is_contained(known, written)) continue;
      reportUsage(context_.faults, fmt::format("there is no option `{}` of `cadre import {}`", written, importer.name),
                  suggest(written, std::vector<llvm::StringRef>(known.begin(), known.end())),
                  {"`cadre help import` lists the options"});
    }
  }

  // ---- Reading

  /// The options as they are, and the bytes of the files that they name.
  void readOptions(const import::Importer& importer, import::Input& input) {
    for (const auto& [name, value] : context_.options.importOptions) {
      const auto* info = llvm::find_if(importer.options, [&](const auto& option) { return option.name == name; });
      if (info == importer.options.end() || info->form != import::OptionForm::File) {
        input.options[name] = value;
        continue;
      }
      optionPaths_.push_back(value);
      if (isReadable(value)) readRaw(value, [&](import::RawFile file) { input.optionFiles[name] = std::move(file); });
    }
  }

  /// Whether there is a regular file of a size that fits (otherwise reported).
  bool isReadable(const std::string& path) {
    const auto entry = context_.files.inspectTarget(path);
    if (!entry) cannotRead(path, entry.getError());
    else if (entry->kind == EntryKind::None) context_.faults.report({}, diag::NotFound, path);
    else if (entry->kind != EntryKind::File) context_.faults.report({}, diag::NotRegularFile, path);
    else if (entry->size >= tooLarge) context_.faults.report({}, diag::FileTooLarge, path);
    else return true;
    return false;
  }

  template <class Take>
  void readRaw(const std::string& path, Take take) {
    auto bytes = context_.files.read(path);
    if (!bytes) return cannotRead(path, bytes.getError());
    take(import::RawFile{path, raw_.emplace_back(std::move(*bytes))});
  }

  void read(const import::Importer& importer, const std::string& path, import::Input& input) {
    const auto entry = context_.files.inspectTarget(path);
    if (entry && entry->kind == EntryKind::Directory && !importer.files.empty()) {
      readDirectory(importer, path, input);
    } else if (isReadable(path)) {
      readFile(importer, path, input);
    }
  }

  void readDirectory(const import::Importer& importer, const std::string& path, import::Input& input) {
    const auto names = context_.files.list(path);
    if (!names) return cannotRead(path, names.getError());
    for (const std::string& name : *names) {
      if (llvm::is_contained(importer.files, name)) read(importer, joinPath(path, name), input);
    }
  }

  void readFile(const import::Importer& importer, const std::string& path, import::Input& input) {
    if (importer.isRaw) return readRaw(path, [&](import::RawFile file) { input.raw.push_back(std::move(file)); });
    auto bytes = context_.files.read(path);
    if (!bytes) return cannotRead(path, bytes.getError());
    const FileId file = context_.sources.add(path, std::move(*bytes));
    input.files.push_back({llvm::sys::path::filename(path).str(), context_.sources.text(file), file});
  }

  void cannotRead(const std::string& path, std::error_code error) {
    context_.faults.report({}, diag::CannotRead, path, describe(error));
  }

  /// What stands at a place of a foreign file is a finding; a missing file or a wrong option is not,
  /// nor what stands in a file that an option names.
  void sort(const Diagnostics& found) {
    for (const Diagnostic& it : found.all()) {
      const bool isForeign =
          it.span.isValid() && !llvm::is_contained(optionPaths_, context_.sources.path(it.span.file));
      Diagnostics& into = isForeign ? context_.findings : context_.faults;
      into.add(it);
    }
  }

  Context& context_;
  std::deque<std::string> raw_;           ///< What was read, for importers that decode it.
  std::vector<std::string> optionPaths_;  ///< Files that options name.
  std::vector<std::string> summary_;
  std::string fault_;
};

}  // namespace

ExitCode runImport(Context& context) { return Import(context).run(); }

}  // namespace cadre::driver
