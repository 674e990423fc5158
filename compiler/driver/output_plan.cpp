#include "driver/output_plan.h"

#include "diag/kinds/session.h"

#include <llvm/ADT/STLExtras.h>

#include <set>

namespace cadre::driver {

namespace {

using Paths = std::set<std::string, std::less<>>;

/// The directories above a relative path, outermost first: `a`, `a/b` of `a/b/c`.
std::vector<std::string> directoriesOf(llvm::StringRef path) {
  std::vector<std::string> out;
  for (size_t at = path.find('/'); at != llvm::StringRef::npos; at = path.find('/', at + 1)) {
    out.push_back(path.take_front(at).str());
  }
  return out;
}

bool isWithin(llvm::StringRef path, llvm::StringRef directory) {
  return path.starts_with(directory) && path.drop_front(directory.size()).starts_with("/");
}

class Planner {
public:
  Planner(FileSystem& files, const PlanInput& input, Diagnostics& diagnostics)
      : files_(files), input_(input), diagnostics_(diagnostics) {}

  std::optional<OutputPlan> plan(std::string& recordText) {
    findRemovals();
    for (const auto& [path, bytes] : input_.files) visit(path, bytes);
    findPrunes();
    if (failed_) return {};
    order(recordText);
    return std::move(plan_);
  }

private:
  // ---- What the last build wrote and this one does not

  void findRemovals() {
    for (const auto& [path, hash] : input_.last.files) {
      if (input_.files.find(path) != input_.files.end() || !isBelowDirectories(path)) continue;
      if (kindOf(path) != EntryKind::File) continue;
      const auto bytes = read(path);
      if (!bytes) continue;
      if (hashOf(*bytes) == hash) {
        removals_.insert(path);
      } else {
        diagnostics_.report({}, diag::KeptEdited, shown(path));
      }
    }
  }

  /// A link in place of a directory leads out of the output directory: what lies there is not ours.
  bool isBelowDirectories(llvm::StringRef path) {
    return llvm::all_of(directoriesOf(path), [&](const std::string& directory) {
      return kindOf(directory) == EntryKind::Directory;
    });
  }

  void findPrunes() {
    for (const std::string& directory : input_.last.directories) {
      if (!needed_.contains(directory) && kindOf(directory) == EntryKind::Directory) prunes_.insert(directory);
    }
  }

  // ---- What this build writes

  void visit(const std::string& path, const std::string& bytes) {
    if (!visitDirectories(path)) return;
    switch (kindOf(path)) {
      case EntryKind::None: writes_.push_back({path, false, &bytes}); return;
      case EntryKind::File: return visitFile(path, bytes);
      case EntryKind::Directory:
        if (!holdsOnlyRemovals(path)) return inTheWay(path);
        early_.insert(path);
        writes_.push_back({path, false, &bytes});
        return;
      case EntryKind::Link:
      case EntryKind::Other: return inTheWay(path);
    }
  }

  void visitFile(const std::string& path, const std::string& bytes) {
    // A file that goes first makes room for this one, and cannot be this one.
    const auto entry = files_.inspect(onDisk(path));
    const bool mayBeSame = entry && entry->size == bytes.size();
    if (mayBeSame) {
      const auto present = read(path);
      if (!present || *present == bytes) return;
    }
    if (!input_.last.files.contains(path)) return inTheWay(path);
    writes_.push_back({path, true, &bytes});
  }

  bool visitDirectories(llvm::StringRef path) {
    for (const std::string& directory : directoriesOf(path)) {
      if (!needed_.insert(directory).second) continue;
      const EntryKind kind = kindOf(directory);
      if (kind == EntryKind::Directory) {
        if (input_.last.directories.contains(directory)) owned_.insert(directory);
        continue;
      }
      if (kind == EntryKind::File && removals_.contains(directory)) early_.insert(directory);
      else if (kind != EntryKind::None) {
        inTheWay(directory);
        return false;
      }
      makes_.insert(directory);
      owned_.insert(directory);
    }
    return true;
  }

  /// True when nothing in the directory would be lost: each file there goes anyway.
  bool holdsOnlyRemovals(const std::string& directory) {
    if (!input_.last.directories.contains(directory)) return false;
    const auto names = files_.list(onDisk(directory));
    return names && llvm::all_of(*names, [&](const std::string& name) {
      const std::string path = directory + "/" + name;
      return kindOf(path) == EntryKind::Directory ? holdsOnlyRemovals(path) : removals_.contains(path);
    });
  }

  // ---- The order: first what makes room, at last the record

  void order(std::string& recordText) {
    const auto makesRoom = [&](const std::string& path) {
      return llvm::any_of(early_, [&](const std::string& it) { return path == it || isWithin(path, it); });
    };
    addRemovals(makesRoom);
    for (const std::string& path : makes_) plan_.operations.push_back({OperationKind::Make, path, 0, false, {}});
    for (const Write& write : writes_) addWrite(write.path, write.hadOld, *write.bytes);
    addRemovals([&](const std::string& path) { return !makesRoom(path); });
    if (!input_.recordName.empty()) addRecord(recordText);
  }

  template <class Predicate>
  void addRemovals(Predicate belongsHere) {
    for (const std::string& path : removals_) {
      if (!belongsHere(path)) continue;
      plan_.operations.push_back({OperationKind::Remove, path, nextSlot({}), true, input_.last.files.at(path)});
      plan_.changes.removed.push_back(path);
    }
    for (const std::string& path : llvm::reverse(prunes_)) {
      if (belongsHere(path)) plan_.operations.push_back({OperationKind::Prune, path, 0, false, {}});
    }
  }

  void addWrite(const std::string& path, bool hadOld, llvm::StringRef bytes) {
    plan_.operations.push_back({OperationKind::Write, path, nextSlot(bytes), hadOld, hashOf(bytes)});
    plan_.changes.written.push_back(path);
  }

  void addRecord(std::string& text) {
    OutputRecord record;
    record.directories = std::move(owned_);
    for (const auto& [path, bytes] : input_.files) record.files[path] = hashOf(bytes);
    text = record.write();
    const bool exists = kindOf(input_.recordName) == EntryKind::File;
    const auto present = exists ? read(input_.recordName) : llvm::ErrorOr<std::string>(std::string());
    if (exists && present && *present == text) return;
    plan_.operations.push_back(
        {OperationKind::Write, input_.recordName, nextSlot(text), exists, hashOf(text)});
  }

  unsigned nextSlot(llvm::StringRef bytes) {
    plan_.staged.push_back(bytes);
    return static_cast<unsigned>(plan_.staged.size() - 1);
  }

  // ---- The disk

  [[nodiscard]] std::string onDisk(llvm::StringRef path) const { return joinPath(input_.directory, path); }
  [[nodiscard]] std::string shown(llvm::StringRef path) const { return joinPath(input_.shownAs, path); }

  EntryKind kindOf(llvm::StringRef path) {
    const auto entry = files_.inspect(onDisk(path));
    if (entry) return entry->kind;
    report(path, entry.getError());
    return EntryKind::Other;
  }

  llvm::ErrorOr<std::string> read(llvm::StringRef path) {
    auto bytes = files_.read(onDisk(path));
    if (!bytes) report(path, bytes.getError());
    return bytes;
  }

  void report(llvm::StringRef path, std::error_code error) {
    failed_ = true;
    diagnostics_.report({}, diag::CannotRead, shown(path), describe(error));
  }

  void inTheWay(llvm::StringRef path) {
    failed_ = true;
    diagnostics_.report({}, diag::InTheWay, shown(path)).help(diag::MoveItAway);
  }

  struct Write {
    std::string path;
    bool hadOld;
    const std::string* bytes;
  };

  FileSystem& files_;
  const PlanInput& input_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
  OutputPlan plan_;
  Paths removals_;
  Paths prunes_;
  Paths needed_;  ///< Directories that hold a file of this build.
  Paths owned_;   ///< Those of them that a build made.
  Paths makes_;
  Paths early_;  ///< Where something has to go before something else can come.
  std::vector<Write> writes_;
};

}  // namespace

std::optional<OutputPlan> planOutput(FileSystem& files, const PlanInput& input, std::string& recordText,
                                     Diagnostics& diagnostics) {
  return Planner(files, input, diagnostics).plan(recordText);
}

}  // namespace cadre::driver
