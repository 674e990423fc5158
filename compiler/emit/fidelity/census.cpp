#include "emit/fidelity/census.h"

#include <llvm/ADT/STLExtras.h>

#include <set>

namespace cadre::emit::fidelity {

using namespace model;

namespace {

struct Row {
  StringRef name;
  StringRef words;
};

constexpr Row rows[] = {
#define FACT(id, name, words) {name, words},
#include "emit/fidelity/facts.def"
};

}  // namespace

StringRef name(Fact fact) { return rows[static_cast<size_t>(fact)].name; }
StringRef words(Fact fact) { return rows[static_cast<size_t>(fact)].words; }

ArrayRef<Fact> allFacts() {
  static constexpr Fact all[] = {
#define FACT(id, name, words) Fact::id,
#include "emit/fidelity/facts.def"
  };
  return all;
}

void Tally::add(StringRef id, size_t times) {
  if (times == 0) return;
  count += times;
  if (examples.size() < mostExamples && !llvm::is_contained(examples, id)) {
    examples.push_back(id.str());
  }
}

void Tally::add(const Tally& other) {
  count += other.count;
  for (const StringRef id : other.examples) {
    if (examples.size() < mostExamples && !llvm::is_contained(examples, id)) {
      examples.push_back(id.str());
    }
  }
}

ArrayRef<DeclKind> allKinds() {
  static constexpr DeclKind all[] = {
      DeclKind::Framework, DeclKind::Scale,     DeclKind::Kind,       DeclKind::Category,
      DeclKind::Attribute, DeclKind::Statement, DeclKind::Competency, DeclKind::Credential,
      DeclKind::Resource,  DeclKind::Family,    DeclKind::Profile,    DeclKind::Rule,
      DeclKind::Path,      DeclKind::Crosswalk,
  };
  return all;
}

/// Walks all that is published, once.
class Census::Counter {
public:
  Counter(const Publication& publication, Census& out)
      : publication_(publication), model_(publication.model()), out_(out) {}

  void run() {
    findUsed();
    findRequired();
    each<Framework>(DeclKind::Framework);
    each<Scale>(DeclKind::Scale);
    each<Kind>(DeclKind::Kind);
    each<Category>(DeclKind::Category);
    each<Family>(DeclKind::Family);
    each<Attribute>(DeclKind::Attribute);
    each<Statement>(DeclKind::Statement);
    each<Credential>(DeclKind::Credential);
    each<Competency>(DeclKind::Competency);
    each<Resource>(DeclKind::Resource);
    each<Profile>(DeclKind::Profile);
    each<Rule>(DeclKind::Rule);
    each<Path>(DeclKind::Path);
    each<Crosswalk>(DeclKind::Crosswalk);
  }

private:
  template <class Record>
  void each(DeclKind kind) {
    kind_ = kind;
    for (const auto id : publication_.ids<Record>()) {
      const Record& record = model_[id];
      key_ = record.key;
      common(record);
      own(id, record);
    }
  }

  void note(Fact fact, size_t times = 1) {
    out_.tallies_[static_cast<size_t>(fact)][static_cast<size_t>(kind_)].add(key_, times);
  }
  void noteIf(bool isThere, Fact fact) { note(fact, isThere ? 1 : 0); }

  void text(const Text& text) {
    noteIf(!text.markdown.empty() && text.markdown != text.plain, Fact::Markup);
    note(Fact::Translations, text.translations.size());
  }
  void bullets(ArrayRef<Bullet> bullets, Fact fact) {
    note(fact, bullets.size());
    for (const Bullet& bullet : bullets) {
      text(bullet.text);
      noteIf(!bullet.label.empty(), Fact::Labels);
    }
  }

  void common(const Declaration& declaration) {
    const bool isBuiltIn = !declaration.framework;
    noteIf(!isBuiltIn, Fact::Ids);
    noteIf(model_.isExternal(declaration), Fact::Packages);
    text(declaration.title);
    text(declaration.about);
    noteIf(!declaration.about.isEmpty(), Fact::Abouts);
    noteIf(!declaration.code.empty(), Fact::Codes);
    note(Fact::Keywords, declaration.keywords.size());
    note(Fact::Matches, declaration.matches.size());
    note(Fact::Attributes, static_cast<size_t>(llvm::count_if(
                               declaration.attributes, [&](const AttributeValue& value) {
                                 return publication_.contains(value.attribute);
                               })));
    noteIf(!isBuiltIn && declaration.status != Status::Published, Fact::Status);
    noteIf(!declaration.since.empty(), Fact::Dates);
    noteIf(!declaration.reviewed.empty(), Fact::Dates);
    if (declaration.deprecated) {
      note(Fact::Deprecations);
      text(declaration.deprecated->because);
    }
    note(Fact::Succession, declaration.was.size() + declaration.replaces.size());
    note(Fact::Allowances, declaration.allows.size());
  }

  void own(FrameworkId, const Framework&) {}
  void own(ScaleId, const Scale& scale) {
    note(Fact::Scales);
    for (const LevelId id : scale.levels) {
      const Level& level = model_[id];
      text(level.title);
      text(level.about);
      noteIf(!level.about.isEmpty(), Fact::LevelTexts);
      bullets(level.descriptors, Fact::LevelTexts);
    }
  }
  void own(KindId id, const Kind& kind) {
    noteIf(kind.framework.isValid(), Fact::Kinds);
    noteIf(kind.framework.isValid() && !kinds_.contains(id), Fact::Unused);
  }
  void own(CategoryId id, const Category&) { noteIf(!categories_.contains(id), Fact::Unused); }
  void own(FamilyId id, const Family&) { noteIf(!families_.contains(id), Fact::Unused); }
  void own(AttributeId, const Attribute&) { note(Fact::AttributeTypes); }
  void own(StatementId id, const Statement& statement) {
    text(statement.text);
    noteIf(!statements_.contains(id), Fact::Unused);
  }
  void own(CredentialId id, const Credential& credential) {
    noteIf(!credentials_.contains(id), Fact::Unused);
    noteIf(!credential.issuer.empty() || !credential.url.empty() || credential.renewsEveryMonths,
           Fact::CredentialTerms);
  }

  void rubric(const Rubric& rubric) {
    bullets(rubric.indicators, Fact::Indicators);
    bullets(rubric.develop, Fact::Practice);
    bullets(rubric.evidence, Fact::Practice);
    bullets(rubric.interview, Fact::Practice);
  }

  void own(CompetencyId id, const Competency& competency) {
    const auto categories = countPublished(competency.categories);
    note(Fact::MoreCategories, categories > 1 ? categories - 1 : 0);
    note(Fact::Umbrellas, countPublished(competency.partOf));
    const Reach& reach = reaches_[id.index()];
    noteIf(!reach.isRequired, Fact::Unrequired);
    rubric(competency.rubric);
    for (const CompetencyLevel& level : competency.levels) {
      rubric(level.rubric);
      text(level.title);
      text(level.about);
      noteIf(!level.title.isEmpty() || !level.about.isEmpty(), Fact::LevelNotes);
      noteIf(reach.isRequired && !isReached(competency, reach, level.level), Fact::OtherLevels);
    }
    statements(competency.statements, Fact::CompetencyStatements);
    note(Fact::CompetencyCredentials, countCredentials(competency.credentials));
  }

  void own(ResourceId, const Resource&) { note(Fact::Resources); }

  void own(ProfileId, const Profile& profile) {
    note(Fact::Bases, static_cast<size_t>(llvm::count_if(
                          profile.bases, [&](ProfileId id) { return publication_.mayName(id); })));
    for (const Drop& drop : profile.drops) {
      if (!publication_.contains(drop.competency)) continue;
      note(Fact::Drops);
      text(drop.because);
    }
    for (const Requirement* requirement : publication_.requirements(profile)) {
      noteIf(requirement->importance != model::Importance::Essential, Fact::Importance);
      noteIf(requirement->weight.has_value(), Fact::Weights);
      noteIf(!requirement->because.isEmpty(), Fact::Reasons);
      note(Fact::Origins, requirement->origins.size());
      text(requirement->because);
    }
    statements(profile.statements, Fact::ProfileStatements);
    note(Fact::ProfileCredentials, countCredentials(profile.credentials));
  }

  void own(RuleId, const Rule&) { note(Fact::Rules); }
  void own(PathId, const Path& path) {
    size_t steps = 0;
    for (const ArrayRef<ProfileId> chain : path.chains) {
      for (size_t i = 1; i < chain.size(); ++i) {
        steps += publication_.contains(chain[i - 1]) && publication_.contains(chain[i]) ? 1 : 0;
      }
    }
    note(Fact::Paths, steps);
    noteIf(steps == 0, Fact::Unused);
  }
  void own(CrosswalkId, const Crosswalk& crosswalk) {
    note(Fact::Crosswalks, crosswalk.pairs.size());
  }

  void statements(ArrayRef<StatementUse> uses, Fact fact) {
    for (const StatementUse& use : uses) {
      if (use.shared) {
        noteIf(publication_.contains(use.shared), fact);
      } else {
        bullets(use.bullet, fact);
      }
    }
  }

  template <class Ids>
  size_t countPublished(const Ids& ids) const {
    return static_cast<size_t>(
        llvm::count_if(ids, [&](auto id) { return publication_.contains(id); }));
  }
  size_t countCredentials(ArrayRef<CredentialUse> uses) const {
    return static_cast<size_t>(llvm::count_if(
        uses, [&](const CredentialUse& use) { return publication_.contains(use.credential); }));
  }

  void findUsed() {
    for (const CompetencyId id : publication_.ids<Competency>()) {
      const Competency& competency = model_[id];
      kinds_.insert(competency.kind);
      for (CategoryId at : competency.categories) {
        for (; at; at = model_[at].parent) categories_.insert(at);
      }
      use(competency.statements, competency.credentials);
    }
    for (const ProfileId id : publication_.ids<Profile>()) {
      const Profile& profile = model_[id];
      for (FamilyId at = profile.family; at; at = model_[at].parent) families_.insert(at);
      use(profile.statements, profile.credentials);
    }
  }

  void use(ArrayRef<StatementUse> statements, ArrayRef<CredentialUse> credentials) {
    for (const StatementUse& use : statements) {
      if (use.shared) statements_.insert(use.shared);
    }
    for (const CredentialUse& use : credentials) credentials_.insert(use.credential);
  }

  /// At which places of its scale a competency is required.
  struct Reach {
    bool isRequired = false;
    std::set<double> places;
  };

  void findRequired() {
    reaches_.resize(model_.tables().competencies.size());
    for (const ProfileId id : publication_.ids<Profile>()) {
      for (const Requirement* requirement : publication_.requirements(model_[id])) {
        Reach& reach = reaches_[requirement->competency.index()];
        reach.isRequired = true;
        reach.places.insert(model_.rank(requirement->level));
      }
    }
  }

  /// Whether somebody is asked for the level: it is required, one above is where levels include
  /// those below, or a number between this anchor and the next.
  bool isReached(const Competency& competency, const Reach& reach, const LevelValue& level) const {
    const auto from = reach.places.lower_bound(model_.rank(level));
    if (from == reach.places.end()) return false;
    if (!level.number) return *from == model_.rank(level) || model_[competency.scale].cumulative;
    for (const CompetencyLevel& next : competency.levels) {
      if (model_.rank(next.level) > *level.number) return *from < model_.rank(next.level);
    }
    return true;
  }

  const Publication& publication_;
  const Model& model_;
  Census& out_;
  DeclKind kind_ = DeclKind::Framework;  ///< Of the declaration that is counted.
  StringRef key_;
  std::vector<Reach> reaches_;
  std::set<KindId> kinds_;  ///< Those that something uses; the same below.
  std::set<CategoryId> categories_;
  std::set<FamilyId> families_;
  std::set<StatementId> statements_;
  std::set<CredentialId> credentials_;
};

Census::Census(const Publication& publication) { Counter(publication, *this).run(); }

}  // namespace cadre::emit::fidelity
