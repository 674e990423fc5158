// Writes what the emitter `json` makes of known models into a folder, for schema_test.py:
//
//     write_documents FOLDER [EXAMPLE...]
//
// The models are those of the examples (each a framework.json) and the thorny one, with and without
// drafts.
#include "emit/json/emit_json.h"
#include "support/document_model.h"
#include "support/thorny_model.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

using namespace cadre;
using llvm::StringRef;

namespace {

/// Keeps the document and lets its schema go.
class DocumentSink : public emit::Sink {
 public:
  explicit DocumentSink(std::string path) : path_(std::move(path)) {}

  llvm::Error write(StringRef name, std::string bytes) override {
    if (name != "framework.json") return llvm::Error::success();
    std::error_code error;
    llvm::raw_fd_ostream out(path_, error);
    if (error) return llvm::createFileError(path_, error);
    out << bytes;
    return llvm::Error::success();
  }

 private:
  std::string path_;
};

void write(StringRef folder, const llvm::Twine& name, const model::Model& model, bool drafts) {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  DocumentSink sink(path.str().str());
  llvm::cantFail(emit::emitJson(model::Publication(model, {.drafts = drafts}), sink, {}));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const StringRef folder = arguments[1];
  if (llvm::sys::fs::create_directories(folder)) return 2;
  for (const char* example : llvm::ArrayRef(arguments + 2, static_cast<size_t>(count - 2))) {
    auto text = llvm::MemoryBuffer::getFile(example);
    if (!text) return 2;
    const StringRef name = llvm::sys::path::filename(example);
    write(folder, name, test::modelOfDocument((*text)->getBuffer()), true);
  }
  write(folder, "thorny.json", test::thornyModel(), false);
  write(folder, "thorny-drafts.json", test::thornyModel(), true);
  return 0;
}
