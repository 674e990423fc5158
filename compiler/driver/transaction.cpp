#include "driver/transaction.h"

#include "driver/output_record.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

#include <fmt/format.h>

#include <set>

namespace cadre::driver {

namespace {

constexpr llvm::StringRef header = "cadre journal 1\n";
constexpr llvm::StringRef footer = "end\n";

/// Success too where the wanted state is there already.
std::error_code unless(std::error_code error, std::initializer_list<std::errc> fine) {
  return llvm::is_contained(fine, error) ? std::error_code() : error;
}

std::string line(const Operation& operation) {
  switch (operation.kind) {
    case OperationKind::Make: return fmt::format("make {}\n", operation.path);
    case OperationKind::Prune: return fmt::format("prune {}\n", operation.path);
    case OperationKind::Write:
      return fmt::format("{} {} {} {}\n", operation.hadOld ? "replace" : "add", operation.slot,
                         operation.hash, operation.path);
    case OperationKind::Remove:
      return fmt::format("remove {} {} {}\n", operation.slot, operation.hash, operation.path);
  }
  llvm_unreachable("every kind has a case");
}

std::optional<Operation> parseLine(llvm::StringRef text) {
  const auto [word, rest] = text.split(' ');
  Operation out;
  if (word == "make" || word == "prune") {
    out.kind = word == "make" ? OperationKind::Make : OperationKind::Prune;
    out.path = rest.str();
  } else if (word == "add" || word == "replace" || word == "remove") {
    out.kind = word == "remove" ? OperationKind::Remove : OperationKind::Write;
    out.hadOld = word != "add";
    const auto [slot, afterSlot] = rest.split(' ');
    const auto [hash, path] = afterSlot.split(' ');
    if (slot.getAsInteger(10, out.slot)) return {};
    out.hash = hash.str();
    out.path = path.str();
  } else {
    return {};
  }
  if (!isInnerPath(out.path)) return {};
  return out;
}

}  // namespace

std::string Transaction::newFile(llvm::StringRef staging, unsigned slot) {
  return fmt::format("{}/new/{}", std::string_view(staging), slot);
}

std::string Transaction::oldFile(llvm::StringRef staging, unsigned slot) {
  return fmt::format("{}/old/{}", std::string_view(staging), slot);
}

std::string Transaction::write() const {
  std::string out = header.str();
  for (const Operation& operation : operations_) out += line(operation);
  return out + footer.str();
}

std::optional<std::vector<Operation>> Transaction::parse(llvm::StringRef text) {
  if (!text.consume_front(header) || !text.consume_back(footer)) return {};
  std::vector<Operation> out;
  while (!text.empty()) {
    const auto [first, rest] = text.split('\n');
    auto operation = parseLine(first);
    if (!operation) return {};
    out.push_back(std::move(*operation));
    text = rest;
  }
  return out;
}

std::optional<Failure> Transaction::apply() {
  for (const Operation& operation : operations_) {
    if (const std::error_code error = apply(operation)) return Failure{target(operation), error};
  }
  return syncDirectories();
}

std::optional<Failure> Transaction::undo() {
  for (const Operation& operation : llvm::reverse(operations_)) {
    if (const std::error_code error = undo(operation)) return Failure{target(operation), error};
  }
  return syncDirectories();
}

std::error_code Transaction::apply(const Operation& operation) {
  const std::string path = target(operation);
  switch (operation.kind) {
    case OperationKind::Make: return unless(files_.makeDirectory(path), {std::errc::file_exists});
    case OperationKind::Prune:
      return unless(files_.removeDirectory(path),
                    {std::errc::directory_not_empty, std::errc::file_exists,
                     std::errc::no_such_file_or_directory, std::errc::not_a_directory});
    case OperationKind::Write: {
      const std::string staged = newFile(staging_, operation.slot);
      const std::error_code error = files_.rename(staged, path);
      const bool wasMoved = error == std::errc::no_such_file_or_directory && kindOf(staged) == EntryKind::None;
      return wasMoved ? std::error_code() : error;
    }
    case OperationKind::Remove: return holds(path, operation.hash) ? files_.remove(path) : std::error_code();
  }
  llvm_unreachable("every kind has a case");
}

std::error_code Transaction::undo(const Operation& operation) {
  const std::string path = target(operation);
  switch (operation.kind) {
    case OperationKind::Make:
      return unless(files_.removeDirectory(path),
                    {std::errc::directory_not_empty, std::errc::file_exists,
                     std::errc::no_such_file_or_directory, std::errc::not_a_directory});
    case OperationKind::Prune: return unless(files_.makeDirectory(path), {std::errc::file_exists});
    case OperationKind::Write: return undoWrite(operation);
    case OperationKind::Remove: {
      const std::string kept = oldFile(staging_, operation.slot);
      const bool gone = kindOf(path) == EntryKind::None && kindOf(kept) == EntryKind::File;
      return gone ? files_.rename(kept, path) : std::error_code();
    }
  }
  llvm_unreachable("every kind has a case");
}

std::error_code Transaction::undoWrite(const Operation& operation) {
  // Bytes that are still staged were never moved.
  if (kindOf(newFile(staging_, operation.slot)) == EntryKind::File) return {};
  const std::string path = target(operation);
  if (!operation.hadOld) return holds(path, operation.hash) ? files_.remove(path) : std::error_code();
  const std::string kept = oldFile(staging_, operation.slot);
  return kindOf(kept) == EntryKind::File ? files_.rename(kept, path) : std::error_code();
}

std::optional<Failure> Transaction::syncDirectories() {
  std::set<std::string> touched = {output_};
  for (const Operation& operation : operations_) touched.insert(parentPath(target(operation)));
  for (const std::string& directory : touched) {
    if (kindOf(directory) != EntryKind::Directory) continue;
    if (const std::error_code error = files_.syncDirectory(directory)) return Failure{directory, error};
  }
  return {};
}

bool Transaction::holds(const std::string& path, const std::string& hash) {
  if (kindOf(path) != EntryKind::File) return false;
  const auto bytes = files_.read(path);
  return bytes && hashOf(*bytes) == hash;
}

EntryKind Transaction::kindOf(const std::string& path) {
  const auto entry = files_.inspect(path);
  return entry ? entry->kind : EntryKind::None;
}

}  // namespace cadre::driver
