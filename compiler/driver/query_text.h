// Answers of queries, written down: takes answers, one a package, gives a table, JSON or CSV. Knows
// nothing of how they were found.
#pragma once

#include "query/evaluate.h"

#include <llvm/Support/raw_ostream.h>

#include <vector>

namespace cadre::driver {

/// What one package answers.
struct PackageAnswer {
  const query::View* view = nullptr;
  query::Answer answer;
};

/// One or several, whose columns have the same names.
struct Answers {
  std::vector<PackageAnswer> packages;
  bool isWorkspace = false;  ///< A first column names the package that a row comes from.
};

struct TableOptions {
  bool color = false;
  size_t width = 0;  ///< Columns that there are; cells are cut to fit. 0: nothing is cut.
};

/// Without rows there is no table.
void printTable(const Answers& answers, const TableOptions& options, llvm::raw_ostream& out);
/// An array with an object a row; what is missing is null, a reference its key.
void printJson(const Answers& answers, llvm::raw_ostream& out);
/// As RFC 4180 has it, with a line of names; lists are joined by `; `, a reference is its key.
void printCsv(const Answers& answers, llvm::raw_ostream& out);

}  // namespace cadre::driver
