#include "import/import.h"
#include "support/test.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <deque>

// What a guess makes of small sheets, at a glance: ` / ` ends a row. Of each, the shape, the row of
// the header and the scale; then `?` what it asks to check, `=` what words mean, `-` what is left
// out or read in another way. Each map is one that an import takes.

using namespace cadre;
using llvm::StringRef;

namespace {

using Strings = std::vector<std::string>;

struct Case {
  std::string sheet;
  Strings guessed;
};

std::string replaced(std::string text, StringRef what, StringRef by) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

import::Result run(import::Input& input, Diagnostics& diagnostics){
    return import::run(*import::findImporter("csv"), input, diagnostics);
}  // namespace

std::string proposalFor(const std::string& table, const std::string& other = "") {
  SourceManager sources;
  Diagnostics diagnostics;
  import::Input input;
  input.sources = &sources;
  input.makesPackage = false;
  input.options["guess"] = "";
  input.raw.push_back({"c.csv", table});
  if (!other.empty()) input.raw.push_back({"d.csv", other});
  return run(input, diagnostics).proposal;
}

/// What the import by a proposal says that no map should.
Strings errorsOf(const std::string& table, const std::string& map) {
  SourceManager sources;
  Diagnostics diagnostics;
  import::Input input;
  input.sources = &sources;
  input.raw.push_back({"c.csv", table});
  input.optionFiles["map"] = {"map.toml", map};
  (void)run(input, diagnostics);
  Strings out;
  for (const Diagnostic* it : diagnostics.sorted()) {
    if (StringRef(it->code).starts_with("E") || it->code == "W0835") out.emplace_back(it->code);
  }
  return out;
}

/// The value of a line `key = value   # comment`.
StringRef valueOf(StringRef line) { return line.split(" = ").second.split("   #").first; }

Strings digest(StringRef map) {
  Strings out(1);
  std::string shape, scale, table;
  llvm::SmallVector<StringRef> lines;
  map.split(lines, '\n');
  for (const StringRef line : lines) {
    const std::string value = replaced(valueOf(line).str(), "\"", "`");
    if (line.starts_with("[")) table = line.split(' ').first;
    if (line.starts_with("# CHECK: "))
      out.push_back(
          "? " + replaced(replaced(line.drop_front(9).str(), "`c.csv`: ", ""), " is a guess", ""));
    if (line.starts_with("shape")) shape += replaced(value, "`", "");
    if (line.starts_with("header")) shape += " " + value;
    if (line.starts_with("profiles") && value == "`rows`") shape += " (rows)";
    if (line.starts_with("range")) scale = ": " + value;
    if (table == "[scale]" && line.starts_with("levels"))
      scale = ": " + replaced(StringRef(replaced(value, "`, `", " < ")).trim("[`]").str(), "`", "");
    if ((table == "[values]" || table == "[importance]") && line.contains(" = "))
      out.push_back("= " + replaced(line.split("   #").first.str(), "\"", "`"));
    for (const StringRef key : {"skip-", "fill-", "group"}) {
      if (line.starts_with(key)) out.push_back("- " + line.split(" = ").first.str() + ": " + value);
    }
    if (line.starts_with("# not used"))
      out.push_back("- " + replaced(line.drop_front(2).str(), "\"", "`"));
  }
  out.front() = shape + scale;
  return out;
}

const Case cases[] = {
    // Levels in columns stand in the order of their words.
    {"Competency,Expert,Basic,Intermediate / Teamwork,Builds,Joins,Helps",
     {"competencies 1: Basic < Intermediate < Expert"}},
    {"Kompetenz;Experte;Anfänger;Fortgeschritten / Reden;Baut;Hilft;Tut",
     {"competencies 1: Anfänger < Fortgeschritten < Experte"}},
    {"Competency,Foundation,Expert,Intermediate / Teamwork,Builds,Joins,Helps",
     {"competencies 1: Foundation < Intermediate < Expert"}},
    {"Compétence,Maîtrise,Notions,Avancé / Parler,Débat,Salue,Discute",
     {"competencies 1: Notions < Avancé < Maîtrise"}},
    {"Competency,Level 3,Level 1,Level 2 / Teamwork,Builds,Watches,Joins",
     {"competencies 1: Level 1 < Level 2 < Level 3"}},
    {"Competency,Expert,Solid,Basic / Teamwork,Builds,Helps,Joins",
     {"competencies 1: Basic < Solid < Expert",
      "? that column `Solid` describes one of the levels too.", "? the order of the levels."}},
    {"Competency,Basic,Foundation,Expert / Teamwork,Joins,Helps,Builds",
     {"competencies 1: Basic < Foundation < Expert", "? the order of the levels."}},
    {"Competency,1 - Expert,2 - Advanced,3 - Basic / Teamwork,Joins,Helps,Builds",
     {"competencies 1: 1 - Expert < 2 - Advanced < 3 - Basic", "? the order of the levels."}},
    // Columns of texts that may be levels.
    {"Competency,Basic,Good,Excellent / Team,Joins in,Helps others,Builds teams",
     {"competencies 1: Basic < Good < Excellent"}},
    {"Competency,Poor,Fair,Good,Excellent / Team,Sulks,Joins in,Helps others,Builds teams",
     {"competencies 1: Poor < Fair < Good < Excellent"}},
    {"Competency,Junior,Mid,Senior,Lead / Team,Listens,Joins in,Helps others,Builds teams",
     {"competencies 1: Junior < Mid < Senior < Lead",
      "? that columns `Junior`, `Mid`, `Senior`, `Lead` describe levels."}},
    {"Competency,Awareness,Working knowledge,Practitioner,Mastery / Team,Listens,Joins "
     "in,Helps,Builds",
     {"competencies 1: Awareness < Working knowledge < Practitioner < Mastery"}},
    {"Competency,gering,mittel,hoch / Team,Hört zu,Hilft mit,Baut auf",
     {"competencies 1: gering < mittel < hoch"}},
    {"Competency,Basic,Solid,Expert,Owner / Team,Joins in,Helps others,Builds teams,HR",
     {"competencies 1: Basic < Solid < Expert",
      "? that column `Solid` describes one of the levels too.", "? the order of the levels.",
      "- not used: `Owner`"}},
    {"Competency,Seed,Sprout,Tree / Team,Joins in,Helps others,Builds teams / Sew,Makes hems,Makes "
     "coats,Runs it",
     {"competencies 1",
      "? that columns `Seed`, `Sprout`, `Tree`, which may describe levels, say nothing.",
      "- not used: `Seed`", "- not used: `Sprout`", "- not used: `Tree`"}},
    {"Competency,Basic (B),Expert: leads,Advanced level / File,Finds,Sorts,Burns",
     {"competencies 1: Basic (B) < Advanced level < Expert: leads"}},
    {"Competency,Basic,Basic,Notes,Expert,C / File,Finds,Sorts,Late,Burns,x",
     {"competencies 1: Basic < Expert",
      "? that column C, a second one called `Basic`, says nothing.", "- not used: 3",
      "- not used: `Notes`", "- not used: `C`"}},
    {"Competency,Stage 2,Stage 1 / File,Finds it,Sorts it", {"competencies 1: Stage 1 < Stage 2"}},
    {"Skill Level,Basic,Intermediate,Advanced / File,Finds files,Names files,Sorts files",
     {"competencies 1: Basic < Intermediate < Advanced",
      "? that column `Skill Level` has the titles of the competencies."}},
    {"Competency,Definition,Effective,Ineffective / Team,Works together,Shares,Hides / Sew,Makes "
     "coats,Sews,Rips",
     {"competencies 1",
      "? that columns `Effective`, `Ineffective`, which may describe levels, say nothing.",
      "- not used: `Effective`", "- not used: `Ineffective`"}},
    {"Skill,Junior,Senior / Sewing,x,x / Ironing,,x", {"matrix 1", "= `x` = `required`"}},
    // Words in a column of levels.
    {"Job,Competency,Level / A,Reading, / B,Writing,", {"list 1", "- not used: `Level`"}},
    {"Role,Competency,Level / A,Talk,High / A,Walk,Low / B,Talk,Medium",
     {"list 1: Low < Medium < High", "? the order of the levels."}},
    {"Rolle;Kompetenz;Soll-Niveau / A;Reden;hoch / A;Gehen;niedrig / B;Reden;mittel",
     {"list 1: niedrig < mittel < hoch", "? the order of the levels."}},
    {"Puesto,Competencia,Nivel / A,Hablar,Alto / A,Andar,Bajo / B,Hablar,Medio",
     {"list 1: Bajo < Medio < Alto", "? the order of the levels."}},
    {"Job,Competency,Level / A,Reading,Blue belt / B,Writing,Black belt",
     {"list 1: Blue belt < Black belt", "? the order of the levels."}},
    {"Job,Competency,Level / A,Reading,Must / B,Writing,Should",
     {"list 1", "? that column `Level` says how important a requirement is.",
      "= `Must` = `essential`", "= `Should` = `desired`"}},
    {"Competency,Level,Indicators / Listening,1 - Basic,a / Listening,2 - Good,b / Leading,1 - "
     "Basic,c / Leading,2 - Good,d / Excel,3 - Excellent,e",
     {"competencies 1: 1 - Basic < 2 - Good < 3 - Excellent"}},
    {"Competency,Level,Behavioural indicator / Talk,1 - Okay,a / Talk,2 - Fine,b / Walk,1 - Okay,c "
     "/ Walk,2 - Fine,d / Run,3 - Wow,e",
     {"competencies 1: 1 - Okay < 2 - Fine < 3 - Wow"}},
    {"Job,Competency,Level / A,Talk,Basic / A,Walk,Expert / B,Talk,Basic / B,Walk,TBD / "
     "B,Run,Expert (senior)",
     {"list 1: Basic < Expert", "= # `Expert (senior)` = `Expert`", "= # `TBD` = ``"}},
    {"Rolle;Kompetenz;Stufe / A;Reden;3 / A;Gehen;hoch / B;Reden;2",
     {"list 1: [2, 3]", "= # `hoch` = ``"}},
    {"Job,Competency,Level / A,Talk,Basic (must) / B,Talk,Expert / C,Talk,Basic",
     {"list 1: Basic < Expert", "= `must` = `essential`"}},
    {"Job,Competency,Level / A,French,B2 / A,Greek,A1 / B,French,C1", {"list 1: A1 < B2 < C1"}},
    {"Job,Competency,Level / P,Nav,3-4 / P,Radio,3/5 / P,Met,Expert (4) / C,Nav,3 / C,Law,3.5 / "
     "C,Sea,1",
     {"list 1: [1, 5]", "? the upper end of the scale: there is `3/5`.", "? that `3/5` means 3.",
      "= `3/5` = `3`", "= # `3-4` = ``", "= # `Expert (4)` = `4`"}},
    // The header is the first row that could be it.
    {"Skill,Clerk,Boss / File,Basic (1),Expert (4) / Type,Advanced (3),Expert (4) / Scan,Basic "
     "(1),Basic (1)",
     {"matrix 1: Basic (1) < Advanced (3) < Expert (4)"}},
    {"Skill,Clerk,Boss / File,Basic,Intermediate / Type,Advanced,Expert",
     {"matrix 1: Basic < Intermediate < Advanced < Expert"}},
    {"\"Skill (short)\",\"Level 1\",\"Level 2\",\"Comments\" / Sew,Threads,Makes, / "
     "Iron,Irons,,from 2019 handbook",
     {"competencies 1: Level 1 < Level 2", "- not used: `Comments`"}},
    {"A,B,C,D / Role,Competency,Level,Weight / Nurse,Hygiene,2,3 / Nurse,Care,1,3",
     {"list 2: [1, 2]", "? that row 2 is the header, and that row 1 above it is left out."}},
    {"Technical,, / Skill,Basic,Expert / SQL,Selects,Tunes / Behavioural,, / Skill,Basic,Expert / "
     "Talk,Greets,Speaks",
     {"competencies 2: Basic < Expert", "? whether rows with nothing but a title begin a category.",
      "- group-rows: true", "- skip-rows: 5"}},
    // Matrices of words that nobody knows, or that mean two things.
    {"Skill,Clerk,Boss / File,Low,High / Type,Medium,High",
     {"matrix 1: Low < Medium < High",
      "? that `Low`, `Medium`, `High` are levels, and not how important a requirement is,.",
      "? the order of the levels."}},
    {"Skill,Clerk,Boss / File,2,High / Type,1,3", {"matrix 1: [1, 3]", "= `High` = `essential`"}},
    {"Skill;Clerk;Boss;Temp / Python;grün;grün;gelb / SQL;gelb;grün;rot / Talks;rot;grün;rot",
     {"matrix 1: rot < gelb < grün", "? that `rot`, `gelb`, `grün` are levels.",
      "? the order of the levels."}},
    {"Skill;Clerk;Boss / Python;gering;hoch / SQL;mittel;hoch",
     {"matrix 1: gering < mittel < hoch",
      "? that `gering`, `mittel`, `hoch` are levels, and not how important a requirement is,.",
      "? the order of the levels."}},
    {"Puesto;Área;Liderazgo;Inglés / Gerente;Dirección;Alto;Medio / Secretaria;Oficina;Bajo;Alto / "
     "Total;;2;2",
     {"matrix 1 (rows): Bajo < Medio < Alto",
      "? that `Bajo`, `Medio`, `Alto` are levels, and not how important a requirement is,.",
      "? the order of the levels.", "- skip-rows: `Total`"}},
    {"Skill,Clerk,Boss,Temp / File,walks,flies,runs / Type,runs,flies,walks / Scan,runs,runs,walks",
     {"matrix 1: walks < flies < runs",
      "? that the words in columns `Clerk`, `Boss`, `Temp` say what is required.",
      "? the order of the levels."}},
    {"Skill,Clerk,Boss / File,2/5,4/5 / Type,1/5,3/5",
     {"matrix 1: [1, 5]", "? the upper end of the scale: there is `2/5`.", "? that `2/5` means 2.",
      "= `1/5` = `1`", "= `2/5` = `2`", "= `3/5` = `3`", "= `4/5` = `4`"}},
    {"Skill,Clerk,Boss / File,**,1 / Type,***,2",
     {"matrix 1: [1, 2]", "? that column `Boss` is a profile.",
      "? that column `Clerk`, which stands beside those with requirements, says nothing.",
      "- not used: `Clerk`"}},
    // What stands below and beside a table is no part of it.
    {"Competency,Basic,Expert / Sew,Threads,Makes / Iron,Irons,Presses / \"Note: reviewed by the "
     "board, in May 2024\",, / Approved 2024,,",
     {"competencies 1: Basic < Expert", "? that row 5, `Approved 2024`, is no part of the table.",
      "- skip-rows: [4, 5]"}},
    {"Job role,Competency,Level / Agent,Radio,Advanced / Agent,Driving,Basic / Boss,Radio,Expert / "
     "Total roles: 2,,",
     {"list 1: Basic < Advanced < Expert",
      "? that row 5, `Total roles: 2`, is no part of the table.", "- skip-rows: 5"}},
    {"Skill,Cook,Waiter,Boss,,Legend, / Knives,4,1,2,,1,Basic / Wine,1,3,3,,2,Trained / "
     ",,,,,3,Expert",
     {"matrix 1: [1, 4]", "? that column `Legend` and those behind it are no part of the table.",
      "- skip-columns: [`Legend`, `G`]"}},
    {"Kompetenz;Leitung;Azubi / Reden;3;1 / Mahnen;3;2 / Summe;6;3 / Legende: 1 = Grundkenntnisse, "
     "2 = Fortgeschritten, 3 = Sicher;; / * Azubis im 3. Jahr;;",
     {"matrix 1: [1, 3]", "? that row 5, which names levels, is of no use.",
      "? that row 6, `* Azubis im 3. Jahr`, is no part of the table.",
      "- skip-rows: [`Summe`, 5, 6]"}},
    {"Kompetenz;Leitung;Azubi / Reden;3;1 / Mahnen;3;2 / ;; / 1;Kenner; / 2;Könner; / 3;Profi;",
     {"matrix 1: [1, 3]", "? that rows 5 to 7, below an empty one, are no part of the table.",
      "- skip-rows: [5, 6, 7]"}},
    {"Skill,Clerk,Boss / File,1,2 / Type,2,3 / ,, / French,1, / Dutch,,2",
     {"matrix 1: [1, 3]", "? that rows 5 to 6, below an empty one, belong to the table."}},
    {"Competency,Basic,Expert / Sew,Threads,Makes / Iron,Irons,Presses / Dye,Dips,Mixes / Checked "
     "in May,,",
     {"competencies 1: Basic < Expert",
      "? that row 5, which has nothing but `Checked in May`, belongs to the table."}},
    // What looks right and seldom is.
    {"Competence;Level 1;Level 2 / (1);(2);(3) / Browsing;Finds;Explains / Sharing;Sends;Prints",
     {"competencies 1: Level 1 < Level 2", "? that row 2 numbers the columns.", "- skip-rows: 2"}},
    {"Skill,Clerk,Boss / File,1,3 / Average,1.5,2.5 / Type,2,2 / Grand Total,3,5 / Target "
     "headcount,4,1",
     {"matrix 1: [1, 3]", "- skip-rows: [`Average`, `Grand Total`, `Target headcount`]"}},
    {"Skill,Clerk,Boss / Total quality,1,3 / Type,2,2", {"matrix 1: [1, 3]"}},
    {"Job,Competency / Clerk,Filing; Typing / Boss,Filing",
     {"list 1",
      "? that each cell of column `Competency` names one competency (`split` parts lists)."}},
    {"Skill,Cook,Waiter / Knives,3,1 / Sauces,2,2 / Skill,Barkeeper,Waiter / Cocktails,3,1",
     {"matrix 1: [1, 3]",
      "? that row 4 is of this table, though it begins with `Skill` like the header.",
      "= # `Barkeeper` = ``", "= # `Waiter` = ``"}},
    {"Competency,Teller,Manager,Teller gap / Cash,1,3,2 / Loans,2,3,1",
     {"matrix 1: [1, 3]", "? that column `Teller gap` is a profile."}},
    {"Skill,Target,Actual,Target,Actual / Sew,1,2,3,1 / Iron,2,1,3,3",
     {"matrix 1: [1, 3]", "? that each of the columns `Target`, `Actual` is a profile.",
      "? that columns of the same name (`Target`, `Actual`) are one profile."}},
    {"Skill,Nurse,Sister,0 = None / Drips,3,2,1 = Novice / Blood,2,3,2 = Able",
     {"matrix 1: [2, 3]", "? that column `0 = None` is a legend, and no part of the table.",
      "- skip-columns: `0 = None`"}},
    {"Métier;Niveau;Compétence;Niveau / Chef;2;Cuire;3 / Commis;1;Laver;2",
     {"list 1: [1, 2]", "? that column `Niveau`, the second one with that name, says nothing.",
      "- not used: `D`"}},
    {"Job,Competency,Level / A,Sew,IV / A,Iron,V / B,Sew,III / B,Iron,II / C,Sew,I",
     {"list 1: I < II < III < IV < V", "? the order of the levels."}},
    {"Job,Competency,Level / A,Sew,C / A,Iron,B / B,Sew,A / B,Iron,D",
     {"list 1: A < B < C < D", "? the order of the levels."}},
    {"Job,Competency,Level (1-5) / A,Sew,2 / A,Iron,4 / B,Sew,1",
     {"list 1: [1, 5]", "? the range of the scale: there is `Level (1-5)`."}},
    {"Skill,Clerk,Boss / File,1,3 / Type,2,2 / Scan,2,1 / Kept by Smith,, / Revision 3,,",
     {"matrix 1: [1, 3]",
      "? that row 5, which has nothing but `Kept by Smith`, belongs to the table.",
      "? that row 6, `Revision 3`, is no part of the table.", "- skip-rows: 6"}},
    {"Vaardigheid;Kok;Kelner / Snijden;ja;nee / Rekenen;nee;ja",
     {"matrix 1", "= `ja` = `required`", "= `nee` = `not required`"}},
    {"Job,Competency,Level / A,Sew,2 / A,Iron,33 / B,Sew,1",
     {"list 1: [1, 33]", "? the upper end of the scale: the highest number is `33`."}},
};

}  // namespace

TEST_CASE("what is guessed of small sheets") {
  for (const Case& it : cases) {
    INFO(it.sheet);
    const std::string table = replaced(it.sheet, " / ", "\n") + "\n";
    const std::string map = proposalFor(table);
    INFO(map);
    CHECK(digest(map) == it.guessed);
    CHECK(errorsOf(table, map) == Strings{});
  }
}

TEST_CASE("what one file says of levels holds for the others") {
  const std::string levels = "Competency,Excellent,Basic,Good\nTalk,Sings,Hums,Speaks\n";
  const std::string list =
      proposalFor(levels, "Job,Competency,Level\nA,Talk,Basic\nB,Talk,Fair\nB,Walk,Excellent\n");
  CHECK(StringRef(list).contains("levels = [\"Basic\", \"Good\", \"Excellent\"]"));
  CHECK(StringRef(list).contains("# \"Fair\" = \"\"   # CHECK: which level?"));
  // Words that nobody knows are cells of a matrix where a list has them as levels.
  const std::string matrix = proposalFor("Job,Competency,Level\nA,Talk,Walrus\nB,Talk,Seal\n",
                                         "Competency,A,B\nTalk,Walrus,Seal\nWalk,Seal,Seal\n");
  CHECK(StringRef(matrix).contains("shape     = \"matrix\""));
  CHECK_FALSE(StringRef(matrix).contains("say what is required"));
  // Where levels stand elsewhere, `High` is no level.
  const std::string importance =
      proposalFor(levels, "Competency,A,B\nTalk,High,Low\nWalk,Low,High\n");
  CHECK(StringRef(importance).contains("\"High\" = \"essential\""));
}
