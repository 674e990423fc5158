// English: what follows a word that could be a verb or a noun tells most often which it is. Each reading
// is weighed: how often the base is a verb rather than a noun or adjective, and what stands around it.
#include "prose/clauses.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <cmath>

namespace cadre::prose {
namespace {

bool endsWithAny(StringRef form, std::initializer_list<StringRef> endings) {
  return llvm::any_of(endings, [&](StringRef ending) {
    return form.size() > ending.size() + 1 && form.ends_with(ending);
  });
}

bool isOneOf(StringRef form, std::initializer_list<StringRef> forms) { return llvm::is_contained(forms, form); }

/// Above 0 where the base is a verb more often than a noun or adjective, in powers of two.
double inclination(const Word& word) {
  if (word.verb == nullptr) return -3;
  const Verb& verb = *word.verb;
  double known = verb.thinking == Thinking::None ? 0 : 1.5;  // The lists of verbs of work have it.
  return known + std::log2((verb.asVerb + 1.0) / (verb.asNoun + verb.asAdjective + 1.0));
}

/// Whether a noun phrase begins here, or a pronoun that is an object: no noun stands before it, but a verb.
bool beginsObject(const Clause& clause, uint32_t at) {
  if (!clause.isJoined(at)) return false;
  const Word& word = clause.word(at);
  if (word.is(FunctionWord::Determiner)) {
    // `reports each month` says when.
    bool isTime = isOneOf(word.form, {"each", "every", "all", "this", "that", "more", "less", "most", "least", "both"});
    return !isTime;
  }
  return isOneOf(word.form, {"it", "them", "him", "her", "us", "me", "you", "itself", "themselves", "himself",
                             "herself", "others", "everyone", "someone", "anyone", "everything", "something",
                             "anything", "nothing", "whether", "how", "what", "why", "who", "whom", "where"});
}

bool isTimeWord(StringRef form) {
  return isOneOf(form, {"day", "week", "month", "quarter", "year", "hour", "minute", "shift", "morning", "evening",
                        "afternoon", "night", "time", "term", "season", "sprint", "lesson", "session", "visit", "one"});
}

/// `each invoice`, and not `each month`.
bool beginsDistributedObject(const Clause& clause, uint32_t at) {
  return clause.isJoined(at) && clause.is(at, FunctionWord::Determiner) && clause.isJoined(at + 1) &&
         !isTimeWord(clause.word(at + 1).noun);
}

bool isAdverb(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return false;
  const Word& word = clause.word(at);
  if (word.is(FunctionWord::Adverb)) return true;
  if (!word.is(FunctionWord::None) || word.verb != nullptr) return false;
  return endsWithAny(word.form, {"ly"}) && word.form.size() > 4 &&
         !isOneOf(word.form, {"family", "assembly", "anomaly", "friendly", "costly", "timely", "elderly", "orderly",
                              "daily", "weekly", "monthly", "quarterly", "yearly", "early", "likely", "only", "italy",
                              "july", "homily", "butterfly", "scholarly", "lively", "lovely", "deadly", "hourly",
                              "monopoly", "subassembly", "sub-assembly", "user-friendly"});
}

/// By its ending, or a participle.
bool looksLikeAdjective(const Word& word) {
  if (!word.is(FunctionWord::None)) return false;
  if (word.canBe(VerbForm::Participle) && !word.canBe(VerbForm::Base)) return true;
  return word.verb == nullptr &&
         endsWithAny(word.form, {"al", "ive", "ous", "ful", "able", "ible", "ic", "less", "ary", "ant", "ent", "ical"}) &&
         !endsWithAny(word.form, {"ment", "ness"});
}

bool looksPlural(const Word& word) { return word.noun.size() < word.form.size() && word.form.ends_with("s"); }

/// A noun that a verb or adjective is made to: what a noun before it belongs to (`risk assessment`).
bool looksDerived(const Word& word) {
  return endsWithAny(word.noun, {"tion", "sion", "ment", "ance", "ence", "ity", "ship", "ness", "ing", "sis", "acy",
                                 "ure", "ology", "ism", "hood", "ery"});
}

bool isFinite(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return false;
  const Word& word = clause.word(at);
  return word.is(FunctionWord::Modal) ||
         isOneOf(word.form, {"is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "isn't", "aren't"});
}

bool isCoordinator(StringRef form) { return isOneOf(form, {"and", "or", "then", "but", "&", "and/or", "nor"}); }

// ---- The verb that leads --------------------------------------------------------------------------

/// How much what follows a word at `at` speaks for a verb. `noun` says that the word is a plural noun
/// otherwise (`plans`) rather than a singular.
double weighFollowers(const Clause& clause, uint32_t at, bool plural) {
  uint32_t next = at + 1;
  if (!clause.has(next) || clause.markBefore(next) >= Mark::Colon) return -3;
  if (beginsObject(clause, next) || beginsDistributedObject(clause, next)) return 6;
  Mark mark = clause.markBefore(next);
  const Word& word = clause.word(next);
  if (mark == Mark::Comma || mark == Mark::Hyphen) return mark == Mark::Comma ? 0 : -2;
  if (word.is(FunctionWord::Conjunction) && isCoordinator(word.form)) return 0;
  if (isFinite(clause, next)) return -6;
  if (word.form == "of") return -4;
  if (isAdverb(clause, next)) return 3;
  if (word.is(FunctionWord::Particle)) return plural ? 1 : -0.5;  // to
  if (word.mayBe(FunctionWord::Particle)) return 1.5;
  if (word.is(FunctionWord::Preposition)) return plural ? 0.5 : 0;
  if (word.is(FunctionWord::Determiner)) return 3;
  if (!word.is(FunctionWord::None) || word.isNumber) return 1.5;
  if (looksLikeAdjective(word)) return 2.5;
  if (plural) return 2.5;
  if (looksPlural(word)) return 1.5;
  return looksDerived(word) ? -2.5 : -0.5;
}

bool isVerbLike(const Clause& clause, uint32_t at, VerbForm form) {
  return clause.canBe(at, form) && !clause.mayBe(at, FunctionWord::Preposition);
}

/// `Plan and deliver`, `Plans, delivers and …`: what stands behind the coordination speaks.
double weighCoordinated(const Clause& clause, uint32_t at, VerbForm form) {
  uint32_t next = at + 1;
  if (!clause.has(next)) return 0;
  if (isCoordinator(clause.form(next))) ++next;
  else if (clause.markBefore(next) != Mark::Comma) return 0;
  while (isAdverb(clause, next)) ++next;
  if (!clause.has(next)) return 0;
  if (!isVerbLike(clause, next, form)) return -2;
  double own = inclination(clause.word(next));
  double followers = weighFollowers(clause, next, form == VerbForm::Third);
  return std::clamp(own + followers, -3.0, 4.0) * 0.8;
}

Lead leadByUnknown(const Clause& clause, uint32_t at) {
  const Word& word = clause.word(at);
  if (word.verb != nullptr || !word.is(FunctionWord::None) || word.isNumber || clause.token(at).isAllCaps) return {};
  bool object = beginsObject(clause, at + 1) || beginsDistributedObject(clause, at + 1);
  bool shape = endsWithAny(word.form, {"ates", "ises", "izes", "ifies"});
  bool follows = clause.isJoined(at + 1) && (clause.isContent(at + 1) || clause.is(at + 1, FunctionWord::Determiner));
  if (!object && !(shape && follows)) return {};
  if (word.form.ends_with("s") && !word.form.ends_with("ss")) return {LeadForm::Third, at};
  if (word.form.ends_with("ing")) return {LeadForm::Gerund, at};
  if (word.form.ends_with("ed")) return {LeadForm::Past, at};
  return object ? Lead{LeadForm::Imperative, at} : Lead{};
}

double title(const Clause& clause) { return clause.last() - clause.first() <= 3 ? -1 : 0; }

/// Participles that stand before nouns as adjectives far more often than they tell of the past.
bool isAdjectival(StringRef form) {
  return isOneOf(form, {"advanced", "applied", "related", "skilled", "experienced", "mixed", "limited", "detailed",
                        "required", "established", "proven", "increased", "improved", "integrated", "shared",
                        "based", "used", "given", "qualified", "written", "spoken", "combined", "continued",
                        "informed", "distributed", "automated", "organised", "organized", "motivated", "focused"});
}

Lead leadAt(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return {};
  const Word& word = clause.word(at);
  if (word.isNumber || clause.token(at).isInBrackets != clause.token(clause.first()).isInBrackets) return {};
  if (word.verb == nullptr) return leadByUnknown(clause, at);
  if (word.is(FunctionWord::Be) || word.is(FunctionWord::Modal)) return {};
  if (word.is(FunctionWord::Have)) {
    if (clause.canBe(at + 1, VerbForm::Participle) && clause.isContent(at + 1)) return {LeadForm::Past, at + 1};
    return {word.canBe(VerbForm::Third) ? LeadForm::Third : LeadForm::Imperative, at};
  }
  bool isOwn = word.form == "own" || word.form == "like" || word.form == "second";
  bool carriesGrammar = !word.is(FunctionWord::None) && !word.is(FunctionWord::Auxiliary) && !isOwn;
  if (carriesGrammar) return {};
  if (word.is(FunctionWord::Auxiliary)) {
    uint32_t main = at + 1;
    LeadForm form = word.form.starts_with("does") ? LeadForm::Third : LeadForm::Imperative;
    if (clause.mayBe(main, FunctionWord::Negation)) ++main;
    while (isAdverb(clause, main)) ++main;
    if (main > at + 1 || word.form.contains('\'')) return clause.canBe(main, VerbForm::Base) ? Lead{form, main} : Lead{};
    return weighFollowers(clause, at, false) > 0 ? Lead{form, at} : Lead{};
  }
  double prior = inclination(word);
  if (word.canBe(VerbForm::Third)) {
    double sum = prior + 2 + weighFollowers(clause, at, true) + weighCoordinated(clause, at, VerbForm::Third) +
                 title(clause);
    // `Reports to`, `Listens`: alone at the end a verb must be sure.
    return sum > 0 ? Lead{LeadForm::Third, at} : Lead{};
  }
  if (word.canBe(VerbForm::Gerund)) {
    double next = weighFollowers(clause, at, true);
    bool alone = !clause.has(at + 1) || !clause.isJoined(at + 1) || isCoordinator(clause.form(at + 1));
    if (alone) return weighCoordinated(clause, at, VerbForm::Gerund) > 1 ? Lead{LeadForm::Gerund, at} : Lead{};
    bool isName = clause.isContent(at + 1) && !looksPlural(clause.word(at + 1)) &&
                  !looksLikeAdjective(clause.word(at + 1)) && clause.last() - clause.first() <= 2;
    return next > 0 && !isName ? Lead{LeadForm::Gerund, at} : Lead{};
  }
  if (word.canBe(VerbForm::Past) && !word.canBe(VerbForm::Base)) {
    bool object = beginsObject(clause, at + 1) || beginsDistributedObject(clause, at + 1);
    bool plural = clause.isJoined(at + 1) && clause.isContent(at + 1) && looksPlural(clause.word(at + 1));
    bool particle = clause.isJoined(at + 1) && clause.mayBe(at + 1, FunctionWord::Particle) && clause.form(at + 1) != "to";
    if (object || ((plural || particle) && !isAdjectival(word.form))) return {LeadForm::Past, at};
    return {};
  }
  if (word.canBe(VerbForm::Base)) {
    double sum = prior + weighFollowers(clause, at, false) + weighCoordinated(clause, at, VerbForm::Base) +
                 title(clause) + (clause.last() - clause.first() >= 6 ? 0.7 : 0);
    return sum > 0 ? Lead{LeadForm::Imperative, at} : Lead{};
  }
  return {};
}

bool opensIntroduction(const Clause& clause, uint32_t at) {
  const Word& word = clause.word(at);
  return word.is(FunctionWord::Preposition) || word.form == "to" ||
         (word.mayBe(FunctionWord::Conjunction) && !isCoordinator(word.form)) || word.canBe(VerbForm::Gerund);
}

/// Behind adverbs, `both`, `not only` and negations.
uint32_t skipAdverbs(const Clause& clause, uint32_t at) {
  for (; clause.has(at); ++at) {
    const Word& word = clause.word(at);
    bool isNegation = isOneOf(word.form, {"never", "not"});
    bool isCorrelative = isOneOf(word.form, {"both", "either"}) && clause.has(at + 1) && clause.word(at + 1).verb != nullptr;
    if (!isNegation && !isCorrelative && !isAdverb(clause, at)) break;
  }
  return at;
}

/// A verb that hardly anybody takes for something else, as what follows an introduction must be.
bool isCertain(const Clause& clause, Lead lead) {
  if (lead.form != LeadForm::Third && lead.form != LeadForm::Imperative) return false;
  const Word& word = clause.word(lead.token);
  double sum = (word.verb == nullptr ? 0 : inclination(word)) +
               weighFollowers(clause, lead.token, lead.form == LeadForm::Third);
  return sum > (lead.form == LeadForm::Third ? 1.5 : 3);
}

// ---- Verbs that share its subject -----------------------------------------------------------------

VerbForm formOf(const Clause& clause, Lead lead) {
  const Word& word = clause.word(lead.token);
  switch (lead.form) {
  case LeadForm::Third: return word.verb != nullptr && !word.canBe(VerbForm::Third) ? VerbForm::Base : VerbForm::Third;
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
  Coordination(const Clause& clause, Lead lead) : clause_(clause), lead_(lead), form_(formOf(clause, lead)) {}
  llvm::SmallVector<uint32_t, 4> verbs();

private:
  void enter(uint32_t at);
  [[nodiscard]] bool opensClause(uint32_t at) const;
  [[nodiscard]] bool isSubordinate(bool afterComma) const;
  [[nodiscard]] bool isVerb(uint32_t at, bool afterAdverb, bool afterComma, bool isLast) const;
  [[nodiscard]] bool isVerbAtEnd(uint32_t at, bool afterComma) const;
  [[nodiscard]] double weighBefore(uint32_t coordinator) const;

  const Clause& clause_;
  Lead lead_;
  VerbForm form_;
  llvm::SmallVector<uint32_t, 4> verbs_;
  bool inClause_ = false;       ///< Behind who, that, when …
  bool clauseAgrees_ = false;   ///< Its verb has the form of the leading one.
  bool clauseHasComma_ = false;
  bool inPhrase_ = false;       ///< Behind the `to` of an infinitive, or a preposition and a gerund.
  bool phraseHasComma_ = false;
  uint32_t lastVerb_ = 0;
  uint32_t coordinator_ = 0;  ///< Where the present candidate is joined.
};

bool Coordination::opensClause(uint32_t at) const {
  const Word& word = clause_.word(at);
  if (isOneOf(word.form, {"who", "which", "whose", "whom", "where", "when", "whenever", "while", "whilst", "because",
                          "if", "unless", "until", "how", "why", "what", "whether", "whatever", "although", "though",
                          "whereas", "wherever", "once", "provided", "as", "than", "before", "after", "since"})) {
    return true;
  }
  if (word.form == "so") return true;
  // `that` opens a clause unless a noun follows: `that change`.
  return word.form == "that";
}

void Coordination::enter(uint32_t at) {
  const Word& word = clause_.word(at);
  if (opensClause(at)) {
    inClause_ = true;
    clauseAgrees_ = clauseHasComma_ = false;
    return;
  }
  if (inClause_ && clause_.markBefore(at) == Mark::Comma) clauseHasComma_ = true;
  if (inPhrase_ && clause_.markBefore(at) == Mark::Comma) phraseHasComma_ = true;
  if (inClause_ && form_ == VerbForm::Third) {
    bool isSure = word.verb != nullptr && word.canBe(VerbForm::Third) &&
                  (inclination(word) > 2 || opensClause(at - 1) || clause_.is(at - 1, FunctionWord::Pronoun) ||
                   beginsObject(clause_, at + 1));
    if (isSure || isOneOf(word.form, {"is", "has", "does"})) clauseAgrees_ = true;
  }
  if (inClause_ && form_ == VerbForm::Base) {
    bool finite = isFinite(clause_, at) && !isOneOf(word.form, {"is", "has", "does", "was", "had", "did"});
    bool plural = word.verb != nullptr && word.canBe(VerbForm::Base) &&
                  (opensClause(at - 1) || clause_.is(at - 1, FunctionWord::Pronoun) || inclination(word) > 3);
    if (finite || plural) clauseAgrees_ = true;
  }
  if (inClause_ && form_ == VerbForm::Past && (word.canBe(VerbForm::Past) || isOneOf(word.form, {"was", "were", "had"}))) {
    clauseAgrees_ = true;
  }
  bool infinitive = form_ == VerbForm::Base && word.form == "to" && clause_.canBe(at + 1, VerbForm::Base);
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

/// No object follows: `Stops and thinks` has a verb there, `Plans leave and rotas` has none.
bool Coordination::isVerbAtEnd(uint32_t at, bool afterComma) const {
  if (coordinator_ == lastVerb_ + 1) return true;
  const Word& word = clause_.word(at);
  if (form_ == VerbForm::Third) return inclination(word) > 4 && !afterComma;
  return false;
}

bool Coordination::isVerb(uint32_t at, bool afterAdverb, bool afterComma, bool isLast) const {
  const Word& word = clause_.word(at);
  if (!word.canBe(form_) || word.isNumber || clause_.token(at).isAllCaps) return false;
  if (!word.is(FunctionWord::None) && !word.is(FunctionWord::Have)) return false;
  if (isSubordinate(afterComma)) return false;
  bool direct = coordinator_ == lastVerb_ + 1;  // `Plans and delivers`: nothing stands between.
  uint32_t next = at + 1;
  if (isFinite(clause_, next) && clause_.isJoined(next)) return false;
  bool endsHere = !clause_.has(next) || clause_.markBefore(next) >= Mark::Comma || isCoordinator(clause_.form(next));
  if (endsHere) return isVerbAtEnd(at, afterComma);
  double sum = inclination(word) + weighFollowers(clause_, at, form_ == VerbForm::Third);
  if (direct) sum += 3;
  if (afterAdverb) sum += 3;
  sum += weighBefore(coordinator_);
  switch (form_) {
  case VerbForm::Third: return sum > 1 - (isLast ? 0.5 : 0);
  case VerbForm::Base: return sum > 2.5;
  case VerbForm::Gerund: return sum > 3 && (direct || beginsObject(clause_, next) || looksPlural(clause_.word(next)));
  case VerbForm::Past:
  case VerbForm::Participle: return direct || beginsObject(clause_, next) || clause_.is(next, FunctionWord::Preposition);
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
    coordinator_ = at;
    uint32_t candidate = at;
    while (isCoordinator(clause_.form(candidate))) ++candidate;
    bool afterAdverb = false;
    while (isAdverb(clause_, candidate) && clause_.isJoined(candidate + 1)) ++candidate, afterAdverb = true;
    bool afterComma = mark == Mark::Comma || mark == Mark::Semicolon;
    if (clause_.has(candidate) && isVerb(candidate, afterAdverb, afterComma, isLast)) {
      verbs_.push_back(candidate);
      lastVerb_ = candidate;
      inClause_ = inPhrase_ = false;
      at = candidate;
      continue;
    }
    enter(at);
  }
  return verbs_;
}

}  // namespace

Lead leadOfEnglish(const Clause& clause) {
  uint32_t at = skipAdverbs(clause, clause.first());
  if (!clause.has(at)) return {};
  if (Lead lead = leadAt(clause, at); lead.form != LeadForm::None && lead.form != LeadForm::Gerund) return lead;
  Lead gerund = leadAt(clause, at);
  if (opensIntroduction(clause, at)) {
    for (uint32_t next = at + 1; next < clause.last(); ++next) {
      if (clause.markBefore(next) != Mark::Comma) continue;
      uint32_t behind = skipAdverbs(clause, next);
      Lead lead = leadAt(clause, behind);
      if (isCertain(clause, lead)) return lead;
    }
  }
  return gerund;
}

llvm::SmallVector<uint32_t, 4> coordinatedInEnglish(const Clause& clause, Lead lead) {
  return Coordination(clause, lead).verbs();
}

}  // namespace cadre::prose
