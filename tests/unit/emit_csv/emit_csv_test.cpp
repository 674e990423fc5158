#include "emit/csv/emit_csv.h"

#include "emit/relational/tables.h"
#include "support/memory_sink.h"
#include "support/test.h"
#include "support/thorny_model.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/JSON.h>

using namespace cadre;
using test::MemorySink;

namespace {

MemorySink emitted(const model::Model& model, bool drafts, const emit::Options& options = {}) {
  MemorySink sink;
  llvm::cantFail(emit::emitCsv(model::Publication(model, {.drafts = drafts}), sink, options));
  return sink;
}

/// The number of cells of each line, quotes and what is inside of them taken out.
std::vector<size_t> widths(llvm::StringRef csv) {
  std::vector<size_t> out = {1};
  bool isQuoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    if (csv[i] == '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (csv[i] == ',') ++out.back();
    if (csv.substr(i).starts_with("\r\n")) out.push_back(1);
  }
  out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("every table has its file, with rows or without, and every line as many cells") {
  const model::Model model = test::thornyModel();
  for (const bool drafts : {false, true}) {
    MemorySink sink = emitted(model, drafts);
    for (const auto& table : emit::relational::tables()) {
      const std::string& file = sink["csv/" + table.name.text().str() + ".csv"];
      INFO(table.name.text().str());
      REQUIRE_FALSE(file.empty());
      for (const size_t width : widths(file)) CHECK(width == table.columns.size());
    }
    for (const auto& [path, bytes] : sink.files) {
      INFO(path);
      CHECK(unicode::isValid(bytes));
      CHECK_FALSE(llvm::StringRef(bytes).contains('\0'));
      if (!llvm::StringRef(path).ends_with(".csv")) continue;
      const std::vector<size_t> all = widths(bytes);
      for (const size_t width : all) CHECK(width == all.front());
    }
    CHECK(sink.files == emitted(model, drafts).files);
  }
}

TEST_CASE("options: a mark for spreadsheets, no guard of formulas") {
  const model::Model model = test::thornyModel();
  for (const auto& [path, bytes] : emitted(model, true, {{{"bom", "true"}}}).files) {
    INFO(path);
    const bool isCsv = llvm::StringRef(path).ends_with(".csv");
    CHECK(llvm::StringRef(bytes).starts_with("\xEF\xBB\xBF") == isCsv);
  }
  MemorySink open = emitted(model, true, {{{"guard", "false"}}});
  CHECK_FALSE(llvm::StringRef(open["csv/fidelity.json"]).contains("\"guarded\""));
}

TEST_CASE("the report says what the sheets leave open about scales") {
  const model::Model model = test::thornyModel();
  MemorySink all = emitted(model, true);
  const llvm::StringRef report = all["csv/fidelity.json"];
  CHECK(report.contains("\"scale-ends\""));
  CHECK(report.contains("\"scales\""));
}

TEST_CASE("a sink that refuses a file ends it with that error") {
  const model::Model model = test::thornyModel();
  for (const size_t room : {size_t{0}, size_t{5}, emit::relational::tables().size(),
                            emit::relational::tables().size() + 3}) {
    test::FullSink sink(room);
    auto error = emit::emitCsv(model::Publication(model), sink, {});
    CHECK(llvm::toString(std::move(error)) == "no room");
  }
}
