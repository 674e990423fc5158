#include "memory_sink.h"
#include "sample_model.h"
#include "support/test.h"

namespace cadre::test {

namespace {

using Catch::Contains;

/// As many profiles and competencies as asked for, each profile with 40 requirements on a numeric
/// scale.
Model largeModel(uint32_t profiles, uint32_t competencies, uint32_t families) {
  SampleBuilder builder;
  Tables& tables = builder.tables();
  const auto name = [&](StringRef stem, uint32_t i) {
    return builder.arena().copy(stem.str() + std::to_string(i));
  };
  auto framework = builder.declare<Framework>(0, "large", "A large framework");
  framework.language = "en";
  tables.frameworks.add(framework);
  auto scale = builder.declare<Scale>(0, "Scale", "Scale");
  scale.kind = ScaleKind::Numeric;
  scale.high = 7;
  const ScaleId scaleId = tables.scales.add(scale);
  for (uint32_t i = 0; i < families; ++i) {
    tables.families.add(builder.declare<Family>(0, name("Family", i), name("Family of jobs ", i)));
  }
  for (uint32_t i = 0; i < competencies; ++i) {
    auto competency = builder.declare<Competency>(
        0, name("Competency", i), name("Understanding of a rather wide subject ", i),
        "The ability to listen to and understand information and ideas in spoken words.");
    competency.kind = KindId(i % 4);
    competency.scale = scaleId;
    CompetencyLevel anchor;
    anchor.level.number = 2;
    anchor.rubric.indicators = builder.bullets(
        {"Understand a television commercial.", "Understand a coach's oral instructions."});
    competency.levels = builder.list({anchor});
    tables.competencies.add(competency);
  }
  for (uint32_t i = 0; i < profiles; ++i) {
    auto profile =
        builder.declare<Profile>(0, name("Profile", i), name("Specialists, all other ", i),
                                 "Do what the title says, every day.");
    profile.family = FamilyId(i * families / profiles);
    std::vector<Requirement> requirements;
    for (uint32_t k = 0; k < 40; ++k) {
      Requirement requirement;
      requirement.competency = CompetencyId((i * 7 + k * 3) % competencies);
      requirement.level.number = (i + k) % 28 * 0.25;
      requirement.weight = k;
      requirements.push_back(requirement);
    }
    profile.requirements = builder.arena().copyOf(requirements);
    tables.profiles.add(profile);
  }
  return builder.freeze();
}

}  // namespace

TEST_CASE("a large matrix is split by family, and each page stays small") {
  MemorySink site = siteOf(largeModel(300, 119, 5));
  CHECK_THAT(site["site/matrix.html"], Contains("<a href=\"matrix/Family0.html\">") &&
                                           Contains("<a href=\"matrix/Family4.2.html\">"));
  CHECK(site.files.count("site/matrix/Family0.html") == 1);
  for (const auto& [path, bytes] : site.files) {
    INFO(path << ": " << bytes.size());
    CHECK(bytes.size() < 250000);
  }
}

TEST_CASE("a site of the size of O*NET takes a moment", "[.large]") {
  const Model model = largeModel(879, 119, 23);
  const auto start = std::chrono::steady_clock::now();
  const MemorySink site = siteOf(model);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  size_t bytes = 0;
  for (const auto& [path, text] : site.files) bytes += text.size();
  WARN(site.files.size() << " files, " << bytes / 1000000 << " MB, " << seconds.count() << " s");
}

}  // namespace cadre::test
