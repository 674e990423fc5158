#include "fixture.h"
#include "support/test.h"

namespace cadre::test {

using namespace model;

namespace {

class MapSink : public emit::Sink {
public:
  llvm::Error write(StringRef path, std::string bytes) override {
    files[path.str()] = std::move(bytes);
    return llvm::Error::success();
  }
  std::map<std::string, std::string> files;
};

}  // namespace

Text Sample::plain(const std::string& value) {
  Text text;
  text.plain = builder.arena().copy(value);
  return text;
}

Bullet Sample::bullet(StringRef key, StringRef label, const std::string& value) {
  Bullet bullet;
  bullet.key = text(key.str());
  bullet.label = label;
  bullet.text = plain(value);
  return bullet;
}

Requirement Sample::require(CompetencyId competency, LevelValue level, OriginKind kind) {
  Requirement requirement;
  requirement.competency = competency;
  requirement.level = level;
  Origin origin;
  origin.kind = kind;
  origin.level = level;
  origin.importance = Importance::Essential;
  requirement.origins = list({origin});
  return requirement;
}

std::map<std::string, std::string> emitted(ModelBuilder builder) {
  const Model model = std::move(builder).freeze();
  const Publication publication(model);
  MapSink sink;
  for (const auto emitter : {emit::emitSql, emit::emitSqlite}) {
    if (auto error = emitter(publication, sink, {})) FAIL(llvm::toString(std::move(error)));
  }
  return std::move(sink.files);
}

Sample::Sample(StringRef version, StringRef id) {
  Tables& t = tables();
  Framework framework;
  framework.framework = own = FrameworkId(0);
  framework.key = framework.name = text(id.str());
  framework.title = plain(hostile);
  framework.version = text(version.str());
  framework.language = "en";
  framework.translations = list<StringRef>({"fr", "ar"});
  framework.publisher = "Acme";
  t.frameworks.add(framework);

  Framework other;
  other.framework = core = FrameworkId(1);
  other.key = other.name = "core";
  other.title = plain("Core");
  other.version = "1.0.0";
  other.language = "en";
  t.frameworks.add(other);

  const auto level = [&](ScaleId scale, StringRef name, uint32_t ordinal) {
    Level each;
    each.scale = scale;
    each.name = name;
    each.ordinal = ordinal;
    each.title = plain("The " + name.str());
    return t.levels.add(each);
  };
  steps = t.scales.add(declared<Scale>("Steps", "Steps"));
  novice = level(steps, "Novice", 1);
  adept = level(steps, "Adept", 2);
  master = level(steps, "Master", 3);
  t.scales[steps].levels = list({novice, adept, master});
  t.scales[steps].cumulative = true;
  t.levels[novice].descriptors = list({bullet("", "", "Needs help.")});
  t.frameworks[own].defaultScale = steps;
  points = t.scales.add(declared<Scale>("Points", "Points"));
  t.scales[points].kind = ScaleKind::Numeric;
  t.scales[points].high = 5;

  shared = t.scales.add(declared<Scale>("Shared", "Shared"));
  t.scales[shared].framework = core;
  t.scales[shared].key = "core.Shared";
  sharedLow = level(shared, "Low", 1);
  sharedHigh = level(shared, "High", 2);
  t.scales[shared].levels = list({sharedLow, sharedHigh});

  craft = t.kinds.add(declared<Kind>("craft", "Craft"));
  t.kinds[craft].like = KindId(0);
  talk = t.categories.add(declared<Category>("Talk", "Talk"));
  press = t.categories.add(declared<Category>("Talk.Press", ""));
  t.categories[press].parent = talk;
  field = t.families.add(declared<Family>("Field", "Field"));
  inner = t.families.add(declared<Family>("Field.Inner", "Inner"));
  t.families[inner].parent = field;

  grade = t.attributes.add(declared<Attribute>("grade", "Grade"));
  t.attributes[grade].type = AttributeType::OneOf;
  t.attributes[grade].on = list({DeclKind::Profile});
  t.attributes[grade].values = list<StringRef>({"P1", "P2"});
  hours = t.attributes.add(declared<Attribute>("hours", "Hours"));
  t.attributes[hours].type = AttributeType::Number;
  t.attributes[hours].on = list({DeclKind::Profile});
  t.attributes[hours].low = 4;
  t.attributes[hours].high = 38.5;
  night = t.attributes.add(declared<Attribute>("night", "Night"));
  t.attributes[night].type = AttributeType::Boolean;
  t.attributes[night].on = list({DeclKind::Profile, DeclKind::Competency});

  knowledge = t.statements.add(declared<Statement>("K1", ""));
  t.statements[knowledge].title = {};
  t.statements[knowledge].sort = StatementSort::Knowledge;
  t.statements[knowledge].text = plain("Outlets.");
  diploma = t.credentials.add(declared<Credential>("Diploma", "Diploma"));
  t.credentials[diploma].renewsEveryMonths = 36;

  media = t.competencies.add(declared<Competency>("Media", "Media"));
  Competency& m = t.competencies[media];
  m.kind = craft;
  m.scale = steps;
  m.categories = list({press, talk});
  m.about = plain("It's *it*");
  m.about.markdown = "It's **it**";
  Translated french{"fr", "Médias", ""};
  m.title.translations = list({french});
  m.keywords = list<StringRef>({"press", "journalists"});
  m.matches = list<Match>({{Relation::Close, "esco", "http://data.europa.eu/x"}});
  m.allows = list<Allow>({{"vague-verb", plain("Agreed."), {}}});
  m.was = list<StringRef>({"PressRelations"});
  AttributeValue late{night, "", 0, true};
  m.attributes = list({late});
  model::CompetencyLevel low, high;
  low.level.level = novice;
  Bullet drafts = bullet(m.key.str() + "#M1", "M1", hostile);
  drafts.text.translations =
      list<Translated>({{"fr", "Rédige l'essentiel", "Rédige *l'essentiel*"}});
  low.rubric.indicators = list({drafts, bullet(m.key.str() + "#h1", "", "Keeps lists.")});
  low.rubric.develop = list({bullet("", "", "Shadow two pitches.")});
  high.level.level = adept;
  high.title = plain("Old hand");
  high.rubric.indicators = list({bullet(m.key.str() + "#h1", "", "Keeps lists.")});
  high.rubric.develop = list({bullet("", "", "Pitch alone.")});
  m.levels = list({low, high});
  StatementUse use, inPlace;
  use.shared = knowledge;
  inPlace.sort = StatementSort::Task;
  inPlace.bullet = bullet("", "T1", "Answer calls.");
  m.statements = list({use, inPlace});
  m.credentials = list<CredentialUse>({{diploma, Importance::Desired}});

  price = t.competencies.add(declared<Competency>("Price", "Price"));
  t.competencies[price].kind = KindId(0);
  t.competencies[price].scale = points;
  model::CompetencyLevel anchor;
  anchor.level.number = 2.5;
  anchor.rubric.indicators = list({bullet(id.str() + ".Price#p1", "", "Knows prices.")});
  t.competencies[price].levels = list({anchor});
  honesty = t.competencies.add(declared<Competency>("Honesty", "Honesty"));
  t.competencies[honesty].kind = KindId(3);
  t.competencies[honesty].partOf = list({media});
  t.competencies[honesty].rubric.indicators = list({bullet(id.str() + ".Honesty#h", "", "Tells.")});
  integrity = t.competencies.add(declared<Competency>("Integrity", "Integrity"));
  t.competencies[integrity].framework = core;
  t.competencies[integrity].key = "core.Integrity";
  t.competencies[integrity].kind = KindId(3);
  t.competencies[integrity].scale = shared;

  course = t.resources.add(declared<Resource>("Course", "Course"));
  t.resources[course].type = "course";
  t.resources[course].develops = list<Development>({{media, {adept, {}}}, {price, {}}});

  base = t.profiles.add(declared<Profile>("Base", "Base"));
  t.profiles[base].isAbstract = true;
  rule = RuleId(0);
  Rule every;
  every.framework = own;
  every.key = text((id + ".every-profile-1").str());
  every.families = list({field});
  Requirement bare = require(integrity, {sharedLow, {}});
  bare.origins = {};
  every.requirements = list({bare});
  t.rules.add(every);

  junior = t.profiles.add(declared<Profile>("Junior", hostile));
  Profile& j = t.profiles[junior];
  j.family = inner;
  j.bases = list({base});
  Requirement ruled = require(integrity, {sharedLow, {}}, OriginKind::Rule);
  Origin fromRule = ruled.origins[0];
  fromRule.rule = rule;
  ruled.origins = list({fromRule});
  Requirement inherited = require(media, {novice, {}}, OriginKind::Base);
  Origin fromBase = inherited.origins[0];
  fromBase.profile = base;
  Origin raised = fromBase;
  raised.kind = OriginKind::Own;
  raised.profile = junior;
  inherited.origins = list({fromBase, raised});
  inherited.weight = 3;
  inherited.because = plain("It's needed.");
  j.requirements = list({ruled, inherited, require(price, {{}, 2.5}), require(honesty, {})});
  j.statements = list({inPlace});
  j.credentials = list<CredentialUse>({{diploma, Importance::Essential}});
  j.attributes = list<AttributeValue>({{grade, "P1", 0, false}, {hours, "", 24.5, false}});
  j.drops = list<Drop>({{price, plain("Not here."), {}}});

  senior = t.profiles.add(declared<Profile>("Senior", "Senior"));
  t.profiles[senior].requirements = list({require(media, {adept, {}}), require(price, {{}, 4.12})});

  career = t.paths.add(declared<Path>("Career", "Career"));
  t.paths[career].chains = list<llvm::ArrayRef<ProfileId>>({list({junior, senior})});
  walk = t.crosswalks.add(declared<Crosswalk>("Walk", "Walk"));
  t.crosswalks[walk].from = steps;
  t.crosswalks[walk].to = points;
  t.crosswalks[walk].pairs = list<Crosswalk::Pair>(
      {{{novice, {}}, {{}, 1.0}}, {{adept, {}}, {{}, 2.5}}, {{master, {}}, {{}, 5.0}}});
}

}  // namespace cadre::test
