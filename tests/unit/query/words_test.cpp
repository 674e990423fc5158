#include "query/words.h"

#include "support/test.h"

using namespace cadre::query;

namespace {
bool has(const char* text, const char* phrase) { return contains(text, readPhrase(phrase)); }
}  // namespace

TEST_CASE("words are found whole, without case and accents") {
  CHECK(has("Answers the press.", "Press"));
  CHECK_FALSE(has("Prepares press-ups? No: impressive pressure.", "pres"));
  CHECK(has("Prepares press-ups.", "press"));
  CHECK_FALSE(has("An impressive start", "press"));
  CHECK(has("Établit des relations", "etablit"));
  CHECK(has("etablit", "ÉTABLIT"));
  CHECK(has("Straße", "STRASSE"));
}

TEST_CASE("several words stand one behind the other") {
  CHECK(has("Places national, stories.", "national stories"));
  CHECK_FALSE(has("Places national and local stories.", "national stories"));
  CHECK_FALSE(has("national", "national stories"));
}

TEST_CASE("a star leaves a word open") {
  CHECK(has("high pressure", "press*"));
  CHECK(has("unimpressed", "*press*"));
  CHECK(has("express", "*press"));
  CHECK_FALSE(has("expressed", "*press"));
  CHECK(has("high pressures", "high press*"));
}

TEST_CASE("scripts without blanks are compared sign by sign") {
  CHECK(has("品質管理を行う", "管理"));
  CHECK_FALSE(has("品質管理を行う", "理管"));
}

TEST_CASE("nothing holds no words") {
  CHECK(readPhrase("++ --").words.empty());
  CHECK_FALSE(has("C++", "++"));
  CHECK_FALSE(has("", "a"));
}
