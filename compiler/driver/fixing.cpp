#include "driver/fixing.h"

#include "diag/apply_fixes.h"
#include "driver/fault.h"
#include "driver/rewrite.h"
#include "driver/styled_text.h"
#include "lint/catalogue.h"
#include "session/fix.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <map>
#include <set>

namespace cadre::driver {

std::vector<Unit> loadAll(Loader& loader, const std::vector<std::string>& paths) {
  std::vector<Unit> units;
  std::set<size_t> opened;
  std::set<size_t> taken;
  const std::vector<std::string> here = {"."};
  for (const std::string& path : paths.empty() ? here : paths) {
    const size_t package = loader.open(path);
    if (package == Loader::npos || !opened.insert(package).second) continue;
    for (const Unit& unit : loader.load(package)) {
      if (taken.insert(unit.package).second) units.push_back(unit);
    }
  }
  return units;
}

bool isOfRule(const Diagnostic& diagnostic) {
  return lint::findRule(llvm::StringRef(diagnostic.code)) != nullptr;
}

void keepLintAlone(Diagnostics& findings) {
  for (Diagnostic& it : findings.take()) {
    if (it.severity == Severity::Error || isOfRule(it)) findings.add(std::move(it));
  }
}

void tellBaselined(Context& context, const std::vector<session::Result>& results) {
  if (!context.isTalking()) return;
  size_t held = 0;
  size_t stale = 0;
  for (const session::Result& result : results) {
    held += result.lint.baselined;
    for (const lint::BaselineEntry& it : result.lint.stale) stale += it.count;
  }
  if (held > 0 && (context.options.verbose || context.options.verb == Verb::Lint))
    context.err << fmt::format("{} kept back by the baseline\n", countOf(held, "finding"));
  if (stale > 0 && context.options.verb == Verb::Lint) {
    context.err << fmt::format("{} of the baseline {} gone: `cadre lint --write-baseline` takes {} out\n",
                               countOf(stale, "finding"), stale == 1 ? "is" : "are",
                               stale == 1 ? "it" : "them");
  }
}

namespace {

/// Checks, mends what can be mended, and writes the files that changed.
class FixingCheck {
public:
  FixingCheck(Context& context, Loader& loader, const std::vector<Unit>& units, Fixing fixing)
      : context_(context), loader_(loader), units_(units), fixing_(fixing) {}

  ExitCode run() {
    findFiles();
    const std::vector<std::string> before = texts();
    const session::Fixed fixed = session::fixAll(
        context_.sources, [&](FileId file) { return mayChange(file); },
        [&]() -> const Diagnostics& { return check(); },
        [&](const Diagnostic& it) { return pick(it); },
        fixing_.isLintAlone ? session::AfterFix::Format : session::AfterFix::KeepForm);
    // What is left is about texts that nobody has when they cannot be written.
    if (!rewriteSources(context_.files, rewrites(fixed, before), context_.faults))
      context_.findings = {};
    const Left left = countLeft();
    const bool written = !context_.faults.hasErrors();
    const ExitCode code = context_.finish();
    if (written) tell(fixed, left);
    if (fixed.faults.empty()) return code;
    context_.err.flush();
    for (const std::string& fault : fixed.faults) reportFault(fault);
    return ExitCode::Fault;
  }

private:
  /// Findings that are left and have a fix.
  struct Left {
    size_t unsafe = 0;
    size_t elsewhere = 0;
    size_t refused = 0;  ///< Safe, but it would bring further errors.
  };

  /// The files that may change: those of the packages asked for, if nothing else reads them too.
  void findFiles() {
    std::map<std::string, unsigned> readers;
    std::map<FileId, std::string> ours;
    for (uint32_t i = 0; i < context_.sources.fileCount(); ++i) {
      const auto target = context_.files.resolve(loader_.realPath(FileId(i)));
      const std::string& real = target ? *target : loader_.realPath(FileId(i));
      ++readers[real];
      ours[FileId(i)] = real;
    }
    for (const Unit& unit : units_) {
      for (const FileId file : loader_.package(unit.package).sources) {
        if (readers[ours[file]] == 1) files_.insert(file);
      }
    }
  }

  /// A call that is at fault changes nothing.
  [[nodiscard]] bool mayChange(FileId file) const {
    return !context_.faults.hasErrors() && files_.contains(file);
  }

  const Diagnostics& check() {
    context_.findings = {};
    results_ = checkUnits(context_, loader_, units_, Linting::On);
    if (fixing_.isLintAlone) keepLintAlone(context_.findings);
    return context_.findings;
  }

  [[nodiscard]] const Fix* pick(const Diagnostic& diagnostic) const {
    const bool isRule = isOfRule(diagnostic);
    if (fixing_.isLintAlone && !isRule) return nullptr;
    const Fix* safe = findSafeFix(diagnostic);
    if (safe || !fixing_.withUnsafe || !isRule) return safe;
    const auto first = llvm::find_if(diagnostic.fixes, [](const Fix& fix) { return !fix.edits.empty(); });
    return first == diagnostic.fixes.end() ? nullptr : &*first;
  }

  /// The bytes of all files.
  [[nodiscard]] std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (uint32_t i = 0; i < context_.sources.fileCount(); ++i) out.push_back(bytesOf(FileId(i)));
    return out;
  }
  [[nodiscard]] std::string bytesOf(FileId file) const {
    const SourceFile& source = context_.sources.get(file);
    return (source.hadBom ? "\xEF\xBB\xBF" : "") + source.text;
  }

  [[nodiscard]] std::vector<Rewrite> rewrites(const session::Fixed& fixed,
                                              const std::vector<std::string>& before) const {
    std::vector<Rewrite> out;
    for (const FileId file : fixed.changed) {
      out.push_back({loader_.realPath(file), context_.sources.path(file).str(),
                     before[file.index()], bytesOf(file)});
    }
    return out;
  }

  [[nodiscard]] Left countLeft() const {
    Left left;
    for (const Diagnostic& diagnostic : context_.findings.all()) {
      if (const Fix* fix = pick(diagnostic)) {
        const bool isOurs = llvm::all_of(
            fix->edits, [&](const Edit& edit) { return files_.contains(edit.span.file); });
        ++(isOurs ? left.refused : left.elsewhere);
      } else {
        left.unsafe += !diagnostic.fixes.empty();
      }
    }
    return left;
  }

  /// What a person likes to know, under what was found.
  void tell(const session::Fixed& fixed, const Left& left) const {
    const diag::MessageFormat format = context_.options.format;
    const bool isForPeople =
        format == diag::MessageFormat::Human || format == diag::MessageFormat::Short;
    if (context_.options.quiet || !isForPeople) return;
    if (fixed.problems > 0) {
      context_.err << fmt::format("fixed {} in {}\n", countOf(fixed.problems, "problem"),
                                  countOf(fixed.changed.size(), "file"));
      if (context_.options.verbose) {
        for (const FileId file : fixed.changed)
          context_.err << "  " << context_.sources.path(file) << '\n';
      }
    }
    if (fixed.isCutShort) context_.err << "more can be fixed now: run it again\n";
    if (left.unsafe > 0) {
      const bool isOne = left.unsafe == 1;
      context_.err << fmt::format(
          "{} left {} a fix that may change what is meant: {} yours to make{}\n", countOf(left.unsafe, "problem"),
          isOne ? "has" : "have", isOne ? "it is" : "they are",
          fixing_.isLintAlone ? ", or `--unsafe-fixes` makes them" : "");
    }
    if (left.refused > 0 && !fixed.isCutShort) {
      const bool isOne = left.refused == 1;
      context_.err << fmt::format("{} left {} a fix that brings further errors: {} yours to make\n",
                                  countOf(left.refused, "problem"), isOne ? "has" : "have",
                                  isOne ? "it is" : "they are");
    }
    if (left.elsewhere > 0) {
      context_.err << fmt::format("{} left {} a fix in a file that this call does not change\n",
                                  countOf(left.elsewhere, "problem"),
                                  left.elsewhere == 1 ? "has" : "have");
    }
    size_t held = 0;
    for (const session::Result& it : results_) held += it.lint.baselined;
    if (held > 0 && fixing_.isLintAlone) {
      context_.err << fmt::format("{} kept back by the baseline {} left as {}: `--no-baseline` takes {} in\n",
                                  countOf(held, "finding"), held == 1 ? "is" : "are", held == 1 ? "it is" : "they are",
                                  held == 1 ? "it" : "them");
    }
  }

  Context& context_;
  Loader& loader_;
  const std::vector<Unit>& units_;
  Fixing fixing_;
  std::set<FileId> files_;
  std::vector<session::Result> results_;  ///< Of the last check.
};

}  // namespace

ExitCode runFixing(Context& context, Loader& loader, const std::vector<Unit>& units, Fixing fixing) {
  return FixingCheck(context, loader, units, fixing).run();
}

}  // namespace cadre::driver
