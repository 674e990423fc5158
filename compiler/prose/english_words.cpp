#include "prose/english_words.h"

#include <llvm/ADT/StringExtras.h>

#include <cmath>

namespace cadre::prose::en {

bool endsWithAny(StringRef form, std::initializer_list<StringRef> endings) {
  return llvm::any_of(endings, [&](StringRef ending) {
    return form.size() > ending.size() + 1 && form.ends_with(ending);
  });
}

bool isOneOf(StringRef form, std::initializer_list<StringRef> forms) {
  // Nearly all differ in length or in the first letter.
  return !form.empty() && llvm::any_of(forms, [&](StringRef each) {
    return each.size() == form.size() && each.front() == form.front() && each == form;
  });
}

bool isFinite(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return false;
  const Word& word = clause.word(at);
  if (word.is(FunctionWord::Modal)) return true;
  // Content words are none, and they are most.
  const bool mayBeOne =
      word.mayBe(FunctionWord::Be) || word.mayBe(FunctionWord::Have) || word.mayBe(FunctionWord::Auxiliary);
  return mayBeOne &&
         isOneOf(word.form, {"is", "are", "was", "were", "has", "have", "had", "does", "do", "did",
                             "isn't", "aren't"});
}

double inclination(const Word& word) {
  if (word.verb == nullptr) return -3;
  const Verb& verb = *word.verb;
  double known = verb.thinking == Thinking::None ? 0 : 1.5;  // The lists of verbs of work have it.
  // Counted nowhere, and in no list of nouns: `launder`.
  if (verb.asVerb + verb.asNoun + verb.asAdjective == 0) known += 2;
  bool isShaped =
      endsWithAny(verb.base, {"ate", "ise", "ize", "ify"}) && verb.asNoun + verb.asAdjective == 0;
  if (isShaped) known += 3;
  return std::max(known + std::log2((verb.asVerb + 1.0) / (verb.asNoun + verb.asAdjective + 1.0)),
                  -6.0);
}

namespace {

/// `resources it needs`: the pronoun is a subject there.
bool isSubject(const Clause& clause, uint32_t at) {
  if (!isOneOf(clause.form(at), {"it", "you"})) return false;
  return clause.canBe(at + 1, clause.form(at) == "it" ? VerbForm::Third : VerbForm::Base) ||
         isFinite(clause, at + 1);
}

}  // namespace

bool beginsObject(const Clause& clause, uint32_t at) {
  if (!clause.isJoined(at) || isSubject(clause, at)) return false;
  const Word& word = clause.word(at);
  if (word.is(FunctionWord::Determiner)) {
    // `reports each month` says when.
    bool isTime = isOneOf(word.form, {"each", "every", "all", "this", "that", "more", "less",
                                      "most", "least", "both"});
    return !isTime;
  }
  return isOneOf(word.form,
                 {"it",     "them",       "him",       "her",      "us",      "me",       "you",
                  "itself", "themselves", "himself",   "herself",  "others",  "everyone", "someone",
                  "anyone", "everything", "something", "anything", "nothing", "whether",  "how",
                  "what",   "why",        "who",       "whom",     "where",   "its",      "their",
                  "his",    "our",        "your",      "my"});
}

bool isTimeWord(StringRef form) {
  return isOneOf(form, {"day",    "week",    "month",   "quarter",   "year",  "hour", "minute",
                        "shift",  "morning", "evening", "afternoon", "night", "time", "term",
                        "season", "sprint",  "lesson",  "session",   "visit", "one"});
}

bool beginsDistributedObject(const Clause& clause, uint32_t at) {
  return clause.isJoined(at) && clause.is(at, FunctionWord::Determiner) &&
         clause.isJoined(at + 1) && !isTimeWord(clause.word(at + 1).noun);
}

bool isAdverb(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return false;
  const Word& word = clause.word(at);
  if (word.is(FunctionWord::Adverb)) return true;
  if (!word.is(FunctionWord::None) || word.verb != nullptr) return false;
  if (endsWithAny(word.form, {"wise", "wards"}) && word.form.size() > 6) return true;
  return endsWithAny(word.form, {"ly"}) && word.form.size() > 4 &&
         !isOneOf(
             word.form,
             {"family",  "assembly",  "anomaly",     "friendly",     "costly",       "timely",
              "elderly", "orderly",   "daily",       "weekly",       "monthly",      "quarterly",
              "yearly",  "early",     "likely",      "only",         "italy",        "july",
              "homily",  "butterfly", "scholarly",   "lively",       "lovely",       "deadly",
              "hourly",  "monopoly",  "subassembly", "sub-assembly", "user-friendly"});
}

bool looksLikeAdjective(const Word& word) {
  if (!word.is(FunctionWord::None)) return false;
  if (word.canBe(VerbForm::Participle) && !word.canBe(VerbForm::Base)) return true;
  return word.verb == nullptr &&
         endsWithAny(word.form, {"al", "ive", "ous", "ful", "able", "ible", "ic", "less", "ary",
                                 "ant", "ent", "ical"}) &&
         !endsWithAny(word.form, {"ment", "ness"});
}

bool isPlainAdjective(const Word& word) {
  return isOneOf(
      word.form,
      {"new",     "old",    "young", "large",  "small", "big",    "long",   "short",  "high",
       "low",     "heavy",  "light", "hard",   "soft",  "hot",    "cold",   "raw",    "deep",
       "thick",   "thin",   "broad", "wide",   "sharp", "blunt",  "simple", "major",  "minor",
       "weak",    "strong", "sick",  "frail",  "tall",  "narrow", "unsafe", "uneven", "unused",
       "late",    "early",  "whole", "bare",   "fresh", "stale",  "ripe",   "spare",  "loose",
       "tight",   "top",    "poor",  "rich",   "bad",   "wrong",  "safe",   "single", "double",
       "steep",   "slow",   "quick", "fast",   "warm",  "wet",    "coarse", "rough",  "foreign",
       "junior",  "senior", "rare",  "stray",  "full",  "entire", "fair",   "clear",  "bulky",
       "sticky",  "dirty",  "dusty", "faulty", "noisy", "tricky", "tiny",   "unpaid", "sturdy",
       "complex", "unclear"});
}

bool looksPlural(const Word& word) {
  return word.noun.size() < word.form.size() && word.form.ends_with("s");
}

bool looksDerived(const Word& word) {
  return endsWithAny(word.noun, {"tion", "sion", "ment", "ance", "ence", "ity", "ship", "ness",
                                 "ing", "sis", "acy", "ology", "ism", "hood", "ery"});
}

bool opensClause(StringRef form) {
  // `that` opens a clause unless a noun follows: `that change`; so nearly always.
  return isOneOf(
      form,
      {"who",     "which",    "whose",    "whom",   "where",   "when",     "whenever", "while",
       "whilst",  "because",  "if",       "unless", "until",   "how",      "why",      "what",
       "whether", "whatever", "although", "though", "whereas", "wherever", "once",     "provided",
       "as",      "than",     "before",   "after",  "since",   "so",       "that"});
}

bool isCoordinator(StringRef form) {
  constexpr size_t longest = 6;
  if (form.empty() || form.size() > longest || !StringRef("aotbp&n").contains(form.front())) return false;
  return isOneOf(form, {"and", "or", "then", "but", "plus", "&", "and/or", "nor"});
}

uint32_t sizeOf(const Clause& clause) {
  uint32_t end = clause.first() + 1;
  while (end != clause.last() && clause.markBefore(end) != Mark::Hyphen &&
         clause.markBefore(end) != Mark::Colon)
    ++end;
  return end - clause.first();
}

namespace {

/// As titles are.
bool isShort(const Clause& clause) { return sizeOf(clause) <= 2; }

}  // namespace

namespace {

/// Verbs that are also nouns, and the prepositions that follow them as verbs.
bool isBound(const Word& word, StringRef preposition) {
  if (preposition == "as") return true;
  StringRef base = word.verb == nullptr ? StringRef() : word.verb->base;
  if (base == "work")
    return isOneOf(preposition,
                   {"with", "on", "alongside", "across", "towards", "within", "to", "from"});
  if (base == "report") return isOneOf(preposition, {"to"});
  if (base == "pair" || base == "partner" || base == "team") return preposition == "with";
  return isOneOf(base, {"act", "respond", "listen"}) && isOneOf(preposition, {"on", "to"});
}

}  // namespace

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
  // No noun stands before one.
  bool beforeNoun = clause.isContent(next + 1) && clause.isJoined(next + 1);
  if (isPlainAdjective(word) && beforeNoun && word.verb == nullptr) return 5;
  if (isPlainAdjective(word) && beforeNoun) return 2.5;
  bool isTitle = isShort(clause);
  if (plural && looksPlural(word) && mark == Mark::None)
    return 5;  // `groups pupils`: no noun in the plural stands before another.
  if (plural) return isTitle && looksDerived(word) ? -3 : 2.5;
  if (looksPlural(word)) return 1.5;
  return looksDerived(word) ? -2.5 : isTitle ? -2 : -0.5;
}

bool beginsCompound(const Clause& clause, uint32_t at) {
  const Word& word = clause.word(at);
  if (!word.begins.contains(ListId::NounCompounds)) return false;
  return llvm::any_of(word.entriesOf(ListId::NounCompounds), [&](const Entry* entry) {
    uint32_t next = at;
    return llvm::all_of(entry->keys, [&](StringRef key) {
      const bool isHere = clause.has(next) && (next == at || clause.isJoined(next)) &&
                          (clause.form(next) == key || clause.word(next).noun == key);
      ++next;
      return isHere;
    });
  });
}

uint32_t lengthOfEntry(const Clause& clause, uint32_t at, ListId list, const Entry** found) {
  if (!clause.has(at)) return 0;
  const Word& word = clause.word(at);
  // The longest come first.
  for (const Entry* entry : word.entriesOf(list)) {
    uint32_t next = at;
    const bool isHere = llvm::all_of(entry->keys, [&](StringRef key) {
      const bool isKey = (next == at || clause.isJoined(next)) && clause.form(next) == key;
      ++next;
      return isKey;
    });
    if (!isHere) continue;
    if (found != nullptr) *found = entry;
    return static_cast<uint32_t>(entry->keys.size());
  }
  return 0;
}

bool isNameOfMethod(const Clause& clause, uint32_t at) {
  uint32_t head = at;
  while (clause.isContent(head + 1) && clause.isJoined(head + 1)) ++head;
  return head != at &&
         isOneOf(clause.word(head).noun,
                 {"method",     "process",     "technique", "procedure", "principle", "type",
                  "system",     "standard",    "skill",     "service",   "tool",      "industry",
                  "theory",     "machine",     "equipment", "material",  "policy",    "software",
                  "programme",  "program",     "strategy",  "measure",   "course",    "knowledge",
                  "experience", "environment", "practice",  "product",   "plan",      "room",
                  "centre",     "center",      "need",      "cost"});
}

bool isCall(const Clause& clause, uint32_t at) {
  const Word& word = clause.word(at);
  if (word.verb == nullptr || !clause.has(at + 1) || !clause.isJoined(at + 1)) return false;
  if (!isOneOf(word.verb->base, {"e-mail", "email", "fax", "message", "page", "phone", "radio",
                                 "ring", "telephone", "text"}))
    return false;
  if (isOneOf(clause.form(at + 1), {"ahead", "back", "base", "control", "head", "headquarters",
                                    "home", "reception", "security"}))
    return true;
  return isOneOf(clause.word(at + 1).noun,
                 {"applicant",  "buyer",    "candidate",  "carer",    "client",    "colleague",
                  "contractor", "customer", "doctor",     "driver",   "engineer",  "family",
                  "guardian",   "guest",    "keyholder",  "landlord", "manager",   "member",
                  "neighbour",  "nurse",    "owner",      "parent",   "passenger", "patient",
                  "pupil",      "relative", "resident",   "staff",    "student",   "subscriber",
                  "supervisor", "supplier", "technician", "tenant",   "visitor",   "volunteer"});
}

}  // namespace cadre::prose::en
