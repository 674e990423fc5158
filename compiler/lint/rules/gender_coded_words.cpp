#include "lint/list_rule.h"
#include "lint/rule.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::ListId;

/// The words of one side.
struct Side {
  llvm::MapVector<StringRef, size_t> words;  ///< The entries of the list, each with how often it stands.
  std::vector<Span> places;

  void add(StringRef entry, Span place) {
    ++words[entry];
    places.push_back(place);
  }
  /// `` `compassion`, `loyal` (3 times) ``
  [[nodiscard]] std::string listed() const {
    std::string out;
    for (const auto& [word, count] : words) {
      if (!out.empty()) out += ", ";
      out += fmt::format("`{}`", word);
      if (count > 1) out += fmt::format(" ({} times)", count);
    }
    return out;
  }
};

struct Balance {
  Side masculine;
  Side feminine;
  size_t words = 0;  ///< Of any kind.
};

void weigh(const Declaration& owner, const Balance& balance, Context& context) {
  const size_t men = balance.masculine.places.size();
  const size_t women = balance.feminine.places.size();
  const size_t more = std::max(men, women);
  const size_t less = std::min(men, women);
  if (more - less < static_cast<size_t>(context.number(OptionId::CodedLead))) return;
  if (more * 100 < (more + less) * static_cast<size_t>(context.number(OptionId::CodedShare))) return;
  if (more * 1000 < balance.words * static_cast<size_t>(context.number(OptionId::CodedDensity))) return;
  const Side& leading = men > women ? balance.masculine : balance.feminine;
  auto builder = context.report(rule::GenderCodedWords{}, owner.span, more, men > women ? "men" : "women", less);
  if (men > 0) builder.note(note::CodedMasculine, balance.masculine.listed());
  if (women > 0) builder.note(note::CodedFeminine, balance.feminine.listed());
  builder.labels(leading.places, note::CodedHere, note::CodedMore).help(note::BalanceWords);
}

}  // namespace

void check(rule::GenderCodedWords, const Model& model, Context& context) {
  // A profile is weighed by its own texts, the framework by all others.
  llvm::MapVector<const Declaration*, Balance> balances;
  eachPassage(model, context.lexica(), [&](const Passage& passage) {
    if (!passage.text) return;
    const bool isProfile = passage.ownerKind == model::DeclKind::Profile;
    const Declaration& owner = isProfile ? *passage.owner : model.framework();
    Balance& balance = balances[&owner];
    balance.words += passage.tokens().size();
    const auto count = [&](ListId list, Side Balance::*side) {
      eachEntry(passage, context.sources(), list, [&](const prose::Match& match) {
        (balance.*side).add(match.entry->text, context.place(passage, match));
      });
    };
    count(ListId::MasculineCoded, &Balance::masculine);
    count(ListId::FeminineCoded, &Balance::feminine);
  });
  for (const auto& [owner, balance] : balances) weigh(*owner, balance, context);
}

}  // namespace cadre::lint
