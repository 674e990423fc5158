#include "format/doc.h"

#include "support/test.h"

using namespace cadre;
using format::Doc;
using format::Docs;

namespace {

std::string rendered(const Doc* doc, int width) {
  std::string out;
  format::render(doc, width, out);
  return out;
}

}  // namespace

TEST_CASE("a group stands on one line where it fits") {
  Arena arena;
  Docs docs(arena);
  const Doc* list = docs.group(
      docs.concat({docs.text("{"), docs.nest(docs.concat({docs.line(), docs.text("a b")})),
                   docs.line(), docs.text("}")}));
  CHECK(rendered(list, 7) == "{ a b }");
  CHECK(rendered(list, 6) == "{\n  a b\n}");
}

TEST_CASE("what follows a group counts up to the next possible break") {
  Arena arena;
  Docs docs(arena);
  const Doc* group = docs.group(docs.concat({docs.text("aa"), docs.line(), docs.text("bb")}));
  const Doc* tail =
      docs.concat({group, docs.text("ccc"), docs.hardLine(), docs.text("a long last line")});
  CHECK(rendered(tail, 8) == "aa bbccc\na long last line");
  CHECK(rendered(tail, 7) == "aa\nbbccc\na long last line");
}

TEST_CASE("a line that always breaks breaks its group") {
  Arena arena;
  Docs docs(arena);
  const Doc* group = docs.group(
      docs.concat({docs.text("a"), docs.line(), docs.text("b"), docs.hardLine(), docs.text("c")}));
  CHECK(rendered(group, 80) == "a\nb\nc");
}

TEST_CASE("a fill puts as much on each line as fits") {
  Arena arena;
  Docs docs(arena);
  const Doc* words = docs.concat(
      {docs.text("- "), docs.nest(docs.fill({"one", "two", "three", "muchtoolong", "x"}))});
  CHECK(rendered(words, 9) == "- one two\n  three\n  muchtoolong\n  x");
}

TEST_CASE("columns are counted, not bytes") {
  Arena arena;
  Docs docs(arena);
  CHECK(rendered(docs.fill({"äöü", "éé"}), 6) == "äöü éé");
  CHECK(rendered(docs.fill({"日本", "日"}), 6) == "日本\n日");
}

TEST_CASE("blank lines have no white space") {
  Arena arena;
  Docs docs(arena);
  const Doc* doc = docs.nest(docs.concat(
      {docs.text("a"), docs.hardLine(), docs.text(""), docs.hardLine(), docs.text("b")}));
  CHECK(rendered(doc, 80) == "a\n\n  b");
}
