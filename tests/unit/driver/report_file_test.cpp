#include "driver/report_file.h"

#include "faulty_file_system.h"
#include "temporary_directory.h"

#include "support/test.h"

using namespace cadre;
using namespace cadre::driver;

namespace {

std::string firstMessage(const Diagnostics& faults) {
  return faults.empty() ? "" : faults.all().front().message;
}

/// The whole life of a report.
bool write(FileSystem& files, const std::string& path, const std::string& bytes,
           Diagnostics& faults) {
  ReportFile report(files, "--report-file", path);
  return report.open(faults) && report.write(bytes, faults);
}

}  // namespace

TEST_CASE("a report takes the place of an older one") {
  const TemporaryDirectory here;
  RealFileSystem files;
  Diagnostics faults;
  CHECK(write(files, here / "r", "one", faults));
  CHECK(write(files, here / "r", "two", faults));
  CHECK(faults.empty());
  CHECK(here.tree() == std::map<std::string, std::string>{{"r", "two"}});
}

TEST_CASE("a report whose step fails leaves the older one whole, and nothing beside it") {
  for (size_t step = 0;; ++step) {
    const TemporaryDirectory here;
    here.write("r", "old");
    FaultyFileSystem files(step, FaultyFileSystem::never);
    Diagnostics faults;
    const bool done = write(files, here / "r", "new", faults);
    if (files.steps() <= step) break;
    CHECK_FALSE(done);
    CHECK(firstMessage(faults) == "cannot write `" + here / "r" + "`: no space left on device");
    CHECK(here.tree() == std::map<std::string, std::string>{{"r", "old"}});
  }
}

TEST_CASE("a report is written again only where it changes") {
  const TemporaryDirectory here;
  FaultyFileSystem files(FaultyFileSystem::never, FaultyFileSystem::never);
  Diagnostics faults;
  ReportFile report(files, "--report-file", here / "r");
  REQUIRE(report.open(faults));
  CHECK(report.write("same", faults));
  const size_t steps = files.steps();
  CHECK(report.write("same", faults));
  CHECK(files.steps() == steps);
  CHECK(report.write("other", faults));
  CHECK(here.tree() == std::map<std::string, std::string>{{"r", "other"}});
}

TEST_CASE("sources and what is no file are no place for a report") {
  const TemporaryDirectory here;
  here.write("a.cadre", "");
  here.write("d/x", "");
  RealFileSystem files;
  const auto faultAt = [&](const std::string& name) {
    Diagnostics faults;
    ReportFile report(files, "--report-file", here / name);
    CHECK_FALSE(report.open(faults));
    return firstMessage(faults);
  };
  CHECK(faultAt("a.cadre") == "`--report-file` would write a source, `" + here / "a.cadre" + "`");
  CHECK(faultAt("new.cadre") ==
        "`--report-file` would write a source, `" + here / "new.cadre" + "`");
  CHECK(faultAt("cadre.toml") ==
        "`--report-file` would write a source, `" + here / "cadre.toml" + "`");
  CHECK(faultAt("d") == "`" + here / "d" + "` is not a regular file");
  CHECK(faultAt("e/r") == "cannot write `" + here / "e/r" + "`: no such file or directory");
}

TEST_CASE("a report is kept apart from what a build writes, also into a directory to come") {
  const TemporaryDirectory here;
  here.write("out/other", "");
  RealFileSystem files;
  const OutputFiles built = {{"framework.json", ""}};
  const auto isApart = [&](const std::string& name, const std::string& directory, OutputMode mode) {
    Diagnostics faults;
    ReportFile report(files, "--report-file", here / name);
    REQUIRE(report.open(faults));
    return report.isApart(OutputDirectory(files, here / directory, mode), built, faults);
  };
  CHECK(isApart("r", "out", OutputMode::Build));
  CHECK(isApart("out/r", "out", OutputMode::Build));
  CHECK(isApart("output", "out", OutputMode::Build));
  CHECK_FALSE(isApart("out/framework.json", "out", OutputMode::Build));
  CHECK_FALSE(isApart("out/.cadre-manifest", "out", OutputMode::Build));
  CHECK_FALSE(isApart("new", "new", OutputMode::Build));
  CHECK_FALSE(isApart("new", "new/deep", OutputMode::Build));
  CHECK_FALSE(isApart("out/r", "out", OutputMode::New));
  CHECK_FALSE(isApart("out/r", "out", OutputMode::Import));
}
