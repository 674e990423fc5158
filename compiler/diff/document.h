// One side of a comparison: a framework.json, as cadre writes it, with its records by id. Takes text,
// gives records; what is no such document is refused with the reason.
#pragma once

#include "diff/value.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/Support/Error.h>

#include <memory>
#include <optional>
#include <string>

namespace cadre::diff {

/// A table of the document, and the word for one of its records.
struct Table {
  StringRef name;
  StringRef word;
};
/// The tables behind `dependencies`, in the order of the document.
[[nodiscard]] ArrayRef<Table> tables();

/// The member by which the elements of the array that is the member `array` are known; empty where they are
/// known by themselves.
[[nodiscard]] StringRef keyMember(StringRef array, const Value& element);
/// The key of an element of the array that is the member `array`: a member of it, else the element
/// itself (a text as it is, else as JSON on one line).
[[nodiscard]] std::string keyOf(StringRef array, const Value& element);

class Document {
public:
  /// Reads a framework.json. Fails where `json` is none, or of a format that is not known.
  static llvm::Expected<std::unique_ptr<Document>> read(StringRef json);

  /// The same with another id for the framework, and so for all that it declares.
  [[nodiscard]] std::unique_ptr<Document> withId(StringRef id) const;

  [[nodiscard]] const Value& root() const { return *root_; }
  [[nodiscard]] const Value& framework() const { return *root_->find("framework"); }
  /// The records of a table; none where it is not there.
  [[nodiscard]] ArrayRef<Value> records(StringRef table) const { return root_->list(table); }
  /// The record of a table with that id, or null; also of an abstract profile and what that alone refers to.
  [[nodiscard]] const Value* find(StringRef table, StringRef id) const;
  /// What to call a record: its title (a statement's text), else its name, else its id; the id where it
  /// is not in the document.
  [[nodiscard]] std::string titleOf(StringRef table, StringRef id) const;

  /// Abstract profiles are not published. Who has the source knows them all the same: `wide` is a document with
  /// them among its profiles; null where there are none.
  void setBases(std::unique_ptr<Document> wide);
  /// Whether abstract profiles are known, be it that there are none.
  [[nodiscard]] bool knowsBases() const { return knowsBases_; }
  [[nodiscard]] ArrayRef<const Value*> bases() const { return bases_; }

  /// The scale that a competency is on; empty without.
  [[nodiscard]] StringRef scaleOf(StringRef competency) const;
  /// The level's title on that scale; the level itself where it has none.
  [[nodiscard]] std::string levelTitle(StringRef scale, StringRef level) const;
  /// Where the level lies: its number from 1, or on a numeric scale the number. None for no such level.
  [[nodiscard]] std::optional<double> rank(StringRef scale, StringRef level) const;

private:
  Document() = default;
  llvm::Error index();

  Arena arena_;
  const Value* root_ = nullptr;
  llvm::StringMap<llvm::StringMap<const Value*>> byId_;
  std::unique_ptr<Document> wide_;
  std::vector<const Value*> bases_;  ///< The abstract profiles in `wide_`.
  bool knowsBases_ = false;
};

/// What to call a record that is at hand.
[[nodiscard]] std::string titleOf(const Value& record);

}  // namespace cadre::diff
