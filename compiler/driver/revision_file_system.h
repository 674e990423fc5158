// The files of one commit, as a FileSystem: takes a repository and a commit, gives what it holds,
// so that packages are read from it as they are from the disk. Bytes come as git stores them.
// Nothing can be written, and nothing outside of the commit is seen. Not for several threads at
// once.
#pragma once

#include "driver/file_system.h"
#include "git/repository.h"

#include <map>
#include <memory>
#include <string>

namespace cadre::driver {

/// Why a path names nothing that a commit could hold.
enum class RevisionError {
  Outside = 1,  ///< It leads out of the repository.
  InSubmodule,  ///< It is a submodule or leads into one.
};
std::error_code make_error_code(RevisionError error);

/// The current directory is the root of the repository. Absolute paths are those that `resolve`
/// gives; any other one is outside.
class RevisionFileSystem final : public FileSystem {
public:
  /// `name` is what messages call the commit: `git:HEAD~3`.
  RevisionFileSystem(std::unique_ptr<git::Repository> repository, const git::Commit& commit,
                     std::string name);

  [[nodiscard]] std::string nameOf(llvm::StringRef path) const override;

  llvm::ErrorOr<Entry> inspect(const std::string& path) override;
  llvm::ErrorOr<Entry> inspectTarget(const std::string& path) override;
  llvm::ErrorOr<std::string> read(const std::string& path) override;
  llvm::ErrorOr<std::vector<std::string>> list(const std::string& path) override;
  llvm::ErrorOr<std::string> resolve(const std::string& path) override;
  bool isWritable(const std::string& path) override;
  bool isWritableFile(const std::string& path) override;
  std::error_code create(const std::string& path, llvm::StringRef bytes) override;
  std::error_code copyPermissions(const std::string& from, const std::string& to) override;
  std::error_code link(const std::string& from, const std::string& to) override;
  std::error_code rename(const std::string& from, const std::string& to) override;
  std::error_code remove(const std::string& path) override;
  std::error_code makeDirectory(const std::string& path) override;
  std::error_code removeDirectory(const std::string& path) override;
  std::error_code syncFiles(llvm::ArrayRef<std::string> paths) override;
  std::error_code syncDirectory(const std::string& path) override;
  llvm::ErrorOr<DirectoryLock> lock(const std::string& directory) override;

private:
  using Directory = std::map<std::string, git::TreeEntry, std::less<>>;
  enum class LastLink : bool { Keep, Follow };
  struct Place;
  class Walk;

  llvm::ErrorOr<Place> find(llvm::StringRef path, LastLink lastLink);
  llvm::ErrorOr<Entry> entryAt(llvm::StringRef path, LastLink lastLink);
  llvm::ErrorOr<const Directory*> directoryOf(const git::ObjectId& tree);

  std::unique_ptr<git::Repository> repository_;
  git::ObjectId tree_;
  std::string name_;
  std::string root_;  ///< The absolute path of the root: of no disk.
  std::map<git::ObjectId, Directory> directories_;
};

}  // namespace cadre::driver

template <>
struct std::is_error_code_enum<cadre::driver::RevisionError> : std::true_type {};
