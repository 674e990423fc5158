#include "lint/allows.h"

#include "support/test.h"
#include "unit/lint/package.h"

using namespace cadre;
using namespace cadre::lint;

namespace {

/// The lines of the `allow`s that are needed when each `here` in the sources is a finding of vague-verb, and
/// how many findings are covered.
struct Covered {
  std::vector<unsigned> lines;
  size_t findings = 0;
};

Covered cover(const std::vector<std::string>& files) {
  Package package(files);
  const session::Result result = package.check(Config());
  std::vector<const syntax::File*> trees;
  for (const auto& file : result.files) trees.push_back(file.get());
  Allows allows(trees);
  Covered out;
  for (uint32_t i = 0; i < files.size(); ++i) {
    const llvm::StringRef text = files[i];
    for (size_t at = text.find("here"); at != llvm::StringRef::npos; at = text.find("here", at + 1)) {
      const auto begin = static_cast<uint32_t>(at);
      out.findings += allows.cover(RuleId::VagueVerb, {FileId(i), begin, begin + 4});
    }
  }
  for (const Allows::Site& site : allows.sites()) {
    if (site.isNeeded)
      out.lines.push_back(package.sources.position(site.allow->span.file, site.allow->span.begin).line);
  }
  return out;
}

const std::string allow = "allow vague-verb because \"x\"\n";
const std::string work = "competency W \"here\" { }\n";
using Numbers = std::vector<unsigned>;

std::string without(llvm::StringRef text, llvm::StringRef item) {
  SourceManager sources;
  const FileId file = sources.add("a", text.str());
  const auto begin = static_cast<uint32_t>(text.find(item));
  const Span span = withItsLine(sources, {file, begin, begin + static_cast<uint32_t>(item.size())});
  return text.take_front(span.begin).str() + text.drop_front(span.end).str();
}

}  // namespace

TEST_CASE("an allow covers the declaration in whose block it stands") {
  const Covered it = cover({"competency W \"here\" {\n" + allow + "about \"here\" }\ncompetency V \"here\" { }\n"});
  CHECK(it.findings == 2);
  CHECK(it.lines == Numbers{2});
}

TEST_CASE("that of the framework covers all files") {
  const Covered it = cover({work, "framework t.x \"here\" {\n" + allow + "}\n", "profile P \"here\" { }\n"});
  CHECK(it.findings == 3);
  CHECK(it.lines == Numbers{2});
}

TEST_CASE("any other covers its own file alone") {
  CHECK(cover({"scale S \"S\" {\n" + allow + "}\n", work + work + work}).findings == 0);
}

TEST_CASE("of several the innermost is needed") {
  const std::string nested = "category O \"here\" {\n" + allow + "category I \"I\" {\n" + allow + "%}\n}\n";
  const auto with = [&](const std::string& inside) {
    std::string text = nested;
    return cover({"framework t.x \"T\" {\n" + allow + "}\n", text.replace(text.find('%'), 1, inside)});
  };
  CHECK(with("").lines == Numbers{2});
  CHECK(with("about \"here\"\n").lines == Numbers{2, 4});
  CHECK(with("category J \"here\" {\n" + allow + "}\n").lines == Numbers{2, 6});
}

TEST_CASE("of two in one block the first is needed") {
  CHECK(cover({"competency W \"here\" {\n" + allow + allow + "}\n"}).lines == Numbers{2});
}

TEST_CASE("another rule, an unknown one and a broken allow cover nothing") {
  CHECK(cover({"competency W \"here\" {\nallow passive-voice because \"x\"\n}\n"}).findings == 0);
  CHECK(cover({"competency W \"here\" {\nallow vage-verb because \"x\"\n}\n"}).findings == 0);
  CHECK(cover({"competency W \"here\" {\nallow because \"x\"\n}\n"}).findings == 0);
  // Without a reason: that is an error, and no cause for more.
  CHECK(cover({"competency W \"here\" {\nallow vague-verb\n}\n"}).findings == 1);
}

TEST_CASE("an item goes with the line that it has for itself") {
  CHECK(without("{\n  a b\n  c\n}", "a b") == "{\n  c\n}");
  CHECK(without("{\n  a b  \t\r\n  c\n}", "a b") == "{\n  c\n}");
  CHECK(without("{ a b }", "a b") == "{ }");
  CHECK(without("{\n  a b // why\n}", "a b") == "{\n // why\n}");
  CHECK(without("x a b\ny", "a b") == "x\ny");
  CHECK(without("a b", "a b") == "");
  CHECK(without("x\na b", "a b") == "x\n");
}
