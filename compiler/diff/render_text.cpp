#include "diag/row.h"
#include "diff/render.h"
#include "diff/wording.h"
#include "support/listing.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::diff {

namespace {

using diag::Style;

/// A piece of a line that is not broken.
struct Piece {
  std::string text;
  Style style = Style::Plain;
  bool followsSpace = false;
};

/// Words with styles, broken into lines.
class Paragraph {
public:
  Paragraph& add(llvm::StringRef text, Style style = Style::Plain) {
    while (!text.empty()) {
      const llvm::StringRef blanks = text.take_while([](char c) { return c == ' ' || c == '\n'; });
      if (!blanks.empty()) isSpaced_ = true;
      text = text.drop_front(blanks.size());
      const llvm::StringRef word = text.take_until([](char c) { return c == ' ' || c == '\n'; });
      if (word.empty()) continue;
      pieces_.push_back({word.str(), style, isSpaced_});
      isSpaced_ = false;
      text = text.drop_front(word.size());
    }
    return *this;
  }

  /// `lead` begins the first line, blanks of its width the others.
  void print(llvm::StringRef lead, TextStyle style, llvm::raw_ostream& out) const {
    diag::Row row;
    row.append(lead);
    const size_t indent = static_cast<size_t>(unicode::width(lead));
    size_t column = indent;
    for (size_t i = 0; i < pieces_.size();) {
      // What no space divides stays together.
      size_t end = i + 1;
      size_t width = static_cast<size_t>(unicode::width(pieces_[i].text));
      for (; end < pieces_.size() && !pieces_[end].followsSpace; ++end)
        width += static_cast<size_t>(unicode::width(pieces_[end].text));
      const bool isFirst = column == indent;
      if (!isFirst && column + 1 + width > style.width) {
        row.print(out, style.color);
        row = diag::Row();
        row.append(std::string(indent, ' '));
        column = indent;
      } else if (!isFirst) {
        row.append(" ");
        ++column;
      }
      for (; i < end; ++i) row.append(pieces_[i].text, pieces_[i].style);
      column += width;
    }
    row.print(out, style.color);
  }

private:
  std::vector<Piece> pieces_;
  bool isSpaced_ = false;
};

void add(Paragraph& paragraph, const Phrase& phrase) {
  for (const Part& part : phrase.parts()) {
    switch (part.style) {
      case Part::Style::Words: paragraph.add(part.text); break;
      case Part::Style::Name: paragraph.add(part.text, Style::Strong); break;
      case Part::Style::Before: paragraph.add("“" + part.text + "”", Style::Warning); break;
      case Part::Style::After: paragraph.add("“" + part.text + "”", Style::Info); break;
    }
  }
}

void renderLine(const Entry& entry, const Line& line, TextStyle style, llvm::raw_ostream& out) {
  Paragraph paragraph;
  add(paragraph, line.clause);
  if (const std::string reason = reasonOf(line); !reason.empty()) paragraph.add(", " + reason);
  if (const std::string accepted = acceptanceOf(line); !accepted.empty())
    paragraph.add(" (" + accepted + ")", Style::Secondary);
  if (isBreaking(line)) paragraph.add(" (breaking)", Style::Warning);
  paragraph.print("    - ", style, out);
  const std::vector<std::string> subjects = subjectsOf(entry, line);
  if (subjects.empty()) return;
  Paragraph of;
  of.add("for " + enumerated(subjects));
  of.print("      ", style, out);
}

void renderEntry(const Entry& entry, TextStyle style, llvm::raw_ostream& out) {
  Paragraph heading;
  if (entry.cause) {
    heading.add("Through " + causeInWords(*entry.cause) + " ").add(entry.cause->title, Style::Strong);
  } else {
    heading.add(entry.subject.title, Style::Strong).add(kindInBrackets(entry.subject));
  }
  heading.print("  ", style, out);
  for (const Line& line : entry.lines) renderLine(entry, line, style, out);
}

void renderFramework(const Comparand& comparand, TextStyle style, llvm::raw_ostream& out) {
  const auto print = [&](llvm::StringRef text, Style dress = Style::Plain) { Paragraph().add(text, dress).print("", style, out); };
  print(titleOf(comparand), Style::Strong);
  if (comparand.presence == Comparand::Presence::OnlyBefore) return print("The framework is gone.");
  if (comparand.presence == Comparand::Presence::OnlyAfter) return print("The framework is new.");
  print(countsInWords(comparand) + ". " + verdictInWords(comparand));
  for (const Section& section : report(comparand.difference)) {
    out << '\n';
    print(section.heading, Style::Frame);
    for (const Entry& entry : section.entries) {
      out << '\n';
      renderEntry(entry, style, out);
    }
  }
}

}  // namespace

void renderText(const Comparanda& comparanda, TextStyle style, llvm::raw_ostream& out) {
  bool isFirst = true;
  for (const Comparand& comparand : comparanda.frameworks) {
    if (!comparand.hasNews()) continue;
    if (!isFirst) out << '\n';
    isFirst = false;
    renderFramework(comparand, style, out);
  }
}

}  // namespace cadre::diff
