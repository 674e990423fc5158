#include "support/document_model.h"

#include "model/builder.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/Support/JSON.h>

#include <vector>

namespace cadre::test {

namespace {

using namespace model;
using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

const Array emptyArray;

const Array& arrayIn(const Object& object, StringRef name) {
  const Array* found = object.getArray(name);
  return found ? *found : emptyArray;
}

StringRef stringIn(const Object& object, StringRef name) {
  return object.getString(name).value_or("");
}

std::vector<StringRef> namesIn(const Object& object) {
  std::vector<StringRef> out;
  for (const auto& member : object) out.push_back(member.first);
  llvm::sort(out);
  return out;
}

Status statusOf(StringRef word) {
  return llvm::StringSwitch<Status>(word)
      .Case("draft", Status::Draft)
      .Case("retired", Status::Retired)
      .Default(Status::Published);
}

Importance importanceOf(StringRef word) {
  return llvm::StringSwitch<Importance>(word)
      .Case("optional", Importance::Optional)
      .Case("desired", Importance::Desired)
      .Default(Importance::Essential);
}

Relation relationOf(StringRef word) {
  return llvm::StringSwitch<Relation>(word)
      .Case("close", Relation::Close)
      .Case("broad", Relation::Broad)
      .Case("narrow", Relation::Narrow)
      .Case("related", Relation::Related)
      .Default(Relation::Exact);
}

StatementSort sortOf(StringRef word) {
  return llvm::StringSwitch<StatementSort>(word)
      .Cases("skill", "skills", StatementSort::Skill)
      .Cases("ability", "abilities", StatementSort::Ability)
      .Cases("task", "tasks", StatementSort::Task)
      .Default(StatementSort::Knowledge);
}

AttributeType typeOf(StringRef word) {
  return llvm::StringSwitch<AttributeType>(word)
      .Case("number", AttributeType::Number)
      .Case("boolean", AttributeType::Boolean)
      .Case("date", AttributeType::Date)
      .Case("url", AttributeType::Url)
      .Case("one-of", AttributeType::OneOf)
      .Default(AttributeType::Text);
}

OriginKind originOf(StringRef word) {
  return llvm::StringSwitch<OriginKind>(word)
      .Case("rule", OriginKind::Rule)
      .Case("base", OriginKind::Base)
      .Case("lowers", OriginKind::Lowers)
      .Default(OriginKind::Own);
}

DeclKind declOf(StringRef word) {
  for (auto kind = DeclKind::Framework;; kind = static_cast<DeclKind>(static_cast<int>(kind) + 1)) {
    if (model::word(kind) == word) return kind;
    if (kind == DeclKind::Crosswalk) return DeclKind::Statement;
  }
}

class Loader {
 public:
  explicit Loader(const Object& document) : document_(document) {}

  Model load() && {
    declareAll();
    nameAttributes();
    fillFrameworks();
    fill(tables().kinds, "kinds");
    fill(tables().attributes, "attributes");
    fill(tables().scales, "scales");
    fill(tables().categories, "categories");
    fill(tables().families, "families");
    fill(tables().statements, "statements");
    fill(tables().credentials, "credentials");
    fill(tables().competencies, "competencies");
    fill(tables().resources, "resources");
    fill(tables().profiles, "profiles");
    fill(tables().rules, "rules");
    fill(tables().paths, "paths");
    fill(tables().crosswalks, "crosswalks");
    return std::move(builder_).freeze();
  }

 private:
  Tables& tables() { return builder_.tables(); }
  StringRef copy(StringRef text) { return builder_.arena().copy(text); }
  template <class Record>
  ArrayRef<Record> own(const std::vector<Record>& records) {
    return builder_.arena().copyOf(records);
  }

  // Every id of a document is unique in it, so one map serves all tables.

  template <class Record>
  void declare(Table<Record>& table, StringRef key) {
    if (index_.contains(key)) return;
    Record record;
    record.key = copy(key);
    record.framework = FrameworkId(0);
    index_[key] = table.add(record).index();
  }

  template <class Record>
  void declareTable(Table<Record>& table, StringRef name) {
    for (const Value& row : arrayIn(document_, name))
      declare(table, stringIn(*row.getAsObject(), "id"));
  }

  void declareAbstractProfile(StringRef key) {
    if (key.empty() || index_.contains(key)) return;
    declare(tables().profiles, key);
    tables().profiles[id<Profile>(key)].isAbstract = true;
  }

  void declareAll() {
    for (const Kind& kind : tables().kinds) index_[kind.key] = tables().kinds.idOf(kind).index();
    declare(tables().frameworks, stringIn(*document_.getObject("framework"), "id"));
    declareTable(tables().frameworks, "dependencies");
    declareTable(tables().kinds, "kinds");
    declareTable(tables().attributes, "attributes");
    declareTable(tables().scales, "scales");
    declareTable(tables().categories, "categories");
    declareTable(tables().families, "families");
    declareTable(tables().statements, "statements");
    declareTable(tables().credentials, "credentials");
    declareTable(tables().resources, "resources");
    declareTable(tables().competencies, "competencies");
    declareTable(tables().profiles, "profiles");
    declareTable(tables().rules, "rules");
    declareTable(tables().paths, "paths");
    declareTable(tables().crosswalks, "crosswalks");
    for (const Value& row : arrayIn(document_, "profiles")) {
      for (const Value& base : arrayIn(*row.getAsObject(), "extends"))
        declareAbstractProfile(*base.getAsString());
      for (const Value& requirement : arrayIn(*row.getAsObject(), "requirements")) {
        for (const Value& origin : arrayIn(*requirement.getAsObject(), "origins")) {
          declareAbstractProfile(stringIn(*origin.getAsObject(), "profile"));
        }
      }
    }
  }

  template <class Record>
  Id<Record> id(StringRef key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? Id<Record>() : Id<Record>(found->second);
  }
  template <class Record>
  ArrayRef<Id<Record>> ids(const Object& object, StringRef name) {
    std::vector<Id<Record>> out;
    for (const Value& key : arrayIn(object, name)) out.push_back(id<Record>(*key.getAsString()));
    return own(out);
  }

  // Texts.

  ArrayRef<StringRef> strings(const Object& object, StringRef name) {
    std::vector<StringRef> out;
    for (const Value& value : arrayIn(object, name)) out.push_back(copy(*value.getAsString()));
    return own(out);
  }

  Text text(const Object& object, StringRef name) {
    const std::string markdownName = (name + "Markdown").str();
    Text out;
    out.plain = copy(stringIn(object, name));
    out.markdown = copy(stringIn(object, markdownName));
    std::vector<Translated> translations;
    if (const Object* languages = object.getObject("translations")) {
      for (const StringRef language : namesIn(*languages)) {
        const Object& texts = *languages->getObject(language);
        if (!texts.get(name)) continue;
        translations.push_back(
            {copy(language), copy(stringIn(texts, name)), copy(stringIn(texts, markdownName))});
      }
    }
    out.translations = own(translations);
    return out;
  }

  Bullet bullet(const Object& row) {
    Bullet out;
    out.key = copy(stringIn(row, "id"));
    out.label = copy(stringIn(row, "label"));
    out.text = text(row, "text");
    return out;
  }
  ArrayRef<Bullet> bullets(const Object& object, StringRef name) {
    std::vector<Bullet> out;
    for (const Value& row : arrayIn(object, name)) out.push_back(bullet(*row.getAsObject()));
    return own(out);
  }

  // What every declaration has.

  AttributeValue attributeValue(StringRef name, const Value& value) {
    AttributeValue out;
    out.attribute = id<Attribute>(name);
    for (const Attribute& attribute : tables().attributes) {
      const bool isOwn = attribute.framework == FrameworkId(0);
      if (isOwn && attribute.name == name) out.attribute = tables().attributes.idOf(attribute);
    }
    out.text = copy(value.getAsString().value_or(""));
    out.number = value.getAsNumber().value_or(0);
    out.boolean = value.getAsBoolean().value_or(false);
    return out;
  }

  const Deprecation* deprecation(const Object& row) {
    const Object* found = row.getObject("deprecated");
    if (!found) return nullptr;
    return builder_.arena().make<Deprecation>(Deprecation{
        copy(stringIn(*found, "since")), text(*found, "because"), copy(stringIn(*found, "use"))});
  }

  void fillDeclaration(Declaration& out, const Object& row) {
    if (row.get("framework")) out.framework = id<Framework>(stringIn(row, "framework"));
    out.name = copy(stringIn(row, "name"));
    out.title = text(row, "title");
    out.about = text(row, "about");
    out.code = copy(stringIn(row, "code"));
    out.keywords = strings(row, "keywords");
    out.status = statusOf(stringIn(row, "status"));
    out.since = copy(stringIn(row, "since"));
    out.deprecated = deprecation(row);
    out.replaces = strings(row, "replaces");
    out.was = strings(row, "was");
    out.reviewed = copy(stringIn(row, "reviewed"));
    std::vector<Match> matches;
    for (const Value& value : arrayIn(row, "matches")) {
      const Object& match = *value.getAsObject();
      matches.push_back({relationOf(stringIn(match, "relation")), copy(stringIn(match, "scheme")),
                         copy(stringIn(match, "target"))});
    }
    out.matches = own(matches);
    std::vector<AttributeValue> values;
    if (const Object* attributes = row.getObject("attributes")) {
      for (const StringRef name : namesIn(*attributes))
        values.push_back(attributeValue(name, *attributes->get(name)));
    }
    out.attributes = own(values);
    std::vector<Allow> allows;
    for (const Value& value : arrayIn(row, "allow")) {
      const Object& allow = *value.getAsObject();
      allows.push_back({copy(stringIn(allow, "rule")), text(allow, "because"), {}});
    }
    out.allows = own(allows);
  }

  /// Values are found by the name of their attribute, so those come first of all.
  void nameAttributes() {
    for (const Value& value : arrayIn(document_, "attributes")) {
      const Object& row = *value.getAsObject();
      Attribute& attribute = tables().attributes[id<Attribute>(stringIn(row, "id"))];
      attribute.name = copy(stringIn(row, "name"));
      if (row.get("framework")) attribute.framework = id<Framework>(stringIn(row, "framework"));
    }
  }

  void fillFrameworks() {
    const Object& row = *document_.getObject("framework");
    Framework& framework = tables().frameworks[FrameworkId(0)];
    fillFramework(framework, row);
    framework.defaultScale = id<Scale>(stringIn(row, "scale"));
    std::vector<Use> uses;
    for (const Value& value : arrayIn(document_, "dependencies")) {
      const Object& dependency = *value.getAsObject();
      const auto other = id<Framework>(stringIn(dependency, "id"));
      fillFramework(tables().frameworks[other], dependency);
      uses.push_back({tables().frameworks[other].key, other,
                      dependency.getBoolean("withRules").value_or(false)});
    }
    framework.uses = own(uses);
  }
  void fillFramework(Framework& out, const Object& row) {
    fillDeclaration(out, row);
    out.framework = id<Framework>(stringIn(row, "id"));
    out.name = out.key;
    out.version = copy(stringIn(row, "version"));
    out.language = copy(stringIn(row, "language"));
    out.translations = strings(row, "languages").drop_front();
    out.publisher = copy(stringIn(row, "publisher"));
    out.license = copy(stringIn(row, "license"));
    out.uri = copy(stringIn(row, "uri"));
  }

  template <class Record>
  void fill(Table<Record>& table, StringRef name) {
    for (const Value& value : arrayIn(document_, name)) {
      const Object& row = *value.getAsObject();
      Record& record = table[id<Record>(stringIn(row, "id"))];
      if (!record.framework) continue;
      fillDeclaration(record, row);
      fillOwn(record, row);
    }
  }

  // What each sort of record has of its own.

  void fillOwn(Kind& out, const Object& row) { out.like = id<Kind>(stringIn(row, "like")); }
  void fillOwn(Category& out, const Object& row) {
    out.parent = id<Category>(stringIn(row, "parent"));
  }
  void fillOwn(Family& out, const Object& row) { out.parent = id<Family>(stringIn(row, "parent")); }

  void fillOwn(Attribute& out, const Object& row) {
    std::vector<DeclKind> on;
    std::vector<StatementSort> sorts;
    for (const Value& word : arrayIn(row, "on")) {
      const DeclKind kind = declOf(*word.getAsString());
      if (!llvm::is_contained(on, kind)) on.push_back(kind);
      if (kind == DeclKind::Statement) sorts.push_back(sortOf(*word.getAsString()));
    }
    out.on = own(on);
    out.onStatements = own(sorts);
    out.type = typeOf(stringIn(row, "type"));
    out.pattern = copy(stringIn(row, "pattern"));
    out.low = row.getNumber("minimum");
    out.high = row.getNumber("maximum");
    out.values = strings(row, "values");
    out.required = row.getBoolean("required").value_or(false);
  }

  void fillOwn(Scale& out, const Object& row) {
    const ScaleId scale = id<Scale>(out.key);
    out.kind = stringIn(row, "kind") == "numeric" ? ScaleKind::Numeric : ScaleKind::Ordinal;
    out.cumulative = row.getBoolean("cumulative").value_or(false);
    out.low = row.getNumber("minimum").value_or(0);
    out.high = row.getNumber("maximum").value_or(0);
    std::vector<LevelId> levels;
    for (const Value& value : arrayIn(row, "levels")) {
      const Object& entry = *value.getAsObject();
      Level level;
      level.scale = scale;
      level.name = copy(stringIn(entry, "id"));
      level.ordinal = static_cast<uint32_t>(levels.size() + 1);
      level.title = text(entry, "title");
      level.about = text(entry, "about");
      level.descriptors = bullets(entry, "descriptors");
      levels.push_back(tables().levels.add(level));
    }
    out.levels = own(levels);
  }

  LevelValue level(ScaleId scale, const Object& row, StringRef name) {
    LevelValue out;
    out.number = row.getNumber(name);
    if (!scale) return out;
    for (const LevelId one : tables().scales[scale].levels) {
      if (tables().levels[one].name == stringIn(row, name)) out.level = one;
    }
    return out;
  }

  void fillOwn(Statement& out, const Object& row) {
    out.sort = sortOf(stringIn(row, "sort"));
    out.text = text(row, "text");
  }

  void fillOwn(Credential& out, const Object& row) {
    out.issuer = copy(stringIn(row, "issuer"));
    out.renewsEveryMonths = static_cast<uint32_t>(row.getInteger("renewsEveryMonths").value_or(0));
    out.url = copy(stringIn(row, "url"));
  }

  ArrayRef<StatementUse> statementUses(const Object& row) {
    std::vector<StatementUse> out;
    for (const StringRef member : {"tasks", "knowledge", "skills", "abilities"}) {
      for (const Value& value : arrayIn(row, member)) {
        const Object& entry = *value.getAsObject();
        out.push_back({sortOf(member), id<Statement>(stringIn(entry, "statement")), bullet(entry)});
      }
    }
    return own(out);
  }

  ArrayRef<CredentialUse> credentialUses(const Object& row) {
    std::vector<CredentialUse> out;
    for (const Value& value : arrayIn(row, "credentials")) {
      const Object& entry = *value.getAsObject();
      out.push_back({id<Credential>(stringIn(entry, "credential")),
                     importanceOf(stringIn(entry, "importance"))});
    }
    return own(out);
  }

  Rubric rubric(const Object& row) {
    return {bullets(row, "indicators"), bullets(row, "develop"), bullets(row, "evidence"),
            bullets(row, "interview")};
  }

  void fillOwn(Competency& out, const Object& row) {
    out.kind = id<Kind>(stringIn(row, "kind"));
    out.categories = ids<Category>(row, "categories");
    if (row.get("partOf")) out.partOf = own(std::vector{id<Competency>(stringIn(row, "partOf"))});
    out.scale = id<Scale>(stringIn(row, "scale"));
    std::vector<CompetencyLevel> levels;
    for (const Value& value : arrayIn(row, "levels")) {
      const Object& entry = *value.getAsObject();
      levels.push_back({level(out.scale, entry, "level"),
                        text(entry, "title"),
                        text(entry, "about"),
                        rubric(entry),
                        {}});
    }
    out.levels = own(levels);
    out.rubric = rubric(row);
    out.statements = statementUses(row);
    out.credentials = credentialUses(row);
  }

  void fillOwn(Resource& out, const Object& row) {
    out.type = copy(stringIn(row, "type"));
    out.url = copy(stringIn(row, "url"));
    std::vector<Development> develops;
    for (const Value& value : arrayIn(row, "develops")) {
      const Object& entry = *value.getAsObject();
      const auto competency = id<Competency>(stringIn(entry, "competency"));
      develops.push_back(
          {competency, level(tables().competencies[competency].scale, entry, "level")});
    }
    out.develops = own(develops);
  }

  std::optional<Importance> optionalImportance(const Object& row) {
    if (!row.get("importance")) return std::nullopt;
    return importanceOf(stringIn(row, "importance"));
  }

  ArrayRef<Origin> origins(const Object& row, ScaleId scale, ProfileId profile) {
    std::vector<Origin> out;
    for (const Value& value : arrayIn(row, "origins")) {
      const Object& entry = *value.getAsObject();
      Origin origin;
      origin.kind = originOf(stringIn(entry, "kind"));
      origin.rule = id<Rule>(stringIn(entry, "rule"));
      if (!origin.rule)
        origin.profile = entry.get("profile") ? id<Profile>(stringIn(entry, "profile")) : profile;
      origin.level = level(scale, entry, "level");
      origin.importance = optionalImportance(entry);
      origin.weight = entry.getNumber("weight");
      origin.because = text(entry, "because");
      out.push_back(origin);
    }
    return own(out);
  }

  ArrayRef<Requirement> requirements(const Object& row, ProfileId profile) {
    std::vector<Requirement> out;
    for (const Value& value : arrayIn(row, "requirements")) {
      const Object& entry = *value.getAsObject();
      Requirement requirement;
      requirement.competency = id<Competency>(stringIn(entry, "competency"));
      const ScaleId scale = tables().competencies[requirement.competency].scale;
      requirement.level = level(scale, entry, "level");
      requirement.importance = importanceOf(stringIn(entry, "importance"));
      requirement.weight = entry.getNumber("weight");
      requirement.because = text(entry, "because");
      requirement.origins = origins(entry, scale, profile);
      out.push_back(requirement);
    }
    return own(out);
  }

  void fillOwn(Profile& out, const Object& row) {
    out.bases = ids<Profile>(row, "extends");
    out.family = id<Family>(stringIn(row, "family"));
    out.requirements = requirements(row, id<Profile>(out.key));
    std::vector<Drop> drops;
    for (const Value& value : arrayIn(row, "drops")) {
      const Object& entry = *value.getAsObject();
      drops.push_back({id<Competency>(stringIn(entry, "competency")), text(entry, "because"), {}});
    }
    out.drops = own(drops);
    out.statements = statementUses(row);
    out.credentials = credentialUses(row);
  }

  void fillOwn(Rule& out, const Object& row) {
    out.families = ids<Family>(row, "in");
    out.exceptions = ids<Profile>(row, "except");
    out.requirements = requirements(row, {});
  }

  void fillOwn(Path& out, const Object& row) {
    std::vector<ArrayRef<ProfileId>> chains;
    for (const Value& value : arrayIn(row, "chains")) {
      std::vector<ProfileId> chain;
      for (const Value& key : *value.getAsArray()) chain.push_back(id<Profile>(*key.getAsString()));
      chains.push_back(own(chain));
    }
    out.chains = own(chains);
  }

  void fillOwn(Crosswalk& out, const Object& row) {
    out.from = id<Scale>(stringIn(row, "from"));
    out.to = id<Scale>(stringIn(row, "to"));
    std::vector<Crosswalk::Pair> pairs;
    for (const Value& value : arrayIn(row, "pairs")) {
      const Object& entry = *value.getAsObject();
      pairs.push_back({level(out.from, entry, "from"), level(out.to, entry, "to")});
    }
    out.pairs = own(pairs);
  }

  const Object& document_;
  ModelBuilder builder_;
  llvm::StringMap<uint32_t> index_;
};

}  // namespace

Model modelOfDocument(StringRef json) {
  const Value document = llvm::cantFail(llvm::json::parse(json));
  return Loader(*document.getAsObject()).load();
}

}  // namespace cadre::test
