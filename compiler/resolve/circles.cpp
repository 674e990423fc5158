#include "resolve/circles.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::resolve {

namespace {

enum class State : uint8_t { New, OnTrail, Done };

/// A thing on the trail, and those it leads to that are still to be visited, last first.
struct Step {
  uint32_t at;
  Successors open;
};

}  // namespace

std::vector<std::vector<uint32_t>> findCircles(uint32_t count,
                                               llvm::function_ref<Successors(uint32_t)> next) {
  std::vector<std::vector<uint32_t>> circles;
  std::vector<State> states(count, State::New);
  std::vector<Step> trail;
  std::vector<uint32_t> places(count);  // On the trail.
  size_t members = 0;
  const auto enter = [&](uint32_t at) {
    states[at] = State::OnTrail;
    places[at] = static_cast<uint32_t>(trail.size());
    Successors open = next(at);
    std::reverse(open.begin(), open.end());
    trail.push_back({at, std::move(open)});
  };
  for (uint32_t start = 0; start < count; ++start) {
    if (states[start] == State::New) enter(start);
    while (!trail.empty()) {
      Step& step = trail.back();
      if (step.open.empty()) {
        states[step.at] = State::Done;
        trail.pop_back();
        continue;
      }
      const uint32_t to = step.open.pop_back_val();
      if (states[to] == State::New) {
        enter(to);
      } else if (states[to] == State::OnTrail && members < mostMembers(count)) {
        std::vector<uint32_t>& circle = circles.emplace_back();
        for (const Step& member : llvm::ArrayRef(trail).drop_front(places[to]))
          circle.push_back(member.at);
        members += circle.size();
      }
    }
  }
  return circles;
}

std::string drawCircle(llvm::ArrayRef<llvm::StringRef> names) {
  constexpr size_t most = 12;
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (names.size() > most && i == most / 2) {
      out += "… -> ";
      i = names.size() - most / 2;
    }
    out += names[i].str() + " -> ";
  }
  return out + names.front().str();
}

}  // namespace cadre::resolve
