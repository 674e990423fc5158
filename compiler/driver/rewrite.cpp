#include "driver/rewrite.h"

#include "diag/kinds/session.h"
#include "driver/signals_wait.h"

#include <llvm/ADT/STLExtras.h>

#include <set>
#include <vector>

namespace cadre::driver {

namespace {

/// A new name is tried this often beside a file.
constexpr unsigned mostNames = 1000;

class Rewriter {
public:
  Rewriter(FileSystem& files, llvm::ArrayRef<Rewrite> rewrites, Diagnostics& faults)
      : files_(files), rewrites_(rewrites), faults_(faults) {}

  bool run() {
    const SignalsWait wait;
    const bool done = findTargets() && stageAll() && moveAll();
    for (const std::string& left : staged_) {
      if (!left.empty()) (void)files_.remove(left);
    }
    if (!done) {
      // Stays where a file is in it by now.
      for (const std::string& directory : made_) (void)files_.removeDirectory(directory);
    }
    return done;
  }

private:
  bool findTargets() {
    for (const Rewrite& it : rewrites_) {
      if (it.isNew) {
        if (!findPlace(it)) return false;
        continue;
      }
      const auto target = files_.resolve(it.real);
      if (!target) return fail(it, target.getError());
      const auto bytes = files_.read(*target);
      if (!bytes) return fail(it, bytes.getError());
      if (*bytes != it.before) {
        faults_.report({}, diag::CannotWrite, it.shown,
                       "it was changed by somebody else since it was read");
        return false;
      }
      if (!files_.isWritableFile(*target))
        return fail(it, std::make_error_code(std::errc::permission_denied));
      targets_.push_back(*target);
    }
    return true;
  }

  /// Where a new file will lie.
  bool findPlace(const Rewrite& it) {
    const auto entry = files_.inspect(it.real);
    if (!entry) return fail(it, entry.getError());
    if (entry->kind != EntryKind::None) {
      faults_.report({}, diag::CannotWrite, it.shown, "somebody else has made it in the meantime");
      return false;
    }
    const std::string directory = parentPath(it.real);
    const auto parent = files_.inspectTarget(directory);
    if (!parent) return fail(it, parent.getError());
    if (parent->kind == EntryKind::None) {
      if (const std::error_code error = files_.makeDirectory(directory)) return fail(it, error);
      made_.push_back(directory);
    }
    targets_.push_back(it.real);
    return true;
  }

  bool stageAll() {
    for (size_t i = 0; i < rewrites_.size(); ++i) {
      if (const std::error_code error = stage(i)) return fail(rewrites_[i], error);
    }
    if (const std::error_code error = files_.syncFiles(staged_))
      return fail(rewrites_.front(), error);
    return true;
  }

  /// Writes the new bytes beside the file, under a hidden name, which no source has.
  std::error_code stage(size_t index) {
    for (unsigned number = 0;; ++number) {
      const std::string name =
          joinPath(parentPath(targets_[index]), ".cadre-new-" + std::to_string(number));
      const std::error_code error = files_.create(name, rewrites_[index].after);
      if (error == std::errc::file_exists && number < mostNames) continue;
      if (error) return error;
      staged_.push_back(name);
      if (rewrites_[index].isNew) return {};
      return files_.copyPermissions(targets_[index], name);
    }
  }

  bool moveAll() {
    std::set<std::string> directories;
    for (const std::string& made : made_) directories.insert(parentPath(made));
    for (size_t i = 0; i < staged_.size(); ++i) {
      if (const std::error_code error = files_.rename(staged_[i], targets_[i])) {
        auto report = faults_.report({}, diag::CannotWrite, rewrites_[i].shown, describe(error));
        if (i > 0)
          report.note(diag::RewrittenBefore, i == 1 ? "1 file is" : fmt::format("{} files are", i));
        return false;
      }
      staged_[i].clear();
      directories.insert(parentPath(targets_[i]));
    }
    for (const std::string& directory : directories) {
      if (const std::error_code error = files_.syncDirectory(directory))
        return fail(rewrites_.back(), error);
    }
    return true;
  }

  bool fail(const Rewrite& rewrite, std::error_code error) {
    faults_.report({}, diag::CannotWrite, rewrite.shown, describe(error));
    return false;
  }

  FileSystem& files_;
  llvm::ArrayRef<Rewrite> rewrites_;
  Diagnostics& faults_;
  std::vector<std::string> targets_;
  std::vector<std::string> staged_;  ///< Empty where it was moved.
  std::vector<std::string> made_;    ///< Directories.
};

}  // namespace

bool rewriteSources(FileSystem& files, llvm::ArrayRef<Rewrite> rewrites, Diagnostics& faults) {
  return rewrites.empty() || Rewriter(files, rewrites, faults).run();
}

}  // namespace cadre::driver
