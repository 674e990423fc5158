#include "golden/runner/rule_page.h"

#include "diag/apply_fixes.h"
#include "golden/runner/case.h"
#include "golden/runner/fixes.h"
#include "golden/runner/marks.h"
#include "golden/runner/properties.h"
#include "golden/runner/update.h"
#include "golden/runner/workspace.h"
#include "session/fix.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace cadre::golden {

namespace {

using llvm::StringRef;

constexpr StringRef beginMark = "// page begins\n";
constexpr StringRef endMark = "// page ends\n";

/// A page as text and fenced blocks, in turn.
struct Piece {
  std::string info;  ///< Behind the fence; of text between blocks: empty.
  std::string text;
  size_t line = 1;
  bool isBlock = false;
};

std::vector<Piece> piecesOf(StringRef page) {
  std::vector<Piece> pieces(1);
  for (size_t line = 1; !page.empty(); ++line) {
    const size_t end = std::min(page.find('\n'), page.size() - 1) + 1;
    const StringRef current = page.take_front(end);
    page = page.drop_front(end);
    if (!current.starts_with("```")) {
      pieces.back().text += current;
      continue;
    }
    const bool opens = !pieces.back().isBlock;
    Piece& next = pieces.emplace_back();
    next.isBlock = opens;
    next.line = line + 1;
    if (opens) next.info = current.drop_front(3).trim().str();
  }
  return pieces;
}

std::string joined(const std::vector<Piece>& pieces) {
  std::string out;
  for (const Piece& piece : pieces) {
    if (piece.isBlock) {
      out += fmt::format("```{}\n{}```\n", piece.info, piece.text);
    } else {
      out += piece.text;
    }
  }
  return out;
}

bool hasLine(StringRef text, llvm::function_ref<bool(StringRef)> wanted) {
  llvm::SmallVector<StringRef> lines;
  text.split(lines, '\n');
  return llvm::any_of(lines, [&](StringRef line) { return wanted(line.trim()); });
}

/// Nothing but bullets with their further lines, and comments.
bool isBulletsAlone(StringRef text) {
  llvm::SmallVector<StringRef> lines;
  text.split(lines, '\n', -1, false);
  bool any = false;
  for (const StringRef line : lines) {
    const StringRef words = line.trim();
    if (line.starts_with("- ")) any = true;
    if (!line.starts_with("- ") && !line.starts_with("  ") && !words.starts_with("//") && !words.empty()) return false;
  }
  return any;
}

/// Where the block's further files begin (`// --- cadre.toml`); its end without them.
size_t furtherFilesOf(StringRef block) {
  constexpr StringRef head = "// --- ";
  if (block.starts_with(head)) return block.size();  // Each of its files has a head.
  const size_t at = block.find(("\n" + head).str());
  return at == StringRef::npos ? block.size() : at + 1;
}

/// The whole test that a block stands for, with the block between two marks.
std::string wholeOf(StringRef whole, StringRef language) {
  const size_t end = furtherFilesOf(whole);
  const StringRef block = whole.take_front(end);
  std::string out;
  const bool isWhole = hasLine(block, [](StringRef line) { return line.starts_with("framework "); });
  if (!isWhole) {
    out += fmt::format(R"(// --- prelude.cadre
framework example.works "Example works" {{
  version   "1.0.0"
  status    draft
  language  {}
  publisher "Example works"
  license   "CC-BY-4.0"
  scale     Mastery
  about     "Competencies of a made-up works."
}}
scale Mastery "Mastery" cumulative {{
  level Basic   "Basic"
  level Skilled "Skilled"
  level Expert  "Expert"
}}
family Works "Works"
// --- example.cadre
)",
                       language);
  }
  const bool isBullets = isBulletsAlone(block);
  if (isBullets) out += "competency Example \"Example\" {\nlevel Basic {\n";
  out += beginMark;
  out += block;
  out += endMark;
  if (isBullets) out += "}\n}\n";
  return out + whole.substr(end).str();
}

/// What stands between the marks, without the indentation that all lines share.
std::string blockOf(StringRef whole) {
  StringRef inside = whole.split("// page begins\n").second;
  inside = inside.take_front(inside.rfind("// page ends"));
  inside = inside.take_front(inside.rfind('\n') + 1);
  llvm::SmallVector<StringRef> lines;
  inside.split(lines, '\n');
  size_t shared = SIZE_MAX;
  for (const StringRef line : lines) {
    if (!line.trim().empty()) shared = std::min(shared, line.size() - line.ltrim(' ').size());
  }
  std::string out;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    out += lines[i].drop_front(std::min(lines[i].size(), shared));
    out += '\n';
  }
  return out;
}

/// The first fix that changes anything, safe or not.
const Fix* firstFix(const Diagnostic& diagnostic) {
  const auto found = llvm::find_if(diagnostic.fixes, [](const Fix& fix) { return !fix.edits.empty(); });
  return found == diagnostic.fixes.end() ? nullptr : &*found;
}

class Page {
public:
  explicit Page(const std::string& path) : path_(path), name_(llvm::sys::path::stem(path).str()), text_(readFile(path)) {
    std::replace(name_.begin(), name_.end(), '_', '-');
    pieces_ = piecesOf(text_);
  }

  void update() {
    const Piece* bad = nullptr;
    for (Piece& piece : pieces_) {
      if (isA(piece, "bad")) {
        const std::string files = piece.text.substr(furtherFilesOf(piece.text));
        piece.text = blockOf(updateMarks(wholeOf(withoutMarks(piece.text), languageOf(piece)), "example.cadre")) + files;
        bad = &piece;
      } else if (isA(piece, "fixed") && bad) {
        piece.text = fixed(*bad).text;
      }
    }
    const std::string now = joined(pieces_);
    if (now != text_) std::ofstream(path_, std::ios::binary) << now;
    text_ = now;
  }

  std::vector<std::string> check() {
    checkForm();
    const Piece* bad = nullptr;
    bool hasBad = false;
    bool hasGood = false;
    for (const Piece& piece : pieces_) {
      setCurrentVariant(path_, piece.info);
      if (isA(piece, "bad")) {
        checkBad(piece);
        hasBad = true;
        bad = &piece;
      } else if (isA(piece, "good")) {
        checkGood(piece);
        hasGood = true;
      } else if (isA(piece, "fixed")) {
        if (bad) checkFixed(*bad, piece);
        else complain(piece, "no block ```cadre bad stands before it");
      }
    }
    if (!hasBad) complaints_.push_back("has no block ```cadre bad");
    if (!hasGood) complaints_.push_back("has no block ```cadre good");
    return std::move(complaints_);
  }

private:
  struct Fixed {
    std::string text;
    std::vector<std::string> faults;
    size_t again = 0;  ///< Problems that a second call mends.
  };

  static bool isA(const Piece& piece, StringRef kind) {
    const auto [language, rest] = StringRef(piece.info).split(' ');
    return piece.isBlock && language == "cadre" && rest.split(' ').first == kind;
  }
  static StringRef languageOf(const Piece& piece) {
    const StringRef language = StringRef(piece.info).split(' ').second.split(' ').second;
    return language.empty() ? "en" : language;
  }

  void complain(const Piece& piece, const std::string& what) {
    complaints_.push_back(fmt::format("block at line {}: {}", piece.line, what));
  }

  [[nodiscard]] static std::vector<Part> partsOf(const Piece& piece) {
    return split(wholeOf(piece.text, languageOf(piece)), "example.cadre");
  }

  void checkForm() {
    const std::string& first = pieces_.front().text;
    if (!StringRef(first).starts_with("# " + name_ + ": ")) complaints_.push_back("the first line is not `# " + name_ + ": title`");
    if (!StringRef(first).split("\n\n").second.starts_with("Finds "))
      complaints_.push_back("the first paragraph does not begin with `Finds `, and say what it finds");
    if (!StringRef(text_).contains("\n\nSource: ")) complaints_.push_back("has no paragraph `Source: `");
    if (hasLine(text_, [](StringRef line) { return line.starts_with("|"); }))
      complaints_.push_back("has a table: options are a list, `- `name` (default): what it says`");
    checkSections();
  }

  /// Sections stand in one order on all pages, and French has one of its own.
  void checkSections() {
    const std::array<StringRef, 7> order = {"Why", "Example", "Instead", "Options", "Fix", "Limits", "In French"};
    const auto* next = order.begin();
    std::string section;
    for (const Piece& piece : pieces_) {
      if (piece.isBlock && languageOf(piece) == "fr" && section != "In French")
        complain(piece, "French stands in the section `## In French`");
      if (piece.isBlock) continue;
      llvm::SmallVector<StringRef> lines;
      StringRef(piece.text).split(lines, '\n');
      for (StringRef line : lines) {
        if (!line.consume_front("## ")) continue;
        section = line.str();
        const auto* const found = std::find(next, order.end(), line);
        if (found == order.end())
          complaints_.push_back(fmt::format("section `## {}` is unknown, or stands out of order: {}", section,
                                            llvm::join(order, ", ")));
        else
          next = found + 1;
      }
    }
    for (const StringRef name : {"Why", "Example", "Instead"}) {
      if (!StringRef(text_).contains(fmt::format("\n## {}\n", name)))
        complaints_.push_back(fmt::format("has no section `## {}`", name));
    }
  }

  void checkBad(const Piece& piece) {
    const std::string whole = wholeOf(piece.text, languageOf(piece));
    const std::vector<Part> parts = split(whole, "example.cadre");
    const Workspace workspace(parts);
    const bool fires = llvm::any_of(workspace.diagnostics().all(), [&](const Diagnostic& it) { return it.code == name_; });
    if (!fires) complain(piece, "does not fire the rule");
    for (const auto& [words, it] : differences(parseMarks(whole), findingsOf(workspace, parts)))
      complain(piece, fmt::format("{}{} {}", words, it.code, it.message));
    for (const std::string& it : checkFixes(path_, parts)) complain(piece, it);
  }

  void checkGood(const Piece& piece) {
    const Workspace workspace(partsOf(piece));
    for (const Diagnostic& it : workspace.diagnostics().all())
      complain(piece, fmt::format("a good example gives {}: {}", it.code, it.message));
  }

  void checkFixed(const Piece& bad, const Piece& piece) {
    const Fixed result = fixed(bad);
    if (result.text != piece.text) complain(piece, "the fixes make:\n" + result.text);
    if (result.again > 0) complain(piece, "fixing twice changes more");
    for (const std::string& fault : result.faults) complain(piece, fault);
  }

  /// What the fixes make of a bad block.
  static Fixed fixed(const Piece& bad) {
    Fixed out;
    std::vector<Part> parts = split(wholeOf(withoutMarks(bad.text), languageOf(bad)), "example.cadre");
    std::optional<Workspace> now;
    SourceManager sources;
    now.emplace(parts);
    for (uint32_t i = 0; i < now->sources().fileCount(); ++i)
      sources.add(now->sources().path(FileId(i)).str(), now->sources().text(FileId(i)).str());
    const auto isPage = [&](FileId file) { return sources.text(file).contains("// page begins"); };
    const auto checkAgain = [&]() -> const Diagnostics& {
      for (uint32_t i = 0; i < sources.fileCount(); ++i) parts[now->partOf(FileId(i))].text = sources.text(FileId(i)).str();
      return now.emplace(parts).diagnostics();
    };
    using enum session::AfterFix;
    out.faults = session::fixAll(sources, isPage, checkAgain, firstFix, Format).faults;
    out.again = session::fixAll(sources, isPage, checkAgain, firstFix, Format).problems;
    for (uint32_t i = 0; i < sources.fileCount(); ++i) {
      if (isPage(FileId(i))) out.text = blockOf(sources.text(FileId(i)));
    }
    return out;
  }

  std::string path_;
  std::string name_;
  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> checkRulePage(const std::string& path, bool update) {
  std::string name = llvm::sys::path::stem(path).str();
  std::replace(name.begin(), name.end(), '_', '-');
  const auto config = onlyRule(name);
  if (!config) return {"is the page of no rule: `" + name + "`"};
  setLinting(config);
  Page page(path);
  if (update) page.update();
  return page.check();
}

}  // namespace cadre::golden
