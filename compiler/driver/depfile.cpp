#include "driver/depfile.h"

#include "driver/options.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

namespace {

/// What Make or Ninja would take for the end of a name, or for more than a name, however it is
/// written: then files would change and nothing would be made.
constexpr llvm::StringRef unwritable = "\"&'*:;<=>?^`|\x7f";

/// As Make and Ninja both read it; none where one of them could not.
std::optional<std::string> escaped(llvm::StringRef path) {
  std::string out;
  for (size_t i = 0; i < path.size(); ++i) {
    const char c = path[i];
    if ((c >= 0 && c < ' ') || unwritable.contains(c)) return {};
    // Make halves the backslashes before a `#` that stands for itself, and Ninja does not.
    if (c == '#' && i > 0 && path[i - 1] == '\\') return {};
    if (c == '$') {
      out += '$';
    } else if (c == '#' || c == ' ') {
      // Before an escape, a backslash that stands for itself is written twice.
      for (size_t at = i; at > 0 && path[at - 1] == '\\'; --at) out += '\\';
      out += '\\';
    }
    out += c;
  }
  return out;
}

}  // namespace

std::optional<std::string> depfileText(llvm::StringRef target, std::vector<std::string> read,
                                       Diagnostics& faults) {
  llvm::sort(read);
  read.erase(llvm::unique(read), read.end());
  read.insert(read.begin(), target.str());
  std::string rule;
  std::string empty;
  for (const std::string& path : read) {
    const auto name = escaped(path);
    if (!name) {
      reportUsage(faults, fmt::format("`{}` cannot be named in a depfile", diag::shown(path)), {},
                  {"rename it: of `\"&'*:;<=>?^|`, a backquote, a backslash before `#` and control "
                   "characters, Make and Ninja do not both know all in a name"});
      return {};
    }
    const bool isTarget = rule.empty();
    rule += isTarget ? *name + ":" : " \\\n  " + *name;
    if (!isTarget) empty += *name + ":\n";
  }
  return rule + "\n" + empty;
}

bool Depfile::open() {
  if (!context_.options.depfile) return true;
  file_ = std::make_unique<ReportFile>(context_.files, "--depfile", *context_.options.depfile);
  return file_->open(context_.faults);
}

bool Depfile::stage(llvm::StringRef target, std::vector<std::string> read,
                    const OutputDirectory* output, const OutputFiles* built) {
  if (!file_) return true;
  const auto text = depfileText(context_.options.depfileTarget.value_or(target.str()),
                                std::move(read), context_.faults);
  return text && file_->isUnread(context_.sources, context_.faults) &&
         (!output || file_->isApart(*output, *built, context_.faults)) &&
         file_->stage(*text, context_.faults);
}

bool Depfile::commit() { return !file_ || file_->commit(context_.faults); }

void refuseRevision(llvm::StringRef option, llvm::StringRef named, Diagnostics& faults) {
  reportUsage(
      faults,
      fmt::format("`{}` is about files of the disk, and `{}` is read out of git", option, named),
      {}, {fmt::format("leave `{}` out", option)});
}

void refuseMovingRevision(llvm::StringRef named, Diagnostics& faults) {
  reportUsage(faults,
              fmt::format("`{}` may be another commit tomorrow, and `--depfile` could not say so",
                          named),
              {},
              {"write the whole hash of the commit: `git rev-parse REV` prints it",
               "or leave `--depfile` out"});
}

}  // namespace cadre::driver
