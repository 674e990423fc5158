#include "prose/language.h"
#include "prose_fr_files.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/ADT/Twine.h>

namespace cadre::prose {
namespace {

constexpr uint8_t mask(VerbForm form) { return static_cast<uint8_t>(form); }

struct Ending {
  StringRef ending;
  VerbForm form;
  StringRef infinitive;
};
// The regular groups: -er with its changes of spelling, -ir with -iss-, -re. The longest endings
// first.
const Ending endings[] = {
    {"issant", VerbForm::Gerund, "ir"},  {"geant", VerbForm::Gerund, "ger"},
    {"çant", VerbForm::Gerund, "cer"},   {"ant", VerbForm::Gerund, "er"},
    {"ant", VerbForm::Gerund, "re"},     {"ant", VerbForm::Gerund, "ir"},
    {"ées", VerbForm::Participle, "er"}, {"ée", VerbForm::Participle, "er"},
    {"és", VerbForm::Participle, "er"},  {"é", VerbForm::Participle, "er"},
    {"ies", VerbForm::Participle, "ir"}, {"ie", VerbForm::Participle, "ir"},
    {"is", VerbForm::Participle, "ir"},  {"i", VerbForm::Participle, "ir"},
    {"ues", VerbForm::Participle, "re"}, {"ue", VerbForm::Participle, "re"},
    {"us", VerbForm::Participle, "re"},  {"u", VerbForm::Participle, "re"},
    {"it", VerbForm::Third, "ir"},       {"oie", VerbForm::Third, "oyer"},
    {"uie", VerbForm::Third, "uyer"},    {"aie", VerbForm::Third, "ayer"},
    {"elle", VerbForm::Third, "eler"},   {"ette", VerbForm::Third, "eter"},
    {"e", VerbForm::Third, "er"},        {"", VerbForm::Third, "re"},
};

/// `gère` is of gérer, `achète` of acheter.
const Verb* withoutGrave(Tables& tables, StringRef stem) {
  size_t at = stem.rfind("è");
  if (at == StringRef::npos) return nullptr;
  for (StringRef instead : {"é", "e"}) {
    std::string base = (stem.take_front(at) + instead + stem.drop_front(at + 2) + "er").str();
    if (const Verb* verb = tables.findVerb(base)) return verb;
  }
  return nullptr;
}

VerbReading readVerb(Tables& tables, StringRef form) {
  VerbReading reading = tables.irregularVerb(form);
  if (const Verb* base = tables.findVerb(form)) {
    uint8_t forms = reading.verb == base ? reading.forms : 0;
    return {base, static_cast<uint8_t>(forms | mask(VerbForm::Base))};
  }
  if (reading.verb != nullptr) return reading;
  for (const Ending& each : endings) {
    if (!form.ends_with(each.ending)) continue;
    StringRef stem = form.drop_back(each.ending.size());
    if (const Verb* verb = tables.findVerb((stem + each.infinitive).str()))
      return {verb, mask(each.form)};
    if (each.form == VerbForm::Third && each.infinitive == "er") {
      if (const Verb* verb = withoutGrave(tables, stem)) return {verb, mask(each.form)};
    }
  }
  return {};
}

std::string singular(const Tables& tables, StringRef form) {
  if (StringRef irregular = tables.irregularSingular(form); !irregular.empty())
    return irregular.str();
  if (form.size() < 4) return form.str();
  if (form.ends_with("eaux") || form.ends_with("eux") || form.ends_with("oux"))
    return form.drop_back().str();
  if (form.ends_with("aux")) return (form.drop_back(3) + "al").str();
  if (form.ends_with("ss") || form.ends_with("us") || !form.ends_with("s")) return form.str();
  return form.drop_back().str();
}

/// Groups of vowels, a final mute e (and -es, -ent behind a consonant) left out.
unsigned syllables(StringRef form) {
  StringRef word = form;
  unsigned groups = 0;
  bool before = false;
  for (size_t i = 0; i < word.size();) {
    auto byte = static_cast<unsigned char>(word[i]);
    size_t length = byte < 0x80 ? 1 : 2;
    StringRef letter = word.substr(i, length);
    bool vowel = StringRef("aeiouy").contains(letter) ||
                 (length == 2 && letter != "ç" && letter != "ñ" && letter != "’");
    bool apart = letter == "é" || letter == "ï" || letter == "ë";
    if (letter == "u" && i > 0 && word[i - 1] == 'q') vowel = false;
    groups += vowel && (!before || (apart && !word.take_front(i).ends_with("i")));
    before = vowel;
    i += length;
  }
  auto mute = [&](StringRef ending) {
    if (!word.ends_with(ending) || word.size() <= ending.size()) return false;
    char last = word[word.size() - ending.size() - 1];
    return static_cast<unsigned char>(last) < 0x80 && !StringRef("aeiouy").contains(last);
  };
  if ((mute("e") || mute("es")) && groups > 1) --groups;
  return std::max(groups, 1U);
}

std::string spelled(StringRef base, StringRef ending) {
  StringRef stem = base.drop_back(2);
  if (stem.ends_with("g") && ending == "ant") return (stem + "eant").str();
  if (stem.ends_with("c") && ending == "ant") return (stem.drop_back() + "çant").str();
  return (stem + ending).str();
}

/// The third person of -er: `gère`, `nettoie`. None where the rule does not tell (`appelle`,
/// `gèle`).
std::optional<std::string> thirdOfFirstGroup(StringRef base) {
  StringRef stem = base.drop_back(2);
  if (stem.ends_with("oy") || stem.ends_with("uy")) return (stem.drop_back() + "ie").str();
  size_t last = stem.find_last_of("aeiouy");
  size_t acute = stem.rfind("é");
  if (acute != StringRef::npos && (last == StringRef::npos || acute > last)) {
    return (stem.take_front(acute) + "è" + stem.drop_front(acute + 2) + "e").str();
  }
  bool mute = last != StringRef::npos && stem[last] == 'e' && last + 2 == stem.size();
  if (mute && (stem.ends_with("l") || stem.ends_with("t"))) return std::nullopt;
  if (mute) return (stem.take_front(last) + "è" + stem.drop_front(last + 1) + "e").str();
  return (stem + "e").str();
}

std::optional<std::string> inflect(const Tables& tables, const Verb& verb, VerbForm form) {
  if (form == VerbForm::Base) return verb.base.str();
  if (StringRef irregular = tables.irregularForm(verb.base, form); !irregular.empty())
    return irregular.str();
  StringRef base = verb.base;
  if (base.ends_with("er")) {
    if (form == VerbForm::Third) return thirdOfFirstGroup(base);
    if (form == VerbForm::Participle) return spelled(base, "é");
    if (form == VerbForm::Gerund) return spelled(base, "ant");
  } else if (base.ends_with("ir") && !base.ends_with("oir")) {
    if (form == VerbForm::Third) return spelled(base, "it");
    if (form == VerbForm::Participle) return spelled(base, "i");
    if (form == VerbForm::Gerund) return spelled(base, "issant");
  } else if (base.ends_with("dre")) {
    if (form == VerbForm::Third) return base.drop_back(2).str();
    if (form == VerbForm::Participle) return spelled(base, "u");
    if (form == VerbForm::Gerund) return spelled(base, "ant");
  }
  return std::nullopt;
}

bool isAbbreviation(StringRef form) {
  if (form.size() == 1 && form != "a" && form != "y" && !llvm::isDigit(form[0])) return true;
  if (form.contains('.') && !llvm::isDigit(form[0])) return true;
  return llvm::StringSwitch<bool>(form)
      .Cases("etc", "cf", "ex", "env", "art", "chap", "fig", "vol", "max", "min", true)
      .Cases("mm", "mme", "mlle", "dr", "pr", "me", "st", "ste", "av", "bd", true)
      .Cases("réf", "tél", "éd", "janv", "févr", "juil", "sept", "oct", "nov", "déc", true)
      .Default(false);
}

}  // namespace

const Language french{"fr",          "french", true, true,      embedded::prose_fr::find,
                      readVerb,      singular, syllables, inflect,
                      isAbbreviation};

}  // namespace cadre::prose
