#include "session/fix.h"

#include "diag/apply_fixes.h"
#include "parse/parse.h"

#include <llvm/ADT/Hashing.h>
#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <set>

namespace cadre::session {

namespace {

using Texts = std::map<FileId, std::string>;

bool hasSyntaxErrors(const SourceManager& sources, FileId file) {
  Diagnostics ignored;
  return parse::parse(sources, file, ignored)->hasErrors;
}

/// The same files, some with another text.
SourceManager withTexts(const SourceManager& sources, const Texts& texts) {
  SourceManager out;
  for (uint32_t i = 0; i < sources.fileCount(); ++i) {
    const FileId id(i);
    const SourceFile& file = sources.get(id);
    const auto changed = texts.find(id);
    const std::string& text = changed == texts.end() ? file.text : changed->second;
    out.add(file.path, file.hadBom ? "\xEF\xBB\xBF" + text : text);
  }
  return out;
}

class Fixer {
public:
  Fixer(SourceManager& sources, llvm::function_ref<bool(FileId)> mayChange, Check check)
      : sources_(sources), mayChange_(mayChange), check_(check) {}

  Fixed run() {
    for (uint32_t i = 0; i < sources_.fileCount(); ++i) {
      hashes_.push_back(llvm::hash_value(sources_.text(FileId(i))));
    }
    const std::vector<llvm::hash_code> before = hashes_;
    states_.insert(state());
    const Diagnostics* found = &check_();
    for (unsigned round = 0; applyRound(*found); ++round) {
      found = &check_();
      if (round + 1 < mostFixRounds) continue;
      out_.isCutShort = !choose(*found).empty();
      break;
    }
    for (uint32_t i = 0; i < sources_.fileCount(); ++i) {
      if (hashes_[i] != before[i]) out_.changed.emplace_back(i);
    }
    return std::move(out_);
  }

private:
  std::vector<ChosenFix> choose(const Diagnostics& found) {
    return chooseFixes(found,
                       [&](FileId file) { return mayChange_(file) && !left_.contains(file); });
  }

  /// False when there is nothing to do.
  bool applyRound(const Diagnostics& found) {
    while (true) {
      const std::vector<ChosenFix> fixes = choose(found);
      const Texts texts = applyFixes(sources_, fixes);
      if (texts.empty()) return false;
      SourceManager next = withTexts(sources_, texts);
      if (leaveSpoilt(next, texts, fixes)) continue;
      return accept(std::move(next), texts, fixes);
    }
  }

  /// Leaves files alone that were free of syntax errors and are not any more: true if there are
  /// any.
  bool leaveSpoilt(const SourceManager& next, const Texts& texts,
                   const std::vector<ChosenFix>& fixes) {
    bool any = false;
    for (const auto& [file, text] : texts) {
      if (!hasSyntaxErrors(next, file) || hasSyntaxErrors(sources_, file)) continue;
      left_.insert(file);
      any = true;
      out_.faults.push_back(
          fmt::format("a fix of {} would spoil the syntax of `{}`; it was not made",
                      codesIn(file, fixes), sources_.path(file)));
    }
    return any;
  }

  /// `E0104, E0107`: what the fixes in a file belong to.
  static std::string codesIn(FileId file, const std::vector<ChosenFix>& fixes) {
    std::set<std::string> codes;
    for (const ChosenFix& it : fixes) {
      const bool reaches =
          llvm::any_of(it.fix->edits, [&](const Edit& edit) { return edit.span.file == file; });
      if (reaches) codes.emplace(it.diagnostic->code);
    }
    return fmt::format("{}", fmt::join(codes, ", "));
  }

  bool accept(SourceManager next, const Texts& texts, const std::vector<ChosenFix>& fixes) {
    const std::vector<llvm::hash_code> old = hashes_;
    for (const auto& [file, text] : texts)
      hashes_[file.index()] = llvm::hash_value(llvm::StringRef(text));
    if (!states_.insert(state()).second) {
      hashes_ = old;
      out_.faults.push_back(
          fmt::format("the fixes of {} undo one another", codesIn(texts.begin()->first, fixes)));
      return false;
    }
    sources_ = std::move(next);
    out_.problems += fixes.size();
    return true;
  }

  [[nodiscard]] size_t state() const {
    return llvm::hash_combine_range(hashes_.begin(), hashes_.end());
  }

  SourceManager& sources_;
  llvm::function_ref<bool(FileId)> mayChange_;
  Check check_;
  Fixed out_;
  std::set<FileId> left_;
  std::vector<llvm::hash_code> hashes_;  ///< Of the texts, by file.
  std::set<size_t> states_;              ///< Those that have been.
};

}  // namespace

Fixed fixAll(SourceManager& sources, llvm::function_ref<bool(FileId)> mayChange, Check check) {
  return Fixer(sources, mayChange, check).run();
}

}  // namespace cadre::session
