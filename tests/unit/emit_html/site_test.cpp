#include "memory_sink.h"
#include "sample_model.h"
#include "support/test.h"

namespace cadre::test {

namespace {

using Catch::Contains;

const Model& sample() {
  static const Model model = Sample::make();
  return model;
}

std::string page(const std::string& path) {
  static MemorySink site = siteOf(sample());
  REQUIRE(site.files.count("site/" + path) == 1);
  return site["site/" + path];
}

}  // namespace

TEST_CASE("a site has a page for each published profile and competency") {
  std::string names;
  for (const auto& [path, bytes] : siteOf(sample()).files) names += path + "\n";
  CHECK_THAT(names, Contains("site/competencies/Vision.html\n"
                             "site/competencies/acme.kern.Teamarbeit.html\n"
                             "site/competencies/vision-"));
  CHECK_THAT(names, Contains("site/competencies/Überblick.html\nsite/index.html\n"
                             "site/matrix.html\nsite/profiles/Manager.html\n"
                             "site/profiles/PressAssistant.html\n"
                             "site/profiles/PressSpecialist.html\nsite/style.css\n"));
  CHECK_THAT(names, !Contains("MarketingProfessional"));
}

TEST_CASE("the same model gives the same bytes") {
  CHECK(siteOf(sample()).files == siteOf(Sample::make()).files);
}

TEST_CASE("no text becomes markup") {
  for (const auto& [path, bytes] : siteOf(sample()).files) {
    INFO(path);
    for (const char* markup : {"<script", "<b>", "<img", "href=\"javascript", "</p></p>"}) {
      CHECK_THAT(bytes, !Contains(markup));
    }
  }
  CHECK_THAT(page("profiles/PressSpecialist.html"),
             Contains("Wheel &lt;b&gt;truing&lt;/b&gt; &amp; \"gears\"") &&
                 Contains("&lt;img src=x onerror=alert(1)&gt;") &&
                 Contains("[stand](javascript:alert)") &&
                 Contains("<a href=\"https://guide.example/?a=1&amp;b=2\">the guide</a>"));
}

TEST_CASE("each page allows nothing but the site's own files") {
  for (const auto& [path, bytes] : siteOf(sample()).files) {
    if (!StringRef(path).ends_with(".html")) continue;
    CHECK_THAT(bytes,
               Contains("content=\"default-src 'none'; style-src 'self'; img-src 'self' data:"));
    CHECK_THAT(bytes, Contains("<html lang=\"en\">"));
  }
}

TEST_CASE("a profile says what it is and where it belongs") {
  const std::string text = page("profiles/PressSpecialist.html");
  CHECK_THAT(text, Contains("<title>Press &amp; media specialist · Acme press framework</title>"));
  CHECK_THAT(text, Contains("<span class=\"code\">P-17</span>"));
  CHECK_THAT(text, Contains("<a href=\"../index.html#family-Marketing.Press\">"));
  CHECK_THAT(text, Contains("<dt>Grade</dt>\n<dd>P2</dd>"));
  CHECK_THAT(text,
             Contains("<a href=\"https://hr.acme.example/p2?x=1&amp;y=2\" rel=\"external\">"));
  CHECK_THAT(text, Contains("Answer the press in <em>four</em> hours."));
  CHECK_THAT(text, Contains("renewed every 3 years"));
}

TEST_CASE("a requirement shows its level, what that means and the levels below") {
  const std::string text = page("profiles/PressSpecialist.html");
  CHECK_THAT(text, Contains("●●●○</span> <span>Advanced</span>"));
  CHECK_THAT(text, Contains("Sole contact for <em>national</em> press."));
  CHECK_THAT(text, Contains("<summary>And all of the levels below</summary>\n"
                            "<p class=\"level-name\">Practitioner</p>"));
  CHECK_THAT(text, Contains("<meter min=\"0\" max=\"7\" value=\"4.12\""));
  CHECK_THAT(text, Contains("<strong>4.12</strong> of 0–7"));
  CHECK_THAT(text, Contains("What is described at 4</p>\n<ul class=\"indicators\"><li>Isolates"));
  CHECK_THAT(text, !Contains("Reproduces the error"));
}

TEST_CASE("a level that the competency does not describe is described by its scale") {
  CHECK_THAT(page("profiles/PressSpecialist.html"),
             Contains("<li>Handles everyday tasks alone.</li>"));
}

TEST_CASE("a requirement says where it comes from") {
  const std::string text = page("profiles/PressAssistant.html");
  CHECK_THAT(text, Contains("<li>Required of every profile</li>"));
  CHECK_THAT(text, Contains("<li>From Marketing professional: Practitioner</li>\n"
                            "<li>Lowered here: Foundation</li>"));
  CHECK_THAT(text, Contains("Left out on purpose") &&
                       Contains("Fault diagnosis</a> — The desk has <em>no</em> machines."));
}

TEST_CASE("a profile links to the steps before and after it") {
  const std::string text = page("profiles/PressSpecialist.html");
  CHECK_THAT(text,
             Contains("Coming from</h4>\n<ul><li><a href=\"../profiles/PressAssistant.html\">"));
  CHECK_THAT(text, Contains("Leading to</h4>\n<ul><li><a href=\"../profiles/Manager.html\">"));
}

TEST_CASE("a competency shows its levels and what refers to it") {
  const std::string text = page("competencies/MediaRelations.html");
  CHECK_THAT(text, Contains("id=\"level-Advanced\"") && Contains("id=\"label-MR-A1\""));
  CHECK_THAT(text, Contains("<h4>Evidence</h4>") && Contains("<h4>Interview questions</h4>") &&
                       Contains("<h4>How to develop it</h4>"));
  CHECK_THAT(
      text, Contains("<dt>Consists of</dt>\n<dd><a href=\"../competencies/%C3%9Cberblick.html\">"));
  CHECK_THAT(text, Contains("Close match <span class=\"badge\">esco</span> "
                            "<a href=\"http://data.europa.eu/esco/skill/abc\""));
  CHECK_THAT(text, Contains("<span class=\"badge\">house</span> MR 7"));
  CHECK_THAT(text, Contains("Working with the press <span class=\"badge\">course</span>"));
  const size_t specialist = text.find("<th scope=\"row\"><a href=\"../profiles/PressSpecialist");
  const size_t assistant = text.find("<th scope=\"row\"><a href=\"../profiles/PressAssistant");
  CHECK(specialist < assistant);
  CHECK(assistant != std::string::npos);
}

TEST_CASE("a page warns of what is retired and leads to what took over") {
  CHECK_THAT(page("competencies/Vision.html"),
             Contains("Retired: no longer in use.") && Contains("Deprecated since version 2.0") &&
                 Contains("Use instead: <a href=\"../competencies/PlainWriting.html\">") &&
                 Contains("The board <em>took over</em>."));
  CHECK_THAT(page("index.html"), Contains("Vision</a> <span class=\"badge\">Retired</span>"));
}

TEST_CASE("texts of another package keep their language") {
  CHECK_THAT(page("competencies/acme.kern.Teamarbeit.html"),
             Contains("<h1><span lang=\"de\">Teamarbeit</span></h1>") &&
                 Contains("<div class=\"prose\" lang=\"de\">"));
}

TEST_CASE("the start page holds the framework together") {
  const std::string text = page("index.html");
  CHECK_THAT(text, Contains("<li>choose the <em>next</em> step of a career.</li>"));
  CHECK_THAT(text,
             Contains("<strong>3</strong> profiles") && Contains("<strong>1</strong> resource<"));
  CHECK_THAT(text, Contains("<h3 id=\"family-Marketing\">Marketing</h3>") &&
                       Contains("<h4 id=\"family-Marketing.Press\">"));
  CHECK_THAT(text, Contains("<h4 id=\"category-Communications.Media\">Media &amp; press</h4>"));
  CHECK_THAT(text, Contains("Solves unfamiliar problems across a whole project."));
  CHECK_THAT(text, Contains("Acme Ltd &amp; Söhne"));
}

TEST_CASE("the matrix has a row for each competency and a column for each profile") {
  const std::string text = page("matrix.html");
  CHECK_THAT(text, Contains("<th scope=\"col\"><a href=\"profiles/PressSpecialist.html\">"));
  CHECK_THAT(
      text,
      Contains("<th scope=\"row\"><a href=\"competencies/MediaRelations.html\">"
               "Media relations</a></th>\n"
               "<td><abbr class=\"s1 desired\" title=\"Foundation, desired\">F</abbr></td>\n"
               "<td><abbr class=\"s4 essential\" title=\"Advanced, essential\">A</abbr></td>\n"
               "<td></td>\n"));
}

TEST_CASE("a framework that says next to nothing still has a site") {
  SampleBuilder builder;
  auto framework = builder.declare<Framework>(0, "tiny", "Tiny");
  framework.language = "de";
  builder.tables().frameworks.add(framework);
  MemorySink site = siteOf(builder.freeze());
  CHECK(site.files.size() == 3);
  CHECK_THAT(site["site/index.html"], Contains("<h1>Tiny</h1>") && Contains("<html lang=\"de\">"));
  CHECK_THAT(site["site/index.html"], Contains("<h2><span lang=\"en\">At a glance</span></h2>"));
  CHECK_THAT(site["site/matrix.html"], Contains("No profile requires anything yet."));
}

TEST_CASE("a sink that fails ends the writing") {
  class Broken : public emit::Sink {
  public:
    llvm::Error write(llvm::StringRef, std::string) override {
      ++calls;
      return llvm::createStringError("the disk is full");
    }
    int calls = 0;
  };
  Broken sink;
  const Publication publication(sample());
  CHECK(llvm::toString(emit::emitHtml(publication, sink, {})) == "the disk is full");
  CHECK(sink.calls == 1);
}

}  // namespace cadre::test
