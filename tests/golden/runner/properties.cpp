#include "golden/runner/properties.h"

#include "golden/runner/dice.h"

#include "diag/renderer.h"
#include "format/printer.h"
#include "parse/parse.h"
#include "syntax/dump.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <set>
#include <unistd.h>

namespace cadre::golden {

namespace {

constexpr size_t cutsPerTest = 256;
constexpr size_t mangledPerTest = 128;
// A prefix takes about a millisecond; what takes this long does not end soon, on any machine.
constexpr std::chrono::seconds patience{10};

char currentVariant[512];

void printVariant(int signal) {
  const ssize_t written = write(STDERR_FILENO, currentVariant, std::strlen(currentVariant));
  static_cast<void>(written);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

std::string drawn(const Workspace& workspace, diag::MessageFormat format) {
  std::string text;
  llvm::raw_string_ostream out(text);
  diag::render(workspace.diagnostics(), workspace.sources(), format, {}, out);
  return text;
}

bool liesIn(const SourceManager& sources, Span span) {
  return !span.isValid() || (span.file.index() < sources.fileCount() && span.begin <= span.end &&
                             span.end <= sources.text(span.file).size());
}

/// The first diagnostic with a place outside of its file, as a complaint; empty if there is none.
std::string findStrayPlace(const Workspace& workspace) {
  const SourceManager& sources = workspace.sources();
  for (const Diagnostic& diagnostic : workspace.diagnostics().all()) {
    bool good = liesIn(sources, diagnostic.span);
    for (const Label& label : diagnostic.labels) good = good && liesIn(sources, label.span);
    for (const Fix& fix : diagnostic.fixes) {
      for (const Edit& edit : fix.edits) good = good && liesIn(sources, edit.span);
    }
    if (!good) return fmt::format("{}: a place lies outside of its file", diagnostic.code);
  }
  return {};
}

/// Where to cut a part: at its tokens, and at bytes evenly between; at most `most` places.
std::set<size_t> cutsOf(const Part& part, const syntax::File* tree, size_t most) {
  std::vector<size_t> tokens;
  // The tree counts without a BOM.
  const size_t shift = llvm::StringRef(part.text).starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (tree) {
    for (const syntax::Token& token : tree->tokens) {
      tokens.push_back(token.begin + shift);
      tokens.push_back(token.end + shift);
    }
  }
  std::set<size_t> cuts;
  const size_t half = std::max<size_t>(most / 2, 1);
  const size_t tokenStep = tokens.size() / half + 1;
  for (size_t i = 0; i < tokens.size(); i += tokenStep) {
    cuts.insert(std::min(tokens[i], part.text.size()));
  }
  const size_t byteStep = part.text.size() / half + 1;
  for (size_t at = 0; at < part.text.size(); at += byteStep) cuts.insert(at);
  return cuts;
}

/// Checks a variant of the parts, which `what` describes.
std::string checkVariant(const std::vector<Part>& parts, const std::string& what) {
  const auto start = std::chrono::steady_clock::now();
  const Workspace workspace(parts);
  for (const diag::FormatRow& row : diag::formatRows()) drawn(workspace, row.format);
  std::string complaint = findStrayPlace(workspace);
  if (std::chrono::steady_clock::now() - start > patience) complaint = "took too long";
  return complaint.empty() ? complaint : fmt::format("{}: {}", what, complaint);
}

/// Checks the parts with part `index` cut after `bytes`.
std::string checkPrefix(llvm::StringRef test, std::vector<Part> parts, size_t index, size_t bytes) {
  const std::string what = fmt::format("{} cut after {} bytes", parts[index].name, bytes);
  setCurrentVariant(test, what);
  parts[index].text.resize(bytes);
  return checkVariant(parts, what);
}

/// `text` with one thing wrong: a token left out, doubled, put elsewhere, or a byte changed.
std::string mangle(const std::string& text, llvm::ArrayRef<syntax::Token> tokens, Dice& dice) {
  const syntax::Token& one = tokens[dice.below(tokens.size())];
  const syntax::Token& other = tokens[dice.below(tokens.size())];
  const std::string word = text.substr(one.begin, one.end - one.begin);
  std::string out = text;
  switch (dice.below(4)) {
    case 0: out.erase(one.begin, one.end - one.begin); break;
    case 1: out.insert(one.end, " " + word); break;
    case 2: out.insert(other.begin, word + " "); break;
    default: out[dice.below(out.size())] = static_cast<char>(dice.below(256)); break;
  }
  return out;
}

std::string checkMangled(llvm::StringRef test, std::vector<Part> parts, size_t index,
                         const syntax::File& tree, uint64_t number) {
  const bool hasBom = llvm::StringRef(parts[index].text).starts_with("\xEF\xBB\xBF");
  if (tree.tokens.size() < 2 || hasBom) return {};
  const std::string what = fmt::format("{} in mangled form {}", parts[index].name, number);
  setCurrentVariant(test, what);
  Dice dice(number);
  parts[index].text = mangle(parts[index].text, tree.tokens.drop_back(), dice);
  return checkVariant(parts, what);
}

/// A tree without what printing may change and what means the same: a text block whose first line
/// is indented is printed as a text in quotes, and a bracket that would read as a label is escaped.
std::string comparable(const syntax::File& tree) {
  std::string out = syntax::dump(tree);
  for (const auto& [from, to] : {std::pair("=block\"", "=\""), std::pair("\"\\\\[", "\"[")}) {
    for (size_t at = out.find(from); at != std::string::npos; at = out.find(from, at)) {
      out.replace(at, std::strlen(from), to);
    }
  }
  return out;
}

/// A tree without errors, printed, is the same tree; and printed again, the same text.
std::string checkPrinted(const Part& part, const syntax::File& tree) {
  if (tree.hasErrors) return {};
  const std::string printed = format::print(tree.items);
  SourceManager sources;
  Diagnostics diagnostics;
  const auto again = parse::parse(sources, sources.add(part.name, printed), diagnostics);
  if (diagnostics.hasErrors()) {
    return fmt::format("{} does not parse once printed: {}", part.name,
                       diagnostics.sorted().front()->message);
  }
  if (comparable(*again) != comparable(tree)) {
    return fmt::format("{} is another tree once printed", part.name);
  }
  if (format::print(again->items) != printed) {
    return fmt::format("{} prints differently the second time", part.name);
  }
  return {};
}

}  // namespace

void setCurrentVariant(llvm::StringRef test, llvm::StringRef what) {
  const auto end = fmt::format_to_n(currentVariant, sizeof currentVariant - 1,
                                    "\ncrash in {}: {}\n", test, what);
  *end.out = '\0';
}

void reportCrashes() {
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS}) {
    std::signal(signal, printVariant);
  }
}

std::vector<std::string> checkProperties(llvm::StringRef test, const std::vector<Part>& parts) {
  std::vector<std::string> complaints;
  setCurrentVariant(test, "as it stands");
  const Workspace once(parts);
  const Workspace again(parts, 2);
  if (drawn(once, diag::MessageFormat::Json) != drawn(again, diag::MessageFormat::Json)) {
    complaints.push_back("checking twice gives different diagnostics");
  }
  if (const std::string stray = findStrayPlace(once); !stray.empty()) complaints.push_back(stray);
  for (size_t i = 0; i < parts.size() && complaints.empty(); ++i) {
    if (!parts[i].isSource()) continue;
    const auto complain = [&](std::string complaint) {
      if (!complaint.empty()) complaints.push_back(std::move(complaint));
    };
    const syntax::File* tree = once.treeOf(i);
    if (tree) complain(checkPrinted(parts[i], *tree));
    for (uint64_t n = 0; tree && n < mangledPerTest / parts.size(); ++n) {
      complain(checkMangled(test, parts, i, *tree, n));
    }
    for (const size_t bytes : cutsOf(parts[i], tree, cutsPerTest / parts.size())) {
      complain(checkPrefix(test, parts, i, bytes));
    }
  }
  return complaints;
}

}  // namespace cadre::golden
