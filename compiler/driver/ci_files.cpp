#include "driver/ci_files.h"

#include "pipeline_files.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

using llvm::StringRef;

namespace {

struct CiFile {
  StringRef service;
  StringRef path;
  StringRef source;  ///< In runtime/pipelines.
};

constexpr StringRef gitlabEntry = ".gitlab-ci.yml";

constexpr CiFile ciTable[] = {
    {"github", ".github/actions/cadre/action.yml", "action.yml"},
    {"github", ".github/workflows/cadre.yml", "cadre.yml"},
    {"gitlab", ".gitlab/cadre.gitlab-ci.yml", "cadre.gitlab-ci.yml"},
    {"gitlab", gitlabEntry, "include.gitlab-ci.yml"},
};

}  // namespace

std::vector<StringRef> ciServices() { return {"github", "gitlab"}; }

OutputFiles ciFiles(StringRef service) {
  OutputFiles out;
  for (const CiFile& file : ciTable) {
    if (file.service == service) out[file.path.str()] = embedded::pipeline::find(file.source).str();
  }
  return out;
}

StringRef ciEntry(StringRef service) { return service == "gitlab" ? gitlabEntry : StringRef(); }

}  // namespace cadre::driver
