// The register of importers: takes the name of one, the bytes of foreign files and options, runs
// it. Knows which importers there are, and nothing of what they read.
#pragma once

#include "import/importer.h"

#include <llvm/ADT/ArrayRef.h>

namespace cadre::import {

/// How an option is written.
enum class OptionForm : uint8_t {
  Value,   ///< `--release VERSION`
  File,    ///< `--map FILE`: the driver reads the file.
  Switch,  ///< `--guess`: without an output directory, it asks for a proposal.
};

struct OptionInfo {
  llvm::StringRef name;
  llvm::StringRef fallback;
  llvm::StringRef takes;
  llvm::StringRef does;
  OptionForm form = OptionForm::Value;
};

struct Importer {
  llvm::StringRef name;
  llvm::StringRef reads;
  llvm::ArrayRef<llvm::StringRef> files;  ///< What it takes from a directory.
  llvm::ArrayRef<OptionInfo> options;
  Result (*function)(const Input& input, Diagnostics& diagnostics);
  bool isRaw = false;  ///< It reads any encoding.
};

/// All importers, in the order of importers.def.
[[nodiscard]] llvm::ArrayRef<Importer> importers();

/// The importer called `name`, or null.
[[nodiscard]] const Importer* findImporter(llvm::StringRef name);

/// True when some importer has an option of that name.
[[nodiscard]] bool isOption(llvm::StringRef option);
/// True when some importer has a switch of that name, which takes no value.
[[nodiscard]] bool isSwitch(llvm::StringRef option);

/// Runs `importer`. Options that it does not have are reported, those not given take their
/// defaults. With an error there are no files.
Result run(const Importer& importer, Input input, Diagnostics& diagnostics);

}  // namespace cadre::import
