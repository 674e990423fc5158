#include "emit/xlsx/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

namespace cadre::emit::xlsx {

MemoryFile::MemoryFile()
    : descriptor_(memfd_create("workbook", MFD_CLOEXEC)),
      path_("/proc/self/fd/" + std::to_string(descriptor_)) {}

MemoryFile::~MemoryFile() {
  if (isOpen()) close(descriptor_);
}

llvm::Expected<std::string> MemoryFile::read() const {
  const off_t size = lseek(descriptor_, 0, SEEK_END);
  if (size < 0) return llvm::errorCodeToError({errno, std::generic_category()});
  std::string out(static_cast<size_t>(size), '\0');
  for (size_t at = 0; at < out.size();) {
    const ssize_t count =
        pread(descriptor_, out.data() + at, out.size() - at, static_cast<off_t>(at));
    if (count <= 0) return llvm::errorCodeToError({errno, std::generic_category()});
    at += static_cast<size_t>(count);
  }
  return out;
}

}  // namespace cadre::emit::xlsx
