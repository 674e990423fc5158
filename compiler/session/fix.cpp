#include "session/fix.h"

#include "parse/parse.h"
#include "session/format.h"

#include <llvm/ADT/Hashing.h>
#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <map>
#include <set>

namespace cadre::session {

namespace {

using Texts = std::map<FileId, std::string>;

size_t countSyntaxErrors(llvm::StringRef path, llvm::StringRef text) {
  SourceManager alone;
  Diagnostics found;
  parse::parse(alone, alone.add(path.str(), text.str()), found);
  return found.count(Severity::Error);
}

/// Texts that are tried in a round to find the fixes that do harm; what is left then is not made.
constexpr unsigned mostTrials = 200;

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
  Fixer(SourceManager& sources, llvm::function_ref<bool(FileId)> mayChange, Check check, PickFix pick, AfterFix after)
      : sources_(sources), mayChange_(mayChange), check_(check), pick_(pick), after_(after) {}

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
    formatChanged(before);
    for (uint32_t i = 0; i < sources_.fileCount(); ++i) {
      if (hashes_[i] != before[i]) out_.changed.emplace_back(i);
    }
    return std::move(out_);
  }

private:
  std::vector<ChosenFix> choose(const Diagnostics& found) {
    return chooseFixes(
        found, [&](FileId file) { return mayChange_(file) && !left_.contains(file); }, pick_);
  }

  /// Puts files that are others than `before` into their one form.
  void formatChanged(const std::vector<llvm::hash_code>& before) {
    Texts texts;
    for (uint32_t i = 0; i < sources_.fileCount(); ++i) {
      const FileId file(i);
      if (hashes_[i] == before[i] || (after_ == AfterFix::KeepForm && !wasFormatted_[file]))
        continue;
      Formatted formatted = format(sources_, file);
      if (!formatted.fault.empty()) out_.faults.push_back(std::move(formatted.fault));
      if (!formatted.text || *formatted.text == sources_.text(file)) continue;
      hashes_[i] = llvm::hash_value(llvm::StringRef(*formatted.text));
      texts.emplace(file, std::move(*formatted.text));
    }
    if (texts.empty()) return;
    sources_ = withTexts(sources_, texts);
    check_();
  }

  /// False when there is nothing to do.
  bool applyRound(const Diagnostics& found) {
    trials_ = mostTrials;
    std::vector<ChosenFix> fixes = choose(found);
    Texts texts = applyFixes(sources_, fixes);
    while (takeOutHarm(fixes, texts)) texts = applyFixes(sources_, fixes);
    return !texts.empty() && accept(texts, fixes);
  }

  /// Takes out fixes after which a file has more syntax errors than before: true if there are any.
  bool takeOutHarm(std::vector<ChosenFix>& fixes, const Texts& texts) {
    for (const auto& [file, text] : texts) {
      const size_t before = countSyntaxErrors(sources_.path(file), sources_.text(file));
      if (countSyntaxErrors(sources_.path(file), text) <= before) continue;
      if (before == 0) leave(file, fixes);
      std::vector<ChosenFix> inFile;
      llvm::copy_if(fixes, std::back_inserter(inFile),
                    [at = file](const ChosenFix& it) { return reaches(it, at); });
      const auto harmful = before == 0 ? inFile : findHarm(file, inFile, before);
      llvm::erase_if(fixes, [&](const ChosenFix& it) {
        return llvm::any_of(harmful, [&](const ChosenFix& other) { return other.fix == it.fix; });
      });
      return true;
    }
    return false;
  }

  /// The file was free of syntax errors, so that the fix is to blame: ours is the fault.
  void leave(FileId file, const std::vector<ChosenFix>& fixes) {
    left_.insert(file);
    out_.faults.push_back(fmt::format("a fix of {} would spoil the syntax of `{}`; it was not made",
                                      codesIn(file, fixes), sources_.path(file)));
  }

  /// Those of the fixes, all in one file, that bring it more syntax errors than `before`, found by
  /// halves. At least one.
  std::vector<ChosenFix> findHarm(FileId file, llvm::ArrayRef<ChosenFix> fixes, size_t before) {
    if (fixes.size() == 1 || trials_ == 0) return fixes.vec();
    std::vector<ChosenFix> harmful;
    const size_t half = fixes.size() / 2;
    for (const auto part : {fixes.take_front(half), fixes.drop_front(half)}) {
      if (trials_ > 0) --trials_;
      const Texts texts = applyFixes(sources_, part);
      if (countSyntaxErrors(sources_.path(file), texts.at(file)) > before) {
        llvm::append_range(harmful, findHarm(file, part, before));
      }
    }
    // Only together do they harm: one half waits.
    return harmful.empty() ? fixes.drop_front(half).vec() : harmful;
  }

  static bool reaches(const ChosenFix& it, FileId file) {
    return llvm::any_of(it.fix->edits, [&](const Edit& edit) { return edit.span.file == file; });
  }

  /// `E0104, E0107`: what the fixes in a file belong to.
  static std::string codesIn(FileId file, const std::vector<ChosenFix>& fixes) {
    std::set<std::string> codes;
    for (const ChosenFix& it : fixes) {
      if (reaches(it, file)) codes.emplace(it.diagnostic->code);
    }
    return fmt::format("{}", fmt::join(codes, ", "));
  }

  bool accept(const Texts& texts, const std::vector<ChosenFix>& fixes) {
    const std::vector<llvm::hash_code> old = hashes_;
    for (const auto& [file, text] : texts)
      hashes_[file.index()] = llvm::hash_value(llvm::StringRef(text));
    if (!states_.insert(state()).second) {
      hashes_ = old;
      out_.faults.push_back(
          fmt::format("the fixes of {} undo one another", codesIn(texts.begin()->first, fixes)));
      return false;
    }
    if (after_ == AfterFix::KeepForm) {
      for (const auto& [file, text] : texts) noteForm(file);
    }
    sources_ = withTexts(sources_, texts);
    out_.problems += fixes.size();
    return true;
  }

  /// Remembers of a file that changes for the first time whether it is in its one form.
  void noteForm(FileId file) {
    const auto [place, isFirst] = wasFormatted_.try_emplace(file, false);
    if (!isFirst) return;
    const Formatted formatted = format(sources_, file);
    place->second = formatted.text && *formatted.text == sources_.text(file);
  }

  [[nodiscard]] size_t state() const {
    return llvm::hash_combine_range(hashes_.begin(), hashes_.end());
  }

  SourceManager& sources_;
  llvm::function_ref<bool(FileId)> mayChange_;
  Check check_;
  PickFix pick_;
  AfterFix after_;
  std::map<FileId, bool> wasFormatted_;  ///< Of the files that changed so far.
  Fixed out_;
  std::set<FileId> left_;  ///< Files to leave alone.
  unsigned trials_ = 0;
  std::vector<llvm::hash_code> hashes_;  ///< Of the texts, by file.
  std::set<size_t> states_;              ///< Those that have been.
};

}  // namespace

Fixed fixAll(SourceManager& sources, llvm::function_ref<bool(FileId)> mayChange, Check check,
             PickFix pick, AfterFix after) {
  return Fixer(sources, mayChange, check, pick, after).run();
}

}  // namespace cadre::session
