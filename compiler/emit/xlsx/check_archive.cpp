#include "emit/xlsx/check_archive.h"

#include <llvm/Support/Endian.h>

#include <zlib.h>

#include <array>
#include <optional>

namespace cadre::emit::xlsx {

namespace {

using llvm::StringRef;
namespace endian = llvm::support::endian;

/// Of the format of zip archives: the end of the list of files, its entries, the files.
constexpr StringRef endMark = "PK\5\6";
constexpr StringRef entryMark = "PK\1\2";
constexpr StringRef fileMark = "PK\3\4";
constexpr size_t endSize = 22;
constexpr size_t entrySize = 46;
constexpr size_t fileSize = 30;
constexpr unsigned deflated = 8;

size_t number16(StringRef bytes, size_t at) { return endian::read16le(bytes.data() + at); }
size_t number32(StringRef bytes, size_t at) { return endian::read32le(bytes.data() + at); }

struct Entry {
  unsigned method;
  size_t packed;    ///< Bytes in the archive.
  size_t unpacked;  ///< Bytes of the file.
  size_t offset;    ///< Of the file in the archive.
  size_t size;      ///< Of the entry itself.
};

std::optional<Entry> readEntry(StringRef bytes) {
  if (bytes.size() < entrySize || !bytes.starts_with(entryMark)) return {};
  return Entry{static_cast<unsigned>(number16(bytes, 10)), number32(bytes, 20), number32(bytes, 24),
               number32(bytes, 42),
               entrySize + number16(bytes, 28) + number16(bytes, 30) + number16(bytes, 32)};
}

/// The last bytes of the packed file, white space aside, or nothing where it cannot be unpacked to
/// `size` bytes.
std::optional<char> lastByte(StringRef packed, size_t size) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<char, 1 << 16> out;
  std::optional<char> last;
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = out.size();
    state = inflate(&stream, Z_NO_FLUSH);
    const StringRef piece = StringRef(out.data(), out.size() - stream.avail_out).rtrim();
    if (!piece.empty()) last = piece.back();
  }
  const bool isComplete = state == Z_STREAM_END && stream.total_out == size;
  inflateEnd(&stream);
  return isComplete ? last : std::nullopt;
}

bool isWhole(StringRef archive, const Entry& entry) {
  if (entry.offset + fileSize > archive.size()) return false;
  const StringRef file = archive.drop_front(entry.offset);
  if (!file.starts_with(fileMark) || entry.method != deflated) return false;
  const size_t begin = fileSize + number16(file, 26) + number16(file, 28);
  if (begin + entry.packed > file.size()) return false;
  return lastByte(file.substr(begin, entry.packed), entry.unpacked) == '>';
}

}  // namespace

bool isWhole(StringRef archive) {
  const size_t end = archive.rfind(endMark);
  if (end == StringRef::npos || end + endSize > archive.size()) return false;
  size_t count = number16(archive, end + 10);
  for (size_t at = number32(archive, end + 16); count > 0; --count) {
    const auto entry = readEntry(archive.substr(at));
    if (!entry || !isWhole(archive, *entry)) return false;
    at += entry->size;
  }
  return true;
}

}  // namespace cadre::emit::xlsx
