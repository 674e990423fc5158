#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::ListId;

StringRef nameOf(Role role) {
  switch (role) {
    case Role::Task: return "task";
    case Role::Knowledge: return "knowledge statement";
    case Role::Skill: return "skill statement";
    default: return "statement";
  }
}

/// The opening of a sort: the first entry of its list that asks for no other.
StringRef proper(const Passage& passage, ListId list) {
  for (const prose::Entry* entry : passage.lexicon->entries(list)) {
    if (!entry->hasInstead) return entry->text;
  }
  return {};
}

}  // namespace

void check(rule::StatementPrefix, const Passage& passage, Context& context) {
  const auto at = [&](ListId list) { return passage.text->findAt(list, 0); };
  const auto report = [&](uint32_t first, uint32_t last) {
    return context.report(rule::StatementPrefix{}, passage, context.placeOf(passage, first, last),
                          nameOf(passage.role), passage.text->words(first, last));
  };

  if (passage.is(Role::Task)) {
    for (const ListId list :
         {ListId::KnowledgePrefixes, ListId::SkillPrefixes, ListId::AbilityPrefixes}) {
      if (const auto match = at(list))
        return void(report(match->first, match->last).help(note::ATaskIsDone));
    }
    return;
  }

  const bool isKnowledge = passage.is(Role::Knowledge);
  const ListId own = isKnowledge ? ListId::KnowledgePrefixes : ListId::SkillPrefixes;
  const ListId other = isKnowledge ? ListId::SkillPrefixes : ListId::KnowledgePrefixes;
  if (const auto match = at(other)) {
    report(match->first, match->last).help(note::AnotherSort, proper(passage, other));
    return;
  }
  if (const auto match = at(ListId::AbilityPrefixes)) {
    report(match->first, match->last).help(note::AbilitiesApart);
    return;
  }
  // Only where the others keep to the convention.
  const Openings& openings = context.survey().openings(passage.language);
  if (!(isKnowledge ? openings.knowledge : openings.skills).areUsual()) return;
  const StringRef wanted = proper(passage, own);
  const auto match = at(own);
  if (wanted.empty() || (match && match->entry->text == wanted)) return;
  if (match) {
    report(match->first, match->last).help(note::BeginAsOthers, wanted);
  } else {
    report(0, 1).help(note::BeginAsOthers, wanted);
  }
}

}  // namespace cadre::lint
