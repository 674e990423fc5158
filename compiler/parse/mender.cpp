#include "parse/mender.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <iterator>

namespace cadre::parse {

using syntax::Token;
using syntax::TokenKind;
using Places = llvm::ArrayRef<uint32_t>;

namespace {

/// How far before the place where the parser stopped a slip is sought.
constexpr size_t reach = 16;

/// The token that begins the line or the item around `at`.
size_t beginOfItem(llvm::ArrayRef<Token> tokens, size_t at) {
  size_t begin = at;
  while (begin > 0 && at - begin < reach && !tokens[begin].firstOnLine) {
    const TokenKind before = tokens[begin - 1].kind;
    if (before == TokenKind::LeftBrace || before == TokenKind::RightBrace) break;
    --begin;
  }
  return begin;
}

}  // namespace

std::vector<Token> Mender::tokens() const {
  std::vector<Token> out;
  out.reserve(tokens_.size() + trials_.size());
  size_t next = 0;
  for (const auto& [first, trial] : trials_) {
    out.insert(out.end(), tokens_.begin() + next, tokens_.begin() + first);
    read(trial.mend, tokens_, out);
    next = trial.mend.behind;
  }
  out.insert(out.end(), tokens_.begin() + next, tokens_.end());
  return out;
}

bool Mender::next(Places places) {
  bool changed = judge(places);
  for (const uint32_t place : places) changed |= propose(place);
  return changed;
}

bool Mender::stop(Places places) { return judge(places); }

void Mender::report(Diagnostics& diags) const {
  for (const auto& [first, trial] : trials_)
    parse::report(trial.mend, file_, source_, tokens_, diags);
}

/// Keeps the trials behind whose tokens the parser stopped no more, or later than before.
bool Mender::judge(Places places) {
  const auto failed = [&](const auto& entry) {
    const Trial& trial = entry.second;
    const uint32_t begin = tokens_[trial.mend.first].begin;
    const auto* stop = std::lower_bound(places.begin(), places.end(), begin);
    return !trial.kept && stop != places.end() && *stop <= trial.place;
  };
  const size_t before = trials_.size();
  std::erase_if(trials_, failed);
  for (auto& [first, trial] : trials_) trial.kept = true;
  return trials_.size() != before;
}

bool Mender::propose(uint32_t place) {
  std::vector<Mend>& guesses = guessesAt(place);
  while (!guesses.empty()) {
    const Mend mend = guesses.back();
    guesses.pop_back();
    if (overlaps(mend)) continue;
    trials_[mend.first] = {mend, place, false};
    return true;
  }
  return false;
}

bool Mender::overlaps(const Mend& mend) const {
  const auto behind = trials_.lower_bound(mend.behind);
  return behind != trials_.begin() && std::prev(behind)->second.mend.behind > mend.first;
}

std::vector<Mend>& Mender::guessesAt(uint32_t place) {
  const auto [entry, added] = guesses_.try_emplace(place);
  if (added && !tokens_.empty()) {
    const auto* token =
        llvm::partition_point(tokens_, [&](const Token& t) { return t.begin < place; });
    size_t at = static_cast<size_t>(token - tokens_.begin());
    // A line that ended too early: the slip is before its end.
    if (at > 0 &&
        (token == tokens_.end() || token->begin != place || token->kind == TokenKind::RightBrace))
      --at;
    entry->second = guesses(source_, tokens_, beginOfItem(tokens_, at), at, declared_);
    std::reverse(entry->second.begin(), entry->second.end());
  }
  return entry->second;
}

}  // namespace cadre::parse
