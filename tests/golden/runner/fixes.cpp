#include "golden/runner/fixes.h"

#include "diag/apply_fixes.h"
#include "golden/runner/properties.h"
#include "session/fix.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <map>
#include <set>

namespace cadre::golden {

namespace {

/// How often each thing is said. Places move when texts change, so that they do not count.
using Counts = std::map<std::string, int>;

std::string nameOf(const Diagnostic& diagnostic) {
  return fmt::format("{} {}", diagnostic.code, diagnostic.message);
}

Counts countsOf(const Diagnostics& diagnostics) {
  Counts counts;
  for (const Diagnostic& it : diagnostics.all()) ++counts[nameOf(it)];
  return counts;
}

/// A test and a code in it whose fix does not do yet what it should.
struct Exemption {
  llvm::StringLiteral test;
  llvm::StringLiteral code;
};
constexpr Exemption exemptions[] = {
    // What stands around a control character becomes one word.
    {"parse/bytes/fail_control_characters.cadre", "E0102"},
    // The colon is not all that is wrong: the line has no word.
    {"parse/sentences/fail_name_led.cadre", "E0151"},
    // Without quotes it is a name, and nothing is called so.
    {"parse/sentences/fail_order.cadre", "E0152"},
};

class FixCheck {
public:
  FixCheck(llvm::StringRef test, const std::vector<Part>& parts)
      : test_(test), parts_(parts), before_(parts) {}

  std::vector<std::string> run() {
    bool any = false;
    for (const Diagnostic* diagnostic : before_.diagnostics().sorted()) {
      for (const Fix& fix : diagnostic->fixes) checkOne(*diagnostic, fix);
      any |= !diagnostic->fixes.empty();
    }
    if (any) checkAll();
    for (const Exemption* it : idle_) {
      if (!needed_.contains(it))
        complaints_.push_back(fmt::format("the fixes of {} need no exemption", it->code));
    }
    return std::move(complaints_);
  }

private:
  /// The parts with the texts of `sources`, whose files are those of before_.
  [[nodiscard]] std::vector<Part> partsOf(const SourceManager& sources) const {
    std::vector<Part> out = parts_;
    for (uint32_t i = 0; i < sources.fileCount(); ++i) {
      const SourceFile& file = sources.get(FileId(i));
      out[before_.partOf(FileId(i))].text = (file.hadBom ? "\xEF\xBB\xBF" : "") + file.text;
    }
    return out;
  }

  void checkOne(const Diagnostic& diagnostic, const Fix& fix) {
    const std::string what = fmt::format("the fix `{}` of {}", fix.title, nameOf(diagnostic));
    setCurrentVariant(test_, what);
    std::vector<Part> parts = parts_;
    const ChosenFix chosen = {&diagnostic, &fix};
    for (const auto& [file, text] : applyFixes(before_.sources(), chosen)) {
      const bool hadBom = before_.sources().get(file).hadBom;
      parts[before_.partOf(file)].text = (hadBom ? "\xEF\xBB\xBF" : "") + text;
    }
    const Workspace after(parts);
    const size_t complaints = complaints_.size();
    complainOfFinding(what, diagnostic, fix, after);
    if (fix.safe) {
      complainOfNewErrors(what, diagnostic, fix, after);
      if (commentsIn(after) < commentsIn(before_))
        complaints_.push_back(what + ": a comment is gone");
    }
    const bool isBad = complaints_.size() > complaints;
    if (const Exemption* exemption = findExemption(diagnostic)) {
      complaints_.resize(complaints);
      (isBad ? needed_ : idle_).insert(exemption);
    }
  }

  [[nodiscard]] const Exemption* findExemption(const Diagnostic& diagnostic) const {
    const auto* found = llvm::find_if(exemptions, [&](const Exemption& it) {
      return test_.ends_with(it.test) && llvm::StringRef(diagnostic.code) == it.code;
    });
    return found == std::end(exemptions) ? nullptr : found;
  }

  void complainOfFinding(const std::string& what, const Diagnostic& diagnostic, const Fix& fix,
                         const Workspace& after) {
    const std::string name = nameOf(diagnostic);
    const auto isSame = [&](const Diagnostic& it) { return nameOf(it) == name; };
    const auto before = llvm::count_if(before_.diagnostics().all(), isSame);
    if (llvm::count_if(after.diagnostics().all(), isSame) < before) return;
    const auto wasHidden = [&](const Diagnostic& it) {
      return isSame(it) && mayHaveHidden(diagnostic, fix, it, after);
    };
    if (llvm::none_of(after.diagnostics().all(), wasHidden)) {
      complaints_.push_back(what + ": the finding is still there");
    }
  }

  void complainOfNewErrors(const std::string& what, const Diagnostic& diagnostic, const Fix& fix,
                           const Workspace& after) {
    Counts known = countsOf(before_.diagnostics());
    for (const Diagnostic& it : after.diagnostics().all()) {
      if (it.severity != Severity::Error || known[nameOf(it)]-- > 0) continue;
      if (mayHaveHidden(diagnostic, fix, it, after)) continue;
      complaints_.push_back(fmt::format("{}: there is a new error: {}", what, nameOf(it)));
    }
  }

  /// A sentence that does not parse is reported once, so that mending it may show what else is
  /// wrong in its line or in the next. What touches the mended place was not hidden: the fix made
  /// it.
  static bool mayHaveHidden(const Diagnostic& diagnostic, const Fix& fix, const Diagnostic& found,
                            const Workspace& after) {
    if (!llvm::StringRef(diagnostic.code).starts_with("E01") || !found.span.isValid()) return false;
    const Edit& edit = fix.edits.front();
    if (found.span.file != edit.span.file) return false;
    const auto end = static_cast<uint32_t>(edit.span.begin + edit.replacement.size());
    const bool touches = found.span.begin <= end && edit.span.begin <= found.span.end;
    const LineIndex& lines = after.sources().lines(edit.span.file);
    const uint32_t mended = lines.lineAt(edit.span.begin);
    const uint32_t line = lines.lineAt(found.span.begin);
    return !touches && (line == mended || line == mended + 1);
  }

  /// A fix may make new comments (of `# …`), and mends odd characters in old ones.
  static size_t commentsIn(const Workspace& workspace) {
    size_t count = 0;
    for (const auto& file : workspace.result().files) count += file->comments.size();
    return count;
  }

  session::Fixed fixAll(std::vector<Part>& parts, std::optional<Workspace>& now) const {
    now.emplace(parts);
    SourceManager sources;
    for (uint32_t i = 0; i < now->sources().fileCount(); ++i) {
      const SourceFile& file = now->sources().get(FileId(i));
      sources.add(file.path, (file.hadBom ? "\xEF\xBB\xBF" : "") + file.text);
    }
    const session::Fixed fixed = session::fixAll(
        sources, [](FileId) { return true; },
        [&]() -> const Diagnostics& { return now.emplace(partsOf(sources)).diagnostics(); });
    parts = partsOf(sources);
    return fixed;
  }

  void checkAll() {
    setCurrentVariant(test_, "with all fixes made");
    std::vector<Part> parts = parts_;
    std::optional<Workspace> now;
    const session::Fixed fixed = fixAll(parts, now);
    for (const std::string& fault : fixed.faults) complaints_.push_back("all fixes: " + fault);
    for (const Diagnostic& left : now->diagnostics().all()) {
      if (findSafeFix(left)) complaints_.push_back("all fixes: left to fix: " + nameOf(left));
    }
    if (needed_.empty() && commentsIn(*now) < commentsIn(before_)) {
      complaints_.push_back("all fixes: a comment is gone");
    }
    if (fixAll(parts, now).problems > 0)
      complaints_.push_back("all fixes: a second call fixes more");
  }

  llvm::StringRef test_;
  const std::vector<Part>& parts_;
  Workspace before_;
  std::vector<std::string> complaints_;
  std::set<const Exemption*> needed_;
  std::set<const Exemption*> idle_;
};

}  // namespace

std::vector<std::string> checkFixes(llvm::StringRef test, const std::vector<Part>& parts) {
  return FixCheck(test, parts).run();
}

}  // namespace cadre::golden
