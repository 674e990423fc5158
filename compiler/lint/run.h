// Runs the rules: takes a model, its trees and a configuration, gives findings, without those that the
// source allows or a baseline holds. Reads and writes nothing.
#pragma once

#include "diag/diagnostics.h"
#include "lint/baseline.h"
#include "lint/config.h"
#include "model/model.h"
#include "source/source_manager.h"
#include "syntax/ast.h"
#include "translation/lock.h"

#include <string>
#include <vector>

namespace cadre::lint {

/// A clock in seconds; null for none.
using Clock = double (*)();

struct Input {
  const model::Model& model;
  /// Of the package that was compiled, in the order of its files.
  ArrayRef<const syntax::File*> trees;
  const SourceManager& sources;
  const Config& config;
  /// What was found earlier and is not to be reported; null for none.
  const Baseline* baseline = nullptr;
  /// What translations were made from; null for nothing.
  const translation::Locks* locks = nullptr;
  /// The sources have no errors, so that what is said of the whole holds.
  bool isWhole = true;
  /// `2026-03-01`, for rules on dates; empty for none.
  StringRef today = {};
  Clock clock = nullptr;
  unsigned jobs = 1;  ///< Threads; no result depends on it.
};

struct RuleTime {
  RuleId rule;
  double seconds = 0;
  size_t findings = 0;  ///< Before `allow` and baseline.
};

struct Outcome {
  /// All findings that nothing in the source allows, as a baseline records them.
  std::vector<BaselineEntry> findings;
  size_t baselined = 0;               ///< Of them, those that the baseline holds.
  std::vector<BaselineEntry> stale;   ///< What the baseline holds and nothing gives any more.
  std::vector<RuleTime> times;        ///< Where there is a clock: by rule.
  double words = 0;                   ///< Seconds spent on splitting texts, with a clock.
};

/// Adds what is to be reported to `diagnostics`.
Outcome run(const Input& input, Diagnostics& diagnostics);

}  // namespace cadre::lint
