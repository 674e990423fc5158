#include "emit/html/emit_html.h"

#include "emit/html/pages.h"
#include "html_runtime_files.h"

namespace cadre::emit {

namespace {

class Files {
public:
  explicit Files(Sink& sink) : sink_(sink) {}

  void add(llvm::StringRef path, std::string bytes) {
    if (!error_) error_ = sink_.write(("site/" + path).str(), std::move(bytes));
  }
  llvm::Error take() { return std::move(error_); }
  [[nodiscard]] bool hasFailed() { return static_cast<bool>(error_); }

private:
  Sink& sink_;
  llvm::Error error_ = llvm::Error::success();
};

}  // namespace

llvm::Error emitHtml(const model::Publication& publication, Sink& sink, const Options& options) {
  // Where nothing has changed, there is nothing to show.
  const bool hasChanges = options.since && !options.since->comparand.difference.isEmpty();
  const html::Site site(publication, hasChanges ? &options.since->comparand : nullptr);
  Files files(sink);
  files.add("style.css", embedded::html_runtime::find("site.css").str());
  files.add("index.html", html::startPage(site));
  if (site.changes()) {
    files.add("changes.css", embedded::html_runtime::find("changes.css").str());
    files.add("changes.html", html::changesPage(site));
  }
  for (auto& [path, bytes] : html::matrixPages(site)) files.add(path, std::move(bytes));
  for (const auto id : publication.ids<model::Profile>()) {
    if (!files.hasFailed()) files.add(site.file(id), html::profilePage(site, id));
  }
  for (const auto id : publication.ids<model::Competency>()) {
    if (!files.hasFailed()) files.add(site.file(id), html::competencyPage(site, id));
  }
  return files.take();
}

}  // namespace cadre::emit
