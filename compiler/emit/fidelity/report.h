// What an output could not carry of a framework: takes entries (what, how often, where, why), gives
// `fidelity.json` for programs and `fidelity.md` for people, of one shape for all outputs. Knows no
// output; an output without losses has a report as well, and it says so.
#pragma once

#include "emit/emitter.h"
#include "emit/fidelity/census.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <vector>

namespace cadre::emit::fidelity {

enum class Loss : uint8_t {
  LeftOut,  ///< Not in the output at all.
  Changed,  ///< There, in another form, from which the first cannot be told with certainty.
  Cut,      ///< There in part.
};
[[nodiscard]] StringRef word(Loss loss);

struct Entry {
  StringRef what;  ///< `translations`: the name of a fact, or of what the output itself names.
  Loss loss = Loss::LeftOut;
  StringRef words;   ///< What it is, to follow a number.
  StringRef reason;  ///< A sentence without its period.
  Tally tally;
};

/// Why an output does not carry something, and how it does not. No reason: it does.
struct Verdict {
  Loss loss = Loss::LeftOut;
  StringRef reason;
};
inline constexpr Verdict carried{};
[[nodiscard]] constexpr Verdict leftOut(StringRef reason) { return {Loss::LeftOut, reason}; }

class Report {
public:
  /// `output` as `--emit` calls it. Names and reasons are views of texts that outlive the report.
  Report(StringRef output, const model::Publication& publication)
      : output_(output), framework_(publication.model().framework()) {}

  /// Adds each fact that is there and that `verdict` gives a reason for, in the order of the facts;
  /// an output may carry it of some kinds of declarations and not of others.
  void judge(const Census& census, llvm::function_ref<Verdict(Fact, model::DeclKind)> verdict);
  /// Adds what only the output knows of; nothing for a tally of 0.
  void add(Entry entry);

  [[nodiscard]] ArrayRef<Entry> entries() const { return entries_; }
  [[nodiscard]] std::string json() const;
  [[nodiscard]] std::string markdown() const;
  /// Both, into `folder` (with its `/`).
  [[nodiscard]] llvm::Error write(Sink& sink, StringRef folder) const;

private:
  StringRef output_;
  const model::Framework& framework_;
  std::vector<Entry> entries_;
};

}  // namespace cadre::emit::fidelity
