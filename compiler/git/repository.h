// A git repository, to be read: takes a directory to look from, gives commits, and the trees and
// bytes that they hold, exactly as they are stored. Looks at no work tree, index or remote, runs no
// filter and writes nothing. The only folder that knows libgit2.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/ErrorOr.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace cadre::git {

/// The SHA-1 of an object.
struct ObjectId {
  std::array<unsigned char, 20> bytes = {};
  friend auto operator<=>(const ObjectId&, const ObjectId&) = default;
};

/// Forty hexadecimal digits.
std::string toHex(const ObjectId& id);

enum class EntryKind : uint8_t { File, Directory, Link, Submodule };

/// A line of a tree.
struct TreeEntry {
  std::string name;  ///< Bytes, in no encoding for certain.
  EntryKind kind = EntryKind::File;
  ObjectId object;
};

struct Commit {
  ObjectId id;
  ObjectId tree;
};

/// Why an object could not be read.
enum class ObjectError {
  Missing = 1,  ///< The clone does not hold it.
  Damaged,      ///< It is there, and is not what its hash says.
};
std::error_code make_error_code(ObjectError error);

/// What git's variables say about where to look. Empty: nothing.
struct Environment {
  std::string directory;   ///< GIT_DIR
  std::string objects;     ///< GIT_OBJECT_DIRECTORY
  std::string alternates;  ///< GIT_ALTERNATE_OBJECT_DIRECTORIES, separated by colons
  std::string ceilings;    ///< GIT_CEILING_DIRECTORIES
  /// What GIT_CONFIG_COUNT and its keys and values say of `safe.directory`, in their order.
  std::vector<std::string> trusted;
};

enum class Fault : uint8_t {
  NoRepository,   ///< Neither the directory nor one above it is one, or GIT_DIR is none.
  ForeignOwner,   ///< It belongs to another user, and git was not told to trust it. `said`: its
                  ///< path.
  Unusable,       ///< It is one that cannot be opened. `said`: why.
  NoRevision,     ///< Nothing is called so.
  Ambiguous,      ///< Several objects begin with those digits.
  NotOneCommit,   ///< It names something else. `said`: what, `a tree` or `a range of commits`.
  NotUnderstood,  ///< No way to name a revision. `said`: why.
  Damaged,        ///< Git's record of the commit, or of what leads to it. `said`: what is wrong.
  Incomplete,     ///< The clone does not hold the commit, or what leads to it.
};

struct Failure {
  Fault fault = Fault::Unusable;
  std::string said;
};

class Repository {
public:
  /// The repository that `directory` lies in, upwards; null with `failure` filled.
  static std::unique_ptr<Repository> open(const std::string& directory,
                                          const Environment& environment, Failure& failure);
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;
  ~Repository();

  /// Where the files of its branch lie, absolute, without `/` at its end; empty of a bare
  /// repository.
  [[nodiscard]] std::string workTree() const;
  /// Where git keeps its own files, likewise.
  [[nodiscard]] std::string directory() const;
  /// True where the clone was cut off at some commits.
  [[nodiscard]] bool isShallow() const;
  /// True before the first commit.
  [[nodiscard]] bool isEmpty() const;

  /// The commit that `revision` names, in any way that git has; none with `failure` filled. A tag
  /// stands for what it was put on.
  [[nodiscard]] std::optional<Commit> findCommit(const std::string& revision,
                                                 Failure& failure) const;
  /// Branches, tags and branches of remotes, as short as people write them, in this order.
  [[nodiscard]] std::vector<std::string> names() const;

  [[nodiscard]] llvm::ErrorOr<std::vector<TreeEntry>> readTree(const ObjectId& tree) const;
  /// How many bytes a blob has.
  [[nodiscard]] llvm::ErrorOr<uint64_t> sizeOf(const ObjectId& blob) const;
  [[nodiscard]] llvm::ErrorOr<std::string> readBlob(const ObjectId& blob) const;

private:
  struct Handles;
  explicit Repository(std::unique_ptr<Handles> handles);

  std::unique_ptr<Handles> handles_;
};

}  // namespace cadre::git

template <>
struct std::is_error_code_enum<cadre::git::ObjectError> : std::true_type {};
