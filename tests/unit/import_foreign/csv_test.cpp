#include "import/foreign/csv.h"

#include "import/foreign/encoding.h"
#include "support/test.h"
#include "support/unicode.h"

#include <random>

using namespace cadre;
namespace foreign = import::foreign;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(const foreign::CsvTable& table) {
  Rows out;
  for (const auto& row : table.rows) {
    auto& cells = out.emplace_back();
    for (const auto& cell : row) cells.push_back(cell.value.str());
  }
  return out;
}

Rows read(llvm::StringRef text, char separator = ',') {
  return rowsOf(foreign::readCsv(text, separator));
}

char separatorOf(llvm::StringRef text) { return foreign::readCsv(text).separator; }

}  // namespace

TEST_CASE("cells and rows are those of RFC 4180") {
  CHECK(read("a,b\r\nc,d\r\n") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(read("a,\"b, c\",d") == Rows{{"a", "b, c", "d"}});
  CHECK(read("\"say \"\"hi\"\"\",\"\"\n") == Rows{{"say \"hi\"", ""}});
  CHECK(read("\"two\r\nlines\",x\n") == Rows{{"two\nlines", "x"}});
  CHECK(read("a,,\n,,b\n") == Rows{{"a", "", ""}, {"", "", "b"}});
  CHECK(read("").empty());
}

TEST_CASE("lines end as they like") {
  CHECK(read("a\nb\r\nc\rd") == Rows{{"a"}, {"b"}, {"c"}, {"d"}});
  CHECK(read("a\n\nb\n") == Rows{{"a"}, {""}, {"b"}});
}

TEST_CASE("quotes that are none stay in the text") {
  const auto check = [](llvm::StringRef text, const Rows& rows, size_t faults) {
    const auto table = foreign::readCsv(text, ',');
    CHECK(rowsOf(table) == rows);
    CHECK(table.faults.size() == faults);
  };
  check("5\" pipe,x\n", {{"5\" pipe", "x"}}, 0);
  check("\"a\" and b,x\n", {{"\"a\" and b", "x"}}, 1);
  check("\"open,x\ny,z\n", {{"\"open", "x"}, {"y", "z"}}, 1);
  // The quote that closes much later was meant for another cell.
  check("\"open,x\ny,5\" z\n", {{"\"open", "x"}, {"y", "5\" z"}}, 1);
  check("\"closed\" ,x\n", {{"closed", "x"}}, 0);
  check(" \"spaced\",x\n", {{"spaced", "x"}}, 0);
}

TEST_CASE("places are those of the text") {
  const llvm::StringRef text = "a,\"b\"\"c\"\nd\n";
  const auto table = foreign::readCsv(text);
  const auto& cell = table.at(0, 1);
  CHECK(text.slice(cell.begin, cell.end) == "\"b\"\"c\"");
  CHECK(table.at(1, 0).value == "d");
  CHECK(table.at(7, 7).value.empty());
}

TEST_CASE("the separator is found") {
  CHECK(separatorOf("a,b\n1,2\n") == ',');
  CHECK(separatorOf("a;b\n1,5;2,5\n3,5;4\n") == ';');
  CHECK(separatorOf("a\tb\n1, 2\t3\n") == '\t');
  CHECK(separatorOf("a|b|c\n1|2|3\n") == '|');
  CHECK(separatorOf("\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n") == ',');
  CHECK(separatorOf("one\ntwo\n") == ',');
  CHECK(separatorOf("") == ',');
}

TEST_CASE("Excel says the separator in a line that is no row") {
  const auto table = foreign::readCsv("sep=;\r\na;b,c\r\n");
  CHECK(table.separator == ';');
  CHECK(rowsOf(table) == Rows{{"a", "b,c"}});
  CHECK(rowsOf(foreign::readCsv("\"sep=|\"\na|b\n")) == Rows{{"a", "b"}});
  CHECK(rowsOf(foreign::readCsv("sep=\t\na\tb\n")) == Rows{{"a", "b"}});
}

TEST_CASE("empty cells at the ends count for nothing") {
  CHECK(foreign::readCsv("a,b,,,\nc,,,,\n,,,,\n", ',').width == 2);
}

TEST_CASE("cells are quoted where they must be") {
  CHECK(foreign::csvCell("plain") == "plain");
  CHECK(foreign::csvCell("a,b") == "\"a,b\"");
  CHECK(foreign::csvCell("a;b") == "\"a;b\"");
  CHECK(foreign::csvCell("say \"hi\"\n") == "\"say \"\"hi\"\"\n\"");
  CHECK(foreign::csvCell(" x") == "\" x\"");
  CHECK(foreign::csvCell("").empty());
}

TEST_CASE("columns have letters") {
  CHECK(foreign::columnLetters(0) == "A");
  CHECK(foreign::columnLetters(25) == "Z");
  CHECK(foreign::columnLetters(26) == "AA");
  CHECK(foreign::columnLetters(701) == "ZZ");
  CHECK(foreign::columnLetters(702) == "AAA");
}

TEST_CASE("encodings are found") {
  const auto decode = [](std::string bytes, llvm::StringRef name = "") {
    const auto text = foreign::decodeText(bytes, name);
    REQUIRE(text);
    return text->encoding + (text->guessed ? "?" : "") + ":" + text->text;
  };
  CHECK(decode("Führung") == "utf-8:Führung");
  CHECK(decode("\xEF\xBB\xBFx") == "utf-8:x");
  CHECK(decode("F\xFChrung \x96 5 \x80") == "windows-1252?:Führung – 5 €");
  CHECK(decode(std::string("\xFF\xFE"
                           "F\0\xFC\0",
                           6)) == "utf-16le:Fü");
  CHECK(decode(std::string("\xFE\xFF"
                           "\0F\0\xFC",
                           6)) == "utf-16be:Fü");
  CHECK(decode(std::string("a\0,\0b\0\n\0", 8)) == "utf-16le?:a,b\n");
  CHECK(decode(std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6)) == "utf-16le:😀");
  CHECK(decode("").starts_with("utf-8"));
  CHECK(decode("F\xFChrung", "Windows-1252") == "windows-1252:Führung");
  CHECK(decode("\x9Eivot", "windows-1250") == "windows-1250:život");
  CHECK_FALSE(foreign::decodeText("x", "windows-99"));
}

TEST_CASE("what is no text stays and is no UTF-8") {
  for (const llvm::StringRef bytes :
       {llvm::StringRef("\xFF\xFE\x00\xD8x\0", 6), llvm::StringRef("\xFF\xFE"
                                                                   "a\0b",
                                                                   5)}) {
    const auto text = foreign::decodeText(bytes, "");
    CHECK_FALSE(unicode::isValid(text->text));
  }
  // A single wrong byte does not make another encoding of a file in UTF-8.
  const auto wounded = foreign::decodeText("Führung für \xFF Größe", "");
  CHECK(wounded->encoding == "utf-8");
  CHECK_FALSE(unicode::isValid(wounded->text));
}

TEST_CASE("reading gives back what was written, whatever the separator") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a",  "ü",  ",", ";",   "\t", "|",
                                           "\"", "\n", " ", "x y", "''"};
  for (int round = 0; round < 300; ++round) {
    Rows rows;
    std::string text;
    const char separator = ",;\t|"[random() % 4];
    for (size_t i = 0; i < 1 + random() % 5; ++i) {
      auto& row = rows.emplace_back();
      for (size_t j = 0; j < 2 + random() % 3; ++j) {
        std::string cell;
        for (size_t k = random() % 5; k > 0; --k) cell += pieces[random() % pieces.size()];
        if (j > 0) text += separator;
        text += foreign::csvCell(cell);
        row.push_back(std::move(cell));
      }
      text += i % 2 == 0 ? "\r\n" : "\n";
    }
    const auto table = foreign::readCsv(text, separator);
    INFO(text);
    CHECK(rowsOf(table) == rows);
    CHECK(table.faults.empty());
  }
}
