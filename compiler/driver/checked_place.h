// What a verb asks about: takes a place (a package, a workspace, a file of one, a revision of a git
// repository), gives its packages, read and checked. For verbs that answer questions and write no
// outputs. Reports what cannot be read.
#pragma once

#include "driver/context.h"
#include "driver/load.h"
#include "driver/revision.h"
#include "session/session.h"

#include <memory>
#include <optional>
#include <vector>

namespace cadre::driver {

class CheckedPlace {
public:
  /// Reads and checks what `--in` names, the current directory without it. False where there is
  /// nothing to check (reported). Whether the answer may rest on it, Context::isClean() says.
  [[nodiscard]] bool open(Context& context);
  /// The same of a place that was found.
  [[nodiscard]] bool open(Context& context, Place place);

  [[nodiscard]] const Place& place() const { return *place_; }
  /// What was checked: the package, or the members of a workspace.
  [[nodiscard]] llvm::ArrayRef<Unit> units() const { return units_; }
  /// Of each unit.
  [[nodiscard]] llvm::ArrayRef<session::Result> results() const { return results_; }
  [[nodiscard]] const Loader& loader() const { return *loader_; }
  [[nodiscard]] const Package& package(const Unit& unit) const {
    return loader_->package(unit.package);
  }

private:
  std::optional<Place> place_;
  std::unique_ptr<Loader> loader_;
  std::vector<Unit> units_;
  std::vector<session::Result> results_;
};

}  // namespace cadre::driver
