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

private:
  void enter(uint32_t at);
  [[nodiscard]] bool isSubordinate(bool afterComma) const;
  [[nodiscard]] bool isVerb(uint32_t at, bool afterAdverb, bool afterComma, bool isLast) const;
  [[nodiscard]] bool isListedObject(uint32_t at) const;
  [[nodiscard]] bool isModifier(uint32_t at) const;
  [[nodiscard]] bool isVerbAtEnd(uint32_t at, bool afterComma) const;
  [[nodiscard]] double weighBefore(uint32_t coordinator) const;

  const Clause& clause_;
  Lead lead_;
  VerbForm form_;
  llvm::SmallVector<uint32_t, 4> verbs_;
  bool inClause_ = false;      ///< Behind who, that, when …
  bool clauseWaits_ = false;   ///< It must have a verb, and none was met.
  bool clauseAgrees_ = false;  ///< Its verb has the form of the leading one.
  bool clauseHasComma_ = false;
  bool inPhrase_ = false;  ///< Behind the `to` of an infinitive, or a preposition and a gerund.
  bool phraseHasComma_ = false;
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
  if (clauseWaits_) {
    bool isVerb = isFinite(clause_, at) || word.is(FunctionWord::Auxiliary) ||
                  (word.verb != nullptr && !word.canBe(VerbForm::Gerund) &&
                   (inclination(word) > 1 || clause_.is(at - 1, FunctionWord::Pronoun) ||
                    opensClause(clause_.form(at - 1))));
    if (isVerb) clauseWaits_ = false;
  }
  if (inClause_ && clause_.markBefore(at) == Mark::Comma) clauseHasComma_ = true;
  if (inPhrase_ && clause_.markBefore(at) == Mark::Comma) phraseHasComma_ = true;
  if (inClause_ && form_ == VerbForm::Third) {
    bool isSure = word.verb != nullptr && word.canBe(VerbForm::Third) &&
                  (inclination(word) > 2 || opensClause(clause_.form(at - 1)) ||
                   clause_.is(at - 1, FunctionWord::Pronoun) || beginsObject(clause_, at + 1));
    if (isSure || isOneOf(word.form, {"is", "has", "does"})) clauseAgrees_ = true;
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
  if (form_ != VerbForm::Third || listed_ == 0 || !looksPlural(clause_.word(at))) return false;
  const Word& before = clause_.word(coordinator_ - 1);
  return before.is(FunctionWord::None) && looksPlural(before) &&
         clause_.mayBe(at + 1, FunctionWord::Preposition) && inclination(clause_.word(at)) < 4 &&
         weighFollowers(clause_, at, true) < 2;
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

bool Coordination::isVerb(uint32_t at, bool afterAdverb, bool afterComma, bool isLast) const {
  const Word& word = clause_.word(at);
  if (!word.canBe(form_) || word.isNumber || clause_.token(at).isAllCaps) return false;
  bool isDo = word.is(FunctionWord::Auxiliary) && beginsObject(clause_, at + 1);
  if (!word.is(FunctionWord::None) && !word.is(FunctionWord::Have) && !isDo) return false;
  if (isSubordinate(afterComma) || isListedObject(at)) return false;
  if (isModifier(at) && !isCall(clause_, at)) return false;
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
    bool isLast = isCoordinator(clause_.form(at));
    bool joins = isLast || mark == Mark::Comma || mark == Mark::Semicolon || mark == Mark::Slash;
    if (!joins) {
      enter(at);
      continue;
    }
    if (mark == Mark::Semicolon) inClause_ = inPhrase_ = clauseWaits_ = false;
    coordinator_ = at;
    uint32_t candidate = at;
    while (isCoordinator(clause_.form(candidate))) ++candidate;
    bool afterAdverb = false;
    while (isAdverb(clause_, candidate) && clause_.isJoined(candidate + 1))
      ++candidate, afterAdverb = true;
    bool afterComma = (mark == Mark::Comma && isLast) || mark == Mark::Semicolon;
    if (clause_.has(candidate) && isVerb(candidate, afterAdverb, afterComma, isLast)) {
      verbs_.push_back(candidate);
      lastVerb_ = candidate;
      inClause_ = inPhrase_ = clauseWaits_ = false;
      listed_ = 0;
      at = candidate;
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
  // Most sentences join nothing.
  const auto joins = [&](uint32_t at) {
    const Mark mark = clause.markBefore(at);
    return mark == Mark::Comma || mark == Mark::Semicolon || mark == Mark::Slash ||
           isCoordinator(clause.form(at));
  };
  uint32_t at = lead.token + 1;
  while (at < clause.last() && !joins(at)) ++at;
  if (at >= clause.last()) return {};
  return Coordination(clause, lead).verbs();
}

}  // namespace cadre::prose
