#include "driver/explain_text.h"

#include "diag/explain.h"
#include "diag/visible.h"
#include "driver/styled_text.h"
#include "lint/catalogue.h"
#include "support/unicode.h"

#include <fmt/format.h>

#include <array>

namespace cadre::driver {

using diag::Row;
using diag::Style;
using llvm::StringRef;

namespace {

class Drawing {
public:
  Drawing(const SourceManager& sources, bool color, llvm::raw_ostream& out)
      : sources_(sources), color_(color), out_(out) {}

  void headline(StringRef text) { printParagraph(out_, "", text, color_, Style::Strong); }
  void heading(StringRef text) {
    blank();
    printParagraph(out_, "", text, color_, Style::Strong);
    blank();
  }
  void blank() { out_ << '\n'; }
  void sentence(StringRef text) {
    blank();
    printParagraph(out_, "", text, color_);
  }

  void facts(const std::vector<ide::Fact>& facts) {
    for (const ide::Fact& fact : facts) {
      printParagraph(out_, fmt::format("  {:<11} ", fact.name), fact.value, color_);
    }
  }

  /// A line in sentences, and where it stands.
  void reason(StringRef lead, const ide::Reason& reason) {
    std::string text;
    for (const std::string& sentence : reason.sentences) {
      // What is quoted brings its own full stop along.
      const StringRef end = StringRef(sentence).take_back(2);
      const bool isEnded = end == ".\"" || end == "!\"" || end == "?\"";
      text += (text.empty() ? "" : " ") + sentence + (isEnded ? "" : ".");
    }
    printParagraph(out_, lead, text, color_);
    place(lead.size(), reason.place);
  }

  void numbered(const std::vector<ide::Reason>& reasons) {
    const size_t width = std::to_string(reasons.size()).size();
    for (size_t i = 0; i < reasons.size(); ++i)
      reason(fmt::format("  {:>{}}. ", i + 1, width), reasons[i]);
  }

  void bulleted(const std::vector<ide::Reason>& reasons) {
    for (const ide::Reason& it : reasons) reason("  - ", it);
  }

  void bases(const std::vector<ide::BaseRow>& bases) {
    for (const ide::BaseRow& base : bases) {
      const std::string text = base.name + (base.isRepeated ? ", as above" : "");
      printParagraph(out_, std::string(2 + 2 * base.depth, ' '), text, color_);
    }
  }

  void table(const std::vector<ide::RequirementRow>& rows) {
    constexpr size_t columns = 6;
    constexpr size_t weightColumn = 3;
    using Cells = std::array<std::string, columns>;
    std::vector<Cells> all = {{"competency", "level", "importance", "weight", "from", ""}};
    for (const ide::RequirementRow& row : rows) {
      all.push_back(
          {row.competency, row.level, row.importance, row.weight, row.from, placeOf(row.place)});
    }
    std::array<size_t, columns> widths = {};
    for (const Cells& cells : all) {
      for (size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], shownWidth(cells[i]));
    }
    for (const Cells& cells : all) {
      Row row;
      row.append("  ");
      for (size_t i = 0; i < columns; ++i) {
        // A column that nobody fills is left out.
        if (i > 0 && isEmpty(all, i)) continue;
        const std::string blanks(widths[i] - shownWidth(cells[i]), ' ');
        const bool isNumber = i == weightColumn;
        if (isNumber) row.append(blanks);
        row.append(diag::visible(cells[i]), &cells == &all.front() ? Style::Frame : Style::Plain);
        row.append((isNumber ? "" : blanks) + "  ");
      }
      row.print(out_, color_);
    }
  }

private:
  template <class Rows>
  static bool isEmpty(const Rows& all, size_t column) {
    for (size_t i = 1; i < all.size(); ++i) {
      if (!all[i][column].empty()) return false;
    }
    return true;
  }

  static size_t shownWidth(StringRef text) {
    return static_cast<size_t>(unicode::width(diag::visible(text)));
  }

  [[nodiscard]] std::string placeOf(Span span) const {
    if (!span.isValid()) return {};
    const LineColumn at = sources_.position(span.file, span.begin);
    return fmt::format("{}:{}:{}", sources_.path(span.file), at.line, at.column);
  }

  void place(size_t indent, Span span) {
    if (!span.isValid()) return;
    Row row;
    row.padTo(indent);
    row.append("--> ", Style::Frame);
    row.append(diag::visible(placeOf(span)));
    row.print(out_, color_);
  }

  const SourceManager& sources_;
  bool color_;
  llvm::raw_ostream& out_;
};

}  // namespace

void print(const ide::Why& why, const SourceManager& sources, bool color, llvm::raw_ostream& out) {
  Drawing drawing(sources, color, out);
  drawing.headline(why.headline);
  if (why.isRequired) {
    drawing.blank();
    drawing.facts(why.facts);
    drawing.heading("Why, in order:");
    drawing.numbered(why.reasons);
    if (!why.others.empty()) {
      drawing.heading("Without effect here:");
      drawing.bulleted(why.others);
    }
    return;
  }
  if (why.reasons.empty()) {
    drawing.sentence(
        "Nothing requires it: no rule that could reach it, no base, and no line of its own.");
  } else {
    drawing.heading("Why not:");
    drawing.numbered(why.reasons);
  }
  drawing.sentence(why.offers + ".");
}

void print(const ide::Overview& overview, const SourceManager& sources, bool color,
           llvm::raw_ostream& out) {
  Drawing drawing(sources, color, out);
  drawing.headline(overview.headline);
  if (!overview.facts.empty()) {
    drawing.blank();
    drawing.facts(overview.facts);
  }
  if (overview.requirements.empty()) {
    drawing.sentence("It requires nothing.");
  } else {
    drawing.heading("It requires:");
    drawing.table(overview.requirements);
  }
  if (!overview.drops.empty()) {
    drawing.heading("It drops:");
    drawing.bulleted(overview.drops);
  }
  if (!overview.bases.empty()) {
    drawing.heading("It extends:");
    drawing.bases(overview.bases);
  }
  if (!overview.rules.empty()) {
    drawing.heading("Rules that reach it:");
    drawing.bulleted(overview.rules);
  }
}

std::string pageOf(llvm::StringRef code) {
  const llvm::StringRef page = diag::explain(code);
  return page.empty() ? withCarets(lint::page(code)) : page.str();
}

std::string withCarets(llvm::StringRef page) {
  std::string out;
  while (!page.empty()) {
    const size_t end = std::min(page.find('\n'), page.size() - 1) + 1;
    const llvm::StringRef line = page.take_front(end);
    page = page.drop_front(end);
    const size_t at = line.find("//~");
    if (at == llvm::StringRef::npos) {
      out += line;
      continue;
    }
    // `//~^ rule@40-44 message`; several marks of one line follow each other.
    const llvm::StringRef code = line.take_front(at).rtrim();
    if (!code.empty()) out += code.str() + "\n";
    llvm::SmallVector<llvm::StringRef> marks;
    line.drop_front(at).rtrim().split(marks, "//~", -1, false);
    for (const llvm::StringRef mark : marks) {
      const auto [place, message] = mark.ltrim("^v!").trim().split(' ');
      const auto [first, last] = place.split('@').second.split('-');
      unsigned begin = 1;
      unsigned behind = 2;
      if (first.getAsInteger(10, begin)) begin = 1;
      if (last.getAsInteger(10, behind)) behind = begin + 1;
      out += std::string(begin - 1, ' ') + std::string(std::max(behind, begin + 1) - begin, '^') + " " + message.str() + "\n";
    }
  }
  return out;
}

}  // namespace cadre::driver
