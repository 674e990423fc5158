#include "ide/compare_words.h"

#include "ide/names.h"
#include "lint/wording.h"
#include "support/listing.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

CompareWords::CompareWords(const Model& model, const Comparison& comparison, Spelling spelling)
    : model_(model), comparison_(comparison), spelling_(std::move(spelling)) {
  for (const CompetencyRow& row : comparison.competencies) {
    ++titles_[lint::titleOf(model[row.competency])];
    if (row.counterpart) ++titles_[lint::titleOf(model[row.counterpart])];
  }
}

std::string CompareWords::titleOf(ProfileId id, ProfileId other) const {
  const std::string title = lint::titleOf(model_[id]).str();
  if (id == other || title != lint::titleOf(model_[other])) return title;
  return fmt::format("{} ({})", title, nameIn(model_, model::FrameworkId(0), model_[id]));
}

std::string CompareWords::spelt(ProfileId id) const {
  return spelling_(id == comparison_.from ? from() : id == comparison_.to ? to() : lint::titleOf(model_[id]).str());
}

std::string CompareWords::competency(model::CompetencyId id) const {
  const StringRef title = lint::titleOf(model_[id]);
  if (titles_.lookup(title) < 2) return title.str();
  return fmt::format("{} ({})", title, nameIn(model_, model::FrameworkId(0), model_[id]));
}

// ---- What tells them apart ---------------------------------------------------------------------

void CompareWords::tell(std::vector<std::string>& parts, const std::string& who, const std::string& what,
                        const std::vector<std::string>& names) const {
  if (!names.empty()) parts.push_back(fmt::format("{} {} {}", who, what, lint::listed(names, mostInSentence)));
}

std::string CompareWords::differences(bool technical, bool other) const {
  std::vector<std::string> onlyTo;
  std::vector<std::string> onlyFrom;
  std::vector<std::string> higherInTo;
  std::vector<std::string> higherInFrom;
  std::vector<std::string> unlike;
  for (const CompetencyRow& row : comparison_.competencies) {
    if (!(row.isTechnical ? technical : other)) continue;
    const std::string name = spelling_(competency(row.competency));
    switch (row.change) {
      case Change::New: onlyTo.push_back(name); break;
      case Change::Gone: onlyFrom.push_back(name); break;
      case Change::Raised: higherInTo.push_back(name); break;
      case Change::Lowered: higherInFrom.push_back(name); break;
      case Change::Incomparable: unlike.push_back(name); break;
      case Change::Same:
        if (row.counterpart) unlike.push_back(name);
        break;
    }
  }
  const std::string first = spelt(comparison_.from);
  const std::string second = spelt(comparison_.to);
  std::vector<std::string> parts;
  tell(parts, second, "alone asks for", onlyTo);
  tell(parts, first, "alone asks for", onlyFrom);
  tell(parts, second, "asks for more in", higherInTo);
  tell(parts, first, "asks for more in", higherInFrom);
  tell(parts, "each", "has its own form of", unlike);
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string CompareWords::apart() const {
  const Likeness& all = comparison_.alikeness.all;
  const size_t technical = comparison_.alikeness.technical.either;
  switch (comparison_.apart) {
    case Apart::Self: return "Nothing: it is one profile, compared with itself.";
    case Apart::Empty: return "Nothing that is written down: neither requires a competency.";
    case Apart::Nothing: {
      const bool isWeighed = !emphases().empty();
      return fmt::format("Nothing that they require: both ask for the same {}{}{}.", competencies(all.either),
                         all.either == 1 ? " at the same level" : " at the same levels",
                         isWeighed ? ", and only weigh them otherwise" : "");
    }
    case Apart::Levels:
      return fmt::format("Levels alone, for both ask for the same {}: {}.", competencies(all.either),
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
      return fmt::format("Nothing technical, for both ask for the same {} at the same {}: {}.",
                         counted(technical, "technical competency", "technical competencies"),
                         technical == 1 ? "level" : "levels", differences(false, true));
    case Apart::NoneTechnical:
      return fmt::format("Nothing technical, for neither asks for a technical competency: {}.",
                         differences(true, true));
  }
  llvm_unreachable("every case has a sentence");
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
  return out + fmt::format(", {} over the {} technical", percent(*technical), it.technical.either);
}

std::string CompareWords::step() const {
  size_t isMore = 0;
  size_t isLess = 0;
  size_t isUnlike = 0;
  for (const CompetencyRow& row : comparison_.competencies) {
    isMore += asksForMore(row.change) ? 1 : 0;
    isLess += asksForLess(row.change) ? 1 : 0;
    isUnlike += row.change == Change::Incomparable ? 1 : 0;
  }
  const std::string unlike =
      isUnlike == 0 ? "" : fmt::format("; {} cannot be compared", competencies(isUnlike));
  const std::string more = fmt::format("more is asked in {}", competencies(isMore));
  const std::string less = fmt::format("less in {}", isMore ? std::to_string(isLess) : competencies(isLess));
  switch (comparison_.direction) {
    case Direction::Level: return "none: neither more nor less is asked" + unlike;
    case Direction::Up:
      if (!isMore) return "up, by importance or credentials alone" + unlike;
      return fmt::format("up: {}, less in none{}", more, unlike);
    case Direction::Down:
      if (!isLess) return "down, by importance or credentials alone" + unlike;
      return fmt::format("down: {} asked in {}, more in none{}", "less is", competencies(isLess), unlike);
    case Direction::Sideways:
      if (!isMore && !isLess) return "sideways, by importance or credentials alone" + unlike;
      return fmt::format("sideways: {}, {}{}", more, less, unlike);
  }
  llvm_unreachable("every direction has words");
}

std::string CompareWords::career() const {
  const Relation& it = comparison_.relation;
  const auto& route = it.forward ? it.forward : it.backward;
  if (!route) return "";
  std::vector<std::string> between;
  for (const ProfileId id : llvm::ArrayRef(route->profiles).drop_front().drop_back()) between.push_back(spelt(id));
  const StringRef title = lint::titleOf(model_[route->path]);
  const std::string where = fmt::format("the path {}", spelling_(title));
  const std::string through = between.empty() ? "" : fmt::format(", through {}", enumerated(between));
  if (!it.forward) return fmt::format("{} leads the other way round{}", where, through);
  return between.empty() ? fmt::format("a step of {}", where)
                         : fmt::format("{} steps on {}{}", lint::inWords(between.size() + 1), where, through);
}

std::string CompareWords::bases() const {
  const Relation& it = comparison_.relation;
  if (it.toExtendsFrom) return fmt::format("{} extends {}", spelt(comparison_.to), spelt(comparison_.from));
  if (it.fromExtendsTo) return fmt::format("{} extends {}", spelt(comparison_.from), spelt(comparison_.to));
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
    out.push_back(fmt::format(
        "{} is an abstract profile: it is not published, and no rule reaches it, only those that extend it.", who));
  }
  if (model_.isExternal(profile))
    out.push_back(fmt::format("{} belongs to another package, {}.", who, spelling_(model_[profile.framework].key)));
  if (profile.status == model::Status::Retired) out.push_back(fmt::format("{} is retired.", who));
  if (profile.status == model::Status::Draft && model_[profile.framework].status != model::Status::Draft)
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

std::string CompareWords::change(const CompetencyRow& row) {
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

std::string CompareWords::bond(const CompetencyRow& row) const {
  const std::string other = row.counterpart ? spelling_(competency(row.counterpart)) : "";
  switch (row.bond) {
    case Bond::None: return "";
    case Bond::Replaces: return fmt::format("one of it and {} replaces the other", other);
    case Bond::Successor: return fmt::format("one of it and {} is to be used for the other", other);
    case Bond::ExactMatch: return fmt::format("matches the same as {}", other);
  }
  llvm_unreachable("every bond has words");
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
    const auto weight = [](const std::optional<double>& it) { return it ? model::formatNumber(*it) : "no weight"; };
    if (row.isWeightChanged()) {
      parts.push_back(fmt::format("{}{} instead of {}", row.to->weight ? "weight " : "", weight(row.to->weight),
                                  weight(row.from->weight)));
    }
    if (!parts.empty())
      out.push_back(fmt::format("{}: {}", spelling_(competency(row.competency)), fmt::join(parts, ", ")));
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
