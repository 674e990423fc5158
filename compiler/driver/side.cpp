#include "driver/side.h"

#include "diag/kinds/diff.h"
#include "diag/kinds/session.h"
#include "driver/output.h"
#include "emit/run.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

namespace cadre::driver {

namespace {

constexpr llvm::StringRef releaseName = "framework.json";

/// Keeps the document among what the output writes.
class DocumentSink final : public emit::Sink {
public:
  llvm::Error write(llvm::StringRef path, std::string bytes) override {
    if (path == releaseName) document_ = std::move(bytes);
    return llvm::Error::success();
  }
  [[nodiscard]] const std::string& document() const { return document_; }

private:
  std::string document_;
};

bool exists(FileSystem& files, const std::string& path, EntryKind kind) {
  const auto entry = files.inspectTarget(path);
  return entry && entry->kind == kind;
}

}  // namespace

bool Side::open(Context& context, const std::string& named, const std::string& counterpart) {
  place_ = findPlace(context, named, counterpart);
  if (!place_) return false;
  name_ = place_->name;
  isRevision_ = place_->isRevision();
  isMovingRevision_ = isRevision_ && place_->label != place_->commit;
  FileSystem& files = *place_->files;
  const std::string& path = place_->path;
  const bool isFile = exists(files, path, EntryKind::File);
  if (isFile && llvm::StringRef(path).ends_with(".json")) return readRelease(context, path);
  // What a build wrote is a release as much as the file that it wrote it to.
  const std::string release = joinPath(path, releaseName);
  const bool isOutput = exists(files, path, EntryKind::Directory) && exists(files, release, EntryKind::File) &&
                        !exists(files, joinPath(path, session::manifestName), EntryKind::File);
  if (isOutput) return readRelease(context, release);
  // The output of a workspace has a folder for each member.
  if (exists(files, joinPath(path, OutputDirectory::buildRecord), EntryKind::File)) {
    if (!readReleases(context, path)) return false;
    if (frameworks_.empty()) reportUsage(context.faults, fmt::format("there is no `{}` in `{}`", releaseName, named));
    return !frameworks_.empty();
  }
  return compile(context);
}

std::vector<std::string> Side::read() const {
  if (isRevision_) return {};
  return releases_.empty() ? checked_.loader().read() : releases_;
}

bool Side::readReleases(Context& context, const std::string& directory) {
  releases_.push_back(directory);
  const auto names = place_->files->list(directory);
  if (!names) {
    context.faults.report({}, diag::CannotRead, place_->files->nameOf(directory), describe(names.getError()));
    return false;
  }
  bool isWhole = true;
  for (const std::string& name : *names) {
    const std::string path = joinPath(directory, name);
    if (!exists(*place_->files, path, EntryKind::Directory)) continue;
    const std::string release = joinPath(path, releaseName);
    const bool isRelease = exists(*place_->files, release, EntryKind::File);
    isWhole = (isRelease ? readRelease(context, release) : readReleases(context, path)) && isWhole;
  }
  return isWhole;
}

bool Side::readRelease(Context& context, const std::string& path) {
  releases_.push_back(path);
  const auto bytes = place_->files->read(path);
  const std::string name = place_->files->nameOf(path);
  if (!bytes) {
    context.faults.report({}, diag::CannotRead, name, describe(bytes.getError()));
    return false;
  }
  auto document = diff::Document::read(*bytes);
  if (!document) {
    reportUsage(context.faults, fmt::format("`{}` is no release: {}", name, llvm::toString(document.takeError())), {},
                {"a side is a package, a framework.json that a build wrote, or a revision: `git:HEAD~1`"});
    return false;
  }
  frameworks_.push_back({std::move(*document)});
  return true;
}

bool Side::compile(Context& context) {
  Diagnostics before = std::exchange(context.findings, {});
  const bool isOpen = checked_.open(context, std::move(*place_));
  Diagnostics found = std::exchange(context.findings, std::move(before));
  if (!isOpen || context.faults.hasErrors()) return false;
  if (found.hasErrors()) {
    context.findings.append(std::move(found));
    context.findings.report({}, diag::SideDoesNotCheck, shown());
    return false;
  }
  for (size_t i = 0; i < checked_.units().size(); ++i) {
    auto framework = publishedFramework(context, checked_.results()[i], checked_.package(checked_.units()[i]));
    if (!framework) return false;
    frameworks_.push_back(std::move(*framework));
  }
  return true;
}

namespace {

/// What is published, as a document. Null where that failed (reported).
std::unique_ptr<diff::Document> published(Context& context, const model::Model& model, model::PublicationOptions options) {
  const model::Publication publication(model, options);
  DocumentSink sink;
  std::string failure;
  if (auto error = emit::run({"json"}, publication, sink, {})) failure = llvm::toString(std::move(error));
  auto document = diff::Document::read(sink.document());
  if (!document) failure = llvm::toString(document.takeError());
  if (failure.empty()) return std::move(*document);
  context.faults.report({}, diag::CannotEmit, "json", failure);
  return nullptr;
}

}  // namespace

std::optional<SideFramework> publishedFramework(Context& context, const session::Result& result, const Package& package) {
  const model::Model& model = *result.model;
  auto document = published(context, model, {.drafts = context.options.drafts});
  if (!document) return {};
  std::unique_ptr<diff::Document> wide;
  if (llvm::any_of(model.tables().profiles, [](const model::Profile& it) { return it.isAbstract; })) {
    wide = published(context, model, {.drafts = context.options.drafts, .abstractProfiles = true});
    if (!wide) return {};
  }
  document->setBases(std::move(wide));
  return SideFramework{std::move(document), &result, &package};
}

}  // namespace cadre::driver
