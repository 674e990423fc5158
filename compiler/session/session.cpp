#include "session/session.h"

#include "diag/kinds/session.h"
#include "parse/parse.h"
#include "resolve/names.h"
#include "sema/sema.h"
#include "session/consequences.h"
#include "support/parallel.h"
#include "translation/keys.h"
#include "translation/texts.h"

#include <llvm/ADT/STLExtras.h>

#include <set>

namespace cadre::session {

namespace {

/// A file and what was found in it, filled by one thread.
struct ParsedFile {
  FileId id;
  std::unique_ptr<syntax::File> file;
  Diagnostics diagnostics;
};

void parseAll(const SourceManager& sources, std::vector<ParsedFile>& files, unsigned jobs) {
  forEachIndex(files.size(), jobs, [&](size_t i) {
    files[i].file = parse::parse(sources, files[i].id, files[i].diagnostics);
  });
}

/// What the locks of each package say.
std::vector<translation::Locks> readLocks(const SourceManager& sources, const Input& input,
                                          Diagnostics& diags) {
  std::vector<translation::Locks> out;
  for (const PackageInput& package : input.packages) {
    translation::Locks& locks = out.emplace_back(package.outdated);
    for (const LockFile& lock : package.locks)
      locks[lock.language] = translation::readLock(sources, lock.file, diags);
  }
  return out;
}

/// Whether the locks say so; what they record is added to `outdated` then.
bool isOutdated(const std::vector<translation::Locks>& locks,
                const sema::PositionalTranslation& it,
                std::vector<translation::Locks>& outdated) {
  const translation::Home home = {it.owner, it.level, it.list};
  const auto lock = locks[it.package].find(std::string_view(it.language));
  if (lock == locks[it.package].end() ||
      !translation::isOutdated(lock->second, home, it.source, it.translation))
    return false;
  const std::string key = translation::positionalKey(home, it.translation);
  translation::Lock& found = outdated[it.package][it.language.str()];
  if (found.find(key).empty()) {
    for (const uint64_t hash : lock->second.find(key)) found.add(key, hash);
  }
  return true;
}

/// Takes out what is no error and was found in an interface: whoever made it was told.
void dropFromInterfaces(const Input& input, Diagnostics& diags) {
  std::set<FileId> interfaces;
  for (const PackageInput& package : input.packages) {
    if (!package.interfaceHash.empty()) interfaces.insert(package.sources.front());
  }
  if (interfaces.empty()) return;
  for (Diagnostic& it : diags.take()) {
    if (it.severity == Severity::Error || !interfaces.contains(it.span.file)) diags.add(std::move(it));
  }
}

/// Reports locks of languages that their framework does not list.
void checkLanguages(const model::Model& model, const Input& input, Diagnostics& diags) {
  for (uint32_t i = 0; i < input.packages.size(); ++i) {
    const model::Framework& framework = model[model::FrameworkId(i)];
    for (const LockFile& lock : input.packages[i].locks) {
      if (input.packages[i].sharesLocks || llvm::is_contained(framework.translations, lock.language))
        continue;
      diags.report({lock.file, 0, 0}, diag::LockLanguage, lock.language)
          .label(framework.span, diag::ListsLanguages)
          .help(diag::ListOrDelete);
    }
  }
}

class Stopwatch {
public:
  Stopwatch(Clock clock, std::vector<Timing>& out)
      : clock_(clock), out_(out), start_(clock ? clock() : 0) {}

  /// Ends a phase and begins the next.
  void lap(const char* phase, size_t bytes) {
    if (!clock_) return;
    const double now = clock_();
    out_.push_back({phase, now - start_, bytes});
    start_ = now;
  }

private:
  Clock clock_;
  std::vector<Timing>& out_;
  double start_;
};

/// Lints package 0.
void lintFirst(const SourceManager& sources, const Input& input, Clock clock, Result& result) {
  std::vector<const syntax::File*> trees;
  for (size_t i = 0; i < input.packages.front().sources.size(); ++i)
    trees.push_back(result.files[i].get());
  result.lint = lint::run({.model = *result.model,
                           .trees = trees,
                           .sources = sources,
                           .config = input.lint->config,
                           .baseline = input.lint->baseline ? &*input.lint->baseline : nullptr,
                           .locks = &result.locks,
                           .isWhole = !result.diagnostics.hasErrors(),
                           .today = input.lint->today,
                           .clock = input.lint->timesRules ? clock : nullptr,
                           .jobs = std::max(1U, input.jobs)},
                          result.diagnostics);
}

}  // namespace

Result check(const SourceManager& sources, const Input& input, Clock clock) {
  Result result;
  Stopwatch watch(clock, result.timings);
  std::vector<ParsedFile> files;
  size_t bytes = 0;
  for (const PackageInput& package : input.packages) {
    for (const FileId id : package.sources) {
      files.push_back({id, nullptr, {}});
      bytes += sources.text(id).size();
    }
  }
  parseAll(sources, files, std::max(1U, input.jobs));
  watch.lap("parse", bytes);

  std::vector<resolve::PackageTrees> packages;
  size_t next = 0;
  for (const PackageInput& package : input.packages) {
    resolve::PackageTrees& trees = packages.emplace_back();
    trees.dependencies = package.dependencies;
    for (size_t i = 0; i < package.sources.size(); ++i, ++next) {
      trees.files.push_back(files[next].file.get());
    }
  }
  for (ParsedFile& parsed : files) {
    result.diagnostics.append(std::move(parsed.diagnostics));
    result.files.push_back(std::move(parsed.file));
  }
  Diagnostics found;
  const resolve::Names names(packages, found);
  watch.lap("resolve", bytes);
  std::vector<translation::Locks> locks = readLocks(sources, input, result.diagnostics);
  result.outdated.resize(locks.size());
  result.model = sema::check(
      names, found, [&](const auto& it) { return isOutdated(locks, it, result.outdated); });
  result.diagnostics.append(withoutConsequences(sources, result.files, std::move(found)));
  dropFromInterfaces(input, result.diagnostics);
  // Where the framework has errors, so may its list of languages.
  if (result.model && !result.diagnostics.hasErrors())
    checkLanguages(*result.model, input, result.diagnostics);
  if (!locks.empty()) result.locks = std::move(locks.front());
  watch.lap("check", bytes);
  if (!input.lint || !result.model) return result;
  lintFirst(sources, input, clock, result);
  watch.lap("lint", bytes);
  return result;
}

}  // namespace cadre::session
