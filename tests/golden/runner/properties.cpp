#include "golden/runner/properties.h"

#include "diag/renderer.h"

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

/// Checks the parts with part `index` cut after `bytes`.
std::string checkPrefix(llvm::StringRef test, std::vector<Part> parts, size_t index, size_t bytes) {
  setCurrentVariant(test, parts[index].name, bytes);
  parts[index].text.resize(bytes);
  const auto start = std::chrono::steady_clock::now();
  const Workspace workspace(parts);
  for (const auto format :
       {diag::MessageFormat::Human, diag::MessageFormat::Short, diag::MessageFormat::Json}) {
    drawn(workspace, format);
  }
  std::string complaint = findStrayPlace(workspace);
  if (std::chrono::steady_clock::now() - start > patience) complaint = "took too long";
  if (complaint.empty()) return {};
  return fmt::format("the first {} bytes of {}: {}", bytes, parts[index].name, complaint);
}

}  // namespace

void setCurrentVariant(llvm::StringRef test, llvm::StringRef part, size_t bytes) {
  const auto end =
      fmt::format_to_n(currentVariant, sizeof currentVariant - 1,
                       "\ncrash in {} with {} cut after {} bytes\n", test, part, bytes);
  *end.out = '\0';
}

void reportCrashes() {
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS}) {
    std::signal(signal, printVariant);
  }
}

std::vector<std::string> checkProperties(llvm::StringRef test, const std::vector<Part>& parts) {
  std::vector<std::string> complaints;
  setCurrentVariant(test, "nothing", 0);
  const Workspace once(parts);
  const Workspace again(parts, 2);
  if (drawn(once, diag::MessageFormat::Json) != drawn(again, diag::MessageFormat::Json)) {
    complaints.push_back("checking twice gives different diagnostics");
  }
  if (const std::string stray = findStrayPlace(once); !stray.empty()) complaints.push_back(stray);
  for (size_t i = 0; i < parts.size() && complaints.empty(); ++i) {
    if (!parts[i].isSource()) continue;
    for (const size_t bytes : cutsOf(parts[i], once.treeOf(i), cutsPerTest / parts.size())) {
      std::string complaint = checkPrefix(test, parts, i, bytes);
      if (!complaint.empty()) complaints.push_back(std::move(complaint));
    }
  }
  return complaints;
}

}  // namespace cadre::golden
