#include "drawing.h"

#include <random>

using namespace cadre;
using test::draw;
using test::error;
using test::find;

namespace {

constexpr const char* scale = R"(scale Proficiency "Proficiency" {
  level Basic "Basic"
  level Skilled "Skilled"
  level Leading "Leading"
  level Basic "Base"
}
)";

struct OneFile {
  SourceManager sources;
  FileId file;
  explicit OneFile(std::string text, std::string path = "skills.cadre")
      : file(sources.add(std::move(path), std::move(text))) {}
  [[nodiscard]] Span at(llvm::StringRef part, int nth = 0) const { return find(sources, file, part, nth); }
  /// From the beginning of one text to the end of another.
  [[nodiscard]] Span from(llvm::StringRef first, llvm::StringRef last) const { return at(first).to(at(last)); }
};

}  // namespace

TEST_CASE("the primary span is underlined and says its label") {
  OneFile f("profile Baker \"Baker\" {\n  requires Baking at Guru\n}\n");
  Diagnostic d = error(f.at("Guru"), "`Guru` is not a level of scale `Proficiency`");
  d.primaryLabel = "no such level";
  CHECK(draw(d, f.sources) == R"(
error[E0001]: `Guru` is not a level of scale `Proficiency`
 --> skills.cadre:2:22
  |
2 |   requires Baking at Guru
  |                      ^^^^ no such level
)");
}

TEST_CASE("a label on another line, with what lies between left out") {
  OneFile f(scale);
  Diagnostic d = error(f.at("Basic", 2), "level `Basic` is declared twice");
  d.labels.push_back({f.at("Basic"), "first declared here"});
  CHECK(draw(d, f.sources) == R"(
error[E0001]: level `Basic` is declared twice
 --> skills.cadre:5:9
  |
2 |   level Basic "Basic"
  |         ----- first declared here
...
5 |   level Basic "Base"
  |         ^^^^^
)");
}

TEST_CASE("one line between two labels is shown, not left out") {
  OneFile f(scale);
  Diagnostic d = error(f.at("Leading"), "m");
  d.labels.push_back({f.at("Basic"), "here"});
  CHECK(draw(d, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:4:9
  |
2 |   level Basic "Basic"
  |         ----- here
3 |   level Skilled "Skilled"
4 |   level Leading "Leading"
  |         ^^^^^^^
)");
}

TEST_CASE("several labels on one line never overlap") {
  OneFile f("  requires Baking at Guru essential\n");
  Diagnostic d = error(f.at("Guru"), "m");
  d.primaryLabel = "not on its scale";
  d.labels.push_back({f.at("Baking"), "has scale `Proficiency`"});
  d.labels.push_back({f.at("essential"), "says how much it matters"});
  d.labels.push_back({f.at("requires"), "asked for here"});
  CHECK(draw(d, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:22
  |
1 |   requires Baking at Guru essential
  |   -------- ------    ^^^^ --------- says how much it matters
  |   |        |         |
  |   |        |         not on its scale
  |   |        has scale `Proficiency`
  |   asked for here
)");
}

TEST_CASE("marks that begin together or hold one another") {
  OneFile f("  requires Baking at Guru\n");
  Diagnostic d = error(f.at("Baking"), "m");
  d.primaryLabel = "unknown";
  d.labels.push_back({f.at("Baking at Guru"), "this pair"});
  d.labels.push_back({f.at("requires Baking"), ""});
  CHECK(draw(d, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:12
  |
1 |   requires Baking at Guru
  |   ---------^^^^^^--------
  |            |
  |            unknown
  |            this pair
)");
}

TEST_CASE("other files come with their own headers") {
  SourceManager sources;
  const FileId first = sources.add("a.cadre", "kind craft \"Craft\"\n");
  const FileId second = sources.add("sub/b.cadre", "\n\n\n\n\n\n\n\n\n\nkind craft \"Craft again\"\n");
  Diagnostic d = error(find(sources, second, "craft"), "`craft` is declared twice");
  d.primaryLabel = "again";
  d.labels.push_back({find(sources, first, "craft"), "first declared here"});
  d.notes.push_back("all files of a package share one namespace");
  CHECK(draw(d, sources) == R"(
error[E0001]: `craft` is declared twice
  --> sub/b.cadre:11:6
   |
11 | kind craft "Craft again"
   |      ^^^^^ again
   |
  ::: a.cadre:1:6
   |
 1 | kind craft "Craft"
   |      ----- first declared here
   |
   = note: all files of a package share one namespace
)");
}

TEST_CASE("a span over several lines has a bar at the left") {
  OneFile f(scale);
  Diagnostic d = error(f.from("scale", "}"), "m");
  d.primaryLabel = "this scale";
  CHECK(draw(d, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:1
  |
1 | / scale Proficiency "Proficiency" {
... |
6 | | }
  | |_^ this scale
)");
}

TEST_CASE("a span over several lines that begins within a line") {
  OneFile f(scale);
  Diagnostic d = error(f.from("{", "}"), "m");
  d.labels.push_back({f.at("Skilled"), "inside"});
  CHECK(draw(d, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:33
  |
1 |   scale Proficiency "Proficiency" {
  |  _________________________________^
2 | |   level Basic "Basic"
3 | |   level Skilled "Skilled"
  | |         ------- inside
... |
6 | | }
  | |_^
)");
}

TEST_CASE("spans over several lines within and across one another") {
  OneFile f(scale);
  Diagnostic d = error(f.from("scale", "}"), "m");
  d.primaryLabel = "all";
  d.labels.push_back({f.from("Basic", "Skilled"), "inner"});
  CHECK(draw(d, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:1
  |
1 | /   scale Proficiency "Proficiency" {
2 | |     level Basic "Basic"
  | |  _________-
3 | | |   level Skilled "Skilled"
  | | |_______________- inner
... |
6 | |   }
  | |___^ all
)");

  d = error(f.from("scale", "Skilled"), "m");
  d.labels.push_back({f.from("level", "}"), "later"});
  CHECK(draw(d, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:1
  |
1 | /   scale Proficiency "Proficiency" {
2 | | /   level Basic "Basic"
3 | | |   level Skilled "Skilled"
  | |_|_______________^
...   |
6 |   | }
  |   |_- later
)");
}

TEST_CASE("a span that takes in the line's end is one of that line") {
  OneFile f("first\r\nsecond\r\n");
  CHECK(draw(error({f.file, 0, 7}, "m"), f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:1
  |
1 | first
  | ^^^^^
)");
}

TEST_CASE("an empty span gets one caret, at the end of a line and of the file too") {
  OneFile f("level {\n  - Knows\n");
  CHECK(draw(error({f.file, 7, 7}, "m"), f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:8
  |
1 | level {
  |        ^
)");
  CHECK(draw(error({f.file, 18, 18}, "m"), f.sources) == R"(
error[E0001]: m
 --> skills.cadre:3:1
  |
3 |
  | ^
)");
  OneFile empty("");
  CHECK(draw(error({empty.file, 0, 0}, "the package has no framework"), empty.sources) == R"(
error[E0001]: the package has no framework
 --> skills.cadre:1:1
  |
1 |
  | ^
)");
  // Offsets beyond the file are taken for its end.
  CHECK(draw(error({f.file, 90, 95}, "m"), f.sources) == draw(error({f.file, 18, 18}, "m"), f.sources));
}

TEST_CASE("notes, help and fixes follow; a fix that the help names is not repeated") {
  OneFile f("requries Baking\n");
  Diagnostic d = error(f.at("requries"), "`requries` is no item of a profile");
  d.notes = {"the items are:\n`requires`, `lowers`,\n`drops`"};
  d.help = {"did you mean `requires`?"};
  d.suggestions = {"requires"};
  d.fixes = {{"change to `requires`", false, {{d.span, "requires"}}},
             {"remove the line", false, {{d.span, ""}}},
             {"remove the line", false, {{d.span, ""}}}};
  CHECK(draw(d, f.sources) == R"(
error[E0001]: `requries` is no item of a profile
 --> skills.cadre:1:1
  |
1 | requries Baking
  | ^^^^^^^^
  |
  = note: the items are:
          `requires`, `lowers`,
          `drops`
  = help: did you mean `requires`?
  = help: remove the line
)");
}

TEST_CASE("a diagnostic without a file is drawn without source") {
  SourceManager sources;
  Diagnostic d = error({}, "the package has no framework");
  d.help = {"declare one: `framework acme.skills \"…\" { … }`"};
  CHECK(draw(d, sources) == R"(
error[E0001]: the package has no framework
 = help: declare one: `framework acme.skills "…" { … }`
)");
}

TEST_CASE("tabs take four columns") {
  OneFile f("\trequires\tBaking\n");
  CHECK(draw(error(f.at("Baking"), "m"), f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:11
  |
1 |     requires    Baking
  |                 ^^^^^^
)");
  CHECK(draw(error(f.at("\t", 1), "m"), f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:10
  |
1 |     requires    Baking
  |             ^^^^
)");
}

TEST_CASE("wide characters take two columns, combining ones none") {
  OneFile wide("kind 技能 \"😀\" Guru\n");
  Diagnostic d = error(wide.at("Guru"), "m");
  d.labels.push_back({wide.at("技能"), "wide"});
  CHECK(draw(d, wide.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:13
  |
1 | kind 技能 "😀" Guru
  |      ----      ^^^^
  |      |
  |      wide
)");
  OneFile combining("kind e\u0301te\u0301 Guru\n");
  d = error(combining.at("Guru"), "m");
  d.labels.push_back({combining.at("\u0301", 1), "the accent"});
  CHECK(draw(d, combining.sources) ==
        "\nerror[E0001]: m\n"
        " --> skills.cadre:1:12\n"
        "  |\n"
        "1 | kind e\u0301te\u0301 Guru\n"
        "  |        - ^^^^\n"
        "  |        |\n"
        "  |        the accent\n");
}

TEST_CASE("what a terminal would obey, or nobody could see, is written out") {
  OneFile f("title \"\x1b[31m\u202Egnp\u202C\" a\rb\u200B \xC2\x9B""1m\n", "evil\x1b[2J\u202E.cadre");
  Diagnostic d = error(f.at("\u202E"), "`\x1b[31m\u202E` is\nno text");
  d.primaryLabel = "\x07";
  d.notes = {"\x1b]0;title\x07"};
  CHECK(draw(d, f.sources) == R"(
error[E0001]: `<U+001B>[31m<U+202E>` is<U+000A>no text
 --> evil<U+001B>[2J<U+202E>.cadre:1:13
  |
1 | title "<U+001B>[31m<U+202E>gnp<U+202C>" a<U+000D>b<U+200B> <U+009B>1m
  |                    ^^^^^^^^ <U+0007>
  |
  = note: <U+001B>]0;title<U+0007>
)");
}

TEST_CASE("bytes that are no UTF-8 are written out, wherever the span begins") {
  OneFile f("caf\xE9 \xF0\x9F\x98 x \xE2\x82\xAC\n");
  CHECK(draw(error({f.file, 3, 4}, "m"), f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:4
  |
1 | caf<0xE9> <0xF0><0x9F><0x98> x €
  |    ^^^^^^
)");
  // Inside of a character: its column.
  CHECK(draw(error({f.file, 12, 13}, "m"), f.sources).find("|                                ^\n") !=
        std::string::npos);
  for (uint32_t begin = 0; begin <= 15; ++begin) {
    for (uint32_t end = begin; end <= 16; ++end) draw(error({f.file, begin, end}, "m"), f.sources);
  }
}

TEST_CASE("a long line is cut to the part around the span") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word" + std::to_string(100 + i) + " ";
  OneFile f(words + "\n");
  CHECK(draw(error(f.at("word130"), "m"), f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:241
  |
1 | …ord123 word124 word125 word126 word127 word128 word129 word130 word131 word132 word133 word134 word135 word136 word137…
  |                                                         ^^^^^^^
)");
  Diagnostic atEnds = error(f.at("word159"), "m");
  CHECK(draw(atEnds, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:473
  |
1 | …rd145 word146 word147 word148 word149 word150 word151 word152 word153 word154 word155 word156 word157 word158 word159
  |                                                                                                                ^^^^^^^
)");
  // A label that does not fit beside the primary span is drawn at the `…`.
  atEnds.labels.push_back({f.at("word100"), "far"});
  CHECK(draw(atEnds, f.sources) == R"(
error[E0001]: m
 --> skills.cadre:1:473
  |
1 | …rd145 word146 word147 word148 word149 word150 word151 word152 word153 word154 word155 word156 word157 word158 word159
  | -                                                                                                              ^^^^^^^
  | |
  | far
)");
}

TEST_CASE("wide characters that the edge of a long line halves leave a blank") {
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "技";
  OneFile f("x" + wide + "y" + wide + "\n");
  const std::string drawing = draw(error(f.at("y"), "m"), f.sources);
  const auto lineAt = [&](size_t number) {
    llvm::SmallVector<llvm::StringRef> lines;
    llvm::StringRef(drawing).split(lines, '\n');
    return lines[number].str();
  };
  const std::string source = lineAt(4);
  CHECK(unicode::width(llvm::StringRef(source)) <= 4 + 120);
  const std::string before = source.substr(0, source.find('y'));
  CHECK(unicode::width(llvm::StringRef(before)) == static_cast<int>(lineAt(5).find('^')));
}

TEST_CASE("a line of megabytes is drawn at once") {
  OneFile f(std::string(3'000'000, 'a') + "\u0301Guru" + std::string(3'000'000, 'b'));
  const std::string drawing = draw(error(f.at("Guru"), "m"), f.sources);
  CHECK(drawing.size() < 1000);
  CHECK(drawing.find("Gurub") != std::string::npos);
  CHECK(drawing.find("1 | …aaa") != std::string::npos);
  CHECK(drawing.find("bbb…\n") != std::string::npos);
}

TEST_CASE("colours are ANSI codes, and only when asked for") {
  OneFile f("level Guru\n");
  Diagnostics diagnostics;
  Diagnostic d = error(f.at("Guru"), "m");
  d.severity = Severity::Warning;
  d.code = "unused-level";
  d.labels.push_back({f.at("level"), "here"});
  d.help = {"remove it"};
  diagnostics.add(d);
  const auto drawn = test::render(diagnostics, f.sources, diag::MessageFormat::Human, {.color = true});
  CHECK(drawn ==
        "\x1b[0;1;33mwarning[unused-level]\x1b[0;1m: m\x1b[0m\n"
        " \x1b[0;1;34m--> \x1b[0mskills.cadre:1:7\n"
        "  \x1b[0;1;34m|\x1b[0m\n"
        "\x1b[0;1;34m1 | \x1b[0mlevel Guru\n"
        "  \x1b[0;1;34m| ----- \x1b[0;1;33m^^^^\x1b[0m\n"
        "  \x1b[0;1;34m| |\x1b[0m\n"
        "  \x1b[0;1;34m| here\x1b[0m\n"
        "  \x1b[0;1;34m|\x1b[0m\n"
        "  \x1b[0;1;34m= \x1b[0;1mhelp\x1b[0m: remove it\n"
        "\n"
        "\x1b[0;1;33m1 warning\x1b[0m\n");
  CHECK(test::render(diagnostics, f.sources, diag::MessageFormat::Human).find('\x1b') == std::string::npos);
}

TEST_CASE("any text with any places is drawn, in lines of bounded width") {
  std::mt19937 random(7);
  const std::string pieces[] = {"word ", "\n", "\n", "\t", "技", "\u0301", "\xFF", "\r\n", "{", "    "};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    const size_t count = random() % 120;
    for (size_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    OneFile f(text);
    const auto anywhere = [&] {
      const auto begin = static_cast<uint32_t>(random() % (text.size() + 2));
      return Span{f.file, begin, begin + static_cast<uint32_t>(random() % (text.size() + 2))};
    };
    Diagnostic d = error(anywhere(), "m");
    d.primaryLabel = round % 2 ? "here" : "";
    for (size_t i = 0; i < round % 7u; ++i) d.labels.push_back({anywhere(), i % 3 ? "there" : ""});
    const std::string drawing = draw(d, f.sources);
    REQUIRE(unicode::isValid(drawing));
    llvm::SmallVector<llvm::StringRef> lines;
    llvm::StringRef(drawing).split(lines, '\n');
    for (const llvm::StringRef line : lines) {
      REQUIRE(unicode::width(line) < 200);
      REQUIRE(line.rtrim(' ') == line);
    }
  }
}
