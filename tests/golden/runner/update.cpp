#include "golden/runner/update.h"

#include "golden/runner/marks.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Twine.h>

#include <map>
#include <optional>

namespace cadre::golden {

namespace {

enum class Where { Behind, Below, Above };

/// Where the marks of one line go: behind, below or above the line `line` (from 0).
struct Slot {
  Where where = Where::Behind;
  size_t line = 0;
};

using Lines = std::vector<std::string>;

/// The lines with their line feeds; joined they are the text.
Lines linesOf(llvm::StringRef text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.take_front(end).str());
    text = text.drop_front(end);
  }
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

/// The characters that end the line.
llvm::StringRef endOf(llvm::StringRef line) { return line.drop_front(line.rtrim("\r\n").size()); }

/// The line with a comment behind its text.
std::string withComment(llvm::StringRef line, llvm::StringRef comment) {
  const llvm::StringRef text = line.drop_back(endOf(line).size());
  return (text + llvm::Twine("  ") + comment + endOf(line)).str();
}

/// A line of its own for a comment, indented and ended like `line`.
std::string ownLine(llvm::StringRef line, llvm::StringRef comment) {
  const llvm::StringRef indentation = line.take_while([](char c) { return c == ' ' || c == '\t'; });
  const llvm::StringRef end = endOf(line).empty() ? "\n" : endOf(line);
  return (llvm::Twine(indentation) + comment + end).str();
}

/// The tokens of all parts: kinds and sizes.
using Tokens = std::vector<std::pair<syntax::TokenKind, uint32_t>>;

Tokens tokensOf(const Workspace& workspace) {
  Tokens tokens;
  for (const auto& tree : workspace.result().files) {
    for (const syntax::Token& token : tree->tokens) {
      tokens.emplace_back(token.kind, token.end - token.begin);
    }
  }
  return tokens;
}

/// Finds places for marks by trying: a comment must be read as one and change no token and no
/// finding.
class Placer {
public:
  Placer(Lines lines, llvm::StringRef ownName) : lines_(std::move(lines)), ownName_(ownName) {
    const std::vector<Part> parts = split(joined(lines_), ownName_);
    const Workspace workspace(parts);
    before_ = findingsOf(workspace, parts);
    tokens_ = tokensOf(workspace);
  }

  [[nodiscard]] const std::vector<Finding>& findings() const { return before_; }

  /// The place for the marks of `line`, if there is one.
  std::optional<Slot> place(size_t line) const {
    if (fits({Where::Behind, line})) return Slot{Where::Behind, line};
    for (size_t i = line; i < std::min(lines_.size(), line + reach); ++i) {
      if (fits({Where::Below, i})) return Slot{Where::Below, i};
    }
    for (size_t i = line + 1; i-- > (line > reach ? line - reach : 0);) {
      if (fits({Where::Above, i})) return Slot{Where::Above, i};
    }
    return std::nullopt;
  }

private:
  static constexpr size_t reach = 40;
  static constexpr llvm::StringLiteral probe = "//~ probe";

  [[nodiscard]] bool fits(Slot slot) const {
    Lines lines = lines_;
    size_t inserted = SIZE_MAX;
    const auto at = lines.begin() + static_cast<ptrdiff_t>(slot.line);
    switch (slot.where) {
      case Where::Behind: *at = withComment(*at, probe); break;
      case Where::Below:
        if (endOf(*at).empty()) *at += "\n";
        lines.insert(at + 1, ownLine(lines_[slot.line], probe));
        inserted = slot.line + 1;
        break;
      case Where::Above:
        lines.insert(at, ownLine(lines_[slot.line], probe));
        inserted = slot.line;
        break;
    }
    const std::vector<Part> parts = split(joined(lines), ownName_);
    const Workspace workspace(parts);
    return isComment(workspace, parts) && tokensOf(workspace) == tokens_ &&
           sameFindings(findingsOf(workspace, parts), inserted);
  }

  /// The probe lies in a comment of its part.
  static bool isComment(const Workspace& workspace, const std::vector<Part>& parts) {
    for (size_t i = 0; i < parts.size(); ++i) {
      const syntax::File* tree = workspace.treeOf(i);
      if (!tree) continue;
      const size_t at = workspace.sources().text(tree->id).find(probe);
      if (at == llvm::StringRef::npos) continue;
      return llvm::any_of(tree->comments, [&](const syntax::Token& comment) {
        return comment.begin <= at && at < comment.end;
      });
    }
    return false;
  }

  /// The same as before, but for the lines that the insertion at line `inserted` (from 0) moved,
  /// and for the ends of what spans it.
  [[nodiscard]] bool sameFindings(std::vector<Finding> now, size_t inserted) const {
    const auto withoutEnd = [](const Finding& finding) {
      return llvm::StringRef(finding.columns).contains('+') ? "+" : finding.columns;
    };
    if (now.size() != before_.size()) return false;
    for (size_t i = 0; i < now.size(); ++i) {
      if (now[i].line > inserted) --now[i].line;
      if (now[i].line != before_[i].line || now[i].code != before_[i].code ||
          now[i].message != before_[i].message || withoutEnd(now[i]) != withoutEnd(before_[i])) {
        return false;
      }
    }
    return true;
  }

  Lines lines_;
  llvm::StringRef ownName_;
  std::vector<Finding> before_;
  Tokens tokens_;
};

/// Text with marks: the lines, and beside each where it was before and whose marks it holds.
class Layout {
public:
  Layout(const Lines& lines, const std::map<size_t, Slot>& slots, size_t placeless) {
    for (size_t i = 0; i < placeless; ++i) rows_.push_back({"\n", {}, {}, true});
    for (size_t i = 0; i < lines.size(); ++i) {
      addOwnRows(lines[i], slots, Where::Above, i);
      rows_.push_back({lines[i], i, {}, false});
      for (const auto& [target, slot] : slots) {
        if (slot.where == Where::Behind && slot.line == i) rows_.back().target = target;
      }
      addOwnRows(lines[i], slots, Where::Below, i);
    }
  }

  /// The text with the marks that `findings` call for; their lines are those of this layout.
  [[nodiscard]] std::string text(const std::vector<Finding>& findings) const {
    std::string out;
    size_t placeless = 0;
    for (size_t i = 0; i < rows_.size(); ++i) {
      const Row& row = rows_[i];
      std::string marks;
      if (row.target) {
        marks = marksOf(findings, lineOf(*row.target), i + 1);
      } else if (row.isOwn) {
        marks = placeless < findings.size() && findings[placeless].line == 0
                    ? markFor(findings[placeless++], 0)
                    : "//~!";
      }
      if (row.isOwn) {
        out += ownLine(row.text, marks);
      } else {
        out += marks.empty() ? row.text : withComment(row.text, marks);
      }
    }
    return out;
  }

private:
  struct Row {
    std::string text;              ///< For a row of marks alone, the line whose form it takes.
    std::optional<size_t> source;  ///< The line that it was, from 0.
    std::optional<size_t> target;  ///< The line whose marks it holds.
    bool isOwn = false;
  };

  void addOwnRows(const std::string& line, const std::map<size_t, Slot>& slots, Where where,
                  size_t at) {
    for (const auto& [target, slot] : slots) {
      if (slot.where != where || slot.line != at) continue;
      if (where == Where::Below && endOf(line).empty()) rows_.back().text += "\n";
      rows_.push_back({line, {}, target, true});
    }
  }

  /// Where the line `source` (from 0) stands now, from 1.
  [[nodiscard]] size_t lineOf(size_t source) const {
    const auto at = llvm::find_if(rows_, [&](const Row& row) { return row.source == source; });
    return static_cast<size_t>(at - rows_.begin()) + 1;
  }

  static std::string marksOf(const std::vector<Finding>& findings, size_t line, size_t at) {
    std::string marks;
    for (const Finding& finding : findings) {
      if (finding.line != line) continue;
      if (!marks.empty()) marks += ' ';
      marks += markFor(finding, static_cast<ptrdiff_t>(at) - static_cast<ptrdiff_t>(line));
    }
    return marks.empty() ? "//~" : marks;
  }

  std::vector<Row> rows_;
};

}  // namespace

std::string updateMarks(llvm::StringRef text, llvm::StringRef ownName) {
  const Lines lines = linesOf(withoutMarks(text));
  const Placer placer(lines, ownName);
  std::map<size_t, Slot> slots;
  size_t placeless = 0;
  for (const Finding& finding : placer.findings()) {
    if (finding.line == 0) {
      ++placeless;
    } else if (!slots.contains(finding.line - 1)) {
      if (const auto slot = placer.place(finding.line - 1)) slots[finding.line - 1] = *slot;
    }
  }
  // Rows of their own move lines, so what the marks say is read off the text that has them.
  const Layout layout(lines, slots, placeless);
  const std::vector<Part> parts = split(layout.text({}), ownName);
  return layout.text(findingsOf(Workspace(parts), parts));
}

}  // namespace cadre::golden
