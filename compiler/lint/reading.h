// Reads all texts of a framework once, by several threads, and calls the rules on passages; keeps on the way what
// rules on the whole will ask for. What is found does not depend on the number of threads.
#pragma once

#include "lint/context.h"
#include "lint/run.h"

namespace cadre::lint {

/// Adds what is found to `context`, and to `times` what each rule took. Gives the seconds spent on words, of
/// all threads together, where there is a clock.
double readPassages(const Input& input, Lexica& lexica, Context& context, std::vector<double>& times);

}  // namespace cadre::lint
