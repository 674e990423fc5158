#include "driver/load.h"

#include "support/test.h"
#include "temporary_directory.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>

#include <sys/stat.h>

using namespace cadre;
using namespace cadre::driver;
namespace stdfs = std::filesystem;

namespace {

struct Loaded {
  RealFileSystem files;
  SourceManager sources;
  Diagnostics diagnostics;
  Loader loader{files, sources, diagnostics};
  std::vector<Unit> units;
  std::string root;

  Loaded(const TemporaryDirectory& temporary, const std::string& path, const std::string& excluded = "")
      : root(temporary.path()) {
    if (!excluded.empty()) loader.exclude(temporary / excluded);
    const size_t package = loader.open(temporary / path);
    if (package != Loader::npos) units = loader.load(package);
  }

  /// The sources of the first unit, below the temporary directory.
  [[nodiscard]] std::vector<std::string> names(size_t unit = 0) const {
    std::vector<std::string> out;
    for (const FileId file : loader.package(units[unit].package).sources) {
      llvm::StringRef name = sources.path(file);
      name.consume_front(root + "/");
      out.push_back(name.str());
    }
    return out;
  }
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& it : diagnostics.all()) out.emplace_back(it.code);
    return out;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("sources are the .cadre files below, by the bytes of their paths") {
  const TemporaryDirectory temporary;
  for (const char* name : {"p/b.cadre", "p/a/z.cadre", "p/a.cadre", "p/B.cadre", "p/.hidden/x.cadre", "p/.x.cadre",
                           "p/notes.txt", "p/other/cadre.toml", "p/other/x.cadre", "p/dist/x.cadre",
                           "p/out/x.cadre", "p/built/.cadre-manifest", "p/built/x.cadre", "p/name.cadre/in.cadre"}) {
    temporary.write(name, "");
  }
  const Loaded loaded(temporary, "p", "p/out");
  CHECK(loaded.codes().empty());
  CHECK(loaded.names() == Names{"p/B.cadre", "p/a.cadre", "p/a/z.cadre", "p/b.cadre", "p/name.cadre/in.cadre"});
}

TEST_CASE("a file stands alone, or for the package that it lies in") {
  const TemporaryDirectory temporary;
  temporary.write("alone/a.cadre", "");
  temporary.write("alone/b.cadre", "");
  CHECK(Loaded(temporary, "alone/a.cadre").names() == Names{"alone/a.cadre"});
  temporary.write("alone/cadre.toml", "");
  temporary.write("alone/deep/c.cadre", "");
  temporary.write("alone/.drafts/d.cadre", "");
  const Names all = {"alone/a.cadre", "alone/b.cadre", "alone/deep/c.cadre"};
  CHECK(Loaded(temporary, "alone/a.cadre").names() == all);
  CHECK(Loaded(temporary, "alone/deep").names() == all);
  CHECK(Loaded(temporary, "alone/cadre.toml").names() == all);
  CHECK(Loaded(temporary, "alone/.drafts/d.cadre").names() == Names{"alone/.drafts/d.cadre"});
}

TEST_CASE("locks lie beside the manifest, those of a file beside it") {
  const TemporaryDirectory temporary;
  for (const char* name : {"p/cadre.toml", "p/a.cadre", "p/translations/fr.lock", "p/translations/de.lock",
                           "p/translations/fr.cadre", "p/translations/.x.lock", "p/below/translations/it.lock",
                           "p/it.lock"}) {
    temporary.write(name, "");
  }
  const auto locksOf = [](const Loaded& loaded) {
    Names out;
    const Package& package = loaded.loader.package(loaded.units.front().package);
    for (const session::LockFile& lock : package.locks) {
      llvm::StringRef path = loaded.sources.path(lock.file);
      path.consume_front(loaded.root + "/");
      out.push_back(lock.language + " " + path.str());
    }
    return out;
  };
  const Names both = {"de p/translations/de.lock", "fr p/translations/fr.lock"};
  const Loaded package(temporary, "p");
  CHECK(locksOf(package) == both);
  CHECK(package.names() == Names{"p/a.cadre", "p/translations/fr.cadre"});
  stdfs::remove(temporary / "p/cadre.toml");
  CHECK(locksOf(Loaded(temporary, "p/a.cadre")) == both);
  stdfs::create_directory(temporary / "p/translations/no.lock");
  CHECK(Loaded(temporary, "p").codes() == Names{"E0922"});
  stdfs::remove_all(temporary / "p/translations");
  temporary.write("p/translations", "");
  CHECK(Loaded(temporary, "p").codes().empty());
}

TEST_CASE("a workspace is its members") {
  const TemporaryDirectory temporary;
  temporary.write("w/cadre.toml", "[workspace]\nmembers = [\"a\", \"deep/b\"]\n");
  temporary.write("w/a/cadre.toml", "");
  temporary.write("w/a/a.cadre", "");
  temporary.write("w/deep/b/b.cadre", "");
  const Loaded loaded(temporary, "w");
  CHECK(loaded.codes().empty());
  REQUIRE(loaded.units.size() == 2);
  CHECK(loaded.units[0].folder == "a");
  CHECK(loaded.units[1].folder == "deep/b");
  CHECK(loaded.names(1) == Names{"w/deep/b/b.cadre"});
  CHECK(Loaded(temporary, "w/a").units.size() == 1);
  temporary.write("w/cadre.toml", "[workspace]\nmembers = [\"nope\"]\n");
  CHECK(Loaded(temporary, "w").codes() == Names{"E0920"});
}

TEST_CASE("dependencies are loaded once, also in a circle") {
  const TemporaryDirectory temporary;
  temporary.write("a/cadre.toml", "[dependencies]\nx.b = { path = \"../b\" }\nx.c = { path = \"../c\" }\n");
  temporary.write("b/cadre.toml", "[dependencies]\nx.c = { path = \"../c\" }\n");
  temporary.write("c/cadre.toml", "[dependencies]\nx.a = { path = \"../a\" }\n");
  for (const char* name : {"a/a.cadre", "b/b.cadre", "c/c.cadre"}) temporary.write(name, "");
  const Loaded loaded(temporary, "a");
  CHECK(loaded.codes().empty());
  std::vector<size_t> order;
  const session::Input input = loaded.loader.input(loaded.units.front(), order);
  REQUIRE(input.packages.size() == 3);
  using Lines = std::vector<std::pair<std::string, size_t>>;
  CHECK(input.packages[0].dependencies == Lines{{"x.b", 1}, {"x.c", 2}});
  CHECK(input.packages[1].dependencies == Lines{{"x.c", 2}});
  CHECK(input.packages[2].dependencies == Lines{{"x.a", 0}});
  CHECK(loaded.sources.fileCount() == 6);
}

TEST_CASE("what cannot be read is named") {
  const TemporaryDirectory temporary;
  temporary.write("p/a.cadre", "");
  temporary.write("file.txt", "");
  stdfs::create_directories(temporary / "empty");
  CHECK(Loaded(temporary, "nothing").codes() == Names{"E0920"});
  CHECK(Loaded(temporary, "empty").codes() == Names{"E0924"});
  CHECK(Loaded(temporary, "file.txt").codes() == Names{"E0925"});
  stdfs::create_symlink("/nowhere", temporary / "p/dangling.cadre");
  REQUIRE(::mkfifo((temporary / "p/pipe.cadre").c_str(), 0600) == 0);
  stdfs::create_symlink("a.cadre", temporary / "p/link.cadre");
  temporary.write("p/huge.cadre", "");
  stdfs::resize_file(temporary / "p/huge.cadre", uint64_t{1} << 31);
  const Loaded loaded(temporary, "p");
  CHECK(loaded.codes() == Names{"E0921", "E0923", "E0922"});
  CHECK(loaded.names() == Names{"p/a.cadre", "p/link.cadre"});
  CHECK(Loaded(temporary, "p/dangling.cadre").codes() == Names{"E0921"});
  CHECK(Loaded(temporary, "p/pipe.cadre").codes() == Names{"E0922"});
}

TEST_CASE("a dependency that is not there is shown in the manifest") {
  const TemporaryDirectory temporary;
  temporary.write("a/cadre.toml", "[dependencies]\nx.b = { path = \"../b\" }\n");
  temporary.write("a/a.cadre", "");
  const Loaded loaded(temporary, "a");
  REQUIRE(loaded.codes() == Names{"E0920"});
  CHECK(loaded.sources.text(loaded.diagnostics.all().front().span) == "\"../b\"");
}
