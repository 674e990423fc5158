#include "driver/rewrite.h"

#include "faulty_file_system.h"
#include "support/test.h"
#include "temporary_directory.h"

#include <sys/stat.h>

using namespace cadre;
using namespace cadre::driver;
namespace stdfs = std::filesystem;

namespace {

std::vector<Rewrite> three(const TemporaryDirectory& temporary) {
  std::vector<Rewrite> out;
  for (const char* name : {"a.cadre", "b.cadre", "c.cadre"}) {
    temporary.write(name, std::string("old ") + name);
    out.push_back({temporary / name, name, std::string("old ") + name, std::string("new ") + name});
  }
  return out;
}

}  // namespace

TEST_CASE("files are replaced, and nothing is left beside them") {
  const TemporaryDirectory temporary;
  const auto rewrites = three(temporary);
  RealFileSystem files;
  Diagnostics faults;
  CHECK(rewriteSources(files, rewrites, faults));
  CHECK(temporary.tree() == std::map<std::string, std::string>{{"a.cadre", "new a.cadre"},
                                                               {"b.cadre", "new b.cadre"},
                                                               {"c.cadre", "new c.cadre"}});
}

TEST_CASE("permissions and links stay") {
  const TemporaryDirectory temporary;
  temporary.write("below/real.cadre", "old");
  stdfs::create_symlink("below/real.cadre", temporary / "link.cadre");
  REQUIRE(::chmod((temporary / "below/real.cadre").c_str(), 0640) == 0);
  RealFileSystem files;
  Diagnostics faults;
  CHECK(rewriteSources(files, {{temporary / "link.cadre", "link.cadre", "old", "new"}}, faults));
  CHECK(stdfs::read_symlink(temporary / "link.cadre") == "below/real.cadre");
  CHECK(temporary.tree("below") == std::map<std::string, std::string>{{"real.cadre", "new"}});
  CHECK((stdfs::status(temporary / "below/real.cadre").permissions() & stdfs::perms::mask) ==
        (stdfs::perms::owner_read | stdfs::perms::owner_write | stdfs::perms::group_read));
}

TEST_CASE("a file that somebody changed in between stops all") {
  const TemporaryDirectory temporary;
  const auto rewrites = three(temporary);
  temporary.write("b.cadre", "theirs");
  RealFileSystem files;
  Diagnostics faults;
  CHECK_FALSE(rewriteSources(files, rewrites, faults));
  REQUIRE(faults.all().size() == 1);
  CHECK(faults.all().front().message ==
        "cannot write `b.cadre`: it was changed by somebody else since it was read");
  CHECK(temporary.read("a.cadre") == "old a.cadre");
  CHECK(temporary.read("b.cadre") == "theirs");
  CHECK(temporary.tree().size() == 3);
}

TEST_CASE("whichever step fails, every file is whole and the failure is reported") {
  size_t steps = 0;
  for (size_t step = 0; step <= steps; ++step) {
    const TemporaryDirectory temporary;
    const auto rewrites = three(temporary);
    FaultyFileSystem files(step, FaultyFileSystem::never);
    Diagnostics faults;
    const bool done = rewriteSources(files, rewrites, faults);
    if (step == 0) {
      FaultyFileSystem counting(FaultyFileSystem::never, FaultyFileSystem::never);
      const TemporaryDirectory other;
      Diagnostics none;
      REQUIRE(rewriteSources(counting, three(other), none));
      steps = counting.steps();
    }
    CHECK(done == (step == steps));
    CHECK(faults.all().size() == (done ? 0 : 1));
    for (const Rewrite& it : rewrites) {
      const std::string now = temporary.read(it.shown);
      CHECK((now == it.before || now == it.after));
    }
    INFO("step " << step);
    CHECK(temporary.tree().size() == 3);
  }
}

TEST_CASE("a new file is made with its directory, and is nobody's else") {
  const TemporaryDirectory temporary;
  const Rewrite made{temporary / "below/new.lock", "below/new.lock", "", "new", true};
  RealFileSystem files;
  Diagnostics faults;
  CHECK(rewriteSources(files, {made}, faults));
  CHECK(temporary.tree("below") == std::map<std::string, std::string>{{"new.lock", "new"}});
  temporary.write("below/new.lock", "theirs");
  CHECK_FALSE(rewriteSources(files, {made}, faults));
  REQUIRE(faults.all().size() == 1);
  CHECK(temporary.read("below/new.lock") == "theirs");
}

TEST_CASE("whichever step fails, a new file is whole or not there") {
  size_t steps = 0;
  for (size_t step = 0; step <= steps; ++step) {
    const TemporaryDirectory temporary;
    temporary.write("old.lock", "old");
    const std::vector<Rewrite> rewrites = {
        {temporary / "old.lock", "old.lock", "old", "new"},
        {temporary / "below/new.lock", "below/new.lock", "", "new", true}};
    if (step == 0) {
      const TemporaryDirectory other;
      other.write("old.lock", "old");
      FaultyFileSystem counting(FaultyFileSystem::never, FaultyFileSystem::never);
      Diagnostics none;
      REQUIRE(rewriteSources(counting,
                             {{other / "old.lock", "old.lock", "old", "new"},
                              {other / "below/new.lock", "below/new.lock", "", "new", true}},
                             none));
      steps = counting.steps();
    }
    FaultyFileSystem files(step, FaultyFileSystem::never);
    Diagnostics faults;
    INFO("step " << step);
    const bool done = rewriteSources(files, rewrites, faults);
    CHECK(done == (step == steps));
    CHECK(faults.all().size() == (done ? 0 : 1));
    const bool isThere = stdfs::exists(temporary / "below/new.lock");
    // Nothing is left beside the files, nor a directory that was made for nothing.
    CHECK(stdfs::exists(temporary / "below") == isThere);
    CHECK(temporary.tree().size() == (isThere ? 3 : 1));
    if (isThere) CHECK(temporary.read("below/new.lock") == "new");
  }
}
