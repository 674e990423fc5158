#include "diag/renderers.h"
#include "diag/row.h"
#include "diag/snippet.h"
#include "diag/visible.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace cadre::diag {

namespace {

/// The places of a diagnostic that lie in one file.
struct FilePart {
  FileId file;
  std::vector<Mark> marks;
};

class Drawing {
public:
  Drawing(const Diagnostic& diagnostic, const SourceManager& sources, bool color,
          llvm::raw_ostream& out)
      : diagnostic_(diagnostic),
        sources_(sources),
        frame_{.out = out, .color = color, .gutter = 0} {
    for (const Label& label : diagnostic.labels) texts_.push_back(visible(label.message));
    texts_.push_back(visible(diagnostic.primaryLabel));
    collectParts();
  }

  void draw() {
    drawMessage();
    for (size_t i = 0; i < parts_.size(); ++i) drawPart(parts_[i], snippets_[i]);
    const std::vector<std::string> help = allHelp(diagnostic_);
    const bool hasRemarks = !diagnostic_.notes.empty() || !help.empty();
    if (!parts_.empty() && hasRemarks) frame_.print(frame_.row());
    for (const std::string& note : diagnostic_.notes) drawRemark("note", note);
    for (const std::string& text : help) drawRemark("help", text);
    frame_.out << '\n';
  }

private:
  void collectParts() {
    const Span span = diagnostic_.span;
    if (span.isValid()) add({span, texts_.back(), true, styleOf(diagnostic_.severity)});
    for (size_t i = 0; i < diagnostic_.labels.size(); ++i) {
      const Span place = diagnostic_.labels[i].span;
      if (place.isValid()) add({place, texts_[i], false, Style::Secondary});
    }
    uint32_t lastLine = 0;
    for (const FilePart& part : parts_) {
      snippets_.emplace_back(sources_, part.file, part.marks);
      lastLine = std::max(lastLine, snippets_.back().lastLine());
    }
    frame_.gutter = lastLine == 0 ? 0 : std::to_string(lastLine).size();
  }

  void add(const Mark& mark) {
    auto* part = llvm::find_if(parts_, [&](const FilePart& p) { return p.file == mark.span.file; });
    if (part == parts_.end()) part = &parts_.emplace_back(FilePart{mark.span.file, {}});
    part->marks.push_back(mark);
  }

  void drawMessage() const {
    Row row;
    row.append(heading(diagnostic_), styleOf(diagnostic_.severity));
    row.append(": " + visible(diagnostic_.message), Style::Strong);
    frame_.print(row);
  }

  /// ` --> path:line:column`, or ` ::: …` for a file other than the diagnostic's own.
  void drawPart(const FilePart& part, Snippet& snippet) const {
    const Span first = part.marks.front().span;
    const LineColumn at = sources_.position(part.file, first.begin);
    if (&part != &parts_.front()) frame_.print(frame_.row());
    Row row;
    row.padTo(frame_.gutter);
    row.append(part.marks.front().primary ? "--> " : "::: ", Style::Frame);
    row.append(fmt::format("{}:{}:{}", visible(sources_.path(part.file)), at.line, at.column));
    frame_.print(row);
    frame_.print(frame_.row());
    snippet.draw(frame_);
  }

  /// ` = note: text`; further lines of the text stand below its first.
  void drawRemark(llvm::StringRef word, llvm::StringRef text) const {
    llvm::SmallVector<llvm::StringRef> lines;
    text.split(lines, '\n');
    for (const llvm::StringRef& line : lines) {
      Row row;
      if (&line == &lines.front()) {
        row.put(frame_.gutter + 1, '=', Style::Frame);
        row.padTo(frame_.gutter + 3);
        row.append(word, Style::Strong);
        row.append(": ");
      } else {
        row.padTo(frame_.gutter + 3 + word.size() + 2);
      }
      row.append(visible(line));
      frame_.print(row);
    }
  }

  const Diagnostic& diagnostic_;
  const SourceManager& sources_;
  Frame frame_;
  std::vector<std::string> texts_;  ///< What is said at the labels, then at the place itself.
  llvm::SmallVector<FilePart, 2> parts_;
  std::vector<Snippet> snippets_;
};

}  // namespace

void renderHuman(const Report& report, llvm::raw_ostream& out) {
  for (const Diagnostic* it : report.shown()) {
    Drawing(*it, report.sources(), report.options().color, out).draw();
  }
  printSummary(report, out);
}

}  // namespace cadre::diag
