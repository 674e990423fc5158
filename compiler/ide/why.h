// Why a profile requires a competency, or why not: takes a model, gives the lines that have a say,
// in order, each told in sentences with its place. For the command line and for editors. Judges
// nothing, reads no source.
#pragma once

#include "model/model.h"

#include <string>
#include <vector>

namespace cadre::ide {

/// A line that has a say, or would have one.
struct Reason {
  std::vector<std::string> sentences;  ///< With names in backticks, as the source writes them.
  Span place;
};

/// A fact in a word or two, for a table.
struct Fact {
  std::string name;
  std::string value;
};

struct Why {
  std::string headline;
  bool isRequired = false;
  std::vector<Fact> facts;      ///< What is required in effect.
  std::vector<Reason> reasons;  ///< Required: its origins, in order. Else: what took it away, …
  std::vector<Reason> others;   ///< Lines that name it for others, or that something overrules.
  std::string offers;           ///< Not required: which levels there are to require.
};

/// Tells it as the compiled package would write the names.
Why explain(const model::Model& model, model::ProfileId profile, model::CompetencyId competency);

/// A row of what a profile requires.
struct RequirementRow {
  std::string competency;
  std::string level;
  std::string importance;
  std::string weight;
  std::string from;
  Span place;  ///< Of the line that decided.
};

/// A base and what it extends itself.
struct BaseRow {
  std::string name;
  unsigned depth = 0;
  bool isRepeated = false;  ///< It stands above with its own bases.
};

struct Overview {
  std::string headline;
  std::vector<Fact> facts;
  std::vector<BaseRow> bases;  ///< Each before those that it extends.
  std::vector<Reason> rules;   ///< That reach it.
  std::vector<RequirementRow> requirements;
  std::vector<Reason> drops;
};

Overview explain(const model::Model& model, model::ProfileId profile);

}  // namespace cadre::ide
