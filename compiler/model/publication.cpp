#include "model/publication.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <set>
#include <utility>

namespace cadre::model {

/// Marks what is published: first what the framework declares itself, then what that refers to in
/// other packages, then what those refer to, until nothing is new.
class Publication::Collector {
public:
  explicit Collector(Publication& out) : out_(out), model_(out.model_) {}

  void run() {
    std::apply([&](auto&... set) { (prepare(set), ...); }, out_.sets_);
    mark(FrameworkId(0));
    for (const Kind& kind : model_.tables().kinds) {
      if (!kind.framework) mark(model_.tables().kinds.idOf(kind));
    }
    std::apply([&](auto&... set) { (markOwn(set), ...); }, out_.sets_);
    do {
      followPending();
      for (const RuleId rule : std::exchange(waiting_, {})) mark(rule);
    } while (!pending_.empty());
    std::apply([&](auto&... set) { (list(set), ...); }, out_.sets_);
  }

private:
  struct Pending {
    void (*visit)(Collector&, uint32_t);
    uint32_t index;
  };
  /// How to mark the declaration that has a key. Gives whether it is published.
  struct Keyed {
    bool (*visit)(Collector&, uint32_t);
    uint32_t index;
  };

  void followPending() {
    while (!pending_.empty()) {
      const auto follow = std::move(pending_.back());
      pending_.pop_back();
      follow.visit(*this, follow.index);
    }
  }

  template <class Record>
  const Table<Record>& table() const {
    return tableOf(static_cast<const Record*>(nullptr));
  }
  const Table<Framework>& tableOf(const Framework*) const { return model_.tables().frameworks; }
  const Table<Scale>& tableOf(const Scale*) const { return model_.tables().scales; }
  const Table<Kind>& tableOf(const Kind*) const { return model_.tables().kinds; }
  const Table<Category>& tableOf(const Category*) const { return model_.tables().categories; }
  const Table<Attribute>& tableOf(const Attribute*) const { return model_.tables().attributes; }
  const Table<Statement>& tableOf(const Statement*) const { return model_.tables().statements; }
  const Table<Competency>& tableOf(const Competency*) const { return model_.tables().competencies; }
  const Table<Credential>& tableOf(const Credential*) const { return model_.tables().credentials; }
  const Table<Resource>& tableOf(const Resource*) const { return model_.tables().resources; }
  const Table<Family>& tableOf(const Family*) const { return model_.tables().families; }
  const Table<Profile>& tableOf(const Profile*) const { return model_.tables().profiles; }
  const Table<Rule>& tableOf(const Rule*) const { return model_.tables().rules; }
  const Table<Path>& tableOf(const Path*) const { return model_.tables().paths; }
  const Table<Crosswalk>& tableOf(const Crosswalk*) const { return model_.tables().crosswalks; }

  template <class Record>
  void prepare(Set<Record>& set) {
    set.member.assign(table<Record>().size(), false);
  }

  template <class Record>
  void markOwn(Set<Record>&) {
    for (const Record& record : table<Record>()) {
      if (record.framework && record.framework.index() == 0) mark(table<Record>().idOf(record));
    }
  }

  template <class Record>
  void list(Set<Record>& set) {
    for (uint32_t i = 0; i < set.member.size(); ++i) {
      if (set.member[i]) set.ids.push_back(Id<Record>(i));
    }
    const auto home = [&](Id<Record> id) {
      const FrameworkId framework = table<Record>()[id].framework;
      return framework ? framework.index() + 1 : 0;  // Built-in kinds come before all.
    };
    std::stable_sort(set.ids.begin(), set.ids.end(),
                     [&](Id<Record> a, Id<Record> b) { return home(a) < home(b); });
  }

  template <class Record>
  bool mayPublish(const Record& record) const {
    if constexpr (std::is_same_v<Record, Profile>) {
      if (record.isAbstract && !out_.options_.abstractProfiles) return false;
    }
    return !out_.leavesOut(record);
  }

  template <class Record>
  void mark(Id<Record> id) {
    if (id && mayPublish(table<Record>()[id])) publish(id);
  }

  /// Without its families it would be a rule for all: it waits until one of them is published, be
  /// it as the parent of another.
  void mark(RuleId id) {
    if (!id || !mayPublish(model_[id]) || out_.contains(id)) return;
    const auto mayReach = [&](FamilyId family) {
      return out_.contains(family) || mayPublish(model_[family]);
    };
    const ArrayRef<FamilyId> families = model_[id].families;
    if (families.empty() || llvm::any_of(families, mayReach)) {
      publish(id);
    } else {
      waiting_.insert(id);
    }
  }

  /// For what is published cannot be told without it: a draft is published, too.
  template <class Record>
  void need(Id<Record> id) {
    if (id) publish(id);
  }

  template <class Record>
  void publish(Id<Record> id) {
    auto& set = std::get<Set<Record>>(out_.sets_);
    if (set.member[id.index()]) return;
    set.member[id.index()] = true;
    pending_.push_back({[](Collector& self, uint32_t index) {
                          const Record& record = self.table<Record>()[Id<Record>(index)];
                          self.followCommon(record);
                          self.follow(record);
                        },
                        id.index()});
  }

  template <class Ids>
  void markAll(const Ids& ids) {
    for (const auto id : ids) mark(id);
  }

  void followCommon(const Declaration& declaration) {
    if (declaration.framework)
      std::get<Set<Framework>>(out_.sets_).member[declaration.framework.index()] = true;
    for (const AttributeValue& value : declaration.attributes) mark(value.attribute);
    if (declaration.deprecated) followSuccessor(declaration.deprecated->successor);
  }

  void followSuccessor(StringRef key) {
    if (key.empty()) return;
    if (keys_.empty()) std::apply([&](auto&... set) { (indexKeys(set), ...); }, out_.sets_);
    const auto found = keys_.find(key);
    if (found == keys_.end()) return;
    if (found->second.visit(*this, found->second.index)) out_.successors_.insert(key);
  }

  template <class Record>
  void indexKeys(Set<Record>&) {
    const auto visit = [](Collector& self, uint32_t index) {
      self.mark(Id<Record>(index));
      return self.out_.contains(Id<Record>(index));
    };
    for (const Record& record : table<Record>()) {
      if (record.key.empty()) continue;
      keys_.try_emplace(record.key, Keyed{visit, table<Record>().idOf(record).index()});
    }
  }

  void follow(const Framework& framework) { mark(framework.defaultScale); }
  void follow(const Scale&) {}
  void follow(const Kind& kind) { mark(kind.like); }
  void follow(const Category& category) { need(category.parent); }
  void follow(const Attribute&) {}
  void follow(const Statement&) {}
  void follow(const Competency& competency) {
    mark(competency.kind);
    markAll(competency.categories);
    markAll(competency.partOf);
    need(competency.scale);
    followUses(competency.statements, competency.credentials);
  }
  void follow(const Credential&) {}
  void follow(const Resource& resource) {
    for (const Development& development : resource.develops) mark(development.competency);
  }
  void follow(const Family& family) { need(family.parent); }
  void follow(const Profile& profile) {
    mark(profile.family);
    markAll(profile.bases);
    for (const Requirement& requirement : profile.requirements) {
      // What rules alone require is published with them.
      const auto isRule = [](const Origin& origin) { return origin.rule.isValid(); };
      const bool byRules = llvm::all_of(requirement.origins, isRule);
      if (!byRules || requirement.origins.empty()) mark(requirement.competency);
      for (const Origin& origin : requirement.origins) {
        mark(origin.rule);
        mark(origin.profile);
      }
    }
    for (const Drop& drop : profile.drops) mark(drop.competency);
    followUses(profile.statements, profile.credentials);
  }
  void follow(const Rule& rule) {
    markAll(rule.families);
    for (const Requirement& requirement : rule.requirements) mark(requirement.competency);
  }
  void follow(const Path& path) {
    for (const auto chain : path.chains) markAll(chain);
  }
  void follow(const Crosswalk& crosswalk) {
    need(crosswalk.from);
    need(crosswalk.to);
  }

  void followUses(ArrayRef<StatementUse> statements, ArrayRef<CredentialUse> credentials) {
    for (const StatementUse& use : statements) mark(use.shared);
    for (const CredentialUse& use : credentials) mark(use.credential);
  }

  Publication& out_;
  const Model& model_;
  std::vector<Pending> pending_;
  std::set<RuleId> waiting_;               ///< For one of their families.
  llvm::DenseMap<StringRef, Keyed> keys_;  ///< Of all declarations, once a successor is looked up.
};

Publication::Publication(const Model& model, PublicationOptions options)
    : model_(model), options_(options) {
  Collector(*this).run();
  for (const Profile& profile : model.tables().profiles) revise(profile);
}

/// Finds what the requirements come to without the rules that are left out.
void Publication::revise(const Profile& profile) {
  for (const Requirement& requirement : profile.requirements) {
    const auto isHidden = [&](const Origin& origin) {
      return origin.rule && !reaches(model_[origin.rule], profile);
    };
    if (llvm::none_of(requirement.origins, isHidden)) continue;
    auto revised = std::make_unique<Revised>();
    llvm::copy_if(requirement.origins, std::back_inserter(revised->origins), std::not_fn(isHidden));
    if (revised->origins.empty()) {
      revised_[&requirement] = nullptr;
      continue;
    }
    std::optional<Demand> demand;
    const auto add = [&](const Demand& next) {
      if (!demand) {
        demand = next;
      } else {
        demand->add(next, model_.rank(next.level) > model_.rank(demand->level));
      }
    };
    for (const Origin& origin : revised->origins) {
      if (origin.rule) add(demandOf(origin));
    }
    if (requirement.withoutRules) add(*requirement.withoutRules);
    assert(demand && "what has other origins than rules says what these ask for");
    revised->requirement = requirement;
    revised->requirement.settle(*demand);
    revised->requirement.origins = revised->origins;
    revised_[&requirement] = std::move(revised);
  }
}

bool isDraft(const Model& model, const Declaration& declaration) {
  if (declaration.status != Status::Draft || !declaration.framework) return false;
  return model[declaration.framework].status != Status::Draft;
}

bool Publication::reaches(const Rule& rule, const Profile& profile) const {
  if (!contains(model_.tables().rules.idOf(rule))) return false;
  bool isByDraft = false;
  for (const FamilyId family : rule.families) {
    if (!model_.isWithin(profile.family, family)) continue;
    if (contains(family)) return true;
    isByDraft = true;
  }
  return !isByDraft;
}

bool Publication::leavesOut(const Declaration& declaration) const {
  return !options_.drafts && isDraft(model_, declaration);
}

bool Publication::mayName(ProfileId id) const {
  return contains(id) || (model_[id].isAbstract && !leavesOut(model_[id]));
}

StringRef Publication::successor(const Declaration& declaration) const {
  const StringRef key = declaration.deprecated ? declaration.deprecated->successor : StringRef();
  return successors_.contains(key) ? key : StringRef();
}

std::vector<const Requirement*> Publication::requirements(const Profile& profile) const {
  std::vector<const Requirement*> out;
  for (const Requirement& requirement : profile.requirements) {
    if (!contains(requirement.competency)) continue;
    const auto found = revised_.find(&requirement);
    if (found == revised_.end()) {
      out.push_back(&requirement);
    } else if (found->second) {
      out.push_back(&found->second->requirement);
    }
  }
  return out;
}

}  // namespace cadre::model
