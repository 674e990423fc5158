#include "support/markdown.h"

#include "support/test.h"

#include <array>
#include <random>

namespace cadre::markdown {

namespace {

std::string inlinePlain(llvm::StringRef text) { return toPlain(text, Scope::Inline); }
std::string inlineHtml(llvm::StringRef text) { return toHtml(text, Scope::Inline); }
std::string blocksPlain(llvm::StringRef text) { return toPlain(text, Scope::Blocks); }
std::string blocksHtml(llvm::StringRef text) { return toHtml(text, Scope::Blocks); }

}  // namespace

TEST_CASE("inline markup becomes words and elements") {
  CHECK(inlinePlain("our **marketing** and *sales*") == "our marketing and sales");
  CHECK(inlineHtml("our **marketing** and *sales*") ==
        "our <strong>marketing</strong> and <em>sales</em>");
  CHECK(inlineHtml("_a_ **_b_** __c__") ==
        "<em>a</em> <strong><em>b</em></strong> <strong>c</strong>");
  CHECK(inlinePlain("run `a*b*` now") == "run a*b* now");
  CHECK(inlineHtml("run `<b>` now") == "run <code>&lt;b&gt;</code> now");
  CHECK(inlinePlain("see [the *site*](https://a.example/x?a=1&b=2)") == "see the site");
  CHECK(inlineHtml("[s](https://a.example/x?a=1&amp;b=%20)") ==
        "<a href=\"https://a.example/x?a=1&amp;b=%20\">s</a>");
  CHECK(inlinePlain("<https://a.example>") == "https://a.example");
  CHECK(inlineHtml("<me@a.example>") == "<a href=\"mailto:me@a.example\">me@a.example</a>");
}

TEST_CASE("text without markup comes back byte for byte") {
  for (const llvm::StringRef text :
       {"", "O*NET alone", "a_b_c", "5 * 3", "x < y > z", "a & b", "R&D; x", "f(x)[1]", "[note] a",
        " two  spaces ", "tab\there ", "C:\\dir\\file", "100 % ~ | ^ $5 {x}", "caf\xC3\xA9",
        "\xC2\xA0nbsp", "a\\", "! [", "back` tick"}) {
    CHECK(inlinePlain(text) == text);
  }
}

TEST_CASE("what begins a block is text where only inline text belongs") {
  for (const llvm::StringRef text : {"# x",
                                     "## x ##",
                                     "- item",
                                     "+ item",
                                     "* item",
                                     "1. one",
                                     "2) two",
                                     "> quote",
                                     "    code",
                                     "\tcode",
                                     "```",
                                     "~~~ sh",
                                     "---",
                                     "***",
                                     "===",
                                     "<div>",
                                     "<!-- x -->",
                                     "| a | b |",
                                     "[a]: https://a.example",
                                     "[a]: https://a.example 'title'"}) {
    CHECK(inlinePlain(text) == text);
  }
  CHECK(inlinePlain("# **x**") == "# x");
  CHECK(inlineHtml("# **x** & y") == "# <strong>x</strong> &amp; y");
  CHECK(inlinePlain("Title\n===") == "Title ===");
  CHECK(inlinePlain("a\n# b\n\n- c\n    d") == "a # b - c d");
  CHECK(inlinePlain("a  \nb\\\nc\\\\\nd\re\r\nf") == "a b c\\ d e f");
}

TEST_CASE("character references become characters that text may hold") {
  CHECK(inlinePlain("a &amp; b &eacute;&#233;&#xE9; &ngE;") ==
        "a & b \xC3\xA9\xC3\xA9\xC3\xA9 \xE2\x89\xA7\xCC\xB8");
  CHECK(inlineHtml("&lt;b&gt; &quot;&#60;") == "&lt;b&gt; &quot;&lt;");
  CHECK(inlinePlain("&nosuchname; &; &#; &#x; &amp") == "&nosuchname; &; &#; &#x; &amp");
  CHECK(inlinePlain("&#0;&#x202E;&#xD800;&#x110000;&#27;") ==
        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(inlinePlain("`&amp;`") == "&amp;");
}

TEST_CASE("raw HTML is text") {
  CHECK(inlinePlain("<b>x</b> <script>1</script>") == "<b>x</b> <script>1</script>");
  CHECK(inlineHtml("<img src=x onerror=\"a\">") == "&lt;img src=x onerror=&quot;a&quot;&gt;");
  CHECK(blocksHtml("<div>\n*x*\n</div>") == "<p>&lt;div&gt;\n<em>x</em>\n&lt;/div&gt;</p>\n");
  CHECK(blocksPlain("<!-- x -->") == "<!-- x -->");
}

TEST_CASE("images are text") {
  for (const llvm::StringRef text :
       {"![a](b)", "x ![a](https://a.example/p.png 'T') y", "![](b)"}) {
    CHECK(inlinePlain(text) == text);
    CHECK(blocksPlain(text) == text);
  }
  CHECK(inlineHtml("[![a](b)](https://a.example)") == "<a href=\"https://a.example\">![a](b)</a>");
  CHECK(inlinePlain("![*a*](b)") == "![a](b)");
}

TEST_CASE("targets that are refused stay text") {
  for (const llvm::StringRef text :
       {"[x](javascript:alert)", "[x](JavaScript:alert)", "[x](<java script:alert>)",
        "[x](data:text/html,x)", "[x](file:///etc/passwd)", "[x](//host/x)", "[x](/\\host)",
        "[x](vbscript:x 'title')", "[x]()", "[x](<>)", "<javascript:alert>", "<ftp://a.example>",
        "[a [b](js:x) c](js:y)"}) {
    CHECK(inlinePlain(text) == text);
    CHECK(blocksPlain(text) == text);
    CHECK_THAT(inlineHtml(text), !Catch::Contains("<a"));
    CHECK_THAT(blocksHtml(text), !Catch::Contains("<a"));
  }
  for (const llvm::StringRef text :
       {"[x](javascript&#58;alert)", "[x](javascript&colon;alert)", "[x](&#106;avascript:alert)",
        "[x](java&Tab;script:alert)", "[x](java&#10;script:alert)", "[x](javascript\\:alert)",
        "[x](&sol;&sol;host)", "[x](/&#9;/host)", "[x](&#1;javascript:x)"}) {
    CHECK_THAT(inlineHtml(text), !Catch::Contains("<a"));
  }
  CHECK(inlineHtml("[*x*](js:y) [z](https://a.example)") ==
        "[<em>x</em>](js:y) <a href=\"https://a.example\">z</a>");
}

TEST_CASE("targets that are safe become links") {
  CHECK(inlineHtml("[x](page.html#a)") == "<a href=\"page.html#a\">x</a>");
  CHECK(inlineHtml("[x](/a:b)") == "<a href=\"/a:b\">x</a>");
  CHECK(inlineHtml("[x](#a:b)") == "<a href=\"#a:b\">x</a>");
  CHECK(inlineHtml("[x](HTTPS://a.example/[y]:z)") ==
        "<a href=\"HTTPS://a.example/%5By%5D:z\">x</a>");
  CHECK(inlineHtml("[x](<https://a.example/a b\">)") ==
        "<a href=\"https://a.example/a%20b%22\">x</a>");
  CHECK(inlineHtml("[x](https://a.example/\xC3\xA9 \"a 'title'\")") ==
        "<a href=\"https://a.example/%C3%A9\">x</a>");
  CHECK(inlineHtml("`[` [x](https://a.example)") ==
        "<code>[</code> <a href=\"https://a.example\">x</a>");
}

TEST_CASE("link definitions are text") {
  CHECK(blocksPlain("[a]: https://a.example\n\n[a] [b][a]") ==
        "[a]: https://a.example\n\n[a] [b][a]");
  CHECK_THAT(blocksHtml("> [a]: js:x\n\n[a]"), !Catch::Contains("<a"));
}

TEST_CASE("blocks become paragraphs and lists") {
  const llvm::StringRef text =
      "Use it to:\n\n- write,\n- *review*\n  well.\n\nIt ends\nhere\\\nnow.";
  CHECK(blocksPlain(text) == "Use it to:\n\nwrite,\nreview well.\n\nIt ends here\nnow.");
  CHECK(blocksHtml(text) ==
        "<p>Use it to:</p>\n<ul>\n<li>write,</li>\n<li><em>review</em>\nwell.</li>\n</ul>\n"
        "<p>It ends\nhere<br>\nnow.</p>\n");
  CHECK(blocksPlain("One.\n\nTwo.") == "One.\n\nTwo.");
  CHECK(blocksPlain("3. a\n4. b\n   - c\n\nx") == "a\nb\nc\n\nx");
  CHECK(blocksHtml("3. a\n4. b") == "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
  CHECK(blocksPlain("- a\n\n- b") == "a\n\nb");
  CHECK(blocksHtml("# H\n\n***\n\n> q") ==
        "<p><strong>H</strong></p>\n<blockquote>\n<p>q</p>\n</blockquote>\n");
  CHECK(blocksPlain("```sh\n[x](js:y)\n\n]: <a:b>\n```\nend") == "[x](js:y)\n\n]: <a:b>\n\nend");
  CHECK(blocksHtml("```\"><b>\nx & y\n```") == "<pre><code>x &amp; y\n</code></pre>\n");
  CHECK(blocksHtml("plain words") == "<p>plain words</p>\n");
  CHECK(blocksHtml("") == "");
}

TEST_CASE("escape is short") {
  CHECK(escape("O*NET") == "O\\*NET");
  CHECK(escape("snake_case_name, 5 * 3, a < b, R&D, [1] x") ==
        "snake_case_name, 5 * 3, a < b, R&D, [1] x");
  CHECK(escape("[x] y") == "\\[x] y");
  CHECK(escape("&amp; &co; <b> \\* \\d") == "\\&amp; &co; \\<b> \\\\\\* \\d");
}

TEST_CASE("what escape gives reads as it was") {
  const auto pieces = std::to_array<llvm::StringRef>({"\\",
                                                      "`",
                                                      "``",
                                                      "*",
                                                      "**",
                                                      "_",
                                                      "__",
                                                      "[",
                                                      "]",
                                                      "](",
                                                      "![",
                                                      "(",
                                                      ")",
                                                      "<",
                                                      ">",
                                                      "&",
                                                      "&amp;",
                                                      "&#60;",
                                                      "#",
                                                      "-",
                                                      "1.",
                                                      ":",
                                                      "http://a",
                                                      "@b.c",
                                                      "a",
                                                      "B2",
                                                      " ",
                                                      "  ",
                                                      "\t",
                                                      "\xC3\xA9",
                                                      "\xC2\xA0",
                                                      "\xE2\x80\x94",
                                                      "\xE2\x82\xAC",
                                                      "\xF0\x9F\x98\x80",
                                                      "\x01",
                                                      "\"",
                                                      "'",
                                                      "!",
                                                      "~",
                                                      "|",
                                                      "{",
                                                      "}",
                                                      ";",
                                                      "x",
                                                      "=",
                                                      "+",
                                                      "/",
                                                      "\xC2\xB7",
                                                      "\xE3\x80\x80",
                                                      "$"});
  std::mt19937 random(20260301);
  for (int round = 0; round < 40000; ++round) {
    std::string text;
    for (auto count = random() % 14; count > 0; --count) text += pieces[random() % pieces.size()];
    const std::string escaped = escape(text);
    if (inlinePlain(escaped) != text)
      FAIL("`" << text << "` as `" << escaped << "` gives `" << inlinePlain(escaped) << "`");
  }
}

TEST_CASE("no markup comes out of any text but the elements that are promised") {
  const auto pieces = std::to_array<llvm::StringRef>({"<script>",
                                                      "</p>",
                                                      "\"",
                                                      "'",
                                                      "[x]",
                                                      "(javascript:a)",
                                                      "(https://a\" onx=\"1)",
                                                      "![y]",
                                                      "(data:,)",
                                                      "\n",
                                                      "\n\n",
                                                      "- ",
                                                      "> ",
                                                      "    ",
                                                      "```",
                                                      "`",
                                                      "*",
                                                      "**",
                                                      "_",
                                                      "&lt;",
                                                      "&#60;",
                                                      "\\",
                                                      "<javascript:a>",
                                                      "<https://a\"b>",
                                                      "a",
                                                      " ",
                                                      "[",
                                                      "](",
                                                      ")",
                                                      "#",
                                                      "1. ",
                                                      "[x]: javascript:a\n"});
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto count = random() % 16; count > 0; --count) text += pieces[random() % pieces.size()];
    for (const Scope scope : {Scope::Inline, Scope::Blocks}) {
      const std::string html = toHtml(text, scope);
      llvm::StringRef rest = html;
      while (true) {
        rest = rest.substr(rest.find('<'));
        if (rest.empty()) break;
        const auto [tag, after] = rest.split('>');
        llvm::StringRef name = tag.drop_front();
        name.consume_front("/");
        const bool isLink = name.starts_with("a href=\"") && name.ends_with("\"") &&
                            name.count('"') == 2 && !name.contains("javascript") &&
                            !name.contains("data:");
        const bool isKnown = isLink || name.starts_with("ol start=\"") ||
                             llvm::StringRef(" p ul ol li em strong code pre blockquote br a ")
                                 .contains(" " + name.str() + " ");
        if (!isKnown) FAIL("`" << text << "` gives `" << html << "`");
        rest = after;
      }
    }
  }
}

TEST_CASE("hostile texts take linear time") {
  for (const llvm::StringRef piece :
       {"[", "![a](", "`a``b", "*a_", "<a:", "](", "> ", "&", "[a](b", "[a](b \"", "[a](<b "}) {
    std::string text;
    while (text.size() < 60000) text += piece;
    CHECK_FALSE(toHtml(text, Scope::Inline).empty());
    CHECK_FALSE(toHtml(text, Scope::Blocks).empty());
    CHECK(inlinePlain(escape(text)) == text);
  }
}

}  // namespace cadre::markdown
