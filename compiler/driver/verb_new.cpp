#include "driver/ci_files.h"
#include "driver/publish.h"
#include "driver/verbs.h"

#include "diag/kinds/session.h"
#include "new_package_files.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

using llvm::StringRef;

namespace {

constexpr StringRef repositoryFolder = ".git";
constexpr StringRef manifestName = "cadre.toml";

/// What one call of `cadre new` makes of a directory.
class NewPackage {
public:
  explicit NewPackage(Context& context)
      : context_(context), directory_(context.options.operands.front()), ci_(context.options.ci) {}

  ExitCode run() {
    look();
    if (!isPlaced()) return context_.finish();
    if (wantsPackage_) addPackage();
    if (ci_ && !addPipeline()) return context_.finish();
    OutputDirectory output(context_.files, directory_,
                           isAdded_ ? OutputMode::Add : OutputMode::New);
    if (!output.open(context_.faults)) return context_.finish();
    const auto changes = publish(context_, output, files_);
    const ExitCode code = context_.finish();
    if (changes && context_.isTalking()) tell(*changes);
    return code;
  }

private:
  /// A pipeline is added to what is there already; a package wants a directory for itself.
  void look() {
    const auto names = ci_ ? context_.files.list(directory_) : std::error_code();
    if (!names) return;
    isAdded_ =
        llvm::is_contained(*names, repositoryFolder) || llvm::is_contained(*names, manifestName);
    wantsPackage_ =
        !isAdded_ || llvm::all_of(*names, [](StringRef name) { return name == repositoryFolder; });
  }

  /// False where no service would find a pipeline: below the root of a repository (reported).
  bool isPlaced() {
    const std::string root = ci_ ? repositoryAbove() : std::string();
    if (root.empty()) return true;
    reportUsage(
        context_.faults,
        fmt::format("`{}` lies in the repository `{}`, and a pipeline is read at the root alone",
                    directory_, root),
        {},
        {fmt::format(
            "`cadre new {} --ci {}` adds it there; then name the package in it, as its `path`",
            root, *ci_)});
    return false;
  }

  /// The root of the repository that the directory lies below; empty where there is none, or it is
  /// the root.
  std::string repositoryAbove() {
    if (isHere(joinPath(directory_, repositoryFolder))) return {};
    std::string at = directory_;
    auto real = context_.files.resolve(at);
    while (!real && parentPath(at) != at) {
      at = parentPath(at);
      real = context_.files.resolve(at);
    }
    if (!real) return {};
    for (at = *real;; at = parentPath(at)) {
      if (isHere(joinPath(at, repositoryFolder))) return at;
      if (parentPath(at) == at) return {};
    }
  }

  bool isHere(const std::string& path) {
    const auto entry = context_.files.inspectTarget(path);
    return entry && entry->kind != EntryKind::None;
  }

  void addPackage() {
    for (const StringRef name : embedded::new_package::names()) {
      // A file of that name in our own tree would be obeyed there.
      const std::string path = name == "gitignore" ? ".gitignore" : name.str();
      files_[path] = embedded::new_package::find(name).str();
    }
  }

  /// False where a file of the pipeline is there and says something else (reported): it is its
  /// owner's.
  bool addPipeline() {
    for (auto& [path, bytes] : ciFiles(*ci_)) {
      const std::string place = joinPath(directory_, path);
      const auto present = context_.files.read(place);
      if (!present || *present == bytes) {
        files_[path] = bytes;
      } else if (path == ciEntry(*ci_)) {
        leavesEntry_ = true;
      } else {
        context_.faults.report({}, diag::InTheWay, place).help(diag::MoveAwayForNew);
      }
    }
    return !context_.faults.hasErrors();
  }

  void tell(const OutputChanges& changes) {
    for (const std::string& path : changes.written)
      context_.err << "wrote " << joinPath(directory_, path) << '\n';
    if (changes.empty()) context_.err << "nothing to write: everything is there\n";
    if (wantsPackage_) context_.err << "next: cadre build " << directory_ << '\n';
    if (leavesEntry_) {
      const auto included = llvm::find_if(
          files_, [](const auto& it) { return StringRef(it.first).contains("gitlab-ci"); });
      context_.err << "next: in " << joinPath(directory_, ciEntry(*ci_))
                   << ", which is left as it is, include it:\n"
                   << "  include:\n    - local: " << included->first << '\n';
    }
  }

  Context& context_;
  const std::string& directory_;
  const std::optional<std::string>& ci_;
  OutputFiles files_;
  bool wantsPackage_ = true;
  bool isAdded_ = false;
  bool leavesEntry_ =
      false;  ///< The service reads a file that is there already, and says nothing of the pipeline.
};

}  // namespace

ExitCode runNew(Context& context) { return NewPackage(context).run(); }

}  // namespace cadre::driver
