#include "support/address.h"

#include "support/test.h"

using namespace cadre;

TEST_CASE("addresses of the web are told by their scheme") {
  CHECK(isWebAddress("https://example.org/a"));
  CHECK(isWebAddress("HTTP://example.org"));
  for (const char* other :
       {"", "http", "http:", "http:/example.org", "https:example.org", "ftp://example.org",
        "javascript://example.org", "xhttp://example.org", " https://example.org",
        "data:text/html,https://example.org", "example.org"}) {
    CAPTURE(other);
    CHECK_FALSE(isWebAddress(other));
  }
}

TEST_CASE("what may not stay is put behind percent signs, byte by byte") {
  const auto letters = [](char c) { return c >= 'a' && c <= 'z'; };
  CHECK(percentEncoded("", letters).empty());
  CHECK(percentEncoded("abc", letters) == "abc");
  CHECK(percentEncoded("a b%é\n", letters) == "a%20b%25%C3%A9%0A");
}
