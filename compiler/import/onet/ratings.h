// The ratings of O*NET: which element matters how much to an occupation, and at which level. Takes
// the rows of Skills and Knowledge, gives each occupation its requirements.
#pragma once

#include "import/foreign/table.h"
#include "import/onet/tables.h"

#include <llvm/ADT/DenseMap.h>

namespace cadre::import::onet {

/// Finds records by what identifies them.
using Index = llvm::DenseMap<StringRef, size_t>;

/// Reads both tables of ratings, one after the other, into `tables`.
class RatingReader {
public:
  RatingReader(Tables& tables, const Index& elements, const Index& occupations,
               StringRef minImportance);

  /// Reads `table`, whose columns are RatingReader::columns. Its rows say that elements are rated
  /// as `rated`, listed in `order` as they first occur.
  void read(foreign::Table& table, Rated rated, std::vector<size_t>& order);

  static llvm::ArrayRef<StringRef> columns();

private:
  /// One scale's row of a pair.
  struct Side {
    StringRef value;  ///< Empty when there is no row, or when it was left out.
    double number = 0;
    Span seen;  ///< The row's cell, once there was one.
  };
  /// What is said of one element in one occupation.
  struct Pair {
    size_t occupation;
    size_t element;
    Side importance;
    Side level;
  };
  /// Rows that name something unknown, with the place of the first.
  struct Unknown {
    Span first;
    size_t rows = 0;
  };
  using UnknownNames = llvm::MapVector<StringRef, Unknown>;

  void readRow(foreign::Table& table, Rated rated, std::vector<size_t>& order);
  Pair& pairOf(size_t occupation, size_t element);
  void readSide(foreign::Table& table, Side& side, const Scale& scale, bool isLevel);
  void judge(foreign::Table& table, const Pair& pair);
  void reportUnknown(foreign::Table& table);

  Tables& tables_;
  const Index& elements_;
  const Index& occupations_;
  double minImportance_;
  std::string below_;  ///< Reasons that name the threshold.
  std::string noLevel_;
  std::vector<Pair> pairs_;
  llvm::DenseMap<std::pair<size_t, size_t>, size_t> pairIndex_;
  UnknownNames unknownElements_;
  UnknownNames unknownOccupations_;
};

}  // namespace cadre::import::onet
