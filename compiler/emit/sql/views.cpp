#include "emit/sql/views.h"

#include "sql_views_files.h"

namespace cadre::emit::sql {

namespace {

View readView(StringRef fileName) {
  View view{fileName.drop_back(StringRef(".sql").size()), {}, embedded::sql_views::find(fileName)};
  const size_t begin = view.select.find("\nSELECT") + 1;
  view.commentLines = view.select.take_front(begin);
  view.select = view.select.drop_front(begin).trim();
  return view;
}

}  // namespace

std::string View::comment() const {
  std::string out;
  llvm::SmallVector<StringRef, 4> lines;
  commentLines.split(lines, '\n', -1, false);
  for (const StringRef line : lines)
    out += (out.empty() ? "" : " ") + line.drop_front(2).trim().str();
  return out;
}

ArrayRef<View> views() {
  static const View all[] = {readView("profile_matrix.sql"), readView("profile_gap.sql"),
                             readView("competency_demand.sql"), readView("competency_coverage.sql"),
                             readView("career_step.sql")};
  return all;
}

const View& personGap() {
  static const View view = readView("person_gap.sql");
  return view;
}

}  // namespace cadre::emit::sql
