#include "translation/lock.h"

#include "diag/kinds/session.h"
#include "translation/keys.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/xxhash.h>

namespace cadre::translation {

namespace {

constexpr StringRef head = "# cadre translation lock ";
constexpr StringRef version = "1";
constexpr size_t hashDigits = 16;
constexpr StringRef whiteSpace = " \t\r\n\v\f";

bool isHash(StringRef text) {
  const auto isDigit = [](char c) { return llvm::isDigit(c) || (c >= 'a' && c <= 'f'); };
  return text.size() == hashDigits && llvm::all_of(text, isDigit);
}

/// What git leaves where both sides changed a line.
bool isConflict(StringRef line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>");
}

class Reader {
public:
  Reader(const SourceManager& sources, FileId file, Diagnostics& diags)
      : text_(sources.text(file)), file_(file), diags_(diags) {}

  Lock run() {
    bool isFirst = true;
    for (size_t at = 0; at < text_.size() || isFirst; isFirst = false) {
      const StringRef line = text_.substr(at).split('\n').first;
      const bool goesOn = isFirst ? readHead(line) : readLine(line, at);
      if (!goesOn) break;
      at += line.size() + 1;
    }
    return std::move(lock_);
  }

private:
  /// False where the rest would not be understood.
  bool readHead(StringRef line) {
    StringRef found = line.rtrim('\r');
    const Span place = spanOf(0, found);
    if (!found.consume_front(head)) {
      diags_.report(place, diag::NotALock, (head + version).str()).help(diag::DeleteLock);
      return false;
    }
    if (found == version) return true;
    diags_.report(place, diag::UnknownLockVersion, found);
    return false;
  }

  bool readLine(StringRef line, size_t at) {
    line = line.rtrim(whiteSpace);
    if (line.empty() || line.starts_with("#")) return true;
    if (isConflict(line)) {
      diags_.report(spanOf(at, line), diag::LockConflict).help(diag::KeepBothSides);
      return false;
    }
    const auto [hash, key] = line.split(' ');
    uint64_t value = 0;
    if (!isHash(hash) || key.empty() || whiteSpace.contains(key.front()) ||
        !llvm::json::isUTF8(key) || hash.getAsInteger(16, value)) {
      diags_.report(spanOf(at, line), diag::BadLockLine).help(diag::AcceptWritesLines);
      return true;
    }
    const Span place = spanOf(at + hashDigits + 1, key);
    const auto [first, added] = places_.try_emplace(key, place);
    if (!added && !isPositional(key)) {
      diags_.report(place, diag::RecordedTwice, key)
          .label(first->second, diag::FirstRecorded)
          .help(diag::KeepOneLine);
      return true;
    }
    lock_.add(key, value);
    return true;
  }

  [[nodiscard]] Span spanOf(size_t begin, StringRef text) const {
    return {file_, static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + text.size())};
  }

  StringRef text_;
  FileId file_;
  Diagnostics& diags_;
  Lock lock_;
  llvm::StringMap<Span> places_;
};

}  // namespace

uint64_t hashOf(StringRef markdown) {
  std::string words;
  for (StringRef rest = markdown.trim(whiteSpace); !rest.empty(); rest = rest.ltrim(whiteSpace)) {
    const StringRef word = rest.take_front(rest.find_first_of(whiteSpace));
    rest = rest.drop_front(word.size());
    if (!words.empty()) words += ' ';
    words += word;
  }
  return llvm::xxh3_64bits(words);
}

void Lock::add(StringRef key, uint64_t hash) {
  auto& hashes = lines_[key];
  if (!llvm::is_contained(hashes, hash)) hashes.push_back(hash);
}

ArrayRef<uint64_t> Lock::find(StringRef key) const {
  const auto found = lines_.find(key);
  return found == lines_.end() ? ArrayRef<uint64_t>() : ArrayRef<uint64_t>(found->second);
}

std::vector<StringRef> Lock::keys() const {
  std::vector<StringRef> out;
  for (const auto& entry : lines_) out.push_back(entry.getKey());
  llvm::sort(out);
  return out;
}

void Lock::keepOthers(const Lock& other, StringRef framework) {
  for (const StringRef key : other.keys()) {
    StringRef rest = key;
    const bool isOurs =
        rest.consume_front(framework) && !rest.empty() && StringRef(". #").contains(rest.front());
    if (isOurs || !find(key).empty()) continue;
    for (const uint64_t hash : other.find(key)) add(key, hash);
  }
}

std::string Lock::write(StringRef language) const {
  std::string out = fmt::format(
      "{}{}\n"
      "# What the translations into `{}` were made from: a hash of each source text, and its key.\n"
      "# Written by `cadre translate accept {}`. After a merge keep the lines of both sides.\n",
      head, version, language, language);
  for (const StringRef key : keys()) {
    llvm::SmallVector<uint64_t> hashes(find(key));
    llvm::sort(hashes);
    for (const uint64_t hash : hashes) out += fmt::format("{:016x} {}\n", hash, key);
  }
  return out;
}

Lock readLock(const SourceManager& sources, FileId file, Diagnostics& diags) {
  return Reader(sources, file, diags).run();
}

}  // namespace cadre::translation
