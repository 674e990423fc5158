#include "git/loose_objects.h"

#include "support/test.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>

#include <zlib.h>

#include <filesystem>
#include <fstream>

using namespace cadre::git;
namespace stdfs = std::filesystem;

namespace {

const std::string first = "ab" + std::string(38, '1');
const std::string second = "ab" + std::string(37, '1') + "2";

/// Directories of objects, removed at the end.
class Objects {
public:
  Objects() {
    llvm::SmallString<128> path;
    (void)llvm::sys::fs::createUniqueDirectory("cadre-test", path);
    root_ = path.str().str();
  }
  Objects(const Objects&) = delete;
  Objects& operator=(const Objects&) = delete;
  ~Objects() { stdfs::remove_all(root_); }

  [[nodiscard]] std::string at(const std::string& name) const { return (root_ / name).string(); }

  void write(const std::string& name, const std::string& bytes) const {
    stdfs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }

private:
  stdfs::path root_;
};

std::string deflated(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  REQUIRE(compress(reinterpret_cast<Bytef*>(out.data()), &size,
                   reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()) == Z_OK);
  out.resize(size);
  return out;
}

std::string placeOf(const std::string& directory, const std::string& hash) {
  return directory + "/" + hash.substr(0, 2) + "/" + hash.substr(2);
}

}  // namespace

TEST_CASE("a file that ends before its object does is found at every length") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += std::to_string(i * i);
  const std::string whole = deflated(text);
  const Objects objects;
  LooseObjects loose;
  loose.add(objects.at("o"));
  CHECK_FALSE(loose.isAnyCutOff(first));
  objects.write(placeOf("o", first), whole);
  CHECK_FALSE(loose.isAnyCutOff(first));
  for (size_t size = 0; size < whole.size(); size += 1 + size / 7) {
    INFO(size);
    objects.write(placeOf("o", first), whole.substr(0, size));
    CHECK(loose.isAnyCutOff(first));
    CHECK_FALSE(loose.isAnyCutOff(second));
  }
  objects.write(placeOf("o", first), whole.substr(0, whole.size() - 1));
  CHECK(loose.isAnyCutOff(first));
  // Damage of another kind is left to those who read it.
  objects.write(placeOf("o", first), "rubbish");
  CHECK_FALSE(loose.isAnyCutOff(first));
}

TEST_CASE("the beginning of a hash stands for all that begin so") {
  const Objects objects;
  LooseObjects loose;
  loose.add(objects.at("o"));
  objects.write(placeOf("o", first), deflated("whole"));
  objects.write(placeOf("o", second), deflated("not whole").substr(0, 5));
  CHECK(loose.isAnyCutOff("ab"));
  CHECK(loose.isAnyCutOff("ab1111"));
  CHECK_FALSE(loose.isAnyCutOff("ab2"));
  CHECK_FALSE(loose.isAnyCutOff("cd11"));
}

TEST_CASE("alternates are directories of objects too") {
  const Objects objects;
  objects.write("a/info/alternates", "# a comment\n../b\n" + objects.at("nowhere") + "\n");
  objects.write("b/info/alternates", objects.at("c") + "\n../a\n");
  objects.write(placeOf("c", first), deflated("not whole").substr(0, 5));
  LooseObjects loose;
  loose.add(objects.at("a"));
  CHECK(loose.isAnyCutOff(first));
  LooseObjects other;
  other.add(objects.at("nowhere"));
  CHECK_FALSE(other.isAnyCutOff(first));
}
