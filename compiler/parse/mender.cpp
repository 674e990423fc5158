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
constexpr size_t reach = 24;
/// Beyond so many mistakes of a run, what was meant is not sought.
constexpr size_t mostPlaces = 2000;

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
    out.insert(out.end(), trial.mend.instead.begin(), trial.mend.instead.end());
    next = trial.mend.behind;
  }
  out.insert(out.end(), tokens_.begin() + next, tokens_.end());
  return out;
}

bool Mender::next(Places places) {
  const std::vector<Trial> dropped = judge(places);
  bool changed = !dropped.empty();
  // Where the parser stopped because of a guess that failed is no place of a mistake.
  const auto isArtefact = [&](uint32_t place) {
    return llvm::any_of(dropped, [&](const Trial& trial) {
      return tokens_[trial.mend.first].begin <= place && place <= trial.lineEnd;
    });
  };
  for (const Trial& trial : dropped) {
    if (trial.place != unasked) changed |= propose(trial.place);
  }
  for (const uint32_t place : places) {
    if (dropped.size() > 64 || !isArtefact(place)) changed |= propose(place);
  }
  return changed;
}

bool Mender::stop(Places places) { return !judge(places).empty(); }

void Mender::report(Diagnostics& diags) const {
  for (const auto& [first, trial] : trials_) diags.add(trial.mend.finding);
}

/// Keeps the trials behind whose tokens the parser stopped no more on their line; of those that are
/// worth it in part, where it stopped later than before.
std::vector<Mender::Trial> Mender::judge(Places places) {
  const auto failed = [&](const Trial& trial) {
    const uint32_t begin = tokens_[trial.mend.first].begin;
    const auto* stop = std::lower_bound(places.begin(), places.end(), begin);
    const uint32_t last = trial.mend.partial ? trial.place : trial.lineEnd;
    return !trial.kept && stop != places.end() && *stop <= last;
  };
  std::vector<Trial> dropped;
  for (auto entry = trials_.begin(); entry != trials_.end();) {
    if (failed(entry->second)) {
      dropped.push_back(std::move(entry->second));
      entry = trials_.erase(entry);
    } else {
      entry->second.kept = true;
      ++entry;
    }
  }
  return dropped;
}

void Mender::suspect(std::vector<Mend> mends) {
  for (Mend& mend : mends) {
    const uint32_t lineEnd = lineEndOf(mend.behind - 1);
    const size_t first = mend.first;
    trials_[first] = {std::move(mend), unasked, lineEnd, false};
  }
}

bool Mender::propose(uint32_t place) {
  std::vector<Mend>& guesses = guessesAt(place);
  while (!guesses.empty()) {
    const Mend mend = guesses.back();
    guesses.pop_back();
    if (overlaps(mend)) continue;
    trials_[mend.first] = {mend, place, std::max(place, lineEndOf(mend.behind - 1)), false};
    return true;
  }
  return false;
}

bool Mender::overlaps(const Mend& mend) const {
  const auto behind = trials_.lower_bound(mend.behind);
  return behind != trials_.begin() && std::prev(behind)->second.mend.behind > mend.first;
}

uint32_t Mender::lineEndOf(size_t token) const {
  constexpr size_t most = 4096;
  const size_t begin = tokens_[token].end;
  const size_t end = source_.substr(begin, most).find('\n');
  return static_cast<uint32_t>(begin + std::min({end, most, source_.size() - begin}));
}

syntax::TokenKind Mender::headOf(size_t token) {
  constexpr auto none = static_cast<uint32_t>(-1);
  if (heads_.empty()) {
    heads_.reserve(tokens_.size());
    std::vector<uint32_t> open;
    uint32_t begin = 0;
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      const TokenKind before = i == 0 ? TokenKind::LeftBrace : tokens_[i - 1].kind;
      if (tokens_[i].firstOnLine || before == TokenKind::LeftBrace ||
          before == TokenKind::RightBrace)
        begin = i;
      if (tokens_[i].kind == TokenKind::RightBrace && !open.empty()) open.pop_back();
      heads_.push_back(open.empty() ? none : open.back());
      if (tokens_[i].kind == TokenKind::LeftBrace) open.push_back(begin);
    }
  }
  return heads_[token] == none ? TokenKind::EndOfFile : tokens_[heads_[token]].kind;
}

std::vector<Mend>& Mender::guessesAt(uint32_t place) {
  const auto [entry, added] = guesses_.try_emplace(place);
  if (added && !tokens_.empty() && guesses_.size() <= mostPlaces) {
    const auto* token =
        llvm::partition_point(tokens_, [&](const Token& t) { return t.begin < place; });
    size_t at = static_cast<size_t>(token - tokens_.begin());
    // A line that ended too early: the slip is before its end.
    const bool ended = at > 0 && (token == tokens_.end() || token->begin != place ||
                                  token->kind == TokenKind::RightBrace);
    if (ended) --at;
    const size_t from = beginOfItem(tokens_, at);
    entry->second = guesses(file_, source_, tokens_, from, at, ended, headOf(from), declared_);
    std::reverse(entry->second.begin(), entry->second.end());
  }
  return entry->second;
}

}  // namespace cadre::parse
