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

bool isFinite(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return false;
  const Word& word = clause.word(at);
  return word.is(FunctionWord::Modal) ||
         isOneOf(word.form, {"is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "isn't", "aren't"});
}

/// Above 0 where the base is a verb more often than a noun or adjective, in powers of two.
double inclination(const Word& word) {
  if (word.verb == nullptr) return -3;
  const Verb& verb = *word.verb;
  double known = verb.thinking == Thinking::None ? 0 : 1.5;  // The lists of verbs of work have it.
  bool isShaped = endsWithAny(verb.base, {"ate", "ise", "ize", "ify"}) && verb.asNoun + verb.asAdjective == 0;
  if (isShaped) known += 3;
  return known + std::log2((verb.asVerb + 1.0) / (verb.asNoun + verb.asAdjective + 1.0));
}

/// `resources it needs`: the pronoun is a subject there.
bool isSubject(const Clause& clause, uint32_t at) {
  if (!isOneOf(clause.form(at), {"it", "you"})) return false;
  return clause.canBe(at + 1, clause.form(at) == "it" ? VerbForm::Third : VerbForm::Base) || isFinite(clause, at + 1);
}

/// Whether a noun phrase begins here, or a pronoun that is an object: no noun stands before it, but a verb.
bool beginsObject(const Clause& clause, uint32_t at) {
  if (!clause.isJoined(at) || isSubject(clause, at)) return false;
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
                                 "ology", "ism", "hood", "ery"});
}

bool isCoordinator(StringRef form) { return isOneOf(form, {"and", "or", "then", "but", "&", "and/or", "nor"}); }

/// The words up to the first dash or colon.
uint32_t sizeOf(const Clause& clause) {
  uint32_t end = clause.first() + 1;
  while (end != clause.last() && clause.markBefore(end) != Mark::Hyphen && clause.markBefore(end) < Mark::Colon) ++end;
  return end - clause.first();
}

/// As titles are.
bool isShort(const Clause& clause) { return sizeOf(clause) <= 2; }

/// Titles are short; what is long is seldom a noun with what belongs to it.
double weighLength(const Clause& clause) {
  uint32_t size = sizeOf(clause);
  return size <= 3 ? -1 : std::min(0.3 * (size - 3), 2.4);
}

// ---- The verb that leads --------------------------------------------------------------------------

/// Verbs that are also nouns, and the prepositions that follow them as verbs.
bool isBound(const Word& word, StringRef preposition) {
  if (preposition == "as") return true;
  StringRef base = word.verb == nullptr ? StringRef() : word.verb->base;
  if (base == "work") return isOneOf(preposition, {"with", "on", "alongside", "across", "towards", "within", "to", "from"});
  if (base == "report") return isOneOf(preposition, {"to"});
  if (base == "pair" || base == "partner" || base == "team") return preposition == "with";
  return isOneOf(base, {"act", "respond", "listen"}) && isOneOf(preposition, {"on", "to"});
}

/// `Seeks to improve`: at the beginning a verb, elsewhere often a noun and a purpose (`care to ensure`).
double weighInfinitive(const Clause& clause, uint32_t at) {
  return clause.form(at + 1) == "to" && clause.canBe(at + 2, VerbForm::Base) ? 2 : 0;
}

/// How much what follows a word at `at` speaks for a verb. `noun` says that the word is a plural noun
/// otherwise (`plans`) rather than a singular.
double weighFollowers(const Clause& clause, uint32_t at, bool plural) {
  uint32_t next = at + 1;
  if (!clause.has(next) || clause.markBefore(next) >= Mark::Colon) return -3;
  if (beginsObject(clause, next) || beginsDistributedObject(clause, next)) return 10;
  Mark mark = clause.markBefore(next);
  const Word& word = clause.word(next);
  if (mark == Mark::Comma || mark == Mark::Hyphen) return mark == Mark::Comma ? 0 : -2;
  if (word.is(FunctionWord::Conjunction) && isCoordinator(word.form)) return 0;
  if (isFinite(clause, next)) return -6;
  if (word.form == "of") return -4;
  if (isAdverb(clause, next)) return 3;
  if (isBound(clause.word(at), word.form)) return 2.5;
  if (word.is(FunctionWord::Particle)) return -0.5;  // `changes to`
  if (word.mayBe(FunctionWord::Particle)) return 1.5;
  if (word.is(FunctionWord::Preposition)) return plural ? 0.5 : 0;
  if (word.is(FunctionWord::Determiner)) return 3;
  if (!word.is(FunctionWord::None) || word.isNumber) return 1.5;
  if (looksLikeAdjective(word)) return 2.5;
  bool isTitle = isShort(clause);
  if (plural && looksPlural(word) && mark == Mark::None) return 5;  // `groups pupils`: no noun in the plural stands before another.
  if (plural) return isTitle && looksDerived(word) ? -3 : 2.5;
  if (looksPlural(word)) return 1.5;
  return looksDerived(word) ? -2.5 : isTitle ? -2 : -0.5;
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

/// `counselling methods`: a way of doing, not the doing.
bool isNameOfMethod(const Clause& clause, uint32_t at) {
  uint32_t head = at;
  while (clause.isContent(head + 1) && clause.isJoined(head + 1)) ++head;
  return head != at && isOneOf(clause.word(head).noun,
                               {"method", "process", "technique", "procedure", "principle", "type", "system", "standard",
                                "skill", "service", "tool", "industry", "theory", "machine", "equipment", "material",
                                "policy", "software", "programme", "program", "strategy", "measure", "course",
                                "practice", "product", "plan", "room", "centre", "center", "need", "cost"});
}

/// Participles that stand before nouns as adjectives far more often than they tell of the past.
bool isAdjectival(StringRef form) {
  return isOneOf(form, {"advanced", "applied", "related", "skilled", "experienced", "mixed", "limited", "detailed",
                        "required", "established", "proven", "increased", "improved", "integrated", "shared",
                        "based", "used", "given", "qualified", "written", "spoken", "combined", "continued",
                        "informed", "distributed", "automated", "organised", "organized", "motivated", "focused"});
}

/// `Does not store passwords`, `Do not …`: the verb behind; else do itself.
Lead leadBehindDo(const Clause& clause, uint32_t at) {
  StringRef form = clause.form(at);
  LeadForm leading = form.starts_with("does") ? LeadForm::Third : LeadForm::Imperative;
  if (form.starts_with("did") || form == "done") leading = LeadForm::Past;
  uint32_t main = at + 1;
  if (clause.mayBe(main, FunctionWord::Negation)) ++main;
  while (isAdverb(clause, main)) ++main;
  bool negated = main > at + 1 || form.contains('\'');
  if (negated && clause.canBe(main, VerbForm::Base)) return {leading, main};
  return !negated && weighFollowers(clause, at, false) > 0 ? Lead{leading, at} : Lead{};
}

bool opensClause(StringRef form) {
  // `that` opens a clause unless a noun follows: `that change`; so nearly always.
  return isOneOf(form, {"who", "which", "whose", "whom", "where", "when", "whenever", "while", "whilst", "because",
                        "if", "unless", "until", "how", "why", "what", "whether", "whatever", "although", "though",
                        "whereas", "wherever", "once", "provided", "as", "than", "before", "after", "since", "so", "that"});
}

/// `Training for teachers is …`, `Work skills is …`: what leads is the subject of a later verb.
bool isSubjectOfLater(const Clause& clause, uint32_t at) {
  for (uint32_t next = at + 1; next < clause.last(); ++next) {
    if (opensClause(clause.form(next)) || clause.markBefore(next) >= Mark::Comma) return false;
    if (clause.is(next, FunctionWord::Pronoun)) return false;
    if (isFinite(clause, next)) return !isOneOf(clause.form(next), {"do", "have"}) || next == at + 1;
  }
  return false;
}

Lead leadAt(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return {};
  const Word& word = clause.word(at);
  if (word.isNumber || clause.token(at).isInBrackets != clause.token(clause.first()).isInBrackets) return {};
  if (word.is(FunctionWord::Auxiliary)) return leadBehindDo(clause, at);
  if (word.verb == nullptr) return leadByUnknown(clause, at);
  if (word.is(FunctionWord::Be) || word.is(FunctionWord::Modal)) return {};
  if (word.is(FunctionWord::Have)) {
    uint32_t next = at + 1;
    while (isAdverb(clause, next)) ++next;
    bool content = clause.isContent(next) || clause.is(next, FunctionWord::Auxiliary);
    if (clause.canBe(next, VerbForm::Participle) && content) return {LeadForm::Past, next};
    if (word.form == "had") return {LeadForm::Past, at};
    return {word.canBe(VerbForm::Third) ? LeadForm::Third : LeadForm::Imperative, at};
  }
  bool isOwn = word.form == "own" || word.form == "like" || word.form == "second";
  if (!word.is(FunctionWord::None) && !isOwn) return {};
  double prior = inclination(word);
  if (word.canBe(VerbForm::Third)) {
    double sum = prior + 2.5 + weighFollowers(clause, at, true) + weighCoordinated(clause, at, VerbForm::Third) +
                 weighLength(clause) + weighInfinitive(clause, at);
    // `Reports to`, `Listens`: alone at the end a verb must be sure.
    bool isSubject = clause.is(at + 1, FunctionWord::Preposition) && prior < 2 && isSubjectOfLater(clause, at);
    return sum > 0 && !isSubject ? Lead{LeadForm::Third, at} : Lead{};
  }
  if (word.canBe(VerbForm::Gerund)) {
    if (isSubjectOfLater(clause, at)) return {};
    double next = weighFollowers(clause, at, true) + weighInfinitive(clause, at);
    bool alone = !clause.has(at + 1) || !clause.isJoined(at + 1) || isCoordinator(clause.form(at + 1));
    if (alone) return weighCoordinated(clause, at, VerbForm::Gerund) > 1 ? Lead{LeadForm::Gerund, at} : Lead{};
    bool isName = clause.isContent(at + 1) && !looksPlural(clause.word(at + 1)) &&
                  !looksLikeAdjective(clause.word(at + 1)) && clause.last() - clause.first() <= 2;
    return next > 0 && !isName && !isNameOfMethod(clause, at) ? Lead{LeadForm::Gerund, at} : Lead{};
  }
  if (word.canBe(VerbForm::Past) && !word.canBe(VerbForm::Base)) {
    bool object = beginsObject(clause, at + 1) || beginsDistributedObject(clause, at + 1);
    bool plural = clause.isJoined(at + 1) && clause.isContent(at + 1) && looksPlural(clause.word(at + 1));
    bool particle = clause.isJoined(at + 1) && clause.mayBe(at + 1, FunctionWord::Particle) && clause.form(at + 1) != "to";
    bool isName = isNameOfMethod(clause, at) || weighLength(clause) < 0;
    if (object || ((plural || particle) && !isName && !isAdjectival(word.form))) return {LeadForm::Past, at};
    return {};
  }
  if (word.canBe(VerbForm::Base)) {
    double sum = prior + weighFollowers(clause, at, false) + weighCoordinated(clause, at, VerbForm::Base) +
                 weighLength(clause);
    bool isSubject = prior < 3 && !beginsObject(clause, at + 1) && isSubjectOfLater(clause, at);
    return sum > 0 && !isSubject ? Lead{LeadForm::Imperative, at} : Lead{};
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
    bool isBetween = clause.form(at) == "and" && at > clause.first() && isAdverb(clause, at - 1) && isAdverb(clause, at + 1);
    bool isCorrelative = isOneOf(word.form, {"both", "either"}) && clause.has(at + 1) && clause.word(at + 1).verb != nullptr;
    if (!isNegation && !isCorrelative && !isBetween && !isAdverb(clause, at)) break;
  }
  return at;
}

/// A verb that hardly anybody takes for something else, as what follows an introduction must be.
bool isCertain(const Clause& clause, Lead lead) {
  if (lead.form != LeadForm::Third && lead.form != LeadForm::Imperative) return false;
  const Word& word = clause.word(lead.token);
  bool isThird = lead.form == LeadForm::Third;
  double sum = (word.verb == nullptr ? 0 : inclination(word)) + weighFollowers(clause, lead.token, isThird) +
               weighCoordinated(clause, lead.token, isThird ? VerbForm::Third : VerbForm::Base);
  return sum > (isThird ? 1.5 : 3);
}

/// Whether a subject may stand with its verb from `at` up to the next comma: `individuals assess, …`.
bool holdsVerb(const Clause& clause, uint32_t at) {
  for (uint32_t next = at + 1; next < clause.last() && clause.markBefore(next) != Mark::Comma; ++next) {
    const Word& word = clause.word(next);
    if (isFinite(clause, next)) return true;
    bool isVerb = (word.canBe(VerbForm::Third) || word.canBe(VerbForm::Base)) && inclination(word) > 3;
    if (isVerb && word.is(FunctionWord::None) && clause.form(next - 1) != "to") return true;
  }
  return false;
}

/// `In emergencies, calls …`. What begins with a preposition or conjunction may have commas of its own.
Lead leadBehindIntroduction(const Clause& clause, uint32_t at) {
  if (!clause.has(at) || !opensIntroduction(clause, at)) return {};
  bool isInfinitive = clause.form(at) == "to";
  bool isGerund = clause.canBe(at, VerbForm::Gerund) && clause.isContent(at);
  for (uint32_t next = at + 1; next < clause.last(); ++next) {
    if (clause.markBefore(next) != Mark::Comma) continue;
    Lead lead = leadAt(clause, skipAdverbs(clause, next));
    bool fits = lead.form == LeadForm::Third ||
                (!isGerund && (!isInfinitive || beginsObject(clause, lead.token + 1)));
    if (fits && isCertain(clause, lead)) return lead;
    if (holdsVerb(clause, next)) return {};
  }
  return {};
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
  [[nodiscard]] bool isSubordinate(bool afterComma) const;
  [[nodiscard]] bool isVerb(uint32_t at, bool afterAdverb, bool afterComma, bool isLast) const;
  [[nodiscard]] bool isVerbAtEnd(uint32_t at, bool afterComma) const;
  [[nodiscard]] double weighBefore(uint32_t coordinator) const;

  const Clause& clause_;
  Lead lead_;
  VerbForm form_;
  llvm::SmallVector<uint32_t, 4> verbs_;
  bool inClause_ = false;       ///< Behind who, that, when …
  bool clauseWaits_ = false;    ///< It must have a verb, and none was met.
  bool clauseAgrees_ = false;   ///< Its verb has the form of the leading one.
  bool clauseHasComma_ = false;
  bool inPhrase_ = false;       ///< Behind the `to` of an infinitive, or a preposition and a gerund.
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
                   (inclination(word) > 1 || clause_.is(at - 1, FunctionWord::Pronoun) || opensClause(clause_.form(at - 1))));
    if (isVerb) clauseWaits_ = false;
  }
  if (inClause_ && clause_.markBefore(at) == Mark::Comma) clauseHasComma_ = true;
  if (inPhrase_ && clause_.markBefore(at) == Mark::Comma) phraseHasComma_ = true;
  if (inClause_ && form_ == VerbForm::Third) {
    bool isSure = word.verb != nullptr && word.canBe(VerbForm::Third) &&
                  (inclination(word) > 2 || opensClause(clause_.form(at - 1)) || clause_.is(at - 1, FunctionWord::Pronoun) ||
                   beginsObject(clause_, at + 1));
    if (isSure || isOneOf(word.form, {"is", "has", "does"})) clauseAgrees_ = true;
  }
  if (inClause_ && form_ == VerbForm::Base) {
    bool finite = isFinite(clause_, at) && !isOneOf(word.form, {"is", "has", "does", "was", "had", "did"});
    bool plural = word.verb != nullptr && word.canBe(VerbForm::Base) &&
                  (opensClause(clause_.form(at - 1)) || clause_.is(at - 1, FunctionWord::Pronoun) || inclination(word) > 3);
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
  // `Organises folders, and saves and deletes files`: a sure verb behind it takes it along.
  uint32_t next = at + 1;
  while (isCoordinator(clause_.form(next))) ++next;
  bool isChain = clause_.markBefore(at + 1) <= Mark::Comma && clause_.canBe(next, form_) && inclination(word) > 2.5;
  if (isChain) {
    double sum = inclination(clause_.word(next)) + weighFollowers(clause_, next, form_ == VerbForm::Third);
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
  if (isSubordinate(afterComma)) return false;
  bool direct = coordinator_ == lastVerb_ + 1;  // `Plans and delivers`: nothing stands between.
  // `Writes texts, using a style guide`: how, not what else.
  bool isManner = isOneOf(word.form, {"using", "including", "excluding", "according", "depending", "involving"});
  if (form_ == VerbForm::Gerund && (isManner || (!isLast && !direct))) return false;
  uint32_t next = at + 1;
  if (isFinite(clause_, next) && clause_.isJoined(next)) return false;
  bool endsHere = !clause_.has(next) || clause_.markBefore(next) >= Mark::Comma || isCoordinator(clause_.form(next));
  if (endsHere) return isVerbAtEnd(at, afterComma);
  if (direct) return clause_.form(next) != "of";
  if (inClause_ && clauseWaits_ && !afterComma && !beginsObject(clause_, next)) return false;
  double sum = inclination(word) + weighFollowers(clause_, at, form_ == VerbForm::Third);
  if (afterAdverb) sum += 3;
  sum += weighBefore(coordinator_) - 1.5 * listed_;
  switch (form_) {
  case VerbForm::Third: return sum > 1 - (isLast ? 0.5 : 0);
  case VerbForm::Base: return sum > (isLast || afterComma ? 2.5 : 3.2);
  case VerbForm::Gerund:
    return sum > 3 && (beginsObject(clause_, next) || looksPlural(clause_.word(next)) ||
                       looksLikeAdjective(clause_.word(next)));
  case VerbForm::Past:
  case VerbForm::Participle: return beginsObject(clause_, next) || clause_.is(next, FunctionWord::Preposition);
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
    while (isAdverb(clause_, candidate) && clause_.isJoined(candidate + 1)) ++candidate, afterAdverb = true;
    bool afterComma = (mark == Mark::Comma && isLast) || mark == Mark::Semicolon;
    if (clause_.has(candidate) && isVerb(candidate, afterAdverb, afterComma, isLast)) {
      verbs_.push_back(candidate);
      lastVerb_ = candidate;
      inClause_ = inPhrase_ = clauseWaits_ = false;
      listed_ = 0;
      at = candidate;
      continue;
    }
    if (clause_.has(candidate) && looksPlural(clause_.word(candidate)) && listed_ < 2) ++listed_;
    enter(at);
  }
  return verbs_;
}

}  // namespace

Lead leadOfEnglish(const Clause& clause) {
  uint32_t at = skipAdverbs(clause, clause.first());
  Lead lead = leadAt(clause, at);
  if (lead.form != LeadForm::None && lead.form != LeadForm::Gerund) return lead;
  Lead behind = leadBehindIntroduction(clause, at);
  return behind.form != LeadForm::None ? behind : lead;
}

llvm::SmallVector<uint32_t, 4> coordinatedInEnglish(const Clause& clause, Lead lead) {
  return Coordination(clause, lead).verbs();
}

}  // namespace cadre::prose
