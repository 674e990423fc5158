#include "driver/output.h"

#include "diag/kinds/session.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Path.h>

namespace cadre::driver {

namespace {

constexpr llvm::StringRef stagingSuffix = ".cadre-staging";
constexpr llvm::StringRef journalName = "journal";
constexpr llvm::StringRef unfinishedJournal = "journal.new";
constexpr llvm::StringRef undoName = "undo";

std::optional<Failure> failureOf(const std::string& path, std::error_code error) {
  if (!error) return {};
  return Failure{path, error};
}

}  // namespace

bool OutputDirectory::open(Diagnostics& diagnostics) {
  if (!findDirectory(diagnostics)) return false;
  staging_ = findStaging();
  const auto left = files_.inspect(staging_);
  const bool isLeft = left && left->kind == EntryKind::Directory;
  if (!exists_ && !isLeft) return true;
  if (!exists_ && !makeDirectories(diagnostics)) return false;
  return lock(diagnostics) && recover(diagnostics);
}

std::optional<OutputChanges> OutputDirectory::replace(const OutputFiles& files, Diagnostics& diagnostics) {
  if (!isLocked_ && !(makeDirectories(diagnostics) && lock(diagnostics) && recover(diagnostics))) {
    removeMadeDirectories();
    return {};
  }
  const auto record = readRecord(diagnostics);
  std::string recordText;
  const auto plan = record && isFresh(*record, diagnostics)
                        ? planOutput(files_, {path_, shownAs_, recordName(), *record, files}, recordText, diagnostics)
                        : std::nullopt;
  if (!plan) {
    removeMadeDirectories();
    return {};
  }
  if (plan->operations.empty()) return OutputChanges();
  Transaction transaction(files_, path_, staging_, plan->operations);
  std::optional<Failure> failure = stage(*plan);
  if (!failure) failure = writeJournal(transaction);
  if (failure) {
    discardStaging();
    removeMadeDirectories();
    fail(*failure, true, diagnostics);
    return {};
  }
  failure = transaction.apply();
  if (failure) {
    const bool isIntact = rollBack(transaction);
    fail(*failure, isIntact, diagnostics);
    return {};
  }
  discardStaging();
  return plan->changes;
}

// ---- Finding, locking, mending -----------------------------------------------------------------

bool OutputDirectory::findDirectory(Diagnostics& diagnostics) {
  const llvm::StringRef trimmed = llvm::StringRef(path_).rtrim('/');
  if (!trimmed.empty()) path_ = trimmed.str();
  const auto entry = files_.inspect(path_);
  const auto target = files_.inspectTarget(path_);
  if (!entry || !target) {
    return fail({path_, entry ? target.getError() : entry.getError()}, true, diagnostics);
  }
  exists_ = target->kind == EntryKind::Directory;
  if (!exists_ && entry->kind != EntryKind::None) {
    diagnostics.report({}, diag::NotADirectory, shownAs_).help(diag::MoveItAway);
    return false;
  }
  if (!exists_) return true;
  const auto real = files_.resolve(path_);
  if (!real) return fail({path_, real.getError()}, true, diagnostics);
  path_ = *real;
  return true;
}

/// Beside the output directory: files move from there in one step. A directory of its own file
/// system, or one whose surroundings are read-only, holds it inside.
std::string OutputDirectory::findStaging() {
  const std::string parent = parentPath(path_);
  const llvm::StringRef name = llvm::sys::path::filename(path_);
  if (exists_) {
    const auto left = files_.inspect(joinPath(path_, stagingSuffix));
    if (left && left->kind == EntryKind::Directory) return joinPath(path_, stagingSuffix);
    const auto own = files_.inspect(path_);
    const auto above = files_.inspectTarget(parent);
    const bool isBeside = own && above && own->device == above->device && path_ != "/" && files_.isWritable(parent);
    if (!isBeside) return joinPath(path_, stagingSuffix);
  }
  return joinPath(parent, ("." + name + stagingSuffix).str());
}

bool OutputDirectory::lock(Diagnostics& diagnostics) {
  auto held = files_.lock(path_);
  if (held) {
    lock_ = std::move(*held);
    isLocked_ = true;
    return true;
  }
  if (held.getError() == std::errc::resource_unavailable_try_again) {
    diagnostics.report({}, diag::OutputInUse, shownAs_).help(diag::TryLater);
    return false;
  }
  return fail({path_, held.getError()}, true, diagnostics);
}

bool OutputDirectory::recover(Diagnostics& diagnostics) {
  const auto names = files_.list(staging_);
  if (!names) return true;
  const bool isUndo = llvm::is_contained(*names, undoName);
  const bool isJournal = llvm::is_contained(*names, journalName);
  if (isUndo || isJournal) {
    return finishJournal(inStaging(isUndo ? undoName : journalName), !isUndo, diagnostics);
  }
  discardStaging();
  if (!names->empty()) diagnostics.report({}, diag::BuildDiscarded, shownAs_);
  return true;
}

bool OutputDirectory::finishJournal(const std::string& journal, bool forward, Diagnostics& diagnostics) {
  const auto text = files_.read(journal);
  if (!text) return fail({journal, text.getError()}, false, diagnostics);
  auto operations = Transaction::parse(*text);
  if (!operations) {
    diagnostics.report({}, diag::UnreadableRecord, journal).help(diag::DeleteOutput);
    return false;
  }
  Transaction transaction(files_, path_, staging_, std::move(*operations));
  const auto failure = forward ? transaction.apply() : transaction.undo();
  if (failure) return fail(*failure, false, diagnostics);
  discardStaging();
  diagnostics.report({}, forward ? diag::BuildCompleted : diag::BuildUndone, shownAs_);
  return true;
}

bool OutputDirectory::makeDirectories(Diagnostics& diagnostics) {
  std::vector<std::string> missing;
  for (std::string at = path_;; at = parentPath(at)) {
    const auto entry = files_.inspectTarget(at);
    if (!entry) return fail({at, entry.getError()}, true, diagnostics);
    if (entry->kind == EntryKind::Directory) break;
    if (entry->kind != EntryKind::None || at == parentPath(at)) {
      diagnostics.report({}, diag::NotADirectory, at);
      return false;
    }
    missing.push_back(at);
  }
  for (const std::string& directory : llvm::reverse(missing)) {
    const std::error_code error = files_.makeDirectory(directory);
    if (error == std::errc::file_exists) continue;
    if (error) {
      removeMadeDirectories();
      return fail({directory, error}, true, diagnostics);
    }
    made_.push_back(directory);
  }
  exists_ = true;
  return true;
}

/// Undoes makeDirectories where nothing came to stand in them.
void OutputDirectory::removeMadeDirectories() {
  for (const std::string& directory : llvm::reverse(made_)) {
    if (files_.removeDirectory(directory)) break;
  }
  made_.clear();
}

// ---- What is there -----------------------------------------------------------------------------

std::string OutputDirectory::recordName() const {
  switch (mode_) {
    case OutputMode::Build: return buildRecord.str();
    case OutputMode::Import: return importRecord.str();
    case OutputMode::New:
    case OutputMode::Add: return {};
  }
  llvm_unreachable("every mode has a case");
}

std::optional<OutputRecord> OutputDirectory::readRecord(Diagnostics& diagnostics) {
  if (recordName().empty()) return OutputRecord();
  const std::string path = joinPath(path_, recordName());
  const std::string shown = joinPath(shownAs_, recordName());
  const auto entry = files_.inspect(path);
  if (entry && entry->kind == EntryKind::None) return OutputRecord();
  const bool isFile = entry && entry->kind == EntryKind::File;
  const auto text = isFile ? files_.read(path) : llvm::ErrorOr<std::string>(std::string());
  if (!text) {
    diagnostics.report({}, diag::CannotRead, shown, describe(text.getError()));
    return {};
  }
  auto record = isFile ? OutputRecord::parse(*text) : std::nullopt;
  if (!record) diagnostics.report({}, diag::UnreadableRecord, shown).help(diag::DeleteOutput);
  return record;
}

/// Where authors are to work, nothing of theirs may be lost: the directory holds what was written
/// there before, byte for byte, or nothing.
bool OutputDirectory::isFresh(const OutputRecord& record, Diagnostics& diagnostics) {
  if (mode_ == OutputMode::Build || mode_ == OutputMode::Add) return true;
  std::vector<std::string> pending = {""};
  while (!pending.empty()) {
    const std::string directory = pending.back();
    pending.pop_back();
    const auto names = files_.list(joinPath(path_, directory));
    if (!names) return fail({joinPath(path_, directory), names.getError()}, true, diagnostics);
    for (const std::string& name : *names) {
      const std::string path = joinPath(directory, name);
      if (path == recordName() || isAsRecorded(path, record)) continue;
      if (!record.directories.contains(path)) {
        auto report = diagnostics.report({}, diag::NotEmpty, shownAs_);
        if (record.files.contains(path))
          report.note(diag::EditedSinceImport, path);
        else if (!record.files.empty())
          report.note(diag::NotFromImport, path);
        report.help(diag::OnlyEmptyDirectory);
        return false;
      }
      pending.push_back(path);
    }
  }
  return true;
}

bool OutputDirectory::isAsRecorded(const std::string& path, const OutputRecord& record) {
  const auto known = record.files.find(path);
  if (known == record.files.end()) return false;
  const auto bytes = files_.read(joinPath(path_, path));
  return bytes && hashOf(*bytes) == known->second;
}

// ---- Writing -----------------------------------------------------------------------------------

std::optional<Failure> OutputDirectory::stage(const OutputPlan& plan) {
  for (const std::string& directory : {staging_, inStaging("new"), inStaging("old")}) {
    const std::error_code error = files_.makeDirectory(directory);
    if (error && error != std::errc::file_exists) return Failure{directory, error};
  }
  std::vector<std::string> staged;
  if (auto failure = stageFiles(plan, staged)) return failure;
  if (!staged.empty()) {
    if (const std::error_code error = files_.syncFiles(staged)) return Failure{staging_, error};
  }
  for (const std::string& directory : {inStaging("new"), inStaging("old")}) {
    if (const std::error_code error = files_.syncDirectory(directory)) return Failure{directory, error};
  }
  return {};
}

std::optional<Failure> OutputDirectory::stageFiles(const OutputPlan& plan, std::vector<std::string>& staged) {
  for (const Operation& operation : plan.operations) {
    if (operation.hadOld) {
      if (const std::error_code error = keepOld(operation)) return Failure{joinPath(path_, operation.path), error};
    }
    if (operation.kind != OperationKind::Write) continue;
    staged.push_back(Transaction::newFile(staging_, operation.slot));
    const std::error_code error = files_.create(staged.back(), plan.staged[operation.slot]);
    if (error) return Failure{joinPath(path_, operation.path), error};
  }
  return {};
}

/// A second name where the file system has such a thing, else a copy.
std::error_code OutputDirectory::keepOld(const Operation& operation) {
  const std::string path = joinPath(path_, operation.path);
  const std::string kept = Transaction::oldFile(staging_, operation.slot);
  if (!files_.link(path, kept)) return {};
  const auto bytes = files_.read(path);
  if (!bytes) return bytes.getError();
  if (const std::error_code error = files_.create(kept, *bytes)) return error;
  return files_.syncFiles({kept});
}

std::optional<Failure> OutputDirectory::writeJournal(const Transaction& transaction) {
  const std::string unfinished = inStaging(unfinishedJournal);
  std::error_code error = files_.create(unfinished, transaction.write());
  if (!error) error = files_.syncFiles({unfinished});
  if (!error) error = files_.rename(unfinished, inStaging(journalName));
  if (!error) error = files_.syncDirectory(staging_);
  // The staging directory's own name has to outlive a power cut as well.
  if (!error) error = files_.syncDirectory(parentPath(staging_));
  return failureOf(staging_, error);
}

/// From here on whoever finds the journal undoes too. True when all is as it was.
bool OutputDirectory::rollBack(Transaction& transaction) {
  if (files_.rename(inStaging(journalName), inStaging(undoName))) return false;
  if (files_.syncDirectory(staging_)) return false;
  if (transaction.undo()) return false;
  discardStaging();
  removeMadeDirectories();
  return true;
}

/// Removes what cadre puts there, the journal first: without it the rest means nothing. A failure
/// leaves garbage that the next build clears.
void OutputDirectory::discardStaging() {
  for (const llvm::StringRef name : {journalName, undoName, unfinishedJournal}) {
    const auto entry = files_.inspect(inStaging(name));
    if (!entry || entry->kind != EntryKind::File) continue;
    if (files_.remove(inStaging(name)) || files_.syncDirectory(staging_)) return;
  }
  for (const std::string& directory : {inStaging("new"), inStaging("old")}) {
    if (const auto names = files_.list(directory)) {
      for (const std::string& name : *names) (void)files_.remove(joinPath(directory, name));
    }
    (void)files_.removeDirectory(directory);
  }
  (void)files_.removeDirectory(staging_);
}

bool OutputDirectory::fail(const Failure& failure, bool isIntact, Diagnostics& diagnostics) {
  llvm::StringRef inner = failure.path;
  const std::string shown = inner.consume_front(path_) ? shownAs_ + inner.str() : failure.path;
  diagnostics.report({}, diag::CannotWrite, shown, describe(failure.error))
      .help(isIntact ? diag::OldOutputIntact : diag::NextBuildMends);
  return false;
}

}  // namespace cadre::driver
