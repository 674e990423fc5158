// From paths to packages: takes what the user named, reads manifests and sources into the
// SourceManager, gives inputs for the pipeline. Reports what cannot be read, and goes on; judges no
// source text.
#pragma once

#include "diag/diagnostics.h"
#include "driver/file_system.h"
#include "session/interface.h"
#include "session/manifest.h"
#include "session/session.h"
#include "source/source_manager.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cadre::driver {

/// A package, a workspace, a file that stands alone, or the interface of a package.
struct Package {
  std::string directory;  ///< As the user would write it, in the files it is read from; of a lone file: where it lies.
  std::string real;       ///< Absolute, without links; of a lone file or an interface: the file.
  bool isLoneFile = false;
  std::optional<session::Interface> interface;  ///< Where it is read instead of the package.
  bool hasManifest = false;
  session::Manifest manifest;
  /// How to lint it: what its manifest says, else that of its workspace.
  session::LintInput lint;
  /// What it says of changes, or its workspace does.
  std::optional<diff::Settings> diff;
  std::optional<FileId> baselineFile;  ///< Where there is one.
  /// Where its baseline is, or would be: absolute, and as messages name it.
  std::string baselineReal;
  std::string baselineShown;
  bool isLoaded = false;
  std::vector<FileId> sources;       ///< By path.
  std::vector<session::LockFile> locks;
  /// Of each line of the manifest, or of each package that the interface uses; npos where it failed.
  std::vector<size_t> dependencies;
};

/// One package to compile.
struct Unit {
  size_t package = 0;
  std::string folder;  ///< In a workspace: the member's, below the output directory.
};

class Loader {
public:
  static constexpr size_t npos = SIZE_MAX;

  Loader(FileSystem& files, SourceManager& sources, Diagnostics& diagnostics)
      : files_(files), sources_(sources), diagnostics_(diagnostics) {}

  /// Nothing below this directory, if there is one, is a source.
  void exclude(const std::string& directory);

  /// Packages that others depend on are neither sought nor read.
  void ignoreDependencies() { readsDependencies_ = false; }

  /// Reads interfaces, by the paths of their files: they stand for the packages that others depend
  /// on, wherever a manifest has the path of those.
  void useInterfaces(const std::vector<std::string>& paths);

  /// Reads them only if one of those manifests has a path that leads nowhere: then as above, all of them.
  void useInterfacesWhereAbsent(std::vector<std::string> paths) { spareInterfaces_ = std::move(paths); }

  /// The package that `path` names or lies in, its manifest read; npos when there is none (reported).
  size_t open(const std::string& path);

  /// What to compile for that package: itself, or the members of its workspace; with sources and
  /// dependencies read.
  std::vector<Unit> load(size_t package);

  [[nodiscard]] const Package& package(size_t index) const { return packages_[index]; }

  /// The pipeline's input; `order` receives the package of each element.
  [[nodiscard]] session::Input input(const Unit& unit, std::vector<size_t>& order) const;

  /// Checks names and versions that the manifests of those packages ask for against the frameworks
  /// that were found. `files` are those of the pipeline's result.
  void checkDependencies(const std::vector<size_t>& order,
                         const std::vector<std::unique_ptr<syntax::File>>& files);

  /// What was read, as the user would write it: files, and directories whose names were.
  [[nodiscard]] const std::vector<std::string>& read() const { return read_; }

  /// The path on the disk of a file that was read, absolute; a link may stand there.
  [[nodiscard]] const std::string& realPath(FileId file) const { return realPaths_.at(file); }

  /// Where a build without `-o` writes: what the manifest says, or `dist`; beside the manifest where
  /// the current directory lies in the package, else in the current directory.
  [[nodiscard]] std::string defaultOutput(size_t package) const;

private:
  size_t openDirectory(const std::string& real, const std::string& shown);
  size_t openLoneFile(const std::string& named, const std::string& real);
  size_t find(const std::string& real) const;
  size_t findPackageAbove(const std::string& real, const std::string& named);
  [[nodiscard]] std::string displayAbove(const std::string& real, const std::string& named) const;
  bool isHiddenFrom(llvm::StringRef root, llvm::StringRef real);
  void readManifest(Package& package);
  void loadPackage(size_t index);
  size_t findWorkspaceAbove(size_t index);
  static void inherit(Package& package, const session::Manifest& workspace);
  void prepareLint(size_t index);
  void readNearest(const std::string& shown);
  [[nodiscard]] std::string pathOf(size_t index, const session::Dependency& dependency) const;
  void loadDependencies(size_t index);
  [[nodiscard]] bool areDependenciesThere(const std::vector<Unit>& units);
  bool readInterface(const std::string& path);
  void linkInterface(size_t index);
  void refuseOwnInterface(const std::vector<size_t>& order,
                          const std::map<size_t, const syntax::Framework*>& frameworks);
  [[nodiscard]] Span topOf(size_t index) const;
  void discover(const Package& package, const std::string& below, std::vector<std::string>& found);
  void discoverEntry(const Package& package, const std::string& path, std::vector<std::string>& found);
  void readLocks(Package& package, const std::string& real);
  bool isExcluded(const std::string& real);
  bool isSource(const std::string& shown, const Entry& entry);
  std::optional<FileId> readSource(const std::string& real, const std::string& shown);
  [[nodiscard]] std::string display(llvm::StringRef real) const;
  EntryKind kindOf(const std::string& path);
  void cannotRead(const std::string& path, std::error_code error);
  void notFound(Span span, const std::string& path, std::error_code error);

  FileSystem& files_;
  SourceManager& sources_;
  Diagnostics& diagnostics_;
  std::vector<Package> packages_;
  std::vector<std::string> excluded_;
  bool readsDependencies_ = true;
  std::set<Span> checkedDependencies_;  ///< The lines of manifests that were checked.
  std::map<FileId, std::string> realPaths_;
  std::vector<std::string> read_;
  std::map<std::string, size_t> interfaces_;  ///< By framework id.
  std::vector<std::string> spareInterfaces_;
};

}  // namespace cadre::driver
