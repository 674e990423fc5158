// French: a clause of a framework begins with an infinitive or a third person; nouns that look like
// one
// (`Analyse des besoins`) are told apart by the article behind them.
#include "prose/clauses.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::prose {
namespace {

bool isOneOf(StringRef form, std::initializer_list<StringRef> forms) {
  return llvm::is_contained(forms, form);
}

bool isCoordinator(StringRef form) {
  return isOneOf(form, {"et", "ou", "puis", "mais", "ni", "&", "et/ou"});
}

/// Third persons and infinitives that are nouns or adjectives as well.
bool isAlsoNoun(const Word& word) { return word.lists.contains(ListId::VerbLikeNouns); }

bool endsWithAny(StringRef form, std::initializer_list<StringRef> endings) {
  return llvm::any_of(endings, [&](StringRef ending) {
    return form.size() > ending.size() + 1 && form.ends_with(ending);
  });
}

/// The form of a verb that no list has, by its ending alone.
LeadForm shapeOf(StringRef form) {
  if (endsWithAny(form, {"er", "ir", "ndre", "rdre", "ttre", "uire", "crire"}))
    return LeadForm::Imperative;
  return endsWithAny(form, {"e", "it", "nd", "rd"}) ? LeadForm::Third : LeadForm::None;
}

/// Endings of nouns and adjectives that few verbs share.
bool looksNominal(StringRef form) {
  return endsWithAny(
      form, {"ance",  "ence", "ure",  "tude",  "isme", "iste", "esse", "rie",  "gie",  "mie", "nie",
             "phie",  "thie", "sie",  "logue", "aire", "oire", "eure", "able", "ible", "ée",  "age",
             "tique", "ière", "euse", "trice", "ive",  "ier",  "oir",  "nd",   "rd"});
}

/// An article or possessive that begins an object, `des` and `du` left out: they follow nouns as
/// well.
bool isArticle(const Clause& clause, uint32_t at) {
  return clause.isJoined(at) &&
         isOneOf(clause.form(at),
                 {"le",    "la",    "les",  "l'",     "un",        "une",      "ce",    "cet",
                  "cette", "ces",   "son",  "sa",     "ses",       "leur",     "leurs", "chaque",
                  "tout",  "toute", "tous", "toutes", "plusieurs", "quelques", "aux",   "au"});
}

bool isClitic(StringRef form) {
  return isOneOf(form, {"se", "s'", "ne", "n'", "lui", "y", "en", "le", "la", "les", "l'", "leur"});
}

bool isAdverb(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return false;
  const Word& word = clause.word(at);
  if (word.is(FunctionWord::Adverb) || isOneOf(word.form, {"pas", "jamais"})) return true;
  // `développement` is a noun, and no verb stands behind it.
  return word.is(FunctionWord::None) && word.verb == nullptr && word.form.ends_with("ment");
}

bool canLead(const Word& word) {
  return word.verb != nullptr && !word.is(FunctionWord::Be) && !word.is(FunctionWord::Modal) &&
         !word.is(FunctionWord::Preposition) && !word.is(FunctionWord::Determiner) &&
         !word.is(FunctionWord::Conjunction) && !word.is(FunctionWord::Pronoun);
}

/// `Fait lever`, `Laisse reposer`.
bool isCausative(const Word& word) {
  return isOneOf(word.verb->base, {"faire", "laisser", "envoyer", "emmener", "aller", "venir"});
}

/// Behind adverbs and the pronouns that stand before a verb.
uint32_t skipClitics(const Clause& clause, uint32_t at) {
  while (isOneOf(clause.form(at), {"se", "s'", "ne", "n'"}) || isAdverb(clause, at) ||
         (at > clause.first() && isOneOf(clause.form(at), {"y", "en"}) &&
          isClitic(clause.form(at - 1)))) {
    ++at;
  }
  return at;
}

/// What a word that no list knows may lead as.
LeadForm unknownAt(const Clause& clause, uint32_t at) {
  if (!clause.has(at)) return LeadForm::None;
  const Word& word = clause.word(at);
  bool isUnknown = word.verb == nullptr && word.is(FunctionWord::None) && !word.isNumber &&
                   !clause.token(at).isAllCaps;
  return isUnknown ? shapeOf(word.form) : LeadForm::None;
}

/// `Centre une ébauche`, `S'approvisionne …`: before an article, as behind `se`, no noun stands.
Lead leadByUnknown(const Clause& clause, uint32_t at) {
  LeadForm form = unknownAt(clause, at);
  if (form == LeadForm::None) return {};
  bool object = isArticle(clause, at + 1) && !isOneOf(clause.form(at + 1), {"au", "aux"});
  bool reflexive = at > clause.first() && isOneOf(clause.form(at - 1), {"se", "s'", "ne", "n'"});
  return object || reflexive ? Lead{form, at} : Lead{};
}

/// `Rabote des planches`: a word that may be a verb by its ending, and is no noun that anybody
/// knows.
bool mayLeadAt(const Clause& clause, uint32_t start) {
  uint32_t at = skipClitics(clause, start);
  auto isVerbLike = [&](uint32_t word) {
    if (!clause.has(word) || isAlsoNoun(clause.word(word))) return false;
    if (clause.canBe(word, VerbForm::Base) || clause.canBe(word, VerbForm::Third)) return true;
    return unknownAt(clause, word) != LeadForm::None && !looksNominal(clause.form(word));
  };
  if (!isVerbLike(at) || unknownAt(clause, at) == LeadForm::None) return false;
  if (isCoordinator(clause.form(at + 1))) return isVerbLike(at + 2);
  if (clause.markBefore(at + 1) == Mark::Comma) return isVerbLike(at + 1);
  // `Excellente communication`: a verb has an article before its object.
  bool isFollowed =
      clause.isJoined(at + 1) && (!clause.isContent(at + 1) || isAdverb(clause, at + 1));
  return isFollowed || (clause.isJoined(at + 1) && clause.canBe(at + 1, VerbForm::Base));
}

/// `isIntroduced`: an introduction stands before it, which a noun hardly follows.
Lead leadAt(const Clause& clause, uint32_t at, bool isIntroduced = false) {
  at = skipClitics(clause, at);
  if (!clause.has(at)) return {};
  const Word& word = clause.word(at);
  if (word.is(FunctionWord::Have) && clause.canBe(at + 1, VerbForm::Participle))
    return {LeadForm::Past, at + 1};
  if (word.verb == nullptr) return leadByUnknown(clause, at);
  if (!canLead(word)) return {};
  if (word.canBe(VerbForm::Base)) return {LeadForm::Imperative, at};
  if (!word.canBe(VerbForm::Third)) return {};
  bool isSure = !isAlsoNoun(word) && !word.canBe(VerbForm::Participle);
  bool object =
      isArticle(clause, at + 1) || isAdverb(clause, at + 1) || isOneOf(clause.form(at + 1), {"et"});
  if (clause.form(at + 1) == "et")
    object = clause.canBe(at + 2, VerbForm::Third) && !isAlsoNoun(clause.word(at + 2));
  // `Écrit des rapports`: a participle has no article behind it either.
  bool isNoun = isAlsoNoun(word);
  if (!isNoun && word.canBe(VerbForm::Participle)) {
    object = object || isOneOf(clause.form(at + 1), {"des", "du", "de", "d'"});
  }
  // `Fait cuire le pain`, `Fait des devis`: the noun has an infinitive or article behind it never.
  if (isCausative(word) && clause.isJoined(at + 1) &&
      (clause.canBe(at + 1, VerbForm::Base) || isOneOf(clause.form(at + 1), {"des", "du"})))
    object = true;
  if (isIntroduced && clause.isJoined(at + 1) && clause.form(at + 1) != "de" &&
      clause.form(at + 1) != "d'")
    object = true;
  return isSure || object ? Lead{LeadForm::Third, at} : Lead{};
}

bool opensClause(StringRef form) {
  return isOneOf(form, {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels",
                        "lesquelles", "lorsque", "lorsqu'", "quand", "si", "comment", "pourquoi",
                        "comme", "puisque", "puisqu'"});
}

class Coordination {
public:
  Coordination(const Clause& clause, Lead lead)
      : clause_(clause), lead_(lead), form_(formOf(lead)), lastVerb_(lead.token) {}
  llvm::SmallVector<uint32_t, 4> verbs();

private:
  static VerbForm formOf(Lead lead) {
    if (lead.form == LeadForm::Third) return VerbForm::Third;
    return lead.form == LeadForm::Imperative ? VerbForm::Base : VerbForm::Participle;
  }
  void enter(uint32_t at);
  [[nodiscard]] bool isVerb(uint32_t at, uint32_t coordinator, bool behindArticle,
                            bool behindClitic) const;

  const Clause& clause_;
  Lead lead_;
  VerbForm form_;
  uint32_t lastVerb_;
  bool inClause_ = false;  ///< Behind qui, lorsque … with a verb of the leading one's form.
  bool opened_ = false;
  bool inPhrase_ = false;  ///< Behind a preposition and an infinitive.
};

void Coordination::enter(uint32_t at) {
  const Word& word = clause_.word(at);
  if (opensClause(word.form)) {
    opened_ = true;
    inClause_ = false;
    return;
  }
  if (opened_ && form_ == VerbForm::Third && word.canBe(VerbForm::Third) &&
      (word.is(FunctionWord::Be) || word.is(FunctionWord::Have) || word.is(FunctionWord::Modal) ||
       !isAlsoNoun(word) || opensClause(clause_.form(at - 1)))) {
    inClause_ = true;
  }
  bool isInfinitive =
      form_ == VerbForm::Base && word.canBe(VerbForm::Base) && word.is(FunctionWord::None);
  bool isBound = isOneOf(clause_.form(at - 1), {"pour", "de", "d'", "à", "afin", "sans", "se", "s'",
                                                "les", "le", "la", "l'", "en", "y"}) ||
                 clause_.canBe(at - 1, VerbForm::Base);
  if (isInfinitive && isBound) inPhrase_ = true;
}

bool Coordination::isVerb(uint32_t at, uint32_t coordinator, bool behindArticle,
                          bool behindClitic) const {
  if (!clause_.has(at)) return false;
  const Word& word = clause_.word(at);
  if (!word.canBe(form_) || !canLead(word) || word.isNumber || inClause_ || inPhrase_) return false;
  if (form_ == VerbForm::Base) return true;
  if (form_ == VerbForm::Participle) return coordinator == lastVerb_ + 1;
  bool isSure = !isAlsoNoun(word) && !word.canBe(VerbForm::Participle);
  if (behindArticle) return isSure;
  if (isSure || behindClitic || coordinator == lastVerb_ + 1) return true;
  return isArticle(clause_, at + 1);
}

llvm::SmallVector<uint32_t, 4> Coordination::verbs() {
  llvm::SmallVector<uint32_t, 4> verbs;
  bool bracketed = clause_.token(lead_.token).isInBrackets;
  for (uint32_t at = lead_.token + 1; at < clause_.last(); ++at) {
    if (clause_.token(at).isInBrackets != bracketed) continue;
    Mark mark = clause_.markBefore(at);
    if (mark == Mark::Colon) break;
    if (mark == Mark::Semicolon) opened_ = inClause_ = inPhrase_ = false;
    bool joins = isCoordinator(clause_.form(at)) || mark == Mark::Comma || mark == Mark::Semicolon;
    uint32_t candidate = at;
    bool behindArticle = false;
    bool behindClitic = false;
    if (joins) {
      while (isCoordinator(clause_.form(candidate)) || isAdverb(clause_, candidate)) ++candidate;
      for (; isClitic(clause_.form(candidate)) && clause_.isJoined(candidate + 1); ++candidate) {
        bool article = isOneOf(clause_.form(candidate), {"le", "la", "les", "l'", "leur"});
        (article ? behindArticle : behindClitic) = true;
      }
    }
    if (joins && isVerb(candidate, at, behindArticle, behindClitic)) {
      verbs.push_back(candidate);
      lastVerb_ = at = candidate;
      opened_ = inClause_ = inPhrase_ = false;
      continue;
    }
    enter(at);
  }
  return verbs;
}

/// Whether an introduction begins with the word, which ends at a comma.
bool introduces(const Word& word) {
  return word.is(FunctionWord::Preposition) || word.is(FunctionWord::Conjunction) ||
         opensClause(word.form);
}

}  // namespace

bool mayBeLedInFrench(const Clause& clause) {
  uint32_t first = clause.first();
  if (mayLeadAt(clause, first)) return true;
  if (!introduces(clause.word(first))) return false;
  for (uint32_t at = first + 1; at < clause.last(); ++at) {
    if (clause.markBefore(at) == Mark::Comma && mayLeadAt(clause, at)) return true;
  }
  return false;
}

Lead leadOfFrench(const Clause& clause) {
  uint32_t first = clause.first();
  Lead lead = leadAt(clause, first);
  if (lead.form != LeadForm::None || !introduces(clause.word(first))) return lead;
  for (uint32_t at = first + 1; at < clause.last(); ++at) {
    if (clause.markBefore(at) != Mark::Comma) continue;
    Lead behind = leadAt(clause, at, true);
    if (behind.form == LeadForm::Third || behind.form == LeadForm::Imperative) return behind;
  }
  return {};
}

llvm::SmallVector<uint32_t, 4> coordinatedInFrench(const Clause& clause, Lead lead) {
  return Coordination(clause, lead).verbs();
}

}  // namespace cadre::prose
