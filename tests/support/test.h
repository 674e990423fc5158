// The one way to Catch2, so that its header and version are chosen in one place.
#pragma once

#include <catch2/catch.hpp>
