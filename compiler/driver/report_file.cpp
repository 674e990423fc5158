#include "driver/report_file.h"

#include "diag/kinds/session.h"
#include "driver/options.h"
#include "session/manifest.h"

#include <llvm/Support/Path.h>

#include <unistd.h>

namespace cadre::driver {

namespace {

bool isSourceName(llvm::StringRef name) {
  return name.ends_with(".cadre") || name == session::manifestName;
}

}  // namespace

ReportFile::~ReportFile() { discard(); }

bool ReportFile::open(Diagnostics& faults) {
  const auto entry = files_.inspectTarget(path_);
  if (!entry) return cannotWrite(entry.getError(), faults);
  if (entry->kind != EntryKind::None && entry->kind != EntryKind::File) {
    faults.report({}, diag::NotRegularFile, path_);
    return false;
  }
  // A link stays one: what it leads to is written.
  const std::string named = entry->kind == EntryKind::File ? files_.resolve(path_).get() : path_;
  const std::string parent = parentPath(named);
  const auto directory = files_.resolve(parent);
  if (!directory) return cannotWrite(directory.getError(), faults);
  if (!files_.isWritable(*directory))
    return cannotWrite(std::make_error_code(std::errc::permission_denied), faults);
  target_ = joinPath(*directory, llvm::sys::path::filename(named));
  if (!isSourceName(llvm::sys::path::filename(path_)) &&
      !isSourceName(llvm::sys::path::filename(target_)))
    return true;
  reportUsage(faults, fmt::format("`{}` would write a source, `{}`", option_, path_), {},
              {"name a file that is none of a package's sources"});
  return false;
}

bool ReportFile::isUnread(const SourceManager& sources, Diagnostics& faults) {
  const llvm::StringRef name = llvm::sys::path::filename(target_);
  for (uint32_t i = 0; i < sources.fileCount(); ++i) {
    const std::string path = sources.path(FileId(i)).str();
    // A link may have another name; of other files the name decides whether to ask the disk.
    const auto entry = files_.inspect(path);
    const bool isLink = entry && entry->kind == EntryKind::Link;
    if (!isLink && llvm::sys::path::filename(path) != name) continue;
    const auto real = files_.resolve(path);
    if (!real || *real != target_) continue;
    reportUsage(faults, fmt::format("`{}` would overwrite `{}`, which is read", option_, path_),
                {}, {"name another file"});
    return false;
  }
  return true;
}

bool ReportFile::isApart(const OutputDirectory& output, const OutputFiles& built,
                         Diagnostics& faults) {
  const std::string directory = resolveAnyway(output.path());
  llvm::StringRef inner = target_;
  const bool isInside = inner.consume_front(directory + "/");
  const bool isOutput = isInside && (output.mode() != OutputMode::Build || inner.starts_with(".") ||
                                     built.count(inner) > 0);
  const bool isAbove = llvm::StringRef(directory + "/").starts_with(target_ + "/");
  if (!isOutput && !isAbove) return true;
  reportUsage(faults,
              fmt::format("`{}` would write `{}`, which belongs to the output", option_, path_),
              {}, {"name a file outside of the output directory"});
  return false;
}

bool ReportFile::write(const std::string& bytes, Diagnostics& faults) {
  if (bytes == written_) return true;
  if (!stage(bytes, faults) || !commit(faults)) return false;
  written_ = bytes;
  return true;
}

bool ReportFile::stage(const std::string& bytes, Diagnostics& faults) {
  const std::string staged = fmt::format("{}/.{}.{}.cadre-report", parentPath(target_),
                                         llvm::sys::path::filename(target_).str(), ::getpid());
  if (const auto error = files_.create(staged, bytes)) return cannotWrite(error, faults);
  staged_ = staged;
  const auto error = files_.syncFiles({staged});
  return !error || (discard(), cannotWrite(error, faults));
}

void ReportFile::discard() {
  if (!staged_.empty()) (void)files_.remove(staged_);
  staged_.clear();
}

bool ReportFile::commit(Diagnostics& faults) {
  if (const auto error = files_.rename(staged_, target_)) {
    discard();
    return cannotWrite(error, faults);
  }
  staged_.clear();
  return true;
}

/// As FileSystem::resolve, also where the last parts of the path are not there yet.
std::string ReportFile::resolveAnyway(const std::string& path) {
  std::string rest;
  for (std::string at = path;; at = parentPath(at)) {
    if (const auto real = files_.resolve(at)) return joinPath(*real, rest);
    rest = joinPath(llvm::sys::path::filename(at), rest);
    if (parentPath(at) == at) return path;
  }
}

bool ReportFile::cannotWrite(std::error_code error, Diagnostics& faults) const {
  faults.report({}, diag::CannotWrite, path_, describe(error));
  return false;
}

}  // namespace cadre::driver
