#include "support/html_writer.h"

#include "support/test.h"

namespace cadre {

TEST_CASE("elements nest and close with their scope") {
  HtmlWriter html(64);
  {
    const auto section = html.element("section", {{"id", "a"}, {"class", StringRef()}});
    html.leaf("p", "Hi", {{"title", ""}});
    html.voidElement("br");
  }
  CHECK(std::move(html).take() ==
        "<!doctype html>\n<section id=\"a\"><p title=\"\">Hi</p>\n<br></section>\n");
}

TEST_CASE("text and values are escaped, whatever they hold") {
  HtmlWriter html(64);
  const StringRef hostile("</p><b a=\"1\" b='2'>&amp;\0", 25);
  html.leaf("p", hostile, {{"title", hostile}});
  CHECK(std::move(html).take() ==
        "<!doctype html>\n"
        "<p title=\"&lt;/p&gt;&lt;b a=&quot;1&quot; b='2'&gt;&amp;amp;\xEF\xBF\xBD\">"
        "&lt;/p&gt;&lt;b a=\"1\" b='2'&gt;&amp;amp;\xEF\xBF\xBD</p>\n");
}

TEST_CASE("Markdown comes in as markup") {
  HtmlWriter html(64);
  html.markdown("*a* <b>", markdown::Scope::Inline);
  CHECK(std::move(html).take() == "<!doctype html>\n<em>a</em> &lt;b&gt;");
}

}  // namespace cadre
