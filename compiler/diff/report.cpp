#include "diff/report.h"

#include "diff/verdict.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <array>
#include <map>

namespace cadre::diff {

namespace {

/// A cause that reaches several profiles is told once, with all of them under it.
bool isShared(const Change& change) {
  return change.cause && !causeInWords(*change.cause).empty();
}

bool isOfProfiles(const Entry& entry) { return entry.cause || entry.subject.word == "profile"; }

class Sorter {
public:
  explicit Sorter(Section& section) : section_(section) {}

  void add(const Change& change) {
    isShared(change) ? addCaused(change) : addOwn(change);
  }

private:
  void addOwn(const Change& change) {
    const std::string key = fmt::format("{} {}", change.subject.word, change.subject.id);
    const auto [place, isNew] = entries_.try_emplace(key, section_.entries.size());
    if (isNew) section_.entries.push_back({change.subject, {}, {}});
    section_.entries[place->second].lines.push_back({change.clause, {&change}});
    ++section_.lines;
  }

  void addCaused(const Change& change) {
    const std::string key = fmt::format("{}: {}", word(change.cause->kind), change.cause->id);
    const auto [place, isNew] = entries_.try_emplace(key, section_.entries.size());
    if (isNew) section_.entries.push_back({{}, change.cause, {}});
    std::vector<Line>& lines = section_.entries[place->second].lines;
    const std::string words = change.clause.plain();
    const auto same = llvm::find_if(lines, [&](const Line& it) {
      const Change& first = *it.changes.front();
      return it.clause.plain() == words && first.accepted == change.accepted && breaks(first) == breaks(change);
    });
    if (same == lines.end()) {
      lines.push_back({change.clause, {&change}});
      ++section_.lines;
    } else {
      same->changes.push_back(&change);
    }
  }

  Section& section_;
  std::map<std::string, size_t> entries_;
};

StringRef headingOf(Tier tier) {
  switch (tier) {
    case Tier::People: return "What people must be able to do";
    case Tier::Data: return "What other systems hold";
    case Tier::Text: return "Wording";
  }
  llvm_unreachable("every tier has a heading");
}

}  // namespace

std::vector<Section> report(const Difference& difference) {
  std::vector<Section> out;
  const auto add = [&](StringRef heading, StringRef name, auto belongs) {
    Section section = {heading, name, {}, 0};
    Sorter sorter(section);
    for (const Change& change : difference.changes) {
      if (belongs(change)) sorter.add(change);
    }
    if (section.lines == 0) return;
    // Jobs come first: they are what people look for.
    llvm::stable_sort(section.entries, [](const Entry& a, const Entry& b) { return isOfProfiles(a) && !isOfProfiles(b); });
    out.push_back(std::move(section));
  };
  for (const Tier tier : {Tier::People, Tier::Data, Tier::Text}) {
    add(headingOf(tier), word(tier), [&](const Change& it) { return !it.isOfDependency() && it.tier == tier; });
  }
  add("In the frameworks that this one uses", "dependencies", [](const Change& it) { return it.isOfDependency(); });
  return out;
}

size_t countLines(const Difference& difference) {
  size_t out = 0;
  for (const Section& section : report(difference)) out += section.lines;
  return out;
}

std::string causeInWords(const Cause& cause) {
  switch (cause.kind) {
    case Cause::Kind::Base: return "the base profile";
    case Cause::Kind::Rule: return "the rule for";
    case Cause::Kind::Scale: return "the scale";
    case Cause::Kind::Own:
    case Cause::Kind::Extends:
    case Cause::Kind::Family: return "";
  }
  llvm_unreachable("every cause has words");
}

}  // namespace cadre::diff
