// The seam to the disk: everything that cadre reads or writes goes through a FileSystem, so that
// tests can let each step fail. Says what happened as std::error_code; decides nothing.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/ErrorOr.h>

#include <cstdint>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace cadre::driver {

enum class EntryKind : uint8_t { None, File, Directory, Link, Other };

/// What stands at a path. Absent is a kind, not an error.
struct Entry {
  EntryKind kind = EntryKind::None;
  uint64_t size = 0;    ///< Bytes, of a file.
  uint64_t device = 0;  ///< The file system it lies on.
};

/// Holds a directory against other processes until it is destroyed.
class DirectoryLock {
public:
  DirectoryLock() = default;
  explicit DirectoryLock(int descriptor) : descriptor_(descriptor) {}
  DirectoryLock(DirectoryLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  DirectoryLock& operator=(DirectoryLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~DirectoryLock();

private:
  int descriptor_ = -1;
};

class FileSystem {
public:
  virtual ~FileSystem() = default;

  /// How messages call what stands at `path`, which is as the user would write it.
  [[nodiscard]] virtual std::string nameOf(llvm::StringRef path) const { return path.str(); }

  // ---- Reading

  /// The entry itself; a link is a Link.
  virtual llvm::ErrorOr<Entry> inspect(const std::string& path) = 0;
  /// What a link leads to; a dangling one is None.
  virtual llvm::ErrorOr<Entry> inspectTarget(const std::string& path) = 0;
  virtual llvm::ErrorOr<std::string> read(const std::string& path) = 0;
  /// The names in a directory, sorted by bytes, without `.` and `..`.
  virtual llvm::ErrorOr<std::vector<std::string>> list(const std::string& path) = 0;
  /// The absolute path without links.
  virtual llvm::ErrorOr<std::string> resolve(const std::string& path) = 0;
  /// Whether names can be made and removed in the directory.
  virtual bool isWritable(const std::string& path) = 0;
  /// Whether the bytes of the file may be replaced.
  virtual bool isWritableFile(const std::string& path) = 0;

  // ---- Writing

  /// Makes a file that is not there yet. A failure leaves no file.
  virtual std::error_code create(const std::string& path, llvm::StringRef bytes) = 0;
  /// Gives `to` the permissions of `from` and, where this user may, its owner.
  virtual std::error_code copyPermissions(const std::string& from, const std::string& to) = 0;
  /// A second name for a file.
  virtual std::error_code link(const std::string& from, const std::string& to) = 0;
  /// Replaces `to` in one step.
  virtual std::error_code rename(const std::string& from, const std::string& to) = 0;
  virtual std::error_code remove(const std::string& path) = 0;
  virtual std::error_code makeDirectory(const std::string& path) = 0;
  virtual std::error_code removeDirectory(const std::string& path) = 0;
  /// Returns when the files' bytes are on the disk.
  virtual std::error_code syncFiles(llvm::ArrayRef<std::string> paths) = 0;
  /// Returns when the directory's names are on the disk.
  virtual std::error_code syncDirectory(const std::string& path) = 0;
  /// Fails with `resource_unavailable_try_again` while another process holds it.
  virtual llvm::ErrorOr<DirectoryLock> lock(const std::string& directory) = 0;
};

/// The disk.
class RealFileSystem final : public FileSystem {
public:
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
};

/// `directory/name`, without a leading `./`; the directory where the name is empty.
std::string joinPath(llvm::StringRef directory, llvm::StringRef name);
/// The directory that `path` lies in: `.` where it names none.
std::string parentPath(llvm::StringRef path);
/// What the system says of the error, in lower case: `no space left on device`.
std::string describe(std::error_code error);

}  // namespace cadre::driver
