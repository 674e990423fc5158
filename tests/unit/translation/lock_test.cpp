#include "translation/lock.h"

#include "support/test.h"

using namespace cadre;
using namespace cadre::translation;

namespace {

/// What is found in a lock: code, line and column.
std::vector<std::string> faultsIn(const std::string& text, Lock* out = nullptr) {
  SourceManager sources;
  Diagnostics diags;
  const FileId file = sources.add("translations/fr.lock", text);
  Lock lock = readLock(sources, file, diags);
  if (out) *out = std::move(lock);
  std::vector<std::string> found;
  for (const Diagnostic* it : diags.sorted()) {
    const LineColumn at = sources.position(file, it->span.begin);
    found.push_back(fmt::format("{} {}:{}", it->code, at.line, at.column));
  }
  return found;
}

const std::string head = "# cadre translation lock 1\n";

}  // namespace

TEST_CASE("a lock is lines by their keys, and reads back") {
  Lock lock;
  lock.add("a.B title", 0xabc);
  lock.add("a.B about", hashOf("Says it."));
  lock.add("a.B ~0000000000000001", 2);
  lock.add("a.B ~0000000000000001", 1);
  lock.add("a title", ~uint64_t{0});
  const std::string text = lock.write("fr");
  CHECK(
      text ==
      "# cadre translation lock 1\n"
      "# What the translations into `fr` were made from: a hash of each source text, and its key.\n"
      "# Written by `cadre translate accept fr`. After a merge keep the lines of both sides.\n"
      "ffffffffffffffff a title\n"
      "7578ec128e795e66 a.B about\n"
      "0000000000000abc a.B title\n"
      "0000000000000001 a.B ~0000000000000001\n"
      "0000000000000002 a.B ~0000000000000001\n");
  Lock again;
  CHECK(faultsIn(text, &again).empty());
  CHECK(again.write("fr") == text);
}

TEST_CASE("white space does not count, words and markup do") {
  CHECK(hashOf("One two") == hashOf("  One\n\t two \r\n"));
  CHECK(hashOf("One two") != hashOf("Onetwo"));
  CHECK(hashOf("One two") != hashOf("One *two*"));
  CHECK(hashOf("One two") != hashOf("One Two"));
}

TEST_CASE("comments, blank lines, other orders and ends of lines are read") {
  Lock lock;
  CHECK(faultsIn("\xEF\xBB\xBF# cadre translation lock 1\r\n\r\n# told by a person\r\n"
                 "0000000000000002 b title\r\n0000000000000001 a title",
                 &lock)
            .empty());
  CHECK(lock.keys() == std::vector<llvm::StringRef>{"a title", "b title"});
  CHECK(lock.find("b title").vec() == std::vector<uint64_t>{2});
  CHECK(lock.find("c title").empty());
}

TEST_CASE("what is no lock is not read") {
  CHECK(faultsIn("") == std::vector<std::string>{"E0960 1:1"});
  CHECK(faultsIn("\n" + head) == std::vector<std::string>{"E0960 1:1"});
  CHECK(faultsIn(std::string("\0\xFF\n\xFE", 4)) == std::vector<std::string>{"E0960 1:1"});
  CHECK(faultsIn("# cadre translation lock 2\nx\n") == std::vector<std::string>{"E0961 1:1"});
}

TEST_CASE("each line that is none is found at its place") {
  CHECK(faultsIn(head + "0000000000000001 a title\nnonsense\n000000000000000g b title\n"
                        "000000000000001 c title\n0000000000000001\n0000000000000001  d title\n"
                        "000000000000000A e title\n0000000000000001 \xFF title\n") ==
        std::vector<std::string>{"E0962 3:1", "E0962 4:1", "E0962 5:1", "E0962 6:1", "E0962 7:1",
                                 "E0962 8:1", "E0962 9:1"});
}

TEST_CASE("a text is recorded once, but for bullets by position") {
  CHECK(faultsIn(head + "0000000000000001 a title\n0000000000000002 a title\n") ==
        std::vector<std::string>{"E0963 3:18"});
  CHECK(faultsIn(head +
                 "0000000000000001 a ~0000000000000003\n0000000000000002 a ~0000000000000003\n")
            .empty());
}

TEST_CASE("a merge that is not finished is found once") {
  CHECK(faultsIn(head +
                 "<<<<<<< ours\n0000000000000001 a title\n=======\n0000000000000002 a title\n"
                 ">>>>>>> theirs\n") == std::vector<std::string>{"E0964 2:1"});
}

TEST_CASE("of a file beside others, their lines stay") {
  Lock ours;
  ours.add("acme.a title", 1);
  Lock before;
  for (const char* key :
       {"acme.a title", "acme.a.Gone title", "acme.a#x", "acme.ab title", "http://b/x about"})
    before.add(key, 7);
  ours.keepOthers(before, "acme.a");
  CHECK(ours.keys() ==
        std::vector<llvm::StringRef>{"acme.a title", "acme.ab title", "http://b/x about"});
  CHECK(ours.find("acme.a title").vec() == std::vector<uint64_t>{1});
}
