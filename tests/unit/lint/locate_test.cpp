#include "lint/locate.h"

#include "lint/context.h"
#include "support/test.h"
#include "unit/lint/package.h"

#include <random>

using namespace cadre;
using namespace cadre::lint;

namespace {

/// What the source holds where `word` stands in the plain text, and whether it holds just that. Empty where
/// the texts cannot be laid beside each other.
std::string at(llvm::StringRef source, llvm::StringRef plain, llvm::StringRef word, bool* isExact = nullptr) {
  const auto begin = static_cast<uint32_t>(plain.find(word));
  const auto found = locate(source, plain, begin, begin + static_cast<uint32_t>(word.size()));
  if (isExact) *isExact = found && found->isExact;
  return found ? source.slice(found->begin, found->end).str() : "";
}

/// The offset in the source, or -1.
int placeOf(llvm::StringRef source, llvm::StringRef plain, llvm::StringRef word) {
  const auto begin = static_cast<uint32_t>(plain.find(word));
  const auto found = locate(source, plain, begin, begin + static_cast<uint32_t>(word.size()));
  return found ? static_cast<int>(found->begin) : -1;
}

}  // namespace

TEST_CASE("without markup, plain text and source are the same") {
  CHECK(placeOf("Drafts letters.", "Drafts letters.", "letters") == 7);
  CHECK(placeOf("\"Drafts letters.\"", "Drafts letters.", "letters") == 8);
  CHECK(placeOf("Rédige l'été.", "Rédige l'été.", "été") == 10);
  bool isExact = false;
  CHECK(at("Drafts letters.", "Drafts letters.", "Drafts letters", &isExact) == "Drafts letters");
  CHECK(isExact);
}

TEST_CASE("markup is passed over") {
  bool isExact = false;
  CHECK(at("Drafts *clear* letters", "Drafts clear letters", "clear", &isExact) == "clear");
  CHECK(isExact);
  CHECK(at("Drafts *clear* letters", "Drafts clear letters", "clear letters", &isExact) == "clear* letters");
  CHECK_FALSE(isExact);
  CHECK(at("Uses **`git log`**", "Uses git log", "git log", &isExact) == "git log");
  CHECK(isExact);
  CHECK(placeOf("See [law](http://law.example/law) and law", "See law and law", "law") == 5);
  CHECK(placeOf("See [law](a(b)c) and tax", "See law and tax", "tax") == 21);
  CHECK(placeOf("See [law](a\\)b) and tax", "See law and tax", "tax") == 20);
  CHECK(placeOf("See <https://a.example> and tax", "See https://a.example and tax", "tax") == 28);
}

TEST_CASE("escapes are read") {
  bool isExact = true;
  CHECK(placeOf("Writes \\{ and \\} by hand", "Writes { and } by hand", "hand") == 20);
  CHECK(at("\"Says \\\"no\\\" twice\"", "Says \"no\" twice", "no", &isExact) == "no");
  CHECK(isExact);
  CHECK(at("\"Says \\\"no\\\" twice\"", "Says \"no\" twice", "\"no\"", &isExact) == "\\\"no\\\"");
  CHECK_FALSE(isExact);
  CHECK(placeOf("\"One.\\nTwo one two\"", "One. Two one two", "Two") == 7);
  CHECK(placeOf("\"One\\ttwo\"", "One\ttwo", "two") == 6);
  CHECK(at("\"A caf\\u{e9} au lait\"", "A café au lait", "café", &isExact) == "caf\\u{e9}");
  CHECK_FALSE(isExact);
  CHECK(at("\"A caf\\u{e9} au lait\"", "A café au lait", "lait", &isExact) == "lait");
  CHECK(isExact);
  CHECK(at("R&amp;D and caf&eacute; now", "R&D and café now", "D") == "D");
  CHECK(at("R&amp;D and caf&eacute; now", "R&D and café now", "café") == "caf&eacute;");
  CHECK(at("R&amp;D and caf&eacute; now", "R&D and café now", "now") == "now");
}

TEST_CASE("lines and blocks") {
  bool isExact = true;
  CHECK(at("Drafts\n      letters", "Drafts letters", "Drafts letters", &isExact) == "Drafts\n      letters");
  CHECK_FALSE(isExact);
  CHECK(at("Drafts\n      letters", "Drafts letters", "letters", &isExact) == "letters");
  CHECK(isExact);
  const llvm::StringRef block = "\"\"\"\n    One *two*.\n\n    - three\n    - four 4.\n\n    1. five\n    2. six 1. six\n    \"\"\"";
  const llvm::StringRef plain = "One two.\n\nthree\nfour 4.\n\nfive\nsix 1. six";
  for (const char* word : {"One", "two", "three", "four", "five", "six", "4", "1"}) CHECK(at(block, plain, word) == word);
  CHECK(placeOf(block, plain, "five") == static_cast<int>(block.find("five")));
  CHECK(placeOf(block, plain, "1. six") == static_cast<int>(block.find("1. six")));
}

TEST_CASE("texts that differ are not laid beside each other") {
  CHECK(placeOf("Drafts letters", "Drafts other letters", "letters") == -1);
  CHECK(placeOf("Drafts the other letters", "Drafts letters", "letters") == -1);
  CHECK(placeOf("e\xCC\x81t\xC3\xA9 later", "été later", "later") == -1);
  CHECK_FALSE(locate("a", "a", 0, 2));
  CHECK_FALSE(locate("a", "a", 1, 1));
  CHECK_FALSE(locate("", "a", 0, 1));
}

namespace {

/// Texts of random pieces, each with a word that stands nowhere else but in targets of links.
class Pieces {
public:
  explicit Pieces(unsigned seed) : random_(seed) {}

  std::string bullet() { return joined({" ", " ", ", ", "\n      ", " / ", " \\{ ", " — "}, false); }
  std::string quoted() { return "\"" + joined({" ", " ", "; ", "\\t", "\\n", " \\\"", " \\u{e9} "}, true) + "\""; }
  std::string block() {
    return "\"\"\"\n    " + joined({" ", ", ", "\n    ", "\n\n    ", "\n\n    - ", "\n    - ", "\n\n    1. ", "\n\n    > "}, true) +
           "\n    \"\"\"";
  }

private:
  std::string joined(const std::vector<std::string>& separators, bool isQuoted) {
    std::string out = word();
    for (size_t n = 1 + random_() % 8; n > 0; --n) out += separators[random_() % separators.size()] + piece(isQuoted);
    return out;
  }
  std::string word() {
    const char* const stems[] = {"draft", "übung", "été", "plan", "wörd"};
    return fmt::format("{}{}x", stems[random_() % 5], ++count_);
  }
  std::string piece(bool isQuoted) {
    const std::string it = word();
    switch (random_() % 11) {
      case 0: return "*" + it + "*";
      case 1: return "**" + it + "**";
      case 2: return "`" + it + "`";
      case 3: return "[" + it + "](https://a.example/" + it + ")";
      case 4: return "[see *" + it + "*](../" + it + "(1).html)";
      case 5: return isQuoted ? "\\\\*" + it + "\\\\*" : "\\*" + it + "\\*";
      case 6: return "**a " + it + "**'s";
      case 7: return "_" + it + "_";
      case 8: return "&amp;" + it;
      default: return it;
    }
  }

  std::mt19937 random_;
  unsigned count_ = 0;
};

}  // namespace

TEST_CASE("whatever the markup, words are found where they stand") {
  size_t words = 0;
  size_t lost = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    Pieces pieces(seed);
    std::string text = framework() + "competency W \"W\" {\n  about " + (seed % 2 ? pieces.quoted() : pieces.block()) + "\n  level A {\n";
    for (int i = 0; i < 3; ++i) text += "    - " + pieces.bullet() + "\n";
    Package package({text + "  }\n}\n"});
    const Config config;
    const session::Result result = package.check(config);
    INFO(text);
    for (const Diagnostic& it : result.diagnostics.all()) UNSCOPED_INFO(it.message);
    REQUIRE_FALSE(result.diagnostics.hasErrors());
    Lexica lexica;
    const Context context(*result.model, package.sources, config, lexica, nullptr, "");
    eachPassage(*result.model, lexica, [&](const Passage& passage) {
      if (!passage.text || (!passage.is(Role::About) && !passage.is(Role::Indicator))) return;
      for (const prose::Token& token : passage.tokens()) {
        const llvm::StringRef said = passage.plain.slice(token.begin, token.end);
        if (!said.ends_with("x")) continue;
        ++words;
        const Span place = context.place(passage, token);
        if (place == passage.span && package.sources.text(place) != said) {
          ++lost;
          continue;
        }
        INFO(passage.plain.str());
        CHECK(package.sources.text(place) == said);
        CHECK(package.sources.text(place.file)[place.begin - 1] != '/');
      }
    });
  }
  CHECK(words > 3000);
  // The whole text is marked where that fails.
  CHECK(lost == 0);
}
