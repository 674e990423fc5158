#include "diff/numbers.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <algorithm>

namespace cadre::diff {

namespace {

constexpr uint64_t hundred = 100;
constexpr uint64_t thousand = 1000;
constexpr uint64_t million = 1'000'000;

/// Words that cannot be taken apart; 0 for none. Sharp s is folded to `ss`.
uint64_t simpleNumber(StringRef word) {
  return llvm::StringSwitch<uint64_t>(word)
      .Cases("two", "deux", "zwei", 2)
      .Cases("three", "trois", "drei", 3)
      .Cases("four", "quatre", "vier", 4)
      .Cases("five", "cinq", "fünf", 5)
      .Cases("six", "sechs", 6)
      .Cases("seven", "sept", "sieben", 7)
      .Cases("eight", "huit", "acht", 8)
      .Cases("nine", "neuf", "neun", 9)
      .Cases("ten", "dix", "zehn", 10)
      .Cases("eleven", "onze", "elf", 11)
      .Cases("twelve", "douze", "zwölf", 12)
      .Cases("dozen", "douzaine", "dutzend", 12)
      .Cases("thirteen", "treize", "dreizehn", 13)
      .Cases("fourteen", "quatorze", "vierzehn", 14)
      .Cases("fifteen", "quinze", "fünfzehn", 15)
      .Cases("sixteen", "seize", "sechzehn", 16)
      .Cases("seventeen", "siebzehn", 17)
      .Cases("eighteen", "achtzehn", 18)
      .Cases("nineteen", "neunzehn", 19)
      .Cases("twenty", "vingt", "vingts", "zwanzig", 20)
      .Cases("thirty", "trente", "dreissig", "dreißig", 30)
      .Cases("forty", "fourty", "quarante", "vierzig", 40)
      .Cases("fifty", "cinquante", "fünfzig", 50)
      .Cases("sixty", "soixante", "sechzig", 60)
      .Cases("seventy", "septante", "siebzig", 70)
      .Cases("eighty", "huitante", "octante", "achtzig", 80)
      .Cases("ninety", "nonante", "neunzig", 90)
      .Cases("hundred", "cent", "cents", "hundert", hundred)
      .Cases("thousand", "mille", "tausend", thousand)
      .Cases("million", "millions", "millionen", million)
      .Default(0);
}

bool isOne(StringRef word) { return word == "one" || word == "un" || word == "une" || word == "ein" || word == "eins"; }

/// A German number below ten, which stands before others: `ein`, `drei`; 0 for none.
uint64_t digitBefore(StringRef word) {
  if (isOne(word)) return 1;
  const uint64_t number = simpleNumber(word);
  return number < 10 ? number : 0;
}

/// A German number in one word: `zweihundertfünfunddreissig`; 0 for none.
uint64_t compoundNumber(StringRef word) {
  if (const uint64_t number = simpleNumber(word)) return number;
  for (const auto& [unit, value] : {std::pair<StringRef, uint64_t>{"tausend", thousand}, {"hundert", hundred}}) {
    if (!word.contains(unit)) continue;
    auto [left, right] = word.split(unit);
    const uint64_t times = left.empty() ? 1 : isOne(left) ? 1 : compoundNumber(left);
    right.consume_front("und");
    const uint64_t rest = right.empty() ? 0 : isOne(right) ? 1 : compoundNumber(right);
    const bool isNumber = times != 0 && times < thousand && (right.empty() || (rest != 0 && rest < value));
    return isNumber ? times * value + rest : 0;
  }
  const auto [left, right] = word.split("und");
  const uint64_t tens = simpleNumber(right);
  const uint64_t digit = digitBefore(left);
  return digit != 0 && tens >= 20 && tens < hundred ? tens + digit : 0;
}

}  // namespace

std::optional<uint64_t> numberOf(StringRef word) {
  const uint64_t number = compoundNumber(word);
  return number == 0 ? std::nullopt : std::optional(number);
}

/// Whether a number that follows is part of the one at hand.
bool SpelledNumbers::goesOn(uint64_t number) const {
  if (!isOpen_) return false;
  if (number >= thousand) return (current_ != 0 || total_ != 0) && current_ < thousand && (total_ == 0 || total_ > number);
  if (number == hundred) return current_ < 20;
  const bool isFourTwenties = current_ % hundred == 4 && number == 20;
  const bool isBehindHundreds = current_ % hundred == 0;
  // `soixante-dix`
  const bool isBehindTens = current_ % 10 == 0 && current_ % hundred >= 20 && number < 20;
  return isFourTwenties || isBehindHundreds || isBehindTens;
}

void SpelledNumbers::begin(uint64_t number) {
  end();
  isOpen_ = true;
  join(number);
}

void SpelledNumbers::join(uint64_t number) {
  if (number >= thousand) {
    total_ += std::max<uint64_t>(current_, 1) * number;
    current_ = 0;
  } else if (number == hundred) {
    current_ = std::max<uint64_t>(current_, 1) * hundred;
  } else if (number == 20 && current_ % hundred == 4) {
    current_ += 76;  // `quatre-vingt`
  } else {
    current_ += number;
  }
}

void SpelledNumbers::end() {
  if (isOpen_) out_.push_back(std::to_string(total_ + current_));
  total_ = current_ = 0;
  isOpen_ = false;
}

void SpelledNumbers::add(StringRef between, StringRef word) {
  const bool isAdjacent = llvm::all_of(between, [](char c) { return c == ' ' || c == '-'; });
  if (!isAdjacent) end();
  const bool wasBehindPer = isBehindPer_;
  isBehindPer_ = word == "per" || word == "pour";
  if (isOpen_ && (word == "and" || word == "et")) return;
  std::optional<uint64_t> number = numberOf(word);
  // `Per cent` is no number.
  if (wasBehindPer && word == "cent") number = std::nullopt;
  if (!number && isOne(word) && isOpen_ && goesOn(1)) number = 1;
  if (!number) return end();
  goesOn(*number) ? join(*number) : begin(*number);
}

std::vector<std::string> SpelledNumbers::finish() {
  end();
  return std::move(out_);
}

}  // namespace cadre::diff
