#include "format/layout.h"

#include "support/test.h"

#include <llvm/ADT/SmallVector.h>

using cadre::format::Layout;
using cadre::format::LineKind;

namespace {

void line(Layout& layout, llvm::StringRef cells, LineKind kind, llvm::StringRef comment = {}) {
  llvm::SmallVector<llvm::StringRef> parts;
  cells.split(parts, '|');
  layout.begin(2);
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) layout.cell();
    layout.add(parts[i]);
  }
  if (!comment.empty()) layout.comment(comment);
  layout.end(kind);
}

}  // namespace

TEST_CASE("cells of rows below each other begin in one column") {
  Layout layout(0);
  line(layout, "a|b|c", LineKind::Row);
  line(layout, "aaa|bbb|c", LineKind::Row);
  line(layout, "aaaaaa", LineKind::Row);
  line(layout, "aa|b", LineKind::Row);
  CHECK(layout.take() == "  a   b   c\n  aaa bbb c\n  aaaaaa\n  aa b\n");
}

TEST_CASE("a line alone and a blank line end the columns") {
  Layout layout(0);
  line(layout, "a|b", LineKind::Row);
  line(layout, "aaa|b", LineKind::Alone);
  line(layout, "aa|b", LineKind::Row);
  layout.blankLine();
  line(layout, "a|b", LineKind::Row);
  CHECK(layout.take() == "  a b\n  aaa b\n  aa b\n\n  a b\n");
}

TEST_CASE("what opens a block counts, and its brace stays") {
  Layout layout(0);
  line(layout, "a|b|{ x }", LineKind::Row);
  line(layout, "a|bbb|{", LineKind::Opening);
  line(layout, "aaaa|b", LineKind::Row);
  CHECK(layout.take() == "  a b   { x }\n  a bbb {\n  aaaa b\n");
  Layout narrow(0);
  line(narrow, "a|bbb|{ x }", LineKind::Row);
  line(narrow, "a|b|{", LineKind::Opening);
  CHECK(narrow.take() == "  a bbb { x }\n  a b {\n");
}

TEST_CASE("a cell that is much wider than the others is left out") {
  Layout layout(0);
  const std::string wide(60, 'w');
  line(layout, "a|b", LineKind::Row);
  line(layout, wide + "|b", LineKind::Row);
  line(layout, "aa|b", LineKind::Row);
  CHECK(layout.take() == "  a  b\n  " + wide + " b\n  aa b\n");
}

TEST_CASE("comments of neighbours begin in one column, behind padded cells") {
  Layout layout(0);
  line(layout, "a|b", LineKind::Row, "// 1");
  line(layout, "aaa|bb", LineKind::Row, "// 2");
  line(layout, "a|b", LineKind::Row);
  line(layout, "a|b", LineKind::Row, "// 3");
  CHECK(layout.take() == "  a   b   // 1\n  aaa bb  // 2\n  a   b\n  a   b  // 3\n");
}

TEST_CASE("columns are those of a terminal") {
  Layout layout(0);
  line(layout, "日本|b", LineKind::Row);
  line(layout, "aaaaa|b", LineKind::Row);
  CHECK(layout.take() == "  日本  b\n  aaaaa b\n");
}
