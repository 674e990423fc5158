#include "import/import.h"
#include "parse/parse.h"
#include "support/test.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <deque>
#include <random>

using namespace cadre;

namespace {

using Strings = std::vector<std::string>;

struct Fixture {
  SourceManager sources;
  Diagnostics diagnostics;
  std::deque<std::string> bytes;
  import::Input input;

  Fixture() { input.sources = &sources; }

  Fixture& file(std::string name, std::string text) {
    input.raw.push_back({std::move(name), bytes.emplace_back(std::move(text))});
    return *this;
  }
  Fixture& map(std::string text) {
    input.optionFiles["map"] = {"map.toml", bytes.emplace_back(std::move(text))};
    return *this;
  }
  Fixture& guess() {
    input.options["guess"] = "";
    return *this;
  }
  import::Result run(){return import::run(*import::findImporter("csv"), input, diagnostics);
}

/// The codes of the findings and the texts they point at.
[[nodiscard]] Strings
findings() const {
  Strings out;
  for (const Diagnostic* it : diagnostics.sorted()) {
    std::string line(it->code);
    if (it->span.isValid()) line += " " + sources.text(it->span).str();
    out.push_back(std::move(line));
  }
  return out;
}
};  // namespace

const std::string head = "[framework]\nid = \"acme\"\n";
const std::string scale = "[scale]\nlevels = [\"Basic\", \"Expert\"]\n";

std::string fileOf(const import::Result& result, llvm::StringRef path) {
  for (const import::PackageFile& file : result.files) {
    if (file.path == path) return file.bytes;
  }
  return "(no such file)";
}

std::string competencies(llvm::StringRef columns, llvm::StringRef more = "") {
  return ("[[file]]\nname = \"c.csv\"\nshape = \"competencies\"\n" + more + "columns = { " +
          columns + " }\n")
      .str();
}

/// What the map at fault gives; the tables are right.
Strings faultsOf(const std::string& map) {
  Fixture f;
  f.file("c.csv", "Competency,Code,Code,Basic\nWelding,W1,x,Tacks\n").map(map);
  const auto result = f.run();
  CHECK(result.files.empty());
  return f.findings();
}

}  // namespace

TEST_CASE("a map that is wrong is told so at its place") {
  const std::string file = competencies("competency = \"Competency\"");
  CHECK(faultsOf("[framework\n") == Strings{"E0817 "});
  CHECK(faultsOf(head + "[scal]\n" + file) == Strings{"E0818 scal"});
  CHECK(faultsOf(head + competencies("competncy = \"Competency\"")) ==
        Strings{"E0821 \"c.csv\"", "E0818 competncy"});
  CHECK(faultsOf("[framework]\nid = 3\n" + file) == Strings{"E0819 3"});
  CHECK(faultsOf("[framework]\nid = \"3\"\n" + file) == Strings{"E0820 \"3\""});
  CHECK(faultsOf("[framework]\nid = \"a\"\nversion = \"1\"\n" + file) == Strings{"E0820 \"1\""});
  CHECK(faultsOf("[framework]\nid = \"a\"\nlanguage = \"eng lish\"\n" + file) ==
        Strings{"E0820 \"eng lish\""});
  CHECK(faultsOf(file) == Strings{"E0821 "});
  CHECK(faultsOf(head) == Strings{"E0821 "});
  CHECK(
      faultsOf(head + "[[file]]\nname = \"c.csv\"\ncolumns = { competency = \"Competency\" }\n") ==
      Strings{"E0821 \"c.csv\""});
  CHECK(faultsOf(head + file + file) == Strings{"E0822 \"c.csv\""});
  CHECK(faultsOf(head + "[scale]\nlevels = [\"A\", \"a \"]\n" + file) == Strings{"E0822 \"a \""});
  CHECK(faultsOf(head + "[scale]\nrange = [5, 1]\n" + file).front() == "E0820 [5, 1]");
  CHECK(faultsOf(head + scale + "[values]\nx = \"Exprt\"\n" + file) == Strings{"E0820 \"Exprt\""});
  CHECK(faultsOf(head + scale + "[values]\nx = \"required\"\n" + file) ==
        Strings{"E0820 \"required\""});
  CHECK(faultsOf(head + "[kinds]\nx = \"soft\"\n" + file) == Strings{"E0820 \"soft\""});
  CHECK(faultsOf(head + "[importance]\nx = \"must\"\n" + file) == Strings{"E0820 \"must\""});
  CHECK(faultsOf(head + competencies("competency = \"Competency\", profile = \"Code\"")) ==
        Strings{"E0823 \"Code\""});
  CHECK(faultsOf(head + competencies("competency = \"Competency\"", "cells = \"Basic\"\n")) ==
        Strings{"E0823 \"Basic\""});
  CHECK(faultsOf(head + competencies("competency = \"Competncy\"")) ==
        Strings{"E0824 \"Competncy\""});
  CHECK(faultsOf(head + competencies("competency = 9")) == Strings{"E0824 9"});
  CHECK(faultsOf(head + competencies("competency = \"Competency\", code = \"Code\"")) ==
        Strings{"E0825 \"Code\""});
  CHECK(faultsOf(head + competencies("competency = \"A\", code = \"A\"")) ==
        Strings{"E0822 \"A\""});
  CHECK(faultsOf(head + competencies("competency = \"A\"", "header = 9\n")).front() == "E0826 9");
  CHECK(faultsOf(head + competencies("competency = \"A\"", "encoding = \"windows-99\"\n")) ==
        Strings{"E0820 \"windows-99\""});
  CHECK(faultsOf(head + competencies("competency = \"A\"", "separator = \"::\"\n")) ==
        Strings{"E0820 \"::\""});
  CHECK(faultsOf(head +
                 "[[file]]\nname = \"d.csv\"\nshape = \"list\"\ncolumns = { profile = \"A\" }\n") ==
        Strings{"E0828", "E0827 \"d.csv\""});
}

TEST_CASE("a call without a map is told how to get one") {
  Fixture f;
  f.file("c.csv", "Competency\nWelding\n").run();
  CHECK(f.findings() == Strings{"E0829"});
  Fixture both;
  both.file("c.csv", "Competency\nWelding\n").map(head).guess().run();
  CHECK(both.findings() == Strings{"E0822"});
  Fixture workbook;
  workbook.file("c.xlsx", "PK\x03\x04...").guess().run();
  CHECK(workbook.findings() == Strings{"E0833 "});
  Fixture twice;
  twice.file("c.csv", "A\n").file("c.csv", "A\n").guess().run();
  CHECK(twice.findings() == Strings{"E0822"});
  Fixture wide;
  wide.file("c.csv", std::string(20000, ',') + "Competency\nWelding\n")
      .map(head + competencies("competency = \"A\""))
      .run();
  CHECK(llvm::is_contained(wide.findings(), "E0834 "));
  Fixture guessed;
  guessed.input.makesPackage = false;
  (void)guessed.file("c.csv", std::string(20000, ',') + "Competency\nWelding\n").guess().run();
  CHECK(guessed.findings() == Strings{"E0834 "});
  Fixture large;
  large.input.longestText = 12;
  large.file("c.csv", "Kompetenz\nF\xFChrung\n").guess().run();
  CHECK(large.findings() == Strings{"E0832 "});
}

TEST_CASE("a guess is used where it is certain") {
  Fixture sure;
  const auto result =
      sure.file("c.csv", "Competency,Basic,Expert\nWelding,Tacks,Welds\n").guess().run();
  CHECK(sure.findings().empty());
  CHECK(fileOf(result, "competencies.cadre") ==
        "// The competencies.\n\ncompetency Welding \"Welding\" {\n  level Basic {\n    - Tacks\n  "
        "}\n"
        "  level Expert {\n    - Welds\n  }\n}\n");
  CHECK(llvm::StringRef(fileOf(result, "import-map.toml"))
            .contains("levels = [\"Basic\", \"Expert\"]"));
  Fixture unsure;
  CHECK(unsure.file("c.csv", "What,1,2\nfoo,x,\nbar,,x\n").guess().run().files.empty());
  CHECK(llvm::is_contained(unsure.findings(), "E0830 What"));
}

TEST_CASE("files that hold nothing make no package") {
  for (const llvm::StringRef text : {"", "\n\n", "Competency\n", ",,\n", "Competency\n\n\n"}) {
    Fixture f;
    CHECK(f.file("c.csv", text.str())
              .map(head + competencies("competency = \"A\""))
              .run()
              .files.empty());
    const std::string first = f.findings().front();
    CHECK((first == "E0831 " || first == "E0835 " || first.starts_with("E0824")));
  }
}

TEST_CASE("cells that are not understood are told at their places, and kept") {
  Fixture f;
  f.file("c.csv",
         "Competency,Code,Kind,About,Basic,Extra\n"
         "Welding,W1,odd,Joins,\"Tacks\nTacks\",note\n"
         ",,,lost,,\n"
         "Brazing,W2,,b\x07"
         "d,,\n"
         "Welding,W1,,Joins metal,,\n"
         "\"Soldering,W3,,,,\n"
         "Cutting,W4,,,,\n"
         "Cutting,W5,,,,\n");
  f.file("m.csv",
         "Competency,Fitter,,Foreman\n"
         "Welding,Basic,,Expert\n"
         "Brasing,?,,\n"
         "Cutting,Basic,stray,\n");
  f.file("l.csv",
         "Role,Competency,Level,Weight,Reason\n"
         "Fitter,Welding,Expert,,\n"
         "Foreman,Brazing,,3,\n"
         "Foreman,Brazing,Basic,none,\n");
  f.map(
      head + scale +
      competencies(
          "competency = \"Competency\", code = \"Code\", kind = \"Kind\", about = \"About\", "
          "levels = { Basic = \"Basic\" }") +
      "[[file]]\nname = \"m.csv\"\nshape = \"matrix\"\ncolumns = { competency = \"Competency\" }\n"
      "[[file]]\nname = \"l.csv\"\nshape = \"list\"\n"
      "columns = { profile = \"Role\", competency = \"Competency\", level = \"Level\", weight = "
      "\"Weight\", because = \"Reason\" }\n");
  const auto result = f.run();
  CHECK(f.findings() == Strings{
                            "W0820 Extra",
                            "W0825 odd",
                            "W0826 \"Tacks\nTacks\"",
                            "W0819 lost",
                            "W0817 \x07",
                            "W0821 Joins metal",
                            "W0824 \"",
                            "I0833 Cutting",
                            "W0829 Cutting",
                            "W0823 Expert",
                            "W0822 Brasing",
                            "W0818 ?",
                            "W0829 Cutting",
                            "W0828 stray",
                            "W0821 Expert",
                            "W0830 Brazing",
                            "W0827 none",
                        });
  const std::string kept = fileOf(result, "not-imported.csv");
  for (const llvm::StringRef cell :
       {"c.csv,2,Extra,stands in a column that the map does not name,note\r\n",
        "c.csv,2,Kind,is a kind that the map does not explain,odd\r\n",
        "c.csv,3,About,stands in a row that names no competency,lost\r\n", "m.csv,3,Fitter,",
        "m.csv,4,C,", "l.csv,2,Level,says something else than a cell before,Expert\r\n",
        "l.csv,4,Weight,is no weight,none\r\n"}) {
    INFO(cell.str());
    CHECK(llvm::StringRef(kept).contains(cell));
  }
}

TEST_CASE("what says more completes what says less, in either order") {
  const std::string matrix = "Competency,Fitter\nWelding,Expert\nBrazing,Basic\n";
  const std::string list =
      "Role,Competency,Level,Imp,Weight,Reason\nFitter,Welding,Expert,desired,30,Law\n"
      "Fitter,Brazing,Basic,,,\n";
  const std::string matrixMap =
      "[[file]]\nname = \"m.csv\"\nshape = \"matrix\"\ncolumns = { competency = \"Competency\" }\n";
  const std::string listMap =
      "[[file]]\nname = \"l.csv\"\nshape = \"list\"\n"
      "columns = { profile = \"Role\", competency = \"Competency\", level = \"Level\", importance "
      "= "
      "\"Imp\", weight = \"Weight\", because = \"Reason\" }\n";
  for (const bool matrixFirst : {true, false}) {
    Fixture f;
    f.file(matrixFirst ? "m.csv" : "l.csv", matrixFirst ? matrix : list);
    f.file(matrixFirst ? "l.csv" : "m.csv", matrixFirst ? list : matrix);
    const auto result = f.map(head + scale + matrixMap + listMap).run();
    CHECK(f.findings().empty());
    CHECK(llvm::StringRef(fileOf(result, "profiles.cadre"))
              .contains("requires Welding at Expert desired weight 30 because \"Law\"\n"));
  }
  Fixture f;
  f.file("m.csv", matrix)
      .file("l.csv", list + "Fitter,Welding,Expert,optional,30.0,\n")
      .map(head + scale + matrixMap + listMap);
  const auto result = f.run();
  REQUIRE(f.diagnostics.all().size() == 1);
  CHECK(f.diagnostics.all().front().message ==
        "what `Fitter` requires of `Welding` is importance `optional` here, and importance "
        "`desired` before; the first stands (row 4)");
  CHECK(llvm::StringRef(fileOf(result, "not-imported.csv")).count("\r\n") == 2);
}

TEST_CASE("two titles with one code are two things") {
  Fixture f;
  f.file("c.csv", "Competency,Code\nWelding,W1\nBrazing,W1\nBrazing,W1\nW1,W1\n,W1\n")
      .file("l.csv", "Job,Job code,Needs\nFitter,J1,W1\nForeman,J1,Brazing\n")
      .map(head + competencies("competency = \"Competency\", code = \"Code\"") +
           "[[file]]\nname = \"l.csv\"\nshape = \"list\"\ncolumns = { profile = \"Job\", "
           "profile-code = \"Job code\", competency = \"Needs\" }\n");
  const auto result = f.run();
  CHECK(f.findings() == Strings{"W0834 W1", "W0834 J1"});
  CHECK(fileOf(result, "competencies.cadre") ==
        "// The competencies.\n\ncompetency Welding \"Welding\" {\n  code \"W1\"\n}\n\ncompetency "
        "Brazing \"Brazing\"\n");
  CHECK(llvm::StringRef(fileOf(result, "profiles.cadre"))
            .contains("profile Foreman \"Foreman\" {\n  requires Brazing\n}"));
  CHECK(llvm::StringRef(fileOf(result, "not-imported.csv"))
            .contains("c.csv,4,Code,is the code of something else,W1\r\n"));
}

TEST_CASE("case does not count in codes") {
  Fixture f;
  f.file("c.csv", "Competency,Code\nWelding,K1\nwelding,k1\nBrazing,k1\n")
      .file("l.csv", "Job,Needs\nFitter,k1\nForeman,Welding (k1)\n")
      .map(head + competencies("competency = \"Competency\", code = \"Code\"") +
           "[[file]]\nname = \"l.csv\"\nshape = \"list\"\ncolumns = { profile = \"Job\", "
           "competency = \"Needs\" }\n");
  const auto result = f.run();
  CHECK(f.findings() == Strings{"W0834 k1"});
  CHECK(fileOf(result, "competencies.cadre") ==
        "// The competencies.\n\ncompetency Welding \"Welding\" {\n  code \"K1\"\n}\n\ncompetency "
        "Brazing \"Brazing\"\n");
  CHECK(llvm::StringRef(fileOf(result, "profiles.cadre"))
            .contains("profile Foreman \"Foreman\" {\n  requires Welding\n}"));
}

TEST_CASE("what a spreadsheet would take for a formula is guarded, and read without its guard") {
  Fixture f;
  const auto result = f.file("c.csv", "Competency,Note\n'-2 Sums,=1+1\n'Quote,'@x\n")
                          .map(head + competencies("competency = \"Competency\""))
                          .run();
  CHECK(llvm::StringRef(fileOf(result, "competencies.cadre")).contains("\"-2 Sums\""));
  CHECK(llvm::StringRef(fileOf(result, "competencies.cadre")).contains("\"'Quote\""));
  CHECK(llvm::StringRef(fileOf(result, "not-imported.csv")).contains(",'=1+1\r\n"));
  CHECK(llvm::StringRef(fileOf(result, "not-imported.csv")).contains(",'@x\r\n"));
}

TEST_CASE("a file that is empty or no text is told so, with a map and without") {
  const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  std::string noise;
  for (int i = 0; i < 200; ++i) noise += static_cast<char>(i % 32);
  const std::pair<std::string, std::string> cases[] = {
      {"", "E0835 "},         {"\xEF\xBB\xBF", "E0835 "},
      {"\xFF\xFE", "E0835 "}, {";;;\r\n;;\r\n", "E0835 "},
      {png, "E0836 "},        {noise, "E0836 "}};
  for (const auto& [bytes, finding] : cases) {
    Fixture asked;
    asked.input.makesPackage = false;
    CHECK(asked.file("c.csv", bytes).guess().run().proposal.empty());
    CHECK(asked.findings() == Strings{finding});
    Fixture mapped;
    mapped.file("c.csv", bytes).map(head + competencies("competency = \"A\"")).run();
    CHECK(mapped.findings() == Strings{finding});
  }
}

TEST_CASE("rows and words that the map has for nothing are told") {
  Fixture f;
  f.file("c.csv", "Competency,Level\nWelding,a\n")
      .map(head + scale + "[values]\na = \"Basic\"\nb = \"Expert\"\n" +
           competencies("competency = \"Competency\", level = \"Level\""))
      .run();
  CHECK(f.findings() == Strings{"W0835 b"});
  Fixture rows;
  rows.file("c.csv", "Competency\nWelding\nTotal\n")
      .map(head + competencies("competency = \"Competency\"", "skip-rows = [\"Sum\", \"Total\"]\n"))
      .run();
  CHECK(rows.findings() == Strings{"E0826 \"Sum\""});
}

TEST_CASE("what is wrong in many cells is told once, with the number") {
  std::string text = "Competency,Fitter\n";
  for (int i = 0; i < 500; ++i) text += fmt::format("Task {},perhaps\n", i);
  for (int i = 0; i < 100; ++i) text += fmt::format("More {},word {}\n", i, i);
  Fixture f;
  const auto result = f.file("m.csv", text)
                          .map(head + scale +
                               "[[file]]\nname = \"m.csv\"\nshape = \"matrix\"\n"
                               "columns = { competency = \"Competency\" }\n")
                          .run();
  REQUIRE(f.diagnostics.all().size() == 20);
  CHECK(f.diagnostics.all().front().notes == Strings{"499 more of `perhaps` in this file"});
  CHECK(llvm::StringRef(f.diagnostics.all().back().notes.front())
            .starts_with("81 more of this kind in this file"));
  CHECK(llvm::StringRef(fileOf(result, "not-imported.csv")).count("\r\n") == 601);
}

TEST_CASE("a weight in per cent is its number, and told") {
  Fixture f;
  const auto result =
      f.file("l.csv", "Role,Competency,Weight\nFitter,Welding,40%\nFitter,Brazing,\"2,5 %\"\n")
          .map(head +
               "[[file]]\nname = \"l.csv\"\nshape = \"list\"\ncolumns = { profile = "
               "\"Role\", competency = \"Competency\", weight = \"Weight\" }\n")
          .run();
  CHECK(f.findings().empty());
  CHECK(llvm::StringRef(fileOf(result, "profiles.cadre")).contains("Welding weight 40\n"));
  CHECK(llvm::StringRef(fileOf(result, "profiles.cadre")).contains("Brazing weight 2.5\n"));
  CHECK(llvm::is_contained(result.summary.lines(),
                           "2 weights with a per cent sign, read as their numbers"));
}

TEST_CASE("a guess tells keys from numbers, and asks about columns that could be levels") {
  const auto mapFor = [](const std::string& table) {
    Fixture f;
    f.input.makesPackage = false;
    return f.file("l.csv", table).guess().run().proposal;
  };
  const std::string numbered =
      mapFor("No,Job,Competency,Level\n1,Cook,Soup,2\n2,Cook,Cake,1\n1,Baker,Cake,3\n");
  CHECK_FALSE(llvm::StringRef(numbered).contains("code ="));
  const std::string keyed = mapFor(
      "Job,Competency,Competency id,Level\nCook,Cake,a.A,2\nCook,Cake,a.B,1\nBaker,Soup,a.C,3\n");
  CHECK(llvm::StringRef(keyed).contains("code = \"Competency id\""));
  const std::string graded =
      mapFor("Job,Competency,Grad\nCook,Soup,hoch\nCook,Cake,niedrig\nBaker,Cake,hoch\n");
  CHECK(
      llvm::StringRef(graded).contains("# CHECK: `l.csv`: that column `Grad`, whose cells look "
                                       "like levels, says nothing is a guess."));
}

TEST_CASE("encodings and names that had to be chosen are told") {
  Fixture f;
  const auto result =
      f.file("c.csv", "Kompetenz;Bereich\nF\xFChrung;F\xFChrung\n")
          .map(head + competencies("competency = \"Kompetenz\", category = \"Bereich\""))
          .run();
  CHECK(f.findings() == Strings{"I0832 ", "I0833 Führung"});
  CHECK(fileOf(result, "categories.cadre") ==
        "// The categories of the competencies.\n\ncategory FührungCategory \"Führung\"\n");
}

TEST_CASE("a cell may name several") {
  Fixture f;
  f.file("l.csv",
         "Skill;Roles;Area\nWelding;Fitter, Foreman;Metal / Hot\n\"- Cutting\n- "
         "Drilling\";Fitter;Metal\n")
      .map(head +
           "[[file]]\nname = \"l.csv\"\nshape = \"list\"\nseparator = \";\"\n"
           "split = { competency = \"line\", profile = \",\", category = \"/\" }\n"
           "columns = { profile = \"Roles\", competency = \"Skill\", category = \"Area\" }\n");
  const auto result = f.run();
  CHECK(f.findings().empty());
  CHECK(fileOf(result, "profiles.cadre") ==
        "// The profiles and what they require.\n\nprofile Fitter \"Fitter\" {\n  requires "
        "Welding\n  requires Cutting\n"
        "  requires Drilling\n}\n\nprofile Foreman \"Foreman\" {\n  requires Welding\n}\n");
  CHECK(llvm::StringRef(fileOf(result, "competencies.cadre")).contains("in Metal, Hot\n"));
}

TEST_CASE("what a row leaves over is told") {
  Fixture f;
  f.file("l.csv", "Role,Competency,Level,Importance\nFitter,Welding,?,high\n")
      .map(head + scale +
           "[[file]]\nname = \"l.csv\"\nshape = \"list\"\n"
           "columns = { profile = \"Role\", competency = \"Competency\", level = \"Level\", "
           "importance = \"Importance\" }\n");
  const auto result = f.run();
  CHECK(f.findings() == Strings{"W0818 ?"});
  CHECK(llvm::StringRef(fileOf(result, "not-imported.csv"))
            .contains("belongs to a row that is not understood,high"));
  Fixture gap;
  gap.file("c.csv", "Area,Competency\nA,Welding\nB,\n")
      .map(head + competencies("competency = \"Competency\", category = \"Area\"",
                               "fill-down = \"Area\"\n"))
      .run();
  CHECK(gap.findings() == Strings{"W0831 B"});
}

// ---- Everything is accounted for ----------------------------------------------------------------

namespace {

/// A random table with a header, of titles, levels, marks, odd cells and gaps, and how many of its
/// cells hold something.
struct RandomTable {
  std::string text;
  size_t cells = 0;
  Strings tokens;  ///< Texts that occur once.

  RandomTable(std::mt19937& random, llvm::StringRef header, size_t columns) : text(header.str()) {
    cells = columns;
    static const Strings titles = {"Welding", "Brazing", "welding", "Cutting", "Führung",
                                   "W1",      "W2",      "Fitter",  "Foreman"};
    static const Strings words = {"Basic", "Expert",    "x",   "-",    "3",    "basic / desired",
                                  "?",     "essential", "n/a", "\x07", "\xFF", "Total"};
    for (size_t row = 0; row < 1 + random() % 8; ++row) {
      text += "\n";
      for (size_t column = 0; column < columns; ++column) {
        if (column > 0) text += ",";
        const size_t kind = random() % 10;
        if (kind < 3) continue;
        ++cells;
        if (kind < 6)
          text += titles[random() % titles.size()];
        else if (kind < 9)
          text += words[random() % words.size()];
        else
          text += tokens.emplace_back("token" + std::to_string(random()));
      }
    }
    text += "\n";
  }
};

struct RandomCase {
  std::string map;
  llvm::StringRef header;
  size_t columns;
};

}  // namespace

TEST_CASE("of random tables every cell is accounted for, and no text is lost") {
  const std::string begin =
      head + scale + "[values]\nx = \"Basic\"\n\"-\" = \"not required\"\n3 = \"Expert\"\n";
  const std::string file = "[[file]]\nname = \"t.csv\"\n";
  const std::vector<RandomCase> cases = {
      {begin + file +
           "shape = \"competencies\"\nfill-down = [\"Area\", \"Competency\"]\n"
           "columns = { competency = \"Competency\", category = \"Area\", code = \"Code\", about = "
           "\"About\", "
           "levels = { Basic = \"One\", Expert = \"Two\" } }\n",
       "Area,Competency,Code,About,One,Two,Extra", 7},
      {begin + file +
           "shape = \"competencies\"\ngroup-rows = true\nskip-rows = [\"Competency\", 1]\n"
           "columns = { competency = \"Competency\", level = \"Level\", indicators = \"Text\", "
           "keywords = \"Words\", kind = \"Kind\" }\n",
       "Competency,Level,Text,Words,Kind", 5},
      {begin + file +
           "shape = \"matrix\"\nfill-down = \"Area\"\nskip-columns = \"Total\"\n"
           "columns = { competency = \"Competency\", category = \"Area\", importance = \"Imp\", "
           "weight = \"Weight\" }\n",
       "Area,Competency,Imp,Weight,Fitter,Foreman,Fitter,Total", 8},
      {begin + file +
           "shape = \"matrix\"\nprofiles = \"rows\"\ncells = [\"Welding\", \"Cutting\"]\n"
           "columns = { profile = \"Role\", family = \"Family\", profile-code = \"No\", "
           "profile-about = \"About\" }\n",
       "Role,Family,No,About,Welding,Cutting,Other", 7},
      {begin + file +
           "shape = \"list\"\nfill-down = \"Role\"\nsplit = { competency = [\"W\"] }\n"
           "columns = { profile = \"Role\", competency = \"Competency\", code = \"Code\", level = "
           "\"Level\", importance = \"Imp\", "
           "weight = \"Weight\", because = \"Why\", family = \"Family\" }\n",
       "Role,Competency,Code,Level,Imp,Weight,Why,Family", 8},
  };
  std::mt19937 random(20);
  for (int round = 0; round < 600; ++round) {
    const RandomCase& it = cases[round % cases.size()];
    const RandomTable table(random, it.header, it.columns);
    Fixture f;
    const auto result = f.file("t.csv", table.text).map(it.map).run();
    INFO(table.text);
    INFO(llvm::join(f.findings(), "\n"));
    if (result.files.empty()) {
      CHECK(llvm::is_contained(f.findings(), "E0831 "));
      continue;
    }
    REQUIRE(result.summary.tables.size() == 1);
    const import::TableSummary& account = result.summary.tables.front();
    size_t sum = account.headers + account.used;
    size_t kept = 0;
    size_t skipped = 0;
    for (const auto& reason : account.leftOut) skipped += reason.number;
    for (const auto& reason : account.kept) kept += reason.number;
    sum += skipped + kept;
    CHECK(account.read == table.cells);
    CHECK(sum == account.read);
    std::string all;
    for (const auto& package : result.files) all += package.bytes;
    size_t lost = 0;
    for (const std::string& token : table.tokens)
      lost += llvm::StringRef(all).contains(token) ? 0 : 1;
    CHECK(lost <= skipped);
    const std::string list = fileOf(result, "not-imported.csv");
    CHECK((kept == 0) == (list == "(no such file)"));
    for (const auto& package : result.files) {
      if (!llvm::StringRef(package.path).ends_with(".cadre")) continue;
      SourceManager sources;
      Diagnostics diagnostics;
      (void)parse::parse(sources, sources.add(package.path, package.bytes), diagnostics);
      INFO(package.bytes);
      CHECK(diagnostics.empty());
    }
  }
}

TEST_CASE("random bytes are read, guessed and imported without a crash") {
  std::mt19937 random(41);
  const std::string pieces[] = {",",
                                ";",
                                "\t",
                                "\"",
                                "\n",
                                "\r\n",
                                "\r",
                                "Competency",
                                "Level 1",
                                "Level 2",
                                "Role",
                                "x",
                                "1",
                                "Total",
                                "-",
                                "",
                                "\xFF",
                                "\xFE",
                                std::string(1, '\0'),
                                "\xEF\xBB\xBF",
                                "ü",
                                "Basic",
                                "Expert",
                                "sep=",
                                " ",
                                "“",
                                "[",
                                "{",
                                "}"};
  const std::string map =
      head + scale + competencies("competency = \"A\"", "fill-down = \"A\"\ngroup-rows = true\n");
  for (int round = 0; round < 500; ++round) {
    std::string bytes;
    for (size_t i = random() % 60; i > 0; --i) {
      if (random() % 4 == 0)
        bytes += static_cast<char>(random() % 256);
      else
        bytes += pieces[random() % std::size(pieces)];
    }
    Fixture mapped;
    (void)mapped.file("c.csv", bytes).map(map).run();
    Fixture asked;
    asked.input.makesPackage = false;
    const auto proposal = asked.file("c.csv", bytes).guess().run();
    INFO(bytes);
    if (proposal.proposal.empty()) {
      CHECK((asked.findings() == Strings{"E0835 "} || asked.findings() == Strings{"E0836 "}));
      continue;
    }
    // A proposal is a map; there may be nothing to name in it, or to import by it.
    const bool isEmpty = llvm::StringRef(proposal.proposal).contains("\n# competency = ");
    Fixture again;
    (void)again.file("c.csv", bytes).map(proposal.proposal).run();
    for (const std::string& finding : again.findings()) {
      INFO(proposal.proposal);
      INFO(finding);
      CHECK_FALSE((finding.starts_with("E") && !finding.starts_with("E0831") &&
                   !(isEmpty && finding.starts_with("E0821"))));
    }
  }
}
