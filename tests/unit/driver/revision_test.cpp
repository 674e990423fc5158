#include "driver/revision.h"

#include "driver/file_system.h"

#include "support/test.h"

using namespace cadre::driver;

namespace {

using Path = std::optional<std::string>;

void checkParts(const std::string& operand, const std::string& revision, const Path& path) {
  INFO(operand);
  const RevisionSpec spec = parseRevision(operand);
  CHECK(spec.revision == revision);
  CHECK(spec.path == path);
}

}  // namespace

TEST_CASE("an operand that begins with `git:` is a revision") {
  CHECK(isRevision("git:HEAD"));
  CHECK(isRevision("git:"));
  CHECK_FALSE(isRevision("./git:HEAD"));
  CHECK_FALSE(isRevision("git"));
  CHECK_FALSE(isRevision("gitHEAD:a"));
  CHECK_FALSE(isRevision("Git:HEAD"));
  CHECK_FALSE(isRevision(""));
}

TEST_CASE("the first colon ends the revision") {
  checkParts("git:HEAD~3", "HEAD~3", {});
  checkParts("git:feature/sales", "feature/sales", {});
  checkParts("git:HEAD~3:core", "HEAD~3", "core");
  checkParts("git:HEAD~3:core/a:b.cadre", "HEAD~3", "core/a:b.cadre");
  checkParts("git:v1.2.0:./core", "v1.2.0", "./core");
  checkParts("git:HEAD:", "HEAD", "");
  checkParts("git:HEAD:/", "HEAD", "/");
  checkParts("git:", "", {});
  checkParts("git::", "", "");
  checkParts("git::/fix", "", "/fix");
  checkParts("git:git:a", "git", "a");
}

TEST_CASE("a colon in braces belongs to the revision") {
  checkParts("git:main@{2026-03-01 10:00}", "main@{2026-03-01 10:00}", {});
  checkParts("git:main@{2026-03-01 10:00}:core", "main@{2026-03-01 10:00}", "core");
  checkParts("git:HEAD^{/docs: typo}:core", "HEAD^{/docs: typo}", "core");
  checkParts("git:HEAD^{/a{b}:c}:d", "HEAD^{/a{b}:c}", "d");
  // A brace that closes nothing is a character as any other.
  checkParts("git:a}b:c", "a}b", "c");
  checkParts("git:a{b:c", "a{b:c", {});
}
