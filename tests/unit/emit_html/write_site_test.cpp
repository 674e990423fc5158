// Writes the sample's site to the directory that CADRE_SITE_DIR names, for tools that want to look
// at one: `CADRE_SITE_DIR=/tmp/sample unit_emit_html "[.site]"`.
#include "memory_sink.h"
#include "sample_model.h"
#include "support/test.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace cadre::test {

TEST_CASE("the sample's site is written to a directory", "[.site]") {
  const char* directory = std::getenv("CADRE_SITE_DIR");
  REQUIRE(directory != nullptr);
  const Model model = Sample::make();
  for (const auto& [path, bytes] : siteOf(model).files) {
    const auto file = std::filesystem::path(directory) / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
  }
  CHECK(std::filesystem::exists(std::filesystem::path(directory) / "site" / "index.html"));
}

}  // namespace cadre::test
