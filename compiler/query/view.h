// The model as a query sees it: takes a model and whether everything counts, gives the rows of each
// source in the order of declaration, and who refers to whom. Indexes are made when first asked
// for, in one pass. Judges nothing.
#pragma once

#include "query/types.h"
#include "support/arena.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/StringSet.h>

#include <vector>

namespace cadre::query {

class View {
public:
  /// Without `all`: what the framework declares itself, and no abstract profile. `model` must
  /// outlive the view.
  View(const model::Model& m, bool all) : model(m), isAll(all) {}

  const model::Model& model;
  const bool isAll;
  /// The keys of the frameworks that are asked the same beside this one, as members of a workspace
  /// are: they answer for what they declare.
  llvm::StringSet<> askedBeside;

  /// The rows that a query over the source goes through; `variant` as in WORD.
  [[nodiscard]] std::vector<Row> rows(SourceId source, unsigned variant) const;
  /// The row of a declaration.
  template <class Record>
  [[nodiscard]] Row rowOf(Id<Record> id) const;

  [[nodiscard]] model::LevelId idOf(const model::Level& level) const {
    return model.tables().levels.idOf(level);
  }

  /// Those rows of `source` that are seen and refer to the row; the field says by what.
  [[nodiscard]] ArrayRef<Row> users(const Row& row, SourceId source) const;
  [[nodiscard]] ArrayRef<Row> next(const Row& profile) const;
  [[nodiscard]] ArrayRef<Row> previous(const Row& profile) const;

  /// Whether a query without `all` goes through it, too.
  [[nodiscard]] bool sees(const model::Declaration& declaration) const {
    return isAll || !model.isExternal(declaration);
  }
  [[nodiscard]] bool sees(const model::Profile& profile) const {
    return isAll || (!model.isExternal(profile) && !profile.isAbstract);
  }

  /// The same of any declaration.
  [[nodiscard]] bool sees(const Row& declaration) const;

  /// For texts that no record holds. They live as long as the view.
  Arena& arena() const { return arena_; }

private:
  using Users = llvm::DenseMap<const void*, std::vector<Row>>;
  void index(SourceId source) const;
  void indexSteps() const;

  mutable Arena arena_;
  mutable std::vector<Users> users_;
  mutable std::vector<bool> isIndexed_;
  mutable Users next_;
  mutable Users previous_;
  mutable bool hasSteps_ = false;
};

enum class BulletRole : uint8_t { Indicator, Develop, Evidence, Interview };

using Rows = llvm::SmallVector<Row, 8>;
[[nodiscard]] Rows bulletsOf(const model::Competency& competency, BulletRole role);
/// `owner` is the profile or the rule.
[[nodiscard]] Rows requirementsOf(const Row& owner, ArrayRef<model::Requirement> requirements);
[[nodiscard]] Rows originsOf(const Row& row, const model::Requirement& requirement);
[[nodiscard]] Rows stepsOf(const model::Path& path);

/// The declaration that the row is, or null for one of a source that is none.
[[nodiscard]] const model::Declaration* declarationOf(const Row& row);
/// Whether rows of the source are declarations.
[[nodiscard]] bool isDeclaration(SourceId source);

}  // namespace cadre::query
