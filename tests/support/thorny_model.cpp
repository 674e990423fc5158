#include "support/thorny_model.h"

#include "model/builder.h"

#include <llvm/ADT/Twine.h>

#include <array>
#include <vector>

namespace cadre::test {

using namespace model;

namespace {

constexpr char hostileBytes[] =
    "\"\\ </script><b>&amp; ${x} {{y}} '; DROP TABLE x; -- \x01\x1b[31m\x7f\r\n\t\0"
    "\xC2\x85 \xE2\x80\xA8 \xE2\x80\xA9 \xE2\x80\xAE \xEF\xBB\xBF \xEF\xBF\xBE \xF0\x9F\xBF\xBE "
    "\xF0\x9F\x98\x80 e\xCC\x81 \xFF \xED\xA0\x80 \xC0\xAF \xF4\x90\x80\x80 \xE2\x80";

class Maker {
 public:
  Model make() && {
    makeFrameworks();
    makeKindsAndAttributes();
    makeScales();
    makeGroups();
    makeStatements();
    makeCompetencies();
    makeResources();
    makeProfiles();
    makeRules();
    requireThings();
    makePaths();
    makeCrosswalks();
    return std::move(builder_).freeze();
  }

 private:
  Tables& tables() { return builder_.tables(); }
  template <class T>
  ArrayRef<T> list(const std::vector<T>& values) {
    return builder_.arena().copyOf(values);
  }

  /// A record with key and name; `home` 0 is the framework itself.
  template <class Record>
  Record named(StringRef name, Status status = Status::Published, uint32_t home = 0) {
    Record out;
    out.framework = FrameworkId(home);
    out.name = name;
    const StringRef id = home == 0 ? "thorn.yard." : "other.core.";
    out.key = builder_.arena().copy((llvm::Twine(id) + name).str());
    out.status = status;
    return out;
  }
  static Text plain(StringRef words) { return {words, {}, false, {}}; }

  Text hostile() {
    const Translated french{"fr", hostileText, "*oui*"};
    const Translated empty{"de", "", ""};
    return {hostileText, "*x*", true, list<Translated>({french, empty})};
  }
  Bullet bullet(StringRef key, StringRef label, Text text) { return {key, label, text}; }

  void makeFrameworks() {
    Framework home;
    home.framework = FrameworkId(0);
    home.key = home.name = "thorn.yard";
    home.version = "1.0.0";
    home.language = "en";
    home.translations = list<StringRef>({"fr", "de", "fr", "en"});
    home.uri = "https://thorn.example/";
    home.about = hostile();
    home.publisher = home.license = home.code = hostileText;
    home.keywords = list<StringRef>({hostileText, ""});
    home.defaultScale = ScaleId(draftScale);
    tables().frameworks.add(home);
    Framework other;
    other.framework = FrameworkId(1);
    other.key = other.name = "other.core";
    other.version = "2.0.0-rc.1";
    other.language = "de";
    tables().frameworks.add(other);
    other.key = other.name = "never.used";
    other.framework = FrameworkId(2);
    tables().frameworks.add(other);
  }

  void makeKindsAndAttributes() {
    Kind kind = named<Kind>("draftKind", Status::Draft);
    kind.like = KindId(2);
    draftKind_ = tables().kinds.add(kind);

    Attribute text = named<Attribute>("grade");
    text.on = list<DeclKind>({DeclKind::Statement, DeclKind::Competency, DeclKind::Statement});
    ownGrade_ = tables().attributes.add(text);
    text.name = "hidden";
    text.key = "thorn.yard.hidden";
    text.status = Status::Draft;
    draftAttribute_ = tables().attributes.add(text);
    Attribute number = named<Attribute>("grade", Status::Published, 1);
    number.type = AttributeType::Number;
    number.low = -0.5;
    number.high = 1e6;
    number.on = list<DeclKind>({DeclKind::Competency});
    otherGrade_ = tables().attributes.add(number);
  }

  LevelId addLevel(ScaleId scale, StringRef name, uint32_t ordinal) {
    Level level;
    level.scale = scale;
    level.name = name;
    level.ordinal = ordinal;
    level.about = hostile();
    level.descriptors = list<Bullet>({bullet({}, hostileText, hostile())});
    return tables().levels.add(level);
  }

  void makeScales() {
    tables().scales.add(named<Scale>("Steps"));
    tables().scales.add(named<Scale>("LaterScale", Status::Draft));
    Scale numeric = named<Scale>("Points");
    numeric.kind = ScaleKind::Numeric;
    numeric.low = -1.5;
    numeric.high = 0.1;
    tables().scales.add(numeric);
    for (const uint32_t scale : {steps, draftScale}) {
      const LevelId low = addLevel(ScaleId(scale), "Low", 1);
      const LevelId high = addLevel(ScaleId(scale), "High", 2);
      tables().scales[ScaleId(scale)].levels = list<LevelId>({low, high});
    }
  }
  LevelValue level(uint32_t scale, uint32_t index) {
    return {tables().scales[ScaleId(scale)].levels[index], {}};
  }

  void makeGroups() {
    draftCategory_ = tables().categories.add(named<Category>("Hidden", Status::Draft));
    Category category = named<Category>("Hidden.Shown");
    category.parent = draftCategory_;
    category_ = tables().categories.add(category);
    loneFamily_ = tables().families.add(named<Family>("LaterFamily", Status::Draft));
    draftFamily_ = tables().families.add(named<Family>("HiddenFamily", Status::Draft));
    Family family = named<Family>("Shown");
    family.key = "urn:x:family #1?";
    family.parent = draftFamily_;
    family_ = tables().families.add(family);
  }

  void makeStatements() {
    Statement shown = named<Statement>("T1");
    shown.sort = StatementSort::Task;
    shown.text = hostile();
    task_ = tables().statements.add(shown);
    Statement hidden = named<Statement>("T2", Status::Draft);
    hidden.sort = StatementSort::Task;
    hidden.text = plain("Not yet.");
    draftTask_ = tables().statements.add(hidden);
    draftCredential_ =
        tables().credentials.add(named<Credential>("LaterCredential", Status::Draft));
    credential_ = tables().credentials.add(named<Credential>("Now"));
  }

  ArrayRef<StatementUse> uses() {
    return list<StatementUse>({{StatementSort::Task, draftTask_, {}},
                               {StatementSort::Task, task_, {}},
                               {StatementSort::Skill, {}, bullet({}, {}, hostile())}});
  }
  ArrayRef<CredentialUse> credentials() {
    return list<CredentialUse>(
        {{draftCredential_, Importance::Desired}, {credential_, Importance::Essential}});
  }
  const Deprecation* deprecated(StringRef successor) {
    return builder_.arena().make<Deprecation>(Deprecation{"0.9", hostile(), successor});
  }

  CompetencyId addCompetency(Competency competency, uint32_t scale) {
    if (!competency.kind) competency.kind = KindId(0);
    if (scale != none) competency.scale = ScaleId(scale);
    return tables().competencies.add(competency);
  }

  void makeCompetencies() {
    draftCompetency_ = addCompetency(named<Competency>("Later", Status::Draft), steps);
    Competency other = named<Competency>("Andere", Status::Published, 1);
    otherCompetency_ = addCompetency(other, none);
    // In the table after the one of another framework, so that outputs have to sort.
    Competency full = named<Competency>("Full");
    full.title = hostile();
    full.about = hostile();
    full.code = full.since = hostileText;
    full.kind = draftKind_;
    full.categories = list<CategoryId>({draftCategory_, category_, category_});
    full.partOf = list<CompetencyId>({draftCompetency_, otherCompetency_});
    full.attributes = list<AttributeValue>({{ownGrade_, hostileText, 0, false},
                                            {draftAttribute_, "x", 0, false},
                                            {otherGrade_, {}, 0.1, false}});
    full.matches = list<Match>({{Relation::Close, hostileText, hostileText}});
    full.replaces = list<StringRef>({"thorn.yard.Gone", "thorn.yard.Gone", "thorn.yard.Later"});
    full.allows = list<Allow>({{"vague-verb", hostile(), {}}});
    full.deprecated = deprecated("thorn.yard.Later");
    CompetencyLevel low;
    low.level = level(steps, 0);
    low.title = plain("Lower");
    low.about = hostile();
    low.rubric.indicators =
        list<Bullet>({bullet("thorn.yard.Full#A", "A", hostile()),
                      bullet("thorn.yard.Full#0a1b", {}, {"", "[](http://x)", false, {}})});
    low.rubric.evidence = list<Bullet>({bullet({}, {}, hostile())});
    full.levels = list<CompetencyLevel>({low});
    full.rubric.interview = list<Bullet>({bullet({}, "Q", hostile())});
    full.statements = uses();
    full.credentials = credentials();
    full_ = addCompetency(full, steps);

    unscaled_ = addCompetency(named<Competency>("OnLaterScale"), draftScale);
    tables().competencies[unscaled_].deprecated = deprecated("other.core.Neu");
    points_ = addCompetency(named<Competency>("OnPoints"), points);
    addCompetency(named<Competency>("Neu", Status::Published, 1), none);
    addCompetency(named<Competency>("Ungenutzt", Status::Published, 1), none);
  }

  void makeResources() {
    Resource resource = named<Resource>("Course");
    resource.type = "course";
    resource.deprecated = deprecated("other.core.Kurs");
    resource.develops = list<Development>(
        {{draftCompetency_, level(steps, 0)}, {unscaled_, level(draftScale, 0)}, {points_, {}}});
    tables().resources.add(resource);
    tables().resources.add(named<Resource>("Kurs", Status::Published, 1));
  }

  void makeProfiles() {
    Profile base = named<Profile>("Base");
    base.isAbstract = true;
    base_ = tables().profiles.add(base);
    base = named<Profile>("LaterBase", Status::Draft);
    base.isAbstract = true;
    draftBase_ = tables().profiles.add(base);
    draftProfile_ = tables().profiles.add(named<Profile>("LaterJob", Status::Draft));
    otherProfile_ = tables().profiles.add(named<Profile>("Beruf", Status::Published, 1));
    for (uint32_t i = 0; i < jobs_.size(); ++i) {
      constexpr StringRef names[] = {"JobA", "JobB", "JobC", "JobD"};
      jobs_[i] = tables().profiles.add(named<Profile>(names[i]));
    }
    Profile& job = tables().profiles[jobs_[0]];
    job.bases = list<ProfileId>({base_, draftBase_, draftProfile_, otherProfile_});
    job.family = family_;
    job.statements = uses();
    job.credentials = credentials();
    job.drops = list<Drop>({{draftCompetency_, plain("x"), {}}, {otherCompetency_, hostile(), {}}});
    tables().profiles[jobs_[1]].family = draftFamily_;
  }

  Requirement requirement(CompetencyId competency, LevelValue value,
                          const std::vector<Origin>& origins) {
    Requirement out;
    out.competency = competency;
    out.level = value;
    out.weight = 0.25;
    out.because = hostile();
    out.origins = list(origins);
    return out;
  }
  Origin origin(OriginKind kind, ProfileId profile, LevelValue value) {
    return {kind, profile, {}, value, Importance::Essential, {}, hostile(), {}};
  }
  Origin ruleOrigin(RuleId rule, LevelValue value) {
    return {OriginKind::Rule, {}, rule, value, Importance::Optional, {}, {}, {}};
  }

  void makeRules() {
    Rule rule = named<Rule>("every-profile-1");
    rule.families = list<FamilyId>({loneFamily_});
    rule.requirements = list<Requirement>({requirement(full_, level(steps, 0), {})});
    draftRule_ = tables().rules.add(rule);
    rule = named<Rule>("every-profile-2");
    rule.families = list<FamilyId>({draftFamily_, family_});
    rule.exceptions = list<ProfileId>({draftProfile_, jobs_[1], jobs_[1]});
    rule.requirements = list<Requirement>({requirement(draftCompetency_, level(steps, 0), {}),
                                           requirement(full_, level(steps, 0), {})});
    rule.allows = list<Allow>({{"some-rule", plain(hostileText), {}}});
    rule_ = tables().rules.add(rule);
  }

  void requireThings() {
    const LevelValue low = level(steps, 0);
    LevelValue number;
    number.number = 0.1;
    const ProfileId job = jobs_[0];
    Requirement ruled = requirement(
        full_, low,
        {ruleOrigin(draftRule_, low), ruleOrigin(rule_, low),
         origin(OriginKind::Base, base_, low), origin(OriginKind::Base, draftProfile_, low),
         origin(OriginKind::Lowers, draftBase_, low), origin(OriginKind::Lowers, job, low),
         origin(OriginKind::Own, job, low)});
    Demand demand;
    demand.level = low;
    demand.own = {ruled.weight, {}, ruled.because, {}};
    ruled.withoutRules = builder_.arena().make<Demand>(demand);
    tables().profiles[job].requirements = list<Requirement>(
        {requirement(draftCompetency_, low, {origin(OriginKind::Own, job, low)}),
         ruled,
         requirement(unscaled_, level(draftScale, 1),
                     {origin(OriginKind::Own, job, level(draftScale, 1))}),
         requirement(points_, number, {origin(OriginKind::Own, job, number)}),
         requirement(otherCompetency_, {}, {origin(OriginKind::Base, otherProfile_, {})})});
    tables().profiles[jobs_[1]].requirements =
        list<Requirement>({requirement(full_, low, {ruleOrigin(draftRule_, low)})});
  }

  void makePaths() {
    Path path = named<Path>("Way");
    path.deprecated = deprecated("other.core.Laufbahn");
    path.chains = list<ArrayRef<ProfileId>>(
        {list<ProfileId>({jobs_[0], jobs_[1], draftProfile_, jobs_[2], jobs_[3]}),
         list<ProfileId>({jobs_[0], jobs_[1]}), list<ProfileId>({draftProfile_, jobs_[0]})});
    tables().paths.add(path);
    tables().paths.add(named<Path>("Laufbahn", Status::Published, 1));
    tables().paths.add(named<Path>("Unbenutzt", Status::Published, 1));
  }

  void makeCrosswalks() {
    Crosswalk crosswalk = named<Crosswalk>("ToLater");
    crosswalk.from = ScaleId(steps);
    crosswalk.to = ScaleId(draftScale);
    crosswalk.pairs = list<Crosswalk::Pair>(
        {{level(steps, 0), level(draftScale, 0)}, {level(steps, 1), level(draftScale, 1)}});
    tables().crosswalks.add(crosswalk);
    crosswalk = named<Crosswalk>("ToPoints");
    crosswalk.deprecated = deprecated("other.core.Umrechnung");
    crosswalk.from = ScaleId(steps);
    crosswalk.to = ScaleId(points);
    LevelValue number;
    number.number = 0;
    crosswalk.pairs = list<Crosswalk::Pair>({{level(steps, 0), number}, {level(steps, 1), number}});
    tables().crosswalks.add(crosswalk);
    crosswalk.framework = FrameworkId(1);
    crosswalk.name = "Umrechnung";
    crosswalk.key = "other.core.Umrechnung";
    crosswalk.deprecated = nullptr;
    tables().crosswalks.add(crosswalk);
  }

  static constexpr uint32_t steps = 0;
  static constexpr uint32_t draftScale = 1;
  static constexpr uint32_t points = 2;
  static constexpr uint32_t none = UINT32_MAX;

  ModelBuilder builder_;
  KindId draftKind_;
  AttributeId ownGrade_, draftAttribute_, otherGrade_;
  CategoryId draftCategory_, category_;
  FamilyId loneFamily_, draftFamily_, family_;
  StatementId task_, draftTask_;
  CredentialId draftCredential_, credential_;
  CompetencyId draftCompetency_, otherCompetency_, full_, unscaled_, points_;
  ProfileId base_, draftBase_, draftProfile_, otherProfile_;
  std::array<ProfileId, 4> jobs_;
  RuleId draftRule_, rule_;
};

}  // namespace

const StringRef hostileText(hostileBytes, sizeof(hostileBytes) - 1);

Model thornyModel() { return Maker().make(); }

}  // namespace cadre::test
