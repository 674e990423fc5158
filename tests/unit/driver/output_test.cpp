#include "driver/output.h"

#include "faulty_file_system.h"
#include "support/test.h"
#include "temporary_directory.h"

#include <llvm/ADT/STLExtras.h>

using namespace cadre;
using namespace cadre::driver;
namespace stdfs = std::filesystem;

namespace {

const OutputFiles first = {{"framework.json", "{1}"},
                           {"site/index.html", "<1>"},
                           {"site/style.css", "same"},
                           {"site/old/page.html", "gone later"},
                           {"swap", "a file"},
                           {"turn/inner", "in a directory"}};
const OutputFiles second = {{"framework.json", "{2}"},
                            {"site/index.html", "<2>"},
                            {"site/style.css", "same"},
                            {"site/new/page.html", "new"},
                            {"swap/inner", "now a directory"},
                            {"turn", "now a file"}};

struct Outcome {
  std::optional<OutputChanges> changes;
  Diagnostics diagnostics;

  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& it : diagnostics.all()) out.emplace_back(it.code);
    return out;
  }
};

Outcome build(FileSystem& files, const std::string& path, const OutputFiles& content,
              OutputMode mode = OutputMode::Build) {
  Outcome out;
  OutputDirectory directory(files, path, mode);
  if (directory.open(out.diagnostics)) out.changes = directory.replace(content, out.diagnostics);
  return out;
}

Outcome build(const std::string& path, const OutputFiles& content, OutputMode mode = OutputMode::Build) {
  RealFileSystem files;
  return build(files, path, content, mode);
}

/// The files of a tree as a build sees them: without records and directories.
OutputFiles contentOf(const TemporaryDirectory& temporary, const std::string& below) {
  OutputFiles out;
  for (const auto& [path, bytes] : temporary.tree(below)) {
    if (bytes != "/" && path[0] != '.') out[path] = bytes;
  }
  return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a build writes, changes and removes its own files alone") {
  const TemporaryDirectory temporary;
  Outcome outcome = build(temporary / "a/b/dist", first);
  REQUIRE(outcome.changes);
  CHECK(outcome.diagnostics.empty());
  CHECK(outcome.changes->written.size() == first.size());
  CHECK(contentOf(temporary, "a/b/dist") == first);

  temporary.write("a/b/dist/site/mine.txt", "mine");
  const auto before = stdfs::last_write_time(temporary / "a/b/dist/site/style.css");
  outcome = build(temporary / "a/b/dist", second);
  REQUIRE(outcome.changes);
  CHECK(outcome.diagnostics.empty());
  CHECK(outcome.changes->removed == Codes{"swap", "turn/inner", "site/old/page.html"});
  OutputFiles expected = second;
  expected["site/mine.txt"] = "mine";
  CHECK(contentOf(temporary, "a/b/dist") == expected);
  CHECK_FALSE(stdfs::exists(temporary / "a/b/dist/site/old"));
  CHECK(stdfs::last_write_time(temporary / "a/b/dist/site/style.css") == before);
  // Nothing is left beside the output.
  CHECK(std::distance(stdfs::directory_iterator(temporary / "a/b"), {}) == 1);
}

TEST_CASE("a build that changes nothing touches nothing") {
  const TemporaryDirectory temporary;
  REQUIRE(build(temporary / "dist", first).changes);
  FaultyFileSystem files(0, 0);
  const Outcome outcome = build(files, temporary / "dist", first);
  REQUIRE(outcome.changes);
  CHECK(outcome.changes->empty());
  CHECK(files.steps() == 0);
}

TEST_CASE("a file in the way is named and refused") {
  const TemporaryDirectory temporary;
  temporary.write("dist/framework.json", "mine");
  temporary.write("dist/site", "mine too");
  const auto before = temporary.tree();
  const Outcome outcome = build(temporary / "dist", first);
  CHECK_FALSE(outcome.changes);
  CHECK(outcome.codes() == Codes{"E0932", "E0932"});
  CHECK(outcome.diagnostics.all()[0].message.find("dist/framework.json") != std::string::npos);
  CHECK(temporary.tree() == before);
}

TEST_CASE("directories and links in the way are refused") {
  const TemporaryDirectory temporary;
  temporary.write("elsewhere/index.html", "<mine>");
  stdfs::create_directories(temporary / "dist/framework.json");
  stdfs::create_directory_symlink(temporary / "elsewhere", temporary / "dist/site");
  stdfs::create_symlink("/nowhere", temporary / "dist/swap");
  const auto before = temporary.tree();
  CHECK(build(temporary / "dist", first).codes() == Codes{"E0932", "E0932", "E0932"});
  CHECK(temporary.tree() == before);
}

TEST_CASE("a link that took a directory's place protects what it leads to") {
  const TemporaryDirectory temporary;
  REQUIRE(build(temporary / "dist", first).changes);
  stdfs::rename(temporary / "dist/site", temporary / "elsewhere");
  stdfs::create_directory_symlink(temporary / "elsewhere", temporary / "dist/site");
  const auto before = temporary.tree("elsewhere");
  CHECK(build(temporary / "dist", {{"framework.json", "{3}"}}).changes);
  CHECK(temporary.tree("elsewhere") == before);
}

TEST_CASE("an edited file is written again, and left where the build no longer makes it") {
  const TemporaryDirectory temporary;
  REQUIRE(build(temporary / "dist", first).changes);
  temporary.write("dist/framework.json", "edited");
  temporary.write("dist/site/old/page.html", "edited too");
  const Outcome outcome = build(temporary / "dist", second);
  CHECK(outcome.changes);
  CHECK(outcome.codes() == Codes{"I0943"});
  CHECK(temporary.read("dist/framework.json") == "{2}");
  CHECK(temporary.read("dist/site/old/page.html") == "edited too");
}

TEST_CASE("a record that no build wrote is refused") {
  for (const char* text : {"", "junk", "cadre output 1\nfile 0 ../../etc/passwd\n"}) {
    const TemporaryDirectory temporary;
    temporary.write("dist/.cadre-manifest", text);
    CHECK(build(temporary / "dist", first).codes() == Codes{"E0935"});
  }
}

TEST_CASE("an output path that is a file or a dangling link is refused") {
  const TemporaryDirectory temporary;
  temporary.write("file", "x");
  stdfs::create_symlink("/nowhere", temporary / "link");
  CHECK(build(temporary / "file", first).codes() == Codes{"E0931"});
  CHECK(build(temporary / "link", first).codes() == Codes{"E0931"});
  CHECK(build(temporary / "file/inner", first).codes() == Codes{"E0931"});
}

TEST_CASE("a link to a directory is an output directory") {
  const TemporaryDirectory temporary;
  stdfs::create_directories(temporary / "real/dist");
  stdfs::create_directory_symlink(temporary / "real/dist", temporary / "link");
  CHECK(build(temporary / "link", first).changes);
  CHECK(contentOf(temporary, "real/dist") == first);
  CHECK(stdfs::is_symlink(temporary / "link"));
}

TEST_CASE("two builds at once: one refuses") {
  const TemporaryDirectory temporary;
  REQUIRE(build(temporary / "dist", first).changes);
  RealFileSystem files;
  Diagnostics diagnostics;
  OutputDirectory running(files, temporary / "dist", OutputMode::Build);
  REQUIRE(running.open(diagnostics));
  CHECK(build(temporary / "dist", second).codes() == Codes{"E0933"});
  CHECK(contentOf(temporary, "dist") == first);
  CHECK(running.replace(second, diagnostics));
}

TEST_CASE("a step that fails leaves what was there") {
  for (const bool isFirst : {true, false}) {
    for (size_t step = 0;; ++step) {
      const TemporaryDirectory temporary;
      if (!isFirst) REQUIRE(build(temporary / "out/dist", first).changes);
      const auto before = temporary.tree();
      FaultyFileSystem files(step, FaultyFileSystem::never);
      const Outcome outcome = build(files, temporary / "out/dist", isFirst ? first : second);
      if (files.steps() <= step) break;
      INFO("step " << step);
      if (outcome.changes) {
        // What failed was a second name for a file (a copy serves), or clearing up.
        CHECK(contentOf(temporary, "out/dist") == (isFirst ? first : second));
      } else {
        CHECK(outcome.codes().back() == "E0930");
        CHECK(temporary.tree() == before);
      }
    }
  }
}

TEST_CASE("after a power cut at any step each file is whole, and the next build mends") {
  size_t mended = 0;
  for (const bool isFirst : {true, false}) {
    for (size_t step = 0;; ++step) {
      const TemporaryDirectory temporary;
      if (!isFirst) REQUIRE(build(temporary / "dist", first).changes);
      FaultyFileSystem files(FaultyFileSystem::never, step);
      build(files, temporary / "dist", isFirst ? first : second);
      if (files.steps() <= step) break;
      INFO("step " << step);
      for (const auto& [path, bytes] : contentOf(temporary, "dist")) {
        const bool isOld = !isFirst && first.contains(path) && first.find(path)->second == bytes;
        const OutputFiles& now = isFirst ? first : second;
        const bool isNew = now.contains(path) && now.find(path)->second == bytes;
        CHECK((isOld || isNew));
      }
      // Opening is enough to mend: the old state or the new one, never a mixture.
      RealFileSystem real;
      Diagnostics diagnostics;
      {
        OutputDirectory directory(real, temporary / "dist", OutputMode::Build);
        REQUIRE(directory.open(diagnostics));
        const OutputFiles now = contentOf(temporary, "dist");
        CHECK((now == (isFirst ? OutputFiles() : first) || now == (isFirst ? first : second)));
        CHECK_FALSE(stdfs::exists(temporary / ".dist.cadre-staging"));
      }
      mended += !diagnostics.empty();
      const Outcome next = build(temporary / "dist", second);
      CHECK(next.changes);
      CHECK(contentOf(temporary, "dist") == second);
    }
  }
  CHECK(mended > 10);
}

TEST_CASE("a power cut while a failed build is taken back is mended too") {
  size_t undone = 0;
  for (size_t fails = 0; fails < 60; ++fails) {
    for (size_t stops = fails + 1; stops < fails + 30; ++stops) {
      const TemporaryDirectory temporary;
      REQUIRE(build(temporary / "dist", first).changes);
      FaultyFileSystem files(fails, stops);
      build(files, temporary / "dist", second);
      RealFileSystem real;
      Diagnostics diagnostics;
      OutputDirectory directory(real, temporary / "dist", OutputMode::Build);
      REQUIRE(directory.open(diagnostics));
      const OutputFiles now = contentOf(temporary, "dist");
      CHECK((now == first || now == second));
      undone += llvm::any_of(diagnostics.all(), [](const Diagnostic& it) { return it.code == "I0941"; });
    }
  }
  CHECK(undone > 10);
}

TEST_CASE("new and import want a fresh directory") {
  const TemporaryDirectory temporary;
  CHECK(build(temporary / "new", first, OutputMode::New).changes);
  CHECK(temporary.tree("new").count(".cadre-manifest") == 0);
  CHECK(build(temporary / "new", first, OutputMode::New).codes() == Codes{"E0934"});
  CHECK(build(temporary / "imported", first, OutputMode::Import).changes);
  CHECK(build(temporary / "imported", second, OutputMode::Import).changes);
  CHECK(contentOf(temporary, "imported") == second);
  temporary.write("imported/swap/inner", "an author was here");
  CHECK(build(temporary / "imported", first, OutputMode::Import).codes() == Codes{"E0934"});
  CHECK(temporary.read("imported/swap/inner") == "an author was here");
  CHECK(build(temporary / "new", first, OutputMode::Import).codes() == Codes{"E0934"});
}
