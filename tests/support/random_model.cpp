#include "support/random_model.h"

#include "golden/runner/dice.h"
#include "model/builder.h"
#include "support/thorny_model.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Twine.h>

#include <algorithm>

namespace cadre::test {

using namespace model;

namespace {

/// Pieces of text that a writer can trip over.
const StringRef pieces[] = {
    "plain words",
    "\"quoted\" and 'quoted'",
    "back\\slash \\u0041 \\",
    "</script><!-- -->",
    "'; DROP TABLE profile; --",
    "a,b;c\td",
    "first\n\nsecond\r\nthird",
    "\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467",
    "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
    "\u202Eabc\u202C \u2066x\u2069 \u200F",
    "e\u0301\u0323 \u00E9 \u212B",
    "\u2028 \u2029 \u0085 \uFEFF",
    StringRef("\x01\x1F\x7F\0 x", 6),
    "null",
    "true",
    "-1e400",
    "${x} {{y}} %s %(z)s",
    "O\\*NET *emphasis* [link](https://x.example/?a=1&b=2)",
    "=1+1",
    " leading and trailing ",
};

class Maker {
public:
  explicit Maker(const RandomOptions& options)
      : everything_(options.everything), dice_(options.seed) {}

  RandomModel make() && {
    declareAll();
    fillFrameworks();
    fillAll(tables().kinds);
    fillAll(tables().attributes);
    fillAll(tables().scales);
    fillAll(tables().categories);
    fillAll(tables().families);
    fillAll(tables().statements);
    fillAll(tables().credentials);
    fillAll(tables().competencies);
    fillAll(tables().resources);
    fillAll(tables().rules);
    fillAll(tables().profiles);
    fillAll(tables().paths);
    fillAll(tables().crosswalks);
    return {std::move(builder_).freeze(), std::move(said_), std::move(numbers_)};
  }

private:
  Tables& tables() { return builder_.tables(); }
  template <class T>
  ArrayRef<T> own(const std::vector<T>& values) {
    return builder_.arena().copyOf(values);
  }

  // Dice.

  bool maybe(size_t percent = 50) { return everything_ || dice_.below(100) < percent; }
  /// A number of things up to `most`, of which it is none in a third of all cases.
  size_t some(size_t most) {
    if (everything_) return 2;
    return dice_.below(3) == 0 ? 0 : dice_.below(most + 1);
  }
  template <class T>
  T oneOf(ArrayRef<T> values) {
    return values[everything_ ? turn_++ % values.size() : dice_.below(values.size())];
  }
  template <class T>
  T oneOf(std::initializer_list<T> values) {
    return oneOf(ArrayRef<T>(values));
  }
  /// Some of the values, each at most once, in any order; with `everything`, all in order.
  template <class T>
  std::vector<T> someOf(std::vector<T> values) {
    if (everything_) return values;
    for (size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[dice_.below(i)]);
    values.resize(std::min(values.size(), some(4)));
    return values;
  }

  // What is said.

  StringRef say(const llvm::Twine& text) {
    const StringRef out = builder_.arena().copy(text.str());
    if (everything_) said_.push_back(out.str());
    return out;
  }
  double sayNumber(double value) {
    if (everything_) numbers_.push_back(value);
    return value;
  }

  /// Words that are not empty.
  std::string words() {
    std::string out;
    if (everything_) out = (llvm::Twine("words ") + llvm::Twine(++count_) + " ").str();
    for (size_t i = 0, end = 1 + dice_.below(2); i < end; ++i)
      out += pieces[dice_.below(std::size(pieces))];
    if (!everything_ && dice_.below(40) == 0) out += hostileText;
    return out;
  }
  StringRef word() { return say(words()); }
  StringRef maybeWord(size_t percent = 30) { return maybe(percent) ? word() : StringRef(); }
  std::vector<StringRef> wordsUpTo(size_t most) {
    std::vector<StringRef> out;
    for (size_t i = 0, end = some(most); i < end; ++i) out.push_back(word());
    return out;
  }
  double number() { return sayNumber(everything_ ? ++count_ + 0.25 : numberAtRandom()); }
  double numberAtRandom() {
    constexpr double odd[] = {0, -0.0, 1, 0.1, -2.5, 1e21, 1e-7, 3.0000000000000004, 123456789};
    return odd[dice_.below(std::size(odd))];
  }
  StringRef date() {
    return say(llvm::Twine(1900 + count_++ % 200 + dice_.below(2)) + "-0" +
               llvm::Twine(1 + dice_.below(9)) + "-1" + llvm::Twine(dice_.below(10)));
  }
  StringRef url() { return say("https://x.example/" + llvm::Twine(++count_) + "?q='\"%20&a=b"); }

  enum class Markup { No, Perhaps };

  /// A text of a record of the framework `home`, in some of its languages.
  Text text(FrameworkId home, Markup markup) {
    Text out;
    out.plain = word();
    const bool mayMark = markup == Markup::Perhaps;
    if (mayMark && maybe(30)) out.markdown = say("**" + words() + "**");
    std::vector<Translated> translations;
    for (const StringRef language : tables().frameworks[home].translations) {
      if (!maybe(40)) continue;
      Translated one{language, word(), {}};
      if (mayMark && maybe(30)) one.markdown = say("*" + words() + "*");
      translations.push_back(one);
    }
    out.translations = own(translations);
    return out;
  }
  Text maybeText(FrameworkId home, Markup markup, size_t percent = 50) {
    return maybe(percent) ? text(home, markup) : Text();
  }
  /// A reason: it is not translated.
  Text reason() {
    Text out;
    out.plain = word();
    if (maybe(30)) out.markdown = say("_" + words() + "_");
    return out;
  }

  std::vector<Bullet> bullets(FrameworkId home, size_t most) {
    std::vector<Bullet> out;
    for (size_t i = 0, end = some(most); i < end; ++i) {
      Bullet bullet;
      if (maybe()) bullet.label = say("L-" + llvm::Twine(++count_));
      bullet.text = text(home, Markup::Perhaps);
      out.push_back(bullet);
    }
    return out;
  }
  std::vector<Bullet> indicators(const Competency& competency, size_t most) {
    std::vector<Bullet> out = bullets(competency.framework, most);
    for (Bullet& bullet : out) {
      const std::string suffix =
          bullet.label.empty() ? std::to_string(++count_) : bullet.label.str();
      bullet.key = say(competency.key + "#" + suffix);
    }
    return out;
  }

  // Declarations.

  static constexpr uint32_t frameworkCount = 3;
  static constexpr StringRef frameworkKeys[] = {"rand.home", "rand.other", "third"};

  template <class Record>
  std::vector<Id<Record>> declare(Table<Record>& table, StringRef word, size_t most) {
    std::vector<Id<Record>> out;
    // With `everything`, two of its own and one of each of the others.
    for (uint32_t home = 0; home < frameworkCount; ++home) {
      const size_t count = everything_ ? (home == 0 ? 4 : 2) : dice_.below(most + 1);
      for (size_t i = 0; i < count; ++i) out.push_back(declareOne(table, word, home));
    }
    return out;
  }

  template <class Record>
  Id<Record> declareOne(Table<Record>& table, StringRef word, uint32_t home) {
    Record record;
    record.framework = FrameworkId(home);
    const std::string name = (word + llvm::Twine(++count_) + (maybe(20) ? ".Ünter-x" : "")).str();
    // The name of a rule is made up: nothing shows it but its key.
    record.name = std::is_same_v<Record, Rule> ? builder_.arena().copy(name) : say(name);
    const bool hasId = !everything_ && dice_.below(8) == 0;
    record.key = hasId ? say("urn:x:\"'\u00E9 " + llvm::Twine(count_))
                       : say(frameworkKeys[home] + "." + record.name);
    record.status = everything_ ? oneOf({Status::Published, Status::Retired})
                                : oneOf({Status::Published, Status::Published, Status::Published,
                                         Status::Draft, Status::Retired});
    return table.add(record);
  }

  void declareAll() {
    for (const StringRef key : frameworkKeys) {
      Framework framework;
      framework.key = framework.name = key;
      framework.framework = FrameworkId(tables().frameworks.size());
      tables().frameworks.add(framework);
    }
    declare(tables().kinds, "kind", 2);
    declare(tables().attributes, "attribute", 6);
    declare(tables().scales, "Scale", 3);
    declare(tables().categories, "Category", 4);
    declare(tables().families, "Family", 4);
    declare(tables().statements, "S", 5);
    declare(tables().credentials, "Credential", 3);
    declare(tables().resources, "Resource", 3);
    declare(tables().competencies, "Competency", 6);
    declare(tables().profiles, "Profile", 6);
    declare(tables().rules, "every-profile-", 3);
    declare(tables().paths, "Path", 2);
    declare(tables().crosswalks, "Crosswalk", 3);
  }

  /// The records that one of `home` may refer to: its own framework's, and those of the later ones.
  template <class Record>
  std::vector<Id<Record>> candidates(const Table<Record>& table, FrameworkId home) {
    std::vector<Id<Record>> out;
    for (const Record& record : table) {
      if (record.framework && record.framework.index() >= home.index())
        out.push_back(table.idOf(record));
    }
    return out;
  }
  /// Those of them that were declared before `record`, in its own framework: so nothing is
  /// circular.
  template <class Record>
  std::vector<Id<Record>> earlier(const Table<Record>& table, const Record& record) {
    std::vector<Id<Record>> out;
    for (const Record& other : table) {
      if (&other == &record) return out;
      if (other.framework == record.framework) out.push_back(table.idOf(other));
    }
    return out;
  }
  template <class T>
  T oneOrNone(const std::vector<T>& values, size_t percent = 60) {
    return !values.empty() && maybe(percent) ? oneOf(ArrayRef<T>(values)) : T();
  }

  /// What to use in place of `record`. With `everything`, the own ones name those of others in
  /// turn, so that all of these are published.
  template <class Record>
  StringRef successor(const Table<Record>& table, const Record& record) {
    std::vector<StringRef> keys;
    for (const Record& other : table) {
      const bool isOther = other.framework && other.framework.index() > record.framework.index();
      const bool isFine = everything_ ? isOther : &other != &record && !other.key.empty();
      if (isFine) keys.push_back(other.key);
    }
    if (keys.empty() || !maybe()) return {};
    const auto index = static_cast<size_t>(&record - &*table.begin());
    return everything_ ? keys[index % keys.size()] : oneOf(ArrayRef<StringRef>(keys));
  }

  template <class Record>
  void fillDeclaration(const Table<Record>& table, Record& out) {
    const FrameworkId home = out.framework;
    if constexpr (!std::is_same_v<Record, Statement>) out.title = maybeText(home, Markup::No, 80);
    out.about = maybeText(home, Markup::Perhaps);
    out.code = maybeWord();
    out.keywords = own(wordsUpTo(3));
    out.since = maybeWord();
    if (maybe(20)) {
      out.deprecated =
          builder_.arena().make<Deprecation>(Deprecation{word(), maybe(80) ? reason() : Text{}, successor(table, out)});
    }
    std::vector<StringRef> replaces;
    for (size_t i = 0, end = some(2); i < end; ++i)
      replaces.push_back(say("rand.gone." + llvm::Twine(++count_)));
    out.replaces = own(replaces);
    if (maybe(30)) out.reviewed = date();
    std::vector<Match> matches;
    for (size_t i = 0, end = some(2); i < end; ++i) {
      const auto relation = oneOf(
          {Relation::Exact, Relation::Close, Relation::Broad, Relation::Narrow, Relation::Related});
      matches.push_back({relation, word(), word()});
    }
    out.matches = own(matches);
    std::vector<AttributeValue> values;
    for (const AttributeId id : someOf(candidates(tables().attributes, home)))
      values.push_back(value(id));
    out.attributes = own(values);
    out.allows = allows();
  }
  ArrayRef<Allow> allows() {
    std::vector<Allow> out;
    for (size_t i = 0, end = some(2); i < end; ++i) out.push_back({word(), reason(), {}});
    return own(out);
  }

  AttributeValue value(AttributeId id) {
    AttributeValue out{id, {}, 0, false};
    switch (tables().attributes[id].type) {
      case AttributeType::Text: out.text = maybe(80) ? word() : StringRef(); break;
      case AttributeType::Number: out.number = number(); break;
      case AttributeType::Boolean: out.boolean = maybe(); break;
      case AttributeType::Date: out.text = date(); break;
      case AttributeType::Url: out.text = url(); break;
      case AttributeType::OneOf: out.text = oneOf(tables().attributes[id].values); break;
    }
    return out;
  }

  void fillFrameworks() {
    for (Framework& framework : tables().frameworks) {
      framework.version = say("1." + llvm::Twine(++count_) + ".0-rc.1.x-y+b.01");
      framework.language = "en";
      if (maybe(70)) framework.translations = own<StringRef>({"fr", "de-AT", "zh-Hant"});
      framework.publisher = maybeWord();
      framework.license = maybeWord();
      if (maybe()) framework.uri = url();
    }
    // The types of attributes count before any has a value.
    for (Attribute& attribute : tables().attributes) fillType(attribute);
    for (Framework& framework : tables().frameworks) {
      if (framework.framework.index() == 0) {
        fillDeclaration(tables().frameworks, framework);
        framework.defaultScale = oneOrNone(candidates(tables().scales, framework.framework));
      } else {
        framework.title = maybeText(framework.framework, Markup::No, 80);
      }
      framework.status =
          everything_
              ? Status::Published
              : oneOf({Status::Published, Status::Published, Status::Retired, Status::Draft});
    }
    tables().frameworks[FrameworkId(0)].uses =
        own<Use>({{"other", FrameworkId(1), maybe()}, {"third", FrameworkId(2), false}});
  }

  template <class Record>
  void fillAll(Table<Record>& table) {
    for (Record& record : table) {
      if (!record.framework) continue;
      if constexpr (!std::is_same_v<Record, Rule>) {
        fillDeclaration(table, record);
        std::vector<StringRef> was;
        for (size_t i = 0, end = some(2); i < end; ++i)
          was.push_back(say("Old" + llvm::Twine(++count_)));
        record.was = own(was);
      }
      fill(record);
    }
  }

  // What each sort of record has of its own.

  void fill(Kind& out) {
    out.like = oneOrNone<KindId>({KindId(0), KindId(1), KindId(2), KindId(3)});
  }
  void fill(Category& out) { out.parent = oneOrNone(earlier(tables().categories, out)); }
  void fill(Family& out) { out.parent = oneOrNone(earlier(tables().families, out)); }

  void fill(Attribute& out) {
    out.on = own(
        someOf<DeclKind>({DeclKind::Framework, DeclKind::Scale, DeclKind::Kind, DeclKind::Category,
                          DeclKind::Attribute, DeclKind::Statement, DeclKind::Competency,
                          DeclKind::Credential, DeclKind::Resource, DeclKind::Family,
                          DeclKind::Profile, DeclKind::Path, DeclKind::Crosswalk}));
    if (llvm::is_contained(out.on, DeclKind::Statement)) {
      out.onStatements = own(someOf<StatementSort>({StatementSort::Knowledge, StatementSort::Skill,
                                                    StatementSort::Ability, StatementSort::Task}));
    }
    out.required = !out.on.empty() && maybe();
  }
  void fillType(Attribute& out) {
    out.type = oneOf({AttributeType::Text, AttributeType::OneOf, AttributeType::Number,
                      AttributeType::Boolean, AttributeType::Date, AttributeType::Url});
    if (out.type == AttributeType::Text) out.pattern = maybeWord();
    if (out.type == AttributeType::Number && maybe()) {
      out.low = sayNumber(-static_cast<double>(++count_));
      out.high = sayNumber(1e5 + static_cast<double>(++count_));
    }
    if (out.type == AttributeType::OneOf)
      out.values =
          own<StringRef>({say("V" + llvm::Twine(++count_)), say("v" + llvm::Twine(++count_))});
  }

  void fill(Scale& out) {
    const ScaleId id = tables().scales.idOf(out);
    out.cumulative = maybe();
    // With `everything` there are both, by turns.
    out.kind = oneOf({ScaleKind::Ordinal, ScaleKind::Numeric});
    if (out.kind == ScaleKind::Numeric) {
      out.low = sayNumber(-static_cast<double>(++count_));
      out.high = sayNumber(1e6 + static_cast<double>(++count_));
      return;
    }
    std::vector<LevelId> levels;
    for (uint32_t i = 1, end = static_cast<uint32_t>(1 + some(4)); i <= end; ++i) {
      Level level;
      level.scale = id;
      level.name = say("Level" + llvm::Twine(++count_));
      level.ordinal = i;
      level.title = maybeText(out.framework, Markup::No);
      level.about = maybeText(out.framework, Markup::Perhaps, 30);
      level.descriptors = own(bullets(out.framework, 2));
      levels.push_back(tables().levels.add(level));
    }
    out.levels = own(levels);
  }

  void fill(Statement& out) {
    out.sort = oneOf({StatementSort::Task, StatementSort::Skill, StatementSort::Knowledge,
                      StatementSort::Ability});
    out.text = text(out.framework, Markup::Perhaps);
  }
  void fill(Credential& out) {
    out.issuer = maybeWord();
    if (maybe())
      out.renewsEveryMonths = static_cast<uint32_t>(sayNumber(static_cast<double>(++count_)));
    if (maybe()) out.url = url();
  }

  ArrayRef<StatementUse> uses(FrameworkId home) {
    std::vector<StatementUse> out;
    for (const StatementId id : someOf(candidates(tables().statements, home)))
      out.push_back({tables().statements[id].sort, id, {}});
    for (const StatementSort sort : {StatementSort::Skill, StatementSort::Task,
                                     StatementSort::Ability, StatementSort::Knowledge}) {
      for (const Bullet& bullet : bullets(home, 2)) out.push_back({sort, {}, bullet});
    }
    return own(out);
  }
  ArrayRef<CredentialUse> credentials(FrameworkId home) {
    std::vector<CredentialUse> out;
    for (const CredentialId id : someOf(candidates(tables().credentials, home)))
      out.push_back({id, importance()});
    return own(out);
  }
  Importance importance() {
    return oneOf({Importance::Essential, Importance::Desired, Importance::Optional});
  }
  Rubric rubric(const Competency& competency, bool withIndicators) {
    Rubric out;
    if (withIndicators) out.indicators = own(indicators(competency, 3));
    out.develop = own(bullets(competency.framework, 2));
    out.evidence = own(bullets(competency.framework, 2));
    out.interview = own(bullets(competency.framework, 2));
    return out;
  }

  void fill(Competency& out) {
    const FrameworkId home = out.framework;
    std::vector<KindId> kinds = candidates(tables().kinds, home);
    for (uint32_t i = 0; i < 4; ++i) kinds.push_back(KindId(i));
    out.kind = oneOf(ArrayRef<KindId>(kinds));
    out.categories = own(someOf(candidates(tables().categories, home)));
    const auto whole = oneOrNone(earlier(tables().competencies, out), 30);
    if (whole) out.partOf = own<CompetencyId>({whole});
    // With `everything`, the last one has no scale.
    const bool isLast =
        candidates(tables().competencies, home).back() == tables().competencies.idOf(out);
    if (!everything_ || !isLast) out.scale = oneOrNone(candidates(tables().scales, home), 70);
    fillLevels(out);
    out.rubric = rubric(out, !out.scale);
    out.statements = uses(home);
    out.credentials = credentials(home);
  }
  void fillLevels(Competency& out) {
    if (!out.scale) return;
    const Scale& scale = tables().scales[out.scale];
    std::vector<LevelValue> values;
    for (const LevelId id : scale.levels) {
      if (maybe(60)) values.push_back({id, {}});
    }
    for (double at = scale.low;
         scale.kind == ScaleKind::Numeric && at < 3 && maybe(30) && values.size() < 3; at += 1.5)
      values.push_back({{}, sayNumber(at)});
    std::vector<CompetencyLevel> levels;
    for (const LevelValue& value : values) {
      levels.push_back({value,
                        maybeText(out.framework, Markup::No, 20),
                        maybeText(out.framework, Markup::Perhaps, 20),
                        rubric(out, true),
                        {}});
    }
    out.levels = own(levels);
  }

  /// A level at which the competency can be required.
  LevelValue level(CompetencyId id) {
    const Competency& competency = tables().competencies[id];
    if (!competency.scale) return {};
    const Scale& scale = tables().scales[competency.scale];
    if (scale.kind == ScaleKind::Numeric) return {{}, oneOf({scale.low, scale.high, 0.5})};
    if (competency.levels.empty()) return {oneOf(scale.levels), {}};
    return competency.levels[dice_.below(competency.levels.size())].level;
  }

  void fill(Resource& out) {
    out.type = maybeWord();
    if (maybe()) out.url = url();
    std::vector<Development> develops;
    for (const CompetencyId id : someOf(candidates(tables().competencies, out.framework)))
      develops.push_back({id, maybe(70) ? level(id) : LevelValue()});
    out.develops = own(develops);
  }

  Requirement requirement(CompetencyId id) {
    Requirement out;
    out.competency = id;
    out.level = level(id);
    out.importance = importance();
    if (maybe(30)) out.weight = number();
    if (maybe(30)) out.because = reason();
    return out;
  }
  Origin origin(OriginKind kind, const Requirement& requirement) {
    Origin out;
    out.kind = kind;
    if (kind != OriginKind::Lowers || maybe()) out.level = level(requirement.competency);
    if (kind != OriginKind::Lowers || maybe()) out.importance = importance();
    if (maybe(30)) out.weight = number();
    if (kind == OriginKind::Lowers || maybe(30)) out.because = reason();
    return out;
  }
  ArrayRef<Origin> origins(const Requirement& requirement, const Profile& profile) {
    const ProfileId self = tables().profiles.idOf(profile);
    std::vector<Origin> out;
    for (const RuleId rule : someOf(candidates(tables().rules, profile.framework))) {
      out.push_back(origin(OriginKind::Rule, requirement));
      out.back().rule = rule;
    }
    for (const ProfileId base : someOf(earlier(tables().profiles, profile))) {
      out.push_back(origin(oneOf({OriginKind::Base, OriginKind::Lowers}), requirement));
      out.back().profile = base;
    }
    if (out.empty() || maybe()) {
      const bool lowers = !out.empty() && maybe(30);
      out.push_back(origin(lowers ? OriginKind::Lowers : OriginKind::Own, requirement));
      out.back().profile = self;
    }
    return own(out);
  }

  /// What is asked for without rules may be anything that some line asks for.
  void addDemand(Requirement& out) {
    if (everything_ || out.origins.back().rule || !out.origins.front().rule) return;
    Demand demand;
    demand.level = level(out.competency);
    demand.importance = importance();
    if (maybe(30)) demand.first.weight = number();
    if (maybe(30)) demand.own.because = reason();
    out.withoutRules = builder_.arena().make<Demand>(demand);
  }

  void fill(Rule& out) {
    out.families = own(someOf(candidates(tables().families, out.framework)));
    out.exceptions = own(someOf(earlierProfiles(out.framework)));
    std::vector<Requirement> requirements;
    for (const CompetencyId id : someOf(candidates(tables().competencies, out.framework)))
      requirements.push_back(requirement(id));
    out.requirements = own(requirements);
    out.allows = allows();
  }
  /// Profiles of the framework itself: what a rule can except.
  std::vector<ProfileId> earlierProfiles(FrameworkId home) {
    std::vector<ProfileId> out;
    for (const Profile& profile : tables().profiles) {
      if (profile.framework == home) out.push_back(tables().profiles.idOf(profile));
    }
    return out;
  }

  void fill(Profile& out) {
    out.isAbstract = !everything_ && dice_.below(4) == 0;
    out.bases = own(someOf(earlier(tables().profiles, out)));
    out.family = oneOrNone(candidates(tables().families, out.framework));
    std::vector<Requirement> requirements;
    std::vector<Drop> drops;
    for (const CompetencyId id : someOf(candidates(tables().competencies, out.framework))) {
      requirements.push_back(requirement(id));
      requirements.back().origins = origins(requirements.back(), out);
      addDemand(requirements.back());
    }
    for (const CompetencyId id : someOf(candidates(tables().competencies, out.framework)))
      drops.push_back({id, reason(), {}});
    out.requirements = own(requirements);
    out.drops = own(drops);
    out.statements = uses(out.framework);
    out.credentials = credentials(out.framework);
  }

  void fill(Path& out) {
    std::vector<ArrayRef<ProfileId>> chains;
    for (size_t i = 0, end = some(3); i < end; ++i) {
      std::vector<ProfileId> chain;
      for (const ProfileId id : someOf(candidates(tables().profiles, out.framework))) {
        if (!tables().profiles[id].isAbstract) chain.push_back(id);
      }
      if (chain.size() >= 2) chains.push_back(own(chain));
    }
    out.chains = own(chains);
  }

  void fill(Crosswalk& out) {
    const auto scales = candidates(tables().scales, out.framework);
    if (scales.empty()) {
      const ScaleId scale = declareOne(tables().scales, "Late", out.framework.index());
      fillDeclaration(tables().scales, tables().scales[scale]);
      fill(tables().scales[scale]);
      out.from = out.to = scale;
    } else {
      out.from = oneOf(ArrayRef<ScaleId>(scales));
      out.to = oneOf(ArrayRef<ScaleId>(scales));
    }
    const std::vector<LevelValue> from = points(out.from);
    const std::vector<LevelValue> to = points(out.to);
    std::vector<Crosswalk::Pair> pairs;
    for (size_t i = 0; i < from.size(); ++i)
      pairs.push_back({from[i], to[std::min(i, to.size() - 1)]});
    out.pairs = own(pairs);
  }
  /// Points of a scale, lowest first.
  std::vector<LevelValue> points(ScaleId id) {
    const Scale& scale = tables().scales[id];
    std::vector<LevelValue> out;
    for (const LevelId level : scale.levels) out.push_back({level, {}});
    if (out.empty()) out = {{{}, scale.low}, {{}, 0.5}, {{}, scale.high}};
    return out;
  }

  bool everything_;
  golden::Dice dice_;
  ModelBuilder builder_;
  uint32_t count_ = 0;
  size_t turn_ = 0;
  std::vector<std::string> said_;
  std::vector<double> numbers_;
};

}  // namespace

RandomModel randomModel(RandomOptions options) { return Maker(options).make(); }

}  // namespace cadre::test
