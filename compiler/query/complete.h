// What may come next: takes a query that is being written and a place in it, gives the words that
// fit there and what they are. For editors and shells. Reports nothing.
#pragma once

#include "query/view.h"

#include <string>
#include <vector>

namespace cadre::query {

enum class CandidateKind : uint8_t { Keyword, Operator, Source, Field, Name, Level, Value };
[[nodiscard]] StringRef word(CandidateKind kind);

struct Candidate {
  std::string text;
  CandidateKind kind = CandidateKind::Keyword;
  std::string help;  ///< What it is, in a few words; may be empty.
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct Completion {
  size_t begin = 0;  ///< Where the word begins that a candidate takes the place of.
  std::vector<Candidate> candidates;  ///< Those that begin as that word does, in a fixed order.
};

/// `offset` is a byte of `text`; what stands behind it does not count.
[[nodiscard]] Completion complete(StringRef text, size_t offset, const model::Model& model);

}  // namespace cadre::query
