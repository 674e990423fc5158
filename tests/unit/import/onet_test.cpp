#include "import/import.h"

#include "parse/parse.h"
#include "support/markdown.h"
#include "support/test.h"
#include "syntax/ast.h"

#include <llvm/ADT/StringExtras.h>

using namespace cadre;

namespace {

/// A small set of tables; tests replace one and look at what becomes of it.
struct OnetFixture {
  SourceManager sources;
  Diagnostics diagnostics;
  std::map<std::string, std::string> tables;
  import::Options options;

  OnetFixture() {
    tables["Scales Reference.txt"] =
        "Scale ID\tScale "
        "Name\tMinimum\tMaximum\nIM\tImportance\t1\t5\nLV\tLevel\t0\t7\nXX\tOther\t0\t1\n";
    tables["Content Model Reference.txt"] =
        "Element ID\tElement Name\tDescription\n"
        "2\tNeeds\tWhat work needs\n2.A\tBasics\tThe basics\n2.A.1\tCounting\tTo "
        "count\n2.C\tKnowledge\tFacts\n"
        "2.C.1\tCounting\tHow counting "
        "works\n2.B\tMore\tMore\n2.B.3\tTools\tTools\n2.B.3.a\tSawing\tTo saw\n"
        "9\tUnused\tNothing\n";
    tables["Level Scale Anchors.txt"] =
        "Element ID\tScale ID\tAnchor Value\tAnchor Description\n"
        "2.A.1\tLV\t4.5\tCount sheep\n2.A.1\tLV\t2\tCount to ten\n2.A.1\tLV\t2\tCount "
        "fingers\n9\tLV\t2\tNothing\n";
    tables["Occupation Data.txt"] =
        "O*NET-SOC Code\tTitle\tDescription\n"
        "11-1011.00\tCounters\tThey count.\n99-0001.00\tOdd "
        "Ones\tOdd.\n13-0000.00\tUnrated\tNobody.\n";
    tables["Skills.txt"] = ratingHeader +
                           "11-1011.00\t2.A.1\tIM\t4\tN\t\n11-1011.00\t2.A.1\tLV\t4.12\tN\tN\n"
                           "11-1011.00\t2.B.3.a\tIM\t3.0\tN\t\n11-1011.00\t2.B.3.a\tLV\t2\tN\tY\n";
    tables["Knowledge.txt"] = ratingHeader +
                              "99-0001.00\t2.C.1\tIM\t2.99\tN\t\n99-0001.00\t2.C.1\tLV\t1\tn/a\tN\n"
                              "11-1011.00\t2.C.1\tIM\t5\tY\t\n11-1011.00\t2.C.1\tLV\tn/a\tN\tN\n";
    tables["Task Statements.txt"] =
        "O*NET-SOC Code\tTask ID\tTask\n11-1011.00\t7\tCount things.\n13-0000.00\t8\tIdle.\n"
        "11-1011.00\t5\tCount more things.\n";
  }

  import::Result run(){import::Input input;
  for (const auto& [name, bytes] : tables) {
    const FileId file = sources.add(name, bytes);
    input.files.push_back({name, sources.text(file), file});
  }
  input.options = options;
  return import::run(*import::findImporter("onet"), std::move(input), diagnostics);
}

/// The codes of the findings, and the texts they point at.
std::vector<std::string>
findings() const {
  std::vector<std::string> out;
  for (const Diagnostic* diagnostic : diagnostics.sorted()) {
    std::string line(diagnostic->code);
    if (diagnostic->span.isValid()) line += " " + sources.text(diagnostic->span).str();
    out.push_back(std::move(line));
  }
  return out;
}

static inline const std::string ratingHeader =
    "O*NET-SOC Code\tElement ID\tScale ID\tData Value\tRecommend Suppress\tNot Relevant\n";
};  // namespace

std::string fileOf(const import::Result& result, llvm::StringRef path) {
  for (const import::PackageFile& file : result.files) {
    if (file.path == path) return file.bytes;
  }
  return "(no such file)";
}

using Strings = std::vector<std::string>;

/// All bullets and abouts of a file as plain text.
struct Texts : Strings {
  explicit Texts(const std::string& source) {
    SourceManager sources;
    Diagnostics diagnostics;
    const auto file = parse::parse(sources, sources.add("x.cadre", source), diagnostics);
    REQUIRE(diagnostics.empty());
    collect(file->items);
  }
  void collect(llvm::ArrayRef<const syntax::Item*> items) {
    for (const syntax::Item* item : items) {
      if (const auto* bullet = llvm::dyn_cast<syntax::Bullet>(item)) add(bullet->text);
      if (const auto* text = llvm::dyn_cast<syntax::TextItem>(item)) {
        if (text->word == syntax::TokenKind::About) add(text->text->value);
      }
      if (const auto* profile = llvm::dyn_cast<syntax::Profile>(item)) {
        if (profile->title) push_back(profile->title->value.str());
      }
      if (const syntax::Block* block = blockOf(*item)) collect(block->items);
    }
  }
  void add(llvm::StringRef markdown) {
    push_back(markdown::toPlain(markdown, markdown::Scope::Inline));
  }
};

}  // namespace

TEST_CASE("tables become a package") {
  OnetFixture f;
  const import::Result result = f.run();
  CHECK(f.findings() == Strings{"W0804 99-0001.00"});
  Strings paths;
  for (const auto& file : result.files) paths.push_back(file.path);
  CHECK(paths == Strings{"cadre.toml", "framework.cadre", "scales.cadre", "categories.cadre",
                         "skills.cadre", "knowledge.cadre", "families.cadre",
                         "profiles/11-management.cadre", "profiles/soc-99.cadre"});
  CHECK(fileOf(result, "skills.cadre") ==
        R"(// The skills that O*NET rates, with the level anchors of each.

general competency CountingSkill "Counting" {
  in Needs.Basics
  scale LV
  code "2.A.1"
  id "onet.2.A.1"
  about "To count"
  level 2 {
    - Count to ten
    - Count fingers
  }
  level 4.5 {
    - Count sheep
  }
}

technical competency Sawing "Sawing" {
  in Needs.More.Tools
  scale LV
  code "2.B.3.a"
  id "onet.2.B.3.a"
  about "To saw"
}
)");
  CHECK(fileOf(result, "profiles/11-management.cadre") == R"(// Management Occupations

profile Counters "Counters" {
  family ManagementOccupations
  code "11-1011.00"
  id "onet.11-1011.00"
  about "They count."
  tasks {
    - [T7] Count things.
    - [T5] Count more things.
  }
  requires CountingSkill at 4.12 weight 4
}
)");
  CHECK(llvm::StringRef(fileOf(result, "knowledge.cadre"))
            .contains("technical competency CountingKnowledge"));
  CHECK(llvm::StringRef(fileOf(result, "scales.cadre"))
            .contains("scale LV \"Level\" numeric 0..7 {"));
}

TEST_CASE("the summary accounts for every row") {
  OnetFixture f;
  const import::Result result = f.run();
  CHECK(llvm::join(result.summary.lines(), "\n") == R"(Scales Reference.txt: 3 rows, 2 used
  left out: 1 of other scales
Content Model Reference.txt: 9 rows, 8 used
  left out: 1 that are neither skills nor knowledge here, nor stand above one
Occupation Data.txt: 3 rows, 2 used
  left out: 1 without ratings
Skills.txt: 4 rows, 2 used
  left out: 1 marked as not relevant
  left out: 1 with an importance of 3.0 or more, without a level that counts
Knowledge.txt: 4 rows, 0 used
  left out: 1 that O*NET recommends to suppress
  left out: 1 without a value
  left out: 1 with an importance below 3.0
  left out: 1 with the level of what is not important enough
Level Scale Anchors.txt: 4 rows, 3 used
  left out: 1 of elements that are neither skills nor knowledge here
Task Statements.txt: 3 rows, 2 used
  left out: 1 of occupations without ratings
5 categories
3 competencies
3 level anchors
2 families
2 profiles
1 requirements
2 tasks)");
}

TEST_CASE("hostile texts come back byte for byte") {
  const Strings hostile = {
      "say \"hi\" \\ and \\\" and \\\\",
      "a {brace} and } and \\{ here",
      "*stars* _lines_ **bold** `code` a*b_c",
      "[x] looks like a label",
      "[see](https://example.org) ![i](j)",
      "- begins with a dash",
      "// no comment // at all",
      "# no heading",
      "1. no list",
      "<b>bold</b> <https://x.org>",
      "&amp; &copy; &#65; AT&T",
      "ends with a backslash\\",
      "two  spaces   inside",
      "é ü 日本 \xF0\x9F\x98\x80",
      "> no quote",
      "a ~~struck~~ | table | row",
      "~~~",
      "---",
      "***",
      "tasks { - no item }",
      "O*NET and S*T*A*R",
  };
  OnetFixture f;
  std::string& occupations = f.tables["Occupation Data.txt"];
  std::string& tasks = f.tables["Task Statements.txt"];
  occupations = "O*NET-SOC Code\tTitle\tDescription\n";
  tasks = "O*NET-SOC Code\tTask ID\tTask\n";
  f.tables["Knowledge.txt"] = OnetFixture::ratingHeader;
  std::string& skills = f.tables["Skills.txt"];
  skills = OnetFixture::ratingHeader;
  Strings expected;
  for (size_t i = 0; i < hostile.size(); ++i) {
    const std::string code = "11-10" + std::to_string(10 + i) + ".00";
    occupations += code + "\t" + hostile[i] + "\t" + hostile[i] + "\n";
    skills += code + "\t2.A.1\tIM\t1\tN\t\n";
    const std::string longTask = hostile[i] + std::string(3, ' ') + "x " + hostile[i] + " about " +
                                 hostile[i] + " y " + hostile[i];
    tasks += code + "\t" + std::to_string(i) + "\t" + hostile[i] + "\n";
    tasks += code + "\t" + std::to_string(i) + "L\t" + longTask + "\n";
    expected.insert(expected.end(), {hostile[i], hostile[i], hostile[i], longTask});
  }
  const import::Result result = f.run();
  CHECK(f.findings() == Strings{});
  const Texts texts(fileOf(result, "profiles/11-management.cadre"));
  REQUIRE(texts.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) CHECK(texts[i] == expected[i]);
}

TEST_CASE("every printed file parses") {
  OnetFixture f;
  for (const import::PackageFile& file : f.run().files) {
    if (llvm::StringRef(file.path).ends_with(".cadre")) Texts(file.bytes);
  }
}

TEST_CASE("what a table lacks is an error") {
  OnetFixture f;
  f.tables.erase("Knowledge.txt");
  CHECK(f.run().files.empty());
  CHECK(f.findings() == Strings{"E0801"});
}

TEST_CASE("cells that break the format are errors at their places") {
  OnetFixture f;
  f.tables["Skills.txt"] = OnetFixture::ratingHeader +
                           "11-1011.00\t2.A.1\tIM\thigh\tN\t\n11-1011.00\t2.A.1\tLV\t7.5\tN\tN\n"
                           "11-1011.00\t2.B.3.a\tIM\t3\tmaybe\t\n11-1011.00\t2.B.3.a\tLV\t3\tN\tN\n"
                           "11-1011.00\t2.B.3.a\tLV\t3\tN\tN\n11-1011.00\n";
  f.tables["Task Statements.txt"] =
      "O*NET-SOC Code\tTask ID\tTask\n11-1011.00\ta b\tX\n11-1011.00\t7\t \n11-1011.00\t7\tbell "
      "\a\n"
      "11-1011.00\t8\tbad \xFF\n11-1011.00\t9\tbidi \xE2\x80\xAE\n";
  CHECK(f.run().files.empty());
  CHECK(f.findings() == Strings{"E0805 high", "E0806 7.5", "E0807 maybe", "E0808 11-1011.00",
                                "E0804 11-1011.00", "E0809 a b", "E0810  ", "E0808 7", "E0811 \a",
                                "E0811 \xFF", "E0811 \xE2\x80\xAE"});
}

TEST_CASE("codes have their shape and stand once") {
  OnetFixture f;
  f.tables["Content Model Reference.txt"] =
      "Element ID\tElement "
      "Name\tDescription\n2..A\tX\tX\n2\tX\tX\n2\tX\tX\n2.1.1.1.1.1.1.1.1\tX\tX\n";
  f.tables["Occupation Data.txt"] = "O*NET-SOC Code\tTitle\tDescription\n11-1011\tX\tX\n";
  f.run();
  CHECK(f.findings() ==
        Strings{"E0809 2..A", "E0808 2", "E0809 2.1.1.1.1.1.1.1.1", "E0809 11-1011"});
}

TEST_CASE("rows that name something unknown are left out, with one warning a name") {
  OnetFixture f;
  f.tables["Skills.txt"] +=
      "11-1011.00\t2.Z\tIM\t4\tN\t\n11-1011.00\t2.Z\tLV\t4\tN\tN\n"
      "88-0000.00\t2.A.1\tIM\t4\tN\t\n";
  f.tables["Task Statements.txt"] += "88-0000.00\t9\tX\n";
  const import::Result result = f.run();
  CHECK_FALSE(result.files.empty());
  CHECK(f.findings() ==
        Strings{"W0804 99-0001.00", "W0801 2.Z", "W0802 88-0000.00", "W0802 88-0000.00"});
  CHECK(f.diagnostics.sorted()[1]->message ==
        "`Content Model Reference.txt` has no element `2.Z`; 2 rows of `Skills.txt` left out");
}

TEST_CASE("a missing category and a repeated anchor are warnings") {
  OnetFixture f;
  f.tables["Content Model Reference.txt"] =
      "Element ID\tElement "
      "Name\tDescription\n2\tNeeds\t\n2.A.1\tCounting\tC\n2.C\tK\tK\n2.C.1\tK\tK\n"
      "2.B.3.a\tSawing\tTo saw\n";
  f.tables["Level Scale Anchors.txt"] += "2.A.1\tLV\t2.0\tCount to ten\n";
  const import::Result result = f.run();
  CHECK(f.findings() == Strings{"W0803 2.A.1", "W0803 2.B.3.a", "W0803 2.B.3.a",
                                "W0805 Count to ten", "W0804 99-0001.00"});
  CHECK(llvm::StringRef(fileOf(result, "skills.cadre")).contains("  in Needs\n"));
}

TEST_CASE("an element can be a category and a competency") {
  OnetFixture f;
  f.tables["Skills.txt"] += "11-1011.00\t2.A\tIM\t4\tN\t\n11-1011.00\t2.A\tLV\t4\tN\tN\n";
  const import::Result result = f.run();
  CHECK(llvm::StringRef(fileOf(result, "categories.cadre")).contains("id \"onet.2.A.category\""));
  CHECK(llvm::StringRef(fileOf(result, "skills.cadre")).contains("id \"onet.2.A\"\n"));
}

TEST_CASE("white space around texts is left out and said") {
  OnetFixture f;
  f.tables["Task Statements.txt"] =
      "O*NET-SOC Code\tTask ID\tTask\n11-1011.00\t7\t Count. \n11-1011.00\t8\tSum. \n";
  const import::Result result = f.run();
  CHECK(f.findings() == Strings{"W0804 99-0001.00", "W0806  Count. "});
  CHECK(
      llvm::StringRef(fileOf(result, "profiles/11-management.cadre")).contains("- [T7] Count.\n"));
}

TEST_CASE("a scale that is missing or has no range is an error") {
  OnetFixture f;
  const std::string head = "Scale ID\tScale Name\tMinimum\tMaximum\n";
  f.tables["Scales Reference.txt"] = head + "IM\tImportance\t1\t5\n";
  CHECK(f.run().files.empty());
  CHECK(f.findings() == Strings{"E0814"});
  OnetFixture other;
  other.tables["Scales Reference.txt"] = head + "IM\tImportance\t5\t1\nLV\tLevel\t0\t7\n";
  CHECK(other.run().files.empty());
  CHECK(other.findings() == Strings{"E0816 5\t1"});
}

TEST_CASE("options are checked") {
  OnetFixture f;
  f.options = {{"min-importence", "3"}};
  f.run();
  CHECK(f.findings() == Strings{"E0812"});
  CHECK(f.diagnostics.all().front().help == Strings{"did you mean `min-importance`?"});
  for (const auto& [name, value] :
       {std::pair("min-importance", "x"), std::pair("min-importance", "6"),
        std::pair("release", "29.0")}) {
    OnetFixture other;
    other.options = {{name, value}};
    CHECK(other.run().files.empty());
    CHECK(other.findings() == Strings{"E0813"});
  }
}

TEST_CASE("the threshold decides what is required") {
  OnetFixture f;
  f.options = {{"min-importance", "4.01"}, {"release", "29.0.0"}};
  const import::Result result = f.run();
  CHECK_FALSE(llvm::StringRef(fileOf(result, "profiles/11-management.cadre")).contains("requires"));
  CHECK(llvm::StringRef(fileOf(result, "framework.cadre")).contains("version \"29.0.0\""));
}

TEST_CASE("tables without ratings make nothing") {
  OnetFixture f;
  f.tables["Skills.txt"] = OnetFixture::ratingHeader;
  f.tables["Knowledge.txt"] = OnetFixture::ratingHeader;
  CHECK(f.run().files.empty());
  CHECK(f.findings() == Strings{"E0815"});
}

TEST_CASE("the same tables make the same bytes") {
  OnetFixture one;
  OnetFixture two;
  const import::Result a = one.run();
  const import::Result b = two.run();
  REQUIRE(a.files.size() == b.files.size());
  for (size_t i = 0; i < a.files.size(); ++i) CHECK(a.files[i].bytes == b.files[i].bytes);
}
