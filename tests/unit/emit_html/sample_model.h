// A small framework that says a bit of everything, for the tests of the site: takes nothing, gives
// a model. What must never become markup is in it too.
#pragma once

#include "model/builder.h"
#include "support/markdown.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace cadre::test {

using namespace model;

/// Fills a model as the compiler would, with less to write.
class SampleBuilder {
public:
  Tables& tables() { return builder_.tables(); }
  Arena& arena() { return builder_.arena(); }
  Model freeze() { return std::move(builder_).freeze(); }

  Text text(StringRef source, bool blocks = false) {
    const auto scope = blocks ? markdown::Scope::Blocks : markdown::Scope::Inline;
    const std::string plain = markdown::toPlain(source, scope);
    Text out;
    out.plain = arena().copy(plain);
    if (plain != source) out.markdown = arena().copy(source);
    out.blocks = blocks;
    return out;
  }

  template <class Value>
  ArrayRef<Value> list(std::initializer_list<Value> values) {
    return arena().copy(ArrayRef<Value>(values));
  }

  /// Lines of a list; `[X-1] words` has a label.
  ArrayRef<Bullet> bullets(std::initializer_list<StringRef> lines) {
    std::vector<Bullet> out;
    for (StringRef line : lines) {
      Bullet bullet;
      if (line.consume_front("[")) {
        bullet.label = line.split("] ").first;
        line = line.split("] ").second;
      }
      bullet.text = text(line);
      out.push_back(bullet);
    }
    return arena().copyOf(out);
  }

  template <class Record>
  Record declare(uint32_t framework, StringRef name, StringRef title, StringRef about = {}) {
    Record out;
    out.framework = FrameworkId(framework);
    const Table<Framework>& frameworks = tables().frameworks;
    const std::string package =
        framework < frameworks.size() ? frameworks[FrameworkId(framework)].key.str() : "";
    out.key = arena().copy(package.empty() ? name.str() : package + "." + name.str());
    out.name = name;
    out.title = text(title);
    out.title.markdown = {};
    out.title.plain = title;
    out.about = text(about);
    return out;
  }

private:
  ModelBuilder builder_;
};

/// A press office, with a dependency that speaks German.
class Sample : public SampleBuilder {
public:
  static Model make() {
    Sample sample;
    sample.frameworks();
    sample.groups();
    sample.competencies();
    sample.helpers();
    sample.profiles();
    sample.paths();
    return sample.freeze();
  }

private:
  void frameworks() {
    auto own = declare<Framework>(0, "acme.press", "Acme press framework");
    own.key = "acme.press";
    own.about = text(
        "What it takes to speak for **Acme**. Use it to:\n\n- write a job advert,\n- prepare a "
        "yearly review,\n- choose the *next* step of a career.\n\nQuestions go to the "
        "[people team](mailto:people@acme.example).",
        true);
    own.version = "2.1.0";
    own.language = "en";
    own.publisher = "Acme Ltd & Söhne";
    own.license = "CC-BY-4.0";
    own.uri = "https://frameworks.acme.example/press";
    tables().frameworks.add(own);
    auto core = declare<Framework>(1, "acme.kern", "Acme Kernrahmen");
    core.key = "acme.kern";
    core.language = "de";
    core.version = "1.0.0";
    tables().frameworks.add(core);

    proficiency_ =
        ordinal(0, "Proficiency", {"Foundation", "Practitioner", "Advanced", "Expert"},
                {"Completes routine tasks with close guidance.", "Handles everyday tasks alone.",
                 "Solves unfamiliar problems across a whole project.",
                 "Sets the methods that other teams follow."});
    tables().scales[proficiency_].cumulative = true;
    stufen_ = ordinal(1, "Stufen", {"Kennt", "Kann"}, {"Kennt die Grundlagen.", "Kann es allein."});
    auto depth = declare<Scale>(0, "Depth", "Depth");
    depth.kind = ScaleKind::Numeric;
    depth.high = 7;
    depth_ = tables().scales.add(depth);
    auto walk = declare<Crosswalk>(0, "ToStufen", "Proficiency in the German package");
    walk.from = proficiency_;
    walk.to = stufen_;
    walk.pairs = list<Crosswalk::Pair>({{at(0), {LevelId(4), {}}},
                                        {at(1), {LevelId(4), {}}},
                                        {at(2), {LevelId(5), {}}},
                                        {at(3), {LevelId(5), {}}}});
    tables().crosswalks.add(walk);
  }

  ScaleId ordinal(uint32_t framework, StringRef name, std::initializer_list<StringRef> levels,
                  std::initializer_list<StringRef> descriptors) {
    const ScaleId id = tables().scales.add(declare<Scale>(framework, name, name));
    std::vector<LevelId> ids;
    const auto* descriptor = descriptors.begin();
    for (const StringRef level : levels) {
      Level record;
      record.scale = id;
      record.name = level;
      record.title = text(level);
      record.ordinal = static_cast<uint32_t>(ids.size() + 1);
      record.descriptors = bullets({*descriptor++});
      ids.push_back(tables().levels.add(record));
    }
    tables().scales[id].levels = arena().copyOf(ids);
    return id;
  }

  static LevelValue at(uint32_t level) { return {LevelId(level), std::nullopt}; }
  static LevelValue number(double value) { return {LevelId::none(), value}; }

  void groups() {
    auto craft = declare<Kind>(0, "craft", "Craft");
    craft.like = KindId(0);
    craft_ = tables().kinds.add(craft);
    communications_ =
        tables().categories.add(declare<Category>(0, "Communications", "Communications"));
    auto media = declare<Category>(0, "Communications.Media", "Media & press");
    media.parent = communications_;
    media_ = tables().categories.add(media);
    core_ = tables().categories.add(declare<Category>(0, "Core", "Core"));
    marketing_ = tables().families.add(declare<Family>(0, "Marketing", "Marketing"));
    auto press = declare<Family>(0, "Marketing.Press", "Corporate communications");
    press.parent = marketing_;
    press_ = tables().families.add(press);
    auto grade = declare<model::Attribute>(0, "grade", "Grade");
    grade.type = AttributeType::OneOf;
    grade_ = tables().attributes.add(grade);
    auto site = declare<model::Attribute>(0, "handbook", "Handbook");
    site.type = AttributeType::Url;
    handbook_ = tables().attributes.add(site);
  }

  CompetencyLevel level(LevelValue value, std::initializer_list<StringRef> indicators) {
    CompetencyLevel out;
    out.level = value;
    out.rubric.indicators = bullets(indicators);
    return out;
  }

  Competency competency(uint32_t framework, StringRef name, StringRef title, StringRef about,
                        uint32_t kind) {
    auto out = declare<Competency>(framework, name, title, about);
    out.kind = KindId(kind);
    out.scale = proficiency_;
    return out;
  }

  void competencies() {
    mediaCompetency();
    auto writing = competency(0, "PlainWriting", "Plain writing",
                              "Puts a message into words that its audience takes in at once.", 3);
    writing.categories = list({core_});
    writing.code = "PW";
    writing.levels = list(
        {level(at(0), {"[PW-F1] Checks spelling against the house style guide.",
                       "[PW-F2] Shortens a draft to a given length."}),
         level(at(1), {"[PW-P1] Adapts one message to readers with different prior knowledge."}),
         level(at(2), {"[PW-A1] Improves a text with evidence from reader tests."})});
    writing_ = tables().competencies.add(writing);

    auto faults = competency(0, "FaultDiagnosis", "Fault diagnosis",
                             "Finds the cause of a reported error.", 0);
    faults.scale = depth_;
    faults.levels = list({level(number(2), {"[FD-21] Reproduces the error from the ticket."}),
                          level(number(4), {"[FD-41] Isolates the failing part."})});
    faults_ = tables().competencies.add(faults);

    auto checklist = competency(0, "vision", "Wheel <b>truing</b> & \"gears\"",
                                "Ends </p><script>alert(1)</script> here.", 2);
    checklist.scale = ScaleId::none();
    checklist.rubric.indicators = bullets({"Measures `a<b>` on the [stand](javascript:alert).",
                                           "<img src=x onerror=alert(1)>",
                                           "See [the guide](https://guide.example/?a=1&b=2)."});
    checklist_ = tables().competencies.add(checklist);

    auto vision = competency(0, "Vision", "Vision", "Sees what is to come.", 2);
    vision.status = Status::Retired;
    auto* deprecation = arena().make<Deprecation>();
    deprecation->since = "2.0";
    deprecation->because = text("The board *took over*.");
    deprecation->successor = "acme.press.PlainWriting";
    vision.deprecated = deprecation;
    tables().competencies.add(vision);

    auto team = competency(1, "Teamarbeit", "Teamarbeit", "Arbeitet gern im Team.", 1);
    team.scale = stufen_;
    team_ = tables().competencies.add(team);

    auto loose = competency(0, "Überblick", "Überblick behalten", "Keeps the overview.", 3);
    loose.partOf = list({mediaId_});
    loose_ = tables().competencies.add(loose);
  }

  void mediaCompetency() {
    auto out = competency(0, "MediaRelations", "Media relations",
                          "Builds working contacts with **journalists** who cover the sector.", 0);
    out.categories = list({media_, core_});
    out.code = "MR";
    out.keywords = list<StringRef>({"press", "journalists"});
    out.reviewed = "2026-03-01";
    out.was = list<StringRef>({"PressRelations"});
    out.replaces = list<StringRef>({"acme.press.PressWork"});
    out.matches = list<Match>({{Relation::Close, "esco", "http://data.europa.eu/esco/skill/abc"},
                               {Relation::Exact, "house", "MR 7"}});
    auto foundation = level(at(0), {"[MR-F1] Updates the contact list after each call.",
                                    "[MR-F2] Collects press coverage in a daily summary."});
    foundation.rubric.develop = bullets({"Shadow two press calls with a colleague."});
    auto advanced = level(at(2), {"[MR-A1] Negotiates exclusive stories with national outlets.",
                                  "[MR-A2] Prepares senior managers for interviews on subjects "
                                  "where the facts are still in dispute."});
    advanced.rubric.evidence = bullets({"Three placed stories within twelve months."});
    advanced.rubric.interview = bullets({"Describe a story that went wrong."});
    out.levels = list({foundation,
                       level(at(1), {"[MR-P1] Answers routine press enquiries in a working day."}),
                       advanced});
    auto calendars = declare<Statement>(0, "EditorialCalendars", "");
    calendars.text = text("Knowledge of editorial calendars and deadlines.");
    const StatementId shared = tables().statements.add(calendars);
    StatementUse knowledge{StatementSort::Knowledge, shared, {}};
    StatementUse skill{StatementSort::Skill, {}, bullets({"Interviewing spokespeople."})[0]};
    out.statements = list({knowledge, skill});
    mediaId_ = tables().competencies.add(out);
  }

  void helpers() {
    auto diploma = declare<Credential>(0, "PressDiploma", "Diploma in press relations");
    diploma.issuer = "Example Institute";
    diploma.renewsEveryMonths = 36;
    diploma.url = "https://institute.example/press-diploma";
    diploma_ = tables().credentials.add(diploma);
    auto course = declare<Resource>(0, "PressCourse", "Working with the press");
    course.type = "course";
    course.url = "javascript:alert(1)";
    course.develops = list<Development>({{mediaId_, at(1)}, {faults_, number(3)}});
    tables().resources.add(course);
    auto rule = declare<Rule>(0, "every-profile-1", "");
    Requirement required;
    required.competency = team_;
    required.level = {LevelId(4), std::nullopt};
    rule.requirements = list({required});
    rule_ = tables().rules.add(rule);
  }

  Requirement requirement(CompetencyId id, LevelValue value, ArrayRef<Origin> origins,
                          StringRef because = {}) {
    Requirement out;
    out.competency = id;
    out.level = value;
    out.origins = origins;
    out.because = text(because);
    return out;
  }

  Origin origin(OriginKind kind, ProfileId profile, LevelValue value, StringRef because = {}) {
    Origin out;
    out.kind = kind;
    out.profile = profile;
    if (kind == OriginKind::Rule) out.rule = rule_;
    out.level = value;
    out.because = text(because);
    return out;
  }

  void profiles() {
    auto base = declare<Profile>(0, "MarketingProfessional", "Marketing professional");
    base.isAbstract = true;
    const ProfileId basis = tables().profiles.add(base);
    const ProfileId assistant(1);
    const ProfileId specialist(2);

    auto first = declare<Profile>(0, "PressAssistant", "Press assistant",
                                  "Helps to prepare texts and press work.");
    first.family = marketing_;
    first.bases = list({basis});
    const auto fromRule = origin(OriginKind::Rule, {}, {LevelId(4), std::nullopt});
    auto team = requirement(team_, {LevelId(4), std::nullopt}, list({fromRule}));
    auto lowered = requirement(
        writing_, at(0),
        list({origin(OriginKind::Base, basis, at(1)),
              origin(OriginKind::Lowers, assistant, at(0), "Learns the style on the job.")}),
        "Learns the style on the job.");
    auto media = requirement(mediaId_, at(0), list({origin(OriginKind::Own, assistant, at(0))}));
    media.importance = Importance::Desired;
    media.weight = 20;
    first.requirements = list({team, lowered, media});
    first.drops = list<Drop>({{faults_, text("The desk has *no* machines."), {}}});
    tables().profiles.add(first);

    auto second = declare<Profile>(0, "PressSpecialist", "Press & media specialist",
                                   "Places the company's stories and answers the press.");
    second.code = "P-17";
    second.family = press_;
    second.bases = list({basis});
    second.attributes = list<AttributeValue>(
        {{grade_, "P2", 0, false}, {handbook_, "https://hr.acme.example/p2?x=1&y=2", 0, false}});
    auto high = requirement(
        mediaId_, at(2),
        list({origin(OriginKind::Base, basis, at(1)), origin(OriginKind::Own, specialist, at(2))}),
        "Sole contact for *national* press.");
    high.weight = 30;
    auto depth = requirement(faults_, number(4.12),
                             list({origin(OriginKind::Own, specialist, number(4.12))}));
    depth.importance = Importance::Optional;
    auto plain = requirement(checklist_, {}, list({origin(OriginKind::Own, specialist, {})}));
    auto loose = requirement(loose_, at(1), list({origin(OriginKind::Own, specialist, at(1))}));
    second.requirements = list({team, high, depth, plain, loose});
    second.credentials = list<CredentialUse>({{diploma_, Importance::Desired}});
    StatementUse task{
        StatementSort::Task, {}, bullets({"[T-1] Answer the press in *four* hours."})[0]};
    second.statements = list({task});
    tables().profiles.add(second);

    auto manager = declare<Profile>(0, "Manager", "Manager");
    manager.requirements = list({team});
    tables().profiles.add(manager);
  }

  void paths() {
    auto path = declare<Path>(0, "PressCareer", "Press career");
    path.chains =
        list<ArrayRef<ProfileId>>({list<ProfileId>({ProfileId(1), ProfileId(2), ProfileId(3)})});
    tables().paths.add(path);
  }

  ScaleId proficiency_;
  ScaleId stufen_;
  ScaleId depth_;
  KindId craft_;
  CategoryId communications_;
  CategoryId media_;
  CategoryId core_;
  FamilyId marketing_;
  FamilyId press_;
  AttributeId grade_;
  AttributeId handbook_;
  CompetencyId mediaId_;
  CompetencyId writing_;
  CompetencyId faults_;
  CompetencyId checklist_;
  CompetencyId team_;
  CompetencyId loose_;
  CredentialId diploma_;
  RuleId rule_;
};

}  // namespace cadre::test
