#include "session/label.h"

#include "support/test.h"

using namespace cadre;
using cadre::session::initialsOf;

namespace {

/// The files of one package with labels, one after the other; or the first error.
std::vector<std::string> labelled(const std::vector<std::string>& texts) {
  SourceManager sources;
  session::Input input;
  input.packages.emplace_back();
  for (size_t i = 0; i < texts.size(); ++i)
    input.packages.front().sources.push_back(sources.add(std::to_string(i) + ".cadre", texts[i]));
  const session::Labels labels = session::findLabels(sources, input);
  if (labels.diagnostics.hasErrors()) return {labels.diagnostics.sorted().front()->message};
  std::vector<std::string> out;
  for (const FileId file : input.packages.front().sources)
    out.push_back(session::insertLabels(sources.text(file), file, labels.edits));
  // A second run finds nothing to do.
  if (out != texts) CHECK(labelled(out) == out);
  return out;
}

const std::string framework =
    "framework a \"A\" { version \"1.0.0\" language en translations fr, de scale S }\n"
    "scale S \"S\" { level Foundation \"F\" level Advanced \"A\" level Aware \"W\" level L1 \"L1\" "
    "level L2 \"L2\" }\n";

}  // namespace

TEST_CASE("initials are the capitals of a name, or the first letters of its words") {
  CHECK(initialsOf("MediaRelations") == "MR");
  CHECK(initialsOf("press-work") == "PW");
  CHECK(initialsOf("vision") == "V");
  CHECK(initialsOf("HTMLWriterTool") == "HTML");
  CHECK(initialsOf("K0001") == "K");
  CHECK(initialsOf("ÉtudeDeMarché") == "ÉDM");
}

TEST_CASE("labels take as many letters of the level as tell it from the others") {
  CHECK(labelled({framework + "competency MediaRelations \"M\" {\n"
                              "  level Foundation { - One }\n"
                              "  level Advanced {\n    - Two\n    - Three\n  }\n"
                              "  level Aware { - Four }\n"
                              "  level L1 { - Five }\n}\n"})[0] ==
        framework +
            "competency MediaRelations \"M\" {\n"
            "  level Foundation { - [MR-F1] One }\n"
            "  level Advanced {\n    - [MR-Ad1] Two\n    - [MR-Ad2] Three\n  }\n"
            "  level Aware { - [MR-Aw1] Four }\n"
            "  level L1 { - [MR-L1.1] Five }\n}\n");
}

TEST_CASE("labels that are there stay, and none is given twice") {
  CHECK(labelled({framework +
                  "competency X \"X\" {\n  level Foundation {\n    - [X-F3] One\n    - Two\n"
                  "    - [own] Three\n    - Four\n    develop { - [X-F4] Five }\n  }\n}\n"})[0] ==
        framework +
            "competency X \"X\" {\n  level Foundation {\n    - [X-F3] One\n    - [X-F5] Two\n"
            "    - [own] Three\n    - [X-F6] Four\n    develop { - [X-F4] Five }\n  }\n}\n");
}

TEST_CASE("lists and levels of scales get no labels") {
  const std::string text =
      "framework a \"A\" { version \"1.0.0\" language en scale S }\n"
      "scale S \"S\" { level A \"A\" { - Described } }\n"
      "competency X \"X\" {\n  level A { develop { - One } }\n  skills { - Two }\n}\n";
  CHECK(labelled({text})[0] == text);
}

TEST_CASE("competencies without a scale and numeric levels") {
  const std::string head =
      "framework a \"A\" { version \"1.0.0\" language en }\nscale N \"N\" numeric 0..7\n";
  CHECK(labelled({head + "competency CallHandling \"C\" {\n  - One\n  - Two\n}\n"
                         "competency Depth \"D\" {\n  scale N\n  level 2.5 { - Three }\n}\n"})[0] ==
        head +
            "competency CallHandling \"C\" {\n  - [CH-1] One\n  - [CH-2] Two\n}\n"
            "competency Depth \"D\" {\n  scale N\n  level 2.5 { - [D-2.5.1] Three }\n}\n");
}

TEST_CASE("translations by position get the labels of what they translate") {
  const std::string source =
      framework +
      "competency X \"X\" {\n  level Foundation {\n    - One\n    - Two\n  }\n"
      "  level Advanced {\n    - [k] Three\n    - Four\n  }\n}\n";
  const auto out = labelled(
      {"translation fr { competency X \"X\" { level Foundation {\n - Un\n - Deux\n} } }\n", source,
       "translation de { competency X \"X\" {\n  level Foundation {\n - Eins\n - Zwei\n}\n"
       "  level Advanced { - [k] Drei }\n} }\n"});
  CHECK(out[0] ==
        "translation fr { competency X \"X\" { level Foundation {\n - [X-F1] Un\n - [X-F2] Deux\n} "
        "} }\n");
  CHECK(out[2] ==
        "translation de { competency X \"X\" {\n  level Foundation {\n - [X-F1] Eins\n - [X-F2] "
        "Zwei\n}\n"
        "  level Advanced { - [k] Drei }\n} }\n");
}

TEST_CASE("a package with errors is not labelled") {
  const auto out = labelled({framework + "competency X \"X\" { level Foundation { - One } }\n"
                                         "competency X \"Y\" { level Foundation { - Two } }\n"});
  CHECK(out == std::vector<std::string>{"`X` is declared twice"});
}

TEST_CASE("labels begin with the code of the competency, where a label can hold it") {
  const auto one = [](const std::string& code, const std::string& bullets) {
    return framework + "competency Planning \"P\" {\n  code \"" + code +
           "\"\n  level Foundation {\n" + bullets + "  }\n}\n";
  };
  CHECK(labelled({one("PLN", "    - One\n    - Two\n")})[0] ==
        one("PLN", "    - [PLN-F1] One\n    - [PLN-F2] Two\n"));
  CHECK(labelled({one("MR-01", "    - One\n")})[0] == one("MR-01", "    - [MR-01-F1] One\n"));
  CHECK(labelled({one("4.1 (b)", "    - One\n")})[0] == one("4.1 (b)", "    - [P-F1] One\n"));
  // Labels that are there show how it was begun.
  CHECK(labelled({one("PLN", "    - [P-F1] One\n    - Two\n")})[0] ==
        one("PLN", "    - [P-F1] One\n    - [P-F2] Two\n"));
  CHECK(labelled({one("PLN", "    - [PLN-F7] One\n    - [P-F1] Two\n    - Three\n")})[0] ==
        one("PLN", "    - [PLN-F7] One\n    - [P-F1] Two\n    - [PLN-F8] Three\n"));
  CHECK(labelled({one("PLN", "    - [PL-F1] One\n    - Two\n")})[0] ==
        one("PLN", "    - [PL-F1] One\n    - [PLN-F1] Two\n"));
}

TEST_CASE("translations of what was labelled before get its labels by their order") {
  const std::string source = framework +
                             "competency X \"X\" {\n  level Foundation {\n    - [k] One\n"
                             "    - [l] Two\n    develop { - [m] Three }\n  }\n"
                             "  level Advanced { - Four }\n}\n";
  const auto out =
      labelled({source,
                "translation fr { competency X \"X\" { level Foundation {\n - Un\n - Deux\n"
                " develop { - Trois }\n}\n level Advanced { - Quatre } } }\n",
                "translation de { competency X \"X\" { level Foundation {\n - [l] Zwei\n - Eins\n} } "
                "}\n"});
  REQUIRE(out.size() == 3);
  CHECK(out[1] ==
        "translation fr { competency X \"X\" { level Foundation {\n - [k] Un\n - [l] Deux\n"
        " develop { - [m] Trois }\n}\n level Advanced { - [X-Ad1] Quatre } } }\n");
  CHECK(out[2] ==
        "translation de { competency X \"X\" { level Foundation {\n - [l] Zwei\n - [k] Eins\n} } "
        "}\n");
  // One of two: nobody can tell which.
  const auto unclear = labelled(
      {source, "translation fr { competency X \"X\" { level Foundation {\n - Deux\n} } }\n"});
  CHECK(unclear == std::vector<std::string>{"this bullet does not say which one it translates"});
}
