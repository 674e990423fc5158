#include "emit/json/identity.h"

#include "model/builder.h"
#include "support/test.h"

using namespace cadre;
using namespace cadre::model;
using emit::json::iriOf;
using emit::json::uuidOf;

namespace {

Model modelAt(StringRef uri) {
  ModelBuilder builder;
  Framework framework;
  framework.framework = FrameworkId(0);
  framework.key = "acme.marketing";
  framework.uri = uri;
  builder.tables().frameworks.add(framework);
  return std::move(builder).freeze();
}

std::string iri(StringRef key, StringRef uri = "https://acme.example/fw") {
  const Model model = modelAt(uri);
  Competency competency;
  competency.framework = FrameworkId(0);
  competency.key = key;
  return iriOf(model, competency, "competency");
}

}  // namespace

TEST_CASE("an IRI is the framework's uri, the word and the key's own part", "[identity]") {
  CHECK(iri("acme.marketing.Press") == "https://acme.example/fw/competency/Press");
  CHECK(iri("acme.marketing.Press.Offset") == "https://acme.example/fw/competency/Press.Offset");
  CHECK(iri("acme.marketing.Überdruck") == "https://acme.example/fw/competency/Überdruck");
}

TEST_CASE("a key from elsewhere stands whole in the IRI", "[identity]") {
  CHECK(iri("urn:x:4.A.2") == "https://acme.example/fw/competency/urn:x:4.A.2");
  CHECK(iri("acme.marketingX") == "https://acme.example/fw/competency/acme.marketingX");
  CHECK(iri("acme.marketing") == "https://acme.example/fw/competency/acme.marketing");
  CHECK(iri("acme.marketing.") == "https://acme.example/fw/competency/acme.marketing.");
}

TEST_CASE("what an IRI cannot hold is percent-encoded", "[identity]") {
  CHECK(iri("a b#c?d%e\"<>\n") ==
        "https://acme.example/fw/competency/a%20b%23c%3Fd%25e%22%3C%3E%0A");
}

TEST_CASE("a uri may end in a slash, or be missing", "[identity]") {
  CHECK(iri("acme.marketing.X", "https://acme.example/") == "https://acme.example/competency/X");
  CHECK(iri("acme.marketing.X", "").empty());
}

TEST_CASE("a built-in kind has no address", "[identity]") {
  const Model model = modelAt("https://acme.example/fw");
  CHECK(iriOf(model, model[KindId(0)], "kind").empty());
}

TEST_CASE("a UUID is made of the word and the key", "[identity]") {
  Statement statement;
  statement.key = "hospitality.core.Schlüssel";
  CHECK(uuidOf(statement, "task") == "adf292d4-396a-5d17-9b0f-29ac1d85cd68");
}
