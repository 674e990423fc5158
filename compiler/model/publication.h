// What of a model is published: takes a model and whether drafts count, gives for every table the
// ids that outputs hold, in the order of declaration. Outputs agree because they all ask here.
//
// Published is what the framework declares itself, but abstract profiles and (unless asked for)
// drafts, together with the declarations of other packages that this refers to. What a published
// declaration cannot be told without is published with it, draft or not: the scale of a
// competency, the parents of a category or family, the two scales of a crosswalk. Any other fact
// about something that is not published (a requirement of a draft competency, a rule for a draft
// family) is not published either; sema warns of it. What a profile requires is what follows
// without the rules that are left out. What it inherits from a draft is its own, and stays.
#pragma once

#include "model/model.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

#include <memory>
#include <tuple>
#include <vector>

namespace cadre::model {

/// Whether outputs leave the declaration out, unless drafts are asked for: it is a draft, and its
/// framework is not.
[[nodiscard]] bool isDraft(const Model& model, const Declaration& declaration);

struct PublicationOptions {
  /// Include declarations whose status is draft, in a framework that is not a draft itself.
  bool drafts = false;
  /// Include abstract profiles: no output shows them, but comparisons tell what they pass on.
  bool abstractProfiles = false;
};

class Publication {
public:
  /// `model` must outlive the publication.
  explicit Publication(const Model& model, PublicationOptions options = {});

  [[nodiscard]] const Model& model() const { return model_; }

  /// The published ids of a table, in order. Framework 0 comes first, then the dependencies that
  /// anything refers to. Kinds hold the built-in ones always.
  template <class Record>
  [[nodiscard]] ArrayRef<Id<Record>> ids() const {
    return std::get<Set<Record>>(sets_).ids;
  }
  /// Whether a record is published. An id of none is not.
  template <class Record>
  [[nodiscard]] bool contains(Id<Record> id) const {
    return id && std::get<Set<Record>>(sets_).member[id.index()];
  }

  /// What is published of what `profile` requires: the requirements whose competency is published,
  /// as they are without the rules that are not. Rules that are not published are no origins, and
  /// decide nothing; what they alone require is not there. Outputs ask here, not the profile.
  [[nodiscard]] std::vector<const Requirement*> requirements(const Profile& profile) const;
  /// Whether an output may name the profile: it is published, or abstract and not a draft left out.
  [[nodiscard]] bool mayName(ProfileId id) const;
  /// The key of what to use in place of a deprecated declaration; empty when there is none or it
  /// is not published.
  [[nodiscard]] StringRef successor(const Declaration& declaration) const;

private:
  template <class Record>
  struct Set {
    std::vector<Id<Record>> ids;
    std::vector<bool> member;
  };
  class Collector;
  /// A requirement without the rules that are left out.
  struct Revised {
    Requirement requirement;
    std::vector<Origin> origins;
  };

  void revise(const Profile& profile);
  /// Whether the rule reaches the profile as it is published: not where a family that is left out
  /// is all that takes it there.
  [[nodiscard]] bool reaches(const Rule& rule, const Profile& profile) const;

  /// Whether it is a draft that this publication leaves out.
  [[nodiscard]] bool leavesOut(const Declaration& declaration) const;

  const Model& model_;
  PublicationOptions options_;
  std::tuple<Set<Framework>, Set<Scale>, Set<Kind>, Set<Category>, Set<Attribute>, Set<Statement>,
             Set<Competency>, Set<Credential>, Set<Resource>, Set<Family>, Set<Profile>, Set<Rule>,
             Set<Path>, Set<Crosswalk>>
      sets_;
  llvm::DenseSet<StringRef> successors_;
  llvm::DenseMap<const Requirement*, std::unique_ptr<Revised>> revised_;  ///< Null: left out.
};

}  // namespace cadre::model
