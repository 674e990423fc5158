#include "fixture.h"
#include "support/test.h"

#include <algorithm>

namespace cadre::test {

Database::Database(const std::string& path) {
  REQUIRE(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK);
  REQUIRE(run("PRAGMA foreign_keys = ON").empty());
}

std::string Database::run(const std::string& sql) {
  char* message = nullptr;
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return {};
  const std::string out = message ? message : "?";
  sqlite3_free(message);
  return out;
}

std::vector<std::string> Database::runOn(const std::string& sql) {
  std::vector<std::string> out;
  std::string statement;
  for (size_t begin = 0; begin < sql.size();) {
    const size_t end = std::min(sql.find(';', begin), sql.size() - 1) + 1;
    statement += sql.substr(begin, end - begin);
    begin = end;
    if (!sqlite3_complete(statement.c_str())) continue;
    if (const std::string message = run(statement); !message.empty()) out.push_back(message);
    statement.clear();
  }
  return out;
}

std::string Database::rows(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
    return std::string("error: ") + sqlite3_errmsg(handle_);
  }
  std::string out;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    if (!out.empty()) out += '\n';
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      if (i != 0) out += '|';
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      out += text ? std::string(text, static_cast<size_t>(sqlite3_column_bytes(statement, i))) : "";
    }
  }
  sqlite3_finalize(statement);
  return out;
}

std::string Database::dump() {
  std::string out = rows("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
  std::string names = rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  for (StringRef rest = names; !rest.empty();) {
    const auto [name, next] = rest.split('\n');
    const std::string columns = rows(
        "SELECT group_concat('quote(' || name || ')', ' || '','' || ') FROM pragma_table_info('" +
        name.str() + "')");
    out += "\n== " + name.str() + "\n" +
           rows("SELECT " + columns + " AS line FROM " + name.str() + " ORDER BY line");
    rest = next;
  }
  return out;
}

std::string Database::bytes() {
  sqlite3_int64 size = 0;
  unsigned char* data = sqlite3_serialize(handle_, "main", &size, 0);
  std::string out(reinterpret_cast<char*>(data), static_cast<size_t>(size));
  sqlite3_free(data);
  return out;
}

void Database::open(const std::string& bytes) {
  auto* data = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  std::copy(bytes.begin(), bytes.end(), data);
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  REQUIRE(sqlite3_deserialize(handle_, "main", data, size, size,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) ==
          SQLITE_OK);
}

}  // namespace cadre::test
