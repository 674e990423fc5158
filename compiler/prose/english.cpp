#include "prose/language.h"
#include "prose_en_files.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/ADT/Twine.h>

namespace cadre::prose {
namespace {

constexpr uint8_t mask(VerbForm form) { return static_cast<uint8_t>(form); }
constexpr uint8_t pastAndParticiple = mask(VerbForm::Past) | mask(VerbForm::Participle);

struct Ending {
  StringRef ending;
  uint8_t forms;
  StringRef instead[2];
  unsigned tries;
};
// What irregular.tsv is made against: scripts/lint_data/en/make_english.py has the same table.
const Ending endings[] = {
    {"ies", mask(VerbForm::Third), {"y", "ie"}, 2}, {"es", mask(VerbForm::Third), {"e", ""}, 2},
    {"s", mask(VerbForm::Third), {""}, 1},          {"ied", pastAndParticiple, {"y", "ie"}, 2},
    {"ed", pastAndParticiple, {"e", ""}, 2},        {"ing", mask(VerbForm::Gerund), {"e", ""}, 2},
};

VerbReading regularVerb(Tables& tables, StringRef form) {
  for (const Ending& each : endings) {
    if (!form.ends_with(each.ending)) continue;
    StringRef root = form.drop_back(each.ending.size());
    for (unsigned i = 0; i != each.tries; ++i) {
      if (const Verb* verb = tables.findVerb((root + each.instead[i]).str()))
        return {verb, each.forms};
    }
  }
  return {};
}

VerbReading listedVerb(Tables& tables, StringRef form) {
  VerbReading reading = tables.irregularVerb(form);
  if (const Verb* base = tables.findVerb(form)) {
    // `set` is past and base of one verb; `lay` is rather a base, `found` rather the past of find.
    if (reading.verb == nullptr || reading.verb == base ||
        base->asVerb * 8 > reading.verb->asVerb) {
      uint8_t forms = reading.verb == base ? reading.forms : 0;
      return {base, static_cast<uint8_t>(forms | mask(VerbForm::Base))};
    }
  }
  return reading.verb != nullptr ? reading : regularVerb(tables, form);
}

/// `double-checks`, `preheats`: as their last part.
VerbReading compoundVerb(Tables& tables, StringRef form) {
  size_t at = form.rfind('-');
  if (form == "misconduct") return {};  // Nobody writes of misconducting anything.
  if (at == StringRef::npos) {
    for (StringRef prefix : {"re", "pre", "mis", "co"}) {
      if (form.starts_with(prefix) && form.size() > prefix.size() + 4) at = prefix.size();
    }
    if (at == StringRef::npos) return {};
  } else {
    ++at;
  }
  VerbReading last = at < form.size() ? listedVerb(tables, form.drop_front(at)) : VerbReading();
  if (last.verb == nullptr || last.verb->asVerb <= last.verb->asNoun) return {};
  return {tables.derive((form.take_front(at) + last.verb->base).str(), *last.verb), last.forms};
}

/// `deputises`, `gamified`: verbs by their endings, whichever list has them.
VerbReading shapedVerb(Tables& tables, StringRef form) {
  struct Shape {
    StringRef ending;
    StringRef base;
    uint8_t forms;
  };
  static constexpr Shape shapes[] = {
      {"ises", "ise", mask(VerbForm::Third)},    {"izes", "ize", mask(VerbForm::Third)},
      {"ifies", "ify", mask(VerbForm::Third)},   {"ised", "ise", pastAndParticiple},
      {"ized", "ize", pastAndParticiple},        {"ified", "ify", pastAndParticiple},
      {"ising", "ise", mask(VerbForm::Gerund)},  {"izing", "ize", mask(VerbForm::Gerund)},
      {"ifying", "ify", mask(VerbForm::Gerund)}, {"ise", "ise", mask(VerbForm::Base)},
      {"ize", "ize", mask(VerbForm::Base)},      {"ify", "ify", mask(VerbForm::Base)},
  };
  for (const Shape& shape : shapes) {
    if (!form.ends_with(shape.ending) || form.size() < shape.ending.size() + 4) continue;
    std::string base = (form.drop_back(shape.ending.size()) + shape.base).str();
    bool isOther = llvm::is_contained(
        {"enterprise", "premise", "expertise", "merchandise", "franchise", "paradise", "treatise",
         "precise", "imprecise", "concise", "otherwise", "likewise", "clockwise", "stepwise",
         "pairwise", "oversize", "midsize", "fullsize"},
        StringRef(base));
    // `lengthwise` is an adverb.
    if (isOther || form.contains('-') || StringRef(base).ends_with("wise")) return {};
    return {tables.derive(base, Verb{{}, Thinking::None, 4, 0, 0}), shape.forms};
  }
  return {};
}

VerbReading readVerb(Tables& tables, StringRef form) {
  VerbReading reading = listedVerb(tables, form);
  if (reading.verb == nullptr) reading = compoundVerb(tables, form);
  return reading.verb != nullptr ? reading : shapedVerb(tables, form);
}

std::string singular(const Tables& tables, StringRef form) {
  if (StringRef irregular = tables.irregularSingular(form); !irregular.empty())
    return irregular.str();
  auto endsWith = [&](std::initializer_list<StringRef> some) {
    return llvm::any_of(some, [&](StringRef ending) { return form.ends_with(ending); });
  };
  if (form.size() < 4 || endsWith({"ss", "us", "is"})) return form.str();
  if (form.ends_with("ies")) return (form.drop_back(3) + "y").str();
  if (endsWith({"sses", "shes", "ches", "xes", "zzes"})) return form.drop_back(2).str();
  return (form.ends_with("s") ? form.drop_back() : form).str();
}

bool isVowel(char c) { return StringRef("aeiouy").contains(c); }

/// Vowel groups of one part of a word without hyphens.
unsigned syllablesOfPart(StringRef part) {
  part.consume_back("'s");
  unsigned groups = 0;
  bool before = false;
  for (size_t i = 0; i != part.size(); ++i) {
    bool vowel = static_cast<unsigned char>(part[i]) >= 0x80 || isVowel(part[i]);
    if (part[i] == 'y' && i == 0) vowel = false;
    if (part[i] == 'u' && i > 0 && part[i - 1] == 'q') vowel = false;
    groups += vowel && !before;
    // `di-et`, `cre-ate`, `ra-di-o`, `re-align`: two vowels that are spoken apart.
    if (vowel && before) {
      StringRef pair = part.substr(i - 1, 2);
      StringRef rest = part.substr(i + 1);
      bool tion = pair == "io" && rest.starts_with("n") && i > 1 &&
                  StringRef("tscgn").contains(part[i - 2]);
      if ((pair == "ia" &&
           !(i > 1 && StringRef("ct").contains(part[i - 2]) && rest.starts_with("l"))) ||
          (pair == "io" && !tion && !rest.starts_with("us")) || pair == "iu" || pair == "eo" ||
          pair == "ua" || pair == "uo") {
        ++groups;
      } else if (pair == "ea" && rest.starts_with("te") && i > 1 && part[i - 2] == 'r') {
        ++groups;  // create
      } else if (pair == "ea" && rest.empty() && groups > 1) {
        ++groups;  // area, idea
      }
    }
    before = vowel;
  }
  bool silentE = part.ends_with("e") && part.size() > 2 && !isVowel(part[part.size() - 2]) &&
                 !(part.ends_with("le") && part.size() > 3 && !isVowel(part[part.size() - 3]));
  bool silentEd = part.ends_with("ed") && part.size() > 3 && !isVowel(part[part.size() - 3]) &&
                  part[part.size() - 3] != 't' && part[part.size() - 3] != 'd';
  bool silentEs = part.ends_with("es") && part.size() > 3 && !isVowel(part[part.size() - 3]) &&
                  !StringRef("sxzcg").contains(part[part.size() - 3]) && !part.ends_with("shes") &&
                  !part.ends_with("ches") &&
                  !(part.ends_with("les") && part.size() > 4 && !isVowel(part[part.size() - 4]));
  if ((silentE || silentEd || silentEs) && groups > 1) --groups;
  return std::max(groups, 1U);
}

unsigned syllables(StringRef form) {
  unsigned sum = 0;
  llvm::SmallVector<StringRef, 3> parts;
  form.split(parts, '-', -1, false);
  for (StringRef part : parts) sum += syllablesOfPart(part);
  return std::max(sum, 1U);
}

std::string third(StringRef base) {
  bool afterVowel = base.size() > 1 && StringRef("aeiou").contains(base[base.size() - 2]);
  if (base.ends_with("z") && afterVowel) return (base + "zes").str();
  for (StringRef hiss : {"s", "x", "z", "ch", "sh"}) {
    if (base.ends_with(hiss)) return (base + "es").str();
  }
  if (base.ends_with("o") && !afterVowel) return (base + "es").str();
  if (base.ends_with("y") && !afterVowel) return (base.drop_back() + "ies").str();
  return (base + "s").str();
}

std::string past(StringRef base) {
  if (base.ends_with("e")) return (base + "d").str();
  bool afterVowel = base.size() > 1 && StringRef("aeiou").contains(base[base.size() - 2]);
  if (base.ends_with("y") && !afterVowel) return (base.drop_back() + "ied").str();
  return (base + "ed").str();
}

std::string gerund(StringRef base) {
  if (base.ends_with("ie")) return (base.drop_back(2) + "ying").str();
  bool keepsE = base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye");
  if (base.ends_with("e") && base.size() > 2 && !keepsE) return (base.drop_back() + "ing").str();
  return (base + "ing").str();
}

/// Both spellings are read; of these the one without a doubled letter is written.
bool isBetterSingle(StringRef base) {
  return (base.ends_with("s") && base != "gas") || base == "benefit" || base == "combat";
}

std::optional<std::string> inflect(const Tables& tables, const Verb& verb, VerbForm form) {
  if (form == VerbForm::Base) return verb.base.str();
  if (verb.base == "be") {
    if (form == VerbForm::Third) return "is";
    if (form == VerbForm::Past) return std::nullopt;  // was or were
  }
  StringRef irregular =
      isBetterSingle(verb.base) ? StringRef() : tables.irregularForm(verb.base, form);
  if (!irregular.empty()) return irregular.str();
  // `double-check` is not in the table, `check` may be.
  if (size_t hyphen = verb.base.rfind('-'); hyphen != StringRef::npos) {
    StringRef last = tables.irregularForm(verb.base.drop_front(hyphen + 1), form);
    if (!last.empty()) return (verb.base.take_front(hyphen + 1) + last).str();
  }
  switch (form) {
    case VerbForm::Base: break;
    case VerbForm::Third: return third(verb.base);
    case VerbForm::Past:
    case VerbForm::Participle: return past(verb.base);
    case VerbForm::Gerund: return gerund(verb.base);
  }
  return std::nullopt;
}

// Closed: what is written with a period in professional English. Initialisms (`e.g`) are known by
// theirs.
bool isAbbreviation(StringRef form) {
  if (form.size() == 1 && form != "i" && !llvm::isDigit(form[0])) return true;
  if (form.contains('.') && !llvm::isDigit(form[0])) return true;
  return llvm::StringSwitch<bool>(form)
      .Cases("eg", "ie", "cf", "vs", "viz", "approx", "fig", "figs", "incl", true)
      .Cases("mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "rev", true)
      .Cases("dept", "min", "max", "avg", "vol", "ed", "eds", "pp", "para", "ref", true)
      .Cases("jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec", "est", true)
      .Cases("etc", "al", "inc", "ltd", "co", "corp", "plc", "no", "nos", "art", true)
      .Default(false);
}

}  // namespace

const Language english{"en",          "english", false, false,     embedded::prose_en::find,
                       readVerb,      singular,  syllables, inflect,
                       isAbbreviation};

}  // namespace cadre::prose
