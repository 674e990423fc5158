// A directory of its own for a test, removed with all in it at the end.
#pragma once

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace cadre::driver {

class TemporaryDirectory {
public:
  TemporaryDirectory() {
    llvm::SmallString<128> path;
    (void)llvm::sys::fs::createUniqueDirectory("cadre-test", path);
    path_ = std::filesystem::canonical(path.str().str());
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string path() const { return path_.string(); }

  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(path_ / name, std::ios::binary).rdbuf();
    return out.str();
  }

  /// All below, by relative path: the bytes of a file, `/` for a directory, `-> …` for a link.
  [[nodiscard]] std::map<std::string, std::string> tree(const std::string& below = ".") const {
    std::map<std::string, std::string> out;
    if (!std::filesystem::exists(path_ / below)) return out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path_ / below)) {
      const std::string name = std::filesystem::relative(entry.path(), path_ / below).string();
      if (entry.is_symlink()) {
        out[name] = "-> " + std::filesystem::read_symlink(entry.path()).string();
      } else {
        out[name] = entry.is_directory() ? "/" : read((std::filesystem::path(below) / name).string());
      }
    }
    return out;
  }

private:
  std::filesystem::path path_;
};

}  // namespace cadre::driver
