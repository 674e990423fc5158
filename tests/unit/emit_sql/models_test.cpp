// Models that other emitters are tried on: each must load, and hold what its document holds.
#include "emit/sql/dialect.h"
#include "fixture.h"
#include "support/document_model.h"
#include "support/test.h"
#include "support/thorny_model.h"

#include <llvm/Support/JSON.h>
#include <llvm/Support/MemoryBuffer.h>

#include <filesystem>

using namespace cadre;
using namespace cadre::test;

namespace {

/// The tables of the document, and the table here that has a row for each of their records.
const std::map<std::string, std::string> tablesOfDocument = {
    {"kinds", "kind"},
    {"attributes", "attribute"},
    {"scales", "scale"},
    {"categories", "category"},
    {"families", "family"},
    {"statements", "statement"},
    {"credentials", "credential"},
    {"resources", "resource"},
    {"competencies", "competency"},
    {"profiles", "profile"},
    {"rules", "rule"},
    {"paths", "path"},
    {"crosswalks", "crosswalk"},
};

std::string scriptOf(const model::Model& model, bool drafts) {
  const model::Publication publication(model, {.drafts = drafts});
  auto script = emit::sql::sqliteScript(emit::relational::collectRows(publication));
  return script ? *script : "error: " + llvm::toString(script.takeError());
}

/// The same rows without U+0000, which SQL refuses.
emit::relational::Rows withoutZeros(const emit::relational::Rows& rows, Arena& arena) {
  emit::relational::Rows out;
  out.frameworkId = rows.frameworkId;
  out.version = rows.version;
  out.successions = rows.successions;
  for (const emit::relational::Table& table : emit::relational::tables()) {
    out.tables.emplace_back(table.columns.size());
    for (size_t i = 0; i < rows[table.id].size(); ++i) {
      llvm::SmallVector<emit::relational::Value, 16> row;
      for (const emit::relational::Value& value : rows[table.id][i]) {
        std::string text = value.text().str();
        std::replace(text.begin(), text.end(), '\0', '0');
        const bool isText = value.type() == emit::relational::Value::Type::Text;
        row.push_back(isText ? emit::relational::Value(arena.copy(text)) : value);
      }
      out[table.id].addRow(row);
    }
  }
  return out;
}

void checkLoads(Database& database, const std::string& script) {
  REQUIRE(database.run(script) == "");
  CHECK(database.rows("PRAGMA foreign_key_check") == "");
  const std::string content = database.dump();
  REQUIRE(database.run(script) == "");
  CHECK(database.dump() == content);
}

}  // namespace

TEST_CASE("Every example of the JSON format loads, each record of its own as a row") {
  for (const auto& entry : std::filesystem::directory_iterator(CADRE_EXAMPLES)) {
    if (entry.path().extension() != ".json") continue;
    INFO(entry.path());
    auto text = llvm::MemoryBuffer::getFile(entry.path().string());
    REQUIRE(text);
    auto document = llvm::json::parse((*text)->getBuffer());
    REQUIRE(bool(document));
    Database database;
    checkLoads(database, scriptOf(modelOfDocument((*text)->getBuffer()), true));
    const llvm::json::Object& framework = *document->getAsObject();
    const std::string own = framework.getObject("framework")->getString("id")->str();
    for (const auto& [name, table] : tablesOfDocument) {
      INFO(table);
      const auto isOwn = [](const llvm::json::Value& record) {
        return !record.getAsObject()->get("external");
      };
      const auto expected = llvm::count_if(*framework.getArray(name), isOwn);
      CHECK(database.rows("SELECT count(*) FROM " + table + " WHERE framework_id IS NULL OR " +
                          "framework_id = '" + own + "'") == std::to_string(expected));
    }
  }
}

TEST_CASE("Drafts, doubles and foreign keys of all sorts load, with drafts and without") {
  const model::Model model = thornyModel();
  for (const bool drafts : {false, true}) {
    INFO(drafts);
    Arena arena;
    const model::Publication publication(model, {.drafts = drafts});
    const emit::relational::Rows rows = emit::relational::collectRows(publication);
    auto script = emit::sql::sqliteScript(withoutZeros(rows, arena));
    REQUIRE(bool(script));
    Database database;
    checkLoads(database, *script);
  }
}

TEST_CASE("A text that SQL cannot hold is an error, not a wrong script") {
  CHECK(scriptOf(thornyModel(), true) == "error: a text holds U+0000, which SQL cannot hold");
}
