// lexer_test DIR…: scans every *.cadre below the folders with the compiler's scanner and with the
// reference lexer, and compares token by token. Files that the scanner has errors in are passed
// over: the reference knows no errors.
#include "parse/scanner.h"
#include "reference_lexer.h"
#include "source/source_manager.h"

#include <fmt/core.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

/// What differs first, or nothing.
std::string compare(const cadre::SourceManager& sources, cadre::FileId id, const cadre::parse::Scanned& scanned) {
  const llvm::StringRef text = sources.text(id);
  const auto expected = cadre::reference::lex(text.str());
  const size_t count = scanned.tokens.size() - 1;  // without the end of the file
  for (size_t i = 0; i < std::max(count, expected.size()); ++i) {
    if (i >= count || i >= expected.size()) return fmt::format("{} tokens, not {}", count, expected.size());
    const cadre::syntax::Token& ours = scanned.tokens[i];
    const auto& theirs = expected[i];
    // The reference keeps the white space at the end of a bullet.
    const llvm::StringRef words = text.slice(theirs.begin, theirs.end).rtrim(" \t\r");
    if (static_cast<size_t>(ours.kind) + 1 == theirs.type && ours.begin == theirs.begin &&
        text.slice(ours.begin, ours.end) == words) {
      continue;
    }
    return fmt::format("byte {}: `{}` (type {}), where the reference has `{}` (type {})", ours.begin,
                       text.slice(ours.begin, ours.end).str(), static_cast<size_t>(ours.kind) + 1, words.str(),
                       theirs.type);
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  int passed = 0;
  int failed = 0;
  int skipped = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (entry.path().extension() != ".cadre") continue;
      cadre::SourceManager sources;
      cadre::Diagnostics diagnostics;
      const auto id = sources.add(entry.path().string(), read(entry.path()));
      cadre::parse::checkBytes(id, sources.text(id), diagnostics);
      const auto scanned = cadre::parse::scan(id, sources.text(id), diagnostics);
      if (!diagnostics.empty()) {
        ++skipped;
        continue;
      }
      const std::string difference = compare(sources, id, scanned);
      difference.empty() ? ++passed : ++failed;
      if (!difference.empty()) fmt::print("FAIL {}: {}\n", entry.path().string(), difference);
    }
  }
  fmt::print("{} passed, {} failed, {} skipped\n", passed, failed, skipped);
  return failed != 0 || passed == 0;
}
