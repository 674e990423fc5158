// A disk that fails at chosen steps, for tests: once (as a full disk does), or from there on (as a
// power cut does: nothing that comes later happens).
#pragma once

#include "driver/file_system.h"

#include <functional>

namespace cadre::driver {

class FaultyFileSystem final : public FileSystem {
public:
  /// Fails the writing step `once`, counted from 0, and all from step `onward`.
  FaultyFileSystem(size_t once, size_t onward) : once_(once), onward_(onward) {}
  static constexpr size_t never = SIZE_MAX;

  [[nodiscard]] size_t steps() const { return steps_; }

  llvm::ErrorOr<Entry> inspect(const std::string& path) override { return real_.inspect(path); }
  llvm::ErrorOr<Entry> inspectTarget(const std::string& path) override { return real_.inspectTarget(path); }
  llvm::ErrorOr<std::string> read(const std::string& path) override { return real_.read(path); }
  llvm::ErrorOr<std::vector<std::string>> list(const std::string& path) override { return real_.list(path); }
  llvm::ErrorOr<std::string> resolve(const std::string& path) override { return real_.resolve(path); }
  bool isWritable(const std::string& path) override { return real_.isWritable(path); }
  bool isWritableFile(const std::string& path) override { return real_.isWritableFile(path); }
  llvm::ErrorOr<DirectoryLock> lock(const std::string& path) override { return real_.lock(path); }

  std::error_code create(const std::string& path, llvm::StringRef bytes) override {
    // A cut in the middle of writing leaves a part of the file.
    if (steps_ == onward_) (void)real_.create(path, bytes.take_front(bytes.size() / 2));
    return step([&] { return real_.create(path, bytes); });
  }
  std::error_code copyPermissions(const std::string& from, const std::string& to) override {
    return step([&] { return real_.copyPermissions(from, to); });
  }
  std::error_code link(const std::string& from, const std::string& to) override {
    return step([&] { return real_.link(from, to); });
  }
  std::error_code rename(const std::string& from, const std::string& to) override {
    return step([&] { return real_.rename(from, to); });
  }
  std::error_code remove(const std::string& path) override {
    return step([&] { return real_.remove(path); });
  }
  std::error_code makeDirectory(const std::string& path) override {
    return step([&] { return real_.makeDirectory(path); });
  }
  std::error_code removeDirectory(const std::string& path) override {
    return step([&] { return real_.removeDirectory(path); });
  }
  std::error_code syncFiles(llvm::ArrayRef<std::string>) override {
    return step([] { return std::error_code(); });
  }
  std::error_code syncDirectory(const std::string&) override {
    return step([] { return std::error_code(); });
  }

private:
  std::error_code step(const std::function<std::error_code()>& act) {
    const size_t now = steps_++;
    if (now == once_ || now >= onward_) return std::make_error_code(std::errc::no_space_on_device);
    return act();
  }

  RealFileSystem real_;
  size_t once_;
  size_t onward_;
  size_t steps_ = 0;
};

}  // namespace cadre::driver
