#include "emit/readable/readable.h"

#include "support/test.h"

using namespace cadre;
using namespace cadre::emit;

using Strings = std::vector<std::string>;

TEST_CASE("titles that several share have a suffix, whatever their case") {
  CHECK(readable::makeDistinct({"A", "B"}, {"1", "2"}, {}) == Strings{"A", "B"});
  CHECK(readable::makeDistinct({"A", "a", "B"}, {"1", "2", "3"}, {}) == Strings{"A (1)", "a (2)", "B"});
  CHECK(readable::makeDistinct({"A"}, {"1"}, {"a"}) == Strings{"A (1)"});
}

TEST_CASE("titles stay apart where a suffix makes another's title") {
  CHECK(readable::makeDistinct({"A", "A", "A (1)"}, {"1", "1", "3"}, {}) ==
        Strings{"A (1)", "A (1) 2", "A (1) 3"});
}

TEST_CASE("periods are years where they can be") {
  CHECK(readable::periodWords(12) == "1 year");
  CHECK(readable::periodWords(36) == "3 years");
  CHECK(readable::periodWords(1) == "1 month");
  CHECK(readable::periodWords(18) == "18 months");
}
