// golden [--update] PATH...   checks (or rewrites) test files, or all *.cadre files below folders
// golden --rules [--update] PATH...  checks (or rewrites) the examples of lint rules' pages
// golden --explain DIR        checks the examples of the explain pages *.md in DIR
// golden --format DIR...      checks that formatting keeps what the package in each DIR says
//
// Run from the root of the repository. Exits with 1 when a test fails.
#include "golden/runner/case.h"
#include "golden/runner/explain.h"
#include "golden/runner/formatting.h"
#include "golden/runner/properties.h"
#include "golden/runner/rule_page.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Check = std::function<std::vector<std::string>(const std::string& path)>;

/// The path itself, or the files below it that `wanted` takes, sorted.
std::vector<std::string> filesBelow(const fs::path& path,
                                    const std::function<bool(const fs::path&)>& wanted) {
  std::vector<std::string> files;
  if (!fs::is_directory(path)) return {path.string()};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && wanted(entry.path())) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool isTest(const fs::path& path) { return path.extension() == ".cadre"; }

/// A drawing whose input is gone.
bool isOrphan(const fs::path& path) {
  return path.extension() == ".txt" && !fs::exists(fs::path(path).replace_extension(".cadre"));
}

bool isPage(const fs::path& path) {
  return path.extension() == ".md" && path.stem() != "README";
}

/// What formatting the package in a folder breaks.
std::vector<std::string> checkPackage(const std::string& folder) {
  using namespace cadre::golden;
  std::vector<Part> parts;
  for (const std::string& file : filesBelow(folder, [](const fs::path& path) {
         return isTest(path) || path.filename() == "cadre.toml";
       })) {
    parts.push_back({fs::path(file).lexically_relative(folder).string(), readFile(file), 1});
  }
  return parts.empty() ? std::vector<std::string>{"holds no source"} : checkFormatting(folder, parts);
}

/// How to call this program from where we are.
std::string ownCommand(const char* program) {
  const fs::path relative = fs::path(program).lexically_relative(fs::current_path());
  return relative.empty() || *relative.begin() == ".." ? std::string(program) : relative.string();
}

/// Runs the check on each file and prints what it complains about; `hint` goes with each failure.
size_t runAll(const std::vector<std::string>& files, const Check& check, const std::string& hint) {
  size_t failed = 0;
  for (const std::string& file : files) {
    const std::vector<std::string> complaints = check(file);
    if (complaints.empty()) continue;
    ++failed;
    fmt::print("FAIL {}\n", file);
    for (const std::string& complaint : complaints) fmt::print("  {}\n", complaint);
    fmt::print("  run again: {}{}\n", hint, file);
  }
  return failed;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace cadre::golden;
  const std::string command = ownCommand(argv[0]);
  bool update = false;
  bool explain = false;
  bool rules = false;
  bool format = false;
  std::vector<std::string> files;
  size_t failed = 0;
  for (const char* argument : llvm::ArrayRef(argv + 1, argv + argc)) {
    const llvm::StringRef text = argument;
    if (text == "--update") {
      update = true;
    } else if (text == "--explain") {
      explain = true;
    } else if (text == "--rules") {
      rules = true;
    } else if (text == "--format") {
      format = true;
    } else {
      if (!fs::exists(argument)) {
        fmt::print(stderr, "golden: no such file or folder: {}\n", argument);
        return 2;
      }
      if (format) {
        files.emplace_back(argument);
        continue;
      }
      llvm::append_range(files, filesBelow(argument, explain || rules ? isPage : isTest));
      if (explain || rules) continue;
      for (const std::string& orphan : filesBelow(argument, isOrphan)) {
        if (!isOrphan(orphan)) continue;
        fmt::print("FAIL {}\n  a drawing without a test\n", orphan);
        ++failed;
      }
    }
  }
  reportCrashes();
  if (explain) {
    failed += runAll(files, checkPage, command + " --explain ");
  } else if (rules) {
    failed += runAll(
        files, [&](const std::string& path) { return checkRulePage(path, update); },
        command + " --rules --update ");
  } else if (format) {
    failed += runAll(files, checkPackage, command + " --format ");
  } else {
    failed += runAll(
        files, [&](const std::string& path) { return runCase(path, update); },
        command + " --update ");
  }
  fmt::print("{} passed, {} failed\n", files.size() - std::min(failed, files.size()), failed);
  return failed == 0 ? 0 : 1;
}
