#include "emit/json/json_writer.h"

#include "model/model.h"
#include "support/test.h"
#include "support/thorny_model.h"
#include "support/unicode.h"

#include <llvm/Support/JSON.h>

#include <cfloat>
#include <cmath>
#include <string>

using cadre::emit::json::IfEmpty;
using cadre::emit::json::JsonWriter;
using cadre::emit::json::Layout;
using llvm::StringRef;

namespace {

/// The document that `body` writes, without its last line feed.
template <class Body>
std::string written(Body body) {
  JsonWriter out;
  out.object([&] { body(out); });
  std::string text = std::move(out).take();
  REQUIRE(text.back() == '\n');
  text.pop_back();
  return text;
}

/// The JSON string that `text` becomes.
std::string quoted(StringRef text) {
  JsonWriter out;
  out.string(text);
  std::string json = std::move(out).take();
  json.pop_back();
  return json;
}

}  // namespace

TEST_CASE("what fits on one line stands on one", "[json_writer]") {
  CHECK(written([](JsonWriter&) {}) == "{}");
  CHECK(written([](JsonWriter& out) { out.array("a", [] {}); }) == R"({ "a": [] })");
  CHECK(written([](JsonWriter& out) {
          out.string("a", "b");
          out.stringsUnlessEmpty("c", {"d", "e"});
          out.object("f", [&] { out.flag("g", false); });
          out.array("h", [&] { out.array([&] { out.number(1.5); }); });
        }) == R"({ "a": "b", "c": ["d", "e"], "f": { "g": false }, "h": [[1.5]] })");
}

TEST_CASE("what does not fit stands on lines of its own, two spaces deeper", "[json_writer]") {
  const std::string longText(100, 'x');
  CHECK(written([&](JsonWriter& out) {
          out.object("a", [&] {
            out.string("b", longText);
            out.array("c", [&] {
              out.number(1);
              out.number(2);
            });
          });
          out.array("d", [&] {
            out.string(longText);
            out.object([&] { out.flag("e", true); });
          });
        }) == "{\n  \"a\": {\n    \"b\": \"" + longText +
                  "\",\n    \"c\": [1, 2]\n  },\n  \"d\": [\n    \"" + longText +
                  "\",\n    { \"e\": true }\n  ]\n}");
}

TEST_CASE("a line takes 120 bytes and no more", "[json_writer]") {
  const auto line = [](size_t length) {
    return written([&](JsonWriter& out) {
      out.string("pad", std::string(120, 'x'));
      out.array("a", [&] {
        out.string(std::string(length, 'y'));
        out.string("z");
      });
    });
  };
  const std::string fits(104, 'y');
  CHECK(StringRef(line(104)).ends_with("\n  \"a\": [\"" + fits + "\", \"z\"]\n}"));
  CHECK(StringRef(line(105)).ends_with("\n  \"a\": [\n    \"" + fits + "y\",\n    \"z\"\n  ]\n}"));
}

TEST_CASE("what has no value is left out where that is asked for", "[json_writer]") {
  CHECK(written([](JsonWriter& out) {
          out.stringUnlessEmpty("a", "");
          out.stringsUnlessEmpty("b", {});
          out.flagIfTrue("c", false);
          out.array(
              "d", [&] { out.object([] {}, IfEmpty::LeaveOut); }, IfEmpty::LeaveOut);
        }) == "{}");
  CHECK(written([](JsonWriter& out) {
          out.number("a", 1);
          out.object(
              "b",
              [&] {
                out.object(
                    "c", [] {}, IfEmpty::LeaveOut);
              },
              IfEmpty::LeaveOut);
          out.number("d", 2);
        }) == R"({ "a": 1, "d": 2 })");
}

TEST_CASE("compact values take a line each, without white space", "[json_writer]") {
  const auto value = [](JsonWriter& out) {
    out.object([&] {
      out.string("a", std::string(130, 'x') + "\n ");
      out.array("b", [&] {
        out.number(1);
        out.object([&] { out.flag("c", true); });
      });
      out.array(
          "d", [] {}, IfEmpty::LeaveOut);
      out.object("e", [] {});
    });
  };
  JsonWriter out(0, Layout::Compact);
  value(out);
  value(out);
  const std::string line =
      "{\"a\":\"" + std::string(130, 'x') + "\\n \",\"b\":[1,{\"c\":true}],\"e\":{}}\n";
  CHECK(std::move(out).take() == line + line);
}

TEST_CASE("indented values begin on lines of their own, and know how wide these are",
          "[json_writer]") {
  JsonWriter out;
  for (int i = 0; i < 2; ++i) out.object([&] { out.string("a", std::string(80, 'x')); });
  const std::string line = "{ \"a\": \"" + std::string(80, 'x') + "\" }\n";
  CHECK(std::move(out).take() == line + line);
}

TEST_CASE("numbers are the shortest that read back", "[json_writer]") {
  CHECK(written([](JsonWriter& out) {
          out.number("a", 3);
          out.number("b", -0.1);
          out.number("c", 4.12);
          out.number("d", 12345678);
        }) == R"({ "a": 3, "b": -0.1, "c": 4.12, "d": 12345678 })");
}

TEST_CASE("numbers are written as everywhere else", "[json_writer]") {
  const auto words = [](double value) {
    JsonWriter out;
    out.number(value);
    std::string text = std::move(out).take();
    text.pop_back();
    return text;
  };
  for (const double value : {0.0, -0.0, 0.01, -0.01, 0.1, 0.30000000000000004, 1.005, 0.005, 99.995,
                             1e11, 999999999999.99, 1e12, 1e15, 1e16, 1e21, 4.35, 2.675, 1e-7}) {
    CHECK(words(value) == cadre::model::formatNumber(value));
    CHECK(words(-value) == cadre::model::formatNumber(-value));
  }
  for (int64_t hundredths = -20000; hundredths <= 20000; ++hundredths) {
    const double value = static_cast<double>(hundredths) / 100;
    const double next = std::nextafter(value, DBL_MAX);
    REQUIRE(words(value) == cadre::model::formatNumber(value));
    REQUIRE(words(next) == cadre::model::formatNumber(next));
    const double large = static_cast<double>(hundredths * 48271 % 99999999999);
    REQUIRE(words(large * 1.01) == cadre::model::formatNumber(large * 1.01));
  }
}

TEST_CASE("a number that JSON does not have becomes one that it has", "[json_writer]") {
  for (const double value : {HUGE_VAL, -HUGE_VAL, std::nan(""), DBL_MAX, DBL_MIN, -0.0}) {
    JsonWriter out;
    out.number(value);
    CHECK(bool(llvm::json::parse(std::move(out).take())));
  }
}

TEST_CASE("text that JSON would misread is escaped", "[json_writer]") {
  CHECK(quoted("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(quoted(StringRef("\0\x01\x1f\x7f", 4)) == R"("\u0000\u0001\u001f\u007f")");
  CHECK(quoted("\xC2\x9F") == R"("\u009f")");
}

TEST_CASE("text that people would misread is escaped", "[json_writer]") {
  CHECK(quoted("\xE2\x80\xA8\xE2\x80\xA9") == R"("\u2028\u2029")");
  CHECK(quoted("\xE2\x80\xAE\xE2\x81\xA6\xEF\xBB\xBF") == R"("\u202e\u2066\ufeff")");
  CHECK(quoted("\xEF\xBF\xBF\xF0\x9F\xBF\xBE") == R"("\uffff\ud83f\udffe")");
}

TEST_CASE("other text stands as it is", "[json_writer]") {
  CHECK(quoted("Größe, 評価, 😀, e\xCC\x81, </b>") == "\"Größe, 評価, 😀, e\xCC\x81, </b>\"");
}

TEST_CASE("bytes that are no UTF-8 become replacement characters", "[json_writer]") {
  CHECK(quoted("a\xFFz") == "\"a\uFFFDz\"");
  CHECK(quoted("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");
  CHECK(quoted("\xC0\xAF") == "\"\uFFFD\uFFFD\"");
  CHECK(quoted("\xE2\x80") == "\"\uFFFD\uFFFD\"");
}

TEST_CASE("every byte in every place gives JSON that reads back", "[json_writer]") {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string one(1, static_cast<char>(byte));
    for (const std::string& text :
         {one, "a" + one + "b", "\xC3" + one, "\xE2\x80" + one, "\xF0\x9F\x98" + one}) {
      auto parsed = llvm::json::parse(quoted(text));
      REQUIRE(bool(parsed));
      if (cadre::unicode::isValid(text)) CHECK(parsed->getAsString() == StringRef(text));
    }
  }
}

TEST_CASE("member names are escaped too", "[json_writer]") {
  const std::string text =
      written([](JsonWriter& out) { out.string(cadre::test::hostileText, "a"); });
  REQUIRE(bool(llvm::json::parse(text)));
}

TEST_CASE("deep nesting stays balanced", "[json_writer]") {
  JsonWriter out;
  const auto nest = [&](auto& self, int depth) -> void {
    out.array([&] {
      if (depth > 0) self(self, depth - 1);
      out.string(std::string(50, 'x'));
    });
  };
  nest(nest, 100);
  CHECK(bool(llvm::json::parse(std::move(out).take())));
}
