// The verb that leads an English sentence: how often the word is a verb, and what stands around it.
#include "prose/english_words.h"

#include <algorithm>

namespace cadre::prose {

using namespace en;

namespace {

/// Titles are short; what is long is seldom a noun with what belongs to it.
double weighLength(const Clause& clause) {
  uint32_t size = sizeOf(clause);
  return size <= 3 ? -1 : std::min(0.3 * (size - 3), 2.4);
}

/// `Seeks to improve`: at the beginning a verb, elsewhere often a noun and a purpose (`care to
/// ensure`).
double weighInfinitive(const Clause& clause, uint32_t at) {
  return clause.form(at + 1) == "to" && clause.canBe(at + 2, VerbForm::Base) ? 2 : 0;
}

/// `Dashboards for latency`: a noun in the plural with what it is for; `Screens for sepsis` is
/// none.
double weighPurpose(const Clause& clause, uint32_t at) {
  const Word& word = clause.word(at);
  if (clause.form(at + 1) != "for" || inclination(word) > 4) return 0;
  bool takesFor = isOneOf(
      word.verb->base,
      {"account",  "advocate", "aim",       "allow",      "apply",      "arrange", "ask",
       "audit",    "bargain",  "bid",       "budget",     "call",       "care",    "cater",
       "check",    "code",     "cover",     "design",     "fast",       "hunt",    "look",
       "model",    "monitor",  "negotiate", "opt",        "plan",       "press",   "probe",
       "provide",  "screen",   "search",    "shop",       "source",     "stand",   "survey",
       "swab",     "sweep",    "test",      "train",      "volunteer",  "sign",    "cook",
       "vote",     "fish",     "charge",    "drill",      "mine",       "log",     "send",
       "answer",   "act",      "pay",       "pitch",      "tender",     "grade",   "stain",
       "canvass",  "campaign", "lobby",     "deputise",   "vouch",      "fill",    "inspect",
       "examine",  "recruit",  "hire",      "substitute", "compensate", "correct", "adjust",
       "optimise", "optimize", "control",   "interview",  "request",    "reach",   "train",
       "settle",   "head",     "dive",      "brace",      "speak",      "dress",   "ring",
       "vote",     "wait",     "watch",     "work",       "scan"});
  return takesFor ? 0 : -8;
}

bool isVerbLike(const Clause& clause, uint32_t at, VerbForm form) {
  return clause.canBe(at, form) && !clause.mayBe(at, FunctionWord::Preposition);
}

/// `Plan and deliver`, `Plans, delivers and …`: what stands behind the coordination speaks.
double weighCoordinated(const Clause& clause, uint32_t at, VerbForm form) {
  uint32_t next = at + 1;
  if (!clause.has(next)) return 0;
  if (isCoordinator(clause.form(next)))
    ++next;
  else if (clause.markBefore(next) != Mark::Comma)
    return 0;
  while (isAdverb(clause, next)) ++next;
  if (!clause.has(next)) return 0;
  if (!isVerbLike(clause, next, form)) return -2;
  double own = inclination(clause.word(next));
  double followers = weighFollowers(clause, next, form == VerbForm::Third);
  return std::clamp(own + followers, -3.0, 4.0) * 0.8;
}

/// `Chair meetings and take minutes`: a verb later on that nobody doubts, in the same form.
bool hasLaterVerb(const Clause& clause, uint32_t at, VerbForm form) {
  for (uint32_t next = at + 2; next + 1 < clause.last(); ++next) {
    if (opensClause(clause.form(next)) || clause.form(next) == "to") return false;
    Mark mark = clause.markBefore(next);
    bool joins = isCoordinator(clause.form(next - 1)) || mark == Mark::Comma ||
                 mark == Mark::Semicolon || mark == Mark::Slash;
    if (!joins || !isVerbLike(clause, next, form) || clause.markBefore(next + 1) >= Mark::Comma)
      continue;
    if (inclination(clause.word(next)) + weighFollowers(clause, next, form == VerbForm::Third) > 4)
      return true;
  }
  return false;
}

/// Nouns in the plural that stand before other nouns: `sales ledger`, `operations manual`.
bool standsBeforeNouns(const Word& word) {
  return looksDerived(word) || endsWithAny(word.form, {"ics", "us", "is", "ss"}) ||
         isOneOf(word.form, {"sales", "systems", "sports", "goods", "skills", "news", "customs",
                             "series", "species", "savings", "arms", "ops", "kubernetes",
                             "diabetes", "rabies", "women's", "children's"});
}

/// What only an object can be behind a noun in the plural: another one, an adjective with its noun,
/// or a noun with a preposition that says where to.
bool hasBareObject(const Clause& clause, uint32_t next) {
  if (!clause.isJoined(next) || !clause.isContent(next)) return false;
  const Word& word = clause.word(next);
  if (word.isNumber || (word.canBe(VerbForm::Base) && inclination(word) > 1)) return false;
  if (looksPlural(word)) return true;
  bool isNoun = clause.isJoined(next + 1) && clause.isContent(next + 1);
  bool isAdjective = isPlainAdjective(word) || (word.verb == nullptr && looksLikeAdjective(word));
  if (isNoun) return isAdjective;
  return !looksDerived(word) && !isAdjective &&
         isOneOf(clause.form(next + 1), {"into", "onto", "to", "from", "against", "by", "with",
                                         "before", "after", "until", "through", "at"});
}

/// `Shims up the base`.
bool hasParticle(const Clause& clause, uint32_t next) {
  return clause.isJoined(next) &&
         isOneOf(clause.form(next), {"up", "down", "out", "off", "back", "away"}) &&
         (beginsObject(clause, next + 1) || hasBareObject(clause, next + 1));
}

/// `Branch by abstraction to replace a library`: how, and what for.
bool hasMeansAndPurpose(const Clause& clause, uint32_t at) {
  return !looksDerived(clause.word(at)) && clause.form(at + 1) == "by" &&
         clause.isContent(at + 2) && !looksPlural(clause.word(at + 2)) &&
         clause.form(at + 3) == "to" && clause.canBe(at + 4, VerbForm::Base);
}

Lead leadByUnknown(const Clause& clause, uint32_t at) {
  const Word& word = clause.word(at);
  if (word.verb != nullptr || !word.is(FunctionWord::None) || word.isNumber ||
      clause.token(at).isAllCaps)
    return {};
  bool object = beginsObject(clause, at + 1) || beginsDistributedObject(clause, at + 1);
  bool shape = endsWithAny(word.form, {"ates", "ises", "izes", "ifies"});
  bool follows = clause.isJoined(at + 1) &&
                 (clause.isContent(at + 1) || clause.is(at + 1, FunctionWord::Determiner));
  bool plurals = looksPlural(word) && clause.isJoined(at + 1) && clause.isContent(at + 1) &&
                 looksPlural(clause.word(at + 1)) && hasLaterVerb(clause, at, VerbForm::Third);
  if (!object && !(shape && follows) && !plurals) {
    if (hasParticle(clause, at + 1) && !looksLikeAdjective(word))
      return {looksPlural(word) ? LeadForm::Third : LeadForm::Imperative, at};
    if (looksPlural(word) && !standsBeforeNouns(word) && sizeOf(clause) > 3 &&
        hasBareObject(clause, at + 1))
      return {LeadForm::Third, at};
    bool adjective = !looksLikeAdjective(word) && !looksPlural(word) && !isPlainAdjective(word) &&
                     clause.isJoined(at + 1) && isPlainAdjective(clause.word(at + 1)) &&
                     hasBareObject(clause, at + 1);
    if (adjective || hasMeansAndPurpose(clause, at)) return {LeadForm::Imperative, at};
    return {};
  }
  if (word.form.ends_with("s") && !word.form.ends_with("ss")) return {LeadForm::Third, at};
  if (word.form.ends_with("ing")) return {LeadForm::Gerund, at};
  if (word.form.ends_with("ed")) return {LeadForm::Past, at};
  return object ? Lead{LeadForm::Imperative, at} : Lead{};
}

/// Participles that stand before nouns as adjectives far more often than they tell of the past.
bool isAdjectival(StringRef form) {
  return isOneOf(
      form, {"advanced",    "applied",    "related",   "skilled",     "experienced", "mixed",
             "limited",     "detailed",   "required",  "established", "proven",      "increased",
             "improved",    "integrated", "shared",    "based",       "used",        "given",
             "qualified",   "written",    "spoken",    "combined",    "continued",   "informed",
             "distributed", "automated",  "organised", "organized",   "motivated",   "focused"});
}

/// `Role models calm`, `Spot checks deliveries`: a verb of two words.
bool isCompound(const Clause& clause, uint32_t at) {
  if (!clause.isJoined(at + 1) || clause.word(at + 1).verb == nullptr || !clause.isJoined(at + 2))
    return false;
  StringRef first = clause.form(at);
  StringRef base = clause.word(at + 1).verb->base;
  bool isKnown = (first == "role" && base == "model") || (first == "quality" && base == "assure") ||
                 (isOneOf(first, {"line", "project", "case"}) && base == "manage") ||
                 (isOneOf(first, {"spot", "fact", "quality"}) && base == "check") ||
                 (first == "peer" && base == "review") ||
                 (isOneOf(first, {"load", "field", "unit"}) && base == "test");
  bool isForm = clause.canBe(at + 1, VerbForm::Third) || clause.canBe(at + 1, VerbForm::Base);
  return isKnown && isForm && (clause.isContent(at + 2) || beginsObject(clause, at + 2));
}

/// `Open to being corrected`: adjectives that are verbs elsewhere.
bool isAdjectiveBefore(const Clause& clause, uint32_t at) {
  if (clause.form(at + 1) != "to") return false;
  const Verb& verb = *clause.word(at).verb;
  return clause.form(at) == "open" ||
         (verb.asAdjective * 3 >= verb.asVerb && clause.canBe(at + 2, VerbForm::Gerund));
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

/// `Training for teachers is …`, `Work skills is …`: what leads is the subject of a later verb.
bool isSubjectOfLater(const Clause& clause, uint32_t at) {
  for (uint32_t next = at + 1; next < clause.last(); ++next) {
    if (opensClause(clause.form(next)) || clause.markBefore(next) >= Mark::Comma) return false;
    if (clause.is(next, FunctionWord::Pronoun)) return false;
    if (isFinite(clause, next))
      return !isOneOf(clause.form(next), {"do", "have"}) || next == at + 1;
  }
  return false;
}

/// Verbs that a clause without `that` follows: `Ensures staff are trained`.
bool takesClause(const Word& word) { return word.lists.contains(ListId::ClauseVerbs); }

/// `Exhibits must be sealed`, `Reading records get signed`: a noun with what belongs to it, and the
/// verb that it is the subject of.
bool isBareSubject(const Clause& clause, uint32_t at) {
  if (takesClause(clause.word(at))) return false;
  for (uint32_t next = at + 1; clause.has(next) && next < at + 5 && clause.isJoined(next); ++next) {
    if (isOneOf(clause.form(next), {"get", "gets", "got"}) && next + 1 < clause.last())
      return clause.canBe(next + 1, VerbForm::Participle);
    if (isFinite(clause, next))
      return clause.is(next, FunctionWord::Modal) || clause.is(next, FunctionWord::Be) ||
             clause.canBe(next + 1, VerbForm::Participle);
    if (!clause.isContent(next)) return false;
  }
  return false;
}

Lead leadAt(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return {};
  const Word& word = clause.word(at);
  if (word.isNumber || clause.token(at).isInBrackets != clause.token(clause.first()).isInBrackets)
    return {};
  if (word.is(FunctionWord::Auxiliary)) return leadBehindDo(clause, at);
  if (isCompound(clause, at)) {
    bool isThird = clause.canBe(at + 1, VerbForm::Third);
    // `Unit test equipment`: in the singular it must be plain that an object follows.
    if (isThird || beginsObject(clause, at + 2))
      return {isThird ? LeadForm::Third : LeadForm::Imperative, at + 1};
  }
  if (word.verb == nullptr) return isBareSubject(clause, at) ? Lead{} : leadByUnknown(clause, at);
  if (word.is(FunctionWord::Be) || word.is(FunctionWord::Modal)) return {};
  if (word.is(FunctionWord::Have)) {
    uint32_t next = at + 1;
    while (isAdverb(clause, next)) ++next;
    bool content = clause.isContent(next) || clause.is(next, FunctionWord::Auxiliary);
    // `Has been trained`
    if (clause.is(next, FunctionWord::Be)) {
      uint32_t behind = next + 1;
      while (isAdverb(clause, behind)) ++behind;
      if (clause.canBe(behind, VerbForm::Participle) && clause.isContent(behind)) return {};
    }
    // `Has advanced knowledge`
    if (isAdjectival(clause.form(next)) && clause.isJoined(next + 1) && clause.isContent(next + 1))
      content = false;
    if (clause.canBe(next, VerbForm::Participle) && content) return {LeadForm::Past, next};
    if (word.form == "had") return {LeadForm::Past, at};
    return {word.canBe(VerbForm::Third) ? LeadForm::Third : LeadForm::Imperative, at};
  }
  bool isOwn = isOneOf(word.form, {"own", "second", "providing", "considering"});
  bool isPhrasal = isOneOf(word.form, {"back"}) && clause.form(at + 1) == "up";
  if (!word.is(FunctionWord::None) && !isOwn && !isPhrasal) return {};
  if (isBareSubject(clause, at)) return {};
  double prior = inclination(word);
  if (word.canBe(VerbForm::Third)) {
    double sum = prior + 2.5 + weighFollowers(clause, at, true) +
                 weighCoordinated(clause, at, VerbForm::Third) + weighLength(clause) +
                 weighInfinitive(clause, at) + weighPurpose(clause, at);
    // `Reports to`, `Listens`: alone at the end a verb must be sure.
    bool isSubject =
        clause.is(at + 1, FunctionWord::Preposition) && prior < 2 && isSubjectOfLater(clause, at);
    return sum > 0 && !isSubject ? Lead{LeadForm::Third, at} : Lead{};
  }
  if (word.canBe(VerbForm::Gerund)) {
    if (isSubjectOfLater(clause, at)) return {};
    double next = weighFollowers(clause, at, true) + weighInfinitive(clause, at);
    bool alone =
        !clause.has(at + 1) || !clause.isJoined(at + 1) || isCoordinator(clause.form(at + 1));
    if (alone)
      return weighCoordinated(clause, at, VerbForm::Gerund) > 1 ? Lead{LeadForm::Gerund, at}
                                                                : Lead{};
    bool isName = clause.isContent(at + 1) && !looksPlural(clause.word(at + 1)) &&
                  !looksLikeAdjective(clause.word(at + 1)) && clause.last() - clause.first() <= 2;
    return next > 0 && !isName && !isNameOfMethod(clause, at) ? Lead{LeadForm::Gerund, at} : Lead{};
  }
  if (word.canBe(VerbForm::Past) && !word.canBe(VerbForm::Base)) {
    bool object = beginsObject(clause, at + 1) || beginsDistributedObject(clause, at + 1);
    bool plural =
        clause.isJoined(at + 1) && clause.isContent(at + 1) && looksPlural(clause.word(at + 1));
    bool particle = clause.isJoined(at + 1) && clause.mayBe(at + 1, FunctionWord::Particle) &&
                    clause.form(at + 1) != "to";
    bool isName = isNameOfMethod(clause, at) || weighLength(clause) < 0;
    if (object || ((plural || particle) && !isName && !isAdjectival(word.form)))
      return {LeadForm::Past, at};
    return {};
  }
  if (word.canBe(VerbForm::Base)) {
    if (isAdjectiveBefore(clause, at)) return {};
    // `Staff in this area …`
    if (prior < -1 && isOneOf(clause.form(at + 1), {"in", "at", "within", "across"})) return {};
    double sum = prior + weighFollowers(clause, at, false) +
                 weighCoordinated(clause, at, VerbForm::Base) + weighLength(clause) +
                 (word.verb->asNoun * 3 > word.verb->asVerb ? weighPurpose(clause, at) : 0) +
                 (isPhrasal ? 3 : 0);
    if (sum <= 0 && clause.isContent(at + 1) && hasLaterVerb(clause, at, VerbForm::Base)) sum += 4;
    bool isSubject = prior < 3 && !beginsObject(clause, at + 1) && isSubjectOfLater(clause, at);
    return sum > 0 && !isSubject ? Lead{LeadForm::Imperative, at} : Lead{};
  }
  return {};
}

bool opensIntroduction(const Clause& clause, uint32_t at) {
  const Word& word = clause.word(at);
  // `Each morning, inspects …`
  bool isTime = isOneOf(word.form, {"each", "every"}) && clause.has(at + 1) &&
                isTimeWord(clause.word(at + 1).noun);
  return isTime || word.is(FunctionWord::Preposition) || word.form == "to" ||
         (word.mayBe(FunctionWord::Conjunction) && !isCoordinator(word.form)) ||
         word.canBe(VerbForm::Gerund);
}

/// Behind adverbs, `both`, `not only` and negations.
uint32_t skipAdverbs(const Clause& clause, uint32_t at) {
  for (; clause.has(at); ++at) {
    const Word& word = clause.word(at);
    bool isNegation = isOneOf(word.form, {"never", "not"});
    bool isBetween = isOneOf(clause.form(at), {"and", "or"}) && at > clause.first() &&
                     isAdverb(clause, at - 1) && isAdverb(clause, at + 1);
    bool isCorrelative = isOneOf(word.form, {"both", "either"}) && clause.has(at + 1) &&
                         clause.word(at + 1).verb != nullptr;
    if (word.form == "back" && clause.form(at + 1) == "up") break;
    if (!isNegation && !isCorrelative && !isBetween && !isAdverb(clause, at)) break;
  }
  return at;
}

/// A verb that hardly anybody takes for something else, as what follows an introduction must be.
bool isCertain(const Clause& clause, Lead lead) {
  if (lead.form != LeadForm::Third && lead.form != LeadForm::Imperative) return false;
  const Word& word = clause.word(lead.token);
  bool isThird = lead.form == LeadForm::Third;
  double sum = (word.verb == nullptr ? 0 : inclination(word)) +
               weighFollowers(clause, lead.token, isThird) +
               weighCoordinated(clause, lead.token, isThird ? VerbForm::Third : VerbForm::Base);
  return sum > (isThird ? 1.5 : 3);
}

/// Whether a subject may stand with its verb from `at` up to the next comma: `individuals assess,
/// …`.
bool holdsVerb(const Clause& clause, uint32_t at) {
  for (uint32_t next = at + 1; next < clause.last() && clause.markBefore(next) != Mark::Comma;
       ++next) {
    const Word& word = clause.word(next);
    if (isFinite(clause, next)) return true;
    bool isVerb =
        (word.canBe(VerbForm::Third) || word.canBe(VerbForm::Base)) && inclination(word) > 3;
    if (isVerb && word.is(FunctionWord::None) && clause.form(next - 1) != "to") return true;
  }
  return false;
}

/// `In emergencies, calls …`. What begins with a preposition or conjunction may have commas of its
/// own.
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

/// Heads of phrases that name what somebody has, not what they work on.
bool isAbstract(const Word& word) {
  return looksDerived(word) ||
         isOneOf(word.noun,
                 {"ability",  "approach", "aptitude", "attitude",   "awareness", "behaviour",
                  "behavior", "care",     "contact",  "experience", "expertise", "flair",
                  "focus",    "instinct", "interest", "knowledge",  "mindset",   "player",
                  "sense",    "service",  "skill",    "spirit",     "support",   "work"});
}

}  // namespace

/// `Group pupils by age`, `Smooth fresh concrete with a float`: words that are nouns or adjectives
/// more often, before what can only be an object with what is done about it.
bool mayBeLedInEnglish(const Clause& clause) {
  uint32_t at = skipAdverbs(clause, clause.first());
  if (!clause.isContent(at) || clause.word(at).isNumber || clause.token(at).isAllCaps) return false;
  const Word& word = clause.word(at);
  bool isBase = word.canBe(VerbForm::Base);
  bool isThird = word.canBe(VerbForm::Third);
  if ((!isBase && !isThird) || isBareSubject(clause, at)) return false;
  uint32_t next = at + 1;
  if (!clause.isJoined(next) || !clause.isContent(next)) return false;
  uint32_t head = next;
  while (clause.isContent(head + 1) && clause.isJoined(head + 1)) ++head;
  const Word& noun = clause.word(head);
  bool isPlural = looksPlural(noun);
  if (isAbstract(noun) && !isPlural) return false;
  if (isOneOf(noun.noun, {"skill", "ability", "interest", "behaviour", "behavior"})) return false;
  // A noun in the plural hardly stands before another noun.
  if (isThird) return !standsBeforeNouns(word);
  uint32_t behind = head + 1;
  if (!clause.has(behind) || clause.form(behind) == "of") return false;
  const Verb& verb = *word.verb;
  const Word& first = clause.word(next);
  bool isQualified = looksLikeAdjective(first) || isPlainAdjective(first) ||
                     first.canBe(VerbForm::Gerund) || !first.is(FunctionWord::None);
  bool isAdjective = verb.asAdjective > verb.asVerb && verb.asAdjective > verb.asNoun;
  // `Correct torque on lug nuts`: an adjective, with what it says something of.
  if (isAdjective && !(isQualified && head != next)) return false;
  bool isJoinedOn = clause.isJoined(behind);
  if (isPlural)
    return !isJoinedOn || isQualified || isCoordinator(clause.form(behind)) ||
           clause.mayBe(behind, FunctionWord::Preposition);
  if (isQualified && head != next) return true;
  // `Fence repair with wire`: what is done stands behind.
  if (noun.canBe(VerbForm::Base) && inclination(noun) > 0) return false;
  return isOneOf(clause.form(behind),
                 {"by", "into", "onto", "to", "through", "from", "against", "until", "using",
                  "with", "before", "after", "under", "within", "across", "per"});
}

Lead leadOfEnglish(const Clause& clause) {
  uint32_t at = skipAdverbs(clause, clause.first());
  Lead lead = leadAt(clause, at);
  if (lead.form != LeadForm::None && lead.form != LeadForm::Gerund) return lead;
  Lead behind = leadBehindIntroduction(clause, at);
  return behind.form != LeadForm::None ? behind : lead;
}

}  // namespace cadre::prose
