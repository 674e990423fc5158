// A sink that keeps the files, for tests.
#pragma once

#include "emit/html/emit_html.h"

#include <map>
#include <string>

namespace cadre::test {

class MemorySink : public emit::Sink {
public:
  llvm::Error write(llvm::StringRef path, std::string bytes) override {
    files[path.str()] = std::move(bytes);
    return llvm::Error::success();
  }
  /// The file, or nothing.
  const std::string& operator[](const std::string& path) { return files[path]; }

  std::map<std::string, std::string> files;
};

/// The whole site of a model.
inline MemorySink siteOf(const model::Model& model, model::PublicationOptions options = {}) {
  MemorySink sink;
  const model::Publication publication(model, options);
  llvm::cantFail(emit::emitHtml(publication, sink, {}));
  return sink;
}

}  // namespace cadre::test
