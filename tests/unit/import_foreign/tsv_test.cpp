#include "import/foreign/tsv.h"

#include "support/test.h"

using namespace cadre;
namespace foreign = import::foreign;

namespace {

constexpr llvm::StringRef columns[] = {"b", "a"};

struct Fixture {
  Diagnostics diagnostics;
  SourceManager sources;
  import::InputFile file;

  explicit Fixture(std::string bytes) {
    file.name = "t.txt";
    file.file = sources.add("dir/t.txt", std::move(bytes));
    file.bytes = sources.text(file.file);
  }
};

}  // namespace

TEST_CASE("columns are found by name") {
  Fixture f(
      "\xEF\xBB\xBF"
      "a\tx\tb\r\n1\t2\t3\r\n4\t\t6\n");
  foreign::TsvReader reader(f.file, columns, f.diagnostics);
  REQUIRE(reader.next());
  CHECK(reader.cell(0) == "3");
  CHECK(reader.cell(1) == "1");
  CHECK(f.sources.text(reader.span(0)) == "3");
  REQUIRE(reader.next());
  CHECK(reader.cell(0) == "6");
  CHECK_FALSE(reader.next());
  CHECK(reader.rows() == 2);
  CHECK(f.diagnostics.empty());
}

TEST_CASE("a missing column is said once, with a likely one") {
  Fixture f("A\tc\n1\t2\n3\n");
  foreign::TsvReader reader(f.file, columns, f.diagnostics);
  CHECK_FALSE(reader.next());
  REQUIRE(f.diagnostics.all().size() == 2);
  CHECK(f.diagnostics.all()[0].code == "E0802");
  CHECK(f.diagnostics.all()[0].message == "`t.txt` has no column `b`");
}

TEST_CASE("rows that do not fit the header are passed over") {
  Fixture f("a\tb\n1\n1\t2\t3\n\n5\t6");
  foreign::TsvReader reader(f.file, columns, f.diagnostics);
  REQUIRE(reader.next());
  CHECK(reader.cell(1) == "5");
  CHECK_FALSE(reader.next());
  REQUIRE(f.diagnostics.all().size() == 3);
  CHECK(f.diagnostics.all()[0].message == "this row has 1 cells where the header has 2");
  CHECK(f.sources.position(f.file.file, f.diagnostics.all()[1].span.begin).line == 3);
}

TEST_CASE("a column that stands twice is an error, unless nobody reads it") {
  Fixture twice("a\tb\ta\n1\t2\t3\n");
  foreign::TsvReader reader(twice.file, columns, twice.diagnostics);
  CHECK_FALSE(reader.next());
  CHECK(twice.diagnostics.all().front().code == "E0803");
  Fixture other("a\tb\tz\tz\n1\t2\t3\t4\n");
  foreign::TsvReader good(other.file, columns, other.diagnostics);
  CHECK(good.next());
  CHECK(other.diagnostics.empty());
}

TEST_CASE("an empty file has no columns") {
  Fixture f("");
  foreign::TsvReader reader(f.file, columns, f.diagnostics);
  CHECK_FALSE(reader.next());
  CHECK(f.diagnostics.all().size() == 2);
}
