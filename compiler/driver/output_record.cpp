#include "driver/output_record.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/xxhash.h>

#include <fmt/format.h>

namespace cadre::driver {

namespace {

constexpr llvm::StringRef header =
    "cadre output 1\n"
    "# What cadre wrote into this directory. The next build reads it, to know which files are its own.\n";

}  // namespace

std::string OutputRecord::write() const {
  std::string out = header.str();
  for (const std::string& directory : directories) out += "directory " + directory + "\n";
  for (const auto& [path, hash] : files) out += fmt::format("file {} {}\n", hash, path);
  return out;
}

std::optional<OutputRecord> OutputRecord::parse(llvm::StringRef text) {
  if (!text.consume_front(header) || (!text.empty() && !text.ends_with("\n"))) return {};
  OutputRecord out;
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    std::string hash;
    const bool isDirectory = line.consume_front("directory ");
    if (!isDirectory) {
      if (!line.consume_front("file ")) return {};
      std::tie(hash, line) = std::pair(line.split(' ').first.str(), line.split(' ').second);
    }
    if (!isInnerPath(line)) return {};
    if (isDirectory) {
      out.directories.insert(line.str());
    } else {
      out.files[line.str()] = hash;
    }
  }
  return out;
}

std::string hashOf(llvm::StringRef bytes) {
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const llvm::XXH128_hash_t hash = llvm::xxh3_128bits(llvm::ArrayRef(data, bytes.size()));
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

bool isInnerPath(llvm::StringRef path) {
  if (path.contains('\n') || path.contains('\0')) return false;
  llvm::SmallVector<llvm::StringRef, 8> parts;
  path.split(parts, '/');
  return llvm::none_of(parts, [](llvm::StringRef part) { return part.empty() || part == "." || part == ".."; });
}

}  // namespace cadre::driver
