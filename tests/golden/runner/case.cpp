#include "golden/runner/case.h"

#include "golden/runner/fixes.h"
#include "golden/runner/formatting.h"
#include "golden/runner/marks.h"
#include "golden/runner/properties.h"
#include "golden/runner/reasons.h"
#include "golden/runner/update.h"

#include "diag/renderer.h"
#include "syntax/dump.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

namespace cadre::golden {

namespace {

constexpr llvm::StringLiteral treeMark = "// AST:\n";

/// Where the block with the tree begins, or npos.
size_t treeBlock(llvm::StringRef text) {
  if (text.starts_with(treeMark)) return 0;
  const size_t at = text.find("\n// AST:\n");
  return at == llvm::StringRef::npos ? at : at + 1;
}

/// The block that the test's last source file should end in.
std::string treeBlockOf(const Workspace& workspace, const std::vector<Part>& parts) {
  std::string block = treeMark.str();
  if (const syntax::File* tree = workspace.treeOf(parts.size() - 1)) {
    const std::string dump = syntax::dump(*tree);
    llvm::SmallVector<llvm::StringRef> lines;
    llvm::StringRef(dump).rtrim('\n').split(lines, '\n');
    for (const llvm::StringRef line : lines) block += fmt::format("//   {}\n", line);
  }
  return block;
}

void writeFile(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string drawingOf(const Workspace& workspace) {
  std::string text;
  llvm::raw_string_ostream out(text);
  diag::render(workspace.diagnostics(), workspace.sources(), diag::MessageFormat::Human, {}, out);
  return text;
}

bool liesBelow(llvm::StringRef path, llvm::StringRef folder) {
  return llvm::is_contained(
      llvm::make_range(llvm::sys::path::begin(path), llvm::sys::path::end(path)), folder);
}
bool isRenderTest(llvm::StringRef path) { return liesBelow(path, "render"); }
bool isFormatTest(llvm::StringRef path) { return liesBelow(path, "format"); }

class Case {
public:
  explicit Case(const std::string& path)
      : path_(path), ownName_(llvm::sys::path::filename(path).str()), text_(readFile(path)) {
    // A test below lint/<rule>/ is linted by that rule alone.
    const llvm::StringRef folder = llvm::sys::path::parent_path(path);
    setLinting(liesBelow(path, "lint") ? onlyRule(llvm::sys::path::filename(folder)) : std::nullopt);
  }

  void update() {
    if (isFormatTest(path_)) {
      std::string complaint;
      writeFile(drawingPath(), formatted(text_, complaint));
      return;
    }
    if (isRenderTest(path_)) {
      const std::vector<Part> parts = split(text_, ownName_);
      writeFile(drawingPath(), drawingOf(Workspace(parts)));
      return;
    }
    const size_t tree = treeBlock(text_);
    std::string updated = updateMarks(llvm::StringRef(text_).take_front(tree), ownName_);
    if (tree != std::string::npos) {
      const std::vector<Part> parts = split(updated, ownName_);
      updated += treeBlockOf(Workspace(parts), parts);
    }
    if (updated != text_) writeFile(path_, updated);
    text_ = std::move(updated);
  }

  std::vector<std::string> check() {
    const std::vector<Part> parts = split(text_, ownName_);
    setCurrentVariant(path_, "as it stands");
    if (isFormatTest(path_)) {
      checkFormatted();
      llvm::append_range(complaints_, checkFormatting(path_, parts));
      return std::move(complaints_);
    }
    const Workspace workspace(parts);
    checkName(workspace.diagnostics().hasErrors());
    if (isRenderTest(path_)) {
      checkDrawing(drawingOf(workspace));
    } else {
      checkMarks(findingsOf(workspace, parts));
      checkTree(workspace, parts);
    }
    llvm::append_range(complaints_, checkProperties(path_, parts));
    llvm::append_range(complaints_, checkFixes(path_, parts));
    llvm::append_range(complaints_, checkReasons(workspace));
    llvm::append_range(complaints_, checkFormatting(path_, parts));
    return std::move(complaints_);
  }

private:
  [[nodiscard]] std::string drawingPath() const {
    return llvm::StringRef(path_).drop_back(llvm::StringRef(".cadre").size()).str() + ".txt";
  }

  void checkName(bool hasErrors) {
    const bool saysSo = llvm::StringRef(ownName_).starts_with("fail_");
    if (hasErrors && !saysSo) {
      complaints_.push_back("has an error, so its name must begin with fail_");
    }
    if (!hasErrors && saysSo) {
      complaints_.push_back("has no error, so its name must not begin with fail_");
    }
  }

  void checkMarks(const std::vector<Finding>& found) {
    const std::vector<Finding> expected =
        parseMarks(llvm::StringRef(text_).take_front(treeBlock(text_)));
    for (const auto& [words, finding] : differences(expected, found))
      complaints_.push_back(words + describe(finding));
  }

  void checkTree(const Workspace& workspace, const std::vector<Part>& parts) {
    const size_t at = treeBlock(text_);
    if (at == std::string::npos) return;
    const std::string tree = treeBlockOf(workspace, parts);
    if (text_.substr(at) != tree) complaints_.push_back("the tree is another:\n" + tree);
  }

  /// The text beside the test is what `cadre fmt` makes of it.
  void checkFormatted() {
    std::string complaint;
    const std::string text = formatted(text_, complaint);
    if (!complaint.empty()) {
      complaints_.push_back(complaint);
    } else if (!llvm::MemoryBuffer::getFile(drawingPath())) {
      complaints_.push_back("has no formatted text " + drawingPath());
    } else if (readFile(drawingPath()) != text) {
      complaints_.push_back("is formatted as:\n" + text);
    }
  }

  void checkDrawing(const std::string& drawing) {
    if (!llvm::MemoryBuffer::getFile(drawingPath())) {
      complaints_.push_back("has no drawing " + drawingPath());
    } else if (readFile(drawingPath()) != drawing) {
      complaints_.push_back("the drawing is another:\n" + drawing);
    }
  }

  std::string path_;
  std::string ownName_;
  std::string text_;
  std::vector<std::string> complaints_;
};

}  // namespace

std::string readFile(const std::string& path) {
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer) {
    fmt::print(stderr, "golden: cannot read {}: {}\n", path, buffer.getError().message());
    std::exit(2);
  }
  return (*buffer)->getBuffer().str();
}

std::vector<std::string> runCase(const std::string& path, bool update) {
  Case test(path);
  if (update) test.update();
  return test.check();
}

}  // namespace cadre::golden
