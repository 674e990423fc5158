#include "diff/change.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <array>

namespace cadre::diff {

namespace {

constexpr std::array rows = {
#define CHANGE(id, name, tier, step, help) \
  ChangeRow{ChangeId::id, name, Tier::tier, VersionStep::step, help},
#include "diff/changes.def"
};

}  // namespace

StringRef word(Tier tier) {
  switch (tier) {
    case Tier::People: return "people";
    case Tier::Data: return "data";
    case Tier::Text: return "text";
  }
  llvm_unreachable("every tier has a word");
}

std::optional<Tier> findTier(StringRef word) {
  return llvm::StringSwitch<std::optional<Tier>>(word)
      .Case("people", Tier::People)
      .Case("data", Tier::Data)
      .Case("text", Tier::Text)
      .Default(std::nullopt);
}

StringRef word(Cause::Kind kind) {
  switch (kind) {
    case Cause::Kind::Own: return "own";
    case Cause::Kind::Base: return "base";
    case Cause::Kind::Rule: return "rule";
    case Cause::Kind::Extends: return "extends";
    case Cause::Kind::Family: return "family";
    case Cause::Kind::Scale: return "scale";
  }
  llvm_unreachable("every cause has a word");
}

ArrayRef<ChangeRow> changeRows() { return rows; }

const ChangeRow& rowOf(ChangeId id) { return rows[static_cast<size_t>(id)]; }

namespace {

constexpr std::array declarations = {"framework", "kind",       "attribute", "scale",      "category", "family",  "statement", "credential",
                                     "resource",   "competency", "profile",   "rule",     "path",    "crosswalk"};

const ChangeRow* findRow(StringRef name) {
  const auto* found = llvm::find_if(rows, [&](const ChangeRow& it) { return it.name == name; });
  return found == rows.end() ? nullptr : found;
}

/// Whether the row tells of declarations of any kind, so that one can be named.
bool isOneWord(const ChangeRow& row) { return !row.name.contains('-'); }

}  // namespace

std::optional<ChangeName> findChangeName(StringRef name) {
  if (const ChangeRow* row = findRow(name)) return ChangeName{row->id, {}};
  const auto [word, rest] = name.split('-');
  const ChangeRow* row = findRow(rest);
  const auto* declaration = llvm::find(declarations, word);
  if (!row || !isOneWord(*row) || declaration == declarations.end()) return std::nullopt;
  return ChangeName{row->id, *declaration};
}

std::vector<std::string> changeNames() {
  std::vector<std::string> out;
  for (const ChangeRow& row : rows) {
    out.push_back(row.name.str());
    if (!isOneWord(row)) continue;
    for (const StringRef word : declarations) out.push_back((word + "-" + row.name).str());
  }
  return out;
}

Phrase& Phrase::append(const Phrase& other) {
  for (const Part& part : other.parts_) {
    part.plural.empty() ? add(part.style, part.text) : verb(part.text, part.plural);
  }
  return *this;
}

Phrase& Phrase::add(Part::Style style, StringRef text) {
  const bool joins = !parts_.empty() && style == Part::Style::Words && parts_.back().style == style && parts_.back().plural.empty();
  if (joins) {
    parts_.back().text += text;
  } else {
    parts_.push_back({style, text.str(), {}});
  }
  return *this;
}

Phrase& Phrase::verb(StringRef singular, StringRef plural) {
  parts_.push_back({Part::Style::Words, singular.str(), plural.str()});
  return *this;
}

Phrase Phrase::ofSeveral() const {
  Phrase out;
  for (const Part& part : parts_) out.add(part.style, part.plural.empty() ? part.text : part.plural);
  return out;
}

std::string Phrase::plain() const {
  std::string out;
  for (const Part& part : parts_) {
    const bool isQuote = part.style == Part::Style::Before || part.style == Part::Style::After;
    out += isQuote ? "“" + part.text + "”" : part.text;
  }
  return out;
}

}  // namespace cadre::diff
