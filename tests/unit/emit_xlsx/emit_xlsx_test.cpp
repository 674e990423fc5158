#include "emit/xlsx/emit_xlsx.h"

#include "emit/xlsx/check_archive.h"
#include "emit/xlsx/table.h"
#include "support/memory_sink.h"
#include "support/test.h"
#include "support/thorny_model.h"

using namespace cadre;
using namespace cadre::emit::xlsx;
namespace xlsx = cadre::emit::xlsx;
using test::MemorySink;

namespace {

MemorySink emitted(const model::Model& model, bool drafts) {
  MemorySink sink;
  llvm::cantFail(emit::emitXlsx(model::Publication(model, {.drafts = drafts}), sink, {}));
  return sink;
}

std::string bytesOf(Workbook&& workbook) { return llvm::cantFail(std::move(workbook).take()); }

}  // namespace

TEST_CASE("a framework with everything in it becomes a whole workbook, each time the same") {
  const model::Model model = test::thornyModel();
  for (const bool drafts : {false, true}) {
    MemorySink sink = emitted(model, drafts);
    CHECK(sink.files.size() == 3);
    CHECK(isWhole(sink["xlsx/framework.xlsx"]));
    CHECK(sink.files == emitted(model, drafts).files);
  }
}

TEST_CASE("a workbook that is cut off is noticed") {
  Workbook workbook({});
  workbook.add("A").write(0, 0, "text");
  const std::string bytes = bytesOf(std::move(workbook));
  CHECK(isWhole(bytes));
  for (size_t size = 0; size < bytes.size(); size += 97) {
    CHECK_FALSE(isWhole(llvm::StringRef(bytes).take_front(size)));
  }
  CHECK_FALSE(isWhole("PK"));
}

TEST_CASE("a table goes on on another sheet where one is full") {
  Workbook workbook({{"List"}}, {.rows = 3, .columns = 2, .characters = 10});
  xlsx::Table table(workbook, "List", Naming::Fixed, {{"A"}, {"B"}, {"C"}});
  for (int i = 0; i < 5; ++i) {
    table.row("row." + std::to_string(i));
    table.text("a text too long");
    table.number(i);
    table.text(i == 3 ? "beyond" : "");
  }
  CHECK(table.finish() == std::vector<std::string>{"List", "List (2)", "List (3)"});
  CHECK(workbook.losses().cut.count == 5);
  CHECK(workbook.losses().cut.examples.front() == "row.0");
  CHECK(workbook.losses().beyond.count == 1);
  CHECK(workbook.losses().beyond.examples.front() == "row.3");
  CHECK(workbook.losses().characters.count == 0);
  CHECK(isWhole(bytesOf(std::move(workbook))));
}

TEST_CASE("the higher a level, the stronger its colour") {
  CHECK(levelLook(0, model::Importance::Essential).shade == 0);
  CHECK(levelLook(1, model::Importance::Essential).shade == Look::shades - 1);
  CHECK(levelLook(-1, model::Importance::Essential).shade == 0);
  for (uint8_t shade = 1; shade < Look::shades; ++shade) CHECK(colourOf(shade) < colourOf(shade - 1));
}

TEST_CASE("a sink that refuses a file ends it with that error") {
  const model::Model model = test::thornyModel();
  for (const size_t room : {0, 1, 2}) {
    test::FullSink sink(room);
    CHECK(llvm::toString(emit::emitXlsx(model::Publication(model), sink, {})) == "no room");
  }
}
