// Writes what the emitters `json` and `ndjson` make of known models into a folder, for the tests in
// Python:
//
//     write_documents FOLDER SEEDS [EXAMPLE...]
//
// The models are those of the examples (each a framework.json), the thorny one with and without
// drafts, one that has everything, and SEEDS random ones. Beside each X.json stands its X.ndjson.
#include "emit/json/emit_json.h"
#include "emit/json/emit_ndjson.h"
#include "support/document_model.h"
#include "support/random_model.h"
#include "support/thorny_model.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

using namespace cadre;
using llvm::StringRef;

namespace {

/// Keeps documents and streams under a name of its own and lets their schemas go.
class DocumentSink : public emit::Sink {
public:
  explicit DocumentSink(std::string stem) : stem_(std::move(stem)) {}

  llvm::Error write(StringRef name, std::string bytes) override {
    if (name.contains("schema")) return llvm::Error::success();
    const std::string path = stem_ + llvm::sys::path::extension(name).str();
    std::error_code error;
    llvm::raw_fd_ostream out(path, error);
    if (error) return llvm::createFileError(path, error);
    out << bytes;
    return llvm::Error::success();
  }

private:
  std::string stem_;
};

void write(StringRef folder, const llvm::Twine& name, const model::Model& model, bool drafts) {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  DocumentSink sink(path.str().str());
  const model::Publication publication(model, {.drafts = drafts});
  llvm::cantFail(emit::emitJson(publication, sink, {}));
  llvm::cantFail(emit::emitNdjson(publication, sink, {}));
}

}  // namespace

int main(int count, char** arguments) {
  uint64_t seeds = 0;
  if (count < 3 || !llvm::to_integer(arguments[2], seeds)) return 2;
  const StringRef folder = arguments[1];
  if (llvm::sys::fs::create_directories(folder)) return 2;
  for (const char* example : llvm::ArrayRef(arguments + 3, static_cast<size_t>(count - 3))) {
    auto text = llvm::MemoryBuffer::getFile(example);
    if (!text) return 2;
    const StringRef name = llvm::sys::path::stem(example);
    write(folder, name, test::modelOfDocument((*text)->getBuffer()), true);
  }
  write(folder, "thorny", test::thornyModel(), false);
  write(folder, "thorny-drafts", test::thornyModel(), true);
  write(folder, "everything", test::randomModel({.seed = 1, .everything = true}).model, false);
  for (uint64_t seed = 1; seed <= seeds; ++seed) {
    const test::RandomModel random = test::randomModel({.seed = seed});
    write(folder, "random-" + llvm::Twine(seed), random.model, seed % 2 == 0);
  }
  return 0;
}
