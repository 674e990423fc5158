#include "golden/runner/explain.h"

#include "golden/runner/case.h"
#include "golden/runner/fixes.h"
#include "golden/runner/marks.h"
#include "golden/runner/properties.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

namespace cadre::golden {

namespace {

/// A fenced block: what stands behind the fence, and the lines inside.
struct Block {
  std::string info;
  std::string text;
};

std::vector<Block> blocksOf(llvm::StringRef page) {
  std::vector<Block> blocks;
  llvm::SmallVector<llvm::StringRef> lines;
  page.split(lines, '\n');
  bool inside = false;
  for (const llvm::StringRef line : lines) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({line.drop_front(3).trim().str(), ""});
    } else if (inside) {
      blocks.back().text += line;
      blocks.back().text += '\n';
    }
  }
  return blocks;
}

/// Replaces `\xE9` by the byte it names, so that a page need not hold bytes that no page can show.
std::string resolveBytes(llvm::StringRef text) {
  std::string out;
  while (!text.empty()) {
    unsigned byte = 0;
    if (text.starts_with("\\x") && !text.substr(2, 2).getAsInteger(16, byte)) {
      out += static_cast<char>(byte);
      text = text.drop_front(4);
    } else {
      out += text.front();
      text = text.drop_front();
    }
  }
  return out;
}

/// Codes about the world outside of the sources (foreign files, manifests, the call), or about two
/// releases: their pages show no package.
bool isOutsideOfSources(llvm::StringRef code) {
  const llvm::StringRef number = code.drop_front();
  return number.starts_with("08") || number.starts_with("09") || number.starts_with("10");
}

std::vector<const Diagnostic*> errorsOf(const Workspace& workspace) {
  std::vector<const Diagnostic*> errors;
  for (const Diagnostic& diagnostic : workspace.diagnostics().all()) {
    if (diagnostic.severity == Severity::Error) errors.push_back(&diagnostic);
  }
  return errors;
}

/// Complaints about a block that must give `code` and no other error.
void checkFailing(const Workspace& workspace, llvm::StringRef code,
                  std::vector<std::string>& complaints) {
  const bool found = llvm::any_of(workspace.diagnostics().all(), [&](const Diagnostic& d) {
    return llvm::StringRef(d.code) == code;
  });
  if (!found) complaints.push_back(fmt::format("the failing example does not give {}", code));
  for (const Diagnostic* error : errorsOf(workspace)) {
    if (llvm::StringRef(error->code) == code) continue;
    complaints.push_back(
        fmt::format("the failing example also gives {}: {}", error->code, error->message));
  }
}

/// Complaints about a block that must have no error and nothing with `code`.
void checkGood(const Workspace& workspace, llvm::StringRef code,
               std::vector<std::string>& complaints) {
  for (const Diagnostic& diagnostic : workspace.diagnostics().all()) {
    if (diagnostic.severity != Severity::Error && llvm::StringRef(diagnostic.code) != code) {
      continue;
    }
    complaints.push_back(
        fmt::format("the good example gives {}: {}", diagnostic.code, diagnostic.message));
  }
}

}  // namespace

std::vector<std::string> checkPage(const std::string& path) {
  std::vector<std::string> complaints;
  const std::string page = readFile(path);
  const std::string code = llvm::sys::path::stem(path).str();
  const llvm::StringRef title = llvm::StringRef(page).split('\n').first;
  if (!title.starts_with("# " + code + ": ")) {
    complaints.push_back(fmt::format("the first line is not `# {}: title`", code));
  }
  if (isOutsideOfSources(code)) return complaints;
  bool failing = false;
  bool good = false;
  for (const Block& block : blocksOf(page)) {
    const bool bytes = block.info == "cadre fail bytes";
    if (block.info != "cadre" && block.info != "cadre fail" && !bytes) continue;
    const std::string text = bytes ? resolveBytes(block.text) : block.text;
    const std::vector<Part> parts = split(text, "example.cadre");
    setCurrentVariant(path, block.info);
    const Workspace workspace(parts);
    if (block.info != "cadre") {
      failing = true;
      checkFailing(workspace, code, complaints);
      llvm::append_range(complaints, checkFixes(path, parts));
    } else {
      good = true;
      checkGood(workspace, code, complaints);
    }
  }
  if (!failing) complaints.push_back("has no block ```cadre fail");
  if (!good) complaints.push_back("has no block ```cadre");
  return complaints;
}

}  // namespace cadre::golden
