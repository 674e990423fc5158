#include "driver/revision.h"

#include "driver/context.h"
#include "driver/revision_file_system.h"
#include "git/repository.h"
#include "session/manifest.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

#include <cstdlib>

namespace cadre::driver {

namespace {

using llvm::StringRef;

constexpr StringRef prefix = "git:";

/// What makes another commit of the one that it is written behind.
constexpr StringRef suffixStarts = "~^@";

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The values that the environment gives to `safe.directory`, as pipelines do for a container.
std::vector<std::string> trustedDirectories() {
  std::vector<std::string> out;
  unsigned count = 0;
  if (StringRef(variable("GIT_CONFIG_COUNT")).getAsInteger(10, count)) return out;
  for (unsigned i = 0; i < count; ++i) {
    const char* key = std::getenv(fmt::format("GIT_CONFIG_KEY_{}", i).c_str());
    // git takes no list that has a gap.
    if (!key) return {};
    if (StringRef(key).equals_insensitive("safe.directory"))
      out.push_back(variable(fmt::format("GIT_CONFIG_VALUE_{}", i).c_str()));
  }
  return out;
}

git::Environment environment() {
  return {.directory = variable("GIT_DIR"),
          .objects = variable("GIT_OBJECT_DIRECTORY"),
          .alternates = variable("GIT_ALTERNATE_OBJECT_DIRECTORIES"),
          .ceilings = variable("GIT_CEILING_DIRECTORIES"),
          .trusted = trustedDirectories()};
}

bool isAtOrBelow(StringRef inner, StringRef outer) {
  return inner == outer || (inner.consume_front(outer) && (outer == "/" || inner.starts_with("/")));
}

/// `a..b`; what braces enclose is a text or a date.
bool isRange(StringRef revision) { return revision.split('{').first.contains(".."); }

/// `path` without `.`, `..` and a `/` at its end; `.` for the root.
std::string cleanInside(StringRef path) {
  llvm::SmallString<128> out(path.trim('/'));
  llvm::sys::path::remove_dots(out, true);
  return out.empty() ? "." : out.str().str();
}

bool isRelative(StringRef path) {
  return path == "." || path == ".." || path.starts_with("./") || path.starts_with("../");
}

class RevisionOpener {
public:
  RevisionOpener(Context& context, StringRef operand, StringRef counterpart)
      : context_(context),
        disk_(context.files),
        operand_(operand),
        spec_(parseRevision(operand)),
        counterpart_(spec_.path ? "." : counterpart) {}

  std::optional<Place> run() {
    if (spec_.revision.empty())
      return refuse(fmt::format("`{}` names no revision", operand_), writingHelp()), std::nullopt;
    const auto start = existing(counterpart_.str());
    if (!start)
      return refuse(fmt::format("cannot read `{}`: {}", counterpart_, describe(start.getError()))),
             std::nullopt;
    start_ = *start;
    git::Failure failure;
    auto repository = git::Repository::open(directoryOf(start_), environment(), failure);
    if (!repository) return reportRepository(failure), std::nullopt;
    const auto commit = repository->findCommit(spec_.revision, failure);
    if (!commit) return reportRevision(*repository, failure), std::nullopt;
    findHere(*repository);
    Place place;
    place.label = spec_.revision;
    place.commit = git::toHex(commit->id);
    auto files = std::make_unique<RevisionFileSystem>(std::move(repository), *commit,
                                                      prefix.str() + spec_.revision);
    if (!findPath(*files, place)) return {};
    place.name = files->nameOf(place.path);
    place.files = files.get();
    place.owned = std::move(files);
    return place;
  }

private:
  // ---- The repository

  /// The path without links, of what is there of it.
  llvm::ErrorOr<std::string> existing(const std::string& path) {
    auto real = disk_.resolve(path);
    if (real || parentPath(path) == path || real.getError() != std::errc::no_such_file_or_directory)
      return real;
    auto parent = existing(parentPath(path));
    if (!parent) return parent;
    return joinPath(*parent, llvm::sys::path::filename(path));
  }

  /// The nearest directory that is there.
  std::string directoryOf(std::string at) {
    while (at != "/") {
      const auto entry = disk_.inspectTarget(at);
      if (entry && entry->kind == EntryKind::Directory) break;
      at = parentPath(at);
    }
    return at;
  }

  void reportRepository(const git::Failure& failure) {
    const std::string where =
        counterpart_ == "." ? "the current directory" : fmt::format("`{}`", counterpart_);
    const std::string variable = environment().directory;
    switch (failure.fault) {
      case git::Fault::ForeignOwner:
        return refuse(
            fmt::format("the git repository in `{}` belongs to another user", failure.said),
            {fmt::format("where you trust it: `git config --global --add safe.directory {}`",
                         failure.said)});
      case git::Fault::NoRepository:
        if (!variable.empty())
          return refuse(fmt::format("GIT_DIR is `{}`, and there is no git repository", variable));
        return refuse(fmt::format("`{}` asks for a revision, and {} is not in a git repository",
                                  operand_, where),
                      {"run `cadre` in a clone of the repository, or name a path on the disk"});
      default:
        return refuse(
            fmt::format("the git repository of {} cannot be opened: {}", where, failure.said));
    }
  }

  // ---- The revision

  void reportRevision(const git::Repository& repository, const git::Failure& failure) {
    const std::string& revision = spec_.revision;
    switch (failure.fault) {
      case git::Fault::Ambiguous:
        return refuse(fmt::format("`{}` is the beginning of several objects' hashes", revision),
                      {"write more digits of it"});
      case git::Fault::NotOneCommit:
        return refuse(
            fmt::format("`{}` is {}, and a revision is one commit", revision, failure.said),
            writingHelp());
      case git::Fault::Incomplete:
        return refuse(fmt::format("this clone does not hold the commit of `{}`", revision),
                      shallowHelp(repository));
      case git::Fault::Damaged:
        return refuse(fmt::format("cannot read the commit of `{}`: {}", revision, failure.said),
                      {"`git fsck` tells what is damaged"});
      case git::Fault::NotUnderstood:
        if (isRange(revision)) return reportRange();
        return refuse(fmt::format("`{}` is no way to name a revision: {}", revision, failure.said),
                      writingHelp());
      default: break;
    }
    if (isRange(revision)) return reportRange();
    reportUnknown(repository);
  }

  void reportRange() {
    const auto [from, to] = StringRef(spec_.revision).split("..");
    std::vector<std::string> help;
    if (const StringRef other = to.ltrim('.'); !from.empty() && !other.empty())
      help.push_back(fmt::format("`git merge-base {} {}` prints the commit where the two parted",
                                 from, other));
    refuse(fmt::format("`{}` is a range of commits, and a revision is one", spec_.revision),
           std::move(help));
  }

  void reportUnknown(const git::Repository& repository) {
    const StringRef revision = spec_.revision;
    const std::string message = fmt::format("there is no revision `{}`", revision);
    if (repository.isEmpty() && repository.names().empty())
      return refuse(message, {"the repository has no commit yet"});
    const size_t end = revision.find_first_of(suffixStarts, 1);
    const StringRef base = revision.take_front(end);
    const StringRef rest = revision.substr(base.size());
    git::Failure ignored;
    if (!rest.empty() && repository.findCommit(base.str(), ignored)) {
      if (repository.isShallow()) return refuse(message, shallowHelp(repository));
      return refuse(
          message, {fmt::format("`{}` is there, and `{}` leads from it to no commit", base, rest)});
    }
    const std::vector<std::string> near = namesLike(repository, base, rest);
    std::vector<std::string> help = shallowHelp(repository);
    if (near.empty() && help.empty())
      help = {"`git branch --all` and `git tag` list what revisions are called"};
    reportUsage(context_.faults, message, {near.begin(), near.end()}, std::move(help));
  }

  /// Names of branches and tags that a reader would take for `base`, with what stands behind it.
  static std::vector<std::string> namesLike(const git::Repository& repository, StringRef base,
                                            StringRef rest) {
    const std::vector<std::string> names = repository.names();
    std::vector<StringRef> near;
    // A checkout of one branch knows the others by their remote's name alone.
    llvm::copy_if(names, std::back_inserter(near),
                  [&](StringRef name) { return name.consume_back(base) && name.ends_with("/"); });
    std::vector<StringRef> all(names.begin(), names.end());
    all.emplace_back("HEAD");
    for (const StringRef name : suggest(base, all)) {
      if (!llvm::is_contained(near, name)) near.push_back(name);
    }
    std::vector<std::string> out;
    for (const StringRef name : llvm::ArrayRef(near).take_front(3))
      out.push_back((name + rest).str());
    return out;
  }

  static std::vector<std::string> shallowHelp(const git::Repository& repository) {
    if (!repository.isShallow()) return {};
    return {
        "this clone is shallow, so that older commits and other branches may be missing: `git "
        "fetch --unshallow --tags`",
        "in a pipeline, check out all of the history: `fetch-depth: 0` (GitHub), `GIT_DEPTH: 0` "
        "(GitLab)"};
  }

  static std::vector<std::string> writingHelp() {
    return {
        "write `git:REV` or `git:REV:PATH`, where REV is a branch, a tag, a hash or such as "
        "`HEAD~3`"};
  }

  // ---- The path

  /// Finds where in the work tree the counterpart lies. Hooks run in git's own directory.
  void findHere(const git::Repository& repository) {
    const std::string told = variable("GIT_WORK_TREE");
    const std::string workTree = told.empty() ? repository.workTree() : told;
    const auto own = disk_.resolve(repository.directory());
    if (workTree.empty() || (own && isAtOrBelow(start_, *own))) return;
    const auto root = disk_.resolve(workTree);
    if (!root || !isAtOrBelow(start_, *root)) return;
    root_ = *root;
    here_ = cleanInside(StringRef(start_).drop_front(root->size()));
  }

  bool findPath(RevisionFileSystem& files, Place& place) {
    if (!spec_.path) {
      place.path = counterpartIn(files);
    } else if (!isRelative(*spec_.path)) {
      place.path = cleanInside(*spec_.path);
    } else if (here_) {
      place.path = cleanInside(joinPath(*here_, *spec_.path));
    } else {
      refuse(fmt::format("`{}` starts from the current directory, which is in no work tree of a "
                         "git repository",
                         *spec_.path),
             {"without `./`, PATH starts from the root of the repository"});
      return false;
    }
    const auto entry = files.inspectTarget(place.path);
    if (entry && entry->kind != EntryKind::None) return true;
    if (!entry) {
      refuse(fmt::format("cannot read `{}`: {}", files.nameOf(place.path),
                         describe(entry.getError())));
    } else {
      reportPath(files, place.path);
    }
    return false;
  }

  /// The counterpart's own path; where that is newer than the commit, the path of its package.
  std::string counterpartIn(RevisionFileSystem& files) {
    if (!here_) return ".";
    const auto entry = files.inspectTarget(*here_);
    if (entry && entry->kind != EntryKind::None) return *here_;
    for (std::string at = start_; isAtOrBelow(at, root_); at = parentPath(at)) {
      const auto manifest = disk_.inspect(joinPath(at, session::manifestName));
      if (manifest && manifest->kind != EntryKind::None)
        return cleanInside(StringRef(at).drop_front(root_.size()));
      if (at == "/") break;
    }
    return *here_;
  }

  void reportPath(RevisionFileSystem& files, const std::string& path) {
    const std::string message =
        fmt::format("there is no `{}` in revision `{}`", path, spec_.revision);
    if (!spec_.path) {
      return refuse(
          message,
          {fmt::format("without PATH, what is in `{}` is meant; `git:{}:PATH` names another "
                       "place, from the root of the repository",
                       path, spec_.revision)});
    }
    if (here_ && *here_ != "." && !isRelative(*spec_.path)) {
      const auto entry = files.inspectTarget(joinPath(*here_, path));
      if (entry && entry->kind != EntryKind::None)
        return refuse(message, {fmt::format("from the current directory it is `git:{}:./{}`",
                                            spec_.revision, path)});
    }
    const auto names = files.list(parentPath(path));
    if (!names) return refuse(message);
    const std::vector<StringRef> all(names->begin(), names->end());
    std::vector<std::string> near;
    for (const StringRef name : suggest(llvm::sys::path::filename(path), all))
      near.push_back(joinPath(parentPath(path), name));
    reportUsage(context_.faults, message, {near.begin(), near.end()}, {});
  }

  void refuse(std::string message, std::vector<std::string> help = {}) {
    reportUsage(context_.faults, std::move(message), {}, std::move(help));
  }

  Context& context_;
  FileSystem& disk_;
  StringRef operand_;
  RevisionSpec spec_;
  StringRef counterpart_;
  std::string start_;  ///< The counterpart, absolute and without links.
  std::string root_;   ///< The work tree, likewise.
  std::optional<std::string>
      here_;  ///< The counterpart, from the root; none outside of a work tree.
};

}  // namespace

bool isRevision(StringRef operand) { return operand.starts_with(prefix); }

RevisionSpec parseRevision(StringRef operand) {
  operand.consume_front(prefix);
  // As git does: `main@{2026-01-01 10:00}` holds no path.
  size_t depth = 0;
  for (size_t i = 0; i < operand.size(); ++i) {
    const char c = operand[i];
    if (c == '{') ++depth;
    if (c == '}' && depth > 0) --depth;
    if (c == ':' && depth == 0)
      return {operand.take_front(i).str(), operand.drop_front(i + 1).str()};
  }
  return {operand.str(), {}};
}

std::optional<Place> findPlace(Context& context, StringRef operand, StringRef counterpart) {
  if (isRevision(operand)) return RevisionOpener(context, operand, counterpart).run();
  Place place;
  place.files = &context.files;
  place.path = place.name = place.label = operand.str();
  return place;
}

}  // namespace cadre::driver
