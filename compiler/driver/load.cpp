#include "driver/load.h"

#include "diag/kinds/session.h"
#include "driver/output.h"
#include "driver/revision.h"
#include "support/semver.h"
#include "syntax/ast.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/Path.h>

#include <map>

namespace cadre::driver {

namespace {

namespace path = llvm::sys::path;

constexpr uint64_t tooLarge = uint64_t{1} << 31;
constexpr llvm::StringRef sourceEnding = ".cadre";
constexpr llvm::StringRef defaultOutputName = "dist";

bool isHidden(llvm::StringRef name) { return name.starts_with("."); }

bool isBelow(llvm::StringRef inner, llvm::StringRef outer) {
  if (outer == "/") return inner != outer;
  return inner.starts_with(outer) && inner.drop_front(outer.size()).starts_with("/");
}

/// What `inner` is below `outer`.
llvm::StringRef below(llvm::StringRef inner, llvm::StringRef outer) {
  return inner.drop_front(outer == "/" ? 1 : outer.size() + 1);
}

/// The path without `.` and a `/` at its end, else as the user wrote it.
std::string clean(llvm::StringRef named) {
  llvm::SmallString<256> out(named);
  path::remove_dots(out, false);
  const llvm::StringRef trimmed = out.str().rtrim('/');
  if (trimmed.empty()) return out.starts_with("/") ? "/" : ".";
  return trimmed.str();
}

/// `directory/name` without `.` and `..`.
std::string resolved(llvm::StringRef directory, llvm::StringRef name) {
  llvm::SmallString<256> out(path::is_absolute(name) ? "" : directory);
  path::append(out, name);
  path::remove_dots(out, true);
  return out.str().str();
}

const syntax::Framework* findFramework(const syntax::File& file) {
  for (const syntax::Item* item : file.items) {
    if (const auto* framework = llvm::dyn_cast<syntax::Framework>(item)) return framework;
  }
  return nullptr;
}

llvm::StringRef versionOf(const syntax::Framework& framework) {
  if (!framework.block) return {};
  for (const syntax::Item* item : framework.block->items) {
    const auto* text = llvm::dyn_cast<syntax::TextItem>(item);
    if (text && text->word == syntax::TokenKind::Version && text->text) return text->text->value;
  }
  return {};
}

}  // namespace

void Loader::exclude(const std::string& directory) {
  if (const auto real = files_.resolve(directory)) excluded_.push_back(*real);
}

// ---- Finding packages --------------------------------------------------------------------------

size_t Loader::open(const std::string& named) {
  const auto entry = files_.inspectTarget(named);
  if (!entry) return cannotRead(named, entry.getError()), npos;
  if (entry->kind == EntryKind::None) {
    const bool isDangling = kindOf(named) == EntryKind::Link;
    if (isDangling) return cannotRead(named, std::make_error_code(std::errc::no_such_file_or_directory)), npos;
    notFound({}, named, std::make_error_code(std::errc::no_such_file_or_directory));
    return npos;
  }
  const auto real = files_.resolve(named);
  if (!real) return cannotRead(named, real.getError()), npos;
  const bool isDirectory = entry->kind == EntryKind::Directory;
  const llvm::StringRef name = path::filename(named);
  if (!isDirectory && name == session::manifestName) return open(parentPath(named));
  if (!isDirectory && !name.ends_with(sourceEnding)) {
    diagnostics_.report({}, diag::NotASource, files_.nameOf(named));
    return npos;
  }
  const size_t above = findPackageAbove(*real, named);
  if (above != npos) return above;
  return isDirectory ? openDirectory(*real, clean(named)) : openLoneFile(named, *real);
}

/// The package that takes in `real`: that of the nearest directory with a manifest, upwards.
size_t Loader::findPackageAbove(const std::string& real, const std::string& named) {
  for (std::string at = real;; at = parentPath(at)) {
    if (kindOf(joinPath(at, session::manifestName)) != EntryKind::None) {
      if (at == real) return openDirectory(at, clean(named));
      // What is hidden belongs to no package, and a workspace alone holds no sources.
      if (isHiddenFrom(at, real)) return npos;
      const size_t index = openDirectory(at, displayAbove(at, named));
      return packages_[index].manifest.isPackage ? index : npos;
    }
    if (at == "/" || at == ".") return npos;
  }
}

/// A directory above `named`, as its user would write it.
std::string Loader::displayAbove(const std::string& real, const std::string& named) const {
  const std::string parent = parentPath(clean(named));
  const auto realParent = files_.resolve(parent);
  if (clean(named) != "." && realParent && *realParent == real) return parent;
  return path::is_absolute(named) ? real : display(real);
}

bool Loader::isHiddenFrom(llvm::StringRef root, llvm::StringRef real) {
  std::string at = root.str();
  llvm::SmallVector<llvm::StringRef, 8> names;
  below(real, root).split(names, '/');
  for (const llvm::StringRef name : names) {
    at = joinPath(at, name);
    if (isHidden(name) || isExcluded(at)) return true;
  }
  return false;
}

size_t Loader::find(const std::string& real) const {
  const auto known = llvm::find_if(packages_, [&](const Package& it) { return it.real == real; });
  return known == packages_.end() ? npos : static_cast<size_t>(known - packages_.begin());
}

size_t Loader::openDirectory(const std::string& real, const std::string& shown) {
  if (const size_t known = find(real); known != npos) return known;
  Package package;
  package.directory = shown;
  package.real = real;
  readManifest(package);
  packages_.push_back(std::move(package));
  return packages_.size() - 1;
}

size_t Loader::openLoneFile(const std::string& named, const std::string& real) {
  if (const size_t known = find(real); known != npos) return known;
  Package package;
  package.directory = parentPath(named);
  package.real = real;
  package.isLoneFile = true;
  package.isLoaded = true;
  const auto entry = files_.inspectTarget(named);
  if (entry && isSource(named, *entry)) {
    if (const auto file = readSource(real, clean(named))) package.sources.push_back(*file);
    readLocks(package, parentPath(real));
  }
  packages_.push_back(std::move(package));
  return packages_.size() - 1;
}

void Loader::readManifest(Package& package) {
  const std::string real = joinPath(package.real, session::manifestName);
  const std::string shown = joinPath(package.directory, session::manifestName);
  if (kindOf(real) == EntryKind::None) return;
  const auto entry = files_.inspectTarget(real);
  package.hasManifest = true;
  if (!entry || !isSource(shown, *entry)) return;
  const auto file = readSource(real, shown);
  if (file) package.manifest = session::parseManifest(sources_, *file, diagnostics_);
}

// ---- Interfaces --------------------------------------------------------------------------------

void Loader::useInterfaces(const std::vector<std::string>& paths) {
  bool areWhole = true;
  for (const std::string& path : paths) areWhole = readInterface(path) && areWhole;
  // Of one that could not be read, nobody knows what it is.
  if (!areWhole) return;
  for (const auto& [framework, index] : interfaces_) linkInterface(index);
}

/// Whether the paths of manifests lead somewhere, as far as the units and what they use go.
bool Loader::areDependenciesThere(const std::vector<Unit>& units) {
  std::vector<size_t> order;
  for (const Unit& unit : units) order.push_back(unit.package);
  for (size_t i = 0; i < order.size(); ++i) {
    // Copied: opening adds packages.
    const std::vector<session::Dependency> dependencies = packages_[order[i]].manifest.dependencies;
    for (const session::Dependency& dependency : dependencies) {
      const auto real = files_.resolve(pathOf(order[i], dependency));
      if (!real || kindOf(*real) != EntryKind::Directory) return false;
      const size_t used = openDirectory(*real, resolved(packages_[order[i]].directory, dependency.path));
      if (!llvm::is_contained(order, used)) order.push_back(used);
    }
  }
  return true;
}

/// False where that failed (reported).
bool Loader::readInterface(const std::string& named) {
  const std::string shown = clean(named);
  const auto entry = files_.inspectTarget(named);
  const auto real = files_.resolve(named);
  if (!entry) return cannotRead(shown, entry.getError()), false;
  if (entry->kind == EntryKind::None) return notFound({}, shown, real.getError()), false;
  if (!isSource(shown, *entry)) return false;
  const auto file = readSource(named, shown);
  if (!file) return false;
  auto interface = session::readInterface(sources_, *file, diagnostics_);
  if (!interface) return false;
  const auto [known, isNew] = interfaces_.try_emplace(interface->framework, packages_.size());
  Package package;
  package.directory = shown;
  package.real = real ? *real : shown;
  package.isLoaded = true;
  package.sources = {*file};
  for (const auto& [framework, hash] : interface->uses)
    package.manifest.dependencies.push_back({framework, {}, {}, {}, {}, {}});
  package.interface = std::move(interface);
  packages_.push_back(std::move(package));
  if (isNew) return true;
  diagnostics_.report(topOf(packages_.size() - 1), diag::TwoInterfaces, known->first)
      .label(topOf(known->second), diag::FirstInterface)
      .help(diag::GiveOneInterface);
  return true;
}

/// Finds the interfaces of what the package uses: those that it was made with.
void Loader::linkInterface(size_t index) {
  Package& package = packages_[index];
  for (const auto& [framework, hash] : package.interface->uses) {
    const auto used = interfaces_.find(framework);
    package.dependencies.push_back(used == interfaces_.end() ? npos : used->second);
    if (used == interfaces_.end()) {
      diagnostics_.report(topOf(index), diag::MissingInterface, package.interface->framework, framework)
          .help(diag::GiveItsInterface);
    } else if (packages_[used->second].interface->hash != hash) {
      diagnostics_.report(topOf(index), diag::OtherInterface, package.interface->framework, framework)
          .label(topOf(used->second), diag::GivenInterface)
          .help(diag::MakeInOrder, package.interface->framework);
    }
  }
}

/// The first line of an interface.
Span Loader::topOf(size_t index) const {
  const FileId file = packages_[index].sources.front();
  return {file, 0, static_cast<uint32_t>(sources_.text(file).split('\n').first.size())};
}

// ---- Loading packages --------------------------------------------------------------------------

std::vector<Unit> Loader::load(size_t index) {
  std::vector<Unit> units;
  // Copied: loading adds packages.
  const std::vector<session::Member> members = packages_[index].manifest.members;
  if (packages_[index].manifest.isPackage) units.push_back({index, {}});
  for (const session::Member& member : members) {
    const std::string real = joinPath(packages_[index].real, member.path);
    const std::string shown = resolved(packages_[index].directory, member.path);
    const auto resolved = files_.resolve(real);
    if (!resolved || kindOf(*resolved) != EntryKind::Directory) {
      notFound(member.span, shown, resolved.getError());
      continue;
    }
    units.push_back({openDirectory(*resolved, shown), member.path});
  }
  const size_t workspace = members.empty() ? findWorkspaceAbove(index) : index;
  const session::Manifest settings = workspace == npos ? session::Manifest() : packages_[workspace].manifest;
  if (!spareInterfaces_.empty() && !areDependenciesThere(units)) useInterfaces(spareInterfaces_);
  for (const Unit& unit : units) {
    loadPackage(unit.package);
    inherit(packages_[unit.package], settings);
    prepareLint(unit.package);
  }
  return units;
}

/// The workspace that the package is a member of, where it was named by itself.
size_t Loader::findWorkspaceAbove(size_t index) {
  const std::string real = packages_[index].real;
  if (packages_[index].isLoneFile) return npos;
  for (std::string at = parentPath(real);; at = parentPath(at)) {
    if (kindOf(joinPath(at, session::manifestName)) != EntryKind::None) {
      const size_t above = openDirectory(at, displayAbove(at, packages_[index].directory));
      const auto isThis = [&](const session::Member& member) {
        const auto resolved = files_.resolve(joinPath(at, member.path));
        return resolved && *resolved == real;
      };
      return llvm::any_of(packages_[above].manifest.members, isThis) ? above : npos;
    }
    if (at == "/" || at == ".") return npos;
  }
}

/// Takes the settings of the workspace where the package has none of its own.
void Loader::inherit(Package& package, const session::Manifest& workspace) {
  const auto& lint = package.manifest.lint ? package.manifest.lint : workspace.lint;
  package.lint.config = lint ? *lint : lint::Config();
  package.diff = package.manifest.diff ? package.manifest.diff : workspace.diff;
}

void Loader::prepareLint(size_t index) {
  Package& package = packages_[index];
  std::string name = package.lint.config.baseline().value_or(lint::baselineName.str());
  std::string real = package.real;
  if (package.isLoneFile) {
    // Beside the file, and under its name: others may stand there.
    name = fmt::format("{}.{}", path::stem(package.real).str(), lint::baselineName);
    real = parentPath(package.real);
  }
  const bool isAbsolute = path::is_absolute(name);
  package.baselineReal = isAbsolute ? name : joinPath(real, name);
  package.baselineShown = isAbsolute ? name : resolved(package.directory, name);
  if (package.lint.baseline) return;
  if (kindOf(package.baselineReal) == EntryKind::None) {
    if (package.lint.config.baseline()) readNearest(package.baselineShown);
    return;
  }
  package.baselineFile = readSource(package.baselineReal, package.baselineShown);
  if (package.baselineFile)
    package.lint.baseline = lint::readBaseline(sources_, *package.baselineFile, diagnostics_);
}

/// Looks for the file that will one day stand there: in the nearest directory above it that there is.
void Loader::readNearest(const std::string& shown) {
  std::string at = parentPath(shown);
  while (parentPath(at) != at && !files_.resolve(at)) at = parentPath(at);
  if (files_.resolve(at)) read_.push_back(at);
}

void Loader::loadPackage(size_t index) {
  if (packages_[index].isLoaded) return;
  Package& package = packages_[index];
  package.isLoaded = true;
  exclude(joinPath(package.real, package.manifest.output.value_or(defaultOutputName.str())));
  std::vector<std::string> found;
  const size_t before = diagnostics_.all().size();
  discover(package, "", found);
  llvm::sort(found);
  for (const std::string& name : found) {
    const auto file = readSource(joinPath(package.real, name), joinPath(package.directory, name));
    if (file) package.sources.push_back(*file);
  }
  readLocks(package, package.real);
  if (package.sources.empty() && diagnostics_.all().size() == before) {
    diagnostics_.report({}, diag::NoSources, files_.nameOf(package.directory));
  }
  if (readsDependencies_) loadDependencies(index);
}

/// Where a line of the package's manifest leads.
std::string Loader::pathOf(size_t index, const session::Dependency& dependency) const {
  return path::is_absolute(dependency.path) ? dependency.path : joinPath(packages_[index].real, dependency.path);
}

void Loader::loadDependencies(size_t index) {
  // Copied: loading adds packages.
  const std::vector<session::Dependency> dependencies = packages_[index].manifest.dependencies;
  for (const session::Dependency& dependency : dependencies) {
    if (const auto given = interfaces_.find(dependency.framework); given != interfaces_.end()) {
      packages_[index].dependencies.push_back(given->second);
      continue;
    }
    const auto real = files_.resolve(pathOf(index, dependency));
    const std::string shown = resolved(packages_[index].directory, dependency.path);
    size_t found = npos;
    if (real && kindOf(*real) == EntryKind::Directory) {
      found = openDirectory(*real, shown);
      loadPackage(found);
    } else {
      notFound(dependency.pathSpan, shown, real.getError());
    }
    packages_[index].dependencies.push_back(found);
  }
}

/// Adds the sources in the directory `below` of the package, by their paths in it.
void Loader::discover(const Package& package, const std::string& below, std::vector<std::string>& found) {
  read_.push_back(joinPath(package.directory, below));
  const auto names = files_.list(joinPath(package.real, below));
  if (!names) return cannotRead(joinPath(package.directory, below), names.getError());
  for (const std::string& name : *names) {
    if (!isHidden(name)) discoverEntry(package, joinPath(below, name), found);
  }
}

void Loader::discoverEntry(const Package& package, const std::string& name, std::vector<std::string>& found) {
  const std::string real = joinPath(package.real, name);
  const std::string shown = joinPath(package.directory, name);
  const auto entry = files_.inspect(real);
  if (!entry) return cannotRead(shown, entry.getError());
  if (entry->kind == EntryKind::Directory) {
    const bool isOther = kindOf(joinPath(real, session::manifestName)) != EntryKind::None;
    if (!isOther && !isExcluded(real)) discover(package, name, found);
    return;
  }
  if (!llvm::StringRef(name).ends_with(sourceEnding)) return;
  const auto target = files_.inspectTarget(real);
  if (!target) return cannotRead(shown, target.getError());
  if (isSource(shown, *target)) found.push_back(name);
}

/// Reads what the translations were made from, out of the directory of the package.
void Loader::readLocks(Package& package, const std::string& real) {
  const std::string folder = joinPath(real, session::lockFolder);
  const std::string shown = joinPath(package.directory, session::lockFolder);
  const auto entry = files_.inspectTarget(folder);
  if (!entry) return cannotRead(shown, entry.getError());
  if (entry->kind != EntryKind::Directory) return;
  read_.push_back(shown);
  const auto names = files_.list(folder);
  if (!names) return cannotRead(shown, names.getError());
  for (const std::string& name : *names) {
    llvm::StringRef language = name;
    if (isHidden(name) || !language.consume_back(session::lockEnding)) continue;
    const auto target = files_.inspectTarget(joinPath(folder, name));
    if (!target) {
      cannotRead(joinPath(shown, name), target.getError());
    } else if (isSource(joinPath(shown, name), *target)) {
      if (const auto file = readSource(joinPath(folder, name), joinPath(shown, name)))
        package.locks.push_back({llvm::json::fixUTF8(language), *file});
    }
  }
}

bool Loader::isExcluded(const std::string& real) {
  return llvm::is_contained(excluded_, real) ||
         kindOf(joinPath(real, OutputDirectory::buildRecord)) != EntryKind::None;
}

/// Judges what stands at a path by what a link leads to.
bool Loader::isSource(const std::string& shown, const Entry& entry) {
  if (entry.kind == EntryKind::None) {
    cannotRead(shown, std::make_error_code(std::errc::no_such_file_or_directory));
  } else if (entry.kind != EntryKind::File) {
    diagnostics_.report({}, diag::NotRegularFile, files_.nameOf(shown));
  } else if (entry.size >= tooLarge) {
    diagnostics_.report({}, diag::FileTooLarge, files_.nameOf(shown));
  } else {
    return true;
  }
  return false;
}

std::optional<FileId> Loader::readSource(const std::string& real, const std::string& shown) {
  auto bytes = files_.read(real);
  if (!bytes) {
    cannotRead(shown, bytes.getError());
    return {};
  }
  if (bytes->size() >= tooLarge) {
    diagnostics_.report({}, diag::FileTooLarge, files_.nameOf(shown));
    return {};
  }
  const FileId file = sources_.add(llvm::json::fixUTF8(files_.nameOf(shown)), std::move(*bytes));
  realPaths_[file] = real;
  read_.push_back(shown);
  return file;
}

// ---- For the pipeline --------------------------------------------------------------------------

session::Input Loader::input(const Unit& unit, std::vector<size_t>& order) const {
  order = {unit.package};
  std::map<size_t, size_t> places = {{unit.package, 0}};
  session::Input out;
  for (size_t i = 0; i < order.size(); ++i) {
    const Package& package = packages_[order[i]];
    session::PackageInput& element = out.packages.emplace_back();
    element.directory = package.directory;
    element.sources = package.sources;
    element.locks = package.locks;
    element.sharesLocks = package.isLoneFile;
    if (package.interface) {
      element.interfaceHash = package.interface->hash;
      element.outdated = package.interface->outdated;
    }
    for (size_t line = 0; line < package.dependencies.size(); ++line) {
      const size_t dependency = package.dependencies[line];
      if (dependency == npos) continue;
      const auto [place, isNew] = places.try_emplace(dependency, order.size());
      if (isNew) order.push_back(dependency);
      element.dependencies.emplace_back(package.manifest.dependencies[line].framework, place->second);
    }
  }
  return out;
}

void Loader::checkDependencies(const std::vector<size_t>& order,
                               const std::vector<std::unique_ptr<syntax::File>>& files) {
  std::map<size_t, const syntax::Framework*> frameworks;
  size_t at = 0;
  for (const size_t index : order) {
    for (size_t i = 0; i < packages_[index].sources.size() && at < files.size(); ++i, ++at) {
      if (const auto* framework = findFramework(*files[at])) frameworks.try_emplace(index, framework);
    }
  }
  refuseOwnInterface(order, frameworks);
  for (const size_t index : order) {
    const Package& package = packages_[index];
    for (size_t line = 0; line < package.dependencies.size(); ++line) {
      const auto found = frameworks.find(package.dependencies[line]);
      if (found == frameworks.end()) continue;
      const syntax::Framework& framework = *found->second;
      const session::Dependency& asked = package.manifest.dependencies[line];
      // Several units may stand on the package that asks.
      if (!checkedDependencies_.insert(asked.span).second) continue;
      const llvm::StringRef version = versionOf(framework);
      const auto parsed = Version::parse(version);
      const auto range = VersionRequirement::parse(asked.requirement);
      if (!framework.name.isEmpty() && framework.name.text != asked.framework) {
        diagnostics_.report(asked.span, diag::DependencyName, files_.nameOf(packages_[found->first].directory),
                            framework.name.text, asked.framework);
      } else if (parsed && range && !range->contains(*parsed)) {
        diagnostics_.report(asked.requirementSpan, diag::DependencyVersion, asked.framework, version,
                            asked.requirement);
      }
    }
  }
}

/// Reports where the first of the packages is used, as an interface, by those that it uses.
void Loader::refuseOwnInterface(const std::vector<size_t>& order,
                                const std::map<size_t, const syntax::Framework*>& frameworks) {
  const auto own = frameworks.find(order.front());
  if (own == frameworks.end()) return;
  for (const size_t index : order) {
    const Package& package = packages_[index];
    if (package.interface && package.interface->framework == own->second->name.text)
      diagnostics_.report(topOf(index), diag::OwnInterface, own->second->name.text).help(diag::NoCircles);
  }
}

std::string Loader::defaultOutput(size_t index) const {
  const Package& package = packages_[index];
  if (package.manifest.output) return resolved(package.directory, *package.manifest.output);
  if (package.isLoneFile || !package.hasManifest) return defaultOutputName.str();
  const auto here = files_.resolve(".");
  const bool isInside = here && (*here == package.real || isBelow(*here, package.real));
  return isInside ? resolved(package.directory, defaultOutputName) : defaultOutputName.str();
}

// ---- The disk ----------------------------------------------------------------------------------

/// As a user would write it: relative where the current directory has a part of the path.
std::string Loader::display(llvm::StringRef real) const {
  const auto here = files_.resolve(".");
  if (!here || *here == "/") return real.str();
  if (real == *here) return ".";
  if (isBelow(real, *here)) return below(real, *here).str();
  std::string up = "..";
  for (std::string at = parentPath(*here); at != "/"; at = parentPath(at), up += "/..") {
    if (real == at) return up;
    if (isBelow(real, at)) return joinPath(up, below(real, at));
  }
  return real.str();
}

EntryKind Loader::kindOf(const std::string& path) {
  const auto entry = files_.inspect(path);
  return entry ? entry->kind : EntryKind::None;
}

void Loader::cannotRead(const std::string& path, std::error_code error) {
  diagnostics_.report({}, diag::CannotRead, files_.nameOf(path), describe(error));
}

/// Reports at `span` that a path leads to nothing, or why it leads nowhere.
void Loader::notFound(Span span, const std::string& path, std::error_code error) {
  const bool isAbsent = !error || error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (isAbsent) {
    auto report = diagnostics_.report(span, diag::NotFound, files_.nameOf(path));
    if (!span.isValid() && isRevision(path)) report.help(diag::WhoReadsRevisions);
  } else {
    diagnostics_.report(span, diag::CannotRead, files_.nameOf(path), describe(error));
  }
}

}  // namespace cadre::driver
