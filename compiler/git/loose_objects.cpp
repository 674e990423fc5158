#include "git/loose_objects.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace cadre::git {

namespace {

namespace path = llvm::sys::path;
using llvm::StringRef;

/// As deep as git follows alternates.
constexpr unsigned deepest = 5;
constexpr size_t hashDigits = 40;

std::string join(StringRef directory, StringRef name) {
  if (path::is_absolute(name)) return name.str();
  return (directory + "/" + name).str();
}

/// True where the bytes end before what they hold does. Bytes that are damaged otherwise are none
/// of ours.
bool isCutOff(StringRef bytes) {
  z_stream stream = {};
  if (inflateInit(&stream) != Z_OK) return false;
  std::array<Bytef, 1 << 14> out;
  int code = Z_OK;
  while (code == Z_OK) {
    if (stream.avail_in == 0) {
      const size_t next = std::min<size_t>(bytes.size(), std::numeric_limits<uInt>::max());
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
      stream.avail_in = static_cast<uInt>(next);
      bytes = bytes.drop_front(next);
    }
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    code = inflate(&stream, Z_NO_FLUSH);
  }
  inflateEnd(&stream);
  return code == Z_BUF_ERROR;
}

bool isFileCutOff(const std::string& file) {
  const auto bytes = llvm::MemoryBuffer::getFile(file, false, false);
  return bytes && isCutOff((*bytes)->getBuffer());
}

}  // namespace

void LooseObjects::add(const std::string& directory, unsigned depth) {
  if (depth > deepest || llvm::is_contained(directories_, directory)) return;
  directories_.push_back(directory);
  const auto file = llvm::MemoryBuffer::getFile(directory + "/info/alternates", true);
  if (!file) return;
  llvm::SmallVector<StringRef, 4> lines;
  (*file)->getBuffer().split(lines, '\n', -1, false);
  for (const StringRef line : lines) {
    if (!line.starts_with("#")) add(join(directory, line), depth + 1);
  }
}

bool LooseObjects::isAnyCutOff(StringRef digits) const {
  const StringRef folder = digits.take_front(2);
  const StringRef rest = digits.drop_front(folder.size());
  for (const std::string& directory : directories_) {
    const std::string below = join(directory, folder);
    if (digits.size() == hashDigits) {
      if (isFileCutOff(join(below, rest))) return true;
      continue;
    }
    std::error_code error;
    for (llvm::sys::fs::directory_iterator it(below, error), end; !error && it != end;
         it.increment(error)) {
      if (path::filename(it->path()).starts_with(rest) && isFileCutOff(it->path())) return true;
    }
  }
  return false;
}

}  // namespace cadre::git
