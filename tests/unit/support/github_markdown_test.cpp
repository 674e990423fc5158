#include "support/github_markdown.h"

#include "support/html_entities.h"
#include "support/test.h"

#include <md4c.h>

#include <random>

namespace cadre::markdown {

namespace {

/// What GitHub makes of Markdown, as md4c in its dialect reads it: words and elements.
class Reader {
public:
  static std::string read(llvm::StringRef markdown) {
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) { return self(user).block(type, ""), 0; };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return self(user).block(type, "/"), 0; };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return self(user).span(type, ""), 0; };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return self(user).span(type, "/"), 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
      return self(user).text(type, {text, size}), 0;
    };
    Reader out;
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &out);
    return std::move(out.out_);
  }

private:
  static Reader& self(void* user) { return *static_cast<Reader*>(user); }

  void block(MD_BLOCKTYPE type, const char* slash) {
    if (type != MD_BLOCK_DOC && type != MD_BLOCK_P) {
      out_ += std::string("{") + slash + "block " + std::to_string(type) + "}";
    } else if (*slash && type == MD_BLOCK_P) {
      out_ += "\n\n";
    }
  }
  void span(MD_SPANTYPE type, const char* slash) {
    out_ += std::string("{") + slash + "span " + std::to_string(type) + "}";
  }
  void text(MD_TEXTTYPE type, llvm::StringRef text) {
    switch (type) {
      case MD_TEXT_BR: out_ += "\n"; return;
      case MD_TEXT_SOFTBR: out_ += "{soft}"; return;
      case MD_TEXT_HTML: out_ += "{html " + text.str() + "}"; return;
      case MD_TEXT_ENTITY: out_ += html::findReference(text).value_or(text.str()); return;
      default: out_ += text; return;
    }
  }

  std::string out_;
};

std::string shown(llvm::StringRef plain, Lines lines = Lines::Blocks) {
  return llvm::StringRef(Reader::read(escapeForGithub(plain, lines))).rtrim('\n').str();
}

std::string inlineText(llvm::StringRef markdown) { return toGithub(markdown, Scope::Inline); }
std::string blocks(llvm::StringRef markdown) { return toGithub(markdown, Scope::Blocks); }

}  // namespace

TEST_CASE("plain text is no markup on GitHub either") {
  for (const llvm::StringRef text :
       {"# x", "## x ##", "- x", "+ x", "* x", "-", "1. x", "2) x", "12345. x", "> x", "---", "===", "***", "___",
        "| a | b |", "~~x~~", "~~~", "```", "`x`", "*x*", "_x_", "__x__", "a_b_c", "[x](y)", "![x](y)", "[^1]",
        "[ ] task", "<b>x</b>", "<https://a.example>", "https://a.example", "http://a.example/?x=1", "www.a.example",
        "WWW.a.example", "me@a.example", "&amp; &#38; &", "$x$", "$$x$$", "a\\b\\", "\\# x", "R&D", "x < y > z",
        "a: b", "10.5 %", "a\\", "C:\\dir", "{x}", "\"q\"", "caf\xC3\xA9_x_", "=x=", "- [ ] x", "x\ty"}) {
    INFO(text.str());
    CHECK(shown(text) == text);
  }
}

TEST_CASE("what would refer to something in a comment is parted where that is asked for") {
  const auto parted = [](llvm::StringRef plain) { return escapeForGithub(plain, Lines::Join, References::Part); };
  CHECK(parted("Room #12, @ann and GH-3") == "Room #<!-- -->12, \\@<!-- -->ann and GH<!-- -->-3");
  CHECK(parted("!4 &5 %6 $7 ~bug") == "!<!-- -->4 \\&<!-- -->5 %<!-- -->6 \\$<!-- -->7 \\~<!-- -->bug");
  for (const llvm::StringRef text : {"C# and F#", "# x", "#", "@", "a @ b", "50 % of 3", "R&D", "-3", "a-3", "x!", "~ 5"}) {
    INFO(text.str());
    CHECK(parted(text) == escapeForGithub(text, Lines::Join));
  }
  for (const llvm::StringRef text : {"#12", "@a_b", "a@b.example", "*#12*", "#12 | #13", "GH-12", "&#38;", "$1$", "~~2~~"}) {
    INFO(text.str());
    std::string read = Reader::read(parted(text));
    for (size_t at = 0; (at = read.find("{html <!-- -->}", at)) != std::string::npos;) read.erase(at, 15);
    CHECK(llvm::StringRef(read).rtrim('\n') == text);
  }
  CHECK(toGithub("*Room* #12", Scope::Inline, References::Part) == "*Room* #<!-- -->12");
  CHECK(toGithub("`#12`", Scope::Inline, References::Part) == "`#12`");
}

TEST_CASE("white space at the ends of lines is none of Markdown's") {
  CHECK(shown("    x") == "x");
  CHECK(shown("a  \n    b") == "a\nb");
  CHECK(shown("\t- x") == "- x");
  CHECK(shown("a\r\nb") == "a\nb");
}

TEST_CASE("line feeds become what the place takes") {
  CHECK(escapeForGithub("a\nb\n\nc", Lines::Join) == "a b c");
  CHECK(escapeForGithub("a\nb\n\nc", Lines::Break) == "a\\\nb\\\nc");
  CHECK(escapeForGithub("a\nb\n\nc", Lines::Blocks) == "a\\\nb\n\nc");
  CHECK(shown("a | b\n---|---\n1 | 2") == "a | b\n---|---\n1 | 2");
  CHECK(shown("Setext\n===\n\n- x") == "Setext\n===\n\n- x");
  CHECK(escapeForGithub("", Lines::Blocks).empty());
  CHECK(escapeForGithub("\n\n", Lines::Blocks).empty());
}

TEST_CASE("controls and broken UTF-8 become U+FFFD") {
  CHECK(escapeForGithub(llvm::StringRef("a\0\x1B\xFF" "b", 5), Lines::Join) ==
        "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" "b");
}

TEST_CASE("markup that Cadre knows stays") {
  CHECK(inlineText("our **marketing** and *sales*") == "our **marketing** and *sales*");
  CHECK(inlineText("_a_ __b__") == "*a* **b**");
  CHECK(inlineText("run `a*b*` or `` a`b ``") == "run `a*b*` or `` a`b ``");
  CHECK(inlineText("see [the *site*](https://a.example/x?a=1&b=(2))") ==
        "see [the *site*](https://a.example/x?a=1\\&b=\\(2\\))");
  CHECK(inlineText("See \\![img](https://a.example/x.png) now.") ==
        "See \\![img](https://a.example/x.png) now.");
  CHECK(inlineText("<https://a.example>") == "[https\\://a.example](https://a.example)");
}

TEST_CASE("markup that Cadre does not know stays text") {
  CHECK(inlineText("*a* <b>c</b>") == "*a* \\<b>c\\</b>");
  CHECK(inlineText("*a* ![x](https://a.example/x.png)") == "*a* !\\[x\\](https\\://a.example/x.png)");
  CHECK(inlineText("*a* [x](javascript:alert)") == "*a* \\[x\\](javascript:alert)");
  CHECK(inlineText("*a* ~~b~~ | $x$ www.a.example") == "*a* \\~\\~b\\~\\~ \\| \\$x\\$ www\\.a.example");
}

TEST_CASE("blocks stay blocks") {
  for (const llvm::StringRef text :
       {"One.\n\nTwo.", "- a\n- b", "- a\n\n- b", "1. a\n2. b", "3. a\n4. b", "- a\n  - b\n    - c\n- d",
        "1. a\n   - b\n   - c\n2. d", "> q\n>\n> r", "```\ncode *x*\n\n  more\n```", "a\\\nb", "a\nb",
        "Text\n\n- a\n- b\n\nText", "- a\n\n  b\n\n- c", "- > q", "- ```\n  x\n  ```"}) {
    INFO(text.str());
    CHECK(blocks(text) == text);
  }
  CHECK(blocks("# Heading\n\ntext") == "**Heading**\n\ntext");
  CHECK(blocks("* a\n* b") == "- a\n- b");
}

// Whatever stands in a text: what Cadre shows of the result is what it shows of the source, or at
// least the same words; and GitHub's dialect finds no markup that Cadre does not know.
TEST_CASE("random texts come out as Cadre means them") {
  static constexpr llvm::StringRef pieces[] = {
      "a", "b c", " ", "  ", "*", "**", "_", "`", "``", "[", "](x)", "](javascript:x)", "!", "<b>", "<", ">",
      "&amp;", "&", "\\", "\n", "\n\n", "- ", "1. ", "> ", "# ", "    ", "~~", "|", "$", "www.x.y", "http://x.y",
      "@x.y", "---", "\n---|---\n", ":", "=", "\n- ", "\n  ", "\xC3\xA9"};
  std::mt19937 random(7);
  const auto dice = [&](size_t sides) { return random() % sides; };
  size_t kept = 0;
  constexpr size_t rounds = 20000;
  for (size_t round = 0; round < rounds; ++round) {
    std::string text;
    for (size_t i = dice(12); i-- > 0;) text += pieces[dice(std::size(pieces))];
    const Scope scope = dice(2) ? Scope::Inline : Scope::Blocks;
    const std::string out = toGithub(text, scope);
    INFO(text);
    INFO(out);
    kept += toHtml(out, scope) == toHtml(text, scope);
    const std::string read = Reader::read(out);
    for (const char* unknown : {"{html", "{span 3}", "{span 5}", "{span 6}", "{span 7}", "{block 5}", "{block 6}", "{block 8}",
                                "{block 10}"}) {
      CHECK_FALSE(llvm::StringRef(read).contains(unknown));
    }
    const std::string plain = escapeForGithub(text, Lines::Break);
    CHECK_FALSE(llvm::StringRef(Reader::read(plain)).contains("{"));
  }
  CHECK(kept > rounds * 9 / 10);
}

}  // namespace cadre::markdown
