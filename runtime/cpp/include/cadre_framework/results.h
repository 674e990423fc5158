// What `profile`, `gap` and `why` answer. What each member means is written in docs/readers.md.
// Pointers lead into the framework that gave the answer, which must outlive it; where nothing else
// is said they are never null.
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "cadre_framework/records.h"

namespace cadre_framework {

/// A level with the scale that it is on.
struct ResolvedLevel {
  const Scale* scale;
  /// As the document writes it: the id of a level, or a number.
  Level level;
  /// What to compare by: the place on an ordinal scale, counted from 1, or the number itself.
  double number;
  /// The competency's own name for the level, else the scale's; a bare number has none.
  std::optional<std::string> title;
};

/// A level of a competency that its framework describes, and what shows it.
struct Step {
  /// Empty for a competency without a scale.
  std::optional<ResolvedLevel> level;
  /// The competency's own record of the level; null for a competency without a scale.
  const CompetencyLevel* record;
  const std::vector<Indicator>* indicators;
};

/// The indicators of all steps, in order.
inline std::vector<const Indicator*> indicators_of(const std::vector<Step>& steps) {
  std::vector<const Indicator*> all;
  for (const Step& step : steps) {
    for (const Indicator& indicator : *step.indicators) all.push_back(&indicator);
  }
  return all;
}

/// A requirement of a profile with the records that it names.
struct ResolvedRequirement {
  const Competency* competency;
  /// Empty for a competency without a scale.
  std::optional<ResolvedLevel> level;
  Importance importance;
  std::optional<double> weight;
  std::optional<std::string> because;
  /// The levels whose indicators apply, lowest first.
  std::vector<Step> steps;
  const Requirement* record;

  std::vector<const Indicator*> indicators() const { return indicators_of(steps); }
};

/// A profile with its requirements in the order of the document.
struct ResolvedProfile {
  const Profile* record;
  std::vector<ResolvedRequirement> requirements;
};

enum class GapKind { missing, below, met, above, incomparable, extra };

/// The word for it that all readers share.
inline std::string_view to_string(GapKind kind) {
  switch (kind) {
    case GapKind::missing: return "missing";
    case GapKind::below: return "below";
    case GapKind::met: return "met";
    case GapKind::above: return "above";
    case GapKind::incomparable: return "incomparable";
    case GapKind::extra: return "extra";
  }
  return {};
}

/// What one competency adds to a gap.
struct GapItem {
  const Competency* competency = nullptr;
  GapKind kind = GapKind::missing;
  /// What is there; empty if nothing is, the competency has no scale, or no level is known.
  std::optional<ResolvedLevel> has;
  /// What is asked for; empty if nothing is, or the competency has no scale.
  std::optional<ResolvedLevel> needs;
  /// Of the requirement; empty for what is not required.
  std::optional<Importance> importance;
  std::optional<double> weight;
  /// The levels on the way, above `has` and up to `needs`, lowest first.
  std::vector<Step> steps;
  /// The crosswalk that the two levels were compared through; null where they are on one scale.
  const Crosswalk* crosswalk = nullptr;
  /// With a crosswalk: what `has` stands for at least on the scale of the competency, or the level
  /// that `has` was compared with on its own.
  std::optional<ResolvedLevel> translated;
  /// The requirement of the profile that the gap leads to; null for what is not required.
  const Requirement* requirement = nullptr;

  std::vector<const Indicator*> indicators() const { return indicators_of(steps); }
};

/// What it takes to get from a profile, or from what a person has, to a profile.
struct Gap {
  /// Null for a person.
  const Profile* start;
  const Profile* target;
  /// First what `target` requires, in its order; then what is there and not required.
  std::vector<GapItem> items;

  /// The items that are missing or below.
  std::vector<const GapItem*> lacking() const {
    std::vector<const GapItem*> some;
    for (const GapItem& item : items) {
      if (item.kind == GapKind::missing || item.kind == GapKind::below) some.push_back(&item);
    }
    return some;
  }
};

namespace detail {

/// Numbers that can be levels; characters and truth values are none.
template <class T>
concept Number = std::floating_point<T> ||
    (std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> &&
     !std::same_as<T, wchar_t> && !std::same_as<T, char8_t> && !std::same_as<T, char16_t> &&
     !std::same_as<T, char32_t>);

}  // namespace detail

/// Having a competency, at no level that is known.
struct Had {};
inline constexpr Had had;

/// What a person holds a competency at: a level of the competency's scale, or of another one that
/// is named by id or name, or `had`.
struct HeldLevel {
  // NOLINTBEGIN(google-explicit-constructor)
  HeldLevel(Had) {}
  HeldLevel(Level at) : level(std::move(at)) {}
  /// `true` is `had`; `false` is refused when the gap is asked for.
  template <std::same_as<bool> Bool>
  HeldLevel(Bool there) : is_had(there) {}
  template <detail::Number T>
  HeldLevel(T at) : level(static_cast<double>(at)) {}
  template <std::convertible_to<std::string_view> Text>
  HeldLevel(const Text& at) : level(std::string(std::string_view(at))) {}
  HeldLevel(std::nullptr_t) = delete;
  // NOLINTEND(google-explicit-constructor)
  HeldLevel(HeldLevel at, std::string of_scale)
      : level(std::move(at.level)), scale(std::move(of_scale)), is_had(at.is_had) {}

  /// Empty for `had`.
  std::optional<Level> level;
  std::optional<std::string> scale;
  bool is_had = true;
};

namespace detail {

/// A pair, or what can be taken apart like one, of a competency's name and a level.
template <class T>
concept HeldPair = requires(const T& entry) {
  { entry.first } -> std::convertible_to<std::string_view>;
  { entry.second } -> std::convertible_to<HeldLevel>;
};

}  // namespace detail

/// What a person holds, by id or name of the competency, in the order in which answers name it.
class Held {
public:
  using Entry = std::pair<std::string, HeldLevel>;

  Held() = default;
  Held(std::initializer_list<Entry> entries) : entries_(entries) {}
  /// Of pairs, such as those of a map.
  template <std::input_iterator Iterator, std::sentinel_for<Iterator> End>
  requires detail::HeldPair<std::iter_value_t<Iterator>> Held(Iterator entry, End end) {
    for (; entry != end; ++entry) add(std::string((*entry).first), HeldLevel((*entry).second));
  }
  template <std::ranges::input_range Range>
  requires(!std::same_as<std::remove_cvref_t<Range>, Held> &&
           detail::HeldPair<std::ranges::range_value_t<Range>>) explicit Held(const Range& entries)
      : Held(std::ranges::begin(entries), std::ranges::end(entries)) {}

  void add(std::string competency, HeldLevel level) {
    entries_.emplace_back(std::move(competency), std::move(level));
  }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

private:
  std::vector<Entry> entries_;
};

/// A place that a requirement comes from.
struct ResolvedOrigin {
  OriginKind kind;
  /// The rule, for one of kind `rule`; else null.
  const Rule* rule;
  /// The profile that has the line. Null for a rule, and for an abstract profile.
  const Profile* profile;
  /// The id of that profile, also of an abstract one; empty for a rule.
  std::optional<std::string> profile_id;
  std::optional<ResolvedLevel> level;
  std::optional<Importance> importance;
  std::optional<std::string> because;
  const Origin* record;
};

enum class WhyNotKind { exempt, other_family, other_framework, inherited, dropped };

/// The word for it that all readers share.
inline std::string_view to_string(WhyNotKind kind) {
  switch (kind) {
    case WhyNotKind::exempt: return "exempt";
    case WhyNotKind::other_family: return "other-family";
    case WhyNotKind::other_framework: return "other-framework";
    case WhyNotKind::inherited: return "inherited";
    case WhyNotKind::dropped: return "dropped";
  }
  return {};
}

/// Something that could have made a competency required, or that drops it.
struct WhyNot {
  WhyNotKind kind;
  /// The rule, for the first three kinds; else null.
  const Rule* rule;
  /// The profile, for the last two kinds; else null.
  const Profile* profile;
  std::optional<ResolvedLevel> level;
  std::optional<Importance> importance;
  std::optional<std::string> because;
};

/// Why a profile requires a competency, or why it does not.
struct Why {
  const Profile* profile;
  const Competency* competency;
  /// Empty where the profile does not require the competency.
  std::optional<ResolvedRequirement> requirement;
  /// Where the requirement comes from, in order; empty where there is none.
  std::vector<ResolvedOrigin> origins;
  /// Where it is not required, what the document says about that; empty if nothing asks for it.
  std::vector<WhyNot> why_not;

  bool required() const { return requirement.has_value(); }
};

}  // namespace cadre_framework
