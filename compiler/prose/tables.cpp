#include "prose/tables.h"

#include <llvm/ADT/StringSwitch.h>

namespace cadre::prose {
namespace {

/// The line that `at` lies in: where it begins.
size_t lineStart(StringRef lines, size_t at) {
  size_t before = at == 0 ? StringRef::npos : lines.rfind('\n', at - 1);
  return before == StringRef::npos ? 0 : before + 1;
}

StringRef keyAt(StringRef lines, size_t start) {
  return lines.substr(start).take_until([](char c) { return c == '\t' || c == '\n'; });
}

uint8_t formsIn(StringRef kinds) {
  uint8_t forms = 0;
  while (!kinds.empty()) {
    auto [kind, rest] = kinds.split(',');
    kinds = rest;
    forms |= llvm::StringSwitch<uint8_t>(kind)
                 .Case("third", static_cast<uint8_t>(VerbForm::Third))
                 .Case("past", static_cast<uint8_t>(VerbForm::Past))
                 .Case("participle", static_cast<uint8_t>(VerbForm::Participle))
                 .Case("gerund", static_cast<uint8_t>(VerbForm::Gerund))
                 .Default(0);
  }
  return forms;
}

uint32_t number(StringRef field) {
  uint32_t value = 0;
  if (field.getAsInteger(10, value)) return 0;
  return value;
}

Thinking thinkingOf(StringRef name) {
  return llvm::StringSwitch<Thinking>(name)
      .Case("remember", Thinking::Remember)
      .Case("understand", Thinking::Understand)
      .Case("apply", Thinking::Apply)
      .Case("analyse", Thinking::Analyse)
      .Case("evaluate", Thinking::Evaluate)
      .Case("create", Thinking::Create)
      .Default(Thinking::None);
}

FunctionWord functionOf(StringRef name) {
  return llvm::StringSwitch<FunctionWord>(name)
      .Case("determiner", FunctionWord::Determiner)
      .Case("pronoun", FunctionWord::Pronoun)
      .Case("preposition", FunctionWord::Preposition)
      .Case("conjunction", FunctionWord::Conjunction)
      .Case("auxiliary", FunctionWord::Auxiliary)
      .Case("be", FunctionWord::Be)
      .Case("have", FunctionWord::Have)
      .Case("modal", FunctionWord::Modal)
      .Case("negation", FunctionWord::Negation)
      .Case("adverb", FunctionWord::Adverb)
      .Case("particle", FunctionWord::Particle)
      .Case("number", FunctionWord::Number)
      .Default(FunctionWord::None);
}

}  // namespace

SortedLines::SortedLines(StringRef file) : lines_(file) {
  while (lines_.starts_with("#")) lines_ = lines_.split('\n').second;
}

void SortedLines::find(StringRef key, llvm::function_ref<void(StringRef)> each) const {
  size_t low = 0;
  size_t high = lines_.size();
  while (low < high) {
    size_t start = lineStart(lines_, low + (high - low) / 2);
    if (keyAt(lines_, start) < key) {
      size_t end = lines_.find('\n', start);
      low = end == StringRef::npos ? lines_.size() : end + 1;
    } else {
      high = start;
    }
  }
  for (StringRef rest = lines_.substr(low); !rest.empty() && keyAt(rest, 0) == key;) {
    auto [line, next] = rest.split('\n');
    each(line.split('\t').second);
    rest = next;
  }
}

Tables::Tables(StringRef verbs, StringRef irregular, StringRef functionWords)
    : verbs_(verbs), irregular_(irregular), functionWords_(functionWords) {}

const Verb* Tables::findVerb(StringRef base) {
  auto [place, isNew] = known_.try_emplace(base, nullptr);
  if (!isNew) return place->second;
  verbs_.find(base, [&](StringRef fields) {
    llvm::SmallVector<StringRef, 4> field;
    fields.split(field, '\t');
    field.resize(4);
    place->second = arena_.make<Verb>(Verb{place->first(), thinkingOf(field[0]), number(field[1]),
                                           number(field[2]), number(field[3])});
  });
  return place->second;
}

const Verb* Tables::derive(StringRef base, const Verb& from) {
  const Verb*& verb = known_[base];
  if (verb == nullptr) {
    Verb* made = arena_.make<Verb>(from);
    made->base = arena_.copy(base);
    verb = made;
  }
  return verb;
}

VerbReading Tables::irregularVerb(StringRef form) {
  VerbReading best;
  irregular_.find(form, [&](StringRef fields) {
    auto [base, kinds] = fields.split('\t');
    // `lisent`: of lire, but in no form that a statement leads with.
    uint8_t forms = formsIn(kinds);
    const Verb* verb = forms == 0 && !kinds.starts_with("thirds") ? nullptr : findVerb(base);
    if (verb == nullptr) return;
    if (best.verb == verb) {
      best.forms |= forms;
    } else if (best.verb == nullptr || verb->asVerb > best.verb->asVerb) {
      best = {verb, forms};
    }
  });
  return best;
}

StringRef Tables::irregularSingular(StringRef form) const {
  StringRef singular;
  irregular_.find(form, [&](StringRef fields) {
    auto [base, kinds] = fields.split('\t');
    if (kinds == "plural" || kinds.ends_with(",plural")) singular = base;
  });
  return singular;
}

StringRef Tables::irregularForm(StringRef base, VerbForm kind) const {
  for (StringRef rest = irregular_.lines(); !rest.empty();) {
    auto [line, next] = rest.split('\n');
    auto [form, fields] = line.split('\t');
    auto [of, kinds] = fields.split('\t');
    if (of == base && (formsIn(kinds) & static_cast<uint8_t>(kind)) != 0) return form;
    rest = next;
  }
  return {};
}

uint16_t Tables::functionsOf(StringRef form) const {
  uint16_t functions = 0;
  functionWords_.find(form, [&](StringRef fields) {
    FunctionWord one = functionOf(fields.split('\t').first);
    if (one != FunctionWord::None) functions |= 1U << static_cast<unsigned>(one);
  });
  return functions;
}

}  // namespace cadre::prose
