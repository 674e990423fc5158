#include "emit/json/emit_json.h"

#include "model/builder.h"
#include "support/document_model.h"
#include "support/random_model.h"
#include "support/test.h"
#include "support/thorny_model.h"
#include "support/unicode.h"

#include <llvm/ADT/StringSet.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/MemoryBuffer.h>

#include <map>
#include <set>
#include <vector>

using namespace cadre;
using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

namespace {

class MemorySink : public emit::Sink {
 public:
  llvm::Error write(StringRef path, std::string bytes) override {
    files[path.str()] = std::move(bytes);
    return llvm::Error::success();
  }
  std::map<std::string, std::string> files;
};

/// Takes files up to one that it refuses.
class FullSink : public emit::Sink {
 public:
  explicit FullSink(int room) : room_(room) {}
  llvm::Error write(StringRef, std::string) override {
    if (room_-- > 0) return llvm::Error::success();
    return llvm::createStringError("no room");
  }

 private:
  int room_;
};

std::string fileText(const std::string& path) {
  return llvm::cantFail(llvm::errorOrToExpected(llvm::MemoryBuffer::getFile(path)))
      ->getBuffer()
      .str();
}

std::string emitted(const model::Model& model, bool drafts) {
  MemorySink sink;
  llvm::cantFail(emit::emitJson(model::Publication(model, {.drafts = drafts}), sink, {}));
  REQUIRE(sink.files.size() == 2);
  CHECK(sink.files["framework.schema.json"] ==
        fileText(CADRE_EXAMPLES "/../framework.schema.json"));
  return sink.files["framework.json"];
}

Value parsed(StringRef text) { return llvm::cantFail(llvm::json::parse(text)); }

const Object& thorny(bool drafts) {
  static const Value without = parsed(emitted(test::thornyModel(), false));
  static const Value with = parsed(emitted(test::thornyModel(), true));
  return *(drafts ? with : without).getAsObject();
}

/// The elements of an array; none when there is no array.
llvm::ArrayRef<Value> elements(const Array* array) {
  return array && !array->empty() ? llvm::ArrayRef(&array->front(), array->size())
                                  : llvm::ArrayRef<Value>();
}

/// The record with that id, in any table.
const Object* findRecord(const Object& document, StringRef id) {
  for (const auto& member : document) {
    for (const Value& row : elements(member.second.getAsArray())) {
      if (row.getAsObject()->getString("id") == id) return row.getAsObject();
    }
  }
  return nullptr;
}

const Object& record(const Object& document, StringRef id) {
  const Object* found = findRecord(document, id);
  INFO("id: " << id.str());
  REQUIRE(found);
  return *found;
}

std::vector<std::string> column(const Object& row, StringRef array, StringRef member) {
  std::vector<std::string> out;
  for (const Value& entry : elements(row.getArray(array))) {
    out.push_back(entry.getAsObject()->getString(member).value_or("").str());
  }
  return out;
}

std::vector<std::string> strings(const Object& row, StringRef name) {
  std::vector<std::string> out;
  for (const Value& entry : elements(row.getArray(name))) out.push_back(entry.getAsString()->str());
  return out;
}

using Strings = std::vector<std::string>;

/// The texts and numbers of a document, and the names of its members.
struct Found {
  llvm::StringSet<> texts;
  std::set<double> numbers;
};

void collect(const Value& value, Found& into) {
  if (const auto text = value.getAsString()) into.texts.insert(*text);
  if (const auto number = value.getAsNumber()) into.numbers.insert(*number);
  for (const Value& element : elements(value.getAsArray())) collect(element, into);
  if (const Object* object = value.getAsObject()) {
    for (const auto& member : *object) {
      into.texts.insert(member.first);
      collect(member.second, into);
    }
  }
}

std::vector<std::string> exampleFiles() {
  std::vector<std::string> out;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(CADRE_EXAMPLES, error), end; it != end && !error;
       it.increment(error)) {
    if (StringRef(it->path()).ends_with(".json")) out.push_back(it->path());
  }
  REQUIRE(out.size() > 20);
  return out;
}

/// An example shows records of other frameworks of every sort. Those that nothing refers to would
/// not be published.
void removeUnreferenced(Object& document) {
  for (const StringRef table : {"resources", "paths", "crosswalks"}) {
    Array kept;
    for (const Value& row : *document.getArray(table)) {
      if (!row.getAsObject()->get("external")) kept.push_back(row);
    }
    document[table] = std::move(kept);
  }
}

}  // namespace

TEST_CASE("the model of each example of the format comes out as that example", "[emit_json]") {
  for (const std::string& path : exampleFiles()) {
    INFO(path);
    const std::string text = fileText(path);
    Value expected = parsed(text);
    removeUnreferenced(*expected.getAsObject());
    CHECK(parsed(emitted(test::modelOfDocument(text), true)) == expected);
  }
}

TEST_CASE("a random model comes out as a model that comes out the same", "[emit_json]") {
  for (uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed " << seed);
    const std::string text = emitted(test::randomModel({.seed = seed}).model, true);
    CHECK(parsed(emitted(test::modelOfDocument(text), true)) == parsed(text));
  }
}

TEST_CASE("nothing that a model says is lost", "[emit_json]") {
  const test::RandomModel random = test::randomModel({.seed = 7, .everything = true});
  const Value document = parsed(emitted(random.model, false));
  Found found;
  collect(document, found);
  REQUIRE(random.said.size() > 2000);
  for (const std::string& text : random.said) {
    INFO(text);
    REQUIRE(found.texts.contains(text));
  }
  REQUIRE(random.numbers.size() > 50);
  for (const double number : random.numbers) {
    INFO(number);
    REQUIRE(found.numbers.contains(number));
  }
}

TEST_CASE("the same model gives the same bytes", "[emit_json]") {
  CHECK(emitted(test::thornyModel(), false) == emitted(test::thornyModel(), false));
  CHECK(emitted(test::thornyModel(), true) == emitted(test::thornyModel(), true));
}

TEST_CASE("hostile text comes out whole, and the document is UTF-8", "[emit_json]") {
  const std::string text = emitted(test::thornyModel(), true);
  CHECK(unicode::isValid(text));
  for (const char c : text) REQUIRE((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  const std::string title = record(thorny(true), "thorn.yard.Full").getString("title")->str();
  const StringRef asciiPart =
      test::hostileText.take_while([](char c) { return static_cast<signed char>(c) >= 0; });
  CHECK(asciiPart.contains(StringRef("\0", 1)));
  CHECK(StringRef(title).starts_with(asciiPart));
  CHECK(StringRef(title).contains("\u2028 \u2029 \u202E"));
}

TEST_CASE("drafts have records only when they are asked for", "[emit_json]") {
  for (const StringRef id :
       {"thorn.yard.draftKind", "thorn.yard.hidden", "thorn.yard.Later",
        "thorn.yard.LaterCredential", "thorn.yard.T2", "thorn.yard.LaterJob",
        "thorn.yard.LaterFamily", "thorn.yard.every-profile-1"}) {
    INFO(id.str());
    CHECK_FALSE(findRecord(thorny(false), id));
    CHECK(findRecord(thorny(true), id));
  }
}

TEST_CASE("a draft that a record cannot be told without has one", "[emit_json]") {
  for (const StringRef id : {"thorn.yard.LaterScale", "thorn.yard.Hidden",
                             "thorn.yard.HiddenFamily", "thorn.yard.ToLater"}) {
    INFO(id.str());
    CHECK(findRecord(thorny(false), id));
  }
}

TEST_CASE("what a record says of drafts goes with them", "[emit_json]") {
  const Object& full = record(thorny(false), "thorn.yard.Full");
  CHECK(full.getString("kind") == "leadership");
  CHECK(strings(full, "categories") == Strings{"thorn.yard.Hidden", "thorn.yard.Hidden.Shown"});
  CHECK(full.getString("partOf") == "other.core.Andere");
  CHECK_FALSE(full.getObject("deprecated")->get("use"));
  CHECK(column(full, "tasks", "statement") == Strings{"thorn.yard.T1"});
  CHECK(column(full, "credentials", "credential") == Strings{"thorn.yard.Now"});
  CHECK_FALSE(full.getObject("attributes")->get("hidden"));
  CHECK(record(thorny(false), "thorn.yard.Hidden.Shown").getString("parent") ==
        "thorn.yard.Hidden");
  CHECK(thorny(false).getObject("framework")->getString("scale") == "thorn.yard.LaterScale");
  CHECK(column(record(thorny(false), "thorn.yard.Course"), "develops", "competency") ==
        Strings{"thorn.yard.OnLaterScale", "thorn.yard.OnPoints"});

  const Object& withDrafts = record(thorny(true), "thorn.yard.Full");
  CHECK(withDrafts.getString("kind") == "thorn.yard.draftKind");
  CHECK(withDrafts.getString("partOf") == "thorn.yard.Later");
  CHECK(withDrafts.getObject("deprecated")->getString("use") == "thorn.yard.Later");
  CHECK(withDrafts.getObject("attributes")->getString("hidden") == "x");
  CHECK(thorny(true).getObject("framework")->getString("scale") == "thorn.yard.LaterScale");
}

TEST_CASE("a competency on a scale that is a draft keeps scale and levels", "[emit_json]") {
  const Object& competency = record(thorny(false), "thorn.yard.OnLaterScale");
  CHECK(competency.getString("scale") == "thorn.yard.LaterScale");
  CHECK(column(competency, "levels", "level") == Strings{"Low", "High"});
  const Array& requirements = *record(thorny(false), "thorn.yard.JobA").getArray("requirements");
  CHECK(requirements[1].getAsObject()->get("level"));
  CHECK(column(record(thorny(true), "thorn.yard.OnLaterScale"), "levels", "level") ==
        Strings{"Low", "High"});
}

TEST_CASE("a profile requires what is published, and says where it comes from", "[emit_json]") {
  const Object& job = record(thorny(false), "thorn.yard.JobA");
  CHECK(strings(job, "extends") == Strings{"thorn.yard.Base", "other.core.Beruf"});
  CHECK(column(job, "requirements", "competency") ==
        Strings{"thorn.yard.Full", "thorn.yard.OnLaterScale", "thorn.yard.OnPoints",
                "other.core.Andere"});
  CHECK(column(job, "drops", "competency") == Strings{"other.core.Andere"});
  const Object& first = *(*job.getArray("requirements"))[0].getAsObject();
  CHECK(column(first, "origins", "kind") ==
        Strings{"rule", "base", "base", "lowers", "lowers", "own"});
  CHECK(column(first, "origins", "profile") ==
        Strings{"", "thorn.yard.Base", "thorn.yard.LaterJob", "thorn.yard.LaterBase", "", ""});
  CHECK(first.getNumber("weight") == 0.25);
  CHECK((*job.getArray("requirements"))[2].getAsObject()->getNumber("level") == 0.1);
  CHECK(strings(record(thorny(true), "thorn.yard.JobA"), "extends") ==
        Strings{"thorn.yard.Base", "thorn.yard.LaterBase", "thorn.yard.LaterJob",
                "other.core.Beruf"});
}

TEST_CASE("a rule whose families are all drafts is none, and what it alone requires goes with it",
          "[emit_json]") {
  CHECK(record(thorny(false), "thorn.yard.JobB").getArray("requirements")->empty());
  CHECK(record(thorny(true), "thorn.yard.JobB").getArray("requirements")->size() == 1);
  const Object& rule = record(thorny(false), "thorn.yard.every-profile-2");
  CHECK(strings(rule, "in") == Strings{"thorn.yard.HiddenFamily", "urn:x:family #1?"});
  CHECK(strings(rule, "except") == Strings{"thorn.yard.JobB"});
  CHECK(column(rule, "requirements", "competency") == Strings{"thorn.yard.Full"});
}

TEST_CASE("a draft breaks the chain of a path, and each step is written once", "[emit_json]") {
  const Object& path = record(thorny(false), "thorn.yard.Way");
  CHECK(*path.get("chains") ==
        parsed(R"([["thorn.yard.JobA", "thorn.yard.JobB"], ["thorn.yard.JobC", "thorn.yard.JobD"],
                                          ["thorn.yard.JobA", "thorn.yard.JobB"]])"));
  CHECK(column(path, "edges", "from") == Strings{"thorn.yard.JobA", "thorn.yard.JobC"});
  CHECK(column(path, "edges", "to") == Strings{"thorn.yard.JobB", "thorn.yard.JobD"});
  CHECK(column(record(thorny(true), "thorn.yard.Way"), "edges", "from").size() == 5);
}

TEST_CASE("records of other frameworks are there when something refers to them, after the own ones",
          "[emit_json]") {
  CHECK(column(thorny(false), "dependencies", "id") == Strings{"other.core"});
  CHECK(column(thorny(false), "competencies", "id") ==
        Strings{"thorn.yard.Full", "thorn.yard.OnLaterScale", "thorn.yard.OnPoints",
                "other.core.Andere", "other.core.Neu"});
  const Object& other = record(thorny(false), "other.core.Andere");
  CHECK(other.getBoolean("external") == true);
  CHECK(other.getString("framework") == "other.core");
  CHECK_FALSE(other.get("iri"));
  CHECK_FALSE(findRecord(thorny(false), "other.core.Unbenutzt"));
}

TEST_CASE("what to use in place of something deprecated may belong to another framework",
          "[emit_json]") {
  const Object& deprecated =
      *record(thorny(false), "thorn.yard.OnLaterScale").getObject("deprecated");
  CHECK(deprecated.getString("use") == "other.core.Neu");
  for (const StringRef id :
       {"other.core.Neu", "other.core.Kurs", "other.core.Laufbahn", "other.core.Umrechnung"}) {
    CHECK(record(thorny(false), id).getBoolean("external") == true);
  }
}

TEST_CASE("values are named by their attribute, or by its id when it is another framework's",
          "[emit_json]") {
  const Object& values = *record(thorny(false), "thorn.yard.Full").getObject("attributes");
  CHECK(values.size() == 2);
  CHECK(values.getString("grade").has_value());
  CHECK(values.getNumber("other.core.grade") == 0.1);
}

TEST_CASE("what is said twice is written once", "[emit_json]") {
  CHECK(strings(record(thorny(false), "thorn.yard.Full"), "replaces") ==
        Strings{"thorn.yard.Gone", "thorn.yard.Later"});
  CHECK(strings(record(thorny(false), "thorn.yard.grade"), "on") ==
        Strings{"knowledge", "skill", "ability", "task", "competency"});
  CHECK(strings(*thorny(false).getObject("framework"), "languages") == Strings{"en", "fr", "de"});
  CHECK(strings(*thorny(false).getObject("framework"), "keywords").size() == 1);
}

TEST_CASE("a text without words is written as its markup, a language without texts not at all",
          "[emit_json]") {
  const Array& levels = *record(thorny(false), "thorn.yard.Full").getArray("levels");
  REQUIRE(levels.size() == 1);
  const Array& indicators = *levels[0].getAsObject()->getArray("indicators");
  CHECK(indicators[1].getAsObject()->getString("text") == "[](http://x)");
  CHECK_FALSE(indicators[1].getAsObject()->get("textMarkdown"));
  const Object& translations = *indicators[0].getAsObject()->getObject("translations");
  CHECK(translations.size() == 1);
  CHECK(translations.getObject("fr")->getString("textMarkdown") == "*oui*");
}

TEST_CASE("a title is the last part of the name where there is none", "[emit_json]") {
  CHECK(record(thorny(false), "thorn.yard.Hidden.Shown").getString("title") == "Shown");
  CHECK(thorny(false).getObject("framework")->getString("title") == "yard");
  CHECK(record(thorny(false), "behavioural").getString("title") == "Behavioural");
  const Array& levels = *record(thorny(false), "thorn.yard.Steps").getArray("levels");
  CHECK(levels[1].getAsObject()->getString("title") == "High");
}

TEST_CASE("an error of the sink is handed on", "[emit_json]") {
  const model::Model model = test::thornyModel();
  for (const int room : {0, 1}) {
    FullSink sink(room);
    llvm::Error error = emit::emitJson(model::Publication(model), sink, {});
    CHECK(llvm::toString(std::move(error)) == "no room");
  }
}

TEST_CASE("an attribute says which declarations can have it", "[emit_json]") {
  model::ModelBuilder builder;
  model::Framework framework;
  framework.framework = model::FrameworkId(0);
  framework.key = framework.name = "x";
  builder.tables().frameworks.add(framework);
  const auto on = [&](llvm::ArrayRef<model::DeclKind> kinds,
                      llvm::ArrayRef<model::StatementSort> sorts) {
    model::Attribute attribute;
    attribute.framework = model::FrameworkId(0);
    attribute.name = "a";
    attribute.key = builder.arena().copy("x.a" + std::to_string(builder.tables().attributes.size()));
    attribute.on = builder.arena().copy(kinds);
    attribute.onStatements = builder.arena().copy(sorts);
    builder.tables().attributes.add(attribute);
  };
  on({model::DeclKind::Profile, model::DeclKind::Statement}, {model::StatementSort::Task});
  on({model::DeclKind::Statement}, {});
  on({}, {});
  const Value document = parsed(emitted(std::move(builder).freeze(), false));
  const Object& root = *document.getAsObject();
  CHECK(strings(record(root, "x.a0"), "on") == Strings{"profile", "task"});
  CHECK(strings(record(root, "x.a1"), "on") == Strings{"knowledge", "skill", "ability", "task"});
  CHECK(strings(record(root, "x.a2"), "on").size() == 16);
}

TEST_CASE("a competency of a draft kind that is like none is a general one", "[emit_json]") {
  model::ModelBuilder builder;
  model::Framework framework;
  framework.framework = model::FrameworkId(0);
  framework.key = framework.name = "x";
  builder.tables().frameworks.add(framework);
  model::Kind kind;
  kind.framework = model::FrameworkId(0);
  kind.key = kind.name = "x.craft";
  kind.status = model::Status::Draft;
  model::Competency competency;
  competency.framework = model::FrameworkId(0);
  competency.key = competency.name = "x.A";
  competency.kind = builder.tables().kinds.add(kind);
  builder.tables().competencies.add(competency);
  const Value document = parsed(emitted(std::move(builder).freeze(), false));
  CHECK(record(*document.getAsObject(), "x.A").getString("kind") == "general");
}
