#include "git/repository.h"

#include "git/loose_objects.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <cstring>
#include <iterator>

namespace cadre::git {

using llvm::StringRef;

namespace {

/// Frees what libgit2 gave, with the function that its kind asks for.
template <class T, void (*release)(T*)>
struct Released {
  void operator()(T* it) const { release(it); }
};
template <class T, void (*release)(T*)>
using Owned = std::unique_ptr<T, Released<T, release>>;

using OwnedRepository = Owned<git_repository, git_repository_free>;
using OwnedDatabase = Owned<git_odb, git_odb_free>;
using OwnedObject = Owned<git_object, git_object_free>;
using OwnedBlob = Owned<git_blob, git_blob_free>;
using OwnedTree = Owned<git_tree, git_tree_free>;
using OwnedConfig = Owned<git_config, git_config_free>;

/// libgit2 counts who has started it, and ends with the last.
class Library {
public:
  Library() { git_libgit2_init(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() { git_libgit2_shutdown(); }
};

std::string lastMessage() {
  const git_error* error = git_error_last();
  std::string text = error && error->message ? error->message : "no reason is given";
  if (text.size() > 1 && !llvm::isUpper(text[1])) text[0] = llvm::toLower(text[0]);
  return text;
}

ObjectId idOf(const git_oid* id) {
  ObjectId out;
  static_assert(sizeof(id->id) == sizeof(out.bytes));
  std::memcpy(out.bytes.data(), id->id, out.bytes.size());
  return out;
}

git_oid oidOf(const ObjectId& id) {
  git_oid out;
  std::memcpy(out.id, id.bytes.data(), id.bytes.size());
  return out;
}

std::error_code objectError(int code) {
  return code == GIT_ENOTFOUND ? ObjectError::Missing : ObjectError::Damaged;
}

class ObjectCategory final : public std::error_category {
public:
  [[nodiscard]] const char* name() const noexcept override { return "git object"; }
  [[nodiscard]] std::string message(int value) const override {
    switch (static_cast<ObjectError>(value)) {
      case ObjectError::Missing:
        return "this clone does not hold it (a clone with `--filter` lacks files until git fetches "
               "them)";
      case ObjectError::Damaged: return "git's record of it is damaged (`git fsck` tells more)";
    }
    llvm_unreachable("every error has a case");
  }
};

/// What these extensions of a repository change is of no concern to a reader of objects.
void allowExtensions() {
  static const char* const harmless[] = {"worktreeconfig", "partialclone", "preciousobjects"};
  git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, harmless, std::size(harmless));
}

/// Whether the settings of the user say `safe.directory = *`, which libgit2 does not know.
bool areAllTrusted() {
  git_config* found = nullptr;
  if (git_config_open_default(&found) != 0) return false;
  const OwnedConfig config(found);
  bool trusts = false;
  const auto visit = [](const git_config_entry* entry, void* payload) {
    auto& answer = *static_cast<bool*>(payload);
    // An empty value takes back what stands before it.
    answer = *entry->value && (answer || StringRef(entry->value) == "*");
    return 0;
  };
  git_config_get_multivar_foreach(config.get(), "safe.directory", nullptr, visit, &trusts);
  return trusts;
}

/// Whether `safe.directory` names the repository at `path` in a way that libgit2 does not know: by `*`, or in the
/// environment, which comes last.
bool isTrusted(StringRef path, const Environment& environment) {
  bool trusts = areAllTrusted();
  for (const StringRef value : environment.trusted) {
    const StringRef named = value.size() > 1 ? value.rtrim('/') : value;
    trusts = !value.empty() && (trusts || value == "*" || named == path);
  }
  return trusts;
}

/// A value of settings is found, or its absence is what libgit2 complains of.
bool isAboutOwner(int code) {
  return code == GIT_EOWNER ||
         (code == GIT_ENOTFOUND && StringRef(lastMessage()).contains("safe.directory"));
}

int openAt(git_repository** out, const std::string& directory, const Environment& environment) {
  if (!environment.directory.empty())
    return git_repository_open_ext(out, environment.directory.c_str(),
                                   GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  return git_repository_open_ext(out, directory.c_str(), 0, environment.ceilings.c_str());
}

/// The repository's path in the complaint about its owner.
std::string quotedPath(StringRef message) {
  const StringRef path = message.split('\'').second.rsplit('\'').first;
  return path.size() > 1 ? path.rtrim('/').str() : path.str();
}

/// Where it is, without asking whom it belongs to.
std::string pathOfForeign(const std::string& directory, const Environment& environment) {
  git_buf found = GIT_BUF_INIT;
  if (git_repository_discover(&found, directory.c_str(), 0, environment.ceilings.c_str()) != 0)
    return directory;
  StringRef path = StringRef(found.ptr, found.size).rtrim('/');
  if (path.consume_back("/.git")) path = path.empty() ? "/" : path;
  std::string out = path.str();
  git_buf_dispose(&found);
  return out;
}

Failure failureToOpen(int code, const std::string& directory, const Environment& environment) {
  if (isAboutOwner(code)) {
    std::string path = quotedPath(lastMessage());
    return {Fault::ForeignOwner,
            path.starts_with("/") ? path : pathOfForeign(directory, environment)};
  }
  if (code == GIT_ENOTFOUND) return {Fault::NoRepository, {}};
  return {Fault::Unusable, lastMessage()};
}

/// Asked before all other sources of objects: holds none, and refuses those that would never end.
struct Guard {
  git_odb_backend backend;  // First: libgit2 knows no more of it.
  LooseObjects objects;

  static int judge(git_odb_backend* self, const git_oid* id, size_t digits) {
    std::array<char, GIT_OID_HEXSZ> hex;
    git_oid_fmt(hex.data(), id);
    const LooseObjects& objects = reinterpret_cast<Guard*>(self)->objects;
    if (!objects.isAnyCutOff(StringRef(hex.data(), digits))) return GIT_ENOTFOUND;
    git_error_set_str(GIT_ERROR_ODB, "an object's file was cut off");
    return GIT_ERROR;
  }
  static int read(void**, size_t*, git_object_t*, git_odb_backend* self, const git_oid* id) {
    return judge(self, id, GIT_OID_HEXSZ);
  }
  static int readPrefix(git_oid*, void**, size_t*, git_object_t*, git_odb_backend* self,
                        const git_oid* id, size_t digits) {
    return judge(self, id, digits);
  }
  static int readHeader(size_t*, git_object_t*, git_odb_backend* self, const git_oid* id) {
    return judge(self, id, GIT_OID_HEXSZ);
  }
  static int exists(git_odb_backend*, const git_oid*) { return 0; }
  static void release(git_odb_backend* self) { delete reinterpret_cast<Guard*>(self); }
};

/// Adds the objects that a hook sees and that are not yet in the repository, and the guard of all.
bool addObjects(git_odb* database, git_repository* repository, const Environment& environment) {
  auto guard = std::make_unique<Guard>();
  if (git_odb_init_backend(&guard->backend, GIT_ODB_BACKEND_VERSION) != 0) return false;
  guard->backend.read = Guard::read;
  guard->backend.read_prefix = Guard::readPrefix;
  guard->backend.read_header = Guard::readHeader;
  guard->backend.exists = Guard::exists;
  guard->backend.free = Guard::release;
  guard->objects.add(std::string(git_repository_commondir(repository)) + "objects");
  llvm::SmallVector<StringRef, 4> directories;
  StringRef(environment.alternates).split(directories, ':', -1, false);
  if (!environment.objects.empty()) directories.push_back(environment.objects);
  for (const StringRef directory : directories) {
    guard->objects.add(directory.str());
    git_odb_add_disk_alternate(database, directory.str().c_str());
  }
  constexpr int beforeAll = 1000;
  if (git_odb_add_backend(database, &guard->backend, beforeAll) != 0) return false;
  // The database frees it.
  static_cast<void>(guard.release());
  return true;
}

/// `@` alone means `HEAD`, which libgit2 knows only where nothing stands behind it.
std::string inFull(StringRef revision) {
  StringRef rest = revision;
  const bool isHead = rest.consume_front("@") && (rest.starts_with("~") || rest.starts_with("^"));
  return isHead ? ("HEAD" + rest).str() : revision.str();
}

/// What an object is that is no commit.
std::string phraseOf(git_object_t type) {
  switch (type) {
    case GIT_OBJECT_TREE: return "a tree";
    case GIT_OBJECT_BLOB: return "the contents of a file";
    default: return "no commit";
  }
}

/// How many digits of a hash a name ends with: `abc`, `v2-3-gabc`.
size_t digitsAtEnd(StringRef revision) {
  return revision.size() - revision.rtrim("0123456789abcdefABCDEF").size();
}

Failure failureToFind(int code, StringRef revision) {
  switch (code) {
    case GIT_ENOTFOUND: return {Fault::NoRevision, {}};
    // Of three digits and less, libgit2 says so without a look.
    case GIT_EAMBIGUOUS:
      return {digitsAtEnd(revision) < GIT_OID_MINPREFIXLEN ? Fault::NoRevision : Fault::Ambiguous,
              {}};
    // `HEAD` before the first commit.
    case GIT_EUNBORNBRANCH: return {Fault::NoRevision, {}};
    default: break;
  }
  const git_error* error = git_error_last();
  const bool isAboutObjects =
      error && (error->klass == GIT_ERROR_ODB || error->klass == GIT_ERROR_ZLIB ||
                error->klass == GIT_ERROR_OBJECT);
  return {isAboutObjects ? Fault::Damaged : Fault::NotUnderstood, lastMessage()};
}

}  // namespace

std::error_code make_error_code(ObjectError error) {
  static const ObjectCategory category;
  return {static_cast<int>(error), category};
}

std::string toHex(const ObjectId& id) { return llvm::toHex(id.bytes, true); }

struct Repository::Handles {
  Library library;
  OwnedRepository repository;
  OwnedDatabase database;
};

Repository::Repository(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
Repository::~Repository() = default;

std::unique_ptr<Repository> Repository::open(const std::string& directory,
                                             const Environment& environment, Failure& failure) {
  auto handles = std::make_unique<Handles>();
  allowExtensions();
  git_repository* opened = nullptr;
  int code = openAt(&opened, directory, environment);
  if (isAboutOwner(code) &&
      isTrusted(failureToOpen(code, directory, environment).said, environment)) {
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    code = openAt(&opened, directory, environment);
  }
  if (code != 0) {
    failure = failureToOpen(code, directory, environment);
    return nullptr;
  }
  handles->repository.reset(opened);
  git_odb* database = nullptr;
  const bool hasDatabase = git_repository_odb(&database, opened) == 0;
  handles->database.reset(database);
  if (!hasDatabase || !addObjects(database, opened, environment)) {
    failure = {Fault::Unusable, lastMessage()};
    return nullptr;
  }
  return std::unique_ptr<Repository>(new Repository(std::move(handles)));
}

static std::string withoutSlash(const char* path) {
  if (!path) return {};
  const StringRef trimmed = StringRef(path).rtrim('/');
  return trimmed.empty() ? "/" : trimmed.str();
}

std::string Repository::workTree() const {
  return withoutSlash(git_repository_workdir(handles_->repository.get()));
}

std::string Repository::directory() const {
  return withoutSlash(git_repository_path(handles_->repository.get()));
}

bool Repository::isShallow() const {
  return git_repository_is_shallow(handles_->repository.get()) == 1;
}

bool Repository::isEmpty() const {
  return git_repository_head_unborn(handles_->repository.get()) == 1;
}

std::optional<Commit> Repository::findCommit(const std::string& revision, Failure& failure) const {
  git_object* found = nullptr;
  if (const int code =
          git_revparse_single(&found, handles_->repository.get(), inFull(revision).c_str());
      code != 0) {
    failure = failureToFind(code, revision);
    return {};
  }
  const OwnedObject object(found);
  git_object* peeled = nullptr;
  if (git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT) != 0) {
    const git_object_t type = git_object_type(object.get());
    failure = type == GIT_OBJECT_COMMIT ||
                      (type == GIT_OBJECT_TAG && git_error_last()->klass == GIT_ERROR_ODB)
                  ? Failure{Fault::Incomplete, {}}
                  : Failure{Fault::NotOneCommit,
                            type == GIT_OBJECT_TAG ? "a tag of something else" : phraseOf(type)};
    return {};
  }
  const OwnedObject commit(peeled);
  const auto* it = reinterpret_cast<const git_commit*>(commit.get());
  return Commit{idOf(git_commit_id(it)), idOf(git_commit_tree_id(it))};
}

std::vector<std::string> Repository::names() const {
  std::vector<std::string> out;
  git_strarray references = {};
  if (git_reference_list(&references, handles_->repository.get()) != 0) return out;
  const llvm::ArrayRef<char*> all(references.strings, references.count);
  for (const StringRef folder : {"refs/heads/", "refs/tags/", "refs/remotes/"}) {
    const size_t first = out.size();
    for (StringRef name : all) {
      if (name.consume_front(folder)) out.push_back(name.str());
    }
    std::sort(out.begin() + static_cast<ptrdiff_t>(first), out.end());
  }
  git_strarray_dispose(&references);
  return out;
}

llvm::ErrorOr<std::vector<TreeEntry>> Repository::readTree(const ObjectId& id) const {
  const git_oid oid = oidOf(id);
  git_tree* found = nullptr;
  if (const int code = git_tree_lookup(&found, handles_->repository.get(), &oid); code != 0)
    return objectError(code);
  const OwnedTree tree(found);
  std::vector<TreeEntry> out;
  for (size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
    TreeEntry& it = out.emplace_back();
    it.name = git_tree_entry_name(entry);
    it.object = idOf(git_tree_entry_id(entry));
    switch (git_tree_entry_filemode(entry)) {
      case GIT_FILEMODE_TREE: it.kind = EntryKind::Directory; break;
      case GIT_FILEMODE_LINK: it.kind = EntryKind::Link; break;
      case GIT_FILEMODE_COMMIT: it.kind = EntryKind::Submodule; break;
      case GIT_FILEMODE_UNREADABLE:
      case GIT_FILEMODE_BLOB:
      case GIT_FILEMODE_BLOB_EXECUTABLE: it.kind = EntryKind::File; break;
    }
  }
  return out;
}

llvm::ErrorOr<uint64_t> Repository::sizeOf(const ObjectId& blob) const {
  const git_oid oid = oidOf(blob);
  size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (const int code = git_odb_read_header(&size, &type, handles_->database.get(), &oid); code != 0)
    return objectError(code);
  return uint64_t{size};
}

llvm::ErrorOr<std::string> Repository::readBlob(const ObjectId& id) const {
  const git_oid oid = oidOf(id);
  git_blob* found = nullptr;
  if (const int code = git_blob_lookup(&found, handles_->repository.get(), &oid); code != 0)
    return objectError(code);
  const OwnedBlob blob(found);
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                     static_cast<size_t>(git_blob_rawsize(blob.get())));
}

}  // namespace cadre::git
