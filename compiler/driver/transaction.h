// Moves staged files into an output directory so that it can be finished or taken back at any point,
// also by another process after a crash. Takes operations, gives a disk where all or none of them
// have happened. Each step can be done twice; its state is read from the staging directory.
#pragma once

#include "driver/file_system.h"

#include <optional>
#include <string>
#include <vector>

namespace cadre::driver {

enum class OperationKind : uint8_t {
  Make,    ///< Makes the directory.
  Write,   ///< Moves staged bytes to the path, over the old file if there is one.
  Remove,  ///< Removes the file if it still holds what was seen.
  Prune,   ///< Removes the directory if it is empty.
};

struct Operation {
  OperationKind kind = OperationKind::Write;
  std::string path;     ///< In the output directory.
  unsigned slot = 0;    ///< Write, Remove: the name of its files in the staging directory.
  bool hadOld = false;  ///< Write: it replaces a file. Remove: always.
  std::string hash;     ///< Write: of the new bytes. Remove: of the old ones.
};

/// Where something went wrong, and what.
struct Failure {
  std::string path;
  std::error_code error;
};

class Transaction {
public:
  /// Both directories exist when apply or undo is called.
  Transaction(FileSystem& files, std::string output, std::string staging, std::vector<Operation> operations)
      : files_(files),
        output_(std::move(output)),
        staging_(std::move(staging)),
        operations_(std::move(operations)) {}

  /// Does what is not done yet, in order, and brings it to the disk.
  [[nodiscard]] std::optional<Failure> apply();
  /// Takes back what is done, in reverse order, and brings that to the disk.
  [[nodiscard]] std::optional<Failure> undo();

  /// The journal: the operations as text, and back. None where the text is not a journal.
  [[nodiscard]] std::string write() const;
  static std::optional<std::vector<Operation>> parse(llvm::StringRef text);

  [[nodiscard]] const std::vector<Operation>& operations() const { return operations_; }

  /// The staged bytes of a slot, and where the bytes that they replace are kept.
  static std::string newFile(llvm::StringRef staging, unsigned slot);
  static std::string oldFile(llvm::StringRef staging, unsigned slot);

private:
  std::error_code apply(const Operation& operation);
  std::error_code undo(const Operation& operation);
  std::error_code undoWrite(const Operation& operation);
  std::optional<Failure> syncDirectories();
  /// True when the file holds bytes of that hash.
  bool holds(const std::string& path, const std::string& hash);
  EntryKind kindOf(const std::string& path);
  [[nodiscard]] std::string target(const Operation& operation) const {
    return joinPath(output_, operation.path);
  }

  FileSystem& files_;
  std::string output_;
  std::string staging_;
  std::vector<Operation> operations_;
};

}  // namespace cadre::driver
