#include "driver/checked_place.h"
#include "driver/compare_report.h"
#include "driver/profile_names.h"
#include "driver/verbs.h"
#include "ide/names.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>

namespace cadre::driver {

namespace {

using llvm::StringRef;
using model::FrameworkId;
using model::Model;
using model::ProfileId;

constexpr double leastAlike = 0.8;
constexpr size_t mostPairs = 20;

class Compare {
public:
  explicit Compare(Context& context) : context_(context), options_(context.options) {}

  ExitCode run() {
    // What rests on errors might be another answer tomorrow.
    if (!readCall() || !place_.open(context_) || !context_.isClean()) return context_.finish();
    return options_.all ? all() : pair();
  }

private:
  // ---- The call --------------------------------------------------------------------------------

  bool readCall() {
    const size_t count = options_.operands.size();
    if (options_.all && count > 0) {
      reportUsage(context_.faults, "`cadre compare --all` takes no profiles", {},
                  {"write `cadre compare A B` to compare two"});
    } else if (!options_.all && count < 2) {
      reportUsage(context_.faults, "`cadre compare` needs two profiles", {},
                  {"write `cadre compare A B`, or `cadre compare --all`"});
    } else if (!options_.all && (options_.least || options_.most)) {
      reportUsage(context_.faults,
                  fmt::format("`{}` goes with `--all`", options_.least ? "--least" : "--most"), {},
                  {"write `cadre compare --all`"});
    }
    return !context_.faults.hasErrors();
  }

  // ---- Two profiles ----------------------------------------------------------------------------

  /// The two, in a package that knows both.
  struct Pair {
    const Model* model = nullptr;
    ProfileId from;
    ProfileId to;

    [[nodiscard]] StringRef key(ProfileId id) const { return (*model)[id].key; }
    [[nodiscard]] bool isSame(const Pair& other) const {
      return key(from) == other.key(other.from) && key(to) == other.key(other.to);
    }
    /// Each member of a workspace knows the profiles of those that it uses: their own package knows
    /// best.
    [[nodiscard]] int owned() const {
      const auto isOwn = [&](ProfileId id) { return !model->isExternal((*model)[id]); };
      return (isOwn(from) ? 1 : 0) + (isOwn(to) ? 1 : 0);
    }
    /// As any source may write it.
    [[nodiscard]] std::string name(ProfileId id) const {
      const model::Profile& profile = (*model)[id];
      return fmt::format("`{}.{}`", (*model)[profile.framework].key, profile.name);
    }
  };

  ExitCode pair() {
    const std::string first = unicode::toNfc(options_.operands[0]);
    const std::string second = unicode::toNfc(options_.operands[1]);
    const std::optional<Pair> found = findPair(first, second);
    const ExitCode code = context_.finish();
    if (found) show(*found->model, ide::compare(*found->model, found->from, found->to));
    return code;
  }

  static ProfileId find(const Model& model, StringRef name) {
    return ide::findProfile(model, FrameworkId(0), name);
  }

  static ProfileId findByKey(const Model& model, StringRef key) {
    return model::findByKey(model.tables().profiles, key);
  }

  /// None after a report.
  std::optional<Pair> findPair(StringRef first, StringRef second) {
    std::vector<Pair> pairs;
    for (const session::Result& it : place_.results()) {
      const Pair one = {&*it.model, find(*it.model, first), find(*it.model, second)};
      if (one.from && one.to) add(one, pairs);
    }
    int most = 0;
    for (const Pair& it : pairs) most = std::max(most, it.owned());
    llvm::erase_if(pairs, [&](const Pair& it) { return it.owned() < most; });
    if (pairs.empty()) pairs = findApart(first, second);
    if (pairs.size() == 1) return pairs.front();
    if (pairs.empty()) return reportMissing(first, second), std::nullopt;
    return reportSeveral(pairs, first, second), std::nullopt;
  }

  /// Pairs of which each name was said as another package writes it.
  [[nodiscard]] std::vector<Pair> findApart(StringRef first, StringRef second) const {
    std::vector<Pair> pairs;
    const std::vector<StringRef> firsts = keysOf(first);
    const std::vector<StringRef> seconds = keysOf(second);
    for (const session::Result& it : place_.results()) {
      for (const StringRef from : firsts) {
        for (const StringRef to : seconds) {
          const Pair one = {&*it.model, findByKey(*it.model, from),
                            findByKey(*it.model, to)};
          if (one.from && one.to) add(one, pairs);
        }
      }
    }
    return pairs;
  }

  /// Of the profiles that members mean by the name, each once.
  [[nodiscard]] std::vector<StringRef> keysOf(StringRef name) const {
    std::vector<StringRef> out;
    for (const session::Result& it : place_.results()) {
      const ProfileId id = find(*it.model, name);
      if (id && !llvm::is_contained(out, (*it.model)[id].key))
        out.push_back((*it.model)[id].key);
    }
    return out;
  }

  static void add(const Pair& pair, std::vector<Pair>& pairs) {
    auto known = llvm::find_if(pairs, [&](const Pair& it) { return it.isSame(pair); });
    if (known == pairs.end()) {
      pairs.push_back(pair);
    } else if (known->owned() < pair.owned()) {
      *known = pair;
    }
  }

  void reportSeveral(llvm::ArrayRef<Pair> pairs, StringRef first, StringRef second) {
    const auto namesOf = [&](ProfileId Pair::*side) {
      std::vector<std::string> out;
      for (const Pair& it : pairs) {
        if (std::string name = it.name(it.*side); !llvm::is_contained(out, name))
          out.push_back(std::move(name));
      }
      return out;
    };
    std::vector<std::string> help;
    for (const auto& names : {namesOf(&Pair::from), namesOf(&Pair::to)}) {
      if (names.size() > 1) help.push_back(fmt::format("write {}", fmt::join(names, " or ")));
    }
    if (help.size() > 1) help.pop_back();
    reportUsage(context_.faults,
                fmt::format("several packages have profiles `{}` and `{}`", first, second), {},
                std::move(help));
  }

  /// Says which of the names no package knows; of two that only different packages know, that.
  void reportMissing(StringRef first, StringRef second) {
    bool isMissing = false;
    for (const StringRef name : {first, second}) {
      if (!keysOf(name).empty() || (isMissing && first == second)) continue;
      isMissing = true;
      reportNoProfile(context_, place_.results(), name);
    }
    if (isMissing) return;
    reportUsage(context_.faults,
                fmt::format("no package of the workspace knows both {} and {}", owners(first),
                            owners(second)),
                {}, {"profiles are compared within a package and those that it uses"});
  }

  /// The name, qualified by those who mean something by it.
  [[nodiscard]] std::string owners(StringRef name) const {
    std::vector<std::string> out;
    for (const session::Result& it : place_.results()) {
      const ProfileId id = find(*it.model, name);
      if (!id) continue;
      if (std::string one = Pair{&*it.model, id, id}.name(id); !llvm::is_contained(out, one))
        out.push_back(std::move(one));
    }
    return fmt::format("{}", fmt::join(out, " or "));
  }

  // ---- All of them -----------------------------------------------------------------------------

  ExitCode all() {
    const double least = options_.least.value_or(leastAlike);
    const size_t most = options_.most.value_or(mostPairs);
    std::vector<AlikeReport> reports;
    for (const session::Result& result : place_.results()) {
      const Model& model = *result.model;
      const auto profiles = ide::comparableProfiles(model);
      reports.push_back({&model, ide::alikePairs(model, profiles, least,
                                                 most == 0 ? SIZE_MAX : most, context_.jobs())});
    }
    const ExitCode code = context_.finish();
    show(llvm::ArrayRef(reports), least);
    return code;
  }

  /// Draws an answer in the format that was asked for.
  template <class... Answer>
  void show(const Answer&... answer) {
    const std::string format = options_.answerFormat.value_or("text");
    if (format == "json") return printJson(answer..., context_.out);
    if (format == "markdown") return printMarkdown(answer..., context_.out);
    printText(answer..., TextView{context_.colorOut, context_.pageWidth}, context_.out);
  }

  Context& context_;
  const Options& options_;
  CheckedPlace place_;
};

}  // namespace

ExitCode runCompare(Context& context) { return Compare(context).run(); }

}  // namespace cadre::driver
