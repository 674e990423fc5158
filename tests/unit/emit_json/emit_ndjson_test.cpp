#include "emit/json/emit_ndjson.h"

#include "support/random_model.h"
#include "support/test.h"
#include "support/thorny_model.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/JSON.h>

#include <map>

using namespace cadre;
using llvm::StringRef;

namespace {

class MemorySink : public emit::Sink {
public:
  llvm::Error write(StringRef path, std::string bytes) override {
    if (files.size() == room) return llvm::createStringError("no room");
    files[path.str()] = std::move(bytes);
    return llvm::Error::success();
  }
  std::map<std::string, std::string> files;
  size_t room = 2;
};

std::string emitted(const model::Model& model) {
  MemorySink sink;
  llvm::cantFail(emit::emitNdjson(model::Publication(model), sink, {}));
  REQUIRE(sink.files.size() == 2);
  llvm::cantFail(llvm::json::parse(sink.files["framework.ndjson.schema.json"]));
  return sink.files["framework.ndjson"];
}

llvm::SmallVector<StringRef, 0> linesOf(StringRef text) {
  llvm::SmallVector<StringRef, 0> out;
  REQUIRE(text.consume_back("\n"));
  text.split(out, '\n');
  return out;
}

llvm::json::Object objectOf(StringRef line) {
  return *llvm::cantFail(llvm::json::parse(line)).getAsObject();
}

}  // namespace

TEST_CASE("each line says what it is a record of, and of which release", "[emit_ndjson]") {
  const std::string text = emitted(test::thornyModel());
  std::map<std::string, int64_t> counts;
  for (const StringRef line : linesOf(text)) {
    const llvm::json::Object object = objectOf(line);
    CHECK(object.getInteger("formatVersion") == 1);
    CHECK(object.getString("document") == "thorn.yard");
    CHECK(object.getString("documentVersion") == "1.0.0");
    const std::string record = object.getString("record").value_or("").str();
    CHECK(object.getInteger("position") == ++counts[record]);
    CHECK(object.getString("id"));
  }
  CHECK(counts["framework"] == 1);
  CHECK(counts["dependency"] == 1);
  CHECK(counts["kind"] == 4);
  CHECK(counts["competency"] == 5);
}

TEST_CASE("the framework comes first, then the tables in their order", "[emit_ndjson]") {
  const std::string text = emitted(test::randomModel({.seed = 3, .everything = true}).model);
  std::string order;
  std::string last;
  for (const StringRef line : linesOf(text)) {
    const std::string record = objectOf(line).getString("record")->str();
    if (record != last) order += record + " ";
    last = record;
  }
  CHECK(order ==
        "framework dependency kind attribute scale category family statement credential resource "
        "competency profile rule path crosswalk ");
}

TEST_CASE("hostile text breaks no line", "[emit_ndjson]") {
  const std::string text = emitted(test::thornyModel());
  for (const char c : text) REQUIRE((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  for (const StringRef line : linesOf(text)) CHECK(objectOf(line).size() > 5);
}

TEST_CASE("the same model gives the same stream", "[emit_ndjson]") {
  CHECK(emitted(test::thornyModel()) == emitted(test::thornyModel()));
}

TEST_CASE("an error of the sink ends the stream", "[emit_ndjson]") {
  const model::Model model = test::thornyModel();
  for (const size_t room : {0, 1}) {
    MemorySink sink;
    sink.room = room;
    llvm::Error error = emit::emitNdjson(model::Publication(model), sink, {});
    CHECK(llvm::toString(std::move(error)) == "no room");
  }
}
