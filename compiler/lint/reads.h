// What a rule on prose reads: in which roles a text must stand, and what the lexicon of its language
// must offer. Part of a rule's row, so that the engine asks no rule about texts that it has nothing
// to say of.
#pragma once

#include "prose/lexicon.h"

#include <cstdint>

namespace cadre::lint {

/// What a text is to the framework.
enum class Role : uint16_t {
  Title = 1U << 0,        ///< Of any declaration or level.
  About = 1U << 1,
  Indicator = 1U << 2,    ///< A bullet of a competency, at a level or directly in it.
  Descriptor = 1U << 3,   ///< A bullet of a scale's level.
  Task = 1U << 4,         ///< Declared, or written in a competency or profile.
  Knowledge = 1U << 5,
  Skill = 1U << 6,
  Ability = 1U << 7,
  Develop = 1U << 8,
  Evidence = 1U << 9,
  Interview = 1U << 10,
};

/// A set of roles.
struct Roles {
  uint16_t bits = 0;
  constexpr Roles() = default;
  constexpr Roles(Role one) : bits(static_cast<uint16_t>(one)) {}  // NOLINT: a role is a set
  [[nodiscard]] constexpr bool contains(Role one) const { return (bits & static_cast<uint16_t>(one)) != 0; }
  friend constexpr Roles operator|(Roles a, Roles b) {
    Roles out;
    out.bits = a.bits | b.bits;
    return out;
  }
};
constexpr Roles operator|(Role a, Role b) { return Roles(a) | Roles(b); }

/// Statements of what people do.
inline constexpr Roles behaviours = Role::Indicator | Role::Task;
/// All statements that are bullets or declared as such.
inline constexpr Roles statements = behaviours | Role::Descriptor | Role::Knowledge | Role::Skill | Role::Ability;
/// All that people read.
inline constexpr Roles everything = statements | Role::Title | Role::About | Role::Develop | Role::Evidence | Role::Interview;

struct Reads {
  Roles roles;
  prose::Lists lists;    ///< Not empty: only texts in which an entry of one of them may stand.
  bool verbs = false;    ///< Only languages of which the verbs are listed.
  bool lexicon = false;  ///< Only languages with a lexicon at all.

  /// Only texts in which an entry of the lists may stand.
  [[nodiscard]] constexpr Reads with(prose::Lists wanted) const { return {roles, wanted, verbs, true}; }
  /// Only languages of which the verbs are known.
  [[nodiscard]] constexpr Reads withVerbs() const { return {roles, lists, true, true}; }
  /// Only languages of which anything is known.
  [[nodiscard]] constexpr Reads withWords() const { return {roles, lists, verbs, true}; }
};
constexpr Reads reads(Roles roles) { return {roles, {}, false, false}; }
inline constexpr Reads noProse = {};

}  // namespace cadre::lint
