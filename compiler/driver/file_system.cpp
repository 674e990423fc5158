#include "driver/file_system.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>

namespace cadre::driver {

namespace {

/// More files than this are brought to the disk by one call for the whole file system.
constexpr size_t filesSyncedOneByOne = 32;

std::error_code lastError() { return {errno, std::generic_category()}; }

std::error_code check(int result) { return result == 0 ? std::error_code() : lastError(); }

/// A file descriptor that closes itself.
class Descriptor {
public:
  Descriptor(const std::string& path, int flags, mode_t mode = 0)
      : value_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int get() const { return value_; }
  [[nodiscard]] bool isOpen() const { return value_ >= 0; }
  [[nodiscard]] int release() { return std::exchange(value_, -1); }
  std::error_code close() { return check(::close(std::exchange(value_, -1))); }

private:
  int value_;
};

llvm::ErrorOr<Entry> entryOf(const struct stat& status, int result) {
  if (result != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return Entry();
    return lastError();
  }
  Entry entry;
  entry.size = static_cast<uint64_t>(status.st_size);
  entry.device = status.st_dev;
  if (S_ISREG(status.st_mode)) {
    entry.kind = EntryKind::File;
  } else if (S_ISDIR(status.st_mode)) {
    entry.kind = EntryKind::Directory;
  } else {
    entry.kind = S_ISLNK(status.st_mode) ? EntryKind::Link : EntryKind::Other;
  }
  return entry;
}

std::error_code writeAll(int descriptor, llvm::StringRef bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), std::min<size_t>(bytes.size(), 1 << 30));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return lastError();
    bytes = bytes.drop_front(static_cast<size_t>(written));
  }
  return {};
}

std::error_code sync(int descriptor) {
  // EINVAL: this kind of file has nothing to bring to a disk.
  if (::fsync(descriptor) == 0 || errno == EINVAL) return {};
  return lastError();
}

/// A lock on a directory that was removed and made anew in between protects nothing.
bool isStillAt(int descriptor, const std::string& path) {
  struct stat held = {};
  struct stat there = {};
  return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &there) == 0 &&
         held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

}  // namespace

DirectoryLock::~DirectoryLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

llvm::ErrorOr<Entry> RealFileSystem::inspect(const std::string& path) {
  struct stat status = {};
  const int result = ::lstat(path.c_str(), &status);
  return entryOf(status, result);
}

llvm::ErrorOr<Entry> RealFileSystem::inspectTarget(const std::string& path) {
  struct stat status = {};
  const int result = ::stat(path.c_str(), &status);
  return entryOf(status, result);
}

llvm::ErrorOr<std::string> RealFileSystem::read(const std::string& path) {
  // O_NONBLOCK: a pipe that took the file's place must not hang us.
  const Descriptor file(path, O_RDONLY | O_NONBLOCK);
  if (!file.isOpen()) return lastError();
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) return lastError();
  std::string bytes(static_cast<size_t>(status.st_size), '\0');
  size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(bytes.size() + 1);
    const ssize_t count = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return lastError();
    if (count == 0) break;
    filled += static_cast<size_t>(count);
    if (filled == bytes.size()) bytes.resize(bytes.size() + bytes.size() / 2);
  }
  bytes.resize(filled);
  return bytes;
}

llvm::ErrorOr<std::vector<std::string>> RealFileSystem::list(const std::string& path) {
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(path.c_str()), ::closedir);
  if (!directory) return lastError();
  std::vector<std::string> names;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(directory.get());
    if (!entry) break;
    const llvm::StringRef name(entry->d_name);
    if (name != "." && name != "..") names.push_back(name.str());
  }
  if (errno != 0) return lastError();
  llvm::sort(names);
  return names;
}

llvm::ErrorOr<std::string> RealFileSystem::resolve(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  if (!real) return lastError();
  return std::string(real.get());
}

bool RealFileSystem::isWritable(const std::string& path) {
  return ::faccessat(AT_FDCWD, path.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

bool RealFileSystem::isWritableFile(const std::string& path) {
  return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

std::error_code RealFileSystem::create(const std::string& path, llvm::StringRef bytes) {
  Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (!file.isOpen()) return lastError();
  std::error_code error = writeAll(file.get(), bytes);
  if (const std::error_code closing = file.close(); !error) error = closing;
  if (error) ::unlink(path.c_str());
  return error;
}

std::error_code RealFileSystem::copyPermissions(const std::string& from, const std::string& to) {
  struct stat old = {};
  struct stat made = {};
  if (::stat(from.c_str(), &old) != 0 || ::stat(to.c_str(), &made) != 0) return lastError();
  if (old.st_uid != made.st_uid || old.st_gid != made.st_gid) {
    // Another's file becomes ours where the system does not let us give it back.
    const int ignored = ::chown(to.c_str(), old.st_uid, old.st_gid);
    static_cast<void>(ignored);
  }
  return check(::chmod(to.c_str(), old.st_mode & 07777));
}

std::error_code RealFileSystem::link(const std::string& from, const std::string& to) {
  return check(::link(from.c_str(), to.c_str()));
}

std::error_code RealFileSystem::rename(const std::string& from, const std::string& to) {
  return check(::rename(from.c_str(), to.c_str()));
}

std::error_code RealFileSystem::remove(const std::string& path) { return check(::unlink(path.c_str())); }

std::error_code RealFileSystem::makeDirectory(const std::string& path) {
  return check(::mkdir(path.c_str(), 0777));
}

std::error_code RealFileSystem::removeDirectory(const std::string& path) {
  return check(::rmdir(path.c_str()));
}

std::error_code RealFileSystem::syncFiles(llvm::ArrayRef<std::string> paths) {
  if (paths.size() > filesSyncedOneByOne) {
    const Descriptor any(paths.front(), O_RDONLY);
    return any.isOpen() ? check(::syncfs(any.get())) : lastError();
  }
  for (const std::string& path : paths) {
    const Descriptor file(path, O_RDONLY);
    if (!file.isOpen()) return lastError();
    if (const std::error_code error = sync(file.get())) return error;
  }
  return {};
}

std::error_code RealFileSystem::syncDirectory(const std::string& path) {
  const Descriptor directory(path, O_RDONLY | O_DIRECTORY);
  return directory.isOpen() ? sync(directory.get()) : lastError();
}

llvm::ErrorOr<DirectoryLock> RealFileSystem::lock(const std::string& directory) {
  while (true) {
    Descriptor held(directory, O_RDONLY | O_DIRECTORY);
    if (!held.isOpen()) return lastError();
    if (::flock(held.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno == EWOULDBLOCK) return std::make_error_code(std::errc::resource_unavailable_try_again);
      // A file system without locks: better to build than not to.
      return DirectoryLock();
    }
    if (isStillAt(held.get(), directory)) return DirectoryLock(held.release());
  }
}

std::string joinPath(llvm::StringRef directory, llvm::StringRef name) {
  if (directory.empty() || directory == ".") return name.empty() ? directory.str() : name.str();
  if (name.empty()) return directory.str();
  return (directory + (directory.ends_with("/") ? "" : "/") + name).str();
}

std::string parentPath(llvm::StringRef path) {
  const llvm::StringRef parent = llvm::sys::path::parent_path(path);
  return parent.empty() ? "." : parent.str();
}

std::string describe(std::error_code error) {
  std::string text = error.message();
  if (!text.empty()) text[0] = llvm::toLower(text[0]);
  return text;
}

}  // namespace cadre::driver
