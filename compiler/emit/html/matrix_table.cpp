#include "emit/html/matrix_table.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::html {

namespace {

/// What a table may come to, in bytes; the frame of the page comes on top.
constexpr size_t largestTable = 200 << 10;
/// What a cell takes, empty and filled.
constexpr size_t emptyCellBytes = 12;
constexpr size_t filledCellBytes = 96;
/// Beyond this, a table is no longer something that one looks at.
constexpr size_t mostColumns = 40;

/// The tables for a list of profiles, cut so that each stays small.
class Cutter {
public:
  explicit Cutter(const Site& site)
      : site_(site), isTaken_(site.model().tables().competencies.size()) {}

  std::vector<MatrixTable> cut(ArrayRef<ProfileId> profiles) {
    for (const ProfileId id : profiles) {
      if (site_.requirements(id).empty()) continue;
      const size_t fresh = countNew(id);
      if (!table_.profiles.empty() && isTooLarge(id, fresh)) finish();
      add(id);
    }
    finish();
    return std::move(tables_);
  }

private:
  size_t countNew(ProfileId id) const {
    return static_cast<size_t>(llvm::count_if(site_.requirements(id), [&](const auto* requirement) {
      return !isTaken_[requirement->competency.index()];
    }));
  }

  bool isTooLarge(ProfileId id, size_t fresh) const {
    const size_t rows = table_.competencies.size() + fresh;
    const size_t columns = table_.profiles.size() + 1;
    const size_t filled = filled_ + site_.requirements(id).size();
    const size_t bytes = rows * columns * emptyCellBytes + filled * filledCellBytes + (rows + columns) * 160;
    return bytes > largestTable || columns > mostColumns;
  }

  void add(ProfileId id) {
    table_.profiles.push_back(id);
    filled_ += site_.requirements(id).size();
    for (const Requirement* requirement : site_.requirements(id)) {
      if (isTaken_[requirement->competency.index()]) continue;
      isTaken_[requirement->competency.index()] = true;
      table_.competencies.push_back(requirement->competency);
    }
  }

  void finish() {
    if (table_.profiles.empty()) return;
    for (const CompetencyId id : table_.competencies) isTaken_[id.index()] = false;
    // An id of none is the greatest: what has no category comes last.
    llvm::sort(table_.competencies, [&](CompetencyId a, CompetencyId b) {
      return std::pair(site_.firstCategory(a), a) < std::pair(site_.firstCategory(b), b);
    });
    tables_.push_back(std::move(table_));
    table_ = {};
    filled_ = 0;
  }

  const Site& site_;
  std::vector<bool> isTaken_;
  MatrixTable table_;
  size_t filled_ = 0;
  std::vector<MatrixTable> tables_;
};

}  // namespace

std::vector<MatrixTable> cutTables(const Site& site, ArrayRef<ProfileId> profiles) {
  return Cutter(site).cut(profiles);
}

}  // namespace cadre::emit::html
