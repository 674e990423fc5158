// The verbs of an English sentence that share the subject of the leading one.
#include "prose/english_words.h"

#include <llvm/Support/ErrorHandling.h>

namespace cadre::prose {

using namespace en;

namespace {

VerbForm formOf(const Clause& clause, Lead lead) {
  const Word& word = clause.word(lead.token);
  switch (lead.form) {
    case LeadForm::Third:
      return word.verb != nullptr && !word.canBe(VerbForm::Third) ? VerbForm::Base
                                                                  : VerbForm::Third;
    case LeadForm::Gerund: return VerbForm::Gerund;
    case LeadForm::Past: return word.canBe(VerbForm::Past) ? VerbForm::Past : VerbForm::Participle;
    case LeadForm::Imperative:
    case LeadForm::None: return VerbForm::Base;
  }
  llvm_unreachable("a form of leads");
}

/// Reads a sentence behind its leading verb, word by word, and keeps what it is inside of.
class Coordination {
public:
  Coordination(const Clause& clause, Lead lead)
      : clause_(clause), lead_(lead), form_(formOf(clause, lead)) {}
  llvm::SmallVector<uint32_t, 4> verbs();
  /// After verbs(): those in -ing behind `as well as` and its like.
  [[nodiscard]] ArrayRef<uint32_t> added() const { return added_; }

private:
  void enter(uint32_t at);
  void begin(uint32_t verb);
  bool addAt(uint32_t at);
  [[nodiscard]] uint32_t behindAdverbials(uint32_t at) const;
  [[nodiscard]] bool isAddedDoing(uint32_t at) const;
  [[nodiscard]] bool isUnknownVerb(uint32_t at) const;
  [[nodiscard]] bool isSubordinate(bool afterComma) const;
  [[nodiscard]] bool isVerb(uint32_t at, bool afterAdverb, bool afterComma, bool isLast) const;
  [[nodiscard]] bool isListedObject(uint32_t at) const;
  [[nodiscard]] bool isModifier(uint32_t at) const;
  [[nodiscard]] bool isHalfOfName(uint32_t at) const;
  [[nodiscard]] bool isPairOfThings(uint32_t at) const;
  [[nodiscard]] bool isToldOf(uint32_t at) const;
  [[nodiscard]] bool isAfterTime(uint32_t at) const;
  [[nodiscard]] bool isVerbAtEnd(uint32_t at, bool afterComma) const;
  [[nodiscard]] double weighBefore(uint32_t coordinator) const;

  const Clause& clause_;
  Lead lead_;
  VerbForm form_;
  llvm::SmallVector<uint32_t, 4> verbs_;
  llvm::SmallVector<uint32_t, 4> added_;
  bool inClause_ = false;      ///< Behind who, that, when …
  bool clauseWaits_ = false;   ///< It must have a verb, and none was met.
  bool clauseAgrees_ = false;  ///< Its verb has the form of the leading one.
  bool clauseHasComma_ = false;
  bool inPhrase_ = false;  ///< Behind the `to` of an infinitive, or a preposition and a gerund.
  bool phraseHasComma_ = false;
  bool inParenthesis_ = false;  ///< `and, once the truck arrives, loads it`
  uint32_t lastVerb_ = 0;
  unsigned listed_ = 0;       ///< Nouns behind commas since the last verb: `risks, issues and …`.
  uint32_t coordinator_ = 0;  ///< Where the present candidate is joined.
};

void Coordination::enter(uint32_t at) {
  const Word& word = clause_.word(at);
  if (opensClause(word.form)) {
    inClause_ = true;
    clauseAgrees_ = clauseHasComma_ = false;
    clauseWaits_ = isOneOf(word.form, {"that", "how", "whether", "why"});
    return;
  }
  bool fillsClause = false;
  if (clauseWaits_) {
    bool isVerb = isFinite(clause_, at) || word.is(FunctionWord::Auxiliary) ||
                  (word.verb != nullptr && !word.canBe(VerbForm::Gerund) &&
                   (inclination(word) >= 1 || clause_.is(at - 1, FunctionWord::Pronoun) ||
                    opensClause(clause_.form(at - 1))));
    if (isVerb) {
      clauseWaits_ = false;
      // `how the needs of the team vary`: a noun, after all.
      fillsClause =
          word.verb != nullptr && word.canBe(VerbForm::Third) && clause_.form(at + 1) != "of";
    }
  }
  if (inClause_ && clause_.markBefore(at) == Mark::Comma) clauseHasComma_ = true;
  if (inPhrase_ && clause_.markBefore(at) == Mark::Comma) phraseHasComma_ = true;
  if (inClause_ && form_ == VerbForm::Third) {
    bool isSure = word.verb != nullptr && word.canBe(VerbForm::Third) &&
                  (inclination(word) > 2 || opensClause(clause_.form(at - 1)) ||
                   clause_.is(at - 1, FunctionWord::Pronoun) || beginsObject(clause_, at + 1));
    if (isSure || fillsClause || isOneOf(word.form, {"is", "has", "does"})) clauseAgrees_ = true;
  }
  if (inClause_ && form_ == VerbForm::Base) {
    bool finite =
        isFinite(clause_, at) && !isOneOf(word.form, {"is", "has", "does", "was", "had", "did"});
    bool plural = word.verb != nullptr && word.canBe(VerbForm::Base) &&
                  (opensClause(clause_.form(at - 1)) || clause_.is(at - 1, FunctionWord::Pronoun) ||
                   inclination(word) > 3);
    if (finite || plural) clauseAgrees_ = true;
  }
  if (inClause_ && form_ == VerbForm::Past &&
      (word.canBe(VerbForm::Past) || isOneOf(word.form, {"was", "were", "had"}))) {
    clauseAgrees_ = true;
  }
  bool infinitive =
      form_ == VerbForm::Base && word.form == "to" && clause_.canBe(at + 1, VerbForm::Base);
  bool gerund = form_ == VerbForm::Gerund && word.canBe(VerbForm::Gerund) &&
                (clause_.is(at - 1, FunctionWord::Preposition) || clause_.form(at - 1) == "to");
  if (infinitive || gerund) {
    inPhrase_ = true;
    phraseHasComma_ = false;
  }
}

/// A comma before the `and` leads out of what stands before, unless commas divide that itself.
bool Coordination::isSubordinate(bool afterComma) const {
  if (inClause_ && clauseAgrees_ && (!afterComma || clauseHasComma_)) return true;
  return inPhrase_ && (!afterComma || phraseHasComma_);
}

/// What the words before the coordinator say on a noun behind it: plurals pair with plurals.
double Coordination::weighBefore(uint32_t coordinator) const {
  uint32_t before = coordinator - 1;
  const Word& word = clause_.word(before);
  if (!word.is(FunctionWord::None)) return word.is(FunctionWord::Pronoun) ? 2 : 0;
  if (form_ != VerbForm::Third) return 0;
  if (looksPlural(word)) return -1.5;
  return 1;
}

/// `Records marks, absences and sanctions in the register`: the last of a list of bare plurals.
bool Coordination::isListedObject(uint32_t at) const {
  if (form_ != VerbForm::Third || !looksPlural(clause_.word(at))) return false;
  // `Records objections and concerns in the file`: a pair of them.
  bool isPair = coordinator_ == lastVerb_ + 2 && clause_.word(at).verb->asNoun > 10 &&
                inclination(clause_.word(at)) < 1.2;
  if (listed_ == 0 && !isPair) return false;
  const Word& before = clause_.word(coordinator_ - 1);
  return before.is(FunctionWord::None) && looksPlural(before) &&
         clause_.mayBe(at + 1, FunctionWord::Preposition) && inclination(clause_.word(at)) < 4 &&
         weighFollowers(clause_, at, true) < 2;
}

/// `Inspects dressings and drains every four hours`: two plurals, and nothing behind them that could be done to
/// or with.
bool Coordination::isPairOfThings(uint32_t at) const {
  const Word& word = clause_.word(at);
  const Word& before = clause_.word(coordinator_ - 1);
  if (form_ != VerbForm::Third || !looksPlural(word) || !before.is(FunctionWord::None) || !looksPlural(before) ||
      word.verb->asNoun == 0 || inclination(word) > 3.2 || !clause_.isJoined(at + 1))
    return false;
  const Word& next = clause_.word(at + 1);
  // `drains every four hours`, not `drains every tank`.
  if (next.form == "every")
    return clause_.has(at + 2) && (clause_.word(at + 2).is(FunctionWord::Number) || clause_.word(at + 2).isNumber);
  if (isOneOf(next.form, {"once", "twice"})) return true;
  const bool isDone = next.canBe(VerbForm::Participle) && !next.canBe(VerbForm::Base) && next.is(FunctionWord::None);
  // What people do, they do to, with, on and for others.
  return isDone || (next.mayBe(FunctionWord::Preposition) && !isOneOf(next.form, {"to", "with", "on", "for", "as", "like"}));
}

/// `Report build, test and deploy times`: single words before a noun that belongs to all of them.
bool Coordination::isModifier(uint32_t at) const {
  if (form_ != VerbForm::Base) return false;
  uint32_t member = lastVerb_ + 1;
  if (!clause_.isJoined(member)) return false;
  bool isBare = !clause_.is(member, FunctionWord::Determiner);
  if (!isBare && !clause_.isJoined(++member)) return false;
  const Word& first = clause_.word(member);
  if (!first.is(FunctionWord::None) || !first.canBe(VerbForm::Base)) return false;
  unsigned members = 1;
  while (clause_.has(member + 1) && (clause_.markBefore(member + 1) == Mark::Comma ||
                                     isCoordinator(clause_.form(member + 1)))) {
    ++member;
    while (isCoordinator(clause_.form(member))) ++member;
    if (!clause_.isContent(member) || !clause_.canBe(member, VerbForm::Base)) return false;
    ++members;
  }
  if (member < at || !clause_.isJoined(member + 1) || !clause_.isContent(member + 1)) return false;
  return members > 2 || (members == 2 && inclination(first) > 1);
}

/// `Normalise customer and order tables`: a person or a place without an article is part of the next thing's name.
bool Coordination::isHalfOfName(uint32_t at) const {
  if (form_ != VerbForm::Base || coordinator_ != lastVerb_ + 2) return false;
  const Word& first = clause_.word(coordinator_ - 1);
  return first.is(FunctionWord::None) && !looksPlural(first) && first.lists.contains(ListId::DefinitionCircumstances) &&
         clause_.isJoined(at + 1) && looksPlural(clause_.word(at + 1));
}

/// `gowns that fit a faith`: a noun in the plural, and what is told of it. `Sees that` has a clause for object.
bool Coordination::isToldOf(uint32_t at) const {
  const Word& word = clause_.word(at);
  return form_ == VerbForm::Third && looksPlural(word) && inclination(word) < 0 && clause_.isJoined(at + 1) &&
         isOneOf(clause_.form(at + 1), {"that", "which", "who", "whose"}) &&
         !word.lists.contains(ListId::ClauseVerbs);
}

/// `nightly loads by region`: what ends in -ly and says how often stands before nouns as well.
bool Coordination::isAfterTime(uint32_t at) const {
  return form_ == VerbForm::Third && looksPlural(clause_.word(at)) && clause_.mayBe(at + 1, FunctionWord::Preposition) &&
         isOneOf(clause_.form(at - 1), {"hourly", "daily", "nightly", "weekly", "fortnightly", "monthly", "quarterly",
                                        "yearly", "early"});
}

/// No object follows: `Stops and thinks` has a verb there, `Plans leave and rotas` has none.
bool Coordination::isVerbAtEnd(uint32_t at, bool afterComma) const {
  if (coordinator_ == lastVerb_ + 1) return true;
  const Word& word = clause_.word(at);
  // `Organises folders, and saves and deletes files`: a sure verb behind it takes it along.
  uint32_t next = at + 1;
  while (isCoordinator(clause_.form(next))) ++next;
  bool isChain = clause_.markBefore(at + 1) <= Mark::Comma && clause_.canBe(next, form_) &&
                 inclination(word) > 2.5;
  if (isChain) {
    double sum =
        inclination(clause_.word(next)) + weighFollowers(clause_, next, form_ == VerbForm::Third);
    if (sum > 5) return true;
  }
  if (form_ == VerbForm::Third) return inclination(word) > 4 && !afterComma;
  return false;
}

/// `and then megger the circuit`: a noun has no article behind it.
bool Coordination::isUnknownVerb(uint32_t at) const {
  const Word& word = clause_.word(at);
  if (word.verb != nullptr || !clause_.isContent(at) || clause_.token(at).isCapital ||
      word.isNumber || !clause_.is(at + 1, FunctionWord::Determiner) ||
      !beginsObject(clause_, at + 1) || endsWithAny(word.form, {"ed", "ing", "ly"}))
    return false;
  bool isInS = word.form.ends_with("s") && !word.form.ends_with("ss");
  return form_ == VerbForm::Third ? isInS : form_ == VerbForm::Base && !isInS;
}

/// `as well as deploying releases`, and not `as well as training materials`.
bool Coordination::isAddedDoing(uint32_t at) const {
  if (!clause_.canBe(at, VerbForm::Gerund) || !clause_.isContent(at) || isSubordinate(false) ||
      !clause_.isJoined(at + 1))
    return false;
  bool isAlone = !clause_.isJoined(at + 2) || !clause_.isContent(at + 2);
  if (isAlone && isNameOfMethod(clause_, at)) return false;
  // `Helps with planning as well as running events`: joined to the one before.
  for (uint32_t before = lead_.token + 1; before < coordinator_; ++before) {
    bool isBound = before == lead_.token + 1 || clause_.is(before - 1, FunctionWord::Preposition) ||
                   isCoordinator(clause_.form(before - 1));
    if (isBound && clause_.canBe(before, VerbForm::Gerund)) return false;
  }
  if (beginsObject(clause_, at + 1)) return true;
  if (clause_.word(at).lists.contains(ListId::ModifyingParticiples)) return false;
  bool isObject = clause_.isContent(at + 1) || clause_.is(at + 1, FunctionWord::Determiner);
  return isObject && weighFollowers(clause_, at, true) > 0;
}

/// Behind adverbs, and what says when: `at the same time`, `afterwards`.
uint32_t Coordination::behindAdverbials(uint32_t at) const {
  for (;;) {
    const Entry* entry = nullptr;
    uint32_t length = lengthOfEntry(clause_, at, ListId::Additions, &entry);
    if (length != 0 && entry->note == "comma" && clause_.isJoined(at + length))
      at += length;
    else if (isAdverb(clause_, at) && clause_.isJoined(at + 1))
      ++at;
    else
      return at;
  }
}

/// Whether words that add stand at `at`, and a verb behind them, which is kept.
bool Coordination::addAt(uint32_t at) {
  const Entry* entry = nullptr;
  uint32_t length = lengthOfEntry(clause_, at, ListId::Additions, &entry);
  if (length == 0) return false;
  Mark mark = clause_.markBefore(at);
  if (entry->note == "comma" && mark != Mark::Comma && mark != Mark::Semicolon) return false;
  uint32_t candidate = behindAdverbials(at + length);
  if (!clause_.isJoined(candidate)) return false;
  coordinator_ = at;
  if (entry->note != "doing" && isVerb(candidate, false, mark == Mark::Comma, true)) {
    verbs_.push_back(candidate);
    begin(candidate);
    return true;
  }
  if (form_ == VerbForm::Gerund || !isAddedDoing(candidate)) return false;
  added_.push_back(candidate);
  begin(candidate);
  return true;
}

void Coordination::begin(uint32_t verb) {
  lastVerb_ = verb;
  inClause_ = inPhrase_ = clauseWaits_ = inParenthesis_ = false;
  listed_ = 0;
}

bool Coordination::isVerb(uint32_t at, bool afterAdverb, bool afterComma, bool isLast) const {
  const Word& word = clause_.word(at);
  if (isLast && isUnknownVerb(at)) return !isSubordinate(afterComma);
  if (!word.canBe(form_) || word.isNumber || clause_.token(at).isAllCaps) return false;
  bool isDo = word.is(FunctionWord::Auxiliary) && beginsObject(clause_, at + 1);
  if (!word.is(FunctionWord::None) && !word.is(FunctionWord::Have) && !isDo) return false;
  if (isSubordinate(afterComma) || isListedObject(at) || isToldOf(at)) return false;
  if (afterAdverb && isAfterTime(at)) return false;
  if (isLast && !afterAdverb && !afterComma && isPairOfThings(at)) return false;
  if ((isModifier(at) || isHalfOfName(at)) && !isCall(clause_, at)) return false;
  if (beginsCompound(clause_, at)) return false;
  bool direct = coordinator_ == lastVerb_ + 1;  // `Plans and delivers`: nothing stands between.
  // `Writes texts, using a style guide`: how, not what else.
  bool isManner = isOneOf(
      word.form, {"using", "including", "excluding", "according", "depending", "involving"});
  if (form_ == VerbForm::Gerund && (isManner || (!isLast && !direct))) return false;
  uint32_t next = at + 1;
  if (isFinite(clause_, next) && clause_.isJoined(next)) return false;
  bool endsHere = !clause_.has(next) || clause_.markBefore(next) >= Mark::Comma ||
                  isCoordinator(clause_.form(next));
  if (endsHere) return isVerbAtEnd(at, afterComma);
  if (direct) return clause_.form(next) != "of";
  bool isSubject = inClause_ && clause_.canBe(next, VerbForm::Base) && !afterComma &&
                   (!clause_.has(next + 1) || clause_.markBefore(next + 1) >= Mark::Comma);
  if (isSubject && form_ == VerbForm::Third) return false;
  if (inClause_ && clauseWaits_ && !afterComma && !beginsObject(clause_, next)) return false;
  double sum = inclination(word) + weighFollowers(clause_, at, form_ == VerbForm::Third);
  if (afterAdverb) sum += 3;
  if (isCall(clause_, at)) sum += 8;
  // `Either rotate keys or interview engineers`
  bool correlates = lead_.token > clause_.first() && isLast &&
                    isOneOf(clause_.form(lead_.token - 1), {"either", "both"});
  if (correlates) sum += 4;
  sum += weighBefore(coordinator_) - 1.5 * listed_;
  switch (form_) {
    case VerbForm::Third: return sum > 1 - (isLast ? 0.5 : 0);
    case VerbForm::Base: return sum > (isLast || afterComma ? 2.5 : 3.2);
    case VerbForm::Gerund:
      return sum > 3 && (beginsObject(clause_, next) || looksPlural(clause_.word(next)) ||
                         looksLikeAdjective(clause_.word(next)));
    case VerbForm::Past:
    case VerbForm::Participle:
      return beginsObject(clause_, next) || clause_.is(next, FunctionWord::Preposition);
  }
  llvm_unreachable("a form of verbs");
}

llvm::SmallVector<uint32_t, 4> Coordination::verbs() {
  lastVerb_ = lead_.token;
  bool bracketed = clause_.token(lead_.token).isInBrackets;
  for (uint32_t at = lead_.token + 1; at < clause_.last(); ++at) {
    if (clause_.token(at).isInBrackets != bracketed) continue;
    Mark mark = clause_.markBefore(at);
    if (mark == Mark::Colon) break;
    if (addAt(at)) {
      at = lastVerb_;
      continue;
    }
    bool isLast = isCoordinator(clause_.form(at));
    if (inParenthesis_ && mark == Mark::Comma) {
      inClause_ = inPhrase_ = clauseWaits_ = inParenthesis_ = false;
      isLast = true;
    }
    bool joins = isLast || mark == Mark::Comma || mark == Mark::Semicolon || mark == Mark::Slash;
    if (!joins) {
      enter(at);
      continue;
    }
    if (mark == Mark::Semicolon) inClause_ = inPhrase_ = clauseWaits_ = false;
    coordinator_ = at;
    uint32_t candidate = at;
    while (isCoordinator(clause_.form(candidate))) ++candidate;
    const uint32_t first = candidate;
    candidate = behindAdverbials(candidate);
    const bool afterAdverb = candidate != first;
    bool afterComma = (mark == Mark::Comma && isLast) || mark == Mark::Semicolon;
    if (clause_.has(candidate) && isVerb(candidate, afterAdverb, afterComma, isLast)) {
      verbs_.push_back(candidate);
      begin(candidate);
      at = candidate;
      continue;
    }
    if (isLast && clause_.has(first) && clause_.markBefore(first) == Mark::Comma && first != at) {
      inParenthesis_ = true;
      enter(first);
      at = first;
      continue;
    }
    // An `and` ends a list: `hoses, couplings and valves and …`.
    if (isLast)
      listed_ = 0;
    else if (clause_.has(candidate) && looksPlural(clause_.word(candidate)) && listed_ < 2)
      ++listed_;
    enter(at);
  }
  return verbs_;
}

}  // namespace

llvm::SmallVector<uint32_t, 4> coordinatedInEnglish(const Clause& clause, Lead lead) {
  const bool hasAdditions = clause.text().mayHold().contains(ListId::Additions);
  // Most sentences join nothing.
  const auto joins = [&](uint32_t at) {
    const Mark mark = clause.markBefore(at);
    return mark == Mark::Comma || mark == Mark::Semicolon || mark == Mark::Slash ||
           (clause.mayJoin(at) && isCoordinator(clause.form(at))) ||
           (hasAdditions && lengthOfEntry(clause, at, ListId::Additions) != 0);
  };
  uint32_t at = lead.token + 1;
  while (at < clause.last() && !joins(at)) ++at;
  if (at >= clause.last()) return {};
  return Coordination(clause, lead).verbs();
}

llvm::SmallVector<uint32_t, 4> addedInEnglish(const Clause& clause, Lead lead) {
  llvm::SmallVector<uint32_t, 4> added;
  // `Besides assessing needs, negotiates …`
  const Entry* entry = nullptr;
  const uint32_t first = clause.first();
  const uint32_t opening = first + lengthOfEntry(clause, first, ListId::Additions, &entry);
  if (opening != first && entry->note != "comma" && opening < lead.token &&
      clause.canBe(opening, VerbForm::Gerund))
    added.push_back(opening);
  Coordination coordination(clause, lead);
  (void)coordination.verbs();
  llvm::append_range(added, coordination.added());
  return added;
}

}  // namespace cadre::prose
