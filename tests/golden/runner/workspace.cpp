#include "golden/runner/workspace.h"

#include "session/manifest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace cadre::golden {

namespace {

constexpr llvm::StringLiteral splitMark = "// --- ";

bool saysNothing(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef> lines;
  text.split(lines, '\n');
  return llvm::all_of(lines, [](llvm::StringRef line) {
    return line.trim().empty() || line.ltrim().starts_with("//");
  });
}

llvm::StringRef folderOf(llvm::StringRef path) {
  return path.contains('/') ? path.rsplit('/').first : "";
}

bool isBelow(llvm::StringRef path, llvm::StringRef folder) {
  return folder.empty() || (path.consume_front(folder) && path.starts_with("/"));
}

/// A package as the parts describe it.
struct Package {
  std::string folder;  ///< Empty for the test's own.
  const Part* manifest = nullptr;
};

std::vector<Package> packagesOf(const std::vector<Part>& parts) {
  std::vector<Package> packages = {{"", nullptr}};
  for (const Part& part : parts) {
    const llvm::StringRef name = part.name;
    if (name == "cadre.toml") {
      packages.front().manifest = &part;
    } else if (name.ends_with("/cadre.toml")) {
      packages.push_back({folderOf(name).str(), &part});
    }
  }
  return packages;
}

/// The innermost package whose folder holds the path.
size_t packageOf(llvm::StringRef path, const std::vector<Package>& packages) {
  size_t best = 0;
  for (size_t i = 1; i < packages.size(); ++i) {
    const bool deeper = packages[i].folder.size() > packages[best].folder.size();
    if (isBelow(path, packages[i].folder) && deeper) best = i;
  }
  return best;
}

/// `../core` seen from the folder `base`.
std::string pathFrom(llvm::StringRef base, llvm::StringRef relative) {
  llvm::SmallVector<llvm::StringRef> steps;
  llvm::SmallVector<llvm::StringRef> names;
  base.split(names, '/', -1, false);
  relative.split(names, '/', -1, false);
  for (const llvm::StringRef name : names) {
    if (name == ".." && !steps.empty()) {
      steps.pop_back();
    } else if (name != "." && name != "..") {
      steps.push_back(name);
    }
  }
  return llvm::join(steps, "/");
}

/// The rows `id = { path = "folder" }` of a manifest. The manifests of tests are as plain as that;
/// how real ones are read has tests of its own.
std::vector<std::pair<std::string, size_t>> dependenciesOf(const Package& package,
                                                           const std::vector<Package>& packages) {
  std::vector<std::pair<std::string, size_t>> found;
  llvm::SmallVector<llvm::StringRef> lines;
  llvm::StringRef(package.manifest->text).split(lines, '\n');
  for (const llvm::StringRef line : lines) {
    const auto [key, value] = line.split('=');
    const llvm::StringRef path = value.split("path").second.split('"').second.split('"').first;
    if (path.empty()) continue;
    const std::string folder = pathFrom(package.folder, path);
    const auto at = llvm::find_if(packages, [&](const Package& p) { return p.folder == folder; });
    if (at != packages.end()) {
      found.emplace_back(key.trim(" \t\"").str(), static_cast<size_t>(at - packages.begin()));
    }
  }
  return found;
}

/// Without a manifest a test's own package depends on all others, by the names of their folders.
std::vector<std::pair<std::string, size_t>> allOthers(const std::vector<Package>& packages) {
  std::vector<std::pair<std::string, size_t>> found;
  for (size_t i = 1; i < packages.size(); ++i) found.emplace_back(packages[i].folder, i);
  return found;
}

/// How packages are linted.
std::optional<lint::Config> linting;

/// Sets what the manifest says of options.
void overlay(const Part& manifest, lint::Config& config) {
  SourceManager alone;
  Diagnostics found;
  const session::Manifest read =
      session::parseManifest(alone, alone.add(manifest.name, manifest.text), found);
  if (read.lint) config.takeOptions(*read.lint);
}

}  // namespace

void setLinting(std::optional<lint::Config> config) { linting = std::move(config); }

std::optional<lint::Config> onlyRule(llvm::StringRef name) {
  lint::Config config;
  if (name == "tier-strict") {
    config.setTier(lint::Tier::Strict);
    return config;
  }
  const lint::RuleRow* only = lint::findRule(name);
  if (!only) return std::nullopt;
  for (const lint::RuleRow& row : lint::rules()) config.turnOff(row.id);
  config.turnOn(only->id, Severity::Warning);
  // The engine's own two tell of the `allow`s in a test.
  config.turnOn(lint::RuleId::UnusedAllow, Severity::Warning);
  config.turnOn(lint::RuleId::UnknownRule, Severity::Warning);
  // They say nothing of an `allow` whose rule does not run.
  const bool isEngines = only->id == lint::RuleId::UnusedAllow || only->id == lint::RuleId::UnknownRule;
  if (isEngines) config.turnOn(lint::RuleId::VagueVerb, Severity::Warning);
  return config;
}

std::vector<Part> split(llvm::StringRef text, llvm::StringRef ownName) {
  std::vector<Part> parts = {{ownName.str(), "", 1}};
  for (size_t line = 1; !text.empty(); ++line) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const llvm::StringRef current = text.take_front(end);
    text = text.drop_front(end);
    if (current.starts_with(splitMark)) {
      parts.push_back({current.drop_front(splitMark.size()).trim().str(), "", line + 1});
    } else {
      parts.back().text += current;
    }
  }
  if (parts.size() > 1 && saysNothing(parts.front().text)) parts.erase(parts.begin());
  return parts;
}

Workspace::Workspace(const std::vector<Part>& parts, unsigned jobs) {
  const std::vector<Package> packages = packagesOf(parts);
  session::Input input;
  input.jobs = jobs;
  for (const Package& package : packages) {
    input.packages.emplace_back().directory = package.folder;
    input.packages.back().dependencies =
        package.manifest ? dependenciesOf(package, packages) : allOthers(packages);
  }
  std::vector<size_t> order;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].isSource()) order.push_back(i);
  }
  llvm::stable_sort(order, [&](size_t a, size_t b) { return parts[a].name < parts[b].name; });
  for (const size_t i : order) {
    const FileId file = sources_.add(parts[i].name, parts[i].text);
    partOf_.push_back(i);
    input.packages[packageOf(parts[i].name, packages)].sources.push_back(file);
  }
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].isLock()) continue;
    const FileId file = sources_.add(parts[i].name, parts[i].text);
    partOf_.push_back(i);
    const llvm::StringRef language = llvm::StringRef(parts[i].name).rsplit('/').second;
    input.packages[packageOf(parts[i].name, packages)].locks.push_back(
        {language.drop_back(session::lockEnding.size()).str(), file});
  }
  std::optional<session::LintInput> lint;
  if (linting) {
    lint.emplace();
    lint->config = *linting;
    lint->today = lintDay.str();
    if (const Part* manifest = packages.front().manifest) overlay(*manifest, lint->config);
    input.lint = &*lint;
  }
  result_ = session::check(sources_, input);
}

const syntax::File* Workspace::treeOf(size_t part) const {
  for (const auto& file : result_.files) {
    if (file && partOf(file->id) == part) return file.get();
  }
  return nullptr;
}

}  // namespace cadre::golden
