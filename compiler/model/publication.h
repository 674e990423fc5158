// What of a model is published: takes a model and whether drafts count, gives for every table the
// ids that outputs hold, in the order of declaration. Outputs agree because they all ask here.
//
// Published is what the framework declares itself, but abstract profiles and (unless asked for)
// drafts, together with the declarations of other packages that this refers to. A fact about
// something that is not published (a requirement of a draft competency) is not published either.
#pragma once

#include "model/model.h"

#include <tuple>
#include <vector>

namespace cadre::model {

struct PublicationOptions {
  /// Include declarations whose status is draft, in a framework that is not a draft itself.
  bool drafts = false;
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

  /// The requirements of `profile` whose competency is published.
  [[nodiscard]] std::vector<const Requirement*> requirements(const Profile& profile) const;

private:
  template <class Record>
  struct Set {
    std::vector<Id<Record>> ids;
    std::vector<bool> member;
  };
  class Collector;

  const Model& model_;
  std::tuple<Set<Framework>, Set<Scale>, Set<Kind>, Set<Category>, Set<Attribute>, Set<Statement>,
             Set<Competency>, Set<Credential>, Set<Resource>, Set<Family>, Set<Profile>, Set<Rule>,
             Set<Path>, Set<Crosswalk>>
      sets_;
};

}  // namespace cadre::model
