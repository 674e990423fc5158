#include "support/uuid.h"

#include "support/test.h"

#include <string>

using cadre::urlNamespace;
using cadre::Uuid;
using cadre::uuidV5;

TEST_CASE("a UUID is written in lower case, in groups of 8, 4, 4, 4 and 12", "[uuid]") {
  CHECK(Uuid{}.str() == "00000000-0000-0000-0000-000000000000");
  CHECK(urlNamespace.str() == "6ba7b811-9dad-11d1-80b4-00c04fd430c8");
}

TEST_CASE("version 5 gives the values that other implementations give", "[uuid]") {
  Uuid dns = urlNamespace;
  dns.bytes[3] = 0x10;
  CHECK(uuidV5(dns, "www.example.com").str() == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  CHECK(uuidV5(urlNamespace, "https://example.com/").str() ==
        "dd2c1780-811a-5296-81c5-178a0ef488bc");
  CHECK(uuidV5(urlNamespace, "").str() == "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
  CHECK(uuidV5(urlNamespace, "task:hospitality.core.Schlüssel").str() ==
        "adf292d4-396a-5d17-9b0f-29ac1d85cd68");
}

TEST_CASE("names of every length around a block of SHA-1 have UUIDs of their own", "[uuid]") {
  CHECK(uuidV5(urlNamespace, std::string(39, 'a')).str() == "615eac0e-03db-567b-8580-916c1aca1cc2");
  CHECK(uuidV5(urlNamespace, std::string(40, 'a')).str() == "c5c985c8-6875-5a42-b6e3-2872703afed4");
  CHECK(uuidV5(urlNamespace, std::string(48, 'a')).str() == "aa33c522-9edc-58a5-b5af-e2a12995886e");
  CHECK(uuidV5(urlNamespace, std::string(1000, 'a')).str() ==
        "7f46a8f9-f8ba-5a67-983a-ffc2101475df");
}

TEST_CASE("the bytes of a name count, a zero byte included", "[uuid]") {
  CHECK(uuidV5(urlNamespace, llvm::StringRef("a\0b", 3)) != uuidV5(urlNamespace, "a"));
  CHECK(uuidV5(urlNamespace, "a") == uuidV5(urlNamespace, "a"));
  CHECK(uuidV5(urlNamespace, "a") != uuidV5(Uuid{}, "a"));
}
