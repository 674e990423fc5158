// A sink that keeps the files, for tests of emitters: takes what an emitter writes, gives it by path.
#pragma once

#include "emit/emitter.h"

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

/// Takes some files and refuses the next.
class FullSink : public emit::Sink {
public:
  explicit FullSink(size_t room) : room_(room) {}
  llvm::Error write(llvm::StringRef, std::string) override {
    if (room_ == 0) return llvm::createStringError("no room");
    --room_;
    return llvm::Error::success();
  }

private:
  size_t room_;
};

}  // namespace cadre::test
