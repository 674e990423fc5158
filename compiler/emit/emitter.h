// What an emitter is: it takes a publication of the model and gives files, by name and bytes, to a
// sink. It reads no clock, no disk and no environment; same model and options, same bytes.
#pragma once

#include "model/publication.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <map>
#include <string>

namespace cadre::diff {
struct Comparand;
}

namespace cadre::emit {

/// Where an emitter's files go. Nothing reaches a disk before the whole build has succeeded.
class Sink {
public:
  virtual ~Sink() = default;
  /// Takes a file. `path` is relative to the output directory, with `/`, and never leaves it.
  virtual llvm::Error write(llvm::StringRef path, std::string bytes) = 0;
};

/// An older release that a build is compared with. What it refers to outlives the run.
struct Since {
  /// What has changed, of a framework that is on both sides.
  const diff::Comparand& comparand;
  /// What the older release published; null where all that is left of it is its framework.json.
  const model::Publication* before = nullptr;
};

struct Options {
  /// What `[emit.<name>]` in cadre.toml says, of the keys in options.def: `bom` → `true`.
  std::map<std::string, std::string, std::less<>> values;
  /// What `cadre build --since` compares with; null without. Outputs that do not show changes heed
  /// it not.
  const Since* since = nullptr;

  /// The text of an option; empty without.
  [[nodiscard]] llvm::StringRef text(llvm::StringRef name) const {
    const auto found = values.find(name);
    return found == values.end() ? llvm::StringRef() : llvm::StringRef(found->second);
  }
  /// An option that is `true` or `false`; `otherwise` without.
  [[nodiscard]] bool flag(llvm::StringRef name, bool otherwise) const {
    const llvm::StringRef value = text(name);
    return value.empty() ? otherwise : value == "true";
  }
};

}  // namespace cadre::emit
