#include "model/publication.h"

#include <llvm/ADT/DenseMap.h>

#include <algorithm>

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
    while (!pending_.empty()) {
      const auto follow = std::move(pending_.back());
      pending_.pop_back();
      follow.visit(*this, follow.index);
    }
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
      if (record.isAbstract) return false;
    } else if constexpr (std::is_same_v<Record, Rule>) {
      // Without its families it would be a rule for all.
      if (!record.families.empty() &&
          llvm::none_of(record.families, [&](FamilyId id) { return mayPublish(model_[id]); })) {
        return false;
      }
    }
    return !out_.leavesOut(record);
  }

  template <class Record>
  void mark(Id<Record> id) {
    if (id && mayPublish(table<Record>()[id])) publish(id);
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
      mark(requirement.competency);
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
  llvm::DenseMap<StringRef, Keyed> keys_;  ///< Of all declarations, once a successor is looked up.
};

Publication::Publication(const Model& model, PublicationOptions options)
    : model_(model), options_(options) {
  Collector(*this).run();
}

bool Publication::leavesOut(const Declaration& declaration) const {
  if (options_.drafts || declaration.status != Status::Draft) return false;
  return declaration.framework && model_[declaration.framework].status != Status::Draft;
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
    const auto isUnpublished = [&](const Origin& origin) {
      return origin.rule && !contains(origin.rule);
    };
    const bool hidden =
        !requirement.origins.empty() && llvm::all_of(requirement.origins, isUnpublished);
    if (!hidden && contains(requirement.competency)) out.push_back(&requirement);
  }
  return out;
}

}  // namespace cadre::model
