#include "driver/revision_file_system.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

namespace cadre::driver {

namespace {

using llvm::StringRef;

/// As many as Linux follows.
constexpr unsigned mostLinks = 40;

class RevisionCategory final : public std::error_category {
public:
  [[nodiscard]] const char* name() const noexcept override { return "revision"; }
  [[nodiscard]] std::string message(int value) const override {
    switch (static_cast<RevisionError>(value)) {
      case RevisionError::Outside: return "it lies outside of the repository";
      case RevisionError::InSubmodule:
        return "it lies in a submodule, and a revision holds no more of that than its name";
    }
    llvm_unreachable("every error has a case");
  }
};

std::error_code readOnly() { return std::make_error_code(std::errc::read_only_file_system); }

std::error_code notThere() { return std::make_error_code(std::errc::no_such_file_or_directory); }

bool isAbsence(std::error_code error) {
  return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
}

}  // namespace

std::error_code make_error_code(RevisionError error) {
  static const RevisionCategory category;
  return {static_cast<int>(error), category};
}

/// Where a path leads.
struct RevisionFileSystem::Place {
  git::EntryKind kind = git::EntryKind::Directory;
  git::ObjectId object;
  std::string path;  ///< Below the root, without links; empty: the root.
};

/// Goes along a path, component by component, as the system does: a link is followed where it
/// stands, `..` goes up from where it led to.
class RevisionFileSystem::Walk {
public:
  Walk(RevisionFileSystem& files, LastLink lastLink) : files_(files), lastLink_(lastLink) {}

  llvm::ErrorOr<Place> along(StringRef path) {
    if (path.consume_front(files_.root_)) {
      if (!path.empty() && !path.starts_with("/")) return RevisionError::Outside;
    } else if (path.starts_with("/")) {
      return RevisionError::Outside;
    }
    push(path);
    while (!ahead_.empty()) {
      const std::string name = ahead_.pop_back_val();
      if (const std::error_code error = step(name)) return error;
      if (found_) return *found_;
    }
    return Place{git::EntryKind::Directory, here(), pathOf({})};
  }

private:
  struct Level {
    std::string name;
    git::ObjectId tree;
  };

  [[nodiscard]] const git::ObjectId& here() const {
    return levels_.empty() ? files_.tree_ : levels_.back().tree;
  }

  [[nodiscard]] std::string pathOf(StringRef name) const {
    std::string out;
    for (const Level& level : levels_) out = joinPath(out, level.name);
    return joinPath(out, name);
  }

  void push(StringRef path) {
    llvm::SmallVector<StringRef, 8> names;
    path.split(names, '/', -1, false);
    for (const StringRef name : llvm::reverse(names)) {
      if (name != ".") ahead_.push_back(name.str());
    }
  }

  std::error_code step(const std::string& name) {
    if (name == "..") {
      if (levels_.empty()) return RevisionError::Outside;
      levels_.pop_back();
      return {};
    }
    const auto directory = files_.directoryOf(here());
    if (!directory) return directory.getError();
    const auto entry = (*directory)->find(name);
    if (entry == (*directory)->end()) return notThere();
    return enter(entry->second);
  }

  std::error_code enter(const git::TreeEntry& entry) {
    switch (entry.kind) {
      case git::EntryKind::Directory: levels_.push_back({entry.name, entry.object}); return {};
      case git::EntryKind::Submodule: return RevisionError::InSubmodule;
      case git::EntryKind::Link:
        if (!ahead_.empty() || lastLink_ == LastLink::Follow) return follow(entry);
        break;
      case git::EntryKind::File:
        if (!ahead_.empty()) return std::make_error_code(std::errc::not_a_directory);
        break;
    }
    found_ = Place{entry.kind, entry.object, pathOf(entry.name)};
    return {};
  }

  std::error_code follow(const git::TreeEntry& link) {
    if (++links_ > mostLinks) return std::make_error_code(std::errc::too_many_symbolic_link_levels);
    const auto target = files_.repository_->readBlob(link.object);
    if (!target) return target.getError();
    if (target->empty()) return notThere();
    if (StringRef(*target).starts_with("/")) return RevisionError::Outside;
    push(*target);
    return {};
  }

  RevisionFileSystem& files_;
  LastLink lastLink_;
  llvm::SmallVector<std::string, 8> ahead_;  ///< What is left to go, the next one last.
  std::vector<Level> levels_;
  std::optional<Place> found_;
  unsigned links_ = 0;
};

RevisionFileSystem::RevisionFileSystem(std::unique_ptr<git::Repository> repository,
                                       const git::Commit& commit, std::string name)
    : repository_(std::move(repository)),
      tree_(commit.tree),
      name_(std::move(name)),
      root_("/git:" + git::toHex(commit.id)) {}

std::string RevisionFileSystem::nameOf(StringRef path) const {
  path.consume_front(root_);
  path = path.ltrim('/');
  return fmt::format("{}:{}", name_, path == "." ? "" : path);
}

llvm::ErrorOr<RevisionFileSystem::Place> RevisionFileSystem::find(StringRef path,
                                                                  LastLink lastLink) {
  return Walk(*this, lastLink).along(path);
}

llvm::ErrorOr<const RevisionFileSystem::Directory*> RevisionFileSystem::directoryOf(
    const git::ObjectId& tree) {
  const auto known = directories_.find(tree);
  if (known != directories_.end()) return &known->second;
  auto entries = repository_->readTree(tree);
  if (!entries) return entries.getError();
  Directory& directory = directories_[tree];
  for (git::TreeEntry& entry : *entries) {
    std::string name = entry.name;
    directory.emplace(std::move(name), std::move(entry));
  }
  return &directory;
}

llvm::ErrorOr<Entry> RevisionFileSystem::entryAt(StringRef path, LastLink lastLink) {
  const auto place = find(path, lastLink);
  if (!place && isAbsence(place.getError())) return Entry();
  if (!place) return place.getError();
  Entry entry;
  switch (place->kind) {
    case git::EntryKind::Directory: entry.kind = EntryKind::Directory; return entry;
    case git::EntryKind::Link: entry.kind = EntryKind::Link; return entry;
    case git::EntryKind::Submodule: return RevisionError::InSubmodule;
    case git::EntryKind::File: entry.kind = EntryKind::File; break;
  }
  const auto size = repository_->sizeOf(place->object);
  if (!size) return size.getError();
  entry.size = *size;
  return entry;
}

llvm::ErrorOr<Entry> RevisionFileSystem::inspect(const std::string& path) {
  return entryAt(path, LastLink::Keep);
}

llvm::ErrorOr<Entry> RevisionFileSystem::inspectTarget(const std::string& path) {
  return entryAt(path, LastLink::Follow);
}

llvm::ErrorOr<std::string> RevisionFileSystem::read(const std::string& path) {
  const auto place = find(path, LastLink::Follow);
  if (!place) return place.getError();
  if (place->kind != git::EntryKind::File) return std::make_error_code(std::errc::is_a_directory);
  return repository_->readBlob(place->object);
}

llvm::ErrorOr<std::vector<std::string>> RevisionFileSystem::list(const std::string& path) {
  const auto place = find(path, LastLink::Follow);
  if (!place) return place.getError();
  if (place->kind != git::EntryKind::Directory)
    return std::make_error_code(std::errc::not_a_directory);
  const auto directory = directoryOf(place->object);
  if (!directory) return directory.getError();
  std::vector<std::string> names;
  for (const auto& [name, entry] : **directory) {
    if (entry.kind != git::EntryKind::Submodule) names.push_back(name);
  }
  return names;
}

llvm::ErrorOr<std::string> RevisionFileSystem::resolve(const std::string& path) {
  const auto place = find(path, LastLink::Follow);
  if (!place) return place.getError();
  return joinPath(root_, place->path);
}

bool RevisionFileSystem::isWritable(const std::string&) { return false; }
bool RevisionFileSystem::isWritableFile(const std::string&) { return false; }
std::error_code RevisionFileSystem::create(const std::string&, StringRef) { return readOnly(); }
std::error_code RevisionFileSystem::copyPermissions(const std::string&, const std::string&) {
  return readOnly();
}
std::error_code RevisionFileSystem::link(const std::string&, const std::string&) {
  return readOnly();
}
std::error_code RevisionFileSystem::rename(const std::string&, const std::string&) {
  return readOnly();
}
std::error_code RevisionFileSystem::remove(const std::string&) { return readOnly(); }
std::error_code RevisionFileSystem::makeDirectory(const std::string&) { return readOnly(); }
std::error_code RevisionFileSystem::removeDirectory(const std::string&) { return readOnly(); }
std::error_code RevisionFileSystem::syncFiles(llvm::ArrayRef<std::string>) { return readOnly(); }
std::error_code RevisionFileSystem::syncDirectory(const std::string&) { return readOnly(); }
llvm::ErrorOr<DirectoryLock> RevisionFileSystem::lock(const std::string&) { return readOnly(); }

}  // namespace cadre::driver
