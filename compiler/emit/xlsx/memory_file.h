// A file that has a name and is nowhere on a disk: for libxlsxwriter, which writes to names alone.
// Takes what is written to its path, gives the bytes.
#pragma once

#include <llvm/Support/Error.h>

#include <string>

namespace cadre::emit::xlsx {

class MemoryFile {
public:
  MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();

  [[nodiscard]] bool isOpen() const { return descriptor_ >= 0; }
  /// A path that this process can open.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] llvm::Expected<std::string> read() const;

private:
  int descriptor_;
  std::string path_;
};

}  // namespace cadre::emit::xlsx
