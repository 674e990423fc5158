#include "prose/text.h"

#include "support/test.h"

TEST_CASE("stub") {}
