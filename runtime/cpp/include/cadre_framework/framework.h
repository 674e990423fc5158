// Reads framework.json, the document that `cadre build` writes of a competency framework, and
// answers `profile`, `gap` and `why`. What the answers mean is written in docs/readers.md. Errors
// are thrown, as the types of errors.h say; nothing is written anywhere.
#pragma once

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "cadre_framework/errors.h"
#include "cadre_framework/names.h"
#include "cadre_framework/records.h"
#include "cadre_framework/references.h"
#include "cadre_framework/results.h"

namespace cadre_framework {

namespace detail {

/// Holds the document at a place that does not change when its framework is moved.
struct Owner {
  explicit Owner(Document document)
      : owned(std::make_unique<const Document>(std::move(document))) {}
  std::unique_ptr<const Document> owned;
};

/// What people name, likewise.
struct Directories {
  explicit Directories(const Document& document)
      : profiles("profile", "profiles", document.profiles),
        competencies("competency", "competencies", document.competencies),
        scales("scale", "scales", document.scales) {}

  Directory<Profile> profiles;
  Directory<Competency> competencies;
  Directory<Scale> scales;
};

/// A number without an exponent, and without a fraction that it has not.
inline std::string shown(double number) {
  char digits[400];
  const auto written =
      std::to_chars(std::begin(digits), std::end(digits), number, std::chars_format::fixed);
  return written.ec == std::errc() ? std::string(digits, written.ptr) : std::to_string(number);
}

inline std::string shown(const Level& level) {
  const auto* text = std::get_if<std::string>(&level);
  return text ? *text : shown(std::get<double>(level));
}

/// How the parser words a fault, without its own marks and without the text that it read last.
inline std::string fault(std::string text) {
  if (const auto end = text.find("] "); text.starts_with("[json.") && end != text.npos)
    text.erase(0, end + 2);
  if (constexpr std::string_view mark = "parse error "; text.starts_with(mark))
    text.erase(0, mark.size());
  if (const auto last = text.find("; last read: '"); last != text.npos) {
    const auto next = text.rfind("'; expected ");
    text.erase(last, next != text.npos && next > last ? next + 1 - last : text.npos);
  }
  return text;
}

inline std::string ticked(std::string_view text) { return "`" + std::string(text) + "`"; }

inline GapKind compare(const ResolvedLevel& has, const ResolvedLevel& needs) {
  if (has.number == needs.number) return GapKind::met;
  return has.number < needs.number ? GapKind::below : GapKind::above;
}

/// A record that the document must have, because `owner` refers to it.
template <class T>
const T& referred(const Index<T>& table, std::string_view what, std::string_view id,
                  std::string_view owner) {
  if (const T* record = table.find(id)) return *record;
  throw DocumentError(ticked(owner) + " names the " + std::string(what) + " " + ticked(id) +
                      ", which is not in the document");
}

/// What names a record: its id or name, or the record itself.
template <class T>
class NameOf {
public:
  // NOLINTBEGIN(google-explicit-constructor)
  template <std::convertible_to<std::string_view> Text>
  NameOf(const Text& name) : name_(name) {}
  template <std::same_as<T> Record>
  NameOf(const Record& record) : name_(record.id) {}
  NameOf(std::nullptr_t) = delete;
  operator std::string_view() const { return name_; }
  // NOLINTEND(google-explicit-constructor)

private:
  std::string_view name_;
};

}  // namespace detail

/// A competency framework, immutable, with its records by id: each table of the document is a
/// member. It can be moved; what it answered stays good.
///
/// A profile or competency is named by its id, by its name or by its record; earlier names do as
/// well.
class Framework : private detail::Owner, public Tables {
public:
  explicit Framework(Document document)
      : Owner(std::move(document)),
        Tables(*owned),
        directories_(std::make_unique<const detail::Directories>(*owned)) {
    for (const Scale& scale : owned->scales) {
      if (scale.kind != ScaleKind::numeric || (scale.minimum && scale.maximum)) continue;
      throw DocumentError("a numeric scale has a `minimum` and a `maximum`",
                          "scales[" + std::to_string(&scale - owned->scales.data()) + "]");
    }
    detail::ReferenceCheck(*owned, *this).run();
    check_levels();
  }

  /// Reads a framework.json from its text, in UTF-8.
  static Framework parse(std::string_view text) {
    try {
      if (text.find_first_not_of(" \t\r\n") == text.npos)
        throw DocumentError("this is not JSON: there is nothing in it");
      const detail::Json json = detail::Json::parse(text);
      check_version(json);
      return Framework(detail::Read<Document>::from(json));
    } catch (const detail::Mismatch& mismatch) {
      throw DocumentError(mismatch.reason, mismatch.place());
    } catch (const detail::Json::exception& problem) {
      // The parser refuses a number that is too large before its place is known.
      if (problem.id == 406) throw DocumentError("this number is too large");
      throw DocumentError("this is not JSON: " + detail::fault(problem.what()));
    }
  }

  /// Reads the framework.json at `path`.
  static Framework load(const std::filesystem::path& path) {
    const auto refuse = [&](std::error_code reason) {
      throw FileError("cannot read " + path.string() + ": " + reason.message());
    };
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
      refuse(std::make_error_code(std::errc::is_a_directory));
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    const auto last = [] { return std::error_code(errno ? errno : EIO, std::generic_category()); };
    if (!file) refuse(last());
    const std::string text((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    if (file.bad()) refuse(last());
    return parse(text);
  }

  const Document& document() const { return *owned; }

  /// The record of a profile by id or name; null where there is none.
  const Profile* find_profile(detail::NameOf<Profile> name) const {
    return directories_->profiles.find(name);
  }

  /// The record of a competency by id or name; null where there is none.
  const Competency* find_competency(detail::NameOf<Competency> name) const {
    return directories_->competencies.find(name);
  }

  /// A profile with what it requires: each competency, its level, and the indicators that apply.
  ResolvedProfile profile(detail::NameOf<Profile> name) const {
    ResolvedProfile result{&directories_->profiles.get(name), {}};
    for (const Requirement& requirement : result.record->requirements) {
      result.requirements.push_back(resolve(*result.record, requirement));
    }
    return result;
  }

  /// What it takes to get from one profile to another.
  Gap gap(detail::NameOf<Profile> start, detail::NameOf<Profile> target) const {
    const Profile& from = directories_->profiles.get(start);
    std::vector<Have> have;
    for (const Requirement& requirement : from.requirements) {
      const Competency& subject = competency(requirement.competency, from.id);
      have.push_back({&subject, level_of(subject, requirement.level, from.id)});
    }
    return gap_to(&from, have, directories_->profiles.get(target));
  }

  /// What a person who holds `held` lacks for a profile.
  Gap gap(const Held& held, detail::NameOf<Profile> target) const {
    std::vector<Have> have;
    std::set<std::string_view> seen;
    for (const auto& [name, level] : held) {
      const Competency& subject = directories_->competencies.get(name);
      if (!seen.insert(subject.id).second) {
        throw LevelError(detail::ticked(subject.id) + " is held twice, the second time as " +
                         detail::ticked(name));
      }
      have.push_back({&subject, held_at(subject, level)});
    }
    return gap_to(nullptr, have, directories_->profiles.get(target));
  }

  /// Why the profile requires the competency: all origins in order; or why it does not.
  Why why(detail::NameOf<Profile> profile, detail::NameOf<Competency> competency) const {
    const Profile& owner = directories_->profiles.get(profile);
    Why result{&owner, &directories_->competencies.get(competency), {}, {}, {}};
    for (const Requirement& requirement : owner.requirements) {
      if (requirement.competency != result.competency->id) continue;
      for (const Origin& origin : requirement.origins) {
        result.origins.push_back(resolve(owner, *result.competency, origin));
      }
      result.requirement = resolve(owner, requirement);
      return result;
    }
    find_rules(owner, *result.competency, result.why_not);
    std::set<std::string_view> seen{owner.id};
    find_bases(owner, *result.competency, seen, result.why_not);
    return result;
  }

private:
  /// A competency that is there, and its level where one is known.
  struct Have {
    const Competency* competency;
    std::optional<ResolvedLevel> level;
  };

  static void check_version(const detail::Json& json) {
    if (!json.is_object()) return;
    const auto version = json.find("formatVersion");
    if (version == json.end() || !version->is_number()) return;
    const double number = version->get<double>();
    if (number > static_cast<double>(format_version)) {
      // A number that nobody would write need not be read aloud.
      const std::string it =
          number <= 1'000'000 ? "format " + detail::shown(number) : std::string("a later format");
      throw VersionError("this document is in " + it + ", and this reader knows format " +
                             std::to_string(format_version) + ": a newer reader is needed",
                         "formatVersion");
    }
    if (number < 1)
      throw DocumentError(detail::shown(number) + " is no version of the format", "formatVersion");
  }

  // ---- Checks
  // --------------------------------------------------------------------------------------

  /// That all levels of the document are ones of their scales.
  void check_levels() const {
    using detail::each;
    using detail::Place;
    each(owned->competencies, nullptr, "competencies", [&](const Competency& one, const Place& at) {
      each(one.levels, &at, "levels", [&](const CompetencyLevel& described, const Place& place) {
        check_level(one, described.level, one.id, place);
      });
    });
    each(owned->profiles, nullptr, "profiles", [&](const Profile& one, const Place& at) {
      each(one.requirements, &at, "requirements",
           [&](const Requirement& asked, const Place& place) {
             const Competency& subject = competency(asked.competency, one.id);
             check_level(subject, asked.level, one.id, place);
             each(asked.origins, &place, "origins", [&](const Origin& origin, const Place& of) {
               if (origin.level) check_level(subject, origin.level, one.id, of);
             });
           });
    });
    each(owned->rules, nullptr, "rules", [&](const Rule& one, const Place& at) {
      each(one.requirements, &at, "requirements",
           [&](const RuleRequirement& asked, const Place& place) {
             check_level(competency(asked.competency, one.id), asked.level, one.id, place);
           });
    });
    each(owned->crosswalks, nullptr, "crosswalks", [&](const Crosswalk& one, const Place& at) {
      each(one.pairs, &at, "pairs", [&](const LevelPair& pair, const Place& place) {
        check_end(one, pair.from, one.from, Place{&place, "from", {}});
        check_end(one, pair.to, one.to, Place{&place, "to", {}});
      });
    });
  }

  void check_level(const Competency& competency, const std::optional<Level>& level,
                   std::string_view owner, const detail::Place& place) const {
    try {
      level_of(competency, level, owner);
    } catch (const DocumentError& problem) {
      throw DocumentError(problem.reason(), place.text() + (level ? ".level" : ""));
    }
  }

  void check_end(const Crosswalk& crosswalk, const Level& level, std::string_view scale,
                 const detail::Place& place) const {
    try {
      end_of(crosswalk, level, detail::referred(scales, "scale", scale, crosswalk.id));
    } catch (const DocumentError& problem) {
      throw DocumentError(problem.reason(), place.text());
    }
  }

  // ---- Levels
  // --------------------------------------------------------------------------------------

  const Competency& competency(std::string_view id, std::string_view owner) const {
    return detail::referred(competencies, "competency", id, owner);
  }

  const Scale* scale_of(const Competency& competency) const {
    return competency.scale ? &detail::referred(scales, "scale", *competency.scale, competency.id)
                            : nullptr;
  }

  /// `level` on `scale`; empty where the scale has no such level.
  static std::optional<ResolvedLevel> level_on(const Scale& scale, const Level& level,
                                               const Competency* competency) {
    std::optional<std::string> own;
    if (competency && competency->scale == scale.id) {
      for (const CompetencyLevel& one : competency->levels) {
        if (one.level == level) own = one.title;
      }
    }
    if (scale.kind == ScaleKind::numeric) {
      const auto* number = std::get_if<double>(&level);
      const bool inside = number && scale.minimum && scale.maximum && *number >= *scale.minimum &&
                          *number <= *scale.maximum;
      if (!inside) return std::nullopt;
      return ResolvedLevel{&scale, level, *number, std::move(own)};
    }
    for (const ScaleLevel& one : scale.levels) {
      if (level != Level(one.id)) continue;
      return ResolvedLevel{&scale, level, static_cast<double>(one.ordinal),
                           own ? std::move(own) : one.title};
    }
    return std::nullopt;
  }

  /// A level that the document gives for the competency.
  std::optional<ResolvedLevel> level_of(const Competency& competency,
                                        const std::optional<Level>& level,
                                        std::string_view owner) const {
    using detail::ticked;
    const Scale* scale = scale_of(competency);
    if (!level && !scale) return std::nullopt;
    if (!level) throw DocumentError(ticked(owner) + " gives no level for " + ticked(competency.id));
    if (!scale) {
      throw DocumentError(ticked(owner) + " gives a level for " + ticked(competency.id) +
                          ", which has no scale");
    }
    auto resolved = level_on(*scale, *level, &competency);
    if (!resolved) {
      throw DocumentError(ticked(owner) + " gives " + ticked(detail::shown(*level)) + " for " +
                          ticked(competency.id) + ", which is no level of " + ticked(scale->id));
    }
    return resolved;
  }

  /// What a person has the competency at; empty where no level is known.
  std::optional<ResolvedLevel> held_at(const Competency& competency, const HeldLevel& held) const {
    using detail::ticked;
    if (!held.is_had)
      throw LevelError(ticked(competency.id) + " is held at no level: give one, or true");
    if (!held.level) return std::nullopt;
    const Scale* scale = held.scale ? &directories_->scales.get(*held.scale) : scale_of(competency);
    if (!scale)
      throw LevelError(ticked(competency.id) + " has no scale: it is held without a level");
    auto resolved = level_on(*scale, *held.level, &competency);
    if (resolved) return resolved;
    std::string problem =
        ticked(detail::shown(*held.level)) + " is no level of " + ticked(scale->id);
    const auto* name = std::get_if<std::string>(&*held.level);
    if (scale->kind == ScaleKind::numeric) {
      const std::string range = detail::shown(scale->minimum.value_or(0)) + " to " +
                                detail::shown(scale->maximum.value_or(0));
      if (!name) throw LevelError(problem + ", which goes from " + range);
      throw LevelError("a level of " + ticked(scale->id) + " is a number from " + range +
                       ", not the text " + ticked(*name));
    }
    if (const auto meant = name ? level_meant(*scale, *name, competency) : std::nullopt)
      problem += "; did you mean " + ticked(*meant) + "?";
    throw LevelError(problem);
  }

  /// The level that has this title, or a name that is near.
  static std::optional<std::string> level_meant(const Scale& scale, const std::string& name,
                                                const Competency& competency) {
    const std::string lowered = detail::small(name);
    if (competency.scale == scale.id) {
      for (const CompetencyLevel& one : competency.levels) {
        if (one.title && detail::small(*one.title) == lowered) return detail::shown(one.level);
      }
    }
    std::vector<std::string_view> levels;
    for (const ScaleLevel& one : scale.levels) {
      if (detail::small(one.title) == lowered) return one.id;
      levels.push_back(one.id);
    }
    return detail::nearest(name, levels);
  }

  /// The levels of the competency above one and up to another; without a scale, the one there is.
  std::vector<Step> steps_of(const Competency& competency, const ResolvedLevel* above,
                             const std::optional<ResolvedLevel>& upto) const {
    if (!upto) return {Step{std::nullopt, nullptr, &competency.indicators}};
    std::vector<Step> steps;
    for (const CompetencyLevel& record : competency.levels) {
      auto level = level_of(competency, record.level, competency.id);
      if (level->number > upto->number || (above && level->number <= above->number)) continue;
      steps.push_back({std::move(level), &record, &record.indicators});
    }
    return steps;
  }

  ResolvedRequirement resolve(const Profile& profile, const Requirement& record) const {
    const Competency& subject = competency(record.competency, profile.id);
    auto level = level_of(subject, record.level, profile.id);
    auto steps = steps_of(subject, nullptr, level);
    if (level && !level->scale->cumulative) {
      // A number is described by the nearest one that is not above it.
      const bool numeric = level->scale->kind == ScaleKind::numeric;
      std::vector<Step> last;
      for (Step& step : steps) {
        if (numeric || step.level->number == level->number) last.assign(1, std::move(step));
      }
      steps = std::move(last);
    }
    return {&subject,         std::move(level), record.importance, record.weight, record.because,
            std::move(steps), &record};
  }

  // ---- Gaps
  // ----------------------------------------------------------------------------------------

  Gap gap_to(const Profile* start, const std::vector<Have>& have, const Profile& target) const {
    Gap gap{start, &target, {}};
    std::unordered_map<std::string_view, const Have*> by_id;
    for (const Have& one : have) by_id.emplace(one.competency->id, &one);
    std::set<std::string_view> wanted;
    for (const Requirement& requirement : target.requirements) {
      wanted.insert(requirement.competency);
      const auto found = by_id.find(requirement.competency);
      gap.items.push_back(
          item_of(target, requirement, found == by_id.end() ? nullptr : found->second));
    }
    for (const Have& one : have) {
      if (wanted.count(one.competency->id) > 0) continue;
      GapItem& item = gap.items.emplace_back();
      item.competency = one.competency;
      item.kind = GapKind::extra;
      item.has = one.level;
    }
    return gap;
  }

  GapItem item_of(const Profile& target, const Requirement& requirement, const Have* have) const {
    GapItem item;
    const Competency& subject = competency(requirement.competency, target.id);
    item.competency = &subject;
    item.needs = level_of(subject, requirement.level, target.id);
    item.importance = requirement.importance;
    item.weight = requirement.weight;
    item.requirement = &requirement;
    if (!have) {
      item.kind = GapKind::missing;
      item.steps = steps_of(subject, nullptr, item.needs);
      return item;
    }
    item.has = have->level;
    if (!item.needs || !item.has) {
      item.kind = item.needs ? GapKind::incomparable : GapKind::met;
    } else if (item.has->scale == item.needs->scale) {
      item.kind = detail::compare(*item.has, *item.needs);
      if (item.kind == GapKind::below) item.steps = steps_of(subject, &*item.has, item.needs);
    } else {
      Crossing crossing = across(*item.has, *item.needs);
      item.kind = crossing.kind;
      item.crosswalk = crossing.crosswalk;
      item.translated = std::move(crossing.translated);
      if (item.kind != GapKind::below) return item;
      for (Step& step : steps_of(subject, nullptr, item.needs)) {
        const GapKind at = across(*item.has, *step.level).kind;
        if (at != GapKind::met && at != GapKind::above) item.steps.push_back(std::move(step));
      }
    }
    return item;
  }

  /// How levels of two scales compare, and through what.
  struct Crossing {
    GapKind kind = GapKind::incomparable;
    const Crosswalk* crosswalk = nullptr;
    std::optional<ResolvedLevel> translated;
  };

  /// Compares through the first crosswalk that can, either way.
  Crossing across(const ResolvedLevel& has, const ResolvedLevel& needs) const {
    for (const Crosswalk& crosswalk : crosswalks) {
      if (crosswalk.from != has.scale->id || crosswalk.to != needs.scale->id) continue;
      auto [low, high] = bounds_of(crosswalk, has, *needs.scale);
      if (low && low->number >= needs.number)
        return {detail::compare(*low, needs), &crosswalk, std::move(low)};
      if (high && high->number < needs.number) return {GapKind::below, &crosswalk, std::move(low)};
    }
    for (const Crosswalk& crosswalk : crosswalks) {
      if (crosswalk.from != needs.scale->id || crosswalk.to != has.scale->id) continue;
      auto [low, high] = bounds_of(crosswalk, needs, *has.scale);
      if (high && has.number > high->number) return {GapKind::above, &crosswalk, std::move(high)};
      if (low && has.number < low->number) return {GapKind::below, &crosswalk, std::move(low)};
      if (low && high && low->number == high->number) {
        // Lower levels may stand for the same: then it is not known which of them is meant.
        const bool unsure = leads_from_below(crosswalk, needs, *low);
        return {unsure ? GapKind::incomparable : GapKind::met, &crosswalk, std::move(low)};
      }
    }
    return {};
  }

  static ResolvedLevel end_of(const Crosswalk& crosswalk, const Level& level, const Scale& scale) {
    if (auto resolved = level_on(scale, level, nullptr)) return *std::move(resolved);
    throw DocumentError(detail::ticked(crosswalk.id) + " gives " +
                        detail::ticked(detail::shown(level)) + ", which is no level of " +
                        detail::ticked(scale.id));
  }

  struct Bounds {
    std::optional<ResolvedLevel> low;
    std::optional<ResolvedLevel> high;
  };

  /// What the level stands for at least and at most: where the pairs on both sides of it lead.
  static Bounds bounds_of(const Crosswalk& crosswalk, const ResolvedLevel& level,
                          const Scale& right) {
    Bounds bounds;
    for (const LevelPair& pair : crosswalk.pairs) {
      const ResolvedLevel start = end_of(crosswalk, pair.from, *level.scale);
      ResolvedLevel end = end_of(crosswalk, pair.to, right);
      if (start.number <= level.number) bounds.low = end;
      if (start.number >= level.number && !bounds.high) bounds.high = std::move(end);
    }
    return bounds;
  }

  static bool leads_from_below(const Crosswalk& crosswalk, const ResolvedLevel& level,
                               const ResolvedLevel& to) {
    for (const LevelPair& pair : crosswalk.pairs) {
      if (end_of(crosswalk, pair.from, *level.scale).number < level.number &&
          end_of(crosswalk, pair.to, *to.scale).number == to.number) {
        return true;
      }
    }
    return false;
  }

  // ---- Reasons
  // -------------------------------------------------------------------------------------

  ResolvedOrigin resolve(const Profile& owner, const Competency& competency,
                         const Origin& record) const {
    ResolvedOrigin origin{record.kind, nullptr,           nullptr,        {},
                          {},          record.importance, record.because, &record};
    if (record.kind == OriginKind::rule) {
      origin.rule = &detail::referred(rules, "rule", record.rule.value_or(""), owner.id);
    } else {
      origin.profile_id = record.profile.value_or(owner.id);
      origin.profile = profiles.find(*origin.profile_id);
    }
    if (record.level) origin.level = level_of(competency, record.level, owner.id);
    return origin;
  }

  void find_rules(const Profile& profile, const Competency& competency,
                  std::vector<WhyNot>& found) const {
    for (const Rule& rule : rules) {
      for (const RuleRequirement& asked : rule.requirements) {
        if (asked.competency != competency.id) continue;
        WhyNot reason{
            WhyNotKind::exempt, &rule,        nullptr, level_of(competency, asked.level, rule.id),
            asked.importance,   asked.because};
        if (std::find(rule.except.begin(), rule.except.end(), profile.id) != rule.except.end()) {
          reason.kind = WhyNotKind::exempt;
        } else if (!rule.in.empty() && !is_in(profile, rule)) {
          reason.kind = WhyNotKind::other_family;
        } else if (rule.framework != profile.framework) {
          reason.kind = WhyNotKind::other_framework;
        } else {
          continue;
        }
        found.push_back(std::move(reason));
      }
    }
  }

  /// What the bases would have passed on, and where it is dropped, bases first.
  void find_bases(const Profile& profile, const Competency& competency,
                  std::set<std::string_view>& seen, std::vector<WhyNot>& found) const {
    for (const std::string& id : profile.extends) {
      const Profile* base = profiles.find(id);
      if (!base || !seen.insert(base->id).second) continue;
      const Requirement* asked = nullptr;
      for (const Requirement& one : base->requirements) {
        if (one.competency == competency.id) asked = &one;
      }
      if (!asked) {
        find_bases(*base, competency, seen, found);
        continue;
      }
      bool passed_on = false;
      for (const Origin& origin : asked->origins)
        passed_on = passed_on || origin.kind != OriginKind::rule;
      if (!passed_on) continue;
      found.push_back({WhyNotKind::inherited, nullptr, base,
                       level_of(competency, asked->level, base->id), asked->importance,
                       asked->because});
    }
    for (const DroppedCompetency& drop : profile.drops) {
      if (drop.competency != competency.id) continue;
      found.push_back(
          {WhyNotKind::dropped, nullptr, &profile, std::nullopt, std::nullopt, drop.because});
    }
  }

  /// Whether the profile's family is one of the rule's, or inside one.
  bool is_in(const Profile& profile, const Rule& rule) const {
    std::set<std::string_view> seen;
    for (const std::optional<std::string>* family = &profile.family;
         *family && seen.insert(**family).second;) {
      if (std::find(rule.in.begin(), rule.in.end(), **family) != rule.in.end()) return true;
      family = &detail::referred(families, "family", **family, profile.id).parent;
    }
    return false;
  }

  std::unique_ptr<const detail::Directories> directories_;
};

}  // namespace cadre_framework
