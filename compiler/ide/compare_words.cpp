#include "ide/compare_words.h"

#include "ide/names.h"
#include "lint/wording.h"
#include "model/publication.h"
#include "support/listing.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace cadre::ide {

using lint::counted;
using llvm::StringRef;
using model::Importance;
using model::LevelValue;
using model::Model;
using model::ProfileId;
using model::Requirement;

namespace {

/// Names that a sentence holds; the table has them all.
constexpr size_t mostInSentence = 3;

std::string competencies(size_t count) { return counted(count, "competency", "competencies"); }

/// `the same 3 competencies at the same levels`
std::string theSame(size_t count, StringRef one, StringRef several) {
  if (count == 1) return fmt::format("the same {} at the same level", one);
  return fmt::format("the same {} {} at the same levels", count, several);
}

/// In how many things more is asked, or less.
struct Tally {
  size_t competencies = 0;
  size_t importances = 0;  ///< Of competencies at the same level.
  size_t credentials = 0;

  [[nodiscard]] std::string words() const {
    std::vector<std::string> out;
    if (competencies > 0) out.push_back(counted(competencies, "competency", "competencies"));
    if (importances > 0)
      out.push_back("the importance of " + counted(importances, "competency", "competencies"));
    if (credentials > 0) out.push_back(counted(credentials, "credential", "credentials"));
    return enumerated(out);
  }
};

}  // namespace

const model::Text& textOf(const Model& model, const model::StatementUse& use) {
  return use.shared ? model[use.shared].text : use.bullet.text;
}

std::string percent(double share) {
  const double rounded = std::round(share * 100);
  const double least = share > 0 ? 1 : 0;
  const double most = share < 1 ? 99 : 100;
  return fmt::format("{}%", std::clamp(rounded, least, most));
}

std::string countOf(const AlikePairs& pairs, double least) {
  return fmt::format("{} of {} {} {} alike{}", counted(pairs.count, "pair", "pairs"),
                     counted(pairs.profiles, "profile", "profiles"),
                     pairs.count == 1 ? "is" : "are", percent(least), least < 1 ? " or more" : "");
}

ProfileTitles::ProfileTitles(const Model& model) : model_(model) {
  for (const model::Profile& it : model.tables().profiles) ++counts_[lint::titleOf(it)];
}

std::string ProfileTitles::of(ProfileId id) const {
  const StringRef title = lint::titleOf(model_[id]);
  if (counts_.lookup(title) < 2) return title.str();
  return fmt::format("{} ({})", title, nameIn(model_, model::FrameworkId(0), model_[id]));
}

CompareWords::CompareWords(const ProfileTitles& titles, const Comparison& comparison,
                           Spelling spelling)
    : titles_(titles),
      model_(titles.model()),
      comparison_(comparison),
      spelling_(std::move(spelling)) {
  std::set<model::CompetencyId> seen;
  const auto count = [&](model::CompetencyId id) {
    if (id && seen.insert(id).second) ++competencies_[lint::titleOf(model_[id])];
  };
  for (const CompetencyRow& row : comparison.competencies) {
    count(row.competency);
    count(row.counterpart);
    for (const Counterpart& it : row.others) count(it.from->competency);
  }
}

std::string CompareWords::competency(model::CompetencyId id) const {
  const StringRef title = lint::titleOf(model_[id]);
  if (competencies_.lookup(title) < 2) return title.str();
  return fmt::format("{} ({})", title, nameIn(model_, model::FrameworkId(0), model_[id]));
}

std::string CompareWords::marked(std::string name, const model::Declaration& declaration) const {
  return model::isDraft(model_, declaration) ? name + " (draft)" : name;
}

std::string CompareWords::listed(model::CompetencyId id) const {
  return marked(competency(id), model_[id]);
}

// ---- What tells them apart ---------------------------------------------------------------------

void CompareWords::tell(std::vector<std::string>& parts, const std::string& who, const Names& alone,
                        const Names& more) const {
  std::vector<std::string> what;
  if (!alone.empty()) what.push_back("alone asks for " + lint::listed(alone, mostInSentence));
  if (!more.empty()) {
    what.push_back(fmt::format("{}for more in {}", alone.empty() ? "asks " : "",
                               lint::listed(more, mostInSentence)));
  }
  if (!what.empty()) parts.push_back(fmt::format("{} {}", who, fmt::join(what, ", and ")));
}

std::vector<const CompetencyRow*> CompareWords::byDistance() const {
  std::vector<const CompetencyRow*> out;
  for (const CompetencyRow& row : comparison_.competencies) out.push_back(&row);
  const auto part = [&](const CompetencyRow* row) {
    if (!row->isInBoth() || row->distance == 0) return 0.0;
    const model::Scale& scale = model_[model_[row->competency].scale];
    const bool isNumeric = scale.kind == model::ScaleKind::Numeric;
    return std::abs(row->distance) /
           (isNumeric ? scale.high - scale.low : static_cast<double>(scale.levels.size()));
  };
  llvm::stable_sort(out, [&](const auto* a, const auto* b) { return part(a) > part(b); });
  return out;
}

std::string CompareWords::differences(bool technical, bool other) const {
  Names onlyTo;
  Names onlyFrom;
  Names higherInTo;
  Names higherInFrom;
  Names unlike;
  for (const CompetencyRow* row : byDistance()) {
    if (!(row->isTechnical ? technical : other)) continue;
    const std::string name = spelling_(competency(row->competency));
    switch (row->change) {
      case Change::New: onlyTo.push_back(name); break;
      case Change::Gone: onlyFrom.push_back(name); break;
      case Change::Raised: higherInTo.push_back(name); break;
      case Change::Lowered: higherInFrom.push_back(name); break;
      case Change::Incomparable: unlike.push_back(name); break;
      case Change::Same:
        if (row->standsForOthers()) unlike.push_back(name);
        break;
    }
  }
  std::vector<std::string> parts;
  tell(parts, spelt(comparison_.to), onlyTo, higherInTo);
  tell(parts, spelt(comparison_.from), onlyFrom, higherInFrom);
  if (!unlike.empty())
    parts.push_back(
        fmt::format("each has its own form of {}", lint::listed(unlike, mostInSentence)));
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string CompareWords::apart() const {
  const Likeness& all = comparison_.alikeness.all;
  const size_t technical = comparison_.alikeness.technical.either;
  switch (comparison_.apart) {
    case Apart::Self: return "Nothing: it is one profile, compared with itself.";
    case Apart::Empty: return "Nothing that is written down: neither requires a competency.";
    case Apart::Nothing: {
      const std::string others = othersThatDiffer();
      return fmt::format("Nothing that they require, for both ask for {}: {}.",
                         theSame(all.either, "competency", "competencies"),
                         others.empty()
                             ? "credentials, tasks, family and attributes are the same as well"
                             : "what differs is " + others);
    }
    case Apart::Levels:
      return fmt::format(
          "Levels alone, for both ask for {}: {}.",
          all.either == 1 ? "one competency" : fmt::format("the same {}", competencies(all.either)),
          differences(true, true));
    case Apart::Technical: {
      const Likeness& other = comparison_.alikeness.technical;
      const size_t rest = all.either - other.either;
      const size_t unlike = rest - (all.same - other.same);
      std::string more = "; what is not technical is the same";
      if (unlike > 0) {
        more = fmt::format("; besides, {} of {} not technical {}", unlike, competencies(rest),
                           unlike == 1 ? "differs" : "differ");
      }
      if (rest == 0) more.clear();
      return fmt::format("Technical competencies: {}{}.", differences(true, false), more);
    }
    case Apart::NoTechnical:
      return fmt::format("Nothing technical, for both ask for {}: {}.",
                         theSame(technical, "technical competency", "technical competencies"),
                         differences(false, true));
    case Apart::NoneTechnical:
      return fmt::format("Nothing technical, for neither asks for a technical competency: {}.",
                         differences(true, true));
  }
  llvm_unreachable("every case has a sentence");
}

std::string CompareWords::othersThatDiffer() const {
  std::vector<std::string> out;
  const auto isImportance = [](const CompetencyRow& it) { return it.importanceChange() != 0; };
  const auto isWeight = [](const CompetencyRow& it) { return it.isWeightChanged(); };
  if (llvm::any_of(comparison_.competencies, isImportance))
    out.emplace_back("how important they are");
  if (llvm::any_of(comparison_.competencies, isWeight)) out.emplace_back("their weights");
  if (llvm::any_of(comparison_.credentials,
                   [](const CredentialRow& it) { return it.from != it.to; }))
    out.emplace_back("credentials");
  for (const StatementRow& it : comparison_.statements) {
    if (!it.onlyFrom.empty() || !it.onlyTo.empty())
      out.push_back(it.sort == model::StatementSort::Task ? "tasks" : model::word(it.sort).str());
  }
  if (!comparison_.isInOneFamily(model_)) out.emplace_back("the family");
  for (const AttributeRow& it : comparison_.attributes)
    out.push_back(spelling_(lint::titleOf(model_[it.attribute])));
  return enumerated(out);
}

// ---- Facts -------------------------------------------------------------------------------------

std::string CompareWords::alike() const {
  const Alikeness& it = comparison_.alikeness;
  const auto share = it.all.share();
  if (!share) return "not to be said: neither requires a competency";
  const auto technical = it.technical.share();
  std::string out = fmt::format("{} over {}", percent(*share), competencies(it.all.either));
  if (!technical) return out + ", none of them technical";
  if (it.technical.either == it.all.either) return out + ", all of them technical";
  return out + fmt::format(", {} over the {}", percent(*technical),
                           it.technical.either == 1
                               ? "technical one"
                               : fmt::format("{} technical ones", it.technical.either));
}

std::string CompareWords::step() const {
  Tally more;
  Tally less;
  size_t unlike = 0;
  for (const CompetencyRow& row : comparison_.competencies) {
    const int importance = row.change == Change::Same ? row.importanceChange() : 0;
    more.competencies += asksForMore(row.change) ? 1 : 0;
    less.competencies += asksForLess(row.change) ? 1 : 0;
    more.importances += importance > 0 ? 1 : 0;
    less.importances += importance < 0 ? 1 : 0;
    unlike += row.change == Change::Incomparable ? 1 : 0;
  }
  for (const CredentialRow& row : comparison_.credentials) {
    more.credentials += row.to && (!row.from || *row.to < *row.from) ? 1 : 0;
    less.credentials += row.from && (!row.to || *row.from < *row.to) ? 1 : 0;
  }
  const std::string rest =
      unlike == 0 ? "" : fmt::format("; {} cannot be compared", competencies(unlike));
  switch (comparison_.direction) {
    case Direction::Level: return "level: neither more nor less is asked";
    case Direction::Unknown:
      return fmt::format("not to be said: {} cannot be compared, and the rest is level",
                         competencies(unlike));
    case Direction::Up:
      return fmt::format("up: more is asked in {}, less in nothing{}", more.words(), rest);
    case Direction::Down:
      return fmt::format("down: less is asked in {}, more in nothing{}", less.words(), rest);
    case Direction::Sideways:
      return fmt::format("sideways: more is asked in {}, less in {}{}", more.words(), less.words(),
                         rest);
  }
  llvm_unreachable("every direction has words");
}

std::string CompareWords::career() const {
  const Relation& it = comparison_.relation;
  const auto& route = it.forward ? it.forward : it.backward;
  if (!route) return "";
  std::vector<std::string> between;
  for (const ProfileId id : llvm::ArrayRef(route->profiles).drop_front().drop_back())
    between.push_back(spelt(id));
  const StringRef title = lint::titleOf(model_[route->path]);
  const std::string where = fmt::format("the path {}", spelling_(title));
  const std::string through =
      between.empty() ? "" : fmt::format(", through {}", enumerated(between));
  if (!it.forward) return fmt::format("{} leads the other way round{}", where, through);
  return between.empty()
             ? fmt::format("a step of {}", where)
             : fmt::format("{} steps on {}{}", lint::inWords(between.size() + 1), where, through);
}

std::string CompareWords::bases() const {
  const Relation& it = comparison_.relation;
  if (it.toExtendsFrom)
    return fmt::format("{} extends {}", spelt(comparison_.to), spelt(comparison_.from));
  if (it.fromExtendsTo)
    return fmt::format("{} extends {}", spelt(comparison_.from), spelt(comparison_.to));
  if (it.commonBases.empty()) return "";
  std::vector<std::string> names;
  for (const ProfileId id : it.commonBases) names.push_back(spelt(id));
  return fmt::format("both extend {}", enumerated(names));
}

std::vector<Fact> CompareWords::facts() const {
  std::vector<Fact> out;
  const auto add = [&](const char* name, std::string value) {
    if (!value.empty()) out.push_back({name, std::move(value)});
  };
  if (comparison_.relation.isSame) return out;
  add("alike", alike());
  add("step", step());
  add("career", career());
  add("bases", bases());
  return out;
}

void CompareWords::addNotices(ProfileId id, std::vector<std::string>& out) const {
  const model::Profile& profile = model_[id];
  const std::string who = spelt(id);
  if (profile.isAbstract) {
    out.push_back(
        fmt::format("{} is an abstract profile: it is not published, and no rule reaches it, only "
                    "those that extend it.",
                    who));
  }
  if (model_.isExternal(profile))
    out.push_back(fmt::format("{} belongs to another package, {}.", who,
                              spelling_(model_[profile.framework].key)));
  if (profile.status == model::Status::Retired) out.push_back(fmt::format("{} is retired.", who));
  if (model::isDraft(model_, profile))
    out.push_back(fmt::format("{} is a draft.", who));
  if (profile.deprecated) {
    std::string successor;
    for (const model::Profile& other : model_.tables().profiles) {
      if (!profile.deprecated->successor.empty() && other.key == profile.deprecated->successor)
        successor = fmt::format(" in favour of {}", spelt(model_.tables().profiles.idOf(other)));
    }
    out.push_back(fmt::format("{} is deprecated{}.", who, successor));
  }
}

std::vector<std::string> CompareWords::notices() const {
  std::vector<std::string> out;
  addNotices(comparison_.from, out);
  if (comparison_.from != comparison_.to) addNotices(comparison_.to, out);
  return out;
}

// ---- Cells -------------------------------------------------------------------------------------

std::string CompareWords::level(const LevelValue& value) const { return model_.display(value); }

std::string CompareWords::asked(const Requirement& requirement) const {
  const std::string at = level(requirement.level);
  if (requirement.importance == Importance::Essential) return at.empty() ? "required" : at;
  const std::string importance = model::word(requirement.importance).str();
  return at.empty() ? importance : fmt::format("{}, {}", at, importance);
}

std::string CompareWords::askedBefore(const CompetencyRow& row) const {
  if (!row.standsForOthers()) return asked(*row.from);
  std::vector<std::string> out = {
      fmt::format("{}: {}", listed(row.from->competency), asked(*row.from))};
  for (const Counterpart& it : row.others)
    out.push_back(fmt::format("{}: {}", listed(it.from->competency), asked(*it.from)));
  return fmt::format("{}", fmt::join(out, "; "));
}

std::string CompareWords::change(const CompetencyRow& row) {
  // Steps of which of the two scales, nobody could tell.
  if (row.isCrossed() && asksForMore(row.change)) return "higher";
  if (row.isCrossed() && asksForLess(row.change)) return "lower";
  switch (row.change) {
    case Change::New: return "new";
    case Change::Gone: return "gone";
    case Change::Raised: return "+" + model::formatNumber(std::round(row.distance * 1e6) / 1e6);
    case Change::Lowered: return "-" + model::formatNumber(std::round(-row.distance * 1e6) / 1e6);
    case Change::Incomparable:
    case Change::Same: return "";
  }
  llvm_unreachable("every change has words");
}

std::string CompareWords::howItStandsFor(model::CompetencyId id, model::CompetencyId counterpart,
                                         Bond bond) const {
  const model::Competency& competency = model_[id];
  const model::Competency& other = model_[counterpart];
  const std::string name = spelling_(this->competency(counterpart));
  switch (bond) {
    case Bond::None: return "";
    case Bond::Replaces: {
      const bool isLater = llvm::is_contained(competency.replaces, other.key);
      return isLater ? "it replaces " + name : name + " replaces it";
    }
    case Bond::Successor: {
      const bool isLater = other.deprecated && other.deprecated->successor == competency.key;
      return isLater ? "it is to be used for " + name : name + " is to be used for it";
    }
    case Bond::ExactMatch: return "it matches the same as " + name;
  }
  llvm_unreachable("every bond has words");
}

std::string CompareWords::byCrosswalk(const CompetencyRow& row) const {
  if (!row.isCrossed()) return {};
  const auto on = [&](const LevelValue& value, const Requirement& requirement) {
    const model::Scale& scale = model_[model_[requirement.competency].scale];
    return fmt::format("{} on the scale {}", spelling_(level(value)),
                       spelling_(lint::titleOf(scale)));
  };
  const bool isThere = !row.fromAsTo.isNone();
  return fmt::format(" By a crosswalk, {} is {}.",
                     isThere ? on(row.from->level, *row.from) : on(row.to->level, *row.to),
                     isThere ? on(row.fromAsTo, *row.to) : on(row.toAsFrom, *row.from));
}

std::vector<std::string> CompareWords::bonds() const {
  std::vector<std::string> out;
  for (const CompetencyRow& row : comparison_.competencies) {
    const std::string name = spelling_(competency(row.competency));
    if (row.counterpart)
      out.push_back(fmt::format("{}: {}.{}", name,
                                howItStandsFor(row.competency, row.counterpart, row.bond),
                                byCrosswalk(row)));
    for (const Counterpart& it : row.others) {
      if (it.bond == Bond::None) continue;
      out.push_back(fmt::format("{}: {}.", name,
                                howItStandsFor(row.competency, it.from->competency, it.bond)));
    }
  }
  return out;
}

StringRef CompareWords::group(Change change) {
  if (asksForMore(change)) return "More is asked";
  if (asksForLess(change)) return "Less is asked";
  return change == Change::Same ? "The same" : "Not to be compared: no crosswalk leads from one level to the other";
}

std::string CompareWords::heading(const Learning& learning) const {
  const CompetencyRow& row = comparison_.competencies[learning.row];
  const std::string title = listed(row.competency);
  const std::string to = asked(*row.to);
  const std::string before = row.counterpart ? competency(row.counterpart) + " " : "";
  if (row.change == Change::Incomparable) {
    return row.to->level.isNone()
               ? fmt::format("{}, instead of {}", title, competency(row.counterpart))
               : fmt::format("{}, to {}, instead of {}", title, to, competency(row.counterpart));
  }
  if (!row.from)
    return row.to->level.isNone() ? title + ", new" : fmt::format("{}, to {}", title, to);
  return fmt::format("{}, from {}{} to {}", title, before, level(row.from->level), to);
}

std::string CompareWords::heading(const LevelOnTheWay& level) const {
  const std::string name = this->level(level.level);
  if (name.empty() || !level.described || !level.level.number || level.described->title.isEmpty())
    return name;
  return fmt::format("{} {}", name, level.described->title.plain);
}

std::vector<std::string> CompareWords::emphases() const {
  std::vector<std::string> out;
  for (const CompetencyRow& row : comparison_.competencies) {
    if (!row.isInBoth()) continue;
    std::vector<std::string> parts;
    if (row.importanceChange() != 0) {
      parts.push_back(fmt::format("{} instead of {}", model::word(row.to->importance).str(),
                                  model::word(row.from->importance).str()));
    }
    const auto weight = [](const std::optional<double>& it) {
      return it ? model::formatNumber(*it) : "no weight";
    };
    if (row.isWeightChanged()) {
      parts.push_back(fmt::format("{}{} instead of {}", row.to->weight ? "weight " : "",
                                  weight(row.to->weight), weight(row.from->weight)));
    }
    if (!parts.empty())
      out.push_back(
          fmt::format("{}: {}", spelling_(competency(row.competency)), fmt::join(parts, ", ")));
  }
  return out;
}

std::string CompareWords::reach(const HelpfulResource& resource) const {
  const std::string to = level(resource.to);
  switch (resource.reach) {
    case Reach::Whole: return to.empty() ? "all the way" : fmt::format("all the way, to {}", to);
    case Reach::Part: return fmt::format("part of the way, to {}", to);
    case Reach::Unsaid: return "how far is not said";
  }
  llvm_unreachable("every reach has words");
}

}  // namespace cadre::ide
