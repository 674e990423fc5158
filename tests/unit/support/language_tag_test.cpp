#include "support/language_tag.h"

#include "support/test.h"

namespace cadre {

TEST_CASE("registered tags have no fault") {
  for (const char* tag : {"en", "EN", "pt-BR", "zh-Hant-HK", "zh-yue", "de-1996", "de-CH-1996", "es-419",
                          "haw", "i-klingon", "en-GB-oed", "x-ours", "en-x-ours", "en-u-ca-gregory",
                          "qaa", "sr-Latn", "en-XA"}) {
    CAPTURE(tag);
    CHECK_FALSE(findLanguageTagFault(tag));
  }
}

TEST_CASE("what is not registered is named, with the tag that was meant") {
  struct Case {
    const char* tag;
    const char* part;
    const char* subtag;
    std::vector<std::string> suggestions;
  };
  const Case cases[] = {
      {"english", "language", "english", {"en"}},
      {"eng", "language", "eng", {"en"}},
      {"frensh", "language", "frensh", {"fr"}},
      {"jp", "language", "jp", {"ja"}},
      {"xx", "language", "xx", {}},
      {"en-UK", "region", "UK", {"en-GB"}},
      {"en-EN", "region", "EN", {"en"}},
      {"zh-Hanx", "script", "Hanx", {"zh"}},
      {"de-1997", "variant", "1997", {"de"}},
      {"en_GB", "", "", {"en-GB"}},
      {"en-u", "", "", {"en"}},
      {"x", "language", "x", {}},
      {"toolongaword", "", "", {}},
      {"en-", "", "", {}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.tag);
    const auto fault = findLanguageTagFault(one.tag);
    REQUIRE(fault);
    CHECK(fault->part == one.part);
    CHECK(fault->subtag == one.subtag);
    CHECK(fault->suggestions == one.suggestions);
  }
}

TEST_CASE("languages are called what English calls them") {
  CHECK(languageName("fr") == "French");
  CHECK(languageName("ES") == "Spanish");
  CHECK(languageName("el") == "Greek");
  CHECK(languageName("nb") == "Norwegian Bokmål");
  CHECK(languageName("pt-BR") == "Portuguese (pt-BR)");
  CHECK(languageName("gsw") == "gsw");
  CHECK(languageName("x-ours") == "x-ours");
  CHECK(languageName("") == "");
}

}  // namespace cadre
