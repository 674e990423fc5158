#include "diag/kinds/session.h"
#include "driver/fault.h"
#include "driver/load.h"
#include "driver/pipeline.h"
#include "driver/rewrite.h"
#include "driver/verbs.h"
#include "format/line_diff.h"
#include "session/format.h"
#include "session/label.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

#include <set>

namespace cadre::driver {

namespace {

/// A file to format.
struct Target {
  FileId file;
  FileId labelled;   ///< Its text with labels, where some were given; else `file`.
  std::string real;  ///< Where it lies; empty for standard input.
  session::Formatted result;
};

/// The bytes that were read.
std::string bytesOf(const SourceFile& source) {
  return (source.hadBom ? "\xEF\xBB\xBF" : "") + source.text;
}

class Fmt {
public:
  explicit Fmt(Context& context)
      : context_(context), loader_(context.files, context.sources, context.faults) {}

  ExitCode run() {
    const bool isStandardInput = llvm::is_contained(context_.options.operands, "-");
    isStandardInput ? readStandardInput() : load();
    if (!isSound()) return context_.finish();
    if (context_.options.label) label();
    if (!isSound()) return context_.finish();
    formatAll();
    for (const Target& target : targets_) take(target);
    if (rewriteSources(context_.files, rewrites_, context_.faults)) told_ = summary();
    const ExitCode code = context_.finish();
    if (context_.isTalking() && code != ExitCode::Outside) context_.err << told_;
    if (faults_.empty()) return code;
    context_.err.flush();
    for (const std::string& fault : faults_) reportFault(fault);
    return ExitCode::Fault;
  }

private:
  [[nodiscard]] bool isSound() const {
    return !context_.faults.hasErrors() && !context_.findings.hasErrors();
  }

  // ---- What to format --------------------------------------------------------------------------

  void readStandardInput() {
    if (context_.options.operands.size() > 1)
      return reportUsage(context_.faults, "`-` is standard input, and stands alone");
    if (context_.options.label) {
      return reportUsage(context_.faults,
                         "`--label` labels a whole package, and standard input is one file");
    }
    const auto input = llvm::MemoryBuffer::getSTDIN();
    if (!input) {
      context_.faults.report({}, diag::CannotRead, "<stdin>", describe(input.getError()));
      return;
    }
    const FileId file = context_.sources.add("<stdin>", (*input)->getBuffer().str());
    targets_.push_back({file, file, {}, {}});
  }

  void load() {
    // Labels depend on levels, which another package may declare.
    if (!context_.options.label) loader_.ignoreDependencies();
    const std::vector<std::string> here = {"."};
    for (const std::string& path :
         context_.options.operands.empty() ? here : context_.options.operands) {
      const size_t package = loader_.open(path);
      if (package != Loader::npos) take(path, package);
    }
    for (const FileId file : chosen_) targets_.push_back({file, file, loader_.realPath(file), {}});
  }

  /// Chooses the sources that `path` stands for.
  void take(const std::string& path, size_t package) {
    const bool isWhole = context_.options.label || standsForPackage(path, package);
    const auto real = context_.files.resolve(path);
    bool found = false;
    for (const Unit& unit : loader_.load(package)) {
      if (units_.insert(unit.package).second) order_.push_back(unit);
      for (const FileId file : loader_.package(unit.package).sources) {
        if (!isWhole && !(real && isWithin(loader_.realPath(file), *real))) continue;
        chosen_.insert(file);
        found = true;
      }
    }
    if (!found && !context_.faults.hasErrors()) context_.faults.report({}, diag::NoSources, path);
  }

  [[nodiscard]] bool standsForPackage(const std::string& path, size_t package) const {
    const Package& opened = loader_.package(package);
    const auto real = context_.files.resolve(path);
    return opened.isLoneFile || !real || *real == opened.real ||
           llvm::sys::path::filename(*real) == session::manifestName;
  }

  /// The source is `place` or lies below it, seen through links.
  [[nodiscard]] bool isWithin(const std::string& source, const std::string& place) const {
    const auto resolved = context_.files.resolve(source);
    return source == place || llvm::StringRef(source).starts_with(place + "/") ||
           (resolved && *resolved == place);
  }

  // ---- Labels ----------------------------------------------------------------------------------

  void label() {
    std::vector<Edit> edits;
    std::set<std::pair<Span, std::string>> seen;
    for (const Unit& unit : order_) {
      std::vector<size_t> packages;
      session::Input input = loader_.input(unit, packages);
      input.jobs = context_.jobs();
      session::Labels found = session::findLabels(context_.sources, input);
      llvm::append_range(edits, found.edits);
      for (const Diagnostic& it : found.diagnostics.all()) {
        if (seen.emplace(it.span, it.message).second) context_.findings.add(it);
      }
    }
    llvm::sort(edits, [](const Edit& a, const Edit& b) { return a.span < b.span; });
    labelCount_ = edits.size();
    for (Target& target : targets_) {
      const SourceFile& source = context_.sources.get(target.file);
      std::string text = session::insertLabels(source.text, target.file, edits);
      if (text != source.text) target.labelled = context_.sources.add(source.path, std::move(text));
    }
  }

  // ---- Formatting ------------------------------------------------------------------------------

  void formatAll() {
    const double start = now();
    std::vector<FileId> files;
    size_t bytes = 0;
    for (const Target& target : targets_) {
      files.push_back(target.labelled);
      bytes += context_.sources.text(target.labelled).size();
    }
    std::vector<session::Formatted> results =
        session::format(context_.sources, files, context_.jobs());
    for (size_t i = 0; i < targets_.size(); ++i) targets_[i].result = std::move(results[i]);
    printTiming(context_, {"format", now() - start, bytes});
  }

  /// What is to be done with a file that was formatted, or could not be.
  void take(const Target& target) {
    const SourceFile& source = context_.sources.get(target.file);
    if (!target.result.fault.empty()) faults_.push_back(target.result.fault);
    if (!target.result.text) {
      // Labels alone cannot make an error.
      if (target.labelled != target.file && target.result.fault.empty())
        faults_.push_back(fmt::format("`{}` does not parse with labels", source.path));
      for (const Diagnostic& it : target.result.diagnostics.all()) context_.findings.add(it);
      return;
    }
    const std::string before = bytesOf(source);
    const std::string& after = *target.result.text;
    const bool isChanged = before != after;
    if (isChanged && context_.options.checkOnly) report(target);
    if (isChanged && context_.options.diff)
      context_.out << format::unifiedDiff(source.path, before, after);
    if (context_.options.checkOnly || context_.options.diff) return;
    if (target.real.empty()) {
      context_.out << after;
    } else if (isChanged) {
      rewrites_.push_back({target.real, source.path, before, after});
    }
  }

  /// Shows the first line that would change.
  void report(const Target& target) {
    const SourceFile& source = context_.sources.get(target.file);
    const llvm::StringRef before = source.text;
    const llvm::StringRef after = *target.result.text;
    size_t same = 0;
    while (same < before.size() && same < after.size() && before[same] == after[same]) ++same;
    if (source.hadBom) same = 0;
    const LineIndex& lines = context_.sources.lines(target.file);
    // A line that lacks its end is the last one; it begins before the end of the text.
    const uint32_t line = lines.lineAt(static_cast<uint32_t>(same));
    const auto begin = static_cast<uint32_t>(lines.lineStart(line));
    const auto end = begin + static_cast<uint32_t>(lines.lineText(line).size());
    context_.findings.report({target.file, begin, end}, diag::NotFormatted)
        .help(target.labelled == target.file ? diag::FormatIt : diag::LabelIt, source.path);
  }

  /// What a person likes to know when files were written.
  [[nodiscard]] std::string summary() const {
    if (rewrites_.empty()) return {};
    std::string out;
    if (labelCount_ > 0)
      out = fmt::format("labelled {} bullet{}\n", labelCount_, labelCount_ == 1 ? "" : "s");
    out += fmt::format("formatted {} of {} file{}\n", rewrites_.size(), targets_.size(),
                       targets_.size() == 1 ? "" : "s");
    if (!context_.options.verbose) return out;
    for (const Rewrite& it : rewrites_) out += fmt::format("  {}\n", it.shown);
    return out;
  }

  Context& context_;
  Loader loader_;
  std::set<size_t> units_;
  std::vector<Unit> order_;
  std::set<FileId> chosen_;
  std::vector<Target> targets_;
  std::vector<Rewrite> rewrites_;
  std::vector<std::string> faults_;
  std::string told_;
  size_t labelCount_ = 0;
};

}  // namespace

ExitCode runFmt(Context& context) { return Fmt(context).run(); }

}  // namespace cadre::driver
